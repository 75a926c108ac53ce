"""What is answered once help was reached, or the worst of a danger is known: tablets not taken, a mix-up, a doctor who knows."""

from __future__ import annotations

from typing import Mapping

from thaw.safety.levels import Level
from thaw.safety.risk_acts import say
from thaw.safety.risk_state import GRAVE, TOLD, Act, State

_MEDICAL, _VOICES = "medical_emergency", "voices"
_SAID: Mapping[str, str] = {
    "help_called": "utter_help_called",
    "help_answered": "utter_help_answered",
    "help_cleared": "utter_help_cleared",
    "someone_coming": "utter_someone_coming",
    "mistake_believed": "utter_mistake_believed",
    "in_care": "utter_in_care",
    "eating_treated": "utter_eating_disorder_treated",
    "eating_not_suicide": "utter_eating_disorder_not_suicide",
    "suspected_helpers": "utter_suspected_helpers",
}
_NOT_TAKEN = "tablets_not_taken"
HELPED = frozenset(_SAID) | {_NOT_TAKEN, "in_writing"}
"""The moves that are answered here."""
_WITH_PEOPLE = frozenset({"help_called", "help_answered", "help_cleared"})
_OVER = frozenset({"help_answered", "help_cleared"})
"""With what nobody is urged to call for their body any more."""


def helped(state: State, move: str) -> tuple[State, Act]:
    """The answer to one of these moves, and where it leaves the visitor."""
    if move == _NOT_TAKEN:
        return _not_taken(state)
    if move == "in_writing":
        return say(
            state._replace(pending=None, unread=0), "utter_emergency_in_writing", "urgent", "crisis_ideation", (*state.routes, "text")
        )
    response, level = _SAID[move], _level(state, move)
    if move == "help_cleared" and state.stage in TOLD:
        response = "utter_help_cleared_after"
    about = state.topic or "crisis_ideation"
    after = state._replace(pending=None, unread=0, eased=state.eased or move in _WITH_PEOPLE)
    if move == "in_care" and state.stage == "asked" and state.pending == "thoughts":
        # Whoever treats them knows "about it": there is something to know of.
        after = after._replace(stage="thoughts", ground=None)
    if state.route == _VOICES and move in _WITH_PEOPLE:
        # What is said next goes on with the help, and not with the voice.
        after = after._replace(route="psychosis_or_mania")
    if state.route == _MEDICAL and move in _OVER:
        after = after._replace(route=None, routes=())
    if move == "eating_not_suicide" and state.pending == "thoughts":
        after = after._replace(stage="resolved")
    routes = ("eating",) if move.startswith("eating_") else state.routes
    return say(after, response, level, about, routes)


def _level(state: State, move: str) -> Level:
    """Until somebody is there, the emergency number stays first."""
    return "urgent" if move == "someone_coming" and (state.is_urged or state.route in (_MEDICAL, _VOICES)) else "support"


def _not_taken(state: State) -> tuple[State, Act]:
    """Tablets that were only counted: no emergency of the body. Whether they are there to die of is asked, unless thoughts were told."""
    untouched = state._replace(means=True, unread=0, ground=None)
    if untouched.route == _MEDICAL:
        untouched = untouched._replace(route=None, routes=())
    if state.stage in TOLD:
        level: Level = "urgent" if state.stage in GRAVE and not state.eased else "support"
        return say(untouched._replace(pending=None), "utter_tablets_kept", level, "crisis_ideation")
    return say(untouched._replace(stage="asked", pending="thoughts"), "utter_tablets_not_taken", "support", "crisis_passive")
