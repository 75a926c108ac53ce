"""A message read in the light of what was offered, said before and asked: the component that puts what it means in place of its words.

The channel passes what the bot's last turn offered, in the order shown, as message metadata `offered`, and the responses said before.
`choices.py`, `spoken_of.py` and `questions.py` know what words mean there; which of them is asked first is decided here.
"""

from __future__ import annotations

import json
from typing import Any, Collection, List, Mapping, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from thaw.exercise import reading as exercise
from thaw.languages import asks_for_a_language, goes_on_in
from thaw.leaving import only_leaves, stays_after_all
from thaw.nlu.choices import UNREAD, chosen, picks_none
from thaw.nlu.featurizer import is_payload
from thaw.nlu.head import FALLBACK
from thaw.nlu.mentions import DIED, NOTICED, SOMEONE
from thaw.nlu.questions import CARRIER, asked_in, decides
from thaw.nlu.spoken_of import (
    WHICH_LANGUAGES,
    WORRIED,
    bare_question,
    beside_the_choices,
    card_meant,
    card_named,
    for_the_doctor,
    helper_named,
    kept_to,
    let_be,
    of_a_small_loss,
    says_they_are_back,
    was_said,
    who_helps,
    whom_to_tell,
)
from thaw.nlu.stateless import Stateless
from thaw.nlu.telling import what_to_eat, whether_to_go
from thaw.safety import quitting
from thaw.safety.services import country_after_notice
from thaw.self_check import QUESTIONS as CHECK
from thaw.self_check import asked_after, begun_by, correction, is_asked, of_this_question, was_counted

_UNDECIDED = UNREAD | {"stop", "chitchat", "numb_from_burnout", "ask_burnout_or_depression"}
"""What a question about a step in one's life is heard as that has no answer of its own."""
_KEPT = frozenset({NOTICED, DIED, SOMEONE})
"""Mentions that stand, whatever the message is taken for."""


def in_its_form(text: str, intent: Optional[str], metadata: Mapping[str, Any]) -> Optional[str]:
    """The payload that a plain question means by its form, or None."""
    question = asked_in(text, metadata)
    if question:
        return f"/{question.intent}"
    if (metadata.get("safety") or {}).get("open"):
        return None
    # What becomes of a small thing of someone who died is no step in a life.
    is_step = intent in _UNDECIDED and decides(text) and not of_a_small_loss(text, metadata.get("said") or ())
    return f"/{CARRIER}" if what_to_eat(text) or is_step else None


def in_its_light(text: str, intent: Optional[str], metadata: Mapping[str, Any], of_a_form: bool, free: bool) -> Optional[str]:
    """The payload that a message means in the light of the last answer and of what was said before, or None."""
    offered, said, last = metadata.get("offered") or (), metadata.get("said") or (), metadata.get("last") or ()
    if not offered:
        return None
    hand_off = metadata.get("hand_off") or {}
    asked_of_hand_off, at_a_receipt = hand_off.get("asked"), bool(hand_off.get("receipt"))
    return (
        (correction(text, len(CHECK)) if was_counted(last) else None)
        or (begun_by(text, last) if free else None)
        or (asked_after(text, said, last) if free else None)
        or (_leaving_and_staying(text, last) if free else None)
        or for_the_doctor(text, said, last)
        or card_meant(text, said)
        or whom_to_tell(text, said)
        or helper_named(text, last)
        or (WHICH_LANGUAGES if asked_of_hand_off != "language" and asks_for_a_language(text) else None)
        or (WHICH_LANGUAGES if goes_on_in(text, last) or country_after_notice(text, last) else None)
        or (None if of_a_form else let_be(text, said))
        # Beside a receipt "y" is the yes to it, and asks nothing.
        or (None if at_a_receipt and intent == "affirm" else bare_question(text, offered, last, of_a_form))
        or ((exercise.corrected(text, last) or exercise.done_later(text, said, last)) if free else None)
        or (quitting.ABOUT if free and quitting.quits(text, last) else None)
        or (who_helps(text, said) if free else None)
        or (beside_the_choices(text, intent, said, last) if free else None)
        or (f"/{FALLBACK}" if not of_a_form and picks_none(text, offered, last) else None)
        or chosen(of_this_question(text, last), intent, offered)
        or says_they_are_back(text)
        or (kept_to(text, intent, said, last) if free else None)
    )


def _leaving_and_staying(text: str, last: Collection[str]) -> Optional[str]:
    """What takes leave of who only says goodbye, and what takes up what was left for who stays after all; else None."""
    if only_leaves(text):
        return "/goodbye"
    return "/resume" if was_said("goodbye", last) and stays_after_all(text) else None


def meant_by(text: str, intent: Optional[str], metadata: Mapping[str, Any]) -> Optional[str]:
    """The payload of what a message means; None: it means what its words say by themselves.

    Args:
        text: the visitor's words.
        intent: what the intent head made of them.
        metadata: what the channel says beside them.
    """
    safety = metadata.get("safety") or {}
    # Why a form asks is a question of its own.
    of_a_form = is_asked(metadata.get("offered") or ()) or bool((metadata.get("hand_off") or {}).get("asked"))
    free = not (of_a_form or safety.get("act") or safety.get("open"))
    # Whether to go to the one they worry about is no step in a life of one's own.
    of_another = free and whether_to_go(text) and was_said(WORRIED, metadata.get("said") or ())
    in_form = None if of_a_form or of_another else in_its_form(text, intent, metadata)
    return card_named(text) or in_form or in_its_light(text, intent, metadata, of_a_form, free)


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class ShortAnswerResolver(Stateless):
    """Replaces a message's intent and entities by those of the choice or question that it means."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Resolve the messages that mean something else than their words alone."""
        for message in messages:
            if not message.get(TEXT) or is_payload(message):
                continue
            intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            payload = meant_by(message.get(TEXT), intent, message.get("metadata") or {})
            if payload:
                name, _, entities = payload[1:].partition("{")
                message.set(INTENT, {INTENT_NAME_KEY: name, "confidence": 1.0}, add_to_output=True)
                values = json.loads("{" + entities) if entities else {}
                found = [
                    {"entity": key, "value": value, "start": 0, "end": 0, "extractor": type(self).__name__} for key, value in values.items()
                ]
                kept = [each for each in message.get(ENTITIES) or () if each["entity"] in _KEPT]
                message.set(ENTITIES, [*found, *kept], add_to_output=True)
        return messages
