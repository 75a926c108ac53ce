"""Therapy, asked in particular."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("does emdr work", "utter_ask_therapy", "utter_other_treatment"),
        ("does tms work", "utter_ask_therapy", "utter_other_treatment"),
        ("what is lsd therapy like", "utter_ask_therapy", "utter_other_treatment"),
        ("do i have to talk about my childhood", "utter_ask_therapy", "utter_therapy_yours_to_say"),
        ("will they make me cry", "utter_ask_therapy", "utter_therapy_yours_to_say"),
        ("can i switch therapist if i dont like them", "utter_ask_therapy", "utter_therapy_switch"),
        ("what if i dont like my therapist", "utter_ask_therapy", "utter_therapy_switch"),
        ("how many sessions do i need", "utter_ask_therapy", "utter_therapy_how_long"),
        ("how many sessions is normal", "utter_ask_therapy", "utter_therapy_how_long"),
        ("how long does therapy take", "utter_ask_therapy", "utter_therapy_how_long"),
        ("can i bring my wife to the session", "utter_ask_therapy", "utter_therapy_bring_someone"),
        ("should i see a doctor or a therapist", "utter_ask_therapy", "utter_whom_to_ring"),
        ("whats the difference between CBT and IPT", "utter_ask_therapy", "utter_which_therapy"),
        ("which is better", "utter_ask_therapy", "utter_which_therapy"),
        ("which one is best for me", "utter_ask_therapy", "utter_which_therapy"),
        ("what is cbt", "utter_ask_therapy", None),
        ("what does cbt stand for", "utter_ask_therapy", "utter_word_therapies"),
        ("does cbt work", "utter_ask_therapy", None),
        ("what is therapy like", "utter_ask_therapy", None),
        ("I've been on a waiting list for 8 months", "utter_ask_therapy", "utter_on_a_waiting_list"),
        ("still waiting for therapy", "utter_ask_therapy", "utter_on_a_waiting_list"),
        ("my son is on a waiting list", "utter_ask_therapy", None),
        ("how long does the exercise take", "utter_ask_therapy", "utter_exercise_how_long"),
        ("how long is the waiting list", "utter_ask_therapy", "utter_matching_when"),
        ("which sign is that", "utter_ask_therapy", None),
        ("do i have to talk to you", "utter_ask_therapy", None),
        ("how many sessions does insurance cover", "utter_ask_therapy", None),
        ("which is better", "utter_feel_nothing", None),
        ("does yoga help", "utter_feel_nothing", "utter_other_treatment"),
        ("can i bring my son up differently", "utter_feel_nothing", None),
        ("can i switch my phone off", "utter_feel_nothing", None),
    ],
)
def test_what_is_asked_of_therapy_in_particular_is_answered_by_itself(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


def test_a_message_of_one_word_over_and_over_is_read_to_its_end() -> None:
    assert answer("hmm " * 38 + "oak", "utter_ask_therapy") is None
