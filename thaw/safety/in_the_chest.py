"""A heavy or tight chest told as a feeling, as long known, or as looked at by a doctor; and that it is no emergency. By rules alone.

Pain, breath, and whatever is new, sudden or worse stay an emergency.
"""

from __future__ import annotations

import re

from thaw.safety.normalise import plain

_CHEST = re.compile(
    r"\bchest\b.{0,30}\b(?:empty|hollow|heav(?:y|iness)|tight\w*|weight|pressure|knot|stone|lead|numb|dead|hole|void)\b"
    r"|\b(?:empt\w+|hollow\w*|heav(?:y|iness)|tight\w*|weight|pressure|knot|stone|lead|hole|void)\b.{0,20}\bchest\b"
)
_A_FEELING = re.compile(
    r"\b(?:empty|hollow|hole|void|numb|dead inside|emotional(?:ly)?|sad\w*|grie\w+|lonel\w+|stress\w*|anxi\w+|nerv\w+|depress\w+|panic"
    r"|when(?:ever)? i (?:think|remember|see|talk|have to|go)|before (?:work|meetings?|school|exams?|presentations?|calls?|a \w+)"
    r"|at (?:work|the office|school)|since (?:she|he|they|the|my|i|we)|since \w+ (?:died|left|went|passed)|every (?:morning|day"
    r"|sunday|monday|evening|night)|for (?:\w+ )?"
    r"(?:weeks|months|years)|(?:months|years) now|always|since years|all the time)\b"
)
_CHECKED = re.compile(
    r"\b(?:(?:doctors?|gp|cardiologist|er|hospital|ecg|ekg|bloods?|tests?)(?: \w+){0,4} (?:nothing|fine|normal|clear|ok|okay|anxiety"
    r"|stress|said no|found no\w*)|(?:had|got|getting|been|it|was|has been)(?: it| that| my heart| this)?(?: \w+)? checked(?: out)?)\b"
)
_OF_THE_BODY = re.compile(
    r"\b(?:pain\w*|hurt\w*|ach(?:e|es|ing)|arms?|jaw|shoulder|breath\w*|sweat\w*|faint\w*|dizz\w+|lightheaded|sudden\w*|just now|right now"
    r"|now it|started|today|tonight|this (?:morning|evening|afternoon)|an? (?:hour|few minutes|minutes?) ago|crush\w*|squeez\w*|stab\w*"
    r"|burn\w*|pass(?:ed|ing)? out|vomit\w*|throw\w* up|nause\w*|heart attack|stroke|left side|worse|worsen\w*|spread\w*|radiat\w*|can'?t"
    r" (?:get up|move|speak|breathe)|clot|blue|cough\w*|fever|palpitat\w*|skip\w*|took|taken|pills?|tablets?|swallow\w*|pregnan\w*)\b"
)
"""What a chest may not be left with, whatever it is said to come from."""
_LED = (
    r"^(?:(?:no|nope|nah|but|and|oh|sorry|lol|haha|wait|well|honestly|ok|okay|i'?m|i|am|mean|meant|fine|alright|yes|thanks|calm down"
    r"|relax) ){0,8}"
)
_NO_EMERGENCY = re.compile(
    rf"{_LED}(?:(?:it'?s|that'?s|this|there'?s|it|is|was|just) ){{0,4}}"
    r"(?:(?:not|isn'?t)(?: (?:really|actually|even|an?|any|about|my)){0,4} (?:emergency|physical(?:ly)?|medical|that|like that"
    r"|what i (?:mean\w*|said)|heart(?: attack| problem)?|literal\w*|in danger|body)\b"
    r"|no (?:medical |real )?emergency\b"
    r"|(?:(?:only|all|more|probably|from|because of|my|the|a|an|some|purely|really|actually) ){0,4}(?:emotional|stress(?:ed)?|anxiety"
    r"|anxious|nerves|sadness|sad|grief|heart(?:ache|break)|depression|mental|psychological|psychosomatic|feelings?|figurative"
    r"|panic(?: attacks?)?|worry|numbness|numb|figure of speech|metaphor|in my head|work|normal for me|old news|known)\b)"
    rf"|{_LED}(?:(?:it'?s|been|had|this|that|for|like|going|on|since) ){{0,8}}(?:\w+ )?(?:months|years)\b"
    r"|^(?:no|nope|nah)\W*$|\bwrong(?:ly)? (?:read|end|idea)\b|\bmisunderst\w+\b"
)


def chest_is_a_feeling(text: str) -> bool:
    """Whether a text tells of a heavy, tight or empty chest as of a feeling, and of nothing that the body does."""
    words = plain(text)
    return bool(_CHEST.search(words) and (_A_FEELING.search(words) or _CHECKED.search(words))) and not _OF_THE_BODY.search(words)


def denies_emergency(text: str) -> bool:
    """Whether a text says, where an emergency was spoken of, that it is none: emotional, long known, looked at by a doctor."""
    words = plain(text).replace(",", "")
    return bool(_NO_EMERGENCY.search(words) or _CHECKED.search(words)) and not _OF_THE_BODY.search(words)
