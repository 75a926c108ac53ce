"""What a request of the channels may hold: a JSON object of at most 32 KB."""

from __future__ import annotations

import json
from typing import Any, NoReturn, Optional

from sanic.request import Request

from thaw.channels.errors import ChannelError

MAX_BODY = 32 * 1024
"""Bytes of a request's body."""


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def json_body(request: Request, country: Optional[str] = None) -> dict[str, Any]:
    """The request's JSON object; `{}` for an empty body of a new session is not JSON and is refused."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ChannelError(415, "not_json", "Send the request as application/json.", country)
    if len(request.body) > MAX_BODY:
        raise ChannelError(413, "too_large", "The request is larger than 32 KB.", country)
    body = json_object(request.body)
    if body is None:
        raise ChannelError(400, "not_json", "The request is not a JSON object.", country)
    return body


def json_object(body: bytes) -> Optional[dict[str, Any]]:
    """The JSON object that a body is, or None."""
    try:
        # Sanic's own parser takes NaN, bare line feeds and halves of surrogate pairs for JSON.
        found = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
