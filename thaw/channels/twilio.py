"""WhatsApp and SMS over Twilio: its webhook as a Rasa input channel, and its API to write back. Set up as `docs/channels.md` says.

Rasa's own channel checks no signature. Choices are numbered on both. Up to three are reply buttons on WhatsApp, if the deployment has
their templates: Twilio sends buttons as a template that it keeps, whose line, labels and ids are variables here.
"""

from __future__ import annotations

import json
import logging
import re
from typing import Any, Awaitable, Callable, List, Mapping, Optional
from urllib.parse import parse_qsl

import aiohttp
from multidict import MultiDict
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from twilio.request_validator import RequestValidator

from thaw.channels.errors import ChannelError
from thaw.channels.messenger import Inbound, Kind, Messenger
from thaw.channels.plain import Part
from thaw.channels.posting import Client
from thaw.channels.reading import storable
from thaw.outbox import NotDelivered, Undeliverable
from thaw.safety.services import is_country
from thaw.settings import Settings

logger = logging.getLogger(__name__)

HEADER = "X-Twilio-Signature"
LONGEST = 1600
"""Characters that Twilio takes in one message."""
MAX_PAYLOAD = 64
"""Characters of what stands behind a button."""
MAX_FIELDS = 200
"""Parameters of a request; Twilio sends some thirty."""
_SENDER = re.compile(r"(whatsapp:)?\+?\d{3,15}|whatsapp:[A-Z]{2}\.[A-Za-z0-9.]{1,140}")
"""A number; or, of someone with a username, WhatsApp's id of them for this business."""
_SID = re.compile(r"[A-Z]{2}[0-9a-fA-F]{32}")
_STOP = frozenset({"stop", "stopall", "unsubscribe", "optout", "revoke"})
_STOP_OF_CARRIERS = frozenset({"cancel", "end", "quit"})
"""Words after which carriers block a number, whatever they meant in the chat. On SMS only."""
_START = frozenset({"start", "unstop"})
_HELP = frozenset({"help", "info"})
_NOTHING = "<?xml version='1.0' encoding='UTF-8'?><Response/>"
"""The answer to Twilio: nothing to send at once. Answers go through the outbox."""


class TwilioNumber:
    """The way back: from one of the deployment's numbers."""

    longest = LONGEST
    has_buttons = False
    has_keywords = True
    has_replies = False

    def __init__(self, name: str, number: str, settings: Settings) -> None:
        self.name = name
        self.number = number
        account, token = str(settings.twilio_account_sid), str(settings.twilio_auth_token)
        self._url = f"{str(settings.twilio_api).rstrip('/')}/2010-04-01/Accounts/{account}/Messages.json"
        self._auth = aiohttp.BasicAuth(account, token)
        self._client = Client()
        self._templates: List[str] = []
        if settings.twilio_buttons and name == "whatsapp":
            self._templates = [sid.strip() for sid in settings.twilio_buttons.split(",")]
            self.has_replies = True

    async def send(self, address: str, part: Part) -> None:
        """Send one message.

        Raises:
            NotDelivered, Undeliverable.
        """
        text = part.text
        if part.buttons:
            if await self._send_buttons(address, part):
                return
            text = part.instead
        if text:
            await self._send({"To": address, "From": self.number, "Body": text})

    async def _send_buttons(self, address: str, part: Part) -> bool:
        """Send a line with buttons. False: that can't be done, which need not be so for its text."""
        if not 0 < len(part.buttons) <= len(self._templates):
            return False
        values = [part.text, *(value for button in part.buttons for value in (button.label, button.id))]
        variables = json.dumps({str(number): value for number, value in enumerate(values, 1)})
        form = {"To": address, "From": self.number, "ContentSid": self._templates[len(part.buttons) - 1], "ContentVariables": variables}
        try:
            await self._send(form)
        except Undeliverable as error:
            logger.warning("Twilio did not take reply buttons (%s): their choices are numbered.", error)
            return False
        return True

    async def _send(self, form: Mapping[str, str]) -> None:
        answer = await self._client.post(self._url, data=form, auth=self._auth)
        if answer.status in (200, 201):
            return
        if answer.status == 400 or (answer.status == 404 and "ContentSid" in form):
            # The receiver stopped, is gone, or wrote longer ago than WhatsApp lets anyone answer; or the template is not there.
            raise Undeliverable(f"status {answer.status}, code {int(answer.body.get('code') or 0)}")
        raise NotDelivered(f"status {answer.status}", answer.wait)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


class TwilioChannel(InputChannel):
    """The webhook of all the numbers."""

    def __init__(self, messenger: Messenger, settings: Settings) -> None:
        self._messenger = messenger
        self._account = str(settings.twilio_account_sid)
        self._base = settings.base_url
        self._validator = RequestValidator(str(settings.twilio_auth_token))
        self._numbers: List[TwilioNumber] = []
        if settings.twilio_whatsapp:
            self._numbers.append(TwilioNumber("whatsapp", f"whatsapp:{settings.twilio_whatsapp}", settings))
        if settings.twilio_sms:
            self._numbers.append(TwilioNumber("sms", settings.twilio_sms, settings))
        for number in self._numbers:
            messenger.delivery.add(number)

    @classmethod
    def name(cls) -> str:
        """The path's part after `/webhooks/`."""
        return "twilio"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The one endpoint."""
        twilio = Blueprint("twilio_channel")

        @twilio.post("/webhook")
        async def webhook(request: Request) -> HTTPResponse:
            return await self._arrived(request)

        return twilio

    async def _arrived(self, request: Request) -> HTTPResponse:
        form = self._signed(request)
        number = next((each for each in self._numbers if each.number == form.get("To")), None)
        inbound = read(form) if number and form.get("AccountSid") == self._account else None
        if number and inbound:
            await self._messenger.receive(number, inbound)
        return response.text(_NOTHING, content_type="text/xml")

    def _signed(self, request: Request) -> MultiDict[str]:
        """The request's parameters, which are Twilio's.

        Raises:
            ChannelError: 403, it has not signed them.
        """
        try:
            # With the empty ones, which are signed too. Sanic's own parser drops them.
            fields = parse_qsl(request.body.decode("utf-8"), keep_blank_values=True, max_num_fields=MAX_FIELDS)
        except ValueError:
            fields = []
        form: MultiDict[str] = MultiDict((name, value) for name, value in fields if _is_text(name) and _is_text(value))
        # The address as Twilio called it: a proxy before us may have changed scheme, host and port.
        url = f"{self._base}{request.path}" + (f"?{request.query_string}" if request.query_string else "")
        if not form or not self._validator.validate(url, form, request.headers.get(HEADER) or ""):
            raise ChannelError(403, "forged", "The request is not signed with THAW_TWILIO_AUTH_TOKEN for the address in THAW_PUBLIC_URL.")
        return form

    async def close(self) -> None:
        """Close the connections."""
        for number in self._numbers:
            await number.close()


def read(form: Mapping[str, str]) -> Optional[Inbound]:
    """What a visitor sent, or None if the request is nothing of theirs."""
    sender, sid, status = form.get("From", ""), form.get("MessageSid", ""), form.get("MessageStatus") or form.get("SmsStatus", "received")
    # An id of the right length: parameters are signed one behind the other, and a longer one would take in the next of a message that
    # was answered already.
    if not _SENDER.fullmatch(sender) or not _SID.fullmatch(sid) or status != "received":
        return None
    text, country = storable(form.get("Body")), form.get("FromCountry", "")
    confirmed = form.get("OptOutType", "").upper()
    on_whatsapp = sender.startswith("whatsapp:")
    pressed = storable(form.get("ButtonPayload"))
    if on_whatsapp and 0 < len(pressed) <= MAX_PAYLOAD:
        return Inbound(sender, sender, sid, "choice", choice=pressed)
    kind = _keyword(text, confirmed, on_whatsapp)
    if kind == "text" and (form.get("NumMedia", "0") not in ("", "0") or "Latitude" in form):
        kind = "attachment"
    # Of an SMS the carrier says where the number is from; a visitor's word for where they are counts more.
    known = country.upper() if is_country(country) and country.isascii() else None
    wakes = not on_whatsapp and _word(text) == "yes"
    return Inbound(sender, sender, sid, kind, text, country=known, is_confirmed=bool(confirmed), wakes=wakes)


def _keyword(text: str, confirmed: str, on_whatsapp: bool) -> Kind:
    """What a message is that consists of nothing but a carrier's keyword."""
    word = _word(text)
    if confirmed == "STOP" or word in _STOP or (word in _STOP_OF_CARRIERS and not on_whatsapp):
        return "stop"
    if confirmed == "START" or word in _START:
        return "start"
    return "help" if confirmed == "HELP" or word in _HELP else "text"


def _word(text: str) -> str:
    """A text without spaces and marks: "opt out" and "Stop!" are keywords too. A slash is none of those: no carrier reads a command."""
    return re.sub(r"[^\w/]|_", "", text.lower())


def _is_text(value: str) -> bool:
    """Whether a value can be signed and stored: no half of a surrogate pair."""
    return not any("\ud800" <= character <= "\udfff" for character in value)
