"""How the program can know, why it doesn't, and why it is so vague: its knowledge is doubted, and nobody is unsure of themselves."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk

_YOU = r"(?:you|u|ya|it|this|(?:this|the|a) (?:bot|program|chat|machine|thing|site|page))"
_SO = r"(?: (?:really|just|actually|honestly|even|possibly|also|then|simply)){0,6}"
_WHAT = (
    r"(?: (?:that|this|it|anything|much|either|any of (?:it|this|that)|the (?:price|answer|cost)|about (?:it|that|this)|for sure|so"
    r"|me yes or no|me)){0,6}"
)
_NOT_KNOWN = re.compile(
    GREETED
    + rf"(?:{_YOU}{_SO} (?:dont|do not|doesnt|cant|cannot|couldnt){_SO} (?:know|tell|say)(?! (?:me )?(?:what|how|my|who|where)\b){_WHAT}"
    rf"|(?:why|how come) (?:dont|do not|doesnt|cant|cannot|couldnt|didnt|did not|wont|wouldnt) {_YOU}{_SO} (?:know|tell|say|give"
    rf"|answer)(?: \w+){{0,5}}"
    rf"|how come {_YOU}{_SO} (?:dont|do not|doesnt|cant|cannot) (?:know|tell|say)(?: \w+){{0,4}}"
    rf"|why (?:are|r) {_YOU} (?:so |being (?:so )?)?(?:vague|evasive|unclear|general|unsure|noncommittal|cagey)|why (?:so|is (?:it"
    rf"|this|that)(?: all)? so) (?:vague|unclear|general)"
    rf"|why is (?:that|it|this) not known(?: here)?)" + END
)
_HOW_IT_KNOWS = re.compile(
    GREETED + rf"(?:how (?:do|can|could|would|will|should|does) {_YOU}{_SO} (?:know|be (?:so )?sure|say)"
    r"(?! (?:my|if|when|whether|which|who|how|its? (?:is )?(?:depression|burnout|grief|adhd|anhedonia|trauma|real))\b)(?: \w+){0,6}"
    rf"|how (?:can|could|would) {_YOU}{_SO} tell (?:me|that)(?: (?:im|i am|it|this|its))(?: \w+){{0,5}}"
    r"|what (?:do|would|could) (?:you|u|a (?:bot|program|machine)) know(?: about (?:it|me|this|that|feelings?|people))?)" + END
)
_RANGE = re.compile(
    GREETED + r"(?:(?:thats|that is|its|it is|quite|what|such|why|is it|is that|is this|isnt that|really|pretty|kind of"
    r"|so) ){0,6}(?:a )?(?:very |really |pretty |quite )?"
    r"(?:big|wide|huge|large|broad|massive|vague)(?: a)? (?:range|gap|spread|margin|span)" + END
)
_NOTHING_SAID = ("utter_greet", "utter_opening", "utter_hand_off_", "utter_ask_handoff_", "utter_exercise_", "utter_unsure")
_HOW_COMMON = "utter_ask_how_common"
_OF_MONEY = ("utter_ask_cost", "utter_cannot_pay", "utter_no_price_here", "utter_insurance_named")


def doubts_it(talk: Talk) -> Optional[Asked]:
    """That the program doesn't know something, or how it could."""
    of_common = talk.was_last(_HOW_COMMON)
    if of_common and (_RANGE.match(talk.plain) or re.search(r"\bvague\b", talk.plain)):
        return Asked(CARRIER, "utter_source_of_share")
    if not talk.last or talk.was_last(*_NOTHING_SAID) or not (_NOT_KNOWN.match(talk.plain) or _HOW_IT_KNOWS.match(talk.plain)):
        return None
    return Asked("ask_cost", "utter_no_price_here") if talk.was_last(*_OF_MONEY) else Asked(CARRIER, "utter_why_not_known")
