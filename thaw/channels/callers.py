"""Who calls: the address that limits count, and the Origin that may."""

from __future__ import annotations

import re
from typing import Iterator, Optional

from sanic.request import Request

from thaw.channels.errors import ChannelError
from thaw.settings import Settings

_HOST = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?")


def address_of(request: Request, settings: Settings) -> str:
    """The caller's address: the connection's, or what the outermost of our own proxies saw."""
    # A proxy may add a line of its own: the last line is the nearest proxy's.
    lines = ",".join(request.headers.getall("x-forwarded-for", []))
    forwarded = [part.strip() for part in lines.split(",") if part.strip()]
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
    host = request.headers.get("host", "").lower()
    if _HOST.fullmatch(host):
        yield f"http://{host}"
        yield f"https://{host}"
