"""What the browser tests speak of: a site that embeds the widget, and a Thaw that may be killed."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route
from site_client import Thaw

NewPage = Callable[..., Page]


class OtherSite(ThreadingHTTPServer):
    """A site of someone else's that embeds the widget, with a content security policy as strict as that allows."""

    thaw = ""
    """The origin of the Thaw it embeds."""

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.server_port}"


class OtherPage(BaseHTTPRequestHandler):
    server: OtherSite

    def do_GET(self) -> None:
        thaw = self.server.thaw
        body = f"""<!doctype html><html lang="en"><title>A blog</title><h1>A blog</h1>
          <thaw-chat country="GB" page="/blog/">
            <p slot="notice">This chat is an automated program.</p>
            <p>In danger now? Call <a href="tel:999">999</a>.</p>
          </thaw-chat>
          <script type="module" src="{thaw}/widget/chat.js"></script></html>""".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header(
            "Content-Security-Policy", f"default-src 'self'; script-src {thaw}; connect-src {thaw}; require-trusted-types-for 'script'"
        )
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        pass


class MortalThaw:
    """A Thaw that a test may kill and bring back, at the same address and with what it had stored."""

    def __init__(self, folder: Path, origin: str) -> None:
        self._folder = folder
        self._settings = {"THAW_ALLOWED_ORIGINS": origin}
        self._running = Thaw(folder, **self._settings)
        self.port, self.url = self._running.port, self._running.url

    def wait(self) -> MortalThaw:
        self._running.wait()
        return self

    def kill(self) -> None:
        self._running.kill()

    def revive(self) -> None:
        self._running = Thaw(self._folder, THAW_PORT=str(self.port), **self._settings)
        self._running.port, self._running.url = self.port, self.url
        self._running.wait()


def first(page: Page, routes: list[Route], number: int = 0) -> Route:
    """The first request that is held back (or a later one), waited for frame by frame: what the page shows may come before it."""
    for _ in range(600):
        if len(routes) > number:
            return routes[number]
        page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError("no request came")
