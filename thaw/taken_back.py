"""A message that takes itself back on the way ("work, no sorry, home"): what it comes to in the end."""

from __future__ import annotations

import re
from typing import NamedTuple

_BREAKS = r"[\s,.;:!…–—-]"
_BREAK = rf"{_BREAKS}+"
_WORD = r"(?:no+|nope|wait|sorry|oops|actually|hang on|hold on|i mean(?:t)?|scratch that|strike that|make that|or rather|correction)"
_MARK = re.compile(
    # A break counts from its beginning: tried from each of its marks, a long one takes the square of its length.
    # So do words before it that have no end: nobody says more than eight.
    rf"(?:^|(?<!{_BREAKS})(?P<before>{_BREAK}))(?:(?:oh|ah|hm+|but|well){_BREAK}){{0,8}}"
    rf"(?P<words>{_WORD}(?:{_BREAK}{_WORD})*)\b(?P<after>{_BREAK})(?=\S)",
    re.IGNORECASE,
)
_ALONE = frozenset({"scratch that", "strike that", "make that", "or rather", "correction"})
"""Words that take back by themselves. Any other one does so beside another, or set apart on both sides."""
_NO = re.compile(r"no+|nope")
_SET_APART = re.compile(r"[,.;:!…–—-]")


class Settled(NamedTuple):
    """What a message comes to, whether it took something back, and whether that was something said before the message."""

    text: str
    took_back: bool = False
    of_before: bool = False


def settled(text: str) -> Settled:
    """What a message comes to: "several days. no wait, not at all" comes to "not at all", and "sorry, i meant two" to "two"."""
    rest, of_before = text.strip(), False
    while match := next((each for each in _MARK.finditer(rest) if _takes_back(each)), None):
        of_before = of_before or (match.start() == 0 and not match["before"])
        rest = rest[match.end() :]
    return Settled(rest, rest != text.strip(), of_before)


def _takes_back(mark: re.Match[str]) -> bool:
    words = re.findall(_WORD, mark["words"].lower())
    ends_apart = bool(_SET_APART.search(mark["after"]))
    if _ALONE & {*words}:
        return True
    if (all(_NO.fullmatch(word) for word in words) and len(words) > 1) or (_NO.fullmatch(words[-1]) and not ends_apart):
        # "No, no, nothing", and the "no" of "no idea".
        return False
    apart = bool(mark["before"] and _SET_APART.search(mark["before"])) and ends_apart
    return len(words) > 1 or (apart and words != ["i mean"]) or words == ["i meant"]
