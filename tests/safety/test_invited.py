"""What is said after the question what is in the way, in an emergency, and line by line into the safety plan is heard as that."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import Act, State, from_payload, step
from thaw.safety.screen import CLEAR, Signal

ASKED = State("thoughts", said=(("utter_risk_plan_no", 1),), last="utter_risk_plan_no")
CALL = State("imminent", "call", last="utter_crisis_imminent")
PLAN = State("thoughts", last="utter_safety_plan")
GUESSED = Signal("medical_emergency", "urgent", ("classifier",))


def answered(text: str, state: State, signal: Signal = CLEAR) -> tuple[State, Optional[Act]]:
    return step(state, hear(text, signal, state, ()))


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("my husband", "person"),
        ("my sister maybe", "person"),
        ("my mum would go mad if she found out", "home"),
        ("my husband listens to my calls", "home"),
        ("I don't want my parents to know", "home"),
        ("I have nobody", "nobody"),
        ("no one would understand", "nobody"),
        ("everyone's asleep", "nobody"),
        ("i am alone in this country", "nobody"),
        ("they'll take my kids", "custody"),
        ("I'm a nurse, I can't be seen doing that", "found_out"),
        ("I'd lose my job", "found_out"),
        ("i don't deserve help", "undeserving"),
        ("telephone no, my english bad", "language"),
        ("I'm too tired to talk", "phone"),
        ("its not bad enough to bother people with", "not_enough"),
        ("they just read off a script", "let_down"),
        ("the words get stuck", "other"),
        ("i feel nothing", "other"),
        ("it's too late at night", "other"),
        ("no", "other"),
    ],
)
def test_while_what_is_in_the_way_is_asked_every_reply_is_an_obstacle_or_a_person(text: str, response: str) -> None:
    state, act = answered(text, ASKED)
    assert act is not None and (act.response, act.level) == (f"utter_barrier_{response}", "support") and state.stage == "thoughts"


def test_police_who_came_before_are_an_obstacle_and_no_danger_from_somebody() -> None:
    guess = Signal("danger_from_others", "urgent", ("classifier",))
    act = answered("last time they sent police to my house and I was handcuffed", ASKED, guess)[1]
    assert act is not None and act.response == "utter_barrier_police"


@pytest.mark.parametrize("text", ["what is anhedonia?", "how does matching work", "find me a therapist", "thanks", "good night"])
def test_what_plainly_asks_for_another_matter_is_no_obstacle(text: str) -> None:
    assert answered(text, ASKED)[1] is None


def test_only_one_answer_is_given_to_obstacles_that_nobody_knows() -> None:
    state, act = answered("the words get stuck", ASKED)
    assert act is not None and answered("the sky is low", state)[1] is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("last time they didn't help", "cannot_call_let_down"),
        ("the hotline hung up on me last year", "cannot_call_let_down"),
        ("VA is useless", "cannot_call_let_down"),
        ("it costs too much", "cannot_call_cost"),
        ("I'm not sick enough for them", "cannot_call_not_enough"),
        ("I don't want to burden anyone", "cannot_call_burden"),
        ("because they'd lock me up", "cannot_call_police"),
        ("will they arrest me", "cannot_call_police"),
        ("my mum would go mad", "barrier_home"),
        ("my english is bad", "barrier_language"),
        ("what do i even say", "first_words"),
        ("I'm so tired", "urged_tired"),
        ("i cant stop crying", "urged_crying"),
        ("im so scared", "urged_scared"),
        ("alone", "urged_alone"),
        ("by myself", "urged_alone"),
        ("nobody else lives here", "urged_alone"),
        ("nobody cares", "urged_nobody_cares"),
        ("what will happen if I call 911", "urged_if_called"),
        ("whats the point of calling them", "urged_if_called"),
        ("what happens if i dont call", "urged_if_not"),
        ("I'm not giving them to anyone", "urged_keeps"),
        ("Don't know when. Could be any night.", "risk_stay"),
        ("thanks", "urged_thanks"),
        ("sorry", "urged_sorry"),
    ],
)
def test_in_an_emergency_plain_words_are_answered_and_the_emergency_number_stays(text: str, response: str) -> None:
    state, act = answered(text, CALL)
    assert act is not None and (act.response, act.level) == (f"utter_{response}", "urgent")
    assert (state.stage, state.pending) == ("imminent", "call")


@pytest.mark.parametrize("choice", ["let_down", "not_enough", "cost", "burden", "phone", "police", "stay", "language"])
def test_an_obstacle_chosen_in_an_emergency_keeps_it_one(choice: str) -> None:
    act = step(CALL, from_payload(f'/barrier{{"barrier": "{choice}"}}'))[1]
    assert act is not None and act.level == "urgent"


@pytest.mark.parametrize("text", ["im so scared", "thanks", "nobody cares", "I'm so tired"])
def test_without_an_emergency_the_same_words_are_not_taken_for_one(text: str) -> None:
    act = answered(text, State("resolved"))[1]
    assert act is None or act.level != "urgent"


@pytest.mark.parametrize(
    "lines",
    [
        ("my chest goes tight and I start counting things", "I go and sit with the cat", "my brother Dan"),
        ("I stop answering messages", "my nan's house", "Aunt Rose, then 988"),
        ("when my ex texts", "walking the dog", "my cousin Jo"),
        ("it starts at night", "do the dishes", "my therapist"),
        ("idk", "leave the house", "tell my mum"),
        ("I drink", "a walk by the river", "I'd call my sister"),
    ],
)
def test_what_is_typed_under_the_plan_is_its_lines(lines: tuple[str, str, str]) -> None:
    state = PLAN
    for line, place in zip(lines, ("first", "second", "third"), strict=True):
        state, act = answered(line, state, GUESSED if "chest" in line else CLEAR)
        assert act is not None and (act.response, act.level) == (f"utter_plan_line_{place}", "support")
    assert answered("the weather is grey", state)[1] is None


def test_three_lines_at_once_are_the_whole_plan() -> None:
    act = answered("I go quiet\nthe kitchen\nJo", PLAN)[1]
    assert act is not None and act.response == "utter_plan_line_third"


def test_a_danger_told_among_the_lines_is_heard() -> None:
    act = answered("I'm going to jump tonight", PLAN, Signal("crisis_imminent", "urgent", ("rule",)))[1]
    assert act is not None and act.level == "urgent"
    act = answered("goodbye everyone", PLAN, Signal("crisis_imminent", "urgent", ("classifier",)))[1]
    assert act is not None and act.level == "urgent"


@pytest.mark.parametrize(
    "text", ["how does matching work", "find me a therapist", "stop", "good night", "what is anhedonia", "yes I have a plan"]
)
def test_another_matter_is_no_line_of_the_plan(text: str) -> None:
    act = answered(text, PLAN)[1]
    assert act is None or not act.response.startswith("utter_plan_line")


def test_who_asks_what_to_write_is_told_and_goes_on_with_the_same_line() -> None:
    state, act = answered("what do i write there", PLAN)
    assert act is not None and act.response == "utter_plan_line_how"
    act = answered("I go quiet", state)[1]
    assert act is not None and act.response == "utter_plan_line_first"


@pytest.mark.parametrize("state", [State("thoughts"), State()])
@pytest.mark.parametrize("text", ["help me make a plan to stay safe", "can we do the safety plan", "make me a safety plan"])
def test_a_plan_to_stay_safe_is_given_to_who_asks_for_it_in_their_own_words(text: str, state: State) -> None:
    act = answered(text, state)[1]
    assert act is not None and act.response == "utter_safety_plan"


def test_a_safety_plan_at_work_is_none() -> None:
    assert answered("we have a health and safety plan at work", State())[1] is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("ok did that", "done"),
        ("tried it", "done"),
        ("didn't work", "not"),
        ("still numb", "not"),
        ("it made it worse", "not"),
        ("helped a bit", "some"),
        ("a little calmer", "some"),
    ],
)
def test_how_steadying_went_is_answered(text: str, response: str) -> None:
    act = answered(text, State("thoughts", last="utter_steady_me"))[1]
    assert act is not None and act.response == f"utter_steadied_{response}"
