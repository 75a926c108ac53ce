"""What the message that asks for a clinician says already: "im in austin, i need a therapist who takes aetna, evenings work".

It goes onto the list as an answer does, and is read out at once, before the first question, so that it can be put right or taken out.
That keeps nothing new: the message itself stays in the chat until that is cleared, the list goes with it, and only a yes to the whole
list sends any of it. Only what can hardly mean anything else is read, and never a message about danger: that begins no questions.
"""

from __future__ import annotations

import re
from typing import Optional, Pattern

from thaw.handoff.fits import fits
from thaw.handoff.words import kept, names_a_country

_CLINICIAN = r"(?:therapists?|clinicians?|counsell?ors?|psychologists?|psychiatrists?|shrink|someone|somebody|therapy|counsell?ing)"
PLAN = (
    r"(?:aetna|blue ?cross(?: blue ?shield)?|blue ?shield|bcbs|cigna|united ?health(?:care)?|uhc|kaiser(?: permanente)?|humana|medicaid"
    r"|medicare|medi-?cal|tricare|anthem|oscar health|molina|optum|magellan|bupa|axa|aviva|vitality|nhs|(?:my )?insurance)"
)
"""Plans and insurers that visitors name."""
_FREE = (
    r"(?:(?:early |late )?(?:evenings?|weekends?|mornings?|afternoons?|weekdays?|lunch ?times?)|after work|after hours"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
)
_WHO = r"(?:(?:fe)?male|wom[ae]n|black|asian|latin[ao]|muslim|christian|jewish|gay|queer|lesbian|trans|lgbtq?|older|younger)"
_TONGUE = (
    r"(?:spanish|french|german|italian|portuguese|polish|russian|ukrainian|arabic|farsi|turkish|hindi|urdu|bengali|punjabi|tamil|mandarin"
    r"|cantonese|japanese|korean|vietnamese|tagalog|dutch|swedish|greek|hebrew|english)"
)
_SAID: dict[str, Pattern[str]] = {
    "wish": re.compile(rf"\b(?P<words>(?:an? )?{_WHO} (?:therapist|clinician|counsell?or|psychologist|psychiatrist))\b"),
    "how": re.compile(
        rf"(?<!in the )(?<!at )\b(?P<words>{_FREE}(?: (?:or|and) {_FREE})*)(?= (?:only|works?|would work|(?:is|are) (?:best|better"
        rf"|good|fine|ok|okay|easiest))\b)"
        r"|\b(?P<way>online|in[- ]person|face to face|(?:over|on|by|via) (?:zoom|video|phone))\b(?! (?:chat|quiz|test|forum|friend))"
    ),
    "language": re.compile(rf"\b(?:who (?:can )?speaks? |in )(?P<words>{_TONGUE})\b|\b(?P<way>{_TONGUE})[- ]speaking (?={_CLINICIAN})"),
    "cost": re.compile(
        rf"\b(?P<words>(?:takes?|accepts?|covered by|through|on|i have|i'?ve got|ive got) (?:my )?{PLAN})\b"
        r"|\b(?P<way>sliding scale|low[- ]cost|low[- ]fee|can'?t afford (?:much|a lot))\b"
    ),
}
_LIVES = re.compile(
    r"(?:^|[,.;:!?]\s*|\b(?:and|so|hi|hey|hello) )(?:i'?m|i am|i live|i'?m (?:based|living|located)|living|based|located)(?: currently"
    r"| just)?"
    r" (?:in|near) (?P<words>(?!an? |my |our )[a-z][a-z' -]{2,30}?)(?=[,.;!?]|$| (?:and|but|i|im|i'm|looking|need|needing|can|could"
    r"|please)\b)"
)
_SEEKS_IN = re.compile(
    rf"\b{_CLINICIAN}(?: \w+)? (?:in|near|around) (?P<words>[a-z][a-z' -]{{2,30}}?)(?=[,.;!?]|$| (?:and|but|who|that|for|with|please)\b)"
)
_NO_PLACE = re.compile(
    r"\b(?:person|general|particular|english|pain|trouble|therapy|crisis|love|need|debt|schools?|college|uni|university|recovery|bed|tears"
    r"|shock|denial|charge|hell|between|fear|hospital|rehab|prison|jail|touch|grief|danger|treatment|bits|pieces|shambles|limbo|agony"
    r"|hiding|withdrawal|burnout|work|town|here|there|this|that|it|him|her|me|private|tech|sales|retail|nursing|finance|retirement"
    r"|transition|mourning|despair|over|too|deep|dire|pretty|real|such|so|twenties|thirties|forties|fifties|sixties|need|mess|state of"
    r"|the (?!uk\b|us\b|usa\b|netherlands\b|bay\b|midlands\b|north|south|east|west)|days?|weeks?|months?|years?|future|evenings?|mornings?"
    r"|afternoons?|online|next|half)\b"
)
_LONGEST_PLACE = 3
"""Words of a place that no list knows."""


def said_before(text: str) -> dict[str, str]:
    """What a message that asks for a clinician answers already: the words for each field.

    Args:
        text: the visitor's message. A tapped choice says nothing.
    """
    if text.startswith("/"):
        return {}
    plain = " ".join(text.lower().replace("’", "'").split())
    found = {field: _words(pattern, plain) for field, pattern in _SAID.items()}
    found["place"] = _place(plain)
    return {field: words for field, said in found.items() if said and (words := kept(said, field))}


def _words(pattern: Pattern[str], plain: str) -> Optional[str]:
    """Everything that a text says of a field, in its order."""
    said = [next(filter(None, match.groupdict().values())) for match in pattern.finditer(plain)]
    return ", ".join(dict.fromkeys(said)) or None


def _place(plain: str) -> Optional[str]:
    """Where someone lives or looks, if it is told as one says it of a place."""
    for pattern in (_LIVES, _SEEKS_IN):
        for match in pattern.finditer(plain):
            words = match["words"].strip()
            if is_a_place(words):
                return words
    return None


def is_a_place(words: str) -> bool:
    """Whether a few words after "in" or "near" can be where someone lives."""
    return names_a_country(words) or (len(words.split()) <= _LONGEST_PLACE and not _NO_PLACE.search(words) and fits(words, "place"))
