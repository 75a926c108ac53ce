"""Short messages that say one plain thing: they are taken for that thing, and not for what they look like."""

import pytest
from script import crisis_of, named
from site_client import labels, text_of


@pytest.mark.parametrize("text", ["couldnt sleep so i came here", "cant sleep, its 1am", "its 3am and im wide awake again"])
def test_who_cannot_sleep_and_came_here_gets_a_few_quiet_words_and_something_to_do_lying_down(visitor, text):
    they = visitor(country="US")
    answer = they.say(text)
    assert "utter_awake" in named(answer) and "heavy" not in text_of(answer)
    assert sum(len(each["text"].split()) for each in answer if each["kind"] != "crisis") < 60
    assert {"Five minutes, lying down", "What is this numbness?"} <= set(labels(answer))
    assert "exercise" in [each["kind"] for each in they.choose("Five minutes, lying down")]


def test_who_cannot_sleep_for_a_reason_is_answered_to_the_reason(visitor):
    assert "utter_numb_after_loss" in named(visitor(country="US").say("cant sleep since my mum died"))
    assert crisis_of(visitor(country="US").say("cant sleep, i want to die")) in ("support", "urgent", "ask")
