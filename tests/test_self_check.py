"""The two questions of the self-check: what is taken for an answer, what it is worth, and what it leads to."""

from __future__ import annotations

import json

import pytest

from thaw.responses import responses
from thaw.self_check import (
    ABOUT_IT,
    BEGIN,
    CHOICE,
    QUESTIONS,
    SUM,
    State,
    answer,
    asked_after,
    begun_by,
    correction,
    counts_only,
    meant,
    of_this_question,
    outcome,
    reopened,
    told,
    unread,
    was_counted,
)

OFFERED = [button.dict() for button in responses().variations(QUESTIONS[0])[0].buttons]

OF_THE_SECOND = [button.dict() for button in responses().variations(QUESTIONS[1])[0].buttons]


def worth(text: str, intent: str = "nlu_fallback") -> str:
    payload = meant(text, intent, OFFERED)
    return str(payload).rpartition(":")[2].rstrip('"}') if payload and ":" in payload else str(payload)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not at all", "0"),
        ("never", "0"),
        ("no, not really", "0"),
        ("0", "0"),
        ("a few days", "1"),
        ("1", "1"),
        ("2", "2"),
        ("3", "3"),
        ("three", "3"),
        ("maybe three or four days", "1"),
        ("not every day", "1"),
        ("hardly ever", "1"),
        ("most days", "2"),
        ("about half of them I'd say", "2"),
        ("10 days", "2"),
        ("the third one", "2"),
        ("Nearly every day.", "3"),
        ("all the time honestly", "3"),
        ("every single day", "3"),
        ("13", "3"),
        ("5 days a week", "2"),
        ("4 or 5 days a week i guess", "2"),
        ("like 3 days a week", "1"),
        ("6 or 7 days a week", "3"),
        ("5 out of 7", "2"),
        ("once a week", "1"),
        ("every other day", "2"),
        ("most of the week", "2"),
        ("weekdays", "2"),
        ("just at weekends", "1"),
        ("most nights", "2"),
        ("every evening", "3"),
        ("a few times a day", "3"),
        ("5 days", "1"),
    ],
)
def test_an_answer_in_ones_own_words_is_worth_what_the_standard_answer_near_it_is(text, expected):
    assert worth(text) == expected


@pytest.mark.parametrize("text", ["2", "most days", "never"])
def test_a_bare_answer_counts_even_where_the_intent_head_hears_a_leave_taking(text):
    assert worth(text, "goodbye") in "012"


@pytest.mark.parametrize("text", ["yes", "I don't know", "no idea", "hm", "30"])
def test_what_names_no_frequency_is_asked_for_one_and_never_taken_for_the_first_answer(text):
    assert meant(text, "affirm" if text == "yes" else "unsure", OFFERED) == "/answer_check"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what is this every day question for", "out_of_scope"),
        ("stop asking me all the time", "stop"),
        ("never mind", "stop"),
        ("is that most days or some days?", "nlu_fallback"),
        ("what is anhedonia", "ask_anhedonia"),
        ("my wife left some days ago and I sit in the kitchen and stare", "numb_after_loss"),
    ],
)
def test_what_is_no_answer_is_left_to_what_it_means_otherwise(text, intent):
    assert meant(text, intent, OFFERED) is None


def test_where_no_question_is_open_nothing_is_an_answer():
    assert meant("nearly every day", "nlu_fallback", [{"title": "Yes", "payload": "/affirm"}]) is None


def test_both_questions_are_asked_in_order_and_an_old_button_corrects_its_own():
    state = answer(State(), QUESTIONS[0], 3)
    assert state.question == QUESTIONS[1]
    corrected = answer(state, QUESTIONS[0], 1)
    assert corrected == State((1,))
    assert answer(corrected, QUESTIONS[1], 2).question is None
    assert answer(State(), QUESTIONS[1], 2) == State(), "the second before the first"
    assert answer(State(), QUESTIONS[0], 7) == State()


@pytest.mark.parametrize("first", range(4))
@pytest.mark.parametrize("second", range(4))
def test_the_doors_are_shown_from_three_on_and_a_minors_are_others(first, second):
    state = State((first, second))
    assert State.from_json(state.to_json()) == state
    assert outcome(state, minor=False) == ("utter_check_reached" if first + second >= 3 else "utter_check_below")
    assert outcome(state, minor=True) == ("utter_check_reached_minor" if first + second >= 3 else "utter_check_below")


def test_no_sum_is_called_a_diagnosis_or_good_news_or_bad():
    for name in ("utter_check_reached", "utter_check_reached_minor", "utter_check_below"):
        for each in responses().variations(name):
            said = each.text.lower()
            assert "you're fine" not in said and "good news" not in said and "congrat" not in said and "severe" not in said
            assert "{sum}" in said and "doctor" in said
    assert all("PHQ-2" in each.text and "doctors" in each.text.lower() for each in responses().variations("utter_ask_screening"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hmm several days. no wait, not at all", "0"),
        ("Most days, sorry, nearly every day", "3"),
        ("never... actually, some days", "1"),
        ("half the days, make that every day", "3"),
    ],
)
def test_of_an_answer_that_is_taken_back_on_the_way_the_last_word_counts(text, expected):
    assert worth(text) == expected


@pytest.mark.parametrize(
    "text", ["sorry i meant nearly every day for that one", "no wait, every day", "oh sorry, i meant daily for the first"]
)
def test_an_earlier_answer_is_corrected_in_words(text):
    assert meant(text, "nlu_fallback", OF_THE_SECOND) == '/answer_check{"check_answer": "interest:3"}'


def test_after_the_sum_either_answer_can_still_be_corrected():
    assert correction("sorry, i meant not at all for the first", len(QUESTIONS)) == '/answer_check{"check_answer": "interest:0"}'
    assert correction("no wait, several days", len(QUESTIONS)) == '/answer_check{"check_answer": "mood:1"}'
    assert correction("several days", len(QUESTIONS)) is None, "that corrects nothing"
    assert was_counted(["utter_check_below"]) and not was_counted(["utter_check_left"])


def test_an_or_that_may_be_about_either_question_is_asked():
    assert meant("or maybe several days. the second one", "nlu_fallback", OF_THE_SECOND) == CHOICE


@pytest.mark.parametrize("text", ["how long would this take", "how many questions are there?", "so how many more"])
def test_how_long_it_takes_is_no_question_about_the_numbness(text):
    assert meant(text, "ask_will_it_get_better", OFFERED) == ABOUT_IT


@pytest.mark.parametrize("text", ["mostly at night", "mornings", "in the evenings", "worst in the mornings"])
def test_at_what_hour_it_is_says_nothing_of_how_many_days_and_is_asked(text):
    assert meant(text, "goodbye", OFFERED) == CHOICE
    assert unread(text) == "utter_check_which_days"


@pytest.mark.parametrize("text", ["night", "good night", "morning"])
def test_a_goodbye_for_the_night_is_none_of_the_hours(text):
    assert meant(text, "goodbye", OFFERED) is None


def test_an_actually_corrects_the_answer_before_only_if_that_was_another_one():
    payload = meant("actually nearly every day", "nlu_fallback", OF_THE_SECOND)
    values = json.loads(str(payload).removeprefix(CHOICE))
    assert told(values, State((1,))) == (QUESTIONS[0], 3)
    assert told(values, State((3,))) == (QUESTIONS[1], 3)
    asked_again = of_this_question("actually nearly every day", ["utter_check_which_days"])
    assert meant(asked_again, "nlu_fallback", OF_THE_SECOND) == '/answer_check{"check_answer": "mood:3"}'
    assert meant("actually nearly every day", "nlu_fallback", OFFERED) == '/answer_check{"check_answer": "interest:3"}'


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("most days", True),
        ("5 days a week", True),
        ("most nights", True),
        ("no", False),
        ("2", False),
        ("maybe in a few days", False),
        ("in a few days", False),
        ("one day", False),
        ("a few days ago my dog died", False),
        ("is it every day for you?", False),
    ],
)
def test_an_answer_given_before_the_first_question_is_taken_for_it(text, begins):
    payload = begun_by(text, ["utter_ask_screening"])
    assert (payload == '/answer_check{"check_answer": "early:2"}') is begins and payload != BEGIN
    assert begun_by(text, ["utter_ask_why_numb"]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hopeless? i guess 2", "2"),
        ("depressed: 3", "3"),
        ("down maybe 3", "3"),
        ("nearly evry day", "3"),
        ("mostt days", "2"),
        ("i guess 1", "1"),
    ],
)
def test_words_of_the_question_a_maybe_and_a_slip_are_around_the_answer(text, expected):
    assert worth(text) == expected


def test_only_a_number_after_words_of_the_question_is_nothing_else():
    assert counts_only("hopeless? i guess 2", OF_THE_SECOND)
    assert not counts_only("hopeless? i guess 2", [{"title": "Yes", "payload": "/affirm"}])
    for text in ("hopeless", "hopeless, i want to die 2", "i feel hopeless", "down and done with life, 3"):
        assert not counts_only(text, OF_THE_SECOND)


FIRST_AGAIN = '/answer_check{"check_answer": "back:interest"}'


@pytest.mark.parametrize(
    "text",
    [
        *("can i go back", "go back", "can i redo it", "can i change the first one", "change my answer", "i want to change that"),
        *("what was the first question again", "hm what was the first question again", "wait i made a mistake", "wrong button"),
        *("i made a mistake, that was for sleep", "oops misclicked", "i pressed the wrong one", "can i fix the last one"),
    ],
)
def test_who_goes_back_is_asked_the_question_before_again(text):
    asked = "last" not in text
    assert meant(text, "goodbye", OF_THE_SECOND) == (FIRST_AGAIN if asked else FIRST_AGAIN.replace("interest", "mood"))
    assert reopened("back:interest", State((3,))) == State()
    assert asked_after(text, ["utter_check_below"], ["utter_check_below"]) == BEGIN


@pytest.mark.parametrize(
    "text", ["im back", "i cant go back to work", "my life was a mistake", "i want to change my life", "what was the point"]
)
def test_what_goes_back_to_no_question_does_not(text):
    assert "back:" not in str(meant(text, "nlu_fallback", OF_THE_SECOND))
    assert asked_after(text, ["utter_check_below"], ["utter_check_below"]) is None


@pytest.mark.parametrize("text", ["so whats my score", "what was my score again?", "my score", "what did i get"])
def test_the_sum_is_told_once_more_where_it_was_told(text):
    assert asked_after(text, ["utter_check_below"], []) == SUM
    assert asked_after(text, [], []) is None
