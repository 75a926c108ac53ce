"""A visitor in a real browser: types, clicks, does the exercise, follows the hand-off; a crisis on the way; a reload; deletion."""

from playwright.sync_api import Page, expect
from site_client import Thaw


def test_a_visitor_walks_from_their_own_words_to_the_matching_page(page: Page, thaw: Thaw):
    page.goto(f"http://localhost:{thaw.port}/")
    chat = page.locator("thaw-chat")
    chat.scroll_into_view_if_needed()
    expect(chat.get_by_text("automated program").first).to_be_visible()
    expect(chat.get_by_role("link", name="988").first).to_be_visible()
    field = chat.get_by_role("textbox")
    field.fill("nothing i used to love does anything for me any more")
    field.press("Enter")
    expect(chat.get_by_text("nothing i used to love")).to_be_visible()
    chat.get_by_role("button", name="Try", exact=False).last.click()
    chat.get_by_role("button", name="Music", exact=True).click()
    chat.get_by_role("button", name="Start the timer").click()
    expect(chat.get_by_text("The time is over").first).to_be_visible()  # two seconds here, five minutes for a visitor
    chat.get_by_role("button", name="Nothing", exact=True).last.click()
    chat.get_by_role("button", name="Find a clinician").last.click()
    chat.get_by_role("button", name="Only the plain link").click()
    with page.context.expect_page() as opened:
        chat.get_by_role("link", name="Open the matching page").click()
    expect(opened.value).to_have_url(f"http://localhost:{thaw.port}/matching/")


def test_a_crisis_in_the_middle_of_the_exercise_shows_services_to_tap(page: Page, thaw: Thaw):
    page.goto(f"http://localhost:{thaw.port}/")
    chat = page.locator("thaw-chat")
    chat.scroll_into_view_if_needed()
    chat.get_by_role("button", name="Try five minutes").click()
    chat.get_by_role("button", name="Music", exact=True).click()
    chat.get_by_role("textbox").fill("i want to kill myself")
    chat.get_by_role("textbox").press("Enter")
    expect(chat.get_by_role("link", name="Call 988").last).to_have_attribute("href", "tel:988")
    expect(chat.get_by_role("link", name="Text 988").last).to_be_visible()
    expect(chat.get_by_role("button", name="Sometimes")).to_be_visible()


def test_a_reload_shows_the_conversation_again_and_old_choices_work(page: Page, thaw: Thaw):
    page.goto(f"http://localhost:{thaw.port}/")
    chat = page.locator("thaw-chat")
    chat.scroll_into_view_if_needed()
    chat.get_by_role("button", name="I feel nothing").click()
    expect(chat.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    expect(chat.get_by_role("button", name="Find a clinician").last).to_be_visible()
    page.reload()
    chat.scroll_into_view_if_needed()
    expect(chat.get_by_role("button", name="Nothing is fun any more")).to_be_visible()
    chat.get_by_role("button", name="Nothing is fun any more").click()
    expect(chat.get_by_role("textbox")).to_be_visible()


def test_clear_chat_deletes_and_starts_anew(page: Page, thaw: Thaw):
    page.goto(f"http://localhost:{thaw.port}/")
    chat = page.locator("thaw-chat")
    chat.scroll_into_view_if_needed()
    chat.get_by_role("textbox").fill("my zebrafish gives me nothing")
    chat.get_by_role("textbox").press("Enter")
    expect(chat.get_by_text("zebrafish")).to_be_visible()
    chat.get_by_role("button", name="Clear chat").click()
    chat.get_by_role("button", name="Delete it").click()
    expect(chat.get_by_text("zebrafish")).to_have_count(0)
    expect(chat.get_by_role("button", name="I feel nothing")).to_be_visible()
