"""What is said and offered to those for whom looking around doesn't work, or not with their eyes."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.exercise import ActionAskExerciseOutcome, ActionCloseExercise
from thaw import funnel
from thaw.exercise import state
from thaw.exercise.state import FORM, GROUNDING, SLOT, State
from thaw.responses import responses


@pytest.fixture(autouse=True)
def uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(funnel, "count", lambda _: None)


def said(action: Any, now: State, intent: str) -> list[str]:
    """The names of what an action says to someone who stands there."""
    message = {"intent": {"name": intent}, "entities": []}
    tracker = Tracker("anna", {SLOT: now.to_json()}, message, [], False, None, {"name": FORM}, "action_listen")
    dispatcher = CollectingDispatcher()
    action.run(dispatcher, tracker, {})
    return [each["response"] for each in dispatcher.messages]


def test_looking_around_that_made_it_worse_is_not_offered_again() -> None:
    now = state.show(state.choose(State(worse=True), GROUNDING))
    answer = said(ActionCloseExercise(), now, "exercise_felt_worse")
    assert answer == ["utter_exercise_grounded_worse"]
    assert all(GROUNDING not in button.payload for each in responses().variations(answer[0]) for button in each.buttons)


def test_who_cannot_see_is_not_told_to_look_around() -> None:
    now = state.choose(State(hindrances=("no_sight",)), GROUNDING)
    assert said(ActionAskExerciseOutcome(), now, "choose_activity") == ["utter_exercise_grounding_unseen"]
