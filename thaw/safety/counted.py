"""Tablets that were counted and not swallowed: no emergency of the body, and reason enough to ask. By rules alone.

The classifier takes "I have pills, I counted them" for an overdose, and the rules know only of "my" pills.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.age import told_age
from thaw.safety.normalise import plain
from thaw.safety.plans import MEANS_THEME, took_something
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

NOT_TAKEN = "tablets_not_taken"
_AT_MOST = 25
_TWICE = 2
_PILLS = (
    r"(?:pills?|tablets?|tabs|meds|medication|capsules|sleepers|painkillers|antidepressants|paracetamols?|tylenols?|ibuprofens?|codeine"
    r"|tramadol|oxycodone|xanax|valium|diazepam|zopiclone|sertraline|oxys|percocets?|vicodin)"
)
_WHOSE = (
    r"(?:the|my|all|those|these|of|out|up|our|mums?|moms?|mum's|mom's|dads?|dad's|gran's|left(?:over)?|old|other|sleeping|pain|how many)"
)
_I_COUNT = r"\bi(?:'ve|'m| have| was| keep| kept| just| also| even| always| sometimes| once| already)* (?:counted|counting|count)"
_COUNTED = re.compile(
    rf"{_I_COUNT}(?: {_WHOSE}){{0,5}} {_PILLS}\b|\b{_PILLS}\b(?: [\w']+){{0,8}}? (?:and |then |so )?{_I_COUNT[2:]} (?:them|it|each|all)\b"
    rf"|^(?:counted|counting)(?: {_WHOSE}){{0,5}} {_PILLS}\b"
)
_THEIRS = re.compile(rf"{_I_COUNT} (?:all )?(?:her|his|their)(?: \w+)? {_PILLS}\b")
_UNSEEN = re.compile(r"\b(?:does ?n'?t know|do ?n'?t know|secret\w*|no ?one knows|nobody knows|while (?:she|he|they))\b")
"""With what somebody else's tablets are counted by who does not look after them."""
_ORDINARY = re.compile(
    r"\b(?:organi[sz]ers?|dosett?e|pill ?box\w*|for the week|weekly|at work|pharmacy|chemist|shift|pharmacist|skip\w*|has taken|all day"
    r"|for a living|refills?|repeat|prescription"
    r"|holiday|trip|travel\w*|packing|nurs(?:e|es|ing)|patients?|residents?|dispens\w*|run(?:ning)? (?:low|out)|ran out|carer|care home"
    r"|for (?:my|her|his|mum|mom|dad|the) \w+|(?:if|whether) i(?:'d| had|'ve| have)? (?:already )?(?:take|taken|took|miss\w*|had))\b"
)
_NONE_TAKEN = re.compile(
    r"\bi (?:did ?n'?t|did not|have ?n'?t|have not)(?: (?:actually|even|really|ever))? (?:take|taken|took|swallow\w*|touch\w*)"
    r"(?: (?:any|them|it|one|those|these|a single|even))*(?: (?:pills?|tablets?|one|of (?:them|it|those)))?"
    r"(?=\W*$|[.;!]| (?:they|i|just|it)\b)"
    r"|\bnone (?:were |was )?(?:taken|swallowed)\b|\b(?:i|i've) (?:only|just) (?:counted|looked at|held) (?:them|it|those)?\b"
)
_STILL_MAY = re.compile(r"\b(?:yet|tonight|today|later|soon|going to|will|i'll|might|want to|but|until|ready|now)\b")
"""With what they were not taken so far."""
_AMOUNT = re.compile(
    r"^(?:(?:idk|maybe|like|about|around|probably|i think|i guess|roughly|only|just|there's|there are|there were|over|at least|or|a) ){0,4}"
    r"(?:\d{1,3}|ten|twelve|fifteen|twenty|thirty|forty|fifty|a dozen|a few|a handful)(?: (?:or so|of them|maybe|i think|pills|tablets"
    r"|ish|left)){0,3}\W*$"
)


def of_counted_tablets(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a message tells of tablets that were counted, or says that none were taken."""
    words = plain(text).replace(",", "")
    by_a_rule = signal.level == "urgent" and signal.evidence != ("classifier",) and signal.intent != "medical_emergency"
    if len(words.split()) > _AT_MOST or by_a_rule:
        return None
    asked_of_them = state.means and state.pending == "thoughts"
    if _says_none_taken(words, state) and not re.search(r"\bi (?:took|had|swallowed)\b|\bi have a\b", words):
        return Heard(move=NOT_TAKEN)
    if (asked_of_them or state.last == "utter_tablets_kept") and _AMOUNT.match(words):
        return _stash()
    unseen = bool(_THEIRS.search(words)) and (state.minor or told_age(text) == "minor" or bool(_UNSEEN.search(words)))
    if (unseen or _COUNTED.search(words)) and not (_ORDINARY.search(words) or took_something(text)):
        # Asked for a plan, it tells of the means for one.
        return Heard(plan="told", means=True) if state.pending in ("plan", "near") else _stash()
    return None


def _says_none_taken(words: str, state: State) -> bool:
    """Whether a text says that none were taken, after they were spoken of; what was plainly told as taken is not undone by it."""
    spoken_of = state.means or (state.topic == "medical_emergency" and state.stage not in GRAVE)
    again = dict(state.said).get("utter_tablets_not_taken", 0) + dict(state.said).get("utter_tablets_kept", 0)
    return spoken_of and again < _TWICE and bool(_NONE_TAKEN.search(words)) and not _STILL_MAY.search(words)


def _stash() -> Heard:
    return Heard(Signal("crisis_passive", "ask", (MEANS_THEME,)), stash=True, means=True)
