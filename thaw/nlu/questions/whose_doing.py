"""Questions with "why", "is it" and "what's" that ask about something else than why one is numb: one's own doing, an age, a difference."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk

_WORRIED = "utter_worried_about_someone"
_MY_DOING = re.compile(
    GREETED + r"(?:(?:do you think|i think|i feel like|it feels like|maybe|or|what if) ){0,6}"
    r"(?:(?:is|was|isnt|could|might|if)? ?(?:it|this|that|all (?:of )?this|its|thats)(?: (?:all|really|be|just|partly|also"
    r"|is)){0,6} (?:my fault|my doing|because of me|due to me|about me|down to me|me|my own fault"
    r"|something (?:that )?i (?:did|said|do|am doing|have done)|anything i (?:did|said))"
    r"|(?:did|have|could) i (?:have )?(?:do|done|cause|caused|make|made|say|said|break|broken|push)(?: \w+){0,3} ?(?:wrong|this|it"
    r"|to deserve this|to (?:her|him|them)|numb|like this)?"
    r"|am i (?:the (?:reason|problem|cause|one)|to blame|causing (?:it|this|that)|doing (?:something|anything|it|this) wrong"
    r"|not enough|making it worse))" + END
)
_STAGE = re.compile(
    GREETED + r"(?:is|could|might|can|isnt|maybe)(?: (?:it|this|that|be|just|only|maybe|all)){0,6} "
    r"(?:puberty|a phase|hormones|hormonal|(?:her|his|their) (?:age|hormones|period)|teen\w*(?: \w+)?|normal teenage \w+|growing up"
    r"|stress|the menopause|menopause|a midlife crisis|laziness|her being a teenager)" + END
)
_MY_AGE = re.compile(
    GREETED + r"(?:is|could|might|can|isnt|maybe|or is)(?: (?:it|this|that|be|just|only|maybe|all|a)){0,6} "
    r"(?:my age|(?:old )?age|getting old(?:er)?|being old|growing (?:up|old)|adulthood|being an adult|midlife(?: crisis| thing)?)" + END
)
_THIS_TIME = re.compile(
    GREETED + r"(?:(?:why|how) (?:would|should|will|is|could) (?:this|it|that|yours?|you|the next one|another one"
    r"|a new one)(?: (?:one|time"
    r"|be|go|site|therapist|actually|any|get)){0,6} (?:different|better|work|help)"
    r"|whats (?:so )?different (?:about (?:this|yours|it|you)|this time|here)|what makes (?:this|you|it|them"
    r"|these) (?:any )?different)(?: (?:now|this time|to me|for me|than (?:the )?(?:others?|last one))){0,6}" + END
)
_OF_THERAPY = ("utter_therapy_", "utter_ask_therapy", "utter_ask_matching", "utter_nothing_works", "utter_want_match")
_CATCH = re.compile(
    GREETED + r"(?:whats|what is|wheres|where is|is there|theres gotta be|so what is) (?:the|a|any) catch(?: (?:here|with (?:this|it)"
    r"|to this)){0,6}" + END
)
_A_FEELING = re.compile(
    r"^(?:(?:lol|haha|ha|what|hm) ){0,6}(?:excitement|joy|happiness|fun|pleasure|feelings?|emotions?|love|enjoyment|enthusiasm"
    r"|motivation|passion|hope)"
    r" (?:whats (?:that|this|it)|what is (?:that|this|it)|never heard of (?:it|that|her|him)|dont know (?:it|her|him"
    r"|that))(?: (?:again|like|even|lol|anymore)){0,6}$"
)
_OF_THE_EXERCISE = ("utter_exercise_", "utter_ask_exercise_", "utter_ask_why_exercise", "utter_ask_something_to_try")


def of_another_matter(talk: Talk) -> Optional[Asked]:
    """What is asked of oneself beside someone numb, of an age, of the next try, of the catch; and a feeling said to be unknown."""
    words = talk.plain
    if talk.was_said(_WORRIED) and not talk.was_said("utter_told_checked_out"):
        if _MY_DOING.match(words):
            return Asked(CARRIER, "utter_worried_about_someone_fault")
        if talk.was_last(_WORRIED) and _STAGE.match(words):
            return Asked(CARRIER, "utter_worried_about_someone_cause")
    if _MY_AGE.match(words):
        return Asked("ask_is_it_depression", "utter_could_it_be")
    if talk.was_last(*_OF_THERAPY) and _THIS_TIME.match(words):
        return Asked("therapy_did_not_help", "utter_therapy_did_not_help_deep")
    if _CATCH.match(words) and not talk.was_last(*_OF_THE_EXERCISE):
        return Asked(CARRIER, "utter_is_it_a_sale")
    return Asked("lost_interest", "utter_lost_interest") if _A_FEELING.match(words) else None
