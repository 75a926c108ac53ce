"""What words mean only where a danger is spoken of already."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.levels import LEVELS
from thaw.safety.risk import State, step
from thaw.safety.risk_state import Act, Question
from thaw.safety.screen import CLEAR, Signal, by_rules

THOUGHTS = State("thoughts", pending="plan")
IMMINENT = State("imminent", pending="call")
GUESSED = State("asked", pending="thoughts", ground="guess")
URGED_ON_A_GUESS = State("imminent", pending="call", ground="end")
TAKEN = State("imminent", pending="call", route="medical_emergency")
DENIED = State("denied", said=(("utter_risk_denied", 1),))
SELF_HARM = State("asked", pending="thoughts", ground="guess", said=(("utter_self_harm", 1),))
PUT_BY = State("asked", pending="thoughts", means=True, said=(("utter_risk_means", 1),))
VOICES = State(route="psychosis_or_mania")


def heard(text: str, state: State, intent: Optional[str] = None, level: Optional[str] = None) -> tuple[State, Optional[Act]]:
    signal = Signal(intent, level or LEVELS[intent], ("classifier",)) if intent else CLEAR  # type: ignore[arg-type]
    return step(state, hear(text, signal, state, ()))


def said(text: str, state: State, intent: Optional[str] = None) -> Optional[str]:
    act = heard(text, state, intent)[1]
    return act.response if act else None


@pytest.mark.parametrize("text", ["theyll lock me up", "they would section me", "last time they sent police and i was handcuffed"])
@pytest.mark.parametrize("intent", [None, "danger_from_others", "crisis_imminent"])
def test_fear_of_being_locked_up_is_what_is_in_the_way_of_calling(text: str, intent: Optional[str]) -> None:
    assert said(text, IMMINENT, intent) == "utter_cannot_call_police"
    assert heard(text, IMMINENT, intent)[0].route is None


@pytest.mark.parametrize(
    "text", ["i feel calmer now that ive decided", "i already feel calmer just having decided", "i'm okay now. i made my decision"]
)
@pytest.mark.parametrize("state", [THOUGHTS, IMMINENT])
def test_calm_that_comes_with_a_decision_is_no_easing(text: str, state: State) -> None:
    after, act = heard(text, state)
    assert act and act.level == "urgent" and after.stage == "imminent" and not after.eased


def test_a_decision_to_live_is_none_of_these() -> None:
    assert heard("i feel calmer, i decided to call", IMMINENT)[0].eased


@pytest.mark.parametrize("text", ["i feel fine", "feel ok tho", "just sleepy", "nothing happened yet", "bit dizzy"])
def test_however_one_feels_after_taking_something_it_stays_an_emergency(text: str) -> None:
    assert said(text, TAKEN) == "utter_medical_emergency"


def test_a_bare_no_to_a_call_that_was_urged_on_a_guess_is_asked_about_once() -> None:
    after, act = heard("no", URGED_ON_A_GUESS)
    assert act and act.response == "utter_crisis_guessed" and (after.stage, after.pending) == ("asked", "thoughts")
    after, act = heard("no", after)
    assert act and act.response == "utter_risk_denied" and after.stage == "denied"


def test_last_things_that_were_denied_keep_the_line_for_a_while_and_nobody_is_asked_again() -> None:
    from thaw.safety.risk import beside

    state, _ = heard("i sorted my will and said my goodbyes", State(), "crisis_imminent")
    state, act = step(state, hear("no its fine", CLEAR, state, ()))
    assert act and act.response == "utter_risk_denied"
    lines = []
    for _ in range(8):
        state, _ = step(state, hear("tell me about tea", CLEAR, state, ()))
        added = beside(state, may_ask=True)
        lines.append(added[1].response if added else None)
        state = added[0] if added else state
    assert lines[0] == "utter_crisis_line_short" and lines[-1] is None
    assert state.pending is None and "utter_risk_recheck_gently" not in dict(state.said)


@pytest.mark.parametrize("text", ["i think id do it the same way", "i'd go like he did"])
def test_who_would_go_as_another_went_tells_it_of_oneself(text: str) -> None:
    assert said(text, State(hints=1), "crisis_ideation") == "utter_crisis_ideation"
    assert said("i'd do it the same way", State(), None) is None


def test_means_in_their_hands_are_ones_own_also_in_a_talk_about_someone_else() -> None:
    worried = State(route="crisis_third_party", pending="call")
    assert heard("i have my dads pills", worried, "crisis_imminent")[0].stage == "imminent"
    assert heard("i have a gun licence appointment", worried, "crisis_imminent", "support")[0].stage != "imminent"


def test_no_suicide_from_who_told_of_hurting_themselves_is_no_misreading_and_what_was_done_is_cared_for() -> None:
    after, act = heard("no", SELF_HARM)
    assert act and act.response == "utter_self_harm_not_suicide" and after.stage == "denied"
    assert said("i did it", after) == "utter_self_harm_done"
    assert said("its bleeding a bit", after) == "utter_self_harm_done"


@pytest.mark.parametrize("text", ["who doesnt", "lol who hasnt", "doesn't everyone"])
def test_a_yes_with_a_shrug_is_one(text: str) -> None:
    assert heard(text, GUESSED)[0].stage == "thoughts"


@pytest.mark.parametrize("text", ["sometimes i feel buried in paperwork", "no i mean do you"])
def test_what_only_looks_like_an_answer_leaves_the_question_open(text: str) -> None:
    after, act = heard(text, GUESSED)
    assert act is None and after.pending == "thoughts"


@pytest.mark.parametrize("text", ["sometimes", "sometimes at night", "sometimes i think about it when it's late", "kind of, some nights"])
def test_a_sometimes_that_answers_is_heard(text: str) -> None:
    assert heard(text, GUESSED)[0].stage == "thoughts"


@pytest.mark.parametrize("text", ["well a bit like that", "actually maybe", "sometimes it is"])
def test_a_denial_taken_back_in_half_is_asked_about_right_away_and_not_later(text: str) -> None:
    assert said(text, DENIED) == "utter_risk_taken_back"
    assert said(text, DENIED._replace(quiet=2)) is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("why do you ask", "utter_risk_why_asked"),
        ("do i have to answer that", "utter_risk_why_asked"),
        ("would u care", "utter_risk_cares"),
        ("you dont even care", "utter_risk_cares"),
    ],
)
@pytest.mark.parametrize("state", [GUESSED, THOUGHTS, State("plan", pending="near")])
def test_what_is_asked_back_is_answered_and_the_question_still_waits(text: str, response: str, state: State) -> None:
    after, act = heard(text, state)
    assert act and act.response == response
    assert (after.stage, after.pending) == (state.stage, state.pending)


@pytest.mark.parametrize("text", ["im going to fly tonight", "off the roof, i know i can"])
def test_heights_in_a_mania_are_an_emergency_whatever_is_denied(text: str) -> None:
    after, act = heard(text, VOICES, "psychosis_or_mania")
    assert act and act.level == "urgent" and after.stage == "imminent"
    after, act = heard("no im not suicidal i feel amazing", after)
    assert act and act.level == "urgent" and after.stage == "imminent"


def test_voices_that_command_are_an_emergency_whatever_is_denied() -> None:
    after, act = heard("the voices say i should jump", VOICES, "psychosis_or_mania")
    assert act and act.level == "urgent"
    after, act = heard("no im not suicidal i feel amazing", after)
    assert act and act.level == "urgent" and after.is_open


def test_hope_that_someone_is_fine_does_not_end_an_emergency_of_theirs() -> None:
    locked_in = State(route="crisis_third_party", pending="call", said=(("utter_crisis_third_party_now", 1),))
    assert said("what if hes fine", locked_in) == "utter_third_party_unsure"
    assert said("hes fine, he is asleep", locked_in) == "utter_third_party_reached"


@pytest.mark.parametrize("text", ["for a rainy day", "just in case", "so i have an option", "as a backup"])
def test_tablets_kept_for_a_bad_day_are_half_a_yes(text: str) -> None:
    assert said(text, PUT_BY) == "utter_crisis_ideation"


@pytest.mark.parametrize("text", ["theyre next to me", "i have them in my drawer"])
@pytest.mark.parametrize("pending", ["thoughts", "plan"])
def test_tablets_that_were_named_before_and_are_there_now_are_a_plan(text: str, pending: Question) -> None:
    after, act = heard(text, PUT_BY._replace(pending=pending))
    assert act and act.level == "urgent" and after.stage == "imminent"


@pytest.mark.parametrize("text", ["ok its me", "its for me", "fine it's about me"])
def test_who_asked_for_someone_else_and_means_themselves_says_yes(text: str) -> None:
    assert said(text, GUESSED) == "utter_crisis_ideation"


def test_a_gun_for_hunting_answers_a_guess_with_no() -> None:
    assert said("its for hunting", GUESSED._replace(means=True)) == "utter_risk_denied"


def test_a_month_that_is_waited_for_is_a_time() -> None:
    assert heard("the two years are up in march", THOUGHTS)[0].pending == "near"


@pytest.mark.parametrize("text", ["no hes lovely", "nobody is hurting me", "my boyfriend would never hurt me", "thats not what i meant"])
def test_who_is_not_hurt_by_anyone_is_believed_where_it_was_only_guessed(text: str) -> None:
    after, act = heard(text, State(route="danger_from_others", doubted=True))
    assert act and act.response == "utter_danger_from_others_misread" and after.route is None


@pytest.mark.parametrize("text", ["no hes lovely", "he would never hurt me really"])
def test_who_told_of_harm_and_excuses_it_keeps_the_services(text: str) -> None:
    after, act = heard(text, State(route="danger_from_others"))
    assert after.route == "danger_from_others" and not (act and "misread" in act.response)


@pytest.mark.parametrize("text", ["what if i do", "im scared i might", "how do i know i wont"])
def test_the_fear_of_acting_on_a_thought_is_answered_as_fear(text: str) -> None:
    assert said(text, State(route="danger_to_others")) == "utter_danger_to_others_fear"


@pytest.mark.parametrize(
    ("text", "response"), [("ok im calling", "calling"), ("what do i do", "unsure"), ("theyre on their way", "help_called")]
)
def test_who_fears_for_someone_is_told_what_comes_next(text: str, response: str) -> None:
    assert said(text, State(route="crisis_third_party", pending="theirs")) == f"utter_third_party_{response}"


def test_what_is_told_of_eating_goes_on_about_eating() -> None:
    assert said("i like the number going down", State(route="eating_disorder")) == "utter_eating_disorder_on"


def test_blackmail_has_its_own_words_and_goes_on_in_them() -> None:
    text = "a guy on insta has my pics and will send them to everyone if i dont pay"
    state, act = step(State(), hear(text, by_rules(text), State(), ()))
    assert act and act.response == "utter_danger_from_others_online"
    assert said("i cant tell my mum", state) == "utter_danger_from_others_online_tell"
    assert said("i already paid 50", state) == "utter_danger_from_others_online_paid"


@pytest.mark.parametrize("text", ["how many paracetamol is too many", "how many of these are too many", "would 30 tablets be enough"])
def test_who_asks_how_many_are_too_many_is_asked_and_gets_no_number(text: str) -> None:
    after, act = step(State(), hear(text, by_rules(text), State(), ()))
    assert act and act.response == "utter_risk_how_many" and after.pending == "thoughts" and after.means


@pytest.mark.parametrize("text", ["how many sertraline do i take a day", "how much coffee is too much", "how many questions are there"])
def test_a_dose_is_no_danger(text: str) -> None:
    assert by_rules(text) == CLEAR


@pytest.mark.parametrize("text", ["in case i run out on the trip", "so i have them for sleep", "just in case there is a shortage"])
def test_an_everyday_reason_to_have_tablets_is_no_yes(text: str) -> None:
    assert said(text, PUT_BY) != "utter_crisis_ideation"


@pytest.mark.parametrize(
    "text", ["my son is giving away his games and stuff", "she's giving away all her things", "he is giving everything away"]
)
def test_who_gives_away_what_they_have_is_asked_about(text: str) -> None:
    assert by_rules(text).intent == "crisis_third_party"


@pytest.mark.parametrize(
    "text", ["my friend is giving away her kittens", "my sister is giving away her old pram", "they're giving away free coffee"]
)
def test_what_is_only_passed_on_alarms_nobody(text: str) -> None:
    assert by_rules(text) == CLEAR


@pytest.mark.parametrize("text", ["i tried to end it with a rope", "i want to end it with pills", "i tried to end it. i still think of it"])
def test_how_it_was_to_end_is_no_parting_from_somebody(text: str) -> None:
    assert by_rules(text).level in ("support", "urgent")


@pytest.mark.parametrize(
    "text",
    [
        "i tried to end it at school, im 60 now and glad",
        "i post the pics and write captions",
        "i tried to end it with my boyfriend",
        "i tried to end things with her",
        "lets end it here for today",
    ],
)
def test_a_parting_and_the_end_of_a_chat_are_no_danger(text: str) -> None:
    assert by_rules(text) == CLEAR


TOMORROW = [{"title": "After breakfast", "payload": '/plan_tomorrow{"plan": "morning"}', "door": False}]
"""What is offered where a line for tomorrow is made."""


@pytest.mark.parametrize(
    "text",
    [
        *("if i wake up", "if I even wake up", "if i wake up tomorrow", "if i'm still around", "if im still here tomorrow", "if im alive"),
        *("if theres a tomorrow", "if there is a tomorrow", "if tomorrow comes", "theres no tomorrow", "if i dont die", "if im not dead"),
        *("if i make it", "if i make it that far", "if i make it to tomorrow", "if i make it through the night", "if i make it til then"),
        *("assuming im here", "assuming i wake up", "if i last the night", "if i last that long", "if i get that far", "when im gone"),
        *("if i survive the night", "music, if im still here", "if i wake up then music", "if im still here lol", "if i get to tomorrow"),
        *("depends if im still here", "unless im dead", "provided i wake up", "if i live that long", "i wont be here"),
        *("in the morning if i'm still alive", "after breakfast if im still here i guess", "i wont be around tomorrow"),
    ],
)
def test_a_tomorrow_that_may_not_come_is_asked_about_where_a_line_for_it_is_made(text: str) -> None:
    state, act = step(State(), hear(text, CLEAR, State(), TOMORROW))
    assert act and act.level == "ask" and state.pending == "thoughts"


@pytest.mark.parametrize(
    "text",
    [
        *("when i wake up", "as soon as i wake up", "if i wake up early", "if i wake up in time for breakfast", "if i wake up before noon"),
        *("if i make it to work", "if i make it home early", "if i make it to the gym", "if i make it on time", "if i make tea"),
        *(
            "if i have time",
            "if i get the chance",
            "if theres time",
            "if im home",
            "if im here on time",
            "if i get up",
            "if i feel like it",
        ),
        *("if im around the house", "after breakfast", "tuesday", "if i last more than a minute", "if it rains", "if i get to it"),
        *("if im still at work", "if im still up", "music", "when the baby naps", "if i see the kids off", "i wont be home"),
    ],
)
def test_what_else_may_come_between_is_no_such_doubt(text: str) -> None:
    assert step(State(), hear(text, CLEAR, State(), TOMORROW))[1] is None


def test_elsewhere_such_an_if_is_left_to_the_screen() -> None:
    assert hear("if i make it", CLEAR, State(), ()).signal == CLEAR


def test_who_has_the_gun_now_is_who_took_it_away_though_the_classifier_hears_a_danger():
    heard_as = Signal("crisis_imminent", "support", ("classifier",), sureness="guess")
    assert hear("shes got the gun now", heard_as, State("imminent", "call"), ()).move == "means_away"
    assert hear("ive got the gun now", heard_as, State("imminent", "call"), ()).signal.level == "urgent"


@pytest.mark.parametrize(
    ("text", "sureness"),
    [("my mum has dementia. i wish it was over for her", "faint"), ("my mum has dementia. i wish it was over for both of us", "sure")],
)
def test_who_wishes_an_illness_over_for_another_is_shown_who_listens_and_not_asked(text: str, sureness: str) -> None:
    suspected = Signal("crisis_passive", "ask", ("classifier",))
    assert hear(text, suspected, State(), ()).signal.sureness == sureness
