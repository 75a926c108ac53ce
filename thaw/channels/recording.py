"""A visitor's message on its way into the store: at once where risk is open, else with its answer, in one visit instead of two.

An answer that is long in coming is not waited for, and where the turn breaks off there is none: the message is recorded then.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Optional, Type

from thaw.channels.outages import Asks
from thaw.channels.remembered import Standing
from thaw.channels.returning import Presence
from thaw.store import Store


class Heard(NamedTuple):
    """What is recorded with a message: the visitor's words, where they stand with risk until it is answered, the client's id, the
    visitor's times, and what is counted.
    """

    text: str
    standing: Standing
    client_id: Optional[str]
    presence: Optional[Presence]
    counted: Optional[str]


class Recording:
    """Records one message, once; or none, as of a card."""

    def __init__(self, store: Store, asks: Asks, conversation_id: str, heard: Optional[Heard]) -> None:
        self._store = store
        self._asks = asks
        self._conversation_id = conversation_id
        self._heard = heard
        self.is_done = False
        """Whether the message is on record."""

    async def __aenter__(self) -> Recording:
        """Begin the turn."""
        return self

    async def __aexit__(self, kind: Optional[Type[BaseException]], *_: Any) -> None:
        """End it: broken off, the message is recorded."""
        if kind is not None:
            await self.now()

    @property
    def unrecorded(self) -> Optional[str]:
        """The visitor's words, if they are to be recorded with the answer."""
        return None if self.is_done or self._heard is None else self._heard.text

    async def now(self) -> None:
        """Record it, if the store is there. What is owed to the visitor since they came is kept with it, in case the turn breaks off."""
        if self.is_done or self._heard is None:
            return
        text, standing, client_id, presence, counted = self._heard
        owed = presence.to_json() if presence else None
        heard = await self._asks.or_none(self._store.hear, self._conversation_id, text, standing.to_json(), client_id, owed, counted)
        self.is_done = bool(heard)
