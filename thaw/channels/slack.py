"""Slack: Rasa's own channel, whose check of the signature is good, with our way through a turn. Set up as `docs/channels.md` says."""

from __future__ import annotations

import asyncio
import html
import json
from typing import Any, Awaitable, Callable, Dict, Mapping, Optional
from urllib.parse import parse_qs

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.slack import SlackInput
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

LONGEST = 2500
"""Characters of a text: a section takes 3,000, and its marks count as more than one."""
IN_A_ROW = 5
PATIENCE = 2.0
"""Seconds that Slack waits for its answer while the turn is running; it would send the event again after three."""
_FINAL = frozenset(
    {"account_inactive", "channel_not_found", "cannot_dm_bot", "invalid_blocks", "is_archived", "msg_too_long", "no_text", "user_not_found"}
)
"""Slack's errors after which no later try does better."""


class SlackApp:
    """The way back: Slack's Web API."""

    name = "slack"
    longest = LONGEST
    has_buttons = True
    has_replies = False
    has_keywords = False

    def __init__(self, settings: Settings) -> None:
        self._url = f"{str(settings.slack_api).rstrip('/')}/chat.postMessage"
        self._headers = {"Authorization": f"Bearer {settings.slack_token}"}
        self._client = Client()

    async def send(self, address: str, part: Part) -> None:
        """Send one message.

        Raises:
            NotDelivered, Undeliverable.
        """
        text = html.escape(part.text, quote=False)
        # Links are not unfurled: that calls them, and the link of a hand-off can be used once.
        content: Dict[str, Any] = {"channel": address, "text": text, "unfurl_links": False, "unfurl_media": False}
        if part.buttons:
            section = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
            buttons = [
                {"type": "button", "text": {"type": "plain_text", "text": each.label}, "value": each.id, "action_id": f"choice-{number}"}
                for number, each in enumerate(part.buttons)
            ]
            rows = [buttons[start : start + IN_A_ROW] for start in range(0, len(buttons), IN_A_ROW)]
            content["blocks"] = [section, *({"type": "actions", "elements": row} for row in rows)]
        answer = await self._client.post(self._url, json=content, headers=self._headers)
        if answer.status == 200 and answer.body.get("ok") is True:
            return
        if answer.body.get("error") in _FINAL:
            raise Undeliverable(str(answer.body["error"]))
        raise NotDelivered(f"status {answer.status}", answer.wait)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


class SlackChannel(SlackInput):
    """The webhook of Slack's events and buttons."""

    def __init__(self, messenger: Messenger, settings: Settings) -> None:
        super().__init__(str(settings.slack_token), slack_signing_secret=str(settings.slack_signing_secret))
        self._messenger = messenger
        self._app = SlackApp(settings)
        messenger.delivery.add(self._app)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The one endpoint."""
        slack = Blueprint("slack_channel")

        @slack.post("/webhook")
        async def webhook(request: Request) -> HTTPResponse:
            return await self._arrived(request)

        return slack

    async def _arrived(self, request: Request) -> HTTPResponse:
        if not self.is_request_from_slack_authentic(request):
            raise ChannelError(403, "forged", "The request is not signed with THAW_SLACK_SIGNING_SECRET.")
        content = _content(request)
        if content is None:
            raise ChannelError(400, "not_json", "The request is neither an event nor a button.")
        if isinstance(content.get("challenge"), str):
            return response.text(content["challenge"])
        inbound = self._pressed(content) if "actions" in content else self._said(content)
        if inbound:
            task = asyncio.ensure_future(self._messenger.receive(self._app, inbound))
            self._background_tasks.add(task)
            task.add_done_callback(self._background_tasks.discard)
            await asyncio.wait({task}, timeout=PATIENCE)
            if task.done():
                task.result()
        return response.empty(status=200)

    def _said(self, content: Mapping[str, Any]) -> Optional[Inbound]:
        """What a message event says, or None if it is nothing of a visitor's."""
        event, number = _object(content, "event"), content.get("event_id")
        is_edited = event.get("subtype") == "message_changed"
        # Slack changes messages itself, as it unfurls links.
        message = _object(event, "message") if is_edited else event
        user, place = message.get("user"), event.get("channel")
        if event.get("type") not in ("message", "app_mention") or message.get("bot_id") or (is_edited and "edited" not in message):
            return None
        if not is_edited and event.get("subtype") not in (None, "file_share"):
            return None
        if not (_is_id(number) and _is_id(user) and _is_id(place)):
            return None
        text = html.unescape(self._sanitize_user_message(storable(message.get("text")), []))
        if event.get("channel_type") != "im":
            return Inbound(str(place), str(place), str(number), "group", text)
        kind: Any = "edited" if is_edited else "attachment" if message.get("files") else "text"
        return Inbound(str(user), str(place), str(number), kind, text)

    def _pressed(self, content: Mapping[str, Any]) -> Optional[Inbound]:
        """The choice that a button stands for, or None."""
        user, place = _object(content, "user").get("id"), _object(content, "channel").get("id")
        actions = content["actions"]
        action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
        choice, moment = storable(action.get("value")), action.get("action_ts")
        if not (_is_id(user) and _is_id(place) and _is_id(moment) and 0 < len(choice) <= 64):
            return None
        return Inbound(str(user), str(place), f"{place} {moment}", "choice", choice=choice)

    async def close(self) -> None:
        """Close the connections."""
        await self._app.close()


def _content(request: Request) -> Optional[Dict[str, Any]]:
    """The event, or the payload of a button."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return json_object(request.body)
    if kind != "application/x-www-form-urlencoded":
        return None
    try:
        return json_object(parse_qs(request.body.decode("utf-8"))["payload"][0].encode("utf-8"))
    except (KeyError, ValueError, json.JSONDecodeError):
        return None


def _object(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 64 and value.isascii()
