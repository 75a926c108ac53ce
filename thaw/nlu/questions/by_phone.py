"""A person was asked for, and none of that by phone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk

_NAMED_A_PERSON = ("utter_want_human_", "utter_person_in_writing", "utter_whom_to_ring")
_CALLS = r"(?:phones?|(?:phone )?calls?|calling|phoning|ringing|hotlines?|crisis lines?|988|samaritans|talking on the phone)"
_NOT_BY_PHONE = re.compile(
    GREETED
    + rf"(?:(?:no|not|nope|please) )*(?:(?:i )?(?:(?:really|just|actually) )?(?:dont|do not|cant|cannot|wont|hate|never|not|wouldnt)"
    rf" (?:(?:like|do|use|want|call|phone|stand|on|to|a|the|any|good|with|at) ?)*(?:{_CALLS}|phone|anyone|anybody|people)"
    r"(?: (?:people|anyone|strangers|them))?"
    rf"|(?:no|not|without) (?:a |the |any )?{_CALLS}|im (?:not good|bad|no good|scared|terrible) (?:at|on|of) (?:the )?{_CALLS}"
    r"|(?:can|could) i (?:text|write|chat|message)(?: to)?(?: (?:someone|somebody|them|a person|one|instead))*"
    r"|(?:in writing|by text|text|chat|writing)(?: (?:only|instead|rather))*)(?: (?:though|tho|please|only|instead|either))*" + END
)


def not_by_phone(talk: Talk) -> Optional[Asked]:
    """That it should be in writing, right after a person was asked for."""
    asks = talk.was_last(*_NAMED_A_PERSON) and _NOT_BY_PHONE.match(talk.plain)
    return Asked(CARRIER, "utter_person_in_writing") if asks else None
