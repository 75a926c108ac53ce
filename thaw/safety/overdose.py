"""What is said once too much was taken: that one feels fine, that it was a mistake, whether it does harm, whether to see someone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

FEELS_FINE, BY_MISTAKE, ASKS = "too much was taken and feels fine", "too much was taken by mistake", "too much was taken and asks of it"
TAKEN = "utter_overdose_taken"
"""The answer to it."""
_SOON, _AT_MOST = 3, 25
_FINE = re.compile(
    r"\b(?:feel|feeling|am|i'm|seem|look)(?: \w+){0,2} (?:fine|ok|okay|normal|alright|all right|good|great|nothing|well)\b"
    r"|\bfeel nothing\b|\bnothing(?:'s| is| has)? (?:happen\w*|yet)\b|^(?:but |though )*(?:fine|ok|okay)(?: now| so far| tho"
    r"| though)*\W*$"
)
_MISTAKE = re.compile(
    r"\bmistakes?\b|\baccident\w*\b|\bnot on purpose\b|\b(?:didn'?t|did not|never) mean\b|\bmixed (?:\w+ )?up\b|\bmix ?up\b|\bmiscount\w*"
    r"|\bforgot\b.{0,20}\b(?:took|taken|had|already)\b|\bwrong (?:pills?|tablets?|box|bottle|days?|dose)\b|\bdouble (?:dose|dosed)\b"
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


def of_what_was_taken(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text says of an overdose that was answered a moment ago."""
    words = plain(text).replace(",", "")
    if TAKEN not in dict(state.said) or state.topic != "medical_emergency" or state.quiet > _SOON or len(words.split()) > _AT_MOST:
        return None
    for kind, pattern in ((BY_MISTAKE, _MISTAKE), (FEELS_FINE, _FINE), (ASKS, _ASKED)):
        if pattern.search(words):
            return Heard(Signal("medical_emergency", "urgent", (kind,)))
    return None
