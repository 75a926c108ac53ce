"""When a line for tomorrow is for, in the visitor's own words: "after I drop the kids off", "at 7pm", "tuesday".

The words go into the line that they copy, in a form in which little can be said but a time.
"""

from __future__ import annotations

import re
from typing import Optional

LONGEST = 10
"""Words up to which a text only says when."""
_OWN = "said:"
"""How a time of the visitor's own begins in a payload, where one of ours is a single word."""
_LED = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|sure|maybe|probably|perhaps|actually|um+|uh|hm+|idk|dunno|well|so|just|like|or|better|rather|no|wait|sorry"
    r"|i guess|i think|i mean|id say|lets say|say|its|make it|change it to|can it be|how about|what about|could be|could do|i could do it"
    r"|ill do it|id do it|i can do it|tomorrow|then) )+"
)
_TRAILED = re.compile(
    r"(?: (?:tomorrow|i guess|i think|i suppose|maybe|probably|then|please|pls|lol|instead|tho|though|ok|tbh|or something|or so))+$"
)
_ANCHORED = re.compile(
    r"^(?:(?:right|straight|just|shortly) )?(?:(?:after|before(?! bed)|when|while|once|during|as soon as|the moment|in between|on the way"
    r"|on my way) [a-z].*|at (?:the|my) (?!end\b|moment\b|weekend\b)[a-z].*)$"
)
_AT_THE_CLOCK = re.compile(r"^(?:at|around|about|by)? ?(\d{1,2}(?::\d\d)? ?(?:am|pm|oclock)|\d{1,2}:\d\d)$")
_DAY = re.compile(
    r"^(?:on |next |this )?((?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night|lunchtime))?)s?$"
)
_NO_TIME = re.compile(
    r"\b(?:if|unless|not|never|nothing|nobody|no one|dont|doesnt|didnt|cant|wont|isnt|why|how|feel\w*|felt|want|wish|can|could|ready|better"
    r"|happy|sad|numb|alone|was|were|had|did|used|you|your|u|he|him|his|she|her|they|them|die|dies|died|dead|dying|gone|end|ends|over|last"
    r"|kill\w*|hurt\w*|hits?|drunk|drinking|high|pills?|meds?|tablets?|dose|knife|gun|bridge|funeral|fuck\w*|shit\w*|hell)\b"
)
"""What says more than when: it is not put into a line."""
_SPELLED = {"i": "I", "im": "I'm", "ive": "I've", "ill": "I'll", "id": "I'd", "oclock": "o'clock"}


def own_time(text: str) -> Optional[str]:
    """A time of the visitor's own, as a payload has it, or None if a text only says something else."""
    plain = re.sub(r"[^a-z0-9: ]", " ", text.lower().replace("’", "'").replace("'", ""))
    plain = " ".join(re.sub(r"(?<!\d):|:(?!\d)", " ", plain).split())
    plain = _TRAILED.sub("", _LED.sub("", plain))
    if not plain or len(plain.split()) > LONGEST or _NO_TIME.search(plain):
        return None
    clock, day = _AT_THE_CLOCK.match(plain), _DAY.match(plain)
    said = f"at {clock[1]}" if clock else f"on {day[1]}" if day else plain if _ANCHORED.match(plain) else None
    return _OWN + said.replace(" ", "_") if said else None


def as_said(when: str) -> Optional[str]:
    """A time of the visitor's own as it stands in the line, or None if that is none."""
    if not when.startswith(_OWN):
        return None
    words = when.removeprefix(_OWN).split("_")
    return " ".join(_SPELLED.get(word) or (word.capitalize() if _DAY.match(word) else word) for word in words)


def names_a_day(when: str) -> bool:
    """Whether a time of the visitor's own is another day than tomorrow."""
    return when.startswith(f"{_OWN}on_") and bool(_DAY.match(when.removeprefix(f"{_OWN}on_").replace("_", " ")))
