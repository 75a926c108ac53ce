"""Turns: a visitor's message in, the bot's messages out, in order and once each. The one way through, for every channel.

The order matters: screen, risk state machine, then the dialogue engine. With the engine or the store down the visitor still gets the
crisis answer that the message asks for, else an honest notice with the crisis services.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from functools import partial
from itertools import count
from typing import Callable, Optional, Sequence

from sqlalchemy.exc import SQLAlchemyError

from thaw.cadence import CADENCE, Cadence
from thaw.channels.answer import filled, help_before_choices, scene, time_is_up
from thaw.channels.one_turn import Means, OneTurn
from thaw.channels.order import Order
from thaw.channels.outages import Asks, Engine
from thaw.channels.reading import Incoming, Learned, Reader, UnknownChoice, without_commands
from thaw.channels.refused import Alarms, heard_by_rules
from thaw.channels.remembered import Remembered
from thaw.channels.renderer import Draft, Json, Rendered, Scene, draft, render
from thaw.channels.views import Views
from thaw.forget import forget
from thaw.safety import risk
from thaw.safety.learned_reply import reads_none
from thaw.safety.levels import SEVERITY
from thaw.safety.screen import Signal
from thaw.settings import Settings
from thaw.store import Answer, Conversation, Opened, Store
from thaw.store.database import now
from thaw.store.in_turn import RECENT_EVENTS

logger = logging.getLogger(__name__)

BEGUN = "conversations"
"""The counter of conversations that were begun."""


class UnknownConversation(Exception):
    """The conversation was deleted."""


class StillRunning(Exception):
    """The same turn is running elsewhere and has not ended in time."""


class Turns:
    """Runs turns: in order within a conversation, once for each client id."""

    def __init__(
        self,
        store: Store,
        engine: Callable[[], Optional[Engine]],
        screen: Callable[[str], Signal],
        settings: Settings,
        clock: Callable[[], dt.datetime] = now,
        cadence: Cadence = CADENCE,
        learned: Learned = reads_none,
    ) -> None:
        self._store = store
        self._settings = settings
        self.asks = Asks(store.has_one_writer)
        """How the store is asked, by the channel too: within bounds."""
        self._order = Order(store, self.asks, settings)
        self._remembered = Remembered()
        self._views = Views(clock)
        self._reader = Reader(store, self.asks, self._remembered, screen, learned)
        self._means = Means(store, self.asks, self._remembered, self._views, self._reader, engine, settings, clock, cadence)
        self._running: set[tuple[str, str]] = set()
        self._alarms = Alarms(store, self.asks, self._order, self._remembered, settings)
        self._errors = count()

    async def handle(self, conversation_id: str, country: Optional[str], incoming: Incoming) -> list[Json]:
        """The answer to one message.

        Raises:
            UnknownChoice, UnknownConversation, StillRunning.
        """
        try:
            return await self._handle(conversation_id, country, incoming)
        finally:
            # Answered, refused or broken off: as written, and as the engine read it.
            forget(incoming.text, without_commands(incoming.text or ""))

    async def _handle(self, conversation_id: str, country: Optional[str], incoming: Incoming) -> list[Json]:
        is_crisis = partial(self.is_crisis, conversation_id, incoming)
        if incoming.client_id is None:
            async with self._order.turn(conversation_id, is_crisis) as crisis_waits:
                opened = await self._open(conversation_id, None)
                return await OneTurn(self._means, conversation_id, incoming, opened).answer(country, crisis_waits)
        running = (conversation_id, incoming.client_id)
        self._running.add(running)
        try:
            async with self._order.turn(conversation_id, is_crisis) as crisis_waits:
                messages, is_repeat = await self._once(conversation_id, country, incoming, incoming.client_id, crisis_waits)
        finally:
            self._running.discard(running)
        return [*messages, *await self._missed(conversation_id, country, incoming, messages)] if is_repeat else messages

    async def _missed(self, conversation_id: str, country: Optional[str], again: Incoming, kept: list[Json]) -> list[Json]:
        """The crisis message for a text under the id of another one, if the rules find more in it than that one's answer is about."""
        heard = await heard_by_rules(again.text or "")
        answered = max((SEVERITY[each["level"]] for each in kept if each["kind"] == "crisis"), default=0)
        if SEVERITY[heard.signal.level] <= answered:
            return []
        if again.text == await self.asks.or_none(self._store.heard, conversation_id, again.client_id):
            return []
        return await self._alarms(conversation_id, country, heard, again.client_id)

    async def is_repeat(self, conversation_id: str, client_id: Optional[str]) -> bool:
        """Whether a message with this id was taken before: its turn is running, or answered."""
        if client_id is None:
            return False
        return (conversation_id, client_id) in self._running or bool(
            await self.asks.or_none(self._store.is_claimed, conversation_id, client_id)
        )

    async def is_crisis(self, conversation_id: str, incoming: Incoming) -> bool:
        """Whether the risk state machine has an answer to a message, as things stand while it waits for its turn."""
        try:
            conversation = await self._conversation(conversation_id)
            before = self._remembered.risk_of(conversation_id, conversation).in_which(incoming.client_id)
            message = await self._reader.read(conversation_id, conversation, before, incoming)
        except (UnknownChoice, UnknownConversation):
            return False
        return risk.step(before, message.heard)[1] is not None

    async def _once(
        self, conversation_id: str, country: Optional[str], incoming: Incoming, client_id: str, crisis_waits: asyncio.Event
    ) -> tuple[list[Json], bool]:
        """The answer, and whether it was given before."""
        for _ in range(100):
            opened = await self._open(conversation_id, client_id)
            claim = opened.claim if opened else None
            if claim is None or claim.mine:
                try:
                    return await OneTurn(self._means, conversation_id, incoming, opened).answer(country, crisis_waits), False
                except BaseException:  # whatever broke it off: sent again, it is not waited for
                    await self.asks.or_none(self._store.release, conversation_id, client_id)
                    raise
            if claim.messages is not None:
                return list(claim.messages), True
            if crisis_waits.is_set():
                break
            await asyncio.sleep(0.1)
        raise StillRunning

    async def _open(self, conversation_id: str, client_id: Optional[str]) -> Optional[Opened]:
        """What the turn begins with, or None if the store is down."""
        known = self._views.mark_of(conversation_id)
        opened: Optional[Opened] = await self.asks.or_none(self._store.open_turn, conversation_id, client_id, RECENT_EVENTS, known)
        if opened and opened.claim.mine and opened.conversation is None:
            raise UnknownConversation
        return opened

    async def open(self, conversation_id: str, country: Optional[str], page: Optional[str], channel: str) -> list[Json]:
        """Begin a conversation with its opening."""
        opening = self.opening(country)
        await self.begin(conversation_id, country, page, channel, opening)
        return opening.messages

    def opening(self, country: Optional[str], invites: bool = True, also: Sequence[Draft] = ()) -> Rendered:
        """What comes first: what the bot is, privacy, where help is now; and an invitation, unless the visitor began already.

        Args:
            country: of the visitor, if it is known.
            invites: whether to ask what brings them.
            also: notices of the channel.
        """
        drafts = help_before_choices([draft("utter_opening"), draft("utter_where_help_is_now")])
        drafts[1:1] = also
        if not invites:
            drafts.pop()
        scene = Scene(country or self._settings.country)
        return render([filled(each, self._settings) for each in drafts], scene, self._settings)

    async def begin(self, conversation_id: str, country: Optional[str], page: Optional[str], channel: str, opening: Rendered) -> None:
        """Record a conversation and its opening, and count it."""
        shown = (opening.messages, opening.choices, opening.offered)
        await self.asks(self._store.start, conversation_id, channel, country, page, *shown, BEGUN)

    async def time_is_up(self, conversation_id: str) -> list[Json]:
        """Say that the exercise's time is over, and ask what was noticed: unless it has ended or is paused, or risk is open.

        Raises:
            SQLAlchemyError: the store is down.
        """
        async with self._order.turn(conversation_id):
            conversation: Optional[Conversation] = await self.asks(self._store.conversation, conversation_id)
            if conversation is None:
                return []
            after = self._remembered.risk_of(conversation_id, conversation).state
            due = time_is_up(conversation.state)
            if not due or after.is_open or after.pending:
                return []
            rendered = render(due, scene(after.country or conversation.country, conversation, after, None), self._settings)
            await self.asks(self._store.say, conversation_id, Answer(rendered.messages, rendered.choices, rendered.offered))
            self._remembered.shown(conversation_id, rendered.choices, stored=True)
            return rendered.messages

    async def delete(self, conversation_id: str) -> None:
        """Delete the conversation and everything of it, in the store and in this process."""
        await self._means.delete(conversation_id)

    def forget_idle(self) -> None:
        """Drop what is held in memory of conversations that nobody has written in lately."""
        self._views.drop_idle()

    async def alarm(self, conversation_id: str, country: Optional[str], refused: Incoming) -> list[Json]:
        """The crisis message for a message that is refused, at the level that the rules alone find in it."""
        if refused.choice is None:
            return await self._alarms(conversation_id, country, await heard_by_rules(refused.text or ""), refused.client_id)
        try:
            heard = risk.from_payload((await self._reader.choice(conversation_id, refused.choice)).payload)
        except UnknownChoice:
            heard = risk.Heard(is_choice=True)
        return await self._alarms(conversation_id, country, heard, refused.client_id)

    def static(self, country: Optional[str]) -> list[Json]:
        """The static crisis message that goes with every error."""
        static = draft("utter_static_crisis", next(self._errors))
        return render([static], Scene(country or self._settings.country), self._settings).messages

    async def _conversation(self, conversation_id: str) -> Optional[Conversation]:
        """The conversation, or None if the store is down."""
        try:
            found: Optional[Conversation] = await self.asks(self._store.conversation, conversation_id)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            return None
        if found is None:
            raise UnknownConversation
        return found
