"""The crisis answer inside the dialogue, and the way back from it. What to say was decided by the risk state machine."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from thaw.dialogue.pausing import pause, resume


class ActionAnswerSafety(Action):
    """Says the act that came with the message, and pauses the form under way."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_answer_safety"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say the response in the wording that was decided. It fills no slot."""
        act = tracker.latest_message["metadata"]["safety"]["act"]
        dispatcher.utter_message(response=act["response"], wording=act["wording"])
        return pause(tracker)


class ActionResume(Action):
    """Takes up what a crisis answer paused."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_resume"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Go on where it was left, or say that nothing is waiting."""
        events = resume(tracker)
        dispatcher.utter_message(response="utter_resume" if events else "utter_resume_nothing")
        return events
