"""The whole way of the hand-off in a browser: from the chat's questions to the demo's matching page, which redeems it."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect, sync_playwright
from site_client import Thaw

from tools.screenshot import ARGUMENTS, CHROMIUM


@pytest.fixture(scope="module")
def pages() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        opened = context.new_page()
        opened.set_default_timeout(20_000)
        yield opened
        browser.close()


def test_what_a_visitor_agreed_to_and_nothing_they_removed_arrives_on_the_matching_page_once(pages: Page, thaw: Thaw):
    pages.goto(f"http://localhost:{thaw.port}/")
    chat = pages.locator("thaw-chat")
    chat.scroll_into_view_if_needed()
    chat.get_by_role("button", name="I feel nothing").click()
    chat.get_by_role("button", name="Find a clinician").last.click()
    chat.get_by_role("button", name="Yes, that fits").click()
    expect(chat.get_by_role("button", name="A few weeks")).to_be_visible()
    chat.get_by_role("textbox").fill("two years maybe, since the job")
    chat.get_by_role("textbox").press("Enter")
    chat.get_by_role("button", name="Work or study").click()
    chat.get_by_role("button", name="That's enough questions").last.click()

    receipt = chat.locator("[data-kind=handoff]").last
    expect(receipt.get_by_text("two years maybe, since the job")).to_be_visible()
    receipt.get_by_role("button", name="Remove: What it touches").click()
    receipt = chat.locator("[data-kind=handoff]").nth(1)
    expect(receipt.get_by_text("Since when")).to_be_visible()
    expect(receipt.get_by_text("Work or study")).to_have_count(0)
    receipt.get_by_role("button", name="Yes, send this").click()
    expect(chat.get_by_text("The link works until")).to_be_visible()
    with pages.context.expect_page() as opened:
        chat.get_by_role("link", name="Open the matching page").click()
    matching = opened.value

    expect(matching.get_by_role("heading", name="What came along")).to_be_visible()
    expect(matching.get_by_text("two years maybe, since the job")).to_be_visible()
    expect(matching.get_by_text("I feel nothing")).to_be_visible()
    expect(matching.get_by_text("Work or study")).to_have_count(0)
    expect(matching).to_have_url(f"http://localhost:{thaw.port}/matching/")  # the id is used up, and gone from the address

    with pages.context.expect_page() as again:
        chat.get_by_role("link", name="Open the matching page").click()
    expect(again.value.get_by_text("used before, has expired or was taken back")).to_be_visible()


def test_while_the_server_cannot_be_asked_the_link_stays_good_and_loading_the_page_again_asks_again(pages: Page, thaw: Thaw):
    keys: list[str] = []
    answers = [(503, {}), (200, {"summary": [{"label": "Since when", "value": "two years"}], "consent": {"at": "2026-11-23T10:00:00Z"}})]

    def answer(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        status, body = answers.pop(0)
        route.fulfill(status=status, json=body)

    pages.route("**/demo/redeem", answer)
    try:
        pages.goto(f"http://localhost:{thaw.port}/matching/?handoff=an-id")
        expect(pages.get_by_role("heading", name="Not fetched yet")).to_be_visible()
        expect(pages).to_have_url(f"http://localhost:{thaw.port}/matching/?handoff=an-id")
        pages.get_by_role("link", name="Try again").click()
        expect(pages.get_by_text("two years")).to_be_visible()
        expect(pages).to_have_url(f"http://localhost:{thaw.port}/matching/")
    finally:
        pages.unroute("**/demo/redeem")
    assert len(keys) == 2 and len(set(keys)) == 1


def test_an_answer_that_breaks_off_is_asked_for_again_with_the_same_key(pages: Page, thaw: Thaw):
    whole = {"summary": [{"label": "Since when", "value": "two years"}], "consent": {"at": "2026-11-23T10:00:00Z"}}
    keys: list[str] = []
    bodies = [json.dumps(whole)[:40], json.dumps(whole)]

    def answer(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        route.fulfill(status=200, content_type="application/json", body=bodies.pop(0))

    pages.route("**/demo/redeem", answer)
    try:
        pages.goto(f"http://localhost:{thaw.port}/matching/?handoff=broken-off")
        expect(pages.get_by_role("heading", name="Not fetched yet")).to_be_visible()
        pages.get_by_role("link", name="Try again").click()
        expect(pages.get_by_text("two years")).to_be_visible()
        expect(pages).to_have_url(f"http://localhost:{thaw.port}/matching/")
    finally:
        pages.unroute("**/demo/redeem")
    assert len(keys) == 2 and len(set(keys)) == 1


def test_an_id_that_was_never_given_out_is_named_so(pages: Page, thaw: Thaw):
    pages.goto(f"http://localhost:{thaw.port}/matching/?handoff=nonsense")
    expect(pages.get_by_text("not one that the chat gave out")).to_be_visible()


def test_without_a_yes_the_matching_page_has_received_nothing(pages: Page, thaw: Thaw):
    pages.goto(f"http://localhost:{thaw.port}/matching/")
    expect(pages.get_by_text("nothing from the chat came along")).to_be_visible()
    expect(pages.get_by_role("heading", name="What came along")).to_have_count(0)
