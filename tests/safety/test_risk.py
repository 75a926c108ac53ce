"""The risk state machine: where a conversation stands, and what is answered."""

from __future__ import annotations

import json
from typing import Any, Optional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thaw.channels.renderer import draft, raised
from thaw.responses import responses
from thaw.safety.hearing import hear
from thaw.safety.levels import LEVELS
from thaw.safety.risk import (
    IN_VIEW,
    LINE_FOR,
    LOOK_BACK_AFTER,
    OPEN,
    RECHECK_AFTER,
    Act,
    Heard,
    State,
    ask_country,
    beside,
    from_payload,
    line,
    step,
)
from thaw.safety.risk_state import ROUTE_FOR
from thaw.safety.screen import CLEAR, Signal, by_rules

STAGES = ("none", "asked", "thoughts", "plan", "imminent", "denied", "rechecked", "resolved")
START = State()
ASKED = State("asked", "thoughts")
THOUGHTS = State("thoughts", "plan")
CALL = State("imminent", "call")


def danger(intent: str, level: Optional[str] = None, reply: Any = None) -> Heard:
    return Heard(Signal(intent, level or LEVELS[intent]), reply)  # type: ignore[arg-type]


def said(reply: Any) -> Heard:
    return Heard(CLEAR, reply)


def pressed(answer: str) -> Heard:
    return from_payload(f'/answer_risk{{"risk_answer": "{answer}"}}')


FREE_TEXT = Heard()

TRANSITIONS: list[tuple[str, State, Heard, str]] = [
    # what happens, before, what is heard: stage after, question after, response, its level
    ("nothing dangerous", START, FREE_TEXT, "none - - -"),
    ("a yes to something else", START, said("yes"), "none - - -"),
    ("an unclear wish is asked about", START, danger("crisis_passive"), "asked thoughts crisis_passive ask"),
    ("explicit thoughts are asked about a plan", START, danger("crisis_ideation"), "thoughts plan crisis_ideation support"),
    ("imminent danger", START, danger("crisis_imminent"), "imminent call crisis_imminent urgent"),
    ("an attempt suspected with less certainty", START, danger("crisis_imminent", "support"), "thoughts plan crisis_ideation support"),
    ("self-harm is asked about thoughts", START, danger("self_harm"), "asked thoughts self_harm support"),
    # the question about thoughts
    ("yes", ASKED, said("yes"), "thoughts plan crisis_ideation support"),
    ("sometimes", ASKED, said("unsure"), "thoughts plan crisis_ideation support"),
    ("rather not say", ASKED, said("unsaid"), "asked - risk_unsaid support"),
    ("no is believed", ASKED, said("no"), "denied - risk_denied support"),
    (
        "no, with explicit thoughts in the same message",
        ASKED,
        danger("crisis_ideation", reply="no"),
        "thoughts plan crisis_ideation support",
    ),
    ("yes, tonight", ASKED, danger("crisis_imminent", reply="yes"), "imminent call crisis_imminent urgent"),
    ("no, with an attempt under way", ASKED, danger("crisis_imminent", reply="no"), "imminent call crisis_imminent urgent"),
    ("the wish said again", ASKED, danger("crisis_passive"), "thoughts plan crisis_ideation support"),
    ("explicit thoughts", ASKED, danger("crisis_ideation"), "thoughts plan crisis_ideation support"),
    ("something else is answered, the question stays open", ASKED, FREE_TEXT, "asked thoughts - -"),
    ("something else after thoughts were told is asked once more", THOUGHTS, FREE_TEXT, "thoughts plan risk_unread support"),
    ("something else twice is let go", ASKED._replace(unread=1), FREE_TEXT, "asked - - -"),
    ("an answer after all", ASKED._replace(unread=1), said("no"), "denied - risk_denied support"),
    ("the yes button", ASKED, pressed("yes"), "thoughts plan crisis_ideation support"),
    ("the sometimes button", ASKED, pressed("unsure"), "thoughts plan crisis_ideation support"),
    ("the rather-not button", ASKED, pressed("unsaid"), "asked - risk_unsaid support"),
    ("the no button", ASKED, pressed("no"), "denied - risk_denied support"),
    ("another button leaves the question", ASKED, from_payload("/ask_therapy"), "asked - - -"),
    # the question about a plan
    ("a plan", THOUGHTS, said("yes"), "plan near risk_plan_near urgent"),
    ("half a plan", THOUGHTS, said("unsure"), "plan near risk_plan_some urgent"),
    ("means or a day told", THOUGHTS, Heard(plan="told"), "plan near risk_plan_near urgent"),
    ("means told with a signal of thoughts", THOUGHTS, danger("crisis_ideation")._replace(plan="told"), "plan near risk_plan_near urgent"),
    ("means told as self-harm", THOUGHTS, danger("self_harm")._replace(plan="told"), "plan near risk_plan_near urgent"),
    ("a time that is near, told", THOUGHTS, Heard(reply="yes", plan="soon"), "imminent call risk_plan_yes urgent"),
    ("no plan", THOUGHTS, said("no"), "thoughts - risk_plan_no support"),
    ("a plan, rather not say", THOUGHTS, said("unsaid"), "thoughts - risk_unsaid support"),
    ("the thoughts said again leave the plan open", THOUGHTS, danger("crisis_ideation"), "thoughts plan risk_unread support"),
    ("the thoughts said a third time", THOUGHTS._replace(unread=1), danger("crisis_ideation"), "plan near risk_plan_some urgent"),
    ("the plan told in words", THOUGHTS, danger("crisis_imminent"), "imminent call crisis_imminent urgent"),
    ("the no button, about a plan", THOUGHTS, pressed("no"), "thoughts - risk_plan_no support"),
    # afterwards
    ("danger after a denial is asked about again", State("denied"), danger("crisis_passive"), "asked thoughts risk_recheck ask"),
    ("explicit thoughts after a denial", State("denied"), danger("crisis_ideation"), "thoughts plan crisis_ideation support"),
    ("self-harm after a denial opens risk again", State("denied"), danger("self_harm"), "asked thoughts self_harm support"),
    (
        "thoughts said again do not make an alarm smaller",
        State("imminent"),
        danger("crisis_ideation"),
        "imminent call risk_stay urgent",
    ),
    ("self-harm does not make a plan smaller", State("plan"), danger("self_harm"), "plan thoughts self_harm support"),
    ("a no after self-harm takes no plan back", State("plan", "thoughts"), said("no"), "plan call risk_no_noted support"),
    ("a no after self-harm takes no alarm back", State("imminent", "thoughts"), pressed("no"), "imminent call risk_no_noted support"),
    ("a no after self-harm takes no thoughts back", State("thoughts", "thoughts"), said("no"), "thoughts - risk_plan_no support"),
    ("a passive remark after an alarm", State("imminent"), danger("crisis_passive"), "imminent call risk_stay urgent"),
    ("more than is said out loud", ASKED, danger("crisis_ideation", reply="unsaid"), "thoughts plan crisis_ideation support"),
    # whether it is near
    ("near", State("plan", "near"), said("yes"), "imminent call crisis_imminent urgent"),
    ("not sure whether it is near", State("plan", "near"), said("unsure"), "imminent call crisis_imminent urgent"),
    ("not near", State("plan", "near"), said("no"), "plan call risk_not_near urgent"),
    ("tonight", State("plan", "near"), Heard(plan="soon"), "imminent call risk_plan_yes urgent"),
    ("in the garage", State("plan", "near"), Heard(at_hand=True), "imminent call risk_plan_yes urgent"),
    ("nothing about whether it is near", State("plan", "near"), FREE_TEXT, "plan near risk_plan_near urgent"),
    # after a call was urged
    ("no", CALL, said("no")._replace(refusal="refused"), "imminent call cannot_call urgent"),
    ("I won't", CALL, Heard(refusal="refused"), "imminent call cannot_call urgent"),
    ("goodbye", CALL, Heard(refusal="leaving"), "imminent call risk_stay urgent"),
    ("ok", CALL, Heard(agrees=True), "imminent call risk_calling urgent"),
    ("yes", CALL, said("yes"), "imminent call risk_calling urgent"),
    ("no police, in words", CALL, Heard(move="barrier_police"), "imminent call cannot_call_police urgent"),
    ("something else is answered, the call stays urged", CALL, FREE_TEXT, "imminent call - -"),
    ("something else twice", CALL._replace(unread=1), FREE_TEXT, "imminent - - -"),
    # how it is by now
    ("it has eased", State("imminent", "now", looked_back=True), said("no"), "denied - risk_eased support"),
    ("it is still there", State("thoughts", "now", looked_back=True), said("yes"), "thoughts plan crisis_ideation support"),
    ("a plan that is still there", State("plan", "now", looked_back=True), said("yes"), "plan call risk_stay urgent"),
    ("the look back is passed over", State("thoughts", "now", unread=1, looked_back=True), FREE_TEXT, "thoughts - - -"),
    # a question that was let go
    ("a late yes", State("asked"), said("yes")._replace(late=True), "thoughts plan crisis_ideation support"),
    ("a late no", State("asked"), said("no")._replace(late=True), "denied - risk_denied support"),
    ("a yes to something else, after", State("asked"), said("yes"), "asked - - -"),
    # routes of their own
    ("danger from others", START, danger("danger_from_others"), "none - danger_from_others urgent"),
    ("danger to others", START, danger("danger_to_others"), "none call danger_to_others urgent"),
    ("a medical emergency", START, danger("medical_emergency"), "none call medical_emergency urgent"),
    ("an eating disorder", START, danger("eating_disorder"), "none - eating_disorder support"),
    ("voices", START, danger("psychosis_or_mania"), "none - psychosis_or_mania support"),
    ("someone else", START, danger("crisis_third_party"), "none theirs crisis_third_party support"),
    ("a medical emergency does not close open risk", State("plan"), danger("medical_emergency"), "plan call medical_emergency urgent"),
    ("someone else does not close open risk", ASKED, danger("crisis_third_party"), "asked thoughts crisis_third_party support"),
    ("they are not in danger right now", State(pending="theirs"), said("no"), "none - third_party_later support"),
    ("nobody can tell", State(pending="theirs"), said("unsure"), "none call third_party_unsure urgent"),
    ("they are in danger, typed", State(pending="theirs"), said("yes"), "none call crisis_third_party_now urgent"),
    ("means they have", State(pending="theirs"), Heard(plan="told"), "none call crisis_third_party_now urgent"),
    (
        "an old button about oneself is no answer about them",
        State(pending="theirs"),
        pressed("yes"),
        "thoughts plan crisis_ideation support",
    ),
    ("something else is answered, they are not asked about again", State(pending="theirs"), FREE_TEXT, "none theirs - -"),
    ("a joke", THOUGHTS, Heard(joked=True), "denied - risk_joked support"),
    ("no plan after all", State("plan", "near"), Heard(no_plan=True), "thoughts - risk_plan_no support"),
    ("no plan takes no alarm back", CALL, Heard(reply="no", no_plan=True), "imminent call cannot_call urgent"),
    ("I texted them", CALL, Heard(move="reached_out"), "imminent - reached_out support"),
    ("my wife is next door", CALL, Heard(move="someone_near"), "imminent call someone_near urgent"),
    ("she has it now", CALL, Heard(move="means_away"), "imminent call means_away support"),
    ("what now", CALL, Heard(move="what_next"), "imminent call risk_calling urgent"),
    ("what to say", THOUGHTS, Heard(move="first_words"), "thoughts - first_words support"),
    ("can't call, without a plan", State("thoughts"), Heard(move="cannot_call"), "thoughts - barrier_phone support"),
    # the crisis menus
    ("cannot call", State("imminent"), from_payload("/cannot_call"), "imminent call cannot_call urgent"),
    ("with someone", State("imminent"), from_payload("/with_someone"), "imminent - with_someone support"),
    ("safe for now", State("imminent"), from_payload("/safe_for_now"), "imminent - safe_for_now support"),
    ("steady me", State("thoughts"), from_payload("/steady_me"), "thoughts - steady_me support"),
    ("what makes calling hard", ASKED, from_payload("/barrier_question"), "asked - barrier_question support"),
    ("no phone", State("thoughts"), from_payload('/barrier{"barrier": "phone"}'), "thoughts - barrier_phone support"),
    ("no police", State("thoughts"), from_payload('/barrier{"barrier": "police"}'), "thoughts - barrier_police support"),
    ("let down", State("thoughts"), from_payload('/barrier{"barrier": "let_down"}'), "thoughts - barrier_let_down support"),
    ("not enough", State("thoughts"), from_payload('/barrier{"barrier": "not_enough"}'), "thoughts - barrier_not_enough support"),
    ("it costs money", State("thoughts"), from_payload('/barrier{"barrier": "cost"}'), "thoughts - barrier_cost support"),
    ("another language", State("thoughts"), from_payload('/barrier{"barrier": "language"}'), "thoughts - barrier_language support"),
    ("a burden", State("thoughts"), from_payload('/barrier{"barrier": "burden"}'), "thoughts - barrier_burden support"),
    (
        "a barrier nobody wrote an answer for",
        State("thoughts"),
        from_payload('/barrier{"barrier": "the weather"}'),
        "thoughts - barrier_question support",
    ),
    ("a safety plan", State("thoughts"), from_payload("/safety_plan"), "thoughts - safety_plan support"),
    ("not right now", START, from_payload("/third_party_later"), "none - third_party_later support"),
    ("what to avoid", START, from_payload("/third_party_avoid"), "none - third_party_avoid support"),
    ("and me in all this", START, from_payload("/third_party_self"), "none - third_party_self support"),
    ("they are in danger now", START, from_payload("/third_party_now"), "none call crisis_third_party_now urgent"),
    ("it's about me", START, from_payload("/crisis_passive"), "asked thoughts crisis_passive ask"),
    # choices of older bubbles
    ("an old yes, long after", START, pressed("yes"), "thoughts plan crisis_ideation support"),
    ("an old yes after a denial", State("denied"), pressed("yes"), "thoughts plan crisis_ideation support"),
    ("an old no at the start", START, pressed("no"), "denied - risk_denied support"),
    ("an old yes does not make a plan smaller", State("plan"), pressed("yes"), "plan call risk_stay urgent"),
    ("an old no does not make a plan smaller", State("plan"), pressed("no"), "plan call risk_no_noted support"),
    ("an old choice of another topic", State("thoughts"), from_payload("/ask_signs"), "thoughts - - -"),
]


@pytest.mark.parametrize(("before", "heard", "expected"), [each[1:] for each in TRANSITIONS], ids=[each[0] for each in TRANSITIONS])
def test_what_is_answered_and_where_the_conversation_stands_then(before: State, heard: Heard, expected: str) -> None:
    after, act = step(before, heard)
    response, level = (act.response.replace("utter_", "", 1), act.level) if act else ("-", "-")
    assert " ".join([after.stage, after.pending or "-", response, level]) == expected


@pytest.mark.parametrize("stage", ["thoughts", "plan", "imminent"])
def test_a_no_pressed_on_an_older_bubble_does_not_close_risk_that_was_spoken_of(stage: Any) -> None:
    """The question about a plan has the same button as the one about thoughts: its "No" pressed twice denies no thoughts."""
    after, act = step(State(stage), pressed("no"))
    assert after.is_open
    assert act is not None


def test_a_denied_question_is_believed_and_the_next_message_goes_to_the_dialogue() -> None:
    denied, act = step(ASKED, said("no"))
    assert act is not None and act.response == "utter_risk_denied"
    assert not denied.is_open
    assert step(denied, FREE_TEXT)[1] is None


def test_unread_answers_are_counted_anew_for_a_new_question() -> None:
    after, _ = step(ASKED, FREE_TEXT)
    after, _ = step(after, said("yes"))
    _, act = step(after, FREE_TEXT)
    assert act is not None and act.response == "utter_risk_unread"


def test_an_unread_answer_keeps_risk_open() -> None:
    after = ASKED
    for _ in range(4):
        after, _ = step(after, FREE_TEXT)
    assert after.is_open and after.pending is None


def quiet_turns(state: State, turns: int, may_ask: bool = True) -> tuple[State, list[str]]:
    """The state after some turns about other things, and what was put beside their answers."""
    shown = []
    for _ in range(turns):
        state, act = step(state, FREE_TEXT)
        assert act is None
        added = beside(state, may_ask)
        if added:
            state, act = added
            shown.append(act.response)
    return state, shown


DENIED, _ = step(ASKED, said("no"))


def test_after_a_denial_the_crisis_line_goes_with_every_answer_until_one_gentle_look_back() -> None:
    state, shown = quiet_turns(DENIED, RECHECK_AFTER)
    assert shown == ["utter_crisis_line_short"] * (RECHECK_AFTER - 1) + ["utter_risk_recheck_gently"]
    assert not state.is_open


def test_the_look_back_waits_while_another_question_is_open() -> None:
    state, shown = quiet_turns(DENIED, RECHECK_AFTER + 3, may_ask=False)
    assert set(shown) == {"utter_crisis_line_short"}
    assert quiet_turns(state, 1)[1] == ["utter_risk_recheck_gently"]


def test_a_look_back_that_is_denied_or_passed_over_is_the_last() -> None:
    looked_back, _ = quiet_turns(DENIED, RECHECK_AFTER)
    resolved, act = step(looked_back, said("no"))
    assert act is not None and act.response == "utter_risk_resolved"
    assert resolved.stage == "resolved"
    passed_over, act = step(looked_back, FREE_TEXT)
    assert act is None and passed_over.stage == "resolved"
    for state in (resolved, passed_over):
        assert quiet_turns(state, 12)[1] == []


def test_what_has_changed_since_a_denial_is_asked_about_like_any_thoughts() -> None:
    looked_back, _ = quiet_turns(DENIED, RECHECK_AFTER)
    after, act = step(looked_back, pressed("yes"))
    assert after.stage == "thoughts" and act is not None and act.response == "utter_crisis_ideation"


@pytest.mark.parametrize("stage", ["denied", "rechecked", "resolved"])
def test_new_evidence_after_a_denial_is_asked_about_in_other_words(stage: Any) -> None:
    after, act = step(State(stage, said=(("utter_crisis_passive", 1),)), danger("crisis_passive"))
    assert after.stage == "asked" and act is not None and act.response == "utter_risk_recheck"


def test_what_answers_no_suspicion_is_answered_itself_and_the_question_stays_open_once() -> None:
    after, act = step(ASKED, FREE_TEXT)
    assert act is None and after.pending == "thoughts"
    added = beside(after, may_ask=True)
    assert added and added[1].response == "utter_risk_unclear"
    late_yes, act = step(added[0], said("yes"))
    assert act is not None and late_yes.stage == "thoughts"


@pytest.mark.parametrize("stage", sorted(IN_VIEW - {"asked"}))
def test_the_crisis_line_is_beside_every_other_answer_while_it_is_to_be_seen(stage: Any) -> None:
    added = beside(State(stage), may_ask=True)
    grave = stage in ("plan", "imminent")
    assert added and added[1].response == ("utter_crisis_line_urgent" if grave else "utter_crisis_line_short")
    assert added[1].level == ("urgent" if grave else "support")


@pytest.mark.parametrize("stage", ["plan", "imminent"])
def test_who_said_to_be_safe_or_with_someone_is_not_alarmed_with_every_answer(stage: Any) -> None:
    for move in ("safe_for_now", "with_someone"):
        state, _ = step(State(stage), from_payload(f"/{move}"))
        state, _ = step(state, FREE_TEXT)
        added = beside(state, may_ask=True)
        assert state.stage == stage and added and added[1].level == "support"


def test_the_country_is_asked_once_and_never_on_top_of_a_question_about_risk() -> None:
    state, act = step(START, danger("crisis_ideation"))
    assert act and ask_country(state, act) is None
    state, act = step(state, said("no"))
    asked = act and ask_country(state, act)
    assert asked and asked[1].response == "utter_which_country"
    state, act = step(asked[0], from_payload("/steady_me"))
    assert act and ask_country(state, act) is None


def test_who_was_misread_is_not_asked_where_they_are() -> None:
    state, _ = step(START, Heard(Signal("crisis_ideation", "ask", ("classifier",), sureness="guess")))
    state, act = step(state, said("no"))
    assert act and act.response == "utter_risk_misread" and ask_country(state, act) is None


def test_in_urgent_danger_the_country_is_asked_at_once() -> None:
    state, act = step(START, danger("crisis_imminent"))
    assert act and ask_country(state, act)


def test_a_country_named_is_kept_and_another_one_is_asked_for_by_name() -> None:
    state, act = step(State("thoughts", country_asked=True), Heard(country="IE"))
    assert state.country == "IE" and act and act.response == "utter_country_noted"
    state, act = step(State("thoughts", country_asked=True), from_payload('/my_country{"country": "ZZ"}'))
    assert state.country is None and state.country_asked and act and act.response == "utter_country_type"


def test_danger_outranks_a_country_named() -> None:
    _, act = step(State("thoughts", country_asked=True), Heard(Signal("crisis_imminent", "urgent"), country="IE"))
    assert act and act.response == "utter_crisis_imminent"


@pytest.mark.parametrize(
    ("intent", "route"),
    [("danger_from_others", "abuse"), ("danger_to_others", "birth"), ("crisis_ideation", None), ("medical_emergency", None)],
)
def test_services_of_the_visitors_trouble_come_first(intent: str, route: Optional[str]) -> None:
    _, act = step(START, danger(intent)._replace(baby=True))
    assert act is not None
    assert act.routes == ((route,) if route else ())


def test_the_line_for_new_mothers_comes_only_where_a_baby_is_spoken_of() -> None:
    _, act = step(START, danger("danger_to_others"))
    assert act is not None and act.routes == ()


@pytest.mark.parametrize(("intent", "routes"), [("danger_from_others", ("abuse",)), ("medical_emergency", ()), ("danger_to_others", ())])
def test_a_danger_of_another_kind_stays_in_view_for_some_answers_with_its_services(intent: str, routes: tuple[str, ...]) -> None:
    state, _ = step(START, danger(intent))
    shown = []
    for _ in range(ROUTE_FOR + 4):
        state, act = step(state, FREE_TEXT)
        assert act is None
        added = beside(state, may_ask=True)
        shown.append(added[1].routes if added else None)
        assert state.is_open == (added is not None), "matching is not promoted while the services are in view"
        state = added[0] if added else state
    assert shown == [routes] * ROUTE_FOR + [None] * 4


@pytest.mark.parametrize(
    ("intent", "move", "answer"),
    [
        ("medical_emergency", "cannot_call", "utter_medical_emergency_cannot_call"),
        ("medical_emergency", "with_someone", "utter_medical_emergency_with_someone"),
        ("danger_to_others", "cannot_call", "utter_danger_to_others_cannot_call"),
        ("danger_to_others", "with_someone", "utter_danger_to_others_apart"),
        ("danger_to_others", "safe_for_now", "utter_danger_to_others_apart"),
    ],
)
def test_a_choice_means_what_fits_the_danger_that_was_answered(intent: str, move: str, answer: str) -> None:
    state, _ = step(START, danger(intent))
    _, act = step(state, from_payload(f"/{move}"))
    assert act is not None and (act.response, act.level) == (answer, "urgent")
    state, _ = step(state, danger("crisis_imminent"))
    _, act = step(state, from_payload(f"/{move}"))
    assert act is not None and act.response == f"utter_{move}", "one's own danger came after it"


@pytest.mark.parametrize("intent", ["eating_disorder", "psychosis_or_mania"])
def test_after_a_danger_that_is_not_urgent_the_crisis_line_goes_with_the_next_answers_and_matching_stays_open(intent: str) -> None:
    state, _ = step(START, danger(intent))
    state, shown = quiet_turns(state, LINE_FOR + 2)
    assert shown == ["utter_crisis_line_short"] * LINE_FOR
    assert not state.is_open


def test_a_refusal_to_call_in_a_medical_emergency_is_met_with_other_ways_to_it() -> None:
    state, _ = step(START, danger("medical_emergency"))
    _, act = step(state, Heard(reply="no", refusal="refused"))
    assert act is not None and act.response == "utter_medical_emergency_cannot_call"


def test_an_age_told_is_kept_and_later_crisis_answers_have_lines_for_the_young() -> None:
    state, act = step(START, danger("crisis_ideation")._replace(minor=True))
    assert act is not None and "child" in act.routes
    state, act = step(State.from_json(state.to_json()), said("no"))
    assert state.minor and act is not None and "child" in act.routes


def test_what_may_hold_thoughts_or_not_is_asked_about_with_the_services_before_it_is_taken_as_told() -> None:
    guess = Heard(Signal("crisis_ideation", "support", ("classifier",), sureness="guess"))
    state, act = step(START, guess)
    assert act is not None and (act.response, act.level, state.stage, state.pending) == (
        "utter_crisis_guessed",
        "support",
        "asked",
        "thoughts",
    )
    state, act = step(state, said("yes"))
    assert act is not None and state.stage == "thoughts"
    state, act = step(State("asked", "thoughts"), guess)
    assert state.stage == "thoughts", "on top of an open question it is an answer"


@pytest.mark.parametrize("intent", ["crisis_imminent", "crisis_passive", "self_harm"])
def test_a_faint_suspicion_brings_an_invitation_with_the_services_and_the_third_one_the_question(intent: str) -> None:
    faint = Heard(Signal(intent, "ask", ("classifier",), sureness="faint"))
    state, act = step(START, faint)
    assert act is None and state.pending is None and not state.is_open, "nothing is asked, and the chat goes on"
    shown = beside(state, may_ask=True)
    assert shown is not None and (shown[1].response, shown[1].level) == ("utter_crisis_hinted", "support")
    assert line(state)[1].response == "utter_crisis_hinted", "also where the answer brings a line of its own"
    state, act = step(state, Heard())
    assert act is None and beside(state, may_ask=True) is None, "the invitation is not said again"
    state, act = step(state, faint)
    assert act is None and beside(state, may_ask=True) is not None
    state, act = step(state, faint)
    assert act is not None and state.pending == "thoughts"


@pytest.mark.parametrize("before", [State("thoughts"), State("plan"), State("imminent"), State("asked", "thoughts")])
def test_where_thoughts_are_spoken_of_a_faint_suspicion_is_about_them(before: State) -> None:
    _, act = step(before, Heard(Signal("crisis_passive", "ask", ("classifier",), sureness="faint")))
    assert act is not None


@pytest.mark.parametrize("stage", ["asked", "denied", "resolved"])
@pytest.mark.parametrize("intent", ["crisis_ideation", "crisis_passive", "self_harm"])
def test_who_was_asked_is_not_asked_again_on_a_guess_but_sees_the_services_again(stage: Any, intent: str) -> None:
    before, level = State(stage, quiet=RECHECK_AFTER + 2, looked_back=True), LEVELS[intent]
    state, act = step(before, Heard(Signal(intent, level, ("classifier",), sureness="guess")))
    assert act is None and state.stage == stage and state.pending is None
    shown = beside(state, may_ask=True)
    assert shown is not None and shown[1].response == "utter_crisis_line_short"
    state, act = step(before, Heard(Signal(intent, level, ("classifier",))))
    assert act is not None and state.pending is not None, "what is sure is new evidence"


@pytest.mark.parametrize("before", [State("thoughts"), State("plan"), State("imminent")])
def test_risk_that_was_told_can_come_to_rest_by_two_noes_to_how_it_is_by_now(before: State) -> None:
    state, shown = quiet_turns(before, LOOK_BACK_AFTER)
    assert shown[-1] == "utter_risk_how_is_it_now" and state.stage == before.stage
    state, act = step(state, said("no"))
    assert act is not None and act.response == "utter_risk_eased"
    state, shown = quiet_turns(state, RECHECK_AFTER)
    assert shown[-1] == "utter_risk_recheck_gently"
    state, _ = step(state, said("no"))
    assert state.stage == "resolved"


def test_who_says_to_be_safe_for_now_is_asked_earlier_how_it_is() -> None:
    state, _ = step(State("imminent"), from_payload("/safe_for_now"))
    assert quiet_turns(state, RECHECK_AFTER)[1][-1] == "utter_risk_how_is_it_now"


def test_a_look_back_at_thoughts_that_is_passed_over_leaves_a_sparse_line_and_risk_open() -> None:
    state, _ = quiet_turns(State("thoughts"), LOOK_BACK_AFTER)
    state, shown = quiet_turns(state, 12)
    assert state.is_open and len(shown) == 3 and set(shown) == {"utter_crisis_line_short"}


def test_a_question_that_was_let_go_is_not_asked_again_and_its_line_rests_after_some_answers() -> None:
    state, shown = quiet_turns(ASKED, 20)
    assert shown == ["utter_risk_unclear", "utter_crisis_line_short", "utter_crisis_line_short"]
    assert state.is_open, "nothing was denied"
    state, act = step(state, said("yes")._replace(late=True))
    assert act is not None and state.stage == "thoughts"


@pytest.mark.parametrize("stage", sorted(OPEN))
def test_where_the_way_to_matching_is_asked_for_the_services_stand_beside_it_also_after_the_line_rests(stage: Any) -> None:
    rested = State(stage, quiet=13, looked_back=True)
    assert beside(rested, may_ask=False) is None
    assert beside(rested, may_ask=False, must_show=True)


def test_no_line_comes_word_for_word_in_near_answers() -> None:
    state, shown = State("thoughts"), []
    for _ in range(LOOK_BACK_AFTER - 1):
        state, _ = step(state, FREE_TEXT)
        state, act = beside(state, may_ask=True) or (state, None)
        assert act is not None
        shown.append(words_of(act))
    assert all(words not in shown[max(0, place - 5) : place] for place, words in enumerate(shown))


ASKING = {
    name
    for name in responses().names
    if any(button.payload.startswith("/answer_risk") for button in responses().variations(name)[0].buttons)
}
NO_EVIDENCE = st.one_of(
    st.just(FREE_TEXT),
    st.sampled_from(["no", "unsaid"]).map(said),
    st.sampled_from(["/ask_therapy", "/resume", "/steady_me", "/safety_plan", "/barrier_question"]).map(from_payload),
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([danger("crisis_passive"), danger("crisis_ideation"), danger("self_harm"), danger("crisis_third_party")]),
    st.lists(NO_EVIDENCE, min_size=10, max_size=10),
)
def test_in_ten_turns_no_question_about_risk_comes_twice_without_new_evidence(first: Heard, rest: list[Heard]) -> None:
    """A question that was not understood after thoughts were told is put once more, in other words; looking back is one of its own."""
    state, asked = START, []
    for heard in [first, *rest]:
        state, act = step(state, heard)
        if act is None and (added := beside(state, may_ask=True)):
            state, act = added
        if act and act.response in ASKING - {"utter_risk_unclear"}:
            asked.append(act.response)
    assert len(set(asked)) == len(asked)
    looking_back = {"utter_risk_recheck_gently", "utter_risk_how_is_it_now"}
    assert len(set(asked) & looking_back) <= 1
    assert len(set(asked) - looking_back) <= (2 if first.signal.intent == "crisis_ideation" else 1)


@pytest.mark.parametrize("stage", STAGES)
def test_risk_is_open_from_the_question_until_it_is_denied(stage: Any) -> None:
    assert State(stage).is_open == (stage not in ("none", "denied", "rechecked", "resolved"))


# Whatever comes

SIGNALS = [CLEAR, Signal("crisis_imminent", "support"), *(Signal(intent, level) for intent, level in LEVELS.items())]
PAYLOADS = [
    *(f'/answer_risk{{"risk_answer": "{answer}"}}' for answer in ("yes", "no", "unsure", "unsaid")),
    *(f'/barrier{{"barrier": "{barrier}"}}' for barrier in ("phone", "police", "let_down", "not_enough", "cost")),
    *("/cannot_call", "/with_someone", "/safe_for_now", "/steady_me", "/barrier_question", "/third_party_now", "/safety_plan"),
    *(f'/my_country{{"country": "{code}"}}' for code in ("GB", "ZZ")),
    *(f"/{intent}" for intent in LEVELS),
    *("/want_match", "/resume", "/barrier", "/answer_risk"),
]
heards = st.one_of(
    st.tuples(st.sampled_from(SIGNALS), st.sampled_from([None, "yes", "no", "unsure", "unsaid"])).map(lambda both: Heard(*both)),
    st.sampled_from(PAYLOADS).map(from_payload),
)


def words_of(act: Act) -> str:
    return responses().wording(act.response, act.wording).variation.text


@settings(max_examples=200, deadline=None)
@given(st.lists(heards, min_size=1, max_size=50))
def test_no_crisis_words_come_twice_in_a_row_whatever_the_visitor_does(sequence: list[Heard]) -> None:
    state, last, last_of = START, "", {}
    for heard in sequence:
        state, act = step(state, heard)
        if act is None and (added := beside(state, may_ask=True)):
            state, act = added
        if act is None:
            last = ""
            continue
        words = words_of(act)
        assert words != last
        assert words != last_of.get(act.response)
        last = last_of[act.response] = words


@settings(max_examples=100, deadline=None)
@given(st.lists(heards, max_size=20))
def test_every_state_survives_the_store_and_goes_on_alike(sequence: list[Heard]) -> None:
    state = START
    for heard in sequence:
        kept = State.from_json(json.loads(json.dumps(state.to_json())))
        assert kept == state
        assert step(kept, heard) == step(state, heard)
        state, act = step(state, heard)
        assert state.stage in STAGES and state.is_open == (state.stage in OPEN or state.route_in_view)
        assert act is None or act.level in ("ask", "support", "urgent")


def test_a_state_that_an_older_or_newer_version_kept_is_read() -> None:
    older = {"stage": "thoughts", "pending": "plan", "unread": 0, "said": {"utter_crisis_ideation": 1}, "quiet": 0, "country": None}
    assert State.from_json(older) == State("thoughts", "plan", said=(("utter_crisis_ideation", 1),))
    assert State.from_json({**older, "of_tomorrow": 1}).stage == "thoughts"


def test_a_conversation_without_a_kept_state_begins_at_the_start() -> None:
    assert State.from_json({}) == START


@settings(max_examples=200, deadline=None)
@given(st.lists(heards, max_size=10), st.sampled_from([signal for signal in SIGNALS if signal.level]))
def test_danger_is_answered_whatever_went_before_and_an_alarm_urgently(sequence: list[Heard], signal: Signal) -> None:
    state = START
    for heard in sequence:
        state, _ = step(state, heard)
    _, act = step(state, Heard(signal))
    assert act is not None
    assert act.level == "urgent" or signal.level != "urgent"


def every_button_of_a_crisis_answer() -> list[str]:
    known = responses()
    return sorted(
        {
            button.payload
            for name in known.names
            for variation in known.variations(name)
            if variation.metadata.kind == "crisis"
            for button in variation.buttons
        }
    )


@pytest.mark.parametrize("payload", every_button_of_a_crisis_answer())
@pytest.mark.parametrize("stage", STAGES)
def test_every_button_under_a_crisis_answer_is_answered_with_words_or_leads_to_the_dialogue(payload: str, stage: Any) -> None:
    _, act = step(State(stage), from_payload(payload))
    if payload in ("/resume", "/want_human", "/delete_my_chat", "/ask_something_to_try", "/feel_nothing"):
        assert act is None
    else:
        assert act is not None
        assert act.response in responses().names
        assert responses().variations(act.response)[0].metadata.kind == "crisis"


@settings(max_examples=300, deadline=None)
@given(st.lists(heards, max_size=10))
def test_what_is_shown_has_the_level_that_is_recorded(sequence: list[Heard]) -> None:
    state = START
    for heard in sequence:
        state, act = step(state, heard)
        if act:
            shown = raised([draft(act.response, act.wording)], act.response, act.level)[0].metadata
            assert (act.response, shown["kind"], shown["level"]) == (act.response, "crisis", act.level)


GUESS = Signal("crisis_passive", "ask", ("classifier",), sureness="faint")


def test_who_denies_thoughts_before_anyone_asked_is_believed_and_left_in_peace() -> None:
    heard = hear("before you ask, I don't want to kill myself", GUESS, START, [])
    state, act = step(START, heard)
    assert act is not None and act.response == "utter_risk_denied_unasked"
    assert state.stage == "resolved" and beside(step(state, Heard())[0], may_ask=True) is None
    _, act = step(state, Heard(Signal("crisis_passive", "ask", ("a burden",))))
    assert act is not None and act.response == "utter_risk_recheck", "new evidence is asked about all the same"


@pytest.mark.parametrize("text", ["I don't want to kill myself but I can't go on", "I don't want to kill myself, I'm just done"])
def test_a_denial_that_goes_on_is_none(text: str) -> None:
    assert not hear(text, GUESS, START, []).unasked
    assert not hear("I don't want to kill myself", Signal("crisis_ideation", "support", ("a rule",)), START, []).unasked
    assert not hear(
        "not suicidal, just tired of being here", Signal("crisis_passive", "ask", ("a rule",), sureness="guess"), START, []
    ).unasked


def test_feeling_fine_after_an_overdose_is_no_reason_not_to_call() -> None:
    text = "i took forty of my tablets"
    state, act = step(START, hear(text, by_rules(text), START, []))
    assert act is not None and act.level == "urgent"
    state, act = step(state, hear("i feel fine", CLEAR, state, []))
    assert act is not None and (act.response, act.level) == ("utter_overdose_feels_fine", "urgent")
    assert state.is_open


@pytest.mark.parametrize("topic", ["danger_from_others", "danger_to_others", "eating_disorder", "psychosis_or_mania", "medical_emergency"])
def test_nobody_is_given_words_of_suicide_to_copy_for_another_danger(topic: str) -> None:
    state, _ = step(START, danger(topic))
    _, act = step(state, hear("what do i say to them", CLEAR, state, []))
    assert act is not None and act.response != "utter_first_words"


def test_some_answers_after_an_eating_disorder_what_to_tell_someone_is_the_dialogues() -> None:
    state, _ = step(START, danger("eating_disorder"))
    state, _ = step(state, Heard())
    state, _ = step(state, Heard())
    assert step(state, hear("what should i tell her", CLEAR, state, []))[1] is None


def test_words_that_the_rules_know_are_new_evidence_after_a_denial_though_the_classifier_hears_nothing_in_them() -> None:
    denied, known = State("denied"), Signal("crisis_passive", "ask", ("a burden",), sureness="guess")
    state, act = step(denied, Heard(known))
    assert state.pending == "thoughts" and act is not None and act.response == "utter_risk_recheck"
    assert step(denied, Heard(known._replace(evidence=("classifier",))))[1] is None
    assert step(State("asked"), Heard(known))[1] is None


def test_who_says_unasked_that_they_are_not_suicidal_is_believed_and_what_they_say_beside_it_is_answered() -> None:
    _, act = step(START, hear("im not suicidal btw", CLEAR, START, []))
    assert act is not None and act.response == "utter_risk_denied_unasked"
    for text in ("he's not suicidal, i asked", "i'm not suicidal just numb", "i want to say that i'm not suicidal but nothing reaches me"):
        assert step(START, hear(text, CLEAR, START, []))[1] is None


DENIED_BEFORE = State("denied", said=(("utter_crisis_passive", 1), ("utter_risk_denied", 1)), quiet=2)


def typed(text: str, state: State, signal: Signal = CLEAR) -> tuple[State, Optional[Act]]:
    return step(state, hear(text, signal, state, []))


@pytest.mark.parametrize(
    "text",
    [
        "i said no before. that wasnt really true",
        "did you read that? i lied. when i said no",
        "Actually that no was a lie",
        "what i told you wasn't true, the no",
        "I wasn't honest with you earlier",
        "I take that no back",
        "my answer earlier was not the whole truth",
        "I haven't been straight with you",
        "I didn't tell you the truth",
        "what you asked earlier, my answer was not true",
        "sorry, I lied about not wanting to die",
    ],
)
def test_a_denial_that_is_taken_back_is_asked_about_straight(text):
    after, act = typed(text, DENIED_BEFORE)
    assert act and act.response == "utter_risk_taken_back" and after.pending == "thoughts"
    told, act = typed("yes", after)
    assert told.stage == "thoughts" and act and act.response == "utter_crisis_ideation"


@pytest.mark.parametrize(
    "text",
    [
        "when I said no I meant yes",
        "ok i wasn't honest before. when you asked. it's yes",
        "i lied earlier, the answer is yes",
        "i wasn't truthful, so yes",
    ],
)
def test_who_takes_a_denial_back_and_says_yes_is_not_asked_again(text):
    after, act = typed(text, DENIED_BEFORE)
    assert after.stage == "thoughts" and act and act.response == "utter_crisis_ideation"


@pytest.mark.parametrize(
    "text",
    [
        "I lied to my wife about it",
        "i lied in bed all day",
        "I wasn't honest with my therapist",
        "is it true that it gets better",
        "that's not true",
        "he lied to me",
        "I said no to the party",
        "no, I said no",
        "I'll take it back to the shop",
        "what I said at work was wrong",
        "take me back to the start",
        "I want that feeling back",
    ],
)
def test_lies_told_to_others_take_no_denial_back(text):
    assert typed(text, DENIED_BEFORE)[1] is None


def test_nothing_is_taken_back_where_nothing_was_denied():
    assert typed("I lied when I said no", START)[1] is None


@pytest.mark.parametrize(
    ("before", "response", "pending"),
    [
        (State("thoughts", said=(("utter_risk_plan_no", 1),)), "utter_risk_taken_back_plan", "plan"),
        (State("plan", said=(("utter_risk_not_near", 1),)), "utter_risk_taken_back_near", "near"),
    ],
)
def test_a_plan_denied_and_taken_back_is_asked_about_again(before, response, pending):
    after, act = typed("that wasn't true, what I said", before)
    assert act and (act.response, after.pending) == (response, pending)


HURT = State(route="danger_from_others", routes=("abuse",), said=(("utter_danger_from_others", 1),))
GUESSED = Signal("crisis_ideation", "support", ("classifier",))


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("how do i get out of there with no money", "leaving"),
        ("i mean the flat. leaving him. not a phone", "leaving"),
        ("ok going to my sisters tomorrow", "leaving"),
        ("my aunt would take us in", "leaving"),
        ("I've been planning to move out", "leaving"),
        ("the kids are asleep", "children"),
        ("my little boy is in the next room", "children"),
        ("he'll finish me one of these days", "life"),
        ("no. HE might kill ME. i'm not suicidal", "life"),
        ("my ex said he would kill us", "life"),
        ("can i text someone", "text"),
        ("not killing myself no. I just want it to stop", "heard"),
        ("i didnt say i want to die. its him i want to stop", "heard"),
        ("this isn't about suicide, he is the problem", "heard"),
    ],
)
@pytest.mark.parametrize("guess", [CLEAR, GUESSED])
@pytest.mark.parametrize("question", [("none", None), ("asked", "thoughts"), ("thoughts", "plan")])
def test_in_a_talk_about_danger_from_another_what_is_said_of_them_is_answered_as_that(text, response, guess, question):
    before = HURT._replace(stage=question[0], pending=question[1])
    after, act = typed(text, before, guess if len(text.split()) <= 8 or response == "heard" else CLEAR)
    assert act and act.response == f"utter_danger_from_others_{response}"
    assert after.topic == "danger_from_others" and after.pending is None


def test_a_no_to_suicide_in_a_talk_about_danger_from_another_ends_the_question_for_good():
    after, act = typed("no", HURT._replace(stage="asked", pending="thoughts"))
    assert act and act.response == "utter_danger_from_others_heard" and after.stage == "resolved"
    for _ in range(LOOK_BACK_AFTER):
        after, act = typed("he shouts all day", after)
        assert act is None and after.pending is None


@pytest.mark.parametrize("text", ["i want to kill myself", "i want to die", "I don't want to live anymore with this"])
def test_ones_own_wish_to_die_is_heard_in_a_talk_about_danger_from_another(text):
    after, act = typed(text, HURT, by_rules(text))
    assert act and act.response == "utter_crisis_ideation" and after.stage == "thoughts"


@pytest.mark.parametrize(
    "text", ["i'm going to work now", "he will be home at six", "I want to leave this world", "i want to get away from it all for good"]
)
def test_what_only_sounds_like_leaving_a_violent_person_is_not_answered_as_that(text):
    act = typed(text, HURT)[1]
    assert act is None or act.response != "utter_danger_from_others_leaving"


def test_an_age_of_eighteen_or_over_takes_back_the_one_under_it_and_nothing_else_of_the_danger() -> None:
    asked, _ = step(START, danger("crisis_ideation")._replace(minor=True))
    grown, _ = step(asked, Heard(adult=True))
    assert not grown.minor and "child" not in grown.asked_for
    assert grown.stage == asked.stage


SAID_NO = State("asked", said=(("utter_crisis_passive", 1), ("utter_risk_unsaid", 1)), quiet=1)


@pytest.mark.parametrize(
    "text",
    [
        "I've been saving up my pills",
        "I keep a stash of tablets in my drawer, it's a comfort",
        "I keep the pills close in case I need a way out",
        "i have like 60 xanax put by, just in case",
        "my meds are hoarded somewhere safe",
        "if I took them all nobody would know till monday",
        "I've counted my tablets",
    ],
)
@pytest.mark.parametrize("before", [START, SAID_NO, DENIED_BEFORE])
def test_tablets_put_by_are_asked_about_and_a_way_to_hand_them_over_is_named(text, before):
    after, act = typed(text, before, by_rules(text))
    assert act and act.response == "utter_risk_means" and after.pending == "thoughts"


@pytest.mark.parametrize("text", ["they're the sleeping pills from the doctor. about forty", "I've forty zopiclone in the drawer"])
def test_many_tablets_are_a_danger_once_risk_was_spoken_of_and_not_before(text):
    assert typed(text, START)[1] is None
    first, act = typed(text, SAID_NO)
    assert act and act.response == "utter_risk_means"
    second, act = typed(text, first)
    assert act and act.response == "utter_risk_means" and act.wording == 1
    third, act = typed(text, second)
    assert act and act.response == "utter_risk_plan_some" and third.stage == "plan"


@pytest.mark.parametrize(
    "text",
    [
        "I take 20 mg of fluoxetine",
        "two tablets a day",
        "I've been on pills for twenty years",
        "the pills made me numb",
        "I saved money on my meds",
        "they put me on tablets",
        "i keep forgetting my medication",
        "the tablets give me no comfort",
        "I keep the kids away from my tablets",
        "twenty years of pills",
        "do the pills help",
        "I collect my tablets on monday",
    ],
)
@pytest.mark.parametrize("before", [START, SAID_NO, DENIED_BEFORE])
def test_medicine_as_it_is_taken_is_no_danger(text, before):
    act = typed(text, before, by_rules(text))[1]
    assert act is None


def test_means_and_a_time_told_in_different_messages_are_a_plan():
    guess = Signal("crisis_ideation", "support", ("classifier",), sureness="guess")
    asked, act = typed("I've a rope out there is what I'm telling you", START, guess)
    assert act and act.response == "utter_crisis_guessed"
    planned, act = typed("Tonight maybe. Don't know.", asked)
    assert act and act.response == "utter_risk_plan_yes" and planned.stage == "imminent"
    assert typed("no, not tonight, not ever", asked)[0].stage != "imminent"
    _, act = typed("the tree out back has a strong limb", THOUGHTS)
    assert act and act.response == "utter_risk_plan_near"


def test_letters_to_the_children_after_a_plan_are_no_danger_to_them():
    guess = Signal("danger_to_others", "urgent", ("classifier",))
    act = typed("i've written letters to the kids", CALL, guess)[1]
    assert act and act.response == "utter_risk_stay"
    act = typed("i'm scared i'll hurt the kids", CALL, guess)[1]
    assert act and act.response == "utter_danger_to_others"


def test_not_tonight_after_the_question_about_a_plan_puts_no_plan_into_the_mouth():
    after, act = typed("no not tonight", THOUGHTS)
    assert act and act.response == "utter_risk_plan_some" and act.level == "urgent" and after.stage == "plan"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("my brother would listen", "someone_would_listen"),
        ("I could tell my aunt", "someone_would_listen"),
        ("right. I'll ring him", "will_reach"),
        ("i will text my sister", "will_reach"),
        ("ok. thanks, i might text them", "will_reach"),
        ("who would even pick up at this hour", "who_to_reach"),
        ("who'd be awake this late", "who_to_reach"),
        ("a teacher maybe", "someone_later"),
        ("my gp i guess", "someone_later"),
    ],
)
@pytest.mark.parametrize("before", [State("plan", "near"), State("thoughts"), CALL])
def test_who_could_be_told_is_taken_up_while_risk_is_open(text, response, before):
    act = typed(text, before)[1]
    assert act and act.response == f"utter_{response}"


@pytest.mark.parametrize("text", ["my brother would listen", "I'll ring him", "a teacher maybe", "who would pick up"])
def test_who_could_be_told_is_the_dialogues_where_nothing_was_told(text):
    assert typed(text, START)[1] is None
    assert typed(text, DENIED_BEFORE)[1] is None


def guessed(intent: str, level: Optional[str] = None) -> Signal:
    return Signal(intent, level or LEVELS[intent], ("classifier",))  # type: ignore[arg-type]


EVERYDAY = [
    ("would a different diet change anything", "eating_disorder"),
    ("is there anything i should be eating?", "eating_disorder"),
    ("all my bloods were fine in june", "medical_emergency"),
    ("no idea what my boyfriend wants from me", "danger_from_others"),
    ("i honestly don't know what she expects me to do about it", "danger_from_others"),
    ("i dont want them to take the baby away", "danger_to_others"),
    ("i cant tell the midwife, theyll take him", "danger_to_others"),
    ("she wont see anyone", "danger_to_others"),
    ("they refuse to see a doctor", "danger_to_others"),
]


@pytest.mark.parametrize(("text", "intent"), EVERYDAY)
def test_an_everyday_sentence_is_no_danger_because_the_classifier_alone_thinks_so(text, intent):
    assert hear(text, guessed(intent), START, ()).signal == CLEAR
    by_a_rule = guessed(intent)._replace(evidence=("a rule",))
    assert hear(text, by_a_rule, START, ()).signal == by_a_rule, "what a rule knows is believed"
    told_before = START._replace(route=intent)
    assert hear(text, guessed(intent), told_before, ()).signal != CLEAR, "so is what goes on with a danger that was told"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("should i eat less to get thin", "eating_disorder"),
        ("they'd take the baby away if they knew i nearly dropped her on purpose", "danger_to_others"),
        ("take him away from me before i shake him", "danger_to_others"),
        ("she won't see anyone ever again when i'm done", "danger_to_others"),
        ("would it help to stop eating for some days", "eating_disorder"),
        ("what should i eat if everything makes me throw up", "eating_disorder"),
        ("i don't know what he wants to do to me", "danger_from_others"),
        ("no idea what he wants, he locked the door", "danger_from_others"),
        ("my bloods were fine but my chest hurts and my arm is numb, not fine now", "medical_emergency"),
    ],
)
def test_what_says_more_than_the_everyday_is_believed_of_the_classifier(text, intent):
    assert hear(text, guessed(intent), START, ()).signal.intent == intent


@pytest.mark.parametrize(
    "text",
    ["ok, one last question, my dad's here on saturday", "cheers. the plumber comes on monday", "and my sisters are over this weekend"],
)
def test_a_visit_that_the_classifier_takes_for_the_end_is_asked_about(text):
    signal = guessed("crisis_imminent", "urgent")
    after, act = step(START, hear(text, signal, START, ()))
    assert act and act.level == "ask" and after.pending == "thoughts"
    told = step(START, danger("crisis_passive"))[0]
    assert hear(text, signal, told._replace(pending=None), ()).signal == signal, "once risk was spoken of it is believed"


@pytest.mark.parametrize(
    "text",
    [
        "my mum comes on sunday, she will find me",
        "thanks for everything. my sister is here on friday",
        "goodbye. my mum is coming on thursday",
        "my brother comes for the dog on friday",
    ],
)
def test_a_visit_with_a_farewell_or_an_end_beside_it_keeps_the_emergency_number(text):
    signal = guessed("crisis_imminent", "urgent")
    assert hear(text, signal, START, ()).signal == signal


@pytest.mark.parametrize(
    "text",
    [
        "before you ask if i'm suicidal, no",
        "are you gonna ask me whether i want to kill myself? cos i don't",
        "is this the part where you ask if i want to die? the answer's no",
        "No, before you ask if I am suicidal",
        "i guess you'll ask if im suicidal, well im not",
    ],
)
def test_a_no_to_the_question_that_is_expected_is_heard_before_it_comes(text):
    after, act = typed(text, START, by_rules(text))
    assert act and act.response == "utter_risk_denied_unasked" and after.pending is None and after.stage == "resolved"


@pytest.mark.parametrize(
    "text",
    [
        "are you going to ask if i'm suicidal? because yes",
        "before you ask if i want to die, not tonight",
        "are you going to ask if i'm suicidal? no one else does",
        "before you ask if i want to kill myself: no, but i have the pills here",
        "are you going to ask if i want to die? no, i just want it to be over",
        "do you ask if people want to kill themselves",
        "i said goodbye to the kids and sold the car this week. before you ask if i'm suicidal, no",
    ],
)
def test_what_is_no_plain_no_to_it_is_answered_as_danger(text):
    act = typed(text, START, by_rules(text))[1]
    assert act is None or act.response != "utter_risk_denied_unasked"


def offered_by(response: str) -> list[dict[str, Any]]:
    return [{"title": each.title, "payload": each.payload} for each in responses().variations(response)[0].buttons]


@pytest.mark.parametrize("named", ["my tutor maybe", "my sister would listen"])
@pytest.mark.parametrize("before", [State("plan", "near"), State("thoughts"), CALL])
def test_an_ok_to_who_could_be_told_goes_along_with_that_and_calls_nobody(named, before):
    state, act = typed(named, before)
    assert act
    after, act = step(state, hear("ok", CLEAR, state, offered_by(act.response)))
    assert act and act.response == "utter_someone_later" and not after.eased, "nobody is said to be there"


def test_an_ok_to_the_emergency_number_still_hears_how_the_call_goes():
    state, act = step(CALL, from_payload("/cannot_call"))
    assert act
    _, act = step(state, hear("ok", CLEAR, state, offered_by(act.response)))
    assert act and act.response == "utter_risk_calling"


def test_who_rings_about_a_danger_to_others_is_given_no_words_about_suicide():
    state, act = step(START, danger("danger_to_others"))
    assert act and act.level == "urgent"
    _, act = step(state, hear("yes", CLEAR, state, offered_by(act.response)))
    assert act and act.response == "utter_route_calling"


@pytest.mark.parametrize("before", [ASKED, THOUGHTS, State("thoughts")])
def test_a_town_and_its_country_get_the_services_of_that_country_while_risk_is_open(before):
    after, act = typed("Porto, Portugal", before._replace(said=(("utter_crisis_ideation", 1),)))
    assert act and act.response.startswith("utter_country_") and after.country == "PT" and after.pending == before.pending
    assert typed("Porto, Portugal", START)[1] is None
