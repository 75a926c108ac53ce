"""The hand-off: its questions, the receipt, consent, the link, and taking it back. What fits where is decided in `thaw/handoff`."""

from __future__ import annotations

import asyncio
from typing import Any, Dict, List, Optional

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.exercise import forgotten
from thaw import funnel
from thaw.dialogue.pausing import PAUSED, risk_is_open
from thaw.handoff import form
from thaw.handoff.demo import hands_off
from thaw.handoff.form import FORM, SLOT, State
from thaw.handoff.link import new_link
from thaw.handoff.summary import RECEIPT, consent_text, consent_version, payload, rows, signs_heard, wording
from thaw.handoff.words import country_name, kept, names_a_country
from thaw.responses import responses
from thaw.settings import settings
from thaw.store import the_store

Events = List[Dict[str, Any]]
HISTORY = 2000
"""Events of the engine that are searched for signs named before."""


class ActionOfferHandOff(Action):
    """Leads to the matching flow, as fits who asks."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_offer_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Begin the questions: never with a minor; while risk is open, only the link beside the crisis services."""
        if tracker.get_slot("minor"):
            return _not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            dispatcher.utter_message(response="utter_want_match_risk")
            return []
        if not hands_off(settings()):
            dispatcher.utter_message(response="utter_want_match")
            return []
        if _is_asking(tracker):
            return []
        before = _state(tracker)
        state = form.begin(before, await asyncio.to_thread(_heard, tracker.sender_id))
        left = forgotten(tracker) if tracker.active_loop.get("name") else []
        funnel.count("handoff_offered")
        dispatcher.utter_message(response="utter_hand_off_begin", wording=2 if before.answers else state.receipt % 2)
        return [*left, *_go_on(dispatcher, tracker, state)]


class ActionAskHandOff(Action):
    """Asks the next open question."""

    def name(self) -> str:
        """Rasa's name for what asks for the slot `handoff_complete`."""
        return "action_ask_handoff_complete"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say the question with its choices, and the ways on."""
        state = _state(tracker)
        if tracker.get_slot("minor"):
            return _not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            return _waits(dispatcher, tracker)
        field = form.question(state)
        if field is None:  # an answer came by another way
            return _receipt(dispatcher, tracker, state)
        heard = state.heard.get(field)
        dispatcher.utter_message(response=f"utter_ask_handoff_{field}{'_heard' if heard else ''}", heard=heard, buttons=_ways(state, field))
        return []


class ActionTakeAnswer(Action):
    """Takes an answer, a correction, a skip or a refusal, and goes on."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_take_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Record it; then the next question, or the receipt. While risk is open nothing is recorded."""
        if tracker.get_slot("minor"):
            return _not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            return _waits(dispatcher, tracker)
        before, intent = _state(tracker), tracker.latest_message["intent"]["name"]
        asked = form.question(before)
        field = _entity(tracker, "handoff_field") or asked
        state = before
        if intent == "finish_hand_off":
            state = form.finish(before)
        elif field in form.FIELDS and intent == "rather_not_say":
            state = form.refuse(before, field)
            dispatcher.utter_message(response="utter_hand_off_unsaid")
        elif field in form.FIELDS and intent == "skip_question":
            state = form.skip(before, field)
        elif field is None and not _is_asking(tracker):
            dispatcher.utter_message(response="utter_hand_off_which")
        elif field in form.FIELDS:
            state = form.answer(before, field, _words(before, field, _entity(tracker, "handoff_value") or ""))
            if state != before and (field != asked or not _is_asking(tracker)):
                dispatcher.utter_message(response="utter_hand_off_changed")
        return _go_on(dispatcher, tracker, state)


class ActionRemoveField(Action):
    """Takes a line out of the receipt."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_remove_field"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Forget the line's words, and show the receipt as it is now."""
        if tracker.get_slot("minor"):
            return _not_with_a_minor(dispatcher, tracker)
        state, field = _state(tracker), _entity(tracker, "handoff_field")
        if field in state.answers:
            state = form.refuse(state, str(field))
            funnel.count("handoff_fields_removed")
        if risk_is_open(tracker):
            return [*_waits(dispatcher, tracker), SlotSet(SLOT, state.to_json())]
        return _receipt(dispatcher, tracker, state)


class ActionAgreeHandOff(Action):
    """Hands off what the receipt shows, after a yes to it."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_agree_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Record consent and give the link. A yes to an older receipt is answered with the receipt as it is now.

        While risk is open nothing is sent, whatever was agreed before: the plain link is offered beside the crisis services.
        """
        state, config = _state(tracker), settings()
        if tracker.get_slot("minor"):
            return _not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            return _waits(dispatcher, tracker, response="utter_want_match_risk")
        if not hands_off(config):
            dispatcher.utter_message(response="utter_plain_link")
            return []
        version = consent_version(state, config)
        # A yes is to the text that was shown: one that changed since is shown again, and so is a changed receipt.
        if not state.answers or _entity(tracker, "receipt") != str(state.receipt) or state.consent != version:
            return _receipt(dispatcher, tracker, state)
        link, text, hand_offs = new_link(config), consent_text(state, config), the_store().hand_offs
        content = payload(state, link.id, config)
        fetched = await asyncio.to_thread(hand_offs.fetched, tracker.sender_id)
        if not await asyncio.to_thread(hand_offs.record, link.id, tracker.sender_id, content, version, link.expires, text):
            # The conversation was deleted meanwhile: there is no consent any more, and nothing behind a link.
            dispatcher.utter_message(response="utter_deleted")
            return _closed(tracker)
        ready = {"stage": "ready", "url": link.url, "expires": link.expires.isoformat()}
        dispatcher.utter_message(response="utter_hand_off_ready", wording=2 if fetched else state.receipt % 2, handoff=ready)
        # This receipt is used up: pressed again, its button shows the next one.
        return [*_closed(tracker), SlotSet(SLOT, state._replace(receipt=state.receipt + 1).to_json())]


class ActionGivePlainLink(Action):
    """Gives the link that carries nothing. It needs no consent and leaves no record."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_give_plain_link"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Give it; never to a minor."""
        dispatcher.utter_message(response="utter_want_match_minor" if tracker.get_slot("minor") else "utter_plain_link")
        return _set_aside(tracker)


class ActionDeclineHandOff(Action):
    """Not now."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_decline_hand_off"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say that nothing was sent."""
        dispatcher.utter_message(response="utter_decline_hand_off")
        return _set_aside(tracker)


class ActionLeaveHandOff(Action):
    """Stops the questions at the visitor's word. What was answered stays in the chat."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_leave_hand_off"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say that nothing was sent, and how it goes on if ever."""
        dispatcher.utter_message(response="utter_hand_off_left")
        return _closed(tracker)


class ActionWithdrawHandOff(Action):
    """Takes back what was handed off, used or not."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_withdraw_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Withdraw, and say what that means; or that there is nothing to take back."""
        found = await asyncio.to_thread(the_store().hand_offs.withdraw, tracker.sender_id)
        dispatcher.utter_message(response="utter_hand_off_withdrawn" if found else "utter_hand_off_nothing_to_withdraw")
        return _closed(tracker)


class ActionCloseHandOff(Action):
    """A minor spoke: no adult matching. What was under way ends, what was handed off is withdrawn."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_close_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say nothing: the answer to the age was said before."""
        await asyncio.to_thread(the_store().hand_offs.withdraw, tracker.sender_id)
        return [*_closed(tracker), SlotSet(SLOT, None)]


def _not_with_a_minor(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Adult matching is closed to a minor."""
    dispatcher.utter_message(response="utter_want_match_minor")
    return _closed(tracker)


def _waits(dispatcher: CollectingDispatcher, tracker: Tracker, response: str = "utter_hand_off_waits") -> Events:
    """While risk is open the hand-off is paused, not lost: nothing said now gets into the summary."""
    dispatcher.utter_message(response=response)
    paused = FORM if _is_asking(tracker) else tracker.get_slot(PAUSED) or FORM
    return [*_closed(tracker), SlotSet(PAUSED, paused)]


def _set_aside(tracker: Tracker) -> Events:
    """The end of the hand-off; while risk is open only its pause, as then the link alone was taken or declined."""
    paused = _is_asking(tracker) or tracker.get_slot(PAUSED) == FORM
    keep = paused and risk_is_open(tracker) and not tracker.get_slot("minor")
    return [*_closed(tracker), SlotSet(PAUSED, FORM)] if keep else _closed(tracker)


def _state(tracker: Tracker) -> State:
    return State.from_json(tracker.get_slot(SLOT))


def _is_asking(tracker: Tracker) -> bool:
    return bool(tracker.active_loop.get("name") == FORM)


def _entity(tracker: Tracker, name: str) -> Optional[str]:
    return next((str(each["value"]) for each in tracker.latest_message.get("entities") or [] if each["entity"] == name), None)


def _heard(conversation_id: str) -> Dict[str, str]:
    """What is known already: the signs named before, and the session's country."""
    conversation = the_store().conversation(conversation_id)
    country = country_name(conversation.country if conversation else None)
    known = {"signs": signs_heard(the_store().recent_events(conversation_id, HISTORY)), "place": country}
    return {field: words for field, words in known.items() if words}


def _words(state: State, field: str, words: str) -> str:
    """The words of an answer; a region is completed by the country that is known."""
    country = state.heard.get("place")
    if field == "place" and country and words and words != form.HEARD and not names_a_country(words):
        return kept(f"{words}, {country}")
    return words if words == form.HEARD else kept(words)


def _ways(state: State, field: str) -> List[Dict[str, str]]:
    """Skip, rather not, and the way out of the questions: at the first the plain link, later the receipt."""
    skip, rather_not, enough, plain = (button.dict() for button in responses().variations("utter_hand_off_ways")[0].buttons)
    about = f'{{"handoff_field": "{field}"}}'
    of_the_field = [{**each, "payload": each["payload"] + about} for each in (skip, rather_not)]
    begun = state.answers or state.skipped or state.refused
    return [*of_the_field, enough if begun else plain]


def _go_on(dispatcher: CollectingDispatcher, tracker: Tracker, state: State) -> Events:
    """The next question, or the receipt."""
    if form.question(state) is None:
        return _receipt(dispatcher, tracker, state)
    if _is_asking(tracker):
        return [SlotSet(SLOT, state.to_json())]
    return [SlotSet(SLOT, state.to_json()), SlotSet(PAUSED, None), ActiveLoop(FORM), FollowupAction(FORM)]


def _receipt(dispatcher: CollectingDispatcher, tracker: Tracker, state: State) -> Events:
    """Show everything that would be sent."""
    content = {"stage": "receipt", "summary": rows(state), "number": state.receipt}
    if state.answers:
        dispatcher.utter_message(response=RECEIPT, wording=wording(state), handoff=content)
        state = state._replace(consent=consent_version(state, settings()))
    else:
        dispatcher.utter_message(response="utter_hand_off_empty", handoff=content)
    # Nothing is asked any more, but the yes is open: after a crisis, or a digression, this is what is gone back to.
    return [*_closed(tracker), SlotSet(SLOT, state.to_json()), SlotSet(PAUSED, FORM)]


def _closed(tracker: Tracker) -> Events:
    """Events that end the questions, asked or paused; nothing else that is under way."""
    events: Events = []
    if tracker.get_slot(PAUSED) == FORM:
        events.append(SlotSet(PAUSED, None))
    if _is_asking(tracker):
        events += [ActiveLoop(None), SlotSet("requested_slot", None)]
    return events
