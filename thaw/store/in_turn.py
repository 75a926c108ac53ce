"""What a turn has read of a conversation, for the engine that runs in it; and what the engine leaves to be written with the answer.

Without it the engine would read again what the turn has read, and write apart what belongs together.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import NamedTuple, Optional, Sequence

from thaw.store.database import Json
from thaw.store.store import Conversation

RECENT_EVENTS = 60
"""Events of the engine that a turn reads: about the last six turns."""


class Unwritten(NamedTuple):
    """New events of the engine, and its state after them."""

    events: list[Json]
    state: Json


class InTurn:
    """One turn's view of its conversation, for as long as the turn lasts."""

    def __init__(self, conversation: Conversation, events: Sequence[Json]) -> None:
        self.conversation = conversation
        self.events = list(events)
        """The last events of the engine, oldest first."""
        self.is_open = True
        """Whether the turn still writes what it is left."""
        self._unwritten: Optional[Unwritten] = None

    def leave(self, events: Sequence[Json], state: Json) -> None:
        """Leave events and state to be written with the answer."""
        before = self._unwritten.events if self._unwritten else []
        self._unwritten = Unwritten([*before, *events], state)
        self.conversation = self.conversation._replace(state=state)
        self.events += events

    def end(self) -> Optional[Unwritten]:
        """What is to be written. An engine that comes later writes by itself."""
        self.is_open = False
        return self._unwritten


_CURRENT: ContextVar[Optional[InTurn]] = ContextVar("in_turn", default=None)


def begin(turn: Optional[InTurn]) -> None:
    """Let what runs from here on, in this task and those it makes, be part of a turn."""
    _CURRENT.set(turn)


def current(conversation_id: str) -> Optional[InTurn]:
    """The turn of a conversation that this runs in, unless it has ended."""
    turn = _CURRENT.get()
    return turn if turn and turn.is_open and turn.conversation.id == conversation_id else None
