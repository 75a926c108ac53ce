"""Thaw under load: `make load`. Finds what it can take, then gives it 70 % of that for ten minutes; `--minutes 1` tries it.

Its capacity is measured with the same conversations, their openings and crises. Messages come at fixed moments then, whether or not those
before are answered, from more visitors than are answered at once. Prints errors, p99 by minute, the memory's growth after the first
minute, and p99 of the crisis messages, one in twenty, beside all others. CPU of a message is told by minute of the server and of this
program, which does the same in every minute: where both rise, it is the machine that got slower.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import sys
import time
from collections import Counter, deque
from itertools import pairwise
from typing import Any, NamedTuple

import aiohttp

from bench.visitors import CRISIS, TALK, Thaw, percentile
from thaw.train import train

SHARE = 0.7
"""Of the capacity found."""
VISITORS = 64
"""Conversations at the same time."""
TURNS = 12
"""Messages of a conversation, before its visitor makes room for another."""
CRISES = 0.05
"""Share of the messages that the screen answers."""
BUSY = 32
"""Visitors at once with whom the capacity is found."""
WARM, MEASURED = 5.0, 30.0
"""Seconds for which it is warmed up, and for which its capacity is measured: of a few seconds, a lucky one would set the load."""


class Answered(NamedTuple):
    """One message: when it was due, in seconds from the start, how long it took from then, and whether it was a crisis."""

    due: float
    seconds: float
    crisis: bool


class Mark(NamedTuple):
    """How things stand as a minute begins: CPU seconds of the server and of this program so far, messages answered, and resident MB."""

    server: float
    own: float
    answered: int
    resident: float


class Load:
    """A load on a server: what was answered, and what failed."""

    def __init__(self, thaw: Thaw, client: aiohttp.ClientSession, seed: int = 1) -> None:
        self._thaw = thaw
        self._client = client
        self._chance = random.Random(seed)
        self._idle: deque[tuple[Any, int]] = deque()
        self.answered: list[Answered] = []
        self.errors: Counter[str] = Counter()
        self.marks: list[Mark] = []

    async def capacity(self, seconds: float) -> float:
        """Messages a second that it answers when `BUSY` visitors write as soon as they are answered, one conversation after the other."""
        start = time.perf_counter()

        async def visitor() -> int:
            said = 0
            while time.perf_counter() - start < seconds:
                conversation = await self._thaw.begin(self._client)
                for _ in range(TURNS):
                    await self._thaw.say(self._client, conversation, self._text(self._is_crisis()))
                    said += 1
            return said

        said = await asyncio.gather(*(visitor() for _ in range(BUSY)))
        return sum(said) / (time.perf_counter() - start)

    async def run(self, rate: float, minutes: float) -> None:
        """Send `rate` messages a second, evenly."""
        # Of all ages, or they would end, and be followed by others, all at the same moment.
        for number in range(VISITORS):
            self._idle.append((await self._thaw.begin(self._client), number % TURNS))
        start, due, asked, minute = time.perf_counter(), 0.0, set(), 0
        while due < minutes * 60:
            wait = start + due - time.perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            message = asyncio.create_task(self._message(start, due))
            asked.add(message)
            message.add_done_callback(asked.discard)
            if due >= minute * 60:
                self._mark()
                minute += 1
            due += 1 / rate
        await asyncio.gather(*asked)
        self._mark()

    def _mark(self) -> None:
        self.marks.append(Mark(self._thaw.cpu(), time.process_time(), len(self.answered), self._thaw.resident()))

    async def _message(self, start: float, due: float) -> None:
        crisis = self._is_crisis()
        try:
            conversation, turns = self._idle.popleft() if self._idle else (await self._thaw.begin(self._client), 0)
            if not await self._thaw.say(self._client, conversation, self._text(crisis)):
                self.errors["no answer"] += 1
            self.answered.append(Answered(due, time.perf_counter() - start - due, crisis))
            if turns + 1 < TURNS:
                self._idle.append((conversation, turns + 1))
            elif len(self._idle) < VISITORS:
                self._idle.append((await self._thaw.begin(self._client), 0))
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            self.errors[f"{type(error).__name__} {getattr(error, 'status', '')}".strip()] += 1

    def _is_crisis(self) -> bool:
        return self._chance.random() < CRISES

    def _text(self, crisis: bool) -> str:
        return self._chance.choice(CRISIS if crisis else TALK)


async def loaded(minutes: float) -> int:
    """Load a Thaw and print what came of it. Returns the number of errors."""
    thaw = Thaw()
    await thaw.start()
    timeout = aiohttp.ClientTimeout(60)
    try:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=timeout) as client:
            load = Load(thaw, client)
            await load.capacity(WARM)
            most = await load.capacity(MEASURED)
            # The generator's own collections of garbage would hold up what it times.
            gc.freeze()
            gc.disable()
            print(f"{most:.1f} messages a second with {BUSY} visitors; {SHARE * most:.1f} a second for {minutes:g} minutes.", flush=True)
            await load.run(SHARE * most, minutes)
    finally:
        thaw.stop()
    for minute, (begun, ended) in enumerate(pairwise(load.marks), 1):
        seconds = [each.seconds for each in load.answered[begun.answered : ended.answered]]
        server, own = (1000 * (until - since) / max(1, len(seconds)) for since, until in zip(begun[:2], ended[:2], strict=True))
        took = f"p50 {_ms(seconds, 0.5)}, p99 {_ms(seconds, 0.99)}"
        print(f"minute {minute}: {len(seconds)} messages, {took}; CPU of each {server:.2f} ms, of asking it {own:.2f} ms")
    for name, wanted in (("crisis messages", True), ("all others", False)):
        seconds = [each.seconds for each in load.answered if each.crisis is wanted]
        print(f"{name}: {len(seconds)}, p50 {_ms(seconds, 0.5)}, p99 {_ms(seconds, 0.99)}")
    after_a_minute = load.marks[min(1, len(load.marks) - 1)].resident
    print(f"resident: {after_a_minute:.0f} MB after a minute, {load.marks[-1].resident - after_a_minute:+.0f} MB since")
    print(f"errors: {dict(load.errors) or 'none'}")
    return sum(load.errors.values())


def _ms(seconds: list[float], share: float) -> str:
    return f"{percentile(seconds, share) * 1000:.0f} ms" if seconds else "-"


def main() -> int:
    """Load it. The exit code says whether there were errors."""
    parser = argparse.ArgumentParser(description="Thaw under load.")
    parser.add_argument("--minutes", type=float, default=10.0)
    train()
    return min(1, asyncio.run(loaded(parser.parse_args().minutes)))


if __name__ == "__main__":
    sys.exit(main())
