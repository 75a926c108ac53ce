"""Telegram: its webhook as a Rasa input channel, and its Bot API to write back. Set up as `docs/channels.md` says.

Rasa's own channel checks no secret, lets anyone set the webhook, and takes a typed text for a command.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import re
from typing import Any, Awaitable, Callable, Dict, Mapping, Optional, Set, Tuple

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from thaw.channels.bodies import json_object
from thaw.channels.errors import ChannelError
from thaw.channels.messenger import Inbound, Messenger
from thaw.channels.plain import Part
from thaw.channels.posting import Client
from thaw.channels.reading import storable
from thaw.outbox import NotDelivered, Undeliverable
from thaw.settings import Settings

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST = 4096
"""UTF-16 units of a text."""
MAX_CALLBACK = 64
"""Bytes of what stands behind a button."""
_COMMAND = re.compile(r"/([a-z_]+)(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_COMMANDS = {"start": "", "delete": "delete my chat", "help": "what can you do?", "stop": "stop"}
"""Commands of the bot's menu, as a visitor would say them."""
_DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{0,64}")
"""What a link to the bot puts behind /start. Nobody typed it."""
_OF_THE_APP = frozenset({"pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "chat_background_set"})
"""Messages that say what was done in the app: nothing was said to the bot."""


class TelegramBot:
    """The way back: the Bot API."""

    name = "telegram"
    longest = LONGEST
    has_buttons = True
    has_replies = False
    has_keywords = False

    def __init__(self, settings: Settings) -> None:
        self._api = f"{str(settings.telegram_api).rstrip('/')}/bot{settings.telegram_token}"
        self._client = Client()

    async def send(self, address: str, part: Part) -> None:
        """Send one message.

        Raises:
            NotDelivered, Undeliverable.
        """
        content: Dict[str, Any] = {
            "chat_id": int(address),
            "text": part.text,
            # A preview is made by calling the link: that of a hand-off can be used once.
            "link_preview_options": {"is_disabled": True},
        }
        if part.buttons:
            # One to a row: two would be cut on a narrow screen.
            rows = [[{"text": each.label, "callback_data": each.id}] for each in part.buttons]
            content["reply_markup"] = {"inline_keyboard": rows}
        answer = await self._client.post(f"{self._api}/sendMessage", json=content)
        if answer.status == 200 and answer.body.get("ok") is True:
            return
        if answer.status in (400, 403):
            # The visitor blocked the bot or is gone, or the message is not one that Telegram takes.
            raise Undeliverable(f"status {answer.status}")
        asked = _object(answer.body, "parameters").get("retry_after")
        raise NotDelivered(f"status {answer.status}", float(asked) if isinstance(asked, int) else answer.wait)

    async def acknowledge(self, pressed: str) -> None:
        """Tell the app that a button was pressed, if that can be done at once."""
        with contextlib.suppress(NotDelivered):
            await self._client.post(f"{self._api}/answerCallbackQuery", json={"callback_query_id": pressed})

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


class TelegramChannel(InputChannel):
    """The webhook."""

    def __init__(self, messenger: Messenger, settings: Settings) -> None:
        self._messenger = messenger
        self._secret = str(settings.telegram_secret)
        self._bot = TelegramBot(settings)
        self._acknowledging: Set[asyncio.Task[None]] = set()
        messenger.delivery.add(self._bot)

    @classmethod
    def name(cls) -> str:
        """The path's part after `/webhooks/`."""
        return "telegram"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The one endpoint."""
        telegram = Blueprint("telegram_channel")

        @telegram.post("/webhook")
        async def webhook(request: Request) -> HTTPResponse:
            return await self._updated(request)

        return telegram

    async def _updated(self, request: Request) -> HTTPResponse:
        shown = request.headers.get(HEADER) or ""
        if not hmac.compare_digest(shown.encode("utf-8", "replace"), self._secret.encode()):
            raise ChannelError(403, "forged", "The request does not carry the secret of THAW_TELEGRAM_SECRET.")
        update = json_object(request.body)
        if update is None:
            raise ChannelError(400, "not_json", "The request is not a JSON object.")
        pressed = _object(update, "callback_query").get("id")
        if isinstance(pressed, str):
            self._acknowledge(pressed)
        inbound = read(update)
        if inbound:
            await self._messenger.receive(self._bot, inbound)
        return response.empty(status=200)

    def _acknowledge(self, pressed: str) -> None:
        """Tell the app that a button was pressed, so that it stops waiting. Of no other use, so it is tried once."""
        task = asyncio.ensure_future(self._bot.acknowledge(pressed))
        self._acknowledging.add(task)
        task.add_done_callback(self._acknowledging.discard)

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.close()


def read(update: Mapping[str, Any]) -> Optional[Inbound]:
    """What a visitor sent, or None if the update is nothing of theirs."""
    number = update.get("update_id")
    if not _is_number(number):
        return None
    pressed = _object(update, "callback_query")
    if pressed:
        return _read_choice(str(number), pressed)
    for kind in ("message", "edited_message"):
        message = _object(update, kind)
        if message:
            return _read_message(str(number), message, is_edited=kind == "edited_message")
    added = _object(update, "my_chat_member")
    is_member = _object(added, "new_chat_member").get("status") in ("member", "administrator")
    return _group(str(number), _object(added, "chat")) if is_member else None


def _read_choice(number: str, pressed: Mapping[str, Any]) -> Optional[Inbound]:
    chat, choice = _object(_object(pressed, "message"), "chat"), pressed.get("data")
    # A chat of two has the id of the one who is no bot.
    sender = chat.get("id") if chat else _object(pressed, "from").get("id")
    if not _is_number(sender) or not isinstance(choice, str) or not 0 < len(storable(choice).encode()) <= MAX_CALLBACK:
        return None
    if chat and chat.get("type") != "private":
        return _group(number, chat)
    return Inbound(str(sender), str(sender), number, "choice", choice=storable(choice))


def _read_message(number: str, message: Mapping[str, Any], is_edited: bool) -> Optional[Inbound]:
    chat, sender = _object(message, "chat"), _object(message, "from")
    text = storable(message.get("text")) or storable(message.get("caption"))
    if not _is_number(chat.get("id")) or sender.get("is_bot") is True:
        return None
    if chat.get("type") != "private":
        return _group(number, chat, text)
    address = str(chat["id"])
    if is_edited:
        # A place that is shared live is edited every few seconds.
        return None if "location" in message else Inbound(address, address, number, "edited", text)
    if _OF_THE_APP & message.keys():
        return None
    album = message.get("media_group_id")
    if not text and isinstance(album, str):
        # Each picture of an album comes by itself; one answer is enough.
        number = f"album {album}"
    text, begins = _without_command(text)
    if begins:
        return Inbound(address, address, number, "begin")
    return Inbound(address, address, number, "text" if isinstance(message.get("text"), str) else "attachment", text)


def _without_command(text: str) -> Tuple[str, bool]:
    """What a text says, and whether it only opens the chat. Words behind a command are what was meant."""
    match = _COMMAND.fullmatch(text)
    if not match or match[1].lower() not in _COMMANDS:
        return text, False
    command, words = match[1].lower(), (match[2] or "").strip()
    if command == "start" and _DEEP_LINK.fullmatch(words):
        return "", True
    return words or _COMMANDS[command], False


def _group(number: str, chat: Mapping[str, Any], text: str = "") -> Optional[Inbound]:
    # In a channel nobody talks to the bot.
    if not _is_number(chat.get("id")) or chat.get("type") not in ("group", "supergroup"):
        return None
    return Inbound(str(chat["id"]), str(chat["id"]), number, "group", text)


def _object(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The object under a name, empty if there is none."""
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
