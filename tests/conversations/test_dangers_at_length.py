"""Whole conversations of people in danger, as they type: each answer takes up what was said, and nothing is asked twice."""

from __future__ import annotations

import pytest
from site_client import crisis, kinds, labels, text_of

from thaw.responses import responses

US_ONLY = ("988", "741741", "838255", "799-7233", "88788", "833-852", "944-4773", "866-488", "678-678", "662-4357", "tel:911")


def responses_said(messages) -> set[str]:
    said = text_of(messages)
    return {name for name in responses().names for each in responses().variations(name) if each.text in said}


def services(messages) -> str:
    return str([message.get("services") for message in messages])


def talk(they, *turns):
    """Each turn as it was typed, with the response that has to be in its answer, or one of two that say the same step."""
    for typed, response in turns:
        answer = they.say(typed)
        assert {f"utter_{each}" for each in response.split("|")} & responses_said(answer), (typed, text_of(answer))
    return answer


def test_a_parent_of_a_son_in_danger_is_led_through_asking_acting_and_resting(visitor):
    they = visitor(country="US")
    answer = they.say("my son is 15 and i found a note where he says he wants to die")
    assert "They are in danger now" in labels(answer) and "Not right now" in labels(answer) and "It's about me" in labels(answer)
    answer = talk(
        they,
        ("i dont know", "third_party_unsure"),
        ("what do i say to him", "third_party_words"),
        ("what if i make it worse", "third_party_avoid"),
        ("he has pills in there i think", "crisis_third_party_now"),
    )
    assert crisis(answer)["level"] == "urgent" and crisis(answer)["services"][0]["contacts"][0]["href"] == "tel:911"
    talk(
        they,
        ("im so scared", "third_party_self"),
        ("im with him now", "third_party_with_them"),
        ("what about tomorrow", "third_party_self"),
    )


def test_asking_for_a_friend_may_be_asking_for_oneself(visitor):
    they = visitor(country="IE")
    they.say("my friend says she wants to kill herself")
    talk(they, ("not right now i think", "third_party_later"), ("actually its me", "crisis_passive"), ("yes", "crisis_ideation"))


def test_someone_else_in_danger_in_another_country_is_not_taken_for_the_visitor(visitor):
    they = visitor(country="DE")
    they.say("my brother says he wants to kill himself")
    talk(
        they,
        ("yes right now", "crisis_third_party_now"),
        ("he lives in france", "third_party_far"),
        ("i dont know his address", "third_party_place"),
        ("im shaking", "third_party_self"),
    )


@pytest.mark.parametrize("country", ["IE", "DE", "GB", None])
def test_someone_unsafe_at_home_outside_the_united_states_is_told_how_to_leave_and_whom_to_reach(visitor, country):
    they = visitor(**({"country": country} if country else {}))
    answers = [they.say("my boyfriend hits me and im scared")]
    for typed, response in (
        ("he reads my phone", "danger_from_others_watched"),
        ("who can i call", "danger_from_others_who"),
        ("i cant call", "danger_from_others_cannot_call"),
        ("i dont want police", "danger_from_others_police"),
        ("im safe for now", "danger_from_others_safe"),
        ("ok", "barrier_stay"),
    ):
        answers.append(they.say(typed))
        assert f"utter_{response}" in responses_said(answers[-1]), (typed, text_of(answers[-1]))
    answers.append(they.say("what is anhedonia"))
    for answer in answers:
        assert not any(number in services(answer) for number in US_ONLY)
        assert "domestic abuse" in services(answer)


def test_a_mother_afraid_of_her_thoughts_is_believed_and_keeps_the_lines_for_new_parents(visitor):
    they = visitor(country="US")
    answers = [they.say("i had a baby 6 weeks ago and i keep picturing hurting her")]
    for typed, response in (
        ("i would never", "danger_to_others_would_never"),
        ("shes crying now", "danger_to_others_hold_on"),
        ("yes shes in the cot", "danger_to_others_apart"),
        ("will they take her away", "barrier_custody"),
        ("who can i talk to", "who_to_reach"),
    ):
        answers.append(they.say(typed))
        assert f"utter_{response}" in responses_said(answers[-1]), (typed, text_of(answers[-1]))
    assert all("Maternal" in services(answer) for answer in answers)


def test_a_veteran_with_the_means_at_hand_is_not_asked_what_was_told_and_each_step_is_taken_up(visitor):
    they = visitor(country="US")
    answer = they.say("im a vet and most nights i think about eating my gun")
    assert "Veterans" in services(answer)
    answer = talk(
        they,
        ("yeah its in the nightstand", "risk_plan_yes|risk_calling"),
        ("not calling the va", "cannot_call"),
        ("my wife is in the next room", "someone_near"),
        ("i woke her", "with_someone"),
        ("shes got the gun now", "means_away"),
        ("ok", "barrier_stay"),
        ("what now", "safety_plan"),
    )
    assert crisis(answer)["level"] == "support"


def test_who_refuses_to_call_is_met_with_words_and_a_text_line_and_left_in_peace_once_they_wrote_to_it(visitor):
    they = visitor(country="US")
    they.say("i dont want to be alive anymore")
    they.say("yes")
    answer = talk(
        they,
        ("ive got my dads old pills", "crisis_imminent|risk_plan_yes"),
        ("stop telling me to call", "cannot_call"),
        ("what would i even say", "first_words"),
        ("text then i guess", "barrier_phone"),
        ("ok i texted them", "reached_out"),
        ("theyre asking my name", "reached_out"),
    )
    assert kinds(answer) == ["crisis"]
    assert all(each["level"] == "support" for each in they.say("thanks") if each["kind"] == "crisis")


def test_self_harm_without_a_wish_to_die_is_asked_about_once(visitor):
    they = visitor(country="GB")
    talk(
        they,
        ("i cut myself last night", "self_harm"),
        ("no i dont want to die i just need to feel something", "risk_denied_but"),
        ("i want to do it again right now", "self_harm_urge"),
        ("what can i do instead", "self_harm_urge"),
    )
    for typed in ("does that make me crazy", "how do i hide the scars", "it helps though", "ok", "thanks"):
        assert "utter_self_harm" not in responses_said(they.say(typed))


def test_a_joke_is_taken_as_one(visitor):
    they = visitor(country="US")
    talk(they, ("lol gonna kms", "crisis_ideation"), ("jk", "risk_joked"))
    assert "utter_risk_unread" not in responses_said(they.say("im just dead inside haha"))


def test_who_names_the_country_later_is_heard_and_told_where_no_number_is_known(visitor):
    they = visitor()
    they.say("im going to kill myself tonight")
    they.say("i cant call")
    answer = they.say("ireland")
    assert "116 123" in services(answer)
    another = visitor()
    another.say("im going to kill myself tonight")
    assert "utter_country_unlisted" in responses_said(another.say("kenya"))


def test_a_visitor_of_another_country_than_the_site_who_says_so_sees_its_lines(visitor):
    they = visitor(country="US")
    answer = they.say("im in ireland and i want to kill myself")
    assert "116 123" in services(answer) and not any(number in services(answer) for number in US_ONLY)


def test_a_line_in_spanish_comes_first_for_who_writes_spanish(visitor):
    they = visitor(country="US")
    assert "then 2" in str(crisis(they.say("quiero morir"))["services"][0])
