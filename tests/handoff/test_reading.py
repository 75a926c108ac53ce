"""What typed words mean to the hand-off, without a model: the intent head's guess is given."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.handoff.reading import Listening, read

ASKING = Listening("touches", "since")
RECEIPT = Listening(None, "cost", True)


def meant(text: str, intent: str = "nlu_fallback", confidence: float = 0.9, listening: Listening = ASKING) -> Optional[tuple[object, ...]]:
    reading = read(text, intent, confidence, listening)
    return tuple(reading) if reading else None


@pytest.mark.parametrize(
    "guess", ["goodbye", "stop", "greet", "thanks", "keep_it_short", "repeat", "want_human", "chitchat", "out_of_scope"]
)
@pytest.mark.parametrize("words", ["work", "my kids mostly", "a long time", "someone patient"])
def test_a_short_answer_is_an_answer_whatever_the_intent_head_takes_it_for(words: str, guess: str) -> None:
    assert meant(words, guess) == ("answer_hand_off", "touches", words)


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("stop", "stop"),
        ("can we stop this", "stop"),
        ("what is anhedonia", "ask_anhedonia"),
        ("how much is it?", "ask_cost"),
        ("who can read this", "ask_privacy"),
        ("what happens to my answers", "nlu_fallback"),
        ("delete everything", "delete_my_chat"),
        ("can i talk to a real person", "want_human"),
        ("say that again please", "repeat"),
        ("im 15", "is_minor"),
        ("bye", "goodbye"),
        ("thanks", "thanks"),
    ],
)
def test_what_asks_or_wants_something_else_is_no_answer(words: str, guess: str) -> None:
    assert meant(words, guess) is None


@pytest.mark.parametrize("guess", ["crisis_passive", "self_harm", "crisis_ideation"])
def test_words_that_the_intent_head_takes_for_danger_are_not_kept(guess: str) -> None:
    assert meant("everything, i can't do it any more", guess) is None


@pytest.mark.parametrize("words", ["skip", "Skip it.", "pass", "idk", "I don’t know", "no idea", "doesn't matter", "later"])
def test_skipping_can_be_typed(words: str) -> None:
    assert meant(words, "deny") == ("skip_question", "touches", None)


@pytest.mark.parametrize("words", ["I'd rather not", "i’d rather not say", "prefer not to say", "none of your business", "that's private"])
def test_declining_can_be_typed(words: str) -> None:
    assert meant(words, "deny") == ("rather_not_say", "touches", None)


@pytest.mark.parametrize("words", ["why do you want to know that?", "why are you asking", "what do you need this for"])
def test_asking_what_a_question_is_for_is_heard(words: str) -> None:
    assert meant(words, "frustrated_with_bot") == ("why_this_question", None, None)


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("no, two years", "since", "two years"),
        ("no wait, i meant three years", "since", "three years"),
        ("actually online", "how", "online"),
        ("sorry, spanish", "language", "spanish"),
        ("no, germany", "place", "germany"),
        ("i meant since the spring", "since", "since the spring"),
        ("oh, my wife too", "since", "my wife too"),
    ],
)
def test_a_correction_goes_to_the_field_it_speaks_of_else_to_the_last_one(words: str, field: str, value: str) -> None:
    assert meant(words, "deny", listening=Listening("wish", "since")) == ("answer_hand_off", field, value)


@pytest.mark.parametrize("words", ["no", "no, never", "nope", "no therapy so far", "no, i couldn't afford it"])
def test_no_to_a_question_that_takes_a_no_is_its_answer(words: str) -> None:
    assert meant(words, "deny", listening=Listening("therapy", "touches")) == ("answer_hand_off", "therapy", words)


def test_a_bare_yes_where_it_says_nothing_is_no_answer() -> None:
    assert meant("yes", "affirm") == ("answer_hand_off", "touches", "yes")
    assert meant("yes", "affirm", listening=Listening("place", "how")) == ("answer_hand_off", "place", "")


@pytest.mark.parametrize("words", ["since i was 16", "when i was 12 or so", "i was 15"])
def test_an_age_in_the_past_is_an_answer(words: str) -> None:
    assert meant(words, "is_minor", listening=Listening("since", "signs")) == ("answer_hand_off", "since", words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("no, two years", ("answer_hand_off", "since", "two years")),
        ("remove the part about work", ("remove_field", "touches", None)),
        ("please take out the language", ("remove_field", "language", None)),
        ("don't send where i live", ("remove_field", "place", None)),
        ("in person", ("answer_hand_off", "how", "in person")),
        ("withdraw it", ("withdraw_hand_off", None, None)),
        ("yes", None),
        ("what is anhedonia", None),
        ("why does it take two years?", None),
        ("i feel nothing", None),
        ("stop", None),
    ],
)
def test_at_the_receipt_corrections_and_removals_are_heard_and_nothing_else(words: str, expected: Optional[tuple[object, ...]]) -> None:
    assert meant(words, "stop" if words == "stop" else "nlu_fallback", listening=RECEIPT) == expected


def test_where_no_receipt_is_shown_nothing_but_taking_back_is_heard() -> None:
    assert meant("in person", listening=Listening(None, "cost")) is None
    assert meant("take it back", listening=Listening(None, "cost")) == ("withdraw_hand_off", None, None)
