"""An attempt of one's own: of today, which is an emergency, or over, told by those who don't name it ("since my od"): asked once."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.long_past import tells_an_attempt
from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, Heard, State
from thaw.safety.screen import Signal
from thaw.safety.told import tells_survived

ATTEMPTED = "an attempt of their own, told as over"
JUST_TRIED = "an attempt of their own within a day"
_AGO = (
    r"(?:last (?:year|month|spring|summer|autumn|fall|winter|christmas|january|february|march|april|may|june|july|august"
    r"|september|october"
    r"|november|december)|(?:back )?in (?:(?:early|late|mid) )?(?:19|20)\d\d|(?:back )?in (?:january|february|march|april|may"
    r"|june|july|august|september"
    r"|october|november|december|spring|summer|autumn|fall|winter|high ?school|college|uni)|(?:\w+|\d+) (?:years?|months?) (?:ago|back)"
    r"|years? ago|years ago|when i was|at \d\d|a (?:long )?(?:time|while) (?:ago|back)|once|twice|before|as a (?:kid|teen\w*|child))"
)
_OD = r"(?:od'?e?d|o\.d\.'?d|overdosed)"
_OF_SOMETHING = (
    r"(?! (?:on|of) (?!pills?|tablets?|meds|my|paracetamol|tylenol|medication|purpose|sleeping|insulin|antidepressants|them|it\b))"
)
_TOLD = re.compile(
    rf"\b(?:i|i've|i have|i had|and|then)(?: (?:also|once|just|actually|nearly|almost|survived|even))* {_OD}\b{_OF_SOMETHING}"
    r"|\bi(?:'ve| have| had)? (?:\w+ )?(?:tried|attempted|meant|wanted|planned) to (?:od|overdose)\b"
    r"|\b(?:my|an|the|survived an?|after an?|had an?) (?:(?:last|first|second|previous|past|own|failed|big|bad"
    r"|accidental) )?(?:od|overdose)\b(?! (?:of|on) (?!pills|meds|tablets))"
    r"|\b(?:since|after|before|survived|with|following) (?:my|the|that|an?) (?:\w+ )?attempt\b(?! (?:at|to (?!end|die|kill|take)|on\b))"
    rf"|\bmy (?:\w+ )?attempt (?:{_AGO}|failed|didn'?t work)"
    rf"|\bi(?:'ve| have| had)? (?:\w+ )?attempted(?= {_AGO}|\W*$| (?:and|but|again)\b(?!.{{0,20}}\b(?:failed|to)\b))"
    r"|\bi(?:'ve| have| had)? (?:\w+ )?(?:tried|attempted) to end (?:it|things|everything)\b(?! (?:with|between|peacefully|amicably)\b)"
)
_PAST = re.compile(rf"\b(?:{_AGO}|since|ever since|after|survived|didn'?t tell|nobody knows|no one knows|attempt\w*|tried)\b")
_JUST_NOW = re.compile(
    r"\b(?:just(?! (?:after|before|numb|feel))|now(?! (?:i|i'm|im|everything|it)\b)|tonight|today|this (?:morning|evening"
    r"|afternoon)|(?:hours?|minutes?|mins?) ago|yesterday"
    r"|last (?:night|week)|days? ago|again tonight)\b"
)
_TRIED_OWN = re.compile(
    r"(?:\bi(?:'ve| have| had)? (?:(?:just|also|actually|really|almost|nearly|even) ){0,2}|^(?:(?:just|so|and|well|also|ok) ){0,2})"
    r"(?:tried|attempted) to (?:end (?:it|things|everything|my (?:own )?life)|take my (?:own )?life"
    r"|(?:kill|hang|drown|shoot|suffocate) myself|overdose|kms)\b(?! (?:with|between)\b)"
)
_HOURS_AGO = re.compile(
    r"\b(?:tonight|today|this (?:morning|evening|afternoon)|yesterday|last night|just now|earlier (?:today|tonight)"
    r"|(?:an?|\d+|half an?|one|two|three|four|five|six|a few|a couple(?: of)?) (?:hours?|hrs?|minutes?|mins?) ago)\b"
)
_NO_TRY = re.compile(r"\b(?:never|not|\w+n't|dream\w*|dreamt|nightmare|movie|film|game|story|novel)\b")
_OF_A_PAIR = re.compile(
    r"\b(?:him|her|them|us|marriage|relationship|affair|boyfriend|girlfriend|husband|wife|partner|engagement|contract|lease|job"
    r"|subscription"
    r"|friendship|call|chat)\b"
)
_ENDING = re.compile(r"\bto end (?:it|things|everything)\b")
_OVER = re.compile(
    r"^(?:(?:no|nah|nope|well|not really) )*(?:not (?:right )?(?:now|any ?more|these days|since|at the moment|lately|today)"
    r"|(?:it|that)(?:'s| is) (?:all )?"
    r"(?:over|past|behind me|done)|not for (?:years|months|a (?:long )?(?:time|while)))\W*$"
)
"""A no to how it is these days."""


def of_an_attempt(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """Whether a text tells of an attempt of one's own that is over."""
    words = plain(text).replace(",", "")
    if "utter_risk_attempted" in dict(state.said) and state.stage == "asked" and state.pending == "thoughts" and _OVER.match(words):
        return Heard(reply="no")
    if is_of_today(words):
        return Heard(Signal("crisis_imminent", "urgent", (JUST_TRIED,)))
    if state.stage not in CLOSED or state.pending or tells_survived(text):
        return None
    if signal.level is None and tells_an_attempt(text):
        return Heard(Signal("crisis_passive", "ask", (ATTEMPTED,)))
    named = _TOLD.search(words)
    if not named or _JUST_NOW.search(words) or not _PAST.search(words):
        return None
    if _ENDING.search(named.group()) and _OF_A_PAIR.search(words):
        return None
    overdosed = set(signal.evidence) <= {"attempt under way, or a means taken", "overdose as a word", "classifier"}
    if signal.level in ("support", "urgent") and not overdosed:
        return None
    return Heard(Signal("crisis_passive", "ask", (ATTEMPTED,)))


def is_of_today(words: str) -> bool:
    """Whether words in their plain form tell of an attempt of the writer's own within a day: it may need a doctor, and be tried again."""
    tried = _TRIED_OWN.search(words)
    if not tried or not _HOURS_AGO.search(words) or _NO_TRY.search(words):
        return False
    return not (_ENDING.search(tried.group()) and _OF_A_PAIR.search(words))
