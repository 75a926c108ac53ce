"""What the browser tests share: the browser, pages that watch for faults, and a second Thaw that may be killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from around_the_widget import MortalThaw, NewPage, OtherPage, OtherSite
from playwright.sync_api import Browser, Page, sync_playwright
from site_client import Thaw

from bench.in_browser import Chat
from tools.screenshot import ARGUMENTS, CHROMIUM

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


@pytest.fixture(scope="session")
def other_site() -> Iterator[OtherSite]:
    site = OtherSite(("127.0.0.1", 0), OtherPage)
    Thread(target=site.serve_forever, daemon=True).start()
    yield site
    site.shutdown()


@pytest.fixture(scope="session", autouse=True)  # starts while the first tests run
def mortal_thaw(trained: Path, other_site: OtherSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MortalThaw]:
    running = MortalThaw(tmp_path_factory.mktemp("mortal"), other_site.origin)
    other_site.thaw = running.url
    yield running
    running.kill()
