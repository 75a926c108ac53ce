"""What is answered to danger told of someone else, where the words themselves say what it is; and which of the answers fits by now."""

from __future__ import annotations

import re
from typing import Mapping, Optional

from thaw.safety.after_birth import ANSWER as OF_A_MOTHER
from thaw.safety.after_birth import SIGNAL as A_MOTHERS_MIND
from thaw.safety.harmed import CHILD_HARMED, OTHER_HARMED
from thaw.safety.normalise import plain
from thaw.safety.of_others import GOODBYE, IF_LEFT, IF_LEFT_FEARED, OVERDOSE, WATCHED
from thaw.safety.risk_acts import say
from thaw.safety.risk_state import Act, State
from thaw.safety.screen import Signal

_ANSWERS: Mapping[Signal, tuple[str, str, tuple[str, ...]]] = {
    OVERDOSE: ("crisis_third_party", "utter_third_party_overdose", ()),
    A_MOTHERS_MIND: ("crisis_third_party", OF_A_MOTHER, ("birth",)),
    GOODBYE: ("crisis_third_party", "utter_third_party_goodbye", ()),
    IF_LEFT: ("threat_if_left", "utter_threat_if_left", ()),
    IF_LEFT_FEARED: ("threat_if_left", "utter_threat_if_left_feared", ("abuse",)),
    CHILD_HARMED: ("harm_to_another", "utter_harm_to_a_child", ("abuse",)),
    OTHER_HARMED: ("harm_to_another", "utter_harm_to_another", ("abuse",)),
    WATCHED: ("danger_from_others", "utter_danger_from_others_watched", ("abuse",)),
}
"""Each with the route it opens, the response, and the routes of its services."""
_URGED = frozenset(
    f"utter_{each}" for each in ("crisis_third_party_now", "third_party_overdose", "third_party_goodbye", "third_party_mother")
)
_HELPED = frozenset(f"utter_third_party_{each}" for each in ("help_called", "hospital", "reached"))
_BY_HELPERS = re.compile(r"\b(?:ambulance|paramedics?|police|hospital|er|icu|ward|doctors?|nurses?|admitted|took|found)\b")

_HOPES = re.compile(r"^(?:but |and |ok |well )*(?:what if|how do i know|maybe|i hope|or)\b")


def answered_of_others(state: State, signal: Signal) -> Optional[tuple[State, Act]]:
    """The answer to what the rules know of someone else; None if the signal is of another kind."""
    known = _ANSWERS.get(signal)
    if known is None:
        return None
    route, response, routes = known
    told = state._replace(route=route, routes=routes, pending=None, unread=0, doubted=False)
    return say(told, response, signal.level or "support", signal.intent or "crisis_third_party", routes)


def fitting(move: str, text: str, state: State) -> str:
    """The move that someone else's danger asks for by now: before help is there, after something was taken, once it is over."""
    said = dict(state.said).keys()
    is_urged, is_helped = bool(_URGED & said), bool(_HELPED & said)
    took = "utter_third_party_overdose" in said and not is_helped
    if move in ("third_party_later", "third_party_awake", "third_party_reached"):
        if took and not (move == "third_party_reached" and _BY_HELPERS.search(plain(text))):
            return "third_party_awake"
        if _HOPES.match(plain(text)):
            return "third_party_unsure"
        by_helpers = move == "third_party_reached" and bool(_BY_HELPERS.search(plain(text)))
        return "third_party_reached" if is_urged or is_helped or by_helpers else "third_party_later"
    if move == "third_party_after" and not is_helped:
        return "third_party_self"
    if move == "third_party_means" and (state.pending == "call" or "utter_third_party_later" not in said):
        return "third_party_means_now"
    return move
