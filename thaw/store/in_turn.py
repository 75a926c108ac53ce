"""What a turn has read of a conversation, for the engine that runs in it; and what the engine leaves to be written with the answer.

Without it the engine would read again what the turn has read, and write apart what belongs together.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, NamedTuple, Optional, Sequence

from thaw.store.conversations import Conversation
from thaw.store.database import Json
from thaw.store.marks import mark_of, marked_anew
from thaw.store.writing import Unwritten

RECENT_EVENTS = 60
"""Events of the engine that a turn reads: about the last six turns."""


class View(NamedTuple):
    """What the engine holds of a conversation after a turn, and the mark of the state that the store has then."""

    mark: str
    held: Any


class InTurn:
    """One turn's view of its conversation, for as long as the turn lasts."""

    def __init__(self, conversation: Conversation, events: Optional[Sequence[Json]], view: Optional[View] = None) -> None:
        self.conversation = conversation
        self.events = None if events is None else list(events)
        """The last events of the engine, oldest first; None if they were not read, as the engine holds them."""
        self._after = conversation.mark
        self._held = view.held if view and view.mark == self._after else None
        self.is_open = True
        """Whether the turn still writes what it is left."""
        self._unwritten: Optional[Unwritten] = None

    def take_held(self) -> Any:
        """What the engine holds of the conversation, if it is all that the store has. It is the engine's then, until it leaves it again."""
        held, self._held = self._held, None
        return held

    def leave(self, events: Sequence[Json], state: Json, held: Any = None) -> None:
        """Leave events and state to be written with the answer, and what the engine holds after them."""
        before = self._unwritten.events if self._unwritten else []
        marked = marked_anew(state)
        self._unwritten = Unwritten([*before, *events], marked, self._after)
        self.conversation = self.conversation._replace(state=state, mark=mark_of(marked))
        self._held = held
        if self.events is not None:
            self.events += events

    def view(self) -> Optional[View]:
        """What the engine holds once all is written that it left."""
        mark = self.conversation.mark
        return View(mark, self._held) if mark is not None and self._held is not None else None

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
