"""A correction that says what was meant: "not that way, I mean by the wife", "I'm talking about my job". By rules alone.

It closes the question about thoughts of suicide where that came of a mere guess or a wish, as long as what was meant is harmless.
"""

from __future__ import annotations

import re

from thaw.safety.normalise import plain
from thaw.safety.plans import are_named

_LED = r"^(?:(?:no|nah|nope|lol|haha|oh|huh|eh|what|sorry|god|christ|jesus|wait|hey|hang on|well|but|ok|okay|mate|ha|no way|not at all) )*"
_NOT_THAT = re.compile(
    rf"{_LED}(?:not (?:in )?(?:that|like that)(?: way)?|(?:that'?s |it'?s |this is )?not what i (?:mean\w*|said|was saying)"
    r"|(?:you'?ve |you )?(?:got |have )?(?:the )?wrong end of the stick|(?:you'?ve |you )?(?:misunderst\w+|misread|got (?:me|it"
    r"|that) wrong)"
    r"(?: \w+){0,2}|didn'?t mean (?:it )?(?:like )?that(?: way)?|wrong idea)\b"
)
_MEANT = re.compile(
    rf"(?:{_LED}|[ ,])(?:(?:i|it) (?:only |just )?(?:mean|meant|means)(?: just| only)?(?= (?:by|from|with|at|about|of|in|on|to do|the"
    rf"|my|our"
    r"|a|an|his|her|him|them|that (?:the|my|our|she|he|it)|it'?s)\b)|(?:i'?m|i am|i was|it'?s|that'?s|was)?"
    r" ?(?:just |only )?(?:talking|on) about\b|(?:it'?s|that'?s|(?:it|that) was) about\b)"
)
_IS_A = re.compile(
    rf"{_LED}(?:it'?s|its|that'?s|they'?re) (?:just |only )?(?:an? |my |the )?(?:\w+ )?(?:bike|motorbike|car|dog|cat|game|song|band"
    rf"|film|movie"
    r"|book|show|series|job|holiday|boat|horse|house|phone|telly|tv|haircut|diet|garden|shed|team|match|club|joke name|nickname|quote|line"
    r"|lyric)\b"
)
_BY_SOMEONE = re.compile(rf"{_LED}by (?:the|my|her|him|them)(?: (?:wife|missus|husband|boss|mum|mom|family|kids|links|people))?\b")
_GRAVE = re.compile(
    r"\b(?:die|dying|dead|deaths?|kill\w*|suicid\w*|end\w*|over|gone|go|going|life|live|living|alive|here|exist\w*|wake|asleep|myself"
    r"|hurt\w*|harm\w*|plan\w*|tonight|night\w*|everything|everyone|all|stop\w*|out|worse|serious\w*|real|really|yes|yeah|disappear\w*"
    r"|vanish\w*|peace|rest|world|without|never|nothing|thoughts?|think\w*|mind|head|dark\w*|bad|hand|own|leav\w*|ever|forever|always"
    r"|little|bit|lot|few|sometimes|maybe|kinda|probably|course|good|but|though|except|wish\w*|want\w*|hope\w*|cut\w*|blood|burden|way out"
    r"|option|choice|can'?t|can not|jump\w*|fall\w*|drown\w*|crash\w*|done|finish\w*|grave|heaven|pain|too|also|yet|now|soon|tomorrow)\b"
)
"""With what a correction corrects nothing, or makes it graver."""
_LITTLE = 4
"""Words beside a bare "not that way" that leave it one."""


def says_what_was_meant(text: str) -> bool:
    """Whether an answer to a question about thoughts says that something harmless was meant."""
    words = re.sub(r"\s+", " ", re.sub(r"[,.!?;:]+", " ", plain(text))).strip()
    not_that = _NOT_THAT.search(words)
    rest = words.replace("not like that", "").replace("not that way", "").replace("not in that way", "")
    said = _MEANT.search(words) or _IS_A.search(words) or _BY_SOMEONE.search(words)
    beside = _NOT_THAT.sub(" ", rest).split()
    corrects = said or (not_that and len(beside) <= _LITTLE)
    return bool(corrects) and not (_GRAVE.search(" ".join(beside)) or are_named(words))
