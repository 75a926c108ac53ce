"""Reading an answer to a question about risk: yes, no, sometimes, rather not say. By rules alone: it must not need a classifier."""

from __future__ import annotations

import re
from typing import Literal, Optional

from thaw.safety.normalise import plain

Reply = Literal["yes", "no", "unsure", "unsaid"]

_UNSAID = re.compile(
    r"\b(rather not|don'?t want to (say|answer|talk)|not going to (say|answer)|none of your|can'?t say|won'?t (say|answer)|pass|skip)\b"
)
_UNSURE = re.compile(
    r"\b(sometimes|maybe|kind ?of|kinda|sort ?of|sorta|not sure|unsure|i guess|i suppose|possibly|perhaps|a (bit|little)"
    r"|now and then|on and off|once in a while|at times|some ?days|not really|not exactly|i (don'?t|do not) (really )?know|no idea|no clue"
    r"|idk|dunno|depends|hard to say)\b"
)
_NO = re.compile(
    r"^(no|nope|nah|naw|never|not at all|na|not me|definitely not|absolutely not|of course not|god no|hell no|i'?m not|i am not"
    r"|i don'?t|i do not|i'?ve (never|not)|i have (never|not|no)|i haven'?t|i'?m (safe|okay|ok|fine)|i am (safe|okay|ok|fine)"
    r"|not (suicidal|thinking|like that|right now|tonight|today)|nothing like that|none)\b"
)
_NO_ANYWHERE = re.compile(r"\b((i'?m|i am) (not suicidal|safe|okay|ok|fine)|not suicidal|no (plan|plans|thoughts)|would never|wouldn'?t)\b")
_YES = re.compile(
    r"^(yes|yeah|yep|yup|ya|ye|yea|yas|aye|i do|i am|i have|i did|often|always|all the time|every ?day|a lot|constantly|correct|true|right"
    r"|of course|definitely|absolutely|honestly yes|kind of yes|si|sí|uh ?huh|mhm)\b"
)
_YES_ANYWHERE = re.compile(r"\b(yes|yeah|yep|i have been|i do think|every (day|night)|all the time)\b")
_TURN = re.compile(r"\b(but|except|yet|although|though)\b")


def read_reply(text: str) -> Optional[Reply]:
    """What a free text answers to "are you having thoughts of …": yes, no, unsure, unsaid, or None if it answers nothing.

    In doubt it is a yes or a doubt, never a no.
    """
    words = plain(text)
    if _UNSAID.search(words):
        return "unsaid"
    if _UNSURE.search(words):
        return "unsure"
    denied = _NO.search(words) or _NO_ANYWHERE.search(words)
    if _YES_ANYWHERE.search(words) and not _NO_ANYWHERE.search(words):
        return "yes"
    if denied:
        return "unsure" if _TURN.search(words) else "no"
    if _YES.search(words):
        return "yes"
    return None
