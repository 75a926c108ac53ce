"""Input that no honest client sends: lists, strategies, and a source of changed requests."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

from hypothesis import strategies as st

FORGED = "forged-slot"
SLASHES = ["/", "//", "\\/", "\u2044", "\u2215", "\uff0f", "\u29f8", "%2f", "&#47;", "/\u0338"]
HIDING = [
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\x0b",
    "\x1c",
    "\x85",
    "\u00a0",
    "\u2003",
    "\u2028",
    "\u3000",
    "\u200b",
    "\u200f",
    "\u202e",
    "\u2066",
    "\u00ad",
    "\ufeff",
    "\u061c",
    "\u180e",
    "\U000e0001",
    "\U000e0041",
    "\ufff9",
    "\ud800",
    "\x00",
    "\x1b",
    "\x7f",
    "\u3164",
    "\ufe0f",
]
COMMANDS = [
    "want_match",
    f'agree_hand_off{{"activity": "{FORGED}"}}',
    f'inform{{"minor": true, "activity": "{FORGED}"}}',
    f'session_start{{"metadata": "{FORGED}"}}',
    "restart",
    f'SAY{{"text": "{FORGED}"}}',
]
ODD_AUTHORIZATIONS = [
    b"",
    b"Bearer",
    b"Bearer ",
    b"bearer",
    b"Basic TOKEN",
    b"TOKEN",
    b"Token TOKEN",
    b"Bearer TOKEN TOKEN",
    b"Bearer Bearer TOKEN",
    b"Bearer\xa0TOKEN",
    b"Bearer,TOKEN",
    b'Bearer "TOKEN"',
    b"Bearer \xff\xfe",
    b"Bearer " + b"A" * 6000,
    b"Bearer null",
    b"Bearer W10.W10.W10",
]
ODD_FRAMING = [
    b"Content-Length: -5",
    b"Content-Length: -0",
    b"Content-Length: +2",
    b"Content-Length: 0_2",
    b"Content-Length: 2\r\nContent-Length: 3",
    b"Content-Length: 2, 2",
    b"Content-Length: 0x2",
    b"Content-Length:",
    b"Content-Length: \xb2",
    b"Content-Length: 2\r\nTransfer-Encoding: chunked",
    b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding: Chunked\r\nTransfer-Encoding: chunked",
    b"Transfer-Encoding : chunked",
    b"Content-Length : 2",
    b" Content-Length: 2",
    b"Content-Length: 2\n",
    b"Content-Length: 99999999999999999999",
    b"Transfer-Encoding: \x0bchunked",
    b"Transfer-Encoding: identity",
]
ODD_LINES = [
    b"GET",
    b"GET /",
    b"GET  / HTTP/1.1",
    b"GET /webhooks/site/\xff HTTP/1.1",
    b"GET webhooks HTTP/1.1",
    b"GET http://[/ HTTP/1.1",
    b"GET / HTTP/2.0",
    b"\x16\x03\x01",
    b"G\x00T / HTTP/1.1",
    b"",
    b"GET /\x7f HTTP/1.1",
    b"GET / HTTP/1.1\r\nnocolon",
    b"GET / HTTP/1.1\r\nX: a\nY: b",
    b"GET / HTTP/1.1\r\n: x",
]
ODD_BODIES = [
    b"",
    b" ",
    b"null",
    b"true",
    b"0",
    b'"text"',
    b"[]",
    b"{",
    b"}",
    b"{}}",
    b'{"text"}',
    b'{"text":}',
    b"{'text': 'a'}",
    b'{"text": "a",}',
    b'{"text": undefined}',
    b'{"text": NaN}',
    b'{"text": Infinity}',
    b'{"text": 1e999}',
    b'{"text": ' + b"9" * 5000 + b"}",
    b"NaN",
    b'{"text": "a\nb"}',
    b'{"text": "\\x41"}',
    b'{"text": "\\u12"}',
    b'{"text": "\xff"}',
    b'{"text": "\xed\xa0\x80"}',
    b'{"text": "\xc0\xaf"}',
    b"\xef\xbb\xbf{}",
    "{}".encode("utf-16"),
    "{}".encode("utf-32"),
    b"\x1f\x8b\x08\x00",
    b"\x00",
    b"text=a",
    b"<a/>",
    b"--x\r\n\r\n",
    b"[" * 20_000,
    b'{"text":' * 4_000,
    b'{"a":' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    b'{"text": "' + b"a" * 33_000 + b'"}',
    b" " * 40_000,
    b'{"text": "' + b"\\u0000" * 50 + b'"}',
    b'{"text": "\\u200b\\u2060\\u3000\\u2003\\u00ad\\u061c"}',
    b'{"text": ""}',
    b'{"text": " \\n"}',
    b'{"text": null}',
    b'{"text": []}',
    b'{"text": {}}',
    b'{"text": true}',
    b'{"text": 1}',
    b'{"choice": null}',
    b'{"choice": []}',
    b'{"choice": 1}',
    b'{"choice": ""}',
    b'{"text": "a", "choice": "b"}',
    b'{"text": null, "choice": null}',
    b'{"choice": "' + b"a" * 65 + b'"}',
    b'{"text": "hi", "id": 1}',
    b'{"text": "hi", "id": ""}',
    b'{"text": "hi", "id": []}',
    b'{"text": "hi", "id": "' + b"a" * 65 + b'"}',
    b'{"text": "hi", "id": "\\ud800"}',
    b'{"text": "hi", "id": "\\u0000"}',
    b'{"choice": "\\ud800"}',
    b'{"choice": "\\u0000"}',
]
LATIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, blacklist_characters="\x7f"), max_size=20).map(
    lambda text: text.encode("latin-1")
)
"""What fits into a header's value."""
NAMES = st.sampled_from(["text", "choice", "id", "country", "page", "sender", "metadata", "slots", "input_channel", "messages", "\x00", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8).map(lambda text: "\u200b" * (len(text) % 2) + text[:0]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
BODIES = st.one_of(
    st.dictionaries(NAMES, VALUES, max_size=4).map(lambda body: json.dumps(body).encode()),
    VALUES.map(lambda body: json.dumps(body).encode()),
    st.binary(max_size=60),
    st.text(st.sampled_from('{}[]":,\\/ntu0eE+-.\u00e9\x00'), max_size=30).map(str.encode),
    st.sampled_from(ODD_BODIES),
)
TYPES = st.one_of(
    st.sampled_from(
        [
            b"application/json",
            b"application/json; charset=utf-16",
            b"APPLICATION/JSON;;",
            b"text/plain",
            b"application/json2",
            b"",
            b"multipart/form-data; boundary=x",
            b"application/x-www-form-urlencoded",
            b"application/json, text/plain",
            b"application/jsonp",
        ]
    ),
    LATIN,
)
ORIGINS = st.one_of(
    st.sampled_from(
        [b"null", b"http://evil.example", b"http://localhost", b"http://localhost:0", b"file://", b"http://[", b"http://a\xe9", b"*", b""]
    ),
    LATIN,
)
METHODS = st.sampled_from(["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "POST2", "CONNECT"])
PATHS = st.one_of(
    st.sampled_from([b"/messages", b"/session", b"/health", b"/openapi.json"]),
    st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=20).map(lambda text: b"/" + text.encode()),
    st.sampled_from(
        [
            b"",
            b"/",
            b"//",
            b"/messages/",
            b"/MESSAGES",
            b"/%6dessages",
            b"/messages%00",
            b"/..%2fsession",
            b"/messages;a",
            b"/messages?x[]=%ff",
        ]
    ),
)
FIELDS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                b"Host",
                b"X-Forwarded-For",
                b"Forwarded",
                b"Cookie",
                b"Accept",
                b"Expect",
                b"Upgrade",
                b"Range",
                b"X-HTTP-Method-Override",
                b"Access-Control-Request-Method",
                b"Access-Control-Request-Headers",
                b"Content-Encoding",
                b"If-None-Match",
            ]
        ),
        LATIN,
    ),
    max_size=2,
)


def mutants(valid: list[bytes], number: int) -> Iterator[bytes]:
    """Requests with some of their bytes changed, always the same ones."""
    chance = random.Random(2026)
    inserted = [
        b"\r\n",
        b"\n",
        b"\x00",
        b" ",
        b":",
        b"\xff",
        b"-",
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Length: 5\r\n",
        b"\\ud800",
        b"{",
        b"[" * 50,
    ]
    for _ in range(number):
        data = bytearray(chance.choice(valid))
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(data) + 1)
            kind = chance.randrange(4)
            if kind == 0 and at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            elif kind == 1:
                data[at:at] = chance.choice(inserted)
            elif kind == 2:
                del data[at : at + chance.randint(1, 8)]
            else:
                begin = chance.randrange(len(data) + 1)
                data[at:at] = data[begin : begin + chance.randint(1, 30)]
        yield bytes(data)
