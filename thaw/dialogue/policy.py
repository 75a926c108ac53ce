"""The safety policy: what the risk state machine decided outranks everything, in every dialogue state."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from rasa.core.featurizers.precomputation import MessageContainerForCoreFeaturization
from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

ACTION = "action_answer_safety"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class SafetyPolicy(Policy):
    """Predicts `action_answer_safety`, then listening, whenever the message's metadata carry a safety act.

    Rasa lets an active form's prediction beat any policy, because it does not depend on what the user said
    (`is_no_user_prediction`). This one claims the same, with a higher priority.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Priority above the rules' 6."""
        return {"priority": 100, "max_history": None}

    @staticmethod
    def supported_data() -> SupportedData:
        """It learns nothing."""
        return SupportedData.ML_AND_RULE_DATA

    def train(
        self,
        training_trackers: List[TrackerWithCachedStates],
        domain: Domain,
        precomputations: Optional[MessageContainerForCoreFeaturization] = None,
        **kwargs: Any,
    ) -> Resource:
        """Nothing to learn."""
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: Optional[Dict[str, Any]] = None,
        precomputations: Optional[MessageContainerForCoreFeaturization] = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """The safety action, or nothing."""
        message = tracker.latest_message
        act = ((message.metadata if message else None) or {}).get("safety", {}).get("act")
        if not act or tracker.latest_action_name not in (ACTION_LISTEN_NAME, ACTION):
            return self._prediction(self._default_predictions(domain))
        action = ACTION if tracker.latest_action_name == ACTION_LISTEN_NAME else ACTION_LISTEN_NAME
        probabilities = self._default_predictions(domain)
        probabilities[domain.index_for_action(action)] = 1.0
        return self._prediction(probabilities, is_no_user_prediction=True)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SafetyPolicy:
        """Make the policy: nothing was kept."""
        return cls(config, model_storage, resource, execution_context)
