"""What a message is little likely to mean: what it names nothing of, and what was not spoken of before."""

from __future__ import annotations

import re
from typing import Optional

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from thaw.nlu.likely import LEAST, LITTLE, MORE, Lists, likely

NUMB = ["utter_feel_nothing"]


@pytest.mark.parametrize(
    ("intent", "text", "said"),
    [
        ("repeat", "what do you call that", NUMB),
        ("keep_it_short", "those words will do for me", NUMB),
        ("numb_after_birth", "the wedding is in ten weeks and it could be someone else's", []),
        ("numb_since_medication", "clinically speaking it is blunted affect", []),
        ("numb_after_loss", "my heart is a church with the lights off", []),
        ("exercise_felt_worse", "i was fine before", NUMB),
        ("non_english", "i dnot feil it", []),
        ("worried_about_someone", "he wants to know what's wrong", NUMB),
        ("thanks", "near cardiff", []),
        ("thanks", "i appreciate them, i just dont feel love", []),
        ("deny", "not even the dog", NUMB),
        ("stop", "but i dont wanna stop", []),
        ("delete_my_chat", "take out the second one", []),
        ("goodbye", "leather, mostly", []),
        ("goodbye", "cant sleep, its 1am", []),
        ("affirm", "priya", []),
        ("affirm", "is that awful of me", []),
        ("stop", "fine, but a different one", []),
        ("stop", "so how to stop the fog", []),
        ("keep_it_short", "what is in the summary", []),
        *(
            ("keep_it_short", text, NUMB)
            for text in ("so its long covid?", "can you write my essay", "i dont do it i just read it", "i sat through the whole lecture")
        ),
        ("worried_about_someone", "and my dad doesnt know", []),
        ("worried_about_someone", "numb, and my boyfriend left over it", []),
        ("is_minor", "my mum says i'm idle", ["utter_is_minor"]),
        ("out_of_scope", "what sort of gran acts happy", NUMB),
    ],
)
def test_an_intent_about_one_thing_is_little_likely_where_nothing_speaks_of_it(intent: str, text: str, said: list[str]) -> None:
    assert likely().is_little(intent, text, said)


@pytest.mark.parametrize(
    ("intent", "text", "said"),
    [
        ("repeat", "what did you ask again", []),
        ("keep_it_short", "SHRT answers pls, too long", []),
        *(
            ("keep_it_short", text, NUMB)
            for text in ("i cant read all that", "less words", "thats an essay", "can u type less", "one line pls")
        ),
        ("numb_after_birth", "my baby is here and nothing came", []),
        ("numb_after_birth", "she's 9 weeks now and there's nothing", []),
        ("numb_after_birth", "i just look at her", ["utter_numb_after_birth"]),
        ("numb_since_medication", "since the sertraline", []),
        ("exercise_felt_nothing", "nope, nothing", ["utter_exercise_music"]),
        ("exercise_felt_nothing", "did the exercise, nothing", []),
        ("exercise_felt_nothing", "nope, nothing", None),
        ("non_english", "ya no siento nada", []),
        ("worried_about_someone", "he wants to know what's wrong", []),
        ("out_of_scope", "order me a pizza", []),
        ("feel_nothing", "anything at all", []),
        ("thanks", "that was of some comfort", []),
        ("goodbye", "so long then", []),
        ("affirm", "deffo", []),
        ("stop", "stop this", []),
        ("numb_after_loss", "he dumped me for being a stone", []),
        ("numb_after_loss", "she walked out in may", []),
    ],
)
def test_it_is_as_likely_as_ever_where_it_is_named_was_spoken_of_or_nobody_knows(intent: str, text: str, said: Optional[list[str]]) -> None:
    assert not likely().is_little(intent, text, said)


def test_what_the_screen_did_not_see_is_little_likely_and_what_it_saw_is_not() -> None:
    intents = ["crisis_passive", "feel_nothing"]
    unseen = likely().weights(intents, "all of it is pointless", {"safety": {"act": None}})
    assert unseen == pytest.approx(np.array([LITTLE, 1.0]))
    assert likely().weights(intents, "all of it is pointless", {"safety": {"act": {"response": "utter_crisis_passive"}}})[0] == 1.0
    assert likely().weights(intents, "all of it is pointless", {})[0] == 1.0


def test_where_a_number_is_asked_for_what_was_felt_is_waited_for_as_much_as_a_worse() -> None:
    asked = {"said": ["utter_exercise_tea"], "offered": [{"title": "It feels worse", "payload": "/exercise_felt_worse"}]}
    felt = ["exercise_felt_something", "exercise_felt_nothing", "exercise_felt_worse"]
    assert len({*likely().weights(felt, "the cup was smooth", asked)}) == 1


def test_what_is_named_where_it_was_spoken_of_is_likelier() -> None:
    intents, text = ["numb_since_medication", "ask_why_numb"], "how would i tell the tablets from the illness"
    assert likely().weights(intents, text, {"said": ["utter_numb_since_medication"]}).tolist() == [MORE, 1.0]
    assert likely().weights(intents, text, {"said": []}).tolist() == [1.0, 1.0]


def test_a_longer_message_without_any_word_of_asking_is_little_likely_to_be_a_question() -> None:
    assert likely().is_little("ask_why_numb", "because it goes for everybody, even the dog", [])
    assert not likely().is_little("ask_why_numb", "because it goes for everybody, even the dog?", [])
    assert not likely().is_little("ask_why_numb", "the cause of it", [])


def test_what_is_named_outright_is_as_likely_as_ever_though_no_other_word_of_it_stands_there() -> None:
    assert not likely().is_little("ask_screening", "what would the doctor want of me then", [])
    assert likely().is_more("therapy_did_not_help", "the group wasn't for me", [])


def test_what_an_exercise_did_is_hardly_thinkable_before_there_was_one() -> None:
    intents, text = ["exercise_felt_nothing", "numb_since_medication"], "it was before that, they gave me those because of it"
    assert likely().weights(intents, text, {"said": ["utter_numb_since_medication"]})[0] == LEAST
    assert likely().weights(intents, text, {"said": ["utter_exercise_music"]})[0] == 1.0


@pytest.mark.parametrize("intent", ["stop", "goodbye"])
def test_once_drink_or_a_medicine_was_spoken_of_what_is_stopped_is_that_and_not_the_chat(intent: str) -> None:
    for told in (["utter_using_substances_more"], ["utter_numb_since_medication", "utter_feel_nothing"]):
        assert likely().is_little(intent, "should i just stop now", told)
        assert not likely().is_little(intent, "stop", told)
        assert not likely().is_little(intent, "can we stop here, off to bed, bye", told)
    assert not likely().is_little(intent, "should i just stop now", NUMB)


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("is_minor", "im 41 with a house and kids"),
        ("want_human", "i don't want to talk about her"),
        ("stop", "i don't want to lose the house"),
        ("unsure", "it's gross i know"),
        ("exercise_felt_something", "my landlord noticed"),
        ("deny", "it's not that i'm unhappy"),
    ],
)
def test_a_word_in_passing_makes_no_command(intent: str, text: str) -> None:
    assert likely().is_little(intent, text, NUMB)


def test_what_feels_like_something_asks_for_nothing() -> None:
    assert likely().is_little("ask_something_to_try", "at work and i feel like a cutout", [])


WORDS = sorted({each for pattern in likely().lists.patterns.values() for each in re.findall(r"\w+", pattern.pattern)} | {"i", "it"})


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=12).map(" ".join))
@example("i dont want to take it, again... once more?")
@example("sertraline-like")
def test_words_looked_up_are_the_words_that_the_patterns_find(text: str) -> None:
    lists = likely().lists
    assert lists.named_in(text.lower()) == {key for key, pattern in lists.patterns.items() if pattern.search(text.lower())}


def test_a_word_that_begins_with_a_sign_a_beginning_of_several_words_and_parts_of_words_are_found_as_well() -> None:
    lists = Lists({("words", "signs"): [":-)"], ("words", "parts"): ["no-one", "short* answer*"], ("more", "none"): []})
    assert lists.named_in("give me shorter answers") == {("words", "parts")}
    assert lists.named_in("no-one") == {("words", "parts")}
    assert not lists.named_in("no one is short")


def test_what_waits_for_an_answer_is_likelier_answered_than_not() -> None:
    intents, said = ["exercise_felt_something", "numb_after_loss"], {"said": ["utter_exercise_own"]}
    offered = [{"title": "I noticed something", "payload": "/exercise_felt_something"}]
    assert likely().weights(intents, "dead tired but it is soft", {**said, "offered": offered}).tolist() == [MORE, 1.0]
    assert likely().weights(intents, "dead tired but it is soft", {**said, "offered": [{**offered[0], "door": True}]}).tolist() == [
        1.0,
        1.0,
    ]
    assert likely().weights(intents, "dead tired but it is soft", said).tolist() == [1.0, 1.0]


def test_what_ends_with_i_guess_is_an_answer_and_no_question() -> None:
    assert likely().is_little("ask_how_common", "at work i guess", [])
    assert not likely().is_little("ask_how_common", "other people too?", [])


def test_a_text_of_english_words_is_in_no_other_language() -> None:
    assert likely().is_little("non_english", "total robot me. sleep work eat again", [])
    assert not likely().is_little("non_english", "que es la anhedonia", [])


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("stop", "i have stopped going to the choir"),
        ("deny", "not sad no, more like nothing"),
        ("stop", "should i leave him"),
        ("unsure", "my husband doesnt know"),
        ("want_human", "can we talk about something else"),
        ("is_minor", "is it simply age?"),
        ("therapy_did_not_help", "i would like to hear about therapy"),
        ("feels_unreal", "real talk, i have not smiled since may"),
    ],
)
def test_words_that_rule_a_meaning_out_make_it_hardly_thinkable(intent: str, text: str) -> None:
    assert likely().weights([intent, "feel_nothing"], text, {"said": NUMB})[0] == LEAST


def test_who_tells_at_length_asks_for_no_shorter_answers() -> None:
    told = "and then he was reading the paper aloud and i looked at his mouth and thought the words are there and nothing is for me"
    assert likely().is_little("keep_it_short", told, NUMB)


def test_once_numbness_was_spoken_of_what_names_no_small_talk_is_none() -> None:
    assert likely().is_little("chitchat", "i want to want a walk", NUMB)
    assert not likely().is_little("chitchat", "lol you any good at jokes", NUMB)
    assert not likely().is_little("chitchat", "my cat says hi", [])


def test_who_cares_for_a_parent_tells_of_no_birth() -> None:
    assert likely().is_little("numb_after_birth", "mum has dementia and i wash her every day", [])
    assert not likely().is_little("numb_after_birth", "i am a new mum and there's no love", [])


def test_what_a_partner_says_is_no_word_about_the_visitor_who_worries_about_them() -> None:
    assert likely().is_little("told_checked_out", "she says it's nothing i did", ["utter_worried_about_someone"])


@pytest.mark.parametrize(
    "text",
    [
        "had a patient die on me at 4am",
        "everyone dies in that film and I felt nothing",
        "nobody died",
        "he lost his job and he's a ghost since",
    ],
)
def test_a_loss_is_little_likely_of_who_lost_no_one_though_it_was_spoken_of(text):
    assert likely().is_little("numb_after_loss", text, ["utter_numb_after_loss"])


@pytest.mark.parametrize("text", ["my wife died and I watched films all night", "since my mum passed away I'm numb"])
def test_a_loss_is_as_likely_as_ever_of_who_tells_one(text):
    assert not likely().is_little("numb_after_loss", text, [])
