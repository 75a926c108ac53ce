"""The two questions of the self-check, talked through: offered with their limits, typed, left, broken off, taken up again."""

from __future__ import annotations

import pytest
from script import named
from site_client import Visitor, crisis, kinds, labels, text_of

FIRST, SECOND = "little interest or pleasure in doing things", "feeling down, depressed, or hopeless"


def begun(they: Visitor) -> Visitor:
    they.say("can i do a quick self check")
    they.say("yes")
    assert FIRST in text_of(they.last)
    return they


def own(messages: list[dict]) -> list[str]:
    return [choice["label"] for message in messages for choice in message.get("choices", []) if not choice.get("door")]


def test_its_limits_are_said_before_it_is_offered(visitor):
    said = text_of(visitor().say("can i do a quick self check")).lower()
    assert "phq-2" in said and "doctors" in said
    assert "diagnosis" in said or "can't tell you what you have" in said


def test_both_questions_have_the_four_standard_answers_and_a_way_out(visitor):
    they = begun(visitor())
    answers = ["Not at all", "Several days", "More than half the days", "Nearly every day"]
    assert own(they.last) == [*answers, "Leave it"]
    they.choose("Several days")
    assert SECOND in text_of(they.last) and own(they.last) == [*answers, "Leave it"]


def test_from_three_on_it_leads_to_a_doctor_and_a_therapist_in_plain_words(visitor):
    they = begun(visitor())
    they.choose("Nearly every day")
    they.choose("Not at all")
    said = text_of(they.last)
    assert "3 out of 6" in said and "doctor" in said.lower() and "diagnosis" in said
    assert "Find a therapist" in labels(they.last)
    assert "crisis" not in kinds(they.last)


def test_below_three_nobody_is_told_to_be_fine(visitor):
    they = begun(visitor())
    they.choose("Not at all")
    they.choose("Several days")
    said = text_of(they.last).lower()
    assert "1 out of 6" in said and "doctor" in said and "fine" not in said
    assert len(labels(they.last)) >= 3


@pytest.mark.parametrize(
    ("first", "second", "total"),
    [("nearly every day", "a few days", 4), ("most days", "2", 4), ("never", "not really", 0), ("every single day tbh", "about half", 5)],
)
def test_answers_can_be_typed(visitor, first, second, total):
    they = begun(visitor())
    they.say(first)
    assert SECOND in text_of(they.last)
    they.say(second)
    assert f"{total} out of 6" in text_of(they.last)


@pytest.mark.parametrize("unclear", ["yes", "i don't know", "kind of"])
def test_what_says_nothing_of_how_often_is_asked_again_and_counts_for_nothing(visitor, unclear):
    they = begun(visitor())
    they.say(unclear)
    assert FIRST in text_of(they.last) and text_of(they.last).count("?") == 1
    they.say("most days")
    they.say("not at all")
    assert "2 out of 6" in text_of(they.last)


@pytest.mark.parametrize("words", ["stop", "i don't want to do this any more", "Leave it"])
def test_it_can_be_left_at_any_time(visitor, words):
    they = begun(visitor())
    they.choose("Nearly every day")
    they.say(words)
    assert SECOND not in text_of(they.last) and labels(they.last)
    assert SECOND not in text_of(they.say("what is anhedonia"))


def test_a_question_in_the_middle_is_answered_and_the_check_waits(visitor):
    they = begun(visitor())
    answer = they.say("what is anhedonia")
    assert "anhedonia" in text_of(answer).lower() and FIRST in text_of(answer)
    assert text_of(answer).count("?") == 1
    they.choose("Several days")
    assert SECOND in text_of(they.last)


def test_a_crisis_breaks_it_off_counts_nothing_and_the_way_back_is_where_it_was(visitor):
    they = begun(visitor())
    they.choose("Nearly every day")
    answer = they.say("honestly i want to kill myself every day")
    assert crisis(answer)["level"] == "support" and SECOND not in text_of(answer)
    assert crisis(they.say("no"))
    they.say("back to what we talked about")
    assert SECOND in text_of(they.last)
    they.choose("Not at all")
    assert "3 out of 6" in text_of(they.last)


def test_a_minor_may_do_it_and_is_led_to_a_grown_up(visitor):
    they = visitor()
    they.say("i'm 15")
    begun(they)
    they.choose("Nearly every day")
    they.choose("Nearly every day")
    said = text_of(they.last).lower()
    assert "6 out of 6" in said and "adult you trust" in said
    assert "Find a therapist" not in labels(they.last) and "Find a clinician" not in labels(they.last)


def test_done_again_it_begins_with_the_first_question(visitor):
    they = begun(visitor())
    they.choose("Several days")
    they.choose("Several days")
    they.say("can i do the self check again")
    they.say("yes")
    assert FIRST in text_of(they.last)


def test_an_old_answer_can_be_changed_before_the_second(visitor):
    they = begun(visitor())
    old = they.choice("Not at all")
    they.choose("Nearly every day")
    they.last = they.post({"choice": old}).json()["messages"]
    assert SECOND in text_of(they.last)
    they.choose("Not at all")
    assert "0 out of 6" in text_of(they.last)


def test_nothing_of_it_is_in_the_summary_for_the_matching(visitor):
    they = begun(visitor())
    they.choose("Nearly every day")
    they.choose("Nearly every day")
    they.choose("Find a therapist")
    they.say("since last winter")
    for _ in range(3):
        if "That's enough questions" in labels(they.last):
            they.choose("That's enough questions")
    lines = [line for message in they.last for line in message.get("summary") or []]
    shown = " ".join(f"{line['label']}: {line['value']}" for line in lines)
    assert shown
    assert "6" not in shown and "every day" not in shown and "interest" not in shown


def test_a_yes_in_words_begins_it_and_its_answers_in_words_are_its_answers(visitor):
    they = visitor()
    they.say("can i do a quick self check")
    they.say("ok lets do it")
    assert FIRST in text_of(they.last), "not the five minutes"
    they.say("nearly every day")
    they.say("more than half the days")
    assert "5 out of 6" in text_of(they.last)


def test_an_answer_that_was_taken_back_is_not_counted(visitor):
    they = begun(visitor())
    they.say("hmm several days. no wait, not at all")
    they.say("sorry i meant nearly every day for that one")
    assert "Nearly every day" in they.last[0]["text"] and SECOND in text_of(they.last)
    they.say("not at all")
    assert "3 out of 6" in text_of(they.last)
    they.say("no wait, several days")
    assert "4 of 6" in text_of(they.last) or "4 out of 6" in text_of(they.last)


def test_hours_are_asked_for_days_and_a_second_thought_changes_the_answer_before(visitor):
    they = begun(visitor())
    they.say("mostly at night")
    assert FIRST in text_of(they.last) or "interest or pleasure" in text_of(they.last)
    they.say("several days")
    they.say("actually nearly every day")
    assert "first" in they.last[0]["text"] and "Nearly every day" in they.last[0]["text"] and SECOND in text_of(they.last)
    they.say("5 days a week")
    assert "5 out of 6" in text_of(they.last)


@pytest.mark.parametrize(("asks", "hears"), [("what does 5 mean", "added"), ("is that bad", "doctor"), ("what now", "doctor")])
def test_what_the_number_means_is_answered_and_no_number_is_called_serious(visitor, asks, hears):
    they = begun(visitor())
    they.say("nearly every day")
    they.say("most days")
    said = text_of(they.say(asks))
    assert hears in said and "severe" not in said and "not sure I got" not in said


def test_who_asks_whether_an_answer_is_bad_is_told_that_one_says_little_and_asked_the_question_again(visitor):
    they = begun(visitor())
    they.say("nearly every day")
    said = text_of(they.say("is that bad?"))
    assert "one answer" in said.lower() or "both are in" in said or "comes after the second" in said
    assert SECOND in said
    assert "Not at all" in own(they.last)


@pytest.mark.parametrize(
    ("first", "taken", "second", "total"),
    [
        ("3", "Nearly every day", "3", "comes to 6"),
        ("2", "More than half the days", "2", "comes to 4"),
        ("3", "Nearly every day", "0", "comes to 3"),
        ("1", "Several days", "1", "below"),
        ("two", "More than half the days", "0", "below"),
    ],
)
def test_typed_numbers_count_as_on_the_sheet_and_it_is_said_how_they_were_taken(visitor, first, taken, second, total):
    they = visitor(country="US")
    they.say("self check")
    they.say("ok")
    assert f'"{taken}"' in text_of(they.say(first))
    answer = they.say(second)
    assert total in text_of(answer) or (total == "below" and "utter_check_below" in named(answer)), text_of(answer)


def test_a_number_that_may_be_days_or_a_choice_is_asked_about(visitor):
    they = visitor(country="US")
    they.say("self check")
    they.say("ok")
    assert "utter_check_how_often" in named(they.say("4"))
