"""What the tests share: one running Thaw with the really trained model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from site_client import Thaw, Visitor

from thaw.train import train


@pytest.fixture(scope="session")
def trained() -> Path:
    """The trained model."""
    return train()


@pytest.fixture(scope="session")
def thaw(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thaw]:
    """A running Thaw, ready, with an exercise of two seconds."""
    running = Thaw(tmp_path_factory.mktemp("thaw"), THAW_EXERCISE_SECONDS="2")
    yield running.wait()
    running.stop()


@pytest.fixture
def visitor(thaw: Thaw) -> Callable[..., Visitor]:
    """Makes visitors."""

    def make(**session: Any) -> Visitor:
        return Visitor(thaw.url, **session)

    return make
