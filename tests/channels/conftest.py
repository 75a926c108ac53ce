"""A deployment's settings, apart from the environment of whoever runs the tests."""

from __future__ import annotations

import os

import pytest
import wire

from thaw.settings import Settings, load_settings


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in [name for name in os.environ if name.startswith("THAW_")]:
        monkeypatch.delenv(name)
    return load_settings(_env_file=None, country="US", engine_timeout=0.05, site_url="https://www.example.org", retention_days=14)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many malformed requests were tried."""
    if wire.TRIED["malformed"]:
        terminalreporter.write_line(f"malformed requests tried: {wire.TRIED['malformed']:,}")
