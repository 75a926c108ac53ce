"""What is told of someone else is answered for who tells it: at once where it can't wait, and never as the writer's own danger."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import State, step
from thaw.safety.screen import by_rules

THEIRS = State(route="crisis_third_party", pending="theirs", said=(("utter_crisis_third_party", 1),))
NOT_NOW = THEIRS._replace(pending=None, said=(("utter_crisis_third_party", 1), ("utter_third_party_later", 1)))
URGED = THEIRS._replace(pending="call", said=(("utter_crisis_third_party_now", 1),))
TAKEN = THEIRS._replace(pending="call", said=(("utter_third_party_overdose", 1),))
HELPED = THEIRS._replace(pending="call", said=(("utter_third_party_overdose", 1), ("utter_third_party_help_called", 1)))
THREAT = State(route="threat_if_left", said=(("utter_threat_if_left", 1),))
HARMED = State(route="harm_to_another", said=(("utter_harm_to_a_child", 1),))
IMMINENT = State("imminent", pending="call")
SWALLOWED = State("imminent", pending="call", route="medical_emergency")
THOUGHTS = State("thoughts")


def said(text: str, state: Optional[State] = None) -> Optional[str]:
    state = state or State()
    act = step(state, hear(text, by_rules(text), state, ()))[1]
    return act.response.removeprefix("utter_") if act else None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("my mum overdosed an hour ago", "third_party_overdose"),
        ("my friend took a whole bottle of pills", "third_party_overdose"),
        ("my friend online says he took half a bottle of pills", "third_party_overdose"),
        ("my cousin just told me she took a lot of tablets", "third_party_overdose"),
        ("one of my students took an overdose in the toilets", "third_party_overdose"),
        ("my gf says she drank bleach", "third_party_overdose"),
        ("someone on reddit posted that they took the whole bottle", "third_party_overdose"),
        ("my friend from discord said goodbye to everyone and logged off", "third_party_goodbye"),
        ("my brother texted me goodbye and he's not answering", "third_party_goodbye"),
        ('my best mate texted me "tell my mum I love her" and now his phone\'s off', "third_party_goodbye"),
        ("my ex posted a goodbye note an hour ago and no one can find him", "third_party_goodbye"),
        ('I\'m a sponsor and one of my guys texted "tell my kids I love them"', "third_party_goodbye"),
        ("my online friend sent me a pic of pills", "third_party_goodbye"),
        ("my husband went missing last night", "third_party_goodbye"),
        ("my dad has cut his wrists and he's not breathing", "medical_emergency"),
        ("my son says there's no point in living", "crisis_third_party"),
    ],
)
def test_an_overdose_a_goodbye_or_a_disappearance_is_theirs_and_at_once(text: str, response: str) -> None:
    assert said(text) == response


@pytest.mark.parametrize(
    "text",
    [
        "my wife had a whole bottle of wine",
        "he took half my meds to the pharmacy",
        "my friend had a lot of medication changes",
        "my ex texted me goodbye and blocked me, we broke up",
        "my husband is missing out on our kids growing up",
        "my wife says there's no point in therapy",
        "my son has bruises from football",
        "my dad beats him at chess every time",
        "my sister's husband hurts her feelings and i feel numb",
        "my mum checks my phone",
    ],
)
def test_what_is_past_or_everyday_alarms_nobody(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize("text", ["my mum overdosed when i was twelve", "my mum left a suicide note when i was 8"])
def test_what_lies_years_back_is_no_emergency(text: str) -> None:
    act = step(State(), hear(text, by_rules(text), State(), ()))[1]
    assert act is None or act.level != "urgent"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("my mum says i took too many pills", "overdose_taken"),
        ("i took a whole bottle of pills", "overdose_taken"),
        ("goodbye everyone", "crisis_passive"),
    ],
)
def test_ones_own_stays_ones_own(text: str, response: str) -> None:
    assert said(text) == response


@pytest.mark.parametrize(
    ("state", "text", "response"),
    [
        (TAKEN, "she's awake", "third_party_awake"),
        (TAKEN, "he's talking", "third_party_awake"),
        (TAKEN, "she says she's fine", "third_party_awake"),
        (URGED, "I called 911", "third_party_help_called"),
        (URGED, "I called an ambulance", "third_party_help_called"),
        (URGED, "police are on the way", "third_party_help_called"),
        (URGED, "I'm driving over", "third_party_going"),
        (URGED, "we're going to the ER", "third_party_hospital"),
        (URGED, "they found her, she's safe", "third_party_reached"),
        (HELPED, "they took him", "third_party_reached"),
        (URGED, "they're here with her", "third_party_reached"),
        (URGED, "he's here, he's drunk but ok", "third_party_reached"),
        (HELPED, "I can't stop shaking", "third_party_after"),
        (THEIRS, "he says he took half", "third_party_overdose"),
        (THEIRS, "Yes he's breathing, he's watching tv", "third_party_later"),
        (THEIRS, "he's in his room, he's breathing, I checked", "third_party_later"),
        (THEIRS, "do I have to tell her parents?", "third_party_tell"),
        (THEIRS, "am I allowed to tell anyone", "third_party_tell"),
        (NOT_NOW, "should i tell our parents", "third_party_tell"),
        (NOT_NOW, "should I take away the razors", "third_party_means"),
        (NOT_NOW, "should i hide the knives", "third_party_means"),
        (NOT_NOW, "we have pills in the bathroom, should I lock them away", "third_party_means"),
        (NOT_NOW, "there's a gun in the house", "third_party_means"),
        (NOT_NOW, "locked, but he knows where the key is", "third_party_means"),
        (THEIRS, "should I get rid of the guns", "third_party_means_now"),
        (NOT_NOW, "he has a gun in his hand", "crisis_third_party_now"),
        (THREAT, "he has done it before, last year", "threat_if_left_before"),
        (THREAT, "i want to leave anyway", "threat_if_left_leaving"),
        (THREAT, "am i a bad person", "threat_if_left_fault"),
        (THREAT, "he has a gun", "threat_if_left_feared"),
        (THREAT, "I'm scared of him", "threat_if_left_feared"),
        (HARMED, "do I have to report it", "harm_to_another_tell"),
        (HARMED, "it's happening right now", "harm_to_another_now"),
        (HARMED, "what do i say to her", "harm_to_another_words"),
    ],
)
def test_what_goes_on_with_someone_elses_danger_has_an_answer_of_its_own(state: State, text: str, response: str) -> None:
    assert said(text, state) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("he says he'll kill himself if i leave him", "threat_if_left"),
        ("My boyfriend will kill himself if I break up with him", "threat_if_left"),
        ("my husband threatens to shoot himself when we argue", "threat_if_left"),
        ("if i leave her she'll end it all", "threat_if_left"),
        ("my partner said he'd shoot himself and me if i leave", "threat_if_left_feared"),
        ("my boyfriend tracks my phone", "danger_from_others_watched"),
        ("I'm a teacher and a boy in my class has told me his dad hits him", "harm_to_a_child"),
        ("a girl in my class says her father beats her", "harm_to_a_child"),
        ("my neighbour's kid has bruises and says his mum did it", "harm_to_a_child"),
        ("my niece told me her stepdad touches her", "harm_to_a_child"),
        ("my sister's husband hits her and she won't leave", "harm_to_another"),
        ("my colleague is being beaten by her husband", "harm_to_another"),
        ("my dad hits me and my sister", "danger_from_others"),
        ("my husband hits me", "danger_from_others"),
    ],
)
def test_who_reports_and_who_is_threatened_with_a_death_is_answered_as_that(text: str, response: str) -> None:
    assert said(text) == response


@pytest.mark.parametrize(
    ("state", "text", "response"),
    [
        (IMMINENT, "i don't want to anymore", "turned_back"),
        (IMMINENT, "i've changed my mind", "turned_back"),
        (IMMINENT, "i came down from the roof", "turned_back"),
        (IMMINENT, "I threw it away", "means_put_away"),
        (IMMINENT, "I put it away", "means_put_away"),
        (IMMINENT, "i gave it to my neighbour", "means_away"),
        (IMMINENT, "I'm calmer", "safe_for_now"),
        (IMMINENT, "we're going to the ER", "going_to_hospital"),
        (IMMINENT, "going to the er", "going_to_hospital"),
        (IMMINENT, "should i lock up my gun", "own_means_now"),
        (SWALLOWED, "my roommate is calling", "medical_emergency_with_someone"),
        (THOUGHTS, "I gave my gun to my brother last month", "means_away"),
        (THOUGHTS, "how do i get rid of my razors", "own_means"),
    ],
)
def test_what_turns_in_a_danger_of_ones_own_is_noticed(state: State, text: str, response: str) -> None:
    assert said(text, state) == response


@pytest.mark.parametrize("text", ["i haven't changed my mind", "i don't want to live anymore"])
def test_what_does_not_turn_keeps_the_call(text: str) -> None:
    assert step(IMMINENT, hear(text, by_rules(text), IMMINENT, ()))[0].is_an_emergency
    assert said(text, IMMINENT) != "turned_back"
