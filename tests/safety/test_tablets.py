"""Tablets: too many by mistake, told by their number; and counted ones, which nobody swallowed."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import step
from thaw.safety.risk_state import State
from thaw.safety.screen import Signal, by_rules

BODY = Signal("medical_emergency", "urgent", ("classifier",))
NAMED = State(matters=("medicine",))
"""A medicine was spoken of before."""


def talk(*texts: str, state: Optional[State] = None) -> tuple[State, list[Optional[str]], list[Optional[str]]]:
    """The state after messages in a row as the rules alone hear them, the crisis responses to them and their levels."""
    state, said, levels = state or State(), [], []
    for text in texts:
        state, act = step(state, hear(text, by_rules(text), state, ()))
        said.append(act and act.response)
        levels.append(act and act.level)
    return state, said, levels


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i took 4 of my sertraline instead of 1", "utter_overdose_taken"),
        ("i've taken five citalopram instead of one", "utter_overdose_taken"),
        ("I took 3 lithium this morning when it should be 1", "utter_overdose_taken"),
        ("took my heart tablets, i think i took 4 instead of 2 because i forgot i'd taken them", "utter_overdose_by_mistake"),
        ("i took my blood pressure tablets twice by mistake", "utter_overdose_by_mistake"),
        ("i took 2 antidepressants today cause i forgot whether i'd had it", "utter_overdose_by_mistake"),
        ("i accidentally took a double dose of my lamotrigine, couldn't remember if i'd taken it", "utter_overdose_by_mistake"),
    ],
)
def test_more_of_a_medicine_than_meant_is_an_emergency(text: str, response: str) -> None:
    _, said, levels = talk(text)
    assert said == [response] and levels == ["urgent"]


def test_the_medicine_may_have_been_named_before() -> None:
    _, said, levels = talk("been on venlafaxine since spring", "i took 4 last night instead of 1, forgot i'd had it")
    assert said == [None, "utter_overdose_by_mistake"] and levels == [None, "urgent"]


@pytest.mark.parametrize(
    "text",
    [
        "i took 3 buses instead of 1",
        "my doctor said to take it, so i took 2 instead of 1",
        "i took 2 paracetamol instead of 1",
        "i nearly took 4 instead of 1",
        "what if i took 4 instead of 1",
        "years ago i took 4 instead of 1",
        "i took two tablets as prescribed",
        "i took ibuprofen twice by mistake",
    ],
)
def test_the_usual_dose_and_other_things_in_numbers_are_none(text: str) -> None:
    assert talk(text, state=NAMED)[1] == [None]


def test_without_any_medicine_a_number_is_only_a_number() -> None:
    assert talk("i took 4 instead of 1")[1] == [None]


def test_a_mistake_told_later_is_believed_and_asks_nothing() -> None:
    texts = ("i took my blood pressure tablets twice by mistake", "111 said its fine", "it was by mistake, i didn't take them on purpose")
    state, said, _ = talk(*texts)
    assert said[-1] == "utter_mistake_believed" and state.stage not in ("asked", "thoughts")
    guess = Signal("crisis_passive", "ask", ("classifier",), sureness="guess")
    _, act = step(state, hear("i took them by mistake you know", guess, state, ()))
    assert act is not None and act.response == "utter_mistake_believed"


@pytest.mark.parametrize(
    "text", ["it'll look like an accident", "i was a mistake", "i took two by mistake and feel dizzy now", "i hope there's an accident"]
)
def test_an_accident_that_is_wished_for_or_goes_on_is_no_mistake_of_before(text: str) -> None:
    cleared = State(said=(("utter_overdose_by_mistake", 1), ("utter_help_cleared", 1)), quiet=2, country="GB")
    assert talk(text, state=cleared)[1] != ["utter_mistake_believed"]


def test_while_the_call_is_urged_a_mistake_takes_nothing_of_it_back() -> None:
    _, said, levels = talk("i took my blood pressure tablets twice by mistake", "it was an accident, i mixed them up")
    assert said == ["utter_overdose_by_mistake"] * 2 and levels == ["urgent"] * 2


COUNTED = [
    "i counted the pills in the cabinet",
    "i have pills from my knee op, i counted them once",
    "counted mum's tablets today",
    "i keep counting all my gran's sleeping pills",
    "im 15 and i counted the pills in the bathroom",
    "im 16. my mom doesnt know i counted her tablets",
]


@pytest.mark.parametrize("text", COUNTED)
def test_who_counts_tablets_is_asked_what_for_whatever_else_is_heard_in_it(text: str) -> None:
    for signal in (by_rules(text), BODY):
        state, act = step(State(), hear(text, signal, State(), ()))
        assert act is not None and (act.response, act.level) == ("utter_risk_means", "support")
        assert state.pending == "thoughts" and state.means


def test_a_minor_who_counts_tablets_is_asked_and_known_as_one() -> None:
    state, said, _ = talk("im 15 and i counted the pills in the cabinet")
    assert said == ["utter_risk_means"] and state.minor


@pytest.mark.parametrize(
    "text",
    [
        "i counted the pills into my organiser",
        "i counted the tablets at work, i'm a pharmacist",
        "i counted the meds for my mum",
        "i counted the tablets to see if i'd taken today's",
        "i counted the pills i have left for the trip",
        "the nurse counted the pills",
        "i counted her tablets, she is 88 and forgets",
        "i counted mum's tablets and she has skipped two",
        "i counted the days, pills don't help",
    ],
)
def test_who_counts_tablets_for_the_week_is_not_asked(text: str) -> None:
    assert talk(text)[1] == [None]


def test_not_swallowed_is_heard_and_somebody_else_is_to_keep_them() -> None:
    state, said, levels = talk(
        "i counted the pills in the cabinet", "i didnt take any i just counted", "like 10", "I DIDNT TAKE THEM they are there"
    )
    assert said == ["utter_risk_means", "utter_tablets_not_taken", "utter_risk_means", "utter_tablets_not_taken"]
    assert set(levels) == {"support"} and state.topic != "medical_emergency"


def test_what_only_the_classifier_took_for_an_overdose_is_none_once_it_is_said_that_none_were_taken() -> None:
    heard_wrongly, _ = step(State(), hear("pills from the dentist, all in a row", BODY, State(), ()))
    assert heard_wrongly.topic == "medical_emergency"
    state, act = step(heard_wrongly, hear("i haven't taken any", Signal(None, None), heard_wrongly, ()))
    assert act is not None and act.response == "utter_tablets_not_taken" and state.topic is None and state.pending == "thoughts"


def test_after_thoughts_were_told_nothing_is_asked_a_second_time() -> None:
    told = State("thoughts", said=(("utter_crisis_ideation", 1),), means=True)
    assert talk("i didn't take any of them", state=told)[1] == ["utter_tablets_kept"]


def test_asked_for_a_plan_counted_tablets_are_the_means_for_one() -> None:
    told = State("thoughts", "plan", said=(("utter_crisis_ideation", 1),))
    state, act = step(told, hear("i have pills from my knee op, i counted them once", BODY, told, ()))
    assert act is not None and act.response == "utter_risk_plan_near" and state.stage == "plan"


@pytest.mark.parametrize("text", ["i haven't taken them yet", "i didn't take them but i might", "i didn't take any tonight"])
def test_not_yet_is_no_denial(text: str) -> None:
    told = State("asked", "thoughts", said=(("utter_risk_means", 1),), means=True)
    assert talk(text, state=told)[1] != ["utter_tablets_not_taken"]


def test_what_was_plainly_told_as_taken_is_not_undone() -> None:
    _, said, levels = talk("i took 30 paracetamol", "i didn't take them")
    assert said[1] not in ("utter_tablets_not_taken", "utter_tablets_kept") or levels[1] == "urgent"
