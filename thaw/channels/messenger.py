"""A message on a visitor's own channel in, its answer out: the same turns as on the site, for every platform.

A platform (`telegram.py`, `twilio.py`, `slack.py`) checks who calls, reads its own requests, and sends. What lies between is here once:
first contact, the rate, what is no text, keywords, the turn. How the answer gets there is `delivery.py`'s.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from itertools import count
from typing import Any, Literal, NamedTuple, Optional
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError

from thaw.channels.delivery import FINISHING, Delivery, Platform, remember
from thaw.channels.limits import Limits
from thaw.channels.numbers import picked
from thaw.channels.reading import MAX_TEXT, Incoming, UnknownChoice, is_visible
from thaw.channels.refused import heard_by_rules
from thaw.channels.renderer import Json, Rendered, Scene, draft, render
from thaw.channels.sealed import Seal
from thaw.channels.turn import StillRunning, Turns, UnknownConversation
from thaw.settings import Settings
from thaw.store import Store

logger = logging.getLogger(__name__)

Kind = Literal["text", "choice", "begin", "attachment", "edited", "group", "stop", "start", "help"]

TOLD = 60.0
"""Seconds in which someone who writes too fast is told so once."""


class Inbound(NamedTuple):
    """What came from a platform."""

    sender: str
    """Who wrote, as the platform calls them. Kept as a keyed hash only."""
    address: str
    """Where the answer goes."""
    id: str
    """The platform's id of the message: the same one is taken once."""
    kind: Kind
    text: str = ""
    choice: str = ""
    country: Optional[str] = None
    is_confirmed: bool = False
    """Whether the carrier itself has told the sender that it stopped, or starts again."""
    wakes: bool = False
    """Whether the carrier takes it for START from someone who wrote STOP; from others it is what it says."""


class Messenger:
    """Takes what came, and answers it."""

    def __init__(self, turns: Turns, store: Store, limits: Limits, seal: Seal, settings: Settings) -> None:
        self._turns = turns
        self._outgoing = store.outgoing
        self._store = store
        self._limits = limits
        self._seal = seal
        self._settings = settings
        self.delivery = Delivery(turns, store.outgoing, seal)
        self._running: dict[str, asyncio.Task[None]] = {}
        self._opening: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        # In case the store is down: what was taken, and who was here. Then: when they were told that it was too fast.
        self._taken: OrderedDict[str, Any] = OrderedDict()
        self._known: OrderedDict[str, Any] = OrderedDict()
        self._told: OrderedDict[str, Any] = OrderedDict()
        self._wordings = count()

    async def receive(self, platform: Platform, inbound: Inbound) -> None:
        """Answer a message, once however often it comes. The answer goes on when the platform's connection breaks."""
        key = self._seal.hash(platform.name, "message", inbound.sender, inbound.id)
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.ensure_future(self._receive(platform, inbound, key))
            task.add_done_callback(lambda ended: self._ended(key, ended))
        await asyncio.shield(task)

    async def finish(self) -> None:
        """Before the process ends: wait for the turns that run, and for what is being sent, for a while."""
        if self._running:
            await asyncio.wait(self._running.values(), timeout=FINISHING)
        await self.delivery.finish()

    def _ended(self, key: str, task: asyncio.Task[None]) -> None:
        self._running.pop(key, None)
        if not task.cancelled() and task.exception():
            logger.error("A message could not be answered.", exc_info=task.exception())

    async def _receive(self, platform: Platform, inbound: Inbound, key: str) -> None:
        if key in self._taken or await self._turns.asks.or_none(self._outgoing.is_received, key):
            return
        conversation_id = self._seal.hash(platform.name, "sender", inbound.sender)
        if inbound.kind == "group":
            await self._decline(platform, conversation_id, inbound, key)
            return
        if inbound.kind in ("stop", "start", "help"):
            messages = await self._keyword(platform, conversation_id, inbound, key)
        elif await self._wants_nothing(conversation_id, inbound, key):
            messages = []
        else:
            messages = await self._answer(platform, conversation_id, inbound, key)
        await self.delivery.post(platform, conversation_id, inbound.address, messages, key)
        remember(self._taken, key, True)

    # What is said

    async def _answer(self, platform: Platform, conversation_id: str, inbound: Inbound, key: str) -> list[Json]:
        """The answer to a message of a conversation; before it, at first contact, what the bot is."""
        begins = inbound.kind == "begin"
        is_new = await self._first_contact(platform, conversation_id, inbound, invites=begins)
        if begins:
            if is_new:
                return []
            inbound = inbound._replace(kind="text", text=inbound.text or "hello")
        incoming = await self._incoming(conversation_id, inbound, key)
        if await self._limits.wait_to_say(conversation_id, conversation_id):
            return await self._too_fast(conversation_id, inbound, incoming)
        has_words = incoming.choice is not None or is_visible(inbound.text)
        if inbound.kind == "edited" or not has_words:
            name = "utter_channel_edited" if inbound.kind == "edited" else "utter_channel_not_text"
            return await self._refused(conversation_id, inbound, name, incoming)
        if len(inbound.text) > MAX_TEXT:
            return await self._refused(conversation_id, inbound, "utter_channel_too_long", incoming)
        try:
            messages = await self._turn(platform, conversation_id, inbound, incoming)
        except UnknownChoice:
            return await self._refused(conversation_id, inbound, "utter_channel_old_choice", incoming)
        except (StillRunning, UnknownConversation, SQLAlchemyError):
            return await self._refused(conversation_id, inbound, "utter_channel_busy", incoming)
        if any(message.get("ended") for message in messages):
            self._known.pop(conversation_id, None)
            self.delivery.forget(conversation_id)
            return [{**each, "ended": True} for each in self._said("utter_channel_deleted")]
        if inbound.kind == "attachment" and not any(message["kind"] == "crisis" for message in messages):
            return [*self._said("utter_channel_only_words"), *messages]
        return messages

    async def _turn(self, platform: Platform, conversation_id: str, inbound: Inbound, incoming: Incoming) -> list[Json]:
        try:
            return await self._turns.handle(conversation_id, inbound.country, incoming)
        except UnknownConversation:
            # Deleted between the first look and the turn.
            await self._first_contact(platform, conversation_id, inbound, invites=False)
            return await self._turns.handle(conversation_id, inbound.country, incoming)

    async def _incoming(self, conversation_id: str, inbound: Inbound, key: str) -> Incoming:
        """The message as a turn takes it: what names a number of the last list is the choice that stands there."""
        if inbound.choice:
            return Incoming(choice=inbound.choice, client_id=key)
        choice = picked(inbound.text, await self.delivery.numbers(conversation_id))
        return Incoming(choice=choice, client_id=key) if choice else Incoming(text=inbound.text, client_id=key)

    async def _first_contact(self, platform: Platform, conversation_id: str, inbound: Inbound, invites: bool) -> bool:
        """Say what the bot is to whom it was not said yet, before anything else is answered. True: it was said just now."""
        async with self._opening.setdefault(conversation_id, asyncio.Lock()):
            try:
                is_known = await self._turns.asks(self._store.conversation, conversation_id) is not None
            except SQLAlchemyError:
                is_known = conversation_id in self._known
            if not is_known:
                opening = self._turns.opening(inbound.country, invites, [draft("utter_channel_opening", int(platform.has_keywords))])
                # Before the conversation is recorded: a process that dies in between says it twice, and never not at all.
                await self.delivery.post(platform, conversation_id, inbound.address, opening.messages, may_pass=False)
                await self._begin(platform, conversation_id, inbound, opening)
            remember(self._known, conversation_id, True)
            return not is_known

    async def _begin(self, platform: Platform, conversation_id: str, inbound: Inbound, opening: Rendered) -> None:
        try:
            await self._turns.begin(conversation_id, inbound.country, None, platform.name, opening)
        except SQLAlchemyError as error:
            logger.error("A conversation was begun without a record: %s.", type(error).__name__)

    async def _refused(self, conversation_id: str, inbound: Inbound, name: str, incoming: Incoming) -> list[Json]:
        """A notice, and the crisis message at the level that the rules find in what was not taken."""
        return [*self._said(name), *await self._turns.alarm(conversation_id, inbound.country, incoming)]

    async def _too_fast(self, conversation_id: str, inbound: Inbound, incoming: Incoming) -> list[Json]:
        """The same for what came too fast: said once a minute, but to danger each time."""
        moment = time.monotonic()
        lately = moment - self._told.get(conversation_id, float("-inf")) < TOLD
        if lately and incoming.choice is None and not (await heard_by_rules(inbound.text)).signal.level:
            return []
        remember(self._told, conversation_id, moment)
        return await self._refused(conversation_id, inbound, "utter_channel_too_fast", incoming)

    async def _decline(self, platform: Platform, group: str, inbound: Inbound, key: str) -> None:
        """In a group: a sentence a day that it is no place for this, and the crisis services to danger each time. Nothing is recorded."""
        in_danger = bool((await heard_by_rules(inbound.text)).signal.level)
        once = key if in_danger else self._seal.hash(platform.name, "declined", group, time.strftime("%Y-%m-%d", time.gmtime()))
        if once in self._taken or (in_danger and await self._limits.wait_to_say(group, group)):
            return
        await self.delivery.post(platform, group, inbound.address, [*self._said("utter_channel_group"), *self._turns.static(None)], once)
        remember(self._taken, once, True)

    async def _keyword(self, platform: Platform, conversation_id: str, inbound: Inbound, key: str) -> list[Json]:
        """What carriers ask for: STOP ends all messages, START brings them back, HELP says what this is."""
        help_now = self._turns.static(inbound.country)
        if inbound.kind == "help":
            if await self._limits.wait_to_say(conversation_id, conversation_id):
                return await self._too_fast(conversation_id, inbound, Incoming(text=inbound.text, client_id=key))
            return [*self._said("utter_channel_help"), *help_now]
        stops = inbound.kind == "stop"
        was_quiet = await self._turns.asks.or_none(self._outgoing.is_quiet, conversation_id)
        if not stops and not was_quiet:
            return await self._answer(platform, conversation_id, inbound._replace(kind="begin"), key)
        await self._turns.asks.or_none(self._outgoing.quiet, conversation_id, stops)
        if stops:
            await self._turns.asks.or_none(self._outgoing.drop, conversation_id)
        if inbound.is_confirmed:
            return []
        return [*self._said("utter_channel_stopped"), *help_now] if stops else self._said("utter_channel_started")

    async def _wants_nothing(self, conversation_id: str, inbound: Inbound, key: str) -> bool:
        """Whether someone wrote STOP. Danger, and an answer to a question about it, can't wait for START."""
        if not await self._turns.asks.or_none(self._outgoing.is_quiet, conversation_id):
            return False
        if inbound.wakes:
            await self._turns.asks.or_none(self._outgoing.quiet, conversation_id, False)
            return False
        if (await heard_by_rules(inbound.text)).signal.level:
            return False
        return not await self._turns.is_crisis(conversation_id, await self._incoming(conversation_id, inbound, key))

    def _said(self, name: str) -> list[Json]:
        """A response of this program's own, in a wording other than the last one."""
        return render([draft(name, next(self._wordings))], Scene(None), self._settings).messages
