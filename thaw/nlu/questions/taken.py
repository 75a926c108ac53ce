"""A statement taken as said: "haha fair", "fair enough". It is a yes to nothing that was offered beside it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, Asked, Talk

_FAIR = re.compile(
    r"^(?:(?:ha+(?:ha)*h?|he+he|lol|lmao|ok|okay|yeah|yes|ah|oh|well|right|alright|hm+|mm|cool|thats|that is|its|true|no|nah"
    r"|i guess|i suppose) ){0,6}"
    r"(?:fair(?: (?:enough|point|play|do(?:s|es)))?|ha+(?:ha)*h? (?:ok|okay|right|cool|nice|good one|true)|good (?:one|answer"
    r"|point)|touche|noted|i see"
    r"|makes sense|understood|gotcha|got it|thought so|as i thought|figured(?: as much)?)"
    r"(?: (?:then|mate|i guess|i suppose|haha|lol|tbh|to be fair|thanks|cheers|enough)){0,6}$"
)
_STATEMENTS = ("utter_ask_if_bot", "utter_chitchat", "utter_out_of_scope")
"""Answers that state something of the program and offer a person beside it."""


def taken_as_said(talk: Talk) -> Optional[Asked]:
    """That what the program said of itself is accepted."""
    return Asked(CARRIER, "utter_fair_enough") if talk.was_last(*_STATEMENTS) and _FAIR.match(talk.plain) else None
