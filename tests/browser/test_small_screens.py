"""From 320 px up, zoomed, dark, without motion, in forced colours, under a thumb, above a phone's keyboard."""

from __future__ import annotations

import pytest
from around_the_widget import NewPage
from playwright.sync_api import Page, expect
from site_client import Thaw

from bench.in_browser import CANNED, Chat, can, float_it

OUT_OF_PLACE = """() => {
  const host = document.querySelector('thaw-chat');
  const edge = host.getBoundingClientRect();
  const seen = [...host.shadowRoot.querySelectorAll('*')].filter((element) => element.checkVisibility() && !element.closest('.hidden'));
  const over = seen.filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && (box.right > edge.right + 1 || box.left < edge.left - 1);
  });
  const wider = document.documentElement.scrollWidth > innerWidth;
  return [wider && 'the page scrolls sideways', ...over.map((element) => element.className || element.tagName)].filter(Boolean);
}"""
"""What sticks out of the widget, and whether the page scrolls sideways."""

SMALL_TARGETS = """() => {
  const host = document.querySelector('thaw-chat');
  const all = [...host.querySelectorAll('a'), ...host.shadowRoot.querySelectorAll('a, button, textarea')];
  return all.filter((element) => element.checkVisibility()).map((element) => [element, element.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 44 || height < 44)
    .map(([element, { width, height }]) => `${element.textContent}: ${width} × ${height}`);
}"""


def with_everything(page: Page, thaw: Thaw) -> Chat:
    """The chat with an answer of each kind."""
    can(page)
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    for kind in CANNED:
        if kind != "ended":
            chat.ask_for(kind)
    return chat


# 640 × 400 is 1280 × 800 zoomed to 200 %, 320 × 256 is the 400 % of WCAG's reflow; 844 × 390 a phone on its side.
@pytest.mark.parametrize(("width", "height"), [(320, 568), (640, 400), (320, 256), (844, 390), (768, 1024)])
def test_nothing_sticks_out_and_there_is_room_to_read_and_write(new_page: NewPage, thaw: Thaw, width: int, height: int):
    page = new_page(viewport={"width": width, "height": height})
    chat = with_everything(page, thaw)
    assert page.evaluate(OUT_OF_PLACE) == []
    box = chat.log.bounding_box()
    assert box and box["height"] >= 90
    expect(chat.field).to_be_visible()
    expect(chat.link("call 911")).to_be_visible()
    # What the chat is stays said, whatever the size.
    notice = chat.root.get_by_text("This chat is an automated program, not a person").first
    expect(notice).to_be_visible()
    panel, line = chat.root.locator(".panel").bounding_box(), notice.bounding_box()
    assert panel and line and line["y"] + line["height"] <= panel["y"] + panel["height"] + 1


def test_text_enlarged_to_200_percent_stays_inside(new_page: NewPage, thaw: Thaw):
    page = new_page(viewport={"width": 768, "height": 1024})
    chat = with_everything(page, thaw)
    page.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% }')")
    assert page.evaluate(OUT_OF_PLACE) == []
    expect(chat.field).to_be_visible()


def test_everything_a_thumb_may_press_is_44_px_wide_and_high_and_the_input_does_not_make_ios_zoom(new_page: NewPage, thaw: Thaw):
    page = new_page(has_touch=True, is_mobile=True)
    chat = with_everything(page, thaw)
    chat.button("Clear chat").tap()
    assert page.evaluate(SMALL_TARGETS) == []
    assert chat.field.evaluate("field => parseFloat(getComputedStyle(field).fontSize)") >= 16


def test_the_floating_panel_has_nothing_smaller_for_a_thumb_either(new_page: NewPage, thaw: Thaw):
    page = new_page(has_touch=True, is_mobile=True)
    float_it(page)
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.button("Write about it").tap()
    expect(chat.button("I feel nothing")).to_be_visible()
    assert page.evaluate(SMALL_TARGETS) == []


def test_a_choice_tapped_brings_up_no_keyboard(new_page: NewPage, thaw: Thaw):
    page = new_page(has_touch=True, is_mobile=True)
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.button("I feel nothing").tap()
    expect(chat.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    expect(chat.field).not_to_be_focused()
    expect(chat.log).to_be_focused()


def test_the_panel_stays_above_an_ios_keyboard_and_grows_back(new_page: NewPage, thaw: Thaw):
    page = new_page(has_touch=True, is_mobile=True)
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    panel = chat.root.locator(".panel")
    before = panel.bounding_box()
    chat.field.tap()
    # Only the visual viewport shrinks there: neither the page nor dvh learn of the keyboard.
    page.evaluate("""() => {
      Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => 420 });
      visualViewport.dispatchEvent(new Event('resize'));
    }""")
    during = panel.bounding_box()
    assert before and during and during["height"] <= 420 < before["height"]
    page.evaluate("() => { delete visualViewport.height; visualViewport.dispatchEvent(new Event('resize')); }")
    assert panel.bounding_box()["height"] == before["height"]


def test_the_floating_panel_fills_a_phone_and_leaves_a_desk_its_page(new_page: NewPage, thaw: Thaw):
    for width, whole in ((390, True), (1280, False)):
        page = new_page(viewport={"width": width, "height": 844})
        float_it(page)
        page.goto(f"http://localhost:{thaw.port}/")
        chat = Chat(page, page.url)
        chat.button("Write about it").click()
        expect(chat.button("I feel nothing")).to_be_visible()
        box = chat.root.locator(".panel").bounding_box()
        assert box and (box["width"] == width) is whole


def test_scrolled_to_its_end_the_chat_lets_the_page_scroll_on(new_page: NewPage, thaw: Thaw):
    page = new_page(viewport={"width": 1280, "height": 800})
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.log.evaluate("log => log.scrollTo({ top: log.scrollHeight, behavior: 'instant' })")
    before = page.evaluate("scrollY")
    chat.log.hover()
    page.mouse.wheel(0, 400)
    page.wait_for_function("before => scrollY > before + 100", arg=before)


def test_with_reduced_motion_nothing_moves_by_itself(page: Page, chat: Chat):
    page.route("**/webhooks/site/messages", lambda route: None)
    chat.say("nothing reaches me")
    expect(chat.says("One moment…")).to_be_visible()
    assert page.evaluate("document.querySelector('thaw-chat').shadowRoot.getAnimations().length") == 0


def test_in_forced_colours_a_chosen_answer_is_still_told_from_the_others(new_page: NewPage, thaw: Thaw):
    page = new_page(forced_colors="active")
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.button("I feel nothing").click()
    chosen = chat.root.get_by_role("button", name="I feel nothing", pressed=True)
    width = "button => parseFloat(getComputedStyle(button).borderTopWidth)"
    expect(chosen).to_be_visible()
    assert chosen.evaluate(width) > chat.button("Nothing is fun any more").evaluate(width) > 0
