"""What is told of those close to the visitor and is no death: a baby of one's own, being deceived, childhood, no one near."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import died
from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk
from thaw.safety.no_harm import HARMS

_BIRTH = "numb_after_birth"
_NOTHING_FOR_A_BABY = re.compile(
    r"\b(?:(?:dont|do not|cant|cannot|didnt|never|not) (?:\w+ ){0,2}?(?:feel|feeling|felt) (?:anything|any (?:love|bond|connection|joy)"
    r"|a thing|love|much"
    r"|(?:a |any )?bond(?:ed)?|connected)|(?:feel|feeling|felt) (?:nothing|no (?:love|bond|connection|joy)|numb))"
    r" (?:for|towards?|with|to|about|when i (?:look at|hold|see)) (?:my|our|the) (?:\w+ )?(?:baby|newborn|twins|little one)\b"
)
_FATHERS = re.compile(
    r"\b(?:can|do|does|could|is it|are|would) (?:(?:it|there|this|that|happen|to|for|new|even|also|be) )*(?:dads?|fathers?|men|blokes"
    r"|a man|a dad|a father"
    r"|partners|husbands|the father|the dad)\b.*\b(?:get|have|too|as well|it|this|that|pnd|ppd|happen)\b"
    r"|\b(?:happen|happens) to (?:dads?|fathers?|men|partners)\b"
)
_DECEIVED = re.compile(
    r"\b(?:(?:he|she|they|(?:my|the) \w+)(?: \w+)? )?(?:cheat(?:ed|ing|s) on me|(?:had|has|having|is having) an affair"
    r"|slept with (?:someone|somebody|another|my|his|her|other)\b|(?:go|goes|gone|went|ran|run|walked)(?: \w+)? (?:away|off|out)? ?with"
    r" (?:an?other|a different|some other|other|some|a younger|my best) (?:man|woman|guy|girl|bloke|one|friend|person))\b"
)
_BY_ME = re.compile(r"\bi(?:m|ve| have| am| was)?(?: \w+)? (?:cheat\w*|had an affair|having an affair|slept with)\b")
_NUMB = re.compile(r"\b(?:feel\w*|felt|numb|nothing|empty|flat|cry|cried|angry|care|cared)\b")
_SINCE_CHILDHOOD = re.compile(
    r"\b(?:since|from) (?:(?:i was|i were|im|when i was|being|about|around|my|the|a|early|as|very) )*(?:child|childhood|kid|small"
    r"|little|young)\b(?! \w*(?:was|came|born))"
)
_NUMB_MYSELF = re.compile(
    r"\b(?:(?:never|not|dont|cant|cannot|no) (?:\w+ ){0,2}(?:feel|felt|feeling|feelings|joy|happy|happiness|enjoy\w*|emotions?|cry"
    r"|cried)|feel nothing|felt nothing|numb|empty|(?:been|was|am|im) (?:always )?(?:like (?:this|that|it)|this way))\b"
)
_OF_A_TIME = re.compile(
    r"\b(?:abus\w*|hit|beat\w*|touch\w*|rap\w+|happened|war|died|death|uncle|father|stepfather|stepdad|violen\w*|drink\w*|my (?:child"
    r"|kid|baby|son|daughter)"
    r"|want to|wanted|safe|afraid|hate\w*|bull\w+)\b"
)
"""What has an answer that is nearer."""
_ON_ONES_OWN = re.compile(
    LEAD + r"(?:(?:i|ive|have|got|theres|there are|im|with|really|still|basically|honestly) )*"
    r"(?:no (?:real |close |actual |more )?(?:friends|mates)|(?:dont|do not) (?:really )?have (?:any |many |real )*(?:friends|mates"
    r"|anyone here))"
    r"(?: (?:here|left|any ?more|at all|around|nearby|in this (?:city|town|country|place)|really|to speak of))*"
    + END
    + r"|\b(?:its|it is|its all|so its|now its|now) (?:just|only) me(?: (?:now|here|and the (?:dog|cat)|in the (?:house|flat)|left))*"
    + END
)


def of_a_baby(talk: Talk) -> Optional[Asked]:
    """That nothing is felt for a baby of one's own; and whether fathers can be so."""
    of_birth = talk.was_said("utter_numb_after_birth") or re.search(
        r"\b(?:baby|newborn|birth|new dad|new father|postnatal|pnd|ppd)\b", talk.plain
    )
    asks = of_birth and _FATHERS.search(talk.plain)
    if not (asks or _NOTHING_FOR_A_BABY.search(talk.plain)) or HARMS.search(talk.plain) or died(talk.text):
        return None
    return Asked(_BIRTH, "utter_numb_after_birth_fathers" if asks else "utter_numb_after_birth")


def deceived(talk: Talk) -> Optional[Asked]:
    """That a partner deceived the visitor or left with someone else, and that nothing is felt at it."""
    told = _DECEIVED.search(talk.plain) and not _BY_ME.search(talk.plain) and _NUMB.search(talk.plain)
    return Asked(CARRIER, "utter_deceived") if told and not talk.text.rstrip().endswith("?") else None


def since_childhood(talk: Talk) -> Optional[Asked]:
    """That there was no feeling ever since one was a child, and nothing that was done then."""
    told = _SINCE_CHILDHOOD.search(talk.plain) and _NUMB_MYSELF.search(talk.plain) and not _OF_A_TIME.search(talk.plain)
    is_told = told and len(talk.plain.split()) <= _LONGER and not talk.text.rstrip().endswith("?")
    return Asked("feel_nothing", "utter_feel_nothing") if is_told else None


def on_ones_own(talk: Talk) -> Optional[Asked]:
    """That nobody is near any more, and nothing else."""
    return Asked(CARRIER, "utter_on_ones_own") if _ON_ONES_OWN.search(talk.plain) and len(talk.plain.split()) <= _SHORT else None


_SHORT, _LONGER = 12, 18
"""Words up to which a message says no more than that nobody is near; and of the other no more than that."""
