"""Telling the matching flow that a hand-off it redeemed is withdrawn."""

from __future__ import annotations

import asyncio
from typing import Any, Mapping, Optional

import aiohttp

from thaw.handoff.link import flow_secrets
from thaw.outbox import NotDelivered, retry_after
from thaw.settings import Settings

TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)


async def deliver_withdrawal(body: Mapping[str, Any], settings: Settings) -> None:
    """Post the notice to the flow's webhook, with the shared secret so that the flow knows who speaks.

    Raises:
        NotDelivered: it must be tried again.
    """
    url = withdrawal_url(settings)
    if url is None:
        raise NotDelivered("THAW_MATCHING_WITHDRAWAL_URL is not set")
    # A hand-off is withdrawn once: its id names the notice, at the first try and at each later one.
    headers = {"Idempotency-Key": str(body["id"])}
    if flow_secrets(settings):
        headers["Authorization"] = f"Bearer {flow_secrets(settings)[0]}"
    try:
        async with (
            aiohttp.ClientSession(timeout=TIMEOUT) as client,
            client.post(url, json={"event": "handoff.withdrawn", **body}, headers=headers, allow_redirects=False) as answer,
        ):
            # 410: the flow has already let go of it. A 404 may be a mistyped address, and is tried again.
            if answer.status >= 300 and answer.status != 410:
                raise NotDelivered(f"status {answer.status}", retry_after(answer.headers.get("Retry-After")))
    except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
        raise NotDelivered(type(error).__name__) from None


def withdrawal_url(settings: Settings) -> Optional[str]:
    """Where notices go: as set; on a laptop the demo's own flow."""
    if settings.matching_withdrawal_url:
        return str(settings.matching_withdrawal_url)
    return f"{local_url(settings)}/demo/withdrawals" if settings.is_demo else None


def local_url(settings: Settings) -> str:
    """This server as it reaches itself."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"
