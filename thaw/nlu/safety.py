"""The safety screen's verdict as the message's intent, whatever the intent head says - in both directions.

The channel screens every message once and passes the result as message metadata `safety`: `{"act": …, "intent": …, "level": …}`.
"""

from __future__ import annotations

import re
from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from thaw.nlu.featurizer import is_payload
from thaw.nlu.head import FALLBACK
from thaw.nlu.stateless import Stateless
from thaw.safety.age import told_age
from thaw.safety.levels import LEVELS
from thaw.safety.told import denies_thoughts

MINOR = "is_minor"
_WORDS = """
i im am a an the and so but no nope yes yeah years year old yo yrs yr of age m f male female man woman guy girl mum mom dad mother
father parent adult grown up grownup over above past in my early mid late just only turned turn turning now actually well already
not minor kid child teen teenager underage legally all way what sorry wait ok hi hey hello this next last month week birthday
today twenties thirties forties fifties sixties seventies eighties eighteen nineteen twenty thirty forty fifty sixty seventy
eighty one two three four five six seven eight nine
"""
_OF_AGE_ALONE = frozenset(_WORDS.split())
_A_NUMBER = re.compile(r"\d{1,3}(?:m|f|yo|y|yrs?|s|ish)?")

WORTH_ANSWERING = 0.2
"""Confidence from which the likeliest harmless intent is answered when the head's first thought was a danger."""
BESIDE_A_DENIAL = 0.05
"""The same where the message denies that very danger: the head goes by its words, and what is said beside them is what is meant."""


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
            elif verdict.get("minor") is False and not is_payload(message):
                # An age under 18 is taken back: that is said, and the dialogue goes on where it was.
                message.set(INTENT, {INTENT_NAME_KEY: "resume", "confidence": 1.0}, add_to_output=True)
                message.set(ENTITIES, [], add_to_output=True)
            elif verdict.get("adult") and not is_payload(message) and tells_only_an_age(str(message.get(TEXT) or "")):
                message.set(INTENT, {INTENT_NAME_KEY: "resume", "confidence": 1.0}, add_to_output=True)
                message.set(ENTITIES, [], add_to_output=True)
            elif not is_payload(message):
                _without_guesses(message, bool(verdict.get("adult")))
        return messages


def tells_only_an_age(text: str) -> bool:
    """Whether a message that says that one is grown up says nothing else: told in passing, an age is no answer to what stands beside it."""
    return all(word in _OF_AGE_ALONE or _A_NUMBER.fullmatch(word) for word in re.findall(r"\w+", re.sub(r"['’]", "", text.lower())))


def _without_guesses(message: Message, adult: bool) -> None:
    """Take from a message what only the head makes of it, and the rules do not hear: a danger, an age under 18."""
    told = told_age(str(message.get(TEXT) or "")) == "minor"
    ranking = [each for each in message.get("intent_ranking") or [] if told or each[INTENT_NAME_KEY] != MINOR]
    message.set("intent_ranking", ranking, add_to_output=True)
    name = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
    denied = denies_thoughts(str(message.get(TEXT) or ""))
    if name not in LEVELS and (name != MINOR or told) and not (denied and name == FALLBACK):
        return
    # Beside an age that was told, what is left is meant.
    worth = BESIDE_A_DENIAL if denied or adult else WORTH_ANSWERING
    best = _next_best(_alone(ranking) if name == MINOR else ranking, worth)
    message.set(INTENT, best, add_to_output=True)


def _alone(ranking: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """The ranking by itself: as likely as each is once the rest is ruled out."""
    whole = sum(each["confidence"] for each in ranking) or 1.0
    return [{**each, "confidence": each["confidence"] / whole} for each in ranking]


def _next_best(ranking: List[Dict[str, Any]], worth: float) -> Dict[str, Any]:
    """The likeliest intent that is no danger: the screen, which is taught for it, saw none."""
    for entry in ranking:
        if entry[INTENT_NAME_KEY] not in (*LEVELS, FALLBACK) and entry["confidence"] >= worth:
            return dict(entry)
    return {INTENT_NAME_KEY: FALLBACK, "confidence": 1.0}
