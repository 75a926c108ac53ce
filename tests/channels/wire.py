"""HTTP by hand: requests that no HTTP library would send, and what every answer must be like."""

from __future__ import annotations

import json
import socket
from http.client import HTTPException, HTTPResponse
from typing import Any, NamedTuple, Optional

TRIED = {"malformed": 0}
"""Requests sent by the malformed-input tests of this run."""
SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
Headers = list[tuple[bytes, bytes]]


class Answer(NamedTuple):
    """An answer as it came."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def raw(method: bytes, path: bytes, headers: Headers, body: Optional[bytes] = None) -> bytes:
    """A request's bytes; a length is added for a body."""
    lines = [b"%b %b HTTP/1.1" % (method, path), *(b"%b: %b" % pair for pair in headers)]
    if body is not None:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + (body or b"")


def chunked(body: bytes) -> bytes:
    """A body in two chunks."""
    half = len(body) // 2
    pieces = [piece for piece in (body[:half], body[half:]) if piece]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class Wire:
    """A connection that is kept while the server keeps it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: Optional[socket.socket] = None

    def send(self, request: bytes, method: str = "POST", whole: bool = True) -> Optional[Answer]:
        """Send bytes and read the answer. Of a request that is not whole, none may come: the server waits for the rest."""
        kept = self._socket is not None
        answer = self._exchange(request, method, whole)
        if answer is None and whole and kept:
            answer = self._exchange(request, method, whole)  # an idle connection may have been closed meanwhile
        return answer

    def close(self) -> None:
        if self._socket:
            self._socket.close()
        self._socket = None

    def _exchange(self, request: bytes, method: str, whole: bool) -> Optional[Answer]:
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self._port), timeout=20)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self._socket.sendall(request)
            if not whole:
                self._socket.shutdown(socket.SHUT_WR)
            response = HTTPResponse(self._socket, method=method)
            response.begin()
            body = response.read()
        except (HTTPException, ConnectionError):
            self.close()
            return None
        headers = {name.lower(): value for name, value in response.getheaders()}
        if response.will_close or not whole:
            self.close()
        return Answer(response.status, headers, body)


def check(answer: Answer, head_only: bool = False) -> None:
    """What holds for every answer of the channel, whatever was sent."""
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers.get(name) == value, (name, answer)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store", answer
    if answer.status == 204:
        return
    assert answer.headers["content-type"] == "application/json", answer
    if head_only:
        return
    body = answer.json()
    if answer.status < 400:
        assert answer.status in (200, 201), answer
        return
    assert answer.status in (400, 401, 403, 404, 405, 413, 415), answer
    assert body["error"]["code"] and body["error"]["message"].endswith("."), answer
    found = [message for message in body["messages"] if message["kind"] == "crisis"]
    assert found and found[0]["level"] in ("support", "urgent"), answer
    assert all(service["name"] and service["contacts"] for service in found[0]["services"]) and found[0]["services"], answer
    assert answer.status != 401 or body["error"]["code"] == "no_session"
