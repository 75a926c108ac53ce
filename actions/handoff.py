"""The hand-off's questions: beginning them, asking, and taking what is said. What fits where is decided in `thaw/handoff`."""

from __future__ import annotations

import asyncio
from itertools import zip_longest
from typing import Any, Dict, List, Optional

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.exercise import forgotten
from thaw import funnel
from thaw.dialogue.handing_off import Events, entities, entity, go_on, is_asking, not_with_a_minor, show_receipt, state_of, waits
from thaw.dialogue.pausing import is_minor, risk_is_open
from thaw.handoff import form
from thaw.handoff.demo import hands_off
from thaw.handoff.fits import without_lead
from thaw.handoff.form import MAX_WORDS, State
from thaw.handoff.lines import line_of
from thaw.handoff.meaning import (
    ACCOUNT,
    DIFFERENCE,
    HARM,
    HOW_MANY,
    LEFT_OUT,
    LINE,
    LIST,
    LOSS,
    MEANS,
    NEED_NOT,
    NO_NAME,
    ONCE_MORE,
    PASS_OR_STOP,
    THEIRS,
    TO,
    TODAY,
    UNFIT,
    UNSENT,
    WAIT,
    WHY,
    WHY_A_YES,
)
from thaw.handoff.private import found
from thaw.handoff.regions import is_elsewhere
from thaw.handoff.summary import labels, signs_heard, summary
from thaw.handoff.upfront import said_before
from thaw.handoff.words import country_name, kept, names_a_country, trimmed
from thaw.responses import responses
from thaw.settings import settings
from thaw.store import the_store

_INSTEAD = {
    UNFIT: "utter_hand_off_unfit",
    DIFFERENCE: "utter_hand_off_difference",
    UNSENT: "utter_hand_off_unsent",
    THEIRS: "utter_hand_off_theirs",
    WAIT: "utter_hand_off_wait",
    MEANS: "utter_hand_off_meant",
    WHY: "utter_hand_off_why",
    ACCOUNT: "utter_hand_off_account",
    LEFT_OUT: "utter_hand_off_left_out",
    NEED_NOT: "utter_hand_off_need_not",
    NO_NAME: "utter_hand_off_no_name",
    ONCE_MORE: "utter_hand_off_once_more",
    HARM: "utter_hand_off_told_harm",
    LOSS: "utter_hand_off_told_loss",
    TODAY: "utter_hand_off_not_today",
    WHY_A_YES: "utter_hand_off_why_a_yes",
    PASS_OR_STOP: "utter_hand_off_pass_or_stop",
}
HISTORY = 2000
"""Events of the engine that are searched for signs named before."""


class ActionOfferHandOff(Action):
    """Leads to the matching flow, as fits who asks."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_offer_hand_off"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Begin the questions: never with a minor; while risk is open, only the link beside the crisis services."""
        if is_minor(tracker):
            return not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            dispatcher.utter_message(response="utter_want_match_risk")
            return []
        if not hands_off(settings()):
            dispatcher.utter_message(response="utter_want_match")
            return []
        if is_asking(tracker):
            return []
        before = state_of(tracker)
        state = form.begin(before, await asyncio.to_thread(_heard, tracker.sender_id))
        left = forgotten(tracker) if tracker.active_loop.get("name") else []
        funnel.count("handoff_offered")
        dispatcher.utter_message(response="utter_hand_off_begin", wording=2 if before.answers else state.receipt % 2)
        return [*left, *go_on(tracker, _with_what_was_said(dispatcher, tracker, state))]


class ActionAskHandOff(Action):
    """Asks the next open question."""

    def name(self) -> str:
        """Rasa's name for what asks for the slot `handoff_complete`."""
        return "action_ask_handoff_complete"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say the question with its choices, and the ways on; when nothing is open, the receipt."""
        state = state_of(tracker)
        if is_minor(tracker):
            return not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            return waits(dispatcher, tracker)
        field = form.question(state)
        if field is None:
            return show_receipt(dispatcher, tracker, state)
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
        if is_minor(tracker):
            return not_with_a_minor(dispatcher, tracker)
        if risk_is_open(tracker):
            return waits(dispatcher, tracker)
        before, intent = state_of(tracker), tracker.latest_message["intent"]["name"]
        asked = form.question(before)
        answers = zip_longest(entities(tracker, "handoff_field"), entities(tracker, "handoff_value"), fillvalue="")
        field = entity(tracker, "handoff_field") or asked
        state = before
        if intent == "finish_hand_off":
            state = form.finish(before)
        elif field in form.FIELDS and intent == "rather_not_say":
            state = form.refuse(before, field)
            dispatcher.utter_message(response="utter_hand_off_unsaid")
        elif field in form.FIELDS and intent == "skip_question":
            state = form.skip(before, field)
        elif (value := entity(tracker, "handoff_value") or "").startswith(LINE):
            line, _, new = value[len(LINE) :].partition(TO)
            state = _anew(dispatcher, before, line_of(before, line), new)
        elif value == form.AGAIN:
            state = _again(dispatcher, before, field)
        elif field is None:
            dispatcher.utter_message(response="utter_hand_off_which")
        elif value in (*_INSTEAD, LIST, HOW_MANY):
            _say_instead(dispatcher, before, value)
        else:
            for field, words in answers:
                if words in _INSTEAD:
                    _say_instead(dispatcher, before, words)
                    continue
                state = form.answer(state, field, _words(state, field, words)) if field in form.FIELDS else state
            if _tells_what_is_left_out(tracker):
                dispatcher.utter_message(response="utter_hand_off_left_out")
            _say_of(dispatcher, before, state, asked)
        return go_on(tracker, state)


def _tells_what_is_left_out(tracker: Tracker) -> bool:
    """Whether what was typed tells a name, a diagnosis or the like: the visitor reads why it isn't in the summary."""
    text, fields = trimmed(tracker.latest_message.get("text") or ""), entities(tracker, "handoff_field")
    return not text.startswith("/") and bool(found(text, is_place=fields == ["place"]))


def _again(dispatcher: CollectingDispatcher, state: State, field: Optional[str]) -> State:
    """Take an answer out so that its question is asked again; or ask which line it is."""
    dispatcher.utter_message(response="utter_hand_off_again" if field else "utter_hand_off_which")
    return form.answer(state, field, form.AGAIN) if field else state


def _anew(dispatcher: CollectingDispatcher, before: State, field: Optional[str], words: str) -> State:
    """Put new words in a line, or ask its question again where none were given."""
    if not (field and words):
        return _again(dispatcher, before, field)
    state = form.answer(before, field, _words(before, field, words))
    _say_of(dispatcher, before, state, None)
    return state


def _say_of(dispatcher: CollectingDispatcher, before: State, after: State, asked: Optional[str]) -> None:
    """Say what became of answers to other questions than the one asked: they were changed, or noted in advance."""
    touched = {field: words for field, words in after.answers.items() if field != asked and before.answers.get(field) != words}
    if not touched:
        return
    changed = asked is None or any(field in before.answers for field in touched)
    noted = "; ".join(f"{labels()[field]}: {words}" for field, words in touched.items())
    noted = noted if len(noted) <= MAX_WORDS else ", ".join(labels()[field] for field in touched)
    dispatcher.utter_message(response="utter_hand_off_changed" if changed else "utter_hand_off_noted", noted=noted)


def _say_instead(dispatcher: CollectingDispatcher, state: State, value: str) -> None:
    """Say what is said where a text is no answer, before the question stands again."""
    if value == LIST:
        fields = ", ".join(labels()[field] for field, _ in summary(state))
        dispatcher.utter_message(response="utter_hand_off_so_far" if fields else "utter_hand_off_nothing_so_far", noted=fields)
    elif value == HOW_MANY:
        dispatcher.utter_message(response="utter_hand_off_how_many", noted=", ".join(labels()[field] for field in form.still_open(state)))
    else:
        dispatcher.utter_message(response=_INSTEAD[value])
        if value == TODAY:
            dispatcher.utter_message(response="utter_crisis_line_short")


def _with_what_was_said(dispatcher: CollectingDispatcher, tracker: Tracker, state: State) -> State:
    """The state with what the message that asks for a clinician says already; it is read out at once. What was refused stays refused."""
    told = said_before(str(tracker.latest_message.get("text") or ""))
    new = {field: _words(state, field, words) for field, words in told.items() if field not in (*state.answers, *state.refused)}
    for field, words in new.items():
        state = form.answer(state, field, words)
    if new:
        noted = "; ".join(f"{labels()[field]}: {words}" for field, words in new.items())
        dispatcher.utter_message(response="utter_hand_off_said_before", noted=noted)
    return state


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
        own = kept(words, field)
        if own and is_elsewhere(without_lead(own), country):
            # Where the page is shown says nothing of where they live.
            return own
        return own and kept(f"{own}, {country}", field)
    if words.startswith(form.ALSO):
        return form.ALSO + kept(words[len(form.ALSO) :], field)
    return words if words == form.HEARD else kept(words, field)


def _ways(state: State, field: str) -> List[Dict[str, str]]:
    """Skip, rather not, and the way out of the questions: at the first the plain link, later the receipt."""
    skip, rather_not, enough, plain = (button.dict() for button in responses().variations("utter_hand_off_ways")[0].buttons)
    about = f'{{"handoff_field": "{field}"}}'
    of_the_field = [{**each, "payload": each["payload"] + about} for each in (skip, rather_not)]
    begun = state.answers or state.skipped or state.refused
    return [*of_the_field, enough if begun else plain]
