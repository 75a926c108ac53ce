"""The safety screen's verdict as the message's intent, whatever the intent head says.

The channel screens every message once and passes the result as message metadata `safety`: `{"act": …, "intent": …, "level": …}`.
"""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class SafetyVerdict(GraphComponent):
    """Sets the safety intent, and no entities, on a message that the risk state machine answers."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """No settings."""
        return {}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyVerdict:
        """Make the component."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Apply the verdict the channel passed."""
        for message in messages:
            verdict = (message.get("metadata") or {}).get("safety") or {}
            if verdict.get("act"):
                name = verdict.get("intent") or "answer_risk"
                message.set(INTENT, {INTENT_NAME_KEY: name, "confidence": 1.0}, add_to_output=True)
                message.set(ENTITIES, [], add_to_output=True)
        return messages
