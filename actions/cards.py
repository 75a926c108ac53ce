"""Cards of a visitor's own words: the way in. From the first choice on the channel makes them: the engine would record what is picked."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from thaw import cards
from thaw.responses import responses


class ActionBeginCard(Action):
    """Begins a card."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_begin_card"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say how it goes. The first line is the channel's too: what is said here is recorded."""
        entities = tracker.latest_message.get("entities") or []
        name = next((each["value"] for each in entities if each["entity"] == "card"), None)
        own = f"utter_card_begin_{name}"
        dispatcher.utter_message(response=own if own in responses().names else "utter_card_begin", buttons=cards.begin(name))
        return []
