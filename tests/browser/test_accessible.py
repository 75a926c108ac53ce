"""Axe in every state, in both themes, at 320 px and in forced colours; contrast, what a screen reader is told, and whose the focus is."""

from __future__ import annotations

from typing import Any

import pytest
from around_the_widget import MortalThaw, NewPage, OtherSite, first
from playwright.sync_api import Page, Route, expect
from site_client import Thaw

from bench.in_browser import CANNED, MESSAGES, Chat, can, float_it, states, violations

TOLD = """() => {
  window.told = [];
  for (const region of document.querySelector('thaw-chat').shadowRoot.querySelectorAll('[aria-live]:not([aria-live=off])')) {
    new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) =>
      told.push([region.getAttribute('aria-live'), node.textContent])))).observe(region, { childList: true });
  }
}"""
"""Notes down what is added to the live regions."""

SESSION = "**/webhooks/site/session"

WEAKEST_CONTRAST = """() => {
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const root = document.querySelector('thaw-chat').shadowRoot;
  const texts = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility()
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return texts.map((element) => {
    const [one, other] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    return [(one + 0.05) / (other + 0.05), element.textContent.slice(0, 40)];
  }).sort((a, b) => a[0] - b[0])[0];
}"""
"""The visible text with the least contrast to what is behind it."""


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "320 px": {"viewport": {"width": 320, "height": 568}},
    "forced colours": {"forced_colors": "active"},
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_axe_finds_nothing_in_any_state_and_all_text_stands_out(new_page: NewPage, thaw: Thaw, look: dict[str, Any]):
    page = new_page(**look)
    found, weak = {}, {}
    for state in states(page, f"http://localhost:{thaw.port}/"):
        # In forced colours axe reads the colour that the author wrote; what is shown is measured below.
        found[state] = [each for each in violations(page) if "forced_colors" not in look or not each.startswith("color-contrast")]
        contrast, text = page.evaluate(WEAKEST_CONTRAST)
        if contrast < 4.5:
            weak[state] = f"{contrast:.2f} {text}"
    assert {state: each for state, each in found.items() if each} == {}
    assert weak == {}
    assert len(found) > 15


@pytest.mark.parametrize("how", ["module blocked", "scripts off"])
def test_axe_finds_nothing_without_the_module(new_page: NewPage, thaw: Thaw, how: str):
    page = new_page()
    page.route("**/widget/chat.js", lambda route: route.abort() if how == "module blocked" else route.continue_())
    scripts = page.context.new_cdp_session(page)
    scripts.send("Emulation.setScriptExecutionDisabled", {"value": how == "scripts off"})
    page.goto(f"http://localhost:{thaw.port}/")
    scripts.send("Emulation.setScriptExecutionDisabled", {"value": False})  # axe is a script too
    expect(page.locator("thaw-chat:not(:defined)").get_by_text("automated program")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_on_another_site_nor_when_the_server_is_killed(new_page: NewPage, other_site: OtherSite, mortal_thaw: MortalThaw):
    mortal_thaw.wait()
    page = new_page(bypass_csp=True)  # for axe itself; the policy has its own test
    chat = Chat(page, f"{other_site.origin}/").open()
    assert violations(page) == []
    mortal_thaw.kill()
    try:
        chat.say("is anyone there")
        expect(chat.button("Send again")).to_be_visible()
        assert violations(page) == []
    finally:
        mortal_thaw.revive()


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_floating_panel_closed_open_and_offline(new_page: NewPage, thaw: Thaw, width: int):
    page = new_page(viewport={"width": width, "height": 844})
    float_it(page)
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    expect(chat.button("Write about it")).to_be_visible()
    found = {"closed": violations(page)}
    chat.button("Write about it").click()
    expect(chat.button("I feel nothing")).to_be_visible()
    found["open"] = violations(page)
    page.context.set_offline(True)
    chat.say("i am in the underground")
    expect(chat.button("Send again")).to_be_visible()
    found["offline"] = violations(page)
    assert found == {"closed": [], "open": [], "offline": []}


def test_a_theme_asked_for_on_the_element_wins_over_the_device(new_page: NewPage, thaw: Thaw):
    page = new_page(color_scheme="dark")
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    paper = "element => getComputedStyle(element.shadowRoot.querySelector('.panel')).backgroundColor"
    dark = chat.root.evaluate(paper)
    chat.root.evaluate("element => element.setAttribute('theme', 'light')")
    assert chat.root.evaluate(paper) != dark
    assert page.evaluate(WEAKEST_CONTRAST)[0] >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [None, "light", "dark"])
def test_a_browser_that_chooses_no_colour_by_scheme_shows_the_whole_palette_all_the_same(
    new_page: NewPage, thaw: Thaw, scheme: str, theme: str | None
):
    page = new_page(color_scheme=scheme)

    def older(route: Route) -> None:
        script = route.fetch()
        route.fulfill(response=script, body=script.text().replace("light-dark(", "not-known-yet("))

    page.route("**/widget/chat.js", older)
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.root.evaluate("(element, theme) => theme && element.setAttribute('theme', theme)", theme)
    dark = (theme or scheme) == "dark"
    panel = chat.root.locator(".panel")
    expect(panel).to_have_css("background-color", "rgb(23, 25, 27)" if dark else "rgb(252, 250, 246)")
    expect(panel).to_have_css("border-top-width", "1px")
    expect(chat.root).to_have_css("color-scheme", "dark" if dark else "light")
    assert page.evaluate(WEAKEST_CONTRAST)[0] >= 4.5


def test_in_a_browser_without_dynamic_heights_the_pages_own_lines_stay(new_page: NewPage, thaw: Thaw):
    page = new_page()
    page.add_init_script("CSS.supports = (name, value) => !`${value}`.includes('dvh')")
    page.goto(f"http://localhost:{thaw.port}/")
    expect(page.locator("thaw-chat:not(:defined)").get_by_role("link", name="call 911")).to_be_visible()


def test_only_the_new_messages_are_read_aloud_and_a_crisis_interrupts(page: Page, chat: Chat):
    can(page)
    page.evaluate(TOLD)
    chat.ask_for("turn")
    told = page.evaluate("told")
    assert [manner for manner, _ in told] == ["polite"] * 3
    assert told[0][1] == "It is more like the sound has been switched off."
    page.evaluate(TOLD)
    chat.ask_for("urgent")
    manner, words = page.evaluate("told.at(-1)")
    assert manner == "assertive"
    assert words.startswith("Please call the emergency number")
    expect(chat.log).to_have_attribute("aria-live", "off")  # else it would all be read twice


def test_a_chat_that_opens_because_it_was_scrolled_into_view_is_silent(page: Page, thaw: Thaw):
    held: list[Route] = []
    page.route(SESSION, lambda route: held.append(route))
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.root.scroll_into_view_if_needed()
    expect(chat.says("One moment…")).to_be_visible()
    page.evaluate(TOLD)
    first(page, held).continue_()
    expect(chat.button("I feel nothing")).to_be_visible()
    assert page.evaluate("told") == []


def test_one_that_cannot_open_for_a_visitor_who_only_scrolled_does_not_interrupt(page: Page, thaw: Thaw):
    held: list[Route] = []
    page.route(SESSION, lambda route: held.append(route))
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.root.scroll_into_view_if_needed()
    expect(chat.says("One moment…")).to_be_visible()
    page.evaluate(TOLD)
    first(page, held).abort()
    expect(chat.says("Not open yet.")).to_be_visible()
    assert [manner for manner, _ in page.evaluate("told")] == ["polite"]


def test_a_visitor_who_waits_is_told_so_and_then_the_opening_without_an_interruption(page: Page, thaw: Thaw):
    page.clock.install()
    held: list[Route] = []
    page.route(SESSION, lambda route: held.append(route))
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.root.scroll_into_view_if_needed()
    expect(chat.says("One moment…")).to_be_visible()
    page.evaluate(TOLD)
    can(page)
    chat.say("link")
    page.clock.fast_forward(1500)
    assert page.evaluate("told") == [["polite", "One moment…"]]
    first(page, held).continue_()
    expect(chat.says(CANNED["link"][0]["text"])).to_be_visible()
    told = page.evaluate("told")
    assert {manner for manner, _ in told} == {"polite"}
    assert any("automated program" in words for _, words in told)
    assert told[-1][1] == CANNED["link"][0]["text"]


def test_that_the_earlier_chat_is_gone_is_told(page: Page, chat: Chat):
    can(page)
    page.evaluate(TOLD)
    refused = []

    def gone(route: Route) -> None:
        refused.append(route)
        if len(refused) == 1:
            route.fulfill(status=401, json={"error": {"code": "no_session", "message": "Gone."}, "messages": []})
        else:
            route.fallback()

    page.route(MESSAGES, gone)
    chat.ask_for("link")
    assert page.evaluate("told[0]") == ["polite", "The earlier chat is no longer kept. This is a new one."]


def test_deleting_does_not_take_the_focus_from_where_the_visitor_went(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(SESSION, lambda route: held.append(route) if route.request.method == "DELETE" else route.continue_())
    chat.button("Clear chat").click()
    chat.button("Delete it").click()
    expect(chat.says("One moment…")).to_be_visible()
    page.get_by_role("link", name="Harbour Match").focus()
    first(page, held).continue_()
    expect(chat.root.get_by_text("Deleted. This is a new chat.")).to_be_attached()
    expect(chat.button("I feel nothing")).to_be_visible()
    assert chat.focused() == "Harbour Match"


def test_an_answer_does_not_take_the_focus_from_where_the_visitor_went(page: Page, chat: Chat):
    waiting = []
    page.route(MESSAGES, lambda route: waiting.append(route))
    chat.say("nothing reaches me")
    expect(chat.says("One moment…")).to_be_visible()
    page.get_by_role("link", name="Harbour Match").focus()
    first(page, waiting).fulfill(json={"messages": [{"kind": "text", "text": "That is what numbness does."}]})
    expect(chat.says("That is what numbness does.")).to_be_visible()
    assert chat.focused() == "Harbour Match"


def test_without_a_motion_setting_messages_come_at_reading_pace_and_a_key_ends_the_waiting(new_page: NewPage, thaw: Thaw):
    page = new_page(reduced_motion="no-preference")
    page.clock.install()
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    can(page)
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    chat.say("turn")
    expect(chat.says("switched off")).to_be_visible()
    expect(chat.says("What went quiet for you first?")).to_have_count(0)
    page.clock.run_for(500)
    expect(chat.says("That has a name")).to_be_visible()
    expect(chat.says("What went quiet for you first?")).to_have_count(0)
    chat.field.press("ArrowLeft")
    expect(chat.says("What went quiet for you first?")).to_be_visible()


def test_who_writes_while_an_answer_is_still_coming_finds_all_of_it_above_their_words(new_page: NewPage, thaw: Thaw):
    page = new_page(reduced_motion="no-preference")
    page.clock.install()
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    can(page, frightening=[{"kind": "text", "text": "It can frighten, yes."}])
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    chat.say("turn")
    expect(chat.says("switched off")).to_be_visible()
    chat.field.fill("frightening")
    chat.field.evaluate("(field) => field.form.requestSubmit()")  # as by voice: no key, no tap
    expect(chat.says("frightening")).to_be_visible()
    page.clock.run_for(2000)
    expect(chat.says("It can frighten, yes.")).to_be_visible()
    in_order = [chat.log.inner_text().index(each) for each in ("has a name", "went quiet", "frightening", "It can")]
    assert in_order == sorted(in_order)


def test_a_crisis_is_shown_at_once_whatever_the_pace(new_page: NewPage, thaw: Thaw):
    page = new_page(reduced_motion="no-preference")
    page.clock.install()
    can(page, danger=[{"kind": "text", "text": "That sounds heavy."}, *CANNED["urgent"]])
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))  # any waiting would now last for ever
    chat.say("danger")
    expect(chat.log.locator("[data-level=urgent]").get_by_role("link", name="Call 911")).to_be_visible()
