"""One message of a conversation at a time, among processes that share a Redis."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_redis import factories

from thaw.channels.order import Order
from thaw.channels.outages import Asks
from thaw.settings import Settings
from thaw.store import Store, open_store

REDIS = shutil.which("redis-server")
an_ordering_redis = factories.redis_proc(executable=REDIS)
with_redis = pytest.mark.skipif(REDIS is None, reason="redis-server is not installed (Debian: sudo apt install redis-server)")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/thaw.db")
    yield opened
    opened.close()


@pytest.fixture
def process(store: Store, config: Settings) -> Callable[[Any], Order]:
    """Makes one process's order over a Redis."""
    return lambda redis: Order(store, Asks(), config.copy(update={"redis_url": f"redis://{redis.host}:{redis.port}/0"}))


async def talk(order: Order, began: list[str], name: str, goes_on: asyncio.Event, conversation: str = "anna") -> None:
    async with order.turn(conversation):
        began.append(name)
        await goes_on.wait()


@with_redis
async def test_two_processes_run_one_message_of_a_conversation_at_a_time(an_ordering_redis: Any, process: Callable[[Any], Order]) -> None:
    began: list[str] = []
    goes_on = asyncio.Event()
    orders = [process(an_ordering_redis), process(an_ordering_redis)]
    both = [asyncio.ensure_future(talk(order, began, name, goes_on)) for order, name in zip(orders, ("one", "two"), strict=True)]
    await asyncio.wait(both, timeout=0.5)
    assert len(began) == 1
    await asyncio.wait_for(asyncio.ensure_future(_another(process(an_ordering_redis))), 5)
    goes_on.set()
    await asyncio.gather(*both)
    assert sorted(began) == ["one", "two"]


async def _another(order: Order) -> None:
    """Another visitor's turn."""
    async with order.turn("ben"):
        pass


@with_redis
async def test_a_crisis_does_not_wait_for_a_turn_in_another_process(
    an_ordering_redis: Any, process: Callable[[Any], Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaw.channels.order.CRISIS_WAIT", 0.02)
    began: list[str] = []
    goes_on = asyncio.Event()
    held = asyncio.ensure_future(talk(process(an_ordering_redis), began, "one", goes_on))
    while not began:
        await asyncio.sleep(0)
    other = process(an_ordering_redis)

    async def crisis() -> None:
        async with other.turn("anna", _is_a_crisis):
            began.append("crisis")

    await asyncio.wait_for(crisis(), 5)
    assert began == ["one", "crisis"]
    goes_on.set()
    await held
    await asyncio.wait_for(talk(other, began, "two", goes_on), 5)


async def _is_a_crisis() -> bool:
    return True


@with_redis
async def test_when_redis_goes_down_a_process_keeps_its_own_order(an_ordering_redis: Any, process: Callable[[Any], Order]) -> None:
    order = process(an_ordering_redis)
    await _another(order)
    an_ordering_redis.stop()
    began: list[str] = []
    goes_on = asyncio.Event()
    both = [asyncio.ensure_future(talk(order, began, name, goes_on)) for name in ("one", "two")]
    await asyncio.wait(both, timeout=0.5)
    assert began == ["one"]
    goes_on.set()
    await asyncio.gather(*both)
    an_ordering_redis.start()
