"""Short messages that say one plain thing: they are taken for that thing, and not for what they look like."""

import pytest
from script import crisis_of, named
from site_client import labels, text_of


@pytest.mark.parametrize("text", ["couldnt sleep so i came here", "cant sleep, its 1am", "its 3am and im wide awake again"])
def test_who_cannot_sleep_and_came_here_gets_a_few_quiet_words_and_something_to_do_lying_down(visitor, text):
    they = visitor(country="US")
    answer = they.say(text)
    assert "utter_awake" in named(answer) and "heavy" not in text_of(answer)
    assert sum(len(each["text"].split()) for each in answer if each["kind"] != "crisis") < 60
    assert {"Five minutes, lying down", "What is this numbness?"} <= set(labels(answer))
    assert "exercise" in [each["kind"] for each in they.choose("Five minutes, lying down")]


def test_who_cannot_sleep_for_a_reason_is_answered_to_the_reason(visitor):
    assert "utter_numb_after_loss" in named(visitor(country="US").say("cant sleep since my mum died"))
    assert crisis_of(visitor(country="US").say("cant sleep, i want to die")) in ("support", "urgent", "ask")


@pytest.mark.parametrize("text", ["can we talk about something else", "lets change the subject"])
def test_who_wants_another_subject_is_asked_where_to_go_and_hears_no_more_of_this_one(visitor, text):
    they = visitor(country="US")
    they.say("my mum died in may and i feel nothing")
    answer = they.say(text)
    assert "utter_something_else" in named(answer) and crisis_of(answer) == "none"
    assert len(labels(answer)) >= 3


def test_after_a_no_to_the_question_about_suicide_another_subject_is_left_to_them_too(visitor):
    they = visitor(country="US")
    they.say("i don't want to be here any more")
    they.say("no")
    answer = they.say("can we talk about something else")
    assert "utter_something_else" in named(answer)
    assert crisis_of(answer) in ("none", "line")


def test_while_a_question_about_risk_waits_another_subject_does_not_come_in_its_way(visitor):
    they = visitor(country="US")
    they.say("i want to kill myself and i have the pills here")
    assert crisis_of(they.say("can we talk about something else")) in ("urgent", "support", "ask")


def test_another_subject_leaves_the_questions_of_the_hand_off(seeker):
    they = seeker(country="US")
    they.say("find me a therapist")
    answer = they.say("can we talk about something else")
    assert "utter_hand_off_left" in named(answer)
    assert "utter_ask_handoff_since" not in named(they.say("what is anhedonia"))


def test_another_subject_leaves_the_two_questions_and_the_exercise(visitor):
    they = visitor(country="US")
    they.say("can i do a self-check")
    they.choose("Do the two questions")
    assert not any("days" in label for label in labels(they.say("can we talk about something else")))
    they.say("i want to try the five minutes")
    they.say("lets change the subject")
    answer = they.say("what is anhedonia")
    assert "utter_ask_anhedonia" in named(answer) and not any(name.startswith("utter_ask_exercise") for name in named(answer))


@pytest.mark.parametrize("text", ["im a therapist checking this out", "im a psychologist, just testing this"])
def test_a_therapist_who_looks_at_it_is_told_what_it_is_and_not_led_to_one(visitor, text):
    answer = visitor(country="US").say(text)
    assert "utter_ask_capabilities" in named(answer) and "handoff" not in [each["kind"] for each in answer]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("im a therapist and i feel nothing", {"utter_feel_nothing"}),
        ("i'm a psychologist and im numb all the time", {"utter_feel_nothing", "utter_going_through_motions"}),
        ("i'm a counsellor but i can't feel anything for my clients", {"utter_far_from_people", "utter_numb_from_burnout"}),
    ],
)
def test_a_therapist_who_is_numb_is_heard_as_anybody_else(visitor, text, told):
    assert told & named(visitor(country="US").say(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("will u tell my mum", "utter_ask_privacy_home"),
        ("are you going to tell my parents", "utter_ask_privacy_home"),
        ("do you tell my doctor", "utter_ask_privacy_others"),
    ],
)
def test_who_asks_whether_somebody_is_told_hears_that_first(visitor, text, said):
    assert said in named(visitor(country="US").say(text))


def test_a_minor_hears_also_what_is_not_known_of_those_who_run_the_site(visitor):
    they = visitor(country="US")
    they.say("im 15")
    first, second = they.say("will u tell my mum"), they.say("pls dont tell my parents")
    for answer in (first, second):
        assert "utter_ask_privacy_home_minor" in named(answer) and "who run this site" in text_of(answer)
    assert text_of(first) != text_of(second)


def test_who_says_to_send_it_is_told_that_there_is_nothing_to_send_and_offered_the_matching(visitor):
    they = visitor(country="US")
    they.say("i feel nothing")
    answer = they.say("ok send it")
    assert "utter_nothing_to_send" in named(answer) and "nothing waiting here that could be sent" in text_of(answer)
    assert "Yes, show me the matching" in labels(answer)
    assert {"utter_want_match", "utter_hand_off_begin"} & named(they.say("yes"))


def test_a_minor_who_says_to_send_it_is_offered_no_matching(visitor):
    they = visitor(country="US")
    they.say("im 15")
    answer = they.say("ok send it")
    assert "utter_nothing_to_send_minor" in named(answer) and not any("match" in label.lower() for label in labels(answer))


def test_at_the_receipt_the_same_words_are_the_yes(seeker):
    they = seeker(country="US")
    they.say("find me a therapist")
    they.say("i feel nothing")
    assert "handoff" in [each["kind"] for each in they.say("that's enough questions")]
    assert "utter_hand_off_ready" in named(they.say("ok send it"))


def test_a_bare_yes_to_two_meanings_is_asked_once_which_and_then_gets_the_menu(visitor):
    they = visitor(country="US")
    two = labels(they.say("flurble wug zant"))[:2]
    again = they.say("yeah ok")
    assert "utter_clarify_which" in named(again) and labels(again)[:2] == two and crisis_of(again) == "line"
    menu = they.say("yes")
    assert "utter_clarify_again" in named(menu) and "Why does this happen?" in labels(menu)


def test_which_of_the_two_it_is_can_be_said_by_its_place(visitor):
    they = visitor(country="US")
    they.say("flurble wug zant")
    they.say("yes")
    assert "utter_ask_why_numb" in named(they.say("the second one"))


def test_a_danger_told_where_it_is_asked_which_is_heard(visitor):
    they = visitor(country="US")
    they.say("flurble wug zant")
    they.say("yes")
    assert crisis_of(they.say("yes i want to die")) in ("ask", "support", "urgent")
