"""A deployment's settings, apart from the environment of whoever runs the tests."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import wire
from platforms import Platforms
from served import Served
from site_client import Thaw

from thaw.channels.posting import Client
from thaw.settings import Settings, load_settings
from tools.channel_check import make_buttons


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in [name for name in os.environ if name.startswith("THAW_")]:
        monkeypatch.delenv(name)
    return load_settings(_env_file=None, country="US", engine_timeout=0.05, site_url="https://www.example.org", retention_days=14)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many malformed requests were tried."""
    if wire.TRIED["malformed"]:
        terminalreporter.write_line(f"malformed requests tried: {wire.TRIED['malformed']:,}")


@pytest.fixture
def serve(config: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Served]]:
    """Starts the server in this process, with settings of the test's."""
    running: list[Served] = []

    def start(**changed: Any) -> Served:
        secret = {"secret": "a-secret-for-tests-that-is-long-enough", "engine_timeout": 20.0}
        running.append(Served(tmp_path, monkeypatch, config.copy(update={**secret, **changed})))
        return running[-1]

    yield start
    for each in running:
        each.stop()


async def _make_buttons(platforms: Platforms) -> None:
    client = Client()
    try:
        assert await make_buttons(load_settings(_env_file=None, **platforms.settings), client) == []
    finally:
        await client.close()


@pytest.fixture(scope="session")
def platforms() -> Iterator[Platforms]:
    """Telegram, Twilio and Slack on this machine."""
    started = Platforms()
    asyncio.run(_make_buttons(started))
    yield started
    started.stop()


@pytest.fixture(scope="session")
def on_all_channels(trained: Path, platforms: Platforms, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thaw]:
    """A running Thaw on every channel, ready, with an exercise of a second, that logs all it can."""
    chosen = {f"THAW_{name.upper()}": value for name, value in platforms.settings.items()}
    flow = {"SECRET": "the-matching-flows-present-secret", "URL": "http://127.0.0.1:9/m", "WITHDRAWAL_URL": "http://127.0.0.1:9/w"}
    chosen.update({f"THAW_MATCHING_{name}": value for name, value in flow.items()})
    running = Thaw(tmp_path_factory.mktemp("channels"), THAW_EXERCISE_SECONDS="1", THAW_LOG_LEVEL="DEBUG", THAW_COUNTRY="US", **chosen)
    yield running.wait()
    running.stop()
