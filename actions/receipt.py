"""What becomes of the receipt: a line taken out, consent and the link, a no, and taking it back."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Dict

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.exc import SQLAlchemyError

from thaw import funnel
from thaw.dialogue.handing_off import (
    Events,
    closed,
    entity,
    go_on,
    is_asking,
    kept_aside,
    not_with_a_minor,
    state_of,
    to_the_receipt,
    waits,
)
from thaw.dialogue.pausing import PAUSED, is_minor, risk_is_open
from thaw.handoff import form
from thaw.handoff.demo import hands_off
from thaw.handoff.form import FORM, SLOT
from thaw.handoff.lines import line_of
from thaw.handoff.link import new_link
from thaw.handoff.summary import consent_text, consent_version, payload
from thaw.settings import settings
from thaw.store import the_store

logger = logging.getLogger(__name__)


class ActionRemoveField(Action):
    """Takes a line out of the receipt."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_remove_field"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Forget the line's words, and show the receipt as it is now."""
        if is_minor(tracker):
            return not_with_a_minor(dispatcher, tracker)
        state, field, words = state_of(tracker), entity(tracker, "handoff_field"), entity(tracker, "handoff_value")
        # A receipt's button takes a line out of the receipt, typed words of the list as it is: the questions go on.
        typed = not str(tracker.latest_message.get("text") or "").startswith("/")
        in_questions = typed and form.question(state) is not None
        if field is None:
            field = line_of(state, words) if words else None
            if field is None:
                dispatcher.utter_message(response="utter_hand_off_which" if words else "utter_hand_off_delete_which")
        if field in state.answers:
            state = form.refuse(state, str(field))
            funnel.count("handoff_fields_removed")
            if in_questions:
                dispatcher.utter_message(response="utter_hand_off_unsaid")
        if risk_is_open(tracker):
            return [*waits(dispatcher, tracker), SlotSet(SLOT, state.to_json())]
        return go_on(tracker, state) if in_questions else to_the_receipt(tracker, state)


class ActionAgreeHandOff(Action):
    """Hands off what the receipt shows, after a yes to it."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_agree_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Record consent and give the link. A yes to an older receipt is answered with the receipt as it is now.

        While risk is open nothing is sent, whatever was agreed before: the plain link is offered beside the crisis services.
        """
        state, config = state_of(tracker), settings()
        if is_minor(tracker):
            return not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            return waits(dispatcher, tracker, response="utter_want_match_risk")
        if not hands_off(config):
            dispatcher.utter_message(response="utter_plain_link")
            return closed(tracker)
        version = consent_version(state, config)
        # A yes is to the text that was shown: one that changed since is shown again, and so is a changed receipt.
        if not state.answers or entity(tracker, "receipt") != str(state.receipt) or state.consent != version:
            return to_the_receipt(tracker, state)
        link, text, hand_offs = new_link(config), consent_text(state, config), the_store().hand_offs
        content = payload(state, link.id, config)
        try:
            fetched = await asyncio.to_thread(hand_offs.fetched, tracker.sender_id)
            kept = await asyncio.to_thread(hand_offs.record, link.id, tracker.sender_id, content, version, link.expires, text)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s. No consent was recorded.", type(error).__name__)
            dispatcher.utter_message(response="utter_hand_off_not_kept")
            dispatcher.utter_message(response="utter_static_crisis")
            return [FollowupAction("action_listen")]
        if not kept:
            # The conversation was deleted meanwhile: there is no consent any more, and nothing behind a link.
            dispatcher.utter_message(response="utter_deleted")
            return closed(tracker)
        ready = {"stage": "ready", "url": link.url, "expires": link.expires.isoformat()}
        dispatcher.utter_message(response="utter_hand_off_ready", wording=2 if fetched else _other_wording(tracker), handoff=ready)
        # This receipt is used up: pressed again, its button shows the next one.
        return [*closed(tracker), SlotSet(SLOT, state._replace(receipt=state.receipt + 1).to_json())]


class ActionGivePlainLink(Action):
    """Gives the link that carries nothing. It needs no consent and leaves no record."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_give_plain_link"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Give it; never to a minor."""
        if is_minor(tracker):
            return not_with_a_minor(dispatcher, tracker)
        dispatcher.utter_message(response="utter_plain_link")
        return _set_aside(tracker)


class ActionDeclineHandOff(Action):
    """Not now."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_decline_hand_off"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say that this sends nothing: an earlier yes may have."""
        dispatcher.utter_message(response="utter_decline_hand_off")
        return _set_aside(tracker)


class ActionLeaveHandOff(Action):
    """Stops the questions at the visitor's word. What was answered stays in the chat."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_leave_hand_off"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say that this sends nothing, and how it goes on if ever."""
        dispatcher.utter_message(response="utter_hand_off_left")
        return closed(tracker)


class ActionWithdrawHandOff(Action):
    """Takes back what was handed off, used or not."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_withdraw_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Withdraw, and say what that means; or that there is nothing to take back, or that it could not be done."""
        try:
            found = await asyncio.to_thread(the_store().hand_offs.withdraw, tracker.sender_id)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s. Nothing was taken back.", type(error).__name__)
            dispatcher.utter_message(response="utter_hand_off_not_withdrawn")
            dispatcher.utter_message(response="utter_static_crisis")
            return [FollowupAction("action_listen")]
        dispatcher.utter_message(response="utter_hand_off_withdrawn" if found else "utter_hand_off_nothing_to_withdraw")
        return closed(tracker)


class ActionCloseHandOff(Action):
    """A minor spoke: no adult matching. What was under way is put aside, what was handed off is withdrawn."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_close_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say nothing: the answer to the age was said before."""
        try:
            await asyncio.to_thread(the_store().hand_offs.withdraw, tracker.sender_id)
        except SQLAlchemyError as error:
            # The channel takes it back at their next words (thaw/channels/turn.py).
            logger.error("The store is down: %s. Nothing was taken back.", type(error).__name__)
        state = state_of(tracker)
        # The numbers go on: the consent button of a receipt from before must fit none that comes.
        put_aside = (state if is_asking(tracker) else form.State())._replace(receipt=state.receipt + 1, consent=None)
        return [*kept_aside(tracker), SlotSet(SLOT, put_aside.to_json())] if tracker.get_slot(SLOT) else []


def _other_wording(tracker: Tracker) -> int:
    """Of the two wordings for a link the one that was not said last; the third is for a summary that was fetched before."""
    for event in reversed(tracker.events):
        said = (event.get("metadata") or {}).get("metadata") or {}
        if event.get("event") == "bot" and said.get("response") == "utter_hand_off_ready":
            return 1 - int(said["wording"]) % 2
    return 0


def _set_aside(tracker: Tracker) -> Events:
    """The end of the hand-off; while risk is open only its pause, as then the link alone was taken or declined."""
    paused = is_asking(tracker) or tracker.get_slot(PAUSED) == FORM
    keep = paused and risk_is_open(tracker)
    return [*closed(tracker), SlotSet(PAUSED, FORM)] if keep else closed(tracker)
