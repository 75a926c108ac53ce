"""A visitor's message on its way into the store: at once where it changes where they stand with risk or that is open, else with its
answer, in one visit instead of two.

An answer that is long in coming is not waited for, and where the turn breaks off there is none: the words are recorded then.
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
        self._is_tried = False
        self.stands = False
        """Whether the message is on record with where the visitor stands."""

    async def __aenter__(self) -> Recording:
        """Begin the turn."""
        return self

    async def __aexit__(self, kind: Optional[Type[BaseException]], *_: Any) -> None:
        """End it: broken off, the message is recorded."""
        if kind is not None:
            await self.late()

    @property
    def unrecorded(self) -> Optional[str]:
        """The visitor's words, if they are to be recorded with the answer."""
        # Tried once: what the store takes too late would be there twice.
        return None if self._is_tried or self._heard is None else self._heard.text

    async def at_once(self) -> None:
        """Record it first of all, with where the visitor stands. What is owed to them since they came is kept with it, in case the turn
        breaks off.
        """
        if self._heard is None:
            return
        self._is_tried = True
        text, standing, client_id, presence, counted = self._heard
        owed = presence.to_json() if presence else None
        heard = await self._asks.or_none(self._store.hear, self._conversation_id, text, standing.to_json(), client_id, owed, counted)
        self.stands = bool(heard)

    async def late(self) -> None:
        """Record the words alone: where the visitor stands may be another turn's to say by now."""
        if self._heard is None or self._is_tried:
            return
        self._is_tried = True
        await self._asks.or_none(self._store.record_words, self._conversation_id, self._heard.text, self._heard.client_id)
