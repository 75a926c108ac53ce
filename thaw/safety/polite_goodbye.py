"""A goodbye to everyone with thanks for the help, and a sleep until noon: words of last things in which there is nothing of them."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, Heard, State
from thaw.safety.screen import CLEAR, Signal

_EVERYBODY = r"(?:every ?(?:one|body)|all|you all|y'?all|guys|folks|friends|people|peeps)"
_GOODBYE = re.compile(
    rf"^(?:(?:ok|okay|well|right|so|anyway|hi|and) )*(?:good ?bye|bye|bye bye|cheers|good ?night|see you|take care)(?: {_EVERYBODY})?"
    r" (?:and )?(?:(?:many )?thanks|thank you|thx|ty|cheers)(?: (?:you|all|again|so much|a lot|very much|guys|everyone))*"
    r"(?: for (?:(?:the|your|all|this|that|of) )*(?:help|helping|chat|talk|info|information|listening|advice|time|answers?"
    r"|tips?|now|today|support))?"
    r"(?: (?:take care|see you|have a (?:good|nice) (?:day|night|evening|one|weekend)|good ?night|bye|later|tomorrow|soon))*$"
)
_THANKS_FIRST = re.compile(
    r"^(?:thanks|thank you|thx|ty)(?: (?:you|all|so much|a lot|everyone|guys))*(?: for (?:the|your|all the|all your"
    r"|this) (?:help|chat|talk|info|information"
    r"|advice|time|answers?|tips?|support))? (?:and )?(?:good ?bye|bye)(?: (?:every ?(?:one|body)|all|guys))?$"
)
_SLEEPS_LATE = re.compile(
    r"\b(?:sleep\w*|asleep|bed)\b(?: \w+| i'\w+){0,3} (?:not|never|\w+n't)(?: \w+)? (?:wake|waking)(?: up)? (?:until|till|'?til"
    r"|before|early|at (?!all\b)\w+|in the (?:night|middle)|every)\b"
)
_DARK = re.compile(r"\b(?:die|dead|death|kill|end|ever|again|gone|hope|wish|world|rather|suicid\w*)\b")
_FOUND = frozenset({"classifier", "a goodbye to everyone, or a sleep without waking"})
"""What may have found something in it."""


def of_nothing_dark(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What is heard of such words where only the classifier took them for something, and nothing was told before: nothing."""
    if not {*signal.evidence} <= _FOUND or not signal.evidence or state.stage not in CLOSED or state.pending or state.route:
        return None
    words = plain(text)
    said = " ".join(re.sub(r"[^\w' ]", " ", words).split())
    is_polite = _GOODBYE.match(said) or _THANKS_FIRST.match(said)
    return Heard(CLEAR) if is_polite or (_SLEEPS_LATE.search(words) and not _DARK.search(words)) else None
