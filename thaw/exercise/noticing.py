"""What a text tells of how the exercise went: whether something came of it, or it is worse; of the thing, or of oneself."""

from __future__ import annotations

import re

from thaw.exercise.scale import spelled_out

_HELPED = re.compile(
    r"\b(?:did|kinda|kind of|sort of|sorta|actually|really|it) (?!not\b|nothing\b|never\b)(?:\w+ )?(?:work|worked|works|help"
    r"|helped|helps)\b"
    r"|\b(?:\d{1,2}(?: percent| per cent)?|a (?:tiny |little |wee )?bit|slightly|a touch|a little|a notch|a hair|marginally|kinda|somewhat)"
    r" (?:less|better|lighter|clearer|warmer|calmer|easier)\b"
)
"""That something came of it, however little: "it kinda did work", "like 4% less"."""
_DID_NOT = re.compile(
    r"\b(?:not|didnt|doesnt|dont|isnt|wasnt|aint|never|hardly|cant|wont|no)\b(?: \w+){0,2} (?:work|worked|works|help|helped"
    r"|helps|less|better)\b"
)
_ASIDE_FIRST = re.compile(r"^(?:no|nope|nah|not really)\b(?! (?:better|less|help|work))")
NO_WORSE = re.compile(r"\b(?:no|not|nah|aint|isnt|wasnt|didnt|doesnt|never|nothing|nor)\b(?: \w+){0,3} worse\b")
OF_ONESELF = re.compile(
    r"\b(?:i|im|ive|id|me|my|myself|worse|panic\w*|scared|afraid|anxi\w*|dizzy|sick|hurts?|cr(?:y|ied|ying)|unreal|cant|ache\w*"
    r"|sad|head|chest"
    r"|heart|body|feels?|feeling|too much|overwhelm\w*|weird|wrong)\b"
)
"""Of which something stands in a text that tells how one is, and not how the thing was."""
OF_THE_THING = re.compile(
    r"\b(?:tastes?|tasted|smells?|smelled|smelt|sounds?|sounded|looks?|looked|bitter|sour|stale|loud|lukewarm|tea|coffee|water"
    r"|drink|song|music"
    r"|soap|cup|mug)\b"
)
SENSED = re.compile(
    r"\b(?:noticed|heard|saw|smelled|smelt|tast(?:ed|es)|smells|looked|sound(?:ed|s)|felt (?:the|warm|cold|cool|soft|rough"
    r"|heavy|wet|smooth))\b"
)


def takes_back_worse(text: str) -> bool:
    """Whether a text says that it is not worse."""
    return bool(NO_WORSE.search(spelled_out(text)))


def helped(plain: str) -> bool:
    """Whether a bare text says that something came of it."""
    rest = _ASIDE_FIRST.sub("", plain)
    return bool(_HELPED.search(rest)) and not _DID_NOT.search(rest)
