"""The safety screen: one look at every message on every channel. Plain Python: no Rasa, no network, no database."""

from __future__ import annotations

from typing import NamedTuple, Optional

from thaw.safety.normalise import plain
from thaw.safety.patterns import HARMLESS, Level, rules

SEVERITY: dict[Optional[Level], int] = {None: 0, "ask": 1, "support": 2, "urgent": 3}
NEGATION_REACH = 4
"""Words before a phrase in which a negation takes it back."""


class Signal(NamedTuple):
    """What the screen found: the safety intent, how grave, and which evidence (theme names, never the words)."""

    intent: Optional[str]
    level: Optional[Level]
    evidence: tuple[str, ...] = ()


CLEAR = Signal(None, None)


def screen(text: str) -> Signal:
    """Look at one message. Never raises on any text."""
    compiled = rules()
    doc = compiled.language(plain(text))
    found = [(doc.vocab.strings[key], start, end) for key, start, end in compiled.matcher(doc)]
    harmless = [(start, end) for name, start, end in found if name == HARMLESS]
    signal, evidence = CLEAR, []
    for name, start, end in found:
        if name == HARMLESS or any(start < stop and begin < end for begin, stop in harmless):
            continue
        theme = compiled.themes[int(name)]
        before = {token.lower_ for token in doc[max(0, start - NEGATION_REACH) : start]}
        if theme.unless_negated and before & compiled.negations:
            continue
        evidence.append(theme.name)
        if _outranks(theme.intent, theme.level, signal):
            signal = Signal(theme.intent, theme.level)
    return signal._replace(evidence=tuple(dict.fromkeys(evidence)))


def _outranks(intent: str, level: Level, current: Signal) -> bool:
    if SEVERITY[level] != SEVERITY[current.level]:
        return SEVERITY[level] > SEVERITY[current.level]
    # Someone else's danger is recognised by the same words as one's own, and more of them.
    return intent == "crisis_third_party" and current.intent in ("crisis_ideation", "self_harm")
