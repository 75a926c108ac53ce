"""The server as callers meet it: once-only turns over broken connections, who is counted, who may call, what every answer carries."""

from __future__ import annotations

import asyncio
import datetime as dt
import gzip
import json
import socket
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Optional

import httpx
import pytest
from served import Served
from site_client import Visitor, crisis, text_of
from wire import SECURITY_HEADERS, Wire, raw

from thaw.channels.tokens import Tokens
from thaw.pages import WIDGET

Serve = Callable[..., Served]
NUMB = "i feel nothing"
PLAN = "i am going to kill myself tonight"


# Once only, and in order


def test_twenty_posts_of_one_id_at_once_are_one_turn_with_one_answer(serve: Serve) -> None:
    served = serve()
    they = Visitor(served.url)
    together = threading.Barrier(20)
    served.engine.hold()

    def post(_: int) -> Any:
        together.wait()
        return httpx.post(f"{served.url}/webhooks/site/messages", json={"text": NUMB, "id": "one"}, headers=they.headers, timeout=20).json()

    with ThreadPoolExecutor(20) as pool:
        answers = pool.map(post, range(20))
        assert served.engine.called.wait(10)
        served.engine.release()
        first, *others = answers
    assert first["messages"] and all(each == first for each in others)
    assert served.engine.heard == [NUMB]
    assert [each["text"] for each in they.history() if each["from"] == "visitor"] == [NUMB]


def test_an_id_sent_again_repeats_the_answer_whatever_comes_with_it(serve: Serve) -> None:
    served = serve()
    they, another = Visitor(served.url), Visitor(served.url)
    first = they.post({"text": NUMB, "id": "one"}).json()
    assert they.post({"text": "other words", "id": "one"}).json() == first
    assert they.post({"choice": they.choice("Try five"), "id": "one"}).json() == first
    assert another.post({"text": NUMB, "id": "one"}).json() != first
    assert len(served.engine.heard) == 2


def test_messages_that_arrive_together_are_answered_one_by_one(serve: Serve) -> None:
    served = serve()
    they = Visitor(served.url)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(they.say, [f"message {number}" for number in range(8)]))
    sides = [each["from"] for each in they.history()[len(they.opening) :]]
    assert sides == ["visitor", "bot"] * 8


def test_a_crisis_whose_turn_is_not_done_elsewhere_is_refused_with_the_answer_it_asks_for(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = serve()
    they = Visitor(served.url)
    with sqlite3.connect(served.folder / "thaw.db") as database:
        ((conversation_id,),) = database.execute("SELECT id FROM conversation")
    served.store.claim(conversation_id, "one")
    sleep = asyncio.sleep
    monkeypatch.setattr("thaw.channels.turn.asyncio.sleep", lambda seconds: sleep(0))
    refused = they.post({"text": PLAN, "id": "one"})
    assert refused.status_code == 503 and refused.json()["error"]["code"] == "busy"
    assert crisis(refused.json()["messages"])["level"] == "urgent"
    assert served.engine.heard == []


def test_a_turn_whose_connection_broke_is_finished_and_its_answer_is_there_when_it_is_sent_again(serve: Serve) -> None:
    served = serve()
    they = Visitor(served.url)
    body = json.dumps({"text": NUMB, "id": "one"}).encode()
    headers = [(b"Authorization", f"Bearer {they.token}".encode()), (b"Content-Type", b"application/json")]
    served.engine.hold()
    with socket.create_connection(("127.0.0.1", served.port)) as broken:
        broken.sendall(raw(b"POST", b"/webhooks/site/messages", headers, body))
        assert served.engine.called.wait(10)
    for _ in range(3):  # by then the server has seen that the connection is gone
        httpx.get(f"{served.url}/webhooks/site/health")
    served.engine.release()
    began = time.monotonic()
    answer = they.post({"text": NUMB, "id": "one"})
    assert answer.status_code == 200 and text_of(answer.json()["messages"]) == "Heard: 1"
    assert time.monotonic() - began < 5
    assert served.engine.heard == [NUMB]


def test_a_crisis_message_is_answered_while_an_earlier_message_of_the_conversation_hangs(serve: Serve) -> None:
    served = serve(engine_timeout=60.0)
    they = Visitor(served.url, country="US")
    served.engine.hold()
    with ThreadPoolExecutor(1) as pool:
        earlier = pool.submit(they.post, {"text": NUMB, "id": "one"})
        assert served.engine.called.wait(10)
        answer = they.post({"text": PLAN, "id": "two"})
        first = earlier.result(5)
    assert crisis(answer.json()["messages"])["level"] == "urgent"
    assert first.status_code == 200 and first.json()["messages"][0]["kind"] == "notice"
    crisis(first.json()["messages"])
    for body, given in (({"text": NUMB, "id": "one"}, first), ({"text": PLAN, "id": "two"}, answer)):
        assert they.post(body).json() == given.json(), "once only"
    sides = [(each["from"], each["kind"]) for each in they.history()[len(they.opening) :]]
    assert sides[0] == ("visitor", "text") and sides[-2:] == [("visitor", "text"), ("bot", "crisis")]


# Limits


@pytest.mark.parametrize("redis_url", [None, "redis://127.0.0.1:1/0"], ids=["in memory", "Redis is down"])
def test_a_crisis_over_the_limit_is_answered_at_its_level_and_remembered(serve: Serve, redis_url: Optional[str]) -> None:
    served = serve(limit_burst=3, limit_session_messages=180, redis_url=redis_url)
    they = Visitor(served.url, country="GB")
    for _ in range(3):
        they.say(NUMB)
    refused = they.post({"text": PLAN})
    assert refused.status_code == 429 and int(refused.headers["Retry-After"]) > 0
    found = crisis(refused.json()["messages"])
    assert found["level"] == "urgent" and "999" in found["services"][0]["contacts"][0]["href"]
    assert served.engine.heard == [NUMB] * 3
    another = they.post({"text": "what is anhedonia"})
    while another.status_code == 429:
        another = they.post({"text": "what is anhedonia"})
    crisis(another.json()["messages"])


def test_an_id_that_was_answered_gets_its_answer_again_over_the_limit_too(serve: Serve) -> None:
    served = serve(limit_burst=2)
    they = Visitor(served.url)
    first = they.post({"text": NUMB, "id": "one"}).json()
    they.say(NUMB)
    again = they.post({"text": NUMB, "id": "one"})
    assert (again.status_code, again.json()) == (200, first)
    assert they.post({"text": NUMB, "id": "two"}).status_code == 429
    assert they.post({"text": NUMB, "id": "two"}).status_code == 429


def test_texts_that_are_too_long_count_like_others(serve: Serve) -> None:
    they = Visitor(serve(limit_burst=3).url)
    long = {"text": "word " * 500}
    assert [they.post(long).status_code for _ in range(5)] == [413, 413, 413, 429, 429]


def test_a_refusal_names_the_wait_of_the_limit_that_was_reached(serve: Serve) -> None:
    served = serve(limit_messages=2, limit_sessions=1)
    they = Visitor(served.url)
    refused = [they.post({"text": NUMB}) for _ in range(3)][-1]
    assert refused.status_code == 429 and 60 <= int(refused.headers["Retry-After"]) <= 61
    assert refused.headers["Retry-After"] in refused.json()["error"]["message"]
    closed = httpx.post(f"{served.url}/webhooks/site/session", json={})
    assert closed.status_code == 429 and 60 <= int(closed.headers["Retry-After"]) <= 61


def test_health_says_when_redis_is_down(serve: Serve) -> None:
    served = serve(redis_url="redis://127.0.0.1:1/0")
    Visitor(served.url)
    assert "limits" in httpx.get(f"{served.url}/webhooks/site/health").json()["parts"]
    assert httpx.get(f"{served.url}/webhooks/site/health").json()["parts"]["limits"] != "ok"


def opened_by(served: Served, *forwarded: str) -> int:
    """Status of opening a session, with the X-Forwarded-For lines given."""
    headers = [("X-Forwarded-For", each) for each in forwarded]
    return httpx.post(f"{served.url}/webhooks/site/session", json={}, headers=headers).status_code


def test_behind_a_proxy_the_address_that_it_saw_is_counted_and_not_what_the_caller_claims(serve: Serve) -> None:
    served = serve(limit_sessions=2, trusted_proxies=1)
    assert [opened_by(served, f"203.0.113.{number}, 192.0.2.1") for number in range(3)] == [201, 201, 429]
    assert [opened_by(served, f"203.0.113.{number}", "192.0.2.2") for number in range(3)] == [201, 201, 429], "a line of the proxy's own"
    assert opened_by(served, "192.0.2.3") == 201


def test_without_a_proxy_no_header_changes_who_is_counted(serve: Serve) -> None:
    served = serve(limit_sessions=2)
    assert [opened_by(served, f"203.0.113.{number}") for number in range(3)] == [201, 201, 429]


# Tokens


def test_an_expired_token_is_refused_with_its_countrys_services(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve(retention_days=1)
    they = Visitor(served.url, country="GB")
    today = time.time()
    monkeypatch.setattr(time, "time", lambda: today + 2 * 86400)
    answer = they.post({"text": NUMB})
    assert answer.status_code == 401
    assert "116123" in answer.text


def test_a_chat_can_be_cleared_with_a_token_that_expired_meanwhile(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve(retention_days=1)
    they = Visitor(served.url)
    in_an_hour = dt.datetime.now(dt.timezone.utc) + dt.timedelta(hours=1)
    conversation_id = Tokens("a-secret-for-tests-that-is-long-enough", 1).read(they.token).conversation_id
    assert served.store.hand_offs.record("link", conversation_id, {"summary": []}, "v1", in_an_hour)
    today = time.time()
    monkeypatch.setattr(time, "time", lambda: today + 2 * 86400)
    assert they.delete().status_code == 204
    assert served.store.conversation(conversation_id) is None and served.store.hand_offs.redeem("link") is None
    assert they.delete().status_code == 401, "it is gone"
    they.token = they.token[:-4] + "AAAA"
    assert they.delete().status_code == 401, "only a token of ours clears a chat"


@pytest.mark.parametrize("path", ["nothing", "messages/x"])
def test_an_error_that_the_server_finds_before_the_channel_has_the_tokens_country_too(serve: Serve, path: str) -> None:
    served = serve()
    they = Visitor(served.url, country="GB")
    answer = httpx.get(f"{served.url}/webhooks/site/{path}", headers=they.headers)
    assert answer.status_code == 404 and "116123" in answer.text


# What every answer carries, and who may call


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/matching/", 200),
        ("/widget/chat.js", 200),
        ("/widget/nothing.js", 404),
        ("/nowhere", 404),
        ("/webhooks/site/health", 200),
        ("/webhooks/site/messages", 401),
        ("/webhooks/nowhere", 404),
    ],
)
def test_every_answer_has_the_security_headers(serve: Serve, path: str, status: int) -> None:
    answer = httpx.get(serve().url + path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "script-src" not in answer.headers["content-security-policy"], "only 'self'"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "server" not in answer.headers and "x-powered-by" not in answer.headers


@pytest.mark.parametrize("path", ["/nowhere", "/widget/nothing.js", "/site/nothing.css", "/topics/x/"])
def test_an_error_outside_the_channel_shows_the_crisis_services_too(serve: Serve, path: str) -> None:
    answer = httpx.get(serve(country="GB").url + path)
    assert answer.status_code == 404
    assert "Samaritans" in answer.text and "tel:116123" in answer.text


# The widget's file


def test_the_widget_has_at_most_12_kb_compressed() -> None:
    assert len(gzip.compress((WIDGET / "chat.js").read_bytes(), 9)) <= 12 * 1024


def test_the_widget_comes_compressed_to_a_browser_that_takes_it(serve: Serve) -> None:
    url = f"{serve().url}/widget/chat.js"
    file = (WIDGET / "chat.js").read_bytes()
    with httpx.stream("GET", url, headers={"Accept-Encoding": "br, gzip"}) as answer:
        body = b"".join(answer.iter_raw())
        assert answer.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in answer.headers["Vary"]
        assert len(body) < len(file) / 2 and gzip.decompress(body) == file
    for plain in ("identity", "gzip;q=0", ""):
        answer = httpx.get(url, headers={"Accept-Encoding": plain})
        assert "Content-Encoding" not in answer.headers and answer.content == file


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_browser_that_has_the_widget_is_told_so_without_it(serve: Serve, encoding: str) -> None:
    url = f"{serve().url}/widget/chat.js"
    asked = {"Accept-Encoding": encoding}
    tag = httpx.get(url, headers=asked).headers["ETag"]
    for known in (tag, f'"old", {tag}', f"W/{tag}"):
        again = httpx.get(url, headers={**asked, "If-None-Match": known})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
        assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert httpx.get(url, headers={**asked, "If-None-Match": '"old"'}).status_code == 200


# What the matching flow calls


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("text/plain", b'{"id": "x"}', 415),
        ("application/x-www-form-urlencoded", b"id=x", 415),
        ("application/json", b'{"id": "' + b"x" * 33_000 + b'"}', 413),
        ("application/json", b"nonsense", 400),
        ("application/json", b'{"id": "x"}', 404),
    ],
)
def test_a_redemption_is_json_of_at_most_32_kb(serve: Serve, content_type: str, body: bytes, status: int) -> None:
    served = serve(matching_secret="a-secret-of-the-matching-flow")
    headers = {"Authorization": "Bearer a-secret-of-the-matching-flow", "Content-Type": content_type}
    answer = httpx.post(f"{served.url}/webhooks/matching/handoffs/redeem", content=body, headers=headers)
    assert answer.status_code == status
    crisis(answer.json()["messages"])


def test_rasas_endpoints_are_absent_and_nothing_says_which_versions_run(serve: Serve) -> None:
    served = serve()
    paths = [
        "/version", "/status", "/docs", "/metrics", "/model", "/model/train", "/model/parse", "/model/test/intents", "/domain",
        "/conversations/default/tracker", "/conversations/default/messages", "/conversations/default/execute", "/socket.io/?EIO=4",
        "/webhooks/rest", "/webhooks/rest/webhook", "/webhooks/socketio/webhook", "/webhooks/callback/webhook", "/webhooks/site/webhook",
    ]  # fmt: skip
    for path in paths:
        for method in ("GET", "POST", "PUT"):
            body = {"sender": "default", "message": "/want_match"} if method != "GET" else None
            answer = httpx.request(method, served.url + path, json=body)
            assert answer.status_code == 404, path
            assert not any(name in answer.text.lower() for name in ("rasa", "sanic", "3.6", "python")), path
    assert served.engine.heard == []


@pytest.mark.parametrize("endpoint", ["session", "messages", "health"])
def test_a_site_that_is_allowed_is_told_so_in_preflight_answers_and_errors(serve: Serve, endpoint: str) -> None:
    served = serve(allowed_origins="https://www.example.org")
    url = f"{served.url}/webhooks/site/{endpoint}"
    site = {"Origin": "https://www.example.org", "Access-Control-Request-Method": "POST"}
    preflight = httpx.options(url, headers={**site, "Access-Control-Request-Headers": "authorization,content-type"})
    assert preflight.status_code == 204 and preflight.content == b""
    assert preflight.headers["Access-Control-Allow-Origin"] == "https://www.example.org"
    assert {"authorization", "content-type"} <= set(preflight.headers["Access-Control-Allow-Headers"].split(", "))
    assert {"GET", "POST", "DELETE"} <= set(preflight.headers["Access-Control-Allow-Methods"].split(", "))
    assert "Access-Control-Allow-Credentials" not in preflight.headers
    refused = httpx.put(url, headers=site, json={})
    assert refused.status_code == 405 and refused.headers["Access-Control-Allow-Origin"] == "https://www.example.org"
    assert "Origin" in refused.headers["Vary"]


@pytest.mark.parametrize(
    "origin",
    [
        "https://www.example.org.evil.example",
        "https://evil.example/https://www.example.org",
        "http://www.example.org",
        "https://www.example.org:8443",
        "https://example.org",
        "null",
        "",
        "*",
    ],
)
def test_a_site_that_only_looks_like_an_allowed_one_is_refused(serve: Serve, origin: str) -> None:
    served = serve(allowed_origins="https://www.example.org")
    for method in ("POST", "OPTIONS"):
        answer = httpx.request(method, f"{served.url}/webhooks/site/session", headers={"Origin": origin}, json={})
        assert answer.status_code == 403 and "Access-Control-Allow-Origin" not in answer.headers
        crisis(answer.json()["messages"])


@pytest.mark.parametrize("host", [b"[", b"a b", b"\xe9", b"a/b", b"", b"a:b:c"])
def test_a_host_that_is_none_allows_no_origin(serve: Serve, host: bytes) -> None:
    headers = [(b"Host", host), (b"Origin", b"http://" + host), (b"Content-Type", b"application/json")]
    answer = Wire(serve().port).send(raw(b"POST", b"/webhooks/site/session", headers, b"{}"))
    assert answer and answer.status == 403
