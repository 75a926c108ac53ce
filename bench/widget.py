"""The widget's figures: `make bench-widget`. Size, axe over states and themes, time to the first bubble, requests to other origins.

Starts a Thaw of its own and writes `docs/bench-widget.md`, with the load that the machine had before: times from a busy machine are too
long. They are taken in several rounds, in turn with and without the slow-down; the page tells how far the rounds are apart. Words after
the command (`make bench-widget NOTE="…"`) are printed there as a note about the machine.
"""

from __future__ import annotations

import gzip
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect, sync_playwright

from bench.in_browser import Chat, states, violations
from thaw.settings import ROOT
from tools.screenshot import ARGUMENTS, CHROMIUM

WIDGET = ROOT / "widget" / "chat.js"
PAGE = ROOT / "docs" / "bench-widget.md"
LARGEST = 12 * 1024
"""Bytes the widget may have, gzipped."""
THEMES = ("light", "dark")
SLOW_DOWN = 4
ROUNDS = 5
"""How often the times are taken, each time in a new browser context and a new conversation."""
QUIET = 0.5
"""Load per core under which a machine is quiet."""
MESSAGES = [
    "my wife booked our favourite restaurant and i'd have been just as happy in the car park",
    "nothing i used to love does anything for me",
    "what is anhedonia",
    "is it my fault",
    "my partner says i'm checked out",
    "i can't cry any more",
    "does this ever get better",
    "i go through the motions all day",
    "am i just lazy",
    "could it be my medication",
    "what happens in therapy",
    "everything takes so much effort",
    "are you a real person",
    "music used to give me goosebumps and now it's noise",
    "i'm ashamed of being this empty",
]
FIRST_BUBBLE = """async (chat) => {
  const log = chat.shadowRoot.querySelector('.log');
  const bubbles = () => log.querySelectorAll(':scope > .bot').length;
  const before = bubbles();
  const began = performance.now();
  chat.shadowRoot.querySelector('form').requestSubmit();
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (bubbles() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    });
    watch.observe(log, { childList: true });
  });
}"""
"""Milliseconds from sending what the field holds until the first bubble of the answer is painted."""


@contextmanager
def running_thaw() -> Iterator[str]:
    """A Thaw with an empty database; its address.

    Raises:
        RuntimeError: it was not ready within three minutes.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "THAW_PORT": str(port),
            "THAW_DATABASE_URL": f"sqlite:///{folder}/thaw.db",
            "THAW_SECRET": os.urandom(32).hex(),
            "THAW_LIMIT_BURST": "1000",
            "THAW_LIMIT_SESSION_MESSAGES": "1000",
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "thaw"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait(f"http://127.0.0.1:{port}/webhooks/site/health")
            yield f"http://localhost:{port}/"
        finally:
            process.terminate()
            process.wait(30)


def _wait(address: str) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address):  # 503 while the engine is loading
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError("Thaw is not ready after three minutes.")


@contextmanager
def watched_page(browser: Browser, elsewhere: list[str], **options: str) -> Iterator[Page]:
    """A page without motion; requests to any origin but its own are noted in `elsewhere`."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce", **options)  # type: ignore[arg-type]
    page = context.new_page()
    origins: list[str] = []

    def note(url: str) -> None:
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        origins.append(origin)
        if origin != origins[0]:
            elsewhere.append(url)

    page.on("request", lambda request: note(request.url))
    yield page
    context.close()


def first_bubbles(page: Page, url: str, slow_down: int) -> list[float]:
    """Milliseconds to the first bubble of each of `MESSAGES`, after one message that is not counted."""
    chat = Chat(page, url).open()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow_down})
    times = []
    for text in ["hello", *MESSAGES]:
        chat.field.fill(text)
        times.append(chat.root.evaluate(FIRST_BUBBLE))
        expect(chat.root.locator(".waiting")).to_be_hidden()
    return times[1:]


def spread(rounds: list[list[float]]) -> str:
    """The median over all rounds, the lowest and the highest median of a round, and the slowest message, in words."""
    medians = [median(each) for each in rounds]
    every = [time for each in rounds for time in each]
    return f"median {median(every):.0f} ms (rounds: {min(medians):.0f} to {max(medians):.0f}), slowest {max(every):.0f} ms"


def state_of(load: float) -> str:
    """Whether the machine was quiet, by its load per core, in words."""
    return f"quiet before (load {load:.2f} per core)" if load < QUIET else f"busy before (load {load:.2f} per core): the times are too long"


def main(note: str) -> None:
    """Measure, print, write the page."""
    size = len(gzip.compress(WIDGET.read_bytes(), 9))
    elsewhere: list[str] = []
    found: dict[tuple[str, str], list[str]] = {}
    times: dict[int, list[list[float]]] = {1: [], SLOW_DOWN: []}
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    with running_thaw() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for _ in range(ROUNDS):
            for slow_down, rounds in times.items():
                with watched_page(browser, elsewhere) as page:
                    rounds.append(first_bubbles(page, url, slow_down))
        for theme in THEMES:
            with watched_page(browser, elsewhere, color_scheme=theme) as page:
                for state in states(page, url):
                    found[theme, state] = violations(page)
        version = browser.version
        browser.close()
    number = sum(map(len, found.values()))
    names = [state for theme, state in found if theme == THEMES[0]]
    rows = [
        ("`widget/chat.js`, gzip -9", f"{size:,} bytes (at most {LARGEST:,})"),
        ("axe violations (WCAG 2.2 AA and best practices)", f"{number} in {len(names)} states × {len(THEMES)} themes"),
        *[
            (f"message sent to first bubble painted, {label}", spread(each))
            for label, each in (("CPU as it is", times[1]), (f"CPU slowed down {SLOW_DOWN} times", times[SLOW_DOWN]))
        ],
        ("requests to other origins", f"{len(elsewhere)}"),
    ]
    lines = [
        "# The widget's figures",
        "",
        "`make bench-widget` wrote this page.",
        f"Chromium {version}, {os.cpu_count()} cores; Thaw and browser on one machine, {state_of(load)}. {note}".rstrip(),
        "",
        "| figure | measured |",
        "|---|---|",
        *[f"| {name} | {value} |" for name, value in rows],
        "",
        f"The time is that of {len(MESSAGES)} messages to a running Thaw with its trained model, in each of {ROUNDS} rounds, from the",
        "submit to the frame with the first bubble: network, understanding, dialogue and drawing. Only the browser is slowed down.",
        "",
        f"The states: {'; '.join(names)}.",
    ]
    for (theme, state), each in found.items():
        lines += [f"- {theme}, {state}: {violation}" for violation in each]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(f"{name}: {value}" for name, value in rows))
    if number or elsewhere or size > LARGEST:
        raise SystemExit(1)


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
