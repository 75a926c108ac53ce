"""Whether "the thoughts" have to be told to who treats one: a question of what comes of it, in which the classifier alone hears a mind that
is not well. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.in_general import IF_TOLD
from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, Heard, State
from thaw.safety.screen import Signal

_AT_MOST = 20
_ASKS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|wait|also|sorry|um+|hi|hey|then|what if) )*(?:do|should|must|can|could|would|will|shall|am) i"
    r"(?: (?:really|even|actually|just|have|need|supposed|got|to|be|allowed|obliged))* (?:tell|mention|say|admit|talk|share"
    r"|disclose|bring up)"
    r"\b.*\b(?:thoughts?|what i (?:think|have been thinking))\b"
)
_OF_MORE = re.compile(
    r"\b(?:voices?|hear\w*|spy\w*|chips?|watch\w*|read(?:s|ing)? my|broadcast\w*|insert\w*|not mine|aren't mine|control\w*)\b"
)
"""What makes them thoughts of another kind."""


def of_telling_them(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text asks of telling the thoughts, where only the classifier hears a danger that no word of it names."""
    words = plain(text).replace(",", "").replace("?", "")
    if signal.evidence != ("classifier",) or signal.intent != "psychosis_or_mania" or len(words.split()) > _AT_MOST:
        return None
    if not _ASKS.search(words) or _OF_MORE.search(words) or state.topic == "psychosis_or_mania":
        return None
    if state.stage in CLOSED and not (state.pending or state.topic):
        return Heard(Signal("crisis_passive", "ask", (IF_TOLD,)))
    return Heard(move="therapist_told")
