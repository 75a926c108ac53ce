"""Reading a typed answer to "are you having thoughts of killing yourself?"."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thaw.safety.reply import read_reply

READINGS = {
    "yes": ["yes", "Yes.", "YEAH", "yep", "yes, tonight", "i do", "I am", "honestly? yes", "all the time", "every day", "yes but not now"],
    "no": [
        "no",
        "No.",
        "NO!!",
        "nope",
        "nah",
        "never",
        "not at all",
        "no, I'm just tired",
        "no i'm fine",
        "I'm not suicidal",
        "i would never",
        "I wouldn't do that",
        "nothing like that",
        "im okay",
        "no not anymore",
    ],
    "unsure": [
        "sometimes",
        "no but sometimes",
        "no, but I did last week",
        "not really",
        "maybe",
        "kinda",
        "sort of",
        "i guess so",
        "idk",
        "on and off",
        "not exactly",
        "a little",
    ],
    "unsaid": ["I'd rather not say", "rather not", "i don't want to talk about it", "none of your business", "skip", "I don't want to say"],
}


@pytest.mark.parametrize(("text", "reading"), [(text, reading) for reading, texts in READINGS.items() for text in texts])
def test_a_typed_answer_is_read_as_it_is_meant(text: str, reading: str) -> None:
    assert read_reply(text) == reading


@pytest.mark.parametrize("text", ["i don't know", "I'm not sure", "no, only sometimes", "i don't know anymore", "no idea"])
def test_doubt_is_not_taken_for_a_denial(text: str) -> None:
    assert read_reply(text) == "unsure"


@pytest.mark.parametrize("text", ["i am not going to lie, yes", "not gonna lie, yes"])
def test_a_yes_that_begins_with_a_not_is_a_yes(text: str) -> None:
    assert read_reply(text) == "yes"


@pytest.mark.parametrize("text", ["i do not", "I have never thought about that", "I have no plan", "i am safe", "I have not"])
def test_a_denial_that_begins_like_a_yes_is_believed(text: str) -> None:
    assert read_reply(text) == "no"


@pytest.mark.parametrize("text", ["", "…", "what does that mean", "I went shopping today", "music", "why do you ask", "👍🏽 lol"])
def test_what_answers_nothing_is_not_read_as_an_answer(text: str) -> None:
    assert read_reply(text) is None


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert read_reply(text) in (None, "yes", "no", "unsure", "unsaid")
