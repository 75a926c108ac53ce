"""What only the classifier took for a danger, though the whole message is an everyday sentence of a closed kind. By rules alone.

The classifier knows sentences that are near; these kinds are near to dangers by their subject alone: food, a doctor's blood test, what a
partner wants, a visit on some day. A rule's finding is never touched, nor anything said where a danger of the kind was told before.
"""

from __future__ import annotations

import re

from thaw.nlu.telling import at_a_loss_with_them, tests_were_fine, what_to_eat
from thaw.nlu.wished_over import wishes_it_over_for_them
from thaw.safety.accused import denies_harm
from thaw.safety.after_telling import gone_on_with
from thaw.safety.at_table import eats_without_joy
from thaw.safety.at_work import hurt_at_work
from thaw.safety.elsewhere import (
    fills_the_quiet,
    hoped_it_would_help,
    wishes_for_elsewhere,
    wishes_for_quiet,
    wishes_it_forgotten,
    would_be_gladder,
)
from thaw.safety.figures import (
    asks_of_self_harm,
    fears_help,
    is_a_place,
    is_no_emergency,
    speaks_in_figures,
    tightens_at_times,
    wants_the_numbness_over,
)
from thaw.safety.in_the_chest import chest_is_a_feeling
from thaw.safety.left_behind import lost_to_suicide
from thaw.safety.no_harm import HARMS, is_numb_at_a_touch, tells_of_no_harm
from thaw.safety.none_of_it import denial_of
from thaw.safety.normalise import plain
from thaw.safety.parting import announces_a_parting, asks_how_to_stop_them, told_to_rest
from thaw.safety.patterns import A_WISH, OTHERS_OR_PAST
from thaw.safety.plain_facts import states_a_fact
from thaw.safety.plans import GUN_THEME
from thaw.safety.risk_state import CLOSED, State
from thaw.safety.screen import CLEAR, Signal
from thaw.safety.wrapping_up import wraps_up

_HARMLESS = {
    "eating_disorder": lambda text: what_to_eat(text) or eats_without_joy(text),
    "medical_emergency": lambda text: tests_were_fine(text) or is_no_emergency(text) or chest_is_a_feeling(text),
    "danger_from_others": lambda text: (
        at_a_loss_with_them(text) or is_numb_at_a_touch(text) or fears_help(text) or speaks_in_figures(text) or announces_a_parting(text)
    ),
    "danger_to_others": lambda text: tells_of_no_harm(text) or speaks_in_figures(text) or wishes_it_forgotten(text) or denies_harm(text),
    "psychosis_or_mania": told_to_rest,
    "crisis_third_party": announces_a_parting,
}
_OF_ONES_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive", "self_harm"})
_MAY_BE_A_WISH = frozenset({"crisis_ideation", "crisis_passive"})
_VISITOR = (
    r"(?:(?:my|our|the|his|her) )?(?:(?:best|old|big|little|older|younger) )?"
    r"(?:mum|mom|mam|mother|dad|father|parent|folk|sister|brother|sis|son|daughter|kid|grandkid|grandchildren|famil(?:y|ie)|in-?law"
    r"|friend|mate|nan|gran|grandma|grandad|grandpa|aunt|auntie|uncle|cousin|niece|nephew|neighbou?r|landlord|plumber|electrician|builder"
    r"|cleaner|gardener|decorator|engineer)(?:'?s)?"
)
_COMES = (
    r"(?:(?:'re|is|are|'ll|will|be) )*(?:coming|comes?|visiting|visits?|staying|stays?|here|round|over|dropping|drops?|popping|pops?)"
    r"(?: (?:round|over|by|in|up|down|again|to (?:stay|visit|see me|see us|tea|dinner|lunch)"
    r"|for (?:tea|dinner|lunch|coffee|a (?:visit|coffee|cuppa|bit|few days)|the (?:day|night|weekend))))*"
)
_DAY = r"(?:(?:on|this|next|from|at|the) )*(?:mon|tues?|weds?|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend)"
_VISIT = re.compile(rf"^(?:(?:oh|and|also|btw|so|but|anyway) )*{_VISITOR} {_COMES} {_DAY}")
_OF_BEING_HERE = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive"})
_MAD_AT = re.compile(r"\b(?:mad|angry|cross|furious|annoyed|livid) (?:at|with|about)\b")
_VIOLENT = re.compile(
    rf"{HARMS.pattern}|\b(?:punch|push|shov|beat|burn|fire|gun|rifle|shoot|throw|violen|attack|slap|bash|snap|los(?:e|ing) (?:it|control)"
    r"|rage|lash|swing|throttl|grab|knife|knives|hurl|make (?:him|her|them) pay|get (?:him|her|them) back|revenge"
    r"|poison|alight|run (?:him|her|them) over|get rid|gone|see to|won't see|i'll|i will|going to|gonna|want him|want her)\w*\b"
)
_SAYS_IT_IS_NOT = re.compile(
    r"\b(?:the|this|my) (?:job|work|commute|course|degree|marriage|house|diet|school|shift|exams?|project|renovation|move),? i mean\b"
    r"(?!.*\b(?:and|life|everything)\b)"
    r"|\bi mean (?:the|this|my) (?:job|work|commute|course|degree|marriage|diet|school|shift|exams?|project)\b"
    r"|\b(?:don't|do not|didn't) mean (?:anything|nothing|owt|much) by (?:it|that)\b"
)
"""What takes a wish to be gone back in the same message: it is still heard, and not asked about at once."""
_ASIDE = re.compile(
    r"(?:(?:ok|okay|thanks|thank you|thx|ta|cheers|great|right|well|oh|anyway|and|but|so|just|one|a|last|more|other|another|final|quick"
    r"|thing|question|bit|though) ?)+"
)


def softened(text: str, signal: Signal, state: State) -> Signal:
    """What is left of a signal that rests on the classifier alone, once it is seen that the message is such a sentence.

    A visit that it took for imminent danger is asked about: people tell of last things by what comes after them. A suicide that is over is
    a loss, and not someone in danger: whoever is left is shown where somebody listens. So is who asks about self-harm as such, wants the
    numbness over, or wishes that it were over for someone very ill. What only goes on with something told before is raised first.
    """
    signal = gone_on_with(text, signal, state)
    if GUN_THEME in signal.evidence and signal.intent == "danger_to_others" and not HARMS.search(plain(text)):
        # It stands by their own bed, and nobody else was named.
        signal = Signal("crisis_passive", "ask", (GUN_THEME,))
    if state.stage == "none" and signal.intent in _OF_BEING_HERE and is_a_place(text):
        return Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    if signal.evidence == ("classifier",) and state.doubted and state.stage in CLOSED and denial_of(text, state):
        # It stumbles at what is named to be denied.
        return CLEAR
    if signal.intent == "danger_to_others" and denies_harm(text):
        # So do the rules.
        return CLEAR
    if signal.evidence == ("classifier",) and signal.intent == "medical_emergency" and tightens_at_times(text):
        return CLEAR
    may_be_at_work = signal.intent == "self_harm" or (signal.faint and signal.intent in _OF_ONES_OWN)
    if may_be_at_work and signal.evidence == ("classifier",) and state.topic is None and state.stage in CLOSED and hurt_at_work(text):
        return CLEAR
    if {*signal.evidence} <= {A_WISH, "classifier"} and _is_no_wish(text, signal, state):
        return CLEAR
    is_a_wish = signal.level in ("ask", "support") and {*signal.evidence} <= {A_WISH, OTHERS_OR_PAST, "classifier"}
    is_a_wish = is_a_wish and signal.intent in (*_MAY_BE_A_WISH, "crisis_third_party")
    if is_a_wish and state.stage in CLOSED and not (state.route or state.pending) and wishes_it_over_for_them(text):
        return Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    let_go = state.stage in CLOSED or (state.stage == "asked" and state.pending is None)
    if signal.evidence and {*signal.evidence} <= {A_WISH, "classifier"} and let_go and _SAYS_IT_IS_NOT.search(plain(text)):
        return Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    only_angry = signal.intent == "danger_to_others" and signal.evidence == ("classifier",) and _MAD_AT.search(plain(text))
    if only_angry and not _VIOLENT.search(plain(text)):
        # Anger that names no harm: in the middle of a talk it is not met as a danger.
        signal = signal._replace(sureness="guess")
    if signal.evidence != ("classifier",) or state.stage not in CLOSED or state.route or state.pending:
        return signal
    if state.stage == "none" and not (state.said or state.hints) and signal.intent in _OF_ONES_OWN and wraps_up(text):
        return Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    if signal.intent == "crisis_third_party" and lost_to_suicide(text):
        return Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    if (signal.intent == "self_harm" and asks_of_self_harm(text)) or (signal.level != "urgent" and wants_the_numbness_over(text)):
        return Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    if signal.level == "ask" and wishes_for_quiet(text):
        return CLEAR if "work" in state.matters else Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    if signal.intent == "self_harm" and fills_the_quiet(text):
        return CLEAR if "pastime" in state.matters else Signal("crisis_passive", "ask", signal.evidence, sureness="faint")
    if signal.intent == "crisis_third_party" and "parting" in state.matters and asks_how_to_stop_them(text):
        return CLEAR
    harmless = _HARMLESS.get(str(signal.intent))
    if harmless and harmless(text):
        return CLEAR
    if signal.intent == "crisis_imminent" and signal.level == "urgent" and not (state.said or state.hints) and _is_a_visit(text):
        return Signal("crisis_passive", "ask", signal.evidence, sureness="guess")
    return signal


def _is_no_wish(text: str, signal: Signal, state: State) -> bool:
    """Whether what may be a wish to be gone, or thoughts told, is a wish for a place, a memory gone, a joy back, or a plain fact."""
    if state.stage not in CLOSED or state.route or state.pending or signal.level not in ("ask", "support"):
        return False
    only_heard = signal.evidence == ("classifier",)
    if only_heard and signal.intent in _OF_ONES_OWN and hoped_it_would_help(text):
        return True
    if signal.intent in _MAY_BE_A_WISH and (wishes_for_elsewhere(text) or wishes_it_forgotten(text) or would_be_gladder(text)):
        return True
    return only_heard and signal.faint and states_a_fact(text)


def _is_a_visit(text: str) -> bool:
    """Whether a message tells who comes on which day, and nothing else but politeness around it."""
    clauses = [each.strip() for each in re.split(r"[.,;:!?()\n]+|\s[-–]\s", plain(text)) if each.strip()]
    visits = [bool(_VISIT.fullmatch(each)) for each in clauses]
    return any(visits) and all(is_one or _ASIDE.fullmatch(each) for is_one, each in zip(visits, clauses, strict=True))
