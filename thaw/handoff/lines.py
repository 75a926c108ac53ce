"""Which line of a receipt a visitor means: by its place, its name, or a word that stands in it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.english import STOP_WORDS
from thaw.handoff.form import State, summary
from thaw.handoff.words import named

_PLACES = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in ("first|1st|line 1|line one", "second|2nd|line 2|line two", "third|3rd|line 3|line three", "fourth|4th|line 4|line four")
)
_LAST = re.compile(r"\b(?:last|bottom)\b")
_STEM = 5
"""Letters in which two forms of a word agree: "divorce", "divorced"."""
_OF_NO_LINE = STOP_WORDS | {
    "line",
    "lines",
    "part",
    "bit",
    "thing",
    "answer",
    "sentence",
    "word",
    "words",
    "stuff",
    "mention",
    "please",
    "wrong",
}


def line_of(state: State, words: str) -> Optional[str]:
    """The field of the line that words mean, or None if none or more than one can be meant."""
    plain, shown = words.lower().replace("’", "'"), summary(state)
    fields = [field for field, _ in shown]
    place = next((number for number, pattern in enumerate(_PLACES) if pattern.search(plain)), None)
    if place is not None:
        return fields[place] if place < len(fields) else None
    if _LAST.search(plain):
        return fields[-1] if fields else None
    called = named(plain)
    if called in fields:
        return called
    stems = {word[:_STEM] for word in re.findall(r"[^\W_]+", plain) if word not in _OF_NO_LINE and len(word) > 2}
    held = [field for field, said in shown if stems & {word[:_STEM] for word in re.findall(r"[^\W_]+", said.lower())}]
    return held[0] if len(held) == 1 else None
