"""What is asked about the people one loves: what to say to them, and whether it means that one doesn't love them."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, LEAD, Asked, Talk

_OTHERS = (
    r"(?:mum|mom|mam|mother|dad|father|parents|folks|family|sister|brother|sis|bro|siblings|son|daughter|kids|children|friends?|best friend"
    r"|mates?|nan|gran|grandma|cousins?|flatmates?|roommates?|people|everyone|them)"
)
_TO_THEM = re.compile(
    LEAD + r"(?:(?:i (?:dont|do not) know|no idea|any idea) )?(?:(?:what|how) (?:do|should|could|can|would|shall) i|what to|how to)"
    r" (?:even |best |ever )?(?:tell|say|text|write|explain|put|bring)(?: (?:this|it|that|all this|anything|up|to|with|about))*"
    rf" (?:(?:my|the|our) )?{_OTHERS}(?: (?:about|why|when|that|how)\b.*)?" + END
)
"""Asking what to say to somebody of the family or to friends; a partner has words of their own."""
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


def of_loved_ones(talk: Talk) -> Optional[Asked]:
    """What to say to family or friends; and, once numbness after a birth was told, whether it is no love."""
    if _LOVE.match(talk.plain) and _ASKS_IT.match(talk.plain) and talk.was_said("utter_numb_after_birth"):
        return Asked("numb_after_birth", "utter_numb_after_birth_love")
    if not _TO_THEM.match(talk.plain) or talk.was_said("utter_worried_about_someone", "utter_crisis_third_party", "utter_third_party_"):
        return None
    return Asked("ask_relationship_impact", "utter_what_to_tell_them")
