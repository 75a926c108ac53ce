"""An urge to hurt oneself is met as what it is, also right after a no to suicide; and who has a doctor who knows is heard."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.link_taken import takes_the_link
from thaw.safety.risk import step
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR, Signal, by_rules
from thaw.safety.urges import of_an_urge

IDEATION = Signal("crisis_ideation", "support", ("classifier",))
DENIED = State("denied", said=(("utter_self_harm", 1), ("utter_self_harm_not_suicide", 1)), country="US")
"""Self-harm was told, and that it is not about dying."""
TOLD = State("thoughts", "plan", said=(("utter_crisis_ideation", 1),), country="US")
TV = State(said=(("utter_psychosis_or_mania", 1),), route="psychosis_or_mania", country="GB")


def after(text: str, state: State, signal: Optional[Signal] = None) -> tuple[State, Optional[str]]:
    """The state after a message, and the crisis response to it."""
    left, act = step(state, hear(text, signal or by_rules(text), state, ()))
    return left, act and act.response


@pytest.mark.parametrize("signal", [CLEAR, IDEATION])
@pytest.mark.parametrize(
    "text",
    [
        "i want to do it right now, the urge is so much and it will not stop",
        "the urge is back",
        "its such a strong urge right now i dont know",
        "i need to cut so badly i can hardly sit still here",
        "i'm itching to scratch my arms again",
        "how do i get through tonight",
        "how do i resist it",
    ],
)
def test_right_after_a_no_to_suicide_an_urge_is_met_and_not_asked_about(text: str, signal: Signal) -> None:
    left, said = after(text, DENIED, signal)
    assert said == "utter_self_harm_urge" and left.pending is None


@pytest.mark.parametrize(
    "text",
    [
        "no i don't want to die. the urge is just back",
        "i'm not suicidal, it's the urge to cut again",
        "its not about dying, these urges are back",
    ],
)
def test_an_urge_that_is_no_wish_to_die_is_met_from_the_start(text: str) -> None:
    left, said = after(text, State())
    assert said == "utter_self_harm_urge"
    assert left.topic == "self_harm" and left.pending is None


@pytest.mark.parametrize(
    "text",
    [
        "the urge to drink is back",
        "i have an urge to text my ex",
        "the urge is back",
        "i don't want to die of boredom, the urge to shop is back",
        "the urge is back. not to cut, to die",
    ],
)
def test_another_urge_is_none_of_this(text: str) -> None:
    assert after(text, State())[1] != "utter_self_harm_urge"


@pytest.mark.parametrize(
    "text",
    [
        "i keep staring at the drawer with the knives",
        "i can't stop looking at the kitchen knives",
        "just been looking at the razor all evening",
        "my eyes keep going to the scissors",
    ],
)
def test_who_keeps_looking_at_the_knives_is_asked(text: str) -> None:
    left, said = after(text, State())
    assert said == "utter_self_harm" and left.pending == "thoughts"


def test_a_drawer_of_knives_is_asked_about_once_something_was_hinted_at() -> None:
    assert after("the drawer with the knives", State(hints=1))[1] == "utter_self_harm"
    assert after("the drawer with the knives", State())[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "i keep looking at knives online, i want a japanese one",
        "i've been looking at chef knives for the wedding list",
        "always looking at the kids with scissors",
        "i keep looking at my phone",
        "the knives are in the drawer, the dinner is late",
    ],
)
def test_knives_to_cook_with_are_not_asked_about(text: str) -> None:
    assert after(text, State())[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "my girlfriend is here, she put the knives away",
        "mum took all the razors",
        "my flatmate has locked the scissors up",
        "he hid the blades",
    ],
)
def test_somebody_who_puts_the_blades_away_is_a_helper(text: str) -> None:
    other = Signal("crisis_third_party", "support", ("classifier",))
    assert after(text, DENIED, other)[1] == "utter_means_away"


@pytest.mark.parametrize(
    "text",
    [
        "how do i stop him",
        "i want to burn the office down",
        "urges to harm my newborn",
        "an urge on the top floor, just a pull",
        "what do i do with that",
    ],
)
def test_what_is_about_others_or_another_pull_is_no_such_urge(text: str) -> None:
    assert of_an_urge(text, by_rules(text), DENIED) is None


def test_some_answers_later_what_the_classifier_takes_for_thoughts_of_suicide_is_asked_about_again() -> None:
    later = DENIED._replace(quiet=3)
    assert after("been fighting the urge to do it for a month", later, IDEATION)[1] != "utter_self_harm_urge"


def test_somebody_who_takes_a_blade_to_themselves_is_none() -> None:
    for text in ("she took the blade to her arm", "he took a razor and cut himself"):
        assert after(text, DENIED)[1] != "utter_means_away"


def test_an_urge_answers_no_question_that_waits() -> None:
    asked = State("asked", "thoughts", said=(("utter_self_harm", 1),), country="US")
    left, said = after("the urge is so strong", asked)
    assert said == "utter_self_harm_urge" and left.pending == "thoughts"
    assert after("the urge is strong but i dont want to die", asked)[1] != "utter_crisis_ideation"


def test_after_a_plan_an_urge_stays_the_danger_that_was_told() -> None:
    planned = State("imminent", "call", said=(("utter_self_harm", 1), ("utter_crisis_imminent", 1)), country="US")
    assert after("i want to do it right now the urge is so strong", planned)[1] == "utter_risk_stay"


@pytest.mark.parametrize(
    "text",
    [
        "no plan, my doctor knows and i have a safety plan",
        "there's no plan. i'm in treatment for this",
        "no plan. i've told my therapist",
        "no plan. i see my psychiatrist on friday and she knows",
        "no! i have no plan and never had. i'm in treatment",
        "no plans, my psychiatrist is aware",
        "i don't have a plan, i've got a crisis plan with my nurse",
    ],
)
def test_no_plan_and_somebody_who_knows_is_heard(text: str) -> None:
    left, said = after(text, TOLD)
    assert said == "utter_in_care" and left.stage == "thoughts" and left.pending is None


def test_a_doctor_who_knows_about_it_says_that_there_is_something_to_know_of() -> None:
    asked = State("asked", "thoughts", said=(("utter_crisis_guessed", 1),), ground="guess", country="DE")
    left, said = after("no, i am safe today. my doctor knows about it", asked)
    assert said == "utter_in_care" and left.stage == "thoughts"
    assert after("no. my doctor knows", asked)[1] == "utter_risk_misread"


@pytest.mark.parametrize(
    "text",
    [
        "my doctor knows",
        "no plan. my doctor knows but doesn't care",
        "no plan, i lied to my therapist about it",
        "no plan, i need a safety plan",
        "no plan. my doctor knows. doing it tonight anyway",
        "my doctor knows. it's the bridge",
        "no plan. i told the nurse i'm better so they leave me alone",
    ],
)
def test_where_nothing_is_settled_by_it_the_question_stays_open(text: str) -> None:
    assert after(text, TOLD)[1] != "utter_in_care"


@pytest.mark.parametrize(
    "text",
    [
        "i don't need a doctor they're in on it",
        "the doctors are part of it too",
        "no, the nurses work for them",
        "they're all against me",
        "the hospital will drug me",
        "my psychiatrist works for them",
    ],
)
def test_who_suspects_the_helpers_is_met_without_an_argument(text: str) -> None:
    assert after(text, TV)[1] == "utter_suspected_helpers"
    assert after(text, State())[1] != "utter_suspected_helpers"


@pytest.mark.parametrize(
    "text",
    [
        "yes please, show me the way",
        "ok show me the way",
        "i'd like the link please",
        "i'll take the link you offered",
        "show me the way to a therapist",
    ],
)
def test_the_link_taken_is_no_yes_to_suicide(text: str) -> None:
    for state in (State("asked"), State("asked", "thoughts"), State("thoughts")):
        left, said = after(text, state)
        assert said is None and left.stage == state.stage


@pytest.mark.parametrize("text", ["yes", "yes please", "show me the way out of this life", "yes i do", "show me the way she did it"])
def test_what_takes_no_link_is_read_as_before(text: str) -> None:
    assert not takes_the_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "No I am not having thoughts of killing myself, what a question",
        "no, i'm not having any such thoughts",
        "no not having thoughts about that",
    ],
)
def test_a_full_no_is_read_also_once_the_question_has_lapsed(text: str) -> None:
    lapsed = State("asked", said=(("utter_crisis_guessed", 1),), ground="guess", country="GB", quiet=2)
    left, said = after(text, lapsed)
    assert said in ("utter_risk_misread", "utter_risk_denied") and left.stage in ("resolved", "denied")


def test_a_no_to_suicide_takes_nothing_back_of_what_was_told_of_food() -> None:
    eating = State(said=(("utter_eating_disorder", 1),), route="eating_disorder", country="US")
    asked = eating._replace(stage="asked", pending="thoughts", ground="guess")
    left, act = step(asked, hear("i dont want to die if thats what ur thinking", CLEAR, asked, ()))
    assert act is not None and act.response == "utter_eating_disorder_not_suicide" and "eating" in act.routes
    assert left.topic == "eating_disorder" and left.stage == "resolved"


@pytest.mark.parametrize(
    "text", ["will they make me eat", "do i have to tell a therapist my weight", "would a doctor weigh me", "can they force me to gain"]
)
def test_what_treatment_may_ask_of_who_fights_with_food_is_answered(text: str) -> None:
    eating = State(said=(("utter_eating_disorder", 1),), route="eating_disorder", country="US", quiet=1)
    assert after(text, eating)[1] == "utter_eating_disorder_treated"
    assert after(text, State())[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "the exercise please",
        "i would like the five minute exercise",
        "today i only want the exercise",
        "can we do that 5 min thing now",
        "i'd like to talk to a therapist",
    ],
)
def test_what_is_asked_for_after_the_thoughts_were_told_is_no_obstacle(text: str) -> None:
    told = State("thoughts", said=(("utter_risk_plan_no", 1),), last="utter_risk_plan_no", country="US")
    assert after(text, told)[1] is None


@pytest.mark.parametrize("text", ["exercise makes me feel worse", "my therapist", "i have no energy for an exercise class"])
def test_what_is_in_the_way_is_still_heard(text: str) -> None:
    told = State("thoughts", said=(("utter_risk_plan_no", 1),), last="utter_risk_plan_no", country="US")
    assert after(text, told)[1] is not None
