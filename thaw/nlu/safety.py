"""The safety screen's verdict as the message's intent, whatever the intent head says - in both directions.

The channel screens every message once and passes the result as message metadata `safety`: `{"act": …, "intent": …, "level": …}`.
"""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message

from thaw.nlu.featurizer import is_payload
from thaw.nlu.head import FALLBACK
from thaw.nlu.stateless import Stateless
from thaw.safety.levels import LEVELS

WORTH_ANSWERING = 0.2
"""Confidence from which the likeliest harmless intent is answered when the head's first thought was a danger."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class SafetyVerdict(Stateless):
    """Sets the safety intent, and no entities, on a message that the risk state machine answers."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Apply the verdict the channel passed."""
        for message in messages:
            verdict = (message.get("metadata") or {}).get("safety") or {}
            if verdict.get("act"):
                name = verdict.get("intent") or "answer_risk"
                message.set(INTENT, {INTENT_NAME_KEY: name, "confidence": 1.0}, add_to_output=True)
                message.set(ENTITIES, [], add_to_output=True)
            elif verdict.get("minor") and not is_payload(message):
                # The age was told by rule: it is answered as such, whatever else the head makes of the message.
                message.set(INTENT, {INTENT_NAME_KEY: "is_minor", "confidence": 1.0}, add_to_output=True)
                message.set(ENTITIES, [], add_to_output=True)
            elif (message.get(INTENT) or {}).get(INTENT_NAME_KEY) in LEVELS and not is_payload(message):
                message.set(INTENT, _next_best(message.get("intent_ranking") or []), add_to_output=True)
        return messages


def _next_best(ranking: List[Dict[str, Any]]) -> Dict[str, Any]:
    """The likeliest intent that is no danger: the screen, which is taught for it, saw none."""
    for entry in ranking:
        if entry[INTENT_NAME_KEY] not in LEVELS and entry["confidence"] >= WORTH_ANSWERING:
            return dict(entry)
    return {INTENT_NAME_KEY: FALLBACK, "confidence": 1.0}
