"""The worker that empties the outbox: takes what is due, delivers it, tries again later if that fails."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import logging
import random
from typing import Any, Awaitable, Callable, Mapping, Optional, Protocol

from sqlalchemy.exc import SQLAlchemyError

from thaw.store import Entry, now

logger = logging.getLogger(__name__)

Deliver = Callable[[Mapping[str, Any]], Awaitable[None]]

IDLE = 2.0
"""Seconds between two looks into an empty outbox."""
FIRST_WAIT, LONGEST_WAIT = 5.0, 6 * 60 * 60.0
"""Seconds before the second try, and at most between two later ones."""


class NotDelivered(Exception):
    """A delivery failed; `wait` is how many seconds the other side asked for, if it did."""

    def __init__(self, why: str, wait: Optional[float] = None) -> None:
        super().__init__(why)
        self.wait = wait


class Undeliverable(Exception):
    """A delivery failed, and no later one will do better: the entry is forgotten."""


class Box(Protocol):
    """What a worker empties."""

    def take(self, *which: Any) -> Optional[Entry]:
        """The entry that is due longest, leased to the caller; None if none is due."""

    def done(self, number: int) -> None:
        """The entry was delivered: forget it."""

    def again(self, number: int, wait: float) -> None:
        """The entry was not delivered: due again in `wait` seconds."""


class Worker:
    """Delivers entries by their kind, for as long as the server runs. No failure ends it."""

    def __init__(
        self,
        outbox: Box,
        deliver: Mapping[str, Deliver],
        idle: float = IDLE,
        first_wait: float = FIRST_WAIT,
        longest_wait: float = LONGEST_WAIT,
        ask: Callable[..., Awaitable[Any]] = asyncio.to_thread,
    ) -> None:
        self._outbox = outbox
        self._ask = ask
        self._deliver = deliver
        self._idle = idle
        self._waits = first_wait, longest_wait

    async def run(self) -> None:
        """Empty the outbox, over and over."""
        while True:
            try:
                delivered = await self.step()
            except SQLAlchemyError as error:
                logger.error("The outbox can't be read: %s.", type(error).__name__)
                delivered = False
            except Exception as error:  # a worker that ended would lose nothing, and deliver nothing
                logger.error("The outbox worker goes on after a fault.", exc_info=error)
                delivered = False
            if not delivered:
                await asyncio.sleep(self._idle)

    async def step(self, *which: Any) -> bool:
        """Take one entry that is due (of all, or of those that the box knows by `which`) and try to deliver it. False: none was due."""
        entry = await self._ask(self._outbox.take, *which)
        if entry is None:
            return False
        try:
            await self._deliver[entry.kind](entry.body)
        except Undeliverable as error:
            await self._ask(self._outbox.done, entry.number)
            logger.warning("Outbox: a %s can't be delivered (%s), try %d; it is given up.", entry.kind, error, entry.attempts)
            return True
        except Exception as error:
            wait = self._wait(entry, error)
            logger.warning("Outbox: a %s was not delivered (%s), try %d; again in %d s.", entry.kind, _why(error), entry.attempts, wait)
            await self._ask(self._outbox.again, entry.number, wait)
            return True
        await self._ask(self._outbox.done, entry.number)
        logger.info("Outbox: a %s was delivered at try %d.", entry.kind, entry.attempts)
        return True

    def _wait(self, entry: Entry, error: Exception) -> float:
        """Twice as long each time, a little scattered, and never sooner than the other side asked for."""
        first, longest = self._waits
        backoff = min(longest, first * 2.0 ** min(entry.attempts - 1, 20)) * random.uniform(0.8, 1.2)
        asked = error.wait if isinstance(error, NotDelivered) else None
        return max(backoff, min(asked or 0.0, 24 * 60 * 60.0))


def _why(error: Exception) -> str:
    # Other errors may carry an address or a body in their words.
    return str(error) if isinstance(error, NotDelivered) else type(error).__name__


def retry_after(header: Optional[str]) -> Optional[float]:
    """Seconds that a `Retry-After` header asks for: a number, or a date."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        moment = email.utils.parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.timezone.utc)
    return max(0.0, (moment - now()).total_seconds())
