"""What several readers of one message ask of its words is worked out once, and forgotten when the message is answered."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Callable, List, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])

TEXTS = 64
"""Of how many texts each function remembers what it found: a message, its sentences and the labels of the choices beside it."""

_remembered: List[Callable[[], None]] = []


def once(function: Function) -> Function:
    """A function of texts that finds the same each time, asked again and again in a turn; its arguments are hashable."""
    remembering = lru_cache(maxsize=TEXTS)(function)
    _remembered.append(remembering.cache_clear)
    return cast(Function, remembering)


def forget() -> None:
    """Drop every text, and all that was found of one."""
    for drop in _remembered:
        drop()
