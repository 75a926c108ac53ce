"""What readings of a typed text share: their result, and what makes a text short, a question, or gentle at its beginning."""

from __future__ import annotations

import re
from typing import NamedTuple, Optional

SHORT = 6
"""Words up to which a text can be a bare command or a bare value."""

AT_FIRST = r"^(?:(?:please|maybe|perhaps|can you|could you|ok|okay|hm+|no|well|sorry|and|but|also|oh|actually|wait)[ ,]+)*"
BEFORE_A_QUESTION = (
    r"^(?:(?:but|and|so|wait|ok|okay|hm+|sorry|oh|hang on|hold on|actually|first|btw|by the way|quick question|just"
    r"|one (?:sec|second|moment))[, ]+)*"
)
"""What a question may begin with."""
ASKS = re.compile(
    BEFORE_A_QUESTION + r"(?:(?:what|whats|what's|why|how|who|whom|whose|where|which)\b"
    r"|(?:is|are|am|do|does|did|can|could|will|would|should|may)"
    r" (?:i|you|u|it|this|that|they|there|the|we|he|she|anyone|someone|my|your)\b"
    r"|(?:tell me|explain|show me)\b)"
)


class Reading(NamedTuple):
    """The intent that a message has within the hand-off, the field it is about, and the words that answer it."""

    intent: str
    field: Optional[str] = None
    value: Optional[str] = None
    also: tuple[tuple[str, str], ...] = ()
    """Further fields that the same message answers, with the words for each."""


class Listening(NamedTuple):
    """What the hand-off waits for: the field asked for, or a word on the receipt that is shown."""

    asked: Optional[str] = None
    last: Optional[str] = None
    """The field answered last."""
    receipt: bool = False
    later: tuple[str, ...] = ()
    """Fields that are still to be asked for after this one."""
    before: Optional[str] = None
    """The field that was settled right before, by an answer or a skip."""
    heard: bool = False
    """Whether the question asks if what was understood before fits: a yes answers it."""
    detour: bool = False
    """Whether something else was answered right before the receipt was shown again: a yes may be to that."""


UNFIT, DIFFERENCE, LIST, UNSENT, THEIRS = "@unfit", "@difference", "@list", "@unsent", "@theirs"
"""Values that are no words of the visitor's, and say what is answered before the question stands again: that a text answers none of the
questions, how online and in person differ, what is on the list so far, that nothing is sent yet, and that only a clinician knows."""
WAIT, MEANS, WHY, HOW_MANY, ACCOUNT, LEFT_OUT = "@wait", "@means", "@why", "@how_many", "@account", "@left_out"
"""The same: that the question waits, what it means, what it is for, what is still to come, whether an account is needed, what no list
carries."""
NEED_NOT, NO_NAME, ONCE_MORE = "@need_not", "@no_name", "@once_more"
"""The same beside the receipt: that it need not be sent, that no name goes along, that a yes may have been to something else."""
HARM, LOSS, TODAY = "@harm", "@loss", "@today"
"""The same: that someone was hurt, that someone died, that it must be today."""
PASS_OR_STOP, WHY_A_YES = "@pass_or_stop", "@why_a_yes"
"""The same: that it is not told whether the question is to be left out or all of them; what the yes beside the receipt is for."""
LINE = "@line "
"""Before words that say which line of the receipt is to be answered anew."""
TO = " @to "
"""Between words that say which line it is and those that it is to hold."""


def simply(text: str) -> str:
    """A text in lower case, without the space and the full stops around it."""
    return re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip(" .!…,")
