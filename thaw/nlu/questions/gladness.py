"""Who can't be glad for somebody, and whose news a baby is that isn't the visitor's own."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, LEAD, Asked, Talk

_CLOSE = (
    r"(?:sisters?|sis|brothers?|bro|friends?|best friend|bestie|mates?|cousin|daughter|son|niece|nephew|aunt|colleagues?|co ?worker"
    r"|neighbou?r|flatmate|roommate|sister in law|brother in law|stepsister|stepbrother|boss)"
)
_ANYBODY = (
    rf"(?:(?:my|our|the) (?:\w+ )?(?:{_CLOSE}|mum|mom|dad|family|kids)|him|her|them|anyone|anybody|people|other people|others|{_CLOSE})"
)
_NOT_GLAD = re.compile(
    r"\b(?:cant|cannot|can not|couldnt|could not|unable to|not able to|dont|didnt|wish i could|want to|should|cant seem to|struggle to)"
    r" (?:(?:even|really|just|truly|actually|properly|seem to) )*(?:be|feel) (?:(?:even|really|truly|very|any|that|at all) )*"
    rf"(?:happy|glad|excited|pleased) (?:for|about) {_ANYBODY}\b"
    rf"|\b(?:im|i am|am) (?:just )?not (?:\w+ )?(?:happy|glad|excited|pleased) for {_ANYBODY}\b"
)
_THEIR_BABY = re.compile(
    rf"\b(?:my|our) (?:\w+ )?{_CLOSE}(?:s| is| has| just| had)?(?: (?:just|is|now|been|recently|gonna))* "
    r"(?:pregnant|expecting|(?:having|had|going to have|have) (?:a|her|his|their|another) (?:\w+ )?(?:baby|child|twins)|gave birth"
    r"|(?:a|her|his) (?:new )?(?:baby|newborn)|(?:becoming|became) a (?:mum|mom|mother|dad|father|parent))\b"
)
_FEELS_NOTHING = re.compile(
    r"\b(?:feel nothing|felt nothing|dont feel|didnt feel|feel numb|feel flat|nothing|numb|blank|cant feel|fake|faking|pretend\w*)\b"
)
_OWN = re.compile(
    r"\b(?:my (?:own )?(?:baby|newborn|wife|girlfriend|partner|husband|boyfriend|birth)"
    r"|i (?:gave birth|had (?:a|my|the) baby)|i(?:m| am) pregnant|dead|died|lost)\b"
)
_NOT_MINE = re.compile(
    LEAD + r"(?:(?:its|it is|it isnt|its not|isnt|thats|that is|the baby is|i) )*"
    r"(?:not (?:my|mine|our)|isnt my|dont have a|have no)(?: own)?(?: (?:baby|child|kid|one))?" + END
)
_ANSWER = "utter_glad_for_them"


def not_glad_for_them(talk: Talk) -> Optional[Asked]:
    """That the gladness for somebody close doesn't come, a sister's baby among them: no numbness after a birth of one's own."""
    plain = talk.plain
    told = _NOT_GLAD.search(plain) or (_THEIR_BABY.search(plain) and _FEELS_NOTHING.search(plain))
    not_mine = talk.was_last("utter_numb_after_birth", _ANSWER) and ("baby" in plain or "mine" in plain) and _NOT_MINE.match(plain)
    return Asked("far_from_people", _ANSWER) if (told and not _OWN.search(plain)) or not_mine else None
