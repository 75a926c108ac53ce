"""What is answered to danger that a message tells of: what the screen found, tablets put by, a denial taken back."""

from __future__ import annotations

from typing import Optional

from thaw.safety.in_general import ANSWERS
from thaw.safety.kinds import ASKED, KINDS
from thaw.safety.overdose import TAKEN
from thaw.safety.patterns import A_WISH, WAYS, rules
from thaw.safety.plans import TOO_MANY_THEME
from thaw.safety.risk_acts import for_the_young, near, say, thoughts, told_more
from thaw.safety.risk_moves import moved
from thaw.safety.risk_others import answered_of_others
from thaw.safety.risk_state import CLOSED, GRAVE, OPEN, TOLD, Act, Ground, Heard, State
from thaw.safety.screen import Signal
from thaw.safety.wounds import DETAIL

ROUTES = {
    "danger_from_others": ("abuse",),
    "danger_to_others": ("birth",),
    "eating_disorder": ("eating",),
}
_NOT_SUICIDE = frozenset({"danger_from_others", "danger_to_others", "medical_emergency", "eating_disorder", "psychosis_or_mania"})
_ASKED_BEFORE = frozenset({"asked", "denied", "resolved"})
"""Stages in which the question about thoughts was asked, and denied or let go."""
_BLACKMAIL = "blackmailed with pictures"
"""The rules' theme of it: a stranger's, and of no use to it what helps against somebody at home."""
_TAKEN = "attempt under way, or a means taken"
"""The rules' theme of it."""


def alarmed(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    """An urgent danger was told, whatever waited for an answer."""
    intent = heard.signal.intent or "crisis_imminent"
    if of_others := answered_of_others(state, heard.signal):
        return of_others
    # A way with a time is told, whoever heard it.
    ground = None if heard.means and heard.plan == "soon" else _ground(state, heard.signal)
    grave = state._replace(pending=None, unread=0, eased=False, ground=ground)
    if intent in _NOT_SUICIDE:
        kind, response, routes = _kind(heard.signal, intent)
        routes = () if intent == "danger_to_others" and not heard.baby else routes
        response = for_the_young(state, response)
        doubted = _is_only_heard(heard.signal)
        return say(grave._replace(route=kind, routes=routes, doubted=doubted), response, "urgent", intent, routes)
    # Once something was swallowed, what is told later is answered as in any medical emergency: feeling fine is no reason not to call.
    route = "medical_emergency" if heard.taken and _TAKEN in heard.signal.evidence else None
    response = TAKEN if route else f"utter_{intent}"
    return say(grave._replace(stage="imminent", route=route, routes=()), response, "urgent", intent)


def signalled(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    """A danger was told, or may have been, that is not urgent by itself."""
    intent = signal.intent or "crisis_passive"
    if of_others := answered_of_others(state, signal):
        return of_others
    if intent == "crisis_third_party":
        return _about_another(state, signal)
    if intent in _NOT_SUICIDE:
        route, response, routes = _kind(signal, intent)
        told = state if state.route_in_view else state._replace(route=route, routes=routes, doubted=_is_only_heard(signal))
        return say(told._replace(unread=0), response, signal.level or "support", intent, routes)
    asks = next((ASKED[each] for each in signal.evidence if each in ASKED), None)
    if asks and state.stage not in TOLD:
        asked = state._replace(stage="asked", pending="thoughts", unread=0, ground=asks[1])
        return say(asked, asks[0], "support", intent)
    if TOO_MANY_THEME in signal.evidence and state.stage in CLOSED:
        asked = state._replace(stage="asked", pending="thoughts", unread=0, means=True, ground=_ground(state, signal))
        return say(asked, "utter_risk_how_many", "support", intent)
    in_general = next((ANSWERS[each] for each in signal.evidence if each in ANSWERS), None)
    if in_general:
        asked = state._replace(stage="asked", pending="thoughts", unread=0, ground="guess")
        return say(asked, in_general, "support", intent)
    if signal.faint and state.stage == "resolved" and state.ground in ("guess", "end"):
        return state, None
    if signal.guessed and state.stage in _ASKED_BEFORE and state.pending is None and not _is_new(state, signal):
        # A second guess is no new evidence: the services come into view again, and nothing is asked.
        return state._replace(quiet=-1), None
    if state.route == "crisis_third_party":
        # "Asking for a friend" was asking for oneself.
        state = state._replace(route=None, routes=(), pending=None)
    open_since, state = state.ground, state._replace(ground=_ground(state, signal))
    if intent == "self_harm":
        if DETAIL in signal.evidence and state.pending == "thoughts":
            return say(state, "utter_self_harm_detail", "support", intent)
        if "utter_self_harm" in dict(state.said) and (state.stage not in OPEN or state.pending == "thoughts"):
            # Whether it is about dying was asked.
            return say(state, "utter_self_harm_urge", "support", intent)
        return say(state._replace(stage=state.at_least("asked"), pending="thoughts"), "utter_self_harm", "support", intent)
    if state.stage in GRAVE:
        return told_more(state)
    asked = state._replace(stage="asked", pending="thoughts", unread=0)
    if state.ground and _is_only_thought(state, signal, open_since):
        return say(asked, "utter_crisis_sounds_so", "support", intent)
    if signal.guessed and signal.level != "ask" and state.stage not in TOLD and state.pending != "thoughts":
        return say(asked, "utter_crisis_guessed", "support", intent)
    if signal.level == "ask" and (state.stage in CLOSED or (state.stage == "asked" and state.pending is None)):
        return say(asked, "utter_crisis_passive" if state.stage == "none" else "utter_risk_recheck", "ask", intent)
    if state.pending == "plan":
        # The thoughts said again leave open whether there is a plan: it is asked once more, then the answer is as for half a plan.
        if state.unread:
            return near(state, "utter_risk_plan_some")
        return say(state._replace(unread=1), "utter_risk_unread", "support", "crisis_ideation")
    # Explicit thoughts, or a wish to be gone on top of a question that is already open.
    return thoughts(state)


def _is_new(state: State, signal: Signal) -> bool:
    """Whether words that the rules know are new evidence to who was asked before. Where the question was let go, or a wish was misread,
    more of that is none: a way or a place is.
    """
    known = {*signal.evidence} - {"classifier"}
    return bool(known if state.stage == "denied" else known & WAYS)


def _kind(signal: Signal, intent: str) -> tuple[str, str, tuple[str, ...]]:
    """What a danger of another kind than suicide is from now on: its route, the response, the routes of its services."""
    if _BLACKMAIL in signal.evidence:
        return "blackmail", "utter_danger_from_others_online", ()
    known = next((KINDS[each] for each in signal.evidence if each in KINDS), None)
    if known:
        return (*known, ROUTES.get(intent, ()))
    return intent, f"utter_{intent}", ROUTES.get(intent, ())


def _is_only_heard(signal: Signal) -> bool:
    """Whether only the classifier heard a danger."""
    return signal.evidence == ("classifier",)


def _grounds(signal: Signal) -> Optional[Ground]:
    """What a signal of one's own danger rests on; None: it was told in plain words."""
    known = {*signal.evidence} - {"classifier", A_WISH}
    if _is_only_heard(signal) or (signal.guessed and not known):
        return "end" if signal.intent == "crisis_imminent" else "guess"
    wishes = {theme.name for theme in rules().themes if theme.level == "ask"}
    return "wish" if signal.evidence and {*signal.evidence} <= {*wishes, "classifier"} else None


def _ground(state: State, signal: Signal) -> Optional[Ground]:
    """What the conversation's suspicion rests on, now that this was heard: the plainest that was said."""
    if signal.intent in _NOT_SUICIDE or (state.ground is None and state.stage != "none"):
        return state.ground
    heard = _grounds(signal)
    return "wish" if heard and state.ground == "wish" else heard


def _is_only_thought(state: State, signal: Signal, before: Optional[Ground]) -> bool:
    """Whether the classifier alone holds something for thoughts told, or for the answer to the question about them: then it is asked."""
    if state.pending == "thoughts":
        return before is not None and _grounds(signal) in ("guess", "end") and "utter_crisis_sounds_so" not in dict(state.said)
    return not signal.guessed and signal.level != "ask" and state.stage not in TOLD


def _about_another(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    """Someone else is at risk: whether it is now is asked once; told more, what to say and do."""
    said, doubted = dict(state.said), _is_only_heard(signal)
    if state.doubted and doubted and state.topic != "crisis_third_party" and "utter_crisis_third_party" in said:
        # It was only guessed before as well, and denied or passed over: no new evidence.
        return state._replace(quiet=-1), None
    told = state._replace(route="crisis_third_party", routes=(), unread=0, doubted=doubted)
    if state.pending == "theirs":
        return say(told, "utter_third_party_unsure", "urgent", "crisis_third_party")
    if state.topic == "crisis_third_party" and "utter_crisis_third_party" in said:
        return moved(told, "third_party_now" if "utter_crisis_third_party_now" in said else "third_party_words")
    asked = told if state.pending or state.stage in OPEN else told._replace(pending="theirs")
    return say(asked, "utter_crisis_third_party", "support", "crisis_third_party")


def of_another(state: State) -> tuple[State, Optional[Act]]:
    """What was taken for the writer's danger is someone else's: an emergency stays one, else it is asked whether they are in danger now."""
    theirs = state._replace(stage="resolved", pending=None, unread=0, ground=None, means=False)
    if state.stage in GRAVE:
        return moved(theirs, "third_party_now")
    return _about_another(theirs, Signal("crisis_third_party", "support", ("says that it is about someone else",)))


def put_by(state: State) -> tuple[State, Act]:
    """Tablets put by: asked straight what for, twice at most; told again, or after thoughts were told, whether it is near."""
    if state.stage in GRAVE:
        return told_more(state)
    if state.stage == "thoughts" or dict(state.said).get("utter_risk_means", 0) > 1:
        return near(state, "utter_risk_plan_some")
    return say(
        state._replace(stage="asked", pending="thoughts", unread=0, means=True, ground=None),
        "utter_risk_means",
        "support",
        "crisis_passive",
    )


def told_late(state: State, heard: Heard) -> tuple[State, Act]:
    """A plan is told though no question for it waits: whether it is near is asked, unless the words say that or it is known."""
    told = state._replace(ground=None, pending=None, unread=0, eased=False)
    if state.stage == "imminent":
        return told_more(told)
    if state.stage == "plan" or heard.plan == "soon" or heard.at_hand:
        imminent = told._replace(stage="imminent", pending="call")
        return say(imminent, "utter_risk_plan_yes", "urgent", "answer_risk")
    return near(told, "utter_risk_plan_near")


def thought_of(state: State) -> tuple[State, Optional[Act]]:
    """ "I've thought about it", though no question waits: of suicide, where that was spoken of; of how, where the thoughts were told."""
    if state.stage == "thoughts" and not state.was_denied:
        return near(state, "utter_risk_plan_some")
    return thoughts(state)


def taken_back(state: State, heard: Heard) -> tuple[State, Act]:
    """A denial was not true: what is true is asked straight, of the thoughts or, where they were told, of a plan. A yes right after the no
    says it already."""
    state = state._replace(ground=None)
    if heard.after_all and (state.quiet == 0 or heard.says_yes) and state.stage not in GRAVE:
        return near(state, "utter_risk_plan_some") if state.stage == "thoughts" else thoughts(state)
    if state.stage in GRAVE:
        return near(state, "utter_risk_taken_back_near")
    if state.stage == "thoughts":
        return say(state._replace(pending="plan", unread=0, eased=False), "utter_risk_taken_back_plan", "support", "answer_risk")
    return say(state._replace(stage="asked", pending="thoughts", unread=0), "utter_risk_taken_back", "ask", "answer_risk")
