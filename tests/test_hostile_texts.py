"""Whatever a visitor types, reading it ends: no long message holds one of the patterns."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from typing import Any

import thaw
from tests.hostile_texts import hostile_texts

SECONDS = 0.5
"""Of the processor's time. Most take a thousandth of it: what takes this long is endless, or soon will be."""


def test_no_long_text_holds_a_pattern() -> None:
    """One visitor who types the same word two hundred times keeps nobody waiting."""
    held = {
        f"{name}: {pattern.pattern[:100]}": text[:40]
        for name, pattern in _patterns()
        for text in hostile_texts(pattern)
        if not _ends(pattern, text)
    }
    assert not held


def test_a_pattern_that_fits_in_two_ways_is_found() -> None:
    """The net catches what it is there for."""
    twice = re.compile(r"^(?:i'?ll |ill |just )*(?:call|ring)$")
    assert not all(_ends(twice, text) for text in hostile_texts(twice))


class _TooLongError(Exception):
    pass


def _ends(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is done with a text in time."""

    def too_long(*_: Any) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, too_long)
    try:
        for look in (pattern.search, pattern.fullmatch):
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            look(text)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _TooLongError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return True


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern of the package, each once, with the name of a place where it stands."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages(thaw.__path__, "thaw."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for pattern in _inside(value):
                    found.setdefault(pattern, f"{module.name}.{name}")
    return [(name, pattern) for pattern, name in found.items()]


def _inside(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        yield from _inside([*value, *value.values()])
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _inside(each)
