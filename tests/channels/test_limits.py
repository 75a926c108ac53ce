"""How often an address and a session may call."""

from __future__ import annotations

import time
from typing import Any

import pytest

from thaw.channels.limits import Limits
from thaw.settings import Settings


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A clock that only moves when a test moves it."""

    class Clock:
        now = 1_800_000_000.0

    monkeypatch.setattr(time, "time", lambda: Clock.now)
    return Clock


def accepted(limits: Limits, times: int, session: str = "anna", address: str = "192.0.2.1") -> int:
    return sum(limits.message_allowed(address, session) for _ in range(times))


def test_a_burst_of_twenty_is_taken_and_what_is_over_it_refused(config: Settings, clock: Any) -> None:
    assert accepted(Limits(config), 30) == 20


def test_another_session_of_the_same_address_is_not_affected(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    accepted(limits, 30, "anna")
    assert accepted(limits, 5, "ben") == 5


def test_someone_who_writes_steadily_is_never_refused(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    for _ in range(120):
        assert accepted(limits, 1) == 1
        clock.now += 1.01


def test_no_more_than_sixty_messages_a_minute_get_through(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    through = 0
    for _ in range(590):
        through += accepted(limits, 1)
        clock.now += 0.1
    assert 50 <= through <= 60


def test_after_the_wait_that_the_refusal_names_the_message_is_taken(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    assert accepted(limits, 21) == 20
    clock.now += limits.retry_after
    assert accepted(limits, 1) == 1


def test_an_address_is_limited_over_all_its_sessions_and_another_address_is_not_affected(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    assert sum(accepted(limits, 10, f"session-{number}") for number in range(70)) == 600
    assert accepted(limits, 1, "of a neighbour", "192.0.2.2") == 1


def test_an_address_opens_a_hundred_and_twenty_sessions_a_minute(config: Settings, clock: Any) -> None:
    limits = Limits(config)
    assert sum(limits.session_allowed("192.0.2.1") for _ in range(130)) == 120
    assert limits.session_allowed("192.0.2.2")
    clock.now += 61
    assert limits.session_allowed("192.0.2.1")


def test_the_operators_own_limits_count(config: Settings, clock: Any) -> None:
    limits = Limits(config.copy(update={"limit_burst": 3, "limit_sessions": 2, "limit_messages": 4}))
    assert accepted(limits, 10) == 3
    assert accepted(limits, 10, "ben") <= 1
    assert sum(limits.session_allowed("192.0.2.1") for _ in range(5)) == 2
