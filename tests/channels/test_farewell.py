"""Who says good night is not held back by a question about suicide."""

from __future__ import annotations

import pytest

from thaw.channels.answer import with_safety
from thaw.channels.renderer import draft
from thaw.leaving import says_goodbye
from thaw.safety.hearing import hear
from thaw.safety.risk import RECHECK_AFTER, State
from thaw.safety.screen import CLEAR

DENIED = State("denied", quiet=RECHECK_AFTER)


def test_a_farewell_gets_the_line_and_not_the_look_back_whatever_it_is_answered_with() -> None:
    after, drafts = with_safety(DENIED, None, [draft("utter_stop")], "US", leaves=True)
    assert [each.response for each in drafts] == ["utter_stop", "utter_crisis_line_short"]
    assert after.stage == "denied", "the look back waits for the next answer"
    _, drafts = with_safety(DENIED, None, [draft("utter_stop")], "US")
    assert drafts[-1].response == "utter_risk_recheck_gently"


@pytest.mark.parametrize(
    "text",
    [
        "not now after all. night",
        "Good night.",
        "too done in for that, catch you later",
        "right, gotta go",
        "thanks that's enough for tonight",
        "ok i'm off to bed",
        "gotta run",
        "cya",
        "thx, speak soon",
        "see you tomorrow",
    ],
)
def test_a_goodbye_at_the_end_of_a_message_takes_leave(text: str) -> None:
    assert says_goodbye(text)


@pytest.mark.parametrize(
    "text",
    [
        "i lie awake at night",
        "another night",
        "it goes on all night",
        "i don't want to go",
        "i dread going to bed",
        "i never got to say goodbye",
        "it's enough for me",
        "i never go to sleep",
    ],
)
def test_a_night_that_is_told_of_takes_no_leave(text: str) -> None:
    assert not says_goodbye(text)


@pytest.mark.parametrize("text", ["see you soon", "going to sleep now", "off to bed", "gotta run", "that's enough for today"])
def test_what_may_be_no_goodbye_for_now_waves_no_question_about_suicide_off(text: str) -> None:
    asked = State("asked", pending="thoughts")
    assert hear("good night", CLEAR, asked, ()).dismissed
    assert not hear(text, CLEAR, asked, ()).dismissed


def test_who_goes_to_sleep_from_a_question_about_suicide_reads_that_it_stays_open_and_no_good_night() -> None:
    _, drafts = with_safety(State("asked", pending="thoughts"), None, [draft("utter_goodbye")], "US")
    [said] = drafts
    assert said.response != "utter_goodbye" and said.metadata["kind"] == "crisis" and said.buttons
