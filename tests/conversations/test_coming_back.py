"""Coming back after minutes, hours and days: where they were, a fresh start, and what this is, said again."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa
from site_client import Thaw, Visitor, crisis, kinds, labels, text_of

from thaw.store import schema


def pass_time(thaw: Thaw, **time: float) -> None:
    """Let the conversation begun last lie for a time, as its store sees it."""
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db", future=True)
    columns = schema.conversation.c
    with engine.begin() as connection:
        row = connection.execute(sa.select(columns.id, columns.last_seen).order_by(columns.started.desc()).limit(1)).one()
        earlier = row.last_seen - dt.timedelta(**time)
        connection.execute(schema.conversation.update().where(columns.id == row.id).values(last_seen=earlier))
    engine.dispose()


def begun(they: Visitor, *said: str) -> Visitor:
    for each in said:
        they.say(each)
    return they


def test_after_hours_the_first_line_says_where_they_were_and_a_fresh_start_is_offered(visitor, thaw):
    they = begun(visitor(), "why am i numb")
    shown = they.history()
    pass_time(thaw, hours=5)
    assert they.history() == shown, "a reload shows the history as it was"
    answer = they.say("hi")
    assert "Why do I feel numb?" in answer[0]["text"]
    assert {"Why do I feel numb?", "Start fresh"} <= set(labels(answer))
    assert "Start fresh" not in labels(they.say("what are the signs"))


def test_going_on_from_there_is_one_choice(visitor, thaw):
    they = begun(visitor(), "why am i numb")
    pass_time(thaw, hours=5)
    they.say("hi")
    first = {each["text"] for each in they.history() if each["from"] == "bot"}
    again = they.choose("Why do I feel numb?")
    assert not {each["text"] for each in again} & first, "in other words"


def test_within_minutes_nothing_is_said_about_it(visitor, thaw):
    they = begun(visitor(), "why am i numb")
    pass_time(thaw, minutes=10)
    assert "Start fresh" not in labels(they.say("what are the signs"))


def test_who_reads_the_opening_for_an_hour_has_not_come_back(visitor, thaw):
    they = visitor()
    pass_time(thaw, hours=1)
    assert "Start fresh" not in labels(they.say("i feel nothing"))


@pytest.mark.parametrize("words", ["start fresh", "Start over please", "can we begin again"])
def test_a_fresh_start_forgets_what_was_noted_and_keeps_the_record(visitor, words):
    they = begun(visitor(), "my wife says I'm checked out")
    assert "wife" in text_of(they.last)
    said = they.history()
    fresh = they.say(words)
    assert "delete" in text_of(fresh).lower() and labels(fresh)
    assert they.history()[: len(said)] == said
    assert "wife" not in text_of(they.say("what does numbness do to a relationship"))


def test_a_fresh_start_ends_the_exercise_that_was_open(visitor):
    they = visitor()
    they.choose("Try five minutes") if "Try five minutes" in labels(they.last) else they.say("i want to do the exercise")
    they.choose("Music")
    they.say("start over")
    assert "I noticed something" not in labels(they.say("how common is this"))


def test_a_fresh_start_does_not_make_a_minor_an_adult(visitor):
    they = begun(visitor(), "im 15 and i feel nothing", "start over")
    assert "Find a clinician" not in labels(they.say("what is therapy like"))


def test_the_exercise_left_open_is_named_and_asked_for_again(visitor, thaw):
    they = begun(visitor(), "i want to do the exercise")
    they.choose("Music")
    pass_time(thaw, hours=2)
    answer = they.say("how common is this")
    assert "exercise" in answer[0]["text"] or "five minutes" in answer[0]["text"]
    assert {"I noticed something", "Start fresh"} <= set(labels(answer))
    assert text_of(answer).count("?") == 1


def test_after_a_week_it_is_said_again_what_this_is_before_anything_else(visitor, thaw):
    they = begun(visitor(), "i feel nothing")
    pass_time(thaw, days=8)
    answer = they.say("hello again")
    assert kinds(answer)[0] == "notice" and "automated program" in answer[0]["text"] and "AI" in answer[0]["text"]
    assert "30 days" in answer[1]["text"]
    assert labels(answer), "and then the answer, with a way forward"
    assert "automated program (AI)" not in text_of(they.say("what is this called"))


def test_nothing_comes_before_a_crisis_answer_after_a_week(visitor, thaw):
    they = begun(visitor(), "i feel nothing")
    pass_time(thaw, days=8)
    answer = they.say("i want to kill myself")
    assert answer[0] == crisis(answer) and "notice" not in kinds(answer) and "Start fresh" not in labels(answer)


def test_who_left_in_a_crisis_is_not_led_back_into_a_topic(visitor, thaw):
    they = begun(visitor(), "i feel nothing", "i want to kill myself")
    pass_time(thaw, hours=5)
    answer = they.say("hello")
    assert "You were here before" not in text_of(answer) and crisis(answer)


def test_coming_back_to_delete_is_answered_with_nothing_but_the_deletion(visitor, thaw):
    they = begun(visitor(), "i feel nothing")
    pass_time(thaw, hours=5)
    answer = they.say("please delete this conversation")
    assert "Start fresh" not in labels(answer) and "Yes, delete it" in labels(answer)
    assert "gone" in text_of(they.say("yes"))


def test_an_old_consent_button_gives_nothing_after_a_fresh_start(visitor):
    they = begun(visitor(), "find me a therapist")
    if "That's enough questions" not in labels(they.last):
        they.say("i feel numb")
    they.choose("That's enough questions")
    if "Yes, send this" in labels(they.last):
        old = they.choice("Yes, send this")
        they.say("start over")
        they.last = they.post({"choice": old}).json()["messages"]
        assert not any(message.get("stage") == "ready" for message in they.last)
