"""That it isn't the work, or that there is none any more; and that someone is cared for at home."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, GREETED, Asked, Talk

_BURNOUT = ("utter_numb_from_burnout", "utter_ask_burnout_or_depression")
_SUBSTANCES = "utter_using_substances"
_WORK = r"(?:(?:my|the|any) )?(?:work|job|office|career|workload|load|burnout|burn out)"
_NOT_WORK = re.compile(
    rf"\b(?:(?:its|it is|that is|thats|this is|im|i am)? ?(?:not|isnt|is not|aint|never was|wasnt) (?:about |because of |from "
    rf"|due to |to do with )?{_WORK}\b"
    rf"|{_WORK} (?:is|s|was|has been) (?:(?:really|totally|actually|perfectly|quite|all) ){{0,6}}(?:fine|ok|okay|good|great|easy"
    rf"|alright|no problem|not the problem"
    rf"|not it)\b|(?:no|dont have a|havent got a|not got a|without a) (?:work|job)\b|(?:no|nothing to do with) {_WORK}\b"
    r"|i (?:(?:actually|really|do|still) ){0,6}(?:like|love|enjoy) (?:my )?(?:job|work)\b)"
)
_RETIRED = re.compile(r"\b(?:retired|on a pension|a pensioner|in retirement)\b")
_MORE = re.compile(
    r"\b(?:but|except|its (?:the|my)|care for|caring|look(?:ing)? after|lost|fired|sacked|exhaust\w*|drained|tired|burn\w*|died"
    r"|wife|husband|partner|mum|mom|dad"
    r"|mother|father|medic\w*|pills?|die|kill\w*|suicid\w*|drink\w*|anyone|find|want|looking)\b"
)
_CARES = re.compile(
    GREETED + r"(?:(?:its|it is|also|i|im|because|cos) ){0,6}(?:my (?:\w+ )?\w+ (?:that |who |whom )?i(?:m| am)? (?:care for|caring for"
    r"|look after|looking after)"
    r"|(?:care|caring|look|looking|cared|looked) (?:for|after) my (?:\w+ )?\w+)\b"
)
_QUIT_THEM = re.compile(
    GREETED
    + r"(?:(?:should|could|must|can|shall|ought) (?:i|we) (?:to |just |try to )*(?:quit|stop|cut down|give it up|cut back|come off it)"
    r"|how (?:do|can|would|could|to)(?: i)? (?:quit|stop|cut down|give it up|cut back))(?: (?:it|drinking|smoking|weed|then|now"
    r"|using|altogether)){0,6}$"
)
_ONLY_HELP = re.compile(
    GREETED + r"(?:(?:its|it is|thats|that is|this is) )?(?:the )?only thing (?:that )?(?:helps?|works?|i (?:have|feel"
    r"|got))(?: \w+){0,4}$"
)


def not_the_work(talk: Talk) -> Optional[Asked]:
    """That work is not what drains the visitor, or that they care for someone at home."""
    plain, near = talk.plain, talk.was_last(*_BURNOUT)
    if len(plain.split()) > _LONGEST or talk.text.rstrip().endswith("?"):
        return None
    if _CARES.match(plain):
        return Asked("numb_from_burnout", "utter_numb_from_burnout") if near else None
    if _MORE.search(plain):
        return None
    told = talk.was_said("utter_feel_nothing", "utter_lost_interest", "utter_going_through_motions", "utter_not_the_work", *_BURNOUT)
    if _NOT_WORK.search(plain) and told:
        return Asked(CARRIER, "utter_not_the_work")
    return Asked(CARRIER, "utter_not_the_work" if near else "utter_retired") if _RETIRED.search(plain) else None


def of_what_is_taken(talk: Talk) -> Optional[Asked]:
    """Whether to stop, and that nothing else helps, right after drink or drugs were spoken of."""
    if not talk.was_last(_SUBSTANCES):
        return None
    if _QUIT_THEM.match(talk.plain):
        return Asked("using_substances", "utter_using_substances_deep")
    return Asked("using_substances", "utter_using_substances_more") if _ONLY_HELP.match(talk.plain) else None


_LONGEST = 16
"""Words up to which that is what a message says."""
