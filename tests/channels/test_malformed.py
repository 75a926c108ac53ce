"""Malformed input: at least ten thousand requests that no honest client sends, to one running Thaw that logs all it can.

Whatever comes, the answer is the contract's: JSON, an error with the crisis services, nobody else's words, no intent and no slot but
ours, and nothing of a message in the log.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd_input import (
    BODIES,
    COMMANDS,
    FIELDS,
    FORGED,
    HIDING,
    METHODS,
    ODD_AUTHORIZATIONS,
    ODD_BODIES,
    ODD_FRAMING,
    ODD_LINES,
    ORIGINS,
    PATHS,
    SLASHES,
    TYPES,
    mutants,
)
from site_client import Thaw, Visitor, text_of
from wire import TRIED, Answer, Headers, Wire, check, chunked, raw

ENOUGH = 10_000
MARK = "quokka"
"""In every text of these tests; must not be in the log."""
OTHERS = "marmalade"
"""What another visitor wrote."""
SITE = b"/webhooks/site"
JSON_TYPE = (b"Content-Type", b"application/json")


class Target:
    """The server under fire, and the visitors whose tokens and choices are used."""

    def __init__(self, thaw: Thaw) -> None:
        self.thaw = thaw
        self.wire = Wire(thaw.port)
        self.me = Visitor(thaw.url, country="GB")
        self.other = Visitor(thaw.url)
        self.other.say(f"my {OTHERS} is gone and i feel nothing")
        self.deleted = Visitor(thaw.url, country="GB")
        assert self.deleted.delete().status_code == 204

    def send(self, request: bytes, method: str = "POST", whole: bool = True) -> Optional[Answer]:
        """Send, count, and check what holds always."""
        TRIED["malformed"] += 1
        answer = self.wire.send(request, method, whole)
        if answer is None:
            assert not whole, f"no answer to {request!r}"
            return None
        check(answer, head_only=method == "HEAD")
        assert OTHERS.encode() not in answer.body, "another visitor's words"
        if answer.status >= 400:
            assert MARK.encode() not in answer.body, "an error repeats what was sent"
        return answer

    def post(self, body: Any, path: bytes = SITE + b"/messages", token: Optional[str] = None) -> Answer:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.send(raw(b"POST", path, [bearer(token or self.me.token), JSON_TYPE], content))
        assert answer
        return answer


def bearer(token: str) -> tuple[bytes, bytes]:
    return b"Authorization", f"Bearer {token}".encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def target(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    running = Thaw(tmp_path_factory.mktemp("malformed"), THAW_LOG_LEVEL="DEBUG").wait()
    yield Target(running)
    running.stop()


# Tokens


def test_a_token_with_any_one_bit_changed_is_refused(target: Target) -> None:
    token = target.me.token.encode()
    for place in range(len(token)):
        for bit in range(8):
            changed = bytearray(token)
            changed[place] ^= 1 << bit
            headers: Headers = [(b"Authorization", b"Bearer " + bytes(changed))]
            answer = target.send(raw(b"GET", SITE + b"/messages", headers), "GET")
            # A control character is no header's, and a space at the end is no token's.
            assert answer and (answer.status == 401 or (answer.status == 400 and changed[place] < 0x20) or changed[place] == 0x7F)


def test_a_token_cut_or_put_together_is_refused(target: Target) -> None:
    mine, others = target.me.token, target.other.token
    forged = [mine[:end] for end in range(len(mine))]
    forged += [mine + extra for extra in ("=", "==", "A", ".", "!", "\u00e9", ".x.y")]
    both = [*mine.split("."), *others.split(".")]
    forged += [".".join(parts) for parts in itertools.product(both, repeat=3) if ".".join(parts) not in (mine, others)]
    forged += [mine[:place] + "!" + mine[place:] for place in range(len(mine))]
    for token in forged:
        answer = target.send(raw(b"GET", SITE + b"/messages", [bearer(token)]), "GET")
        assert answer and answer.status == 401, token


@pytest.mark.parametrize("value", ODD_AUTHORIZATIONS)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_another_authorization_than_a_bearers_is_refused(target: Target, value: bytes, method: str) -> None:
    value = value.replace(b"TOKEN", target.me.token.encode())
    path = SITE + (b"/session" if method == "DELETE" else b"/messages")
    body = json.dumps({"text": MARK}).encode() if method == "POST" else None
    answer = target.send(raw(method.encode(), path, [(b"Authorization", value), JSON_TYPE], body), method)
    assert answer and answer.status == 401


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_the_token_of_a_deleted_conversation_is_refused_with_its_countrys_services(target: Target, method: str) -> None:
    path = SITE + (b"/session" if method == "DELETE" else b"/messages")
    body = json.dumps({"text": MARK}).encode() if method == "POST" else None
    answer = target.send(raw(method.encode(), path, [bearer(target.deleted.token), JSON_TYPE], body), method)
    assert answer and answer.status == 401 and "116123" in answer.body.decode()


# Other visitors' conversations


def test_choices_of_another_conversation_and_changed_ones_are_refused(target: Target) -> None:
    mine = [each["id"] for message in target.me.opening for each in message.get("choices", [])]
    others = [each["id"] for message in target.other.opening + target.other.last for each in message.get("choices", [])]
    changed = [key[:place] + ("A" if key[place] != "A" else "B") + key[place + 1 :] for key in mine for place in range(len(key))]
    for key in [
        *others,
        *changed,
        "/want_match",
        '/inform{"minor": true}',
        "\ud800",
        "\x00",
        mine[0] + "\x00",
        f" {mine[0]}",
        "' OR 1=1 --",
    ]:
        for extra in ({}, {"id": f"{MARK}-{len(key)}"}):
            answer = target.post({"choice": key, **extra})
            assert answer.status == 400 and answer.json()["error"]["code"] == "unknown_choice"


@pytest.mark.parametrize(
    "field", ["sender", "sender_id", "conversation_id", "session", "token", "recipient_id", "user", "id_token", "metadata"]
)
def test_no_field_chooses_another_conversation(target: Target, field: str) -> None:
    theirs = target.other.token
    for value in (theirs, [theirs], {"sender": theirs}):
        for body in ({"text": f"i feel nothing, {MARK}", field: value}, {field: value}):
            target.post(body)
        for place in (f"?{field}={theirs}".encode(), f"/{theirs}".encode()):
            target.send(raw(b"GET", SITE + b"/messages" + place, [bearer(target.me.token)]), "GET")
    assert [each["text"] for each in target.other.history() if each["from"] == "visitor"] == [f"my {OTHERS} is gone and i feel nothing"]


# Intents and slots


def test_a_command_in_any_disguise_is_read_as_words(target: Target) -> None:
    for number, hidden in enumerate(HIDING):
        for slash in SLASHES:
            command = COMMANDS[(number + len(slash)) % len(COMMANDS)]
            they = target.me if number % 3 else target.other
            answer = target.post({"text": f"{hidden}{slash}{hidden}{command} {MARK}"}, token=they.token)
            assert answer.status == 200, (hidden, slash)


@pytest.mark.parametrize(
    "field", ["intent", "slots", "entities", "metadata", "input_channel", "channel", "events", "parse_data", "offered", "safety"]
)
def test_no_field_brings_an_intent_or_a_slot(target: Target, field: str) -> None:
    for value in (
        "want_match",
        {"name": "want_match", "confidence": 1.0},
        {"activity": FORGED},
        [{"event": "slot", "name": "activity", "value": FORGED}],
        FORGED,
    ):
        target.post({"text": f"what is anhedonia, {MARK}", field: value})
        target.post({field: value, "country": "US"}, path=SITE + b"/session")


# Bodies


@pytest.mark.parametrize("path", [b"/messages", b"/session"])
def test_a_body_that_is_not_what_is_asked_for_is_refused(target: Target, path: bytes) -> None:
    for body in ODD_BODIES:
        answer = target.post(body, path=SITE + path)
        if path == b"/messages":
            assert answer.status in (400, 413), body[:60]
        for ending in (b"", b"0\r\n\r\n"):  # as chunks too, whole and broken off
            head = raw(b"POST", SITE + path, [bearer(target.me.token), JSON_TYPE, (b"Transfer-Encoding", b"chunked")])
            target.send(head + (chunked(body) if ending else chunked(body)[:-5]), whole=bool(ending))


@pytest.mark.parametrize(
    "country",
    ["XX", "usa", "", "U", "U\u0405", "\u0131e", "\u017fa", 5, True, [], {"code": "US"}, "US\x00", "\ud800\ud800", "'--", "u\u200b"],
)
@pytest.mark.parametrize("page", ["/a", 5, [], "a" * 201, "\x00", "\ud800"])
def test_a_session_is_not_opened_for_a_country_that_is_none(target: Target, country: Any, page: Any) -> None:
    assert target.post({"country": country, "page": page}, path=SITE + b"/session").status == 400
    if page != "/a":
        assert target.post({"page": page}, path=SITE + b"/session").status == 400


FEW = settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))


@settings(FEW, max_examples=1500)
@given(BODIES, st.sampled_from([b"/messages"] * 4 + [b"/session"]), TYPES, st.booleans())
def test_whatever_is_in_the_body_the_answer_is_the_contracts(
    target: Target, body: bytes, path: bytes, kind: bytes, in_chunks: bool
) -> None:
    kind = kind if len(body) % 3 == 0 else b"application/json"
    headers: Headers = [bearer(target.me.token), (b"Content-Type", kind)]
    if in_chunks:
        target.send(raw(b"POST", SITE + path, [*headers, (b"Transfer-Encoding", b"chunked")]) + chunked(body))
    else:
        target.send(raw(b"POST", SITE + path, headers, body))


@settings(FEW, max_examples=1500)
@given(METHODS, PATHS, st.none() | ORIGINS, FIELDS, st.booleans())
def test_whatever_is_asked_for_the_answer_is_the_contracts(
    target: Target, method: str, path: bytes, origin: Optional[bytes], fields: Headers, known: bool
) -> None:
    if (method, path) == ("DELETE", b"/session"):
        known = False
    headers = [*fields, *([(b"Origin", origin)] if origin is not None else []), *([bearer(target.me.token)] if known else [])]
    answer = target.send(raw(method.encode(), SITE + path, headers), method)
    assert answer and answer.headers.get("access-control-allow-origin") is None


def test_requests_with_changed_bytes_are_answered_by_the_contract_or_not_at_all(target: Target) -> None:
    token = bearer(target.me.token)
    unknown = json.dumps({"choice": MARK, "id": "1"}).encode()
    valid = [
        raw(b"GET", SITE + b"/messages", [token]),
        raw(b"POST", SITE + b"/messages", [token, JSON_TYPE], unknown),
        raw(b"POST", SITE + b"/messages", [token, JSON_TYPE, (b"Transfer-Encoding", b"chunked")]) + chunked(unknown),
        raw(b"POST", SITE + b"/session", [JSON_TYPE, (b"Origin", b"http://evil.example")], b'{"country": "US"}'),
        raw(b"DELETE", SITE + b"/session", [bearer(target.deleted.token)]),
        raw(b"GET", SITE + b"/health", []),
    ]
    # The target's path stays: outside /webhooks/site the demo page is served, which is no JSON.
    for data in mutants(valid, 10_000):
        line = data.partition(b"\r\n")[0]
        method = line.partition(b" ")[0].decode("latin-1")
        if b" /webhooks/site/" in line and not line.startswith(b"DELETE /webhooks/site/session") and line.count(b" ") == 2:
            target.send(data, method, whole=False)


# Lengths that lie


@pytest.mark.parametrize("framing", ODD_FRAMING)
def test_a_length_that_can_be_read_in_two_ways_is_refused_and_the_server_lives(target: Target, framing: bytes) -> None:
    for body in (b"{}", b"2\r\n{}\r\n0\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"):
        head = b"POST " + SITE + b"/session HTTP/1.1\r\nContent-Type: application/json\r\n" + framing + b"\r\n\r\n"
        target.wire.close()
        answer = target.send(head + body)
        assert answer and answer.status == 400
        assert answer.headers["connection"] == "close", "what follows would be read as a request"


@pytest.mark.parametrize("announced", [33_000, 300_000, 10_000_000])
def test_more_than_the_limit_is_refused_however_much_of_it_comes(target: Target, announced: int) -> None:
    head = raw(b"POST", SITE + b"/messages", [bearer(target.me.token), JSON_TYPE, (b"Content-Length", str(announced).encode())])
    answer = target.send(head + b" " * min(announced, 33_000))
    assert answer and answer.status == 413


@pytest.mark.parametrize("line", ODD_LINES)
def test_what_is_no_request_is_refused_with_the_crisis_services(target: Target, line: bytes) -> None:
    target.wire.close()
    answer = target.send(line + b"\r\n\r\n", "GET")
    assert answer and answer.status == 400


# Afterwards


def test_afterwards_the_server_is_well_and_knows_its_visitors(target: Target) -> None:
    answer = target.wire.send(raw(b"GET", SITE + b"/health", []), "GET")
    assert answer and answer.status == 200 and answer.json()["status"] == "ok"
    assert "anhedonia" in text_of(target.me.say(f"what is anhedonia, {MARK}")).lower()


def test_afterwards_no_intent_no_slot_and_no_sender_is_other_than_ours(target: Target) -> None:
    database = sqlite3.connect(target.thaw.folder / "thaw.db")
    events = [json.loads(body) for (body,) in database.execute("SELECT body FROM event")]
    heard = [event for event in events if event["event"] == "user"]
    assert len(heard) > 250
    assert [event["text"] for event in heard if event["text"].strip().startswith("/")] == [], "nobody pressed a choice"
    assert {event["input_channel"] for event in heard} == {"site"}
    # The hand-off keeps answers to its questions in the visitor's words, forged-looking ones too; no other slot takes any.
    slots = [event for event in events if event["event"] == "slot" and event["name"] != "handoff"]
    assert [event for event in slots if FORGED in str(event["value"])] == []
    assert [row for row in database.execute("SELECT channel FROM conversation") if row != ("site",)] == []
    assert {row[0] for row in database.execute("SELECT length(id) FROM conversation")} == {24}, "every id was made here"


def test_afterwards_nothing_of_a_message_and_no_token_is_in_the_log(target: Target) -> None:
    log = target.thaw.log.read_text()
    for secret in (MARK, OTHERS, FORGED, target.me.token, target.other.token, "evil.example", "Traceback"):
        assert secret not in log
    assert "event=" in log, "it was logging"


def test_at_least_ten_thousand_malformed_requests_were_tried(request: pytest.FixtureRequest) -> None:
    if {item.name.partition("[")[0] for item in request.session.items if item.path == request.path} < set(
        name for name in vars(request.module) if name.startswith("test_")
    ):
        pytest.skip("only some of this file's tests were chosen")
    assert TRIED["malformed"] >= ENOUGH
