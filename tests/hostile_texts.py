"""Texts that hold a pattern longest: what it may repeat, repeated many times, and then something that doesn't fit.

A pattern in which one text fits in two ways ("i'?ll |ill ", repeated) tries both at each place, 2^n for n of them, and one who types the
same word thirty times stops the server for everyone.
"""

from __future__ import annotations

import re
import sre_constants as of
import sre_parse
import string
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

LONG = 600
"""Characters of such a text. A message may have 2,000; what fits in endless ways, or in as many as their cube, is held by these, too."""
MANY = 4
"""Repeats that may be this many count as endless."""
_LETTERS = " a1.,'-" + string.ascii_lowercase + string.punctuation + "\n"
Tree = Iterable[tuple[Any, Any]]


def hostile_texts(pattern: re.Pattern[str]) -> Iterator[str]:
    """Long texts against a pattern, for each thing it repeats and each of the ways to put that thing, alone and in turn with
    the next of them.
    """
    tree = sre_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    bodies = ["a ", "a", " ", ". "]
    for before, body in _repeated(tree, ""):
        ways = [each for each in dict.fromkeys(_ways(body)) if each]
        bodies += ways
        for each in (*ways, *map("".join, pairwise(ways))):
            yield _full(before, each)
            yield _full(before, f"{each} ")
    for each in (*bodies[:4], _first(tree)):
        yield _full("", each)
        yield _full("", f"{each} ")
        yield _full(_first(tree), each)


def _full(before: str, repeated: str) -> str:
    """Something repeated many times, and then what fits nothing."""
    return (before + (repeated or "a") * LONG)[: LONG - 1] + "\x00"


def _repeated(tree: Tree, before: str) -> Iterator[tuple[str, Tree]]:
    """Each part of a pattern that may come many times, with an example of what stands before it."""
    for op, found in tree:
        if op in (of.MAX_REPEAT, of.MIN_REPEAT):
            _, most, body = found
            if most >= MANY:
                yield before, body
            yield from _repeated(body, before)
        elif op is of.BRANCH:
            for branch in found[1]:
                yield from _repeated(branch, before)
        elif op is of.SUBPATTERN:
            yield from _repeated(found[-1], before)
        elif op in (of.ASSERT, of.ASSERT_NOT):
            yield from _repeated(found[1], before)
        before += _first([(op, found)])


def _first(tree: Tree) -> str:
    """One text that a part of a pattern fits."""
    return next(iter(_ways(tree)), "")


def _ways(tree: Tree) -> list[str]:
    """Texts that a part of a pattern fits: each branch is taken once, what may be missing is there and is missing."""
    texts = [""]
    for op, found in tree:
        more = _ways_of(op, found)
        # Not every way with every way: each of the new ones behind the first of the old, and each of the old before the first of the new.
        texts = [texts[0] + each for each in more] + [each + more[0] for each in texts[1:]]
    return texts


def _ways_of(op: Any, found: Any) -> list[str]:
    if op is of.LITERAL:
        return [chr(found)]
    if op in (of.NOT_LITERAL, of.ANY, of.IN):
        one = re.compile(_character(op, found))
        return [next((each for each in _LETTERS if one.fullmatch(each)), "")]
    if op is of.BRANCH:
        return [each for branch in found[1] for each in _ways(branch)]
    if op is of.SUBPATTERN:
        return _ways(found[-1])
    if op in (of.MAX_REPEAT, of.MIN_REPEAT):
        least, _, body = found
        ways = [each * max(least, 1) for each in _ways(body)]
        return [*ways, ""] if least == 0 else ways
    return [""]


def _character(op: Any, found: Any) -> str:
    """A pattern for one character, from its parsed form."""
    if op is of.ANY:
        return "."
    if op is of.NOT_LITERAL:
        return f"[^{re.escape(chr(found))}]"
    named = {of.CATEGORY_SPACE: r"\s", of.CATEGORY_NOT_SPACE: r"\S", of.CATEGORY_WORD: r"\w", of.CATEGORY_NOT_WORD: r"\W"}
    named |= {of.CATEGORY_DIGIT: r"\d", of.CATEGORY_NOT_DIGIT: r"\D"}
    inside = ""
    for kind, value in found:
        if kind is of.NEGATE:
            inside += "^"
        elif kind is of.LITERAL:
            inside += re.escape(chr(value))
        elif kind is of.RANGE:
            inside += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            inside += named[value]
    return f"[{inside}]"
