"""Saying the last words again, taking leave, starting fresh, and deleting the conversation."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from thaw.dialogue.pausing import pause
from thaw.handoff.form import SLOT, State
from thaw.handoff.summary import RECEIPT
from thaw.responses import responses

KEPT = frozenset({"minor"})
"""Slots that a fresh start does not clear: an age under 18 stays one."""


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
            dispatcher.utter_message(response="utter_repeat" if tracker.active_loop.get("name") else "utter_repeat_nothing")
            return []
        dispatcher.utter_message(response="utter_repeat")
        for metadata in said:
            # A crisis answer never comes twice word for word: it is said again in its next wording.
            same = {} if metadata.get("kind") == "crisis" else {"wording": metadata["wording"], "handoff": metadata.get("handoff")}
            # What was filled in, and choices that the wording doesn't bring, stand only in what was said.
            said_then = {} if metadata.get("kind") == "crisis" else {"text": metadata["said"], "buttons": _added(metadata)}
            dispatcher.utter_message(response=metadata["response"], **said_then, **same)
        return []


class ActionTakeLeave(Action):
    """Lets a visitor go."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_take_leave"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say goodbye, and ask nothing after it: a form under way waits until they come back."""
        dispatcher.utter_message(response="utter_goodbye")
        return pause(tracker)


class ActionStartFresh(Action):
    """Forgets what was noted and what was under way. The record stays; deleting it is asked for by itself."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_start_fresh"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Say what is left behind and what is not; then nothing is asked."""
        dispatcher.utter_message(response="utter_start_fresh")
        cleared = [SlotSet(name, None) for name, value in tracker.slots.items() if value is not None and name not in {*KEPT, SLOT}]
        receipts = tracker.get_slot(SLOT)
        if receipts:
            # The numbers go on: the consent button of a receipt from before must fit none that comes.
            cleared.append(SlotSet(SLOT, State(receipt=State.from_json(receipts).receipt + 1).to_json()))
        return [ActiveLoop(None), *cleared]


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
    asking = ("utter_ask_exercise_", "utter_exercise_before", "utter_ask_handoff_", "utter_ask_check_", RECEIPT)
    return str(metadata["response"]).startswith(asking)


def _added(metadata: Dict[str, Any]) -> List[Dict[str, Any]]:
    """The choices that came with a message beside those of its wording."""
    own = {button.payload for button in responses().wording(metadata["response"], metadata["wording"]).variation.buttons}
    return [each for each in metadata["buttons"] if each["payload"] not in own]


_NOTICES = ("utter_keep_it_short", "utter_write_longer", "utter_repeat", "utter_taken_wrong", "utter_misread")
"""What says nothing that is worth saying again: how it goes on, and that it was said."""


def _last_said(events: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """Response and wording of each bot message of the last turn that said something, without notices and lead-ins."""
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
            if metadata.get("response") not in (None, *_NOTICES) and not metadata["response"].startswith("utter_card_"):
                buttons = (event.get("data") or {}).get("buttons") or []
                said.insert(0, {**metadata, "said": event.get("text"), "buttons": buttons})
    return said
