"""Once the worst is over nobody is urged to call again, who says so is met; and what this chat can and can't do is said plainly."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.levels import LEVELS
from thaw.safety.risk import State, step
from thaw.safety.risk_state import Act
from thaw.safety.screen import CLEAR, Signal, by_rules

CALL = State("imminent", "call", said=(("utter_crisis_imminent", 1),), last="utter_crisis_imminent")
AWAY = State("imminent", None, said=(("utter_crisis_imminent", 1), ("utter_means_away", 1)), last="utter_means_away")
COMPANY = State("imminent", None, eased=True, said=(("utter_crisis_imminent", 1), ("utter_with_someone", 1)), last="utter_with_someone")
PILLS = State("imminent", "call", route="medical_emergency", said=(("utter_medical_emergency", 1),))
IMMINENT = Signal("crisis_imminent", "urgent", ("classifier",))


def said(text: str, state: State, signal: Optional[Signal] = None) -> tuple[State, Optional[Act]]:
    signal = signal or by_rules(text)
    return step(state, hear(text, signal, state, ()))


def response(text: str, state: State, signal: Optional[Signal] = None) -> Optional[str]:
    act = said(text, state, signal)[1]
    return act.response if act else None


@pytest.mark.parametrize("signal", [CLEAR, IMMINENT])
@pytest.mark.parametrize(
    "text",
    [
        "climbed back in. it's freezing",
        "I've come back inside now",
        "ok i'm back inside",
        "i stepped away from the edge, sitting in the car",
        "i'm indoors again, shaking a bit",
        "so i'm in my room. sorry for worrying you",
        "I'm on the sofa, sorry about earlier",
    ],
)
def test_who_came_away_from_it_is_urged_no_more(text: str, signal: Signal) -> None:
    state, act = said(text, CALL, signal)
    assert act is not None and (act.response, act.level) in (("utter_back_inside", "support"), ("utter_turned_back", "urgent"))
    assert act.response == "utter_turned_back" or (state.eased and state.pending is None)


@pytest.mark.parametrize(
    "text",
    [
        "my flatmate woke up, im off to bed now",
        "my roommate's up and sitting with me",
        "mum got up and is here",
        "my sister came over",
        "she's staying the night",
        "he is sleeping on my sofa tonight",
        "we're sitting in the kitchen together",
        "my wife is awake and we talk",
    ],
)
def test_somebody_who_is_up_and_there_is_company(text: str) -> None:
    for before in (CALL, AWAY):
        state, act = said(text, before)
        assert act is not None and (act.response, act.level) == ("utter_with_someone", "support") and state.eased


@pytest.mark.parametrize("text", ["he made me a sandwich", "she's holding my hand", "i feel a bit less alone", "its good that she's here"])
def test_what_they_do_is_told_of_them_and_was_understood(text: str) -> None:
    assert response(text, COMPANY) == "utter_company_holds"


@pytest.mark.parametrize(
    "text",
    [
        "im in the kitchen",
        "im in the kitchen with the knife",
        "i'm at home",
        "my roommate woke up so i have to be quick",
        "my mum is up, i'll wait until she's asleep again",
        "she came home and is yelling",
        "he woke up but went back to bed",
        "nobody is up",
        "is my roommate up?",
        "i came back inside to get the rope",
        "im back inside, going to do it in the bath",
        "sorry for scaring you, goodbye",
        "i didn't climb back in",
        "i wish she would stay the night",
    ],
)
def test_what_leaves_it_open_ends_no_alarm(text: str) -> None:
    for signal in (by_rules(text), IMMINENT):
        state, act = said(text, CALL, signal)
        assert not state.eased and (act is None or act.response not in ("utter_back_inside", "utter_with_someone", "utter_company_holds"))


@pytest.mark.parametrize("text", ["i'm back inside now", "she made tea"])
def test_company_and_a_door_undo_nothing_that_was_swallowed_and_mean_nothing_where_no_call_was_urged(text: str) -> None:
    for state in (PILLS, State("thoughts"), State("none")):
        assert response(text, state) not in ("utter_back_inside", "utter_company_holds")


def test_a_sorry_for_the_scare_is_answered_as_a_sorry() -> None:
    assert response("sorry for scaring you", CALL) == "utter_urged_sorry"


@pytest.mark.parametrize(
    "text",
    [
        "can you stay with me",
        "please stay with me a bit",
        "don't leave me",
        "are you still there",
        "i'd rather stay here and write",
        "can i just talk to you",
        "id rather type to you instead",
        "keep talking to me",
    ],
)
def test_asked_to_stay_the_chat_says_what_it_can_and_names_the_number(text: str) -> None:
    state, act = said(text, CALL)
    assert act is not None and (act.response, act.level) == ("utter_urged_stay", "urgent")
    assert state.pending == "call", "a refusal after it is still one of the call"


@pytest.mark.parametrize(
    "text",
    [
        "what happens now",
        "what are you going to do now",
        "are you sending someone",
        "did you call the police",
        "is someone coming",
        "will you call an ambulance for me",
    ],
)
def test_asked_what_happens_now_it_says_that_nobody_was_called(text: str) -> None:
    act = said(text, CALL)[1]
    assert act is not None and (act.response, act.level) == ("utter_urged_what_now", "urgent")


@pytest.mark.parametrize("text", ["can you stay with me", "what happens now", "are you still there"])
def test_where_no_call_is_urged_the_same_words_are_the_dialogues(text: str) -> None:
    assert response(text, State("none")) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("burned my forearm on the oven again and didn't notice", "self_harm"),
        ("i cut my finger at work and felt nothing", "self_harm"),
        ("my arms are covered in burns from the kitchen", "self_harm"),
        ("hands full of cuts from the job, dont feel them any more", "self_harm"),
    ],
)
def test_an_accident_of_the_trade_is_no_self_harm(text: str, intent: str) -> None:
    assert response(text, State("none"), Signal(intent, LEVELS[intent], ("classifier",))) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "i burned my arm at work on purpose",
        "i held my hand on the grill",
        "i keep burning my arm on the oven, it helps",
        "i cut my arm after work with a razor",
        "i burn my arms",
        "at work i burned my hand to feel something",
        "i tell everyone the burns on my arms are from the kitchen",
    ],
)
def test_what_was_done_on_purpose_or_leaves_it_open_is_still_heard(text: str) -> None:
    assert response(text, State("none"), Signal("self_harm", LEVELS["self_harm"], ("classifier",))) is not None


@pytest.mark.parametrize("intent", ["crisis_ideation", "crisis_passive", "crisis_third_party"])
@pytest.mark.parametrize(
    "text",
    [
        "i wish my nan would die so it's finished, she has alzheimers and i'm the one looking after her",
        "sometimes i wish it was over. not my life, hers. for her own sake",
    ],
)
def test_a_wish_that_it_were_over_for_the_ill_asks_nothing(text: str, intent: str) -> None:
    for evidence in (by_rules(text).evidence, ("classifier",)):
        state, act = said(text, State("none"), Signal(intent, "support", (*evidence, "classifier")))  # type: ignore[arg-type]
        assert act is None and state.pending is None


def test_the_same_wish_with_a_way_to_do_it_is_heard() -> None:
    text = "i wish my mum would die, she has dementia, i could use a pillow"
    assert response(text, State("none"), Signal("crisis_ideation", "support", ("classifier",))) is not None


@pytest.mark.parametrize("text", ["that's about her not me", "it was about my mum", "not my life, my dad's suffering"])
def test_who_it_was_said_of_closes_the_question(text: str) -> None:
    state, act = said(text, State("asked", "thoughts", ground="wish"))
    assert state.stage == "resolved" and act is not None and act.response == "utter_risk_misread"
