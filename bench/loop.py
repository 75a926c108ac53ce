"""Which calls block the event loop, and for how long: `python -m bench.loop` (part of `make bench`).

While one call runs on the loop, every other visitor waits. The server runs on a loop that times each call, by the clock and in CPU, which a
busy machine lengthens less; visitors write short and long messages, alone and many at once. Of several rounds the least counts.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import re
import sys
import time
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple, Optional

import aiohttp
import uvloop

from bench.visitors import CRISIS, TALK, Thaw, talk
from thaw.__main__ import main as thaw
from thaw.at_once import AT_ONCE

ROUNDS = 3
MOST = 0.020
"""Seconds that no call may take."""
LOGGED = 0.002
"""Seconds of CPU from which a call is logged."""
_SENTENCES = " ".join(text if text.endswith("?") else f"{text}." for text in TALK)
LONG = {
    "2,000 characters of sentences": (f"{_SENTENCES} " * 3)[:2000],
    "2,000 characters without a full stop": re.sub(r"[.?]", "", f"{_SENTENCES} " * 3)[:2000],
    "500 sentences of a word": "No. " * 500,
    "one word of 2,000 letters": "numb" * 500,
    "2,000 signs": "🫥" * 2000,
    "a crisis in the middle of 2,000 characters": f"{_SENTENCES[:900]} I want to kill myself tonight. {_SENTENCES * 2}"[:2000],
    "1,000 characters of mistyped words": ("i dont enjyo gmaing anymroe, nohting maeks me fele " * 30)[:1000],
}
"""Long messages of every shape."""
JUST_SHORT = TALK[12][:AT_ONCE]
"""The longest message that is read on the loop itself."""


class Call(NamedTuple):
    """One call on the event loop: seconds of CPU, seconds by the clock, what ran."""

    cpu: float
    wall: float
    what: str


class Watched(Thaw):
    """Thaw on a loop that logs slow calls."""

    def __init__(self) -> None:
        super().__init__()
        self.log = self.folder / "slow"
        self.log.touch()

    def command(self) -> list[str]:
        """The server below."""
        return [sys.executable, "-W", "ignore", "-m", "bench.loop", "--serve", str(self.log)]

    def slow(self) -> list[Call]:
        """The calls logged since this was asked last."""
        found = [Call(*json.loads(line)) for line in self.log.read_text(encoding="utf-8").splitlines()]
        self.log.write_text("", encoding="utf-8")
        return found

    async def say_all(self, texts: tuple[str, ...]) -> None:
        """One visitor says some texts."""
        await talk(self, 1, texts)

    async def post(self, client: aiohttp.ClientSession, headers: Any, **body: Any) -> Any:
        """Send a message; what comes back, refusals as well."""
        sent = {"id": uuid.uuid4().hex, **body}
        async with client.post(f"{self.url}/webhooks/site/messages", json=sent, headers=headers) as answer:
            return await answer.json()


class TimedLoop(uvloop.Loop):
    """uvloop that logs the calls which take long."""

    log: Optional[Path] = None

    def call_soon(self, callback: Callable[..., object], *args: Any, context: Any = None) -> asyncio.Handle:  # type: ignore[override]
        """Each step of each task comes through here."""
        return super().call_soon(self._timed, callback, *args, context=context)

    def _timed(self, callback: Any, *args: Any) -> None:
        cpu, wall = time.thread_time(), time.perf_counter()
        callback(*args)
        cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
        if cpu >= LOGGED and self.log:
            task = getattr(callback, "__self__", None)
            ran = getattr(task.get_coro() if isinstance(task, asyncio.Task) else callback, "__qualname__", "?")
            with self.log.open("a", encoding="utf-8") as file:
                file.write(json.dumps([cpu, wall, ran]) + "\n")


class _Policy(uvloop.EventLoopPolicy):
    def _loop_factory(self) -> TimedLoop:
        return TimedLoop()


def serve(path: Path) -> int:
    """Serve as an operator does, on that loop."""
    importlib.import_module("thaw.server")  # what it imports sets a policy, too
    TimedLoop.log = path
    asyncio.set_event_loop_policy(_Policy())
    return thaw()


async def _pages(thaw: Watched) -> None:
    """All that is asked of the server besides messages, refusals as well."""
    async with aiohttp.ClientSession() as client:
        headers = await thaw.begin(client)
        for path in ("/", "/widget/chat.js", "/webhooks/site/openapi.json", "/webhooks/site/health", "/nowhere"):
            async with client.get(thaw.url + path) as answer:
                await answer.read()
        opened = await thaw.post(client, headers, text="I feel nothing")
        choices = [each for message in opened["messages"] for each in message.get("choices", ())]
        await thaw.post(client, headers, choice=choices[0]["id"])
        await thaw.post(client, headers, text="x" * 30_000)
        await thaw.post(client, headers, choice="nothing of ours")
        async with client.get(f"{thaw.url}/webhooks/site/messages", headers=headers) as answer:
            await answer.read()
        async with client.delete(f"{thaw.url}/webhooks/site/session", headers=headers) as answer:
            await answer.read()


async def measure() -> None:
    """Print, for each kind of message, the longest call in the round in which it took least."""
    server = Watched()
    await server.start()
    kinds: dict[str, Callable[[], Awaitable[object]]] = {
        "24 messages as people write them": lambda: server.say_all(TALK),
        "the most that is read on the loop": lambda: server.say_all((JUST_SHORT,)),
        "200 characters of sentences": lambda: server.say_all((_SENTENCES[:200],)),
        "crises": lambda: server.say_all(CRISIS),
        **{kind: (lambda text=text: server.say_all((text,))) for kind, text in LONG.items()},  # type: ignore[misc]
        "sessions, pages, choices, refusals": lambda: _pages(server),
        "32 visitors at once": lambda: talk(server, 32, TALK[:2]),
    }
    longest = Call(0.0, 0.0, "")
    try:
        for kind, say in kinds.items():
            rounds = []
            for _ in range(ROUNDS):
                server.slow()
                await say()
                rounds.append(max(server.slow(), default=Call(0.0, 0.0, "")))
            found = min(rounds)
            longest = max(longest, found)
            told = f"{1e3 * found.cpu:5.1f} ms of CPU, {1e3 * found.wall:5.1f} by the clock  {found.what}"
            print(f"{kind:50} {told if found.cpu else 'none over 2 ms'}", flush=True)
    finally:
        server.stop()
    print(f"\nThe longest call on the event loop: {1e3 * longest.cpu:.1f} ms of CPU; at most {1e3 * MOST:.0f} may be.")


def main() -> int:
    """Measure, or serve."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--serve", type=Path)
    path = arguments.parse_args().serve
    if path:
        return serve(path)
    asyncio.run(measure())
    return 0


if __name__ == "__main__":
    sys.exit(main())
