"""A running Thaw with a matching flow, for the conversations that lead to a hand-off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from site_client import Thaw, Visitor
from walked import FLOW


@pytest.fixture(scope="session")
def matching(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thaw]:
    """A Thaw whose matching flow shows a secret."""
    running = Thaw(tmp_path_factory.mktemp("matching"), **FLOW, THAW_EXERCISE_SECONDS="2")
    yield running.wait()
    running.stop()


@pytest.fixture
def seeker(matching: Thaw) -> Callable[..., Visitor]:
    """Makes visitors of that Thaw."""
    return lambda **session: Visitor(matching.url, **session)
