"""What the number of the self-check means, whether it is bad, and what to do with it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.check_talk import DAYS, answered_by, asks_the_sum
from thaw.how_often import how_often
from thaw.nlu.questions.talk import END, LEAD, Asked, Talk
from thaw.self_check import OFFERED, OUTCOMES, QUESTIONS, asks_if_bad, was_counted

_INTENT = "ask_screening"
_BARE = 3
"""Words up to which a frequency is no more than that."""
_NUMBER = (
    r"(?:an? |the |my |that |this |it |of )*(?:[0-6]|one|two|three|four|five|six|zero|score|number|sum|result)(?: (?:out )?of (?:6|six))?"
)
_THAT = r"(?:that|this|it|these)"
_MEANS = re.compile(
    LEAD + rf"(?:what(?: (?:does|do|did|is|would))?|whats) (?:(?:having|getting) )?(?:{_NUMBER}|{_THAT}(?: {_NUMBER})?)"
    r" (?:even |actually |really )?(?:means?|meant|say|saying|tell)(?: (?:me|for me|about me))?" + END
)
_NAMED = re.compile(LEAD + rf"what(?:s| is| does| do| did| would)? (?:(?:having|getting) )?{_NUMBER}\b.*\b(?:means?|meant|say)\b{END}")
_SERIOUS = re.compile(
    LEAD + rf"(?:(?:is|isnt|are|was) (?:{_THAT}|{_NUMBER})(?: {_NUMBER})?|how|should i be|do i need to be|do i have to be|am i)"
    r" (?:(?:a|an|very|really|so|that|too|quite|pretty|considered|anything to be|even|super|like) )*"
    r"(?:bad|serious|severe|high|low|worrying|worried|concerning|concerned|alarming|a lot|lot|good|dangerous|much|bad off)"
    rf"(?: (?:is|are|was))?(?: (?:{_THAT}|{_NUMBER}))?(?: (?:score|number|result|sign|thing"
    rf"|about (?:{_NUMBER}|these|(?:that|this|it)(?! (?:score|number)\b))|or (?:not|what)|or good|or bad|enough))*" + END
)
_WHAT_NOW = re.compile(
    LEAD
    + r"(?:what now|now what|what next|whats next|what (?:do|should|can) i (?:even )?do(?: (?:with (?:it|that|this)|about (?:it|that|this)"
    r"|next))?|and then what|what happens (?:now|next)|so what|so)" + END
)
_BARE_NO = re.compile(r"^(?:(?:no+|nope|nah|none|never|not|really|nothing|thanks|mind) ?)+$")
"""A no to what was offered with the sum."""


def of_the_score(talk: Talk) -> Optional[Asked]:
    """What the sum of the two answers means, where it was said; right after it also "that". Before: that one answer alone says little."""
    if talk.was_last(*QUESTIONS) and (asks_if_bad(talk.plain) or asks_the_sum(talk.plain)):
        return Asked(_INTENT, "utter_check_not_yet")
    found = answered_by(talk.plain)
    if found and (talk.was_last(OFFERED, *QUESTIONS, *OUTCOMES) or (talk.was_said(*OUTCOMES) and found != DAYS)):
        return Asked(_INTENT, found)
    if not talk.was_said(*OUTCOMES):
        return None
    just_now = was_counted(talk.last)
    if just_now and not _BARE_NO.match(talk.plain) and how_often(talk.plain) is not None and len(talk.plain.split()) <= _BARE:
        # It is counted; nothing else is answered by how often.
        return Asked(_INTENT, "utter_check_meaning")
    if _NAMED.match(talk.plain) or (just_now and _MEANS.match(talk.plain)):
        return Asked(_INTENT, "utter_check_meaning")
    if just_now and _SERIOUS.match(talk.plain):
        return Asked(_INTENT, "utter_check_serious")
    return Asked(_INTENT, "utter_check_what_now") if just_now and _WHAT_NOW.match(talk.plain) else None
