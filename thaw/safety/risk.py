"""The risk state machine: a pure function of the state and what was heard, giving the next state and the act to answer with.

`docs/crisis-protocol.md` holds the table of transitions. The words of an act stand in `data/responses/safety.yml`.
"""

from __future__ import annotations

import json
from typing import Any, Literal, Mapping, NamedTuple, Optional

from thaw.safety.levels import LEVELS, Level
from thaw.safety.reply import Reply
from thaw.safety.screen import CLEAR, Signal

Stage = Literal["none", "asked", "thoughts", "plan", "imminent", "denied", "rechecked", "resolved"]
Question = Literal["thoughts", "plan"]

OPEN: frozenset[Stage] = frozenset({"asked", "thoughts", "plan", "imminent"})
"""Stages in which risk is open: matching is not promoted, the crisis line stays in view."""
IN_VIEW = OPEN | {"denied"}
"""Stages in which the crisis line goes with every answer."""
RECHECK_AFTER = 4
"""Answers after a denial, before the one gentle look back at it."""
ELSEWHERE = "ZZ"
"""The choice "another country" (a code that ISO 3166 leaves to users)."""

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
    "safety_plan": ("utter_safety_plan", "support"),
    "barrier_question": ("utter_barrier_question", "support"),
    "third_party_now": ("utter_crisis_third_party_now", "urgent"),
}
_BARRIERS = ("phone", "police", "let_down", "not_enough", "cost", "language", "burden")
_WHICH_COUNTRY = "utter_which_country"


class State(NamedTuple):
    """Where a conversation stands.

    `pending` is the risk question that waits for an answer, `unread` how many texts since then answered nothing, `quiet` how many
    answers in a row were not about risk, `country_asked` whether the last answer asked for the country, `country` what was answered
    (ISO 3166-1 alpha-2). `said` counts how often each crisis response was used, so that none repeats.
    """

    stage: Stage = "none"
    pending: Optional[Question] = None
    unread: int = 0
    said: tuple[tuple[str, int], ...] = ()
    quiet: int = 0
    country_asked: bool = False
    country: Optional[str] = None

    @property
    def is_open(self) -> bool:
        """Whether risk is open."""
        return self.stage in OPEN

    def to_json(self) -> dict[str, Any]:
        """For the store."""
        return {**self._asdict(), "said": dict(self.said)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> State:
        """From the store; an empty mapping is the state at the start."""
        if not kept:
            return cls()
        return cls(**{**kept, "said": tuple(kept["said"].items())})


class Act(NamedTuple):
    """How to answer: a response, which of its wordings, the level, and which services come first."""

    response: str
    wording: int
    level: Level
    intent: str
    routes: tuple[str, ...] = ()


class Heard(NamedTuple):
    """What a message says about risk: the screen's signal, its reading as a reply, a choice of the crisis menus, a country named."""

    signal: Signal = CLEAR
    reply: Optional[Reply] = None
    move: Optional[str] = None
    is_choice: bool = False
    country: Optional[str] = None


def from_payload(payload: str) -> Heard:
    """What a choice says about risk, given the payload behind it."""
    name, _, rest = payload.lstrip("/").partition("{")
    values = json.loads("{" + rest) if rest else {}
    if name == "answer_risk":
        return Heard(reply=values.get("risk_answer"), is_choice=True)
    if name == "barrier":
        return Heard(move=f"barrier_{values.get('barrier')}", is_choice=True)
    if name == "my_country":
        return Heard(country=values.get("country"), is_choice=True)
    if name in _MOVES:
        return Heard(move=name, is_choice=True)
    if name in LEVELS:
        return Heard(Signal(name, LEVELS[name], ("choice",)), is_choice=True)
    return Heard(is_choice=True)


def step(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    """The next state, and the act to answer with (None: the dialogue answers, risk has nothing to say)."""
    after, act = _stepped(state._replace(country_asked=False), heard)
    return after._replace(quiet=0 if act else after.quiet + 1), act


def _stepped(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    signal = heard.signal
    if heard.move:
        return _moved(state, heard.move)
    if signal.level == "urgent":
        return _alarmed(state, signal)
    if heard.reply and (state.pending or heard.is_choice):
        return _answered(state, heard.reply, signal)
    if signal.level:
        return _signalled(state, signal)
    if heard.country:
        return _located(state, heard.country)
    if state.pending and not heard.is_choice:
        return _unread(state)
    return _let_go(state), None


def beside(state: State, may_ask: bool) -> Optional[tuple[State, Act]]:
    """What goes below an answer that is not about risk: a line with the services, or the look back at a denial.

    Args:
        state: after `step`, which had no act.
        may_ask: whether the answer leaves room for a question (it asks nothing that a form waits for).
    """
    if state.stage == "asked" and state.pending:
        return _say(state, "utter_risk_unclear", "support", "answer_risk")
    if state.stage == "denied" and state.quiet >= RECHECK_AFTER and may_ask:
        return _say(state._replace(stage="rechecked", pending="thoughts"), "utter_risk_recheck_gently", "support", "answer_risk")
    if state.stage in IN_VIEW:
        return _say(state, "utter_crisis_line_short", "support", "answer_risk")
    return None


def ask_country(state: State, act: Act) -> Optional[tuple[State, Act]]:
    """The question which country the visitor is in, once, and not on top of a risk question unless the danger is urgent."""
    if _WHICH_COUNTRY in dict(state.said) or (state.pending and act.level != "urgent"):
        return None
    asked, question = _say(state, _WHICH_COUNTRY, act.level, act.intent)
    return asked._replace(country_asked=True), question


def _located(state: State, country: str) -> tuple[State, Optional[Act]]:
    if country == ELSEWHERE:
        return _say(state._replace(country_asked=True), "utter_country_type", "support", "answer_risk")
    return _say(state._replace(country=country), "utter_country_noted", "support", "answer_risk")


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
    if signal.level == "ask" and state.stage in _CLOSED:
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
    if reply == "no" and state.stage in ("rechecked", "resolved"):
        return _say(cleared._replace(stage="resolved"), "utter_risk_resolved", "support", "answer_risk")
    if reply == "no" and not signal.level:
        return _say(cleared._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")
    return _say(cleared._replace(stage=_at_least(state, "thoughts"), pending="plan"), "utter_crisis_ideation", "support", "answer_risk")


def _unread(state: State) -> tuple[State, Optional[Act]]:
    """A free text that answers nothing: once, the question stays open; then it is let go, and the crisis line stays in view.

    After a mere suspicion the dialogue answers what was written (`beside` adds a line); after thoughts were told, a text that is not
    understood is more likely about them than about anything else.
    """
    if state.unread or state.stage == "rechecked":
        return _let_go(state), None
    if state.stage == "asked":
        return state._replace(unread=1), None
    return _say(state._replace(unread=1, pending="plan"), "utter_risk_unread", "support", "answer_risk")


def _let_go(state: State) -> State:
    """Without the question that waited; a look back that was passed over is done."""
    stage: Stage = "resolved" if state.stage == "rechecked" else state.stage
    return state._replace(stage=stage, pending=None, unread=0)


_CLOSED: tuple[Stage, ...] = ("none", "resolved", "denied", "rechecked")
_ORDER: tuple[Stage, ...] = (*_CLOSED, "asked", "thoughts", "plan", "imminent")


def _at_least(state: State, stage: Stage) -> Stage:
    return max(state.stage, stage, key=_ORDER.index)


def _say(state: State, response: str, level: Level, intent: str) -> tuple[State, Act]:
    said = dict(state.said)
    wording = said.get(response, 0)
    said[response] = wording + 1
    act = Act(response, wording, level, intent, _ROUTES.get(intent, ()))
    return state._replace(said=tuple(said.items())), act
