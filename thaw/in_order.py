"""Whether words of several kinds stand in a text one after the other.

One search for each kind: one pattern with `.*` between them tries every pair of places, which takes a tenth of a second of a long text.
"""

from __future__ import annotations

from re import Pattern


def in_order(text: str, *patterns: Pattern[str]) -> bool:
    """Whether, in one line of a text, each pattern is found behind the one before it."""
    return any(_in_line(line, patterns) for line in text.split("\n"))


def _in_line(line: str, patterns: tuple[Pattern[str], ...]) -> bool:
    end = 0
    for pattern in patterns:
        match = pattern.search(line, end)
        if match is None:
            return False
        end = match.end()
    return True
