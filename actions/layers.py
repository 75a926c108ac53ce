"""Going deeper into what was just answered: a response has layers, its name with `_more`, then with `_deep`."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from thaw.responses import below, responses


class ActionTellMore(Action):
    """Says the next layer of the last answer that has one."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_tell_more"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """The next layer; where there is none, what else there is to ask."""
        last = _last_answer(tracker.events)
        dispatcher.utter_message(response=(last and below(last)) or "utter_no_more")
        return []


def _last_answer(events: List[Dict[str, Any]]) -> Optional[str]:
    """The response last said that is one of layers; of the last answers only, so that "more" is never about what is long past."""
    turns_back, only_asides = 0, False
    for event in reversed(events):
        if event.get("event") == "user":
            # A turn that was not understood, or only led back, takes nothing out of reach.
            turns_back += not only_asides
            only_asides = turns_back > 0
            if turns_back > _REACH:
                return None
        elif event.get("event") == "bot" and turns_back:
            said = str(((event.get("metadata") or {}).get("metadata") or {}).get("response") or "")
            if said in responses().layered:
                return said
            only_asides = only_asides and said.startswith(_ASIDES)
    return None


_ASIDES = ("utter_clarify", "utter_crisis_line_short", "utter_resume", "utter_repeat", "utter_out_of_scope")
_REACH = 2
"""Turns back to which "tell me more" may refer: the last, or the one before a short aside."""
