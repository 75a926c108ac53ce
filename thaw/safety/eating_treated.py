"""What treatment may ask of who fights with food, and a no to suicide beside it, which takes nothing of that back. By rules alone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.reply import turns
from thaw.safety.risk_state import TOLD, Heard, State
from thaw.safety.screen import Signal
from thaw.safety.told import denies_thoughts

_AT_MOST = 25
_THEY = r"(?:they|he|she|it|(?:a|the|my|any|your) (?:therapist|doctor|clinician|clinic|hospital|person|nurse|dietitian|counsell?or)|anyone)"
_TREATED = re.compile(
    rf"\b(?:will|would|do|can|could|are|is|does) {_THEY}\b.{{0,20}}\b(?:(?:make|force|forced|forcing|get) me(?: to)?"
    r" (?:eat|gain|drink|finish|put on)|weigh me|feed me|tube|ask (?:\w+ )?(?:weight|what i weigh)|know what i weigh)\b"
    rf"|\b(?:do|will|must|should) i (?:have to )?(?:tell|show|give) {_THEY} (?:my weight|the number|what i (?:weigh|eat)|my numbers)\b"
    r"|\bscared (?:that )?they(?:'ll| will) (?:make|force) me(?: to)? (?:eat|gain)\b"
)


def of_eating_treated(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What is asked of treatment, or denied of suicide, after food was spoken of."""
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",) and signal.intent != "eating_disorder"
    words = plain(text).replace(",", "")
    if state.topic != "eating_disorder" or by_a_rule or signal.level == "urgent" or len(words.split()) > _AT_MOST:
        return None
    if _TREATED.search(words):
        return Heard(move="eating_treated")
    is_no = denies_thoughts(text) and not turns(text) and state.stage not in TOLD and state.pending in (None, "thoughts")
    return Heard(move="eating_not_suicide") if is_no else None
