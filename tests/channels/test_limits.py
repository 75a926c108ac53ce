"""How often an address and a session may call."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_redis import factories

from thaw.channels.limits import Limits
from thaw.settings import Settings


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A clock that only moves when a test moves it."""

    class Clock:
        now = 1_800_000_000.0

    monkeypatch.setattr(time, "time", lambda: Clock.now)
    return Clock


async def accepted(limits: Limits, times: int, session: str = "anna", address: str = "192.0.2.1") -> int:
    return sum([await limits.wait_to_say(address, session) == 0 for _ in range(times)])


async def opened(limits: Limits, times: int, address: str = "192.0.2.1") -> int:
    return sum([await limits.wait_to_open(address) == 0 for _ in range(times)])


async def test_a_burst_of_twenty_is_taken_and_what_is_over_it_refused(config: Settings, clock: Any) -> None:
    assert await accepted(Limits(config), 30) == 20


async def test_another_session_of_the_same_address_is_not_affected(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    await accepted(limits, 30, "anna")
    assert await accepted(limits, 5, "ben") == 5


async def test_someone_who_writes_steadily_is_never_refused(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    for _ in range(120):
        assert await accepted(limits, 1) == 1
        clock.now += 1.01


async def test_no_more_than_sixty_messages_a_minute_get_through(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    through = 0
    for _ in range(590):
        through += await accepted(limits, 1)
        clock.now += 0.1
    assert 50 <= through <= 60


async def test_after_the_wait_that_the_refusal_names_the_message_is_taken(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    assert await accepted(limits, 20) == 20
    wait = await limits.wait_to_say("192.0.2.1", "anna")
    assert 0 < wait < 30
    clock.now += wait
    assert await accepted(limits, 1) == 1


async def test_the_wait_that_an_address_is_told_is_its_own_minute_and_enough(config: Settings, clock: Any) -> None:
    limits = Limits(config.copy(update={"limit_sessions": 2, "limit_messages": 4, "limit_burst": 3}))
    await opened(limits, 2)
    await accepted(limits, 2)
    await accepted(limits, 2, "ben")
    for wait in (await limits.wait_to_open("192.0.2.1"), await limits.wait_to_say("192.0.2.1", "cleo")):
        assert 60 <= wait <= 61
    clock.now += 61
    assert await opened(limits, 1) == await accepted(limits, 1) == 1


async def test_an_address_is_limited_over_all_its_sessions_and_another_address_is_not_affected(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    assert sum([await accepted(limits, 10, f"session-{number}") for number in range(70)]) == 600
    assert await accepted(limits, 1, "of a neighbour", "192.0.2.2") == 1


async def test_an_address_opens_a_hundred_and_twenty_sessions_a_minute(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    assert await opened(limits, 130) == 120
    assert await opened(limits, 1, "192.0.2.2")
    clock.now += 61
    assert await opened(limits, 1)


async def test_the_operators_own_limits_count(config: Settings, clock: Any) -> None:
    limits = Limits(config.copy(update={"limit_burst": 3, "limit_sessions": 2, "limit_messages": 4}))
    assert await accepted(limits, 10) == 3
    assert await accepted(limits, 10, "ben") <= 1
    assert await opened(limits, 5) == 2


async def test_visitors_who_have_gone_leave_nothing_in_memory(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    for number in range(200):
        await limits.wait_to_say(f"192.0.2.{number}", f"session-{number}")
    clock.now += 3600
    await limits.wait_to_say("198.51.100.1", "the next one")
    assert len(limits._memory.events) <= 2


# Several processes, with Redis


REDIS = shutil.which("redis-server")
a_redis = factories.redis_proc(executable=REDIS)
with_redis = pytest.mark.skipif(REDIS is None, reason="redis-server is not installed (Debian: sudo apt install redis-server)")


class Minutes:
    """A monotonic clock that only moves when a test moves it."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def redis(a_redis: Any) -> Iterator[Any]:
    """A running Redis, empty; running again afterwards."""
    with socket.create_connection((a_redis.host, a_redis.port)) as empty:
        empty.sendall(b"FLUSHALL\r\n")
        assert empty.recv(10).startswith(b"+OK")
    yield a_redis
    if not a_redis.running():
        a_redis.start()


@pytest.fixture
def process(config: Settings) -> Callable[..., Limits]:
    """Makes one process's limits over a Redis."""
    return lambda redis, **options: Limits(config.copy(update={"redis_url": f"redis://{redis.host}:{redis.port}/0"}), **options)


@with_redis
async def test_two_processes_count_one_session_together(redis: Any, process: Callable[..., Limits]) -> None:
    one, other = process(redis), process(redis)
    assert await accepted(one, 15) + await accepted(other, 15) == 20
    assert await accepted(other, 5, "ben") == 5


@with_redis
async def test_two_processes_count_an_addresss_sessions_together(redis: Any, process: Callable[..., Limits]) -> None:
    one, other = process(redis), process(redis)
    assert await opened(one, 70) + await opened(other, 70) == 120


@with_redis
async def test_when_redis_goes_down_the_process_counts_alone_and_says_so_and_comes_back(redis: Any, process: Callable[..., Limits]) -> None:
    minutes = Minutes()
    limits = process(redis, clock=minutes)
    assert await accepted(limits, 30) == 20 and not limits.degraded
    redis.stop()
    assert await accepted(limits, 30, "ben") == 20
    assert limits.degraded
    redis.start()
    minutes.now += 60
    assert await accepted(limits, 30, "cleo") == 20
    assert not limits.degraded
    assert await accepted(process(redis), 1, "cleo") == 0, "counted in Redis again"


async def test_a_process_that_starts_while_redis_is_down_counts_alone(config: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"redis://127.0.0.1:{free.getsockname()[1]}/0"
    assert await accepted(Limits(config.copy(update={"redis_url": nobody})), 30) == 20


async def test_a_redis_that_takes_calls_and_never_answers_is_asked_once_and_not_for_every_message(config: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        deaf.settimeout(0)
        limits = Limits(config.copy(update={"redis_url": f"redis://127.0.0.1:{deaf.getsockname()[1]}/0"}), clock=Minutes())
        assert await accepted(limits, 30) == 20
        deaf.accept()
        with pytest.raises(BlockingIOError):
            deaf.accept()
