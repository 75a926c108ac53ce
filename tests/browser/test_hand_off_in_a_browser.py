"""The whole way of the hand-off in a browser: from the chat's questions to the demo's matching page, which redeems it."""

import json
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect, sync_playwright
from site_client import Thaw

from bench.in_browser import MESSAGES, Chat
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


WORDS = "two years maybe, since the job"


@pytest.fixture
def someone(pages: Page, thaw: Thaw) -> Iterator[Chat]:
    """Someone who was never here before, with the chat open."""
    context = pages.context.browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield Chat(context.new_page(), f"http://localhost:{thaw.port}/").open()
    context.close()


def asked(chat: Chat) -> Chat:
    """Up to the second question."""
    chat.button("I feel nothing").click()
    chat.button("Find a clinician").click()
    chat.button("Yes, that fits").click()
    expect(chat.button("A few weeks")).to_be_visible()
    return chat


def agreed(chat: Chat) -> Chat:
    """Up to the link."""
    asked(chat).say(WORDS)
    chat.button("That's enough questions").click()
    chat.button("Yes, send this").click()
    expect(chat.says("The link works until")).to_be_visible()
    return chat


def matching_page(chat: Chat) -> Page:
    """The matching page, as the link opens it."""
    with chat.page.context.expect_page() as opened:
        chat.root.get_by_role("link", name="Open the matching page").last.click()
    return opened.value


def came_along(matching: Page, nothing: bool = False) -> None:
    """What the matching page shows: the summary; or that there is none (any more)."""
    if nothing:
        expect(matching.get_by_text("used before, has expired or was taken back")).to_be_visible()
        expect(matching.get_by_text(WORDS)).to_have_count(0)
    else:
        expect(matching.get_by_role("heading", name="What came along")).to_be_visible()
        expect(matching.get_by_text(WORDS)).to_be_visible()


def in_time(is_so: Callable[[], bool], seconds: float = 30.0) -> bool:
    deadline = time.monotonic() + seconds
    while not is_so() and time.monotonic() < deadline:
        pass
    return is_so()


def test_taken_back_before_the_link_is_used_nothing_comes_along(someone: Chat):
    agreed(someone).button("Take it back").click()
    expect(someone.button("Only the plain link")).to_be_visible()
    came_along(matching_page(someone), nothing=True)


def test_taken_back_after_the_link_was_used_the_matching_flow_is_told_and_the_visitor_reads_so(someone: Chat, thaw: Thaw):
    told = thaw.log.read_text().count("was told of a withdrawal")
    matching = matching_page(agreed(someone))
    came_along(matching)
    someone.page.bring_to_front()
    someone.button("Take it back").click()
    expect(someone.says("told to delete it")).to_be_visible()
    assert in_time(lambda: thaw.log.read_text().count("was told of a withdrawal") == told + 1)
    matching.reload()
    expect(matching.get_by_text("nothing from the chat came along")).to_be_visible()
    someone.page.bring_to_front()
    came_along(matching_page(someone), nothing=True)
    someone.page.bring_to_front()
    someone.say("take it back")
    expect(someone.says("nothing to")).to_be_visible()


def test_a_chat_that_is_cleared_takes_back_what_was_agreed_to(someone: Chat):
    url = agreed(someone).root.get_by_role("link", name="Open the matching page").last.get_attribute("href")
    someone.button("Clear chat").click()
    with someone.page.expect_response(lambda answer: answer.request.method == "DELETE") as cleared:
        someone.button("Delete it").click()
    assert cleared.value.status == 204
    matching = someone.page.context.new_page()
    matching.goto(str(url))
    came_along(matching, nothing=True)


def test_a_minor_is_asked_no_further_and_shown_no_way_to_matching(someone: Chat):
    asked(someone).say("I'm 15")
    expect(someone.log.get_by_text("for adults").last).to_be_visible()
    newest = someone.log.locator(".bot").last
    for way in ("Skip", "A few weeks", "Find a clinician", "Only the plain link"):
        expect(newest.get_by_role("button", name=way)).to_have_count(0)
    someone.say("find me a therapist")
    expect(someone.button("Talk to a person")).to_be_visible()
    expect(someone.root.get_by_role("link", name="Open the matching page")).to_have_count(0)


def test_a_minor_who_says_so_after_the_yes_has_nothing_behind_the_link(someone: Chat):
    agreed(someone).say("I'm 15")
    expect(someone.log.get_by_text("for adults").last).to_be_visible()
    came_along(matching_page(someone), nothing=True)


def test_who_reloads_the_page_before_the_link_was_shown_finds_it_there(someone: Chat):
    asked(someone).say(WORDS)
    someone.button("That's enough questions").click()
    expect(someone.button("Yes, send this")).to_be_visible()
    answered: list[int] = []

    def lost(route: Route) -> None:
        answered.append(route.fetch().status)
        route.abort()

    someone.page.route(MESSAGES, lost)
    someone.button("Yes, send this").click()
    assert in_time_of(someone.page, lambda: bool(answered))
    someone.page.unroute(MESSAGES, lost)
    someone.page.reload()
    someone.root.scroll_into_view_if_needed()
    expect(someone.says("The link works until")).to_be_visible()
    came_along(matching_page(someone))


def in_time_of(page: Page, is_so: Callable[[], bool]) -> bool:
    """Whether something comes about while the page goes on, frame by frame."""
    for _ in range(600):
        if is_so():
            return True
        page.evaluate("() => new Promise(requestAnimationFrame)")
    return False
