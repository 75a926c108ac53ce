"""What a text means right after a crisis answer that invited to it, or urged a call: before anything that it may mean by itself."""

from __future__ import annotations

from typing import Optional

from thaw.safety.barriers import ASKS, is_another_matter, may_be_a_barrier, told_barrier
from thaw.safety.filling_in import line_told, steadied
from thaw.safety.meant import ABUSE, Choices
from thaw.safety.menu import picked
from thaw.safety.moves import told_move
from thaw.safety.of_this_chat import asked_of_this_chat
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal
from thaw.safety.urged_talk import told_while_urged

_BARRIER = "utter_barrier_"


def invited_move(text: str, signal: Signal, state: State, offered: Choices) -> Optional[str]:
    """The move that a text makes by what was answered before it, or None. A choice that it names is read as that."""
    if picked(text, offered):
        return None
    filled_in = line_told(text, signal, state.last) or steadied(text, signal, state.last)
    if filled_in:
        return filled_in
    urged = state.is_urged and state.pending in (None, "call", "near") and state.topic != ABUSE
    if urged and (signal.level is None or signal.evidence == ("classifier",)) and (asked := asked_of_this_chat(text)):
        return asked
    if state.topic == ABUSE or not may_be_a_barrier(signal, text):
        return None
    if urged:
        return _while_urged(text, state)
    is_asked = state.pending is None and state.last is not None and (state.last in ASKS or state.last.startswith(_BARRIER))
    return told_barrier(text) if is_asked and told_move(text, state.topic) not in _PEOPLE else None


_ALONE = 3
"""Words below which a time stands for itself: "friday"."""
_PEOPLE = frozenset({"someone_would", "will_reach", "reached_out", "with_someone", "safe_for_now"})
"""People who could be told, or were: each has its own answer, whatever else is in the way."""


def _while_urged(text: str, state: State) -> Optional[str]:
    """What is in the way of a call that is urged, else what a frightened person says. What menus offer is read as that first."""
    told = told_move(text, state.topic)
    if told and not told.startswith("barrier_") and told != "alone":
        return None
    said = told_while_urged(text)
    if said:
        return said
    barrier = told_barrier(text)
    return barrier if barrier != "barrier_person" else None


def is_some_barrier(text: str, heard: Heard, state: State, offered: Choices) -> bool:
    """Whether a text that means nothing else answers the question what is in the way: asked just now, and only once so."""
    if state.last not in ASKS or state.pending or state.topic == ABUSE or picked(text, offered) or is_another_matter(text):
        return False
    says_more = heard.move or heard.country or heard.minor or heard.adult or heard.means or heard.taken or heard.stash or heard.survived
    is_a_time = heard.plan and len(text.split()) < _ALONE
    about_risk = is_a_time or heard.plan == "soon" or heard.taken_back or heard.joked or heard.unasked or heard.of_another or heard.nobody
    late = heard.plan_late or heard.after_all or heard.thought_of_it
    if says_more or about_risk or late or heard.dismissed or heard.reply == "yes":
        return False
    return not heard.signal.level or heard.signal.faint
