"""How someone lives, told and nothing else: nights at work, classes failed, no roof. And a bare sorry, a bare "what now"."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, LEAD, Asked, Talk
from thaw.nlu.vocabulary import any_of

_TRADE = any_of("trades")
_WORKS = re.compile(
    GREETED
    + r"(?<!and )(?<!just )(?:(?:i|im|ive|am|been|a|an|the|at|in|on|as|for|work|works|working|do|doing|full time|part time|long|short"
    r"|double|rotating|late|early|two|three|12 hour|twelve hour|night|day|graveyard|shift|my|job|is|mostly|just|old|year|years|now|and"
    r"|college|uni|university|high school|grad|phd|medical|law|nursing|amazon|big) )*"
    rf"{_TRADE}(?: (?:{_TRADE}|at|in|a|an|the|and|for|on|only|\d+|years|now|here|amazon|job|work|alone|uni|college|university|home"
    r"|mostly))*" + END
)
_AS_A_TRADE = re.compile(
    r"\b(?:work(?:s|ing|er)?|job|shifts?|nights|student|nurse|trucker|driver|unemployed|retired|freelance|self employed)\b"
    r"|\b(?:im|i am|as) an? "
)
"""That it is what they do, and not where they are now."""
_NUMB = re.compile(r"\b(?:numb|flat|feel\w*|tired|drained|exhaust\w*|burn\w*|dead|die|dying|kill\w*|hate|nothing|empty|scared)\b")
_SCHOOL = re.compile(
    GREETED + r"(?:(?:i|im|ive|am|keep|kept|been|just|are|is|probably) )*(?:failing|failed|flunking|flunked|dropping out of|dropped out of"
    r"|behind (?:in|on|with)|kicked out of)"
    r"(?: (?:all|my|the|of|every|most|half|two|three|out|some|a|this))* (?:class(?:es)?|school|uni|university|college|exams?|courses?"
    r"|modules?|subjects?|semester|degree|grades?|year|finals)"
    r"(?: (?:this|semester|term|year|again|now|because of (?:it|this)))*" + END
)
_NO_ROOF = re.compile(
    GREETED
    + r"(?:(?:my|the|our) (?:landlord|landlady|roommates?|flatmates?) (?:kicked|threw|chucked|is kicking|is throwing|evicted|is evicting"
    r"|wants)(?: (?:me|us|out|of|my|our|the|flat|house|apartment|place|today|yesterday|last|week|month))*"
    r"|(?:(?:i|im|ive|am|been|just|we|were|now|got|getting|being|currently|have|had|to|basically|and|so) )*(?:evicted|homeless"
    r"|sleep(?:ing)? (?:in (?:the|my|a|our) (?:car|van|shelter|park|office)|rough|on (?:the|a|my|friends?) (?:streets?|couch|sofa|floor"
    r"|friends (?:couch|sofa|floor)))"
    r"|sofa surfing|couch surfing|living (?:in|out of) (?:my|the|a|our) (?:car|van)|lost my (?:flat|house|apartment|home))(?: (?:now"
    r"|tonight|again|for|since|last|this|week|month|weeks|months|a|\d+|because|of|it|today|yesterday))*)" + END
)
_MONEY = re.compile(
    GREETED
    + r"(?:(?:i|ive|im|just|we|have|got|been|was|my|hours|were) )*(?:(?:got |been )?(?:fired|laid off|made redundant|sacked)|lost my job"
    r"|in (?:a lot of |so much )?debt|bankrupt)"
    r"(?: (?:last|this|week|month|today|yesterday|year|in|\w+ary|march|april|may|june|july|august|september|october|november|december"
    r"|again|now))*" + END
)
_SORRY = re.compile(
    GREETED + r"(?:(?:im|i am|so|very|really) )*(?:sorry|apologies|my bad|my apologies)(?: (?:about that|for that|for (?:this|rambling"
    r"|wasting your time|bothering you|the rant|snapping(?: at you)?|swearing(?: at you)?|being (?:a pain|a dick|difficult|weird|rude|mean"
    r"|short(?: with you)?))|(?:that|this|i) was (?:(?:a bit|so|really|very|kinda|kind of) )?(?:rude|mean|harsh|unfair|uncalled for"
    r"|out of line|a lot|too much)(?: of me)?))*$"
)
_NOW = re.compile(
    LEAD + r"(?:what now|now what|what next|whats next|where do (?:i|we) (?:start|begin|go from here)|what do i do now|what should i do now"
    r"|and now)" + END
)
_WHAT_CAUSES = re.compile(
    GREETED
    + r"(?:what(?: are the| is the|s the| is| are)? ?(?:usual |common |main |actual )?(?:caus(?:es?|ing)|reasons? (?:for|behind)|behind"
    r"|triggers?|brings on)(?: (?:of|for))?"
    r"(?: (?:the|my|this|emotional))* (?:it|this|that|anhedonia|numbness|flatness|emptiness|depression numbness|emotional blunting)"
    r"|what makes (?:people|someone|you|a person) (?:go |feel |get )?(?:numb|flat|like this|feel nothing|nothing)"
    r"|where does (?:it|this|anhedonia|the numbness|numbness|that) come from)" + END
)
_PRICE = re.compile(
    GREETED
    + r"(?:how (?:much|expensive)(?: (?:money|roughly|about|does|do|is|are|would|will|should|a|an|the|one|your|it|this|that|to|for|see"
    r"|private|online|of|i|pay|be|have))*"
    r" (?:therapy|therapists?|sessions?|counsel\w+|psychologists?|psychiatrists?|treatment|appointment|clinicians?)(?: (?:cost|costs|be"
    r"|charge|charges|usually|here|these days|each|per hour|per session|session|sessions|a|an|hour))*"
    r"|(?:what(?: is|s| does| do| would)? )(?:the )?(?:cost|price)s? (?:of|for) (?:a )?(?:therapy|sessions?|a therapist|counsel\w+)"
    r"|what (?:does|do|would) (?:a )?(?:therapy|therapists?|sessions?|counsel\w+) cost)" + END
)
_NOT_CARING = re.compile(
    GREETED
    + r"(?:i )?(?:just |really |honestly |literally )?(?:idc|dgaf|dont care|do not care|dont give a (?:shit|damn|fuck)|stopped caring"
    r"|couldnt care less)"
    r" (?:about )?(?:anything|any of it|nothing|stuff|anyone or anything|things)(?: (?:anymore|any more|at all|these days|lately|now))*"
    + END
)
_WOULD_HELP = re.compile(
    GREETED + r"(?:(?:do )?you think )?(?:would|will|could|might|can|does)(?: (?:it help to|going|to|on|onto|working|doing|moving|switching"
    r"|changing|having|taking|a|an"
    r"|the|some|more|less|fewer|my|another|different|new|in))* (?:days|day shifts?|time off|break|holiday|part time|hours|job|jobs|move"
    r"|moving|house|city"
    r"|country|quitting|sabbatical|divorce|breaking up|dog|cat|pet|leave)(?: (?:help|be better|work|do (?:it|any good)|change (?:it"
    r"|anything)))"
    r"(?: (?:me|with (?:it|this|that)|do|you|think|at all))*" + END
)
"""Whether a step in one's life would help."""
_ASKED_THERE = (
    "utter_exercise_",
    "utter_ask_exercise_",
    "utter_ask_check_",
    "utter_check_",
    "utter_hand_off_",
    "utter_risk_",
    "utter_crisis_",
    "utter_opening",
)


def how_they_live(talk: Talk) -> Optional[Asked]:
    """What someone's days are made of, told by itself."""
    if _SCHOOL.match(talk.plain) or _NO_ROOF.match(talk.plain) or _MONEY.match(talk.plain):
        return Asked(CARRIER, "utter_hard_times")
    works = (
        _WORKS.match(talk.plain)
        and _AS_A_TRADE.search(talk.plain)
        and not _NUMB.search(talk.plain)
        and not talk.was_last("utter_ask_cost", *_ASKED_THERE)
    )
    return Asked(CARRIER, "utter_how_you_live") if works and len(talk.plain.split()) > 1 else None


def plainly_asked(talk: Talk) -> Optional[Asked]:
    """What needs no asking back: what causes it, what it costs, what now; and a sorry, and that one cares for nothing."""
    if _WHAT_CAUSES.match(talk.plain):
        return Asked("ask_why_numb", "utter_ask_why_numb")
    if _PRICE.match(talk.plain):
        return Asked("ask_cost", "utter_ask_cost")
    if _NOT_CARING.match(talk.plain):
        return Asked("feel_nothing", "utter_feel_nothing")
    if _WOULD_HELP.match(talk.plain):
        return Asked(CARRIER, "utter_should_i")
    if talk.was_last(*_ASKED_THERE):
        return None
    if _SORRY.match(talk.plain):
        return Asked(CARRIER, "utter_no_need_to_be_sorry")
    if not _NOW.match(talk.plain):
        return None
    return Asked("ask_something_to_try", "utter_ask_something_to_try") if talk.last else Asked(CARRIER, "utter_ask_capabilities")
