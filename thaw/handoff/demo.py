"""The demo's matching flow: plays the site's own server on a laptop, so that the whole way can be walked in a browser.

It exists only while nothing is configured (`Settings.is_demo`), and only for requests that this machine makes itself: behind a proxy
that nobody configured, visitors are not sent to a page that plays at matching. The page never sees the secret.
"""

from __future__ import annotations

import hmac
import logging
from contextvars import ContextVar
from urllib.parse import urlsplit

import aiohttp
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from thaw.channels.errors import ChannelError
from thaw.handoff.link import flow_secrets
from thaw.handoff.withdrawal import TIMEOUT, local_url
from thaw.settings import Settings

logger = logging.getLogger(__name__)

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_FORWARDING = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""Headers that proxies add."""
_from_here: ContextVar[bool] = ContextVar("from_here", default=False)


def note_where_from(request: Request) -> None:
    """Note, for the rest of this request, whether it is this machine's own."""
    try:
        asked = urlsplit(f"//{request.headers.get('host', '')}").hostname
    except ValueError:
        asked = None
    forwarded = any(name in request.headers for name in _FORWARDING)
    _from_here.set(asked in _LOOPBACK and request.ip in _LOOPBACK and not forwarded)


def hands_off(settings: Settings) -> bool:
    """Whether a summary can be handed off: there is someone to redeem it."""
    return bool(settings.matching_secret) or (settings.is_demo and _from_here.get())


def demo_flow(settings: Settings) -> Blueprint:
    """The demo flow's server: redeems for its page, and hears of withdrawals."""
    demo = Blueprint("demo_flow", url_prefix="/demo")
    headers = {"Authorization": f"Bearer {flow_secrets(settings)[0]}"}

    @demo.post("/redeem")
    async def redeem(request: Request) -> HTTPResponse:
        if not _from_here.get():
            raise ChannelError(404, "not_found", "There is nothing at this address.")
        # Over HTTP, as a real flow's server would, and not by a way of its own.
        key = {name: request.headers[name] for name in ("idempotency-key",) if name in request.headers}
        url = f"{local_url(settings)}/webhooks/matching/handoffs/redeem"
        async with (
            aiohttp.ClientSession(timeout=TIMEOUT) as client,
            client.post(url, data=request.body, headers={**headers, **key, "Content-Type": "application/json"}) as answer,
        ):
            return response.raw(await answer.read(), status=answer.status, content_type="application/json")

    @demo.post("/withdrawals")
    async def withdrawals(request: Request) -> HTTPResponse:
        shown = request.headers.get("authorization") or ""
        if not hmac.compare_digest(shown.encode("utf-8", "replace"), headers["Authorization"].encode()):
            raise ChannelError(401, "wrong_secret", "The secret is not the demo's.")
        logger.info("The demo's matching flow was told of a withdrawal. It keeps nothing, so nothing is left to delete.")
        return response.empty(status=204)

    return demo
