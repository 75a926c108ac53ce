"""What talking here is good for, and what is the visitor's own to decide."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

_POINT = re.compile(
    LEAD + r"(?:what(?:s| is| was|s even| is even| even is)(?: even)? the point (?:of|in) (?:this|it|that|all this|you"
    r"|talking(?: to (?:you|this|a bot))?"
    r"|(?:this|the) (?:chat|page|thing|bot|program|site|website))"
    r"|why (?:should i|am i|do i) (?:even )?(?:talk|talking|use|using|write|writing)(?: \w+){0,4})" + END
)
"""The point of nothing named is that of anything at all: no question about the chat."""
_NOTHING_WORKS = re.compile(
    LEAD
    + r"(?:there is |theres )?nothing (?:(?:ever|really|i do|i try|ive tried|at all) )*(?:works|helps|worked|helped|has worked|has helped)"
    r"(?: (?:for me|anyway|any ?more|so far|on me|me))*" + END
)
_IF_NOT_THAT = re.compile(LEAD + r"if (?:its|it is|it isnt|thats) (?:not )?(?:\w+ ){1,8}(?:then )?what(?: is it| else| could it be)?" + END)
_OF_THE_EXERCISE = ("utter_ask_why_exercise", "utter_exercise_", "utter_ask_exercise_", "utter_ask_something_to_try")


def what_for(talk: Talk) -> Optional[Asked]:
    """What the chat is good for, what to do when nothing works, and what it is if it is not that."""
    if talk.was_last(*_OF_THE_EXERCISE):
        return None
    if _POINT.match(talk.plain):
        return Asked(CARRIER, "utter_point_of_chat")
    if _NOTHING_WORKS.match(talk.plain):
        return Asked("therapy_did_not_help", "utter_nothing_works")
    return Asked("numbness_map", "utter_numbness_map") if _IF_NOT_THAT.match(talk.plain) else None


_SHOULD_I = re.compile(
    LEAD + r"(?:(?:do you think|you think) )?(?:should|ought|shall) i (?:to |just |even |really |maybe )*"
    r"(?:quit|resign|move|sell|keep|throw|get rid|break up|divorce|split up|separate|change|leave (?:him|her|them|my|the|work|uni|school)"
    r"|stay (?:with|in|at)|drive|visit|call in sick|go (?:to|back)|take (?:time|leave|a break)|cancel|apologi[sz]e)\b"
)
"""Steps in a life that leave it whole: what could mean an end of it is no such question."""


def is_theirs_to_decide(plain: str) -> bool:
    """Whether a message asks what to do in the visitor's own life: no program should say."""
    return bool(_SHOULD_I.match(plain))
