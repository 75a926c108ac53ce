"""What is typed in the middle of the hand-off and is no answer: it is heard as what it is, and the question stands again."""

from __future__ import annotations

import pytest
from site_client import crisis, kinds, labels, text_of
from walked import consents, lines, ready, walk

SINCE, THERAPY, HOW = "A few weeks", "No, never", "In person"
"""A choice of each of these questions."""


def test_who_tells_that_they_were_raped_is_believed_and_asked_whether_it_goes_on_and_none_of_it_is_listed(seeker):
    they = walk(seeker(), "match me", "flat", "idk", "dont care")
    assert THERAPY in labels(they.last)
    they.say("i was raped when i was 19")
    said = text_of(they.last).lower()
    assert "believed" in said or "not your fault" in said or "isn't your fault" in said
    assert "Yes, I'm not safe" in labels(they.last) and "Skip" not in labels(they.last)
    assert THERAPY in labels(they.say("no")), "the question is asked again"
    shown = lines(they.say("that's enough questions"))
    assert shown == {"What it is like": "flat"}


def test_who_is_still_in_danger_gets_help_and_no_question_of_the_hand_off(seeker):
    they = walk(seeker(), "match me", "my ex beat me", "yes")
    assert crisis(they.last) and "Skip" not in labels(they.last)


def test_words_in_passing_stand_on_no_list(seeker):
    they = walk(seeker(), "match me", "haha ok doctor robot", "flat", "my cat died last month so its been weird")
    assert SINCE in labels(they.last), "the question stands again"
    walk(they, "2 years", "im hungry", "work", "lol ok", "my phone number is 555 0134", "evening", "brb someone at the door")
    assert THERAPY in labels(they.last)
    walk(they, "no never", "tbh my husband thinks i should just exercise", "someone kind", "does it matter", "tell me a joke")
    assert HOW in labels(they.last)
    assert lines(they.say("that's enough questions")) == {
        "What it is like": "flat",
        "Since when": "2 years",
        "What it touches": "work",
        "Therapy before": "No, never",
        "Wished of a clinician": "someone kind",
    }


@pytest.mark.parametrize("said", ["no i mean like today, someone human", "now as in today", "this is urgent"])
def test_who_needs_someone_today_hears_who_is_there_now_and_the_question_again(seeker, said):
    they = walk(seeker(), "match me", "flat", said)
    assert "crisis" in kinds(they.last) and SINCE in labels(they.last)
    assert "Since when" not in lines(they.say("that's enough questions"))


def test_what_is_put_right_replaces_the_old_in_its_own_line(seeker):
    they = walk(seeker(), "match me", "flat", "3 years", "my marriage", "no", "a woman", "online", "germany")
    walk(they, "actually i'm in austria not germany", "wait i meant 2 years not 3", "english", "remove my marriage")
    shown = lines(they.say("that's enough questions"))
    assert (shown["Since when"], shown["Country and region"].lower()) == ("2 years", "austria")
    assert "What it touches" not in shown
    assert lines(they.say("correct line 2: since spring"))["Since when"] == "since spring"
    assert "older" in lines(they.say("yes please, and can you make it older"))["Wished of a clinician"]
    assert "Since when" not in lines(they.say("i dont want you to send the year"))


def test_what_is_asked_of_the_questions_is_answered_and_ends_nothing(seeker):
    they = walk(seeker(), "match me", "flat", "since spring")
    for said in ("let me think", "i dont want to start over again", "can i come back later", "is this almost done", "what have i answered"):
        they.say(said)
        assert "My relationships" in labels(they.last), said
    assert "Since when" in text_of(they.last)


@pytest.mark.parametrize("detour", ["what is therapy like", "what is anhedonia"])
def test_a_yes_after_a_detour_sends_nothing_until_it_is_said_once_more(seeker, matching, detour):
    before = consents(matching)
    they = walk(seeker(), "match me", "flat", "that's enough questions")
    shown = lines(they.last)
    assert lines(they.say(detour)) == shown and text_of(they.last[:-1]).count("?") == 0
    they.say("yes")
    assert consents(matching) == before and "Yes, send this" in labels(they.last)
    assert ready(they.say("yes"))


def test_do_it_is_a_yes_right_beside_the_receipt(seeker):
    assert ready(walk(seeker(), "match me", "flat", "that's enough questions", "ok do it").last)


@pytest.mark.parametrize("said", ["do i have to send it", "can they see my name"])
def test_what_is_asked_beside_the_receipt_begins_with_a_plain_no(seeker, said):
    they = walk(seeker(), "match me", "flat", "that's enough questions", said)
    assert text_of(they.last).startswith(("No", "You don't have to")) and "Yes, send this" in labels(they.last)


@pytest.mark.parametrize(
    "said",
    [
        "I wouldn't want a therapist half my age telling me what to do",
        "should i see a doctor or a therapist",
        "i find therapists too vague",
        "so can you be my therapist",
    ],
)
def test_who_only_speaks_of_therapists_is_asked_no_questions(seeker, said):
    assert "Skip" not in labels(walk(seeker(), said).last)


def test_the_self_check_is_begun_where_one_would_rather_do_that(seeker):
    they = walk(seeker(), "match me", "flat", "i'd rather do a quick self check")
    assert "Not at all" in labels(they.last)
