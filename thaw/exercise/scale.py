"""How much a text says is noticed, on the exercise's scale: in a number, a share, or words for an amount."""

from __future__ import annotations

import re
from typing import Optional

from thaw.exercise.state import SCALE
from thaw.safety.menu import bare

_LED = (
    r"^(?:(?:its|it is|i would say|id|say|maybe|about|around|probably|like|i guess|a|an|give it|i notice|i noticed|noticed|now"
    r"|just|only|at|more like|im|so|well|hm+|ok|still|perhaps|honestly|was|it was|no|nope|nah|not really|absolutely|literally"
    r"|really|tbh|yeah|yes|there was|felt|idk|dunno|i dont know|not sure|hard to say) )*"
)
_TRAILED = (
    r"(?: (?:now|i guess|maybe|probably|id say|right now|please|at most|at best|if that|today|really|tbh|honestly|i think|so far|yet|again"
    r"|as usual|as always|sorry|here|im afraid|to be honest))*$"
)
_NUMBERS = {"zero": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4}
_NUMBER = re.compile(
    _LED + r"(?P<number>\d{1,2}|100(?= percent)|zero|nought|one|two|three|four)(?:ish)?(?P<share> percent)?"
    r"(?: or (?:\d|\w+))?(?: (?:out )?of (?P<of>4|four|10|ten))?" + _TRAILED
)
_AMOUNTS = (
    r"nothing|nothing at all|none|not at all|not a thing|nada|zilch|nil|nowt|no",
    r"(?:barely|hardly|scarcely) (?:anything|at all|a thing|any|much)|barely|hardly|almost nothing|next to nothing|(?:very |only a )?little"
    r"|not (?:very )?much|not a lot|a (?:tiny|little|wee) ?bit|a little|slightly|a touch|almost none",
    r"some|something|some things|a bit|somewhat|a few(?: things)?|so so|medium|half|halfway|in the middle|middling|average",
    r"quite (?:a bit|a lot|some)|a fair bit|a fair amount|a good bit|fairly much|more than usual|a good deal",
    r"a lot|lots|loads|everything|very much|a great deal|plenty|a ton|tons|heaps",
)
_AMOUNT = [re.compile(_LED + rf"(?:{words})" + _TRAILED) for words in _AMOUNTS]


def number(text: str) -> Optional[int]:
    """How much a text says is noticed, on the scale from 0 to 4; None if it says no such thing. "7" and "7/10" are of ten."""
    plain = spelled_out(text)
    match = _NUMBER.match(plain)
    if match:
        value = _NUMBERS.get(match["number"])
        value = int(match["number"]) if value is None else value
        if match["share"]:
            return round(value * SCALE[-1] / 100)
        # Just past the end of the scale, and not a count of ten.
        if value == SCALE[-1] + 1 and not match["of"]:
            return SCALE[-1]
        if match["of"] in ("10", "ten") or value > SCALE[-1]:
            return round(value * SCALE[-1] / 10) if value <= 10 else None
        return value
    return next((value for value, words in enumerate(_AMOUNT) if words.match(plain)), None)


def spelled_out(text: str) -> str:
    """The text bare, with what parts two numbers, and a share's sign, kept as words."""
    text = text.replace("%", " percent ")
    return " ".join(
        bare(re.sub(r"(?<=\d)\s*/\s*(?=\d)", " of ", re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", " or ", text)).replace("'", "")).split()
    )
