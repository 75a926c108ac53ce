"""Two tabs of one browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from bench.in_browser import Chat


def test_two_tabs_are_two_conversations(page: Page, chat: Chat):
    other = Chat(page.context.new_page(), chat.url).open()
    chat.say("this is said in the first tab")
    other.button("I feel nothing").click()
    expect(chat.says("this is said in the first tab")).to_be_visible()
    expect(other.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    other.reload()
    expect(other.log.locator(".visitor")).to_have_text(["You: I feel nothing"])


def test_a_duplicated_tab_goes_on_with_the_conversation_and_both_may_speak(page: Page, chat: Chat):
    chat.say("nothing i used to love does anything for me")
    expect(chat.log.locator(".visitor ~ .bot").first).to_be_visible()
    with page.context.expect_page() as opened:
        page.evaluate("open(location.href)")  # like a duplicated tab, it begins with a copy of the storage
    copy = Chat(opened.value, chat.url).arrive()
    expect(copy.says("nothing i used to love")).to_be_visible()
    copy.button("I feel nothing").click()
    expect(copy.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    chat.button("Nothing is fun any more").click()
    expect(chat.root.get_by_role("button", name="Nothing is fun any more", pressed=True)).to_be_visible()
    chat.reload()
    expect(chat.log.locator(".visitor")).to_have_count(3)


def test_deleted_in_one_tab_the_other_says_so_and_the_words_still_arrive(page: Page, chat: Chat):
    with page.context.expect_page() as opened:
        page.evaluate("open(location.href)")
    copy = Chat(opened.value, chat.url).arrive()
    copy.button("Clear chat").click()
    copy.button("Delete it").click()
    expect(copy.root.get_by_text("Deleted. This is a new chat.")).to_be_attached()
    chat.button("I feel nothing").click()
    expect(chat.says("The earlier chat is no longer kept.")).to_be_visible()
    expect(chat.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(0)
