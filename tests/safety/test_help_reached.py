"""Help that was reached is heard: who has a nurse on the line is not told to call, and who can't hear is told how else."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import step
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR, Signal, by_rules

TAKEN = State("none", "call", said=(("utter_overdose_by_mistake", 1),), route="medical_emergency", country="GB")
SWALLOWED = State("imminent", "call", said=(("utter_overdose_taken", 1),), route="medical_emergency", country="GB")
URGED = State("imminent", "call", said=(("utter_crisis_imminent", 1),), country="US")
VOICES = State("none", "call", said=(("utter_voices", 1),), route="voices", country="GB")
DANGERS = (TAKEN, SWALLOWED, URGED, VOICES)


def after(text: str, state: State, signal: Optional[Signal] = None) -> tuple[State, Optional[str], Optional[str]]:
    """The state after a message, the crisis response to it and its level."""
    left, act = step(state, hear(text, signal or by_rules(text), state, ()))
    return left, act and act.response, act and act.level


@pytest.mark.parametrize("state", DANGERS)
@pytest.mark.parametrize(
    "text",
    [
        "my mum's ringing 111 for me",
        "dad is on the phone with the ambulance",
        "he called 988 with me",
        "we're on hold",
        "still on hold with them",
        "i rang 111",
        "my flatmate phoned an ambulance",
        "she's on to 999 now",
        "waiting for someone to pick up",
        "rang 111, they are calling me back in an hour",
    ],
)
def test_who_has_somebody_ringing_is_not_told_to_ring(text: str, state: State) -> None:
    left, said, _ = after(text, state)
    assert said == "utter_help_called" and left.pending is None


@pytest.mark.parametrize("state", DANGERS)
@pytest.mark.parametrize(
    "text",
    [
        "they picked up",
        "we got through, she's talking to them",
        "the paramedics are here",
        "an ambulance came",
        "a nurse is asking me stuff",
        "im on the line with the crisis team",
        "im at a&e now",
    ],
)
def test_who_is_with_helpers_is_left_to_them(text: str, state: State) -> None:
    left, said, level = after(text, state)
    assert (said, level) == ("utter_help_answered", "support")
    assert not left.is_an_emergency and left.topic != "medical_emergency"


@pytest.mark.parametrize(
    "text",
    [
        "the nurse says i'm ok",
        "111 said its fine, just rest",
        "paramedics came, they say i'm alright",
        "the poison line told me it's harmless",
        "they checked me over and im fine",
        "got the all clear",
        "they said it's nothing serious",
        "the nurse rang back and said it's ok, just watch for a rash",
    ],
)
def test_what_helpers_said_ends_the_alarm(text: str) -> None:
    left, said, level = after(text, TAKEN)
    assert (said, level) == ("utter_help_cleared", "support")
    assert not left.route_in_view
    _, said, _ = after(text, SWALLOWED)
    assert said == "utter_help_cleared_after"


@pytest.mark.parametrize(
    "text",
    [
        "my sister is driving over",
        "my mate's on his way",
        "my son is coming this evening",
        "the ambulance is on its way",
        "mum is coming straight round",
        "he's in the car, he says 10 minutes",
        "we are waiting for the crisis team",
    ],
)
def test_who_waits_for_somebody_keeps_the_emergency_number_until_then(text: str) -> None:
    left, said, level = after(text, URGED)
    assert (said, level) == ("utter_someone_coming", "urgent")
    assert left.stage == "imminent" and not left.eased


@pytest.mark.parametrize("intent", ["danger_from_others", "crisis_third_party", "crisis_imminent"])
@pytest.mark.parametrize(
    "text",
    [
        "she says they will see me tomorrow morning",
        "they want to know if i took anything",
        "they're here",
        "they said i can stay home with my neighbor",
    ],
)
def test_what_is_told_next_of_those_who_help_is_no_new_danger(text: str, intent: str) -> None:
    left, _, _ = after("mum is calling 111", URGED)
    assert after(text, left, Signal(intent, "urgent", ("classifier",)))[1] == "utter_help_answered"


@pytest.mark.parametrize(
    "text", ["they said they can't help me", "they hung up, i'm doing it", "they told me to jump", "i'm going to do it now"]
)
def test_help_that_fails_is_no_help(text: str) -> None:
    left, _, _ = after("mum is calling 111", URGED)
    assert after(text, left, Signal("crisis_imminent", "urgent", ("classifier",)))[1] != "utter_help_answered"


def test_after_a_voice_what_is_said_goes_on_with_the_help() -> None:
    left, _, _ = after("mum is calling them", VOICES)
    for text in ("shes explaining it to them", "its louder than before"):
        left, said, _ = after(text, left)
        assert said != "utter_voices"
    _, said, level = after("it tells me to jump", left)
    assert (said, level) == ("utter_voices", "urgent")


@pytest.mark.parametrize(
    "text",
    [
        "they don't say i'm fine",
        "the nurse says i'm fine but i can't breathe",
        "they said it's fine but i feel worse",
        "nobody picked up",
        "they hung up on me",
        "i called 111 but gave up",
        "mum is coming home, she'll find me",
        "my brother is coming on saturday",
        "he's calling me names",
        "he is coming to get me",
        "if they pick up i'll tell them",
        "she's driving me up the wall",
        "my sister's coming over tomorrow",
        "been on hold for an hour, forget it. doing it now",
        "he came out of prison and he's on his way here",
        "the crisis team came twice and then stopped",
        "im on hold with the job centre",
    ],
)
def test_help_that_is_not_there_is_not_taken_for_it(text: str) -> None:
    for state in DANGERS:
        _, said, _ = after(text, state)
        assert not str(said).startswith(("utter_help_", "utter_someone_coming"))


def test_who_texts_somebody_some_answers_later_is_heard_too() -> None:
    told = State("thoughts", said=(("utter_crisis_ideation", 1),), quiet=1, country="US")
    assert after("ok i texted my aunt", told)[1] == "utter_reached_out"


@pytest.mark.parametrize("text", ["they say i'm fine", "she says i'm ok", "they said it's all good"])
def test_only_after_an_emergency_are_they_those_who_can_judge_it(text: str) -> None:
    assert after(text, URGED)[1] != "utter_help_cleared_after"


@pytest.mark.parametrize("text", ["my sister is driving over", "they answered", "he's ringing the doctor"])
def test_where_no_danger_of_ones_own_is_open_these_are_everyday_words(text: str) -> None:
    theirs = State("none", "theirs", said=(("utter_crisis_third_party", 1),), route="crisis_third_party")
    abuse = State(said=(("utter_danger_from_others", 1),), route="danger_from_others")
    for state in (State(), theirs, abuse):
        assert not str(after(text, state)[1]).startswith(("utter_help_", "utter_someone_coming"))


def test_an_answer_to_whether_there_are_thoughts_is_read_first() -> None:
    asked = State("asked", "thoughts", said=(("utter_crisis_passive", 1),), country="US")
    assert after("yes. my sister is coming over now", asked)[1] == "utter_crisis_ideation"


@pytest.mark.parametrize("state", DANGERS)
@pytest.mark.parametrize(
    "text", ["i can't ring, i'm deaf", "im deaf how do i call", "i am hard of hearing", "i cant speak because im mute", "i use bsl"]
)
def test_who_cannot_hear_or_speak_is_told_to_write_to_the_emergency_number_first(text: str, state: State) -> None:
    assert after(text, state)[1:] == ("utter_emergency_in_writing", "urgent")


@pytest.mark.parametrize(
    "text", ["i'm deaf in one ear", "my parents are deaf to it", "i can't talk now", "i'm deaf to that kind of advice"]
)
def test_who_can_use_a_phone_is_not_taken_for_somebody_who_cannot(text: str) -> None:
    assert after(text, TAKEN)[1] != "utter_emergency_in_writing"


@pytest.mark.parametrize(
    "state",
    [
        State(hints=1, said=(("utter_crisis_hinted", 1),)),
        State("asked", quiet=6, said=(("utter_crisis_guessed", 1),)),
        State("denied", said=(("utter_risk_denied", 1),)),
    ],
)
@pytest.mark.parametrize("text", ["hold on, she's calling", "my mum is calling for her tea", "he's on the phone to them about the boiler"])
def test_who_calls_where_no_danger_was_told_calls_nobody_for_help(text: str, state: State) -> None:
    assert step(state, hear(text, CLEAR, state, ()))[1] is None
