"""Hurting oneself, told further: where and with what, what it is for, that it is not to die. None of it is a yes to suicide."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.reply import read_reply
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

DETAIL = "tells of how they hurt themselves"
_AT_MOST = 10
_WHERE = r"(?:legs?|thighs?|arms?|forearms?|wrists?|hips?|stomach|belly|ankles?|feet|hands?|shoulders?|knuckles?|skin|chest|sides?)"
_TOOL = (
    r"(?:razors?|blades?|razor ?blades?|sharpener|scissors|knife|glass|needles?|pins?|safety pin|compass|lighter|matches|cigarettes?|iron"
    r"|nails|teeth|paper ?clip|tweezers|hair ?straighteners?|eraser|elastic|wall)"
)
_DETAIL = re.compile(
    rf"^(?:(?:well|it'?s|like|just|usually|mostly|mainly|only|sometimes|also|and|but|i|do it|did it|use|used|cut|burn|burned"
    rf"|scratch|hit)[,]? )*"
    rf"(?:(?:on|with|along|at|across|by|the|my|a|an|some|upper|lower|inner|inside|of|both|left|right|top|old|kitchen|bathroom) ){{0,6}}"
    rf"(?:{_WHERE}|{_TOOL})\b"
)
_AHEAD = re.compile(r"\b(?:tonight|tomorrow|today|later|soon|going to|will|now|this time|plan\w*|deep enough|want to|ready|here)\b")
"""With what it is more than a detail."""
_NOT_TO_DIE = re.compile(
    r"\b(?:not|never|isn'?t|wasn'?t|ain'?t|don'?t|doesn'?t)(?: (?:do|doing|it|really|because|bc|cos|i|want|wanting|trying|meant|mean|done"
    r"|like))* (?:to die|about dying|to kill myself|for dying|about death|a suicide (?:thing|attempt)|suicidal|to end (?:it|my life))\b"
)
_WHAT_FOR = re.compile(
    r"\b(?:only|one|just the) (?:thing|way)\b(?: \w+){0,3} feel\w*\b|\bto feel (?:something|anything|real|alive|less|better|pain)\b"
    r"|\b(?:it )?(?:makes|helps) (?:it|me|the (?:noise|pain|numbness)) (?:\w+ )?(?:quiet|stop|calm|feel|cope|real)\b"
    r"|\bcalms me\b|\b(?:a |for )(?:relief|release)\b|\bpunish\w*\b"
)


BLEEDING = "a wound that won't stop bleeding"
"""The rules' theme of it."""
_STILL_BLEEDS = re.compile(
    r"\b(?:blood\w*|bleed\w*|drip\w*|soak\w*|towels?|floor|deep|gap\w+|dizzy|faint|cold|shaking|stitches|still|won'?t stop"
    r"|everywhere|worse|pressing"
    r"|pressed)\b"
)


def of_a_wound(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells further of hurting oneself, once that was answered."""
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    if "utter_bleeding" in dict(state.said) and state.topic == "medical_emergency" and signal.level != "urgent":
        still = state.quiet <= 1 and len(text.split()) <= _AT_MOST and _STILL_BLEEDS.search(plain(text))
        return Heard(Signal("medical_emergency", "urgent", (BLEEDING,))) if still else None
    if state.topic != "self_harm" or state.stage in GRAVE or (by_a_rule and signal.intent != "self_harm"):
        return None
    words = plain(text).replace(",", "")
    if len(words.split()) > _AT_MOST:
        return None
    if _NOT_TO_DIE.search(words) and not re.search(r"\bbut\b", words) and state.pending in ("thoughts", "plan"):
        return Heard(reply="none" if state.pending == "plan" else "no")
    if state.pending not in ("thoughts", None):
        return None
    reply = read_reply(text) if state.pending else None
    is_detail = _DETAIL.match(words) and not _AHEAD.search(words) and reply in (None, "unsure")
    if is_detail or (_WHAT_FOR.search(words) and reply is None):
        return Heard(Signal("self_harm", "support", (DETAIL,)))
    return None
