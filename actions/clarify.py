"""What was not understood: two likeliest meanings, then a short menu with a person; each with the crisis line."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from thaw.nlu.choices import WHICH, picks_none
from thaw.responses import responses
from thaw.safety.levels import LEVELS

FALLBACK = "nlu_fallback"
OPTIONS = 2
LIKELY = 0.1
"""Confidence from which a meaning is worth offering; two strange ones are worse than what most people come with."""
MOST_COME_WITH = ("feel_nothing", "ask_why_numb")
_NOT_MEANT = frozenset({"frustrated_with_bot"})
"""What nobody whose message was not understood is offered to have meant."""


class ActionClarify(Action):
    """Answers a message that was not understood, differently each time in a row."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_clarify"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Offer two meanings the first time, the menu after that. A yes to both is asked once which of them it is."""
        both = _said_yes_to(tracker.latest_message)
        if both:
            dispatcher.utter_message(response="utter_clarify_which", buttons=both)
        elif _misses_before(tracker):
            dispatcher.utter_message(response="utter_clarify_again")
        else:
            dispatcher.utter_message(response="utter_clarify", buttons=_options(tracker.latest_message))
        dispatcher.utter_message(response="utter_crisis_line_short")
        return []


def _said_yes_to(message: Dict[str, Any]) -> List[Dict[str, str]]:
    """The meanings offered last, where a message says yes to them all; none where that was asked already."""
    beside = message.get("metadata") or {}
    offered, last = beside.get("offered") or (), beside.get("last") or ()
    if WHICH not in last or not picks_none(str(message.get("text") or ""), offered, last):
        return []
    return [{"title": str(each["title"]), "payload": str(each["payload"])} for each in offered if not each.get("door")]


def _options(message: Dict[str, Any]) -> List[Dict[str, str]]:
    """Buttons for the likeliest meanings that a visitor could have."""
    labels = responses().labels
    # The screen, which is taught for it, saw no danger: none is put into the visitor's mouth. The line beside says where one can be told.
    likeliest = [entry["name"] for entry in message.get("intent_ranking", []) if entry["confidence"] >= LIKELY and _may_be(entry["name"])]
    names = list(dict.fromkeys([*likeliest[:OPTIONS], *MOST_COME_WITH]))[:OPTIONS]
    return [{"title": labels[name], "payload": f"/{name}"} for name in names]


def _may_be(name: str) -> bool:
    return name in responses().labels and name not in _NOT_MEANT and name not in LEVELS


def _misses_before(tracker: Tracker) -> int:
    """How many messages in a row, before this one, were not understood."""
    count = 0
    for intent in _earlier_intents(tracker):
        if intent != FALLBACK:
            break
        count += 1
    return count


def _earlier_intents(tracker: Tracker) -> Iterator[str]:
    heard = [event for event in tracker.events if event.get("event") == "user"]
    for event in reversed(heard[:-1]):
        yield (event.get("parse_data") or {}).get("intent", {}).get("name") or ""
