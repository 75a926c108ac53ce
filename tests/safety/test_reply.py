"""Reading a typed answer to "are you having thoughts of killing yourself?"."""

from __future__ import annotations

from typing import Any, Optional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thaw.responses import responses
from thaw.safety.age import told_age
from thaw.safety.hearing import hear
from thaw.safety.moves import told_move
from thaw.safety.plans import is_at_hand, told_plan
from thaw.safety.reply import read_reply
from thaw.safety.risk import State
from thaw.safety.screen import CLEAR, Signal
from thaw.safety.told import agrees, refusal, told_baby

READINGS = {
    "yes": ["yes", "Yes.", "YEAH", "yep", "yes, tonight", "i do", "I am", "honestly? yes", "all the time", "every day", "yes but not now"],
    "no": [
        "no",
        "No.",
        "NO!!",
        "nope",
        "nah",
        "never",
        "not at all",
        "no, I'm just tired",
        "no i'm fine",
        "I'm not suicidal",
        "i would never",
        "I wouldn't do that",
        "nothing like that",
        "im okay",
        "no not anymore",
    ],
    "unsure": [
        "sometimes",
        "no but sometimes",
        "no, but I did last week",
        "not really",
        "maybe",
        "kinda",
        "sort of",
        "i guess so",
        "idk",
        "on and off",
        "not exactly",
        "a little",
    ],
    "unsaid": [
        "I'd rather not say",
        "rather not",
        "i don't want to talk about it",
        "none of your business",
        "skip",
        "I don't want to say",
        "can we talk about something else",
        "change the subject please",
    ],
}


@pytest.mark.parametrize(("text", "reading"), [(text, reading) for reading, texts in READINGS.items() for text in texts])
def test_a_typed_answer_is_read_as_it_is_meant(text: str, reading: str) -> None:
    assert read_reply(text) == reading


@pytest.mark.parametrize("text", ["i don't know", "I'm not sure", "no, only sometimes", "i don't know anymore", "no idea"])
def test_doubt_is_not_taken_for_a_denial(text: str) -> None:
    assert read_reply(text) == "unsure"


@pytest.mark.parametrize("text", ["i am not going to lie, yes", "not gonna lie, yes"])
def test_a_yes_that_begins_with_a_not_is_a_yes(text: str) -> None:
    assert read_reply(text) == "yes"


@pytest.mark.parametrize("text", ["i do not", "I have never thought about that", "I have no plan", "i am safe", "I have not"])
def test_a_denial_that_begins_like_a_yes_is_believed(text: str) -> None:
    assert read_reply(text) == "no"


@pytest.mark.parametrize("text", ["", "…", "what does that mean", "I went shopping today", "music", "why do you ask", "👍🏽 lol"])
def test_what_answers_nothing_is_not_read_as_an_answer(text: str) -> None:
    assert read_reply(text) is None


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert read_reply(text) in (None, "yes", "no", "unsure", "unsaid")
    told_plan(text), told_move(text), refusal(text), agrees(text), told_age(text), told_baby(text), is_at_hand(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm not okay",
        "I'm not safe",
        "I don't see another way",
        "no one can help me",
        "nah i'm done",
        "no, i'm done",
        "i'm okay with dying",
        "never mind",
        "none of it matters",
        "no point",
        "not tonight",
        "not today, friday",
        "no, not tonight",
        "i have not told anyone my plan",
        "i have no reason to go on",
        "I can't say it but no way out",
    ],
)
def test_what_only_begins_like_a_no_is_never_one(text: str) -> None:
    assert read_reply(text) != "no"


@pytest.mark.parametrize(
    "text", ["I'd rather not be alive", "I'd rather not wake up", "i want to pass away", "yes but i'd rather not say how", "I'm not safe"]
)
def test_thoughts_told_politely_are_no_refusal_to_answer(text: str) -> None:
    assert read_reply(text) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "I am just tired",
        "I have a therapist",
        "I have kids",
        "I go to work every day and feel nothing",
        "maybe I should try the exercise",
        "right now I'm at work",
    ],
)
def test_what_speaks_of_something_else_is_no_yes_and_no_doubt(text: str) -> None:
    assert read_reply(text) is None


@pytest.mark.parametrize(
    ("text", "reading"),
    [("y", "yes"), ("Y.", "yes"), ("n", "no"), ("yh", "yes"), ("yeh", "yes"), ("i think so", "unsure"), ("probably", "unsure")],
)
def test_an_answer_in_one_letter_or_with_a_shrug_is_heard(text: str, reading: str) -> None:
    assert read_reply(text) == reading


PLANS = {
    "told": [
        "on friday",
        "with my dad's gun",
        "pills",
        "I want to hang myself",
        "i would drown myself",
        "I'd cut my wrists",
        "not today, friday",
        "i have not told anyone my plan",
    ],
    "soon": ["tonight", "yes, tonight", "right now", "with a rope in the garage", "i have the pills here", "when everyone sleeps"],
    None: [
        "no",
        "no i'm fine today",
        "not tonight",
        "i want to die",
        "I want to kill myself",
        "i have no pills",
        "i got rid of the pills",
        "i don't have a gun",
        "I'm on medication and feel flat",
        "I can't sleep tonight",
        "off to bed now",
        "late shift tonight",
        "no plan",
    ],
}


@pytest.mark.parametrize(("text", "told"), [(text, told) for told, texts in PLANS.items() for text in texts])
def test_means_and_a_time_told_in_words_are_a_plan(text: str, told: Optional[str]) -> None:
    assert told_plan(text) == told


MOVES = {
    "cannot_call": ["I can't call", "i cannot talk on the phone", "i won't call", "not calling"],
    "barrier_police": ["I don't want police", "no cops please"],
    "barrier_phone": ["phone", "the phone"],
    "barrier_cost": ["it costs too much", "i can't afford it"],
    "barrier_burden": ["i don't want to bother anyone"],
    "barrier_not_enough": ["it's not bad enough"],
    "barrier_let_down": ["i tried it before and it didn't help", "last time they hung up on me"],
    "with_someone": ["I'm with my mom now", "my sister is here with me"],
    "safe_for_now": ["i am safe now", "I'm safe for now"],
    None: ["what is anhedonia", "no", "i feel nothing", "why do i feel flat"],
}


@pytest.mark.parametrize(("text", "move"), [(text, move) for move, texts in MOVES.items() for text in texts])
def test_an_obstacle_named_in_words_is_the_one_of_the_menu(text: str, move: Optional[str]) -> None:
    assert told_move(text) == move


@pytest.mark.parametrize("text", ["no", "i won't", "I can't", "nope", "n", "not now", "i don't want to", "i don't know"])
def test_a_refusal_to_call_is_heard(text: str) -> None:
    assert refusal(text) == "refused"


@pytest.mark.parametrize("text", ["goodbye", "it's too late", "bye", "what's the point", "leave me alone"])
def test_a_leave_taking_after_a_call_was_urged_is_heard(text: str) -> None:
    assert refusal(text) == "leaving"


@pytest.mark.parametrize("text", ["what is anhedonia", "i feel flat", "thank you", "why do you ask"])
def test_what_is_about_something_else_refuses_nothing(text: str) -> None:
    assert refusal(text) is None and not agrees(text)


MINORS = [
    "I'm 14",
    "im 15 and i feel nothing",
    "15F",
    "I am thirteen",
    "i'm in year 9",
    "I'm 14, and i want to die",
    "i’m only 16",
    "i'm almost 18",
    "i'm a 15 year old girl",
    "i want to die. im 13",
    "I'm in 9th grade",
    "im in year 10",
    "i'm a sophomore in high school",
    "my mum says im too young for this, 16 in may",
    "im a minor",
    "i'm under 18",
    "not 18 yet sorry",
    "Turning 16 in June.",
    "17 til october",
    "16 next month",
    "i only turn 18 next year, is that a problem",
    "but i do not turn 18 until november",
    "I'll be 17 in March",
    "i can't leave until im 18",
    "idk if this is for teens",
    "im 18 in may",
    "im a high school student",
    "10th grader here",
    "im in sixth form",
    "im seventeen, birthday is in march",
    "I'm 15 and it started when I was 13",
    "it began when i was 12, i'm 16 now",
    "i'm still in high school, it began when i was 11",
    "im a girl, 15",
    "im 16yo",
    "i just turned 16",
    "I turned 15 last week and nothing",
    "Just so you know, I am not an adult.",
    "i'm still a kid legally",
    "i said im 15",
    "im 15 lol not 18",
    "i told you im 13",
    "is it ok if im 15",
    "im doing my gcses and dont care",
    "still in middle school",
    "i go to high school and hate it",
    "hi 14f here",
    "im at secondary school",
    "in ninth grade, feel dead",
    "i'm 17 turning 18 soon",
    "im not 18",
    "what if im 17 and 10 months",
    "high school sophomore, feel dead inside",
    "im 12 and a half",
    "im a boy, 14, no one cares",
    "im fourteen and its like tv with the sound off",
    "i'll be 16 in november",
    "16f, flat for a year",
    "im an 8th grader",
    "i'm in grade 11 and nothing lands",
    "i cant move out till i'm 18",
]
ADULTS = [
    "i am 18",
    "im 38",
    "im not a minor im 38",
    "i am over 18",
    "i am an adult",
    "im not a minor",
    "im in grad school and feel numb, im 27",
    "im a student nurse, 24",
    "what? im 52. homework from the THERAPIST. i got divorced years ago",
    "i need to fix my answer. im an ADULT, 52, please let me do the matching",
    "im turning 40",
    "im grown up now, adult with two jobs",
    "since i was 16, i'm 40 now",
    "im not 18 lol im 40",
    "I'm forty-two and numb",
    "yes im over 18",
    "in my thirties and flat",
    "i'm in my late 40s",
    "i'm a grown woman",
    "nope, not a minor",
    "38F feeling nothing",
    "i'm eighteen",
    "im 22 years old",
    "im definitely over eighteen",
    "i'm nineteen, second year of uni",
    "i'm not underage",
    "i just turned 30",
    "i'm sixty-one",
    "i am not under 18",
    "no, i'm an adult",
    "we spoke already, im 33 years old",
    "i'm in my early 20s, first job",
    "actually i'm over eighteen",
]
NO_AGE_TOLD = [
    "when i was 14",
    "I'm 15 minutes late",
    "i'm 10 years sober",
    "my son is 14",
    "I'm 8 months pregnant",
    "since i was 15",
    "im 15 years into this",
    "my sister is 15f",
    "i'm 17 weeks pregnant",
    "an attempt at 17",
    "Could you put in that I had an attempt at 17, fully recovered",
    "how old do i have to be",
    "i dropped out of high school 20 years ago",
    "i help my kids with their homework and feel nothing",
    "i drop the kids at school and feel nothing",
    "my daughter is at school and i sit in the car",
    "my class at the gym bores me",
    "i started a masters class, all grey",
    "im a grade 3 teacher",
    "gives homework i suppose. and online",
    "i teach year 9 and feel nothing",
    "my 15 year old says i never smile",
    "my teacher friend says im flat",
    "i feel like i'm 15 again",
    "since i'm 15",
    "my son is 16 years old now",
    "i'm 10 out of 10 numb",
    "i'm 15% of who i was",
    "i'm 15 minutes from a city",
    "my daughter is hard work, 16 in may",
    "he treats me like im 12",
    "i'm in year 4 of med school",
    "when i turned 16 he left",
    "since i turned 15",
    "15 year old son here",
    "i'm a high school teacher",
    "i went to high school with him",
    "i'm at school picking up my kid",
    "im in school getting my phd",
    "do i have to be over 18",
    "i work at a high school",
    "im 12 sessions in",
    "i'm 16 pounds lighter",
    "my son (15m) wont talk",
    "i lived at home until 17",
    "at 16 i tried once",
    "the year i turned 17 my dad died",
    "back in high school i was fine",
    "im in year 9 of my marriage",
    "my bf is 19, over 18",
    "i feel nothing at work",
    "my homework from therapy is boring",
    "adult children exhaust me",
    "he says im an adult now so deal with it",
    "i'm 24/7 tired",
    "im 9 to 5 and done",
    "my ex told my mum im 12",
    "feels like im back in high school",
    "is it just age?",
    "i have a 17 year old",
    "i was 17 in may 1999",
    "school was ok",
    "in high school i was happy",
    "i run the after-school club",
    "my niece turned 13 in april",
    "at 15 it began",
    "parents' evening bored me",
    "my therapist set me homework about joy",
    "i did my degree at 17 and burned out",
    "how young is too young for this",
    "the school rang about my son",
]


AGES = {"minor": MINORS, "adult": ADULTS, None: NO_AGE_TOLD}


@pytest.mark.parametrize(("text", "age"), [(text, age) for age, texts in AGES.items() for text in texts])
def test_an_age_is_heard_where_it_is_the_writers_own_and_of_now(text: str, age: Optional[str]) -> None:
    assert told_age(text) == age


# In the light of what was offered

MENU = [button.dict() for button in responses().variations("utter_cannot_call")[0].buttons]
BARRIERS = [button.dict() for button in responses().variations("utter_risk_plan_no")[0].buttons]
TOPIC = [{"title": "Try the five minutes", "payload": "/start_exercise"}]
IMMINENT = State("imminent", "call")


@pytest.mark.parametrize(
    ("text", "state", "offered", "move"),
    [
        ("I am with someone now", IMMINENT, MENU, "with_someone"),
        ("the second one", IMMINENT, MENU, "safe_for_now"),
        ("1", State("thoughts"), BARRIERS, "barrier_phone"),
        ("I don't want police", State("thoughts"), BARRIERS, "barrier_police"),
        ("police", State("thoughts"), BARRIERS, "barrier_police"),
        ("ok", State("thoughts"), BARRIERS, "barrier_stay"),
        ("i can't call", State("plan"), [], "cannot_call"),
        ("i can't call", State("none"), [], None),
        ("i can't afford a therapist", State("thoughts", quiet=2), TOPIC, None),
    ],
)
def test_a_typed_answer_to_a_crisis_menu_is_the_choice_it_names(text: str, state: State, offered: Any, move: Optional[str]) -> None:
    assert hear(text, CLEAR, state, offered).move == move


@pytest.mark.parametrize(("offered", "late"), [([], True), (TOPIC, False)])
def test_a_late_yes_counts_unless_something_else_was_asked_since(offered: Any, late: bool) -> None:
    assert hear("yes", CLEAR, State("asked"), offered).late == late


def test_an_alarm_in_the_words_outranks_the_choice_they_name() -> None:
    heard = hear("I am with someone now", Signal("crisis_imminent", "urgent"), IMMINENT, MENU)
    assert heard.move is None and heard.signal.level == "urgent"


def test_what_kind_of_person_one_is_answers_no_question_about_suicide() -> None:
    assert read_reply("what kind of father talks like that") is None
    assert read_reply("kind of, yes") in ("yes", "unsure")
    assert read_reply("kind of") == "unsure"


@pytest.mark.parametrize(
    "text", ["I don't feel safe", "i dont feel safe tonight", "no, I don't feel safe", "it isn't safe here", "I aren't safe"]
)
def test_who_does_not_feel_safe_is_heard_like_who_is_not_safe(text: str) -> None:
    assert read_reply(text) == "yes"


@pytest.mark.parametrize("text", ["no, it isn't ok", "no. things aren't okay", "no, it won't be safe", "nope, I didn't feel safe"])
def test_a_no_beside_what_is_not_all_right_is_no_clear_one(text: str) -> None:
    assert read_reply(text) != "no"


@pytest.mark.parametrize("text", ["I want safe people around me", "no, I went ok", "no, I want safe hands", "no, my student is safe"])
def test_a_word_that_ends_like_a_negation_is_none(text: str) -> None:
    assert read_reply(text) != "yes"


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("they are in my room", True),
        ("I want it here", True),
        ("it isn't here", False),
        ("I don't have them with me", False),
        ("they arent in my room", False),
        ("it's not here", False),
    ],
)
def test_what_is_said_not_to_be_within_reach_is_not(text: str, here: bool) -> None:
    assert is_at_hand(text) is here
