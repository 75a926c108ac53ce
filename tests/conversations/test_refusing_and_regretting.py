"""A refusal is no answer, a regret takes back what was sent, and nothing is deleted or begun that nobody asked for."""

from __future__ import annotations

import pytest
from script import named
from site_client import labels, text_of
from walked import lines, walk

ASKED = ("match me", "flat", "a year")
SENT = (*ASKED, "that's enough questions", "yes")


@pytest.mark.parametrize(
    "words",
    [
        *(
            "i dont agree to this",
            "no i dont want you to send that",
            "no consent",
            "i refuse",
            "i changed my mind",
            "i never agreed to this",
        ),
        *("i do not consent to anything", "i'm having second thoughts", "you don't have my consent", "please dont share this with anyone"),
        *("i was only asking", "i already have a therapist", "no i just want to know", "not a therapist i just want to understand"),
    ],
)
def test_who_refuses_the_questions_is_let_go_and_nothing_of_it_is_noted(seeker, words):
    they = walk(seeker(), *ASKED, words)
    assert "utter_hand_off_left" in named(they.last), text_of(they.last)
    assert "What it touches" not in lines(walk(they, "match me", "that's enough questions").last)


@pytest.mark.parametrize(
    "words",
    ["lol no", "actually no", "i dont feel comfortable with this", "not comfortable sharing", "i dont trust this", "this is too personal"],
)
def test_a_no_that_may_mean_this_question_or_all_is_asked_about(seeker, words):
    they = walk(seeker(), *ASKED, words)
    assert "utter_hand_off_pass_or_stop" in named(they.last)
    assert "What it touches" not in lines(walk(they, "that's enough questions").last)


@pytest.mark.parametrize("words", ["no", "NO", "nothing", "nah", "not really"])
def test_nothing_is_no_line_of_what_it_touches(seeker, words):
    assert "What it touches" not in lines(walk(seeker(), *ASKED, words, "that's enough questions").last)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("match me",), "i dont trust anyone anymore"),
        (("match me",), "i dont feel comfortable around people"),
        (("match me",), "nothing"),
        ((*ASKED, "work", "yes"), "i didn't agree with her ideas"),
        (ASKED, "not happy at home"),
    ],
)
def test_what_only_sounds_like_a_refusal_is_an_answer(seeker, asked, words):
    assert words in lines(walk(seeker(), *asked, words, "that's enough questions").last).values()


@pytest.mark.parametrize(
    "words",
    [
        *("i want it back", "i regret that, cancel it", "i shouldnt have sent that", "please tell them to delete it", "that was a mistake"),
        *("i dont want them to have it", "sent it by accident", "ask them to not read it", "i never should have agreed", "undo"),
    ],
)
def test_while_a_list_is_out_a_regret_in_any_words_takes_it_back(seeker, words):
    assert "utter_hand_off_withdrawn" in named(walk(seeker(), *SENT, words).last)


@pytest.mark.parametrize(
    "words", ["i regret my marriage", "give me my life back", "i want my feelings back", "i shouldn't have married him"]
)
def test_a_regret_of_something_else_takes_nothing_back(seeker, words):
    assert "utter_hand_off_withdrawn" not in named(walk(seeker(), *SENT, words).last)


@pytest.mark.parametrize(
    "words", ["who has it now", "did they already see it", "who can see it now", "how long till someone answers", "has anyone read it"]
)
def test_who_has_what_was_sent_is_told_after_sending(seeker, words):
    assert "utter_hand_off_went" in named(walk(seeker(), *SENT, words).last)


@pytest.mark.parametrize("words", ["send", "y", "ok send", "yes please"])
def test_a_plain_word_for_sending_sends(seeker, words):
    assert "utter_hand_off_ready" in named(walk(seeker(), *SENT[:-1], words).last)


@pytest.mark.parametrize(
    ("words", "response"),
    [
        ("can i think about it", "utter_hand_off_wait"),
        ("why do i have to say yes", "utter_hand_off_why_a_yes"),
        ("why do you need my permission", "utter_hand_off_why_a_yes"),
    ],
)
def test_a_question_beside_the_receipt_has_its_answer_and_sends_nothing(seeker, words, response):
    answer = named(walk(seeker(), *SENT[:-1], words).last)
    assert response in answer and "utter_hand_off_ready" not in answer


@pytest.mark.parametrize("words", ["only the plain link then", "just the link then"])
def test_the_plain_link_is_given_beside_the_receipt(seeker, words):
    assert "Nothing from this chat is sent along" in text_of(walk(seeker(), *SENT[:-1], words).last)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("the second line is wrong, its two years", ("Since when", "two years")),
        ("its not my marriage its my job actually", ("What it touches", "my job")),
        ("not work, its home", ("What it touches", "home")),
        ("its my relationships too", ("What it touches", "my marriage; my relationships")),
        ("add: cost matters, im on medicaid", ("Cost", "cost matters, im on medicaid")),
    ],
)
def test_a_correction_that_says_what_is_right_puts_it_there(seeker, words, line):
    they = walk(seeker(), *ASKED, "my marriage", "that's enough questions", words)
    assert line in lines(they.last).items()


@pytest.mark.parametrize(
    ("words", "line"),
    [("black therapist if possible", "Wished of a clinician"), ("christian would be good", "Wished of a clinician")],
)
def test_a_wish_for_who_it_is_to_be_is_no_earlier_therapy(seeker, words, line):
    noted = lines(walk(seeker(), *ASKED, "everything", words, "that's enough questions").last)
    assert noted.get(line) == words and "Therapy before" not in noted


@pytest.mark.parametrize(("place", "noted"), [("london", "london"), ("toronto", "toronto"), ("ohio", "ohio, United States")])
def test_a_place_elsewhere_is_not_put_into_the_country_of_the_page(seeker, place, noted):
    they = walk(seeker(country="US"), *ASKED, "everything", "no", "someone nice", "online", place, "that's enough questions")
    assert lines(they.last)["Country and region"] == noted


@pytest.mark.parametrize(
    "words",
    [
        "i forget everything lately",
        "i keep forgetting things",
        "my memory is shot",
        "i want to forget everything",
        "i want to erase my ex from my mind",
    ],
)
def test_who_forgets_or_would_like_to_is_not_asked_whether_to_delete_the_chat(visitor, words):
    answer = visitor(country="US").say(words)
    assert {"utter_memory", "utter_wish_to_forget"} & {*named(answer)} and "Yes, delete it" not in labels(answer)


@pytest.mark.parametrize("words", ["forget everything i said", "delete everything", "i want to delete this chat", "wipe my data"])
def test_who_names_the_chat_or_what_was_said_can_have_it_deleted(visitor, words):
    assert "Yes, delete it" in labels(visitor(country="US").say(words))


@pytest.mark.parametrize("words", ["yes wipe it", "yes delete", "yes please delete everything", "yeah get rid of it", "confirm"])
def test_a_yes_to_deleting_in_other_words_is_one(visitor, words):
    they = visitor(country="US")
    they.say("delete my data")
    assert "Deleted" in text_of(they.say(words))


@pytest.mark.parametrize("words", ["yes but what happens then", "no wait keep it", "is it deleted?"])
def test_a_yes_with_a_question_in_it_deletes_nothing(visitor, words):
    they = visitor(country="US")
    they.say("delete my data")
    assert "Deleted" not in text_of(they.say(words))


@pytest.mark.parametrize(
    ("words", "response"),
    [
        ("i already have a therapist", "utter_has_a_therapist"),
        ("i'm seeing a therapist but it doesnt help with numbness", "utter_has_a_therapist"),
        ("im already in therapy", "utter_has_a_therapist"),
        ("im a therapist, how do i join your network", "utter_for_clinicians"),
        ("im a psychologist interested in working with you", "utter_for_clinicians"),
        ("my therapist suggested this site", "utter_was_sent_here"),
        ("my gp sent me the link", "utter_was_sent_here"),
    ],
)
def test_a_therapist_who_is_named_begins_no_questions(seeker, words, response):
    assert response in named(seeker().say(words))


@pytest.mark.parametrize("words", ["i have a therapist but want a new one", "find me a therapist", "i need a therapist"])
def test_who_looks_for_one_is_asked(seeker, words):
    assert "utter_hand_off_begin" in named(seeker().say(words))
