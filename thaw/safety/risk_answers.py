"""What is answered to a yes, a no or free words after a question about risk, or after a call was urged."""

from __future__ import annotations

from typing import Optional

from thaw.safety.reply import Reply
from thaw.safety.risk_acts import let_go, misread, near, say, thoughts, told_more
from thaw.safety.risk_moves import ON_ROUTE, moved
from thaw.safety.risk_state import CLOSED, GRAVE, MOVES, Act, Heard, Question, State
from thaw.safety.screen import Signal
from thaw.safety.tongues import TOLD_IN, asked_in


def answered_for_them(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    """What is answered to whether someone else is in danger right now. In doubt it is treated as now."""
    if heard.reply == "yes" or heard.plan:
        return moved(state, "third_party_now")
    if heard.reply == "no":
        return moved(state, "third_party_later")
    return moved(state, "third_party_unsure")


def tells_a_plan(state: State, heard: Heard) -> bool:
    """Whether an answer tells a plan in words, not by a yes."""
    if state.pending == "thoughts" and state.means:
        # What would be used was told before: with a time that is near it is a plan, whatever was asked.
        return heard.plan == "soon" and heard.reply != "no"
    if state.pending == "near":
        # A way was asked about before: with a day it is a plan.
        is_dated = heard.only_time and heard.reply not in ("no", "none", "unsure")
        is_named_again = heard.means and heard.plan is not None and state.unread > 0
        return heard.plan == "soon" or is_dated or (is_named_again and heard.reply != "no") or (heard.at_hand and heard.reply != "no")
    return state.pending == "plan" and (heard.plan is not None or (heard.at_hand and heard.reply == "yes"))


def planned(state: State, heard: Heard) -> tuple[State, Act]:
    """A plan told in words; where the words leave open whether it is near, that is asked."""
    if heard.plan == "soon" or heard.at_hand or state.pending == "near":
        imminent = state._replace(stage="imminent", pending="call", unread=0, eased=False)
        return say(imminent, "utter_risk_plan_yes", "urgent", "answer_risk")
    return near(state, "utter_risk_plan_near")


def answered_call(state: State, heard: Heard) -> Optional[tuple[State, Act]]:
    """What is typed after a call was urged: a refusal is met with other ways, an agreement with how to go on."""
    cannot, _ = ON_ROUTE.get((state.route or "", "cannot_call"), MOVES["cannot_call"])
    if state.stage in GRAVE and (heard.refusal == "leaving" or heard.plan):
        return told_more(state)
    if heard.refusal or heard.reply in ("no", "unsure", "unsaid"):
        return say(state._replace(unread=0), cannot, "urgent", "answer_risk", state.routes)
    if heard.agrees or heard.reply == "yes":
        # What is said on the phone is another thing where nobody spoke of suicide.
        calling = "utter_route_calling" if state.route_in_view and state.stage not in GRAVE else "utter_risk_calling"
        return say(state._replace(unread=0), calling, "urgent", "answer_risk", state.routes)
    return None


def answered(state: State, reply: Reply, signal: Signal) -> tuple[State, Optional[Act]]:
    """A yes, a no or something between to the question that waits, else to that about thoughts."""
    asked, cleared = state.pending or "thoughts", state._replace(pending=None, unread=0)
    if reply == "none" and asked != "near":
        return _denied_all(cleared, signal)
    if asked == "call":
        # By a button of an older bubble.
        return told_more(state) if reply == "yes" else say(cleared, "utter_risk_no_noted", "support", "answer_risk")
    if asked == "near":
        if reply in ("no", "none"):
            return say(cleared, "utter_risk_not_near", "urgent", "answer_risk")
        return say(cleared._replace(stage="imminent"), "utter_crisis_imminent", "urgent", "answer_risk")
    if reply == "unsaid":
        return say(cleared, "utter_risk_unsaid", "support", "answer_risk")
    if asked == "plan":
        if reply == "no":
            return say(cleared, "utter_risk_plan_no", "support", "answer_risk")
        return near(state, "utter_risk_plan_near" if reply == "yes" else "utter_risk_plan_some")
    tongue = asked_in(state) if asked == "thoughts" and state.stage not in GRAVE else None
    if reply != "no" and tongue and TOLD_IN[tongue] not in dict(state.said):
        told = cleared._replace(stage=state.at_least("thoughts"), ground=None, eased=False)
        return say(told, TOLD_IN[tongue], "urgent", "crisis_ideation")
    if reply != "no":
        return told_more(state) if state.stage in GRAVE else thoughts(state)
    return _denied(cleared, asked, signal)


def _denied(state: State, asked: Question, signal: Signal) -> tuple[State, Optional[Act]]:
    """A no to whether there are thoughts. It takes nothing back that was told before, unless it answers how it is by now."""
    if asked == "now" and not signal.level:
        return say(state._replace(stage="denied"), "utter_risk_eased", "support", "answer_risk")
    if state.stage in GRAVE:
        return say(state, "utter_risk_no_noted", "support", "answer_risk")
    if signal.level and not (signal.guessed and signal.evidence == ("classifier",)):
        return thoughts(state)
    if state.stage == "thoughts":
        # An older bubble's "No": what was spoken of since stays spoken of.
        return say(state, "utter_risk_plan_no", "support", "answer_risk")
    if state.stage in ("rechecked", "resolved"):
        return say(state._replace(stage="resolved"), "utter_risk_resolved", "support", "answer_risk")
    if state.topic == "danger_from_others":
        # In a talk about danger from another the no ends the question; it is not looked back at.
        return say(state._replace(stage="resolved"), "utter_danger_from_others_heard", "support", "danger_from_others", state.routes)
    if "utter_self_harm" in dict(state.said) and state.topic == "self_harm":
        # The no is to suicide: what was told of hurting oneself was no misreading.
        return say(state._replace(stage="denied"), "utter_self_harm_not_suicide", "support", "self_harm")
    if state.ground == "guess" and not state.means:
        return misread(state)
    return say(state._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")


def _denied_all(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    """That there are no such thoughts, whatever was asked of them: believed. What was told in plain words before keeps its look back."""
    if state.stage in GRAVE:
        return say(state._replace(pending="call"), "utter_risk_no_noted", "support", "answer_risk")
    if (state.ground in ("guess", "wish") or state.stage == "none") and not state.means:
        return misread(state)
    if state.stage in ("rechecked", "resolved"):
        return _denied(state, "thoughts", signal)
    return say(state._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")


def denied_but(state: State, heard: Heard) -> tuple[State, Act]:
    """A no that goes on: what it is instead is heard too. Only after a mere guess that leaves no wish for an end it is let go."""
    let_go = state.ground in ("guess", "end") and not heard.wants_an_end
    denied = state._replace(stage="resolved" if let_go else "denied", pending=None, unread=0)
    return say(denied, "utter_risk_denied_but", "support", "answer_risk")


def stepped_down(state: State, heard: Heard) -> tuple[State, Act]:
    """Not now, after a call was urged: room for the next days. What was only guessed is denied by a no, and never spoken of as told."""
    calmer = state._replace(pending=None, unread=0, eased=True)
    if state.ground and heard.reply == "no" and heard.bare and not heard.not_now:
        # A bare no may only refuse the call that was urged on a guess: now it is asked.
        return say(state._replace(stage="asked", pending="thoughts", unread=0), "utter_crisis_guessed", "support", "crisis_ideation")
    if state.ground and heard.reply in ("no", "none"):
        return say(calmer._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")
    if state.ground:
        return say(calmer._replace(stage="asked"), "utter_safe_for_now", "support", "answer_risk")
    return say(calmer._replace(stage="plan"), "utter_risk_not_near", "urgent", "answer_risk")


def unread(state: State) -> tuple[State, Optional[Act]]:
    """A free text that answers nothing: once, the question stays open; then it is let go, and the crisis line stays in view.

    After a mere suspicion the dialogue answers what was written (`beside` adds a line), and so it does after a call was urged; after
    thoughts were told, a text that is not understood is more likely about them than about anything else.
    """
    if state.unread or state.stage == "rechecked" or (state.pending == "plan" and "utter_risk_unread" in dict(state.said)):
        return let_go(state), None
    if state.pending == "call" or state.stage in CLOSED or state.stage == "asked":
        return state._replace(unread=1), None
    if state.pending == "near":
        asked, act = near(state, "utter_risk_plan_near")
        return asked._replace(unread=1), act
    return say(state._replace(unread=1, pending="plan"), "utter_risk_unread", "support", "answer_risk")
