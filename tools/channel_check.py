"""Check a deployment's channels: `make telegram-check`, `make whatsapp-check`.

`make telegram-webhook` sets Telegram's webhook, `make whatsapp-buttons` makes the templates of WhatsApp's reply buttons.

Each says in a sentence what is missing, and what to do about it. Nothing is sent to a visitor.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import Any, Awaitable, Callable, Mapping, Optional

import aiohttp
from twilio.request_validator import RequestValidator

from thaw.channels.posting import Answer, Client
from thaw.outbox import NotDelivered
from thaw.settings import Settings, SettingsError, load_settings

UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
"""What Telegram is asked to send; anything else it sends is let be."""
DOCS = "docs/channels.md"
# As in the channels' modules, which load the whole dialogue engine.
TELEGRAM_HEADER, TWILIO_HEADER = "X-Telegram-Bot-Api-Secret-Token", "X-Twilio-Signature"
RETRIES = "#rc=5&rp=all"
"""Behind the address for Twilio: how often it calls again, and after which failures. By itself it gives a message up."""
LATELY = 60 * 60.0
"""Seconds for which a call of Telegram's that failed is spoken of. It keeps the last one for ever."""


async def telegram(settings: Settings, client: Client, reach: Optional[str] = None) -> list[str]:
    """What is missing for Telegram.

    Args:
        settings: the deployment's.
        client: asks.
        reach: where Thaw is called for this check, if not at its public address.
    """
    if not settings.telegram_token:
        return [f"THAW_TELEGRAM_TOKEN is not set: make a bot with @BotFather and put its token there ({DOCS})."]
    found = _public(settings)
    me = await _asked(client.get(f"{_bot(settings)}/getMe"))
    if me is None:
        return [*found, "Telegram does not answer: try again, and see whether this machine reaches THAW_TELEGRAM_API."]
    if me.status != 200:
        return [*found, "Telegram does not know THAW_TELEGRAM_TOKEN: copy it again from @BotFather."]
    if found:
        return found
    answer = await _asked(client.get(f"{_bot(settings)}/getWebhookInfo"))
    webhook: Mapping[str, Any] = answer.body.get("result") or {} if answer else {}
    expected = f"{settings.base_url}/webhooks/telegram/webhook"
    if webhook.get("url") != expected:
        known = f"calls {webhook['url']}" if webhook.get("url") else "has no webhook"
        return [f"Telegram {known}, and should call {expected}: run 'make telegram-webhook'."]
    missing = set(UPDATES) - set(webhook.get("allowed_updates") or UPDATES)
    if missing:
        found.append(f"Telegram leaves out {', '.join(sorted(missing))}: run 'make telegram-webhook'.")
    waiting = webhook.get("pending_update_count", 0)
    is_over = not waiting and time.time() - webhook.get("last_error_date", 0) > LATELY
    failed = "" if is_over else str(webhook.get("last_error_message") or "")
    if "403" in failed:
        found.append("Thaw refused Telegram's last call, as the secret was another one: run 'make telegram-webhook'.")
    elif failed:
        found.append(f"Telegram's last call failed ({failed}); {waiting} updates wait.")
    at = f"{reach or settings.base_url}/webhooks/telegram/webhook"
    shown = {TELEGRAM_HEADER: str(settings.telegram_secret)}
    refuses = await _asked(client.post(at, json={}))
    takes = await _asked(client.post(at, json={}, headers=shown))
    return [*found, *_reached(refuses, takes, "THAW_TELEGRAM_SECRET")]


async def whatsapp(settings: Settings, client: Client, reach: Optional[str] = None) -> list[str]:
    """The same for WhatsApp and SMS."""
    if not settings.twilio_account_sid:
        return [f"THAW_TWILIO_ACCOUNT_SID is not set: it and the auth token stand in Twilio's console ({DOCS})."]
    auth = aiohttp.BasicAuth(settings.twilio_account_sid, str(settings.twilio_auth_token))
    account = f"{str(settings.twilio_api).rstrip('/')}/2010-04-01/Accounts/{settings.twilio_account_sid}"
    answer = await _asked(client.get(f"{account}.json", auth=auth))
    if answer is None:
        return ["Twilio does not answer: try again, and see whether this machine reaches THAW_TWILIO_API."]
    if answer.status != 200:
        return ["Twilio does not know THAW_TWILIO_ACCOUNT_SID with THAW_TWILIO_AUTH_TOKEN: copy both again from its console."]
    if answer.body.get("status") != "active":
        return [f"The Twilio account is {answer.body.get('status')}: it must be active."]
    found = []
    expected = f"{settings.base_url}/webhooks/twilio/webhook"
    if settings.twilio_sms:
        query = {"PhoneNumber": settings.twilio_sms}
        answer = await _asked(client.get(f"{account}/IncomingPhoneNumbers.json", params=query, auth=auth))
        numbers = answer.body.get("incoming_phone_numbers") or [] if answer else []
        number = next((each for each in numbers if each.get("phone_number") == settings.twilio_sms), None)
        if number is None:
            found.append(f"{settings.twilio_sms} of THAW_TWILIO_SMS is no number of this Twilio account.")
        elif (str(number.get("sms_url")).partition("#")[0], number.get("sms_method")) != (expected, "POST"):
            found.append(
                f"Messages to {settings.twilio_sms} go elsewhere: set 'A message comes in' to {expected}{RETRIES}, with HTTP POST."
            )
        elif "#" not in number["sms_url"]:
            found.append(
                f"Twilio gives a message to {settings.twilio_sms} up after one try: set 'A message comes in' to {expected}{RETRIES}"
            )
    for number, sid in enumerate((settings.twilio_buttons or "").split(","), 1):
        answer = await _asked(client.get(f"{_content(settings)}/{sid.strip()}", auth=auth)) if sid else None
        if sid and (answer is None or not _is_template(answer.body, number)):
            found.append(f"{sid.strip()} of THAW_TWILIO_BUTTONS is no template of {number} buttons: run 'make whatsapp-buttons'.")
    at = f"{reach or settings.base_url}/webhooks/twilio/webhook"
    form = {"AccountSid": settings.twilio_account_sid, "MessageSid": "SM" + "0" * 32}
    signature = RequestValidator(str(settings.twilio_auth_token)).compute_signature(expected, form)
    refuses = await _asked(client.post(at, data=form))
    takes = await _asked(client.post(at, data=form, headers={TWILIO_HEADER: signature}))
    return [*found, *_reached(refuses, takes, "THAW_TWILIO_AUTH_TOKEN and THAW_PUBLIC_URL")]


async def set_telegram_webhook(settings: Settings, client: Client) -> list[str]:
    """Tell Telegram where to call, and with which secret."""
    if not settings.telegram_token:
        return await telegram(settings, client)
    found = _public(settings)
    if found:
        return found
    content = {
        "url": f"{settings.base_url}/webhooks/telegram/webhook",
        "secret_token": settings.telegram_secret,
        "allowed_updates": UPDATES,
    }
    answer = await _asked(client.post(f"{_bot(settings)}/setWebhook", json=content))
    if answer is None or answer.body.get("ok") is not True:
        return ["Telegram did not take the webhook: run 'make telegram-check' to see why."]
    return []


async def make_buttons(settings: Settings, client: Client) -> list[str]:
    """Make the templates of WhatsApp's reply buttons at Twilio, but for those that are there, and print their setting."""
    if not settings.twilio_account_sid:
        return await whatsapp(settings, client)
    auth = aiohttp.BasicAuth(settings.twilio_account_sid, str(settings.twilio_auth_token))
    answer = await _asked(client.get(_content(settings), params={"PageSize": "500"}, auth=auth))
    if answer is None or answer.status != 200:
        return ["Twilio does not say which templates there are: run 'make whatsapp-check' to see why."]
    known = {each.get("friendly_name"): each for each in answer.body.get("contents") or []}
    sids = []
    for number in (1, 2, 3):
        template = _template(number)
        there = known.get(template["friendly_name"])
        if there is None or not _is_template(there, number):
            answer = await _asked(client.post(_content(settings), json=template, auth=auth))
            there = answer.body if answer and answer.status == 201 else None
        if not there or not there.get("sid"):
            return [f"Twilio did not take the template of {number} buttons: run 'make whatsapp-check' to see why."]
        sids.append(str(there["sid"]))
    print(f"THAW_TWILIO_BUTTONS={','.join(sids)}")
    return []


def _template(number: int) -> dict[str, Any]:
    """A line over so many buttons, all of it variable. Nobody need approve it: it answers who has just written."""
    actions = [{"type": "QUICK_REPLY", "title": f"{{{{{2 * place}}}}}", "id": f"{{{{{2 * place + 1}}}}}"} for place in range(1, number + 1)]
    samples = {
        str(2 * place + more): sample for place in range(1, number + 1) for more, sample in enumerate((f"Choice {place}", f"id-{place}"))
    }
    return {
        "friendly_name": f"thaw_buttons_{number}",
        "language": "en",
        "variables": {"1": "Which one?", **samples},
        "types": {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}},
    }


def _is_template(there: Mapping[str, Any], number: int) -> bool:
    """Whether a template of the account's is the one of so many buttons. Twilio adds fields of its own."""

    def said(template: Mapping[str, Any]) -> Any:
        content = (template.get("types") or {}).get("twilio/quick-reply") or {}
        return content.get("body"), [(each.get("title"), each.get("id")) for each in content.get("actions") or []]

    return bool(said(there) == said(_template(number)))


def _content(settings: Settings) -> str:
    return f"{str(settings.twilio_content_api).rstrip('/')}/v1/Content"


def _bot(settings: Settings) -> str:
    return f"{str(settings.telegram_api).rstrip('/')}/bot{settings.telegram_token}"


def _public(settings: Settings) -> list[str]:
    if settings.public_url and settings.public_url.scheme == "https":
        return []
    return ["THAW_PUBLIC_URL must be Thaw's own address with https: the platform calls it there."]


def _reached(refuses: Optional[Answer], takes: Optional[Answer], setting: str) -> list[str]:
    """What two calls of the webhook say: one without the secret, and one with it."""
    if refuses is None or takes is None:
        return ["Thaw is not reached at THAW_PUBLIC_URL from here: is it running, and does the proxy lead to it?"]
    if refuses.status == 404:
        return ["Thaw answers, but without this channel: start it again with these settings."]
    if refuses.status != 403:
        return [f"The address of THAW_PUBLIC_URL answers {refuses.status} to a stranger, and should 403: is it Thaw?"]
    if takes.status != 200:
        return [f"The running Thaw has other values for {setting} than these: start it again with these settings."]
    return []


async def _asked(answer: Awaitable[Answer]) -> Optional[Answer]:
    try:
        return await answer
    except NotDelivered:
        return None


_CHECKS: dict[str, tuple[Callable[[Settings, Client], Awaitable[list[str]]], str]] = {
    "telegram": (telegram, "Telegram: token, secret, webhook and public address fit together. Write /start to the bot."),
    "whatsapp": (whatsapp, "Twilio: account, token, numbers and public address fit together. Write 'hi' to the number."),
    "whatsapp-buttons": (make_buttons, "Put this line into .env, start Thaw again, and run 'make whatsapp-check'."),
    "telegram-webhook": (set_telegram_webhook, "Telegram calls Thaw now. Run 'make telegram-check'."),
}


async def _run(name: str, settings: Settings) -> int:
    check, fine = _CHECKS[name]
    client = Client()
    try:
        found = await check(settings, client)
    finally:
        await client.close()
    print("\n".join(found) or fine)
    return 1 if found else 0


def main(name: str) -> int:
    """Print what is missing. Returns 1 if something is, 2 if Thaw would not even start."""
    try:
        settings = load_settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    return asyncio.run(_run(name, settings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
