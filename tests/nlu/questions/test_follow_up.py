"""Short questions about the last answer."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("how do you know", "utter_ask_why_numb", "utter_who_wrote"),
        ("says who", "utter_ask_why_numb", "utter_who_wrote"),
        ("is that true", "utter_ask_why_numb", "utter_who_wrote"),
        ("explain", "utter_ask_why_numb", "utter_no_more"),
        ("like what", "utter_ask_why_numb", "utter_no_more"),
        ("for example?", "utter_ask_why_numb", "utter_no_more"),
        ("what do you mean", "utter_ask_why_numb", "utter_ask_why_numb_simple"),
        ("i dont get it", "utter_ask_why_numb", "utter_ask_why_numb_simple"),
        ("which part", "utter_ask_why_numb", "utter_word_reward_system"),
        ("why", "utter_ask_why_numb", None),
        ("how do you know my name", "utter_ask_why_numb", None),
        ("i dont get it why would anyone care", "utter_ask_why_numb", None),
        ("is that true", "utter_ask_how_common", "utter_source_of_share"),
        ("are you sure", "utter_ask_how_common", "utter_source_of_share"),
        ("like what", "utter_ask_something_to_try", "utter_exercise_activities"),
        ("why", "utter_ask_medication_advice", "utter_ask_medication_advice"),
        ("is that true", "utter_ask_will_it_get_better", "utter_sources"),
        ("explain", "utter_greet", None),
        ("how do you know", "utter_greet", None),
        ("like what", "utter_greet", None),
    ],
)
def test_a_short_question_is_about_the_last_answer(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("yeah it lifts a bit on holiday", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("it lifts on weekends tho", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("yes some of it", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("when im on holiday", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("when i'm off i feel ok", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("its only at work", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("a bit on days off", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("on weekends", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("sometimes", "utter_numb_from_burnout", "utter_numb_from_burnout_more"),
        ("not really", "utter_numb_from_burnout", "utter_ask_is_it_depression"),
        ("no it doesn't lift", "utter_numb_from_burnout", "utter_ask_is_it_depression"),
        ("even on holiday", "utter_numb_from_burnout", "utter_ask_is_it_depression"),
        ("its the same everywhere", "utter_numb_from_burnout", "utter_ask_is_it_depression"),
        ("both i guess", "utter_numb_from_burnout", "utter_ask_burnout_or_depression_deep"),
        ("yeah both probably", "utter_numb_from_burnout", "utter_ask_burnout_or_depression_deep"),
        ("a bit of both", "utter_numb_from_burnout", "utter_ask_burnout_or_depression_deep"),
        ("no", "utter_numb_from_burnout", None),
        ("work", "utter_numb_from_burnout", None),
        ("i want to lie down at work", "utter_numb_from_burnout", None),
        ("i'm never away from it", "utter_numb_from_burnout", None),
        ("i hate my job", "utter_numb_from_burnout", None),
        ("my holiday was cancelled", "utter_numb_from_burnout", None),
        ("both my parents died", "utter_numb_from_burnout", None),
        ("some days i want to die", "utter_numb_from_burnout", None),
        ("on weekends", "utter_feel_nothing", None),
        ("not really", "utter_feel_nothing", None),
        ("both i guess", "utter_feel_nothing", None),
    ],
)
def test_away_from_the_load_it_lifts_or_stays_or_it_is_both(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
