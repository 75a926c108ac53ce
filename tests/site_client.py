"""A client of the site channel for tests, and a Thaw started as a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parent.parent
DOORS = ("Try five minutes", "Find a clinician", "Talk to a person")


class Thaw:
    """A running Thaw."""

    def __init__(self, folder: Path, **settings: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.log = folder / "thaw.log"
        environment = {
            **os.environ,
            "THAW_PORT": str(self.port),
            "THAW_DATABASE_URL": f"sqlite:///{folder}/thaw.db",
            "THAW_SECRET": "a-secret-for-tests-that-is-long-enough",
            # The tests talk faster than people.
            "THAW_LIMIT_SESSIONS": "100000",
            "THAW_LIMIT_MESSAGES": "100000",
            "THAW_LIMIT_SESSION_MESSAGES": "100000",
            "THAW_LIMIT_BURST": "10000",
            **settings,
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "thaw"], cwd=ROOT, env=environment, stdout=self.log.open("w"), stderr=subprocess.STDOUT
        )

    def wait(self, seconds: float = 120.0) -> Thaw:
        """Wait until everything is ready."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError(f"Thaw ended: {self.log.read_text()}")
            try:
                if httpx.get(f"{self.url}/webhooks/site/health").status_code == 200:
                    return self
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        raise RuntimeError(f"Thaw is not ready: {self.log.read_text()}")

    def stop(self) -> None:
        """End it, as Ctrl-C does."""
        self._process.send_signal(2)
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def kill(self) -> None:
        """End it as a crash does."""
        self._process.kill()
        self._process.wait()


class Visitor:
    """Someone who talks to Thaw through the site channel."""

    def __init__(self, url: str, **session: Any) -> None:
        self.move(url)
        answer = self._client.post("/session", json=session)
        assert answer.status_code == 201, answer.text
        self.token = answer.json()["token"]
        self.opening: list[dict[str, Any]] = answer.json()["messages"]
        self.last = self.opening

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def move(self, url: str) -> None:
        """Go on at another server, with the same token."""
        # Loading certificates takes longer than a turn, and none is looked at.
        self._client = httpx.Client(base_url=f"{url}/webhooks/site", timeout=30, verify=False)

    def post(self, body: dict[str, Any]) -> httpx.Response:
        return self._client.post("/messages", json=body, headers=self.headers)

    def say(self, text: str) -> list[dict[str, Any]]:
        """Type a message; the bot's messages."""
        return self._heard(self.post({"text": text, "id": uuid.uuid4().hex}))

    def choose(self, label: str) -> list[dict[str, Any]]:
        """Press the choice of the last turn whose label begins so."""
        return self._heard(self.post({"choice": self.choice(label)}))

    def choice(self, label: str) -> str:
        """The id of the last turn's choice whose label begins so."""
        offered = {each["label"]: each["id"] for message in self.last for each in message.get("choices", [])}
        for known, key in offered.items():
            if known.lower().startswith(label.lower()):
                return str(key)
        raise AssertionError(f"{label!r} is not offered, only {list(offered)}")

    def history(self) -> list[dict[str, Any]]:
        answer = self._client.get("/messages", headers=self.headers)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["messages"])

    def delete(self) -> httpx.Response:
        return self._client.request("DELETE", "/session", headers=self.headers)

    def _heard(self, answer: httpx.Response) -> list[dict[str, Any]]:
        assert answer.status_code == 200, answer.text
        self.last = answer.json()["messages"]
        assert self.last, "Thaw said nothing"
        return self.last


def text_of(messages: list[dict[str, Any]]) -> str:
    return "\n".join(message["text"] for message in messages)


def kinds(messages: list[dict[str, Any]]) -> list[str]:
    return [message["kind"] for message in messages]


def labels(messages: list[dict[str, Any]]) -> list[str]:
    return [choice["label"] for message in messages for choice in message.get("choices", [])]


def crisis(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """The crisis message among the messages."""
    found = [message for message in messages if message["kind"] == "crisis"]
    assert found, f"no crisis message in {kinds(messages)}: {text_of(messages)}"
    return found[0]
