"""What is asked of the five minutes before they begin: how long, what for, what it takes."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, LEAD, Asked, Talk

_INTENT = "ask_why_exercise"
_CHOOSING = ("utter_ask_exercise_activity", "utter_ask_something_to_try")
_UNDERWAY = "utter_exercise_"
_SHOWN = (_UNDERWAY, "utter_ask_exercise_", *_CHOOSING)
_ITS_NAME = r"(?:the |that |this |your |those |these )?(?:(?:five|5) ?min(?:ute)?s?(?: (?:exercise|thing|one))?|(?:sensory )?exercise)"
_IT = rf"(?:{_ITS_NAME}|it|this|that|they|these|the thing|one|i)"
_HOW_LONG = re.compile(
    LEAD + rf"how (?:long|much time|many minutes) (?:(?:does|do|will|would|is|are|should|must|did) )?{_IT}?(?: \w+)?(?: (?:it|this|that|for"
    r"|takes|last|do it))*"
    + END
    + r"|"
    + LEAD
    + rf"(?:is {_IT}|(?:does|will) {_IT} take) (?:(?:really|only|just) )*(?:long|five minutes|5 minutes)"
    + END
)
_NAMED = re.compile(rf"\b{_ITS_NAME}\b")
"""What says by itself which five minutes are meant."""
_NEEDS = re.compile(
    LEAD + rf"(?:(?:do|will|would) i need (?:anything|something|any (?:\w+ )?(?:things?|stuff)|to (?:get|have|buy|bring)"
    rf" anything)|what do i need|what does {_IT} (?:need|take)|is there anything i need)"
    rf"(?: (?:for {_IT}|first|to start|before))*" + END
)
_HOW_TO_START = re.compile(
    LEAD + rf"(?:how (?:do|should|would|can|to) (?:i )?(?:(?:start|begin|do)(?: {_IT})?|go about it)|how does {_IT} (?:work|go|start)"
    r"|where do i (?:start|begin)|what do i (?:have to|need to|must)? ?do)" + END
)


def of_the_five_minutes(talk: Talk) -> Optional[Asked]:
    """How long the exercise takes, what one needs for it, and, before one is chosen, how it goes."""
    named = bool(_NAMED.search(talk.plain)) and not talk.was_last(_UNDERWAY)
    if not (named or talk.was_last(*_SHOWN)):
        return None
    if _HOW_LONG.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_how_long")
    if _NEEDS.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_what_it_takes")
    how_it_goes = (named or talk.was_last(*_CHOOSING)) and _HOW_TO_START.match(talk.plain)
    return Asked(_INTENT, "utter_exercise_how_it_goes") if how_it_goes else None
