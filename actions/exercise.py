"""The exercise: what comes when the form asks, ends, or is left."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from thaw import funnel
from thaw.responses import responses

_OUTCOMES = ("something", "nothing", "worse")


def forgotten() -> List[Dict[str, Any]]:
    """Events that make the exercise ready to be done again."""
    return [SlotSet(name, None) for name in ("exercise_activity", "exercise_outcome", "exercise_shown")]


class ActionAskExerciseOutcome(Action):
    """Shows the exercise, and later only asks what was noticed."""

    def name(self) -> str:
        """Rasa's name for what asks for the slot `exercise_outcome`."""
        return "action_ask_exercise_outcome"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say the exercise of the chosen activity, or the reminder after a digression."""
        if tracker.get_slot("exercise_shown"):
            dispatcher.utter_message(response="utter_ask_exercise_outcome")
            return []
        response = f"utter_exercise_{tracker.get_slot('exercise_activity')}"
        known = response in responses().names
        dispatcher.utter_message(response=response if known else "utter_exercise_own")
        funnel.count("exercise_started")
        return [SlotSet("exercise_shown", True)]


class ActionCloseExercise(Action):
    """Answers what the visitor noticed."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_close_exercise"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say the answer to the outcome; nothing counts as a good result."""
        outcome = tracker.get_slot("exercise_outcome")
        dispatcher.utter_message(response=f"utter_exercise_felt_{outcome if outcome in _OUTCOMES else 'nothing'}")
        funnel.count("exercise_finished")
        return forgotten()


class ActionLeaveExercise(Action):
    """Stops the exercise at the visitor's word."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_leave_exercise"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say that it is stopped, without fault."""
        dispatcher.utter_message(response="utter_stop")
        return [ActiveLoop(None), SlotSet("requested_slot", None), *forgotten()]
