"""What could be used is put out of reach, by who helps or for somebody else: a step to safety, and no danger from who has the key."""

from __future__ import annotations

import pytest

from tests.safety.test_kinds import by_ear, talk
from thaw.safety.hearing import hear
from thaw.safety.put_away import of_means_put_away
from thaw.safety.risk import step
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR, Signal

THEIRS = State(route="crisis_third_party")
URGED = State("imminent", pending="call", means=True)


@pytest.mark.parametrize(
    "text",
    [
        "I've got the key off him, the gun's at my mate's",
        "his dad has the guns now",
        "we locked up all the knives",
        "i flushed her tablets",
        "mum has locked the medicine away",
        "i gave his rifle to the neighbour",
        "no, i have taken his gun away already",
        "the shotgun is in a safe at the police",
        "i hid the pills",
    ],
)
@pytest.mark.parametrize("guess", ["danger_to_others", "danger_from_others", "crisis_imminent"])
def test_who_puts_away_what_another_could_use_is_heard_as_a_helper(text: str, guess: str) -> None:
    assert by_ear(text, guess, "urgent", THEIRS) == "utter_third_party_secured"


def test_what_else_can_be_done_for_them_is_answered_as_that() -> None:
    assert talk("my sister wants to die", "yes", "i locked her pills away", "what else can i do")[1][-1] == "utter_third_party_self"


@pytest.mark.parametrize("text", ["he's agreed to see the gp on monday", "she has booked a doctors appointment", "he will go to therapy"])
def test_that_somebody_goes_to_a_doctor_is_heard(text: str) -> None:
    assert talk("my brother wants to kill himself", "not right now", text)[1][-1] == "utter_third_party_agreed"


@pytest.mark.parametrize(
    "text",
    [
        "should i ask him straight out? wont that put the idea in his head",
        "can i ask her directly",
        "i don't want to give him ideas, won't asking make it worse",
    ],
)
def test_whether_asking_does_harm_is_answered(text: str) -> None:
    assert talk("my brother wants to kill himself", "i can't tell", text)[1][-1] == "utter_third_party_ask_straight"


@pytest.mark.parametrize(
    "text",
    [
        "my dad locked the gun in his truck",
        "he locked it in his truck and gave the key to my uncle",
        "my girlfriend is here, she put the knives away",
        "my sister has my pills now",
        "my wife took my gun to her brother",
        "dad took it out of the house",
    ],
)
@pytest.mark.parametrize("guess", ["danger_from_others", "crisis_third_party", "danger_to_others"])
def test_who_puts_away_what_the_visitor_could_use_is_no_danger(text: str, guess: str) -> None:
    heard = hear(text, Signal(guess, "urgent", ("classifier",)), URGED, ())  # type: ignore[arg-type]
    after, act = step(URGED, heard)
    assert act and act.response == "utter_means_away"
    assert after.stage == "imminent" and after.route is None


@pytest.mark.parametrize("text", ["he called 988 with me", "my sister rang the samaritans for me", "we phoned 111, she called 999 for me"])
def test_a_call_made_together_is_a_call_made(text: str) -> None:
    assert talk(text, state=URGED)[1] == ["utter_reached_out"]


def test_asked_about_thoughts_it_is_half_a_yes() -> None:
    state = State("asked", pending="thoughts", ground="guess")
    assert by_ear("my wife locked my guns away", "danger_from_others", "urgent", state) == "utter_crisis_ideation"


def test_as_a_first_message_it_is_asked_who_is_in_danger() -> None:
    assert by_ear("my dad locked the gun in his truck", "danger_from_others", "urgent", State()) == "utter_crisis_passive"
    assert by_ear("i locked his gun away", "danger_to_others", "urgent", State()) == "utter_crisis_third_party"
    assert by_ear("he took my tablets away", "danger_from_others", "urgent", State()) != "utter_crisis_passive"


@pytest.mark.parametrize(
    "text",
    [
        "he has the gun",
        "he locked me in and has the gun",
        "he locked himself in",
        "he took the gun and left",
        "should i lock the gun away",
        "i know where my dad hid the key",
        "the rope is in the boot of the car",
        "dad took the gun to the police, i have a rope",
        "she locked the knives away, there's the bridge",
        "mum hides the kitchen knives now so i used a compass",
        "she took all her tablets",
        "the doctor gave my dad tablets",
        "i threw it away over nothing",
        "i gave the spare key to my neighbour, it will be tonight",
        "my mum took the pills away but i found more",
        "he put the gun to my head",
        "he took my phone and hid the keys",
        "i took the pills",
        "she put the kettle on",
        "my husband locked the knife drawer because of the toddler",
    ],
)
@pytest.mark.parametrize("state", [State(), THEIRS, URGED])
def test_what_is_still_at_hand_or_a_threat_is_not_put_away(text: str, state: State) -> None:
    assert of_means_put_away(text, CLEAR, state) is None


@pytest.mark.parametrize("text", ["i put the gun in my car", "i put the pills in my bag", "i locked the rope in my shed"])
def test_what_somebody_in_danger_puts_among_their_own_things_is_still_at_hand(text: str) -> None:
    assert of_means_put_away(text, CLEAR, URGED) is None


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("my dad's gun is in the closet and i think about using it", True),
        ("I've been thinking about using my dad's gun", True),
        ("i keep thinking about using the pills in my drawer", True),
        ("thinking about using my gun on my boss", False),
        ("i'm thinking of using pills for my back pain", False),
    ],
)
def test_using_a_gun_with_nobody_else_named_is_heard_as_ones_own_danger(text: str, is_own: bool) -> None:
    assert (talk(text)[1] == ["utter_crisis_ideation"]) == is_own
