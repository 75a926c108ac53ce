"""What a word means, and where a figure is from."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    "text", ["what was that word again", "and what did you call it", "whats the name for this again?", "what is the word"]
)
def test_who_forgot_the_word_hears_it_again_and_not_the_last_answer(text: str) -> None:
    assert answer(text, "utter_ask_will_it_get_better") == "utter_ask_anhedonia"


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("where is that number from", "utter_ask_how_common", "utter_source_of_share"),
        ("where did you get that", "utter_numb_since_medication", "utter_source_of_blunting"),
        ("is there any research on that", "utter_ask_why_exercise", "utter_source_of_exercise"),
        ("Sources. Papers.", "utter_feel_nothing", "utter_sources"),
        ("I asked for sources", "utter_source_of_share", "utter_sources"),
        ("what about the thing you said, 40 to 60 in 100", "utter_feel_nothing", "utter_sources"),
        ("who wrote this, and who reviewed it", "utter_sources", "utter_who_wrote"),
        ("are you approved by doctors", "utter_greet", "utter_who_wrote"),
        ("did a clinician check any of it", "utter_greet", "utter_who_wrote"),
        ("where is that from", "utter_feel_nothing", None),
        ("i work in research and feel nothing", "utter_ask_how_common", None),
        ("who else has this", "utter_ask_how_common", None),
    ],
)
def test_who_asks_where_something_is_from_is_told_what_kind_of_study_and_when(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("what mean 'flat'? i not understand", "utter_feel_nothing", "utter_word_flat"),
        ("what does numb mean", "utter_greet", "utter_word_flat"),
        ("what is reward system? please more simple words", "utter_ask_why_numb", "utter_word_reward_system"),
        ("what does CBT stand for", "utter_ask_therapy", "utter_word_therapies"),
        ("can you say that in simpler words", "utter_ask_why_numb", "utter_ask_why_numb_simple"),
        ("explain it more simply pls", "utter_ask_therapy", "utter_ask_therapy_simple"),
        ("in plain english please", "utter_effort_tax", "utter_simple"),
        ("what is cbt", "utter_ask_therapy", None),
        ("what does it mean for my marriage", "utter_feel_nothing", None),
        ("it's simple, i feel nothing", "utter_greet", None),
    ],
)
def test_a_word_is_explained_and_an_answer_said_in_shorter_ones(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
