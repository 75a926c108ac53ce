"""Whether it is bad, or never ends: what is asked as a fear; and that there is no point to it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.numbness import OF_NUMBNESS
from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk
from thaw.self_check import asks_if_bad

_NEVER = re.compile(
    r"^(?:(?:but|and|so|ok|yeah|idk|well) )*(?:(?:what|wht) if|im (?:so |really )?(?:scared|afraid|worried)(?: that)?|i worry(?: that)?)"
    r" (?:(?:it|this|that|they|the (?:feelings?|tears|grief|numbness|crying)|my feelings?|things)"
    r" (?:never|doesnt|dont|wont|will never|is never going to|does not|do not|will not)(?: (?:ever|even|really))?"
    r" (?:comes?|go(?:es)?|ends?|stops?|lifts?|chang(?:e|es)|pass(?:es)?|return|returns|get|gets|heals?)\b"
    r"|i (?:never|dont|wont|will never|cant ever)(?: ever)? (?:feel|cry|love|laugh|get|come|heal|recover)\b)(?: \w+){0,4}" + END
)
_NO_POINT = re.compile(
    LEAD + r"i? ?(?:just |honestly |really )?(?:dont|do not|cant|cannot) (?:really |even )?see (?:the|any|a|much) point"
    r"(?: (?:in|of) (?:it|this|that|trying|bothering|doing \w+|getting up|anything))?" + END
)
_ABOUT_THERAPY = ("utter_ask_therapy", "utter_others_want_therapy", "utter_want_match", "utter_therapy_did_not_help")
_WORSE = re.compile(
    LEAD + r"(?:(?:does|do|could|can|will|would|is|might) (?:it|that|this|they|weed|smoking|drinking|the (?:weed|drink|drinking|alcohol))"
    r"(?: (?:really|actually|even|be|maybe))* (?:mak(?:e|es|ing) (?:it|this|me|things|the numbness) (?:worse|numb|flat|like this)"
    r"|why|the (?:reason|cause)|caus(?:e|es|ing) (?:it|this))|is (?:it|that|this) (?:why|the (?:reason|cause)))(?: \w+){0,4}" + END
)
_A_THING = re.compile(
    LEAD + r"(?:is|was|isnt) (?:this|it|that)(?: (?:even|actually|really|just|also|like))* (?:a (?:common |real )?thing|common|something)"
    r"(?: that)?(?: (?:with|for|among|in|other|lots of|a lot of|many|most|normal|older|young|younger|middle aged|new|single|autistic))*"
    r" (?:guys|men|blokes|lads|dudes|women|girls|people|folks|everyone|everybody|anyone|kids|teens|teenagers|students|dads|moms|mums|nurses"
    r"|doctors|others?|parents|adults|veterans|carers)(?: (?:like me|my age|our age|in general|else))*"
    r"(?: (?:get|have|go through|feel|deal with|suffer from|know|too))*" + END
)
"""Whether it is a thing that people of a kind get."""
_INTENT = "ask_will_it_get_better"


def what_if_never(talk: Talk) -> Optional[Asked]:
    """Whether it will ever be otherwise, asked as a fear."""
    return Asked(_INTENT, f"utter_{_INTENT}") if _NEVER.match(talk.plain) else None


def no_point(talk: Talk) -> Optional[Asked]:
    """That one sees no point: in therapy, if that was spoken of last, else in the effort."""
    if not _NO_POINT.match(talk.plain):
        return None
    if talk.was_last(*_ABOUT_THERAPY):
        return Asked("therapy_did_not_help", "utter_therapy_not_for_me")
    return Asked("effort_tax", "utter_effort_tax")


def is_it_what_i_take(talk: Talk) -> Optional[Asked]:
    """Whether drink or drugs make it worse, where they were just told of."""
    asks = talk.was_last("utter_using_substances") and _WORSE.match(talk.plain)
    return Asked("using_substances", "utter_using_substances_more") if asks else None


def is_it_a_thing(talk: Talk) -> Optional[Asked]:
    """Whether people of one's own kind get it, too."""
    told = talk.was_said(*OF_NUMBNESS) and _A_THING.match(talk.plain)
    return Asked("ask_how_common", "utter_ask_how_common_plain") if told else None


def is_it_bad(talk: Talk) -> Optional[Asked]:
    """Whether what was just told is bad."""
    told = talk.was_last(*OF_NUMBNESS) and asks_if_bad(talk.plain)
    return Asked(CARRIER, "utter_is_that_bad") if told else None
