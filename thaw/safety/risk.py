"""The risk state machine: a pure function of the state and what was heard, giving the next state and the act to answer with.

Which transition it is, is decided here; what each does stands beside: `risk_signals.py` (danger told), `risk_answers.py` (a yes, a no, free
words), `risk_moves.py` (choices of the menus), `risk_beside.py` (what goes beside other answers), `risk_acts.py` (what several end in).
`docs/crisis-protocol.md` holds the table of transitions. The words of an act stand in `data/responses/safety.yml`.
"""

from __future__ import annotations

from typing import Optional

from thaw.safety.filling_in import AWAITED
from thaw.safety.mid_talk import noted
from thaw.safety.risk_acts import let_go, misread, say
from thaw.safety.risk_answers import answered, answered_call, answered_for_them, denied_but, planned, stepped_down, tells_a_plan, unread
from thaw.safety.risk_beside import LINE, LINE_FOR, LOOK_BACK_AFTER, RECHECK_AFTER, ask_country, beside, line, stay
from thaw.safety.risk_moves import located, moved
from thaw.safety.risk_signals import alarmed, of_another, put_by, signalled, taken_back, thought_of, told_late
from thaw.safety.risk_state import (
    CLOSED,
    GRAVE,
    IN_VIEW,
    NOT_SURE,
    OF_OTHERS,
    OPEN,
    PAST_TOLD,
    TOLD,
    Act,
    Ground,
    Heard,
    State,
    from_payload,
)

__all__ = [
    "IN_VIEW",
    "LINE",
    "LINE_FOR",
    "LOOK_BACK_AFTER",
    "OF_OTHERS",
    "OPEN",
    "RECHECK_AFTER",
    "TOLD",
    "Act",
    "Heard",
    "State",
    "ask_country",
    "beside",
    "from_payload",
    "line",
    "stay",
    "step",
]

_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive"})
_ASKED_OF = frozenset({"asked", "thoughts", "denied", "rechecked"})
_PUTS_OFF = frozenset({"utter_plan_line_how", "utter_barrier_stay", "utter_country_noted", "utter_country_unlisted", "utter_country_type"})
_CALLS_URGED = frozenset({"danger_to_others", "medical_emergency", "crisis_third_party", "voices"})
"""Urgent dangers of another kind in which a refusal to call is answered."""


def step(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    """The next state, and the act to answer with (None: the dialogue answers, risk has nothing to say)."""
    needs = tuple(dict.fromkeys((*state.needs, *heard.needs)))
    country = heard.place or state.country
    minor = heard.minor or (state.minor and not heard.adult)
    matters = tuple(dict.fromkeys((*state.matters, *heard.matters)))
    before = state._replace(country_asked=False, minor=minor, needs=needs, country=country, matters=matters)
    after, act = _stepped(before, heard)
    after = after._replace(past=after.past or heard.past)
    if heard.means and (after.stage != "none" or after.hints):
        after = after._replace(means=True)
    if act and after.pending is None and _urges_a_call(after, act):
        after = after._replace(pending="call")
    if after.stage != state.stage:
        after = after._replace(looked_back=after.stage == "rechecked")
    return after._replace(quiet=0 if act else after.quiet + 1, last=_last(before, act)), act


def _last(state: State, act: Optional[Act]) -> Optional[str]:
    """What was answered last. An "ok" to the safety plan, or the country told for it, leaves its lines awaited."""
    if act and act.response in _PUTS_OFF and state.last in AWAITED:
        return state.last
    return act.response if act else None


def _urges_a_call(state: State, act: Act) -> bool:
    return (state.stage in GRAVE and not state.eased) or (act.level == "urgent" and state.route in _CALLS_URGED)


def _stepped(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    signal = heard.signal
    if signal.level == "urgent":
        return (in_passing, None) if (in_passing := noted(state, signal)) else alarmed(state, heard)
    if heard.of_another and state.stage in OPEN and state.topic != "crisis_third_party":
        return of_another(state)
    if heard.plan_late and (signal.guessed or signal.intent in (None, *_OWN)):
        return told_late(state, heard)
    if heard.taken_back and (signal.guessed or signal.level in (None, "ask")):
        return taken_back(state, heard)
    if heard.nobody or (heard.reply == "none" and state.topic == "crisis_third_party" and state.stage in CLOSED):
        return misread(state._replace(route=None, routes=()), state.stage)
    denied = state.pending == "call" and state.ground and heard.reply in ("no", "none")
    if heard.reply == "no" and heard.bare and "utter_cannot_call" in dict(state.said):
        # After a refusal a bare no refuses once more.
        denied = False
    if state.stage in GRAVE and state.pending in ("call", None) and (heard.not_now or denied):
        return stepped_down(state, heard)
    if heard.move:
        return moved(state, heard.move)
    if heard.stash and state.pending in (None, "thoughts") and not heard.is_choice:
        return put_by(state)
    if heard.survived and state.stage in CLOSED and not state.pending:
        return say(state, PAST_TOLD, "ask", "answer_risk")
    if heard.thought_of_it and not state.pending and state.stage in _ASKED_OF and signal.level in (None, "ask", "support"):
        return thought_of(state)
    if heard.unasked:
        ground: Optional[Ground] = "guess" if state.stage == "none" else state.ground
        believed = state._replace(stage="resolved", ground=ground)
        if state.past_was_told and heard.reply == "no":
            # The services stood there a moment ago, nothing is told: the no is the dialogue's to answer.
            return believed, None
        return say(believed, "utter_risk_denied_unasked", "support", "answer_risk")
    if heard.joked and state.pending in ("thoughts", "plan") and state.stage not in GRAVE:
        return say(state._replace(stage="denied", pending=None, unread=0), "utter_risk_joked", "support", "answer_risk")
    if heard.dismissed and heard.reply == "no" and state.pending == "plan" and state.stage not in GRAVE and not signal.level:
        return say(state._replace(pending=None, unread=0), "utter_risk_plan_let_be", "support", "answer_risk")
    if heard.no_plan and state.stage == "plan" and not signal.level:
        return say(state._replace(stage="thoughts", pending=None, unread=0), "utter_risk_plan_no", "support", "answer_risk")
    if (
        heard.only_thoughts
        and state.pending in ("thoughts", "now")
        and state.stage not in GRAVE
        and signal.level in (None, "ask", "support")
    ):
        told = state._replace(stage="thoughts", pending=None, unread=0, eased=False, ground=None)
        return say(told, "utter_risk_plan_no", "support", "answer_risk")
    of_oneself = signal.intent in _OWN and bool(signal.level) and signal.evidence != ("classifier",)
    if state.pending == "theirs" and not heard.is_choice and (heard.reply or heard.plan) and not of_oneself:
        return answered_for_them(state, heard)
    if tells_a_plan(state, heard):
        return planned(state, heard)
    if state.pending == "call" and not heard.is_choice and (urged := answered_call(state, heard)):
        return urged
    # "I can't say it out loud, but …": what is said counts, not that something is left unsaid.
    reply = None if heard.reply == "unsaid" and signal.level and state.pending != "plan" else heard.reply
    if reply == "unsaid" and heard.dismissed and state.stage == "rechecked":
        # After an earlier no: let go.
        return let_go(state), None
    if (
        reply in ("no", "none")
        and (heard.rest or heard.wants_an_end)
        and state.stage == "asked"
        and state.pending == "thoughts"
        and signal.level in (None, "ask")
    ):
        return denied_but(state, heard)
    if reply == "unsure" and heard.vague and state.stage == "asked" and state.pending == "thoughts" and NOT_SURE not in dict(state.said):
        return say(state, NOT_SURE, "support", "answer_risk")
    if reply and (state.pending or heard.is_choice or heard.late):
        # A no that names means or a time is believed, and not let go as a false alarm.
        return answered(state._replace(ground=None) if heard.plan else state, reply, signal)
    if signal.level:
        return (in_passing, None) if (in_passing := noted(state, signal)) else signalled(state, signal)
    if heard.country:
        return located(state, heard.country)
    if state.pending and not heard.is_choice:
        return unread(state)
    return let_go(state), None
