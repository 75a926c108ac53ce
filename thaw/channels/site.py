"""The site channel: JSON over HTTP as `docs/site-channel.md` says, for the widget and any other client."""

from __future__ import annotations

import asyncio
import logging
import re
import uuid
from functools import lru_cache
from typing import Any, Awaitable, Callable, Dict, List, Optional, Set

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from thaw.channels.bodies import json_body
from thaw.channels.callers import address_of
from thaw.channels.errors import ChannelError
from thaw.channels.limits import Limits
from thaw.channels.reading import MAX_TEXT, Incoming, UnknownChoice, is_visible, storable
from thaw.channels.renderer import Draft, Json
from thaw.channels.tokens import InvalidToken, Session, Tokens
from thaw.channels.turn import StillRunning, Turns, UnknownConversation
from thaw.data import DATA
from thaw.files import read_yaml
from thaw.safety.services import is_country
from thaw.settings import Settings
from thaw.store import Store

logger = logging.getLogger(__name__)

DESCRIPTION_FILE = DATA / "openapi.yml"
MAX_ID = 64
"""Characters of a client's id or of a choice's id."""
MAX_PAGE = 200
"""Characters of the page's path."""


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
        self._running: Set[asyncio.Task[List[Json]]] = set()

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

        @site.get("/openapi.json")
        async def description(request: Request) -> HTTPResponse:
            return response.json(_description())

        return site

    async def _open(self, request: Request) -> HTTPResponse:
        body = json_body(request)
        country = body.get("country")
        if country is not None and not (is_country(country) and country.isascii()):
            raise ChannelError(400, "unknown_country", "The country must be a two-letter ISO code such as US or GB.")
        page = body.get("page")
        if page is not None and not _is_storable(page, MAX_PAGE):
            raise ChannelError(400, "bad_page", f"The page must be a path of at most {MAX_PAGE} characters.")
        wait = await self._limits.wait_to_open(address_of(request, self._settings))
        if wait:
            raise _too_many(wait)
        country = country.upper() if country else None
        token, session, expires = self._tokens.make(country)
        try:
            messages = await self._turns.open(session.conversation_id, country, page, self.name())
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            raise ChannelError(503, "store_down", "The chat can't be opened at the moment. Try again in a minute.", country) from None
        return response.json({"token": token, "expires": expires.isoformat(), "messages": messages}, status=201)

    async def _message(self, request: Request) -> HTTPResponse:
        session = self._session(request)
        body = json_body(request, session.country)
        incoming = _incoming(body, session)
        is_long = len(incoming.text or "") > MAX_TEXT
        wait = await self._limits.wait_to_say(address_of(request, self._settings), session.conversation_id)
        # What was taken once is not refused when it is sent again: its answer is there.
        if is_long or (wait and not await self._turns.is_repeat(session.conversation_id, incoming.client_id)):
            alarm = await self._alarm(session, incoming)
            raise _too_many(wait, session.country, alarm) if wait else _too_long(session.country, alarm)
        try:
            messages = await self._to_its_end(session, incoming)
        except UnknownChoice:
            raise ChannelError(400, "unknown_choice", "This choice is not part of this conversation.", session.country) from None
        except UnknownConversation:
            raise _no_session(session.country) from None
        except (StillRunning, SQLAlchemyError):
            busy = "This message is still being worked on. Try again in a moment."
            raise ChannelError(503, "busy", busy, session.country, await self._alarm(session, incoming)) from None
        return response.json({"messages": messages})

    async def _alarm(self, session: Session, refused: Incoming) -> List[Json]:
        return await self._turns.alarm(session.conversation_id, session.country, refused)

    async def _to_its_end(self, session: Session, incoming: Incoming) -> List[Json]:
        """The answer of a turn that goes on when the visitor's connection breaks: sent again with its id, it is there."""
        turn = asyncio.ensure_future(self._turns.handle(session.conversation_id, session.country, incoming))
        self._running.add(turn)
        turn.add_done_callback(self._ended)
        return await asyncio.shield(turn)

    def _ended(self, turn: asyncio.Task[List[Json]]) -> None:
        self._running.discard(turn)
        if not turn.cancelled():
            turn.exception()  # looked at, in case nobody waits for it any more

    async def _history(self, request: Request) -> HTTPResponse:
        session = self._session(request)
        await self._exists(session)
        return response.json({"messages": await self._turns.asks(self._store.history, session.conversation_id)})

    async def _delete(self, request: Request) -> HTTPResponse:
        # A conversation is kept from its last message on, a token is good from its start: what is still here can be deleted.
        session = self._session(request, even_expired=True)
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
            found = await self._turns.asks(self._store.conversation, session.conversation_id)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            raise ChannelError(503, "store_down", "The chat can't be read at the moment. Try again in a minute.", session.country) from None
        if found is None:
            raise _no_session(session.country)

    def _session(self, request: Request, even_expired: bool = False) -> Session:
        scheme, _, token = (request.headers.get("authorization") or "").partition(" ")
        if scheme.lower() != "bearer":
            raise _no_session(None)
        try:
            return self._tokens.read(token.strip(), even_expired)
        except InvalidToken as error:
            raise _no_session(error.country) from None

    def country_of(self, request: Request) -> Optional[str]:
        """The country that the request's token says, expired or not; None without a token of ours."""
        try:
            return self._session(request).country
        except ChannelError as error:
            return error.country


def _incoming(body: Json, session: Session) -> Incoming:
    text, choice, client_id = body.get("text"), body.get("choice"), body.get("id")
    if (text is None) == (choice is None):
        raise ChannelError(400, "text_or_choice", "Send either a text or a choice.", session.country)
    if client_id is not None and not (client_id and _is_storable(client_id, MAX_ID)):
        raise ChannelError(400, "bad_id", f"The id must be a text of at most {MAX_ID} characters.", session.country)
    if choice is not None:
        if not _is_storable(choice, MAX_ID):
            raise ChannelError(400, "unknown_choice", "This choice is not part of this conversation.", session.country)
        return Incoming(choice=choice, client_id=client_id)
    text = storable(text)
    if not is_visible(text):
        raise ChannelError(400, "empty_text", "The message is empty.", session.country)
    return Incoming(text=text, client_id=client_id)


def _too_long(country: Optional[str], messages: List[Json]) -> ChannelError:
    message = f"The message is longer than {MAX_TEXT} characters. Send it in parts."
    return ChannelError(413, "text_too_long", message, country, messages)


def _too_many(wait: int, country: Optional[str] = None, messages: Optional[List[Json]] = None) -> ChannelError:
    message = f"That was a lot at once. Wait {wait} seconds, then send it again."
    return ChannelError(429, "too_many", message, country, messages, {"Retry-After": str(wait)})


def _no_session(country: Optional[str]) -> ChannelError:
    return ChannelError(401, "no_session", "This chat is no longer open. Open a new one and send the message again.", country)


@lru_cache(maxsize=1)
def _description() -> Json:
    described: Json = read_yaml(DESCRIPTION_FILE)
    return described


def _is_storable(value: object, longest: int) -> bool:
    """Whether a value is a text that every database takes: not too long, no NUL, no half of a surrogate pair."""
    return isinstance(value, str) and len(value) <= longest and "\x00" not in value and not re.search("[\ud800-\udfff]", value)
