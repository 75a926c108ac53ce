"""What is asked about thoughts of dying once they were spoken of is answered, and a question that waits goes on waiting."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import State, step
from thaw.safety.screen import CLEAR, Signal

ASKED = State("asked", pending="thoughts", ground="wish")
DENIED = State("denied", said=(("utter_risk_denied", 1),))
TOLD = State("thoughts")
PLAN = State("thoughts", pending="plan")


def said(text: str, state: State, signal: Signal = CLEAR) -> tuple[State, Optional[str]]:
    after, act = step(state, hear(text, signal, state, ()))
    return after, act.response if act else None


@pytest.mark.parametrize(
    "text",
    [
        *("does that count as suicidal", "is that suicidal then?", "am i suicidal", "so is this suicidal ideation"),
        *("does that make me suicidal", "would that count", "what would you call that"),
    ],
)
def test_whether_it_counts_is_answered_and_while_it_is_asked_about_the_question_stays(text: str) -> None:
    assert said(text, DENIED)[1] == "utter_risk_is_it_suicidal"
    assert said(text, TOLD)[1] == "utter_risk_is_it_suicidal"
    after, response = said(text, ASKED)
    assert response == "utter_risk_what_counts" and after.pending == "thoughts"


@pytest.mark.parametrize(
    "text", ["does the tea count", "am i too late for this", "does that mean it gets better", "is that normal for november"]
)
def test_what_is_asked_of_other_things_is_none_of_it(text: str) -> None:
    assert said(text, DENIED)[1] != "utter_risk_is_it_suicidal"


def test_a_yes_beside_the_question_is_a_yes() -> None:
    assert said("yes. does that count", ASKED)[1] == "utter_crisis_ideation"


@pytest.mark.parametrize(
    "text",
    [
        *("would a therapist lock me up if i said that", "can my doctor have me sectioned? i mean would the doctor section me"),
        *(
            "if i tell a counsellor will they call the police",
            "do therapists have to report it",
            "do i have to tell a therapist",
            "would they put me away if i told a therapist",
        ),
    ],
)
@pytest.mark.parametrize("state", [DENIED, TOLD, ASKED, PLAN])
def test_what_a_therapist_does_who_is_told_is_answered_and_not_what_a_line_does(text: str, state: State) -> None:
    after, response = said(text, state)
    assert response == "utter_risk_therapist_told" and after.pending == state.pending


def test_while_a_call_is_urged_fear_of_it_is_answered_as_before() -> None:
    urged = State("imminent", pending="call")
    assert said("would the doctor section me", urged)[1] == "utter_cannot_call_police"


@pytest.mark.parametrize(
    "text",
    [
        *("is it weird that i think it and don't want it", "is it normal to think about dying but not want to"),
        *("am i crazy for having these thoughts", "does it make me a bad person that i have these thoughts"),
    ],
)
def test_who_asks_whether_it_is_odd_to_have_such_thoughts_has_told_of_them(text: str) -> None:
    after, response = said(text, ASKED)
    assert (response, after.stage, after.pending) == ("utter_risk_thought_unwanted_plan", "thoughts", "plan")
    assert said(text, TOLD)[1] == "utter_risk_thought_unwanted", "the plan was answered before"


@pytest.mark.parametrize("text", ["is it weird that i think about work all the time", "is it bad that i don't miss him"])
def test_what_else_may_be_odd_tells_of_no_such_thoughts(text: str) -> None:
    assert said(text, DENIED)[0].stage == "denied"


def test_long_after_it_or_where_nothing_was_spoken_of_nothing_of_it_is_heard() -> None:
    assert said("does that make me suicidal", State())[1] is None
    assert said("does that count", DENIED._replace(quiet=5))[1] is None


@pytest.mark.parametrize(
    "text", ["what is it with you people and suicide", "why does everyone think i want to kill myself", "why do bots always ask this"]
)
def test_who_is_cross_about_the_question_is_told_why_it_is_asked(text: str) -> None:
    after, response = said(text, ASKED, Signal("crisis_ideation", "support", ("the words alone",)))
    assert response == "utter_risk_why_asked" and after.pending == "thoughts"
