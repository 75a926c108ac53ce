"""Where somebody lives to the door, in a visitor's words: a house number with its street. A town or a region is none."""

from __future__ import annotations

import re
from typing import Iterator

_NAME = (
    r"(?:(?!(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|times?|kids?|of|the|and|or|a|an|to|in|on|off|away|out|people|ppl"
    r"|out|jobs?|steps?|long|more|last|different|percent|in|am|pm|mg|sessions?|car|main|big|bad|broken)\b)[^\W\d_][\w'.-]{0,20} ){1,3}"
)
_STREET = r"(?:street|str|avenue|ave|road|rd|lane|ln|boulevard|blvd|terrace|crescent|parkway|pkwy|highway|hwy|stra(?:ss|ß)e|rue)"
_MAY_BE_STREET = r"(?:st|way|place|pl|drive|dr|court|ct|close|row|square|sq|circle|cir|grove|gardens?|mews|hill|walk|green|park|view|rise)"
_DOOR = r"(?:,? (?:apt|apartment|unit|flat|suite|ste|room|no|nr|floor|#)\.? ?#?\w{1,5}\b)?"
_ADDRESS = re.compile(
    rf"\b\d{{1,5}}[a-z]?,? (?:[nsew]\.? )?{_NAME}{_STREET}\b(?! (?:accidents?|rage|trips?|noise|works|safety)\b)\.?{_DOOR}"
    rf"|(?<=\bat )\d{{1,5}}[a-z]?,? {_NAME}{_MAY_BE_STREET}\b\.?{_DOOR}"
    rf"|\b(?:p\.? ?o\.? box) \d+",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(rf"\b\d{{1,5}}[A-Za-z]?,? (?:[NSEW]\.? )?(?:[A-Z][\w'.-]{{1,20}} ){{1,3}}(?i:{_MAY_BE_STREET})\b\.?(?i:{_DOOR})")
"""The same with a name's capitals: "44 Elm Dr"."""


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where a text tells a house number and its street."""
    for pattern in (_ADDRESS, _IN_CAPITALS):
        yield from (match.span() for match in pattern.finditer(text))
