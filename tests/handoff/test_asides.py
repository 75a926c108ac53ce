"""What is typed at a question and answers it with nothing, beside what looks like it and does."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.handoff.asides import is_an_aside, said_beside, wants_someone_today
from thaw.handoff.form import FIELDS, waits_for
from thaw.handoff.meaning import (
    ACCOUNT,
    HARM,
    HOW_MANY,
    LEFT_OUT,
    LIST,
    LOSS,
    MEANS,
    NEED_NOT,
    NO_NAME,
    ONCE_MORE,
    TODAY,
    UNFIT,
    UNSENT,
    WAIT,
    WHY,
    Listening,
    Reading,
    simply,
)
from thaw.handoff.reading import read
from thaw.handoff.told import told
from thaw.handoff.words import kept

RECEIPT = Listening(None, "cost", True)


def meant(text: str, asked: str, intent: str = "nlu_fallback", last: Optional[str] = "signs") -> Optional[Reading]:
    return read(text, intent, 0.9, Listening(asked, last))


def at_receipt(text: str, intent: str = "nlu_fallback", detour: bool = False) -> Optional[Reading]:
    return read(text, intent, 0.9, RECEIPT._replace(detour=detour))


# That someone was hurt, or died


@pytest.mark.parametrize(
    "text",
    [
        "i was raped when i was 19",
        "I've been abused as a kid",
        "my stepdad used to hit me",
        "my ex beat me",
        "he forced me",
        "i was sexually assaulted at uni",
        "i'm a survivor of incest",
        "my uncle touched me",
        "someone drugged me once",
        "domestic violence, years of it",
    ],
)
@pytest.mark.parametrize("asked", ["signs", "touches", "therapy", "missed", "wish", "how", "place", "cost"])
def test_that_someone_was_hurt_is_heard_and_no_answer(text: str, asked: str) -> None:
    if told(simply(text), asked) is None:
        assert asked in ("therapy", "missed", "wish"), "there it may be told with the answer"
        return
    assert meant(text, asked) == Reading("answer_hand_off", asked, HARM)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("someone who knows about sexual abuse", "wish"),
        ("a woman, because i was raped", "wish"),
        ("yes, counselling after i was assaulted", "therapy"),
        ("she said my abuser meant well", "missed"),
        ("since i was attacked", "since"),
        ("numb since my dad hit me", "signs"),
        ("it hit me hard last year", "touches"),
        ("i was hit by a car", "touches"),
        ("i was beaten by it", "touches"),
        ("we hit a rough patch", "touches"),
        ("i've hit a wall", "touches"),
        ("i lost my job", "touches"),
        ("i feel dead inside", "signs"),
        ("i lost my spark", "signs"),
        ("my marriage since the miscarriage", "touches"),
        ("since my mum died", "since"),
        ("it started when dad passed away", "since"),
    ],
)
def test_what_answers_the_question_though_it_is_heavy_or_only_sounds_like_it_is_an_answer(text: str, asked: str) -> None:
    assert told(simply(text), asked) is None


@pytest.mark.parametrize(
    "text",
    [
        "my cat died last month so its been weird",
        "my mum passed away",
        "i had a miscarriage",
        "we lost our baby in march",
        "my brother is dead",
        "i buried my dad on friday",
    ],
)
@pytest.mark.parametrize("asked", ["since", "touches", "therapy", "missed", "wish"])
def test_that_someone_died_is_heard_and_no_answer(text: str, asked: str) -> None:
    assert meant(text, asked) == Reading("answer_hand_off", asked, LOSS)


def test_while_it_is_asked_whether_they_are_safe_the_hand_off_takes_no_answer() -> None:
    kept_state = {"slots": {"handoff": {"answers": {}, "skipped": [], "refused": []}}, "active_loop": "handoff_form"}
    assert waits_for(kept_state, [{"payload": "/danger_from_others"}, {"payload": "/resume"}]) is None
    assert waits_for(kept_state, [{"payload": "/resume"}]) is not None


# A word in passing


@pytest.mark.parametrize(
    "text",
    [
        "haha ok doctor robot",
        "ok yes",
        "lol ok",
        "ugh",
        "Ugh.",
        "good question",
        "you tell me",
        "im hungry",
        "tell me a joke",
        "sorry im in a meeting",
        "ok cool thanks",
        "wow ok",
        "lol really",
        "omg this bot",
        "hmm interesting question",
    ],
)
@pytest.mark.parametrize("asked", FIELDS)
def test_a_word_in_passing_stands_on_no_list(text: str, asked: str) -> None:
    reading = meant(text, asked, "chitchat")
    assert reading is None or reading.value in (UNFIT, "") or reading.intent == "skip_question"


@pytest.mark.parametrize("text", ["so what would you say?", "is that wrong of me", "do they know about this", "what about my sister"])
@pytest.mark.parametrize("asked", ["signs", "touches", "missed", "wish"])
def test_a_question_back_is_no_answer(text: str, asked: str) -> None:
    reading = meant(text, asked, "out_of_scope")
    assert reading is None or reading.value == UNFIT


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("i take sertraline", "touches"),
        ("i'm on antidepressants", "wish"),
        ("they put me on 50 mg of fluoxetine", "signs"),
        ("tbh my husband thinks i should just exercise", "wish"),
        ("my boss says i need a holiday", "wish"),
        ("evening", "therapy"),
        ("sorry im at work, boss walking by", "therapy"),
        ("ok", "therapy"),
        ("flat", "therapy"),
        ("everything, ugh", "since"),
        ("nothing much", "since"),
    ],
)
def test_what_is_about_something_else_is_no_answer_there(text: str, asked: str) -> None:
    assert meant(text, asked, "chitchat") in (
        Reading("answer_hand_off", asked, UNFIT),
        Reading("answer_hand_off", asked, WAIT),
        Reading("answer_hand_off", asked, ""),
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("everything", "touches"),
        ("how i look at my kids", "touches"),
        ("what i used to love", "touches"),
        ("can i have a woman", "wish"),
        ("could it be someone older", "wish"),
        ("great sadness", "signs"),
        ("a robot going through the day", "signs"),
        ("All of it", "missed"),
        ("she only asked questions", "missed"),
        ("no never", "therapy"),
        ("yeah once", "therapy"),
        ("yes and it helped", "therapy"),
        ("a few sessions in college", "therapy"),
        ("twice", "therapy"),
        ("couldn't afford it", "therapy"),
        ("just meds", "therapy"),
        ("two years ago, for a bit", "therapy"),
        ("the menopause", "since"),
        ("my redundancy", "since"),
        ("today", "since"),
        ("my husband", "touches"),
    ],
)
def test_an_ordinary_answer_is_none(text: str, asked: str) -> None:
    assert not is_an_aside(text, asked)
    reading = meant(text, asked)
    assert reading is not None and reading[:3] == ("answer_hand_off", asked, kept(text))


# What it means, how long it goes on, a moment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what do you mean", MEANS),
        ("i dont get the question", MEANS),
        ("like what?", MEANS),
        ("what should i say here", MEANS),
        ("does it matter", WHY),
        ("is that important", WHY),
        ("is this almost done", HOW_MANY),
        ("how many questions are there", HOW_MANY),
        ("how many more?", HOW_MANY),
        ("are we nearly there", HOW_MANY),
        ("how long does this take", HOW_MANY),
        ("what have i answered", LIST),
        ("what did i say so far", LIST),
        ("i dont want to start over again", LIST),
        ("let me think", WAIT),
        ("hmm let me think", WAIT),
        ("hang on, kettle", WAIT),
        ("brb someone at the door", WAIT),
        ("one sec, phone is ringing", WAIT),
        ("can i come back later", WAIT),
        ("can i finish this tomorrow?", WAIT),
        ("do i need to make an account", ACCOUNT),
        ("will i have to sign up", ACCOUNT),
        ("can you delete that phone number", LEFT_OUT),
        ("where were we with the therapist thing", ""),
    ],
)
def test_what_is_wanted_beside_a_question_is_answered_before_it_stands_again(text: str, said: str) -> None:
    assert said_beside(simply(text)) == said
    expected = Reading("why_this_question") if said == WHY else Reading("answer_hand_off", "touches", said)
    assert meant(text, "touches") == expected


@pytest.mark.parametrize(
    "text",
    [
        "hold on, two years",
        "a moment of peace",
        "how many years i lost",
        "my phone",
        "the door is closed inside me",
        "everything i do later in the day",
        "i think too much",
        "how long it takes me to get up",
        "my bank account",
        "i dont want to start anything",
        "it matters most at work",
    ],
)
def test_an_answer_with_the_same_words_is_an_answer(text: str) -> None:
    assert said_beside(simply(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "this is urgent",
        "its really urgent",
        "now as in today",
        "right now",
        "no i mean like today, someone human",
        "i need someone now",
        "can i see a therapist today?",
        "asap",
        "someone today please",
    ],
)
@pytest.mark.parametrize("asked", ["signs", "since", "wish", "cost"])
def test_who_wants_someone_today_hears_who_is_there_now(text: str, asked: str) -> None:
    assert meant(text, asked, "want_human") == Reading("answer_hand_off", asked, TODAY)


@pytest.mark.parametrize(
    "text", ["not now", "someone who listens now", "it is worse today than before", "nowadays", "now and then", "until now"]
)
def test_a_now_that_is_part_of_an_answer_is_no_wish_for_today(text: str) -> None:
    assert not wants_someone_today(text, "touches")


def test_today_is_a_time_where_it_is_asked_since_when() -> None:
    assert meant("today", "since") == Reading("answer_hand_off", "since", "today")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("i'd rather do a quick self check", "start_check"),
        ("can we do the quiz instead", "start_check"),
        ("let me do the exercise first", "start_exercise"),
    ],
)
def test_who_would_rather_do_something_else_begins_that(text: str, intent: str) -> None:
    assert meant(text, "missed") == Reading(intent)


def test_an_answer_that_asks_what_it_is_for_is_kept_and_answered() -> None:
    reading = meant("since covid i think. why do you need that", "since")
    assert reading == Reading("answer_hand_off", "since", "since covid i think.", (("since", WHY),))


@pytest.mark.parametrize("text", ["i dont remember", "i can't remember really", "cant recall", "dont care", "dont really know"])
def test_who_does_not_remember_is_asked_the_next(text: str) -> None:
    assert meant(text, "wish") == Reading("skip_question", "wish")


@pytest.mark.parametrize("text", ["John Smith", "jo@example.org", "i have ADHD"])
def test_what_no_list_carries_is_left_to_be_left_out_and_named(text: str) -> None:
    reading = meant(text, "therapy")
    assert reading is not None and reading.value != UNFIT and kept(reading.value or "", "therapy") == ""


# What is put right


@pytest.mark.parametrize(
    ("text", "asked", "field", "value"),
    [
        ("actually i'm in austria not germany", "touches", "place", "austria"),
        ("actually i'm in austria not germany", "language", "place", "austria"),
        ("wait i meant 2 years not 3", "language", "since", "2 years"),
        ("online, not in person", "language", "how", "online"),
        ("wait is canada right? i meant quebec", "language", "place", "quebec"),
        ("two years not three", "since", "since", "two years"),
    ],
)
def test_of_what_it_is_and_is_not_only_the_new_is_kept_in_its_own_field(text: str, asked: str, field: str, value: str) -> None:
    assert meant(text, asked, last="place") == Reading("answer_hand_off", field, value)


@pytest.mark.parametrize("text", ["tired, not sad", "work but not my marriage", "i feel flat, not sad"])
def test_a_not_that_belongs_to_the_answer_stays(text: str) -> None:
    assert meant(text, "signs") == Reading("answer_hand_off", "signs", text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("remove my job", "my job"),
        ("take out my sister please", "my sister"),
        ("no remove the mother thing", "the mother thing"),
        ("please delete that bit", "that bit"),
    ],
)
def test_a_line_is_taken_out_in_few_words_while_questions_are_open(text: str, words: str) -> None:
    assert meant(text, "therapy") == Reading("remove_field", None, words)


@pytest.mark.parametrize("text", ["my job, remove me from it all", "i remove myself from everything", "dropping my kids off"])
def test_taking_away_that_is_told_of_oneself_takes_nothing_out(text: str) -> None:
    reading = meant(text, "touches")
    assert reading is not None and reading.intent == "answer_hand_off"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and change some months to two years", Reading("answer_hand_off", "since", "two years")),
        ("remove what it touches", Reading("remove_field", "touches")),
        ("remove what was wrong with it", Reading("remove_field", "missed")),
        ("correct line 2: since spring", Reading("answer_hand_off", None, "@line line 2@to since spring")),
        ("the second line should be my kids", Reading("answer_hand_off", None, "@line the second line@to my kids")),
        ("yes please, and can you make it a woman", Reading("answer_hand_off", "wish", "@also a woman")),
        ("yes, but make it online", Reading("answer_hand_off", "how", "online")),
        ("i dont want you to send the year", Reading("remove_field", "since")),
        ("do i have to send it", Reading("answer_hand_off", "signs", NEED_NOT)),
        ("is it required?", Reading("answer_hand_off", "signs", NEED_NOT)),
        ("can they see my name", Reading("answer_hand_off", "signs", NO_NAME)),
        ("will they know who i am", Reading("answer_hand_off", "signs", NO_NAME)),
        ("ok do it", Reading("affirm")),
        ("yes do it please", Reading("affirm")),
        ("do it later", None),
    ],
)
def test_beside_the_receipt_each_is_heard_as_what_it_is(text: str, expected: Optional[Reading]) -> None:
    reading = at_receipt(text, "delete_my_chat" if "send the year" in text else "nlu_fallback")
    if expected is None:
        assert reading is None or reading.intent != "affirm"
    else:
        assert reading == expected._replace(value=(expected.value or "").replace("@to", " @to") or expected.value)


@pytest.mark.parametrize("text", ["yes", "yes please", "ok do it", "sure"])
def test_a_bare_yes_after_something_else_was_spoken_of_is_asked_once_more(text: str) -> None:
    assert at_receipt(text, "affirm", detour=True) == Reading("answer_hand_off", "signs", ONCE_MORE)
    assert at_receipt(text, "affirm") in (None, Reading("affirm"))


@pytest.mark.parametrize("text", ["yes send it", "i agree", "Yes, send this"])
def test_a_yes_that_says_what_it_is_to_needs_no_second_one(text: str) -> None:
    assert at_receipt(text, "affirm", detour=True) is None


@pytest.mark.parametrize("text", ["ok", "yes I guess", "looks good"])
def test_half_a_yes_sends_nothing_after_a_detour_either(text: str) -> None:
    assert at_receipt(text, "affirm", detour=True) == Reading("answer_hand_off", "signs", UNSENT)


@pytest.mark.parametrize(
    "text",
    ["my phone number is 555 0134", "you can text me at 07700 900123", "my email is jo@example.org", "call me on +1 (415) 555-0100 please"],
)
def test_of_a_line_that_only_says_how_to_reach_them_nothing_is_left(text: str) -> None:
    assert kept(text, "therapy") == ""
