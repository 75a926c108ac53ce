"""The risk state machine: where a conversation stands, and what is answered."""

from __future__ import annotations

import json
from typing import Any, Optional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thaw.responses import responses
from thaw.safety.levels import LEVELS
from thaw.safety.risk import OPEN, Act, Heard, State, from_payload, in_view, step
from thaw.safety.screen import CLEAR, Signal

STAGES = ("none", "asked", "thoughts", "plan", "imminent", "denied")
START = State()
ASKED = State("asked", "thoughts")
THOUGHTS = State("thoughts", "plan")


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
    ("imminent danger", START, danger("crisis_imminent"), "imminent - crisis_imminent urgent"),
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
    ("yes, tonight", ASKED, danger("crisis_imminent", reply="yes"), "imminent - crisis_imminent urgent"),
    ("no, with an attempt under way", ASKED, danger("crisis_imminent", reply="no"), "imminent - crisis_imminent urgent"),
    ("the wish said again", ASKED, danger("crisis_passive"), "thoughts plan crisis_ideation support"),
    ("explicit thoughts", ASKED, danger("crisis_ideation"), "thoughts plan crisis_ideation support"),
    ("something else is asked once more", ASKED, FREE_TEXT, "asked thoughts risk_unclear support"),
    ("something else twice is let go", ASKED._replace(unread=1), FREE_TEXT, "asked - - -"),
    ("an answer after all", ASKED._replace(unread=1), said("no"), "denied - risk_denied support"),
    ("the yes button", ASKED, pressed("yes"), "thoughts plan crisis_ideation support"),
    ("the sometimes button", ASKED, pressed("unsure"), "thoughts plan crisis_ideation support"),
    ("the rather-not button", ASKED, pressed("unsaid"), "asked - risk_unsaid support"),
    ("the no button", ASKED, pressed("no"), "denied - risk_denied support"),
    ("another button leaves the question", ASKED, from_payload("/ask_therapy"), "asked - - -"),
    # the question about a plan
    ("a plan", THOUGHTS, said("yes"), "plan - risk_plan_yes urgent"),
    ("half a plan", THOUGHTS, said("unsure"), "plan - risk_plan_yes urgent"),
    ("no plan", THOUGHTS, said("no"), "thoughts - risk_plan_no support"),
    ("a plan, rather not say", THOUGHTS, said("unsaid"), "thoughts - risk_unsaid support"),
    ("the thoughts said again", THOUGHTS, danger("crisis_ideation"), "thoughts - risk_plan_no support"),
    ("the plan told in words", THOUGHTS, danger("crisis_imminent"), "imminent - crisis_imminent urgent"),
    ("the no button, about a plan", THOUGHTS, pressed("no"), "thoughts - risk_plan_no support"),
    # afterwards
    ("danger after a denial is asked about again", State("denied"), danger("crisis_passive"), "asked thoughts risk_recheck ask"),
    ("explicit thoughts after a denial", State("denied"), danger("crisis_ideation"), "thoughts plan crisis_ideation support"),
    ("self-harm after a denial opens risk again", State("denied"), danger("self_harm"), "asked thoughts self_harm support"),
    (
        "thoughts said again do not make an alarm smaller",
        State("imminent"),
        danger("crisis_ideation"),
        "imminent plan crisis_ideation support",
    ),
    ("self-harm does not make a plan smaller", State("plan"), danger("self_harm"), "plan thoughts self_harm support"),
    # routes of their own
    ("danger from others", START, danger("danger_from_others"), "none - danger_from_others urgent"),
    ("danger to others", START, danger("danger_to_others"), "none - danger_to_others urgent"),
    ("a medical emergency", START, danger("medical_emergency"), "none - medical_emergency urgent"),
    ("an eating disorder", START, danger("eating_disorder"), "none - eating_disorder support"),
    ("voices", START, danger("psychosis_or_mania"), "none - psychosis_or_mania support"),
    ("someone else", START, danger("crisis_third_party"), "none - crisis_third_party support"),
    ("a medical emergency does not close open risk", State("plan"), danger("medical_emergency"), "plan - medical_emergency urgent"),
    ("someone else does not close open risk", ASKED, danger("crisis_third_party"), "asked thoughts crisis_third_party support"),
    # the crisis menus
    ("cannot call", State("imminent"), from_payload("/cannot_call"), "imminent - cannot_call urgent"),
    ("with someone", State("imminent"), from_payload("/with_someone"), "imminent - with_someone support"),
    ("safe for now", State("imminent"), from_payload("/safe_for_now"), "imminent - safe_for_now support"),
    ("steady me", State("thoughts"), from_payload("/steady_me"), "thoughts - steady_me support"),
    ("what makes calling hard", ASKED, from_payload("/barrier_question"), "asked - barrier_question support"),
    ("no phone", State("thoughts"), from_payload('/barrier{"barrier": "phone"}'), "thoughts - barrier_phone support"),
    ("no police", State("thoughts"), from_payload('/barrier{"barrier": "police"}'), "thoughts - barrier_police support"),
    ("let down", State("thoughts"), from_payload('/barrier{"barrier": "let_down"}'), "thoughts - barrier_let_down support"),
    ("not enough", State("thoughts"), from_payload('/barrier{"barrier": "not_enough"}'), "thoughts - barrier_not_enough support"),
    (
        "a barrier nobody wrote an answer for",
        State("thoughts"),
        from_payload('/barrier{"barrier": "cost"}'),
        "thoughts - barrier_question support",
    ),
    ("they are in danger now", START, from_payload("/third_party_now"), "none - crisis_third_party_now urgent"),
    ("it's about me", START, from_payload("/crisis_passive"), "asked thoughts crisis_passive ask"),
    # choices of older bubbles
    ("an old yes, long after", START, pressed("yes"), "thoughts plan crisis_ideation support"),
    ("an old yes after a denial", State("denied"), pressed("yes"), "thoughts plan crisis_ideation support"),
    ("an old no at the start", START, pressed("no"), "denied - risk_denied support"),
    ("an old yes does not make a plan smaller", State("plan"), pressed("yes"), "plan plan crisis_ideation support"),
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
    assert act is not None and act.response == "utter_risk_unclear"


def test_an_unread_answer_keeps_risk_open() -> None:
    after = ASKED
    for _ in range(4):
        after, _ = step(after, FREE_TEXT)
    assert after.is_open and after.pending is None


@pytest.mark.parametrize(
    ("intent", "route"),
    [("danger_from_others", "abuse"), ("danger_to_others", "birth"), ("crisis_ideation", None), ("medical_emergency", None)],
)
def test_services_of_the_visitors_trouble_come_first(intent: str, route: Optional[str]) -> None:
    _, act = step(START, danger(intent))
    assert act is not None
    assert act.routes == ((route,) if route else ())


@pytest.mark.parametrize("stage", STAGES)
def test_risk_is_open_from_the_question_until_it_is_denied(stage: Any) -> None:
    assert State(stage).is_open == (stage not in ("none", "denied"))


# Whatever comes

SIGNALS = [CLEAR, Signal("crisis_imminent", "support"), *(Signal(intent, level) for intent, level in LEVELS.items())]
PAYLOADS = [
    *(f'/answer_risk{{"risk_answer": "{answer}"}}' for answer in ("yes", "no", "unsure", "unsaid")),
    *(f'/barrier{{"barrier": "{barrier}"}}' for barrier in ("phone", "police", "let_down", "not_enough", "cost")),
    *("/cannot_call", "/with_someone", "/safe_for_now", "/steady_me", "/barrier_question", "/third_party_now"),
    *(f"/{intent}" for intent in LEVELS),
    *("/want_match", "/resume", "/barrier", "/answer_risk"),
]
heards = st.one_of(
    st.tuples(st.sampled_from(SIGNALS), st.sampled_from([None, "yes", "no", "unsure", "unsaid"])).map(lambda both: Heard(*both)),
    st.sampled_from(PAYLOADS).map(from_payload),
)


def words_of(act: Act) -> str:
    return responses().say(act.response, act.wording - 1).variation.text


@settings(max_examples=200, deadline=None)
@given(st.lists(heards, min_size=1, max_size=50))
def test_no_crisis_words_come_twice_in_a_row_whatever_the_visitor_does(sequence: list[Heard]) -> None:
    state, last, last_of = START, "", {}
    for heard in sequence:
        state, act = step(state, heard)
        if act is None and state.is_open:
            state, act = in_view(state)
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
        assert state.stage in STAGES and state.is_open == (state.stage in OPEN)
        assert act is None or act.level in ("ask", "support", "urgent")


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
    if payload in ("/resume", "/want_human", "/delete_my_chat"):
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
            written = responses().say(act.response, act.wording - 1).variation.metadata
            assert (act.response, written.kind, written.level) == (act.response, "crisis", act.level)
