"""What a worn-out visitor says beside a question: sleep, work, wrongs, food."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

from thaw.dialogue.beside import beside
from thaw.nlu.questions import asked
from thaw.nlu.telling import asks_of_a_group, what_to_eat


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("would it change anything if i ate other food?", True),
        ("is there a diet for this", True),
        ("what should i be eating", True),
        ("i eat the same things every week", False),
        ("should i stop eating", False),
    ],
)
def test_what_to_eat_is_a_question_of_its_own(text: str, asks: bool) -> None:
    assert what_to_eat(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("do grief groups do any good", True),
        ("is there a support group for widowers near me?", True),
        ("so would bereavement counselling be worth it", True),
        ("i went to a grief group and hated it", False),
        ("would a bigger group of friends help", False),
    ],
)
def test_who_lost_someone_may_ask_about_a_group(text: str, asks: bool) -> None:
    assert asks_of_a_group(text) is asks


@pytest.mark.parametrize(
    "text",
    [
        "couldnt sleep so i came here",
        "can't sleep, its 1am",
        "its 3am and im wide awake again",
        "3:15 and still awake",
        "lying awake at 2am again, so here i am",
        "hi, can't fall asleep",
    ],
)
def test_who_cannot_sleep_and_came_here_is_taken_for_that_and_no_more(text: str) -> None:
    assert answer(text, "utter_greet") == "utter_awake"
    assert asked(text, [], ["utter_risk_plan_no"], at_risk=True), "no heavy body is what they told then either"


@pytest.mark.parametrize(
    "text",
    [
        "cant sleep since my mum died",
        "can't sleep and i feel nothing",
        "cant sleep, i want to die",
        "no sleep for days and my head is racing",
        "my baby is awake",
        "he can't sleep",
        "just woke up",
        "i dont want to be awake",
        "its 3am",
    ],
)
def test_who_says_more_than_that_is_read_for_what_else_they_say(text: str) -> None:
    assert answer(text, "utter_greet") != "utter_awake"


@pytest.mark.parametrize(
    "text",
    ["can you help me sleep", "any tips for sleeping?", "how do i get to sleep", "hi i need help sleeping", "what helps with insomnia"],
)
def test_who_asks_for_help_with_sleep_is_told_what_there_is_and_not_sent_to_bed(text: str) -> None:
    assert answer(text, "utter_greet") == "utter_help_sleep"


@pytest.mark.parametrize(
    "text",
    ["help me sleep forever", "i just want to sleep", "how many pills to sleep", "help, my baby wont sleep", "is sleep good for this"],
)
def test_what_else_is_said_of_sleep_is_no_such_question(text: str) -> None:
    assert answer(text, "utter_greet") != "utter_help_sleep"


@pytest.mark.parametrize("text", ["thanks. night", "good night", "ok gn", "off to bed now, bye", "nighty night"])
def test_who_goes_to_bed_is_wished_a_good_night(text: str) -> None:
    assert beside("utter_goodbye", text, {}, set().__contains__) == "utter_goodbye_night"


@pytest.mark.parametrize("text", ["bye", "thanks, see you tomorrow", "i work nights so bye", "gotta go, boss is here"])
def test_who_only_leaves_is_not_sent_to_bed(text: str) -> None:
    assert beside("utter_goodbye", text, {}, set().__contains__) == "utter_goodbye"


@pytest.mark.parametrize(
    "text", ["cant quit, mortgage", "cant stop, theres nobody else", "i cant quit, kids to feed", "cant stop, i've got bills"]
)
def test_who_cannot_stop_working_wants_no_stop(text: str) -> None:
    assert answer(text, "utter_numb_from_burnout") == "utter_cannot_stop"
    assert answer(text, "utter_using_substances") is None


@pytest.mark.parametrize("text", ["cant stop crying", "i cant stop thinking about dying", "cant stop drinking", "i cant quit smoking"])
def test_what_else_cannot_be_stopped_is_heard_for_what_it_is(text: str) -> None:
    assert answer(text, "utter_numb_from_burnout") is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i cheated on my girlfriend and felt nothing", "utter_did_wrong"),
        ("I've been lying to everyone and don't even feel bad", "utter_did_wrong"),
        ("felt nothing when i cheated on him", "utter_did_wrong"),
        ("am i a psychopath", "utter_am_i_heartless"),
        ("does that make me a sociopath or something", "utter_am_i_heartless"),
        ("maybe im just heartless", "utter_am_i_heartless"),
        ("i feel like shit about it tho", "utter_shame_about_numbness"),
        ("I do feel guilty for not feeling anything", "utter_shame_about_numbness"),
        ("i feel bad", None),
        ("i feel bad for him", None),
        ("he cheated on me and i felt nothing", "utter_deceived"),
        ("my ex is a narcissist", None),
        ("i lied to my boss about being ill", None),
        ("what if it never comes", "utter_ask_will_it_get_better"),
        ("im scared it never goes away", "utter_ask_will_it_get_better"),
        ("what if i never feel anything again", "utter_ask_will_it_get_better"),
        ("what if it doesnt work", None),
        ("what if he never changes", None),
        ("what if i dont like tea", None),
    ],
)
def test_who_did_wrong_or_fears_to_be_heartless_or_that_it_never_ends_is_answered_about_that(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("is that bad", "utter_numb_after_birth", "utter_is_that_bad"),
        ("should i be worried?", "utter_feel_nothing", "utter_is_that_bad"),
        ("is that normal", "utter_feel_nothing", "utter_ask_how_common_plain"),
        ("does that make it worse", "utter_using_substances", "utter_using_substances_more"),
        ("is that why im numb", "utter_using_substances", "utter_using_substances_more"),
        ("3am again", "utter_opening", "utter_awake"),
        ("since 3am my chest hurts", "utter_opening", None),
        ("i dont see the point", "utter_feel_nothing", "utter_effort_tax"),
        ("i don't see the point of it", "utter_ask_therapy", "utter_therapy_not_for_me"),
        ("he wants to go to couples counselling", "utter_told_checked_out", "utter_others_want_therapy"),
        ("everyone keeps telling me to enjoy every minute", "utter_numb_after_birth", "utter_advice_of_others"),
        ("what even is the point of this site", "utter_feel_nothing", "utter_point_of_chat"),
        ("can you get in trouble for saying this", "utter_numb_after_birth", "utter_numb_after_birth_custody"),
        ("can you get in trouble for saying this", "utter_feel_nothing", None),
    ],
)
def test_what_a_worn_out_visitor_says_in_passing_is_answered_as_that(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
