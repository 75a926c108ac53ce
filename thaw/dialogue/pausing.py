"""Pausing a form (the exercise, later the hand-off) for something that outranks it, and taking it up again where it was left."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

PAUSED = "paused"
"""The slot that keeps the paused form's name. Its slots keep their values meanwhile."""


def pause(tracker: Tracker) -> List[Dict[str, Any]]:
    """Events that pause the active form, if there is one."""
    form = tracker.active_loop.get("name")
    if not form:
        return []
    return [SlotSet(PAUSED, form), ActiveLoop(None), SlotSet("requested_slot", None)]


def resume(tracker: Tracker) -> List[Dict[str, Any]]:
    """Events that take the paused form up again; none if nothing is paused."""
    form = tracker.get_slot(PAUSED)
    if not form:
        return []
    return [SlotSet(PAUSED, None), ActiveLoop(form), FollowupAction(form)]
