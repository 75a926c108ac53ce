"""Questions about suicide that tell of no thoughts: what it has to do with numbness, and what comes of telling someone. By rules alone.

They are answered, and it is asked whether they are about the one who asks: many who are in danger begin so.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.levels import SEVERITY
from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, State
from thaw.safety.screen import Signal

IN_GENERAL, IF_TOLD, IF_SAID_HERE = (
    "asks about suicide in general",
    "asks what comes of telling someone",
    "asks what comes of saying it here",
)
ANSWERS = {IN_GENERAL: "utter_risk_in_general", IF_TOLD: "utter_risk_if_told", IF_SAID_HERE: "utter_risk_what_follows"}
"""What each kind is answered with."""

_LEAD = r"^(?:(?:and|but|so|ok|okay|hi|hello|hey|also|well|um+|sorry|just|question|quick question|asking) )*"
_NAMED = re.compile(
    r"\bsuicid\w*|\b(?:kill|end) (?:themselves|yourself|it all|(?:their|your) (?:own )?li(?:fe|ves))|\b(?:want(?:ed|ing|s)?"
    r"|wish(?:ing)?) to die\b"
    r"|\b(?:ever|just|really) (?:end it|end things|give up in the end)\b(?! with)|\bgo through with it\b|\bend up dead\b|\b(?:take"
    r"|taking) (?:their|your) own li(?:fe|ves)\b|\beuthanasia\b"
)
_ASKS = re.compile(
    _LEAD
    + r"(?:do|does|did|can|could|is|are|will|would|isn't|aren't|doesn't|why (?:do|does|would)|what'?s the (?:difference|link|connection)"
    r"|what is the (?:difference|link|connection)|how common)\b"
)
_OF_MEANS = re.compile(
    r"\b(?:how (?:do|to|would|can|could|many|much|long|fast)|ways?|method|painless\w*|easi\w+|quick\w*|best|hurts?|pain\w*|easy|where"
    r"|like|enough"
    r"|should|tonight|today|now)\b"
)
"""With what a question is for a way of doing it, or a near one."""
_OF_ONESELF = re.compile(r"\b(?:i|i'm|i've|i'd|me|my|mine|myself|we|us|our)\b")
_SOMEONE = (
    r"(?:therapists?|doctors?|gps?|counsell?ors?|psych\w+|shrinks?|nurses?|hotlines?|help ?lines?|lines?|samaritans|they|someone|anyone"
    r"|people|him|her)"
)
_TELLS = re.compile(
    r"\b(?:if|when) (?:i|you|u|someone|somebody|people) (?:ever |actually |just )?(?:tell|told|say|said|admit|mention|talk|open|bring)\b"
)
_COMES_OF_IT = re.compile(
    rf"\b{_SOMEONE}\b.*\b(?:will|would|do|does|can|could|have to|must|going to)\b|\b(?:will|would|do|does|can|could|must) (?:a |an "
    rf"|my |the |any )?"
    rf"{_SOMEONE}\b|\b(?:will|would|do|can|could) (?:i|they|it)\b"
)
_SAID_HERE = re.compile(_LEAD + r"(?:what|and) if i (?:said|say|told you|tell you|were to say|typed|wrote)\b")


def asked_in_general(text: str, signal: Signal, state: State) -> Signal:
    """The signal of a message that only asks about suicide; of any other, the signal as it is."""
    if state.stage not in CLOSED or state.pending or state.route or SEVERITY[signal.level] > SEVERITY["support"]:
        return signal
    kind = _kind(plain(text).replace(",", ""))
    return Signal("crisis_passive", "ask", (kind,)) if kind else signal


def is_in_general(signal: Signal) -> bool:
    """Whether a signal is of such a question: a medicine that it names is no means."""
    return any(each in ANSWERS for each in signal.evidence)


def _kind(words: str) -> Optional[str]:
    if not _NAMED.search(words) or len(words.split()) > 25:
        return None
    if _SAID_HERE.match(words):
        return IF_SAID_HERE
    if _TELLS.search(words) and _COMES_OF_IT.search(words):
        return IF_TOLD
    if _ASKS.match(words) and not (_OF_ONESELF.search(words) or _OF_MEANS.search(words)):
        return IN_GENERAL
    return None
