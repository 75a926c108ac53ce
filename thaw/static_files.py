"""Files as browsers get them: compressed once, and only if they have changed."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

_GZIP = re.compile(r"\b(x-)?gzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


class _File(NamedTuple):
    """A file's bytes, as they are and compressed, and what names this version of it."""

    content: bytes
    compressed: bytes
    version: str


def served(request: Request, path: Path, content_type: str) -> HTTPResponse:
    """A file, compressed if the browser takes that; 304 without it if the browser has it."""
    file = _now(path)
    compressed = bool(_GZIP.search(request.headers.get("accept-encoding", "").lower()))
    tag = f'"{file.version}{"-gzip" if compressed else ""}"'
    headers = {"ETag": tag, "Vary": "Accept-Encoding"}
    if tag in re.findall(r'"[^"]*"', request.headers.get("if-none-match", "")):
        return response.empty(status=304, headers=headers)
    if compressed:
        headers["Content-Encoding"] = "gzip"
    return response.raw(file.compressed if compressed else file.content, content_type=content_type, headers=headers)


def warm(path: Path) -> None:
    """Compress a file before the first visitor asks for it."""
    _now(path)


def _now(path: Path) -> _File:
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _read(path: Path, _changed: int, _size: int) -> _File:
    """A version of a file: one that was changed while the server runs is another one."""
    content = path.read_bytes()
    return _File(content, gzip.compress(content, mtime=0), hashlib.sha256(content).hexdigest()[:16])
