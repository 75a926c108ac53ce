"""Steps that the hand-off's actions share: where it stands, how it goes on, how it ends or waits."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from thaw.dialogue.pausing import PAUSED, pause, risk_is_open
from thaw.handoff import form
from thaw.handoff.form import FORM, SLOT, State
from thaw.handoff.summary import RECEIPT, consent_version, rows, wording
from thaw.settings import settings
from thaw.trusted import names_a_helper

Events = List[Dict[str, Any]]
HELPER_NAMED = "utter_helper_named"


def state_of(tracker: Tracker) -> State:
    """Where the visitor stands with the questions."""
    return State.from_json(tracker.get_slot(SLOT))


def is_asking(tracker: Tracker) -> bool:
    """Whether a question or the receipt waits for an answer."""
    return bool(tracker.active_loop.get("name") == FORM)


def entity(tracker: Tracker, name: str) -> Optional[str]:
    """The first value that came with the message under a name."""
    return next(iter(entities(tracker, name)), None)


def entities(tracker: Tracker, name: str) -> List[str]:
    """The values that came with the message under a name, in order."""
    return [str(each["value"]) for each in tracker.latest_message.get("entities") or [] if each["entity"] == name]


def go_on(tracker: Tracker, state: State) -> Events:
    """The next question, or the receipt: both are asked by the form, so that a digression comes back to them."""
    if is_asking(tracker):
        return [SlotSet(SLOT, state.to_json())]
    return [SlotSet(SLOT, state.to_json()), SlotSet(PAUSED, None), ActiveLoop(FORM), FollowupAction(FORM)]


def to_the_receipt(tracker: Tracker, state: State) -> Events:
    """The receipt as it is now, also where questions are open."""
    return go_on(tracker, state if form.question(state) is None else form.finish(state))


def show_receipt(dispatcher: CollectingDispatcher, tracker: Tracker, state: State) -> Events:
    """Show everything that would be sent, and wait for a yes; if it is nothing, there is no yes to wait for."""
    content = {"stage": "receipt", "summary": rows(state), "number": state.receipt}
    if state.answers:
        dispatcher.utter_message(response=RECEIPT, wording=wording(state), handoff=content)
        return [SlotSet(SLOT, state._replace(consent=consent_version(state, settings())).to_json())]
    dispatcher.utter_message(response="utter_hand_off_empty", handoff=content)
    return [*closed(tracker), SlotSet(SLOT, state.to_json()), SlotSet(PAUSED, FORM)]


def closed(tracker: Tracker) -> Events:
    """Events that end the questions, asked or paused; nothing else that is under way."""
    events: Events = []
    if tracker.get_slot(PAUSED) == FORM:
        events.append(SlotSet(PAUSED, None))
    if is_asking(tracker):
        events += [ActiveLoop(None), SlotSet("requested_slot", None)]
    return events


def waits(dispatcher: CollectingDispatcher, tracker: Tracker, response: str = "utter_hand_off_waits") -> Events:
    """While risk is open the hand-off is paused, not lost: nothing said now gets into the summary."""
    dispatcher.utter_message(response=response)
    paused = FORM if is_asking(tracker) else tracker.get_slot(PAUSED) or FORM
    return [*closed(tracker), SlotSet(PAUSED, paused)]


def not_with_a_minor(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Adult matching is closed to a minor. Who names someone to turn to themselves is not refused again."""
    at_risk = "utter_want_match_minor_risk" if risk_is_open(tracker) else "utter_want_match_minor"
    dispatcher.utter_message(response=HELPER_NAMED if names_a_helper(str(tracker.latest_message.get("text") or "")) else at_risk)
    return kept_aside(tracker)


def kept_aside(tracker: Tracker) -> Events:
    """Events that close the questions to a minor. Where they stood is kept: an age that was misheard loses nothing."""
    return pause(tracker) if is_asking(tracker) else []
