"""What is said once too much was taken: that one feels fine, that it was a mistake, whether it does harm, whether to see someone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import TOLD, Heard, State
from thaw.safety.screen import Signal

FEELS_FINE, BY_MISTAKE, ASKS = "too much was taken and feels fine", "too much was taken by mistake", "too much was taken and asks of it"
TOO_MUCH = "more of a medicine was taken than meant"
TAKEN = "utter_overdose_taken"
"""The answer to it."""
_TOLD_OF = frozenset({TAKEN, "utter_overdose_by_mistake"})
"""Answers that are given to nobody but who took something."""
_MEDICAL_ANSWERS = _TOLD_OF | {"utter_medical_emergency", "utter_help_cleared"}
_SAYS_SO = re.compile(
    r"^(?:(?:no|but|and|yes|ok|honestly|well|like|i said|you know|sorry|look) ){0,4}"
    r"(?:i (?:did |only |just |really ){0,2}(?:take|took|taken)(?: (?:them|it|those|too many|one too many|two|both|my"
    r"|the|tablets?|pills?)){0,3}"
    r" (?:by (?:mistake|accident)|accidentally)\b|(?:it|that|this) (?:was|is) (?:(?:just|only|really|all|such) ){0,2}(?:by |an? )?"
    r"(?:(?:honest|silly|stupid|genuine) )?(?:accident|mistake|mix[- ]?up)\b(?! (?:to|of|being))"
    r"|(?:i (?:did ?n'?t|did not) (?:do|take) (?:it|them) on purpose|it was ?n'?t on purpose|not on purpose)\b)"
)
"""That what was taken was taken by mistake, and not that something would look like an accident."""
_GOES_WRONG = re.compile(r"\b(?:now|spinning|dizzy|sick|shaky|sweaty|sleepy|heart|chest|can'?t|worse)\b")
_SOON, _AT_MOST = 3, 25
_FINE = re.compile(
    r"\b(?:feel|feeling|am|i'm|seem|look)(?: \w+){0,2} (?:fine|ok|okay|normal|alright|all right|good|great|nothing|well)\b"
    r"|\bfeel nothing\b|\bnothing(?:'s| is| has)? (?:happen\w*|yet)\b|^(?:but |though )*(?:fine|ok|okay)(?: now| so far| tho"
    r"| though)*\W*$"
)
MISTAKE = re.compile(
    r"\bmistakes?\b|\baccident\w*\b|\bnot on purpose\b|\b(?:didn'?t|did not|never) mean\b|\bmixed (?:\w+ )?up\b|\bmix ?up\b|\bmiscount\w*"
    r"|\b(?:forgot|forgotten|couldn'?t remember|didn'?t remember|not remembering|wasn'?t sure)\b.{0,20}\b(?:took|taken|had|already)\b"
    r"|\bwrong (?:pills?|tablets?|box|bottle|days?|dose)\b|\bdouble (?:dose|dosed)\b"
    r"|\b(?:wasn'?t|not) (?:trying|to die|suicid\w*)\b"
)
_ASKED = re.compile(
    r"\b(?:liver|kidneys?|stomach|brain)\b"
    r"|\b(?:will|would|does|can|could|is|am|what|how|when)\b(?: \w+){0,5} (?:hurt|harm|damage|die|dying|dangerous|bad|serious"
    r"|safe|wear off"
    r"|happen\w*|long|work|kill)\b"
    r"|\b(?:do|should|must) i\b(?: \w+){0,3} (?:see|go|call|wait|sleep|vomit|throw|drink|eat|tell|need|worry|do)\b"
    r"|\b(?:sleep it off|wait and see|see (?:someone|somebody|a doctor)|throw (?:it|them) up|make myself (?:sick|vomit))\b"
)


def of_a_mistake(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """That it was by mistake, once nobody is urged to call for it any more: no new danger, and no answer about thoughts."""
    words = plain(text).replace(",", "")
    was_told = _MEDICAL_ANSWERS & dict(state.said).keys() and state.topic != "medical_emergency" and state.stage not in TOLD
    is_guess = signal.level is None or (signal.evidence == ("classifier",) and signal.level != "urgent")
    if not (was_told and is_guess) or len(words.split()) > _AT_MOST:
        return None
    return Heard(move="mistake_believed") if _SAYS_SO.search(words) and not _GOES_WRONG.search(words) else None


def of_what_was_taken(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text says of an overdose that was answered a moment ago."""
    words = plain(text).replace(",", "")
    if not _TOLD_OF & dict(state.said).keys() or state.topic != "medical_emergency" or state.quiet > _SOON or len(words.split()) > _AT_MOST:
        return None
    for kind, pattern in ((BY_MISTAKE, MISTAKE), (FEELS_FINE, _FINE), (ASKS, _ASKED)):
        if pattern.search(words):
            return Heard(Signal("medical_emergency", "urgent", (kind,)))
    return None
