"""What a typed message says about risk, read in the light of where the conversation stands and of what was offered. By rules alone."""

from __future__ import annotations

import re
from typing import Callable, Optional

from thaw.exercise.reading import asks_for_later, names_an_activity
from thaw.nlu.wished_over import wishes_it_over_for_them
from thaw.safety.age import told_age
from thaw.safety.asked_of_thoughts import asked_of_thoughts
from thaw.safety.barriers import OTHER
from thaw.safety.corrected import says_what_was_meant
from thaw.safety.everyday import softened
from thaw.safety.in_context import answers, has_decided, is_vague, names_a_rest, sharpened, takes_half_back
from thaw.safety.in_general import asked_in_general, is_in_general
from thaw.safety.in_other_words import asks_what_counts, asks_what_follows, is_not_about_them, is_of_another, means_it, only_thoughts
from thaw.safety.invited import invited_move, is_some_barrier
from thaw.safety.kinds import of_a_kind
from thaw.safety.last_things import put_in_order
from thaw.safety.learned_reply import Learned
from thaw.safety.long_past import come_back, tells_of_then
from thaw.safety.matters import matters_named
from thaw.safety.meant import ABUSE, Choices, chosen, is_a_guess, is_late, is_of_the_known, move_of
from thaw.safety.menu import is_a_label
from thaw.safety.moves import told_move
from thaw.safety.no_harm import HARMS
from thaw.safety.normalise import plain
from thaw.safety.of_others import heard_of_others
from thaw.safety.plans import (
    GUN_THEME,
    MEANS_THEME,
    SHORT,
    TOO_MANY_THEME,
    Plan,
    counts_tablets,
    denies_plan,
    has_a_gun,
    is_at_hand,
    is_only_a_time,
    names_means,
    told_plan,
    took_something,
)
from thaw.safety.reply import Reply, read_reply, turns
from thaw.safety.risk_state import CLOSED, GRAVE, NOT_SURE, TOLD, Heard, State, from_payload
from thaw.safety.screen import CLEAR, Signal
from thaw.safety.services import country_of_town, named_country, needs_told, told_country
from thaw.safety.told import (
    agrees,
    denies_all,
    denies_own,
    denies_theirs,
    denies_thoughts,
    dismisses,
    is_not_now,
    leaves_a_rest,
    names_the_call,
    nothing_was_said,
    refusal,
    takes_back,
    takes_back_with_a_yes,
    takes_leave,
    tells_survived,
    told_newborn,
    wants_an_end,
    was_joking,
)
from thaw.safety.told_late import has_thought_of_it, says_a_plan, says_yes_after_all, tells_a_plan_late
from thaw.safety.tomorrow import in_doubt
from thaw.safety.tongues import asked_in
from thaw.safety.turned import turned
from thaw.safety.unasked import denies_unasked
from thaw.self_check import counts_only

_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive"})
_LIKE_A_PLAN = frozenset({"danger_from_others", "danger_to_others", "crisis_third_party", "self_harm", "medical_emergency"})
"""What the classifier may take means told for, after the question about a plan."""
_ABOUT_ME = Signal("crisis_passive", "ask", ("says that it is about them",))
_HAS_A_GUN = Signal("crisis_passive", "ask", (GUN_THEME,))
_SAYS_A_PLAN = Signal("crisis_passive", "ask", ("says that there is a plan",))
_THOUGHT_OF_IT = Signal("crisis_passive", "ask", ("has thought of it",))
_OWN_FAREWELL = Signal("crisis_ideation", "support", ("classifier",))
_THEM = re.compile(r"\b(he|she|they|him|her|them|his|their|himself|herself|themself|themselves)\b")
_A_PERSON = re.compile(r"\b(?:my|he|she|he's|she's|someone|somebody)\b")
_ME = re.compile(r"\b(i (want|feel|hate|can't|wish|have|took)|i'm going|i'd rather|kill me|hits? me|hurts? me|myself|my own)\b")


def hear(text: str, signal: Signal, state: State, offered: Choices, learned: Callable[[], Optional[Learned]] = lambda: None) -> Heard:
    """What a typed message says about risk.

    Args:
        text: the visitor's words, not too long to be read at once.
        signal: what the screen found in them.
        state: before the message.
        offered: what the last turn offered, in the order shown.
        learned: what the text answers to the question that waits, by what was learned of such answers; asked where no rule can read it.
    """
    age, baby, needs = told_age(text), told_newborn(text), needs_told(text)
    minor, adult = age == "minor", age == "adult"
    signal = sharpened(text, softened(text, signal, state), state)
    signal = come_back(text, put_in_order(text, signal), state)
    if signal.level is None and state.stage == "none" and state.hints and has_thought_of_it(text):
        signal = _THOUGHT_OF_IT
    if signal.level is None and (state.stage != "none" or state.hints) and has_a_gun(text):
        signal = _HAS_A_GUN
    says_plan = state.stage == "none" and signal.evidence == ("classifier",) and signal.intent in _OWN and says_a_plan(text)
    if says_plan and signal.guessed:
        signal = _SAYS_A_PLAN
    signal = in_doubt(text, asked_in_general(text, signal, state), offered)
    signal = heard_of_others(text, signal, state)
    if signal.evidence == ("classifier",) and is_a_label(text, offered):
        signal = CLEAR
    if not is_a_label(text, offered) and (known := of_a_kind(text, signal, state)):
        known = known._replace(minor=minor, adult=adult, baby=baby, needs=needs, place=told_country(text))
        return known._replace(past=tells_of_then(text), taken=took_something(text), bare=len(text.split()) == 1)
    # What a choice's own words stir in the classifier is no new evidence: they are ours.
    told = signal.level == "urgent" and signal.evidence != ("classifier",)
    invited = invited_move(text, signal, state, offered)
    if invited:
        return Heard(move=invited, minor=minor, adult=adult, baby=baby, needs=needs, place=told_country(text))
    payload = None if told else chosen(text, signal, state, offered)
    if payload:
        return from_payload(payload)._replace(minor=minor, adult=adult, baby=baby, needs=needs)
    if is_a_guess(signal, text) and any(only(text, offered) for only in (names_an_activity, asks_for_later, counts_only)):
        signal = CLEAR
    reply, plan = answers(text, read_reply(text), state), told_plan(text)
    if reply == "none" and signal.level and signal.evidence != ("classifier",):
        # What a rule heard is not over because something else is.
        reply = None
    if state.pending == "call" and reply == "no" and names_the_call(text):
        # It refuses the call, and denies nothing.
        reply = None
    if state.stage in TOLD and plan is None and has_decided(text):
        plan = "soon"
    if state.pending in ("thoughts", "plan") and state.means and is_at_hand(text) and not _names_company(text):
        # What would be used was named before, and now it is there.
        plan = "soon"
    dismissed, not_now = dismisses(text), state.stage in GRAVE and is_not_now(text) and not turns(text)
    if not_now and state.pending == "near" and reply in (None, "unsure") and plan != "soon":
        reply, plan = "no", None
    if _denies_all(text, signal, reply, plan, state):
        reply, signal = "none", CLEAR
    elif reply in (None, "unsure") and _waves_off(text, signal, dismissed, state):
        reply, dismissed, signal = "unsaid", True, CLEAR
    elif signal.evidence == ("classifier",) and signal.intent in _OWN and _is_unlikely(text, signal, reply, dismissed or not_now, state):
        # It stumbles at what is named to be denied.
        signal = CLEAR
    if state.pending == "theirs" and reply is None and not plan and nothing_was_said(text):
        reply = "no"
    unasked = denies_unasked(text, signal, state)
    if unasked:
        signal = CLEAR
    if _is_of_another(text, signal, state):
        signal = CLEAR
    elif state.stage in GRAVE and _is_a_farewell(text, signal):
        signal = _OWN_FAREWELL
    move = turned(text, signal, state)
    if move:
        signal = CLEAR
    move = move or asked_of_thoughts(text, reply, signal, state) or _asked_back(text, signal, state) or move_of(text, signal, reply, state)
    if move is None and _denies_in_abuse(text, signal, state):
        move = "not_suicide"
    by_rules, perhaps = reply, False
    if reply is None and move is None and signal.level != "urgent":
        # With means or a time beside it no no is taken from what was learned.
        reply, perhaps = _learned(learned(), plan, state)
    if move == "about_me":
        signal, move, reply = _ABOUT_ME, None, None
    elif move or (reply and state.pending == "theirs") or _means_own_risk(words=text, signal=signal, plan=bool(plan), state=state):
        fears = move == "what_follows" and signal.evidence == ("classifier",) and signal.intent not in _OWN
        signal = CLEAR if fears or is_of_the_known(move, signal, state) or is_a_guess(signal, text) else signal
    elif state.topic == "crisis_third_party" and state.stage in CLOSED and is_a_guess(signal, text) and _is_about_them(text):
        signal = Signal("crisis_third_party", "support", signal.evidence)
    says_yes = state.may_take_back and takes_back_with_a_yes(text)
    after_all = says_yes or (state.may_take_back and says_yes_after_all(text, state))
    heard = Heard(
        signal,
        reply,
        move=move,
        country=named_country(text) if _may_name_a_country(state) else country_of_town(text) if _is_in_view(state) else None,
        late=is_late(text, reply, state, offered),
        plan=plan,
        at_hand=is_at_hand(text),
        refusal=refusal(text),
        agrees=agrees(text),
        minor=minor,
        adult=adult,
        baby=baby,
        needs=needs,
        place=told_country(text),
        no_plan=denies_plan(text),
        joked=was_joking(text),
        taken=took_something(text),
        unasked=unasked,
        taken_back=state.may_take_back
        and (after_all or takes_back(text) or takes_half_back(text, state) or (state.quiet == 0 and means_it(text))),
        means=says_plan or (names_means(text) and not is_in_general(signal)) or bool({TOO_MANY_THEME, GUN_THEME} & {*signal.evidence}),
        stash=_tells_a_stash(text, signal, state),
        dismissed=dismissed,
        # A no that no rule could read says what else it is about, and how it was read is to be seen.
        rest=by_rules != reply or names_a_rest(text) or (leaves_a_rest(text) and not is_not_about_them(text)),
        wants_an_end=wants_an_end(text),
        not_now=not_now,
        survived=signal.level is None and tells_survived(text),
        nobody=_denies_theirs(text, signal, reply, state),
        bare=len(text.split()) == 1,
        only_thoughts=only_thoughts(text),
        of_another=is_of_another(text),
        plan_late=(move is None or says_a_plan(text)) and tells_a_plan_late(text, plan, reply, signal, state, offered),
        past=tells_of_then(text),
        only_time=is_only_a_time(plain(text).replace(",", "")),
        after_all=after_all,
        thought_of_it=has_thought_of_it(text),
        matters=matters_named(text),
        vague=perhaps or is_vague(text),
        says_yes=says_yes,
    )
    return Heard(move=OTHER, needs=needs, place=heard.place) if is_some_barrier(text, heard, state, offered) else heard


def _learned(read: Optional[Learned], plan: Optional[Plan], state: State) -> tuple[Optional[Reply], bool]:
    """What is taken of what was learned, and whether it is only half a yes: then it is asked once more, of the thoughts alone."""
    if read == "perhaps":
        is_asked = state.stage == "asked" and state.pending == "thoughts"
        return ("unsure", True) if is_asked and NOT_SURE not in dict(state.said) else (None, False)
    return (None if read == "no" and plan else read), False


def _names_company(text: str) -> bool:
    """Whether who is "here" is a person: "my brother is here" puts nothing within reach."""
    return told_move(text, None) in ("with_someone", "someone_near") and bool(_A_PERSON.search(plain(text)))


def _denies_all(text: str, signal: Signal, reply: Optional[Reply], plan: Optional[Plan], state: State) -> bool:
    """Whether an answer to a question about thoughts denies them as a whole. The classifier stumbles at what is named to be denied."""
    if state.pending not in ("thoughts", "plan", "now", "call") or reply not in (None, "no") or plan or turns(text):
        return False
    if only_thoughts(text):
        return False
    only_own = signal.evidence == ("classifier",) and signal.intent in _OWN
    if state.pending == "thoughts" and state.ground in ("guess", "wish") and (says_what_was_meant(text) or wishes_it_over_for_them(text)):
        return signal.level is None or only_own
    return (signal.level is None or only_own) and (denies_all(text, reply == "no") or is_not_about_them(text))


def _asked_back(text: str, signal: Signal, state: State) -> Optional[str]:
    """What is asked about the question that waits: what follows a yes, or what counts as such thoughts."""
    if state.pending not in ("thoughts", "plan", "now") or (signal.level == "urgent" and signal.evidence != ("classifier",)):
        return None
    if asks_what_follows(text):
        return "what_follows"
    return "what_counts" if asks_what_counts(text) else None


def _is_unlikely(text: str, signal: Signal, reply: Optional[Reply], let_be: bool, state: State) -> bool:
    """Whether what the classifier alone heard of one's own danger is only what is denied, put off or left with a good night."""
    if let_be and (state.stage in GRAVE or state.pending == "plan"):
        return True
    if reply == "no" and state.pending == "thoughts" and denies_thoughts(text) and not turns(text):
        return True
    return signal.guessed and state.stage == "resolved" and (let_be or (takes_leave(text) and len(text.split()) <= SHORT))


def _waves_off(text: str, signal: Signal, dismissed: bool, state: State) -> bool:
    """Whether an answer to a question about thoughts is none: a "never mind", or a good night where nothing was told."""
    if state.pending not in ("thoughts", "plan", "now") or (
        signal.level and (signal.evidence != ("classifier",) or signal.level == "urgent")
    ):
        return False
    leaves = state.stage in ("asked", "rechecked") and takes_leave(text) and len(text.split()) <= SHORT
    return dismissed or leaves


def _is_a_farewell(text: str, signal: Signal) -> bool:
    """Whether what only the classifier takes for danger to others names no harm: letters to the children, once a plan was told."""
    return signal.intent == "danger_to_others" and signal.evidence == ("classifier",) and not HARMS.search(plain(text))


def _tells_a_stash(text: str, signal: Signal, state: State) -> bool:
    """Whether a text tells of tablets put by: in words that rules know, or of many of them after risk was spoken of."""
    known = MEANS_THEME in signal.evidence and set(signal.evidence) <= {MEANS_THEME, "classifier"}
    spoken_of = state.stage != "none" or state.hints > 0
    return known or (spoken_of and signal.level in (None, "ask") and counts_tablets(text))


def _in_abuse(state: State) -> bool:
    """Whether the talk is about danger from another person, and no plan of one's own was told."""
    return state.topic == ABUSE and state.stage not in GRAVE


def _denies_in_abuse(text: str, signal: Signal, state: State) -> bool:
    """Whether a visitor who told of danger from another says that it is not about suicide: that ends the question."""
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    return _in_abuse(state) and not by_a_rule and denies_own(text) and not turns(text)


def _is_of_another(text: str, signal: Signal, state: State) -> bool:
    """Whether what only the classifier takes for suicide is, in a talk about danger from another, said of them, or denied."""
    if not (_in_abuse(state) and signal.evidence == ("classifier",) and signal.intent in _OWN):
        return False
    return _denies_in_abuse(text, signal, state) or (signal.guessed and _is_about_them(text))


def _denies_theirs(text: str, signal: Signal, reply: Optional[Reply], state: State) -> bool:
    """Whether nobody else is in danger after all: said of all, or a no where it was only guessed that someone is."""
    if state.topic != "crisis_third_party" or (signal.level and signal.evidence != ("classifier",)):
        return False
    return denies_theirs(text) or (state.doubted and state.pending == "theirs" and reply == "no")


def _means_own_risk(words: str, signal: Signal, plan: bool, state: State) -> bool:
    """Whether words that are taken for another danger go on with one's own: means told, or "I'm scared" in the middle of it."""
    if plan and state.pending in ("plan", "near"):
        return signal.intent in _LIKE_A_PLAN
    is_short = len(words.split()) <= 3 and not _THEM.search(plain(words))
    return signal.intent == "danger_from_others" and state.stage in TOLD and state.is_spoken_of and is_short


def _is_about_them(text: str) -> bool:
    words = plain(text)
    return bool(_THEM.search(words)) and not _ME.search(words)


def _may_name_a_country(state: State) -> bool:
    """Whether a text that is nothing but a country's name answers the question for it: until it is answered."""
    return state.country_asked or (state.country is None and ("utter_which_country" in dict(state.said) or bool(asked_in(state))))


def _is_in_view(state: State) -> bool:
    """Whether services were shown just now, or risk is open: then who tells where they are tells it for that."""
    return state.is_open or (bool(state.said) and state.quiet <= 1)
