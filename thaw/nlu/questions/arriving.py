"""Who names a therapist and looks for none: they have one, they are one, or one of those around them sent them here."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, GREETED, Asked, Talk

_ONE = r"(?:psycho)?(?:therap(?:y|ists?)|counsell?(?:ing|ors?)|psychologists?|psychiatrists?|clinicians?|shrinks?)"
_HAS_ONE = re.compile(
    GREETED + r"(?:i(?: (?:do|already|still|currently|now|just|also))* (?:have|got|see)|i(?:ve| have)(?: already)? got"
    r"|i(?:m| am)(?: (?:already|still|currently|now|also))* (?:seeing|in|with|having|doing|working with|going to))"
    rf" (?:(?:an?|my|the|regular|good|great|nice|own|weekly|some|couples?) ){{0,3}}{_ONE}\b(?! (?:list|waiting|appointment|tomorrow))"
    r"(?P<rest>.{0,80})$"
)
_ANOTHER = re.compile(
    r"\b(?:new|another|different|better|other|switch|change|changing|replace|looking|find|match|second|else|quit|left|leaving|fired|want"
    r"|need|afford|online|meds?|medication|medicine|hate|scared|said|says|told|thinks?|why|how|what|should|can|could|is it|do i)\b"
)
"""What makes more of it than that they have one."""
_COLLEAGUE = re.compile(
    rf"\b(?:im|i am|as|we are|were) (?:(?:an?|the|also|licensed|clinical|registered|practi[sc]ing|trained) ){{0,3}}{_ONE}\b.{{0,30}}"
    r"\b(?:join|work(?:ing)? with you|work for you|sign up|register|list(?:ed)?|network|partner with|apply|be part|get on (?:this|your|the)"
    r"|offer|onboard|collaborat\w+|take (?:on )?clients)\b"
)
_BY_WHOM = (
    r"(?:(?:my|our|a|the) (?:\w+ )?(?:therapist|psychologist|psychiatrist|counsell?or|doctor|gp|dr|nurse|wife|husband|partner|girlfriend"
    r"|boyfriend|fiancee?|mum|mom|mother|dad|father|sister|brother|friend|mate|boss|daughter|son|coach|teacher|cousin|aunt|uncle))"
)
_SENT = re.compile(
    rf"\b{_BY_WHOM} (?:just |only )?(?:sent|gave|showed|shared|suggested|recommended|mentioned|found|forwarded|texted"
    rf"|told me (?:about|of|to"
    r" (?:look at|try|check(?: out)?|visit|go to|come to))|pointed me to|said (?:to )?(?:try|look at|check))"
    r"(?: (?:me|us|to me|this to me))? ?(?:to )?(?:(?:this|the|your|that|a) (?:link|site|website|web site|page|chat|bot|app)|this|here"
    r"|it to me)\b(?: (?:to me|here|today|so here i am|so i came|so im here))*$"
)
_NUMB = re.compile(r"\b(?:numb\w*|nothing|flat|empty|hollow)\b")
_AT_MOST = 20
"""Words up to which a message is about how somebody came here."""


def arriving(talk: Talk) -> Optional[Asked]:
    """That somebody has a clinician, is one who would work here, or was sent here."""
    if _COLLEAGUE.search(talk.plain):
        return Asked(CARRIER, "utter_for_clinicians")
    has_one = _HAS_ONE.match(talk.plain)
    if has_one and not _ANOTHER.search(has_one["rest"]):
        return Asked(CARRIER, "utter_has_a_therapist")
    if len(talk.plain.split()) > _AT_MOST or not _SENT.search(talk.plain):
        return None
    # Who says beside it what it is like is answered to that.
    return Asked("feel_nothing", "utter_feel_nothing") if _NUMB.search(talk.plain) else Asked(CARRIER, "utter_was_sent_here")
