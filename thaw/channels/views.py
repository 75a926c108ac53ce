"""What the engine has of the conversations that go on in this process, so that a turn does not build it anew from their events.

No conversation is bound to a process by it: a view is used only if the store names the same mark with the conversation as when the view
was kept, and every write of the engine's events sets another mark (`thaw/store/in_turn.py`). Else the events are read, as ever.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from typing import Callable, Optional

from thaw.store.in_turn import View

CONVERSATIONS = 256
"""Conversations kept: the ones active last."""
IDLE = dt.timedelta(minutes=5)
"""Time after the last turn for which a view is kept. It holds the visitor's words."""


class Place:
    """Where a turn leaves its view for the one that comes next."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at
        self.view: Optional[View] = None


class Views:
    """A place for each conversation. What a turn takes is gone until it has been written: a turn that fails leaves none."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._places: OrderedDict[str, Place] = OrderedDict()

    def mark_of(self, conversation_id: str) -> Optional[str]:
        """The mark of the view that the last turn left, if there is one."""
        last = self._places.get(conversation_id)
        return last.view.mark if last and last.view and not self._is_idle(last) else None

    def take(self, conversation_id: str) -> tuple[Optional[View], Place]:
        """The view that the last turn left, for the one that begins, and the place for its own."""
        last = self._places.pop(conversation_id, None)
        place = self._places[conversation_id] = Place(self._clock())
        if len(self._places) > CONVERSATIONS:
            self._places.popitem(last=False)
        return None if last is None or self._is_idle(last) else last.view, place

    def keep(self, place: Place, view: Optional[View]) -> None:
        """Leave a view for the turn that comes next. It is of no effect if the conversation was dropped, or taken by another turn."""
        place.view, place.at = view, self._clock()

    def drop(self, conversation_id: str) -> None:
        """Drop a conversation; what a turn still leaves is dropped with it."""
        self._places.pop(conversation_id, None)

    def drop_idle(self) -> None:
        """Drop those that nobody has written in lately."""
        for conversation_id in [each for each, place in self._places.items() if self._is_idle(place)]:
            del self._places[conversation_id]

    def _is_idle(self, place: Place) -> bool:
        return self._clock() - place.at >= IDLE
