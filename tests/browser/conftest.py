"""What the browser tests share: the browser, pages that watch for faults, and a second Thaw that may be killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright
from site_client import Thaw

from bench.in_browser import Chat
from tools.screenshot import ARGUMENTS, CHROMIUM

NewPage = Callable[..., Page]
TELL_VIOLATIONS = "document.addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective))"


@pytest.fixture(scope="module")  # Playwright holds an event loop open as long as it lives
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Makes pages that fail the test on a script's error, on a CSP violation, and on a request that leaves this machine."""
    faults: list[str] = []
    contexts = []

    def watch_request(url: str, allowed: tuple[str, ...]) -> None:
        host = urlsplit(url).hostname
        if host not in ("localhost", "127.0.0.1", *allowed):
            faults.append(f"request to {url}")

    def make(elsewhere: tuple[str, ...] = (), **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 390, "height": 844}, "reduced_motion": "reduce", **options})
        contexts.append(context)
        context.add_init_script(TELL_VIOLATIONS)
        context.set_default_timeout(15_000)
        context.on("request", lambda request: watch_request(request.url, elsewhere))
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("console", lambda line: faults.append(line.text) if "CSP" in line.text or "Content Security" in line.text else None)
        return context.new_page()

    yield make
    for context in contexts:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")
        context.close()
    assert not faults


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A phone's page without motion."""
    return new_page()


@pytest.fixture
def chat(page: Page, thaw: Thaw) -> Chat:
    """The widget on the demo page, opened."""
    return Chat(page, f"http://localhost:{thaw.port}/").open()


class OtherSite(ThreadingHTTPServer):
    """A site of someone else's that embeds the widget, with a content security policy as strict as that allows."""

    thaw = ""
    """The origin of the Thaw it embeds."""

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.server_port}"


class _OtherPage(BaseHTTPRequestHandler):
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


@pytest.fixture(scope="session")
def other_site() -> Iterator[OtherSite]:
    site = OtherSite(("127.0.0.1", 0), _OtherPage)
    Thread(target=site.serve_forever, daemon=True).start()
    yield site
    site.shutdown()


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


@pytest.fixture(scope="session", autouse=True)  # starts while the first tests run
def mortal_thaw(trained: Path, other_site: OtherSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MortalThaw]:
    running = MortalThaw(tmp_path_factory.mktemp("mortal"), other_site.origin)
    other_site.thaw = running.url
    yield running
    running.kill()


def first(page: Page, routes: list[Route], number: int = 0) -> Route:
    """The first request that is held back (or a later one), waited for frame by frame: what the page shows may come before it."""
    for _ in range(600):
        if len(routes) > number:
            return routes[number]
        page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError("no request came")
