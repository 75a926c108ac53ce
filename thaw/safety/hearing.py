"""What a typed message says about risk, read in the light of where the conversation stands and of what was offered. By rules alone."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence

from thaw.safety.levels import SEVERITY
from thaw.safety.menu import picked
from thaw.safety.reply import read_reply
from thaw.safety.risk_state import Heard, State, from_payload
from thaw.safety.screen import Signal
from thaw.safety.services import named_country, needs_told
from thaw.safety.told import SHORT, agrees, is_at_hand, refusal, told_baby, told_minor, told_move, told_plan

Choices = Sequence[Mapping[str, Any]]

_STAY = '/barrier{"barrier": "stay"}'
_BACK = "/resume"
_SAFETY_PAYLOADS = ("/danger_from_others", "/crisis_")
_ANSWERED_FIRST = frozenset({"thoughts", "plan", "near", "now"})
"""Questions whose yes or no is read before anything that a menu would offer."""


def hear(text: str, signal: Signal, state: State, offered: Choices) -> Heard:
    """What a typed message says about risk.

    Args:
        text: the visitor's words, not too long to be read at once.
        signal: what the screen found in them.
        state: before the message.
        offered: what the last turn offered, in the order shown.
    """
    minor, baby, needs = told_minor(text), told_baby(text), needs_told(text)
    # What a choice's own words stir in the classifier is no new evidence: they are ours.
    told = signal.level == "urgent" and signal.evidence != ("classifier",)
    payload = None if told else _chosen(text, signal, state, offered)
    if payload:
        return from_payload(payload)._replace(minor=minor, baby=baby, needs=needs)
    reply = read_reply(text)
    return Heard(
        signal,
        reply,
        move=_move(text, signal, reply, state),
        country=named_country(text) if state.country_asked else None,
        late=_is_late(text, reply, state, offered),
        plan=told_plan(text),
        at_hand=is_at_hand(text),
        refusal=refusal(text),
        agrees=agrees(text),
        minor=minor,
        baby=baby,
        needs=needs,
    )


def _chosen(text: str, signal: Signal, state: State, offered: Choices) -> Optional[str]:
    """The crisis choice that a text names or goes along with, or None."""
    named = picked(text, offered)
    if named:
        return named if from_payload(named).is_about_risk else None
    first = offered[0]["payload"] if offered else ""
    if signal.level or state.pending or not from_payload(first).is_about_risk:
        return None
    if first.startswith(_SAFETY_PAYLOADS):
        return first if read_reply(text) == "yes" else None
    if not agrees(text) or (state.stage == "asked" and read_reply(text)):
        return None
    # "Yes" to the question what is in the way names nothing of it.
    return _STAY if first.startswith("/barrier{") else str(first)


def _move(text: str, signal: Signal, reply: Optional[str], state: State) -> Optional[str]:
    """What a text means of the crisis menus, while risk is spoken of."""
    if not state.is_spoken_of or SEVERITY[signal.level] > SEVERITY["ask"]:
        return None
    move = told_move(text)
    if move is None or (reply and state.pending in _ANSWERED_FIRST):
        return None
    return move if state.pending not in _ANSWERED_FIRST or move.startswith(("barrier_", "cannot_")) else None


def _is_late(text: str, reply: Optional[str], state: State, offered: Choices) -> bool:
    """Whether a bare yes or no answers the question about thoughts that was let go: nothing else was asked since."""
    asked_since = any(not each.get("door") and not _is_crisis(each["payload"]) for each in offered)
    return bool(reply) and state.stage == "asked" and state.pending is None and len(text.split()) <= SHORT and not asked_since


def _is_crisis(payload: str) -> bool:
    return payload == _BACK or from_payload(payload).is_about_risk
