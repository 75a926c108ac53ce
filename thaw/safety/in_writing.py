"""Who can't hear or speak on a phone: while a call is urged, the emergency number by text or relay comes first. By rules alone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

_AT_MOST = 20
_NO_VOICE = re.compile(
    r"\bi(?:'m| am)(?: \w+){0,2} (?:deaf|hard of hearing|mute|non-?verbal|non-?speaking)\b(?! (?:in (?:one|my (?:left|right))|to)\b)"
    r"|\bi (?:can'?t|can not|cannot) (?:hear(?: (?:on|over) (?:a |the )?phones?)?|speak|talk)(?: at all| out loud)?"
    r"(?: (?:because|cos|so|since) i(?:'m| am)? \w+| i(?:'m| am) (?:deaf|mute)\b)"
    r"|\bi (?:can'?t|can not|cannot) hear(?: (?:on|over) (?:a |the )?phones?)?\W*$|\bi (?:use|sign) (?:bsl|asl|sign language|a relay)\b"
    r"|\bi(?:'ve| have) (?:no voice|a (?:bad |severe )?(?:stammer|stutter))\b"
)


def of_no_voice(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """That a call can't be made by voice, where one is urged; where a line is only offered, a reason not to phone."""
    if signal.level == "urgent" and signal.evidence != ("classifier",):
        return None
    words = plain(text).replace(",", "")
    if len(words.split()) > _AT_MOST or not _NO_VOICE.search(words):
        return None
    if state.is_urged or state.pending == "call" or state.route_in_view:
        return Heard(move="in_writing")
    return Heard(move="barrier_phone") if state.is_open and state.pending is None else None
