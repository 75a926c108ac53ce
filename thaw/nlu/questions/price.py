"""What help costs, however it is asked and whatever stands beside it; and that there is no money for it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, GREETED, LEAD, Asked, Talk

_INTENT = "ask_cost"
_HELP = (
    r"(?:therap(?:y|ies|ists?)|sessions?|counsel\w+|clinicians?|psych(?:olog|iatr|other)\w+|shrinks?|treatment|appointments?"
    r"|matching|someone|somebody)"
)
_PAYS_WITH = (
    r"(?:hsa|fsa|hsa card|insurance|health insurance|medicaid|medicare|tricare|the nhs|nhs|va|kaiser|aetna|cigna|blue cross|bupa|humana"
    r"|united|anthem|paypal|instal?lments|credit card|card|cash)"
)
_PRICE = re.compile(
    rf"\bhow (?:much|expensive|pricey)(?: (?:is|are|does|do|would|will|it|to|a|an|the|one|see|seeing|your|private|online"
    rf"|for)){{0,6}} {_HELP}\b"
    r"(?!(?: (?:really|even|actually|ever))? (?:helps?|works?|changes?|takes?)\b)"
    rf"|\bhow (?:much|expensive) (?:(?:a|an|the|one|your) )?(?:{_HELP}|it|this|that|they) (?:is|are|costs?|charges?)\b"
    r"|\bhow (?:much|expensive) (?:is|are|would|will) (?:it|this|that|they|everything)(?: (?:be|all|gonna|going to)){0,6}"
    r"(?= (?:and|a|an|per|for|to|cost|please|pls|then|here|in)\b|$)(?! to (?!see|get|talk|have|do))"
    r"|\b(?:how much|what) (?:do|does|would|will|might) (?:it|this|that|they|one|you|the site|therapy|matching)"
    r"(?: (?:all|usually|normally|roughly|really|actually)){0,6} (?:cost|charge)s?\b(?! (?:me|us) (?:my|our|everything|so|a lot))"
    r"|\b(?:whats|what is|what are|tell me|know|is there|there(?:s| is) no|is there no|not know|are there no) (?:the |your |their "
    r"|a |any )?(?:price|prices|pricing"
    r"|cost|costs|fees?"
    r"|rates?|copay)\b(?! i (?:pay|paid))"
    r"|\b(?:do|does|is|are|can|any|get|got|give)\b[^.?!]{0,30}\b(?:discounts?|sliding scale|reduced (?:fee|rate|price)s?"
    r"|payment plans?)\b"
    r"|\bwhat about (?:the |your )?(?:price|cost|costs|money|fees?)\b"
    rf"|\b(?:is|are) (?:it|this|that|they|therapy|sessions?)(?: \w+){{0,2}} covered\b"
)
_WITH_WHAT = re.compile(
    rf"\b(?:can|could|may) i (?:pay|use)(?: (?:with|by|in|for|it|my|an|the|this|through|using)){{0,4}} {_PAYS_WITH}\b"
    rf"|\b(?:do|does|will|would|who|that|which|anyone|someone) ?(?:you|they|it|any|any of them|the site|the clinicians?|the therapists?)?"
    rf" (?:takes?|accepts?|covers?|bills?)(?: (?:my|any|an))? {_PAYS_WITH}\b"
)
"""Whether this or that pays for it."""
_SEEKS = re.compile(r"\b(?:(?:i|and|also) (?:need|want)|looking for|find me|match me|get me|id like|i would like)\b")
"""A wish to be matched, in which the insurance is a detail."""
_BARE = re.compile(rf"{GREETED}(?:(?:i (?:said|have|ve|am on|use)|ive|im on|its|what about|how about|with) )?(?:my )?{_PAYS_WITH}{END}")
"""The name of what pays, where the price was just spoken of."""
_CANNOT = re.compile(
    r"\b(?:cant|cannot|can not|couldnt|could not|could never|never|not able to|unable to|no way (?:i|to)(?: can)?)"
    r" (?:(?:really|even|just|possibly|ever|be able to) ){0,6}(?:afford|pay)\b(?! attention)"
    r"|\b(?:dont have|do not have|havent got|have|got|havent|having|with|without|ive|theres)(?: got)? (?:no|the|any|enough|much"
    r"|that kind of) "
    r"(?:money|cash|insurance|funds)\b"
    r"|\b(?:dont have|do not have|havent got|lack) (?:money|cash|insurance|funds|the means)\b"
    r"|\b(?:no money|no insurance|not enough money|too (?:poor|broke|expensive)|out of my (?:budget|price range)|uninsured)\b"
    r"|\b(?:im|i am) (?:\w+ )?(?:broke|skint|penniless|on benefits|on universal credit)\b"
)
_FOR_HELP = re.compile(
    rf"\b(?:{_HELP}|help|psych|a professional)\b|\b(?:afford|pay for|money for) (?:it|that|this|anything|any of (?:it|this|that))\b"
    rf"|\bwhat (?:can|do) i do\b"
)
_OF_OTHERS = re.compile(r"\b(?:rent|mortgage|bills|food|debts?|loans?|child support|meds?|tablets|prescriptions?|he|she|they|his|her)\b")
"""For what else there is no money, and who else has none."""
_TOO_MUCH = re.compile(
    LEAD + r"(?:(?:thats|that is|its|it is|way|far|still|just|much|a bit|i think) ){0,6}(?:too (?:much|expensive|dear|pricey)|expensive"
    r"|a lot|not for me"
    r"|more than i have)(?: (?:for me|money|for that|i think|right now)){0,6}" + END
)
_NOTHING_LEFT = re.compile(
    LEAD + r"(?:(?:theres|there is|theres really|thats|that means|i guess|guess|basically|literally|im|i am|i get|i have|ive|got|get"
    r"|left with|just"
    r"|really|means|it means|i) ){0,6}"
    r"(?:nothing|no (?:help|options?|way|choice|chance|hope|luck)|out of (?:options|luck|ways|it)|not for (?:people like )?me"
    r"|screwed|fucked|stuck"
    r"|on my own|nowhere to go|nobody|no one)"
    r"(?: (?:for|to|with|me|us|people|like|left|out|help|then|at all|there|else|i can do|i guess|try|who|can)){0,6}" + END
)
_WHAT_ELSE = re.compile(
    LEAD + r"(?:what (?:now|else|then|next|can i do|do i do|should i do|else is there|else can i do|are my options"
    r"|if i cant pay(?: that)?)|now what"
    r"|so what|(?:is|isnt) there (?:anything|something)(?: else)?(?: free| for free| cheaper){0,6}|anything (?:free|cheaper)"
    r"|any other (?:way|options?))"
    r"(?: (?:about (?:it|that)|for me|instead|without (?:money|insurance))){0,6}" + END
)
_OUT_OF_WORK = re.compile(
    LEAD + r"(?:(?:im|i am|ive|been|but|currently|and|still|also) ){0,6}(?:unemployed|jobless|out of work|between jobs|a student"
    r"|on sick pay"
    r"|on disability)\b"
)
_PRICED, _CANNOT_PAY = "utter_ask_cost", "utter_cannot_pay"
_OF_MONEY = (_PRICED, _CANNOT_PAY, "utter_no_price_here", "utter_insurance_named")
_OF_A_LINE = ("utter_want_human_", "utter_crisis_", "utter_risk_", "utter_where_help_", "utter_third_party_")
"""After these it may be a call that is asked for, and that is another price."""


def of_the_price(talk: Talk) -> Optional[Asked]:
    """What help costs, or that it can't be paid for: there are ways without much money, and who can't pay hears of those."""
    of_money = talk.was_last(*_OF_MONEY)
    words = talk.plain
    lacks = _CANNOT.search(words) and not _OF_OTHERS.search(words)
    if lacks and (of_money or _FOR_HELP.search(words)):
        return Asked(_INTENT, _CANNOT_PAY)
    if of_money and (
        _TOO_MUCH.match(words) or (_NOTHING_LEFT.match(words) and " " in words) or _WHAT_ELSE.match(words) or _OUT_OF_WORK.match(words)
    ):
        return Asked(_INTENT, _CANNOT_PAY)
    if talk.was_last(*_OF_A_LINE):
        return None
    if (_WITH_WHAT.search(words) and not _SEEKS.search(words)) or (of_money and _BARE.match(words)):
        return Asked(_INTENT, "utter_insurance_named")
    if not _PRICE.search(words):
        return None
    asks_why = of_money and re.match(LEAD + r"(?:why|how come)\b", words)
    return Asked(_INTENT, "utter_no_price_here" if asks_why else _PRICED)
