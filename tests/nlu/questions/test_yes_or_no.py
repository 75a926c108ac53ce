"""How a plain question is answered: yes, no, or what of it can be said."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

from thaw.nlu.questions import CARRIER, PLAIN, SIMPLE, SOURCES, WORDS, asked, decides
from thaw.responses import responses


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("yes or no", "utter_ask_how_common", "utter_ask_how_common_plain"),
        ("so is that a yes?", "utter_ask_how_common_plain", "utter_ask_how_common_plain"),
        ("was that a no or a yes", "utter_ask_will_it_get_better", "utter_ask_will_it_get_better_plain"),
        ("just tell me yes or no please", "utter_ask_is_it_depression", "utter_ask_is_it_depression_plain"),
        ("will this do anything, yes or no", "utter_ask_therapy", "utter_ask_therapy_plain"),
        ("is that a yes", "utter_feels_unreal", "utter_no_plain_answer"),
        ("is it normal to feel nothing", "utter_feel_nothing", "utter_ask_how_common_plain"),
        ("no lol. i asked if its NORMAL", "utter_greet", "utter_ask_how_common_plain"),
        ("Is that normal, or is there something wrong with me?", "utter_numb_after_loss", "utter_numb_after_loss_plain"),
        ("so whats wrong with me", "utter_exercise_felt_nothing", "utter_whats_wrong"),
        ("am i going mad", "utter_feels_unreal", "utter_going_mad"),
        ("yes", "utter_ask_how_common", None),
        ("i don't feel normal any more", "utter_greet", None),
        ("he thinks there is something wrong with me because i don't cry", "utter_greet", None),
    ],
)
def test_who_asks_for_a_yes_or_a_no_gets_the_one_of_what_was_spoken_of(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


def test_a_step_in_ones_life_is_no_program_s_to_decide_and_what_could_mean_an_end_of_it_is_no_such_step() -> None:
    assert decides("should i quit my job") and decides("do you think should i move her coat")
    assert not any(map(decides, ("should i just end it", "should i die", "should i leave", "should i tell him", "should i see a doctor")))


def test_every_answer_is_written_and_heard_as_an_intent() -> None:
    written = {*PLAIN.values(), *SIMPLE.values(), *SOURCES.values(), *WORDS}
    assert written <= set(responses().names)
    assert {CARRIER, *PLAIN, *SIMPLE} <= set(responses().labels) | {CARRIER}


def test_while_risk_is_open_nobody_is_told_that_it_needs_no_emergency_or_what_the_chat_is_good_for() -> None:
    for text in ("who should i ring, my gp or 111", "whats the point of this", "nothing works", "yes or no"):
        assert asked(text, [], ["utter_ask_how_common"]) and asked(text, [], ["utter_ask_how_common"], at_risk=True) is None
    assert asked("can my boss see this", [], [], at_risk=True)


def test_nobody_who_lost_someone_is_told_that_yes_something_is_wrong() -> None:
    assert answer("is something wrong with me", "utter_numb_after_loss") == "utter_numb_after_loss_wrong"
    assert answer("is that normal", "utter_numb_after_loss") == "utter_numb_after_loss_plain"
    assert not any(each.text.startswith("Yes") for each in responses().variations("utter_numb_after_loss_wrong"))


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("she wants me to go to therapy", "utter_others_want_therapy"),
        ("my wife says i need help", "utter_others_want_therapy"),
        ("my manager says to do yoga", "utter_advice_of_others"),
        ("everyone tells me to cheer up", "utter_advice_of_others"),
        ("my husband wants help", None),
        ("my friend told me to get help for her", None),
        ("she asked someone", None),
        ("sounds like marketing for your therapists", "utter_is_it_a_sale"),
        ("is this a scam", "utter_is_it_a_sale"),
        ("do you get paid if i sign up", "utter_is_it_a_sale"),
        ("are you trying to sell me therapy", "utter_is_it_a_sale"),
        ("do you sell my data", "utter_ask_privacy_sold"),
        ("i work in marketing", None),
        ("you get paid to care, they said", None),
        ("prove that it helps", "utter_sources"),
        ("helo i am from poland my english not good", "utter_simple"),
        ("my english teacher was good to me", None),
    ],
)
def test_what_others_want_and_what_a_doubter_asks_is_answered_as_that(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


def test_what_is_usual_at_an_age_is_whether_it_is_normal() -> None:
    assert answer("Is it usual at my age?", "utter_numb_after_loss") == "utter_numb_after_loss_plain"
