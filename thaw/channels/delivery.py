"""From an answer to a message on a visitor's own channel: into the outbox, and from there over the platform, until it arrived.

With the store down it is sent at once, and not kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from typing import Any, Coroutine, Mapping, Optional, Protocol, Sequence

from sqlalchemy.exc import SQLAlchemyError

from thaw.cards import id_without_picks
from thaw.channels.plain import Part, part_from_json, part_to_json, shown
from thaw.channels.renderer import Json
from thaw.channels.sealed import Seal, Unreadable
from thaw.channels.turn import Turns
from thaw.outbox import NotDelivered, Undeliverable, Worker
from thaw.store import Parcel
from thaw.store.outgoing import Outgoing

logger = logging.getLogger(__name__)

STALE = 24 * 60 * 60.0
"""Seconds after which an answer that did not arrive is given up: WhatsApp takes none by then, and it would come out of the blue."""
FIRST_WAIT, LONGEST_WAIT = 2.0, 60.0
"""Seconds before the second try of an answer, and at most between two later ones: someone is waiting."""
TRIES_WITHOUT_STORE = 3
LATEST_REMINDER = 60 * 60.0
"""The same for the end of the exercise's time, which nobody waits for any more by then."""
ON_ITS_WAY = 1.5
"""Seconds for which an opening is waited for, so that no answer overtakes it on the platform's way."""
FINISHING = 5.0
"""Seconds that a process which ends has for the turns that run, and for the messages it is sending."""
REMEMBERED = 10_000
"""Messages and conversations of which this process remembers that they were there, should the store be down."""


class Platform(Protocol):
    """Where messages are sent."""

    name: str
    longest: int
    """Characters of a text, in UTF-16 units."""
    has_buttons: bool
    has_replies: bool
    """Whether a few choices with short labels can stand under a line, where there are no buttons for all."""
    has_keywords: bool
    """Whether its carriers ask for STOP, START and HELP."""

    async def send(self, address: str, part: Part) -> None:
        """Send one message.

        Raises:
            NotDelivered: it must be tried again.
            Undeliverable: that would be of no use.
        """


class Delivery:
    """Sees to it that what is said arrives: over each platform, in its order, after a restart too."""

    def __init__(self, turns: Turns, outgoing: Outgoing, seal: Seal) -> None:
        self._turns = turns
        self._outgoing = outgoing
        self._seal = seal
        self._platforms: dict[str, Platform] = {}
        self._hurrying: set[asyncio.Task[None]] = set()
        # The numbers they saw, in case the store is down; and who knows how a number is chosen.
        self._numbers: OrderedDict[str, Any] = OrderedDict()
        self._hinted: OrderedDict[str, Any] = OrderedDict()
        self.silent: set[str] = set()
        """The platforms that did not take what was sent last."""

    def add(self, platform: Platform) -> None:
        """Let a platform be written to."""
        self._platforms[platform.name] = platform

    def worker(self) -> Worker:
        """What sends again, and sends what is due later, for as long as the server runs."""
        deliver = {name: self.deliver for name in self._platforms}
        # In the store's own threads: several that hang there must not be missing where texts are screened.
        return Worker(self._outgoing, deliver, first_wait=FIRST_WAIT, longest_wait=LONGEST_WAIT, ask=self._turns.asks)

    async def numbers(self, conversation_id: str) -> Mapping[str, str]:
        """The ids of the choices that the numbers of the last list stand for."""
        kept = await self._turns.asks.or_none(self._outgoing.numbers, conversation_id)
        here = self._numbers.get(conversation_id, {})
        if kept is None:
            return here
        # The store knows the way to a card's first line only; if the list is this process's, it knows which line was meant.
        return {number: here[number] if id_without_picks(here.get(number, "")) == choice else choice for number, choice in kept.items()}

    def forget(self, conversation_id: str) -> None:
        """Drop what this process keeps of a conversation."""
        self._numbers.pop(conversation_id, None)

    async def post(
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
            may_pass: whether a crisis message may pass what is stuck before it. The opening may not: answers come after it, a crisis
                answer too if it can be sent at all.
        """
        parts, numbers = shown(
            messages, platform.longest, platform.has_buttons, hint=conversation_id not in self._hinted, has_replies=platform.has_replies
        )
        if numbers:
            remember(self._hinted, conversation_id, True)
            # An answer without a list leaves the one before it in view.
            remember(self._numbers, conversation_id, numbers)
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
            sending = self._hurry(conversation_id, self._send_all(platform, address, parts) if passes else None)
            if not may_pass:
                await asyncio.wait({sending}, timeout=ON_ITS_WAY)

    def _hurry(self, conversation_id: str, without_store: Optional[Coroutine[Any, Any, None]]) -> asyncio.Task[None]:
        """Send what is due in a conversation now; what fails is the worker's, but for a crisis answer if the store went down meanwhile."""
        task = asyncio.ensure_future(self._empty(conversation_id, without_store))
        self._hurrying.add(task)
        task.add_done_callback(self._hurrying.discard)
        return task

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
        if body["late"] > LATEST_REMINDER:
            raise Undeliverable("too late")
        try:
            messages = await self._turns.time_is_up(conversation_id)
        except SQLAlchemyError as error:
            raise NotDelivered(type(error).__name__) from None
        if messages:
            once = self._seal.hash("reminder", conversation_id, content["reminder"])
            await self.post(platform, conversation_id, content["to"], messages, once)


def remember(kept: OrderedDict[str, Any], key: str, value: Any) -> None:
    """Keep a value, and of all of them the last ones."""
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > REMEMBERED:
        kept.popitem(last=False)
