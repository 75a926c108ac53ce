"""What the head makes of a message whose beginning and end mean two things."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from thaw.nlu.numbness import likeliest_telling, nearest_telling
from thaw.nlu.polite import after_the_first_word, asked_politely, taking_leave


def ranking(**intents: float) -> list[dict[str, Any]]:
    return [{"name": name, "confidence": confidence} for name, confidence in intents.items()]


def name(found: Optional[dict[str, Any]]) -> Optional[str]:
    return found["name"] if found else None


@pytest.mark.parametrize(
    ("text", "heard", "intent"),
    [
        ("Thanks, that helps. And does it pass?", ranking(thanks=0.6, ask_will_it_get_better=0.3), "ask_will_it_get_better"),
        ("ok?", ranking(affirm=0.98, ask_if_bot=0.01), None),
        ("Thanks, that helps", ranking(thanks=0.6, ask_will_it_get_better=0.3), None),
        ("why do I feel numb?", ranking(ask_why_numb=0.6, thanks=0.3), None),
    ],
)
def test_a_question_after_a_thank_you_is_what_is_answered(text: str, heard: list[dict[str, Any]], intent: Optional[str]) -> None:
    assert name(asked_politely(text, heard)) == intent


@pytest.mark.parametrize(
    ("text", "heard", "intent"),
    [
        ("off to fetch the kids now. thx", ranking(start_exercise=0.3, want_match=0.2, thanks=0.1), "thanks"),
        ("too done in for that. catch you later", ranking(delete_my_chat=0.5, goodbye=0.1), "goodbye"),
        ("right, i have to go", ranking(stop=0.5, goodbye=0.1), "goodbye"),
        ("how does matching work, thanks", ranking(ask_matching=0.95, thanks=0.04), None),
        ("i cannot feel a thing at night", ranking(feel_nothing=0.4, goodbye=0.1), None),
        ("i won't be here, goodbye", ranking(crisis_imminent=0.5, goodbye=0.4), None),
        ("it is not a good time", ranking(stop=0.5, goodbye=0.1), None),
        ("thanks, night", ranking(thanks=0.82, goodbye=0.18), "goodbye"),
        ("thank you, going to bed now", ranking(thanks=0.9, goodbye=0.01), "goodbye"),
        ("thanks", ranking(thanks=0.99, goodbye=0.01), None),
        ("thanks, that was a good night's read", ranking(thanks=0.9, goodbye=0.05), None),
    ],
)
def test_with_what_a_message_ends_that_is_nothing_else_for_sure_it_takes_leave(
    text: str, heard: list[dict[str, Any]], intent: Optional[str]
) -> None:
    assert name(taking_leave(text, heard)) == intent


def test_where_the_screen_saw_no_danger_no_thought_of_one_holds_back_who_takes_leave() -> None:
    heard = ranking(danger_from_others=0.5, goodbye=0.1)
    assert name(taking_leave("he's awake again, got to go", heard, is_safe=True)) == "goodbye"
    assert name(taking_leave("he's awake again, got to go", heard)) is None


@pytest.mark.parametrize(
    ("heard", "last", "intent"),
    [
        (ranking(going_through_motions=0.4, feel_nothing=0.3), [], "feel_nothing"),
        (ranking(lost_interest=0.32, effort_tax=0.28), ["utter_effort_tax"], "effort_tax"),
        (ranking(lost_interest=0.32, effort_tax=0.28), [], "lost_interest"),
        (ranking(lost_interest=0.8, feel_nothing=0.15), [], "lost_interest"),
        (ranking(ask_why_numb=0.4, feel_nothing=0.3), [], "ask_why_numb"),
    ],
)
def test_of_ways_to_tell_numbness_that_are_as_likely_the_one_spoken_of_counts_or_the_one_that_fits_all(
    heard: list[dict[str, Any]], last: list[str], intent: str
) -> None:
    assert name(nearest_telling("it is all the same", heard[0], heard, last)) == intent


def test_a_ground_that_is_no_likelier_than_that_numbness_is_told_is_not_taken_for_it() -> None:
    heard = ranking(numb_from_burnout=0.4, feel_nothing=0.3, lost_interest=0.2)
    assert name(nearest_telling("it has all gone quiet since the new year", heard[0], heard, [])) == "feel_nothing"
    for heard in (ranking(numb_from_burnout=0.6, feel_nothing=0.4), ranking(numb_from_burnout=0.4, feel_nothing=0.2, effort_tax=0.1)):
        assert name(nearest_telling("it has all gone quiet since the new year", heard[0], heard, [])) == "numb_from_burnout"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("like when my sister had her twins and I looked at the clock", "feel_nothing"),
        ("so like last week, got the keys to the house, zip", "feel_nothing"),
        ("for example my own birthday came and went", "feel_nothing"),
        ("my own birthday came and went", "far_from_people"),
        ("like a robot from six to ten", "far_from_people"),
    ],
)
def test_an_example_of_what_was_just_told_is_heard_as_that(text: str, intent: str) -> None:
    for likeliest in (0.46, 0.6):
        heard = ranking(far_from_people=likeliest, effort_tax=0.2, feel_nothing=0.15)
        assert name(nearest_telling(text, heard[0], heard, ["utter_feel_nothing"])) == intent


def test_what_others_say_of_the_visitor_is_answered_as_that() -> None:
    heard = ranking(told_checked_out=0.3, feel_nothing=0.28)
    assert name(nearest_telling("my boyfriend thinks i'm cross with him", heard[0], heard, [])) == "told_checked_out"
    heard = ranking(feel_nothing=0.3, told_checked_out=0.29)
    both = "and my wife thinks i'm angry with her, and i've no energy for the dishes either"
    assert name(nearest_telling(both, heard[0], heard, [])) == "told_checked_out"
    assert name(nearest_telling("and there's no energy for the dishes either", heard[0], heard, [])) == "feel_nothing"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, im worn out all day long", "im worn out all day long"),
        ("yeah but it never reaches me", "it never reaches me"),
        ("No to that, but yes tell me about sleep", "tell me about sleep"),
        ("hello, i went numb last year", "i went numb last year"),
        ("nope. just gray", "gray"),
        ("no thanks", None),
        ("nah im good", None),
        ("im worn out all day long", None),
    ],
)
def test_what_a_yes_or_no_goes_on_with_is_read_by_itself(text: str, rest: Optional[str]) -> None:
    assert after_the_first_word(text, ranking(deny=0.9, body_heavy=0.05), []) == rest


def test_where_a_yes_or_no_was_asked_for_it_is_the_answer() -> None:
    offered = [{"title": "No, it comes with me", "payload": "/ask_is_it_depression"}]
    assert after_the_first_word("no, im worn out all day long", ranking(deny=0.9), offered) is None
    assert after_the_first_word("no, im worn out all day long", ranking(deny=0.9), [{**offered[0], "door": True}]) is not None
    assert after_the_first_word("no, im worn out all day long", ranking(deny=0.9), [{**offered[0], "title": "Nothing helps"}]) is not None


def test_what_is_likelier_something_else_as_a_whole_is_read_as_a_whole() -> None:
    assert after_the_first_word("no, im worn out all day long", ranking(body_heavy=0.9), []) is None


def test_where_no_way_of_telling_numbness_stands_out_the_one_that_fits_all_is_heard() -> None:
    assert likeliest_telling({"going_through_motions": 0.3, "far_from_people": 0.2, "feel_nothing": 0.1}) == "feel_nothing"
    assert likeliest_telling({"going_through_motions": 0.5, "far_from_people": 0.1}) == "going_through_motions"
    assert likeliest_telling({"numb_after_loss": 0.6, "going_through_motions": 0.1, "feel_nothing": 0.1}) == "numb_after_loss"
