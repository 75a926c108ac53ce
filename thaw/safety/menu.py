"""Which offered choice a typed text names: by its label, or by its place ("the second one")."""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional, Sequence

from thaw.once import once

_ORDINALS = (
    ("first", "1st", "one", "1", "former"),
    ("second", "2nd", "two", "2", "latter"),
    ("third", "3rd", "three", "3"),
    ("fourth", "4th", "four", "4"),
    ("fifth", "5th", "five", "5"),
    ("sixth", "6th", "six", "6"),
    ("seventh", "7th", "seven", "7"),
    ("eighth", "8th", "eight", "8"),
)
_ORDINAL = re.compile(r"^(?:the |number |option |no (?=\d))?(\w+)(?: one| option| please)*$", re.IGNORECASE)
_LAST = re.compile(r"^the last(?: one| option)?$", re.IGNORECASE)


_OF_DANGER = ("/crisis_", "/danger_", "/self_harm", "/answer_risk", "/third_party_", "/medical_emergency")


def picked(text: str, offered: Sequence[Mapping[str, Any]]) -> Optional[str]:
    """The payload of the choice that a text names, or None.

    Args:
        text: the visitor's words.
        offered: `{"title", "payload", "door"}` in the order shown; doors are not counted by place.
    """
    words = bare(text)
    for choice in offered:
        if words == bare(choice["title"]):
            return str(choice["payload"])
    asked = [choice for choice in offered if not choice.get("door")]
    if not asked:
        return None
    if _LAST.match(words):
        return str(asked[-1]["payload"])
    match = _ORDINAL.match(words)
    if match:
        for place, names in enumerate(_ORDINALS):
            if match.group(1) in names and place < len(asked):
                return str(asked[place]["payload"])
    return None


def is_a_label(text: str, offered: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a text is the label of an offered choice that is about no danger: the words are ours."""
    words = bare(text)
    return any(words == bare(choice["title"]) and not choice["payload"].startswith(_OF_DANGER) for choice in offered)


@once
def bare(text: str) -> str:
    """The text in lower case without punctuation."""
    return re.sub(r"[^\w\s]", "", text.lower().replace("’", "'")).strip()
