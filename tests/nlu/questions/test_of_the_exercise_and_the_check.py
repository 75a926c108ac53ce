"""What is asked of the exercise and of the self-check while they are shown, and whether one may come back."""

from __future__ import annotations

import pytest
from asking import answer

SHOWN, CHOOSING = "utter_exercise_before", "utter_ask_exercise_activity"


@pytest.mark.parametrize("last", [SHOWN, CHOOSING])
@pytest.mark.parametrize(
    ("text", "response"),
    [
        *((text, "utter_exercise_how_long") for text in ("how long", "how long again", "how much time is left", "how long does it take")),
        *((text, "utter_exercise_eyes") for text in ("do i close my eyes", "eyes open or closed", "should i keep my eyes open")),
        *(
            (text, "utter_exercise_nothing_is_fine")
            for text in (
                *("what if i feel nothing", "what if nothing happens", "do i have to like it", "what am i supposed to feel"),
                *("how do i know if the exercise worked", "what if i dont notice anything", "is it ok if i feel nothing"),
            )
        ),
    ],
)
def test_what_is_asked_of_the_five_minutes_is_answered(text: str, last: str, response: str) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    "text", ["how long will i be numb", "what if i feel nothing forever", "i feel nothing", "do i have to live like this"]
)
def test_what_is_asked_of_the_numbness_is_none_of_it(text: str) -> None:
    assert answer(text, SHOWN) not in ("utter_exercise_how_long", "utter_exercise_nothing_is_fine", "utter_exercise_eyes")


@pytest.mark.parametrize("text", ["how long", "what if i feel nothing"])
def test_after_its_outcome_or_elsewhere_it_may_be_about_the_numbness(text: str) -> None:
    assert answer(text, "utter_exercise_felt_nothing") is None and answer(text) is None


@pytest.mark.parametrize("text", ["whats the exercise", "what is the exercise", "how does the exercise work"])
def test_what_the_exercise_is_says_how_it_goes(text: str) -> None:
    assert answer(text) == "utter_exercise_how_it_goes"


@pytest.mark.parametrize("last", ["utter_ask_screening", "utter_ask_check_interest", "utter_check_below"])
@pytest.mark.parametrize(
    ("text", "response"),
    [
        *((text, "utter_check_why_two") for text in ("why is it only 2 questions", "why only two", "just two questions?")),
        *((text, "utter_check_no_diagnosis") for text in ("is this going to diagnose me", "is it a diagnosis", "so is that a diagnosis?")),
        *((text, "utter_check_what_counts") for text in ("does it count if im on vacation", "do weekends count", "what if i was sick")),
    ],
)
def test_what_is_asked_about_the_check_is_answered(text: str, last: str, response: str) -> None:
    assert answer(text, last) == response


def test_a_no_after_the_sum_asks_for_no_meaning_and_a_so_asks_what_now() -> None:
    for text in ("no", "not really", "nope"):
        assert answer(text, "utter_check_below") is None
    assert answer("so?", "utter_check_reached") == "utter_check_what_now"


@pytest.mark.parametrize("text", ["can i come back tomorrow", "is it ok if i come back later", "can i talk to you again tomorrow"])
def test_who_asks_may_come_back(text: str) -> None:
    assert answer(text) == "utter_come_back"


@pytest.mark.parametrize("text", ["will the feeling come back", "can she come back", "can it come back", "will you be there when i die"])
def test_what_else_comes_back_is_none_of_it(text: str) -> None:
    assert answer(text) != "utter_come_back"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("am i doing this right", "utter_exercise_no_wrong_way"),
        ("how do i know if im doing it right", "utter_exercise_no_wrong_way"),
        ("my mind keeps wandering", "utter_exercise_mind_wanders"),
        ("i cant focus", "utter_exercise_mind_wanders"),
        ("do i need a timer", "utter_exercise_how_long"),
        ("how often should i do this", "utter_exercise_how_often"),
        ("should i do it every day", "utter_exercise_how_often"),
    ],
)
def test_what_is_asked_while_it_goes_on_is_answered_and_elsewhere_is_none_of_it(text: str, response: str) -> None:
    assert answer(text, SHOWN) == response
    assert answer(text) not in ("utter_exercise_no_wrong_way", "utter_exercise_mind_wanders", "utter_exercise_how_often")
