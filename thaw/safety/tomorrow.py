"""What is said where a line for tomorrow is made: "if I wake up" doubts there that tomorrow comes, and elsewhere it may be nothing."""

from __future__ import annotations

import re
from typing import Any, Mapping, Sequence

from thaw.safety.normalise import plain
from thaw.safety.screen import Signal

DOUBTED = Signal("crisis_passive", "ask", ("whether there is a tomorrow",))
_ASKED_FOR = "/plan_tomorrow"
"""How the choices begin of which a line for tomorrow is made."""
_IF = (
    r"(?:if|assuming|provided|providing|supposing|presuming|as long as|so long as|in case|depends (?:on )?(?:if|whether)|unless|whether)"
    r"(?: that)?"
)
_STILL = (
    r"(?:still |even |actually |really |ever )*"
    r"(?:(?:be |being )?(?:here|around|alive|breathing|existing|with (?:you|us)|on this (?:earth|planet))"
    r"|live|exist|survive|last|wake(?: back)? up|wake|(?:make|made) (?:it|that|this)|get there|see (?:it|tomorrow|the morning))"
)
_UNTIL = (
    r"(?: (?:to|till|until|til|through|past|by|in|the|that|this|then|tomorrow|morning|night|day|next|tonight|long|far|at all|again|anymore"
    r"|any more|alive))*"
)
_AND_NO_MORE = (
    r"(?=$|[,.;!?\n]| (?:then|i guess|i suppose|maybe|lol|haha|tho|though|tbh|probably|honestly|idk|ill|i'll|i will|and|but|music|tea|after"
    r"|when)\b)"
)
"""What may follow: "if I wake up early" doubts nothing."""
_DOUBTS = re.compile(
    rf"\b{_IF} (?:(?:i|i'm|i am|i'll|i will|i do|i can|i get to) {_STILL}{_UNTIL}{_AND_NO_MORE}"
    r"|(?:i|i'm|i am|i'll be|i don't) (?:still |not |already )*(?:dead|gone|die|alive)\b"
    r"|i (?:get|make it|last|live|survive|hold on|hang on) (?:to |till |until |til |through )*(?:the |that )?"
    r"(?:tomorrow|morning|night|tonight|next day|long|far)\b"
    r"|(?:there's|there is|there will be|there'll be|there even is|i have|i get|i even have) (?:still |even |ever )*(?:a |any )?tomorrow\b"
    r"|(?:(?:tomorrow|morning|the morning) (?:even |ever |still )*(?:comes|happens|exists|arrives)|it (?:even |ever )*comes)\b)"
    r"|\bwhen i(?:'m| am) (?:dead|gone)\b"
    r"|\b(?:there is|there will be|there's|there'll be|there might be|there may be) (?:no|not be a) tomorrow\b"
    r"|\bi (?:won't|will not|might not|may not|don't (?:plan|want|intend) to|don't plan on) (?:be|being|see|seeing|wake up|waking up)"
    r"(?: (?:here|around|alive|there|tomorrow|it|then|for that|to see it))*(?=$|[,.;!?\n])"
)


def in_doubt(text: str, signal: Signal, offered: Sequence[Mapping[str, Any]]) -> Signal:
    """The signal; where a line for tomorrow is offered and nothing else was heard, the doubt whether there is a tomorrow."""
    is_asked = any(str(choice["payload"]).startswith(_ASKED_FOR) for choice in offered)
    return DOUBTED if is_asked and signal.level is None and _DOUBTS.search(plain(text)) else signal
