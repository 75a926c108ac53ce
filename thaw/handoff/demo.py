"""The demo's matching flow: plays the site's own server on a laptop, so that the whole way can be walked in a browser.

It exists only while nothing is configured and only this machine can reach Thaw (`Settings.is_demo`). The page never sees the secret.
"""

from __future__ import annotations

import hmac
import logging

import aiohttp
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from thaw.channels.errors import ChannelError
from thaw.handoff.link import flow_secrets
from thaw.handoff.withdrawal import TIMEOUT, local_url
from thaw.settings import Settings

logger = logging.getLogger(__name__)


def demo_flow(settings: Settings) -> Blueprint:
    """The demo flow's server: redeems for its page, and hears of withdrawals."""
    demo = Blueprint("demo_flow", url_prefix="/demo")
    headers = {"Authorization": f"Bearer {flow_secrets(settings)[0]}"}

    @demo.post("/redeem")
    async def redeem(request: Request) -> HTTPResponse:
        # Over HTTP, as a real flow's server would, and not by a way of its own.
        url = f"{local_url(settings)}/webhooks/matching/handoffs/redeem"
        async with (
            aiohttp.ClientSession(timeout=TIMEOUT) as client,
            client.post(url, data=request.body, headers={**headers, "Content-Type": "application/json"}) as answer,
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
