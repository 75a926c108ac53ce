"""Messages of signs alone, without a letter: a thumbs-up is a nod, a shrug is "I don't know". The encoder has no pieces for them."""

from __future__ import annotations

import unicodedata
from typing import Optional

_MEANT = {
    "affirm": "👍👌🙌✅✔☑💯🤝",
    "deny": "👎❌✖🙅🚫",
    "unsure": "🤷🤔😕🫤😐😶",
    "thanks": "🙏❤🧡💛💚💙💜🖤🤍🤎🩶🩷🩵💗💕💖😊🙂☺🤗",
    "goodbye": "👋😴💤🛌",
    "feel_nothing": "🫥",
}
"""The signs that mean an intent by themselves. Others, and knives and coffins above all, are left to the classifier and the screen."""
_INTENTS = {sign: intent for intent, signs in _MEANT.items() for sign in signs}
_JOINING = frozenset("\u200d\ufe0f♀♂")


def signs_alone(text: str) -> Optional[str]:
    """The intent of a text that is signs alone, of which the first known one counts; None if there is anything else in it."""
    signs = [each for each in text if not each.isspace() and each not in _JOINING and unicodedata.category(each) != "Sk"]
    if not signs or any(each not in _INTENTS for each in signs):
        return None
    return _INTENTS[signs[0]]
