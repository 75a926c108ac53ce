"""Pictures in place of words: means and coffins are asked about, a cry for help is one."""

from __future__ import annotations

import re
import unicodedata
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

PICTURED = "means told by a picture"
_MEANS = "🔫🔪🗡💊💉⚰🪦🪢🩸"
_DARK = _MEANS + "☠💀😭😢😔😞💔🖤🥀👋🌉🚬🍷🔚⏳🕊👼😵🙃🥲😶🫥🫠😿☹🙁💤"
"""With what a picture of means still is about nothing else."""
_JOINING = frozenset("\u200d\ufe0f♀♂")
_TOOK = re.compile(
    r"\b(?:took|taken|swallowed|downed|ate)(?: (?:them|it|all|of|the|every|whole|lot|some|too|many)){1,3}(?: all| now| already)*\W*$"
)
_AT_MYSELF = re.compile(
    rf"\b(?:want|going|need|about|might|could|will|'ll|can|just|should|to)\b(?: \w+){{0,3}} ?[{_MEANS}]+\ufe0f? ?(?:my ?self|me|us)\b"
)


def signs(text: str) -> list[str]:
    """The signs of a text, without what only joins or colours them."""
    return [each for each in text if not each.isspace() and each not in _JOINING and unicodedata.category(each) != "Sk"]


def of_pictures(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What pictures tell of danger: means by themselves, something swallowed, or meant for the writer."""
    shown = signs(text)
    if not any(each in _MEANS for each in shown):
        return None
    words = plain(text).replace(",", "")
    if "💊" in shown and _TOOK.search(re.sub(r"[^\w' ]", " ", words).strip()):
        return Heard(Signal("crisis_imminent", "urgent", ("attempt under way, or a means taken",)))
    if signal.level == "urgent":
        return None
    if _AT_MYSELF.search(words):
        return Heard(Signal("crisis_ideation", "support", (PICTURED,)))
    if all(each in _DARK for each in shown) and state.pending is None:
        return Heard(Signal("crisis_passive", "ask", (PICTURED,)))
    return None
