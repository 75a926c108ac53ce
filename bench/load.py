"""Thaw under load: `make load`. Finds what it can take, then gives it 70 % of that for ten minutes; `--minutes 1` tries it.

Messages come at fixed moments, whether or not those before are answered, from more visitors than are answered at once. Prints errors,
p99 by minute, the memory's growth after the first minute, and p99 of the crisis messages, one in twenty, beside all others.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter, deque
from typing import NamedTuple

import aiohttp

from bench.visitors import CRISIS, TALK, Thaw, percentile, talk
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


class Answered(NamedTuple):
    """One message: when it was due, in seconds from the start, how long it took from then, and whether it was a crisis."""

    due: float
    seconds: float
    crisis: bool


class Load:
    """A load on a server: what was answered, and what failed."""

    def __init__(self, thaw: Thaw, client: aiohttp.ClientSession, seed: int = 1) -> None:
        self._thaw = thaw
        self._client = client
        self._chance = random.Random(seed)
        self._idle: deque[tuple[object, int]] = deque()
        self._begun = 0
        self.answered: list[Answered] = []
        self.errors: Counter[str] = Counter()
        self.resident: list[float] = []

    async def run(self, rate: float, minutes: float) -> None:
        """Send `rate` messages a second, evenly."""
        start, due, asked, minute = time.perf_counter(), 0.0, set(), 0
        while due < minutes * 60:
            wait = start + due - time.perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            message = asyncio.create_task(self._message(start, due))
            asked.add(message)
            message.add_done_callback(asked.discard)
            if due >= minute * 60:
                self.resident.append(self._thaw.resident())
                minute += 1
            due += 1 / rate
        await asyncio.gather(*asked)
        self.resident.append(self._thaw.resident())

    async def _another(self) -> tuple[object, int]:
        """A conversation that begins. The first ones are of all ages, or they would end, and be followed, all at the same moment."""
        self._begun += 1
        return await self._thaw.begin(self._client), self._begun % TURNS if self._begun <= VISITORS else 0

    async def _message(self, start: float, due: float) -> None:
        crisis = self._chance.random() < CRISES
        text = self._chance.choice(CRISIS if crisis else TALK)
        try:
            full = len(self._idle) >= VISITORS
            conversation, turns = self._idle.popleft() if full else await self._another()
            if not await self._thaw.say(self._client, conversation, text):
                self.errors["no answer"] += 1
            if turns + 1 < TURNS:
                self._idle.append((conversation, turns + 1))
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            self.errors[f"{type(error).__name__} {getattr(error, 'status', '')}".strip()] += 1
        self.answered.append(Answered(due, time.perf_counter() - start - due, crisis))


async def loaded(minutes: float) -> int:
    """Load a Thaw and print what came of it. Returns the number of errors."""
    thaw = Thaw()
    await thaw.start()
    try:
        await talk(thaw, 1, TALK)
        most = await talk(thaw, BUSY, TALK)
        rate = SHARE * len(most.seconds) / most.wall
        print(f"{len(most.seconds) / most.wall:.1f} messages a second with {BUSY} visitors; {rate:.1f} a second for {minutes:g} minutes.")
        timeout = aiohttp.ClientTimeout(60)
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=timeout) as client:
            load = Load(thaw, client)
            await load.run(rate, minutes)
    finally:
        thaw.stop()
    for minute in range(int(max(each.due for each in load.answered) // 60) + 1):
        seconds = [each.seconds for each in load.answered if each.due // 60 == minute]
        print(f"minute {minute + 1}: {len(seconds)} messages, p50 {_ms(seconds, 0.5)}, p99 {_ms(seconds, 0.99)}")
    for name, wanted in (("crisis messages", True), ("all others", False)):
        seconds = [each.seconds for each in load.answered if each.crisis is wanted]
        print(f"{name}: {len(seconds)}, p50 {_ms(seconds, 0.5)}, p99 {_ms(seconds, 0.99)}")
    after_a_minute = load.resident[min(1, len(load.resident) - 1)]
    print(f"resident: {after_a_minute:.0f} MB after a minute, {load.resident[-1] - after_a_minute:+.0f} MB since")
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
