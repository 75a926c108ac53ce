"""What is asked of the five minutes before they begin: how long, what for, what it takes."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, LEAD, Asked, Talk

_INTENT = "ask_why_exercise"
_CHOOSING = ("utter_ask_exercise_activity", "utter_ask_something_to_try", "utter_ask_why_exercise")
_UNDERWAY = "utter_exercise_"
_OVER = ("utter_exercise_felt_", "utter_exercise_grounded_", "utter_exercise_noticed_")
"""After these "how long" may be about the numbness itself."""
_SHOWN = (_UNDERWAY, "utter_ask_exercise_", *_CHOOSING)
_ITS_NAME = r"(?:the |that |this |your |those |these )?(?:(?:five|5) ?min(?:ute)?s?(?: (?:exercise|thing|one))?|(?:sensory )?exercise)"
_IT = rf"(?:{_ITS_NAME}|it|this|that|they|these|the thing|one|i)"
_HOW_LONG = re.compile(
    LEAD + r"how (?:long|much (?:time|longer)|many minutes)(?: (?:does|do|will|would|is|are|should|must|did|have))?"
    rf"(?: {_IT})?(?: (?:take|takes|last|left|got|need|have|for|keep|do|go|stay|hold|listen|to|it|this|that))*"
    + END
    + r"|"
    + LEAD
    + rf"(?:is {_IT}|(?:does|will) {_IT} take) (?:(?:really|only|just) )*(?:long|five minutes|5 minutes)"
    + END
)
_TIMER = re.compile(
    LEAD + r"(?:(?:do|should|shall|must) i (?:need |have to |need to |use |set |time )*"
    r"(?:a |an |the |my |it|this)*(?:timer|alarm|stopwatch|clock)?"
    r"|is there a timer)(?: (?:for (?:it|this|that)|on))*" + END
)
_OF_TIME = re.compile(r"\b(?:timer|alarm|stopwatch|clock|time (?:it|this))\b")
_RIGHT = re.compile(
    LEAD + r"(?:am i (?:even )?doing (?:it|this|that) (?:right|wrong|correctly|ok)|did i do (?:it|this|that) (?:right|wrong|correctly)"
    r"|is (?:this|that|it) (?:right|correct|how (?:its|it is|you) (?:done|do it))|is there a (?:right|wrong) way"
    r"|how (?:do|will|would|can) i (?:know|tell) (?:if|whether|that) (?:i did|im doing|i am doing) (?:it|this|that) (?:right|wrong"
    r"|correctly))(?: to do (?:it|this|that))?" + END
)
_WANDERS = re.compile(
    LEAD
    + r"(?:(?:my|the) (?:mind|head|brain|thoughts?|attention) (?:just |keeps? |still |is |are |always )*(?:wander(?:s|ing)?|drift(?:s|ing)?"
    r"|elsewhere|somewhere else|goes? (?:off|elsewhere)|going off|racing|all over the place)(?: (?:off|away|elsewhere|somewhere else))?"
    r"|(?:i )?(?:keep|kept) (?:drifting|thinking (?:of|about) (?:other|something|work|stuff)\w*|getting distracted|losing (?:it|focus))"
    r"(?: (?:off|things|stuff|else))?|(?:i )?(?:cant|cannot|can not|couldnt) (?:focus|concentrate|keep (?:my )?(?:mind|attention) on it"
    r"|pay attention)(?: (?:on (?:it|this|that|the \w+)|at all|for long))?|i got distracted)" + END
)
_HOW_OFTEN = re.compile(
    LEAD
    + r"(?:how (?:often|many times(?: a (?:day|week))?)(?: (?:should|do|can|must|would|a day|a week))? ?i?(?: (?:have to|need to|should))?"
    r"(?: (?:do|try|repeat))?(?: (?:it|this|that|these|them))?|(?:should|can|must|do) i (?:have to )?(?:do|repeat) (?:it|this|that)"
    r" (?:every day|daily|again|more than once|twice|each day))(?: (?:a day|a week|per day|every day))?" + END
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
    rf"|where do i (?:start|begin)|what do i (?:have to|need to|must)? ?do|what(?:s| is| are) {_ITS_NAME})" + END
)
_EYES = re.compile(
    LEAD + r"(?:do|should|must|can|could|shall|would|is it (?:better|ok|okay) (?:to|if)|am i supposed to|are my)"
    r" ?(?:i |my )?(?:have to |need to )?"
    r"(?:(?:close|shut|keep|open) (?:my |your )?eyes(?: (?:open|closed|shut))?|eyes (?:open|closed|shut))(?: (?:for (?:it|this|that)"
    r"|or open"
    r"|or not|or closed))*" + END + r"|" + LEAD + r"(?:with )?(?:my )?eyes (?:open|closed|shut)(?: or (?:open|closed|shut))?" + END
)
_FEEL = r"(?:feel|notice|like|enjoy|see|hear|sense|get)"
_IF_NOTHING = re.compile(
    LEAD + rf"(?:(?:but )?(?:what if|and if|is it (?:ok|okay|fine|bad|normal) if|is that (?:ok|okay|bad) if) (?:(?:i|it|there) )?"
    rf"(?:just |still |only )?(?:(?:dont|cant|do not|wont) {_FEEL} (?:anything|a thing|it|any of it)"
    rf"|{_FEEL} nothing|nothing (?:happens|comes|changes)|doesnt work|does nothing|is nothing|is boring|i hate it|dont like it)"
    rf"|nothing (?:happens|comes)|what (?:am i|are you|should i|do i) (?:even )?(?:supposed to|meant to|have to|be)? ?(?:be )?{_FEEL}"
    r"(?:ing)?"
    rf"|(?:do i|must i|am i supposed to|should i|does it matter if i) (?:have to |need to )?{_FEEL} (?:it|anything|something|the \w+)"
    rf"|how (?:do|will|would|can) i (?:know|tell) (?:if|when|whether|that) (?:{_IT} (?:\w+ )?(?:work(?:s|ed|ing)?|help(?:s|ed)?"
    r"|did anything)|its working|i did it right|im doing it right))(?: (?:from|in|with|during) (?:it|this|that))*" + END
)


def of_the_five_minutes(talk: Talk) -> Optional[Asked]:
    """How long the exercise takes, what one needs for it, and, before one is chosen, how it goes."""
    if talk.was_last(*_SHOWN) and _HOW_OFTEN.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_how_often")
    named = bool(_NAMED.search(talk.plain)) and not talk.was_last(_UNDERWAY)
    if not (named or talk.was_last(*_SHOWN)) or (talk.was_last(*_OVER) and not named):
        return None
    if _EYES.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_eyes")
    if _RIGHT.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_no_wrong_way")
    if _WANDERS.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_mind_wanders")
    if _IF_NOTHING.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_nothing_is_fine")
    if _HOW_LONG.match(talk.plain) or (_TIMER.match(talk.plain) and _OF_TIME.search(talk.plain)):
        return Asked(_INTENT, "utter_exercise_how_long")
    if _NEEDS.match(talk.plain):
        return Asked(_INTENT, "utter_exercise_what_it_takes")
    how_it_goes = (named or talk.was_last(*_CHOOSING)) and _HOW_TO_START.match(talk.plain)
    return Asked(_INTENT, "utter_exercise_how_it_goes") if how_it_goes else None
