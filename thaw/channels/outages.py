"""What a turn does when a part is down or hangs: it asks the store and the engine within bounds, and goes on without them."""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Awaitable, Callable, Optional, Protocol, Sequence

from sqlalchemy.exc import SQLAlchemyError

from thaw.channels.renderer import Draft, Json

logger = logging.getLogger(__name__)

PATIENCE = 2.5
"""Seconds that the store has for an answer: a little more than the database itself is given (`thaw/store/database.py`)."""
PAUSE = 5.0
"""Seconds for which a store that did not answer is not asked again: one turn asks several times, and waits once."""
THREADS = 16
"""Threads of the store's own: those that hang in it must not be missing where texts are screened."""
LONG = 1.0
"""Seconds from which an answer is long in coming: a busy server's take half of it."""
ENGINE_PATIENCE = 2.0
"""Seconds that the engine has where the risk state machine knows an answer without it."""


class StoreTimedOut(SQLAlchemyError):
    """The store did not answer in time: it counts as down."""


class Asks:
    """Asks the store in threads of its own, within bounds.

    Args:
        in_line: whether those who write wait for each other anyway. Then one thread writes for all, in the order in which they came: of
            several that wait for one connection, whoever asks at the moment it is free gets it, and some wait until they give up.
        clock: seconds, for how long a store that did not answer is left alone.
    """

    def __init__(self, in_line: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._threads = ThreadPoolExecutor(THREADS, "store")
        self._writing = ThreadPoolExecutor(1, "writer") if in_line else self._threads
        self._clock = clock
        self._ask_again = float("-inf")

    async def __call__(self, method: Callable[..., Any], *arguments: Any, patience: Optional[float] = None) -> Any:
        """The answer of one of the store's methods.

        Raises:
            SQLAlchemyError: the store is down, or did not answer in time.
        """
        if self._clock() < self._ask_again:
            raise StoreTimedOut
        threads = self._writing if getattr(method, "writes", False) else self._threads
        asked = asyncio.get_running_loop().run_in_executor(threads, method, *arguments)
        try:
            return await asyncio.wait_for(asked, PATIENCE if patience is None else patience)
        except asyncio.TimeoutError:
            self._ask_again = self._clock() + PAUSE
            raise StoreTimedOut from None

    async def or_none(self, method: Callable[..., Any], *arguments: Any) -> Any:
        """The same, or None: a store that is down costs the record, never the answer."""
        try:
            return await self(method, *arguments)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            return None


class Engine(Protocol):
    """The dialogue engine, as the channel sees it."""

    async def respond(self, conversation_id: str, text: str, metadata: Json) -> Sequence[Draft]:
        """The drafts for one message. Raises on failure."""


async def engines_answer(
    answering: Awaitable[Sequence[Draft]],
    timeout: float,
    stop: asyncio.Event,
    meanwhile: Callable[[], Awaitable[None]],
) -> Sequence[Draft]:
    """What the engine says, or nothing if it fails, hangs, says nothing, or is to stop.

    Args:
        answering: the engine's work.
        timeout: seconds that it has.
        stop: set when something graver waits.
        meanwhile: what is done if it is long in coming.
    """
    answer = asyncio.ensure_future(answering)
    answer.add_done_callback(lambda ended: ended.cancelled() or ended.exception())  # looked at, in case it ends too late
    stopping = asyncio.ensure_future(stop.wait())
    # Not wait_for: that would wait for an engine that does not take being cancelled.
    wait = partial(asyncio.wait, {answer, stopping}, return_when=asyncio.FIRST_COMPLETED)
    done, _ = await wait(timeout=min(LONG, timeout))
    if not done:
        await meanwhile()
        await wait(timeout=max(timeout - LONG, 0.0))
    stopping.cancel()
    if not answer.done():
        answer.cancel()
        logger.error("The dialogue engine did not answer in time.")
        return []
    try:
        drafts = answer.result()
    except (Exception, asyncio.CancelledError) as error:  # whatever the engine does, the visitor gets an answer
        logger.error("The dialogue engine failed.", exc_info=error)
        return []
    if not drafts:
        logger.error("The dialogue engine answered nothing.")
    return drafts
