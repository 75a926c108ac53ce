"""What the matching flow's server calls, on a running Thaw."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import jsonschema
import pytest
import sqlalchemy as sa
from handoff_site import CONFIGURED, PREVIOUS, SECRET, WORDS, Site, payload, site_settings
from site_client import ROOT, Thaw

from thaw.handoff.link import new_link
from thaw.store import open_store

KEY = "0f6c1b1e-the-attempt-that-died"


def test_the_flow_gets_what_the_visitor_agreed_to_as_the_published_schema_says(site: Site) -> None:
    link = site.hand_off()
    answer = site.redeem(link.id)
    assert answer.status_code == 200
    body = answer.json()
    jsonschema.validate(body, json.loads((ROOT / "docs" / "handoff.v1.schema.json").read_text(encoding="utf-8")))
    assert body["summary"] == [{"field": "since", "label": "Since when", "value": WORDS}]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_hand_off_is_given_once_and_its_words_are_gone_then(site: Site) -> None:
    link = site.hand_off("once")
    assert site.redeem(link.id).status_code == 200
    again = site.redeem(link.id)
    assert again.status_code == 410 and WORDS not in again.text
    with site.store._reading.connect() as connection:
        kept = connection.exec_driver_sql(f"select * from handoff where id = '{link.id}'").mappings().one()
    assert kept["payload"] is None and kept["consent_version"] == "v1" and kept["redeemed"]


def test_an_answer_that_was_lost_is_given_again_to_the_same_key_and_to_no_other(site: Site) -> None:
    link = site.hand_off("lost")
    key, other = "b2f0c8e4-first-attempt", "77aa31d0-other-attempt"
    first = site.redeem(link.id, key=key)
    assert first.status_code == 200
    assert site.redeem(link.id, key=key).json() == first.json()
    assert site.redeem(link.id, key=other).status_code == 410
    assert site.redeem(link.id).status_code == 410
    assert site.redeem(link.id, "wrong", key).status_code == 401


@pytest.mark.parametrize("key", ["short", "x" * 129, "with a\ttab in its middle"])
def test_a_key_that_could_be_guessed_or_is_none_is_refused_and_nothing_is_used_up(site: Site, key: str) -> None:
    link = site.hand_off("keys")
    assert site.redeem(link.id, key=key).status_code == 400
    assert site.redeem(link.id).status_code == 200


def test_a_flow_that_lost_its_answer_in_the_crash_of_the_server_gets_it_from_the_next_one(tmp_path: Path, database_url: str) -> None:
    """The server dies after it has recorded the redemption and before it has answered."""
    settings = {**CONFIGURED, "THAW_DATABASE_URL": database_url, "THAW_MODEL": str(tmp_path / "none.tar.gz")}
    store = open_store(database_url)
    first = Thaw(tmp_path, **settings).wait()
    site = Site(first, store, site_settings(first.port))
    link = site.hand_off()
    died = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sys; from thaw.store import open_store;"
            "open_store(sys.argv[1]).hand_offs.redeem(sys.argv[2], sys.argv[3]); os.kill(os.getpid(), 9)",
            database_url,
            link.id,
            KEY,
        ],
        cwd=ROOT,
        check=False,
    )
    first.kill()
    second = Thaw(tmp_path, **settings).wait()
    try:
        assert died.returncode == -9
        after = site._replace(thaw=second)
        assert after.redeem(link.id).status_code == 410
        assert after.redeem(link.id, key=KEY).json()["summary"][0]["value"] == WORDS
    finally:
        second.stop()
        store.close()


def test_of_two_servers_that_redeem_at_once_one_gives_it(site: Site, tmp_path: Path) -> None:
    second = Thaw(tmp_path, **{**CONFIGURED, "THAW_DATABASE_URL": site.database_url, "THAW_MODEL": str(tmp_path / "none.tar.gz")}).wait()
    sites = (site, site._replace(thaw=second))
    try:
        for round_ in range(5):
            link = site.hand_off(f"two-servers-{round_}")
            with ThreadPoolExecutor(8) as pool:
                answers = list(pool.map(Site.redeem, sites * 4, [link.id] * 8))
            assert sorted(answer.status_code for answer in answers) == [200] + [410] * 7
    finally:
        second.stop()


def test_while_the_store_is_locked_the_flow_is_told_to_try_again_and_nothing_is_used_up(site: Site) -> None:
    if not site.database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL locks rows, and waits")
    link = site.hand_off("locked")
    other = sa.create_engine(site.database_url).connect()
    other.exec_driver_sql("BEGIN IMMEDIATE")
    refused = site.redeem(link.id)
    other.exec_driver_sql("ROLLBACK")
    other.close()
    assert refused.status_code == 503 and refused.headers["Retry-After"]
    assert site.redeem(link.id).status_code == 200


def test_of_many_who_redeem_at_the_same_moment_one_gets_it(site: Site) -> None:
    for round_ in range(5):
        link = site.hand_off(f"race-{round_}")
        with ThreadPoolExecutor(8) as pool:
            codes = [answer.status_code for answer in pool.map(site.redeem, [link.id] * 8)]
        assert sorted(codes) == [200] + [410] * 7


def test_both_secrets_are_good_during_a_rotation_and_no_other_is(site: Site) -> None:
    link = site.hand_off("rotation")
    for wrong in ("wrong", SECRET[:-1], SECRET + "x", "sécret"):
        headers = {"Authorization": f"Bearer {wrong}".encode()}
        url = f"{site.thaw.url}/webhooks/matching/handoffs/redeem"
        assert httpx.post(url, json={"id": link.id}, headers=headers).status_code == 401
    assert httpx.post(url, json={"id": link.id}).status_code == 401
    assert httpx.post(url, json={"id": link.id}, headers={"Authorization": f"Basic {SECRET}"}).status_code == 401
    assert site.redeem(link.id, PREVIOUS).status_code == 200
    assert site.redeem(site.hand_off("rotated").id, SECRET).status_code == 200


def test_without_the_secret_nobody_learns_which_ids_exist(site: Site) -> None:
    link = site.hand_off("probe")
    known, unknown = site.redeem(link.id, "wrong"), site.redeem("unknown", "wrong")
    # The crisis message beside an error is worded anew each time.
    assert (known.status_code, known.json()["error"]) == (unknown.status_code, unknown.json()["error"])
    assert known.json().keys() == unknown.json().keys()


def test_an_expired_hand_off_is_gone(site: Site) -> None:
    assert site.redeem(site.hand_off("late", handoff_minutes=0).id).status_code == 410


def test_a_withdrawn_hand_off_is_gone_and_so_is_one_of_a_deleted_conversation(site: Site) -> None:
    withdrawn = site.hand_off("withdrawn")
    site.store.hand_offs.withdraw("withdrawn")
    assert site.redeem(withdrawn.id).status_code == 410
    deleted = site.hand_off("deleted")
    site.store.delete("deleted")
    assert site.redeem(deleted.id).status_code == 410


@pytest.mark.parametrize("unknown", ["nonsense", "a.b", "x" * 96])
def test_an_id_that_was_never_given_out_is_unknown(site: Site, unknown: str) -> None:
    refused = site.redeem(unknown)
    assert refused.status_code == 404
    assert refused.json()["error"]["code"] == "unknown" and refused.json()["messages"][0]["kind"] == "crisis"


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"id": 5}', '{"id": ""}', '{"id": "é"}', '{"id": "' + "x" * 97 + '"}', "{"])
def test_a_request_that_names_no_id_is_refused(site: Site, body: str) -> None:
    headers = {"Authorization": f"Bearer {SECRET}", "Content-Type": "application/json"}
    url = f"{site.thaw.url}/webhooks/matching/handoffs/redeem"
    assert httpx.post(url, content=body.encode(), headers=headers).status_code == 400


def test_the_link_says_nothing_but_the_id_and_keeps_the_flows_own_parameters(site: Site) -> None:
    settings = site.settings.copy(update={"matching_url": "https://www.example.org/match?from=chat#start"})
    link = new_link(settings)
    assert link.url == f"https://www.example.org/match?from=chat&handoff={link.id}#start"
    assert new_link(settings).id != link.id


def test_with_a_secret_of_its_own_there_is_no_demo_flow(site: Site) -> None:
    link = site.hand_off("demo")
    assert httpx.post(f"{site.thaw.url}/demo/redeem", json={"id": link.id}).status_code in (404, 405)
    assert site.redeem(link.id).status_code == 200


# The example receiver, as a process


@contextmanager
def receiving(thaw_url: str, secret: str = SECRET) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "MATCHING_SECRET": secret, "THAW_URL": thaw_url, "PORT": str(port)}
    process = subprocess.Popen([sys.executable, ROOT / "deploy" / "examples" / "receiver.py"], env=environment, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            httpx.get(f"http://127.0.0.1:{port}/")
            break
        except httpx.TransportError:
            continue
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


@pytest.fixture
def receiver(site: Site) -> Iterator[str]:
    with receiving(site.thaw.url) as url:
        yield url


@pytest.fixture
def troubled() -> Iterator[tuple[str, list[int], list[str]]]:
    """A Thaw in trouble: its address, the statuses it will answer with (0: it hangs up), and the keys that were shown to it."""
    statuses: list[int] = []
    keys: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            keys.append(self.headers["Idempotency-Key"])
            status = statuses.pop(0)
            if not status:
                return
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(payload(body["id"])).encode() if status == 200 else b"{}")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", statuses, keys
    server.shutdown()


def test_the_example_receiver_asks_again_with_the_same_key_when_an_answer_is_lost(troubled: tuple[str, list[int], list[str]]) -> None:
    url, statuses, keys = troubled
    statuses += [503, 0, 200]
    with receiving(url) as receiver:
        assert WORDS in httpx.get(f"{receiver}/matching/", params={"handoff": "x"}, timeout=30).text
    assert len(keys) == 3 and len(set(keys)) == 1 and len(keys[0]) >= 16


def test_the_example_receiver_says_so_when_it_could_not_ask(troubled: tuple[str, list[int], list[str]]) -> None:
    url, statuses, _ = troubled
    statuses += [401, 503, 503, 503]
    with receiving(url) as receiver:
        for trouble in ("a wrong secret", "a store that is down"):
            answer = httpx.get(f"{receiver}/matching/", params={"handoff": "x"}, timeout=30)
            assert answer.status_code == 503 and "Load this page again" in answer.text, trouble
    with receiving("http://127.0.0.1:9") as receiver:
        answer = httpx.get(f"{receiver}/matching/", params={"handoff": "x"}, timeout=30)
        assert answer.status_code == 503 and "Load this page again" in answer.text


def test_the_example_receiver_gets_an_answer_that_was_lost_at_every_try_when_the_page_is_loaded_again(
    troubled: tuple[str, list[int], list[str]],
) -> None:
    url, statuses, keys = troubled
    statuses += [0, 0, 0, 200, 200]
    with receiving(url) as receiver:
        assert httpx.get(f"{receiver}/matching/", params={"handoff": "x"}, timeout=30).status_code == 503
        assert WORDS in httpx.get(f"{receiver}/matching/", params={"handoff": "x"}, timeout=30).text
        httpx.get(f"{receiver}/matching/", params={"handoff": "another"}, timeout=30)
    assert len(set(keys[:4])) == 1 and keys[4] != keys[0] and "x" not in keys[0]


def test_the_example_receiver_keeps_nothing_of_what_was_taken_back_before_it_arrived(troubled: tuple[str, list[int], list[str]]) -> None:
    url, statuses, _ = troubled
    statuses += [200]
    with receiving(url) as receiver:
        headers = {"Authorization": f"Bearer {SECRET}"}
        assert httpx.post(f"{receiver}/withdrawals", json={"id": "x"}, headers=headers).status_code == 204
        assert WORDS not in httpx.get(f"{receiver}/matching/", params={"handoff": "x"}, timeout=30).text


def test_the_example_receiver_shows_what_it_redeemed_once(site: Site, receiver: str) -> None:
    link = site.hand_off("example")
    assert WORDS in httpx.get(f"{receiver}/matching/", params={"handoff": link.id}).text
    assert WORDS not in httpx.get(f"{receiver}/matching/", params={"handoff": link.id}).text
    assert "Tell us" in httpx.get(f"{receiver}/matching/", params={"handoff": "unknown"}).text


def test_the_example_receiver_hears_of_a_withdrawal_from_us_only(receiver: str) -> None:
    assert httpx.post(f"{receiver}/withdrawals", json={"id": "x"}).status_code == 401
    headers = {"Authorization": f"Bearer {SECRET}"}
    assert httpx.post(f"{receiver}/withdrawals", json={"id": "x"}, headers=headers).status_code == 204


def test_the_example_receiver_is_forty_lines(site: Site) -> None:
    lines = (ROOT / "deploy" / "examples" / "receiver.py").read_text(encoding="utf-8").splitlines()
    assert sum(bool(line.strip()) for line in lines) <= 40


def test_no_line_of_the_log_holds_an_id_or_words(site: Site) -> None:
    link = site.hand_off("logged")
    site.redeem(link.id)
    log = site.thaw.log.read_text()
    assert link.id not in log and WORDS not in log


def test_a_thaw_that_others_can_reach_and_has_no_secret_redeems_nothing(tmp_path: Path, site: Site) -> None:
    open_to_all = Thaw(tmp_path, THAW_HOST="0.0.0.0", THAW_MODEL=str(tmp_path / "none.tar.gz")).wait()
    try:
        url = f"{open_to_all.url}/webhooks/matching/handoffs/redeem"
        assert httpx.post(url, json={"id": "x"}, headers={"Authorization": "Bearer"}).status_code == 401
        assert httpx.post(f"{open_to_all.url}/demo/redeem", json={"id": "x"}).status_code in (404, 405)
    finally:
        open_to_all.stop()


@pytest.mark.parametrize(
    "seen",
    [{"Host": "chat.example.org"}, {"X-Forwarded-For": "203.0.113.7"}, {"Forwarded": "for=203.0.113.7"}, {"X-Real-IP": "203.0.113.7"}],
)
def test_the_demo_redeems_nothing_for_visitors_behind_a_proxy_that_nobody_configured(demo: Thaw, seen: dict[str, str]) -> None:
    assert httpx.post(f"{demo.url}/demo/redeem", json={"id": "x"}, headers=seen).status_code == 404
    here = httpx.post(f"{demo.url}/demo/redeem", json={"id": "x"})
    assert here.status_code == 404 and here.json()["error"]["code"] == "unknown", "on this machine it asks for the hand-off"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thaw]:
    """A Thaw with nothing configured."""
    folder = tmp_path_factory.mktemp("demo")
    running = Thaw(folder, THAW_MODEL=str(folder / "none.tar.gz"))
    yield running.wait()
    running.stop()
