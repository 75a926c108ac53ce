"""What a request's head must look like before Sanic reads it.

Sanic 21.12 trusts it: a negative `Content-Length` makes it spin for ever, and with it every conversation of the process; a path that
is not ASCII or not a URL ends the connection without an answer; two lengths are read as one of them, which the proxy before us may read
as the other.
"""

from __future__ import annotations

import re

from httptools import HttpParserInvalidURLError, parse_url
from sanic.exceptions import InvalidUsage, PayloadTooLarge
from sanic.http import Http
from sanic.server import HttpProtocol

_END = b"\r\n\r\n"
_TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_REQUEST_LINE = re.compile(rb"%b ([\x21-\x7e]+) HTTP/1\.[01]" % _TOKEN)
_FIELD = re.compile(rb"(%b):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)" % _TOKEN)
_LENGTH = re.compile(rb"[0-9]{1,12}")


def is_sound(head: bytes) -> bool:
    """Whether a request's head (without the empty line at its end) can be read in one way only."""
    request_line, *lines = head.split(b"\r\n")
    asked = _REQUEST_LINE.fullmatch(request_line)
    fields = [_FIELD.fullmatch(line) for line in lines]
    if not asked or not all(fields):
        return False
    try:
        parse_url(asked[1])
    except HttpParserInvalidURLError:
        return False
    framing = [(field[1].lower(), field[2].rstrip()) for field in fields if field and field[1].lower() in _FRAMING]
    return not framing or (len(framing) == 1 and bool(_FRAMING[framing[0][0]].fullmatch(framing[0][1])))


# Sanic reads no other spelling of "chunked", and no other encoding.
_FRAMING = {b"content-length": _LENGTH, b"transfer-encoding": re.compile(rb"chunked")}


class _StrictHttp(Http):
    async def http1_request_header(self) -> None:
        """Refuse a head that is not sound; Sanic reads the others.

        Raises:
            InvalidUsage, PayloadTooLarge.
        """
        while _END not in self.recv_buffer:
            if len(self.recv_buffer) > self.HEADER_MAX_SIZE:
                raise PayloadTooLarge("The request's head is too large.")
            await self._receive_more()
        head, _, _ = self.recv_buffer.partition(_END)
        if not is_sound(bytes(head)):
            raise InvalidUsage("The request's head can't be read.")
        await super().http1_request_header()


class StrictHttpProtocol(HttpProtocol):
    """Sanic's protocol for requests whose head is sound."""

    def _setup_connection(self) -> None:
        super()._setup_connection()
        self._http = _StrictHttp(self)
