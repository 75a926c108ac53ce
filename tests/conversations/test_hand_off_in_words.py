"""A hand-off in which everything is typed: asking for it, answering several questions at once, in the wrong place, or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import jsonschema
import pytest
from site_client import kinds, labels, text_of
from walked import FLOW, SCHEMA, asks_about_time, consents, id_in, lines, press, ready, receipt, redeem, walk

from thaw.handoff.form import FIELDS

# Asking for it


@pytest.mark.parametrize(
    "said",
    ["ok find me someone to talk to", "could you find someone I can talk to regularly", "pls find me somebody to talk to every week"],
)
@pytest.mark.parametrize("before", [(), ("how does matching work",), ("what is therapy for this like",)])
def test_asking_for_someone_to_talk_to_leads_to_the_match_and_keeps_the_way_to_a_person(seeker, said, before):
    they = walk(seeker(), *before, said)
    assert "Skip" in labels(they.last), text_of(they.last)
    assert "Talk to a person" in labels(they.last)


@pytest.mark.parametrize(
    "said", ["find me someone to talk to right now", "can i talk to a real person", "is there someone i can call tonight"]
)
def test_asking_for_a_person_now_gets_one_and_no_questions_also_after_an_offer(seeker, said):
    they = walk(seeker(), "how does matching work", said)
    assert "Skip" not in labels(they.last) and "person" in text_of(they.last).lower()
    assert "Find a clinician" in labels(they.last)


# Several answers, and answers in the wrong place


def test_several_answers_in_one_message_are_not_asked_for_again(seeker, matching):
    they = walk(seeker(), "find me a therapist", "numb for two years, mostly my marriage, never had therapy")
    assert "noted" in text_of(they.last).lower()
    assert "clinician" in they.last[-1]["text"] and "Gives me things to try" in labels(they.last)
    they.say("a woman, online")
    they.say("i live in texas and money is tight")
    they.say("english")
    assert lines(they.last) == {
        "What it is like": "numb for two years",
        "Since when": "two years",
        "What it touches": "mostly my marriage",
        "Therapy before": "never had therapy",
        "Wished of a clinician": "a woman",
        "Online or in person": "online",
        "Country and region": "i live in texas",
        "Language": "English",
        "Cost": "money is tight",
    }
    jsonschema.validate(redeem(matching, id_in(ready(they.say("yes, send it")))).json(), SCHEMA)


def test_what_is_said_with_the_wish_is_read_out_is_on_the_list_and_can_be_added_to(seeker):
    they = walk(seeker(), "im in austin, i need a therapist who takes aetna, evenings work")
    assert "austin" in text_of(they.last) and "aetna" in text_of(they.last)
    walk(they, "numb all day", "also saturdays")
    shown = lines(they.say("that's enough questions"))
    assert shown["Online or in person"] == "evenings; saturdays" and shown["Country and region"].startswith("austin")
    assert "saturdays" not in shown.get("Since when", "")
    assert lines(they.say("in dallas actually"))["Country and region"].startswith("dallas")
    assert "Nothing has gone yet" in text_of(they.say("did it go through?"))


def test_an_answer_that_belongs_to_another_question_goes_there_and_the_open_one_is_asked_again(seeker):
    they = walk(seeker(), "find me a therapist", "numb", "two years", "actually it was only since march")
    assert "hanged" in text_of(they.last) and "My relationships" in labels(they.last)
    walk(they, "work", "yes and it missed something", "actually i've never been in therapy")
    walk(they, "someone patient", "online", "spanish")
    assert "languag" not in they.last[-1]["text"].lower(), "it was said, and the place is still open"
    shown = lines(they.say("that's enough questions"))
    assert shown == {
        "What it is like": "numb",
        "Since when": "it was only since march",
        "What it touches": "work",
        "Therapy before": "i've never been in therapy",
        "Wished of a clinician": "someone patient",
        "Online or in person": "Online",
        "Language": "spanish",
    }


# Refusals, and words that are no answers


@pytest.mark.parametrize("said", ["skip all this", "skip everything please", "can we skip the questions"])
def test_who_skips_all_of_it_is_asked_nothing_more_and_can_have_the_link(seeker, said):
    they = walk(seeker(), "find me a therapist", said)
    assert receipt(they.last)["summary"] == [] and "Only the plain link" in labels(they.last)
    they = walk(seeker(), "find me a therapist", "numb", said)
    assert lines(they.last) == {"What it is like": "numb"}


@pytest.mark.parametrize(
    "said", ["do i have to answer", "what's the weather", "i'm back", "hang on", "who gets this?", "can you repeat that"]
)
def test_what_is_no_answer_is_not_kept_and_the_question_stands(seeker, said):
    they = walk(seeker(), "find me a therapist", "#Skip", said)
    assert asks_about_time(they.last), text_of(they.last)
    assert not lines(they.say("enough questions"))


def test_a_name_and_a_date_of_birth_do_not_get_into_the_summary(seeker):
    they = walk(seeker(), "find me a therapist", "numb, my name is Anna Smith", "since 2019, born on 12/03/1990", "enough questions")
    assert "Anna" not in str(lines(they.last)) and "1990" not in str(lines(they.last))


OUT = ("so that part was left out", "Part of that was left out")
"""What is said of words that are not put into the summary."""


def says_what_is_out(messages):
    return any(each in text_of(messages) for each in OUT)


@pytest.mark.parametrize(
    ("asked", "told", "out"),
    [
        ("signs", "i'm John Smith and i feel numb", "John Smith"),
        ("signs", "this is mary, numb for ages", "mary"),
        ("since", "two years, i'm jo@example.org", "example.org"),
        ("since", "since my wife Sarah left", "Sarah"),
        ("therapy", "yes, with Dr Klein for a year", "Klein"),
        ("therapy", "yes, i was diagnosed with depression", "depression"),
        ("therapy", "yes cbt, they said it was BPD", "BPD"),
        ("wish", "someone warm, my number is 07700 900123", "07700"),
        ("place", "Leeds, my name is Anna Smith", "Anna"),
    ],
)
def test_what_a_summary_never_carries_is_not_sent_and_it_is_said_why(seeker, matching, asked, told, out):
    before = FIELDS.index(asked) - (FIELDS.index(asked) > FIELDS.index("missed"))
    they = walk(seeker(), "find me a therapist", *["#Skip"] * before, told)
    assert says_what_is_out(they.last), text_of(they.last)
    they.choose("That's enough questions")
    assert "…" in str(lines(they.last)) and out not in str(lines(they.last))
    assert out not in str(redeem(matching, id_in(ready(they.choose("Yes, send")))).json()["summary"])


@pytest.mark.parametrize("told", ["John Smith", "i have depression", "jo@example.org"])
def test_of_an_answer_that_is_nothing_else_nothing_is_kept_and_the_question_is_asked_again(seeker, told):
    they = walk(seeker(), "find me a therapist", *["#Skip"] * 3, told)
    assert says_what_is_out(they.last) and "No, never" in labels(they.last), text_of(they.last)
    assert not lines(they.choose("That's enough questions"))


def test_a_correction_at_the_receipt_carries_no_name_and_no_diagnosis_either(seeker):
    they = walk(seeker(), "find me a therapist", "numb", "enough questions", "Therapy before: with Dr Klein, for PTSD")
    assert says_what_is_out(they.last)
    they.choose("That's enough questions")
    assert lines(they.last)["Therapy before"] == "with Dr …, for …"


def test_of_an_ordinary_answer_nothing_is_said_to_be_left_out(seeker):
    they = walk(seeker(country="US"), "find me a therapist", "numb", "since last May", "work", "cbt for a year", "it was all worksheets")
    for said in ("a Black woman, Christian maybe", "online", "Charlotte, NC"):
        assert not says_what_is_out(they.last)
        they.say(said)
    assert not says_what_is_out(they.last)
    assert lines(they.choose("That's enough"))["Country and region"] == "Charlotte, NC, United States"


# Digressions at the receipt


@pytest.fixture
def at_the_receipt(seeker):
    return walk(seeker(), "find me a therapist", "numb", "two years", "that's enough")


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("who gets this?", "this site's matching service"),
        ("what happens if i say yes", "back"),
        ("can i delete it later?", "back"),
        ("is this confidential", "server"),
        ("thanks", ""),
    ],
)
def test_a_question_at_the_receipt_is_answered_and_the_receipt_stands_again(at_the_receipt, matching, asked, word):
    before, shown = consents(matching), lines(at_the_receipt.last)
    answer = at_the_receipt.say(asked)
    assert word in text_of(answer[:-1]) and lines(answer) == shown and answer[-1]["stage"] == "receipt"
    assert text_of(answer[:-1]).count("?") == 0, "nothing else is asked beside it"
    assert consents(matching) == before
    assert redeem(matching, id_in(ready(at_the_receipt.say("yes")))).status_code == 200


def test_whether_to_delete_the_chat_is_asked_alone_and_its_no_keeps_the_receipt(at_the_receipt, matching):
    before, shown = consents(matching), lines(at_the_receipt.last)
    asked = at_the_receipt.say("delete my chat")
    assert "Yes, delete it" in labels(asked) and "handoff" not in kinds(asked)
    assert lines(at_the_receipt.say("no")) == shown
    assert consents(matching) == before


def test_a_yes_to_deleting_the_chat_in_the_middle_of_the_questions_deletes_it_and_answers_none(seeker):
    they = walk(seeker(), "find me a therapist", "numb", "two years", "work", "delete my chat")
    assert "Yes, delete it" in labels(they.last) and "No, never" not in labels(they.last)
    assert they.say("yes")[-1].get("ended")


@pytest.mark.parametrize("said", ["stop", "not now", "no", "hmm i don't know", "no thanks"])
def test_a_refusal_at_the_receipt_ends_it_and_later_words_do_not_bring_it_back(at_the_receipt, matching, said):
    before = consents(matching)
    assert "handoff" not in kinds(at_the_receipt.say(said)), text_of(at_the_receipt.last)
    assert "handoff" not in kinds(at_the_receipt.say("what is anhedonia"))
    at_the_receipt.say("ok yes")
    assert "handoff" not in kinds(at_the_receipt.last) and consents(matching) == before


def test_a_line_is_taken_out_by_its_name(at_the_receipt):
    assert lines(at_the_receipt.say("don't send what it's like")) == {"Since when": "two years"}


def test_an_old_removal_pressed_while_questions_are_open_again_shows_the_receipt_as_it_is_now(at_the_receipt):
    remove = receipt(at_the_receipt.last)["summary"][0]["remove"]
    walk(at_the_receipt, "not now", "find me a therapist")
    assert "My relationships" in labels(at_the_receipt.last)
    assert lines(press(at_the_receipt, remove)) == {"Since when": "two years"}


def test_the_exercise_can_be_done_from_the_receipt_and_the_hand_off_is_there_afterwards(at_the_receipt):
    shown = lines(at_the_receipt.last)
    walk(at_the_receipt, "let's do the five minutes", "#Music", "#Nothing")
    assert "handoff" not in kinds(at_the_receipt.last)
    at_the_receipt.say("find me a therapist")
    assert lines(at_the_receipt.say("that's enough")) == shown


# Two who fetch it at once


def test_two_who_follow_the_link_at_once_and_one_gets_it(at_the_receipt, matching):
    link = ready(at_the_receipt.say("yes"))
    url = f"{matching.url}/webhooks/matching/handoffs/redeem"
    headers = {"Authorization": f"Bearer {FLOW['THAW_MATCHING_SECRET']}"}
    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(lambda _: httpx.post(url, json={"id": id_in(link)}, headers=headers).status_code, range(4)))
    assert sorted(codes) == [200, 410, 410, 410]


@pytest.mark.parametrize(
    "said", ["i have like 60 xanax put by, just in case", "my wrists mostly", "walked down to the train tracks. stood there"]
)
def test_danger_typed_into_the_questions_is_asked_about_and_stands_in_no_summary(seeker, said):
    they = walk(seeker(country="US"), "find me a therapist")
    assert "crisis" in kinds(they.say(said))
    they.say("no")
    assert said not in text_of(walk(they, "back to the questions", "that's enough questions").last)


def test_danger_typed_into_the_exercise_is_asked_about(seeker):
    they = walk(seeker(country="US"), "give me something to try", "a short walk")
    assert "crisis" in kinds(they.say("walked to the train tracks. stood there a bit"))


# Going back, and lines of the receipt


def test_who_stopped_goes_back_to_the_questions_where_they_were(seeker):
    they = walk(seeker(), "find me a therapist", "numb", "two years", "work", "stop")
    assert "Back to questions" in labels(they.last)
    for said in ("ok lets do it again", "stop", "can we go back to the questions for the therapist? i was nearly done"):
        they.say(said)
    assert "No, never" in labels(they.last), text_of(they.last)


def test_the_question_that_was_gone_back_to_is_the_one_that_is_asked(seeker):
    they = walk(seeker(), "find me a therapist", "work and my marriage", "about two years", "i need to fix my answer")
    assert "A few weeks" in labels(they.last)
    they.say("three years")
    assert "Since when: three years" in text_of(they.last) or "I go through the motions" in labels(they.last)


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("remove the part about divorce", "What it touches"),
        ("please cut the last line", "Cost"),
        ("take out the second one", "What it touches"),
    ],
)
def test_a_line_is_taken_out_by_what_stands_in_it_and_the_chat_is_not(seeker, said, gone):
    they = walk(seeker(), "find me a therapist", "numb", "skip", "my kids since i got divorced", "skip to the end")
    they.say("it has to be cheap")
    assert gone in lines(they.last)
    they.say(said)
    assert gone not in lines(they.last) and "Yes, delete it" not in labels(they.last)


def test_a_line_is_changed_in_words_and_nothing_is_sent(at_the_receipt, matching):
    before = consents(matching)
    they = at_the_receipt
    they.say("that line about money is wrong, i said cheap")
    assert lines(they.last)["Cost"] == "cheap" and "Cost: cheap" in text_of(they.last)
    they.say("change the first line")
    assert "I go through the motions" in labels(they.last)
    they.say("empty, like a drawer")
    assert lines(they.last)["What it is like"] == "empty, like a drawer"
    they.say("no, stop, go back one")
    assert "It has to be a low fee" in labels(they.last)
    assert consents(matching) == before


def test_delete_alone_at_the_receipt_asks_which_is_meant(at_the_receipt):
    shown = lines(at_the_receipt.last)
    answer = at_the_receipt.say("delete")
    assert "whole chat" in text_of(answer) and lines(answer) == shown
    assert "Yes, delete it" in labels(at_the_receipt.say("delete the whole chat"))


def test_what_is_no_answer_is_not_stored_and_what_fits_another_question_goes_there(seeker):
    they = walk(seeker(), "find me a therapist", "numb", "two years", "work, no sorry, home", "never", "someone kind")
    for said in ("whats the difference", "no the other thing, where does it go"):
        they.say(said)
        assert "Either is fine" in labels(they.last)
    they.say("in person")
    they.say("online, evenings")
    assert "Online or in person: online, evenings" in text_of(they.last)
    they.say("leeds uk")
    they.say("whats in the summary")
    assert "Spanish" in labels(they.last)
    they.say("english")
    they.say("not a worry")
    assert lines(they.last) == {
        "What it is like": "numb",
        "Since when": "two years",
        "What it touches": "home",
        "Therapy before": "never",
        "Wished of a clinician": "someone kind",
        "Online or in person": "online, evenings",
        "Country and region": "leeds uk",
        "Language": "English",
        "Cost": "Not a worry",
    }


def test_a_question_a_doubt_or_a_wish_for_someone_stands_in_no_line_that_it_does_not_belong_to(seeker):
    they = walk(seeker(), "find me a therapist", "hang on is this going to be expensive")
    assert "sliding scale" in text_of(they.last)
    walk(they, "numb for about a year, evenings, online, a woman pls", "idk whatever", "maybe", "take out the bit about evenings")
    answer = they.choose("That's enough questions")
    expected = {"What it is like": "numb for about a year", "Since when": "a year", "Wished of a clinician": "a woman pls"}
    assert lines(answer) == expected


def test_who_says_to_send_it_in_the_middle_is_shown_what_would_go_and_nothing_has_gone(seeker):
    they = walk(seeker(), "find me a therapist", "numb", "since spring")
    shown = lines(they.say("ok, just send it now"))
    assert "numb" in str(shown) and "just send it" not in str(shown)
    assert "Yes, send this" in labels(they.last)
