"""Errors of the channels: a sentence a person can act on, and always a crisis message."""

from __future__ import annotations

from typing import Any, Mapping, Optional


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
