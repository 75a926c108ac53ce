"""The site channel: JSON over HTTP as `docs/site-channel.md` says, for the widget and any other client."""

from __future__ import annotations

import asyncio
import logging
import uuid
from typing import Any, Awaitable, Callable, Dict, Iterator, List, NoReturn, Optional
from urllib.parse import urlsplit

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from thaw.channels.errors import ChannelError
from thaw.channels.limits import Limits
from thaw.channels.renderer import Draft, Json
from thaw.channels.tokens import InvalidToken, Session, Tokens
from thaw.channels.turn import Incoming, StillRunning, Turns, UnknownChoice, UnknownConversation
from thaw.safety.services import is_country
from thaw.settings import Settings
from thaw.store import Store

logger = logging.getLogger(__name__)

MAX_BODY = 32 * 1024
"""Bytes of a request's body."""
MAX_TEXT = 2000
"""Characters of a message."""
MAX_ID = 64
"""Characters of a client's id or of a choice's id."""


class CollectedDrafts(OutputChannel):
    """Collects what the dialogue says during one turn, with the metadata that Rasa's own collector drops."""

    def __init__(self) -> None:
        self.drafts: List[Draft] = []

    @classmethod
    def name(cls) -> str:
        """The channel's name, as responses may be conditioned on it."""
        return "site"

    async def send_response(self, recipient_id: str, message: Dict[str, Any]) -> None:
        """Keep one message."""
        if message.get("text"):
            self.drafts.append(Draft(message["text"], message.get("buttons") or [], message.get("metadata") or {}))


class RasaEngine:
    """The dialogue engine behind a turn."""

    def __init__(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> None:
        self._on_new_message = on_new_message

    async def respond(self, conversation_id: str, text: str, metadata: Json) -> List[Draft]:
        """The drafts for one message."""
        collected = CollectedDrafts()
        await self._on_new_message(
            UserMessage(text, collected, conversation_id, input_channel="site", message_id=uuid.uuid4().hex, metadata=metadata)
        )
        return collected.drafts


class SiteChannel(InputChannel):
    """The site channel as a Rasa input channel: one blueprint with the endpoints of the contract."""

    def __init__(self, turns: Turns, store: Store, tokens: Tokens, limits: Limits, settings: Settings) -> None:
        self._turns = turns
        self._store = store
        self._tokens = tokens
        self._limits = limits
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        """The path's part after `/webhooks/`."""
        return "site"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The endpoints."""
        site = Blueprint("site_channel")

        # Sanic 21.12 sets attributes on handlers, which bound methods don't take.
        @site.post("/session")
        async def open_session(request: Request) -> HTTPResponse:
            return await self._open(request)

        @site.delete("/session")
        async def delete_session(request: Request) -> HTTPResponse:
            return await self._delete(request)

        @site.post("/messages")
        async def post_message(request: Request) -> HTTPResponse:
            return await self._message(request)

        @site.get("/messages")
        async def get_messages(request: Request) -> HTTPResponse:
            return await self._history(request)

        return site

    async def _open(self, request: Request) -> HTTPResponse:
        body = _json_body(request)
        country = body.get("country")
        if country is not None and not is_country(country):
            raise ChannelError(400, "unknown_country", "The country must be a two-letter ISO code such as US or GB.")
        page = body.get("page")
        if page is not None and (not isinstance(page, str) or len(page) > 200):
            raise ChannelError(400, "bad_page", "The page must be a path of at most 200 characters.")
        if not self._limits.session_allowed(address_of(request, self._settings)):
            self._too_many()
        country = country.upper() if country else None
        token, session, expires = self._tokens.make(country)
        try:
            messages = await self._turns.open(session.conversation_id, country, page, self.name())
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            raise ChannelError(503, "store_down", "The chat can't be opened at the moment. Try again in a minute.", country) from None
        self._store_count("conversations")
        return response.json({"token": token, "expires": expires.isoformat(), "messages": messages}, status=201)

    async def _message(self, request: Request) -> HTTPResponse:
        session = self._session(request)
        body = _json_body(request, session.country)
        incoming = await self._incoming(body, session)
        if not self._limits.message_allowed(address_of(request, self._settings), session.conversation_id):
            alarm = await self._turns.alarm(session.conversation_id, session.country, incoming.text or "")
            self._too_many(session.country, alarm)
        try:
            messages = await self._turns.handle(session.conversation_id, session.country, incoming)
        except UnknownChoice:
            raise ChannelError(400, "unknown_choice", "This choice is not part of this conversation.", session.country) from None
        except UnknownConversation:
            raise _no_session(session.country) from None
        except (StillRunning, SQLAlchemyError):
            raise ChannelError(503, "busy", "This message is still being worked on. Try again in a moment.", session.country) from None
        return response.json({"messages": messages})

    async def _history(self, request: Request) -> HTTPResponse:
        session = self._session(request)
        await self._exists(session)
        return response.json({"messages": await asyncio.to_thread(self._store.history, session.conversation_id)})

    async def _delete(self, request: Request) -> HTTPResponse:
        session = self._session(request)
        await self._exists(session)
        try:
            await self._turns.delete(session.conversation_id)
        except SQLAlchemyError:
            raise ChannelError(
                503, "store_down", "The chat can't be deleted at the moment. Try again in a minute.", session.country
            ) from None
        return response.empty(status=204)

    async def _exists(self, session: Session) -> None:
        try:
            found = await asyncio.to_thread(self._store.conversation, session.conversation_id)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            raise ChannelError(503, "store_down", "The chat can't be read at the moment. Try again in a minute.", session.country) from None
        if found is None:
            raise _no_session(session.country)

    def _session(self, request: Request) -> Session:
        scheme, _, token = (request.headers.get("authorization") or "").partition(" ")
        if scheme.lower() != "bearer":
            raise _no_session(None)
        try:
            return self._tokens.read(token.strip())
        except InvalidToken:
            raise _no_session(None) from None

    async def _incoming(self, body: Json, session: Session) -> Incoming:
        text, choice, client_id = body.get("text"), body.get("choice"), body.get("id")
        if (text is None) == (choice is None):
            raise ChannelError(400, "text_or_choice", "Send either a text or a choice.", session.country)
        if client_id is not None and (not isinstance(client_id, str) or not 0 < len(client_id) <= MAX_ID):
            raise ChannelError(400, "bad_id", f"The id must be a text of at most {MAX_ID} characters.", session.country)
        if choice is not None:
            if not isinstance(choice, str) or not 0 < len(choice) <= MAX_ID:
                raise ChannelError(400, "unknown_choice", "This choice is not part of this conversation.", session.country)
            return Incoming(choice=choice, client_id=client_id)
        if not isinstance(text, str) or not text.strip("\u200b\u200c\u200d\u2060\ufeff \t\r\n\u00a0"):
            raise ChannelError(400, "empty_text", "The message is empty.", session.country)
        # Half a surrogate pair is valid JSON and no valid text: no database would take it.
        text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
        if len(text) > MAX_TEXT:
            alarm = await self._turns.alarm(session.conversation_id, session.country, text)
            message = f"The message is longer than {MAX_TEXT} characters. Send it in parts."
            raise ChannelError(413, "text_too_long", message, session.country, alarm)
        return Incoming(text=text, client_id=client_id)

    def _too_many(self, country: Optional[str] = None, messages: Optional[List[Json]] = None) -> NoReturn:
        wait = self._limits.retry_after
        raise ChannelError(
            429,
            "too_many",
            f"That was a lot at once. Wait {wait} seconds, then send it again.",
            country,
            messages,
            {"Retry-After": str(wait)},
        )

    def _store_count(self, name: str) -> None:
        asyncio.get_running_loop().run_in_executor(None, _quietly, self._store.count, name)


def _quietly(method: Callable[[str], None], name: str) -> None:
    try:
        method(name)
    except SQLAlchemyError as error:
        logger.error("A counter was not kept: %s.", type(error).__name__)


def _no_session(country: Optional[str]) -> ChannelError:
    return ChannelError(401, "no_session", "This chat is no longer open. Open a new one and send the message again.", country)


def _json_body(request: Request, country: Optional[str] = None) -> Json:
    """The request's JSON object; `{}` for an empty body of a new session is not JSON and is refused."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ChannelError(415, "not_json", "Send the request as application/json.", country)
    if len(request.body) > MAX_BODY:
        raise ChannelError(413, "too_large", "The request is larger than 32 KB.", country)
    try:
        body = request.json
    except Exception:  # Sanic wraps whatever its JSON library raises, recursion included
        body = None
    if not isinstance(body, dict):
        raise ChannelError(400, "not_json", "The request is not a JSON object.", country)
    return body


def address_of(request: Request, settings: Settings) -> str:
    """The caller's address: the connection's, or what the outermost of our own proxies saw."""
    forwarded = [part.strip() for part in (request.headers.get("x-forwarded-for") or "").split(",") if part.strip()]
    if settings.trusted_proxies and len(forwarded) >= settings.trusted_proxies:
        return forwarded[-settings.trusted_proxies]
    return request.ip or "unknown"


def allowed_origin(request: Request, settings: Settings) -> Optional[str]:
    """The request's Origin if it may call, None if it sends none.

    Raises:
        ChannelError: 403, the origin is not allowed.
    """
    origin = request.headers.get("origin")
    if origin is None:
        return None
    if origin in settings.origins or origin in set(_own_origins(request, settings)):
        return origin
    raise ChannelError(403, "origin", "This site is not allowed to use the chat. Its address must be in THAW_ALLOWED_ORIGINS.")


def _own_origins(request: Request, settings: Settings) -> Iterator[str]:
    for host in ("localhost", "127.0.0.1", "[::1]", settings.host):
        yield f"http://{host}:{settings.port}"
    host = request.headers.get("host", "")
    if host and urlsplit(f"//{host}").hostname:
        yield f"http://{host}"
        yield f"https://{host}"
