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
"""Seconds between two looks at the claim."""

Release = Callable[[], Awaitable[object]]


class Order:
    """Lets the messages of a conversation through one by one. With Redis or the database down, this process alone counts."""

    def __init__(self, store: Store, asks: Asks, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._asks = asks
        self._wait = settings.engine_timeout + SLACK
        self._here: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._redis: Optional[redis.Redis] = None
        if settings.redis_url:
            self._redis = redis.from_url(settings.redis_url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
        # SQLite is the database of one process, whose lock ends with it.
        self._by_claim = not self._redis and settings.database_url.startswith("postgresql")
        self._clock = clock
        self._ask_again = float("-inf")

    @asynccontextmanager
    async def turn(self, conversation_id: str) -> AsyncIterator[None]:
        """Wait for the conversation's turn before, and keep the next one waiting."""
        async with self._here.setdefault(conversation_id, asyncio.Lock()):
            release = await self._taken(conversation_id)
            try:
                yield
            finally:
                if release:
                    await release()

    async def _taken(self, conversation_id: str) -> Optional[Release]:
        """What gives back the lock that all processes share; None if there is none, or it can't be had."""
        if self._redis and self._clock() >= self._ask_again:
            return await self._in_redis(self._redis, conversation_id)
        if self._by_claim:
            return await self._by_a_claim(conversation_id)
        return None

    async def _in_redis(self, shared: redis.Redis, conversation_id: str) -> Optional[Release]:
        lock = Lock(shared, f"thaw:turn:{conversation_id}", timeout=HELD, blocking_timeout=self._wait, thread_local=False)
        try:
            if await lock.acquire():
                return lambda: self._given_back(lock)
            logger.warning("A turn in another process did not end in time.")
        except (RedisError, OSError) as error:
            self._ask_again = self._clock() + PAUSE
            logger.error("Redis does not answer, and this process orders its messages alone: %s.", type(error).__name__)
        return None

    async def _given_back(self, lock: Lock) -> None:
        try:
            await lock.release()
        except LockError:
            logger.warning("A turn took longer than its lock is held.")
        except (RedisError, OSError) as error:
            logger.error("Redis does not answer, and a lock waits for its end: %s.", type(error).__name__)

    async def _by_a_claim(self, conversation_id: str) -> Optional[Release]:
        deadline = self._clock() + self._wait
        try:
            while not (await self._asks(self._store.claim, conversation_id, WHOLE_TURN)).mine:
                if self._clock() >= deadline:
                    logger.warning("A turn in another process did not end in time.")
                    return None
                await asyncio.sleep(STEP)
        except SQLAlchemyError as error:
            logger.error("The store is down, and this process orders its messages alone: %s.", type(error).__name__)
            return None
        return lambda: self._asks.or_none(self._store.release, conversation_id, WHOLE_TURN)
