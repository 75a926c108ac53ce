"""Coming back, and staying long: what is said before the answer to someone who was away, or has been here for hours.

Pure: the times come from the store's turns. Nothing of it is said in a turn that is about risk; what the law asks for comes with the
first answer that is not, also while risk is open.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Mapping, NamedTuple, Optional, Sequence

from thaw.cadence import Cadence
from thaw.channels.renderer import Draft, draft
from thaw.handoff.form import FORM as HAND_OFF
from thaw.responses import DECLINING, responses
from thaw.self_check import FORM as CHECK

Json = dict[str, Any]

EXERCISE = "exercise_form"
_UNDER_WAY = {EXERCISE: "utter_back_exercise", HAND_OFF: "utter_back_hand_off", CHECK: "utter_back_check"}
"""What is said of a form that was left open."""
_TAKEN_UP = {
    "utter_back_exercise": ("utter_exercise_", "utter_ask_exercise_"),
    "utter_back_hand_off": ("utter_hand_off_", "utter_ask_handoff_"),
    "utter_back_check": ("utter_check_", "utter_ask_check_"),
}
"""Beginnings of the answers with which what waits goes on or ends: that it waits is no longer so."""
_RESUME = "/resume"
_KNOWN_PLACE = ("utter_resume", "utter_start_fresh", "utter_delete_my_chat", "utter_cancel_delete", "utter_repeat", "utter_is_minor")
"""Answers to someone who says themselves where to go on, or who shall read nothing before."""
_TOPICS = ("feel_", "lost_", "going_", "told_", "far_", "effort_", "shame_", "body_", "feels_", "numb_", "worried_", "ask_", "therapy_")
"""Beginnings of the intents that are a topic to come back to."""
_NO_TOPICS = frozenset({"ask_if_bot", "ask_capabilities", "ask_privacy", "numb_after_trauma"})
"""Those that are none. Trauma is for the visitor to bring up."""


class Presence(NamedTuple):
    """What is kept of a visitor's times: seconds of use since they were told what this is, whether telling is owed, lines said.

    `since_exercise`: turns since an exercise ended after which another may be offered; `offered_another`: it was, and is not again.
    """

    used: int = 0
    owed: bool = False
    said: int = 0
    since_exercise: Optional[int] = None
    offered_another: bool = False

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Presence:
        """From the store; nothing there is the state at the start."""
        return cls(**{name: value for name, value in kept.items() if name in cls._fields})

    def to_json(self) -> Json:
        """For the store."""
        return self._asdict()


class Arrival(NamedTuple):
    """A message came: the times with it, and what is due before the answer."""

    presence: Presence
    disclosure: bool = False
    reminder: bool = False
    was_away: bool = False


def arrive(before: Presence, away: dt.timedelta, minor: bool, cadence: Cadence) -> Arrival:
    """What is due, `away` after the last turn."""
    here = away < cadence.away
    presence = before._replace(used=before.used + (max(0, int(away.total_seconds())) if here else 0))
    presence = presence._replace(owed=before.owed or away >= cadence.disclosure)
    most = cadence.reminder_of_a_minor if minor else cadence.reminder
    # Whoever is told anew what this is needs no reminder of it.
    return Arrival(presence, presence.owed, not presence.owed and presence.used >= most.total_seconds(), not here)


def welcome(arrival: Arrival, place: Optional[Draft], drafts: Sequence[Draft]) -> tuple[Presence, list[Draft]]:
    """The answer with what is due before it, and the times after that. The way to a fresh start comes with the last choices.

    Args:
        arrival: what is due.
        place: where the visitor was, or None if there is nothing to come back to.
        drafts: the answer.
    """
    presence, before = arrival.presence, []
    if arrival.disclosure:
        before.append(draft("utter_disclosure_again", presence.said))
    elif arrival.reminder:
        before.append(draft("utter_take_a_break", presence.said))
    if before:
        presence = presence._replace(used=0, owed=False)
    answer = list(drafts)
    if arrival.was_away and place and not any(each.response.startswith(_known(place)) for each in drafts):
        before.append(place._replace(buttons=()))
        answer = with_ways(answer, place.buttons)
    return presence._replace(said=presence.said + bool(before)), [*before, *answer]


def _known(place: Draft) -> tuple[str, ...]:
    """Beginnings of the answers beside which the place is not named. What asks without being taken up is named all the same."""
    waits = any(each["payload"] == _RESUME for each in place.buttons)
    return (*_KNOWN_PLACE, *(_TAKEN_UP.get(place.response, ()) if waits else ()))


def place(state: Mapping[str, Any], events: Sequence[Mapping[str, Any]], number: int) -> Optional[Draft]:
    """Where the visitor was, from the engine's state and its last events; None if they had said nothing yet.

    Args:
        state: slots and active form.
        events: the engine's last events, oldest first.
        number: how often such a line was said, so that the next wording comes.
    """
    heard = [event for event in events if event.get("event") == "user"]
    if not heard:
        return None
    asking, slots = state.get("active_loop"), state.get("slots") or {}
    form = asking or slots.get("paused")
    if form in _UNDER_WAY and not (form == HAND_OFF and slots.get("minor")):
        found = draft(_UNDER_WAY[form], number)
        # What asks now asks again by itself.
        return found._replace(buttons=[each for each in found.buttons if not (asking and each["payload"] == _RESUME)])
    topic = next((name for name in map(_topic, reversed(heard)) if name), None)
    if topic is None:
        return draft("utter_back", number)
    label = responses().labels[topic]
    found = draft("utter_back_topic", number)
    quoted = label if label.endswith("?") else f"{label}."
    return found._replace(text=found.text.replace("{topic}", quoted), buttons=[{"title": label, "payload": f"/{topic}"}, *found.buttons])


def _topic(event: Mapping[str, Any]) -> Optional[str]:
    """The topic that a visitor's message was about, if it was about one and not said while risk was open."""
    safety = (event.get("metadata") or {}).get("safety") or {}
    name = str(((event.get("parse_data") or {}).get("intent") or {}).get("name") or "")
    is_topic = name.startswith(_TOPICS) and name not in _NO_TOPICS and name in responses().labels
    return name if is_topic and not (safety.get("open") or safety.get("act")) else None


def with_ways(drafts: list[Draft], ways: Sequence[Mapping[str, str]]) -> list[Draft]:
    """The drafts with the ways put after the last choices, before what declines; as they are if there is no place for them."""
    for number in range(len(drafts) - 1, -1, -1):
        each = drafts[number]
        if each.metadata.get("kind", "text") != "text" or any(b["payload"].startswith("/confirm_") for b in each.buttons):
            continue
        offered = {button["payload"] for button in each.buttons}
        new = [way for way in ways if way["payload"] not in offered]
        declining = [button for button in each.buttons if button["payload"] in DECLINING]
        kept = [button for button in each.buttons if button not in declining]
        return [*drafts[:number], each._replace(buttons=[*kept, *new, *declining]), *drafts[number + 1 :]]
    return drafts
