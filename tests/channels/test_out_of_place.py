"""After a danger was told, a sentence that names nothing else is answered as part of it, and never by a text on numbness."""

from __future__ import annotations

import pytest

from thaw.channels.answer import with_safety
from thaw.channels.out_of_place import WHILE
from thaw.channels.renderer import draft
from thaw.safety.risk import State

TOLD = State("thoughts", quiet=1, said=(("utter_crisis_ideation", 1),))
THEIRS = State(route="crisis_third_party", routes=("crisis_third_party",), quiet=1, said=(("utter_crisis_third_party", 1),))
URGED = State("imminent", pending="call", quiet=1, said=(("utter_crisis_imminent", 1),))


def answered(state: State, response: str, text: str | None) -> str:
    """What is said in the end to a text that the dialogue answers with `response`."""
    return with_safety(state, None, [draft(response)], "US", typed=text)[1][0].response


@pytest.mark.parametrize(
    ("response", "text"),
    [
        ("utter_told_checked_out", "my cousin Jo"),
        ("utter_told_checked_out", "he's talking now"),
        ("utter_going_through_motions", "i rang once and they just read off a script"),
        ("utter_ask_how_common", "i have nobody"),
        ("utter_ask_relationship_impact", "they're getting louder"),
        ("utter_body_heavy", "i'm so tired"),
        ("utter_numb_after_birth", "i can't stop shaking"),
        ("utter_clarify", "with scissors"),
        ("utter_chitchat", "friday"),
        ("utter_goodbye", "it starts at night"),
    ],
)
@pytest.mark.parametrize("state", [TOLD, THEIRS])
def test_what_names_nothing_else_is_kept_with_what_was_told(state: State, response: str, text: str) -> None:
    assert answered(state, response, text) == "utter_risk_kept_with"


@pytest.mark.parametrize(
    ("response", "text"),
    [
        ("utter_feel_nothing", "back to the other thing: i feel nothing at all"),
        ("utter_ask_why_numb", "why am i so numb"),
        ("utter_goodbye", "ok good night"),
        ("utter_chitchat", "how are you"),
        ("utter_ask_privacy", "who can read this"),
        ("utter_want_match", "i want to see someone"),
    ],
)
def test_who_turns_to_something_else_is_answered_on_that(response: str, text: str) -> None:
    assert answered(TOLD, response, text) == response


def test_a_choice_is_answered_as_it_is() -> None:
    assert answered(TOLD, "utter_feel_nothing", None) == "utter_feel_nothing"


def test_some_answers_later_the_talk_has_turned() -> None:
    assert answered(TOLD._replace(quiet=WHILE + 1), "utter_going_through_motions", "i just sit there") == "utter_going_through_motions"


@pytest.mark.parametrize("state", [State(quiet=1), State("denied", quiet=1), State("resolved", quiet=1)])
def test_where_no_danger_was_told_nothing_gives_way(state: State) -> None:
    assert answered(state, "utter_going_through_motions", "i just sit there") == "utter_going_through_motions"


@pytest.mark.parametrize("text", ["by myself", "i'm not giving them to anyone", "nobody cares", "i'm crying"])
@pytest.mark.parametrize(
    "response", ["utter_feel_nothing", "utter_going_through_motions", "utter_ask_how_common", "utter_told_checked_out"]
)
def test_in_an_emergency_no_text_on_numbness_takes_the_number_away(response: str, text: str) -> None:
    assert answered(URGED, response, text) == "utter_risk_stay_here"
