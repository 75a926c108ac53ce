"""Forged, replayed and malformed webhooks: at least two thousand. None changes anything, and none makes the server fail."""

from __future__ import annotations

import copy
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from platforms import PUBLIC, SLACK_SECRET, TELEGRAM_SECRET, OnSlack, OnTelegram, OnTwilio, Person, Platforms, sign
from site_client import Thaw

ENOUGH = 2_000
TRIED: Counter[str] = Counter()
ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    2**63,
    10**40,
    "",
    "x" * 5000,
    "\ud800",
    "\x00",
    [],
    {},
    [[]],
    {"id": {}},
    "/agree_hand_off",
    "-0",
]
TEXT = "i want to kill myself, quokka"


@pytest.fixture(scope="module")
def url(on_all_channels: Thaw) -> str:
    return on_all_channels.url


@pytest.fixture(scope="module")
def people(platforms: Platforms, on_all_channels: Thaw) -> dict[str, Person]:
    """Someone on each platform whom Thaw knows already."""
    known = {each.__name__: each(platforms, on_all_channels.url, on_all_channels.folder) for each in (OnTelegram, OnTwilio, OnSlack)}
    for each in known.values():
        each.say("hi")
    return known


def rows(thaw: Thaw) -> list[str]:
    """All of the database but the times of use."""
    with sqlite3.connect(thaw.folder / "thaw.db") as database:
        return [line for line in database.iterdump() if "sqlite_sequence" not in line]


@pytest.fixture
def unchanged(on_all_channels: Thaw, platforms: Platforms, people: dict[str, Person]) -> Iterator[None]:
    """Whatever a test sends, nothing is recorded and nothing is sent."""
    before, said = rows(on_all_channels), {name: len(each) for name, each in platforms.said.items()}
    yield
    for each in people.values():
        each.read()
    assert rows(on_all_channels) == before
    assert {name: len(each) for name, each in platforms.said.items() if each} == {name: count for name, count in said.items() if count}


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value."""
    yield before
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in children:
        yield from paths(child, (*before, name))


def mutants(value: Any, number: int) -> Iterator[Any]:
    """A value with something odd in one or two of its places, or without them."""
    for _ in range(number):
        changed = copy.deepcopy(value)
        for _ in range(random.choice((1, 1, 2))):
            *way, last = random.choice([each for each in paths(changed) if each])
            place = changed
            for name in way:
                place = place[name]
            if random.random() < 0.2:
                del place[last]
            else:
                place[last] = copy.deepcopy(random.choice(ODD))
            if not changed:
                break
        yield changed


def broken(body: bytes, number: int) -> Iterator[bytes]:
    """A body cut, or with bytes changed."""
    for _ in range(number):
        place = random.randrange(len(body))
        kind = random.randrange(3)
        if kind == 0:
            yield body[:place]
        else:
            yield body[:place] + random.randbytes(random.randrange(1, 4)) + body[place + kind :]


def asked(send: Callable[[], Any], *expected: int) -> None:
    answer = send()
    TRIED["all"] += 1
    assert answer.status_code in expected, (answer.status_code, answer.text[:200])
    assert "quokka" not in answer.text
    if answer.status_code >= 400:
        assert answer.json()["messages"][0]["kind"] == "crisis"


# Forged


def test_what_nobody_signed_changes_nothing(people: dict[str, Person], unchanged: None) -> None:
    random.seed(1)
    telegram, twilio, slack = people.values()
    assert isinstance(telegram, OnTelegram) and isinstance(twilio, OnTwilio) and isinstance(slack, OnSlack)
    for _ in range(150):
        secret = "".join(random.choice(TELEGRAM_SECRET) for _ in range(random.choice((0, 5, len(TELEGRAM_SECRET)))))
        asked(lambda secret=secret: telegram.send(telegram.update(text=TEXT), secret), 403)
        form = twilio.form(TEXT)
        other = random.choice(
            [sign("https://elsewhere.example/webhooks/twilio/webhook", form), sign(f"{PUBLIC}/", form), "", "é".encode().hex(), "=" * 28]
        )
        asked(lambda form=form, other=other: twilio.send(form, other or "x"), 403)
        guess = "".join(random.choice(SLACK_SECRET) for _ in range(len(SLACK_SECRET)))
        asked(lambda guess=guess: slack.send(json.dumps(slack.event(TEXT)).encode(), "application/json", secret=guess), 403)


# Replayed


def test_what_was_answered_before_changes_nothing_however_often_it_comes(people: dict[str, Person], on_all_channels: Thaw) -> None:
    telegram, twilio, slack = people.values()
    assert isinstance(telegram, OnTelegram) and isinstance(twilio, OnTwilio) and isinstance(slack, OnSlack)
    update, form, event = telegram.update(text="hello"), twilio.form("hello"), json.dumps(slack.event("hello")).encode()
    sends = [lambda: telegram.send(update), lambda: twilio.send(form), lambda: slack.send(event, "application/json")]
    for send in sends:
        send()
    for each in people.values():
        assert len(each.read()) == 1
    before = rows(on_all_channels)
    for _ in range(50):
        for send in sends:
            asked(send, 200)
    assert [each.read() for each in people.values()] == [[], [], []]
    assert rows(on_all_channels) == before


# Malformed


def test_what_is_no_json_or_no_form_changes_nothing(people: dict[str, Person], unchanged: None) -> None:
    random.seed(2)
    telegram, twilio, slack = people.values()
    assert isinstance(telegram, OnTelegram) and isinstance(twilio, OnTwilio) and isinstance(slack, OnSlack)
    odd = [b"", b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b"NaN", b"[" * 100_000, b'{"a":' * 50_000, b"\x00" * 1000]
    for body in odd:
        asked(lambda body=body: telegram.send(body), 400)
        asked(lambda body=body: slack.send(body, "application/json"), 400)
        asked(lambda body=body: slack.send(b"payload=" + body, "application/x-www-form-urlencoded"), 400)
        asked(lambda body=body: slack.send(body, "text/plain"), 400)
        for signature in ("x", sign(f"{PUBLIC}/webhooks/twilio/webhook", {})):
            headers = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"}
            asked(lambda body=body, headers=headers: twilio._client.post("/twilio/webhook", content=body, headers=headers), 403)
    whole = urlencode(twilio.form(TEXT)).encode()
    right = sign(f"{PUBLIC}/webhooks/twilio/webhook", twilio.form(TEXT))
    for body in broken(whole, 500):
        headers = {"X-Twilio-Signature": right, "Content-Type": "application/x-www-form-urlencoded"}
        asked(lambda body=body, headers=headers: twilio._client.post("/twilio/webhook", content=body, headers=headers), 403)
    # With the secret of the webhook, but to nobody: a byte of the person's number would be another person's.
    nobody = json.dumps({"update_id": 1, "message": {"text": TEXT, "from": {"id": 1}}}).encode()
    for body in broken(nobody, 500):
        asked(lambda body=body: telegram.send(body), 200, 400)


def test_what_only_the_platform_could_have_sent_and_never_would_makes_no_fault(people: dict[str, Person], on_all_channels: Thaw) -> None:
    """Signed as it should be, with odd values in its places: some of it may well be answered."""
    random.seed(3)
    telegram, twilio, slack = people.values()
    assert isinstance(telegram, OnTelegram) and isinstance(twilio, OnTwilio) and isinstance(slack, OnSlack)
    for update in mutants(telegram.update(text="hello"), 150):
        asked(lambda update=update: telegram.send(update), 200, 400)
    pressed = {"id": "1", "from": {"id": 1}, "message": {"chat": {"id": 1, "type": "private"}}, "data": "x"}
    for update in mutants({"update_id": 10, "callback_query": pressed}, 100):
        asked(lambda update=update: telegram.send(update), 200, 400)
    for event in mutants(slack.event("hello"), 150):
        asked(lambda event=event: slack.send(json.dumps(event).encode(), "application/json"), 200, 400)
    payload = {"user": {"id": "U1"}, "channel": {"id": "D024BE91L"}, "actions": [{"type": "button", "value": "x", "action_ts": "1.1"}]}
    for content in mutants(payload, 100):
        body = urlencode({"payload": json.dumps(content)}).encode()
        asked(lambda body=body: slack.send(body, "application/x-www-form-urlencoded"), 200, 400)
    for _ in range(80):
        form = twilio.form("hello")
        name = random.choice(list(form))
        form[name] = random.choice(["", "\x00", "x" * 3000, "é😀", "-1", "whatsapp:", "+", "/stop"])
        asked(lambda form=form: twilio.send(form), 200)


def test_afterwards_everyone_is_answered_and_nothing_of_a_message_is_in_the_log(people: dict[str, Person], on_all_channels: Thaw) -> None:
    for each in people.values():
        each.read()
        each.say("what is anhedonia?")
        assert "anhedonia" in each.text.lower()
    log = on_all_channels.log.read_text()
    assert "quokka" not in log and "Traceback" not in log and "A request failed" not in log and "could not be answered" not in log


def test_at_least_two_thousand_were_tried(request: pytest.FixtureRequest) -> None:
    if {item.name for item in request.session.items if item.path == request.path} < {
        name for name in vars(request.module) if name.startswith("test_")
    }:
        pytest.skip("only some of this file's tests were chosen")
    assert TRIED["all"] >= ENOUGH
