"""What health says while the server starts, and when a part of it is down; and that crises are answered meanwhile."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from served import Served
from site_client import Visitor, crisis
from sqlalchemy.exc import OperationalError

from thaw.train import screen_folder

Serve = Callable[..., Served]
PLAN = "i am going to kill myself tonight"


def health(served: Served) -> tuple[int, str, dict[str, str]]:
    answer = httpx.get(f"{served.url}/webhooks/site/health", timeout=20)
    return answer.status_code, answer.json()["status"], answer.json()["parts"]


@pytest.fixture
def an_agent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialogue engine that is loaded at once."""

    async def heard(_: Any) -> None:
        return None

    monkeypatch.setattr("thaw.dialogue.engine.load_agent", lambda _: SimpleNamespace(handle_message=heard))
    monkeypatch.setattr("thaw.train.model_file", lambda: Path("model.tar.gz"))


def test_while_the_engine_is_loaded_it_is_starting_and_a_crisis_is_answered(serve: Serve) -> None:
    served = serve()
    served.is_starting()
    code, _, parts = health(served)
    assert (code, parts["engine"]) == (503, "starting")
    assert crisis(Visitor(served.url).say(PLAN))["level"] == "urgent"


def test_an_engine_that_can_not_be_loaded_is_down_and_a_crisis_is_answered(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thaw.train.model_file", lambda: Path("nowhere.tar.gz"))
    served = serve()
    served.load()
    code, status, parts = health(served)
    assert (code, status, parts["engine"]) == (200, "degraded", "down")
    assert crisis(Visitor(served.url).say(PLAN))["level"] == "urgent"


@pytest.mark.parametrize(
    ("name", "content"),
    [("*.npz", b"PK\x03\x04 half an archive"), ("*.json", b"{}"), ("*.json", b'{"classes": ['), ("answers/*.json", b"{}")],
)
def test_a_damaged_classifier_costs_nothing_but_itself(
    serve: Serve, trained: Path, an_agent: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    shutil.copytree(screen_folder(), tmp_path / "screen")
    for path in (tmp_path / "screen").glob(name):
        path.write_bytes(content)
    monkeypatch.setattr("thaw.train.screen_folder", lambda: tmp_path / "screen")
    served = serve()
    served.load()
    code, status, parts = health(served)
    assert (code, status, parts["screen"], parts["engine"]) == (200, "degraded", "rules only", "ok")
    assert crisis(Visitor(served.url).say(PLAN))["level"] == "urgent"


def test_a_store_that_is_down_or_hangs_is_down(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve()
    goes_on = threading.Event()

    def fails() -> None:
        raise OperationalError("SELECT 1", {}, Exception("the database is gone"))

    for ping in (fails, lambda: goes_on.wait(30)):
        monkeypatch.setattr(served.store, "ping", ping)
        monkeypatch.setattr("thaw.channels.outages.PATIENCE", 0.1)
        code, status, parts = health(served)
        assert (code, status, parts["store"]) == (200, "degraded", "down")
    goes_on.set()
