"""The risk state machine: a pure function of the state and what was heard, giving the next state and the act to answer with.

`docs/crisis-protocol.md` holds the table of transitions. The words of an act stand in `data/responses/safety.yml`.
"""

from __future__ import annotations

from typing import Mapping, Optional

from thaw.safety.levels import Level
from thaw.safety.patterns import rules
from thaw.safety.reply import Reply
from thaw.safety.risk_state import (
    CLOSED,
    GRAVE,
    IN_VIEW,
    MOVES,
    OPEN,
    PAST_TOLD,
    TOLD,
    Act,
    Ground,
    Heard,
    Question,
    Stage,
    State,
    from_payload,
)
from thaw.safety.screen import Signal
from thaw.safety.services import has_own_services

__all__ = [
    "IN_VIEW",
    "LINE",
    "LINE_FOR",
    "LOOK_BACK_AFTER",
    "OPEN",
    "RECHECK_AFTER",
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

RECHECK_AFTER = 4
"""Answers after a denial or "I am safe for now" before the one gentle look back, and after a question let go before its line rests."""
LOOK_BACK_AFTER = 8
"""Answers after thoughts were told, before the one gentle look back."""
_LINE_AFTER = frozenset({"eating_disorder", "psychosis_or_mania"})
LINE_FOR = 2
"""Answers with which the crisis line goes after an eating disorder or psychosis was spoken of."""
SPARSE = 4
"""Once a look back was passed over, the crisis line goes only with one answer of so many."""
FAINT_ALONE = 2
"""Faint suspicions that are met with an invitation to say more, before one is asked about. One in ten messages of somebody numb and in no
danger is like that; each makes danger about 1.7 times likelier (of our held-out messages 31 of 364 in danger, 11 of 208 numb)."""
ELSEWHERE = "ZZ"
"""The choice "another country" (a code that ISO 3166 leaves to users)."""

_ROUTES = {
    "danger_from_others": ("abuse",),
    "danger_to_others": ("birth",),
    "eating_disorder": ("eating",),
}
_NOT_SUICIDE = frozenset({"danger_from_others", "danger_to_others", "medical_emergency", "eating_disorder", "psychosis_or_mania"})
_CALLS_URGED = frozenset({"danger_to_others", "medical_emergency", "crisis_third_party"})
"""Urgent dangers of another kind in which a refusal to call is answered."""
_ON_ROUTE: Mapping[tuple[str, str], tuple[str, Level]] = {
    ("danger_to_others", "cannot_call"): ("utter_danger_to_others_cannot_call", "urgent"),
    ("danger_to_others", "with_someone"): ("utter_danger_to_others_apart", "urgent"),
    ("danger_to_others", "safe_for_now"): ("utter_danger_to_others_apart", "urgent"),
    ("danger_to_others", "would_never"): ("utter_danger_to_others_would_never", "support"),
    ("danger_to_others", "hold_on"): ("utter_danger_to_others_hold_on", "urgent"),
    ("danger_to_others", "barrier_custody"): ("utter_barrier_custody", "support"),
    ("medical_emergency", "cannot_call"): ("utter_medical_emergency_cannot_call", "urgent"),
    ("medical_emergency", "with_someone"): ("utter_medical_emergency_with_someone", "urgent"),
    ("medical_emergency", "barrier_police"): ("utter_medical_emergency_police", "urgent"),
    ("medical_emergency", "safe_for_now"): ("utter_medical_emergency", "urgent"),
    ("danger_from_others", "cannot_call"): ("utter_danger_from_others_cannot_call", "urgent"),
    ("danger_from_others", "safe_for_now"): ("utter_danger_from_others_safe", "support"),
    ("danger_from_others", "who_to_reach"): ("utter_danger_from_others_who", "support"),
    ("danger_from_others", "watched"): ("utter_danger_from_others_watched", "support"),
    ("danger_from_others", "first_words"): ("utter_danger_from_others_words", "support"),
    ("danger_to_others", "first_words"): ("utter_danger_to_others_words", "urgent"),
    ("medical_emergency", "first_words"): ("utter_medical_emergency", "urgent"),
    ("eating_disorder", "first_words"): ("utter_eating_disorder_words", "support"),
    ("psychosis_or_mania", "first_words"): ("utter_psychosis_or_mania_words", "support"),
    ("danger_from_others", "barrier_police"): ("utter_danger_from_others_police", "support"),
    ("crisis_third_party", "cannot_call"): ("utter_third_party_cannot_call", "urgent"),
    ("crisis_third_party", "with_someone"): ("utter_third_party_with_them", "urgent"),
    ("crisis_third_party", "reached_out"): ("utter_third_party_self", "support"),
    ("crisis_third_party", "first_words"): ("utter_third_party_words", "support"),
    ("crisis_third_party", "what_next"): ("utter_third_party_self", "support"),
}
"""The same choice means something else where the danger is another."""
_BARRIERS = ("phone", "police", "let_down", "not_enough", "cost", "language", "burden", "home", "stay")
_ASKED_BEFORE = frozenset({"asked", "denied", "resolved"})
"""Stages in which the question about thoughts was asked, and denied or let go."""
_ABOUT_THE_OTHER = frozenset({"life_at_risk"})
"""What answers the question about thoughts of suicide: it is someone else who may kill."""
_EASING = frozenset({"with_someone", "safe_for_now", "reached_out"})
_TAKEN = "attempt under way, or a means taken"
"""The rules' theme of it."""
_WHICH_COUNTRY = "utter_which_country"
INVITATION = "utter_crisis_hinted"
"""Beside another answer after a faint suspicion: that more may be said, and where somebody listens. It asks nothing."""
LINE = "utter_crisis_line_short"
"""The line with the services beside another answer."""


def step(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    """The next state, and the act to answer with (None: the dialogue answers, risk has nothing to say)."""
    needs = tuple(dict.fromkeys((*state.needs, *heard.needs)))
    country = heard.place or state.country
    minor = heard.minor or (state.minor and not heard.adult)
    before = state._replace(country_asked=False, minor=minor, needs=needs, country=country)
    after, act = _stepped(before, heard)
    if heard.means and (after.stage != "none" or after.hints):
        after = after._replace(means=True)
    if act and after.pending is None and _urges_a_call(after, act):
        after = after._replace(pending="call")
    if after.stage != state.stage:
        after = after._replace(looked_back=after.stage == "rechecked")
    return after._replace(quiet=0 if act else after.quiet + 1), act


def _urges_a_call(state: State, act: Act) -> bool:
    return (state.stage in GRAVE and not state.eased) or (act.level == "urgent" and state.route in _CALLS_URGED)


def _stepped(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    signal = heard.signal
    if signal.level == "urgent":
        return _alarmed(state, heard)
    if heard.taken_back and (signal.guessed or signal.level in (None, "ask")):
        return _taken_back(state)
    if heard.nobody or (heard.reply == "none" and state.topic == "crisis_third_party" and state.stage in CLOSED):
        return _misread(state._replace(route=None, routes=()), state.stage)
    denied = state.pending == "call" and state.ground and heard.reply in ("no", "none")
    if state.stage in GRAVE and state.pending in ("call", None) and (heard.not_now or denied):
        return _stepped_down(state, heard)
    if heard.move:
        return _moved(state, heard.move)
    if heard.stash and state.pending in (None, "thoughts") and not heard.is_choice:
        return _put_by(state)
    if heard.survived and state.stage in CLOSED and not state.pending:
        return _say(state, PAST_TOLD, "ask", "answer_risk")
    if heard.unasked:
        ground: Optional[Ground] = "guess" if state.stage == "none" else state.ground
        return _say(state._replace(stage="resolved", ground=ground), "utter_risk_denied_unasked", "support", "answer_risk")
    if heard.joked and state.pending in ("thoughts", "plan") and state.stage not in GRAVE:
        return _say(state._replace(stage="denied", pending=None, unread=0), "utter_risk_joked", "support", "answer_risk")
    if heard.dismissed and heard.reply == "no" and state.pending == "plan" and state.stage not in GRAVE and not signal.level:
        return _say(state._replace(pending=None, unread=0), "utter_risk_plan_let_be", "support", "answer_risk")
    if heard.no_plan and state.stage == "plan" and not signal.level:
        return _say(state._replace(stage="thoughts", pending=None, unread=0), "utter_risk_plan_no", "support", "answer_risk")
    if state.pending == "theirs" and not heard.is_choice and (heard.reply or heard.plan):
        return _answered_for_them(state, heard)
    if _tells_a_plan(state, heard):
        return _planned(state, heard)
    if state.pending == "call" and not heard.is_choice and (answered := _answered_call(state, heard)):
        return answered
    # "I can't say it out loud, but …": what is said counts, not that something is left unsaid.
    reply = None if heard.reply == "unsaid" and signal.level and state.pending != "plan" else heard.reply
    if reply == "unsaid" and heard.dismissed and state.stage == "rechecked":
        # After an earlier no: let go.
        return _let_go(state), None
    if (
        reply in ("no", "none")
        and (heard.rest or heard.wants_an_end)
        and state.stage == "asked"
        and state.pending == "thoughts"
        and not signal.level
    ):
        return _denied_but(state, heard)
    if reply and (state.pending or heard.is_choice or heard.late):
        # A no that names means or a time is believed, and not let go as a false alarm.
        return _answered(state._replace(ground=None) if heard.plan else state, reply, signal)
    if signal.level:
        return _signalled(state, signal)
    if heard.country:
        return _located(state, heard.country)
    if state.pending and not heard.is_choice:
        return _unread(state)
    return _let_go(state), None


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
        return _say(state, "utter_risk_unclear", "support", "answer_risk")
    if may_ask and _is_due(state):
        return _looked_back(state)
    if _line_is_shown(state) or (must_show and state.is_open):
        grave = state.stage in GRAVE and not state.eased
        routes = state.routes if state.route_in_view else ()
        if state.topic == "crisis_third_party" and state.stage in CLOSED:
            return _say(state, "utter_crisis_line_third_party", "support", "answer_risk")
        if grave:
            return _say(state, "utter_crisis_line_urgent", "urgent", "answer_risk", routes)
        return _say(state, LINE, "support", "answer_risk", routes)
    return None


def ask_country(state: State, act: Act) -> Optional[tuple[State, Act]]:
    """The question which country the visitor is in, once, and not on top of a risk question unless the danger is urgent."""
    if _WHICH_COUNTRY in dict(state.said) or (state.pending and act.level != "urgent"):
        return None
    asked, question = _say(state, _WHICH_COUNTRY, act.level, act.intent)
    return asked._replace(country_asked=True), question


def line(state: State) -> tuple[State, Act]:
    """The crisis line that an answer brings by itself, in the wording after the last line, wherever that was said; an invitation to say
    more in its place, if the message held a faint suspicion."""
    if _has_just_hinted(state):
        return _say(state, INVITATION, "support", "answer_risk", state.routes if state.route_in_view else ())
    return _say(state, LINE, "support", "answer_risk")


def stay(state: State) -> Optional[tuple[State, Act]]:
    """What stands in the place of an answer that would not belong into an open danger; None if there is none.

    In a talk about danger from another person that is what nobody understood, while a call is urged small talk and whatever leads away.
    """
    if state.stage in GRAVE and not state.eased:
        return _say(state._replace(pending="call", quiet=0), "utter_risk_stay_here", "urgent", "answer_risk")
    if state.topic == "danger_from_others":
        return _say(state, "utter_danger_from_others_stay", "support", "danger_from_others", state.routes)
    return None


def _has_just_hinted(state: State) -> bool:
    return state.hints > 0 and state.stage == "none" and state.quiet == 0


def _is_due(state: State) -> bool:
    # A question that was let go is not asked again without new evidence.
    if state.looked_back or state.stage == "asked" or state.stage not in IN_VIEW or state.pending:
        return False
    return state.quiet >= (LOOK_BACK_AFTER if state.stage in TOLD and not state.eased else RECHECK_AFTER)


def _line_is_shown(state: State) -> bool:
    if state.quiet == 0:
        # A guess was heard in this answer (any other answer without an act is at least the first quiet one).
        return True
    if state.stage == "asked" and not state.route_in_view:
        return state.quiet < RECHECK_AFTER
    if state.stage in IN_VIEW and not state.looked_back:
        return True
    if state.topic in _LINE_AFTER and state.quiet <= LINE_FOR:
        return True
    return state.route_in_view or (state.stage in TOLD and state.quiet % SPARSE == 0)


def _looked_back(state: State) -> tuple[State, Act]:
    once = state._replace(looked_back=True)
    if state.stage == "denied":
        return _say(once._replace(stage="rechecked", pending="thoughts"), "utter_risk_recheck_gently", "support", "answer_risk")
    return _say(once._replace(pending="now", unread=1), "utter_risk_how_is_it_now", "support", "answer_risk")


def _located(state: State, country: str) -> tuple[State, Optional[Act]]:
    if country == ELSEWHERE:
        return _say(state._replace(country_asked=True), "utter_country_type", "support", "answer_risk")
    response = "utter_country_noted" if has_own_services(country) else "utter_country_unlisted"
    return _say(state._replace(country=country), response, "support", "answer_risk", state.routes)


def _moved(state: State, move: str) -> tuple[State, Optional[Act]]:
    cleared = state._replace(pending=None, unread=0)
    if move == "not_suicide" or (move in _ABOUT_THE_OTHER and state.pending == "thoughts"):
        cleared = cleared._replace(stage="denied" if state.stage == "thoughts" else "resolved")
    if move.startswith("third_party_"):
        cleared = cleared._replace(route="crisis_third_party", routes=())
    if move == "cannot_call" and state.stage not in GRAVE and not state.route_in_view:
        # No call was urged: it is a reason not to phone a line.
        move = "barrier_phone"
    known, said = _ON_ROUTE.get((state.topic or "", move)), dict(state.said)
    if known:
        response, level = known
        return _say(cleared, response, level, state.topic or "crisis_ideation", state.routes)
    if move == "barrier_police" and state.stage in GRAVE and not state.eased:
        return _say(cleared, "utter_cannot_call_police", "urgent", "crisis_ideation", state.routes)
    if move.startswith("barrier_") and move != "barrier_question":
        response = f"utter_{move}" if move.partition("_")[2] in _BARRIERS else "utter_barrier_question"
        routes = (*state.routes, "text") if move == "barrier_phone" else state.routes
        return _say(cleared, response, "support", "crisis_ideation", routes)
    if move == "what_next" and state.stage in GRAVE and not state.eased:
        return _say(cleared, "utter_risk_calling", "urgent", "crisis_ideation", state.routes)
    if move == "what_next" and state.stage in GRAVE and "utter_with_someone" in said and "utter_means_away" not in said:
        return _say(cleared, "utter_with_someone_next", "support", "crisis_ideation", state.routes)
    response, level = MOVES[move]
    if move.startswith("someone_") and state.is_an_emergency:
        level = "urgent"
    eased = cleared._replace(eased=state.eased or move in _EASING)
    about = "crisis_third_party" if move.startswith("third_party_") else "crisis_ideation"
    about = "danger_from_others" if response.startswith("utter_danger_from_others") else about
    return _say(eased, response, level, about, state.routes)


def _answered_for_them(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    """What is answered to whether someone else is in danger right now. In doubt it is treated as now."""
    if heard.reply == "yes" or heard.plan:
        return _moved(state, "third_party_now")
    if heard.reply == "no":
        return _moved(state, "third_party_later")
    return _moved(state, "third_party_unsure")


def _alarmed(state: State, heard: Heard) -> tuple[State, Optional[Act]]:
    intent = heard.signal.intent or "crisis_imminent"
    alarmed = state._replace(pending=None, unread=0, eased=False, ground=_ground(state, heard.signal))
    if intent in _NOT_SUICIDE:
        routes = () if intent == "danger_to_others" and not heard.baby else _ROUTES.get(intent, ())
        return _say(alarmed._replace(route=intent, routes=routes), f"utter_{intent}", "urgent", intent, routes)
    # Once something was swallowed, what is told later is answered as in any medical emergency: feeling fine is no reason not to call.
    route = "medical_emergency" if heard.taken and _TAKEN in heard.signal.evidence else None
    return _say(alarmed._replace(stage="imminent", route=route, routes=()), f"utter_{intent}", "urgent", intent)


def _signalled(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    intent = signal.intent or "crisis_passive"
    if intent == "crisis_third_party":
        return _about_another(state, signal)
    if intent in _NOT_SUICIDE:
        routes = _ROUTES.get(intent, ())
        told = state if state.route_in_view else state._replace(route=intent, routes=routes)
        return _say(told._replace(unread=0), f"utter_{intent}", signal.level or "support", intent, routes)
    if signal.faint and state.stage == "resolved" and state.ground == "guess":
        return state, None
    denied_before = state.stage == "denied" and signal.evidence != ("classifier",)
    if signal.guessed and state.stage in _ASKED_BEFORE and state.pending is None and not denied_before:
        # A second guess is no new evidence: the services come into view again, and nothing is asked. Words that the rules know, after a
        # denial, are.
        return state._replace(quiet=-1), None
    if signal.faint and state.stage == "none" and state.hints < FAINT_ALONE:
        return state._replace(hints=state.hints + 1, quiet=-1), None
    if state.route == "crisis_third_party":
        # "Asking for a friend" was asking for oneself.
        state = state._replace(route=None, routes=(), pending=None)
    open_since, state = state.ground, state._replace(ground=_ground(state, signal))
    if intent == "self_harm":
        if "utter_self_harm" in dict(state.said) and (state.stage not in OPEN or state.pending == "thoughts"):
            # Whether it is about dying was asked.
            return _say(state, "utter_self_harm_urge", "support", intent)
        return _say(state._replace(stage=state.at_least("asked"), pending="thoughts"), "utter_self_harm", "support", intent)
    if state.stage in GRAVE:
        return _stay(state)
    asked = state._replace(stage="asked", pending="thoughts", unread=0)
    if state.ground and _is_only_thought(state, signal, open_since):
        return _say(asked, "utter_crisis_sounds_so", "support", intent)
    if signal.guessed and signal.level != "ask" and state.stage not in TOLD and state.pending != "thoughts":
        return _say(asked, "utter_crisis_guessed", "support", intent)
    if signal.level == "ask" and state.stage in CLOSED:
        return _say(asked, "utter_crisis_passive" if state.stage == "none" else "utter_risk_recheck", "ask", intent)
    if state.pending == "plan":
        # The thoughts said again leave open whether there is a plan: it is asked once more, then the answer is as for half a plan.
        if state.unread:
            return _near(state, "utter_risk_plan_some")
        return _say(state._replace(unread=1), "utter_risk_unread", "support", "crisis_ideation")
    # Explicit thoughts, or a wish to be gone on top of a question that is already open.
    return _thoughts(state)


def _grounds(signal: Signal) -> Optional[Ground]:
    """What a signal of one's own danger rests on; None: it was told in plain words."""
    if signal.guessed or signal.evidence == ("classifier",):
        return "guess"
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
        return before is not None and _grounds(signal) == "guess" and "utter_crisis_sounds_so" not in dict(state.said)
    return not signal.guessed and signal.level != "ask" and state.stage not in TOLD


def _about_another(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    """Someone else is at risk: whether it is now is asked once; told more, what to say and do."""
    said, doubted = dict(state.said), signal.evidence == ("classifier",)
    if state.doubted and doubted and state.topic != "crisis_third_party" and "utter_crisis_third_party" in said:
        # It was only guessed before as well, and denied or passed over: no new evidence.
        return state._replace(quiet=-1), None
    told = state._replace(route="crisis_third_party", routes=(), unread=0, doubted=doubted)
    if state.pending == "theirs":
        return _say(told, "utter_third_party_unsure", "urgent", "crisis_third_party")
    if state.topic == "crisis_third_party" and "utter_crisis_third_party" in said:
        return _moved(told, "third_party_now" if "utter_crisis_third_party_now" in said else "third_party_words")
    asked = told if state.pending or state.stage in OPEN else told._replace(pending="theirs")
    return _say(asked, "utter_crisis_third_party", "support", "crisis_third_party")


def _thoughts(state: State) -> tuple[State, Act]:
    asked = state._replace(stage=state.at_least("thoughts"), pending="plan", unread=0, eased=False, ground=None)
    return _say(asked, "utter_crisis_ideation", "support", "crisis_ideation")


def _stay(state: State) -> tuple[State, Act]:
    """More of what was told already: nothing is asked a second time, the call stays the next step."""
    return _say(state._replace(pending="call", unread=0, eased=False), "utter_risk_stay", "urgent", "crisis_ideation")


def _tells_a_plan(state: State, heard: Heard) -> bool:
    if state.pending == "thoughts" and state.means:
        # What would be used was told before: with a time that is near it is a plan, whatever was asked.
        return heard.plan == "soon" and heard.reply != "no"
    if state.pending == "near":
        return heard.plan == "soon" or (heard.at_hand and heard.reply != "no")
    return state.pending == "plan" and (heard.plan is not None or (heard.at_hand and heard.reply == "yes"))


def _planned(state: State, heard: Heard) -> tuple[State, Act]:
    """A plan told in words; where the words leave open whether it is near, that is asked."""
    if heard.plan == "soon" or heard.at_hand or state.pending == "near":
        imminent = state._replace(stage="imminent", pending="call", unread=0, eased=False)
        return _say(imminent, "utter_risk_plan_yes", "urgent", "answer_risk")
    return _near(state, "utter_risk_plan_near")


def _near(state: State, response: str) -> tuple[State, Act]:
    plan = state._replace(stage=state.at_least("plan"), pending="near", unread=0, eased=False)
    return _say(plan, response, "urgent", "answer_risk")


def _answered_call(state: State, heard: Heard) -> Optional[tuple[State, Act]]:
    """What is typed after a call was urged: a refusal is met with other ways, an agreement with how to go on."""
    cannot, _ = _ON_ROUTE.get((state.route or "", "cannot_call"), MOVES["cannot_call"])
    if state.stage in GRAVE and (heard.refusal == "leaving" or heard.plan):
        return _stay(state)
    if heard.refusal or heard.reply in ("no", "unsure", "unsaid"):
        return _say(state._replace(unread=0), cannot, "urgent", "answer_risk", state.routes)
    if heard.agrees or heard.reply == "yes":
        return _say(state._replace(unread=0), "utter_risk_calling", "urgent", "answer_risk", state.routes)
    return None


def _answered(state: State, reply: Reply, signal: Signal) -> tuple[State, Optional[Act]]:
    asked, cleared = state.pending or "thoughts", state._replace(pending=None, unread=0)
    if reply == "none" and asked != "near":
        return _denied_all(cleared, signal)
    if asked == "call":
        # By a button of an older bubble.
        return _stay(state) if reply == "yes" else _say(cleared, "utter_risk_no_noted", "support", "answer_risk")
    if asked == "near":
        if reply in ("no", "none"):
            return _say(cleared, "utter_risk_not_near", "urgent", "answer_risk")
        return _say(cleared._replace(stage="imminent"), "utter_crisis_imminent", "urgent", "answer_risk")
    if reply == "unsaid":
        return _say(cleared, "utter_risk_unsaid", "support", "answer_risk")
    if asked == "plan":
        if reply == "no":
            return _say(cleared, "utter_risk_plan_no", "support", "answer_risk")
        return _near(state, "utter_risk_plan_near" if reply == "yes" else "utter_risk_plan_some")
    if reply != "no":
        return _stay(state) if state.stage in GRAVE else _thoughts(state)
    return _denied(cleared, asked, signal)


def _denied(state: State, asked: Question, signal: Signal) -> tuple[State, Optional[Act]]:
    """A no to whether there are thoughts. It takes nothing back that was told before, unless it answers how it is by now."""
    if asked == "now" and not signal.level:
        return _say(state._replace(stage="denied"), "utter_risk_eased", "support", "answer_risk")
    if state.stage in GRAVE:
        return _say(state, "utter_risk_no_noted", "support", "answer_risk")
    if signal.level and not (signal.guessed and signal.evidence == ("classifier",)):
        return _thoughts(state)
    if state.stage == "thoughts":
        # An older bubble's "No": what was spoken of since stays spoken of.
        return _say(state, "utter_risk_plan_no", "support", "answer_risk")
    if state.stage in ("rechecked", "resolved"):
        return _say(state._replace(stage="resolved"), "utter_risk_resolved", "support", "answer_risk")
    if state.topic == "danger_from_others":
        # In a talk about danger from another the no ends the question; it is not looked back at.
        return _say(state._replace(stage="resolved"), "utter_danger_from_others_heard", "support", "danger_from_others", state.routes)
    if state.ground == "guess" and not state.means:
        return _misread(state)
    return _say(state._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")


def _put_by(state: State) -> tuple[State, Act]:
    """Tablets put by: asked straight what for, twice at most; told again, or after thoughts were told, whether it is near."""
    if state.stage in GRAVE:
        return _stay(state)
    if state.stage == "thoughts" or dict(state.said).get("utter_risk_means", 0) > 1:
        return _near(state, "utter_risk_plan_some")
    return _say(
        state._replace(stage="asked", pending="thoughts", unread=0, means=True, ground=None),
        "utter_risk_means",
        "support",
        "crisis_passive",
    )


def _taken_back(state: State) -> tuple[State, Act]:
    """A denial was not true: what is true is asked straight, of the thoughts or, where they were told, of a plan."""
    state = state._replace(ground=None)
    if state.stage in GRAVE:
        return _near(state, "utter_risk_taken_back_near")
    if state.stage == "thoughts":
        return _say(state._replace(pending="plan", unread=0, eased=False), "utter_risk_taken_back_plan", "support", "answer_risk")
    return _say(state._replace(stage="asked", pending="thoughts", unread=0), "utter_risk_taken_back", "ask", "answer_risk")


def _denied_all(state: State, signal: Signal) -> tuple[State, Optional[Act]]:
    """That there are no such thoughts, whatever was asked of them: believed. What was told in plain words before keeps its look back."""
    if state.stage in GRAVE:
        return _say(state._replace(pending="call"), "utter_risk_no_noted", "support", "answer_risk")
    if (state.ground or state.stage == "none") and not state.means:
        return _misread(state)
    if state.stage in ("rechecked", "resolved"):
        return _denied(state, "thoughts", signal)
    return _say(state._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")


def _denied_but(state: State, heard: Heard) -> tuple[State, Act]:
    """A no that goes on: what it is instead is heard too. Only after a mere guess that leaves no wish for an end it is let go."""
    let_go = state.ground == "guess" and not heard.wants_an_end
    denied = state._replace(stage="resolved" if let_go else "denied", pending=None, unread=0)
    return _say(denied, "utter_risk_denied_but", "support", "answer_risk")


def _misread(state: State, stage: Stage = "resolved") -> tuple[State, Act]:
    """A false alarm, let go: no line stays, and nothing is asked again unless there is new evidence."""
    return _say(state._replace(stage=stage, pending=None, unread=0), "utter_risk_misread", "support", "answer_risk")


def _stepped_down(state: State, heard: Heard) -> tuple[State, Act]:
    """Not now, after a call was urged: room for the next days. What was only guessed is denied by a no, and never spoken of as told."""
    calmer = state._replace(pending=None, unread=0, eased=True)
    if state.ground and heard.reply in ("no", "none"):
        return _say(calmer._replace(stage="denied"), "utter_risk_denied", "support", "answer_risk")
    if state.ground:
        return _say(calmer._replace(stage="asked"), "utter_safe_for_now", "support", "answer_risk")
    return _say(calmer._replace(stage="plan"), "utter_risk_not_near", "urgent", "answer_risk")


def _unread(state: State) -> tuple[State, Optional[Act]]:
    """A free text that answers nothing: once, the question stays open; then it is let go, and the crisis line stays in view.

    After a mere suspicion the dialogue answers what was written (`beside` adds a line), and so it does after a call was urged; after
    thoughts were told, a text that is not understood is more likely about them than about anything else.
    """
    if state.unread or state.stage == "rechecked" or (state.pending == "plan" and "utter_risk_unread" in dict(state.said)):
        return _let_go(state), None
    if state.pending == "call" or state.stage in CLOSED or state.stage == "asked":
        return state._replace(unread=1), None
    if state.pending == "near":
        asked, act = _near(state, "utter_risk_plan_near")
        return asked._replace(unread=1), act
    return _say(state._replace(unread=1, pending="plan"), "utter_risk_unread", "support", "answer_risk")


def _let_go(state: State) -> State:
    """Without the question that waited; a look back that was passed over is done."""
    stage: Stage = "resolved" if state.stage == "rechecked" else state.stage
    return state._replace(stage=stage, pending=None, unread=0)


def _say(state: State, response: str, level: Level, intent: str, routes: tuple[str, ...] = ()) -> tuple[State, Act]:
    said = dict(state.said)
    wording = said.get(response, 0)
    said[response] = wording + 1
    act = Act(response, wording, level, intent, tuple(dict.fromkeys((*routes, *state.asked_for))))
    return state._replace(said=tuple(said.items())), act
