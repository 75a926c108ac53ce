"""The demo site's pages, and the widget's files: whatever is read from the `widget` folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse

from thaw.channels.errors import ChannelError
from thaw.settings import ROOT
from thaw.static_files import served

WIDGET = ROOT / "widget"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


def page(name: str) -> Any:
    """A handler that answers with one page of the site."""

    async def shown(request: Request, topic: str = "") -> HTTPResponse:
        return _served(request, WIDGET / name)

    return shown


async def widget_file(request: Request, name: str) -> HTTPResponse:
    """A file of the widget."""
    return _served(request, WIDGET / name)


async def site_file(request: Request, name: str) -> HTTPResponse:
    """A file of the demo site."""
    return _served(request, WIDGET / "site" / name)


def _served(request: Request, path: Path) -> HTTPResponse:
    if path.suffix not in _TYPES or not path.is_file():
        raise ChannelError(404, "not_found", "There is nothing at this address.")
    return served(request, path, _TYPES[path.suffix])
