"""Few words that only go on with a danger told, and everyday talk that only the classifier takes for one."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.everyday import softened
from thaw.safety.hearing import hear
from thaw.safety.risk import step
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR, Signal, by_rules

BIRTH = State(needs=("birth",))


def by_ear(intent: str, level: str = "urgent") -> Signal:
    """What the classifier alone hears."""
    return Signal(intent, level, ("classifier",))  # type: ignore[arg-type]


def answered(*texts: str) -> list[Optional[str]]:
    """The crisis responses to messages in a row, as the rules alone hear them."""
    state, said = State(), []
    for text in texts:
        heard = hear(text, by_rules(text), state, ())
        state, act = step(state, heard)
        said.append(act and act.response)
    return said


@pytest.mark.parametrize(
    "text",
    [
        *("im scared to be alone with her", "scared i do something", "cant be alone with him", "i dont trust myself"),
        *("i dont know what i might do", "afraid of what i might do", "im scared i'll hurt her"),
    ],
)
def test_who_spoke_of_a_baby_and_fears_itself_is_met_as_a_danger_to_it(text: str) -> None:
    assert softened(text, by_rules(text), BIRTH)[:2] == ("danger_to_others", "urgent")


@pytest.mark.parametrize("text", ["im scared to be alone", "scared it stays like this", "i dont trust doctors", "i dont know what to do"])
def test_other_fears_of_a_parent_are_no_danger_to_a_baby(text: str) -> None:
    assert softened(text, CLEAR, BIRTH) == CLEAR


def test_without_a_baby_told_of_a_fear_of_being_alone_with_someone_is_not_taken_for_it() -> None:
    assert softened("im scared to be alone with her", CLEAR, State()) == CLEAR


@pytest.mark.parametrize(("text", "intent"), [("like somebody changed her", "psychosis_or_mania"), ("somebody changed her nappy", None)])
def test_a_baby_taken_for_another_is_for_a_doctor(text: str, intent: Optional[str]) -> None:
    assert softened(text, CLEAR, BIRTH).intent == intent


def test_a_voice_that_says_do_it_is_urgent_and_alone_it_is_nothing() -> None:
    assert answered("i hear my name when nobody is there", "it says do it") == ["utter_psychosis_or_mania", "utter_voices"]
    assert answered("it says do it") == [None]


@pytest.mark.parametrize("text", ["no its real", "i am sure", "i'm not crazy", "i know what i heard"])
def test_who_says_that_it_is_real_is_told_of_a_doctor_again(text: str) -> None:
    assert answered("i hear someone say my name", text)[1] == "utter_psychosis_or_mania"


@pytest.mark.parametrize(
    "text", ["like 6", "6", "dunno how many", "today", "yes 3 days ago", "sleepy", "my breathing feels weird", "all of them"]
)
@pytest.mark.parametrize("told", ["took some of my moms pills", "took the rest of my zopiclone"])
def test_an_amount_or_how_it_feels_belongs_to_the_emergency(told: str, text: str) -> None:
    assert answered(told, text)[1] == "utter_medical_emergency"


def test_who_agrees_to_call_in_a_medical_emergency_is_not_told_to_speak_of_suicide() -> None:
    assert answered("took some of my moms pills", "ok")[1] == "utter_medical_emergency"


@pytest.mark.parametrize("text", ["6", "today", "like 6"])
def test_an_amount_long_after_the_emergency_is_none_of_it(text: str) -> None:
    state = State(route="medical_emergency", quiet=3)
    assert softened(text, CLEAR, state) == CLEAR


@pytest.mark.parametrize("text", ["like bad ones", "about me", "dark thoughts", "really dark ones"])
def test_dark_thoughts_are_asked_about_and_told_more_of_are_half_a_yes(text: str) -> None:
    assert answered("i been having dark thoughts", text) == ["utter_crisis_passive", "utter_crisis_ideation"]


@pytest.mark.parametrize("intent", ["psychosis_or_mania", "self_harm"])
def test_dark_thoughts_that_the_classifier_takes_for_another_danger_are_asked_about(intent: str) -> None:
    signal = Signal(intent, "support", ("dark thoughts about oneself", "classifier"))
    assert softened("i been having dark thoughts", signal, State())[:2] == ("crisis_passive", "ask")


def test_a_carer_who_thinks_of_it_for_themselves_too_is_asked() -> None:
    state = State(route="danger_to_others", pending="call", said=(("utter_danger_to_others", 1),))
    assert softened("yes sometimes for me", CLEAR, state)[:2] == ("crisis_ideation", "support")
    assert softened("yes sometimes for me", CLEAR, State()) == CLEAR


def test_a_child_who_told_of_abuse_and_then_an_age_is_told_who_could_hear_it() -> None:
    assert answered("my uncle touches me", "im 15")[1] == "utter_danger_from_others_minor"
    assert answered("my uncle does stuff", "i dont wanna say")[1] == "utter_danger_from_others_words"
    assert answered("my uncle does stuff", "please dont tell anyone")[1] == "utter_danger_from_others_words"


def test_the_weapon_of_who_is_at_risk_is_put_away_with_help() -> None:
    state = State(route="crisis_third_party")
    assert step(state, hear("should i take the gun", CLEAR, state, ()))[1].response == "utter_third_party_means_now"  # type: ignore[union-attr]
    assert softened("i cant call the police on him", by_ear("danger_from_others"), state) == CLEAR
    assert softened("he hits me", by_ear("danger_from_others"), state).level == "urgent"


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("danger_to_others", "vet put him to sleep, i held him"),
        ("danger_to_others", "we had to put the dog down last week"),
        ("danger_to_others", "id take a bullet for him but i cant feel it"),
        ("danger_to_others", "the kids are driving me up the wall, i could strangle them lol"),
        ("danger_from_others", "he's gonna kill me if i dont book therapy lol"),
        ("danger_from_others", "he says hed rather i jumped out of my skin than this lol"),
        ("danger_from_others", "im scared of police coming"),
        ("medical_emergency", "thanks. hes on oxygen and stuck indoors, could that make him flat"),
        ("medical_emergency", "took 2 pills for my headache and a beer, feel floaty"),
        ("medical_emergency", "stopped drinking 3 days ago and everything is dead"),
    ],
)
def test_everyday_talk_that_only_the_classifier_takes_for_a_danger_is_none(intent: str, text: str) -> None:
    assert softened(text, by_ear(intent), State()) == CLEAR


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("danger_to_others", "i want to put him to sleep for good"),
        ("danger_to_others", "id take a bullet for him and i want to hurt her"),
        ("danger_to_others", "the baby is driving me up the wall, i could strangle him lol"),
        ("danger_to_others", "i could strangle them"),
        ("danger_to_others", "driving me mad, i could kill him and im scared i will"),
        ("danger_from_others", "he's gonna kill me if i leave"),
        ("danger_from_others", "im scared of him coming home"),
        ("danger_from_others", "im scared the police will tell him"),
        ("medical_emergency", "hes on oxygen and cant get his breath"),
        ("medical_emergency", "took all of my pills for my headache"),
        ("medical_emergency", "took 2 tablets for my back and my chest hurts"),
        ("medical_emergency", "stopped drinking 3 days ago and im shaking and seeing things"),
        ("medical_emergency", "took 2 xanax and like 6 beers and i feel floaty"),
    ],
)
def test_what_may_be_meant_stays_a_danger(intent: str, text: str) -> None:
    assert softened(text, by_ear(intent), State()).level == "urgent"


@pytest.mark.parametrize("text", ["does cutting help anhedonia", "is it true that self harm makes people feel something"])
def test_a_question_about_self_harm_is_no_confession(text: str) -> None:
    assert softened(text, by_ear("self_harm", "support"), State()).faint


@pytest.mark.parametrize("text", ["does cutting help, i do it sometimes", "can cutting my arms make me feel", "cutting helps"])
def test_self_harm_told_of_oneself_stays_told(text: str) -> None:
    assert softened(text, by_ear("self_harm", "support"), State()).intent == "self_harm"


def test_wanting_the_numbness_over_is_at_most_invited_to_say_more() -> None:
    assert softened("i just want it to stop, the blankness", by_ear("self_harm", "support"), State()).faint
    assert not softened("i just want it to stop", by_ear("self_harm", "support"), State()).faint
