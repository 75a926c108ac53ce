"""Which line of a receipt a visitor means: by its place, its name, or a word that stands in it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.english import STOP_WORDS
from thaw.handoff.form import State, summary
from thaw.handoff.words import named

_OF_THE_LINE = r"(?=\W*$|[,.;:]| (?:line|part|bit|thing|answer|sentence|one|please|is|was|isnt|isn't)\b)"
"""After the place of a line. "The part about my first marriage" tells none."""
_PLACES = tuple(
    re.compile(rf"\b(?:{ordinals}){_OF_THE_LINE}|(?:\b(?:line|number|no|nr|nummer)\.? ?|#)(?:{numbers})\b")
    for ordinals, numbers in (("first|1st", "1|one"), ("second|2nd", "2|two"), ("third|3rd", "3|three"), ("fourth|4th", "4|four"))
)
_LAST = re.compile(rf"\b(?:last|bottom){_OF_THE_LINE}")
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
    "first",
    "second",
    "third",
    "fourth",
    "last",
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
