"""What names a therapist and seeks none: what someone thinks of them, one they would not want, this program as one, or else a doctor."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

_ONE = r"(?:therapists?|psychotherapists?|counsell?ors?|psychologists?|clinicians?|shrinks?)"
_BE_MINE = re.compile(
    LEAD + r"(?:(?:can|could|will|would) (?:you|u) (?:please |just |be like |maybe )*(?:be|become|act as|act like|play|replace"
    r"|pretend to be)"
    r"|i (?:want|need) you to be|(?:you|u) (?:can|could) be|(?:are|r) (?:you|u)(?: like)?) (?:my|a|an|the) (?:\w+ )?"
    rf"{_ONE}(?: (?:for (?:me|tonight|today|now)|instead))*{END}"
)
_DOCTOR = r"(?:(?:my|the|a|an|your) )?(?:family |regular )?(?:doctor|gp|dr|psychiatrist|physician|pcp)"
_DOCTOR_OR_ONE = re.compile(
    rf"{LEAD}(?:(?:should|shall|do|must|would|could|can|is it better if|is it better to|what is better|whats better|which is better"
    rf"|who should)"
    r"(?: (?:i|it|you))*(?: (?:need|have|want|see|go|to|be|talk|speak|start|with|first|rather|better|call|ask|try))* ?)?"
    rf"(?:{_DOCTOR} or (?:else )?(?:(?:to|see|with|a|an|the|my) )*{_ONE}|(?:a |an |the |my )*{_ONE} or (?:else )?(?:(?:to|see"
    rf"|with) )*{_DOCTOR})"
    rf"(?: (?:first|for this|about this|for that|better|which one|which))*{END}"
)
_UNWANTED = re.compile(
    rf"{LEAD}(?:(?:i think|honestly|tbh|idk|i guess) )*(?:i (?:really |honestly |just )*(?:wouldnt|would not|would never|could never"
    rf"|couldnt|would hate)"
    r"|id (?:never|hate))(?: (?:really|ever|even|like|want|be able|stand|have|see|trust|to|talk|open up|pay|go))*"
    rf" (?:(?:a|an|some|any|another|the) )?(?:(?!mind\b)\w+ ){{0,2}}{_ONE}\b(?!.*\b(?:match|find|looking for|need|please|mind)\b).*$"
)
_TOO = (
    r"(?:vague|fluffy|woolly|soft|patroni[sz]ing|condescending|fake|pointless|useless|cold|slow|boring|annoying|creepy|judg\w+|nosy"
    r"|pushy|weird"
    r"|awkward|intimidating|scary|smug|distant|a scam|a waste(?: of (?:time|money))?|a joke|nice|quiet|chatty|talky|touchy feely"
    r"|rubbish|crap)"
)
_THINKS = re.compile(
    rf"{LEAD}(?:(?:honestly|tbh|mostly) )*(?:i (?:always |just |kind of |usually )*(?:find|found|think|thought|feel like"
    rf"|felt like)(?: that)? )"
    rf"(?:all |most |some |my |those |these )?(?:{_ONE}|therapy|counsell?ing)"
    rf"(?: (?:is|are|was|were|so|too|very|really|just|all|always|a bit|a little|pretty|kind of|kinda|to be))* {_TOO}(?: for me| tbh"
    rf"| honestly| in general)*$"
)


def seeks_none(talk: Talk) -> Optional[Asked]:
    """A therapist spoken of, and not looked for."""
    if _BE_MINE.match(talk.plain):
        return Asked("ask_if_bot", "utter_ask_if_bot")
    if _DOCTOR_OR_ONE.match(talk.plain):
        return Asked(CARRIER, "utter_whom_to_ring")
    is_put_off = _UNWANTED.match(talk.plain) or _THINKS.match(talk.plain)
    return Asked("therapy_did_not_help", "utter_therapy_not_for_me") if is_put_off else None
