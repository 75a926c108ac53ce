"""An attempt, or thoughts of suicide, told as long past: what "it" is that may come back. By rules alone."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, State
from thaw.safety.screen import Signal

_TRIED = re.compile(
    r"\bi (?:\w+ ){0,2}?(?:tried|attempted) to (?:end (?:it|my (?:own )?life|everything)|take my (?:own )?life|kill myself|die|hang myself"
    r"|overdose|kms)\b(?! (?:with|between|all with)\b)"
    r"|^(?:\w+ )?(?:tried|attempted) to (?:end (?:it|my (?:own )?life)|take my (?:own )?life|kill myself|hang myself"
    r"|overdose)\b(?! (?:with|between)\b)"
    r"|\bi (?:\w+ )?(?:attempted|overdosed)(?: suicide)?(?: (?:once|twice|in|when|at|as|back|two|three|four|five|last|years?|long"
    r"|before)\b|\W*$)"
    r"|\bmy (?:\w+ )?suicide attempt\b|\bi survived (?:a|an|my) (?:\w+ )?(?:suicide )?(?:attempt|overdose)\b"
)
_WAS_SUICIDAL = re.compile(
    r"\b(?:i used to be|i was|i had been|been)(?: \w+){0,2} suicidal\b|\bi (?:used to|once) (?:want to die|think (?:about"
    r"|of) (?:suicide|dying|killing))"
    r"|\bi (?:had|used to have) (?:\w+ )?(?:suicidal thoughts|thoughts of suicide)\b"
)
_COMES_BACK = re.compile(
    r"\b(?:it|that|they|those|the (?:thoughts?|feelings?|urges?))(?: (?:sometimes|still|always|often|might|could|may|will|does|do"
    r"|has|have|just"
    r"|all|ever|keeps?|is|are|started|starting|to|kind of)){0,3} (?:com(?:es?|ing)|came|creep(?:s|ing)?|crept|back)\b(?! (?:from"
    r"|to (?:me|mind)))"
    r"|\b(?:it|that|they|those)(?:'s|'re) (?:\w+ )?(?:back|coming back|there again|creeping)\b|\bnot (?:\w+ )?gone\b"
    r"|\b(?:it|that|they)(?:'ll| will) (?:\w+ )?(?:come|be) back\b|\bit happens? again\b|\bi (?:do|try) (?:it|that) again\b"
    r"|\bstill (?:there|comes?|get (?:it|them))\b"
)
_AT_ONCE = 14
"""Words up to which an attempt that is told is what a message is about."""


def tells_an_attempt(text: str) -> bool:
    """Whether a text tells of an attempt of the writer's own, and of little else."""
    return "?" not in text and len(text.split()) <= _AT_ONCE and bool(_TRIED.search(plain(text).replace(",", "")))


def tells_of_then(text: str) -> bool:
    """Whether a text tells of an attempt, or of having been suicidal."""
    words = plain(text).replace(",", "")
    return bool(_TRIED.search(words) or _WAS_SUICIDAL.search(words))


def come_back(text: str, signal: Signal, state: State) -> Signal:
    """The signal; after an attempt or such thoughts were told as past, that "it" comes back is asked about."""
    if not state.past or state.stage not in CLOSED or state.pending or _is_known(signal):
        return signal
    return Signal("crisis_passive", "ask", ("what was past comes back",)) if tells_it_comes_back(text) else signal


def _is_known(signal: Signal) -> bool:
    return signal.level == "urgent" or (signal.level is not None and not signal.guessed and signal.evidence != ("classifier",))


def tells_it_comes_back(text: str) -> bool:
    """Whether a text says, or fears, that "it" comes back."""
    return bool(_COMES_BACK.search(plain(text).replace(",", "")))
