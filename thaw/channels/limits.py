"""How often an address or a session may call, over the `limits` library."""

from __future__ import annotations

from typing import Optional

from limits import RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

_SESSIONS = RateLimitItemPerMinute(120)
_MESSAGES = RateLimitItemPerMinute(600)
# 20 in any 20 seconds is 60 a minute with a burst of 20.
_OF_A_SESSION = RateLimitItemPerSecond(20, 20)


class Limits:
    """The limits of `site-channel.md`: an address 120 sessions and 600 messages a minute, a session 60 with a burst of 20."""

    def __init__(self, redis_url: Optional[str] = None) -> None:
        # Kept here: the limiter holds it by a weak reference only.
        self._storage = storage_from_string(redis_url or "memory://")
        self._limiter = MovingWindowRateLimiter(self._storage)

    def session_allowed(self, address: str) -> bool:
        """Count a new session of an address."""
        return bool(self._limiter.hit(_SESSIONS, "sessions", address))

    def message_allowed(self, address: str, conversation_id: str) -> bool:
        """Count a message of an address and a conversation."""
        of_address = self._limiter.hit(_MESSAGES, "messages", address)
        return bool(of_address and self._limiter.hit(_OF_A_SESSION, "session", conversation_id))

    @property
    def retry_after(self) -> int:
        """Seconds to wait after a refusal."""
        return 10
