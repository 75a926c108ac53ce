"""The plan in three lines is filled in by typing, and an emergency stays one on the screen, whatever obstacle is named."""

from __future__ import annotations

import pytest
from site_client import crisis, kinds
from test_crisis_in_words import EXPLICIT, PLAN, is_said


def test_the_plan_is_filled_in_by_typing_its_three_lines(visitor):
    they = visitor(country="US")
    they.say(EXPLICIT)
    they.say("no plan")
    they.choose("I don't want police")
    they.choose("A plan in three lines")
    for line, place in (
        ("my chest goes tight and I start counting things", "first"),
        ("walking the dog", "second"),
        ("my brother Dan", "third"),
    ):
        answer = they.say(line)
        assert kinds(answer) == ["crisis"] and is_said(answer, f"utter_plan_line_{place}")


@pytest.mark.parametrize(
    "told", ["last time they didn't help", "my mum would go mad", "something to steady me", "im so scared", "nobody cares"]
)
def test_the_emergency_number_stays_first_whatever_is_in_the_way(visitor, told):
    they = visitor(country="US")
    they.say(PLAN)
    answer = crisis(they.say(told))
    assert answer["level"] == "urgent" and answer["services"][0]["contacts"][0]["href"] == "tel:911"


@pytest.mark.parametrize("told", ["my dad", "I'd lose my job", "i feel nothing"])
def test_an_obstacle_in_own_words_gets_no_text_on_numbness(visitor, told):
    they = visitor(country="US")
    they.say(EXPLICIT)
    they.say("no plan")
    assert kinds(they.say(told)) == ["crisis"]
