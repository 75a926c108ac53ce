"""Withdrawal notices reach the matching flow, whatever fails meanwhile."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Optional

import pytest
import sqlalchemy as sa
from handoff_site import CONFIGURED, FLOW, SECRET, WORDS, payload
from site_client import Thaw

from thaw.handoff.withdrawal import deliver_withdrawal
from thaw.outbox import NotDelivered, Worker, retry_after
from thaw.settings import Settings, load_settings
from thaw.store import WITHDRAWAL, Store, now, open_store, schema
from thaw.store.database import utc


class Flow:
    """The matching flow's webhook: answers what it is told to, and remembers what it heard."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, dict[str, str]]] = []
        self.heard: list[tuple[Optional[str], dict[str, Any]]] = []
        self.arrived = threading.Event()
        flow = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                flow.heard.append((self.headers.get("Authorization"), body))
                status, headers = flow.answers.pop(0) if flow.answers else (204, {})
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                flow.arrived.set()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/withdrawals"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def flow() -> Iterator[Flow]:
    started = Flow()
    yield started
    started.server.shutdown()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def config(flow: Flow, monkeypatch: pytest.MonkeyPatch) -> Settings:
    return load_settings(_env_file=None, matching_secret=SECRET, matching_url=FLOW, matching_withdrawal_url=flow.url)


@pytest.fixture
def worker(store: Store, config: Settings) -> Worker:
    return Worker(store.outbox, {WITHDRAWAL: lambda body: deliver_withdrawal(body, config)}, idle=0.01)


def withdrawn(store: Store, name: str = "anna") -> None:
    store.start(name, "site", None, None)
    store.hand_offs.record(f"link-of-{name}", name, payload("x"), "v1", now().replace(year=now().year + 1))
    store.hand_offs.redeem(f"link-of-{name}")
    store.delete(name)


async def test_the_flow_hears_which_hand_off_is_withdrawn_and_nothing_else(store: Store, flow: Flow, worker: Worker) -> None:
    withdrawn(store)
    assert await worker.step()
    (secret, body), *_ = flow.heard
    assert secret == f"Bearer {SECRET}"
    assert body["event"] == "handoff.withdrawn" and body["id"] == "link-of-anna"
    assert set(body) == {"event", "id", "consent", "withdrawn"} and WORDS not in json.dumps(body)
    assert store.outbox.waiting() == 0


@pytest.mark.parametrize("status", [302, 400, 401, 404, 429, 500, 503])
async def test_a_refusal_is_no_delivery(store: Store, flow: Flow, worker: Worker, status: int) -> None:
    flow.answers = [(status, {})]
    withdrawn(store)
    await worker.step()
    assert store.outbox.waiting() == 1
    assert not await worker.step(), "it waits before the next try"


async def test_a_flow_that_has_let_go_of_it_already_need_not_be_told_again(store: Store, flow: Flow, worker: Worker) -> None:
    flow.answers = [(410, {})]
    withdrawn(store)
    await worker.step()
    assert store.outbox.waiting() == 0


async def test_it_waits_at_least_as_long_as_the_flow_asks(flow: Flow, config: Settings) -> None:
    flow.answers = [(429, {"Retry-After": "1234"})]
    with pytest.raises(NotDelivered) as refused:
        await deliver_withdrawal({"id": "x"}, config)
    assert refused.value.wait == 1234


def waits(store: Store) -> float:
    with store._reading.connect() as connection:
        due = connection.execute(sa.select(schema.outbox.c.due)).scalar_one()
    return (utc(due) - now()).total_seconds()


async def test_each_try_waits_longer_than_the_one_before_and_a_retry_after_is_honoured(store: Store) -> None:
    asked: list[Optional[float]] = [None, None, None, 5000.0]

    async def fails(_: Any) -> None:
        raise NotDelivered("status 503", asked.pop(0))

    worker = Worker(store.outbox, {WITHDRAWAL: fails})
    withdrawn(store)
    found = []
    for _ in range(4):
        await worker.step()
        found.append(waits(store))
        store.outbox.again(1, 0)
    assert 3 < found[0] < 7 and found[0] < found[1] < found[2]
    assert 4990 < found[3] <= 5000


async def test_a_flow_that_cannot_be_reached_costs_a_try_and_not_the_notice(store: Store, config: Settings, flow: Flow) -> None:
    unreachable = config.copy(update={"matching_withdrawal_url": "http://127.0.0.1:9/"})
    worker = Worker(store.outbox, {WITHDRAWAL: lambda body: deliver_withdrawal(body, unreachable)})
    withdrawn(store)
    assert await worker.step()
    assert store.outbox.waiting() == 1


async def test_no_fault_ends_the_worker(store: Store, flow: Flow, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    faults: list[Callable[[], Exception]] = [lambda: RuntimeError("boom"), lambda: OSError("gone")]
    take = store.outbox.take

    def unreliable() -> Any:
        if faults:
            raise faults.pop()()
        return take()

    monkeypatch.setattr(store.outbox, "take", unreliable)
    withdrawn(store)
    running = asyncio.create_task(worker.run())
    try:
        assert await asyncio.to_thread(flow.arrived.wait, 10)
    finally:
        running.cancel()


async def test_where_no_address_is_set_the_notice_waits(store: Store, config: Settings) -> None:
    nowhere = config.copy(update={"matching_withdrawal_url": None})
    worker = Worker(store.outbox, {WITHDRAWAL: lambda body: deliver_withdrawal(body, nowhere)})
    withdrawn(store)
    await worker.step()
    assert store.outbox.waiting() == 1


def test_a_notice_survives_the_crash_of_the_server(tmp_path: Path, flow: Flow) -> None:
    """The server dies with the notice undelivered; the next one delivers it."""
    flow.answers = [(503, {})] * 50
    secrets = {**CONFIGURED, "THAW_MATCHING_WITHDRAWAL_URL": flow.url, "THAW_MODEL": str(tmp_path / "none.tar.gz")}
    first = Thaw(tmp_path, **secrets).wait()
    store = open_store(f"sqlite:///{tmp_path}/thaw.db")
    withdrawn(store)
    assert flow.arrived.wait(20), "the first server tries"
    first.kill()
    flow.answers = []
    heard = len(flow.heard)
    # As the lease or the wait would run out.
    store.outbox.again(1, 0)
    second = Thaw(tmp_path, **secrets).wait()
    try:
        deadline = time.monotonic() + 20
        while store.outbox.waiting() and time.monotonic() < deadline:
            flow.arrived.clear()
            flow.arrived.wait(0.2)
        assert store.outbox.waiting() == 0
        assert [body["id"] for _, body in flow.heard[heard:]] == ["link-of-anna"]
    finally:
        second.stop()
        store.close()


@pytest.mark.parametrize(("header", "seconds"), [("120", 120.0), ("0", 0.0), (None, None), ("soon", None), ("-5", None)])
def test_a_retry_after_in_seconds_is_read(header: Optional[str], seconds: Optional[float]) -> None:
    assert retry_after(header) == seconds


def test_a_retry_after_as_a_date_is_read() -> None:
    in_the_past = retry_after("Wed, 21 Oct 2015 07:28:00 GMT")
    far_ahead = retry_after("Wed, 21 Oct 2099 07:28:00 GMT")
    assert in_the_past == 0.0 and far_ahead is not None and far_ahead > 1e9
