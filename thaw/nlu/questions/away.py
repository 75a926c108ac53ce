"""Whether it lifts away from the load, told after burnout was spoken of; and that it is both."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import Asked, Talk

_TALKED_OF = ("utter_numb_from_burnout", "utter_ask_burnout_or_depression")
_AWAY = re.compile(
    r"\b(?:holidays?|hols|vacations?|vacay|weekends?|days? off|time off|off (?:work|sick)|im off|i am off|away|(?:annual|sick) leave"
    r"|on leave|breaks?|trips?|camping|abroad|(?:satur|sun)days?|evenings?|alone)\b"
)
_AT_THE_LOAD = re.compile(
    r"\b(?:only|just|mostly|mainly|really) (?:when im )?(?:at|from|about|during|in|on|because of) (?:(?:my|the|a) )?\w+\b"
)
_LIFTS = re.compile(
    r"\b(?:lifts?|lifted|eases?|eased|gets? better|got better|feel(?:s|ing)? (?:a bit |a little |much |more |almost )*(?:ok|okay|fine"
    r"|better|good|human"
    r"|normal|alive|lighter|like myself)|fades?|improves?|goes away|comes back|helps|some of it|part of it|a bit|a little|partly|somewhat"
    r"|sometimes|it does)\b"
)
_STAYS = re.compile(
    r"\b(?:doesnt|does not|didnt|wont|never|not|no|nothing|even|still|always|same|everywhere|stays?|stayed|follow(?:s|ed)?|(?:comes"
    r"|came) with me|comes along|hardly|barely)\b"
)
_WORDS = """
yes yeah yep yea no nope not never well so but and ok okay tho though then too only just even still always mostly mainly really
definitely usually sometimes often maybe kind kinda sort of i im am ive we its it is that this thats was were be been being does
do did can could will would have has had having get gets got go goes going went come comes came take takes took feel feels feeling
felt lift lifts lifted ease eases eased better lighter easier fades improves improved helps helped help change changes doesnt
didnt wont isnt dont cant nothing the a an my some part most all bit little lot tiny much more less almost somewhat partly
slightly when whenever while if once after during over on at in for from about because out away off back with me along follows
followed stays stayed everywhere anywhere there same ok okay fine good human normal alive like myself again until till by monday
mondays sunday sundays saturday saturdays weekend weekends evening evenings holiday holidays hols vacation vacations vacay day
days week weeks time annual sick leave break breaks trip trips camping abroad nature home alone work working job office shift
shifts school term load kids one two three few couple long last first once twice lol hm hmm think guess suppose probably id say
honestly tbh actually as soon before summer years ever hardly barely
"""
_OF_IT = frozenset(_WORDS.split())
"""Words that tell only whether and where it lifts: who tells more is read for that."""
_MEANS_BOTH = re.compile(r"\b(?:both|bit of each|mix|mixture|all of it|the two)\b")
_BOTH = """
both of them those these bit each a mix mixture all it the two above i im its is be could might must maybe probably think guess
suppose feel feels like id say would sounds seems have got yeah yes yep well so ok hm hmm kind honestly tbh really perhaps at once
for me lol and but
"""
_OF_BOTH = frozenset(_BOTH.split())
_AT_MOST = 16


def away_from_the_load(talk: Talk) -> Optional[Asked]:
    """Whether some of it lifts, or that it is both, right after burnout was spoken of."""
    words = talk.plain.split()
    if not talk.was_last(*_TALKED_OF) or not 0 < len(words) <= _AT_MOST:
        return None
    if _MEANS_BOTH.search(talk.plain) and _OF_BOTH.issuperset(words):
        return Asked("ask_burnout_or_depression", "utter_ask_burnout_or_depression_deep")
    if not _OF_IT.issuperset(words):
        return None
    if _STAYS.search(talk.plain):
        # A bare no may be one to something else that was asked.
        return Asked("ask_is_it_depression", "utter_ask_is_it_depression") if len(words) > 1 and "im never" not in talk.plain else None
    if not any(each.search(talk.plain) for each in (_AWAY, _AT_THE_LOAD, _LIFTS)):
        return None
    told_more = talk.was_said("utter_numb_from_burnout_more")
    return Asked("numb_from_burnout", "utter_numb_from_burnout_deep" if told_more else "utter_numb_from_burnout_more")
