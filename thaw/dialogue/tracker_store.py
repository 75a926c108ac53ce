"""A tracker store over `thaw/store` that keeps a turn's cost flat, loses no slot, and can delete.

Rasa's stores read, replay and copy all events of a conversation at every turn. This one hands back the last events only, with the
slots and the active form put before them, and saves only what is new. Within a turn it takes what the turn has read, and leaves what it
has to write to the turn (`thaw/store/in_turn.py`).
"""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import Any, Dict, Iterable, List, Optional, Tuple

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from thaw.dialogue.processor import event_of
from thaw.dialogue.tracker import ThawTracker
from thaw.store import the_store
from thaw.store.emptied import TIMES, times_emptied
from thaw.store.in_turn import RECENT_EVENTS, current

SAID = "said"
"""Of a conversation's state: the number of the wording that each response was said in last. No words."""
_OF_THE_TURN = frozenset({"offered", "said", "hand_off"})
"""What the channel passes beside a message for its own turn. Of a message most of the weight, which no later turn looks at."""
_LOADED, _EMPTIED = "_thaw_loaded_events", "_thaw_times_emptied"
LAST = "last"
"""The names of the responses that the last answer was made of."""
_said: ContextVar[Tuple[str, Dict[str, int]]] = ContextVar("said")
"""The same for the conversation of this turn, by its id. Not on the tracker: forms work on copies of it."""


class BoundedTrackerStore(TrackerStore):
    """Rasa's view of a conversation: its state and its last `RECENT_EVENTS` events."""

    def __init__(
        self,
        domain: Optional[Domain] = None,
        event_broker: Optional[EventBroker] = None,
        host: Optional[str] = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self._store = the_store()

    def init_tracker(self, sender_id: str) -> ThawTracker:
        """The tracker of a conversation that begins."""
        return ThawTracker(sender_id, self.domain.slots, max_event_history=self.max_event_history)

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The tracker with a bounded history, or None if the conversation has no turn yet.

        Raises:
            SQLAlchemyError: the store is down; a turn must fail then, and not begin a new conversation.
        """
        turn = current(sender_id)
        held = turn.take_held() if turn else None
        if turn and (isinstance(held, ThawTracker) or turn.events is not None):
            conversation, bodies = turn.conversation, turn.events
        else:
            conversation, bodies = await asyncio.to_thread(self._read, sender_id)
        state = conversation.state if conversation else {}
        _said.set((sender_id, state.get(SAID, {})))
        before: List[Event] = [SlotSet(name, value) for name, value in state.get("slots", {}).items()]
        if state.get("active_loop"):
            before.append(ActiveLoop(state["active_loop"]))
        if isinstance(held, ThawTracker):
            tracker = held
            tracker.begin_again(before, _from_a_turn(list(tracker.events)[tracker.handed_back :][-RECENT_EVENTS:]))
        elif bodies:
            recent = _from_a_turn([event for event in map(event_of, bodies) if event is not None])
            tracker = ThawTracker.from_events(sender_id, [*before, *recent], self.domain.slots, domain=self.domain)
            tracker.handed_back = len(before)
        else:
            return None
        setattr(tracker, _LOADED, len(tracker.events))
        setattr(tracker, _EMPTIED, times_emptied(state))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Record the tracker's new events and its state."""
        events = list(tracker.events)
        new = events[getattr(tracker, _LOADED, 0) :]
        for event in new:
            if isinstance(event, UserUttered):
                _lighten(event)
        fresh = [_written(event) for event in new]
        initial = {slot.name: slot.initial_value for slot in self.domain.slots}
        said = {**_said_by(tracker), **_wordings(new)}
        state = {
            "slots": {
                name: value for name, value in tracker.current_slot_values().items() if value is not None and value != initial.get(name)
            },
            "active_loop": tracker.active_loop_name,
            TIMES: getattr(tracker, _EMPTIED, 0),
            SAID: said,
            LAST: list(_wordings(new)),
        }
        turn = current(tracker.sender_id)
        if turn:
            turn.leave(fresh, state, tracker)
        else:
            await asyncio.to_thread(self._store.add_events, tracker.sender_id, fresh, state)
        setattr(tracker, _LOADED, len(events))
        _said.set((tracker.sender_id, said))

    async def keys(self) -> Iterable[str]:
        """Not offered: nobody lists conversations through the engine."""
        return []

    async def delete(self, sender_id: str) -> None:
        """Delete the conversation and everything of it."""
        await asyncio.to_thread(self._store.delete, sender_id)

    def _read(self, sender_id: str) -> Any:
        return self._store.conversation(sender_id), self._store.recent_events(sender_id, RECENT_EVENTS)


def said_before(tracker: DialogueStateTracker, response: str) -> Optional[int]:
    """The wording that a response was said in last, before the events that were handed back; None if it was not said."""
    return _said_by(tracker).get(response)


def _said_by(tracker: DialogueStateTracker) -> Dict[str, int]:
    conversation, said = _said.get(("", {}))
    return said if conversation == tracker.sender_id else {}


def _lighten(message: UserUttered) -> None:
    """Keep of a message that is answered what later turns look at: not what it was understood in the light of, nor as what else."""
    message.metadata = {name: value for name, value in message.metadata.items() if name not in _OF_THE_TURN}
    understood = {name: value for name, value in message.parse_data.items() if name != "intent_ranking"}
    message.parse_data = {**understood, "metadata": message.metadata}


def _written(event: Event) -> Dict[str, Any]:
    """An event as it is stored."""
    body: Dict[str, Any] = event.as_dict()
    if isinstance(event, UserUttered):
        # Rasa puts a message's metadata there again when it reads the event.
        body["parse_data"] = {name: value for name, value in event.parse_data.items() if name != "metadata"}
    return body


def _wordings(events: List[Event]) -> Dict[str, int]:
    """The last wording of each response among the events."""
    said = [(event.metadata.get("metadata") or {}) for event in events if isinstance(event, BotUttered)]
    return {each["response"]: each["wording"] for each in said if "wording" in each}


def _from_a_turn(events: List[Event]) -> List[Event]:
    """The events from the first moment on at which the bot was listening, so that no turn is cut in half."""
    for index, event in enumerate(events):
        if isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME:
            return events[index:]
    return events
