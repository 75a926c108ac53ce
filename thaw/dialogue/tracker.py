"""Rasa's tracker, which is kept from one turn to the next and remembers its last moments.

Rasa's rule policy describes every moment of a conversation anew for each prediction, and to do so replays all events. Here the moment
before each action is described once, when the action is taken.
"""

from __future__ import annotations

from collections import deque
from typing import Any, Deque, Iterable, List, Optional

from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, ActionReverted, ActiveLoop, Event, Restarted, SessionStarted, UserUtteranceReverted
from rasa.shared.core.trackers import DialogueStateTracker

_UNDOING = frozenset({ActionReverted, Restarted, SessionStarted, UserUtteranceReverted})
"""Kinds of events after which earlier ones count no more."""


class ThawTracker(DialogueStateTracker):
    """A tracker with its last moments: the states before the last actions, oldest first."""

    events: Deque[Event]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.handed_back = 0
        """How many of the first events stand for what was before them: they are not the conversation's own."""
        self._moments: Optional[Deque[State]] = None
        self._domain: Optional[Domain] = None

    def update(self, event: Event, domain: Optional[Domain] = None) -> None:
        """Take up an event."""
        if self._moments is not None and self._domain is not None:
            kind = type(event)
            if kind in _UNDOING or (kind is ActiveLoop and event.name):
                self._moments = None
            elif kind is ActionExecuted:
                # A form that goes on undoes what it did since it was last run (`DialogueStateTracker.applied_events`).
                is_form = event.action_name in self._domain.form_names
                self._moments = None if is_form else self._moments
                if self._moments is not None:
                    self._moments.append(self._domain.get_active_state(self))
        super().update(event, domain)

    def moments(self) -> Optional[List[State]]:
        """The states before the last actions and the present one, for the caller to change; None if they must be found by replaying."""
        if self._moments is None or self._domain is None:
            return None
        states = [*self._moments, self._domain.get_active_state(self)]
        return [{part: dict(content) for part, content in state.items()} for state in states]

    def remember(self, states: List[State], domain: Domain, most: int) -> None:
        """Go on from what replaying found: the states before the last `most` actions, and the present one."""
        if states[-1] != domain.get_active_state(self):
            return  # what was undone is still seen here
        past = [{part: dict(content) for part, content in state.items()} for state in states[:-1]]
        self._moments, self._domain = deque(past, most), domain

    def begin_again(self, before: Iterable[Event], recent: List[Event]) -> None:
        """Let the last events stand for all, with what was before them put before: as if they had been read from the store.

        The state of the tracker is that after these events already.
        """
        given = list(before)
        events = list(self.events)
        left_out = events[self.handed_back : len(events) - len(recent)]
        forms = [[event.name for event in some if isinstance(event, ActiveLoop)] for some in (events[: self.handed_back], given)]
        if forms[0] != forms[1] or any(isinstance(event, ActiveLoop) for event in left_out):
            self._moments = None  # who replays what is left finds other forms in its moments
        self.events = deque([*given, *recent])
        self.handed_back = len(given)
