"""Being a parent, told by who is numb: no baby is spoken of, so nothing is said of one. And who regrets having children."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, GREETED, LEAD, Asked, Talk

PARENT = "utter_numb_parent"
_BIRTH = "utter_numb_after_birth"
_A_PARENT = r"(?:dad|daddy|father|mum|mom|mam|mummy|mommy|mother|parent)"
_IS_PARENT = re.compile(
    GREETED + r"(?:(?:im|i am|as|just|a|an|the|single|working|busy|older|young|stay at home|married|divorced|lone|old|year|\d+"
    r"|and) ){0,6}"
    rf"{_A_PARENT}\b(?! (?:died|passed|is|was|says|said|has|s|to be)\b)"
)
_ABOUT_A_BABY = re.compile(
    r"\b(?:bab(?:y|ies)|newborns?|infants?|toddlers?|births?|born|pregnan\w*|post ?natal|post ?partum|pnd|ppd|new (?:dad|father"
    r"|mum|mom|mam"
    r"|mother|parent)|first time|maternity|paternity|breast\w*|feed\w*|cot|crib|nappy|nappies|diapers?|weeks?|months?|twins|little one"
    r"|bond\w*|just had|became|becoming|expecting|to be)\b"
)
_NUMB = re.compile(
    r"\b(?:numb|flat|blank|empty|hollow|nothing|gr[ae]y|robot|zombie|cant feel|dont feel|no (?:feelings?|joy)|autopilot"
    r"|(?:going|go) through the motions)\b"
)
_MORE = re.compile(
    r"\b(?:died|dead|death|lost|left|divorc\w*|work|job|drained|exhaust\w*|burn\w*|tired|meds?|pills?|drink\w*|hurt\w*|hit|kill\w*|die"
    r"|suicid\w*|harm\w*|wife|husband|partner|for (?:my|our|the|him|her|them)|towards|love|guilt\w*|hate|fault|ashamed|want|should)\b"
)
"""What has an answer that is nearer."""
_AGE = (
    r"(?:[2-9]|[1-4]\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen)"
)
_GROWN = re.compile(
    LEAD + r"(?:(?:my|our|the|both|all|two|three|\d) ){0,6}(?:kids?|children|child|sons?|daughters?|boys?|girls?|he|she|they|hes"
    r"|shes|theyre|its"
    r"|oldest|youngest|eldest)(?: (?:are|re|is|s|r|both|all|now|already|turned|just|only|will be)){0,4}"
    rf" (?:{_AGE}(?: (?:and|or) {_AGE}| {_AGE}){{0,4}}(?: years old| yo| now)*|teens?|teenagers?|grown(?: ups?)?|adults?|(?:at"
    rf"|in) (?:school"
    r"|college|uni|university)|(?:a )?(?:teen|teenager|adult))(?: (?:and|now|already|themselves|with|but).*)?$"
)
_NO_BABY = re.compile(
    r"\b(?:i (?:dont|do not) have (?:a|any) (?:baby|babies)|(?:theres|there is|there was|i have|ive|ive got|i had)? ?no (?:baby|newborn)"
    r"|(?:not|isnt|never) (?:about )?a (?:baby|newborn|new (?:dad|mum|mom|mother|father|parent)))\b"
)
_REGRETS = re.compile(
    r"\b(?:regret(?:ting|s)?|wish i (?:had never|hadnt|never|didnt)) (?:ever )?(?:becoming|become|became|being|having|have|had)"
    rf" (?:(?:a|an|my|our|the|any) ){{0,6}}(?:{_A_PARENT}|kids?|child|children)\b"
)


def of_no_baby(plain: str) -> bool:
    """Whether words without punctuation name no baby and nothing about one."""
    return not _ABOUT_A_BABY.search(plain)


def of_parents(talk: Talk) -> Optional[Asked]:
    """That a numb one is a parent, that the children are no babies, or that having them is regretted."""
    plain = talk.plain
    if _REGRETS.search(plain) and of_no_baby(re.sub(r"\bbecom\w+\b", "", plain)):
        return Asked(CARRIER, "utter_regrets_children")
    if talk.was_last(_BIRTH) and (_NO_BABY.search(plain) or (_GROWN.match(plain) and of_no_baby(plain))):
        return Asked("feel_nothing", PARENT)
    if talk.was_last("utter_regrets_children") and _GROWN.match(plain):
        return Asked(CARRIER, PARENT)
    told = _IS_PARENT.match(plain) and _NUMB.search(plain) and of_no_baby(plain) and not _MORE.search(plain)
    is_told = told and len(plain.split()) <= _LONGEST and not talk.text.rstrip().endswith("?")
    return Asked("feel_nothing", PARENT) if is_told else None


_LONGEST = 16
"""Words up to which a message says no more than that."""
