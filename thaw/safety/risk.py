"""The risk state machine: a pure function of the state and what was heard, giving the next state and the act to answer with.

`docs/crisis-protocol.md` holds the table of transitions. The words of an act stand in `data/responses/safety.yml`.
"""

from __future__ import annotations

import json
from typing import Any, Literal, Mapping, NamedTuple, Optional

from thaw.safety.levels import LEVELS, Level
from thaw.safety.reply import Reply
from thaw.safety.screen import CLEAR, Signal

Stage = Literal["none", "asked", "thoughts", "plan", "imminent", "denied"]
Question = Literal["thoughts", "plan"]

OPEN: frozenset[Stage] = frozenset({"asked", "thoughts", "plan", "imminent"})
"""Stages in which risk is open: matching is not promoted, the crisis line stays in view."""

_ROUTES = {
    "danger_from_others": ("abuse",),
    "danger_to_others": ("birth",),
    "is_minor": ("child",),
}
_ABOUT_ANOTHER = frozenset({"crisis_third_party"})
_NOT_SUICIDE = frozenset({"danger_from_others", "danger_to_others", "medical_emergency", "eating_disorder", "psychosis_or_mania"})
_MOVES: Mapping[str, tuple[str, Level]] = {
    "cannot_call": ("utter_cannot_call", "urgent"),
    "with_someone": ("utter_with_someone", "support"),
    "safe_for_now": ("utter_safe_for_now", "support"),
    "steady_me": ("utter_steady_me", "support"),
    "barrier_question": ("utter_barrier_question", "support"),
    "third_party_now": ("utter_crisis_third_party_now", "urgent"),
}
_BARRIERS = ("phone", "police", "let_down", "not_enough")


class State(NamedTuple):
    """Where a conversation stands. `said` counts how often each crisis response was used, so that none repeats."""

    stage: Stage = "none"
    pending: Optional[Question] = None
    unread: int = 0
    said: tuple[tuple[str, int], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether risk is open."""
        return self.stage in OPEN

    def to_json(self) -> dict[str, Any]:
        """For the store."""
        return {"stage": self.stage, "pending": self.pending, "unread": self.unread, "said": dict(self.said)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> State:
        """From the store; an empty mapping is the state at the start."""
        if not kept:
            return cls()
        return cls(kept["stage"], kept["pending"], kept["unread"], tuple(kept["said"].items()))


class Act(NamedTuple):
    """How to answer: a response, which of its wordings, the level, and which services come first."""

    response: str
    wording: int
    level: Level
    intent: str
    routes: tuple[str, ...] = ()


class Heard(NamedTuple):
    """What a message says about risk: the screen's signal, its reading as a reply, or a choice of the crisis menus."""

    signal: Signal = CLEAR
    reply: Optional[Reply] = None
    move: Optional[str] = None
    is_choice: bool = False


def from_payload(payload: str) -> Heard:
    """What a choice says about risk, given the payload behind it."""
    name, _, rest = payload.lstrip("/").partition("{")
    values = json.loads("{" + rest) if rest else {}
    if name == "answer_risk":
        return Heard(reply=values.get("risk_answer"), is_choice=True)
    if name == "barrier":
        return Heard(move=f"barrier_{values.get('barrier')}", is_choice=True)
    if name in _MOVES:
        return Heard(move=name, is_choice=True)
    if name in LEVELS:
        return Heard(Signal(name, LEVELS[name], ("choice",)), is_choice=True)
    return Heard(is_choice=True)


def step(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    """The next state, and the act to answer with (None: the dialogue answers, risk has nothing to say)."""
    signal = heard.signal
    if heard.move:
        return _moved(state, heard.move)
    if signal.level == "urgent":
        return _alarmed(state, signal)
    if heard.reply and (state.pending or heard.is_choice):
        return _answered(state, heard.reply, signal)
    if signal.level:
        return _signalled(state, signal)
    if state.pending and not heard.is_choice:
        return _unread(state)
    return state._replace(pending=None, unread=0), None


def in_view(state: State) -> tuple[State, Act]:
    """One short line with the services, for an answer that is not about risk while risk is open."""
    return _say(state, "utter_crisis_line_short", "support", "answer_risk")


def _moved(state: State, move: str) -> tuple[State, Optional[Act]]:
    if move.startswith("barrier_") and move != "barrier_question":
        known = move.partition("_")[2]
        response = f"utter_{move}" if known in _BARRIERS else "utter_barrier_question"
        return _say(state._replace(pending=None), response, "support", "crisis_ideation")
    response, move_level = _MOVES[move]
    return _say(state._replace(pending=None), response, move_level, "crisis_ideation")


def _alarmed(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    intent = signal.intent or "crisis_imminent"
    stage: Stage = state.stage if intent in _NOT_SUICIDE else "imminent"
    return _say(state._replace(stage=stage, pending=None, unread=0), f"utter_{intent}", "urgent", intent)


def _signalled(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    intent = signal.intent or "crisis_passive"
    if intent in _ABOUT_ANOTHER or intent in _NOT_SUICIDE:
        return _say(state._replace(unread=0), f"utter_{intent}", signal.level or "support", intent)
    if intent == "self_harm":
        return _say(state._replace(stage=_at_least(state, "asked"), pending="thoughts"), "utter_self_harm", "support", intent)
    if signal.level == "ask" and state.stage in ("none", "denied"):
        response = "utter_crisis_passive" if state.stage == "none" else "utter_risk_recheck"
        return _say(state._replace(stage="asked", pending="thoughts", unread=0), response, "ask", intent)
    if state.pending == "plan" and signal.level == "support":
        return _say(state._replace(pending=None, unread=0), "utter_risk_plan_no", "support", intent)
    # Explicit thoughts, or a wish to be gone on top of a question that is already open.
    return _say(
        state._replace(stage=_at_least(state, "thoughts"), pending="plan", unread=0),
        "utter_crisis_ideation",
        "support",
        "crisis_ideation",
    )


def _answered(state: State, reply: Reply, signal: Signal) -> tuple[State, Optional[Act]]:
    asked, cleared = state.pending or "thoughts", state._replace(pending=None, unread=0)
    if reply == "unsaid":
        return _say(cleared, "utter_risk_unsaid", "support", "answer_risk")
    if asked == "plan":
        if reply == "no":
            return _say(cleared, "utter_risk_plan_no", "support", "answer_risk")
        return _say(cleared._replace(stage="plan"), "utter_risk_plan_yes", "urgent", "answer_risk")
    if reply == "no" and not state.pending and _ORDER.index(state.stage) > _ORDER.index("asked"):
        # An older bubble's "No": what was spoken of since stays spoken of.
        return _say(cleared, "utter_risk_plan_no", "support", "answer_risk")
    if reply == "no" and not signal.level:
        return _say(cleared._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")
    return _say(cleared._replace(stage=_at_least(state, "thoughts"), pending="plan"), "utter_crisis_ideation", "support", "answer_risk")


def _unread(state: State) -> tuple[State, Optional[Act]]:
    """A free text that answers nothing: said so once, then let go; the crisis line stays in view."""
    if state.unread:
        return state._replace(pending=None, unread=0), None
    return _say(state._replace(unread=1), "utter_risk_unclear", "support", "answer_risk")


_ORDER: tuple[Stage, ...] = ("none", "denied", "asked", "thoughts", "plan", "imminent")


def _at_least(state: State, stage: Stage) -> Stage:
    return max(state.stage, stage, key=_ORDER.index)


def _say(state: State, response: str, level: Level, intent: str) -> tuple[State, Act]:
    said = dict(state.said)
    wording = said.get(response, 0)
    said[response] = wording + 1
    act = Act(response, wording, level, intent, _ROUTES.get(intent, ()))
    return state._replace(said=tuple(said.items())), act
