"""Servers in processes of their own, and visitors who talk to them: for the measurements of speed and load."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any, NamedTuple, Optional, Sequence

import aiohttp
import psutil

from thaw.settings import ROOT

TALK = (
    "hi",
    "I feel nothing at all lately",
    "why am I so numb",
    "is this depression or something else",
    "my girlfriend says I'm checked out",
    "tell me more",
    "does it go away",
    "music used to move me and now it's just noise",
    "I'd like to try something small",
    "no, not now",
    "what do you know about anhedonia",
    "could it be my medication",
    "I haven't cried in about two years and I don't know if that is normal or if something in me broke",
    "how do I talk to my wife about it",
    "ok",
    "are you a robot",
    "my body feels heavy all day",
    "what happens to what I write here",
    "i dont enjoy gaming anymroe",
    "Food tastes of nothing. I go to work, come home, sleep. My friends stopped calling and I did not mind. Is that bad?",
    "what is the weather in paris",
    "I used to love running",
    "can therapy help with this",
    "thanks",
)
"""What one visitor writes: short and long, clear and vague, mistyped, and about something else."""
CRISIS = ("I want to kill myself", "I don't want to wake up tomorrow", "I have the pills here and I'm going to take them")
"""Messages that the screen answers."""


class Spent(NamedTuple):
    """What a measurement took: each message's seconds, the seconds of all, and the CPU seconds of the server."""

    seconds: list[float]
    wall: float
    cpu: float


class Server:
    """One server under measurement: how it is started, and how one talks to it."""

    name = ""
    path = ""

    def __init__(self, **environment: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.folder = Path(tempfile.mkdtemp(prefix="thaw-bench-"))
        self.url = f"http://127.0.0.1:{self.port}"
        self.ready_after = 0.0
        self._environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "OMP_NUM_THREADS": "1", **self.environment(), **environment}

    def environment(self) -> dict[str, str]:
        """Its settings."""
        return {}

    def command(self) -> list[str]:
        """What starts it."""
        raise NotImplementedError

    async def begin(self, client: aiohttp.ClientSession) -> Any:
        """Begin a conversation; returns what `say` needs of it."""
        return uuid.uuid4().hex

    async def say(self, client: aiohttp.ClientSession, conversation: Any, text: str) -> int:
        """Say something; returns how many messages came back.

        Raises:
            aiohttp.ClientError: the server refused or is gone.
        """
        raise NotImplementedError

    async def start(self) -> Server:
        """Start it, and wait until it has answered a message."""
        started = time.monotonic()
        log = (self.folder / "log").open("w")
        self._process = subprocess.Popen(self.command(), cwd=ROOT, env=self._environment, stdout=log, stderr=subprocess.STDOUT)
        self.process = psutil.Process(self._process.pid)
        async with aiohttp.ClientSession() as client:
            while not await self._answers(client):
                if self._process.poll() is not None or time.monotonic() - started > 300:
                    raise RuntimeError(f"{self.name} did not start: {(self.folder / 'log').read_text()[-2000:]}")
                await asyncio.sleep(0.05)
        self.ready_after = time.monotonic() - started
        return self

    async def _answers(self, client: aiohttp.ClientSession) -> bool:
        try:
            return bool(await self.say(client, await self.begin(client), "hello"))
        except (aiohttp.ClientError, asyncio.TimeoutError):
            return False

    def cpu(self) -> float:
        """CPU seconds so far."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def resident(self) -> float:
        """Resident memory, MB."""
        return float(self.process.memory_info().rss) / 1e6

    def stop(self) -> None:
        """End it."""
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()


class Thaw(Server):
    """Thaw with everything on, over the site channel."""

    name = "thaw"

    def environment(self) -> dict[str, str]:
        """A database of its own, and limits that limit nothing here."""
        no_limit = dict.fromkeys(("SESSIONS", "MESSAGES", "SESSION_MESSAGES", "BURST"), "10000000")
        return {
            **{f"THAW_LIMIT_{name}": value for name, value in no_limit.items()},
            "THAW_PORT": str(self.port),
            "THAW_DATABASE_URL": f"sqlite:///{self.folder}/thaw.db",
            "THAW_SECRET": uuid.uuid4().hex,
        }

    def command(self) -> list[str]:
        """As an operator starts it."""
        return [sys.executable, "-W", "ignore", "-m", "thaw"]

    async def _answers(self, client: aiohttp.ClientSession) -> bool:
        try:
            async with client.get(f"{self.url}/webhooks/site/health") as answer:
                return answer.status == 200 and await super()._answers(client)
        except aiohttp.ClientError:
            return False

    async def begin(self, client: aiohttp.ClientSession) -> Any:
        """Open a session."""
        async with client.post(f"{self.url}/webhooks/site/session", json={}, raise_for_status=True) as answer:
            return {"Authorization": f"Bearer {(await answer.json())['token']}"}

    async def say(self, client: aiohttp.ClientSession, conversation: Any, text: str) -> int:
        """Send a message as the widget does."""
        body = {"text": text, "id": uuid.uuid4().hex}
        async with client.post(f"{self.url}/webhooks/site/messages", json=body, headers=conversation, raise_for_status=True) as answer:
            return len((await answer.json())["messages"])


class Stock(Server):
    """Rasa as `rasa init` makes it, over its REST channel."""

    name = "stock"

    def __init__(self, model: Path, tracker_store: Optional[dict[str, str]] = None) -> None:
        super().__init__(OMP_NUM_THREADS=str(os.cpu_count()))  # as TensorFlow has it
        self._model = model
        (self.folder / "credentials.yml").write_text("rest:\n", encoding="utf-8")
        # JSON is YAML.
        (self.folder / "endpoints.yml").write_text(json.dumps({"tracker_store": tracker_store} if tracker_store else {}), encoding="utf-8")

    def command(self) -> list[str]:
        """`rasa run`."""
        files = [f"--{name}={self.folder}/{name}.yml" for name in ("credentials", "endpoints")]
        return [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "rasa",
            "run",
            "-m",
            str(self._model),
            "-p",
            str(self.port),
            "-i",
            "127.0.0.1",
            *files,
        ]

    async def say(self, client: aiohttp.ClientSession, conversation: Any, text: str) -> int:
        """Send a message to the REST channel."""
        body = {"sender": conversation, "message": text}
        async with client.post(f"{self.url}/webhooks/rest/webhook", json=body, raise_for_status=True) as answer:
            return len(await answer.json())


class Floor(Server):
    """The same Sanic with a handler that does nothing but one run of the encoder."""

    name = "floor"

    def command(self) -> list[str]:
        """`bench/floor.py`."""
        return [sys.executable, "-W", "ignore", "-m", "bench.floor", str(self.port)]

    async def say(self, client: aiohttp.ClientSession, conversation: Any, text: str) -> int:
        """Send a message."""
        async with client.post(f"{self.url}/messages", json={"text": text}, raise_for_status=True) as answer:
            return len((await answer.json())["messages"])


async def talk(server: Server, visitors: int, texts: Sequence[str]) -> Spent:
    """All visitors at once say the texts one after the other, each beginning at another one."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(600)) as client:
        conversations = [await server.begin(client) for _ in range(visitors)]

        async def one(number: int) -> list[float]:
            seconds = []
            for turn in range(len(texts)):
                said = time.perf_counter()
                await server.say(client, conversations[number], texts[(number + turn) % len(texts)])
                seconds.append(time.perf_counter() - said)
            return seconds

        cpu, wall = server.cpu(), time.perf_counter()
        spent = await asyncio.gather(*(one(number) for number in range(visitors)))
        return Spent([each for seconds in spent for each in seconds], time.perf_counter() - wall, server.cpu() - cpu)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
