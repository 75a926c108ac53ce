"""Who went to a doctor with it and wasn't heard."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, Asked, Talk

_DOCTOR = (
    r"(?:(?:my|the|a|our|this|that|every|another|even the|even my|all the|both|most|which) (?:\w+ )?)?"
    r"(?:gps?|g p|doctors?|docs?|dr|psychiatrists?|physicians?|pcp|nurse|health visitor|va|nhs|clinic|surgery)"
)
_BEGINS = r"^(?:(?:and|but|so|well|ok|yeah|yes|no|because|cos|also|honestly|tbh|i think|i feel like|i mean|sorry) )*"
_VERY = r"(?:just|really|so|pretty|completely|totally|absolutely|kinda|always|even|still|also|basically|all|being)"
_MUCH = rf"(?:(?:{_VERY}|kind of) ){{0,20}}"
_USELESS = (
    r"(?:useless|no (?:help|use|good)|not (?:much |any |very )?(?:help|use|helpful|interested|listening)|unhelpful|rubbish|crap|shit"
    r"|hopeless|dismissive|awful|terrible|a joke|a waste of time|an idiot|bad|the worst|clueless)"
)
_NOT = (
    r"(?:didnt|doesnt|dont|wont|wouldnt|never|did not|does not|do not|will not|isnt|is not|wasnt|not|hardly|barely|refuses to|refused to)"
)
_HEARD = (
    r"(?:listen(?:s|ed|ing)?(?: to me| properly)?|(?:take|took|takes|taking) (?:me|it|this|that|any of it) serious(?:ly)?"
    r"|believe[ds]?(?: me)?|cared?|cares|hear[ds]? me(?: out)?|(?:get|got|gets) it|understand|understood|understands|help(?:ed|s)?(?: me)?"
    r"|(?:even )?look(?:ed)? up|want(?:ed)? to (?:know|hear)(?: it)?|do(?:es)? anything|know what to do)"
)
_WAVED_OFF = (
    r"(?:dismiss(?:ed|es)|ignore[ds]?|brush(?:ed|es)|fob(?:bed|s)|rush(?:ed|es)|wave[ds]|blew|blow|shrug(?:ged|s)|laugh(?:ed|s)(?= at))"
    r" (?:at )?(?:me|it|this|that|everything)(?: off| away| out| aside)?"
)
_NOTHING = (
    r"(?:says?|said|thinks?|thought|told me|tells me|reckons|claims|insists)(?: that)?"
    r" (?:its|it is|it was|im|i am|theres|there is|i was)"
    r" (?:(?:just|all|only|probably) )*(?:nothing(?: wrong(?: with me)?)?|fine|in my head|stress|stressed|normal|a phase|lazy|my age|tired"
    r"|hormones|hormonal|too young|overthinking(?: it)?|making it up|attention seeking|perfectly (?:fine|healthy))"
)
_SHRUGS = (
    rf"{_MUCH}(?:shrug(?:ged|s)|laugh(?:ed|s)|nods?|nodded|sighs?|sighed)"
    rf"(?: and (?:{_MUCH}(?!{_VERY} )\w+ ){{0,3}}(?:{_MUCH}\w+ )?\w+)?"
)
_ENDS = (
    r"(?: (?:anyway|at all|either|tbh|honestly|really|though|tho|when i (?:told|said|went|tried|asked)(?: \w+){0,4}|about (?:it|this|that)"
    r"|with (?:it|this|that)|to (?:it|this|me)|and (?:sent|send) me (?:home|away)|to be honest|lol|properly|any ?more|ever|again)){0,6}$"
)
_OF_THEM = rf"{_MUCH}(?:{_NOT} {_MUCH}{_HEARD}|{_WAVED_OFF}|{_NOTHING})"
_NOT_HEARD = re.compile(rf"{_BEGINS}{_DOCTOR}s? (?:(?:is|are|was|were|s|has been) )?(?:{_MUCH}{_USELESS}|{_OF_THEM}|{_SHRUGS}){_ENDS}")
_WENT = re.compile(
    rf"{_BEGINS}(?:i|ive|we) (?:(?:have|already|did|even|finally|just|once) )*"
    rf"(?:told|went to|been to|saw|seen|spoke to|asked|tried|talked to|go to) {_DOCTOR}"
    rf"(?: (?:about it|about this|already|once|twice|last \w+))*(?: (?:and|but))? (?:he|she|they|it)"
    rf" (?:{_OF_THEM}|was {_MUCH}{_USELESS}"
    r"|(?:just|only) (?:gave|handed|threw|offered|prescribed|shoved) me (?:some |a |more )*(?:pills|tablets|antidepressants|meds|leaflet"
    rf"|prescription|form|number)){_ENDS}"
)
_ONE_OF_THEM = re.compile(rf"{_BEGINS}(?:he|she|they) (?:{_OF_THEM}){_ENDS}")
_ANSWER = "utter_doctor_did_not_listen"


def not_heard_by_a_doctor(talk: Talk) -> Optional[Asked]:
    """That a doctor didn't listen, or called it nothing; right after an answer to that, also of "him", "her" or "them"."""
    told = _NOT_HEARD.match(talk.plain) or _WENT.match(talk.plain)
    goes_on = talk.was_last(_ANSWER) and _ONE_OF_THEM.match(talk.plain)
    return Asked(CARRIER, _ANSWER) if told or goes_on else None
