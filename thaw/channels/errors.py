"""Errors of the channels: a sentence a person can act on, and always a crisis message."""

from __future__ import annotations

import logging
from typing import Any, Mapping, Optional

from sanic.exceptions import SanicException, ServiceUnavailable

logger = logging.getLogger(__name__)


class ChannelError(Exception):
    """A refusal, as the contract says it: status, code, message; optionally the crisis messages to send instead of the static one."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        country: Optional[str] = None,
        messages: Optional[list[dict[str, Any]]] = None,
        headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.country = country
        self.messages = messages
        self.headers = dict(headers or {})


def as_channel_error(error: Exception) -> ChannelError:
    """A refusal of the server's, or a fault, as a channel says it; a fault is logged."""
    status = getattr(error, "status_code", 500) if isinstance(error, SanicException) else 500
    sentences = {
        400: ("bad_request", "The request could not be read."),
        404: ("not_found", "There is nothing at this address."),
        405: ("method", "This address does not take this kind of request."),
        408: ("timeout", "The request took too long to arrive. Send it again."),
        413: ("too_large", "The request is larger than 32 KB."),
    }
    if status in sentences:
        allowed = getattr(error, "headers", {}).get("Allow")
        return ChannelError(status, *sentences[status], headers={"Allow": allowed} if allowed else None)
    if 400 <= status < 500:
        return ChannelError(400, *sentences[400])
    if isinstance(error, ServiceUnavailable):
        # The visitor's connection is gone, or the answer took longer than a minute.
        logger.warning("A request was given up.")
        return ChannelError(503, "gave_up", "The answer took too long. Try again in a moment.", headers={"Retry-After": "5"})
    logger.error("A request failed.", exc_info=error)
    return ChannelError(503, "fault", "Something on our side failed. Try again in a moment.", headers={"Retry-After": "5"})
