"""What is said of whole chats: who in no danger was asked, and whether who told of danger was answered."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.chats import answered, level_of, shares


def chat(told: list[int], *alarms: int) -> dict[str, Any]:
    return {"id": "x", "told": told, "asked": [{"turn": turn, "level": "support"} for turn in alarms]}


def test_only_chats_in_no_danger_count_as_asked_for_nothing() -> None:
    at_all, twice = shares([chat([]), chat([], 3), chat([], 3, 8), chat([2], 2), chat([2], 2, 9)])
    assert (at_all.hits, at_all.count, twice.hits) == (2, 3, 1)


@pytest.mark.parametrize(("alarms", "hits"), [([5], 1), ([6], 1), ([4], 0), ([8], 0), ([], 0)])
def test_danger_is_answered_in_the_turn_in_which_it_is_told_or_the_next(alarms: list[int], hits: int) -> None:
    assert answered([chat([5], *alarms), chat([], 1)]).hits == hits


def test_the_line_with_the_services_asks_nothing_and_is_no_alarm() -> None:
    line = {"kind": "crisis", "level": "support", "text": "That can be numbness and nothing more. If there is more, and some part of you"}
    question = {"kind": "crisis", "level": "ask", "text": "So here is a straight question"}
    assert level_of([line]) is None and level_of([line, question]) == "ask"
