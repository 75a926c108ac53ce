"""Whom they are talking to: a program that says so each time, in other words, and never implies that someone is watching."""

from __future__ import annotations

import re

import pytest
from site_client import crisis, labels, text_of

ASKED = {
    "bot": ["are you a bot", "are you a real person", "so am i talking to a machine"],
    "privacy": ["what happens to what i write", "who can read this chat", "is this private"],
    "capabilities": ["what can you do", "what can this chat help with", "what else can you do"],
    "frustrated": ["you're not getting it at all", "this is useless, you don't listen", "you keep missing the point"],
    "human": ["i want to talk to a real person", "can i speak to a human", "give me a human please"],
    "delete": ["delete my chat", "please delete this conversation", "erase everything i wrote"],
}
WATCHED = r"(someone|a person|we|our team|staff) (is|are|will be) (watching|monitoring|reading|notified)|will (contact|reach out to) you"


@pytest.mark.parametrize("subject", ASKED)
def test_asked_three_times_it_is_answered_three_times_in_other_words(visitor, subject):
    they, seen = visitor(), []
    for words in ASKED[subject]:
        answer = [each["text"] for each in they.say(words) if each["kind"] in ("text", "choices", "notice")]
        assert not set(answer) & set(seen), words
        seen += answer
        assert labels(they.last) and not re.search(WATCHED, text_of(they.last).lower())


def test_it_says_plainly_each_time_that_it_is_a_program(visitor):
    they = visitor()
    for words in ASKED["bot"]:
        said = text_of(they.say(words)).lower()
        assert re.search(r"\bprogram\b|\bmachine\b", said) and not said.startswith(("yes", "no"))


def test_who_may_read_it_is_said_and_that_nobody_reads_along(visitor):
    they = visitor()
    for words in ASKED["privacy"]:
        said = text_of(they.say(words)).lower()
        assert "30 days" in said and re.search(r"no one reads along|answers for the server|nobody watches", said)


def test_annoyance_is_met_with_what_can_change_and_a_person_and_no_defence(visitor):
    they = visitor()
    for words in ASKED["frustrated"]:
        said = text_of(they.say(words)).lower()
        assert not re.search(r"i'm sorry|apolog|but the program|try to understand|please be", said)
        assert any("person" in label.lower() or "someone" in label.lower() for label in labels(they.last))


def test_a_person_is_what_the_site_really_offers(visitor):
    they = visitor()
    for words in ASKED["human"]:
        answer = they.say(words)
        assert "contact" in text_of(answer).lower() and crisis(answer)["services"]


def test_deleting_is_asked_once_and_says_what_is_gone_and_what_of_a_summary(visitor):
    they = visitor()
    they.say("delete my chat")
    assert text_of(they.last).count("?") == 1
    gone = text_of(they.choose("Yes, delete it"))
    assert "gone" in gone and "summary" in gone
