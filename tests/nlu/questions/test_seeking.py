"""A therapist that is spoken of, and not looked for."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("I wouldn't want a therapist half my age telling me what to do", "utter_therapy_not_for_me"),
        ("i could never open up to a therapist", "utter_therapy_not_for_me"),
        ("i find therapists too vague", "utter_therapy_not_for_me"),
        ("i always found counselling a bit patronising", "utter_therapy_not_for_me"),
        ("should i see a doctor or a therapist", "utter_whom_to_ring"),
        ("a therapist or my gp first?", "utter_whom_to_ring"),
        ("so can you be my therapist", "utter_ask_if_bot"),
        ("are you a therapist", "utter_no_doctor"),
        ("i need a therapist", None),
        ("i wouldn't mind a therapist", None),
        ("i couldn't find a therapist, can you match me", None),
        ("can you find me a therapist", None),
        ("i think a therapist could help", None),
        ("i found a therapist", None),
        ("i saw a doctor and a therapist", None),
        ("can you be honest with me about therapists", None),
        ("i find therapists too expensive", "utter_cannot_pay"),
    ],
)
def test_who_speaks_of_therapists_seeks_none_by_that(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_feel_nothing") == response
