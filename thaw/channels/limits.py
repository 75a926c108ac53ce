"""How often an address or a session may call, over the `limits` library."""

from __future__ import annotations

from limits import RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from thaw.settings import Settings


class Limits:
    """The limits of the settings: sessions and messages of an address a minute, messages of a session a minute and at once."""

    def __init__(self, settings: Settings) -> None:
        self._sessions = RateLimitItemPerMinute(settings.limit_sessions)
        self._messages = RateLimitItemPerMinute(settings.limit_messages)
        # 20 in any 20 seconds is 60 a minute with a burst of 20.
        window = max(1, round(60 * settings.limit_burst / settings.limit_session_messages))
        self._of_a_session = RateLimitItemPerSecond(settings.limit_burst, window)
        self.retry_after = window + 1
        """Seconds to wait after a refusal of a session's messages."""
        # Kept here: the limiter holds it by a weak reference only.
        self._storage = storage_from_string(settings.redis_url or "memory://")
        self._limiter = MovingWindowRateLimiter(self._storage)

    def session_allowed(self, address: str) -> bool:
        """Count a new session of an address."""
        return bool(self._limiter.hit(self._sessions, "sessions", address))

    def message_allowed(self, address: str, conversation_id: str) -> bool:
        """Count a message of an address and a conversation."""
        of_address = self._limiter.hit(self._messages, "messages", address)
        return bool(of_address and self._limiter.hit(self._of_a_session, "session", conversation_id))
