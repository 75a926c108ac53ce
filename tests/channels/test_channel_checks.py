"""`make telegram-check` and `make whatsapp-check` say in a sentence what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from platforms import BUTTONS, PUBLIC, SMS, Platforms
from site_client import Thaw

from thaw.channels.posting import Client
from thaw.channels.telegram import HEADER as TELEGRAMS_HEADER
from thaw.channels.twilio import HEADER as TWILIOS_HEADER
from thaw.settings import ROOT, load_settings
from tools.channel_check import (
    RETRIES,
    TELEGRAM_HEADER,
    TWILIO_HEADER,
    UPDATES,
    main,
    make_buttons,
    set_telegram_webhook,
    telegram,
    whatsapp,
)

NOWHERE = "http://127.0.0.1:9"
NOW, LONG_AGO = int(time.time()), 1_441_645_532


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    made = Client()
    yield made
    await made.close()


def settings(platforms: Platforms, **changed: Any) -> Any:
    return load_settings(_env_file=None, **{**platforms.settings, **changed})


async def test_telegram_is_fine_once_its_webhook_is_set(platforms: Platforms, on_all_channels: Thaw, client: Client) -> None:
    platforms.webhook = {"url": ""}
    (missing,) = await telegram(settings(platforms), client, on_all_channels.url)
    assert "has no webhook" in missing and "make telegram-webhook" in missing
    assert await set_telegram_webhook(settings(platforms), client) == []
    assert await telegram(settings(platforms), client, on_all_channels.url) == []
    asked = next(content for method, content in reversed(platforms.asked) if method == "setWebhook")
    assert asked["secret_token"] == platforms.settings["telegram_secret"] and asked["allowed_updates"] == UPDATES


@pytest.mark.parametrize(
    ("changed", "webhook", "why"),
    [
        ({"telegram_token": None}, {}, "THAW_TELEGRAM_TOKEN is not set"),
        ({"telegram_token": "1:wrong"}, {}, "does not know THAW_TELEGRAM_TOKEN"),
        ({"telegram_api": NOWHERE}, {}, "Telegram does not answer"),
        ({"public_url": None, "twilio_account_sid": None}, {}, "THAW_PUBLIC_URL must be Thaw's own address with https"),
        ({}, {"url": "https://elsewhere.example/"}, "calls https://elsewhere.example/"),
        ({}, {"allowed_updates": ["message"]}, "leaves out callback_query, edited_message, my_chat_member"),
        (
            {},
            {"last_error_message": "Wrong response from the webhook: 403 Forbidden", "last_error_date": NOW},
            "the secret was another one",
        ),
        (
            {},
            {"last_error_message": "Connection timed out", "last_error_date": LONG_AGO, "pending_update_count": 7},
            "Connection timed out); 7 updates wait",
        ),
        ({"telegram_secret": "another-secret-than-the-server-has"}, {}, "has other values for THAW_TELEGRAM_SECRET"),
    ],
)
async def test_it_is_said_what_is_missing_for_telegram(
    platforms: Platforms, on_all_channels: Thaw, client: Client, changed: dict[str, Any], webhook: dict[str, Any], why: str
) -> None:
    platforms.webhook = {"url": f"{PUBLIC}/webhooks/telegram/webhook", **webhook}
    (said,) = await telegram(settings(platforms, **changed), client, on_all_channels.url)
    assert why in said


async def test_what_failed_long_ago_and_arrived_since_is_no_fault(platforms: Platforms, on_all_channels: Thaw, client: Client) -> None:
    failed = {"last_error_message": "Connection timed out", "last_error_date": LONG_AGO, "pending_update_count": 0}
    platforms.webhook = {"url": f"{PUBLIC}/webhooks/telegram/webhook", **failed}
    assert await telegram(settings(platforms), client, on_all_channels.url) == []


async def test_whatsapp_and_sms_are_fine_when_the_number_calls_thaw(platforms: Platforms, on_all_channels: Thaw, client: Client) -> None:
    platforms.webhook = {"url": f"{PUBLIC}/webhooks/twilio/webhook{RETRIES}"}
    assert await whatsapp(settings(platforms), client, on_all_channels.url) == []


@pytest.mark.parametrize(
    ("changed", "webhook", "why"),
    [
        ({"twilio_account_sid": None}, {}, "THAW_TWILIO_ACCOUNT_SID is not set"),
        ({"twilio_auth_token": "another-token-than-twilio-has"}, {}, "copy both again from its console"),
        ({"twilio_api": NOWHERE}, {}, "Twilio does not answer"),
        ({}, {"url": "https://demo.twilio.com/welcome/sms/reply"}, f"Messages to {SMS} go elsewhere"),
        ({}, {"url": f"{PUBLIC}/webhooks/twilio/webhook"}, f"Twilio gives a message to {SMS} up after one try"),
        ({"twilio_sms": "+15005550009"}, {}, "no number of this Twilio account"),
        ({"public_url": "https://elsewhere.example.org"}, {}, "go elsewhere"),
    ],
)
async def test_it_is_said_what_is_missing_for_whatsapp(
    platforms: Platforms, on_all_channels: Thaw, client: Client, changed: dict[str, Any], webhook: dict[str, Any], why: str
) -> None:
    platforms.webhook = {"url": f"{PUBLIC}/webhooks/twilio/webhook{RETRIES}", **webhook}
    said = await whatsapp(settings(platforms, **changed), client, on_all_channels.url)
    assert why in said[0]


async def test_the_templates_of_buttons_are_made_once_and_checked(
    on_all_channels: Thaw, platforms: Platforms, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    platforms.webhook = {"url": f"{PUBLIC}/webhooks/twilio/webhook{RETRIES}"}
    chosen, made = settings(platforms), dict(platforms.templates)
    assert await make_buttons(chosen, client) == []
    assert capsys.readouterr().out == f"THAW_TWILIO_BUTTONS={','.join(BUTTONS)}\n"
    assert platforms.templates == made, "they are there already"
    wrong = settings(platforms, twilio_buttons=",".join([BUTTONS[1], BUTTONS[1], BUTTONS[2]]))
    (said,) = await whatsapp(wrong, client, on_all_channels.url)
    assert f"{BUTTONS[1]} of THAW_TWILIO_BUTTONS is no template of 1 buttons" in said


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"twilio_account_sid": None}, "THAW_TWILIO_ACCOUNT_SID is not set"),
        ({"twilio_content_api": NOWHERE}, "does not say which templates"),
        ({"twilio_auth_token": "another-token-than-twilio-has"}, "does not say which templates"),
    ],
)
async def test_it_is_said_why_no_templates_could_be_made(platforms: Platforms, client: Client, changed: dict[str, Any], why: str) -> None:
    (said,) = await make_buttons(settings(platforms, **changed), client)
    assert why in said


async def test_it_is_said_when_thaw_is_not_reached_or_runs_without_the_channel(
    platforms: Platforms, thaw_without_channels: str, client: Client
) -> None:
    platforms.webhook = {"url": f"{PUBLIC}/webhooks/telegram/webhook"}
    (said,) = await telegram(settings(platforms), client, NOWHERE)
    assert "not reached at THAW_PUBLIC_URL" in said
    (said,) = await telegram(settings(platforms), client, thaw_without_channels)
    assert "without this channel" in said


@pytest.fixture
def thaw_without_channels(serve: Any) -> str:
    return str(serve().url)


def test_the_command_prints_a_sentence_and_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("tools.channel_check.load_settings", lambda: load_settings(_env_file=None))
    assert main("telegram") == 1 and "THAW_TELEGRAM_TOKEN is not set" in capsys.readouterr().out
    monkeypatch.setattr("tools.channel_check.load_settings", lambda: load_settings(_env_file=None, telegram_token="1:a"))
    assert main("telegram") == 2 and "THAW_TELEGRAM_SECRET must be set" in capsys.readouterr().err


def test_the_check_shows_what_the_channels_ask_for() -> None:
    assert (TELEGRAM_HEADER, TWILIO_HEADER) == (TELEGRAMS_HEADER, TWILIOS_HEADER)


def test_the_command_says_one_sentence_and_nothing_else() -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("THAW_")}
    command = [sys.executable, "-W", "ignore", "-m", "tools.channel_check", "telegram"]
    ran = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert ran.stdout.count("\n") == 1 and ran.stderr == ""
