"""What a choice of the crisis menus is answered with, tapped or typed, by the danger that was told."""

from __future__ import annotations

from typing import Mapping, Optional

from thaw.safety.levels import Level
from thaw.safety.risk_acts import for_the_young, say, told_more
from thaw.safety.risk_helped import HELPED, helped
from thaw.safety.risk_state import GRAVE, MOVES, TOLD, Act, State
from thaw.safety.services import has_own_services
from thaw.safety.tongues import asked_again

ELSEWHERE = "ZZ"
"""The choice "another country" (a code that ISO 3166 leaves to users)."""
ON_ROUTE: Mapping[tuple[str, str], tuple[str, Level]] = {
    ("danger_to_others", "cannot_call"): ("utter_danger_to_others_cannot_call", "urgent"),
    ("danger_to_others", "with_someone"): ("utter_danger_to_others_apart", "urgent"),
    ("danger_to_others", "safe_for_now"): ("utter_danger_to_others_apart", "urgent"),
    ("danger_to_others", "would_never"): ("utter_danger_to_others_would_never", "support"),
    ("danger_to_others", "might_act"): ("utter_danger_to_others_fear", "support"),
    ("eating_disorder", "eating_more"): ("utter_eating_disorder_on", "support"),
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
_BARRIERS = frozenset({"phone", "police", "let_down", "not_enough", "cost", "language", "burden", "home", "stay"}) | {
    *("custody", "found_out", "nobody", "undeserving", "person", "other")
}
_URGENT_BARRIERS: Mapping[str, str] = {
    "barrier_phone": "utter_cannot_call",
    "barrier_police": "utter_cannot_call_police",
    "barrier_let_down": "utter_cannot_call_let_down",
    "barrier_not_enough": "utter_cannot_call_not_enough",
    "barrier_cost": "utter_cannot_call_cost",
    "barrier_burden": "utter_cannot_call_burden",
    "barrier_undeserving": "utter_cannot_call_burden",
    "barrier_nobody": "utter_urged_alone",
    "barrier_stay": "utter_risk_stay",
}
"""What is in the way of a call that is urged: the emergency number stays the next step."""
_ABOUT_THE_OTHER = frozenset({"life_at_risk"})
"""What answers the question about thoughts of suicide: it is someone else who may kill."""
_LEAVE_OPEN = frozenset({"why_asked", "cares", "what_follows", "what_counts", "is_it_suicidal", "therapist_told"})
"""What is asked back: the question that waits still waits."""
_BESIDE_A_CALL = frozenset({"first_words", "who_to_reach", "will_reach", "steady_me", "safety_plan"}) | {
    *("plan_line_first", "plan_line_second", "plan_line_third", "plan_line_how", "steadied_done", "steadied_some", "steadied_not")
}
"""What is asked for or told while a call is urged, and takes nothing of it back: the emergency number stays in view."""
_ABOUT = {
    **dict.fromkeys(("voices_unwilling", "voices_real", "voices_someone", "voices_quiet"), "psychosis_or_mania"),
    **dict.fromkeys(("only_angry", "harm_at_ease", "harm_monster", "harm_put_away", "harm_sleepless"), "danger_to_others"),
    "harm_own_anger": "danger_to_others",
    **dict.fromkeys(("eating_of_another_refuses", "eating_of_another_now", "eating_of_another_words", "eating_lowest"), "eating_disorder"),
    "plain_help": "answer_risk",
}
_DENIED_IN_PLAIN = {
    "no_harm": "utter_danger_to_others_would_never",
    "no_disorder": "utter_eating_disorder_unnamed",
    "no_emergency": "utter_medical_emergency_known",
}
"""What is answered to a denial of what was told in plain words."""
_EASING = frozenset({"with_someone", "safe_for_now", "reached_out", "back_inside", "company_holds"})


def moved(state: State, move: str) -> tuple[State, Optional[Act]]:
    """A choice of a crisis menu, by its name in `MOVES` or as a barrier."""
    if move in HELPED:
        return helped(state, move)
    if move == "thought_unwanted" and not (state.stage in TOLD and state.pending != "plan"):
        # It tells of thoughts: whether there is a plan is asked along with the answer.
        asked = state._replace(stage=state.at_least("thoughts"), pending="plan", unread=0, eased=False, ground=None)
        return say(asked, "utter_risk_thought_unwanted_plan", "support", "crisis_ideation")
    if move in _LEAVE_OPEN:
        response, level = MOVES[move]
        return say(state, response, "urgent" if state.is_an_emergency else level, "answer_risk", state.routes)
    if move == "self_harm_urge" and state.is_urged:
        # After a plan "I want to do it now" is about that.
        return told_more(state)
    cleared = state._replace(pending=None, unread=0)
    if move == "not_suicide" or (move in _ABOUT_THE_OTHER and state.pending == "thoughts"):
        cleared = cleared._replace(stage="denied" if state.stage == "thoughts" else "resolved")
    if move == "harm_own_anger":
        # Nobody hurts the writer: what is feared is what they might do.
        cleared = cleared._replace(route="danger_to_others", routes=())
    if move in ("no_abuse", "only_angry", "abuse_past"):
        cleared = cleared._replace(route=None, routes=())
    if move in _DENIED_IN_PLAIN:
        return _denied(state, cleared, move)
    if move.startswith("third_party_"):
        cleared = cleared._replace(route="crisis_third_party", routes=())
    if move == "cannot_call" and state.stage not in GRAVE and not state.route_in_view:
        # No call was urged: it is a reason not to phone a line.
        move = "barrier_phone"
    known, said = ON_ROUTE.get((state.topic or "", move)), dict(state.said)
    if known:
        response, level = known
        return say(cleared, for_the_young(state, response), level, state.topic or "crisis_ideation", state.routes)
    in_writing_at_last = move == "barrier_phone" and "utter_cannot_call" in said
    if move in _URGENT_BARRIERS and (state.is_urged or state.pending == "call") and not in_writing_at_last:
        in_writing = ("text",) if move == "barrier_phone" else ()
        return say(cleared, _URGENT_BARRIERS[move], "urgent", "crisis_ideation", (*state.routes, *in_writing))
    if move.startswith("urged_") and state.pending == "near":
        # Whether it is near was asked: a yes after it still says so.
        cleared = cleared._replace(pending="near")
    if move.startswith("barrier_") and move != "barrier_question":
        response = f"utter_{move}" if move.partition("_")[2] in _BARRIERS else "utter_barrier_question"
        routes = (*state.routes, "text") if move == "barrier_phone" else state.routes
        return say(cleared, response, "urgent" if state.is_urged else "support", "crisis_ideation", routes)
    if move == "own_means" and state.stage in GRAVE and not state.eased:
        return say(cleared, "utter_own_means_now", "urgent", "crisis_ideation", state.routes)
    if move == "what_next" and state.stage in GRAVE and not state.eased:
        return say(cleared, "utter_risk_calling", "urgent", "crisis_ideation", state.routes)
    if move == "what_next" and state.stage in GRAVE and "utter_with_someone" in said and "utter_means_away" not in said:
        return say(cleared, "utter_with_someone_next", "support", "crisis_ideation", state.routes)
    response, level = MOVES[move]
    response = for_the_young(state, response)
    if move == "first_words" and state.stage not in TOLD:
        response = "utter_first_words_open"
    if state.is_an_emergency and (move.startswith("someone_") or move in _BESIDE_A_CALL):
        level = "urgent"
    eased = cleared._replace(eased=state.eased or move in _EASING)
    about = "crisis_third_party" if move.startswith(("third_party_", "threat_")) else "crisis_ideation"
    about = "danger_from_others" if response.startswith(("utter_danger_from_others", "utter_harm_")) else about
    about = _ABOUT.get(move, about)
    return say(eased, response, level, about, state.routes)


def _denied(state: State, cleared: State, move: str) -> tuple[State, Act]:
    """What is answered to who says that there is no such danger: believed. Told in plain words, it is held once against what was told."""
    topic = state.topic or "crisis_ideation"
    if move == "no_emergency" and state.stage in GRAVE:
        return say(cleared, "utter_medical_emergency", "urgent", topic, state.routes)
    if state.doubted or topic == "crisis_ideation":
        response, level = MOVES[move]
        return say(cleared._replace(route=None, routes=()), response, level, topic)
    return say(cleared._replace(doubted=True), _DENIED_IN_PLAIN[move], "support", topic, state.routes)


def located(state: State, country: str) -> tuple[State, Optional[Act]]:
    """The country was named, as ISO 3166-1 alpha-2 or `ELSEWHERE`."""
    if country == ELSEWHERE:
        return say(state._replace(country_asked=True), "utter_country_type", "support", "answer_risk")
    asked = asked_again(state)
    if asked and state.pending == "thoughts":
        # Asked in another language, and not answered yet: the question comes again, beside the lines of that country.
        return say(state._replace(country=country), asked, "support", "answer_risk", state.routes)
    response = "utter_country_noted" if has_own_services(country) else "utter_country_unlisted"
    return say(state._replace(country=country), response, "support", "answer_risk", state.routes)
