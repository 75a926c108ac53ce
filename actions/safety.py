"""The crisis answer inside the dialogue, and the way back from it. What to say was decided by the risk state machine."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from thaw.dialogue.pausing import PAUSED, is_adult, last_choices, pause, resume, risk_is_open
from thaw.handoff.form import FORM


class ActionAnswerSafety(Action):
    """Says the act that came with the message, and pauses the form under way."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_answer_safety"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say the response in the wording that was decided. It fills no slot but that of an age that was told."""
        safety = tracker.latest_message["metadata"]["safety"]
        dispatcher.utter_message(response=safety["act"]["response"], wording=safety["act"]["wording"])
        return [*pause(tracker), *([SlotSet("minor", safety["minor"])] if "minor" in safety else [])]


class ActionResume(Action):
    """Takes up what a crisis answer paused, or the visitor when they went."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_resume"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Go on where it was left: with the form, or with what the last answer about something else offered."""
        if is_adult(tracker):
            return _grown_up(dispatcher, tracker)
        events = resume(tracker)
        if tracker.active_loop.get("name"):  # what asks now asks again after this
            dispatcher.utter_message(response="utter_resume")
            return events
        if events:
            # While risk is open the hand-off says itself that it waits.
            if not (risk_is_open(tracker) and tracker.get_slot(PAUSED) == FORM):
                dispatcher.utter_message(response="utter_resume")
            return events
        choices = last_choices(tracker)
        if choices:
            dispatcher.utter_message(response="utter_resume_topic", buttons=choices)
        else:
            dispatcher.utter_message(response="utter_resume_nothing")
        return []


def _grown_up(dispatcher: CollectingDispatcher, tracker: Tracker) -> List[Dict[str, Any]]:
    """One line to who says to be 18 or over, and the place they have, or had before an age under 18 was heard."""
    events = resume(tracker)
    # What a form asks comes after the line by itself.
    choices = [] if events or tracker.active_loop.get("name") else last_choices(tracker)
    line = "utter_is_adult" if tracker.get_slot("minor") else "utter_noted_adult"
    dispatcher.utter_message(response=line, **({"buttons": choices} if choices else {}))
    return [SlotSet("minor", False), *events]
