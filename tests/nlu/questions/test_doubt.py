"""How it can know, what is asked of other matters, scraps, and what would help."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

from thaw.nlu.questions import asked


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("so you dont know?", "utter_matching_format", "utter_why_not_known"),
        ("why dont you know", "utter_ask_matching", "utter_why_not_known"),
        ("why dont you know", "utter_ask_cost", "utter_no_price_here"),
        ("why cant you tell me", "utter_ask_burnout_or_depression", "utter_why_not_known"),
        ("why didnt you say yes or no", "utter_ask_will_it_get_better", "utter_why_not_known"),
        ("but how do you know im not", "utter_am_i_heartless", "utter_why_not_known"),
        ("why so vague", "utter_feel_nothing", "utter_why_not_known"),
        ("thats a big range", "utter_ask_how_common", "utter_source_of_share"),
        ("how do you know if its depression", "utter_feel_nothing", None),
        ("you don't know what its like", "utter_feel_nothing", None),
        ("why dont i know what i feel", "utter_feel_nothing", None),
        ("i dont know", "utter_feel_nothing", None),
        ("you cant help me", "utter_feel_nothing", None),
    ],
)
def test_a_doubt_of_the_program_is_answered_as_one(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("is it my fault", "utter_worried_about_someone", "utter_worried_about_someone_fault"),
        ("is it because of me", "utter_worried_about_someone", "utter_worried_about_someone_fault"),
        ("did i do something wrong", "utter_worried_about_someone", "utter_worried_about_someone_fault"),
        ("am i the problem", "utter_worried_about_someone", "utter_worried_about_someone_fault"),
        ("is it just puberty", "utter_worried_about_someone", "utter_worried_about_someone_cause"),
        ("is it just my age", "utter_feel_nothing", "utter_could_it_be"),
        ("why would this be different", "utter_therapy_did_not_help", "utter_therapy_did_not_help_deep"),
        ("what's the catch", "utter_feel_nothing", "utter_is_it_a_sale"),
        ("excitement? whats that", "utter_feel_nothing", "utter_lost_interest"),
        ("is it my fault", "utter_feel_nothing", None),
        ("why would this be different", "utter_feel_nothing", None),
        ("my sister died and i didnt cry at the funeral. is that normal", "utter_greet", "utter_numb_after_loss_plain"),
    ],
)
def test_what_is_asked_of_another_matter_is_not_answered_with_the_brain(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        *((each, "utter_only_begun") for each in ("ok", "k", "so?", "?", "huh", "hm ok and?", "just looking", "...")),
        *((each, "utter_wordless") for each in ("ugh", "sigh", ":(")),
        *((each, None) for each in ("yes", "ok so i feel nothing", "same", ":)", "numb")),
    ],
)
def test_a_scrap_as_the_first_message_is_no_telling(text: str, response: Optional[str]) -> None:
    found = asked(text, ["utter_opening"], ["utter_opening"])
    assert (found.response if found else None) == response


def test_later_a_scrap_answers_what_was_said() -> None:
    assert answer("ok") is None


@pytest.mark.parametrize(
    "text", ["this is me", "wow this is literally me", "omg its me exactly", "thats so me", "relatable", "this is exactly how i feel"]
)
def test_who_finds_themselves_in_it_is_heard_as_that(text: str) -> None:
    assert answer(text) == "utter_recognised"


@pytest.mark.parametrize("text", ["this is not me", "is this me?", "it's me isn't it", "its me again", "is it me or the pills"])
def test_who_asks_whether_it_is_them_does_not(text: str) -> None:
    assert answer(text) is None


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("does exercise help", "utter_feel_nothing", "utter_does_moving_help"),
        ("would the gym help", "utter_feel_nothing", "utter_does_moving_help"),
        ("can running help", "utter_feel_nothing", "utter_does_moving_help"),
        ("does walking in nature help", "utter_feel_nothing", "utter_does_moving_help"),
        ("should i get a hobby", "utter_feel_nothing", "utter_does_moving_help"),
        ("does magnesium help", "utter_feel_nothing", "utter_should_i_take_it"),
        ("dopamine detox does it work?", "utter_feel_nothing", "utter_other_treatment"),
        ("can a dog help", "utter_feel_nothing", "utter_should_i"),
        ("tried that", "utter_ask_something_to_try", "utter_tried_that"),
        ("no time for that", "utter_ask_something_to_try", "utter_no_time_for_that"),
        ("except with my dog", "utter_feel_nothing", "utter_something_gets_through"),
        ("except for my dog who died", "utter_feel_nothing", None),
        ("except when im drunk", "utter_feel_nothing", None),
        ("tried that", "utter_feel_nothing", None),
        ("what about a walk", "utter_ask_something_to_try", None),
        ("does the exercise help", "utter_ask_something_to_try", None),
        ("i run every day and feel nothing", "utter_feel_nothing", None),
    ],
)
def test_what_would_help_and_what_was_tried_has_its_own_answer(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
