"""The dialogue is walked through its choices; in every state found, a crisis message and every answer to the risk question is answered."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import pytest
from site_client import Thaw, Visitor, crisis, kinds, labels

BEGINNINGS = (
    "i feel nothing",
    "my partner says im checked out",
    "since my mum died im numb",
    "i have been on sertraline and feel flat",
    "nothing feels real",
    "what is anhedonia",
    "flurble wug zant",
    "delete this chat",
    "keep it short please",
)
DEPTH = 3
"""Choices pressed one after the other."""
STATES = 70
"""States walked to; a state is what it offers."""
LEAVING = ("Clear this chat", "Yes, delete")
EXPLICIT = "i want to kill myself"


def reach(thaw: Thaw, path: tuple[str, ...]) -> Visitor:
    they = Visitor(thaw.url, country="US")
    for step in path:
        they.say(step) if step in BEGINNINGS else they.choose(step)
    return they


def walked(thaw: Thaw) -> Iterator[tuple[str, ...]]:
    """A shortest way to each state, breadth first."""
    seen: set[tuple[str, ...]] = set()
    waiting: deque[tuple[str, ...]] = deque([(), *[(beginning,) for beginning in BEGINNINGS]])
    while waiting and len(seen) < STATES:
        path = waiting.popleft()
        offered = tuple(labels(reach(thaw, path).last))
        if offered in seen:
            continue
        seen.add(offered)
        yield path
        if len(path) < DEPTH:
            waiting += [(*path, label) for label in dict.fromkeys(offered) if not label.startswith(LEAVING)]


@pytest.fixture(scope="module")
def paths(thaw: Thaw) -> list[tuple[str, ...]]:
    found = list(walked(thaw))
    assert len(found) >= 40, "the walk found too few states to mean anything"
    return found


@pytest.mark.parametrize("reply", ["yes", "no", "sometimes", "i noticed the music, my sister said two years"])
def test_in_every_state_a_crisis_and_any_answer_to_its_question_are_answered_as_such(thaw, paths, reply):
    for path in paths:
        they = reach(thaw, path)
        asked = crisis(they.say(EXPLICIT))
        assert asked["level"] in ("support", "urgent") and "tel:988" in str(asked["services"]), path
        answered = they.say(reply)
        assert crisis(answered)["text"] != asked["text"], path
        assert not {"exercise", "handoff"} & set(kinds(answered)), path
