"""Between two people: who is told they are far away, and who worries about someone. Both sides, what to say, what to leave."""

from __future__ import annotations

import re

import pytest
from site_client import crisis, kinds, labels, text_of

TOLD = "my friends keep saying i'm checked out"
WORRIED = "my brother has gone completely numb and i don't know how to reach him"
IMPACT = "what does numbness do to a relationship"


def bubbles(messages):
    return [message["text"] for message in messages if message["kind"] != "crisis"]


@pytest.mark.parametrize("start", [TOLD, WORRIED, IMPACT])
def test_it_goes_two_layers_deeper_without_a_sentence_said_twice_and_then_says_so(visitor, start):
    they = visitor()
    seen = bubbles(they.say(start))
    for _ in range(2):
        deeper = bubbles(they.say("tell me more"))
        assert not set(deeper) & set(seen)
        seen += deeper
        assert labels(they.last)
    end = they.say("tell me more")
    assert "as far as this" in text_of(end) or "nothing further" in text_of(end)


@pytest.mark.parametrize("start", [TOLD, WORRIED, IMPACT])
def test_it_says_what_to_say_in_words_that_can_be_used_and_what_to_leave_out(visitor, start):
    they = visitor()
    said = text_of([*they.say(start), *they.say("tell me more")])
    assert said.count('"') >= 4
    assert any(word in said.lower() for word in ("leave out", "left out", "better left", "don't test", "doesn't help", "go wrong"))


@pytest.mark.parametrize("start", [TOLD, WORRIED])
def test_it_leads_to_the_sites_page_on_relationships(visitor, start):
    they = visitor()
    they.say(start)
    they.say("tell me more")
    they.say("tell me more")
    they.choose("What it does to both sides")
    link = next(message for message in they.last if message["kind"] == "link")
    assert link["url"].endswith("/topics/depression/depression-and-relationships/")


def test_asked_three_times_the_page_is_not_linked_in_the_same_words_twice_in_a_row(visitor):
    they = visitor()
    links = [next(each["text"] for each in they.say(IMPACT) if each["kind"] == "link") for _ in range(2)]
    assert links[0] != links[1]


def test_who_worries_gets_a_message_to_send_that_asks_nothing_of_the_other(visitor):
    they = visitor()
    they.say(WORRIED)
    they.say("tell me more")
    they.choose("A message for them")
    they.choose("Show the first line")
    for _ in range(5):
        they.choose("Put it in")
    card = next(message["copy"] for message in they.last if "copy" in message)
    assert len(card.splitlines()) == 5 and "?" not in card and not re.search(r"\bnumb\b", card.lower())


def test_who_worries_is_told_that_asking_about_dying_is_all_right_and_can_say_it_here(visitor):
    they = visitor()
    answer = they.say(WORRIED)
    assert "dying" in text_of(answer)
    assert crisis(they.choose("They've talked about dying"))["services"]


def test_short_does_not_cut_what_keeps_the_other_one_safe(visitor):
    they = visitor()
    they.say("keep it short please")
    assert "dying" in text_of(they.say(WORRIED))


def test_the_partner_mentioned_before_is_taken_up_ten_turns_later(visitor):
    they = visitor()
    they.say("my husband says I'm not really there any more")
    for each in ["why does it happen", "tell me more", "how common is it", "will it get better", "thanks"]:
        they.say(each)
    assert "husband" in text_of(they.say(IMPACT))


def test_both_sides_are_told_in_one_answer(visitor):
    said = text_of(visitor().say(IMPACT)).lower()
    assert ("inside" in said and "outside" in said) or "two ends" in said or "one side" in said
    assert "crisis" not in kinds(visitor().say(IMPACT))


def test_who_asks_on_in_their_own_words_is_not_given_the_beginning_again(visitor):
    they = visitor()
    first = bubbles(they.say(WORRIED))
    deeper = bubbles(they.say("how do i talk to him"))
    further = bubbles(they.say("he refuses to see anyone and i worry"))
    assert not set(first) & set(deeper) and not set(first) & set(further) and not set(deeper) & set(further)


SON = "my son is 19 and away at uni, he barely talks and sounds flat. i'm worried about him"


def test_a_mother_gets_words_for_a_son_and_no_couples_text(visitor):
    they = visitor()
    said = text_of(they.say(SON))
    assert "your son" in said.lower()
    said = text_of(they.say("how do i bring it up without him hanging up on me"))
    assert '"' in said and "love" not in said
    assert "A message for my partner" not in labels(they.last)


def test_who_asks_whether_to_go_there_is_told_when_to_and_how(visitor):
    they = visitor()
    they.say(SON)
    assert "Saturday" in text_of(they.say("should i drive up there"))


@pytest.mark.parametrize("asked", ["is there a therapist for him", "can you find someone for my son"])
def test_help_for_another_is_not_matched_for_who_asks(visitor, asked):
    they = visitor()
    they.say(SON)
    answer = text_of(they.say(asked))
    assert "asked for by them" in answer and "Skip" not in labels(they.last)


@pytest.mark.parametrize("asked", ["and what shouldn't I say", "what should i rather not say"])
def test_who_asks_what_to_leave_out_is_told_that(visitor, asked):
    they = visitor()
    they.say("my friend has gone completely numb, i don't know how to reach her")
    they.say("what should i say")
    assert re.search(r"leave out|better not", text_of(they.say(asked)).lower())


def test_who_is_worn_out_by_caring_is_answered_about_themselves(visitor):
    they = visitor()
    they.say("my husband has gone numb and nothing reaches him")
    assert re.search(r"one evening|about you", text_of(they.say("I'm so tired of carrying both of us")).lower())
