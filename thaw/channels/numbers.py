"""Which line of a numbered list a typed text names: "2", "two", "the second", "option 2", and "remove 2" beside a receipt.

Every line of the list counts here. On the site, where nothing shows a number, the standing ways on do not (`thaw/safety/menu.py`).
"""

from __future__ import annotations

import re
from typing import Mapping, Optional

_PLACES = (
    ("1", "one", "first", "1st"),
    ("2", "two", "second", "2nd"),
    ("3", "three", "third", "3rd"),
    ("4", "four", "fourth", "4th"),
    ("5", "five", "fifth", "5th"),
    ("6", "six", "sixth", "6th"),
    ("7", "seven", "seventh", "7th"),
    ("8", "eight", "eighth", "8th"),
    ("9", "nine", "ninth", "9th"),
    ("10", "ten", "tenth", "10th"),
    ("11", "eleven", "eleventh", "11th"),
    ("12", "twelve", "twelfth", "12th"),
)
_NUMBERS = {"0": "0", "zero": "0", **{word: words[0] for words in _PLACES for word in words}}
_NAMED = r"(?:(?:the|option|number|choice|line)\s+)*(?P<number>\w+)(?:\s+(?:one|option|choice|line|please))*"
_PICK = re.compile(_NAMED)
_REMOVE = re.compile(rf"(?:please\s+)?(?:remove|delete|drop|take out|leave out)\s+{_NAMED}")
REMOVE = "remove "
"""Before the number of a receipt's line, in what the numbers stand for."""


def picked(text: str, numbers: Mapping[str, str]) -> Optional[str]:
    """The id of the choice that a text names by its number, or None.

    Args:
        text: the visitor's words.
        numbers: the ids of the last list's choices by their numbers.
    """
    plain = " ".join(re.sub(r"[^\w\s]", " ", text.lower()).split())
    for pattern, before in ((_PICK, ""), (_REMOVE, REMOVE)):
        match = pattern.fullmatch(plain)
        if match:
            found = numbers.get(before + _NUMBERS.get(match["number"], match["number"]))
            if found:
                return found
    if plain in ("the last", "the last one", "last one", "last"):
        counted = [number for number in numbers if number.isdigit()]
        return numbers[max(counted, key=int)] if counted else None
    return None
