"""What a typed message means of the choices of the crisis menus, by what was offered and where the conversation stands. By rules alone."""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional, Sequence

from thaw.safety.in_context import meant_move
from thaw.safety.levels import SEVERITY
from thaw.safety.menu import picked
from thaw.safety.moves import is_on_route, names_a_line, told_move, wants_a_plan
from thaw.safety.none_of_it import denial_of
from thaw.safety.plans import SHORT
from thaw.safety.reply import read_reply, says_it_is_over
from thaw.safety.risk_state import GRAVE, TOLD, State, from_payload
from thaw.safety.screen import Signal
from thaw.safety.told import agrees, denies_thoughts

Choices = Sequence[Mapping[str, Any]]
ABUSE = "danger_from_others"
_STAY = '/barrier{"barrier": "stay"}'
_BACK = "/resume"
_SAFETY_PAYLOADS = ("/danger_from_others", "/crisis_")
_ANSWERED_FIRST = frozenset({"thoughts", "plan", "near", "now"})
"""Questions whose yes or no is read before anything that a menu would offer."""
_UNMISTAKABLE = frozenset(
    {
        "steady_me",
        "safety_plan",
        "reached_out",
        "means_away",
        "barrier_police",
        "barrier_home",
        "barrier_phone",
        "with_someone",
        "someone_near",
    }
    | {"why_asked", "cares", "self_harm_done"}
    | {"alone", "going", "first_words", "who_to_reach", "what_next", "cannot_call", "safe_for_now"}
)
"""What rules read with more certainty than the classifier has about a few words out of their context."""
_AT_ANY_TIME = frozenset({"steady_me", "safety_plan", "barrier_phone", "first_words", "who_to_reach", "cannot_call", "safe_for_now"})
"""What is asked for or told also some answers later, while the crisis line is in view."""
_OF_ONES_OWN = frozenset({"first_words", "who_to_reach", "barrier_phone", "barrier_home", "barrier_cost"})
"""What is asked of everyday life, too: about a danger only where one was told or is asked for."""
_IN_THE_WAY = frozenset({"barrier_not_enough", "barrier_burden"})
SOON = 2
"""Answers after which what is said to be in the way is still about reaching out."""
_URGED_ON = frozenset({"someone_near", "alone", "going"})
"""Of use only while a call is urged."""
_COMPANY = frozenset({"with_someone", "someone_near", "means_away", "reached_out", "barrier_home"})
"""Of no use where the danger is the one at home."""
_SPOKEN_OF = frozenset({"eating_disorder", "psychosis_or_mania"})
"""Dangers that are spoken of and left, and nobody is called at once for."""
_NO_REPLY = ("/steady_me", "/with_someone")
"""First choices that a bare "ok" does not choose: nothing was asked that it could answer, or it would tell of what is not so."""
_OF_A_HELPER = ["/with_someone", "/cannot_call"]
"""What is offered under the answer to who could be told."""
_OF_ONESELF = re.compile(r"^(?:(?:yes|yeah|yep),? )?(?:i (?:do|am|have)\b|it (?:is|does)\b)")
"""A yes that goes along with nothing that was offered."""
_TWICE = 2
_DENIALS = frozenset({"no_harm", "no_disorder", "no_emergency"})
_HELPERS = frozenset({"someone_would", "someone_later", "will_reach"})
"""Who could be told, while risk is open."""


def chosen(text: str, signal: Signal, state: State, offered: Choices) -> Optional[str]:
    """The crisis choice that a text names or goes along with, or None."""
    named = picked(text, offered)
    if named:
        return named if from_payload(named).is_about_risk else None
    first = offered[0]["payload"] if offered else ""
    if state.is_spoken_of and first == "/delete_my_chat" and agrees(text) and not signal.level:
        return _STAY
    if not signal.level and _goes_along_with_a_helper(text, state, offered):
        return "/someone_later"
    if signal.level or state.pending or not from_payload(first).is_about_risk:
        return None
    if first.startswith(_SAFETY_PAYLOADS):
        return first if read_reply(text) == "yes" and not says_it_is_over(text) else None
    if not agrees(text) or (state.stage == "asked" and read_reply(text)):
        return None
    # "Yes" to the question what is in the way names nothing of it.
    return _STAY if first.startswith(("/barrier{", *_NO_REPLY)) and "please" not in text.lower() else str(first)


def _goes_along_with_a_helper(text: str, state: State, offered: Choices) -> bool:
    """Whether a bare "ok" answers what was said of someone who could be told: twice at most, as it has no more words."""
    said, ways = dict(state.said), [each["payload"] for each in offered if not each.get("door")]
    named = "utter_someone_later" in said or "utter_someone_would_listen" in said
    return state.is_spoken_of and ways == _OF_A_HELPER and named and said.get("utter_someone_later", 0) < _TWICE and agrees(text)


def is_of_the_known(move: Optional[str], signal: Signal, state: State) -> bool:
    """Whether what the classifier hears is the danger that is known: new is what is in the way of calling, or who has the means."""
    is_answer = str(move).startswith("barrier_") or move == "means_away"
    return is_answer and state.stage in GRAVE and signal.evidence == ("classifier",)


def move_of(text: str, signal: Signal, reply: Optional[str], state: State) -> Optional[str]:
    """What a text means of the crisis menus, while risk is spoken of or in view."""
    topic = state.topic
    if not (state.is_open or topic or state.stage == "denied"):
        return "safety_plan" if not signal.level and wants_a_plan(text) else None
    move = denial_of(text, state) or meant_move(text, told_move(text, topic), signal, state)
    if move is None:
        return None
    if move in _DENIALS:
        # What sounds like the danger again is no denial of one that was told in plain words.
        return None if signal.level == "urgent" and not state.doubted else move
    if is_of_the_known(move, signal, state) and len(text.split()) <= 2 * SHORT:
        return move
    own = is_on_route(move, topic)
    if move in _OF_ONES_OWN and not (topic or state.pending or state.stage in TOLD or names_a_line(text)):
        # No danger was told: "how do I tell her", "who could I talk to" go on with what else is spoken of.
        return None
    if move == "first_words" and not (topic or state.stage in TOLD or names_a_line(text)):
        # Before a yes nobody is given words that say it.
        return None
    if move == "first_words" and topic in _SPOKEN_OF and state.quiet and state.stage not in TOLD:
        # Some answers later "what do I tell her" is about someone at home again.
        return None
    if (topic == ABUSE and move in _COMPANY) or (move in _URGED_ON and (state.stage not in GRAVE or state.eased)):
        return None
    if SEVERITY[signal.level] > SEVERITY["ask"] and not (is_a_guess(signal, text) and (own or move in _UNMISTAKABLE)):
        return None
    soon_after = move in _IN_THE_WAY and state.stage in TOLD and state.quiet <= SOON
    if state.quiet and not (own or soon_after or move in _AT_ANY_TIME or names_a_line(text) or (state.stage in GRAVE and not state.eased)):
        return None
    if move in _HELPERS:
        return move if state.stage in TOLD and reply in (None, "unsure") else None
    if own and topic == ABUSE:
        # Said of the other one, whatever is asked of oneself.
        return move
    if state.pending in _ANSWERED_FIRST:
        if (reply or own) and not (state.pending == "near" and move == "cannot_call"):
            return None
        return None if state.pending != "near" and move in ("with_someone", "someone_near", "means_away", "safe_for_now") else move
    return move


def is_late(text: str, reply: Optional[str], state: State, offered: Choices) -> bool:
    """Whether a bare yes or no answers the question about thoughts that was let go: nothing else was asked since."""
    if reply == "no" and state.stage in ("asked", "denied") and denies_thoughts(text):
        return True
    asked_since = any(not each.get("door") and not _is_crisis(each["payload"]) for each in offered)
    is_free = not asked_since or (reply == "yes" and bool(_OF_ONESELF.match(text.lower())))
    return bool(reply) and state.stage == "asked" and state.pending is None and len(text.split()) <= SHORT and is_free


def _is_crisis(payload: str) -> bool:
    return payload == _BACK or from_payload(payload).is_about_risk


def is_a_guess(signal: Signal, text: str) -> bool:
    """Whether only the classifier found something, in a few words: rules know the context that it does not."""
    return signal.evidence == ("classifier",) and len(text.split()) <= SHORT
