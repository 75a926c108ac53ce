"""In the middle of a talk half a suspicion is noted, and asked about when it comes again."""

from __future__ import annotations

import pytest

from thaw.safety.risk import Heard, State, beside, step
from thaw.safety.screen import Signal

HALF = Heard(Signal("crisis_imminent", "support", ("classifier",), sureness="guess"))
FAINT = Heard(Signal("crisis_passive", "ask", ("classifier",), sureness="faint"))
SURE = Heard(Signal("crisis_ideation", "support", ("classifier",)))
KNOWN = Heard(Signal("crisis_passive", "ask", ("would rather not be here, a burden, no way out, no future",), sureness="guess"))
TALK = State(quiet=2)


def test_half_a_suspicion_in_a_talk_is_met_with_the_invitation_and_the_second_with_the_question() -> None:
    noted, act = step(TALK, HALF)
    shown = beside(noted, may_ask=True)
    assert act is None and shown and shown[1].response == "utter_crisis_hinted"
    asked, act = step(noted, HALF)
    assert act is not None and asked.pending == "thoughts"


@pytest.mark.parametrize("second", [FAINT, SURE, KNOWN])
def test_after_half_a_suspicion_any_other_is_asked_about(second: Heard) -> None:
    noted, _ = step(TALK, HALF)
    assert step(noted, second)[1] is not None


@pytest.mark.parametrize("heard", [SURE, KNOWN])
def test_what_is_sure_or_known_to_the_rules_is_asked_about_at_once(heard: Heard) -> None:
    assert step(TALK, heard)[0].pending == "thoughts"


def test_the_first_message_is_asked_about_on_half_a_suspicion() -> None:
    assert step(State(), HALF)[0].pending == "thoughts"


def test_after_some_calm_answers_an_old_suspicion_counts_for_half() -> None:
    state, _ = step(TALK, HALF)
    for _ in range(4):
        state, _ = step(state, Heard())
    state, act = step(state, FAINT)
    assert act is None, "one and one are not enough"
    assert step(state, FAINT)[1] is not None


@pytest.mark.parametrize(("intent", "level"), [("eating_disorder", "support"), ("danger_from_others", "urgent")])
def test_half_a_suspicion_of_another_danger_brings_the_line_once(intent: str, level: str) -> None:
    noted, act = step(TALK, Heard(Signal(intent, level, ("classifier",), sureness="guess")))  # type: ignore[arg-type]
    shown = beside(noted, may_ask=True)
    assert act is None and shown and shown[1].response == "utter_crisis_line_short"
    again = step(step(noted, Heard())[0], Heard(Signal(intent, level, ("classifier",), sureness="guess")))  # type: ignore[arg-type]
    assert again[1] is not None, "the second time it is answered, whatever came between"
    assert step(TALK, Heard(Signal(intent, level, ("classifier",))))[1] is not None  # type: ignore[arg-type]


def test_who_told_of_another_danger_is_answered_on_half_a_suspicion() -> None:
    told, _ = step(TALK, Heard(Signal("danger_from_others", "urgent", ("in danger from someone",))))
    assert step(told, HALF)[1] is not None
