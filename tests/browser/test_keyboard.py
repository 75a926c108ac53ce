"""Everything without a mouse: Tab, Enter, Space, Escape, and an input method's Enter."""

from __future__ import annotations

import pytest
from around_the_widget import NewPage
from playwright.sync_api import Page, expect
from site_client import Thaw

from bench.in_browser import Chat, can, float_it


def tab_to(page: Page, chat: Chat, name: str, key: str = "Tab", limit: int = 40) -> None:
    """Press Tab until the focus is on `name`."""
    for _ in range(limit):
        page.keyboard.press(key)
        if chat.focused() == name:
            return
    raise AssertionError(f"{name!r} was not reached with {key}")


def test_the_exercise_and_the_way_to_matching_by_keyboard_alone(page: Page, chat: Chat):
    can(page)
    tab_to(page, chat, "I feel nothing")
    page.keyboard.press("Enter")
    expect(chat.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    assert chat.focused() == "field"
    page.keyboard.type("exercise")
    page.keyboard.press("Enter")
    expect(chat.button("Start the timer")).to_be_visible()
    tab_to(page, chat, "Start the timer", "Shift+Tab")
    page.keyboard.press("Space")
    expect(chat.button("Pause")).to_be_focused()
    tab_to(page, chat, "Done early")
    page.keyboard.press("Enter")
    expect(chat.button("Start again")).to_be_focused()  # the button that went away did not take the focus with it
    tab_to(page, chat, "field")
    page.keyboard.type("ready")
    page.keyboard.press("Enter")
    expect(chat.root.get_by_role("link", name="Open the matching page")).to_be_visible()
    tab_to(page, chat, "Open the matching page (opens in a new tab)", "Shift+Tab")


def test_every_focus_is_visible(page: Page, chat: Chat):
    can(page)
    chat.ask_for("support")
    page.get_by_role("link", name="Harbour Match").focus()
    unseen = []
    reached = set()
    while "Send" not in reached:
        page.keyboard.press("Tab")
        reached.add(chat.focused())
        assert len(reached) < 60, reached
        style = page.evaluate(
            "() => { let a = document.activeElement; while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement;"
            "const style = getComputedStyle(a); return [style.outlineStyle, parseFloat(style.outlineWidth)]; }"
        )
        if style[0] == "none" or style[1] < 2:
            unseen.append(chat.focused())
    assert {"Leave this page quickly", "Clear chat", "field", "Send", "Copy these words"} <= reached
    assert unseen == []


def test_escape_takes_back_the_question_before_deleting(page: Page, chat: Chat):
    tab_to(page, chat, "Clear chat")
    page.keyboard.press("Enter")
    expect(chat.button("Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(chat.button("Keep it")).to_be_hidden()
    expect(chat.button("Clear chat")).to_be_focused()


def test_escape_closes_the_floating_panel_and_returns_the_focus(page: Page, thaw: Thaw):
    float_it(page)
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    expect(chat.button("Clear chat")).to_be_hidden()
    expect(chat.link("call 911")).to_be_visible()  # the crisis line does not wait for the panel
    chat.button("Write about it").focus()
    page.keyboard.press("Enter")
    expect(chat.button("I feel nothing")).to_be_visible()
    assert chat.focused() == "field"
    page.keyboard.press("Escape")
    expect(chat.field).to_be_hidden()
    expect(chat.button("Write about it")).to_be_focused()


def test_an_escape_that_ends_a_composition_leaves_the_panel_open(page: Page, thaw: Thaw):
    float_it(page)
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.button("Write about it").click()
    chat.field.evaluate("""field => {
      for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, ...how }));
      }
    }""")
    expect(chat.field).to_be_visible()


@pytest.mark.parametrize(("width", "reachable"), [(390, False), (1280, True)])
def test_links_behind_a_panel_that_covers_the_page_are_out_of_reach(new_page: NewPage, thaw: Thaw, width: int, reachable: bool):
    page = new_page(viewport={"width": width, "height": 844})
    float_it(page)
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.button("Write about it").click()
    expect(chat.button("I feel nothing")).to_be_visible()
    reached = set()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        reached.add(chat.focused())
    assert {"Close", "field"} <= reached or reachable
    assert ("Harbour Match" in reached) is reachable


def test_the_page_behind_a_panel_is_given_back_when_it_closes_or_the_window_grows_or_the_widget_goes(page: Page, thaw: Thaw):
    float_it(page)
    page.goto(f"http://localhost:{thaw.port}/")
    page.locator(".foot").evaluate("foot => { foot.inert = true; }")  # the page's own doing, and not the widget's to undo
    inert = "() => [...document.querySelectorAll('[inert]')].map((element) => element.className || element.tagName)"
    before = page.evaluate(inert)
    chat = Chat(page, page.url)
    for undo in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.set_viewport_size({"width": 1000, "height": 800}),
        lambda: chat.root.evaluate("element => element.remove()"),
    ):
        page.set_viewport_size({"width": 390, "height": 844})
        if chat.button("Write about it").is_visible():
            chat.button("Write about it").click()
        page.wait_for_function("() => document.querySelectorAll('[inert]').length > 2")
        undo()
        page.wait_for_function("() => document.querySelectorAll('[inert]').length < 2")
        assert page.evaluate(inert) == before == ["foot"]


def test_the_enter_of_an_input_method_sends_nothing(page: Page, chat: Chat):
    chat.field.fill("なにも")
    chat.field.evaluate("""field => {
      for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how }));
      }
    }""")
    expect(chat.field).to_have_value("なにも")
    expect(chat.log.locator(".visitor")).to_have_count(0)
    chat.field.press("Enter")
    expect(chat.log.locator(".visitor")).to_have_count(1)


def test_shift_enter_begins_a_new_line_and_blanks_are_not_sent(page: Page, chat: Chat):
    chat.field.press("Shift+Enter")
    expect(chat.field).to_have_value("\n")
    chat.field.press("Enter")
    expect(chat.log.locator(".visitor")).to_have_count(0)
