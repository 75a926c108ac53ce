"""What visitors type in a crisis, instead of pressing a choice, is answered as the crisis answers it."""

from __future__ import annotations

import pytest
from script import named
from site_client import crisis, kinds, labels, text_of

from thaw.responses import responses

PLAN = "i am going to kill myself tonight"
EXPLICIT = "i want to kill myself"
UNCLEAR = "i would rather not wake up tomorrow"


def is_said(messages, response):
    return any(variation.text in text_of(messages) for variation in responses().variations(response))


@pytest.mark.parametrize("refusal", ["no", "i won't", "I can't", "I can't call", "it's too late", "goodbye", "nah forget it"])
def test_a_refusal_to_call_is_met_with_other_ways_and_the_emergency_number(visitor, refusal):
    they = visitor(country="US")
    they.say(PLAN)
    answer = they.say(refusal)
    assert kinds(answer) == ["crisis"] and crisis(answer)["level"] == "urgent"
    assert crisis(answer)["services"][0]["contacts"][0]["href"] == "tel:911"
    again = they.say("no")
    assert crisis(again)["level"] == "urgent" and crisis(again)["text"] != crisis(answer)["text"]


def test_after_a_plan_told_by_a_yes_a_refusal_is_answered_too(visitor):
    they = visitor(country="US")
    they.say(EXPLICIT)
    assert is_said(they.say("yes"), "utter_risk_plan_near")
    assert is_said(they.say("yes"), "utter_crisis_imminent")
    assert is_said(they.say("i won't"), "utter_cannot_call")


@pytest.mark.parametrize("told", ["with a rope in the garage", "tonight", "pills", "I want to hang myself", "on friday", "not tonight"])
def test_means_and_a_time_told_after_the_question_about_a_plan_put_the_emergency_number_first(visitor, told):
    they = visitor(country="US")
    they.say(EXPLICIT)
    answer = crisis(they.say(told))
    assert answer["level"] == "urgent" and answer["services"][0]["contacts"][0]["href"] == "tel:911"


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("I don't want police", "utter_barrier_police"),
        ("i dont want to phone", "utter_barrier_phone"),
        ("the third one", "utter_barrier_let_down"),
        ("it costs money", "utter_barrier_cost"),
        ("ok", "utter_barrier_stay"),
        ("Let me stay here a while", "utter_barrier_stay"),
    ],
)
def test_a_typed_answer_to_the_question_what_is_in_the_way_is_answered(visitor, typed, response):
    they = visitor(country="US")
    they.say(EXPLICIT)
    they.say("no")
    assert is_said(they.say(typed), response)


def test_a_label_typed_under_steadying_words_is_answered(visitor):
    they = visitor(country="US")
    they.say(UNCLEAR)
    they.choose("I'd rather not")
    assert is_said(they.say("something to steady me"), "utter_steady_me")
    assert is_said(they.say("a plan in three lines"), "utter_safety_plan")


def test_a_yes_that_comes_late_counts(visitor):
    they = visitor(country="US")
    they.say(UNCLEAR)
    they.choose("I'd rather not")
    assert is_said(they.say("yes"), "utter_crisis_ideation")


def test_an_age_told_in_a_crisis_message_keeps_matching_away(visitor):
    they = visitor(country="US")
    answer = crisis(they.say("im 14 and i want to kill myself"))
    assert "tel:988" in str(answer["services"][0]) and "Trevor" in str(answer["services"])
    they.say("no")
    asked = they.say("can you match me with a therapist")
    assert "handoff" not in kinds(asked) and "Yes, show me the way" not in labels(asked)


def test_a_danger_from_others_leaves_its_services_in_view_and_promotes_no_matching(visitor):
    they = visitor(country="US")
    they.say("my boyfriend hits me and i am afraid of him")
    answer = they.say("what is anhedonia")
    assert "Domestic Violence" in str(crisis(answer)["services"][0])
    assert "Find a clinician" not in labels(answer)


def test_back_to_what_we_talked_about_takes_the_last_topic_up(visitor):
    they = visitor(country="US")
    before = labels(they.say("what is anhedonia"))
    they.say(UNCLEAR)
    they.say("no")
    answer = they.choose("Back to what we talked about")
    assert is_said(answer, "utter_resume_topic")
    assert before[0] in labels(answer)


def test_who_denied_and_asks_for_someone_to_talk_to_is_led_to_matching_and_keeps_the_line(visitor):
    they = visitor(country="US")
    they.say(UNCLEAR)
    assert is_said(they.say("no"), "utter_risk_denied")
    answer = they.say("how do i find someone to talk to")
    assert not is_said(answer, "utter_who_to_reach")
    assert any("clinician" in label.lower() or "matching" in label.lower() or "link" in label.lower() for label in labels(answer))
    assert crisis(answer)["services"]


def test_a_good_night_after_a_denial_is_a_good_night_and_the_look_back_waits(visitor):
    they = visitor(country="US")
    they.say(UNCLEAR)
    they.say("no")
    for said in ("what is anhedonia", "how common is it", "what are the signs"):
        they.say(said)
    night = they.say("right, off to bed now. good night")
    assert is_said(night, "utter_goodbye") or "chat stays" in text_of(night) or "Good place to stop" in text_of(night)
    assert not is_said(night, "utter_risk_recheck_gently")
    assert is_said(they.say("what is therapy like"), "utter_risk_recheck_gently")


@pytest.mark.parametrize(
    "text", ["goodbye", "can we do the five minutes", "what does this do to couples", "the tablets made me numb", "qwerty asdf"]
)
def test_in_an_emergency_nothing_that_leads_away_takes_the_answer(visitor, text):
    they = visitor(country="US")
    they.say(PLAN)
    they.say("purple")
    answer = they.say(text)
    assert kinds(answer)[0] == "crisis" and crisis(answer)["level"] == "urgent"
    assert "Try five minutes" not in labels(answer)


@pytest.mark.parametrize("text", ["qwerty asdf", "the kids are asleep", "ok going to my sisters tomorrow", "my sister has a spare room"])
def test_in_a_talk_about_danger_from_another_nothing_is_off_topic(visitor, text):
    they = visitor(country="GB")
    they.say("my husband hits me")
    answer = they.say(text)
    assert kinds(answer) == ["crisis"] and "Clear this chat" in labels(answer)


GUESSED = "I wish I could switch my head off for an hour"
"""What the classifier alone holds for more than it is."""


@pytest.mark.parametrize(
    "denial", ["no, it's only a turn of phrase", "what? no", "i'm not suicidal, i have never been", "I don't want to die"]
)
def test_a_false_alarm_that_is_denied_leaves_nothing_behind(visitor, denial):
    they = visitor(country="US")
    asked = they.say(GUESSED)
    assert crisis(asked)["services"] and not is_said(asked, "utter_crisis_ideation")
    assert is_said(they.say(denial), "utter_risk_misread")
    for said in (
        "what is anhedonia",
        "how common is it",
        "what are the signs",
        "why does it happen",
        "will it pass",
        "what is therapy like",
    ):
        answer = they.say(said)
        assert "crisis" not in kinds(answer), said
    assert "Find a clinician" in labels(answer)


def test_who_said_yes_to_a_question_can_still_say_that_suicide_was_not_meant(visitor):
    they = visitor(country="US")
    they.say(GUESSED)
    they.say("yes")
    assert is_said(they.choose("I don't mean suicide"), "utter_risk_denied")


def test_a_good_night_to_the_look_back_after_a_no_is_let_go(visitor):
    they = visitor(country="IE")
    they.say(UNCLEAR)
    they.say("no")
    for said in ("what is anhedonia", "how common is it", "what are the signs"):
        they.say(said)
    assert is_said(they.say("why does it happen"), "utter_risk_recheck_gently")
    night = they.say("ah never mind that. goodnight so")
    assert "crisis" not in kinds(night)


def test_who_waves_the_question_off_is_not_said_to_have_such_thoughts(visitor):
    they = visitor(country="CA")
    they.say(UNCLEAR)
    assert is_said(they.say("dunno, just forget it"), "utter_risk_unsaid")


def test_an_alarm_for_someone_else_that_is_denied_once_is_over(visitor):
    they = visitor(country="US")
    assert is_said(they.say("shes not wrong i guess. idk what shes wants me to do about it"), "utter_crisis_third_party")
    assert is_said(they.say("huh? no. nobody here is in danger, she only says i am cold"), "utter_risk_misread")
    for said in ("what is anhedonia", "what are the signs"):
        answer = they.say(said)
        assert "crisis" not in kinds(answer)
    assert "Find a clinician" in labels(answer)


@pytest.mark.parametrize("typed", ["not tonight", "I'm on the sofa at home, not going to do anything", "it's not near"])
def test_not_now_typed_after_an_alarm_steps_down(visitor, typed):
    they = visitor(country="US")
    they.say(PLAN)
    assert is_said(they.say(typed), "utter_risk_not_near")
    assert not is_said(they.say("what is anhedonia"), "utter_crisis_line_urgent")


def test_an_attempt_that_is_over_is_thanked_for(visitor):
    they = visitor(country="GB")
    answer = they.say("I attempted to take my own life at nineteen. I'm thankful I survived, I have two kids now")
    assert is_said(answer, "utter_risk_long_past") and crisis(answer)["services"]
    believed = they.say("nothing like that these days, no")
    assert "utter_past_is_past" in named(believed) and "crisis" not in kinds(believed)


@pytest.mark.parametrize("no", ["no, not for years", "no", "never since, no"])
def test_a_no_after_an_attempt_that_is_over_is_believed_without_the_services_a_second_time(visitor, no):
    they = visitor(country="US")
    they.say("in my twenties I overdosed. so glad I lived, I teach now")
    answer = they.say(no)
    assert "utter_past_is_past" in named(answer) and "crisis" not in kinds(answer)
    assert "crisis" not in kinds(they.say("it's that nothing tastes of anything these days"))


@pytest.mark.parametrize("typed", ["not suicidal, only numb through and through", "I'm not suicidal, I just don't feel my life any more"])
def test_what_is_said_beside_a_denial_that_nobody_asked_for_is_answered(visitor, typed):
    answer = visitor(country="US").say(typed)
    assert kinds(answer)[0] == "text" and "crisis" not in kinds(answer)
