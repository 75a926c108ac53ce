"""Processes that are killed with SIGKILL between the steps of a hand-off: nothing is lost, nothing is given twice.

Each is a process of its own that does a step with the real store, on each kind of database, and ends itself where the test says.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Optional

import pytest
from handoff_site import CONFIGURED, WORDS, payload
from site_client import ROOT

from thaw.store import Store, now, open_store

KEY = "0f6c1b1e-the-attempt-that-died"
LINK = "link-of-anna"

_DO = """
import datetime as dt, os, signal, sys
import sqlalchemy as sa
from thaw.store import now, open_store

url, step, moment = sys.argv[1:4]
store = open_store(url)
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if moment == "before":  # everything is written, and the transaction has not ended
    sa.event.listen(store._writing, "commit", die)
payload = {"summary": [{"field": "since", "value": "two years maybe, since the job"}]}
{
    "consent": lambda: store.hand_offs.record("link-of-anna", "anna", payload, "v1", now() + dt.timedelta(hours=1), "the text"),
    "redeem": lambda: store.hand_offs.redeem("link-of-anna", "0f6c1b1e-the-attempt-that-died"),
    "withdraw": lambda: store.hand_offs.withdraw("anna"),
    "delete": lambda: store.delete("anna"),
    "take": lambda: store.outbox.take(),
    "done": lambda: store.outbox.done(1),
}[step]()
die()
"""

_WORK = """
import asyncio, os, signal, sys
import sqlalchemy as sa
from thaw.handoff.withdrawal import deliver_withdrawal
from thaw.outbox import Worker
from thaw.settings import settings
from thaw.store import WITHDRAWAL, open_store

store = open_store(settings().database_url)
if "dies-before-it-notes" in sys.argv:
    def noting(_connection, _cursor, statement, *_):
        if statement.startswith("DELETE FROM outbox"):
            os.kill(os.getpid(), signal.SIGKILL)
    sa.event.listen(store._writing, "before_cursor_execute", noting)
worker = Worker(store.outbox, {WITHDRAWAL: lambda body: deliver_withdrawal(body, settings())})
asyncio.run(worker.step() if "ends-after-one" in sys.argv else worker.run())
"""


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    opened.start("anna", "site", None, None)
    yield opened
    opened.close()


def killed(url: str, step: str, moment: str) -> None:
    """Another process does a step and is killed, before it has committed or after."""
    died = subprocess.run([sys.executable, "-c", _DO, url, step, moment], cwd=ROOT, check=False, timeout=60)
    assert died.returncode == -signal.SIGKILL


def consent(store: Store) -> None:
    assert store.hand_offs.record(LINK, "anna", payload(LINK), "v1", now().replace(year=now().year + 1))


def counted(store: Store) -> dict[str, int]:
    return {name: count for _, name, count in store.counters()}


def taken(store: Store) -> list[str]:
    """The withdrawals that are due, as a worker takes them when every lease has run out."""
    found = []
    for number in range(1, 4):
        store.outbox.again(number, 0)
    while entry := store.outbox.take():
        found.append(entry.body["id"])
        store.outbox.done(entry.number)
    return found


# Consent


def test_a_consent_whose_process_dies_before_it_is_written_is_none_and_can_be_given_again(store: Store, database_url: str) -> None:
    killed(database_url, "consent", "before")
    assert store.hand_offs.redeem(LINK) is None and not store.hand_offs.consent_texts() and not counted(store)
    consent(store)
    assert store.hand_offs.redeem(LINK)


def test_a_consent_whose_process_dies_before_the_link_is_shown_stands_once(store: Store, database_url: str) -> None:
    killed(database_url, "consent", "after")
    assert counted(store) == {"handoff_consented": 1}
    assert store.hand_offs.redeem(LINK)
    assert store.hand_offs.redeem(LINK) is None


def test_who_agrees_again_after_such_a_death_replaces_the_link_that_nobody_saw(store: Store, database_url: str) -> None:
    killed(database_url, "consent", "after")
    store.hand_offs.record("second", "anna", payload("second"), "v1", now().replace(year=now().year + 1))
    assert store.hand_offs.redeem(LINK) is None
    assert store.hand_offs.redeem("second") and store.hand_offs.fetched("anna") == 1


# Redemption


def test_a_redemption_whose_process_dies_before_it_is_written_has_used_nothing_up(store: Store, database_url: str) -> None:
    consent(store)
    killed(database_url, "redeem", "before")
    assert store.hand_offs.fetched("anna") == 0
    got = store.hand_offs.redeem(LINK)
    assert got and got["summary"][0]["value"] == WORDS
    assert store.hand_offs.redeem(LINK) is None and counted(store)["handoff_redeemed"] == 1


def test_a_redemption_whose_process_dies_before_it_answers_is_one_and_its_key_gets_the_answer(store: Store, database_url: str) -> None:
    consent(store)
    killed(database_url, "redeem", "after")
    assert store.hand_offs.redeem(LINK) is None and store.hand_offs.redeem(LINK, "another-key-than-that-one") is None
    got = store.hand_offs.redeem(LINK, KEY)
    assert got and got["summary"][0]["value"] == WORDS
    assert counted(store)["handoff_redeemed"] == 1


# Withdrawal


@pytest.mark.parametrize("step", ["withdraw", "delete"])
@pytest.mark.parametrize("fetched", [False, True])
def test_a_withdrawal_whose_process_dies_before_it_is_written_is_none_and_can_be_asked_again(
    store: Store, database_url: str, step: str, fetched: bool
) -> None:
    consent(store)
    if fetched:
        store.hand_offs.redeem(LINK)
    killed(database_url, step, "before")
    assert store.conversation("anna") and store.outbox.waiting() == 0
    assert store.hand_offs.fetched("anna") == int(fetched)
    assert store.hand_offs.withdraw("anna") == 1
    assert store.hand_offs.redeem(LINK) is None
    assert taken(store) == ([LINK] if fetched else [])


@pytest.mark.parametrize("step", ["withdraw", "delete"])
@pytest.mark.parametrize("fetched", [False, True])
def test_a_withdrawal_whose_process_dies_once_it_is_written_stands_and_its_notice_waits(
    store: Store, database_url: str, step: str, fetched: bool
) -> None:
    consent(store)
    if fetched:
        store.hand_offs.redeem(LINK)
    killed(database_url, step, "after")
    assert store.hand_offs.redeem(LINK) is None and store.hand_offs.withdraw("anna") == 0
    assert (store.conversation("anna") is None) == (step == "delete")
    assert taken(store) == ([LINK] if fetched else [])


# The outbox


def withdrawn(store: Store) -> None:
    consent(store)
    store.hand_offs.redeem(LINK)
    store.delete("anna")


def test_a_worker_that_dies_before_its_lease_is_written_leaves_the_notice_due(store: Store, database_url: str) -> None:
    withdrawn(store)
    killed(database_url, "take", "before")
    entry = store.outbox.take()
    assert entry and entry.attempts == 1


def test_a_worker_that_dies_with_a_lease_leaves_the_notice_to_the_next_when_the_lease_runs_out(store: Store, database_url: str) -> None:
    withdrawn(store)
    killed(database_url, "take", "after")
    assert store.outbox.take() is None and store.outbox.waiting() == 1
    assert taken(store) == [LINK]


def test_a_worker_that_dies_before_its_note_of_the_delivery_is_written_leaves_the_notice(store: Store, database_url: str) -> None:
    withdrawn(store)
    assert store.outbox.take()
    killed(database_url, "done", "before")
    assert taken(store) == [LINK]


def test_a_worker_that_dies_after_its_note_of_the_delivery_leaves_nothing(store: Store, database_url: str) -> None:
    withdrawn(store)
    assert store.outbox.take()
    killed(database_url, "done", "after")
    assert store.outbox.waiting() == 0


class Receiver:
    """The matching flow's webhook on this machine: remembers what arrives, and can kill who sends it before it answers."""

    def __init__(self) -> None:
        self.heard: list[tuple[Optional[str], dict[str, Any]]] = []
        self.kills = False
        self.victims: queue.Queue[subprocess.Popen[bytes]] = queue.Queue()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                receiver.heard.append((self.headers.get("Idempotency-Key"), body))
                if receiver.kills:
                    receiver.victims.get(timeout=60).kill()
                    return
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/withdrawals"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    started = Receiver()
    yield started
    started.server.shutdown()


@pytest.mark.parametrize("moment", ["when-the-request-has-arrived", "dies-before-it-notes"])
def test_a_worker_that_is_killed_between_delivery_and_its_note_is_followed_by_one_that_delivers_again_under_the_same_key(
    store: Store, database_url: str, receiver: Receiver, moment: str
) -> None:
    """The flow has the request (in the second case it has also answered), and the entry is not marked done."""
    withdrawn(store)
    environment = {**os.environ, **CONFIGURED, "THAW_MATCHING_WITHDRAWAL_URL": receiver.url, "THAW_DATABASE_URL": database_url}

    def worker(how: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", _WORK, how], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)

    receiver.kills = moment == "when-the-request-has-arrived"
    first = worker(moment)
    receiver.victims.put(first)
    assert first.wait(60) == -signal.SIGKILL
    assert len(receiver.heard) == 1 and store.outbox.waiting() == 1
    assert store.outbox.take() is None, "leased to the dead"

    receiver.kills = False
    store.outbox.again(1, 0)  # as the lease runs out
    assert worker("ends-after-one").wait(60) == 0
    (key, notice), (same_key, same_notice) = receiver.heard
    assert key == same_key == LINK and notice == same_notice
    assert store.outbox.waiting() == 0
