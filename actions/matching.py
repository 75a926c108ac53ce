"""The way to a person of this site."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from thaw.dialogue.handing_off import HELPER_NAMED
from thaw.dialogue.pausing import is_minor
from thaw.settings import settings
from thaw.trusted import names_a_helper


class ActionGiveHumanContact(Action):
    """Says how to reach a person of this site, or that the site has given no contact."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_give_human_contact"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Give what the site really offers, and the crisis services."""
        contact = settings().human_contact
        if is_minor(tracker) and names_a_helper(str(tracker.latest_message.get("text") or "")):
            dispatcher.utter_message(response=HELPER_NAMED)
            return []
        if contact:
            dispatcher.utter_message(response="utter_want_human_contact", contact=contact)
        elif is_minor(tracker):
            # The matching is closed to them: the way to a person goes past it.
            dispatcher.utter_message(response="utter_want_human_minor")
            dispatcher.utter_message(response="utter_line_for_the_young")
            return []
        else:
            dispatcher.utter_message(response="utter_want_human_no_contact")
        dispatcher.utter_message(response="utter_crisis_line_short")
        return []
