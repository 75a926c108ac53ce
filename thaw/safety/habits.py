"""What somebody is known to do, told as a reason: who faints at needles and wants no blood test has not fainted. By rules alone."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain

_NEEDLE = r"(?:blood (?:tests?|draws?|work|samples?)|blood ?works?|bloods|needles?|jabs?|injections?|syringes?|vaccin\w+|giving blood)"
_UNWANTED = (
    rf"\b(?:no|not|never|\w+n't|without|hate|refuse|skip\w*|avoid\w*|dodg\w+|scared of|afraid of|bad with)\b(?: \w+){{0,4}}? {_NEEDLE}\b"
)
_FAINTS = (
    r"\bi(?:'ll|'d)?(?: (?:always|just|usually|often|only|will|would|can|might|tend to))* (?:faint|pass out|keel over|black out|swoon)\b"
    r"(?! (?:\w+ )?(?:all|every day|daily|now|today|lately))|\bi'?m a (?:\w+ )?(?:fainter|swooner)\b"
)
_AT_THE_SIGHT = rf"(?:{_FAINTS})(?: \w+){{0,3}}? (?:at|when(?:ever)?|(?:each|every) time)\b(?: \w+){{0,5}}? {_NEEDLE}\b"
_A_HABIT = re.compile(rf"^(?:(?=.*{_UNWANTED})(?=.*(?:{_FAINTS}))|.*{_AT_THE_SIGHT})", re.DOTALL)
_NEWS = re.compile(
    r"\b(?:now|today|tonight|yesterday|since|again|keep|chest|head|heart|breath\w*|pain\w*|bleeding|pregnan\w*|insulin|diabet\w*|shoot\w*"
    r"|heroin|fentanyl|high|took|taken|hit|seizures?|eat\w*)\b"
)
"""With what it may be more than that."""


def faints_at_needles(text: str) -> bool:
    """Whether a message only says that the writer is one who faints at needles."""
    words = plain(text)
    return bool(_A_HABIT.match(words)) and not _NEWS.search(words)
