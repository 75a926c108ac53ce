"""Each kind of message has its own face, and nothing that is sent becomes markup."""

from __future__ import annotations

import json

from around_the_widget import NewPage
from playwright.sync_api import Page, Route, expect
from site_client import Thaw

from bench.in_browser import CANNED, MESSAGES, Chat, can


def sent(page: Page) -> list[dict[str, str]]:
    """From now on, what the widget sends."""
    bodies: list[dict[str, str]] = []

    def note(url: str, data: str | None) -> None:
        if url.endswith("/webhooks/site/messages") and data:
            bodies.append(json.loads(data))

    page.on("request", lambda request: note(request.url, request.post_data))
    return bodies


def test_a_choice_stays_readable_and_usable_after_it_was_chosen(page: Page, chat: Chat):
    chat.button("I feel nothing").click()
    chosen = chat.root.get_by_role("button", name="I feel nothing", pressed=True)
    expect(chosen).to_be_visible()
    expect(chosen).to_be_enabled()
    for other in ("Nothing is fun any more", "I go through the motions", "They say I seem checked out"):
        expect(chat.button(other)).to_be_enabled()


def test_two_taps_in_a_row_are_one_answer(page: Page, chat: Chat):
    chat.button("I feel nothing").dblclick()
    expect(chat.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    expect(chat.log.locator(".visitor")).to_have_count(1)


def test_a_tap_counts_though_an_answer_comes_while_it_is_pressed(page: Page, chat: Chat):
    waits: list[Route] = []
    page.route(MESSAGES, lambda route: waits.append(route))
    with page.expect_request(MESSAGES):
        chat.say("it started two years ago")
    chat.button("Nothing is fun any more").hover()
    page.mouse.down()
    with page.expect_response(MESSAGES):
        waits.pop().fulfill(json={"messages": [{"kind": "text", "text": "That is a long time to carry it. " * 9}]})
    page.unroute(MESSAGES)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    page.mouse.up()
    expect(chat.log.locator(".visitor")).to_have_count(2)
    expect(chat.says("That is a long time")).to_be_visible()
    expect(chat.root.get_by_role("button", name="Nothing is fun any more", pressed=True)).to_be_attached()


def test_the_receipt_shows_each_field_with_a_way_to_take_it_out_and_three_ways_on(page: Page, chat: Chat):
    can(page)
    receipt = chat.ask_for("receipt")
    for field in receipt["summary"]:
        expect(chat.log.get_by_role("term").filter(has_text=field["label"])).to_be_visible()
        expect(chat.log.get_by_role("definition").filter(has_text=field["value"])).to_be_visible()
        expect(chat.button(f"Remove: {field['label']}")).to_be_visible()
    ways = chat.log.locator("[data-kind=handoff] .choices button")
    expect(ways).to_have_text(["Send this and open the link", "Only the plain link", "Not now"])


def test_a_field_taken_out_is_asked_of_the_server_and_struck_through(page: Page, chat: Chat):
    can(page)
    receipt = chat.ask_for("receipt")
    less = [{**receipt, "summary": receipt["summary"][1:], "text": "Now this would go along."}]
    page.route(MESSAGES, lambda route: route.fulfill(json={"messages": less}))
    bodies = sent(page)
    chat.button("Remove: What it is like").click()
    expect(chat.says("Now this would go along.")).to_be_visible()
    assert [body["choice"] for body in bodies] == ["remove-feeling"]
    gone = chat.log.get_by_role("definition").filter(has_text="Numb, nothing lands")
    expect(gone).to_have_count(1)
    expect(gone).to_have_css("text-decoration-line", "line-through")
    expect(chat.log.locator("[data-kind=handoff]").last.get_by_role("term")).to_have_text(["For how long", "Tried before"])


def test_the_way_to_matching_opens_beside_the_chat_and_says_how_long_it_works(page: Page, chat: Chat):
    can(page)
    chat.ask_for("ready")
    way = chat.root.get_by_role("link", name="Open the matching page")
    expect(way).to_have_attribute("href", "/matching/?handoff=abc")
    expect(way).to_have_attribute("rel", "noopener noreferrer")
    expect(chat.says("The link works until")).to_be_visible()


def test_an_urgent_card_puts_the_emergency_number_before_the_words(page: Page, chat: Chat):
    can(page)
    chat.ask_for("urgent")
    card = chat.log.locator("[data-level=urgent]")
    assert card.inner_text().index("Call 911") < card.inner_text().index("Please call")
    contacts = {"Call 911": "tel:911", "Call 988": "tel:988", "Text 988": "sms:988"}
    for name, address in contacts.items():
        expect(card.get_by_role("link", name=name, exact=True)).to_have_attribute("href", address)
    for name, address in {
        "Chat at 988lifeline.org": "https://988lifeline.org/chat/",
        "988lifeline.org": "https://988lifeline.org/",
    }.items():
        expect(card.get_by_role("link", name=f"{name} (opens in a new tab)", exact=True)).to_have_attribute("href", address)


def test_the_direct_question_has_its_answers_before_the_services(page: Page, chat: Chat):
    can(page)
    chat.ask_for("ask")
    words = chat.log.locator("[data-level=ask]").inner_text()
    assert words.index("I'd rather not say") < words.index("988 Suicide & Crisis Lifeline")


def test_the_first_words_for_a_crisis_line_can_be_copied(new_page: NewPage, thaw: Thaw):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    can(page)
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    for kind, words in {
        "urgent": "I'm going to hurt myself and I need someone here.",
        "support": "I'm having a hard night and can't talk out loud.",
    }.items():
        chat.ask_for(kind)
        chat.button("Copy these words").click()
        expect(chat.button("Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == words


def test_a_card_of_ones_own_words_can_be_copied_and_printed_alone(new_page: NewPage, thaw: Thaw):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    words = "I feel numb.\nPlease go slowly."
    can(page, card=[{"kind": "text", "text": words, "copy": words}, {"kind": "text", "text": "Copy it now."}])
    page.context.add_init_script("print = () => { document.title = 'printed' }")
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.say("card")
    chat.button("Copy these words").click()
    expect(chat.button("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == words
    with page.expect_popup() as opened:
        chat.button("Print").click()
    expect(opened.value).to_have_title("printed")
    assert opened.value.locator("body").inner_text().strip() == words
    opened.value.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(chat.button("Print")).to_be_visible()
    assert opened.value.is_closed() or opened.value.wait_for_event("close") is not None


def test_what_is_sent_is_never_markup_nor_a_script(page: Page, chat: Chat):
    trick = "<img src=x onerror=alert(1)><b>bold</b>"
    can(
        page,
        trick=[{"kind": "text", "text": trick}, {"kind": "link", "text": "A link.", "url": "javascript:alert(1)", "label": "Press me"}],
    )
    chat.say("trick")
    expect(chat.says("Press me")).to_be_visible()
    expect(chat.says("<b>bold</b>")).to_be_visible()
    made = "chat => chat.shadowRoot.querySelectorAll('img, style, [style], [href^=javascript]').length"
    assert chat.root.evaluate(made) == 0
    expect(chat.log.locator("b", has_text="bold")).to_have_count(0)
    chat.say(trick)
    expect(chat.log.locator(".visitor").last).to_have_text(f"You: {trick}")


def test_a_kind_of_the_future_or_a_broken_one_is_still_read(page: Page, chat: Chat):
    odd = [
        {"kind": "hologram", "text": "Something new."},
        {"kind": "exercise", "text": "No steps."},
        {"kind": "toString", "text": "An odd name."},
    ]
    can(page, odd=odd)
    chat.say("odd")
    for message in odd:
        expect(chat.says(message["text"])).to_be_visible()


def test_leaving_quickly_forgets_the_chat_and_there_is_no_way_back_to_the_page(new_page: NewPage, thaw: Thaw):
    page = new_page(elsewhere=("www.google.com",))
    page.route("https://www.google.com/**", lambda route: route.fulfill(body="a page about the weather"))
    page.goto(f"http://localhost:{thaw.port}/matching/")
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.say("he is reading over my shoulder")
    chat.button("Leave this page quickly").click()
    page.wait_for_url("https://www.google.com/**")
    page.go_back()
    assert page.url == f"http://localhost:{thaw.port}/matching/"
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_leaving_quickly_goes_where_the_page_says(page: Page, chat: Chat, thaw: Thaw):
    chat.root.evaluate("element => element.setAttribute('leave-url', '/matching/')")
    chat.button("Leave this page quickly").click()
    page.wait_for_url(f"http://localhost:{thaw.port}/matching/")


def test_a_chat_deleted_by_asking_for_it_leaves_its_last_words_and_a_new_beginning(page: Page, chat: Chat):
    can(page)
    chat.ask_for("turn")
    last = chat.ask_for("ended")
    expect(chat.says(last["text"])).to_be_visible()
    expect(chat.says(CANNED["turn"][0]["text"])).to_have_count(0)
    chat.button("Start a new chat").click()
    expect(chat.button("I feel nothing")).to_be_visible()


def test_whoever_writes_on_after_a_deletion_is_in_the_new_chat_already(page: Page, chat: Chat):
    can(page)
    chat.ask_for("ended")
    chat.ask_for("turn")
    expect(chat.button("I feel nothing")).to_be_visible()
    expect(chat.log.locator(".visitor")).to_have_text(["You: turn"])
    expect(chat.button("Start a new chat")).to_have_count(0)  # it would forget the new one without deleting it


def test_where_windows_are_blocked_printing_says_so(new_page: NewPage, thaw: Thaw):
    page = new_page()
    can(page, card=[{"kind": "text", "text": "I feel numb.", "copy": "I feel numb."}])
    page.context.add_init_script("open = () => null")
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.say("card")
    chat.button("Print").click()
    expect(chat.button("Printing is blocked here")).to_be_visible()
