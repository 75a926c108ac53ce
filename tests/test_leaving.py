"""A goodbye and nothing else, and who stays after one."""

from __future__ import annotations

import pytest

from thaw.leaving import only_leaves, stays_after_all
from thaw.nlu.context import meant_by
from thaw.nlu.likely import likely


@pytest.mark.parametrize("text", ["ok cya", "cya", "ok bye", "thanks, see you tomorrow", "later", "bye now", "goodnight then", "gtg"])
def test_a_bare_goodbye_is_one(text: str) -> None:
    assert only_leaves(text)


@pytest.mark.parametrize(
    "text",
    [
        *("goodbye cruel world", "see you on the other side", "bye forever", "this is goodbye", "later i cried", "i said bye to her"),
        *("night is the worst", "bye mum i love you", "see you never"),
    ],
)
def test_what_only_holds_a_goodbye_is_read_as_a_whole(text: str) -> None:
    assert not only_leaves(text)


@pytest.mark.parametrize(
    "text", ["wait", "wait one more thing", "hold on", "actually wait", "one last question", "oh, before i go", "im not done"]
)
def test_who_stays_after_all_is_heard(text: str) -> None:
    assert stays_after_all(text)


@pytest.mark.parametrize("text", ["i cant wait to die", "wait for what", "one more pill", "ok", "there's nothing left"])
def test_what_goes_on_with_something_is_read_for_itself(text: str) -> None:
    assert not stays_after_all(text)


@pytest.mark.parametrize(
    ("text", "is_little"),
    [
        ("im leaving uni, said goodbye to my flatmates", True),
        ("my therapist retired and we said goodbye", True),
        ("i want to go home", True),
        ("last game is sunday, then goodbye", True),
        ("goodbye", False),
        ("im off to bed, bye", False),
        ("im leaving now", False),
    ],
)
def test_a_goodbye_said_in_ones_life_leaves_no_chat(text: str, is_little: bool) -> None:
    assert likely().is_little("goodbye", text, []) is is_little


OFFERED = [{"title": "Delete my chat", "payload": "/delete_my_chat"}]


@pytest.mark.parametrize("goodbye", ["utter_goodbye", "utter_goodbye_night"])
def test_who_stays_after_a_goodbye_is_taken_back_to_what_was_open(goodbye: str) -> None:
    assert meant_by("wait one more thing", None, {"last": [goodbye], "offered": OFFERED}) == "/resume"
