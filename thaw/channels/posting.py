"""Requests to a platform's HTTP API: with a time-out, and with failures in the outbox's words. No address and no body gets into those."""

from __future__ import annotations

import asyncio
from typing import Any, Mapping, NamedTuple, Optional

import aiohttp

from thaw.outbox import NotDelivered, retry_after

TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)


class Answer(NamedTuple):
    """What a platform answered: status, JSON object (empty if it is none), and the seconds it asked to wait."""

    status: int
    body: Mapping[str, Any]
    wait: Optional[float]


class Client:
    """One pool of connections to a platform."""

    def __init__(self, timeout: aiohttp.ClientTimeout = TIMEOUT) -> None:
        self._timeout = timeout
        self._session: Optional[aiohttp.ClientSession] = None

    async def post(self, url: str, **what: Any) -> Answer:
        """Send a request (`json`, `data`, `auth` and `headers` as aiohttp takes them).

        Raises:
            NotDelivered: there was no answer.
        """
        return await self._ask("POST", url, **what)

    async def get(self, url: str, **what: Any) -> Answer:
        """The same with GET."""
        return await self._ask("GET", url, **what)

    async def _ask(self, method: str, url: str, **what: Any) -> Answer:
        if self._session is None:
            # Made within the event loop that uses it.
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        try:
            async with self._session.request(method, url, allow_redirects=False, **what) as answer:
                try:
                    body = await answer.json(content_type=None)
                except ValueError:
                    body = None
                wait = retry_after(answer.headers.get("Retry-After"))
                return Answer(answer.status, body if isinstance(body, dict) else {}, wait)
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
            raise NotDelivered(type(error).__name__) from None

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
