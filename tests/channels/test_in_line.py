"""Turns that write at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from thaw.channels.outages import Asks
from thaw.store import Store, open_store

VISITORS = 60


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/thaw.db")
    yield opened
    opened.close()


async def test_who_asks_first_is_written_first_however_many_ask(store: Store) -> None:
    asks, written = Asks(store.has_one_writer), []

    async def visit(number: int) -> None:
        await asks(store.start, f"visitor {number}", "site", None, None)
        written.append(number)

    await asyncio.gather(*(visit(number) for number in range(VISITORS)))
    assert written == list(range(VISITORS))


async def test_who_reads_does_not_wait_behind_those_who_write(store: Store) -> None:
    asks = Asks(store.has_one_writer)
    await asks(store.start, "anna", "site", None, None)
    with store._writing.begin():
        writing = asyncio.ensure_future(asks(store.start, "ben", "site", None, None))
        assert (await asks(store.conversation, "anna")).id == "anna"
        assert not writing.done()
    await writing
    assert (await asks(store.conversation, "ben")).id == "ben"
