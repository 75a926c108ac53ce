"""One message of a conversation at a time: in this process by a lock, among several by Redis or by a claim in the shared database."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import asynccontextmanager
from typing import AsyncIterator, Awaitable, Callable, Optional
from weakref import WeakValueDictionary

from redis import asyncio as redis
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError
from sqlalchemy.exc import SQLAlchemyError

from thaw.channels.limits import PATIENCE, PAUSE
from thaw.channels.outages import Asks
from thaw.settings import Settings
from thaw.store import Store

logger = logging.getLogger(__name__)

WHOLE_TURN = ""
"""The claim's name for all turns of a conversation. No client's id is empty."""
HELD = 30
"""Seconds after which the lock of a process that was killed is free."""
SLACK = 4.0
"""Seconds, besides the engine's, that another process's turn is waited for. Then the message is answered all the same."""
STEP = 0.05
"""Seconds between two looks at what another process holds."""
CRISIS_WAIT = 0.5
"""Seconds that a crisis waits for the turns before it: long enough for any that is answered as usual."""

Release = Callable[[], Awaitable[object]]
IsCrisis = Callable[[], Awaitable[bool]]


async def _is_none() -> bool:
    return False


async def _nothing_to_release() -> None:
    pass


async def _ended(task: asyncio.Task[None]) -> None:
    """End a task, and look at what became of it."""
    task.cancel()
    await asyncio.wait({task})
    if not task.cancelled() and task.exception():
        logger.error("Whether a message that waits is a crisis could not be told.", exc_info=task.exception())


class _Line:
    """The messages of one conversation in this process, one behind the other."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.crisis_waits = asyncio.Event()
        self._crises = 0

    async def press(self, is_crisis: IsCrisis) -> None:
        """Make the turns before a crisis hurry, until it has its turn (this is then cancelled)."""
        await asyncio.sleep(CRISIS_WAIT)
        if not await is_crisis():
            return
        self._crises += 1
        self.crisis_waits.set()
        try:
            await asyncio.Event().wait()
        finally:
            self._crises -= 1
            if not self._crises:
                self.crisis_waits.clear()


class Order:
    """Lets the messages of a conversation through one by one. With Redis or the database down, this process alone counts.

    None is let past another: a crisis that waits makes the turns before it end at once.
    """

    def __init__(self, store: Store, asks: Asks, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._asks = asks
        self._wait = settings.engine_timeout + SLACK
        self._here: WeakValueDictionary[str, _Line] = WeakValueDictionary()
        self._redis: Optional[redis.Redis] = None
        if settings.redis_url:
            self._redis = redis.from_url(settings.redis_url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
        # SQLite is the database of one process, whose lock ends with it.
        self._by_claim = not self._redis and settings.database_url.startswith("postgresql")
        self._clock = clock
        self._ask_again = float("-inf")

    @asynccontextmanager
    async def turn(self, conversation_id: str, is_crisis: IsCrisis = _is_none) -> AsyncIterator[asyncio.Event]:
        """Wait for the conversation's turn before, and keep the next one waiting. Gives what is set while a crisis waits behind it.

        Args:
            conversation_id: the conversation.
            is_crisis: whether the message that waits is one; asked only if it waits for long.
        """
        line = self._here.setdefault(conversation_id, _Line())
        if not (line.lock.locked() or self._redis or self._by_claim):
            async with line.lock:
                yield line.crisis_waits
            return
        pressing = asyncio.ensure_future(line.press(is_crisis))
        try:
            async with line.lock:
                release = await self._taken(conversation_id, line.crisis_waits)
                try:
                    await _ended(pressing)
                    yield line.crisis_waits
                finally:
                    await release()
        finally:
            pressing.cancel()

    async def _taken(self, conversation_id: str, crisis_waits: asyncio.Event) -> Release:
        """Take the lock that all processes share, if it can be had, and tell how it is given back."""
        deadline = self._clock() + self._wait
        try:
            while (release := await self._tried(conversation_id)) is None:
                if crisis_waits.is_set() or self._clock() >= deadline:
                    logger.warning("A turn in another process did not end in time.")
                    return _nothing_to_release
                await asyncio.sleep(STEP)
            return release
        except (RedisError, OSError) as error:
            self._ask_again = self._clock() + PAUSE
            logger.error("Redis does not answer, and this process orders its messages alone: %s.", type(error).__name__)
        except SQLAlchemyError as error:
            logger.error("The store is down, and this process orders its messages alone: %s.", type(error).__name__)
        return _nothing_to_release

    async def _tried(self, conversation_id: str) -> Optional[Release]:
        """What gives back the lock that all processes share; None if another process has it."""
        if self._redis and self._clock() >= self._ask_again:
            lock = Lock(self._redis, f"thaw:turn:{conversation_id}", timeout=HELD, blocking=False, thread_local=False)
            return (lambda: self._given_back(lock)) if await lock.acquire() else None
        if self._by_claim:
            claim = await self._asks(self._store.claim, conversation_id, WHOLE_TURN)
            return (lambda: self._asks.or_none(self._store.release, conversation_id, WHOLE_TURN)) if claim.mine else None
        return _nothing_to_release

    async def _given_back(self, lock: Lock) -> None:
        try:
            await lock.release()
        except LockError:
            logger.warning("A turn took longer than its lock is held.")
        except (RedisError, OSError) as error:
            logger.error("Redis does not answer, and a lock waits for its end: %s.", type(error).__name__)
