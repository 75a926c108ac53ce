"""A second, different activity, offered once: some turns after the first one ended, at a pause, and not to whom it made things worse."""

from __future__ import annotations

from typing import Any, Mapping, NamedTuple, Optional, Sequence

from thaw.channels.renderer import Draft, draft
from thaw.channels.returning import Presence, with_ways
from thaw.exercise import state
from thaw.exercise.state import SLOT, State
from thaw.responses import responses

AFTER = 2
"""Turns after the one in which the exercise ended."""
_ENDED = frozenset(f"utter_exercise_{name}" for name in ("felt_something", "felt_nothing", "noticed_more", "noticed_same"))
"""Answers to someone whom it helped, or for whom it did nothing."""
_PAUSES = frozenset({"utter_thanks", "utter_affirm", "utter_no_more"})
"""Answers with which nothing is under way."""

_FRESH = "utter_start_fresh"


class Activity(NamedTuple):
    """What is offered: how it is called, and what stands behind its choice."""

    title: str
    payload: str


def different(engine_state: Mapping[str, Any]) -> Optional[Activity]:
    """What fits the visitor and was not done yet; None if there is nothing, or something is under way.

    Args:
        engine_state: slots and active form.
    """
    slots = engine_state.get("slots") or {}
    now = State.from_json(slots.get(SLOT))
    if engine_state.get("active_loop") or slots.get("paused") or slots.get("unreal") or now.worse:
        return None
    fitting = state.fitting(now, slots.get("enjoyed"), state.needs_of(slots))
    name = next((each for each in fitting if each not in now.done), None)
    payload = f'/choose_activity{{"exercise_activity": "{name}"}}'
    buttons = responses().variations("utter_exercise_activities")[0].buttons
    return next((Activity(button.title, payload) for button in buttons if button.payload == payload), None)


def offer(presence: Presence, engine_state: Mapping[str, Any], drafts: Sequence[Draft]) -> tuple[Presence, list[Draft]]:
    """The answer, with another activity if it is time for one; and what is kept of it."""
    names = {each.response for each in drafts}
    if names & _ENDED and not presence.offered_another:
        return presence._replace(since_exercise=0), list(drafts)
    if presence.since_exercise is None or _FRESH in names:
        # After a fresh start nothing from before is picked up.
        return presence._replace(since_exercise=None), list(drafts)
    since = presence.since_exercise + 1
    activity = different(engine_state) if since >= AFTER and names <= _PAUSES else None
    if activity is None:
        return presence._replace(since_exercise=since), list(drafts)
    line = draft("utter_exercise_later")
    said = line._replace(text=line.text.replace("{thing}", activity.title))
    choice = {"title": activity.title, "payload": activity.payload}
    return presence._replace(since_exercise=None, offered_another=True), [said, *with_ways(list(drafts), [choice])]
