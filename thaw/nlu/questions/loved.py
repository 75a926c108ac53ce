"""What is asked about the people one loves: what to say to them, and whether it means that one doesn't love them; that they are right."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, GREETED, LEAD, Asked, Talk

_OTHERS = (
    r"(?:mum|mom|mam|mother|dad|father|parents|folks|family|sister|brother|sis|bro|siblings|son|daughter|kids|children|friends?|best friend"
    r"|mates?|nan|gran|grandma|cousins?|flatmates?|roommates?|people|everyone|them)"
)
_PARTNER = r"(?:him|her|wife|husband|partner|boyfriend|girlfriend|fiance|fiancee|bf|gf|hubby|missus)"


def _asks_what_to_say_to(whom: str) -> re.Pattern[str]:
    return re.compile(
        LEAD + r"(?:(?:i (?:dont|do not) know|no idea|any idea) )?(?:(?:what|how) (?:do|should|could|can|would|shall) i|what to|how to)"
        r" (?:even |best |ever )?(?:tell|say|text|write|explain|put|bring)(?: (?:this|it|that|all this|anything|up|to|with|about))*"
        rf" (?:(?:my|the|our) )?{whom}(?: (?:about|why|when|that|how)\b.*)?" + END
    )


_TO_THEM, _TO_PARTNER = _asks_what_to_say_to(_OTHERS), _asks_what_to_say_to(_PARTNER)
"""Asking what to say to somebody of the family or to friends, or to a partner."""
_HAS_ITS_WORDS = "utter_told_checked_out_more"
"""What a partner can be told is in it."""
_THEY = r"(?:he|she|they|(?:my|the) (?:wife|husband|partner|boyfriend|girlfriend|fiance|fiancee|bf|gf|kids?|family|friends?))"
_THEY_ARE_RIGHT = re.compile(
    GREETED + r"(?:(?:i mean|to be fair|the thing is|i guess|i think|i know|the worst is|and|but|maybe|yeah) ){0,3}"
    rf"(?:{_THEY} ?(?:s|is|are|re|isnt|arent|was|were|wasnt|werent)? (?:(?:probably|kinda|kind of|totally|completely|absolutely|not|sort of"
    r"|even|a bit|all that|exactly) ){0,2}(?:wrong|right|lying|has a point|have a point|got a point|had a point|far off|off)"
    r"|(?:i )?(?:cant|dont|do not|cannot|wouldnt) (?:(?:even|really) )?(?:blame|argue with) (?:him|her|them|that)"
    r"|(?:thats|its|that is|it is) (?:fair(?: enough)?|not (?:wrong|unfair|a lie)))(?: (?:about (?:it|that|me|this)|really|there"
    r"|tbh|to be honest"
    r"|honestly|for (?:it|that|saying (?:it|so|that))))*" + END
)
_LOVE = re.compile(
    LEAD + r"(?:(?:does|do|would) (?:it|that|this) (?:even |all )?mean (?:that )?)?(?:(?:do|dont) i|i|am i)(?: (?:even|just|really|still))*"
    r" (?:(?:dont|do not|cant|not|never) )*(?:love|loving|bonded with|able to love)(?: (?:my|our|the))?"
    r" (?:him|her|them|it|baby|son|daughter|little one|own (?:baby|child|son|daughter))" + END
)
_ASKS_IT = re.compile(LEAD + r"(?:does|do|would|dont|am)\b")

_LOVED_BY = re.compile(
    LEAD + r"(?=(?:do|does|did|is|are|can|could|will|would|doesnt|isnt|i|whether|dont|im|how|what)\b)"
    r"(?:(?:do (?:you|u) think|i wonder if|i wonder whether|whether|(?:i )?(?:dont|do not) know if|im not sure if|is it possible"
    r"|how do i know if|what if|what if maybe) (?:that )?)?"
    r"(?:(?:do|does|did|is|are|can|could|will|would|doesnt|isnt) )?(?:he|she|they|(?:my|the) (?:wife|husband|partner|boyfriend|girlfriend"
    r"|fiance|fiancee|bf|gf))(?: (?:even|still|really|ever|actually|just|truly|doesnt|does not|can|could|will|stopped|in))*"
    r" (?:loves?|loved|loving|in love with|care about|cares about|wants?) me(?: (?:any ?more|at all|still|or not|really|like before|back))*"
    + END
)
_ABOUT_ME = re.compile(LEAD + r"(?:(?:what|how) about|and) me(?: (?:in all (?:this|that)|though|tho))*" + END)
_OTHER_IS_NUMB = ("utter_worried_about_someone", "utter_third_party_", "utter_crisis_third_party")
_ARE_WRONG = re.compile(
    r"\b(?:is|are|s|re|was|were|totally|completely|probably|so|all|theyre|hes|shes) (?:wrong|off|lying)\b|\b(?:not|isnt|arent) right\b"
)
_BETWEEN_TWO = ("utter_told_checked_out", "utter_ask_relationship_impact", "utter_love_not_known", "utter_far_from_people")


def of_their_love(talk: Talk) -> Optional[Asked]:
    """Whether someone still loves the visitor, which nobody here can know; and what of the visitor, once another was spoken of."""
    of_another = talk.was_said(*_OTHER_IS_NUMB) and not talk.was_last("utter_told_checked_out", "utter_far_from_people")
    if _LOVED_BY.match(talk.plain):
        return Asked("ask_relationship_impact", "utter_love_of_the_numb" if of_another else "utter_love_not_known")
    if not _ABOUT_ME.match(talk.plain):
        return None
    if of_another:
        return Asked("worried_about_someone", "utter_worried_about_someone_worn")
    return Asked("told_checked_out", "utter_and_about_oneself") if talk.was_said(*_BETWEEN_TWO) else None


def they_are_right(talk: Talk) -> Optional[Asked]:
    """That who complains of being shut out has a point."""
    if not (talk.was_last(*_BETWEEN_TWO) and _THEY_ARE_RIGHT.match(talk.plain)) or _ARE_WRONG.search(talk.plain):
        return None
    return Asked("told_checked_out", "utter_they_are_right")


def of_loved_ones(talk: Talk) -> Optional[Asked]:
    """What to say to family or friends; and, once numbness after a birth was told, whether it is no love."""
    if _LOVE.match(talk.plain) and _ASKS_IT.match(talk.plain) and talk.was_said("utter_numb_after_birth"):
        return Asked("numb_after_birth", "utter_numb_after_birth_love")
    to_partner = talk.was_said(_HAS_ITS_WORDS) and _TO_PARTNER.match(talk.plain)
    if not (to_partner or _TO_THEM.match(talk.plain)) or talk.was_said(
        "utter_worried_about_someone", "utter_crisis_third_party", "utter_third_party_"
    ):
        return None
    return Asked("ask_relationship_impact", "utter_what_to_tell_them")
