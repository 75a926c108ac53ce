"""Who stopped drinking or using long since, and is numb: nothing is said to them of how to stop. And that no drugs are taken."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, GREETED, LEAD, Asked, Talk
from thaw.safety.menu import bare

STOPPED, MISSED = "utter_stopped_using", "utter_misses_using"
_SUBSTANCES, _SAID = "using_substances", "utter_using_substances"
_MEDICINE = ("utter_numb_since_medication", "utter_ask_medication_advice")
_WHAT = (
    r"(?:drink(?:ing)?|alcohol|booze|wine|beer|vodka|gin|whiske?y|spirits|weed|pot|cannabis|thc|hash|edibles|smok(?:ing|e)"
    r"|vaping|nicotine"
    r"|cigarettes|coke|cocaine|crack|meth|speed|heroin|opioids?|opiates?|oxy|ket|ketamine|mdma|molly|drugs?|using|substances"
    r"|porn|gambling)"
)
_I = (
    r"(?:i|ive|im|we|been|and|but|since|so|also|have|had|finally|just|then|completely|totally|fully|actually|already|am|was"
    r"|got|gone|went|a)"
)
_HAS_STOPPED = re.compile(
    rf"(?:{GREETED}(?:{_I} ){{0,5}}|\b(?:i|ive|im|since) (?:{_I} ){{0,4}})"
    rf"(?:(?:quit|quitted|stopped|gave up|given up|kicked|packed in|cut out|knocked off|dropped|came off|come off"
    rf"|off) (?:(?:all|the|my|all the"
    rf"|any|both|smoking|doing|taking) ){{0,3}}{_WHAT}\b"
    r"|(?:(?:\w+|\d+) (?:and a half )?(?:days?|weeks?|months?|years?) )?(?:\d+ )?(?:sober|clean|dry|teetotal|abstinent|in recovery)\b"
    rf"(?! (?:house|clothes|kitchen|room|up|my|the|day|eating|it|out|mouth|skin|humou?r)\b))"
)
_NUMB_SINCE = re.compile(
    r"\b(?:start\w*|began|beg[iu]n|numb\w*|flat|nothing|this way|like this|came on|went|gone|all (?:of )?(?:it|this)|its been|been)"
    rf"(?: \w+){{0,3}} (?:since|after) (?:{_I} ){{0,4}}(?:quit|quitting|stopped|stopping|gave up|giving up)"
    rf" (?:(?:all|the|my) ){{0,2}}{_WHAT}$"
)
"""The numbness laid to the stopping: it has lasted long enough to be told as a time of its own."""
_A_TIME_SOBER = re.compile(
    LEAD + r"(?:(?:im|i am|ive been|been|about|around|nearly|almost|over|now) ){0,6}(?:\d+|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve"
    r"|many|several|few|couple of)(?: \d+)? (?:months?|years?)(?: and a half| now)? (?:sober|clean|dry|off (?:it|the \w+|\w+))\b"
)
_NEVER = re.compile(
    r"\b(?:i|ive|we) (?:(?:said|told you|already|just|have|really|only) ){0,6}(?:i )?(?:dont|do not|no longer|havent|never"
    r"|didnt|quit|stopped|gave up)"
    r" (?:(?:even|really|ever|had|touched|done|do|take|taken|use|used|been|have|had|touch|any|a|it|the) ){0,6}"
    rf"(?:{_WHAT}|drunk|drank|smoked|used|it|that)\b(?! (?:well|like|up|to)\b)|\b(?:i|im) (?:\w+ )?(?:quit|sober|clean|teetotal)\b"
)
"""That it isn't done, or not any more, as an answer to what was just said of it."""
_BARE_QUIT = re.compile(
    GREETED + r"(?:(?:i|ive|have|has|had|been|already|quit|stopped|off) ){0,6}(?:quit|stopped|off it|gave it up|given it up)"
    r" ?(?:it|that|them|completely|entirely)? ?(?:for|since|over|about|now|(?=\d)) ?(?:\w+ ){0,2}(?:days?|weeks?|months?|years?|\w+)\b"
)
_RECENT = re.compile(
    r"\b(?:today|yesterday|tonight|this (?:morning|week|weekend|evening)|last night|hours?|(?:two|three|four|five|six|few"
    r"|couple of|\d) days?"
    r"|days ago|(?:a|one|1|last|two|2) weeks?|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|just (?:now|quit|stopped))\b"
)
"""So short a while that the body may not be through with it."""
_SIX_WEEKS = re.compile(
    r"\b(?:months?|years?|decade|spring|summer|autumn|fall|winter|ages|long ago|since (?:\d{4}|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)|[3-9]\d days|\d\d\d days)\b"
)
_NOT_STOPPED = re.compile(
    r"\b(?:relaps\w*|slip\w*|again now|started again|back on|fell off|try\w*|tried|want(?:ed)? to|need to|should|could|cant"
    r"|cannot|how (?:do|can)"
    r"|if i|when i|wish|thinking|before i|until|unless|shak\w*|tremb\w*|tremor\w*|sweat\w*|seizure\w*|seeing things|hear\w*|hallucinat\w*"
    r"|confus\w*|vomit\w*|throwing up|eating|die|kill\w*|suicid\w*|overdos\w*|but (?:now )?i (?:drink|smoke|use|take))\b"
)
"""What says that it isn't done with, or that the body is in trouble."""
_TAKES_IT = re.compile(r"\b(?:relaps\w*|slip\w*|again|back on|going to|gonna|will|tonight|die|kill\w*|suicid\w*|overdos\w*)\b")
"""What may be more than missing it."""
_NO_DRUGS = re.compile(
    LEAD + r"(?:(?:i|ive|im|its|theres|there were|there are|have|had|take|took|taken|use|used|dont|do not|didnt|never|havent|hardly"
    r"|not|on|do|done"
    r"|any|and|or|just|ever|been|really|not even|even|touch|touched) ){0,6}(?:no|any|never|not on|dont|nothing like|without"
    r"|zero|take|touch|do|on|use"
    r"|taken|done|touched) (?:(?:any|of|the|or|on|do|take|a|single) ){0,6}(?:drugs?|weed|alcohol|substances|drink|booze|joint)"
    r"(?: (?:or|and|no|not|nor|any|drugs?|alcohol|drink|booze|weed|meds?|pills?|years?|months?|ever|at all|involved|here|either"
    r"|for|in|its been"
    r"|it has been|head injur\w+|hit|just|nothing|of that|\d+)){0,6}$"
)
_MISSES_IT = re.compile(
    LEAD + r"(?:(?:i|we) )?(?:(?:do|really|still|kinda|kind of|honestly|also|even|sometimes) ){0,3}(?:miss|crave|(?:am|im) craving) "
    r"(?:(?:being|getting|it when i was|the|my|a|that|having|to|some|first) ){0,4}"
    rf"(?:{_WHAT}|drunk|high|stoned|wasted|tipsy|buzz|pub)\b"
)
_DENIES = re.compile(r"\b(?:no|not|never|dont|do not|didnt|havent|without|zero|nothing)\b")


def has_stopped(talk: Talk) -> bool:
    """Whether a message tells that drink or drugs were given up, and not only just now."""
    plain = talk.plain
    if _NOT_STOPPED.search(plain) or (_RECENT.search(plain) and not _SIX_WEEKS.search(plain)):
        return False
    # The bare fact may be an hour old: with nothing of how long or how it is since, the warning stands.
    if _NUMB_SINCE.search(plain):
        return True
    told = _HAS_STOPPED.search(plain)
    return bool(told and (told.end() < len(plain) or "sober" in told[0] or "clean" in told[0])) or bool(_A_TIME_SOBER.match(plain))


def misses_it(text: str) -> bool:
    """Whether a message says that drink or drugs are missed, and not that they are taken again."""
    plain = bare(text)
    return bool(_MISSES_IT.match(plain)) and not _TAKES_IT.search(plain)


def of_what_was_stopped(talk: Talk) -> Optional[Asked]:
    """That it was given up, told at once or as a correction; or that none are taken, said to an answer that named them."""
    plain = talk.plain
    if len(plain.split()) > _LONGEST or talk.was_last(*_MEDICINE):
        return None
    if misses_it(talk.text) and (talk.was_said(STOPPED) or has_stopped(talk)):
        return Asked(_SUBSTANCES, MISSED)
    corrects = talk.was_last(_SAID, STOPPED) and _NEVER.search(plain) and not (_NOT_STOPPED.search(plain) or _RECENT.search(plain))
    quit_it = _BARE_QUIT.match(plain) and not _NOT_STOPPED.search(plain) and _SIX_WEEKS.search(plain) and not talk.was_said(*_MEDICINE)
    if has_stopped(talk) or corrects or (quit_it and re.search(r"\b(?:days?|months?|years?)\b", plain) and talk.said):
        return Asked(_SUBSTANCES, STOPPED)
    if _NO_DRUGS.match(plain) and _DENIES.search(plain) and talk.said:
        return Asked(CARRIER, "utter_no_drugs")
    return None


_LONGEST = 30
"""Words up to which that is what a message is about."""
