"""What a visitor's own words mean of what the crisis menus offer, and in which conversation they mean it."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.levels import LEVELS
from thaw.safety.moves import told_move
from thaw.safety.risk import Act, State, step
from thaw.safety.screen import CLEAR, Signal

CALL = State("imminent", "call")
PLAN = State("plan", "call")
THOUGHTS = State("thoughts")
GUESS = Signal("crisis_ideation", "support", ("classifier",))
"""What the classifier makes of a few words without their context."""


def answered(text: str, state: State, signal: Signal = CLEAR, offered: Any = ()) -> tuple[State, Optional[Act]]:
    return step(state, hear(text, signal, state, offered))


def response(text: str, state: State, signal: Signal = CLEAR) -> Optional[str]:
    act = answered(text, state, signal)[1]
    return act.response if act else None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("i went to the neighbor", "with_someone"),
        ("she is sitting with me", "with_someone"),
        ("my mum is here", "with_someone"),
        ("hes here", "with_someone"),
        ("i woke my wife", "with_someone"),
        ("my wife is in the next room", "someone_near"),
        ("my neighbor maybe", "someone_near"),
        ("shes got the gun now", "means_away"),
        ("i flushed the pills", "means_away"),
        ("ok i texted them", "reached_out"),
        ("theyre asking my name", "reached_out"),
        ("they're coming", "reached_out"),
        ("ok calling", "reached_out"),
        ("my friend is coming", "reached_out"),
        ("i feel a bit calmer", "safe_for_now"),
        ("im safe for now", "safe_for_now"),
        ("i'm at work. safe for now", "safe_for_now"),
        ("stop telling me to call", "cannot_call"),
        ("phones scare me", "cannot_call"),
        ("text then i guess", "cannot_call"),
        ("writing is easier", "cannot_call"),
        ("i could type", "cannot_call"),
        ("is there a text line", "cannot_call"),
        ("what would i even say", "first_words"),
        ("fine what do i text", "first_words"),
        ("what number do i call", "who_to_reach"),
        ("who can i talk to", "who_to_reach"),
        ("i dont want hospital", "cannot_call_police"),
        ("dont want the guards", "cannot_call_police"),
        ("i cant tell my parents", "barrier_home"),
        ("my english too bad", "barrier_language"),
        ("theyd send me away", "barrier_home"),
        ("hotlines are bullshit they hung up on me", "cannot_call_let_down"),
        ("what now", "risk_calling"),
        ("nobody is here", "urged_alone"),
        ("ok ill go outside", "risk_going"),
        ("steady me", "steady_me"),
        ("a plan in three lines", "safety_plan"),
    ],
)
@pytest.mark.parametrize("signal", [CLEAR, GUESS], ids=["clear", "guessed"])
def test_words_after_a_call_was_urged_are_answered_as_they_are_meant(text: str, answer: str, signal: Signal) -> None:
    loose = answer in ("barrier_let_down",)
    assert response(text, CALL, CLEAR if loose else signal) == f"utter_{answer}"


@pytest.mark.parametrize(
    "text",
    [
        "i am with my gun",
        "anyway how much does therapy cost",
        "i gave my guitar away",
        "she took it badly",
        "what is anhedonia",
        "i put the rope around my neck",
        "my mum was in the hospital last year",
        "they are coming for me",
    ],
)
def test_words_that_only_look_like_it_are_none_of_it(text: str) -> None:
    assert told_move(text) is None


def test_danger_found_by_rules_counts_whatever_else_the_words_mean() -> None:
    found = Signal("crisis_imminent", "urgent", ("attempt under way, or a means taken",))
    assert response("my mum is here but i took all my pills", CALL, found) == "utter_overdose_taken"


def test_what_the_classifier_finds_in_a_whole_sentence_counts_whatever_else_it_says() -> None:
    told = "i'm with my kids and when they sleep it will all be over for me"
    assert response(told, THOUGHTS, Signal("crisis_imminent", "urgent", ("classifier",))) == "utter_crisis_imminent"


def test_who_reached_someone_is_not_urged_to_call_with_every_answer() -> None:
    for text in ("ok i texted them", "my mum is here"):
        state, act = answered(text, CALL)
        assert act is not None and act.level == "support" and state.eased


def test_a_reason_not_to_phone_without_a_plan_is_no_refusal_of_the_emergency_number() -> None:
    act = answered("i cant speak on the phone", THOUGHTS)[1]
    assert act is not None and (act.response, act.level) == ("utter_barrier_phone", "support")
    assert "text" in act.routes


@pytest.mark.parametrize("text", ["steady me", "who can i call", "i dont want to phone", "what would i say"])
def test_what_is_asked_for_some_answers_later_is_still_answered_while_the_line_is_in_view(text: str) -> None:
    assert response(text, THOUGHTS._replace(quiet=3), GUESS) is not None
    assert response(text, State()) is None, "nothing was told"


def test_a_joke_is_taken_back_as_one_and_the_line_stays_for_a_while() -> None:
    state, _ = answered("lol gonna kms", State(), Signal("crisis_ideation", "support", ("rule",)))
    state, act = answered("jk", state)
    assert act is not None and act.response == "utter_risk_joked" and state.stage == "denied"


def test_a_plan_that_was_told_is_no_joke() -> None:
    assert response("jk", CALL) != "utter_risk_joked"


def test_no_plan_after_all_is_believed() -> None:
    state, act = answered("no plan", State("plan", "near"))
    assert act is not None and (state.stage, act.response) == ("thoughts", "utter_risk_plan_no")
    assert answered("no plan", CALL)[0].stage == "imminent"


def test_id_never_do_it_answers_the_question_about_a_plan() -> None:
    assert response("id never do it", State("thoughts", "plan")) == "utter_risk_plan_no"


def test_where_the_means_are_told_with_the_yes_nearness_is_not_asked_again() -> None:
    assert response("yeah its in the nightstand", State("thoughts", "plan")) == "utter_risk_plan_yes"


def test_means_told_to_a_question_about_a_plan_are_no_guess_about_another_danger() -> None:
    guessed = Signal("danger_from_others", "urgent", ("classifier",))
    assert response("i have a knife in the kitchen", State("plan", "near"), guessed) == "utter_risk_plan_yes"


@pytest.mark.parametrize("guess", [CLEAR, Signal("crisis_imminent", "urgent", ("classifier",))])
def test_means_in_the_visitors_possession_are_near(guess: Signal) -> None:
    state, act = answered("ive got my dads old pills", State("plan", "near"), guess)
    assert act is not None and state.stage == "imminent"


def test_a_refusal_to_call_is_no_answer_to_whether_it_is_near() -> None:
    assert response("no im not calling anyone", State("plan", "near")) == "utter_cannot_call"
    assert response("no", State("plan", "near")) == "utter_risk_not_near"


def test_being_scared_in_the_middle_of_ones_own_danger_is_no_danger_from_someone() -> None:
    assert response("im scared", CALL, Signal("danger_from_others", "urgent", ("classifier",))) == "utter_urged_scared"
    assert response("im scared", State(), Signal("danger_from_others", "urgent", ("classifier",))) == "utter_danger_from_others"


def test_a_mere_ok_chooses_neither_an_exercise_nor_the_deletion_of_the_chat() -> None:
    steady = ({"title": "Something to steady me", "payload": "/steady_me"},)
    act = answered("ok", THOUGHTS, offered=steady)[1]
    assert act is not None and act.response == "utter_barrier_stay"
    act = answered("yes please", THOUGHTS, offered=steady)[1]
    assert act is not None and act.response == "utter_steady_me"
    clear = ({"title": "Clear this chat", "payload": "/delete_my_chat"},)
    state, _ = answered("my husband hits me", State(), Signal("danger_from_others", "urgent", ("rule",)))
    act = answered("ok", state, offered=clear)[1]
    assert act is not None and act.response == "utter_barrier_stay"


def test_a_line_that_let_someone_down_is_answered_whenever_it_is_spoken_of() -> None:
    assert response("hotlines are bullshit they hung up on me", THOUGHTS._replace(quiet=3)) == "utter_barrier_let_down"


def test_a_denial_in_so_many_words_settles_a_question_that_was_let_go() -> None:
    chosen = ({"title": "Why?", "payload": "/ask_why_numb"},)
    state, act = answered("im not suicidal", State("asked"), offered=chosen)
    assert act is not None and state.stage == "denied"


# Questions that were answered


def test_a_question_about_a_plan_that_was_not_understood_is_asked_once_more_in_a_conversation_and_not_oftener() -> None:
    state, _ = answered("i want to die", State(), Signal("crisis_ideation", "support", ("rule",)))
    state, act = answered("purple", state)
    assert act is not None and act.response == "utter_risk_unread"
    state, _ = answered("orange", state)
    state, _ = answered("i want to die", state, Signal("crisis_ideation", "support", ("rule",)))
    assert answered("purple", state)[1] is None


def test_self_harm_told_again_after_a_no_is_answered_without_the_question_about_dying() -> None:
    told = Signal("self_harm", "support", ("hurting themselves",))
    state, act = answered("i cut myself last night", State(), told)
    assert act is not None and act.response == "utter_self_harm"
    state, _ = answered("no", state)
    state, act = answered("how do i hide the scars", state, told)
    assert act is not None and act.response == "utter_self_harm_urge" and state.stage == "denied"
    assert response("i want to do it again right now", state) == "utter_self_harm_urge"
    assert response("what can i do instead", state) == "utter_self_harm_urge"


# Dangers of another kind

HIT = Signal("danger_from_others", "urgent", ("rule",))
BABY = Signal("danger_to_others", "urgent", ("rule",))
MEDICAL = Signal("medical_emergency", "urgent", ("rule",))


@pytest.mark.parametrize(
    ("signal", "text", "answer"),
    [
        (HIT, "i cant call he will hear", "danger_from_others_cannot_call"),
        (HIT, "he checks my phone", "danger_from_others_watched"),
        (HIT, "he might look at my screen", "danger_from_others_watched"),
        (HIT, "hide this page", "danger_from_others_watched"),
        (HIT, "where can i go", "danger_from_others_who"),
        (HIT, "who can i call", "danger_from_others_who"),
        (HIT, "no im safe tonight", "danger_from_others_safe"),
        (HIT, "no he's at work", "danger_from_others_safe"),
        (HIT, "i dont want police", "danger_from_others_police"),
        (BABY, "i would never", "danger_to_others_would_never"),
        (BABY, "not really going to do it", "danger_to_others_would_never"),
        (BABY, "will they take her away", "barrier_custody"),
        (BABY, "yes shes in the cot", "danger_to_others_apart"),
        (BABY, "shes crying now", "danger_to_others_hold_on"),
        (BABY, "my husband is at work", "danger_to_others_hold_on"),
        (MEDICAL, "i cant call cops ill get arrested", "medical_emergency_police"),
        (MEDICAL, "my friend is here", "medical_emergency_with_someone"),
    ],
)
@pytest.mark.parametrize("guess", [CLEAR, Signal("danger_from_others", "urgent", ("classifier",))], ids=["clear", "guessed"])
def test_words_after_a_danger_of_another_kind_are_answered_as_they_are_meant_there(
    signal: Signal, text: str, answer: str, guess: Signal
) -> None:
    state, _ = answered("…", State(), signal)
    act = answered(text, state, guess)[1]
    assert act is not None and act.response == f"utter_{answer}"


def test_nobody_at_home_is_counted_on_where_someone_at_home_is_the_danger() -> None:
    state, _ = answered("my husband hits me", State(), HIT)
    for text in ("my husband is in the next room", "hes here", "hes coming home in an hour"):
        # Who comes home is no company.
        assert response(text, state) in (None, "utter_danger_from_others_comes")


def test_the_line_for_new_parents_stays_for_who_spoke_of_a_baby() -> None:
    state, act = answered("i had a baby and keep picturing hurting her", State(), BABY)
    assert act is not None and "birth" in act.routes
    _, act = answered("something else dangerous", state, BABY)
    assert act is not None and "birth" in act.routes


@pytest.mark.parametrize(("text", "need"), [("im a veteran and want to die", "veteran"), ("im trans and i want to die", "lgbtq")])
def test_services_that_the_words_ask_for_go_with_every_later_crisis_answer(text: str, need: str) -> None:
    state, act = answered(text, State(), Signal("crisis_ideation", "support", ("rule",)))
    assert act is not None and need in act.routes
    state, act = answered("no", State.from_json(state.to_json()))
    assert act is not None and need in act.routes


def test_an_eating_disorder_keeps_matching_open() -> None:
    state, act = answered("i make myself sick", State(), Signal("eating_disorder", "support", ("rule",)))
    assert act is not None and "eating" in act.routes
    assert not state.is_open


# Someone else at risk

THIRD = Signal("crisis_third_party", LEVELS["crisis_third_party"], ("rule",))
WORRIED, _ = answered("my friend wants to kill herself", State(), THIRD)
LATER, _ = answered("not right now i think", WORRIED)


def test_whether_the_other_one_is_in_danger_right_now_is_asked_first() -> None:
    assert WORRIED.pending == "theirs"


@pytest.mark.parametrize(
    ("text", "answer", "level"),
    [
        ("yes", "crisis_third_party_now", "urgent"),
        ("yes right now", "crisis_third_party_now", "urgent"),
        ("he has pills in there i think", "crisis_third_party_now", "urgent"),
        ("she wont answer her phone", "crisis_third_party_now", "urgent"),
        ("i cant reach him", "crisis_third_party_now", "urgent"),
        ("i dont know", "third_party_unsure", "urgent"),
        ("no", "third_party_later", "support"),
        ("not right now i think", "third_party_later", "support"),
        ("she never mentioned anything of the sort", "third_party_later", "support"),
        ("he didnt talk about dying", "third_party_later", "support"),
        ("hes asleep", "third_party_later", "support"),
        ("what do i say to him", "third_party_words", "support"),
        ("what if i make it worse", "third_party_avoid", "support"),
        ("she made me promise not to tell", "third_party_avoid", "support"),
        ("im so scared", "third_party_self", "support"),
        ("how do i look after myself", "third_party_self", "support"),
        ("im with him now", "third_party_with_them", "urgent"),
        ("he lives in france", "third_party_far", "urgent"),
        ("i dont know his address", "third_party_place", "urgent"),
        ("police are there now", "third_party_reached", "support"),
        ("i cant call", "third_party_cannot_call", "urgent"),
    ],
)
@pytest.mark.parametrize("guess", [CLEAR, Signal("danger_from_others", "urgent", ("classifier",)), GUESS], ids=["clear", "danger", "own"])
def test_an_answer_about_the_other_one_is_read_as_one(text: str, answer: str, level: str, guess: Signal) -> None:
    act = answered(text, WORRIED, guess)[1]
    assert act is not None and (act.response, act.level) == (f"utter_{answer}", level)


@pytest.mark.parametrize("text", ["actually its me", "it's about me", "its me", "I'm the friend"])
@pytest.mark.parametrize("before", [WORRIED, LATER])
def test_asking_for_a_friend_that_was_for_oneself_is_asked_about_directly(text: str, before: State) -> None:
    state, act = answered(text, before)
    assert act is not None and act.response == "utter_crisis_passive"
    state, act = answered("yes", state)
    assert act is not None and act.response == "utter_crisis_ideation"
    assert response("im with someone now", state._replace(pending=None)) == "utter_with_someone", "nothing is about another any more"


def test_more_told_of_the_other_one_does_not_ask_again_whether_it_is_now() -> None:
    _, act = answered("she said it again", WORRIED, THIRD)
    assert act is not None and act.response == "utter_third_party_unsure"
    _, act = answered("she said it again", LATER, THIRD)
    assert act is not None and act.response == "utter_third_party_words"


def test_what_the_classifier_makes_of_words_about_them_is_not_taken_for_the_visitors_own_danger() -> None:
    act = answered("he just stares at the wall", LATER, GUESS)[1]
    assert act is not None and act.intent == "crisis_third_party"
    act = answered("i want to die too", LATER, Signal("crisis_ideation", "support", ("rule",)))[1]
    assert act is not None and act.response == "utter_crisis_ideation"


def test_someone_else_at_risk_leaves_ones_own_open_question_alone() -> None:
    state, _ = answered("my friend wants to die", State("asked", "thoughts"), THIRD)
    assert (state.stage, state.pending) == ("asked", "thoughts")


# The country


@pytest.mark.parametrize(
    ("text", "country"),
    [("im in ireland and i want to die", "IE"), ("I live in the UK", "GB"), ("here in new zealand", "NZ"), ("i'm in kenya.", "KE")],
)
def test_a_country_that_the_visitor_says_to_be_in_is_the_one_whose_services_are_shown(text: str, country: str) -> None:
    assert answered(text, State())[0].country == country


@pytest.mark.parametrize("text", ["i'm in pain", "im in georgia", "he lives in france", "trust in us", "i'm in a bad place"])
def test_no_country_is_guessed(text: str) -> None:
    assert answered(text, State())[0].country is None


def test_a_country_named_some_answers_after_it_was_asked_is_still_taken() -> None:
    asked = State("thoughts", said=(("utter_which_country", 1),), quiet=2)
    state, act = answered("ireland", asked)
    assert state.country == "IE" and act is not None and act.response == "utter_country_noted"
    state, act = answered("portugal", asked)
    assert state.country == "PT" and act is not None and act.response == "utter_country_unlisted"


@pytest.mark.parametrize(
    "text", ["what do i tell him", "how would i find someone to talk to", "who could i talk to", "my parents would freak"]
)
@pytest.mark.parametrize("state", [State("denied"), State("denied", quiet=2), State("asked", quiet=2), State("resolved")])
def test_after_a_denial_what_is_asked_of_everyday_life_is_left_to_the_dialogue(text: str, state: State) -> None:
    assert response(text, state) is None


@pytest.mark.parametrize("state", [State("thoughts"), State("thoughts", quiet=3), State("denied")])
def test_whom_to_call_is_answered_with_the_services_where_a_danger_was_told_or_a_line_is_named(state: State) -> None:
    assert response("which line can i call", state) == "utter_who_to_reach"


@pytest.mark.parametrize("text", ["who could i even tell", "who do i tell then", "so who can i actually tell about this"])
def test_whom_to_tell_is_answered_with_who_listens_where_thoughts_were_told(text: str) -> None:
    assert response(text, State("thoughts")) == "utter_who_to_reach"


@pytest.mark.parametrize("text", ["i feel fine", "i'm ok", "but I feel okay so far"])
def test_who_feels_fine_after_an_emergency_is_told_again_to_call(text: str) -> None:
    state, _ = step(State(), hear("…", Signal("medical_emergency", "urgent", ("rule",)), State(), ()))
    _, act = answered(text, state)
    assert act is not None and (act.response, act.level) == ("utter_medical_emergency", "urgent")


def test_the_name_of_an_activity_where_activities_are_offered_is_no_hint_whatever_the_classifier_guesses() -> None:
    offered = [{"title": "Music", "payload": '/choose_activity{"exercise_activity": "music"}'}]
    assert answered("water on my hands", State(), GUESS, offered)[1] is None
    assert answered("water on my hands", State(), GUESS)[1] is not None
    assert answered("i want to drown", State(), GUESS, offered)[1] is not None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("She's asleep above", "someone_near"),
        ("they are upstairs", "someone_near"),
        ("he's sleeping", "someone_near"),
        ("She's up. She has hold of me", "with_someone"),
        ("my dad's holding on to me", "with_someone"),
        ("he has his arms around me", "with_someone"),
        ("I'm not going out there just yet. What would you have me do", "risk_calling"),
        ("what should i do", "risk_calling"),
    ],
)
def test_who_is_there_and_what_to_do_is_heard_while_a_call_is_urged(text: str, response: str) -> None:
    _, act = answered(text, CALL)
    assert act is not None and act.response == f"utter_{response}"


@pytest.mark.parametrize("text", ["she's upset with me", "he's fed up", "my leg is asleep", "what do they do all day", "holding my breath"])
def test_what_only_sounds_like_somebody_near_is_not_taken_for_it(text: str) -> None:
    act = answered(text, CALL)[1]
    assert act is None or act.response not in ("utter_with_someone", "utter_someone_near", "utter_risk_calling")


def test_with_somebody_there_what_comes_next_is_for_the_two_of_them() -> None:
    state, _ = answered("she's up. she has hold of me", CALL)
    act = answered("What do we do now, the two of us", state)[1]
    assert act is not None and act.response == "utter_with_someone_next"
