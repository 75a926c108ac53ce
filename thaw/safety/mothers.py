"""The wish that a child had another mother, or that one were gone for its good: it is the mother's own danger, and not the child's."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, Heard, State
from thaw.safety.screen import Signal
from thaw.safety.told import told_baby

ANOTHER_MOTHER = "wishes a child another mother"
_BIRTH = "birth"
_MOTHER = r"(?:mother|mum|mom|mam|mama|mummy|mommy|parent|father|dad)"
_ANOTHER = re.compile(
    rf"\b(?:better|happier|safer)(?: off)? with (?:another|a (?:different|better|new|real|proper|normal)|some(?:one"
    rf"|body) else as) (?:\w+ )?{_MOTHER}\b"
    rf"|\bdeserves?(?: so much| to have| such)*(?: an?)? (?:better|different|another|real|proper|normal|happier"
    rf"|loving)(?: \w+)? {_MOTHER}\b"
    rf"|\bdeserves? (?:so much )?better than me\b|\b(?:needs?|should have(?: had)?|better (?:off )?with) (?:another"
    rf"|a (?:different|better|real)) {_MOTHER}\b"
)
_GONE = re.compile(
    r"\b(?:'?d|would|will|'ll)(?: all| both| probably| just)* be (?:fine|ok|okay|better(?: off)?|happier|safer)(?: \w+){0,2}"
    r" (?:if i(?:'m| am| was| were|'d| had| died| left| went| disappeared| wasn'?t| weren'?t)|without me(?! (?:for|while|at|on"
    r"|tonight|this)\b)|when i'?m gone)\b"
    r"|\bbetter(?: off)? without me\b"
)
_IN_A_FAMILY = re.compile(
    rf"\b(?:i(?:'m| am) (?:\w+ )*(?:a|their|her|his) {_MOTHER}|(?:my|our|the) (?:kids?|child(?:ren)?|baby|babies|son|daughter"
    rf"|boys?|girls?|twins))\b"
)
_HERS = re.compile(r"\b(?:than me|i think|i(?:'m| am)|i (?:feel|know|wonder|keep|guess|should|can'?t))\b")


def of_a_mother(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """Whether a text wishes a child another mother, or thinks it better off without the writer."""
    words = plain(text).replace(",", "")
    by_a_rule = signal.evidence and signal.evidence != ("classifier",)
    plainer = by_a_rule and signal.level in ("support", "urgent") and signal.intent in ("crisis_ideation", "crisis_imminent")
    if plainer or state.stage not in CLOSED or state.pending:
        return None
    after_birth = _BIRTH in state.needs
    of_a_child = after_birth or told_baby(text) or bool(_IN_A_FAMILY.search(words))
    another = _ANOTHER.search(words) and (of_a_child or _HERS.search(words))
    if another or (_GONE.search(words) and (after_birth or told_baby(text))):
        return Heard(Signal("crisis_passive", "ask", (ANOTHER_MOTHER,)))
    return None
