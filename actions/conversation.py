"""Saying the last words again, and deleting the conversation."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class ActionRepeat(Action):
    """Says the last turn's words again."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_repeat"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """A short lead-in, then the same wordings as before."""
        # A form asks its question again itself.
        said = [each for each in _last_said(tracker.events) if not (tracker.active_loop.get("name") and _asks(each))]
        if not said:
            dispatcher.utter_message(response="utter_repeat_nothing")
            return []
        dispatcher.utter_message(response="utter_repeat")
        for metadata in said:
            # A crisis answer never comes twice word for word: it is said again in its next wording.
            same = {} if metadata.get("kind") == "crisis" else {"wording": metadata["wording"], "handoff": metadata.get("handoff")}
            dispatcher.utter_message(response=metadata["response"], **same)
        return []


class ActionDeleteConversation(Action):
    """Says the last word; the channel deletes the conversation when it sees this response."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_delete_conversation"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say what is gone."""
        dispatcher.utter_message(response="utter_deleted")
        return []


def _asks(metadata: Dict[str, Any]) -> bool:
    return str(metadata["response"]).startswith(("utter_ask_exercise_", "utter_exercise_before", "utter_ask_handoff_"))


def _last_said(events: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """Response and wording of each bot message of the last turn that said something, without lead-ins of a repetition."""
    said: List[Dict[str, Any]] = []
    turns_back = 0
    for event in reversed(events):
        if event.get("event") == "user":
            turns_back += 1
            if turns_back > 1 and said:
                break
        elif event.get("event") == "bot" and turns_back:
            metadata = (event.get("metadata") or {}).get("metadata") or {}
            # Of a card under way only the beginning is known here: what is said again is the answer that led to it.
            if metadata.get("response") not in (None, "utter_repeat") and not metadata["response"].startswith("utter_card_"):
                said.insert(0, metadata)
    return said
