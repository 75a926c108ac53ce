"""The questions and the state behind them, and the words that go into a summary."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from thaw.handoff import form
from thaw.handoff.form import FIELDS, State
from thaw.handoff.lines import line_of
from thaw.handoff.summary import labels, signs_heard
from thaw.handoff.words import MAX_WORDS, country_name, kept


def asked(state: State) -> list[str]:
    """The questions that someone would be asked who skips every one."""
    found = []
    while (field := form.question(state)) is not None:
        found.append(field)
        state = form.skip(state, field)
    return found


def test_what_was_wrong_is_asked_only_of_those_who_were_in_therapy_and_did_not_say_it_yet() -> None:
    assert "missed" not in asked(State())
    for words in (
        "No, never",
        "no",
        "Yes, and it helped",
        "two years of it, and they only ever went over my thoughts",
        "cbt, too many worksheets",
    ):
        assert "missed" not in asked(form.answer(State(), "therapy", words)), words
    for words in ("Yes, and it missed something", "yes", "cbt for a year"):
        assert "missed" in asked(form.answer(State(), "therapy", words)), words


def test_each_change_makes_a_new_receipt() -> None:
    state, numbers = form.answer(State(), "since", "a year"), set()
    for change in (
        lambda state: form.answer(state, "since", "two years"),
        lambda state: form.skip(state, "how"),
        lambda state: form.refuse(state, "since"),
        form.finish,
    ):
        numbers.add(state.receipt)
        state = change(state)
        assert state.receipt not in numbers


def test_taken_up_anew_what_was_skipped_is_asked_and_what_was_declined_is_not() -> None:
    state = form.refuse(form.skip(form.answer(State(), "signs", "flat"), "since"), "touches")
    again = asked(form.begin(state, {}))
    assert again[0] == "since" and "touches" not in again and "signs" not in again


def test_a_state_survives_the_slot_it_is_kept_in() -> None:
    state = form.refuse(form.skip(form.answer(State(heard={"place": "Canada"}), "since", "a year"), "how"), "wish")
    assert State.from_json(state.to_json()) == state
    assert State.from_json(None) == State()


def test_every_field_has_a_label() -> None:
    assert set(labels()) == set(FIELDS) and len(set(labels().values())) == len(FIELDS)


def heard(intent: str, **safety: Any) -> dict[str, Any]:
    return {"event": "user", "parse_data": {"intent": {"name": intent}}, "metadata": {"safety": {"open": False, "act": None, **safety}}}


def test_signs_are_taken_over_once_each_and_none_of_a_crisis() -> None:
    events = [
        heard("feel_nothing"),
        heard("ask_anhedonia"),
        heard("lost_interest"),
        heard("feel_nothing"),
        heard("effort_tax", open=True),
        heard("body_heavy", act={"response": "utter_crisis_passive"}),
        heard("numb_after_trauma"),
        {"event": "bot", "text": "feel_nothing"},
    ]
    assert signs_heard(events) == "I feel nothing; Things I loved give me nothing"
    assert signs_heard([]) == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  two years \n maybe ", "two years maybe"),
        ("mail jo@example.org", ""),
        ("call +1 (415) 555-0100 please", ""),
        ("write to jo@example.org about evenings", "write to … about evenings"),
        ("since 2019, or 2020", "since 2019, or 2020"),
        ("jo@example.org", ""),
        ("…", ""),
        ("\u202e\u200b", ""),
    ],
)
def test_words_are_trimmed_and_carry_no_address(typed: str, words: str) -> None:
    assert kept(typed) == words


def test_long_words_end_at_a_word() -> None:
    words = kept("numb " * 100)
    assert len(words) <= MAX_WORDS and words.endswith("numb…")


def test_countries_are_named_as_people_name_them() -> None:
    assert (country_name("GB"), country_name("US"), country_name("XX"), country_name(None)) == (
        "United Kingdom",
        "United States",
        None,
        None,
    )


def told(**answers: str) -> State:
    """Answers given one after the other."""
    state = State()
    for field, words in answers.items():
        state = form.answer(state, field, words)
    return state


@pytest.mark.parametrize(
    "words", ["No, never", "no.", "i never had any", "i've never been in therapy", "I have not had any", "Yes, and it helped"]
)
def test_what_was_wrong_with_a_therapy_goes_when_there_was_none_or_it_helped(words: str) -> None:
    state = form.answer(told(therapy="yes", missed="It was all about thoughts", cost="low"), "therapy", words)
    assert dict(form.summary(state)) == {"therapy": words, "cost": "low"}
    assert "missed" not in asked(state)


@pytest.mark.parametrize("words", ["cbt for a year", "yes but nothing helped", "yes, it never helped"])
def test_what_was_wrong_stays_when_therapy_is_only_told_differently(words: str) -> None:
    state = form.answer(told(therapy="yes", missed="It was all about thoughts"), "therapy", words)
    assert dict(form.summary(state)) == {"therapy": words, "missed": "It was all about thoughts"}


@pytest.mark.parametrize("take", [form.refuse, form.skip])
def test_what_was_wrong_goes_with_the_therapy_it_speaks_of(take: Any) -> None:
    state = take(told(therapy="yes", missed="It was all about thoughts", cost="low"), "therapy")
    assert dict(form.summary(state)) == {"cost": "low"}


def test_what_was_wrong_takes_back_that_there_was_no_therapy_which_is_asked_again() -> None:
    state = form.answer(told(signs="flat", therapy="No, never"), "missed", "It was all worksheets")
    assert dict(form.summary(state)) == {"signs": "flat", "missed": "It was all worksheets"}
    assert "therapy" in asked(state)


def test_the_question_that_was_gone_back_to_is_asked_first_and_then_the_open_ones() -> None:
    state = form.answer(form.answer(form.answer(State(), "since", "two years"), "touches", "work"), "touches", form.AGAIN)
    assert form.question(state) == "touches" and "touches" not in state.answers
    assert form.question(form.answer(state, "touches", "home")) == "signs"
    assert form.question(form.skip(state, "touches")) == "signs"


def test_going_back_makes_another_receipt_so_that_an_old_yes_is_good_no_more() -> None:
    shown = form.finish(form.answer(State(), "cost", "cheap"))
    assert form.answer(shown, "cost", form.AGAIN).receipt != shown.receipt


def test_what_is_added_to_an_answer_replaces_none_of_it() -> None:
    state = form.answer(State(), "wish", "a woman")
    assert form.answer(state, "wish", form.ALSO + "someone in their 50s").answers["wish"] == "a woman; someone in their 50s"
    assert form.answer(State(), "wish", form.ALSO + "someone kind").answers["wish"] == "someone kind"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("the part about divorce", "touches"),
        ("the first line", "signs"),
        ("the last one", "cost"),
        ("that line about money", "cost"),
        ("line 2", "touches"),
        ("the part about football", None),
        ("the fourth line", None),
    ],
)
def test_a_line_is_found_by_its_place_its_name_or_a_word_in_it(words: str, field: Optional[str]) -> None:
    state = State({"signs": "flat", "touches": "my kids since i got divorced", "cost": "it has to be cheap"})
    assert line_of(state, words) == field


@pytest.mark.parametrize(
    "denied",
    [
        heard("deny"),
        heard("frustrated_with_bot"),
        {**heard("body_heavy"), "text": "no, it's not my body, i am just bored"},
        {**heard("chitchat"), "text": "I didn't say that"},
    ],
)
def test_a_sign_that_was_denied_right_away_is_not_said_to_be_understood(denied: dict[str, Any]) -> None:
    assert signs_heard([heard("body_heavy"), denied, heard("feel_nothing"), heard("ask_signs"), heard("deny")]) == "I feel nothing"
