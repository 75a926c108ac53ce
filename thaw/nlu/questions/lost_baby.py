"""A baby that died before or at birth: it stays so for the whole talk. What is asked then of depression, the body and a next one.

What is written for who has a baby at home would hurt here like nothing else.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import lost_before_birth
from thaw.nlu.questions.talk import CARRIER, Asked, Talk
from thaw.safety.left_behind import lost_to_suicide

LOST = "utter_numb_after_loss_baby"
"""How the answers begin that are for who lost one."""
_LOSS = "numb_after_loss"
_POSTNATAL = re.compile(r"\b(?:post ?natal|post ?partum|pnd|ppd|baby blues|depression after (?:a |the )?(?:birth|baby|having))\b")
_BODY = re.compile(
    r"\b(?:milk|breasts?|boobs?|lactat\w*|leak(?:ing|ed|s)|stitches|stretch ?marks|(?:my|the) (?:body|belly|bump)"
    r" (?:\w+ ){0,3}(?:still|thinks|thought|baby|pregnant|empty|there|gone)"
    r"|look(?:ed|ing)? (?:\w+ )?pregnant|phantom kicks?)\b"
)
_NEXT = re.compile(
    r"\b(?:(?:im|i am|were|we are|got|fell|being|get|getting|falling|am) (?:\w+ )?(?:pregnant|expecting)(?: again)?|pregnant again"
    r"|expecting again|rainbow baby|(?:the|a|another|my|our) (?:next|new|second) (?:baby|one|child|pregnancy)|another (?:baby"
    r"|pregnancy))\b"
)
_NUMB = re.compile(r"\b(?:numb|flat|blank|empty|nothing|(?:cant|dont|cannot) feel)\b")
_LIVING = re.compile(
    r"\b(?:newborn|(?:healthy|living|surviving|other) (?:baby|twin|one)|(?:twin|one of (?:the twins|them)) (?:lived|survived)"
    r"|(?:is|was) born (?:healthy|alive|safely)|(?:weeks|months|days) old|(?:had|have|got) (?:a|another|our|my) (?:\w+ )?"
    r"(?:baby|boy|girl|son|daughter) (?:now|since|after|at home|this|last|in)|(?:baby|son|daughter) (?:is|s) (?:here|home|asleep"
    r"|healthy|crying))\b"
)


def has_a_living_baby(plain: str) -> bool:
    """Whether words without punctuation tell of a baby that is alive."""
    return bool(_LIVING.search(plain))


def of_postnatal_depression(plain: str) -> bool:
    """Whether words without punctuation name depression after a birth."""
    return bool(_POSTNATAL.search(plain))


def of_a_lost_baby(talk: Talk) -> Optional[Asked]:
    """What is asked or told by who lost a baby, in the same breath or later."""
    told_now, plain = lost_before_birth(talk.text), talk.plain
    if not (told_now or talk.was_said(LOST)) or lost_to_suicide(talk.text):
        return None
    if has_a_living_baby(plain):
        # Of a baby that lives, what is urgent has to be said.
        return Asked("numb_after_birth", "utter_numb_after_birth") if told_now and _NUMB.search(plain) else None
    found = next((name for form, name in _FORMS if form.search(plain)), None)
    return Asked(_LOSS if told_now and not talk.was_said(LOST) else CARRIER, found) if found else None


_FORMS = (
    (_POSTNATAL, "utter_numb_after_loss_baby_postnatal"),
    (_NEXT, "utter_numb_after_loss_baby_next"),
    (_BODY, "utter_numb_after_loss_baby_body"),
)
"""What is spoken of, and the response to it."""
