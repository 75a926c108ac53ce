"""What is asked of the matching for plain reasons, and what is asked about anhedonia."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("do you have anyone in texas", "utter_feel_nothing", "utter_matching_whom"),
        ("do you have someone lgbt friendly", "utter_feel_nothing", "utter_matching_whom"),
        ("how many are there", "utter_ask_matching", "utter_matching_whom"),
        ("are there therapists in ohio", "utter_feel_nothing", "utter_matching_whom"),
        ("im in the uk does this work here", "utter_feel_nothing", "utter_used_from_anywhere"),
        ("are you available in canada", "utter_feel_nothing", "utter_used_from_anywhere"),
        ("i live in germany can i use this", "utter_feel_nothing", "utter_used_from_anywhere"),
        ("can i do video sessions", "utter_feel_nothing", "utter_matching_format"),
        ("do i have to turn on my camera", "utter_ask_therapy", "utter_matching_format"),
        ("can i do it from home", "utter_ask_matching", "utter_matching_format"),
        ("group or single", "utter_ask_therapy", "utter_matching_format"),
        ("I don't think I can get to a therapist with these shifts", "utter_ask_burnout_or_depression", "utter_therapy_out_of_reach"),
        ("i cant get to any appointments", "utter_ask_therapy", "utter_therapy_out_of_reach"),
        ("i don't have time for therapy", "utter_feel_nothing", "utter_therapy_out_of_reach"),
        ("my shifts don't allow for appointments", "utter_feel_nothing", "utter_therapy_out_of_reach"),
        ("Doc's two hours away", "utter_ask_is_it_depression", "utter_therapy_out_of_reach"),
        ("the nearest clinic is 90 miles away", "utter_ask_therapy", "utter_therapy_out_of_reach"),
        ("my mum is two hours away", "utter_ask_therapy", None),
        ("i can't get to anyone", "utter_ask_therapy", None),
        ("i can't get through to anyone", "utter_feel_nothing", None),
        ("is it weekly", "utter_feel_nothing", "utter_therapy_how_long"),
        ("how soon can i get an appointment", "utter_feel_nothing", "utter_matching_when"),
        ("do you treat teens", "utter_feel_nothing", "utter_matching_for_teens"),
        ("are they licensed", "utter_ask_matching", "utter_matching_licence"),
        ("psychologists or what", "utter_matching_licence", "utter_matching_licence"),
        ("what do they ask", "utter_ask_therapy", "utter_ask_therapy_more"),
        ("do you have someone i can talk to right now", "utter_feel_nothing", None),
        ("is there anyone there", "utter_feel_nothing", None),
        ("i live in texas and feel numb", "utter_feel_nothing", None),
        ("can i do it from home", "utter_ask_something_to_try", None),
        ("will this work for me", "utter_feel_nothing", None),
        ("how long does it take to feel again", "utter_feel_nothing", None),
        ("can you help me with my kids", "utter_feel_nothing", None),
    ],
)
def test_place_form_and_waiting_are_answered_by_what_is_known_and_where_to_ask(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("is anhedonia permanent", "utter_ask_will_it_get_better"),
        ("how is anhedonia treated", "utter_ask_therapy"),
        ("how is anhedonia diagnosed", "utter_ask_screening"),
        ("anhedonia vs depression", "utter_anhedonia_and_depression"),
        ("is anhedonia a mental illness", "utter_anhedonia_and_depression"),
        ("anhedonia vs apathy", "utter_anhedonia_or_another"),
        ("how do you pronounce anhedonia", "utter_anhedonia_pronounced"),
        ("what percentage gets better", "utter_ask_will_it_get_better_deep"),
        ("what does temporarily offline mean", "utter_word_reward_system"),
        ("what is anhedonia", None),
        ("what is anhedonia and how do i treat it", None),
        ("how common is anhedonia", None),
        ("my therapist says i have anhedonia", None),
    ],
)
def test_what_is_asked_about_anhedonia_beyond_the_word_goes_to_its_own_answer(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


def test_whether_one_comes_without_the_other_is_asked_of_the_word_just_explained() -> None:
    assert answer("so can you have one without the other", "utter_ask_anhedonia") == "utter_anhedonia_and_depression"
    assert answer("so can you have one without the other", "utter_ask_therapy") is None
