"""What goes beside an answer that is not about risk: the line with the services, the one look back, the question for the country."""

from __future__ import annotations

from typing import Optional

from thaw.safety.risk_acts import for_the_young, say
from thaw.safety.risk_state import CLOSED, GRAVE, IN_VIEW, OF_OTHERS, TOLD, Act, State

RECHECK_AFTER = 4
"""Answers after a denial or "I am safe for now" before the one gentle look back, and after a question let go before its line rests."""
LOOK_BACK_AFTER = 8
"""Answers after thoughts were told, before the one gentle look back."""
_LINE_AFTER = frozenset({"eating_disorder", "psychosis_or_mania"})
LINE_FOR = 2
"""Answers with which the crisis line goes after an eating disorder or psychosis was spoken of."""
SPARSE = 4
"""Once a look back was passed over, the crisis line goes only with one answer of so many."""
_WHICH_COUNTRY = "utter_which_country"
_MISREAD = frozenset({"utter_risk_misread", "utter_danger_from_others_misread"})
INVITATION = "utter_crisis_hinted"
"""Beside another answer after a faint suspicion: that more may be said, and where somebody listens. It asks nothing."""
LINE = "utter_crisis_line_short"
"""The line with the services beside another answer."""


def beside(state: State, may_ask: bool, must_show: bool = False) -> Optional[tuple[State, Act]]:
    """What goes below an answer that is not about risk: a line with the services, or the one gentle look back.

    Args:
        state: after `step`, which had no act.
        may_ask: whether the answer leaves room for a question (it asks nothing that a form waits for).
        must_show: whether the services have to be there while risk is open: the answer leads to the matching flow.
    """
    if _has_just_hinted(state):
        return line(state)
    if state.stage == "asked" and state.pending == "thoughts":
        return say(state, "utter_risk_unclear", "support", "answer_risk")
    if may_ask and _is_due(state):
        return _looked_back(state)
    if _line_is_shown(state) or (must_show and state.is_open):
        grave = state.stage in GRAVE and not state.eased
        routes = state.routes if state.route_in_view else ()
        if state.topic in OF_OTHERS and state.stage in CLOSED:
            return say(state, "utter_crisis_line_third_party", "support", "answer_risk", routes)
        if grave:
            return say(state, "utter_crisis_line_urgent", "urgent", "answer_risk", routes)
        return say(state, LINE, "support", "answer_risk", routes)
    return None


def ask_country(state: State, act: Act) -> Optional[tuple[State, Act]]:
    """The question which country the visitor is in, once, and not on top of a risk question unless the danger is urgent, nor where the
    program has just owned that there was none."""
    if _WHICH_COUNTRY in dict(state.said) or (state.pending and act.level != "urgent") or act.response in _MISREAD:
        return None
    asked, question = say(state, _WHICH_COUNTRY, act.level, act.intent)
    return asked._replace(country_asked=True), question


def line(state: State) -> tuple[State, Act]:
    """The crisis line that an answer brings by itself, in the wording after the last line, wherever that was said; an invitation to say
    more in its place, if the message held a faint suspicion."""
    if _has_just_hinted(state):
        return say(state, INVITATION, "support", "answer_risk", state.routes if state.route_in_view else ())
    return say(state, LINE, "support", "answer_risk")


def stay(state: State) -> Optional[tuple[State, Act]]:
    """What stands in the place of an answer that would not belong into an open danger; None if there is none."""
    if state.stage in GRAVE and not state.eased:
        return say(state._replace(pending="call", quiet=0), "utter_risk_stay_here", "urgent", "answer_risk")
    if state.topic == "danger_from_others":
        return say(state, for_the_young(state, "utter_danger_from_others_stay"), "support", "danger_from_others", state.routes)
    if state.stage in TOLD or state.topic:
        return say(state, "utter_risk_kept_with", "support", state.topic or "answer_risk", state.routes if state.route_in_view else ())
    return None


def _has_just_hinted(state: State) -> bool:
    return state.hints > 0 and state.stage == "none" and state.quiet == 0


def _is_due(state: State) -> bool:
    # A question that was let go is not asked again without new evidence, nor what was only guessed and denied.
    if state.ground == "end" and state.stage == "denied":
        return False
    if state.looked_back or state.stage == "asked" or state.stage not in IN_VIEW or state.pending:
        return False
    return state.quiet >= (LOOK_BACK_AFTER if state.stage in TOLD and not state.eased else RECHECK_AFTER)


def _line_is_shown(state: State) -> bool:
    if state.quiet == 0:
        # A guess was heard in this answer (any other answer without an act is at least the first quiet one).
        return True
    if state.stage == "asked" and not state.route_in_view:
        return state.quiet < RECHECK_AFTER
    if state.ground == "end" and state.stage == "denied" and not state.route_in_view:
        # Last things that were only guessed, and denied: the line stays for a while, and nobody is asked again.
        return state.quiet < RECHECK_AFTER
    if state.stage in IN_VIEW and not state.looked_back:
        return True
    if state.topic in _LINE_AFTER and state.quiet <= LINE_FOR:
        return True
    return state.route_in_view or (state.stage in TOLD and state.quiet % SPARSE == 0)


def _looked_back(state: State) -> tuple[State, Act]:
    once = state._replace(looked_back=True)
    if state.stage == "denied":
        return say(once._replace(stage="rechecked", pending="thoughts"), "utter_risk_recheck_gently", "support", "answer_risk")
    return say(once._replace(pending="now", unread=1), "utter_risk_how_is_it_now", "support", "answer_risk")
