"""Safe people are let go of: a false alarm denied is over, a denial of the whole is believed, and nothing is put into anyone's mouth."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.quitting import in_its_light, keeps_taking, quits
from thaw.safety.risk import LOOK_BACK_AFTER, Act, Heard, State, beside, from_payload, step
from thaw.safety.screen import CLEAR, Signal, by_rules

START = State()
GUESS = Signal("crisis_ideation", "support", ("classifier",), sureness="guess")
SURE = GUESS._replace(sureness="sure")
PLAIN = Signal("crisis_ideation", "support", ("says they think of killing themselves or want to die", "classifier"))
WISH = Signal("crisis_passive", "ask", ("would rather not be here, a burden, no way out, no future", "classifier"))
ALARM = Signal("crisis_imminent", "urgent", ("classifier",))
PLAN_TOLD = Signal("crisis_imminent", "urgent", ("plan, means at hand, a time",))
THEIRS = Signal("crisis_third_party", "support", ("classifier",))
THEIRS_PLAIN = Signal("crisis_third_party", "support", ("someone else may kill or hurt themselves",))
SPEAKS_OF_IT_AS_TOLD = {
    "utter_crisis_ideation",
    "utter_risk_plan_no",
    "utter_risk_unread",
    "utter_risk_how_is_it_now",
    "utter_risk_recheck_gently",
}


def says(state: State, text: str, signal: Signal = CLEAR) -> tuple[State, Optional[Act]]:
    return step(state, hear(text, signal, state, []))


def response(act: Optional[Act]) -> Optional[str]:
    return act.response if act else None


def after(*signals: Signal) -> State:
    state = START
    for signal in signals:
        state, _ = step(state, Heard(signal))
    return state


def shown_beside(state: State, turns: int = LOOK_BACK_AFTER + 2) -> list[str]:
    """What is put beside the answers to some turns about other things."""
    shown = []
    for _ in range(turns):
        state, act = step(state, Heard())
        assert act is None
        added = beside(state, may_ask=True)
        if added:
            state = added[0]
            shown.append(added[1].response)
    return shown


@pytest.mark.parametrize("signal", [GUESS, SURE, WISH._replace(intent="crisis_ideation", level="support")])
def test_what_no_plain_word_says_is_asked_and_never_taken_as_told(signal: Signal) -> None:
    state, act = step(START, Heard(signal))
    assert (state.stage, state.pending) == ("asked", "thoughts") and response(act) not in SPEAKS_OF_IT_AS_TOLD
    state, act = step(state, Heard(CLEAR, "yes"))
    assert response(act) == "utter_crisis_ideation", "a yes is what is needed for it"


def test_what_is_said_plainly_is_taken_as_told() -> None:
    state, act = step(START, Heard(PLAIN))
    assert (state.stage, state.pending, response(act)) == ("thoughts", "plan", "utter_crisis_ideation")


def test_who_answers_the_question_in_words_that_only_the_classifier_takes_for_danger_is_asked_once_more_and_then_heard() -> None:
    state, act = step(after(GUESS), Heard(GUESS))
    assert response(act) == "utter_crisis_sounds_so" and state.pending == "thoughts"
    state, act = step(state, Heard(GUESS))
    assert response(act) == "utter_crisis_ideation"


DENIALS = [
    "no, that's only an expression",
    "it was a stupid joke",
    "i don't want to die at all",
    "I've never been suicidal in my life",
    "i have no such thoughts",
    "nope, I meant the camping trip",
    "it's just a saying where I'm from",
    "god no, I was exaggerating",
]


@pytest.mark.parametrize("text", DENIALS)
@pytest.mark.parametrize("signal", [GUESS, SURE])
def test_a_false_alarm_that_is_denied_is_over(text: str, signal: Signal) -> None:
    state, act = says(after(signal), text)
    assert response(act) == "utter_risk_misread" and not state.is_open
    assert shown_beside(state) == [], "no line, and no question by the clock"


@pytest.mark.parametrize("text", DENIALS)
def test_at_the_question_about_a_plan_a_denial_of_the_thoughts_is_no_lack_of_a_plan(text: str) -> None:
    state, act = says(after(PLAIN), text)
    assert (state.stage, response(act)) == ("denied", "utter_risk_denied")
    assert "utter_risk_recheck_gently" in shown_beside(state), "what was told plainly keeps its one look back"


@pytest.mark.parametrize(
    "text", ["no", "no plan", "I don't want to kill myself", "i don't want to die, i want it to stop", "it's not a joke", "I mean it"]
)
def test_what_leaves_the_thoughts_standing_denies_no_whole(text: str) -> None:
    state, act = says(after(PLAIN), text)
    assert state.stage == "thoughts" and response(act) != "utter_risk_misread"


@pytest.mark.parametrize("text", ["no, I meant the pills", "i don't want to die but i can't go on", "no I don't want to die yet"])
def test_means_or_a_turn_in_it_make_a_denial_none(text: str) -> None:
    state, _ = says(after(SURE), text)
    assert state.stage != "resolved"


def test_the_choice_that_suicide_was_not_meant_says_so() -> None:
    heard = from_payload('/answer_risk{"risk_answer": "none"}')
    for before, stage in ((after(GUESS), "resolved"), (after(PLAIN), "denied")):
        assert step(before, heard)[0].stage == stage
    state, act = step(after(PLAN_TOLD), heard)
    assert state.stage == "imminent" and response(act) == "utter_risk_no_noted", "an alarm is not closed by it"


def test_a_wish_to_be_gone_that_is_answered_with_no_keeps_its_line_and_its_look_back() -> None:
    state, act = says(after(WISH), "no")
    assert response(act) == "utter_risk_denied" and "utter_risk_recheck_gently" in shown_beside(state)


@pytest.mark.parametrize("text", ["no not killing myself, just worn out", "no, only sick of everything", "no. I just need it to be quiet"])
def test_what_goes_on_after_a_no_is_heard_too(text: str) -> None:
    assert response(says(after(WISH), text)[1]) == "utter_risk_denied_but"


def test_new_evidence_after_a_false_alarm_is_asked_about_and_plain_words_are_taken_as_told() -> None:
    let_go, _ = says(after(GUESS), "no")
    assert step(let_go, Heard(SURE))[0].pending == "thoughts"
    assert response(step(let_go, Heard(WISH))[1]) == "utter_risk_recheck"
    assert response(step(let_go, Heard(PLAIN))[1]) == "utter_crisis_ideation"
    faint = GUESS._replace(intent="crisis_passive", level="ask", sureness="faint")
    state, act = step(let_go, Heard(faint))
    assert act is None and beside(state, may_ask=True) is None


# With a question open, what answers nothing


@pytest.mark.parametrize(
    "text", ["oh never mind", "dunno, forget it", "please ignore what i wrote", "drop it", "sorry, forget i said anything"]
)
@pytest.mark.parametrize("before", [after(GUESS), after(WISH), after(PLAIN)])
def test_who_waves_a_question_off_has_not_said_yes(text: str, before: State) -> None:
    state, act = says(before, text, GUESS._replace(intent="crisis_imminent"))
    assert response(act) == "utter_risk_unsaid" and state.stage == before.stage


def test_who_says_good_night_to_the_look_back_after_a_no_is_let_go() -> None:
    looked_back = State("rechecked", "thoughts", looked_back=True)
    state, act = says(looked_back, "ah leave it. night night, goodnight", GUESS)
    assert act is None and state.stage == "resolved" and beside(state, may_ask=True) is None


@pytest.mark.parametrize("text", ["i can't forget it", "they never ignore me", "forget me when i'm gone"])
def test_forgetting_that_waves_nothing_off_is_read_as_before(text: str) -> None:
    assert not hear(text, CLEAR, after(WISH), []).dismissed


def test_who_has_no_plan_and_takes_back_what_was_said_is_let_be() -> None:
    state, act = says(after(PLAIN), "no no plan, please forget what i said")
    assert response(act) == "utter_risk_plan_let_be" and state.is_open


def test_after_thoughts_were_told_im_fine_is_heard() -> None:
    state = State("thoughts", quiet=2)
    assert response(says(state, "im okay really")[1]) == "utter_safe_for_now"


# Someone else


@pytest.mark.parametrize("text", ["no", "huh? no. he is only grumpy", "nobody is in any danger", "she has never said a word about suicide"])
def test_an_alarm_for_someone_else_that_was_only_guessed_is_over_after_one_no(text: str) -> None:
    state, act = says(after(THEIRS), text)
    assert response(act) == "utter_risk_misread" and not state.is_open
    assert shown_beside(state) == []
    assert step(state, Heard(THEIRS))[1] is None, "the same guess is no new evidence"
    assert response(step(state, Heard(THEIRS_PLAIN))[1]) == "utter_crisis_third_party"


def test_someone_else_whose_danger_was_told_plainly_is_not_let_go_by_not_now() -> None:
    for text in ("no", "not right now", "nobody is in danger tonight"):
        state, act = says(after(THEIRS_PLAIN), text)
        assert response(act) == "utter_third_party_later" or state.is_open
    state, act = says(after(THEIRS_PLAIN), "nobody is in danger, he never spoke of dying")
    assert response(act) == "utter_risk_misread" and not state.is_open


IS_IT_GOING_ON = [{"title": "Yes, I'm not safe", "payload": "/danger_from_others"}, {"title": "No, it's over", "payload": "/tell_me_more"}]


@pytest.mark.parametrize("text", ["that's all over now, yeah", "it is behind me, yes. still flat though", "its long over yeah"])
def test_who_says_that_what_happened_is_over_is_not_taken_to_be_in_danger(text: str) -> None:
    heard = hear(text, CLEAR, START, IS_IT_GOING_ON)
    assert not heard.is_choice and step(START, heard)[1] is None


@pytest.mark.parametrize("text", ["yes", "yeah, it's not over", "yeah he still comes by", "yes, every week"])
def test_a_yes_to_whether_it_goes_on_is_danger(text: str) -> None:
    act = step(START, hear(text, CLEAR, START, IS_IT_GOING_ON))[1]
    assert response(act) == "utter_danger_from_others"


def test_the_choice_that_nobody_is_in_danger_ends_it() -> None:
    state, act = step(after(THEIRS_PLAIN), from_payload('/answer_risk{"risk_answer": "none"}'))
    assert response(act) == "utter_risk_misread" and not state.is_open


# Nothing was asked


@pytest.mark.parametrize(
    "text", ["please quit asking whether I'm suicidal", "enough with the suicide questions", "you keep going on about dying"]
)
@pytest.mark.parametrize("stage", ["none", "denied", "resolved"])
def test_who_does_not_want_to_be_asked_about_suicide_is_believed(text: str, stage: Any) -> None:
    state, act = says(State(stage), text)
    assert (state.stage, response(act)) == ("resolved", "utter_risk_denied_unasked")


def test_a_complaint_about_the_topic_in_which_the_classifier_hears_something_faint_is_a_complaint() -> None:
    faint = GUESS._replace(intent="crisis_passive", level="ask", sureness="faint")
    assert response(says(START, "why do you keep bringing up dying", faint)[1]) == "utter_risk_denied_unasked"
    assert response(says(START, "why do you keep bringing up dying", SURE)[1]) != "utter_risk_denied_unasked"


def test_who_told_of_thoughts_is_not_let_go_by_not_wanting_to_be_asked() -> None:
    assert says(State("thoughts"), "stop asking about suicide")[0].is_open


@pytest.mark.parametrize(
    "text",
    [
        "I attempted to take my own life at 19. I'm thankful I survived, I have kids now",
        "Years ago there was an attempt. It's behind me. Lately everything is flat",
        "i overdosed in college. so glad it didn't work",
    ],
)
def test_an_attempt_that_is_over_is_thanked_for_and_a_no_after_it_is_believed(text: str) -> None:
    state, act = says(START, text)
    assert response(act) == "utter_risk_long_past" and not state.is_open
    for no in ("no, not since", "no. that was it", "nope, never again"):
        believed, act = says(state, no)
        assert act is None and believed.stage == "resolved"
        assert beside(believed, may_ask=True) is None
    assert response(says(state, "please stop asking about suicide")[1]) == "utter_risk_denied_unasked"


@pytest.mark.parametrize(
    "text", ["I tried to kill myself years ago", "I tried to end my life and I'm not glad it failed", "an attempt. glad? no"]
)
def test_an_attempt_without_gladness_is_not_taken_for_over(text: str) -> None:
    assert not hear(text, CLEAR, START, []).survived


def test_an_attempt_in_which_the_screen_finds_danger_is_that() -> None:
    text = "I tried to kill myself last year, glad I survived, and now it's back"
    assert not hear(text, PLAIN, START, []).survived


# After a call was urged


@pytest.mark.parametrize(
    "text", ["not tonight", "im not going to do anything", "I'm in bed at home and I won't", "not near, it's locked away"]
)
def test_not_now_after_a_call_was_urged_steps_down(text: str) -> None:
    state, act = says(after(PLAN_TOLD), text, ALARM)
    assert (state.stage, response(act)) == ("plan", "utter_risk_not_near")
    state, act = step(state, Heard())
    added = beside(state, may_ask=True)
    assert added is not None and added[1].response == "utter_crisis_line_short", "the call is not repeated"


@pytest.mark.parametrize("text", ["huh, no", "what? no", "no I'm not suicidal", "wait no, no"])
def test_an_alarm_by_a_guess_is_denied_by_a_no(text: str) -> None:
    state, act = says(after(ALARM), text)
    assert (state.stage, response(act)) == ("denied", "utter_risk_denied")


def test_an_alarm_by_a_guess_is_not_spoken_of_as_told_after_a_not_tonight() -> None:
    state, act = says(after(ALARM), "not today")
    assert response(act) == "utter_safe_for_now" and not set(shown_beside(state)) & SPEAKS_OF_IT_AS_TOLD


@pytest.mark.parametrize(
    "text", ["no", "i won't", "not going to call", "I don't want to talk to them", "not tonight but soon", "not today, tomorrow"]
)
def test_a_refusal_to_call_after_a_plan_was_told_is_no_step_down(text: str) -> None:
    state, _ = says(after(PLAN_TOLD), text)
    assert state.stage == "imminent" and not state.eased


OF_DRINK = ["utter_using_substances_more"]
MAYBE_AN_END = Signal("crisis_passive", "ask", ("classifier",), sureness="guess")


@pytest.mark.parametrize(
    "text",
    [
        "I should quit on Monday.",
        "maybe i'll just give it up for lent",
        "can't stop",
        "well I might pack the wine in next week",
        "could always go dry for a month",
        "tbh i couldn't just do without it",
        "I'll leave the bottle alone then",
    ],
)
def test_stopping_right_after_drink_was_spoken_of_shows_the_services_and_asks_nothing(text: str) -> None:
    assert quits(text, OF_DRINK)
    signal = in_its_light(MAYBE_AN_END, text, OF_DRINK)
    after_it, act = step(START, hear(text, signal, START, []))
    assert act is None and beside(after_it, may_ask=True)


@pytest.mark.parametrize(
    "text",
    [
        "i could stop everything",
        "I might just stop being here tomorrow",
        "i want it all to stop",
        "could stop breathing tonight",
        "i might stop and never wake up",
        "I should stop for good",
        "I could quit life",
        "i will stop living like this",
    ],
)
def test_an_end_of_more_than_the_drink_is_asked_about_after_drink_as_well(text: str) -> None:
    assert not quits(text, OF_DRINK)
    assert step(START, hear(text, in_its_light(MAYBE_AN_END, text, OF_DRINK), START, []))[1]


def test_stopping_is_about_drink_only_where_that_was_spoken_of_last_and_nothing_surer_was_heard() -> None:
    text = "maybe i could just stop"
    assert in_its_light(MAYBE_AN_END, text, ["utter_feel_nothing"]) == MAYBE_AN_END
    for surer in (MAYBE_AN_END._replace(sureness="sure"), WISH, ALARM, PLAIN):
        assert in_its_light(surer, text, OF_DRINK) == surer


OF_MEDICINE = ["utter_ask_medication_advice"]


@pytest.mark.parametrize(
    "text",
    [
        "the doctor who gave me them retired, and I don't want to stop them",
        "i'm scared to come off it",
        "not planning to quit my meds, just asking",
        "I would not want to give up the tablets",
    ],
)
def test_a_medicine_that_is_to_be_kept_is_no_danger_where_one_was_just_spoken_of(text: str) -> None:
    assert in_its_light(MAYBE_AN_END, text, OF_MEDICINE) == CLEAR
    assert in_its_light(PLAIN, text, OF_MEDICINE) == PLAIN, "what is told plainly stays"
    assert in_its_light(MAYBE_AN_END, text, OF_DRINK) != CLEAR


@pytest.mark.parametrize(
    "text",
    [
        "don't want to stop them, i want to stop existing",
        "I don't want to stop them, I have all of them saved up",
        "i dont want to stop, i dont want to be here",
        "i want to stop them and everything else",
        "i can't stop it",
    ],
)
def test_a_medicine_that_is_kept_for_something_dark_is_asked_about(text: str) -> None:
    assert not keeps_taking(text, OF_MEDICINE)
    assert in_its_light(MAYBE_AN_END, text, OF_MEDICINE) == MAYBE_AN_END


@pytest.mark.parametrize("text", ["sometimes i think everyone would be fine without me", "I wouldn't mind if a truck hit me"])
def test_a_wish_to_be_gone_in_plain_words_is_no_misreading_when_it_is_denied(text: str) -> None:
    signal = by_rules(text)
    assert (signal.intent, signal.level) == ("crisis_passive", "ask")
    assert response(says(after(signal), "no")[1]) == "utter_risk_denied"


@pytest.mark.parametrize("text", ["the team would be fine without me for a week", "I wouldn't mind if a bus came soon"])
def test_who_can_be_spared_at_work_or_waits_for_a_bus_wishes_for_nothing(text: str) -> None:
    assert by_rules(text).level is None


@pytest.mark.parametrize("text", ["i guess. i mean i know which night", "I've thought about how I'd do it"])
def test_a_night_or_a_way_that_is_known_is_a_plan_told_at_the_question_about_thoughts(text: str) -> None:
    state, act = says(after(GUESS), text)
    assert act is not None and act.level == "urgent" and state.stage in ("plan", "imminent")
