"""Slack: who may call, what its events say, and what is sent to its Web API."""

from __future__ import annotations

import json
import time
from typing import Any, Optional

import pytest
from platforms import Answer, OnSlack, Platforms
from site_client import Thaw

from thaw.channels.plain import Button, Part
from thaw.channels.slack import SlackApp
from thaw.outbox import NotDelivered, Undeliverable
from thaw.settings import SettingsError, load_settings


@pytest.fixture
def they(platforms: Platforms, on_all_channels: Thaw) -> OnSlack:
    return OnSlack(platforms, on_all_channels.url, on_all_channels.folder)


def body(content: Any) -> bytes:
    return json.dumps(content).encode()


def test_what_is_not_signed_by_slack_or_is_old_is_not_taken(they: OnSlack) -> None:
    event = body(they.event("i want to kill myself"))
    for more in ({"secret": "another-signing-secret"}, {"at": time.time() - 400}, {"at": time.time() + 400}):
        assert they.send(event, "application/json", **more).status_code == 403
    assert they._client.post("/slack/webhook", content=event).status_code == 403
    assert they.read() == []


def test_thaw_does_not_start_with_a_token_and_no_signing_secret() -> None:
    with pytest.raises(SettingsError, match="THAW_SLACK_SIGNING_SECRET must be set beside THAW_SLACK_TOKEN"):
        load_settings(_env_file=None, slack_token="xoxb-1")


def test_slacks_question_whether_the_address_is_ours_is_answered(they: OnSlack) -> None:
    answer = they.send(body({"type": "url_verification", "token": "x", "challenge": "3eZbrw1aBm2rZgRNFdxV"}), "application/json")
    assert answer.status_code == 200 and answer.text == "3eZbrw1aBm2rZgRNFdxV"


def test_an_event_that_comes_again_is_answered_with_nothing_new(they: OnSlack) -> None:
    event = body(they.event("hi"))
    assert they.read_after(they.send(event, "application/json"))
    assert they.read_after(they.send(event, "application/json")) == []


def test_in_a_channel_of_several_it_is_declined(they: OnSlack) -> None:
    place = f"C{they.number}"
    they.post("<@U0LAN0Z89> hello", type="app_mention", channel=place, channel_type="channel")
    assert they.read() == [], "it is not said in private"
    assert "group" in they.platforms.said[place][0].text


@pytest.mark.parametrize(
    "changed",
    [
        {"bot_id": "B1"},
        {"subtype": "message_deleted"},
        {"subtype": "message_changed", "message": {"user": "U1", "text": "unfurled"}},
        {"subtype": "channel_join"},
        {"type": "reaction_added"},
        {"user": None},
        {"channel": 5},
    ],
)
def test_what_is_nothing_of_a_visitors_is_let_be(they: OnSlack, changed: dict[str, Any]) -> None:
    assert they.post("hi", **changed).status_code == 200
    assert they.read() == []


def test_a_file_and_an_edited_message_get_a_kind_answer(they: OnSlack) -> None:
    they.say("hi")
    they.read_after(they.post("", subtype="file_share", files=[{"id": "F1"}]))
    assert "988" in they.text
    message = {"user": f"U{they.number}", "text": "i am going to kill myself tonight", "edited": {"user": "U1", "ts": "1"}}
    they.read_after(they.post("", subtype="message_changed", message=message))
    assert they.text.index("911") < they.text.index("988")


def test_what_slack_escapes_is_read_and_what_is_sent_is_escaped(they: OnSlack) -> None:
    they.say("hi")
    they.say("what is anhedonia &amp; why &lt;do&gt; i have it?")
    assert "anhedonia" in they.text.lower()
    assert all(said.raw["unfurl_links"] is False for said in they.last)


async def test_buttons_stand_in_rows_under_an_escaped_text(platforms: Platforms) -> None:
    app = SlackApp(load_settings(_env_file=None, **platforms.settings))
    await app.send("D024BE91L", Part("a < b & c", [Button(f"Choice {number}", f"id-{number}") for number in range(26)]))
    await app.close()
    said = platforms.said["D024BE91L"][-1]
    assert said.text == "a &lt; b &amp; c" and len(said.choices) == 26


@pytest.mark.parametrize(
    ("answer", "kind", "wait"),
    [
        (Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "30"}), NotDelivered, 30.0),
        (Answer(200, {"ok": False, "error": "internal_error"}), NotDelivered, None),
        (Answer(200, {"ok": False, "error": "token_revoked"}), NotDelivered, None),
        (Answer(503, {}), NotDelivered, None),
        (Answer(200, {"ok": False, "error": "account_inactive"}), Undeliverable, None),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Answer) else "",
)
async def test_what_slack_did_not_take_is_sent_again_or_given_up(
    platforms: Platforms, answer: Answer, kind: type[Exception], wait: Optional[float]
) -> None:
    platforms.answers = [answer]
    app = SlackApp(load_settings(_env_file=None, **platforms.settings))
    with pytest.raises(kind) as failed:
        await app.send("D024BE91L", Part("Hm."))
    await app.close()
    assert getattr(failed.value, "wait", None) == wait
