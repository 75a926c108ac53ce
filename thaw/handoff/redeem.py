"""What the matching flow's server calls: `POST /webhooks/matching/handoffs/redeem`."""

from __future__ import annotations

import asyncio
import hmac
import logging
from typing import Optional

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from thaw.channels.bodies import json_body
from thaw.channels.errors import ChannelError
from thaw.handoff.link import flow_secrets, was_given_out
from thaw.settings import Settings
from thaw.store import Store

logger = logging.getLogger(__name__)

MAX_ID = 96
"""Characters of an id."""
MIN_KEY, MAX_KEY = 16, 128
"""Characters of an idempotency key: too many to be guessed."""


def redeem_endpoint(store: Store, settings: Settings) -> Blueprint:
    """The endpoint that gives a hand-off to whoever shows the shared secret, once."""
    blueprint = Blueprint("matching", url_prefix="/webhooks/matching")
    known = flow_secrets(settings)

    @blueprint.post("/handoffs/redeem")
    async def redeem(request: Request) -> HTTPResponse:
        _refuse_strangers(request, known)
        hand_off_id, key = _id_in(request), _key_in(request)
        try:
            payload = await asyncio.to_thread(store.hand_offs.redeem, hand_off_id, key)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            raise ChannelError(
                503, "store_down", "The hand-off can't be read at the moment. Try again.", headers={"Retry-After": "2"}
            ) from None
        if payload is not None:
            return response.json(payload)
        if was_given_out(hand_off_id, settings):
            raise ChannelError(410, "gone", "This hand-off was used before, has expired or was withdrawn.")
        raise ChannelError(404, "unknown", "There is no such hand-off.")

    return blueprint


def _refuse_strangers(request: Request, known: tuple[str, ...]) -> None:
    scheme, _, shown = (request.headers.get("authorization") or "").partition(" ")
    # Every secret is compared, in constant time: how long it takes says nothing.
    fits = [hmac.compare_digest(shown.strip().encode("utf-8", "replace"), secret.encode()) for secret in known]
    if scheme.lower() != "bearer" or not any(fits):
        raise ChannelError(401, "wrong_secret", "The secret is not the one of THAW_MATCHING_SECRET.")


def _key_in(request: Request) -> Optional[str]:
    key: Optional[str] = request.headers.get("idempotency-key")
    if key is not None and not (MIN_KEY <= len(key) <= MAX_KEY and key.isascii() and key.isprintable()):
        raise ChannelError(400, "bad_key", f"An Idempotency-Key has {MIN_KEY} to {MAX_KEY} plain characters, such as a UUID.")
    return key


def _id_in(request: Request) -> str:
    hand_off_id = json_body(request).get("id")
    if not isinstance(hand_off_id, str) or not 0 < len(hand_off_id) <= MAX_ID or not hand_off_id.isascii():
        raise ChannelError(400, "bad_id", 'Send {"id": "…"} as JSON, with the id that the link carries.')
    return hand_off_id
