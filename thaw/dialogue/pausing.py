"""Pausing a form (the exercise, the hand-off, the self-check) for something that outranks it or because the visitor goes, and taking it up
again where it was left."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

from thaw.handoff.form import FORM

PAUSED = "paused"
"""The slot that keeps the paused form's name. Its slots keep their values meanwhile."""
_TOPICS = (None, "text", "choices")
_NO_TOPICS = (
    "utter_ask_handoff_",
    "utter_ask_exercise_",
    "utter_ask_check_",
    "utter_exercise_before",
    "utter_clarify",
    "utter_resume",
    "utter_which_country",
    "utter_repeat",
    "utter_delete_my_chat",
    "utter_stop",
    "utter_something_else",
    "utter_check_left",
    "utter_start_fresh",
    "utter_deny",
    "utter_is_minor",
    "utter_want_match_minor",
    "utter_want_human_minor",
    "utter_is_adult",
    "utter_noted_adult",
    "utter_not_so",
    "utter_past_is_past",
    "utter_misread",
    "utter_frustrated_with_bot",
    "utter_goodbye",
    "utter_thanks",
    "utter_keep_it_short",
    "utter_write_longer",
    "utter_affirm",
    "utter_greet",
)
"""Beginnings of answers that offer nothing to come back to. What a form asks is the form's."""


def pause(tracker: Tracker) -> List[Dict[str, Any]]:
    """Events that pause the active form, if there is one."""
    form = tracker.active_loop.get("name")
    if not form:
        return []
    return [SlotSet(PAUSED, form), ActiveLoop(None), SlotSet("requested_slot", None)]


def resume(tracker: Tracker) -> List[Dict[str, Any]]:
    """Events that take the paused form up again; none if nothing is paused. While another form asks, what waits stays paused.

    The hand-off waits for nobody under 18: it is kept only in case that age proves wrong.
    """
    form = tracker.get_slot(PAUSED)
    if not form or tracker.active_loop.get("name") or (form == FORM and is_minor(tracker)):
        return []
    return [SlotSet(PAUSED, None), ActiveLoop(form), FollowupAction(form)]


def risk_is_open(tracker: Tracker) -> bool:
    """Whether risk is open, as the channel said beside the message."""
    return bool(_beside(tracker).get("open"))


def _beside(tracker: Tracker) -> Dict[str, Any]:
    """What the channel said of safety beside the message."""
    return (tracker.latest_message.get("metadata") or {}).get("safety") or {}


def is_minor(tracker: Tracker) -> bool:
    """Whether the visitor is under 18: as the channel said beside the message, who may have heard it alone, else as the dialogue knows."""
    return bool(_beside(tracker).get("minor", tracker.get_slot("minor")))


def is_adult(tracker: Tracker) -> bool:
    """Whether the message says that the visitor is 18 or over."""
    return bool(_beside(tracker).get("adult"))


def last_choices(tracker: Tracker) -> List[Dict[str, Any]]:
    """What the last answer offered that was neither about risk nor a way back; none if there was no such answer."""
    for event in reversed(tracker.events):
        if event.get("event") != "bot":
            continue
        metadata = (event.get("metadata") or {}).get("metadata") or {}
        buttons = (event.get("data") or {}).get("buttons") or []
        response = str(metadata.get("response", ""))
        if buttons and metadata.get("kind") in _TOPICS and not response.startswith(_NO_TOPICS):
            return [dict(button) for button in buttons]
    return []
