"""Whether one may come back to the chat, and whether it will be there."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

_WHEN = (
    r"(?: (?:tomorrow|later|tonight|another (?:time|day)|some other time|next week|any ?time|whenever|again|here|to (?:this|you|it)|on|soon"
    r"|if i (?:want|need)(?: to)?|in the morning))*"
)
_COMES_BACK = re.compile(
    LEAD + r"(?:can|could|may|is it (?:ok|okay|fine|possible)|would it be (?:ok|okay|possible))(?: (?:i|for me|if i|to))*"
    rf" (?:just |still |always )?(?:come back|return|carry on|continue|pick (?:it|this) up|talk (?:to you|again)|chat"
    rf"|go on with (?:it|this)){_WHEN}{END}"
    r"|"
    + LEAD
    + r"(?:will|are|is) (?:you|it|this|the chat|this chat)(?: (?:still|going to|gonna))*(?: be)? (?:here|there|open|saved|around)"
    rf"(?: (?:still|when i (?:come back|return)|if i (?:come back|return|leave))){{0,2}}{_WHEN}{END}"
)


def may_come_back(talk: Talk) -> Optional[Asked]:
    """Whether one may come back later, and finds the chat as it was."""
    return Asked(CARRIER, "utter_come_back") if _COMES_BACK.match(talk.plain) else None
