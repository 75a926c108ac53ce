"""How often an address or a session may call, over the `limits` library: in memory, or in Redis for several processes."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from typing import Callable, Optional

from limits import RateLimitItem, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter
from redis.exceptions import RedisError

from thaw.settings import Settings

logger = logging.getLogger(__name__)

PATIENCE = 0.25
"""Seconds that Redis has for an answer."""
TIDY_EVERY = 30.0
"""Seconds after which what no longer counts is thrown away, with the next message."""
PAUSE = 5.0
"""Seconds for which a Redis that did not answer is not asked again."""


class Limits:
    """The limits of the settings: sessions and messages of an address a minute, messages of a session a minute and at once.

    With Redis down, this process counts alone.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._sessions = RateLimitItemPerMinute(settings.limit_sessions)
        self._messages = RateLimitItemPerMinute(settings.limit_messages)
        # 20 in any 20 seconds is 60 a minute with a burst of 20.
        window = max(1, round(60 * settings.limit_burst / settings.limit_session_messages))
        self._of_a_session = RateLimitItemPerSecond(settings.limit_burst, window)
        # The storages are kept here: a limiter holds its own by a weak reference only.
        self._memory = _Memory()
        self._alone = MovingWindowRateLimiter(self._memory)
        self._shared: Optional[MovingWindowRateLimiter] = None
        if settings.redis_url:
            self._redis = storage_from_string(settings.redis_url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
            self._shared = MovingWindowRateLimiter(self._redis)
        self._clock = clock
        self._ask_again = float("-inf")
        self.degraded = False
        """Whether Redis is set and did not answer when it was last asked."""

    async def wait_to_open(self, address: str) -> int:
        """Count a new session of an address: 0 if it may be opened, else the seconds after which it may."""
        return 0 if await self._hit(self._sessions, "sessions", address) else _after(self._sessions)

    async def wait_to_say(self, address: str, conversation_id: str) -> int:
        """Count a message of an address and a conversation: 0 if it is taken, else the seconds after which it is."""
        if not await self._hit(self._messages, "messages", address):
            return _after(self._messages)
        return 0 if await self._hit(self._of_a_session, "session", conversation_id) else _after(self._of_a_session)

    async def _hit(self, limit: RateLimitItem, *key: str) -> bool:
        if self._shared and self._clock() >= self._ask_again:
            try:
                # In a thread: a Redis that is slow must not hold up the other conversations.
                allowed = bool(await asyncio.to_thread(self._shared.hit, limit, *key))
            except RedisError as error:
                self._ask_again = self._clock() + PAUSE
                self.degraded = True
                logger.error("Redis does not answer, and this process counts its limits alone: %s.", type(error).__name__)
            else:
                self.degraded = False
                return allowed
        return bool(self._alone.hit(limit, *key))


def _after(limit: RateLimitItem) -> int:
    """Seconds after which nothing counts any more that counts now."""
    return int(limit.get_expiry()) + 1


class _Memory(MemoryStorage):
    """The library's storage, which would keep every key for ever, and start a thread at each message to go through all of them."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._tidied = time.time()
        super().__init__()

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        with self._lock:
            if time.time() >= self._tidied + TIDY_EVERY:
                self._MemoryStorage__expire_events()
            return bool(super().acquire_entry(key, limit, expiry, amount))

    def _MemoryStorage__schedule_expiry(self) -> None:
        """Not by a thread: `acquire_entry` sees to it."""

    def _MemoryStorage__expire_events(self) -> None:
        moment = time.time()
        with self._lock:
            self._tidied = moment
            for key, events in list(self.events.items()):
                events[:] = [event for event in events if event.expiry > moment]
                if not events:
                    del self.events[key]
