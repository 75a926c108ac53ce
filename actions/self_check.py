"""The optional self-check: two questions, their answers, and what the sum is answered with. What fits where: `thaw/self_check.py`."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from thaw.dialogue.pausing import PAUSED, is_minor, pause
from thaw.self_check import FORM, QUESTIONS, SLOT, State, answer, is_own_words, label, ordinal, outcome, reopened, taken_early, told, unread

Events = List[Dict[str, Any]]


class ActionBeginCheck(Action):
    """Begins the two questions, anew if they were begun before."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_begin_check"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say nothing: the limits were said where it is offered. Another form under way waits meanwhile."""
        waiting = pause(tracker) if tracker.active_loop.get("name") != FORM else []
        if tracker.get_slot(PAUSED) == FORM:
            waiting.append(SlotSet(PAUSED, None))
        return [*waiting, SlotSet(SLOT, State().to_json()), ActiveLoop(FORM), FollowupAction(FORM)]


class ActionAskCheck(Action):
    """Asks the next question."""

    def name(self) -> str:
        """Rasa's name for what asks for the slot `check_complete`."""
        return "action_ask_check_complete"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say the question with its four answers."""
        question = State.from_json(tracker.get_slot(SLOT)).question
        if question is None:
            return _closed(tracker)
        dispatcher.utter_message(response=question)
        return []


class ActionTakeCheckAnswer(Action):
    """Takes an answer; after the second one says what the sum means, and what it doesn't."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_take_check_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Record it. An answer with no frequency in it is asked for one; an old button corrects what was answered."""
        values = {each["entity"]: each["value"] for each in tracker.latest_message.get("entities") or []}
        before, value = State.from_json(tracker.get_slot(SLOT)), str(values.get("check_answer") or "")
        early, again = taken_early(value), reopened(value, before)
        if early is not None:
            dispatcher.utter_message(response="utter_check_taken_early", answer=label(QUESTIONS[0], early))
            again = answer(State(), QUESTIONS[0], early)
        if again:
            return _asked(tracker, again)
        question, worth = told(values, before)
        typed = str(tracker.latest_message.get("text") or "")
        state = answer(before, question, worth)
        if question and state.answers != before.answers and question != before.question:
            dispatcher.utter_message(response="utter_check_changed", which=ordinal(question), answer=label(question, worth))
        elif worth is not None and question and is_own_words(typed, question, worth):
            dispatcher.utter_message(response="utter_check_taken", answer=label(question, worth))
        if worth is None and before.question:
            dispatcher.utter_message(response=unread(typed))
        if state.question is not None:
            return _asked(tracker, state)
        dispatcher.utter_message(response=outcome(state, is_minor(tracker)), sum=state.sum)
        return [*_closed(tracker), SlotSet(SLOT, state.to_json())]


class ActionLeaveCheck(Action):
    """Stops the questions at the visitor's word."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_leave_check"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say that it is left. What was answered is forgotten."""
        dispatcher.utter_message(response="utter_check_left")
        return [*_closed(tracker), SlotSet(SLOT, None)]


def _asked(tracker: Tracker, state: State) -> Events:
    """Events that keep the answers and let the form ask what is open; another form under way waits meanwhile."""
    kept = SlotSet(SLOT, state.to_json())
    if tracker.active_loop.get("name") == FORM:
        return [kept]
    return [*pause(tracker), kept, ActiveLoop(FORM), FollowupAction(FORM)]


def _closed(tracker: Tracker) -> Events:
    """Events that end the questions, asked or paused; nothing else that is under way."""
    events: Events = []
    if tracker.get_slot(PAUSED) == FORM:
        events.append(SlotSet(PAUSED, None))
    if tracker.active_loop.get("name") == FORM:
        events += [ActiveLoop(None), SlotSet("requested_slot", None)]
    return events
