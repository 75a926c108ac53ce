"""Telegram, Twilio and Slack as servers on this machine: they take and refuse as their documentation says, and sign what they send.

A person on a platform writes to Thaw's webhook, and reads what Thaw posted to the platform's API.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import re
import sqlite3
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple, Optional
from urllib.parse import parse_qsl, urlencode

import httpx

TELEGRAM_TOKEN, TELEGRAM_SECRET = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "a-secret-of-the-webhook-for-tests"
TWILIO_SID, TWILIO_TOKEN = "AC" + "0" * 32, "12345678901234567890123456789012"
WHATSAPP, SMS = "whatsapp:+14155238886", "+15017122661"
BUTTONS = [f"HX{number:032x}" for number in (1, 2, 3)]
"""The first templates that are made at Twilio."""
SLACK_TOKEN, SLACK_SECRET = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy", "8f742231b10e8888abcd99yyyzzz85a5"
CREDENTIALS = "Basic " + base64.b64encode(f"{TWILIO_SID}:{TWILIO_TOKEN}".encode()).decode()
PUBLIC = "https://thaw.example.org"
"""Where the platforms reach Thaw: behind a proxy, so that Thaw itself hears http on another port."""


class Said(NamedTuple):
    """A message as a person reads it, with the choices under it: label and what the platform sends back for it."""

    text: str
    choices: dict[str, str]
    raw: Mapping[str, Any]


class Answer(NamedTuple):
    """What a platform answers to one request instead of taking it."""

    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str] = {}
    after: float = 0.0


class Platforms:
    """All three, on one port."""

    def __init__(self) -> None:
        self.said: defaultdict[str, list[Said]] = defaultdict(list)
        self.asked: list[tuple[str, Any]] = []
        """Every request: its method's name and what was in it."""
        self.answers: list[Answer] = []
        """Answers to the next messages, in their order."""
        self.webhook: dict[str, Any] = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        self.down: Optional[Answer] = None
        """The answer to all messages, while it is set."""
        self.templates: dict[str, dict[str, Any]] = {}
        """Twilio's content templates by their SID."""
        self.changed = threading.Condition()
        platforms = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                answer = platforms._answer(self.path, dict(self.headers), body)
                time.sleep(answer.after)
                content = json.dumps(answer.body).encode()
                self.send_response(answer.status)
                for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: Any) -> None:
                """Who asked has given up waiting."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def settings(self) -> dict[str, str]:
        """A deployment's settings for all of them."""
        return {
            "telegram_token": TELEGRAM_TOKEN,
            "telegram_secret": TELEGRAM_SECRET,
            "telegram_api": self.url,
            "twilio_account_sid": TWILIO_SID,
            "twilio_auth_token": TWILIO_TOKEN,
            "twilio_whatsapp": WHATSAPP.removeprefix("whatsapp:"),
            "twilio_sms": SMS,
            "twilio_buttons": ",".join(BUTTONS),
            "twilio_api": self.url,
            "twilio_content_api": self.url,
            "slack_token": SLACK_TOKEN,
            "slack_signing_secret": SLACK_SECRET,
            "slack_api": f"{self.url}/api",
            "public_url": PUBLIC,
        }

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        plain, _, query = path.partition("?")
        method = plain.rpartition("/")[2]
        sends = method in ("sendMessage", "Messages.json", "chat.postMessage") and bool(body)
        if sends and self.down:
            return self.down
        if sends and self.answers:
            return self.answers.pop(0)
        if plain.startswith("/bot"):
            return self._telegram(plain, method, body)
        if plain.startswith("/v1/Content"):
            return self._content(plain, headers, body)
        if plain.startswith("/2010-04-01/"):
            return self._twilio(plain, method, headers, body, query)
        return self._slack(method, headers, body)

    def _arrived(self, to: str, said: Said) -> None:
        with self.changed:
            self.said[to].append(said)
            self.changed.notify_all()

    def _telegram(self, path: str, method: str, body: bytes) -> Answer:
        def refused(status: int, why: str) -> Answer:
            return Answer(status, {"ok": False, "error_code": status, "description": why})

        if path != f"/bot{TELEGRAM_TOKEN}/{method}":
            return refused(401, "Unauthorized")
        asked = json.loads(body) if body else {}
        self.asked.append((method, asked))
        if method == "sendMessage":
            text, markup = asked.get("text"), asked.get("reply_markup", {})
            if not isinstance(asked.get("chat_id"), int):
                return refused(400, "Bad Request: chat not found")
            if not text:
                return refused(400, "Bad Request: message text is empty")
            if len(text.encode("utf-16-le")) // 2 > 4096:
                return refused(400, "Bad Request: message is too long")
            buttons = [button for row in markup.get("inline_keyboard", []) for button in row]
            if any(not 1 <= len(button["callback_data"].encode()) <= 64 for button in buttons):
                return refused(400, "Bad Request: BUTTON_DATA_INVALID")
            self._arrived(str(asked["chat_id"]), Said(text, {each["text"]: each["callback_data"] for each in buttons}, asked))
            return Answer(200, {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": asked["chat_id"]}, "text": text}})
        if method == "getMe":
            return Answer(200, {"ok": True, "result": {"id": 110201543, "is_bot": True, "first_name": "Thaw", "username": "thaw_bot"}})
        if method == "getWebhookInfo":
            return Answer(200, {"ok": True, "result": self.webhook})
        if method == "setWebhook":
            self.webhook = {**self.webhook, "url": asked["url"], "allowed_updates": asked.get("allowed_updates", [])}
        return Answer(200, {"ok": True, "result": True})

    def _content(self, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        if headers.get("Authorization") != CREDENTIALS:
            return _refused(401, 20003, "Authenticate")
        sid = path.removeprefix("/v1/Content").strip("/")
        if sid:
            return (
                Answer(200, self.templates[sid]) if sid in self.templates else _refused(404, 20404, "The requested resource was not found")
            )
        if not body:
            return Answer(200, {"contents": list(self.templates.values()), "meta": {"key": "contents", "page": 0, "next_page_url": None}})
        asked = json.loads(body)
        self.asked.append(("Content", asked))
        sid = f"HX{len(self.templates) + 1:032x}"
        self.templates[sid] = {"sid": sid, "account_sid": TWILIO_SID, **asked}
        return Answer(201, self.templates[sid])

    def _with_buttons(self, asked: Mapping[str, str]) -> Answer:
        """A message that is sent as a content template, to someone who has written lately."""
        template = self.templates.get(asked["ContentSid"])
        if template is None or not asked["To"].startswith("whatsapp:"):
            return _refused(400, 21655, "The ContentSid is Invalid")
        try:
            values = {**template["variables"], **json.loads(asked.get("ContentVariables", "{}"))}
        except ValueError:
            return _refused(400, 21656, "The ContentVariables Parameter is invalid")
        if not all(isinstance(value, str) and value for value in values.values()):
            return _refused(400, 21656, "The ContentVariables Parameter is invalid")
        content = template["types"]["twilio/quick-reply"]

        def filled(text: str) -> str:
            return re.sub(r"{{(\w+)}}", lambda match: values[match[1]], text)

        text = filled(content["body"])
        choices = {filled(each["title"]): filled(each["id"]) for each in content["actions"]}
        if re.search(r"[\n\t]| {5}", text):
            return _refused(400, 21656, "The ContentVariables Parameter is invalid")
        fits = len(text) <= 1024 and all(len(title) <= 20 for title in choices) and all(len(each) <= 256 for each in choices.values())
        if not fits or not len(choices) == len(content["actions"]) <= 3:
            return _refused(400, 63013, "This message send failed because it violates Channel provider's policy.")
        self._arrived(asked["To"], Said(text, choices, asked))
        return Answer(201, {"sid": "MM" + "1" * 32, "status": "queued", "to": asked["To"], "error_code": None})

    def _twilio(self, path: str, method: str, headers: Mapping[str, str], body: bytes, query: str) -> Answer:
        refused = _refused
        if headers.get("Authorization") != CREDENTIALS or not path.startswith(f"/2010-04-01/Accounts/{TWILIO_SID}"):
            return refused(401, 20003, "Authenticate")
        asked = dict(parse_qsl(body.decode() or query, keep_blank_values=True))
        self.asked.append((method, asked))
        if method == f"{TWILIO_SID}.json":
            return Answer(200, {"sid": TWILIO_SID, "status": "active"})
        if method == "IncomingPhoneNumbers.json":
            return Answer(200, {"incoming_phone_numbers": [{"phone_number": SMS, "sms_url": self.webhook["url"], "sms_method": "POST"}]})
        if not re.fullmatch(r"(whatsapp:)?\+[1-9]\d{6,14}", asked.get("To", "")):
            return refused(400, 21211, "The 'To' number is not a valid phone number.")
        if asked.get("From") != (WHATSAPP if asked["To"].startswith("whatsapp:") else SMS):
            return refused(400, 21212, "The 'From' number is not a valid phone number, shortcode, or alphanumeric sender ID.")
        if "ContentSid" in asked:
            return self._with_buttons(asked)
        if not 1 <= len(asked.get("Body", "")) <= 1600:
            return refused(400, 21617, "The concatenated message body exceeds the 1600 character limit.")
        self._arrived(asked["To"], Said(asked["Body"], {}, asked))
        return Answer(201, {"sid": "SM" + "1" * 32, "status": "queued", "to": asked["To"], "error_code": None})

    def _slack(self, method: str, headers: Mapping[str, str], body: bytes) -> Answer:
        if headers.get("Authorization") != f"Bearer {SLACK_TOKEN}":
            return Answer(200, {"ok": False, "error": "invalid_auth"})
        asked = json.loads(body)
        self.asked.append((method, asked))
        choices: dict[str, str] = {}
        for block in asked.get("blocks", []):
            if block["type"] == "section" and not 1 <= len(block["text"]["text"]) <= 3000:
                return Answer(200, {"ok": False, "error": "invalid_blocks"})
            if block["type"] == "actions":
                fits = all(len(each["text"]["text"]) <= 75 and len(each["value"]) <= 2000 for each in block["elements"])
                if len(block["elements"]) > 25 or not fits:
                    return Answer(200, {"ok": False, "error": "invalid_blocks"})
                choices.update({each["text"]["text"]: each["value"] for each in block["elements"]})
        self._arrived(asked["channel"], Said(asked["text"], choices, asked))
        return Answer(200, {"ok": True, "channel": asked["channel"], "ts": "1503435956.000247"})


def _refused(status: int, code: int, why: str) -> Answer:
    """Twilio's answer to what it does not take."""
    more = f"https://www.twilio.com/docs/errors/{code}"
    return Answer(status, {"code": code, "message": why, "more_info": more, "status": status})


class Person:
    """Someone on a platform who writes to a running Thaw."""

    has_buttons = False
    _numbers = itertools.count(900_000_000)

    def __init__(self, platforms: Platforms, url: str, folder: Path) -> None:
        self.platforms = platforms
        self.number = next(self._numbers)
        self._url = url
        self._client = httpx.Client(base_url=f"{url}/webhooks", timeout=30)
        self._database = folder / "thaw.db"
        self.last: list[Said] = []

    @property
    def address(self) -> str:
        raise NotImplementedError

    def at(self, url: str) -> None:
        """Go on at another server."""
        self._client = httpx.Client(base_url=f"{url}/webhooks", timeout=30)

    def say(self, text: str) -> list[Said]:
        """Write something; what Thaw wrote back."""
        return self.read_after(self.post(text))

    def post(self, text: str, **changed: Any) -> httpx.Response:
        raise NotImplementedError

    def choose(self, label: str) -> list[Said]:
        """Take the choice whose label begins so: by its number, for want of buttons."""
        for said in reversed(self.last):
            match = re.search(rf"^(\d+) {re.escape(label)}", said.text, re.MULTILINE | re.IGNORECASE)
            if match:
                return self.say(match[1])
        raise AssertionError(f"{label!r} is not offered in {self.text}")

    def read_after(self, answer: httpx.Response) -> list[Said]:
        """What arrived since, once all of it has."""
        assert answer.status_code == 200, answer.text
        return self.read()

    def read(self, at_least: int = 0) -> list[Said]:
        """What arrived since the last look: until nothing is on its way, and at least so many messages came."""
        known = getattr(self, "_known", 0)
        deadline = time.monotonic() + 20
        with self.platforms.changed:
            while self.on_their_way() or len(self.platforms.said[self.address]) < known + at_least:
                assert time.monotonic() < deadline, "it does not arrive"
                self.platforms.changed.wait(0.02)
            self.last = self.platforms.said[self.address][known:]
        self._known = known + len(self.last)
        return self.last

    def on_their_way(self) -> int:
        """How many messages wait to be delivered; a reminder is none."""
        with sqlite3.connect(f"file:{self._database}?mode=ro", uri=True) as database:
            return int(database.execute("SELECT count(*) FROM outgoing WHERE lane IS NOT NULL").fetchone()[0])

    @property
    def text(self) -> str:
        """All of what was written back last."""
        return "\n".join(said.text for said in self.last)


class OnTelegram(Person):
    has_buttons = True
    _updates = itertools.count(10_000)

    @property
    def address(self) -> str:
        return str(self.number)

    def update(self, **changed: Any) -> dict[str, Any]:
        """An update of the Bot API."""
        me = {"id": self.number, "is_bot": False, "first_name": "Test", "username": "test", "language_code": "en"}
        chat = {"id": self.number, "type": "private", "first_name": "Test", "username": "test"}
        message = {"message_id": 1365, "date": 1441645532, "from": me, "chat": chat, **changed}
        return {"update_id": next(self._updates), "message": message}

    def send(self, update: Any, secret: Optional[str] = TELEGRAM_SECRET) -> httpx.Response:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret is not None else {}
        body = update if isinstance(update, bytes) else json.dumps(update).encode()
        return self._client.post("/telegram/webhook", content=body, headers={"Content-Type": "application/json", **headers})

    def post(self, text: str, **changed: Any) -> httpx.Response:
        return self.send(self.update(text=text, **changed))

    def press(self, data: str) -> httpx.Response:
        update = self.update(text="what the bot wrote")
        message = update.pop("message")
        pressed = {"id": "4382bfdwdsb323b2d9", "from": message["from"], "message": message, "chat_instance": "1", "data": data}
        return self.send({**update, "callback_query": pressed})

    def choose(self, label: str) -> list[Said]:
        choices = {known: data for said in self.last for known, data in said.choices.items()}
        for known, data in choices.items():
            if known.lower().startswith(label.lower()):
                return self.read_after(self.press(data))
        raise AssertionError(f"{label!r} is not offered, only {list(choices)}")


class OnTwilio(Person):
    """Someone on WhatsApp."""

    own, service = "whatsapp:+1{}", WHATSAPP
    _sids = itertools.count(1)

    @property
    def address(self) -> str:
        return self.own.format(self.number + 2_000_000_000)

    def form(self, text: str, **changed: str) -> dict[str, str]:
        """What Twilio posts for an incoming message."""
        sid = f"SM{next(self._sids):032x}"
        return {
            "SmsMessageSid": sid,
            "NumMedia": "0",
            "ProfileName": "",
            "SmsSid": sid,
            "SmsStatus": "received",
            "Body": text,
            "To": self.service,
            "NumSegments": "1",
            "MessageSid": sid,
            "AccountSid": TWILIO_SID,
            "From": self.address,
            "ApiVersion": "2010-04-01",
            **changed,
        }

    def send(
        self, form: Mapping[str, str], signature: Optional[str] = None, url: str = f"{PUBLIC}/webhooks/twilio/webhook"
    ) -> httpx.Response:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature or sign(url, form)}
        return self._client.post("/twilio/webhook", content=urlencode(form).encode(), headers=headers)

    def post(self, text: str, **changed: Any) -> httpx.Response:
        return self.send(self.form(text, **changed))

    def choose(self, label: str) -> list[Said]:
        """Press the button whose label begins so, cut as it may be; else by its number."""
        for said in self.last:
            for title, payload in said.choices.items():
                known = title.rstrip("…").lower()
                if known.startswith(label.lower()) or (title.endswith("…") and label.lower().startswith(known)):
                    return self.read_after(self.post(title, ButtonText=title, ButtonPayload=payload, MessageType="button"))
        return super().choose(label)


class OnSms(OnTwilio):
    own, service = "+1{}", SMS


class OnSlack(Person):
    has_buttons = True
    _events = itertools.count(1)

    @property
    def address(self) -> str:
        return f"D{self.number}"

    def event(self, text: str, **changed: Any) -> dict[str, Any]:
        """A message event of the Events API."""
        event = {
            "type": "message",
            "channel": self.address,
            "channel_type": "im",
            "user": f"U{self.number}",
            "text": text,
            "ts": "1355517523.000005",
            "event_ts": "1355517523.000005",
            **changed,
        }
        number = next(self._events)
        return {"token": "x", "team_id": "T1", "api_app_id": "A1", "type": "event_callback", "event_id": f"Ev{number:08d}", "event": event}

    def send(self, body: bytes, content_type: str, secret: str = SLACK_SECRET, at: Optional[float] = None) -> httpx.Response:
        moment = str(int(time.time() if at is None else at))
        signature = "v0=" + hmac.new(secret.encode(), f"v0:{moment}:".encode() + body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": content_type, "X-Slack-Request-Timestamp": moment, "X-Slack-Signature": signature}
        return self._client.post("/slack/webhook", content=body, headers=headers)

    def post(self, text: str, **changed: Any) -> httpx.Response:
        return self.send(json.dumps(self.event(text, **changed)).encode(), "application/json")

    def press(self, value: str) -> httpx.Response:
        payload = {
            "type": "block_actions",
            "user": {"id": f"U{self.number}"},
            "channel": {"id": self.address, "name": "directmessage"},
            "trigger_id": f"12466734323.{next(self._events)}",
            "actions": [{"type": "button", "action_id": "WaXA", "value": value, "action_ts": f"{next(self._events)}.1"}],
        }
        return self.send(urlencode({"payload": json.dumps(payload)}).encode(), "application/x-www-form-urlencoded")

    def choose(self, label: str) -> list[Said]:
        for said in self.last:
            for known, value in said.choices.items():
                if known.lower().startswith(label.lower()):
                    return self.read_after(self.press(value))
        raise AssertionError(f"{label!r} is not offered in {self.text}")


def sign(url: str, form: Mapping[str, str], token: str = TWILIO_TOKEN) -> str:
    """Twilio's signature: the address, then each parameter's name and value in the names' order, by HMAC-SHA1 in base 64."""
    signed = url + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()
