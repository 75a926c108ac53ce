"""The chat itself: what it is good for, what is sent, its exercise and its check, who looks at it by trade, another subject."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

from thaw.nlu.questions import asked


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("whats the point of this", "utter_feel_nothing", "utter_point_of_chat"),
        ("what's the point of this", "utter_exercise_tea", None),
        ("whats even the point", "utter_feel_nothing", None),
        ("nothing works", "utter_greet", "utter_nothing_works"),
        ("so if its not sleep or work then what", "utter_feel_nothing", "utter_numbness_map"),
        ("and what shouldn't I say", "utter_worried_about_someone", "utter_worried_about_someone_unsaid"),
        ("what should i not say", "utter_told_checked_out", "utter_what_not_to_say_oneself"),
        ("what should i say", "utter_worried_about_someone", None),
    ],
)
def test_doubts_about_the_chat_are_none_about_the_exercise(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    "text",
    [
        "can we talk about something else",
        "lets change the subject",
        "ok, can we please talk about something else now?",
        "this is too much. can we talk about something else",
        "a different topic please",
        "could we drop this and talk about something else",
    ],
)
def test_who_wants_another_subject_leaves_this_one_also_while_risk_is_open(text: str) -> None:
    assert answer(text) == "utter_something_else"
    assert asked(text, [], ["utter_risk_plan_no"], at_risk=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "can we talk about something else, like whether pills or jumping is worse",
        "can we talk about my mum",
        "whenever i cry they want to talk about something else",
        "he always changes the subject",
        "something else",
    ],
)
def test_who_names_the_subject_or_tells_of_others_is_read_for_that(text: str) -> None:
    assert answer(text) != "utter_something_else"


@pytest.mark.parametrize(
    "text",
    [
        "im a therapist checking this out",
        "i'm a psychologist, just testing this",
        "just testing this, i'm a counsellor",
        "hi, i am a clinical psychologist looking at this for my clients",
        "im a therapist",
        "I'm a GP, wanted to see how it works before recommending it to patients",
    ],
)
def test_who_looks_at_it_by_trade_is_told_what_it_is(text: str) -> None:
    assert answer(text, "utter_greet") == "utter_ask_capabilities"


@pytest.mark.parametrize(
    "text",
    [
        "im a therapist and i feel nothing",
        "i'm a nurse trying to feel something",
        "i'm a nurse",
        "i need a therapist here",
        "im a doctor and i tested positive for nothing, just numb",
        "im looking for a therapist",
        "my therapist is testing me",
        "i want to try a therapist",
    ],
)
def test_who_tells_of_themselves_or_looks_for_one_is_not_taken_for_a_visitor_by_trade(text: str) -> None:
    assert answer(text, "utter_greet") != "utter_ask_capabilities"


@pytest.mark.parametrize("text", ["ok send it", "yes, send it to them please", "you can send my answers now", "go ahead and submit it"])
def test_who_says_to_send_it_is_told_that_there_is_nothing_unless_there_is(text: str) -> None:
    assert answer(text) == "utter_nothing_to_send"
    for said in ("utter_hand_off_receipt", "utter_hand_off_ready", "utter_card_partner"):
        assert answer(text, said) is None
    assert asked(text, [], ["utter_barrier_phone"], at_risk=True) is None


@pytest.mark.parametrize("text", ["send help", "send me the link", "can you send that again", "should i send it", "i didnt send it"])
def test_what_else_is_sent_is_another_matter(text: str) -> None:
    assert answer(text) != "utter_nothing_to_send"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("what does 5 mean", "utter_check_meaning"),
        ("so what does a 3 mean", "utter_check_meaning"),
        ("what does that mean", "utter_check_meaning"),
        ("is that bad", "utter_check_serious"),
        ("most days", "utter_check_meaning"),
        ("is 4 bad?", "utter_check_serious"),
        ("is it serious", "utter_check_serious"),
        ("should i be worried", "utter_check_serious"),
        ("how bad is that", "utter_check_serious"),
        ("ok what now", "utter_check_what_now"),
        ("it was bad at school", None),
        ("i feel bad", None),
        ("i feel bad for him", None),
    ],
)
def test_what_the_sum_of_the_check_means_is_told_where_it_was_said(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_check_reached") == response
    assert response is None or answer(text, "utter_ask_why_numb") != response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("mostly at night", "utter_feel_nothing", "utter_told_the_hours"),
        ("in the mornings mostly", "utter_told_how_long", "utter_told_the_hours"),
        ("in the evening", "utter_ask_exercise_plan", None),
        ("night", "utter_feel_nothing", None),
        ("i feel worse in the mornings and my dad died", "utter_feel_nothing", None),
    ],
)
def test_hours_are_heard_as_hours(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("how long does it take", "utter_exercise_how_long"),
        ("how long is it?", "utter_exercise_how_long"),
        ("do i need anything", "utter_exercise_what_it_takes"),
        ("what do i need for this", "utter_exercise_what_it_takes"),
        ("how do i start", "utter_exercise_how_it_goes"),
        ("how long have i been like this", None),
        ("do i need a therapist", None),
    ],
)
def test_what_is_asked_of_the_five_minutes_is_answered_of_them(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_ask_exercise_activity") == response
    assert answer(text, "utter_ask_therapy") is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("how long does the five minutes take", "utter_exercise_how_long"),
        ("is the 5 minute exercise really only 5 minutes", "utter_exercise_how_long"),
        ("do i need anything for the five minutes", "utter_exercise_what_it_takes"),
        ("how does the exercise work?", "utter_exercise_how_it_goes"),
        ("how long does matching take", None),
        ("how long do i have to exercise to feel better", None),
    ],
)
def test_who_names_the_five_minutes_is_answered_of_them_wherever_they_are(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_ask_therapy") == response


def test_how_the_exercise_goes_on_is_not_told_anew_to_who_is_in_it() -> None:
    assert answer("how do i do the exercise", "utter_exercise_steps") is None
