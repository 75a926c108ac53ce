"""What the classifier alone half suspects in the middle of a talk that was not about risk: noted, and asked about when it comes again.

A talk has ten messages where a test has one. Of 1,800 turns of people in no danger, what they hold in the exercise, when they have time,
how they leave, 4.6 % were suspected without a word that a rule knows, and so every other talk was asked. Asked only about what the
classifier is sure of it is 1.4 %, and of 55 turns in which danger was told in a talk not one more is passed over: who tells of it
there says it plainly. A half suspicion is met with the invitation to say more, beside the services, as a faint one is at any time; when
they add up it is asked.
"""

from __future__ import annotations

from typing import Optional

from thaw.safety.risk_state import State
from thaw.safety.screen import Signal

FAINT, HALF = 1, 2
"""What a faint suspicion counts for, and a half one: as much as two faint ones, each of which makes danger about 1.7 times likelier (of our
held-out messages 31 of 364 in danger, 11 of 208 numb)."""
ENOUGH = 3
"""With how much a message is asked about."""
CALM = 4
"""Answers without any suspicion after which those before count for half."""
_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive", "self_harm"})


def noted(state: State, signal: Signal) -> Optional[State]:
    """The state in which such a suspicion is kept; None if it is none, or has to be answered now."""
    if state.stage != "none" or not signal.guessed or state.pending:
        return None
    if not signal.faint and not (signal.evidence == ("classifier",) and _is_mid_talk(state)):
        return None
    if signal.intent not in _OWN:
        # Once: it is answered the next time, whatever came between.
        return None if state.doubted else state._replace(doubted=True, quiet=-1)
    before = state.hints // 2 if state.quiet >= CALM else state.hints
    now = before + (FAINT if signal.faint else HALF)
    return state._replace(hints=now, quiet=-1) if now < ENOUGH else None


def _is_mid_talk(state: State) -> bool:
    """Whether something was answered before, and nothing of it about a danger."""
    return (state.quiet > 0 or state.hints > 0) and state.topic is None
