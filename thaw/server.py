"""The one server: site channel, visitors' own channels, demo site, widget, security headers, health; the agent is loaded behind it.

It listens at once and answers crises at once: the engine is loaded in the background.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
import logging
import os
from pathlib import Path
from typing import Any, Mapping, Optional

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from thaw.without_tensorflow import UNUSED, leave_out

leave_out(*UNUSED)

from rasa.core.channels.channel import register
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from thaw import encoder
from thaw.cadence import Cadence
from thaw.channels.bodies import MAX_BODY
from thaw.channels.callers import allowed_origin
from thaw.channels.delivery import STALE
from thaw.channels.errors import ChannelError, as_channel_error
from thaw.channels.limits import Limits
from thaw.channels.messenger import Messenger
from thaw.channels.own import own_channels
from thaw.channels.renderer import as_text
from thaw.channels.sealed import Seal
from thaw.channels.site import RasaEngine, SiteChannel
from thaw.channels.tokens import Tokens, signing_key
from thaw.channels.turn import Turns
from thaw.handoff.demo import demo_flow, note_where_from
from thaw.handoff.redeem import redeem_endpoint
from thaw.handoff.withdrawal import deliver_withdrawal
from thaw.memory import keep_for_good
from thaw.outbox import Worker
from thaw.pages import WIDGET, page, site_file, widget_file
from thaw.places import here
from thaw.safety.learned_reply import LearnedReply
from thaw.safety.screen import Screen
from thaw.settings import Settings, settings
from thaw.static_files import warm
from thaw.store import WITHDRAWAL, now, the_store

logger = logging.getLogger(__name__)

WORKERS = 4
"""How many answers that did not arrive at once are sent again at the same time: a platform that hangs holds each up for seconds."""
MINUTE = 60
DAY = 24 * 60 * MINUTE
_FIRST_WORDS = "I feel nothing."
"""What the screen reads before any visitor's message."""
UNREAD = "NONE"
"""Sanic's method of a request that it could not read."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Server:
    """Builds the Sanic application and keeps what lives as long as the process."""

    def __init__(self, config: Settings) -> None:
        self.settings = config
        self.store = the_store()
        self.engine: Optional[RasaEngine] = None
        self.failed = False
        self._jobs: list[asyncio.Task[None]] = []
        self.screen = Screen()
        self.learned_reply = LearnedReply()
        self.limits = Limits(config)
        self.turns = Turns(self.store, lambda: self.engine, self.screen, config, cadence=Cadence.of(here()), learned=self.learned_reply)
        key = signing_key(config)
        self.channel = SiteChannel(self.turns, self.store, Tokens(key, config.retention_days), self.limits, config)
        self.messenger = Messenger(self.turns, self.store, self.limits, Seal(key), config)
        self.own_channels = own_channels(self.messenger, config)

    def app(self) -> Sanic:
        """The application, with all its routes."""
        app = Sanic("thaw", configure_logging=False)
        # Larger bodies never reach our own check of 32 KB.
        app.config.REQUEST_MAX_SIZE = 8 * MAX_BODY
        app.config.KEEP_ALIVE_TIMEOUT = 75
        app.ctx.agent = None
        warm(WIDGET / "chat.js")
        register([self.channel, *self.own_channels], app, "/webhooks/")
        app.blueprint(redeem_endpoint(self.store, self.settings))
        if self.settings.is_demo:
            app.blueprint(demo_flow(self.settings))
        app.add_route(self._health, "/webhooks/site/health", methods=["GET"])
        app.add_route(page("site/index.html"), "/", name="demo")
        app.add_route(page("site/matching.html"), "/matching/", name="matching")
        app.add_route(page("site/topic.html"), "/topics/depression/<topic>/", name="topic")
        app.add_route(widget_file, "/widget/<name:[a-z.-]+>", name="widget")
        app.add_route(site_file, "/site/<name:[a-z.-]+>", name="site_file")
        app.register_middleware(self._before, "request")
        app.register_middleware(self._after, "response")
        app.error_handler.add(Exception, self._error)
        app.register_listener(self._started, "after_server_start")
        app.register_listener(self._stopped, "before_server_stop")
        return app

    async def _started(self, app: Sanic, loop: Any) -> None:
        outbox = Worker(self.store.outbox, {WITHDRAWAL: self._tell_of_withdrawal})
        jobs = [self._load(app), self._purge_daily(), self._forget_expired(), outbox.run()]
        if self.own_channels:
            jobs += [self.messenger.delivery.worker().run() for _ in range(WORKERS)]
        self._jobs = [loop.create_task(job) for job in jobs]

    async def _stopped(self, app: Sanic, loop: Any) -> None:
        for job in self._jobs:
            job.cancel()
        await asyncio.gather(*self._jobs, return_exceptions=True)
        await self.messenger.finish()
        await asyncio.gather(*(channel.close() for channel in self.own_channels))
        await asyncio.to_thread(self.store.close)

    async def _load(self, app: Sanic) -> None:
        """Load the trained models beside the running server, both at once. Their code comes first: two threads would import half of it."""
        try:
            await asyncio.to_thread(_import_the_models_code)
            screening = asyncio.create_task(asyncio.to_thread(self._load_screen))
            agent = await asyncio.to_thread(self._load_agent)
            await screening
        except Exception as error:
            self.failed = True
            logger.error("The dialogue engine could not be loaded. Crisis answers go on. Run 'make train'.", exc_info=error)
            return
        keep_for_good()
        app.ctx.agent = agent
        self.engine = RasaEngine(agent.handle_message)
        print(f"\n  Thaw is ready: {self.settings.base_url}/\n  Ctrl-C ends it.\n", flush=True)

    def _load_screen(self) -> None:
        # The first message would wait for what is read at the first use, and all others behind it.
        self.screen(_FIRST_WORDS)
        try:
            from thaw.safety.classifier import SafetyClassifier
            from thaw.train import answers_folder, screen_folder

            if encoder.is_available():
                classifier = SafetyClassifier(screen_folder())
                classifier.suspect(_FIRST_WORDS)
                self.screen.attach(classifier)
                self.learned_reply.attach(answers_folder())
        except Exception as error:  # missing, cut short, of another format: whatever it is, the rules and the dialogue go on
            logger.error("The screen's classifier can't be loaded: its rules go on alone. Run 'make train'.", exc_info=error)

    def _load_agent(self) -> Any:
        from thaw.dialogue.engine import load_agent
        from thaw.train import model_file

        return load_agent(Path(self.settings.model or model_file()))

    async def _purge_daily(self) -> None:
        while True:
            try:
                oldest = now() - dt.timedelta(days=self.settings.retention_days)
                gone = await asyncio.to_thread(self.store.purge, oldest)
                await asyncio.to_thread(self.store.outgoing.forget_received, oldest)
                logger.info("Retention: %d conversations older than %d days deleted.", gone, self.settings.retention_days)
            except SQLAlchemyError as error:
                logger.error("Retention failed and is tried again in an hour: %s.", type(error).__name__)
                await asyncio.sleep(DAY / 24)
                continue
            await asyncio.sleep(DAY)

    async def _forget_expired(self) -> None:
        """Hand-offs that nobody redeemed in time lose their words within a minute, and so do answers that did not arrive, and memory."""
        while True:
            self.turns.forget_idle()
            try:
                await asyncio.to_thread(self.store.hand_offs.forget_expired)
                await asyncio.to_thread(self.store.outgoing.forget_late, now() - dt.timedelta(seconds=STALE))
            except SQLAlchemyError as error:
                logger.error("What has expired could not be deleted: %s.", type(error).__name__)
            await asyncio.sleep(MINUTE)

    async def _tell_of_withdrawal(self, body: Mapping[str, Any]) -> None:
        await deliver_withdrawal(body, self.settings)

    async def _health(self, request: Request) -> HTTPResponse:
        """What works: `ok`, or `degraded` with the part that does not; 503 only while starting."""
        parts = {
            "screen": "rules only" if self.screen.degraded or self.learned_reply.degraded else "ok",
            "encoder": "ok" if await asyncio.to_thread(encoder.is_available) else "down",
        }
        parts["engine"] = "ok" if self.engine else ("down" if self.failed else "starting")
        if self.settings.redis_url:
            parts["limits"] = "counted by this process alone" if self.limits.degraded else "ok"
        parts.update(self.messenger.delivery.parts)
        try:
            await self.turns.asks(self.store.ping)
            parts["store"] = "ok"
        except SQLAlchemyError:
            parts["store"] = "down"
        status = "ok" if set(parts.values()) == {"ok"} else "degraded"
        return response.json({"status": status, "parts": parts}, status=503 if parts["engine"] == "starting" else 200)

    async def _before(self, request: Request) -> Optional[HTTPResponse]:
        request.ctx.origin = None
        note_where_from(request)
        if not request.path.startswith("/webhooks/"):
            return None
        request.ctx.origin = allowed_origin(request, self.settings)
        return response.empty(status=204) if request.method == "OPTIONS" else None

    async def _after(self, request: Request, answer: HTTPResponse) -> None:
        answer.headers.update(_HEADERS)
        if _is_for_the_channel(request):
            answer.headers["Cache-Control"] = "no-store"
            answer.headers["Vary"] = "Origin"
        else:
            answer.headers.setdefault("Cache-Control", "no-cache")
        if request.path.startswith("/widget/"):
            answer.headers["Access-Control-Allow-Origin"] = "*"
            answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        origin = getattr(request.ctx, "origin", None)
        if origin:
            answer.headers["Access-Control-Allow-Origin"] = origin
            answer.headers["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
            answer.headers["Access-Control-Allow-Headers"] = "authorization, content-type"
            answer.headers["Access-Control-Expose-Headers"] = "Retry-After"
            answer.headers["Access-Control-Max-Age"] = "600"

    async def _error(self, request: Request, error: Exception) -> HTTPResponse:
        """Every refusal and every fault, with the crisis message."""
        if not isinstance(error, ChannelError):
            error = as_channel_error(error)
        messages = error.messages or self.turns.static(error.country or self.channel.country_of(request))
        if not _is_for_the_channel(request):
            return response.text(f"{error.message}\n\n{as_text(messages)}\n", status=error.status)
        body = {"error": {"code": error.code, "message": error.message}, "messages": messages}
        return response.json(body, status=error.status, headers=error.headers)


def _import_the_models_code() -> None:
    importlib.import_module("thaw.safety.classifier")
    importlib.import_module("thaw.dialogue.engine")
    importlib.import_module("thaw.train")


def _is_for_the_channel(request: Request) -> bool:
    """Whether the caller reads JSON. Of a request that Sanic could not read, the path is not known."""
    return request.method == UNREAD or request.path.startswith("/webhooks/")


def build() -> Server:
    """The server with this process's settings."""
    return Server(settings())
