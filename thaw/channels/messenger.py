"""A message on a visitor's own channel in, what is to be written to them out: the same turns as on the site, for every platform.

A platform (`telegram.py`, `twilio.py`, `slack.py`) checks who calls, reads its own requests, and sends. What lies between is here once:
first contact, the rate, what is no text, the turn, and the outbox. With the store down the answer is sent at once, and not kept.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from itertools import count
from typing import Any, Coroutine, Literal, Mapping, NamedTuple, Optional, Protocol, Sequence
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError

from thaw.cards import id_without_picks
from thaw.channels.limits import Limits
from thaw.channels.numbers import picked
from thaw.channels.plain import Part, part_from_json, part_to_json, shown
from thaw.channels.reading import MAX_TEXT, Incoming, UnknownChoice, is_visible
from thaw.channels.refused import heard_by_rules
from thaw.channels.renderer import Json, Rendered, Scene, draft, render
from thaw.channels.sealed import Seal, Unreadable
from thaw.channels.turn import StillRunning, Turns, UnknownConversation
from thaw.outbox import NotDelivered, Undeliverable, Worker
from thaw.settings import Settings
from thaw.store import Parcel, Store

logger = logging.getLogger(__name__)

Kind = Literal["text", "choice", "begin", "attachment", "edited", "group", "stop", "start", "help"]

STALE = 24 * 60 * 60.0
"""Seconds after which an answer that did not arrive is given up: WhatsApp takes none by then, and it would come out of the blue."""
FIRST_WAIT, LONGEST_WAIT = 2.0, 60.0
"""Seconds before the second try of an answer, and at most between two later ones: someone is waiting."""
TRIES_WITHOUT_STORE = 3
FINISHING = 5.0
"""Seconds that a process which ends has for the messages it is sending."""
REMEMBERED = 10_000
"""Messages and conversations of which this process remembers that they were there, should the store be down."""
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


class Platform(Protocol):
    """Where messages are sent."""

    name: str
    longest: int
    """Characters of a text, in UTF-16 units."""
    has_buttons: bool
    has_keywords: bool
    """Whether its carriers ask for STOP, START and HELP."""

    async def send(self, address: str, part: Part) -> None:
        """Send one message.

        Raises:
            NotDelivered: it must be tried again.
            Undeliverable: that would be of no use.
        """


class Messenger:
    """Takes what came, and sees to it that the answer arrives."""

    def __init__(self, turns: Turns, store: Store, limits: Limits, seal: Seal, settings: Settings) -> None:
        self._turns = turns
        self._outgoing = store.outgoing
        self._store = store
        self._limits = limits
        self._seal = seal
        self._settings = settings
        self._platforms: dict[str, Platform] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._hurrying: set[asyncio.Task[None]] = set()
        self._opening: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        # In case the store is down: what was taken, who was here, and the numbers they saw. Then: when they were told that it was too
        # fast, and who knows how a number is chosen.
        self._taken: OrderedDict[str, Any] = OrderedDict()
        self._known: OrderedDict[str, Any] = OrderedDict()
        self._numbers: OrderedDict[str, Any] = OrderedDict()
        self._told: OrderedDict[str, Any] = OrderedDict()
        self._hinted: OrderedDict[str, Any] = OrderedDict()
        self.silent: set[str] = set()
        """The platforms that did not take what was sent last."""
        self._wordings = count()

    def add(self, platform: Platform) -> None:
        """Let a platform be written to."""
        self._platforms[platform.name] = platform

    def worker(self) -> Worker:
        """What sends again, and sends what is due later, for as long as the server runs."""
        deliver = {name: self.deliver for name in self._platforms}
        # In the store's own threads: several that hang there must not be missing where texts are screened.
        return Worker(self._outgoing, deliver, first_wait=FIRST_WAIT, longest_wait=LONGEST_WAIT, ask=self._turns.asks)

    async def receive(self, platform: Platform, inbound: Inbound) -> None:
        """Answer a message, once however often it comes. The answer goes on when the platform's connection breaks."""
        key = self._seal.hash(platform.name, "message", inbound.sender, inbound.id)
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.ensure_future(self._receive(platform, inbound, key))
            task.add_done_callback(lambda ended: self._ended(key, ended))
        await asyncio.shield(task)

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
        elif await self._wants_nothing(conversation_id, inbound):
            messages = []
        else:
            messages = await self._answer(platform, conversation_id, inbound, key)
        await self._post(platform, conversation_id, inbound.address, messages, key)
        _remember(self._taken, key, True)

    # What is said

    async def _answer(self, platform: Platform, conversation_id: str, inbound: Inbound, key: str) -> list[Json]:
        """The answer to a message of a conversation; before it, at first contact, what the bot is."""
        begins = inbound.kind == "begin"
        is_new = await self._first_contact(platform, conversation_id, inbound, invites=begins)
        if begins:
            if is_new:
                return []
            inbound = inbound._replace(kind="text", text="hello")
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
            self._numbers.pop(conversation_id, None)
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
        numbers = await self._turns.asks.or_none(self._outgoing.numbers, conversation_id)
        shown_here = self._numbers.get(conversation_id, {})
        choice = picked(inbound.text, shown_here if numbers is None else numbers)
        # The store knows the way to a card's first line only; if the list is this process's, it knows which line was meant.
        choice = next((each for each in shown_here.values() if id_without_picks(each) == choice), choice)
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
                await self._post(platform, conversation_id, inbound.address, opening.messages, may_pass=False)
                await self._begin(platform, conversation_id, inbound, opening)
            _remember(self._known, conversation_id, True)
            return not is_known

    async def _begin(self, platform: Platform, conversation_id: str, inbound: Inbound, opening: Rendered) -> None:
        try:
            await self._turns.begin(conversation_id, inbound.country, None, platform.name, opening)
            await self._turns.asks(self._store.count, "conversations")
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
        _remember(self._told, conversation_id, moment)
        return await self._refused(conversation_id, inbound, "utter_channel_too_fast", incoming)

    async def _decline(self, platform: Platform, group: str, inbound: Inbound, key: str) -> None:
        """In a group: a sentence a day that it is no place for this, and the crisis services to danger each time. Nothing is recorded."""
        in_danger = bool((await heard_by_rules(inbound.text)).signal.level)
        once = key if in_danger else self._seal.hash(platform.name, "declined", group, time.strftime("%Y-%m-%d", time.gmtime()))
        if once in self._taken:
            return
        await self._post(platform, group, inbound.address, [*self._said("utter_channel_group"), *self._turns.static(None)], once)
        _remember(self._taken, once, True)

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

    async def _wants_nothing(self, conversation_id: str, inbound: Inbound) -> bool:
        """Whether someone wrote STOP. Danger is answered all the same: they wrote, and it can't wait for START."""
        if not await self._turns.asks.or_none(self._outgoing.is_quiet, conversation_id):
            return False
        if inbound.wakes:
            await self._turns.asks.or_none(self._outgoing.quiet, conversation_id, False)
            return False
        return not (await heard_by_rules(inbound.text)).signal.level

    def _said(self, name: str) -> list[Json]:
        """A response of this program's own, in a wording other than the last one."""
        return render([draft(name, next(self._wordings))], Scene(None), self._settings).messages

    # How it gets there

    async def _post(
        self,
        platform: Platform,
        conversation_id: str,
        address: str,
        messages: Sequence[Json],
        once: Optional[str] = None,
        may_pass: bool = True,
    ) -> None:
        """Put messages into the outbox and send them; with the store down, send them all the same.

        Args:
            platform: where to.
            conversation_id: whose.
            address: the receiver's.
            messages: as the renderer made them.
            once: the hash of what they answer.
            may_pass: whether a crisis message may pass what is stuck before it. The opening may not: answers come after it.
        """
        parts, numbers = shown(messages, platform.longest, platform.has_buttons, hint=conversation_id not in self._hinted)
        if numbers:
            _remember(self._hinted, conversation_id, True)
            # An answer without a list leaves the one before it in view.
            _remember(self._numbers, conversation_id, numbers)
        passes = may_pass and any(each["kind"] == "crisis" for each in messages)
        lane = f"{conversation_id}!" if passes else conversation_id
        parcels = [Parcel(platform.name, self._seal.close({"to": address, **part_to_json(part)}), lane) for part in parts]
        for each in messages:
            if each["kind"] == "exercise":
                reminder = {"to": address, "reminder": each["choices"][0]["id"] if each["choices"] else ""}
                parcels.append(Parcel(platform.name, self._seal.close(reminder), wait=each["seconds"]))
        kept = {number: id_without_picks(choice) for number, choice in numbers.items()}
        try:
            is_new = await self._turns.asks(self._outgoing.put, conversation_id, parcels, once, kept or None)
        except SQLAlchemyError as error:
            logger.error("An answer is sent without the outbox: %s.", type(error).__name__)
            await self._send_all(platform, address, parts)
            return
        if is_new and parcels:
            self._hurry(conversation_id, self._send_all(platform, address, parts) if passes else None)

    def _hurry(self, conversation_id: str, without_store: Optional[Coroutine[Any, Any, None]]) -> None:
        """Send what is due in a conversation now; what fails is the worker's, but for a crisis answer if the store went down meanwhile."""
        task = asyncio.ensure_future(self._empty(conversation_id, without_store))
        self._hurrying.add(task)
        task.add_done_callback(self._hurrying.discard)

    async def finish(self) -> None:
        """Before the process ends: wait for what is being sent, for a while. What is not sent by then is in the outbox."""
        if self._hurrying:
            await asyncio.wait(self._hurrying, timeout=FINISHING)

    async def _empty(self, conversation_id: str, without_store: Optional[Coroutine[Any, Any, None]]) -> None:
        worker = self.worker()
        try:
            while await worker.step(conversation_id):
                pass
        except SQLAlchemyError as error:
            logger.error("The outbox can't be read: %s.", type(error).__name__)
            if without_store:
                # It may arrive twice: once now, once when the store is there again.
                await without_store
        except Exception as error:  # what is in the outbox is the worker's now
            logger.error("Sending at once failed.", exc_info=error)
        finally:
            if without_store:
                without_store.close()

    async def _send_all(self, platform: Platform, address: str, parts: Sequence[Part]) -> None:
        """Send messages that no outbox keeps: a few tries, in their order."""
        for part in parts:
            for number in range(TRIES_WITHOUT_STORE):
                try:
                    await self._send(platform, address, part)
                    break
                except NotDelivered as error:
                    logger.warning("A %s was not delivered (%s), try %d; nothing keeps it.", platform.name, error, number + 1)
                    await asyncio.sleep(min(error.wait or number + 0.5, 10.0))
                except Undeliverable as error:
                    logger.warning("A %s can't be delivered (%s).", platform.name, error)
                    return

    async def _send(self, platform: Platform, address: str, part: Part) -> None:
        """Send one message, and keep whether the platform answers."""
        try:
            await platform.send(address, part)
        except NotDelivered:
            self.silent.add(platform.name)
            raise
        self.silent.discard(platform.name)

    @property
    def parts(self) -> dict[str, str]:
        """How the platforms are, for the health check."""
        return {name: "does not take messages" if name in self.silent else "ok" for name in self._platforms}

    async def deliver(self, body: Mapping[str, Any]) -> None:
        """Send one message of the outbox, or say what was due later.

        Raises:
            NotDelivered, Undeliverable.
        """
        try:
            content = self._seal.open(body["sealed"])
        except Unreadable:
            raise Undeliverable("sealed with another secret") from None
        if body["late"] > STALE:
            raise Undeliverable("too late")
        platform, conversation_id = self._platforms[body["channel"]], body["conversation"]
        part = part_from_json(content)
        if part is not None:
            await self._send(platform, content["to"], part)
            return
        # What is due later: so far, that the exercise's time is over.
        try:
            messages = await self._turns.time_is_up(conversation_id)
        except SQLAlchemyError as error:
            raise NotDelivered(type(error).__name__) from None
        if messages:
            once = self._seal.hash("reminder", conversation_id, content["reminder"])
            await self._post(platform, conversation_id, content["to"], messages, once)


def _remember(kept: OrderedDict[str, Any], key: str, value: Any) -> None:
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > REMEMBERED:
        kept.popitem(last=False)
