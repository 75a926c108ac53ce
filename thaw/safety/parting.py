"""Someone announces that they will go, or end a job: a loss, and no violence. And advice of a relative who knows. By rules alone."""

from __future__ import annotations

import re

from thaw.safety.no_harm import HARMS
from thaw.safety.normalise import plain

_THEY = (
    r"(?:he|she|they|(?:my|the) (?:\w+ )?(?:wife|husband|partner|boyfriend|girlfriend|bf|gf|fianc\w+|boss|manager|ex|flatmate|roommate"
    r"|landlord))"
)
_GOES = (
    r"(?:move|moving|moves) out|leave|leaving|go|divorce|end (?:it|things)|break up|split up|separate|walk out|file for|see a lawyer|quit"
    r"|fire|sack|dismiss|let me go|replace|demote|cancel|stay (?:with|at)|find (?:someone|somebody)|give up on|stop (?:trying|waiting)"
)
_ANNOUNCED = re.compile(
    rf"\b{_THEY}(?:'ll| will| would|'d| is going to|'s going to| might| may| wants to| is about to) (?:\w+ )?(?:{_GOES})\b"
)
_STOP_THEM = re.compile(
    r"\b(?:stop|keep|prevent)\w* (?:him|her|them|my \w+) (?:from )?(?:going|leaving|moving|divorcing|breaking up|walking out)\b"
)
_STOP = re.compile(
    r"^(?:(?:so|and|but|then|ok|please|tell me) )*how (?:do|can|could|would|should) i (?:\w+ )?(?:stop|keep|hold) (?:him|her|them)\W*$"
)
_THREAT = re.compile(
    r"\b(?:threat\w*|afraid|scared|terrified|frighten\w*|force\w*|forcing|weapon|gun|knife|rape\w*|beat\w*|chok\w*|lock\w*|passport"
    r"|follow\w*|track\w*|stalk\w*|burn\w*|with nothing|regret|pay for|or else|himself|herself|themsel\w+|die|dead|bridge|jump\w*|pills"
    r"|violent|angry|bruis\w*|unless i (?!change|get|try|talk|see|go|start|feel)|send|post|pictures|ditch|sleep with|sex|touch\w*"
    r"|visa|deport\w*)\b"
)
_RELATIVE = r"(?:(?:my|our|the) (?:\w+ )?(?:\w+)|he|she|they)"
_ADVISED = re.compile(
    rf"\b{_RELATIVE} (?:says?|said|thinks?|tells? me|told me|reckons?|insists?) (?:that )?(?:i|all i) (?:only |just |really )*"
    r"(?:need|should (?:get|have|take)|want) (?:is )?(?:only |just |more |some |a |to |less |better |get )*"
    r"(?:sleep|rest|holidays?|vitamins?|iron|sun(?:shine|light)?|fresh air|exercise|food|water|break|night'?s? sleep|walks?|work|coffee)\b"
)
_HEARS = re.compile(
    r"\b(?:voices?|god|jesus|devil|demon|angel|spirits?|aliens?|chip|radio|tv|chosen|message\w*|mission|dead|ghosts?|don'?t need sleep"
    r"|no sleep|not slept|haven'?t slept|days without|follow\w*|watch\w*|poison\w*)\b"
)


def announces_a_parting(text: str) -> bool:
    """Whether someone is said to leave, or to end a job, and to threaten nothing else."""
    words = plain(text)
    return bool(_ANNOUNCED.search(words) or _STOP_THEM.search(words)) and not (HARMS.search(words) or _THREAT.search(words))


def asks_how_to_stop_them(text: str) -> bool:
    """Whether it is asked how to stop someone, and not from what."""
    return bool(_STOP.match(plain(text).replace(",", "")))


def told_to_rest(text: str) -> bool:
    """Whether someone is said to advise nothing but sleep, rest and their like."""
    words = plain(text)
    return bool(_ADVISED.search(words)) and not (HARMS.search(words) or _HEARS.search(words))
