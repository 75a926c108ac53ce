"""What is said to be over: that it was long ago, that one is safe now, or that nothing of the kind ever was. No Rasa here.

Who says so isn't asked whether it still goes on.
"""

from __future__ import annotations

import re

from thaw.safety.menu import bare

_SAFE = re.compile(
    r"\b(?:(?:im|i am|we are|were|now|but|and|feel|feeling|been) (?:\w+ )?safe\b(?! (?:from|if|when|word)\b)|safe now"
    r"|out of (?:it|there|danger)|got (?:out|away)"
    r"|(?:its|it is|thats|that is|all|everything is|the (?:war|abuse|danger|relationship) is) (?:\w+ ){0,2}?over\b(?! (?:me|my"
    r"|and over)\b)"
    r"|(?:(?:years?|decades?|ages|months|long) (?:ago|back)|a long time ago)\b|(?:no longer|not any ?more|doesnt happen"
    r"|stopped happening)"
    r"|(?:he|she|they)(?:s|re)? (?:is |are )?(?:long |now )?(?:gone|dead|in prison|in jail)|as a (?:kid|child)|when i was (?:a "
    r"|an )?(?:little|\d+|kid|child"
    r"|young\w*|teen\w*)|at (?:age )?(?:[4-9]|1\d|2\d)\b.*\b(?:im|i am|now) (?:[2-9]\d)\b|ex\b.*\b(?:gone|years|left))"
)
_STILL = re.compile(
    r"\b(?:still (?:happen\w*|go\w*|hits?|hurts?|beats?|comes?|contacts?|stalks?|live|lives|living|with (?:him|her)|see (?:him"
    r"|her)|here|follows?|calls"
    r"|threat\w*|does|do it|in danger|unsafe|afraid of|scared of)|(?:not|isnt|never|dont feel|am i|are we|unless"
    r"|until) (?:\w+ )?(?:safe|over)"
    r"|(?:comes?|came|coming) back(?! to life)|found me|every (?:day|night|week)|unsafe|keeps? \w+ing me)\b"
)
"""What says that it isn't, after all."""
_NEVER_WAS = re.compile(
    r"\b(?:no|not|never|wasnt|isnt|without|havent|didnt|any|there was no) (?:(?:any|a|big|real|had|have|about|been|major"
    r"|childhood|of|actually|that|to do with) ){0,6}"
    r"(?:trauma\w*|abuse\w*|ptsd)\b|\b(?:childhood|upbringing|everything) (?:was|is) (?:\w+ )?(?:fine|good|happy|normal|ok"
    r"|great|lovely)\b"
)


def is_over(text: str) -> bool:
    """Whether a text says that what happened is over, or that its writer is safe."""
    plain = bare(text)
    return bool(_SAFE.search(plain)) and not _STILL.search(plain)


def never_was(text: str) -> bool:
    """Whether a text says that there was no such thing, and nothing that happened."""
    plain = bare(text)
    return bool(_NEVER_WAS.search(plain)) and not re.search(
        r"\b(?:but|except|until|then)\b.*\b(?:happened|hit|attack\w*|abus\w*|rape\w*)\b", plain
    )
