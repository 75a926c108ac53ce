"""The hand-off, talked through: questions, receipt, consent, link, and taking it back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import sqlalchemy as sa
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from site_client import Thaw, Visitor, crisis, kinds, labels, text_of
from walked import (
    ASKED,
    FLOW,
    SCHEMA,
    asked_about_risk,
    asks_about_time,
    consents,
    database,
    id_in,
    lines,
    press,
    ready,
    receipt,
    redeem,
    waits,
    walk,
)

from actions import receipt as ending
from thaw.handoff import form
from thaw.handoff.form import State
from thaw.handoff.summary import consent_version
from thaw.settings import load_settings


@pytest.fixture
def thaw(matching: Thaw) -> Thaw:
    return matching


@pytest.fixture
def visitor(seeker: Callable[..., Visitor]) -> Callable[..., Visitor]:
    return seeker


# The questions


def test_answers_are_kept_in_the_visitors_words_and_the_flow_gets_what_the_receipt_shows(visitor, thaw):
    they = walk(visitor(country="US"), "i feel nothing", "find me a therapist", "#Yes, that fits")
    walk(they, "two years maybe, since the job", "mostly my marriage", "yes, cbt for a year", "it was all worksheets")
    walk(they, "somebody who isn't chirpy", "over video", "Ohio", "English")
    shown = lines(they.say("money is tight"))
    assert shown == {
        "What it is like": "I feel nothing",
        "Since when": "two years maybe, since the job",
        "What it touches": "mostly my marriage",
        "Therapy before": "yes, cbt for a year",
        "What was wrong with it": "it was all worksheets",
        "Wished of a clinician": "somebody who isn't chirpy",
        "Online or in person": "over video",
        "Country and region": "Ohio, United States",
        "Language": "English",
        "Cost": "money is tight",
    }
    assert labels([receipt(they.last)]) == ["Yes, send this", "Only the plain link", "Not now"]
    link = ready(they.choose("Yes, send this"))
    assert link["expires"] and "ohio" not in link["url"].lower()
    got = redeem(thaw, id_in(link)).json()
    jsonschema.validate(got, SCHEMA)
    assert {row["label"]: row["value"] for row in got["summary"]} == shown


def test_everything_can_be_skipped_and_then_nothing_would_be_sent(visitor):
    they = walk(visitor(), "find me a therapist")
    for _ in range(ASKED):
        assert "Skip" in labels(they.last) and "I'd rather not" in labels(they.last)
        they.choose("Skip")
    assert receipt(they.last)["summary"] == [] and "nothing would be sent" in text_of(they.last).lower()
    assert labels(they.last) == ["Only the plain link", "Not now"]


def test_each_question_is_one_question_and_has_choices_of_its_own_or_asks_for_words(visitor):
    they = walk(visitor(country="GB"), "find me a therapist")
    for _ in range(ASKED):
        assert text_of(they.last).count("?") == 1
        they.choose("Skip")


def test_what_was_skipped_is_asked_again_next_time_and_what_one_would_rather_not_say_is_not(visitor):
    they = walk(visitor(), "find me a therapist", "#I'd rather not", "#Skip", "stop")
    assert "sends nothing" in text_of(they.last)
    again = they.say("ok find me a therapist after all")
    assert asks_about_time(again)


@pytest.mark.parametrize("said", ["skip", "pass", "idk", "I don't know"])
def test_a_typed_skip_leaves_the_question(visitor, said):
    they = walk(visitor(), "find me a therapist", "#Skip", said)
    assert "My relationships" in labels(they.last)


@pytest.mark.parametrize("said", ["i'd rather not say", "none of your business", "I don't want to answer that"])
def test_a_typed_refusal_is_respected_and_named(visitor, said):
    they = walk(visitor(), "find me a therapist", "#Skip", said)
    assert "My relationships" in labels(they.last) and len(they.last) == 2
    assert not lines(they.choose("That's enough"))


def test_a_correction_finds_its_field_by_what_it_says(visitor):
    they = walk(visitor(), "find me a therapist", "#Skip", "three months", "work", "no, two years")
    assert "No, never" in labels(they.last), "the question that was open is asked again"
    shown = lines(they.choose("That's enough"))
    assert shown["Since when"] == "two years" and shown["What it touches"] == "work"
    assert lines(they.say("no, two and a half years"))["Since when"] == "two and a half years"


def test_a_correction_that_names_nothing_is_of_the_last_answer(visitor):
    they = walk(visitor(), "find me a therapist", "#Skip", "#Skip", "my job", "i meant my kids")
    assert lines(they.choose("That's enough"))["What it touches"] == "my kids"


def test_a_digression_is_answered_and_the_question_asked_again(visitor):
    they = walk(visitor(), "find me a therapist", "#Skip")
    for digression, word in [
        ("what is anhedonia?", "anhedonia"),
        ("who can read this chat?", "server"),
        ("how much does it cost?", "price"),
    ]:
        answer = they.say(digression)
        assert word in text_of(answer).lower()
        assert asks_about_time(answer) and text_of(answer).count("?") == 1
    assert not lines(walk(they, "#That's enough").last), "no digression is an answer"


def test_why_a_question_is_asked_is_said(visitor):
    answer = walk(visitor(), "find me a therapist", "#Skip", "why do you want to know that?").last
    assert "fit" in text_of(answer) and asks_about_time(answer)


@pytest.mark.parametrize("said", ["stop", "please stop this"])
def test_stop_ends_the_questions_and_nothing_is_asked_after_it(visitor, said):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", said)
    assert not asks_about_time(they.last) and "Skip" not in labels(they.last)
    assert not asks_about_time(they.say("what is anhedonia"))


def test_signs_named_before_are_taken_over_and_those_named_in_a_crisis_are_not(visitor):
    they = walk(visitor(), "i feel nothing", "i would rather not wake up tomorrow", "i hate myself for being so empty", "no")
    asked = they.say("find me a therapist")
    assert "I feel nothing" in text_of(asked) and "hate" not in text_of(asked)
    walk(they, "#Yes, that fits", "#That's enough")
    assert lines(they.last) == {"What it is like": "I feel nothing"}


def test_a_long_answer_is_trimmed_and_addresses_are_left_out(visitor):
    they = walk(visitor(), "find me a therapist", "#Skip", "since spring, write to jo@example.org or +1 415 555 0100 " + "very " * 60)
    value = lines(they.choose("That's enough"))["Since when"]
    assert len(value) <= 200 and value.startswith("since spring")
    assert "example.org" not in value and "555" not in value


def test_the_questions_wait_while_the_exercise_is_done(visitor):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "let's do the five minutes instead", "#Music", "#Nothing")
    assert asks_about_time(they.say("find me a therapist"))


@pytest.mark.parametrize("said", ["Just find me a therapist", "I don't want to answer any more questions"])
def test_who_wants_no_more_questions_gets_what_there_is_and_the_plain_link(visitor, said):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", said)
    assert lines(they.last) == {"What it is like": "I feel nothing"} and "Only the plain link" in labels(they.last)


def test_the_plain_link_can_be_asked_for_in_words_at_a_question(visitor):
    assert ready(walk(visitor(), "find me a therapist", "#I feel nothing", "just give me the link").last)["expires"] is None


def test_an_answer_stays_with_its_question_and_a_long_stop_ends_them(visitor):
    they = walk(visitor(), "find me a therapist", "#Skip", "two years", "Withdraw from everyone", "no, not for ten years")
    they.say("ok could you please just stop asking me all of these things because i am so tired of them")
    assert "Skip" not in labels(they.last)
    assert "Skip" in labels(they.say("find me a therapist after all"))
    assert lines(they.choose("That's enough")) == {
        "Since when": "two years",
        "What it touches": "Withdraw from everyone",
        "Therapy before": "no, not for ten years",
    }


# Contradictory answers


def test_the_later_of_two_answers_to_one_question_counts(visitor):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "three months", "#Work", "no, ten years", "#That's enough")
    assert lines(they.last) == {"What it is like": "I feel nothing", "Since when": "ten years", "What it touches": "Work or study"}


def test_who_was_never_in_therapy_says_nothing_of_what_was_wrong_with_it(visitor):
    they = walk(visitor(), "find me a therapist", *["#Skip"] * 3, "#Yes, and it missed", "#It was all about", "#That's enough")
    assert set(lines(they.last)) == {"Therapy before", "What was wrong with it"}
    assert lines(they.say("Therapy before: no, never")) == {"Therapy before": "no, never"}


def test_taking_therapy_out_takes_out_what_was_wrong_with_it(visitor):
    they = walk(visitor(), "find me a therapist", *["#Skip"] * 3, "#Yes, and it missed", "#It was all about", "#Skip", "#Online")
    they.choose("That's enough")
    assert "What was wrong with it" not in lines(press(they, receipt(they.last)["summary"][0]["remove"]))


# Abandonment, and coming back


def test_who_reloads_the_page_in_the_middle_goes_on_where_they_were(visitor):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "two years")
    back = they.history()
    assert "My relationships" in labels(back), "the open question stands there"
    they.last = back
    walk(they, "#My relationships", "stop")
    they.last = they.history()
    assert "Skip" not in labels(they.last[-1:])
    assert "No, never" in labels(they.say("find me a therapist"))
    shown = lines(they.choose("That's enough"))
    assert shown == {"What it is like": "I feel nothing", "Since when": "two years", "What it touches": "My relationships"}
    they.last = they.history()
    assert {line["label"]: line["value"] for line in they.last[-1]["summary"]} == shown, "so does the receipt"
    assert ready(they.say("yes"))


def test_who_closes_the_page_between_the_yes_and_the_link_finds_the_link_there(visitor, thaw):
    before = consents(thaw)
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    sent = {"choice": they.choice("Yes, send"), "id": "the-yes-before-the-page-was-closed"}
    they.post(sent)  # the answer is never seen
    link = ready(they.history())
    assert ready(they.post(sent).json()["messages"])["url"] == link["url"], "asked again by the reloaded page, it is the same"
    assert consents(thaw) == before + 1
    assert [redeem(thaw, id_in(link)).status_code for _ in range(2)] == [200, 410]


# Crisis


def test_a_crisis_pauses_the_hand_off_and_none_of_its_words_are_in_the_summary(visitor):
    they = walk(visitor(country="US"), "find me a therapist", "#I feel nothing", "two years and i would rather not wake up tomorrow")
    assert crisis(they.last) and not asks_about_time(they.last)
    walk(they, "no, i just want it to be quiet")
    assert "Skip" not in labels(they.last)
    resumed = they.say("back to what we talked about")
    assert asks_about_time(resumed), text_of(resumed)
    walk(they, "about two years", "#That's enough")
    shown = lines(they.last)
    assert shown == {"What it is like": "I feel nothing", "Since when": "about two years"}


def test_while_risk_is_open_no_answer_is_taken_and_the_questions_wait_for_its_end(visitor, thaw):
    they = walk(visitor(country="US"), "find me a therapist", "#I feel nothing")
    weeks, skip, enough = they.choice("A few weeks"), they.choice("Skip"), they.choice("That's enough")
    denied = asked_about_risk(they, "i would rather not wake up tomorrow")
    for old in (weeks, skip, enough):
        assert waits(press(they, old)), text_of(they.last)
    assert waits(they.say("back to what we talked about")), text_of(they.last)
    press(they, denied)
    assert asks_about_time(they.say("back to what we talked about")), "paused, not lost"
    assert lines(they.choose("That's enough")) == {"What it is like": "I feel nothing"}


def test_after_thoughts_were_told_the_questions_stay_paused_and_the_plain_link_is_given_on_request(visitor, thaw):
    before = consents(thaw)
    they = walk(visitor(country="US"), "find me a therapist", "#I feel nothing", "i want to kill myself", "no plan")
    assert waits(they.say("back to what we talked about")), text_of(they.last)
    assert waits(walk(they, "two years", "resume").last), text_of(they.last)
    they.say("find me a therapist")
    assert crisis(they.last) and "handoff=" not in ready(they.choose("Yes, show me the way"))["url"]
    assert consents(thaw) == before


def test_an_old_yes_sends_nothing_while_risk_is_open_and_the_receipt_comes_back_after_it(visitor, thaw):
    before = consents(thaw)
    they = walk(visitor(country="US"), "find me a therapist", "#I feel nothing", "two years", "#That's enough")
    shown, agree, remove = lines(they.last), they.choice("Yes, send"), receipt(they.last)["summary"][1]["remove"]
    denied = asked_about_risk(they, "i would rather not wake up tomorrow")
    assert crisis(press(they, agree)) and "handoff" not in kinds(they.last)
    assert "Yes, show me the way" in labels(they.last)
    assert "handoff=" not in ready(they.say("yes"))["url"], "a yes to this is one to the plain link"
    assert consents(thaw) == before
    press(they, denied)
    assert lines(they.say("back to what we talked about")) == shown, "paused, not lost"
    asked_about_risk(they, "i would rather not wake up tomorrow")
    assert waits(press(they, remove)), "a line can be taken out, and nothing is promoted beside it"
    assert consents(thaw) == before


def test_after_a_crisis_at_the_receipt_a_yes_to_the_receipt_that_came_back_is_consent(visitor, thaw):
    they = walk(visitor(country="US"), "find me a therapist", "#I feel nothing", "#That's enough")
    press(they, asked_about_risk(they, "i would rather not wake up tomorrow"))
    they.say("back to what we talked about")
    assert redeem(thaw, id_in(ready(they.choose("Yes, send")))).status_code == 200
    assert "handoff" not in kinds(they.say("back to what we talked about")), "what was sent is not waiting"


def test_no_answer_to_a_risk_question_fills_a_field(visitor):
    for reply in ("no", "sometimes", "two years ago i tried", "rather not say"):
        they = walk(visitor(), "find me a therapist", "#I feel nothing")
        denied = asked_about_risk(they, "i would rather not wake up tomorrow")
        they.say(reply)
        for _ in range(3):
            if waits(they.last) or "Skip" in labels(they.last):
                break
            they.say("resume")
        if waits(they.last):
            assert reply != "no" and "Skip" not in labels(they.last), reply
            continue
        assert lines(they.choose("That's enough")) == {"What it is like": "I feel nothing"}, (reply, denied)


def test_while_risk_is_open_only_the_plain_link_is_given_beside_the_services(visitor, thaw):
    before = consents(thaw)
    they = walk(visitor(), "i want to kill myself", "#I'd rather not", "find me a therapist")
    assert crisis(they.last) and "Skip" not in labels(they.last)
    link = ready(they.choose("Yes, show me the way"))
    assert crisis(they.last) and link["expires"] is None and "handoff=" not in link["url"]
    assert consents(thaw) == before


def test_the_link_that_was_offered_is_given_also_after_something_came_between(visitor):
    they = walk(visitor(), "i think about killing myself", "no plan", "find me a therapist", "i told you i am safe")
    they.say("yes please, show me the way")
    assert "handoff" in kinds(they.last) and crisis(they.last)
    assert "handoff" not in kinds(walk(visitor(), "im 15", "find me a therapist", "show me the way").last)


def test_a_minor_is_asked_nothing_and_gets_no_link(visitor, thaw):
    they = walk(visitor(), "im 15", "find me a therapist")
    assert "handoff" not in kinds(they.last) and "Skip" not in labels(they.last)
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "im 15 btw")
    assert crisis(they.last) and not asks_about_time(they.last)


@pytest.mark.parametrize("said", ["I'm 15 and it started when I was 13", "it began when i was 12, i'm 16 now"])
def test_a_present_age_under_eighteen_closes_matching_whatever_else_is_told(visitor, said):
    they = walk(visitor(), "find me a therapist", "#Skip")
    crisis(they.say(said))
    assert "Skip" not in labels(they.last)
    assert "handoff" not in kinds(they.say("find me a therapist")) and "Skip" not in labels(they.last)


def test_a_minor_gets_no_link_by_an_old_receipt(visitor):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    remove, plain, agree = receipt(they.last)["summary"][0]["remove"], they.choice("Only the plain"), they.choice("Yes, send")
    they.say("im 15 years old")
    for old in (remove, plain, agree):
        assert "handoff" not in kinds(press(they, old)) and "Only the plain link" not in labels(they.last)
    assert "handoff" not in kinds(they.say("back to what we talked about"))


def test_a_minor_who_says_so_late_takes_the_consent_back(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    agree = they.choice("Yes, send")
    link = ready(press(they, agree))
    they.say("im 15 years old")
    assert redeem(thaw, id_in(link)).status_code == 410
    assert "handoff" not in kinds(press(they, agree))


def test_a_minor_who_says_so_in_a_crisis_takes_the_consent_back(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough", "#Yes, send")
    link = ready(they.last)
    assert crisis(they.say("im 15 and i wanna die"))
    assert redeem(thaw, id_in(link)).status_code == 410


@pytest.mark.parametrize("asked", ["who could i speak to then", "i want to talk to a person"])
def test_a_minor_who_wants_a_person_is_told_of_people_for_the_young_and_not_of_the_matching(visitor, asked):
    they = walk(visitor(), "im 16 and i feel nothing")
    crisis(they.say(asked))
    assert "matching" not in text_of(they.last) and "school" in text_of(they.last)
    assert not any("matching" in label.lower() for label in labels(they.last))


@pytest.mark.parametrize(
    "named", ["my school has a counsellor", "theres this teacher i like", "i could ask my gran", "the school nurse maybe"]
)
def test_a_minor_who_names_someone_to_turn_to_is_not_refused_again(visitor, named):
    they = walk(visitor(), "im 16 and i feel nothing")
    they.say(named)
    assert "adults" not in text_of(they.last) and "crisis" not in kinds(they.last)
    assert "begin" in text_of(they.last) or "first to know" in text_of(they.last)


def test_a_minor_in_danger_who_asks_for_a_therapist_gets_words_that_say_what_they_said(visitor):
    they = walk(visitor(), "im 15 and i want to die", "no")
    they.say("can you find me a therapist")
    assert "not sad" not in text_of(they.last) and "can't feel much" not in text_of(they.last)
    assert "dark thoughts" in text_of(they.last) and crisis(they.last)["services"]


@pytest.mark.parametrize("said", ["what? i'm 52", "im not a minor", "i am well over 18, i got divorced years ago"])
def test_who_was_taken_for_a_minor_says_otherwise_and_is_asked_the_same_question_again(visitor, said):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "im 15")
    assert "Find a clinician" not in labels(they.last)
    they.say("find me a therapist")
    they.say(said)
    assert asks_about_time(they.last) and "Skip" in labels(they.last)
    walk(they, "#Skip", "#That's enough")
    assert [row["value"] for row in receipt(they.last)["summary"]] == ["I feel nothing"]


def test_who_says_to_be_grown_up_after_all_may_look_for_a_clinician_again(visitor):
    they = walk(visitor(), "i feel nothing", "im in year 9")
    assert "Find a clinician" not in labels(they.last)
    assert "Find a clinician" in labels(they.say("i am an adult"))
    assert "Skip" in labels(they.say("find me a therapist"))


def test_the_danger_of_who_says_to_be_grown_up_after_all_stays_in_view(visitor):
    they = walk(visitor(), "im 15 and i want to kill myself", "no")
    assert crisis(they.say("im 28"))["services"]


@pytest.mark.parametrize(
    "said", ["could you add that i had an attempt at 17", "my therapist back then gave me homework", "i run a class at a school"]
)
def test_an_age_of_long_ago_or_a_word_about_school_ends_no_questions(visitor, said):
    they = walk(visitor(), "find me a therapist", "#I feel nothing")
    they.say(said)
    assert "Skip" in labels(they.last)


def told_while_the_engine_was_down(thaw: Thaw, words: str) -> None:
    """An age under 18 that the channel heard and the engine did not, told in the conversation whose words these are."""
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db", future=True)
    with engine.begin() as connection:
        found = connection.exec_driver_sql("select conversation_id from message where body like ?", (f"%{words}%",)).scalar()
        changed = connection.exec_driver_sql(
            "update conversation set risk = json_set(risk, '$.minor', json('true')) where id = ?", (found,)
        )
        assert changed.rowcount == 1
    engine.dispose()


@pytest.mark.parametrize("pressed", ["Yes, send", "Only the plain link", "remove"])
def test_a_minor_who_said_so_while_the_engine_was_down_gets_nothing_by_a_button(visitor, thaw, pressed):
    words = f"since the flood in my {pressed} house"
    they = walk(visitor(), "find me a therapist", "#I feel nothing", words, "#That's enough")
    button = receipt(they.last)["summary"][0]["remove"] if pressed == "remove" else they.choice(pressed)
    told_while_the_engine_was_down(thaw, words)
    before = consents(thaw)
    assert "handoff" not in kinds(press(they, button)) and "Only the plain link" not in labels(they.last)
    assert consents(thaw) == before


def test_a_minor_who_said_so_while_the_engine_was_down_is_asked_nothing_by_a_button(visitor, thaw):
    words = "i feel nothing since the flood in my zebra house"
    they = walk(visitor(), words, "find me a therapist")
    skip = they.choice("Skip")
    told_while_the_engine_was_down(thaw, words)
    assert "Skip" not in labels(press(they, skip)) and "handoff" not in kinds(they.last)


def test_having_been_sixteen_when_it_began_is_an_answer(visitor):
    they = walk(visitor(), "find me a therapist", "#Skip", "since i was 16")
    assert lines(they.choose("That's enough"))["Since when"] == "since i was 16"


# Receipt and consent


def test_each_line_can_be_removed_until_nothing_would_be_sent(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "two years", "#Work", "#That's enough")
    old_consent = they.choice("Yes, send")
    for left in (2, 1, 0):
        press(they, receipt(they.last)["summary"][0]["remove"])
        assert len(receipt(they.last)["summary"]) == left
    assert "Yes, send this" not in labels(they.last) and "Only the plain link" in labels(they.last)
    before = consents(thaw)
    assert receipt(press(they, old_consent))["summary"] == []
    assert consents(thaw) == before


def test_an_old_consent_button_answers_with_the_receipt_as_it_is_now(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "two years", "#That's enough")
    old = they.choice("Yes, send")
    they.say("no, three years")
    before = consents(thaw)
    assert lines(press(they, old))["Since when"] == "three years"
    assert consents(thaw) == before
    new = they.choice("Yes, send")
    assert ready(press(they, new))
    assert lines(press(they, new))["Since when"] == "three years", "a used button is an old one"


def test_without_a_yes_there_is_no_record(visitor, thaw):
    before = consents(thaw)
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough", "#Not now")
    assert "handoff" not in kinds(they.last)
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    link = ready(they.choose("Only the plain link"))
    assert link["expires"] is None and "?" not in link["url"]
    assert ready(walk(visitor(), "find me a therapist", "#Only the plain link").last)["expires"] is None
    assert consents(thaw) == before


def test_consent_is_recorded_with_the_version_of_its_text_and_its_time(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    got = redeem(thaw, id_in(ready(they.choose("Yes, send")))).json()
    assert got["consent"]["version"].startswith("thaw.handoff.v1-") and got["consent"]["at"].startswith("20")
    assert got["consent"]["version"] in database(thaw)


def test_a_yes_typed_to_the_receipt_is_consent_and_one_after_the_link_is_nothing(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough", "yes")
    link = ready(they.last)
    they.say("ok")
    assert redeem(thaw, id_in(link)).status_code == 200


@pytest.mark.parametrize(
    "said",
    ["I'm not ready to send", "not sure I should send this", "please do not send it yet", "Give me a few days", "maybe in a few weeks"],
)
def test_a_refusal_or_a_doubt_typed_to_the_receipt_sends_and_changes_nothing(visitor, thaw, said):
    before = consents(thaw)
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "two years", "#That's enough")
    shown = lines(they.last)
    they.say(said)
    assert "handoff" not in kinds(they.last), text_of(they.last)
    assert consents(thaw) == before
    they.say("find me a therapist")
    assert lines(they.choose("That's enough")) == shown


@pytest.mark.parametrize(("said", "left"), [("yes but without the cost", {"Since when"}), ("ok", {"Since when", "Cost"})])
def test_half_a_yes_is_answered_with_the_receipt(visitor, thaw, said, left):
    before = consents(thaw)
    they = walk(visitor(), "find me a therapist", "#Skip", "two years", *["#Skip"] * 6, "money is tight")
    assert set(lines(they.say(said))) == left
    assert consents(thaw) == before
    assert ready(they.say("yes, send it"))


def test_each_line_can_be_corrected_at_the_receipt(visitor):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "two years", "#Work", "#Yes, and it missed", "#We didn't fit")
    walk(they, "#Gives me things", "#That's enough")
    for said, label, value in [
        ("No, it's my marriage", "What it touches", "my marriage"),
        ("actually, my kids", "What it touches", "my kids"),
        ("actually it is more like a fog", "What it is like", "more like a fog"),
        ("no, they never listened", "What was wrong with it", "they never listened"),
        ("no, someone who is older", "Wished of a clinician", "someone who is older"),
        ("Since when: since the spring", "Since when", "since the spring"),
    ]:
        before = lines(they.last)
        assert lines(they.say(said)) == {**before, label: value}
    shown = lines(they.last)
    assert lines(they.say("i meant the other thing")) == shown and "line" in they.last[0]["text"]


def test_the_receipt_can_be_asked_for_again_with_the_same_lines(visitor):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    shown = lines(they.last)
    assert lines(they.say("can you repeat that")) == shown


def test_once_it_was_fetched_the_list_is_gone_from_the_chats_records_and_an_old_yes_sends_nothing(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#Skip", "#A few weeks", "#Work", "#That's enough")
    agree = they.choice("Yes, send")
    link = ready(press(they, agree))
    assert "A few weeks" in str([message.get("summary") for message in they.history()])
    assert redeem(thaw, id_in(link)).status_code == 200
    assert "A few weeks" not in str([message.get("summary") for message in they.history()])
    before = consents(thaw)
    assert receipt(press(they, agree))["summary"] == [] and consents(thaw) == before
    assert asks_about_time(walk(they, "find me a therapist", "#Skip").last), "it is asked anew"


def test_who_agrees_again_after_the_first_was_fetched_reads_that_it_stays_and_can_take_back_both(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough", "#Yes, send")
    first = ready(they.last)
    assert "earlier one" not in text_of(they.last)
    assert redeem(thaw, id_in(first)).status_code == 200
    walk(they, "find me a therapist", "#I feel nothing", "#That's enough", "#Yes, send")
    assert "The earlier one was fetched already, and stays with its receiver" in text_of(they.last)
    second = ready(they.last)
    assert "told to delete" in text_of(they.choose("Take it back"))
    assert redeem(thaw, id_in(second)).status_code == 410
    assert id_in(first) in database(thaw), "its notice waits for the flow"


def test_who_agrees_while_the_store_is_locked_reads_so_and_can_agree_again(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    agree, before = they.choice("Yes, send"), consents(thaw)
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db")
    with engine.connect() as other:
        other.exec_driver_sql("BEGIN IMMEDIATE")
        answer = press(they, agree)
        other.exec_driver_sql("ROLLBACK")
    engine.dispose()
    assert crisis(answer) and not [message for message in answer if message.get("url")]
    assert consents(thaw) == before
    link = ready(press(they, agree))
    assert redeem(thaw, id_in(link)).status_code == 200


def test_which_text_was_agreed_to_is_kept_under_its_version(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough")
    shown = receipt(they.last)["text"]
    version = redeem(thaw, id_in(ready(they.choose("Yes, send")))).json()["consent"]["version"]
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db")
    with engine.connect() as connection:
        kept = dict(connection.exec_driver_sql("select version, text from consent_text").all())
    engine.dispose()
    assert kept[version] == shown


def counted(thaw: Thaw) -> dict[str, int]:
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db")
    with engine.connect() as connection:
        found = dict(connection.exec_driver_sql("select name, sum(count) from counter group by name").all())
    engine.dispose()
    return found


def test_each_step_of_the_way_is_counted(visitor, thaw):
    before = counted(thaw)
    they = walk(visitor(), "let's do the five minutes", "#Music", "#Nothing")
    walk(they, "find me a therapist", "#I feel nothing", "#A few weeks", "#That's enough")
    press(they, receipt(they.last)["summary"][0]["remove"])
    assert redeem(thaw, id_in(ready(they.choose("Yes, send")))).status_code == 200
    they.choose("Take it back")
    steps = ("exercise_started", "exercise_finished")
    steps += tuple(f"handoff_{step}" for step in ("offered", "fields_removed", "consented", "redeemed", "withdrawn"))
    # Counted beside the turn: it may be there a moment later.
    grown = {step: 0 for step in steps}
    deadline = time.monotonic() + 10
    while set(grown.values()) != {1} and time.monotonic() < deadline:
        now = counted(thaw)
        grown = {step: now.get(step, 0) - before.get(step, 0) for step in steps}
    assert grown == dict.fromkeys(steps, 1)


# Taking it back


def test_taking_it_back_before_it_is_used_leaves_nothing_to_redeem(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough", "#Yes, send")
    link = ready(they.last)
    they.choose("Take it back")
    assert redeem(thaw, id_in(link)).status_code == 410


def test_who_takes_it_back_while_the_store_is_locked_reads_that_it_did_not_happen_and_can_do_it_again(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "#That's enough", "#Yes, send")
    link, back = ready(they.last), they.choice("Take it back")
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db")
    with engine.connect() as other:
        other.exec_driver_sql("BEGIN IMMEDIATE")
        answer = press(they, back)
        other.exec_driver_sql("ROLLBACK")
    engine.dispose()
    assert crisis(answer) and "something on our side failed" in text_of(answer)
    assert "is taken back" in text_of(press(they, back)) or "withdrawn" in text_of(they.last)
    assert redeem(thaw, id_in(link)).status_code == 410


def test_deleting_the_chat_before_it_is_used_withdraws_it(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "since the flood in my zebrahouse", "#That's enough", "#Yes, send")
    link = ready(they.last)
    assert they.delete().status_code == 204
    assert redeem(thaw, id_in(link)).status_code == 410
    assert id_in(link) not in database(thaw) and "zebrahouse" not in database(thaw)


def test_deleting_the_chat_after_it_was_used_leaves_the_id_and_the_consent_until_the_flow_knows(visitor, thaw):
    they = walk(visitor(), "find me a therapist", "#I feel nothing", "since the flood in my giraffehouse", "#That's enough", "#Yes, send")
    link = ready(they.last)
    version = redeem(thaw, id_in(link)).json()["consent"]["version"]
    assert they.delete().status_code == 204
    left = database(thaw)
    assert id_in(link) in left and version in left and "giraffehouse" not in left


def test_without_a_flow_to_redeem_it_only_the_plain_link_is_offered(trained, tmp_path):
    running = Thaw(tmp_path, THAW_MATCHING_URL="https://www.example.org/match").wait()
    try:
        they = walk(Visitor(running.url), "find me a therapist")
        assert "Skip" not in labels(they.last)
        assert ready(they.choose("Yes"))["url"] == "https://www.example.org/match"
    finally:
        running.stop()


def test_a_yes_in_a_conversation_that_is_being_deleted_gets_no_link(monkeypatch):
    class Gone:
        """A store from which the conversation was deleted meanwhile."""

        hand_offs = property(lambda self: self)

        def record(self, *args: Any) -> bool:
            return False

        def fetched(self, *args: Any) -> bool:
            return False

    config = load_settings(**{name.removeprefix("THAW_").lower(): value for name, value in FLOW.items()})
    state = form.finish(form.answer(State(), "since", "two years"))
    state = state._replace(consent=consent_version(state, config))
    agreed = {"intent": {"name": "agree_hand_off"}, "entities": [{"entity": "receipt", "value": str(state.receipt)}], "metadata": {}}
    tracker = Tracker("gone", {form.SLOT: state.to_json()}, agreed, [], False, None, {}, "action_listen")
    said = CollectingDispatcher()
    monkeypatch.setattr(ending, "the_store", Gone)
    monkeypatch.setattr(ending, "settings", lambda: config)
    asyncio.run(ending.ActionAgreeHandOff().run(said, tracker, {}))
    assert [message.get("response") for message in said.messages] == ["utter_deleted"]


@pytest.mark.parametrize(
    ("action", "said"),
    [(ending.ActionWithdrawHandOff, ["utter_hand_off_not_withdrawn", "utter_static_crisis"]), (ending.ActionCloseHandOff, [])],
)
def test_where_the_store_will_not_take_it_back_that_is_said_and_a_minors_turn_goes_on(monkeypatch, action, said):
    class Locked:
        """A store that can't be written to."""

        hand_offs = property(lambda self: self)

        def withdraw(self, *args: Any) -> int:
            raise sa.exc.OperationalError("", {}, Exception("database is locked"))

    monkeypatch.setattr(ending, "the_store", Locked)
    tracker = Tracker("anna", {}, {"intent": {"name": "withdraw_hand_off"}, "entities": []}, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    asyncio.run(action().run(dispatcher, tracker, {}))
    assert [message.get("response") for message in dispatcher.messages] == said
