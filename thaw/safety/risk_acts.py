"""What several transitions of the risk state machine end in: the next state, and the response that says so."""

from __future__ import annotations

from thaw.safety.levels import Level
from thaw.safety.risk_state import Act, Stage, State

_FOR_ADULTS = frozenset(
    {"utter_danger_from_others", "utter_danger_from_others_safe", "utter_danger_from_others_words", "utter_danger_from_others_stay"}
    | {"utter_danger_from_others_who", "utter_danger_from_others_forced", "utter_danger_from_others_unnamed"}
)
_ASKED_ABOUT = frozenset({"utter_risk_in_general", "utter_risk_if_told", "utter_risk_what_follows"})
"""Answers to questions about suicide in general."""


def say(state: State, response: str, level: Level, intent: str, routes: tuple[str, ...] = ()) -> tuple[State, Act]:
    """The act that says a response, in the wording after the one that was said last, with the services for some routes."""
    said = dict(state.said)
    wording = said.get(response, 0)
    said[response] = wording + 1
    act = Act(response, wording, level, intent, tuple(dict.fromkeys((*routes, *state.asked_for))))
    return state._replace(said=tuple(said.items())), act


def for_the_young(state: State, response: str) -> str:
    """The response that someone under 18 gets in place of one that is written for adults with a home of their own."""
    if state.minor and response == "utter_danger_from_others_fault":
        return "utter_danger_from_others_minor_fault"
    return "utter_danger_from_others_minor" if state.minor and response in _FOR_ADULTS else response


def thoughts(state: State) -> tuple[State, Act]:
    """Thoughts of suicide were told: whether there is a plan is asked."""
    asked = state._replace(stage=state.at_least("thoughts"), pending="plan", unread=0, eased=False, ground=None)
    return say(asked, "utter_crisis_ideation", "support", "crisis_ideation")


def told_more(state: State) -> tuple[State, Act]:
    """More of what was told already: nothing is asked a second time, the call stays the next step."""
    return say(state._replace(pending="call", unread=0, eased=False), "utter_risk_stay", "urgent", "crisis_ideation")


def near(state: State, response: str) -> tuple[State, Act]:
    """A plan was told, or half of one: a response asks whether means or time are near."""
    plan = state._replace(stage=state.at_least("plan"), pending="near", unread=0, eased=False)
    return say(plan, response, "urgent", "answer_risk")


def misread(state: State, stage: Stage = "resolved") -> tuple[State, Act]:
    """A false alarm, let go: no line stays, and nothing is asked again unless there is new evidence. Where it was asked about in general
    nothing was misread.
    """
    if state.topic == "eating_disorder":
        # The no is to suicide: what was told of food stands.
        told = state._replace(stage=stage, pending=None, unread=0)
        return say(told, "utter_eating_disorder_not_suicide", "support", "eating_disorder", ("eating",))
    believed = "utter_risk_denied_unasked" if _ASKED_ABOUT & dict(state.said).keys() else "utter_risk_misread"
    return say(state._replace(stage=stage, pending=None, unread=0), believed, "support", "answer_risk")


def let_go(state: State) -> State:
    """Without the question that waited; a look back that was passed over is done."""
    stage: Stage = "resolved" if state.stage == "rechecked" else state.stage
    return state._replace(stage=stage, pending=None, unread=0)
