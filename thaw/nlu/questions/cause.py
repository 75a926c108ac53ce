"""Where it comes from: that nothing happened, what the odds are that it is the medicine, and who can't stop."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, LEAD, Asked, Talk

_NOTHING_HAPPENED = re.compile(
    r"(?:^|\b(?:and|but|because|since|that|so) )(?:(?:ok|no|nope|well|so|but|tbh|honestly|literally|no trauma) )*"
    r"(?:(?:absolutely|really|actually) )?(?:nothing|there was nothing that|no trauma) ?"
    r"(?:(?:bad|really|big|much|special|terrible|ever|even|actually|major) )*(?:has )?(?:happened|happens)"
    r"(?: (?:to me|to us|to cause (?:it|this)|really|though|tho|at all|in my life|as such|thats the thing|that is the thing"
    r"|thats whats weird|childhood was fine|ever|i had a (?:good|nice|happy) childhood|no trauma|no reason|so why))*$"
)
"""That no event began it. In the exercise "nothing happened" is what was noticed."""
_ODDS = re.compile(
    r"\b(?:odds|chances?|likelihood|probability|percentage|how likely|how probable)\b.*"
    r"\b(?:pills?|tablets?|meds?|medicine|medication|antidepressants?|ssris?|snris?|prozac|sertraline|zoloft|lexapro|citalopram|escitalopram"
    r"|fluoxetine|venlafaxine|effexor|mirtazapine|paroxetine|drugs?)\b"
)
_CANT_STOP = re.compile(
    LEAD + r"(?:i )?(?:just )?(?:cant|cannot|can not|couldnt) (?:just |really |exactly |even )?(?:stop|quit|leave|take time off)"
    r"(?: (?:working|work|the job|my job|it|now))?(?: (?:tho|though|because|cos|cuz|theres|there is|ive|i|who|with|the|a|we|my|not"
    r"|mortgage|bills|rent|kids?|children|two|three|nobody|no one|noone|else|to|feed|would|do|going|pay|loans?|debts?|got|have|need|them"
    r"|on me|depends?|rely|relies|family|him|her|mum|mom|dad|money|afford|pension|visa))*" + END
)
"""Who cannot leave what drains them: no wish to stop the chat."""
_DRAINED = ("utter_numb_from_burnout", "utter_ask_burnout_or_depression", "utter_effort_tax", "utter_body_heavy", "utter_feel_nothing")
_OF_THE_EXERCISE = ("utter_exercise_", "utter_ask_exercise_")


def of_its_cause(talk: Talk) -> Optional[Asked]:
    """That nothing brought it on, how likely a medicine did, or that work or care can't be left."""
    if _ODDS.search(talk.plain):
        return Asked("numb_since_medication", "utter_numb_since_medication_odds")
    if talk.was_last(*_OF_THE_EXERCISE):
        return None
    if _NOTHING_HAPPENED.search(talk.plain):
        return Asked("ask_why_numb", "utter_nothing_happened")
    can_not = _CANT_STOP.match(talk.plain) and talk.was_said(*_DRAINED)
    return Asked("numb_from_burnout", "utter_cannot_stop") if can_not else None
