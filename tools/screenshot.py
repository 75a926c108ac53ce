"""Take a picture of the demo page in mid-conversation: `python -m tools.screenshot FILE [WIDTH]`. Thaw must be running."""

from __future__ import annotations

import sys

from playwright.sync_api import sync_playwright

from thaw.settings import settings

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def take(file: str, width: int = 1100) -> None:
    """Type a sentence as a visitor would, and picture the answer."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": width, "height": 900}, device_scale_factor=1)
        page.emulate_media(reduced_motion="reduce")
        page.goto(settings().base_url)
        chat = page.locator("thaw-chat")
        chat.scroll_into_view_if_needed()
        chat.get_by_role("button", name="I feel nothing").wait_for()
        box = chat.get_by_role("textbox")
        box.fill("my wife booked our favourite restaurant and i'd have been just as happy in the car park")
        box.press("Enter")
        chat.get_by_text("five minutes").first.wait_for()
        page.wait_for_timeout(800)
        chat.evaluate("element => element.scrollIntoView({block: 'center'})")
        page.screenshot(path=file)
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1100)
