"""More of a medicine taken than meant, told by its number: "I took 4 instead of 1", "twice, by mistake". By rules alone.

The classifier hears a question about the medicine in it. Which medicine it was may have been told some messages before.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.matters import MEDICINE, matters_named
from thaw.safety.normalise import plain
from thaw.safety.overdose import BY_MISTAKE, MISTAKE, TOO_MUCH
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

_I_TOOK = (
    r"\bi(?:'ve| have)?(?: (?:just|already|accidentally|think i|think|must have|may have|might have|only)){0,3} (?:took|taken|swallowed)"
)
_SEVERAL = r"(?:[3-9]|1\d|three|four|five|six|seven|eight|nine|ten|twelve|triple)"
_TWICE = r"(?:2|two|twice|double|both)"
_OF_IT = (
    rf"(?: (?:of|them|those|these|my|the|a|{MEDICINE}|blood pressure|heart|sleeping|last|night|this|morning|evening|afternoon|today"
    r"|yesterday|tonight|earlier|just|now|at once|by|mistake|accident|accidentally|in one go|together|in a row|\d{1,4} ?mg|lot))"
)
_INSTEAD = (
    r" (?:instead of|rather than|when (?:it|i|they) (?:should|was meant|were meant|am meant|only)|where it should|and not)"
    r"(?: (?:have|be|been|of|to|taken|take|just|my|the|only|a)){0,6} ?(?:\d|one|two|three|half|single|usual|normal|once)"
)
_SO_MANY = re.compile(
    rf"{_I_TOOK}(?: (?:about|like|up to|maybe|my|the|{MEDICINE})){{0,4}} (?P<how_many>{_SEVERAL}|{_TWICE}){_OF_IT}{{0,8}}{_INSTEAD}\b"
)
_AGAIN = re.compile(
    rf"{_I_TOOK}(?: (?:my|the|a|all|morning|evening|blood pressure|heart|sleeping|{MEDICINE}|today's|last night's|this morning's)){{1,6}}"
    r" (?:twice|double|two times|a second time|three times)\b"
    rf"|{_I_TOOK} (?:2|two|both) (?:of )?(?:my |the |those |these )?(?:blood pressure |heart |sleeping )?{MEDICINE}\b"
    rf"|{_I_TOOK} (?:a |my |the )?(?:double|triple) (?:the |my )?(?:dose|{MEDICINE})\b|\bi (?:accidentally )?double[- ]dosed\b"
)
_MILD = re.compile(
    r"\b(?:ibuprofens?|paracetamols?|tylenols?|aspirins?|vitamins?|supplements?|coffees?|caffeine|espressos?|antihistamines?)\b"
)
"""Of what two at once are as told on the packet, or harm nobody."""
_NOT_SO = re.compile(
    r"\b(?:nearly|almost|(?:what|even|only) if|if i (?:took|take|had taken|were)|never|didn'?t|did not|haven'?t"
    r"|should i|used to|when i was|years? ago|months? ago|last year"
    r"|(?:doctor|gp|psychiatrist|nurse|prescriber|consultant|pharmacist)(?:'s)? (?:\w+ )?(?:said|says|told|upped|raised|increased|doubled"
    r"|put|wants|wanted|changed)|as (?:told|prescribed|directed)|prescribed)\b"
)
"""With what it did not happen, lies far behind, or is the dose that was told."""


def of_a_dose(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a message tells of a medicine taken too often or too much of; two at a time only where it was by mistake."""
    words = plain(text).replace(",", "")
    named = "medicine" in state.matters or "medicine" in matters_named(text)
    if not named or _NOT_SO.search(words):
        return None
    by_mistake, found = bool(MISTAKE.search(words)), _SO_MANY.search(words)
    is_several = bool(found and re.fullmatch(_SEVERAL, found["how_many"]))
    is_again = (bool(found) or bool(_AGAIN.search(words))) and by_mistake and not _MILD.search(words)
    if not (is_several or is_again):
        return None
    return Heard(Signal("medical_emergency", "urgent", (BY_MISTAKE if by_mistake else TOO_MUCH,)), taken=True)
