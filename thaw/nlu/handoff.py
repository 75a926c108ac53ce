"""A text typed while the hand-off asks, or shows its receipt, read as what it means there.

The channel passes what the hand-off waits for as message metadata `hand_off`. A message with a safety act is never read here.
"""

from __future__ import annotations

from typing import Collection, List, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from thaw.handoff.reading import Listening, Reading, read
from thaw.handoff.regrets import takes_it_back
from thaw.nlu.featurizer import is_payload
from thaw.nlu.stateless import Stateless

_NO_DETOUR = (
    *("utter_hand_off_", "utter_ask_handoff_", "utter_ask_what_is_sent", "utter_ask_privacy"),
    *("utter_thanks", "utter_repeat", "utter_resume"),
)
"""Beginnings of answers after which a yes can only be to the receipt."""


def _was_elsewhere(last: Collection[str]) -> bool:
    """Whether the last answer was to something else than the hand-off."""
    return any(not each.startswith(_NO_DETOUR) for each in last)


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class HandOffAnswer(Stateless):
    """Replaces a text's intent by what it means to the hand-off; the words go along as an entity of ours."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Read the messages that the hand-off waits for."""
        for message in messages:
            metadata = message.get("metadata") or {}
            waiting = metadata.get("hand_off")
            if not waiting or not message.get(TEXT) or is_payload(message) or (metadata.get("safety") or {}).get("act"):
                continue
            intent = message.get(INTENT) or {}
            name = intent.get(INTENT_NAME_KEY) or ""
            if takes_it_back(message.get(TEXT), metadata.get("said") or (), metadata.get("last") or ()):
                reading: Optional[Reading] = Reading("withdraw_hand_off")
            else:
                listening = Listening(**waiting, detour=_was_elsewhere(metadata.get("last") or ()))
                reading = read(message.get(TEXT), name, float(intent.get("confidence") or 0.0), listening)
            if reading is None:
                continue
            answers = [(reading.field, reading.value), *reading.also]
            message.set(INTENT, {INTENT_NAME_KEY: reading.intent, "confidence": 1.0}, add_to_output=True)
            found = [
                {"entity": key, "value": value, "start": 0, "end": 0, "extractor": type(self).__name__}
                for field, words in answers
                for key, value in (("handoff_field", field), ("handoff_value", words))
                if value
            ]
            message.set(ENTITIES, found, add_to_output=True)
        return messages
