"""Few words that only go on with what was told before: a baby, voices, dark thoughts. By themselves they are near to nothing."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, State
from thaw.safety.screen import CLEAR, Signal
from thaw.safety.told import told_baby

DARK_THEME = "dark thoughts about oneself"
"""The rules' theme of thoughts that may be of suicide, and are named only by how they are."""
_BABY_NEED = "birth"
_PSYCHOSIS = "psychosis_or_mania"
_FEARS_ITSELF = re.compile(
    r"\b(?:scared|afraid|terrified|frightened)\b.{0,12}\balone with (?:her|him|it|them|the|my)\b"
    r"|\bcan'?t be (?:left )?alone with (?:her|him|it|them|the|my)\b"
    r"|\b(?:scared|afraid|terrified|frightened|worried)(?: that| of)? (?:what )?(?:i|i'll|i'd)(?: (?:will|might|could|may|would|do|hurt"
    r"|drop|harm|snap|lose|shake))+\b"
    r"|\b(?:don'?t|do not|can'?t) (?:trust myself|know what i (?:might|could|will|'ll|would) do)\b"
)
_ANOTHER_BABY = re.compile(
    r"\b(?:(?:some(?:body|one)|they|the (?:nurses?|hospital|doctors?)) (?:has |have )?(?:changed|swapped|switched|replaced|took) "
    r"(?:her|him|it|the baby|my baby)(?! (?:nappy|diaper|clothes))|(?:she|he|it)(?:'s| is|s)? (?:not (?:really )?(?:my baby|human|real)"
    r"|an? (?:changeling|imposter|impostor|demon|devil)|evil|possessed))\b"
)
_COMMANDS = re.compile(
    r"\b(?:it|they|he|she|the voices?|voices?|something)(?: (?:just|keeps?|always))*(?:'s| is| are)?(?: (?:just|now))* "
    r"(?:say(?:s|ing)?|tell(?:s|ing)?(?: me)?|order(?:s|ing)?(?: me)?|want(?:s|ing)? me|command(?:s|ing)?(?: me)?)"
    r"(?: (?:me|to|i should|i must|just))* (?:do it|do things|jump|hurt|kill|die|cut|go|end it|burn)\b"
)
_POLICE = re.compile(r"\b(?:police|cops|911|999|112|000|number) (?:on|for|about|to) (?:him|her|them|my \w+)\b")
_IS_REAL = re.compile(
    r"\b(?:it|this|he|she)(?:'s| is|s) (?:so |really |actually |all )?real\b|\b(?:they|these)(?:'re| are) (?:really |actually )?real\b"
    r"|\bi'?m not (?:crazy|mad|insane|imagining|making (?:it|this) up|sick|ill)\b|\b(?:it|they) really (?:happen(?:s|ed)?|(?:is|are) there)\b"
)


def gone_on_with(text: str, signal: Signal, state: State) -> Signal:
    """The signal, raised where a few words only go on with what was told before, or turned where the classifier named dark thoughts
    something else than what they first of all may be."""
    if signal.evidence[-1:] == ("classifier",) and DARK_THEME in signal.evidence and signal.intent in (_PSYCHOSIS, "self_harm"):
        signal = Signal("crisis_passive", "ask", (DARK_THEME,))
    by_ear = signal.evidence == ("classifier",) and signal.intent == "danger_from_others"
    if by_ear and state.topic == "crisis_third_party" and _POLICE.search(plain(text)):
        # It is the call for someone at risk that is hard.
        return CLEAR
    if signal.level == "urgent" or state.stage not in CLOSED or state.pending:
        return signal
    words = plain(text).replace(",", "")
    if _BABY_NEED in state.needs or told_baby(text):
        if _FEARS_ITSELF.search(words):
            return Signal("danger_to_others", "urgent", ("fears what it might do to a baby",))
        if _ANOTHER_BABY.search(words):
            return Signal(_PSYCHOSIS, "support", ("takes a baby for another",))
    if state.topic == _PSYCHOSIS:
        if _COMMANDS.search(words):
            return Signal("crisis_imminent", "urgent", ("is told to do it",))
        if _IS_REAL.search(words):
            return Signal(_PSYCHOSIS, "support", ("says that it is real",))
    return signal
