"""Which form of an answer is said: the one in the visitor's language, of what was mentioned, in which it was asked, not heard yet.

The rules say what is answered (`utter_ask_privacy`); a response file may hold several forms of it (`utter_ask_privacy_work`), and layers
of each. All that chooses among them is here, in the one order in which it does.
"""

from __future__ import annotations

from typing import Any, Collection, Mapping, Optional

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from thaw.dialogue.beside import beside
from thaw.dialogue.tracker_store import said_before
from thaw.languages import NOTICES, asks_for_a_language, goes_on_in, language_of
from thaw.nlu.numbness import TELLING
from thaw.nlu.questions import CARRIER, asked_in, decides
from thaw.nlu.repairs import MISSED, correction, denies_the_ground, is_bare_no
from thaw.nlu.telling import what_to_eat
from thaw.responses import LAYERS, below, responses
from thaw.safety.risk_state import PAST_TOLD
from thaw.safety.services import country_after_notice

ASKED_FOR_MORE = frozenset({"utter_told_checked_out", "utter_worried_about_someone"})
"""Answers after which the same again ("how do I talk to her", "she won't see anyone") asks for the next layer."""
FOR_THE_YOUNG = {
    "utter_ask_privacy_home": "utter_ask_privacy_home_minor",
    "utter_nothing_to_send": "utter_nothing_to_send_minor",
}
"""What is said in place of an answer to who is under 18."""
NO_MORE = "utter_no_more"
"""What is said where there is no layer further down."""
GONE_ON_ABOUT = frozenset(f"utter_{name}" for name in (*TELLING, "numb_from_burnout", "numb_after_loss", "worried_about_someone"))
"""Answers to what somebody may go on about for many turns. Those that lead with a warning or a fact rather say it again."""
NOT_ENGLISH = "utter_non_english"
"""What the rule says to who does not write English."""


def form_of(response: str, tracker: DialogueStateTracker, mentioned: Mapping[str, Any]) -> str:
    """The response to say in place of `response`, after the message that was heard last.

    Args:
        response: what the rules say.
        tracker: the conversation.
        mentioned: what the visitor mentioned, by its name.
    """
    text = str((tracker.latest_message.text if tracker.latest_message else "") or "")
    if response == NOT_ENGLISH:
        heard = tracker.latest_message
        response = _in_their_language(text, (heard.metadata.get("last") or ()) if heard else ())
    response = beside(response, text, mentioned, lambda name: last_wording(tracker, name) is not None)
    response = _as_asked(tracker, response)
    layer = _next_layer(tracker, response) if response in ASKED_FOR_MORE else response
    # Of what somebody goes on about there is no more to tell then; anything else begins anew.
    return _unheard(tracker, layer, mentioned) or (NO_MORE if response in GONE_ON_ABOUT else layer)


def _in_their_language(text: str, last: Collection[str]) -> str:
    """What is said to who does not write English: with a line in their language if that is surely known, else in English alone."""
    if asks_for_a_language(text):
        return "utter_which_languages"
    if country_after_notice(text, last):
        return next(notice for notice in NOTICES.values() if notice in last)
    return NOTICES.get(language_of(text) or goes_on_in(text, last) or "", "utter_non_english_other")


def _as_asked(tracker: DialogueStateTracker, response: str) -> str:
    """The response that answers a message in the form in which it is asked, or that a no of more words than a no has; else `response`."""
    heard = tracker.latest_message
    text = (heard.text or "") if heard else ""
    if heard is None or text.startswith("/") or response != f"utter_{heard.intent.get('name')}":
        return response
    last = heard.metadata.get("last")
    question = asked_in(text, heard.metadata)
    if question and question.intent == heard.intent.get("name"):
        return FOR_THE_YOUNG.get(question.response, question.response) if _is_minor(tracker) else question.response
    if response == f"utter_{CARRIER}" and (what_to_eat(text) or decides(text)):
        return "utter_what_to_eat" if what_to_eat(text) else "utter_should_i"
    if response == "utter_deny" and PAST_TOLD in (last or ()):
        return "utter_past_is_past"
    if response == "utter_deny" and not is_bare_no(text):
        return "utter_not_so"
    repair = correction(text, last) if response == f"utter_{MISSED}" else None
    if repair and denies_the_ground(text, repair):
        return "utter_not_that"
    if repair and "utter_misread" not in (last or ()):
        return "utter_misread"
    return response


def _is_minor(tracker: DialogueStateTracker) -> bool:
    """Whether the visitor said to be under 18."""
    return "minor" in tracker.slots and bool(tracker.get_slot("minor"))


def _next_layer(tracker: DialogueStateTracker, response: str) -> str:
    """The layer under what was said of this answer in the last turn, or the answer itself."""
    turns_back = 0
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            turns_back += 1
            if turns_back > 1:
                break
        elif isinstance(event, BotUttered):
            said = str((event.metadata.get("metadata") or {}).get("response") or "")
            if said in [response + layer for layer in LAYERS]:
                return below(said) or response
    return response


def _unheard(tracker: DialogueStateTracker, response: str, mentioned: Mapping[str, Any]) -> Optional[str]:
    """The response, or once each of its wordings was said, the layer under it: asked a third time, nobody wants the first words.

    None if all layers were said, too.
    """
    layer: Optional[str] = response
    while layer:
        last = last_wording(tracker, layer)
        if last is None or responses().variations(layer)[last].when:
            return layer
        if responses().say(layer, last, mentioned).number > last:
            return layer
        layer = below(layer)
    return None


def last_wording(tracker: DialogueStateTracker, response: str) -> Optional[int]:
    """The number of the wording in which a response was said last, or None if it never was."""
    for event in reversed(tracker.events):
        if type(event) is BotUttered:  # not isinstance: events are of an abstract class, whose check is Python code
            metadata = event.metadata.get("metadata") or {}
            if metadata.get("response") == response:
                return int(metadata["wording"])
    # Not in the last turns: an answer heard many turns ago comes in other words, too.
    return said_before(tracker, response)
