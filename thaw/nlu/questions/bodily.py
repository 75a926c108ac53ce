"""Skin that is numb, and nights without sleep: told in words that are also said of feelings, and heard for what they are."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk

_SKIN = "utter_numb_skin"
_PART = (
    r"(?:tongue|lips?|gums?|mouth|jaw|chin|cheek|fingers?|fingertips|thumbs?|hands?|wrists?|arms?|elbows?|foot|feet|toes?|heel"
    r"|legs?|thighs?|knees?"
    r"|calf|calves|skin|scalp|pinky|ankles?|buttocks?|bum|tooth|teeth|nose|ears?)"
)
_SIDE = r"(?:left|right|both|my|the|two|whole|lower|upper|little|big|index|middle|ring|front)"
_NUMB = r"(?:numb|numbness|tingl\w*|pins and needles|asleep|prickl\w*)"
_NUMB_PART = re.compile(
    rf"\b{_PART}(?: and {_PART})?(?: (?:is|are|s|feels?|go|goes|going|went|gone|get|gets|keep|keeps|been|all|still|a bit|so"
    rf"|always|has|have|just|also"
    rf"|sometimes|often|completely|started|start|starts)){{0,5}} {_NUMB}\b"
    rf"|\b(?:numb|tingling|tingly|numbness in|tingling in|pins and needles in)(?: (?:{_SIDE}|in|of)){{0,4}} {_PART}\b"
)
_BY_A_DENTIST = re.compile(
    r"\b(?:numb\w*)\b.*\b(?:dentist|dental|novocaine?|lidocaine|filling|wisdom tooth|root canal|anaesthe\w+|anesthe\w+)\b"
    r"|\b(?:dentist|dental|novocaine?|lidocaine|filling|wisdom tooth|root canal|anaesthe\w+|anesthe\w+)\b.*\bnumb\w*\b"
)
_LIKE = re.compile(r"\b(?:like|as if|as though)\b(?! pins)")
_SUDDEN = re.compile(
    r"\b(?:sudden\w*|this morning|today|just now|an hour ago|face|one side|droop\w*|slur\w*|speak|speech|chest|weak\w*"
    r"|cant (?:move|walk|lift)"
    r"|breath\w*|fell|stroke|back pain|pee|bladder|bowel|groin)\b"
)
"""What the screen has an answer to, and no page."""
_FEELING = re.compile(
    r"\b(?:feel nothing|emotion\w*|inside|heart|happy|sad|cry\w*|joy|touch(?:es|ed)? me|holds?|hug\w*"
    r"|everyone|people)\b"
)
_MORE_OF_IT = re.compile(
    GREETED + r"(?:(?:i mean|its|it is|just|more|no|really|the|my|it feels|feels) ){0,6}(?:like )?(?:pins and needles|tingl\w+"
    r"|physical(?:ly)?|bodily"
    r"|in my (?:hands|feet|legs|arms|skin|body)|actual(?:ly)? numb(?:ness)?|my skin)" + END
)
_SEE_A_DOCTOR = re.compile(
    GREETED + r"(?:(?:should|do|must|shall) i (?:(?:have|need|go|to|and) ){0,6}(?:see|call|go to|visit|tell|ask) (?:a|my|the) (?:doctor"
    r"|gp|dr|physician)"
    r"|is (?:it|that|this) (?:dangerous|serious|bad|urgent))(?: (?:about (?:it|this|that)|with (?:it|this|that)))?" + END
)
_SLEEPLESS = re.compile(
    r"\b(?:(?:cant|cannot|can not|couldnt|dont|barely|hardly|not|never|havent|unable to|struggl\w+ to|trouble"
    r"|problems?) (?:(?:really|even|been|get|getting|fall"
    r"|falling|stay|staying|with|to|able|properly|any) ){0,4}(?:sleep\w*|asleep|slept)|insomnia|(?:no|bad|broken|terrible|awful"
    r"|poor|little|lack of) sleep"
    r"|(?:wak(?:e|es|ing)|woke|awake|up) (?:up )?(?:\w+ ){0,2}(?:at|around|by|since|till|until) (?:about )?(?:[1-5]|one|two"
    r"|three|four|five) ?(?:\d\d)?(?:am| oclock"
    r"| in the morning)|awake (?:all|half the|most of the) night|(?:get|getting|sleep|sleeping|slept|only|like|about|maybe"
    r"|got) (?:\w+ ){0,3}(?:[1-5]|one|two|three"
    r"|four|five|few|couple of)(?: (?:to|or) \w+)? (?:hours|hrs)(?: (?:of sleep|sleep|a night|last night|each night|per night))?)\b"
)
_RACING = re.compile(
    r"\b(?:rac\w+|dont need|not tired|full of|energy|energetic|wired|ideas|amazing|great|genius|voices|baby|newborn|birth|days"
    r"|kill\w*|die|dying|suicid\w*"
    r"|nightmares?|flashbacks?|police|pills|drink\w*|worry|worried|him|her|them|hit|scared|dont want to wake|forever|never wake)\b"
)
"""With what too little sleep is something else."""
_ELSE = re.compile(r"\b(?:if (?:its|it is) not|or work|car|van|street|rough|outside|died|dead|death|funeral|passed|lost|left me)\b")
"""With what sleep is not what is asked or told of."""
_HELPS_SLEEP = re.compile(
    GREETED
    + r"(?:what|how|anything|any tips)(?: (?:can|do|could|should|to|would|i|helps?|with|for|about|you|is there|tips|fix|improve|do about"
    r"|against|get)){0,6} ?(?:(?:the|my|better|this|some|more|back to|to) ){0,6}(?:sleep|insomnia|nights|sleeping|sleep better"
    r"|fall asleep)" + END
)


_AGED_AND_NUMB = re.compile(
    GREETED + r"(?:(?:im|i am|and|ive|been|feel|just|a|so|male|female|man|woman|m|f|aged?|years? old) ){0,6}"
    r"(?:\d\d (?:(?:and|years? old|im|i am|feel|so|now|just|m|f) ){0,4}(?:numb|flat|empty|blank)|(?:numb|flat|empty"
    r"|blank) (?:(?:and|im|i am|at|aged?) ){0,4}\d\d)"
    r"(?: (?:years? old|now|inside|all the time))?" + END
)
"""An age beside the numbness, which tells nothing of the body."""


_SLEEPS_WELL = re.compile(
    GREETED
    + r"(?:i|my|the|also|honestly|tbh|do|actually|and|really|still|always) ?(?:(?:do|can|actually|still|always|honestly|really|am|have been"
    r"|usually) ){0,3}(?:sleep|slept|sleeping|nights)(?: (?:is|are|has been|just|like a (?:log|baby)|perfectly|pretty|really|very|totally"
    r"|actually|quite)){0,3} ?(?:fine|ok|okay|well|good|great|alright|all right|normal(?:ly)?|enough|8 hours|eight hours)?"
    r"(?: (?:actually|mostly|enough|these days|at night))?" + END
)
_WELL = re.compile(r"\b(?:fine|ok|okay|well|good|great|alright|all right|normal(?:ly)?|enough|8 hours|eight hours|log|baby)\b")


def of_the_body(talk: Talk) -> Optional[Asked]:
    """Numb skin, and what is asked of it; or too little sleep, and what is asked of that."""
    plain = talk.plain
    words = len(plain.split())
    if words > _LONGEST:
        return None
    if _AGED_AND_NUMB.match(plain):
        return Asked("feel_nothing", "utter_feel_nothing")
    numb = (_NUMB_PART.search(plain) and not _LIKE.search(plain)) or _BY_A_DENTIST.search(plain)
    if numb and not (_FEELING.search(plain) or _SUDDEN.search(plain)):
        return Asked(CARRIER, _SKIN)
    if talk.was_last(_SKIN) and (_MORE_OF_IT.match(plain) or _SEE_A_DOCTOR.match(plain)) and not _SUDDEN.search(plain):
        return Asked(CARRIER, "utter_numb_skin_doctor")
    if _SLEEPS_WELL.match(plain) and _WELL.search(plain) and not talk.text.rstrip().endswith("?"):
        return Asked(CARRIER, "utter_sleeps_well")
    asks = _HELPS_SLEEP.match(plain) and not _ELSE.search(plain)
    tells = _SLEEPLESS.search(plain) and not (_ELSE.search(plain) or _RACING.search(plain) or talk.text.rstrip().endswith("?"))
    return Asked("body_heavy", "utter_sleeps_badly") if asks or tells else None


_LONGEST = 16
"""Words up to which that is what a message is about."""
