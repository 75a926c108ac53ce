"""Server killed and back, offline, wrong answers, no answer, module blocked, scripts off: the words stay, and help is in view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from around_the_widget import MortalThaw, NewPage, first
from playwright.sync_api import Page, Route, expect
from site_client import Thaw

from bench.in_browser import CANNED, MESSAGES, REFUSED, Chat, refuse

SESSION = "**/webhooks/site/session"


def not_delivered(chat: Chat, words: str) -> None:
    """The words are there, said to be not delivered, with one button to send them, and a crisis card."""
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(1)
    expect(chat.log.get_by_text(words)).to_have_count(1)
    expect(chat.button("Send again")).to_be_visible()
    expect(chat.log.locator("[data-kind=crisis]").last).to_contain_text("danger")
    expect(chat.root.get_by_role("link", name="988").first).to_be_visible()


def delivered(chat: Chat, words: str) -> None:
    """The words are there once and have an answer."""
    expect(chat.log.locator(".visitor ~ .bot").first).to_be_visible()
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(0)
    expect(chat.log.get_by_text(words)).to_have_count(1)


BROKEN: dict[str, Callable[[Route], None]] = {
    "a fault without JSON": lambda route: route.fulfill(status=500, body="Internal Server Error"),
    "a proxy's 502": lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad gateway</h1>"),
    "a captive portal's 200": lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>Log in to the wifi</h1>"),
    "a refusal of the contract": lambda route: route.fulfill(
        status=503, json={"error": {"code": "busy", "message": "Try again in a moment."}, "messages": []}
    ),
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN.keys())
def test_an_answer_that_is_none_keeps_the_words_for_one_tap(page: Page, chat: Chat, answer: Callable[[Route], None]):
    page.route(MESSAGES, answer)
    chat.say("please let this arrive")
    not_delivered(chat, "please let this arrive")
    page.unroute(MESSAGES)
    chat.button("Send again").click()
    delivered(chat, "please let this arrive")


def test_offline_is_named_and_the_words_go_out_when_the_device_is_back(page: Page, chat: Chat):
    page.context.set_offline(True)
    chat.say("i am in the underground")
    not_delivered(chat, "i am in the underground")
    expect(chat.says("This device seems to be offline.")).to_be_visible()
    page.context.set_offline(False)
    chat.button("Send again").click()
    delivered(chat, "i am in the underground")


def test_without_an_answer_the_page_stays_usable_and_the_waiting_ends(page: Page, thaw: Thaw):
    page.clock.install()
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    page.route(MESSAGES, lambda route: None)  # the server took it and never says anything
    chat.say("are you there")
    expect(chat.says("One moment…")).to_be_visible()
    chat.field.fill("still writing")
    page.get_by_role("link", name="Harbour Match").hover()  # nothing covers the page
    page.clock.fast_forward(16_000)
    not_delivered(chat, "are you there")
    expect(chat.says("No answer came in time.")).to_be_visible()
    expect(chat.field).to_have_value("still writing")


def test_too_fast_says_how_long_to_wait(page: Page, thaw: Thaw):
    page.clock.install()
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    refusal = {"error": {"code": "too_many", "message": REFUSED["too fast"][1]}, "messages": []}
    page.route(MESSAGES, lambda route: route.fulfill(status=429, headers={"Retry-After": "30"}, json=refusal))
    chat.say("one too many")
    not_delivered(chat, "one too many")
    expect(chat.says("Wait 30 seconds, then send it again.")).to_be_visible()
    expect(chat.button("Send again")).to_be_disabled()
    page.clock.fast_forward(31_000)
    expect(chat.button("Send again")).to_be_enabled()


@pytest.mark.parametrize("status", [429, 503])
def test_a_refusal_that_found_a_crisis_shows_its_card_in_place_of_the_general_one(page: Page, chat: Chat, status: int):
    page.route(MESSAGES, lambda route: refuse(route, status, "Not now."))
    chat.say("i have the pills here")
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_be_visible()
    card = chat.log.locator("[data-level=urgent]")
    expect(card).to_have_count(1)
    expect(card.get_by_role("link", name="Call 911")).to_be_visible()
    expect(card).to_contain_text(CANNED["urgent"][0]["text"])
    expect(chat.says("Don’t wait for this chat")).to_have_count(0)
    page.unroute(MESSAGES)


def test_a_crisis_at_the_end_of_a_long_text_reaches_the_server_and_the_text_stays_for_editing(page: Page, chat: Chat):
    text = "it has been like this for years and nothing helps. " * 45 + "i am going to kill myself tonight"
    chat.say(text)
    expect(chat.log.locator("[data-level=urgent]").get_by_role("link", name="Call 911")).to_be_visible()
    expect(chat.says("Send it in parts.")).to_be_visible()
    expect(chat.field).to_have_value(text)
    expect(chat.log.locator(".visitor")).to_have_count(0)
    expect(chat.root.get_by_text(f"{len(text)} of 2000 characters").first).to_be_attached()
    chat.say("i am going to kill myself tonight")
    delivered(chat, "i am going to kill myself tonight")
    expect(chat.says("Send it in parts.")).to_have_count(0)


def test_what_was_written_while_a_long_text_was_refused_is_kept_below_it(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(MESSAGES, lambda route: held.append(route))
    chat.say("too long, let us say")
    expect(chat.says("One moment…")).to_be_visible()
    chat.field.fill("and one more thing")
    refuse(first(page, held), *REFUSED["too long"])
    expect(chat.field).to_have_value("too long, let us say\n\nand one more thing")


def test_a_crisis_written_while_an_earlier_message_hangs_is_answered_before_it(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(MESSAGES, lambda route: route.continue_() if held else held.append(route))
    chat.say("food tastes of nothing")
    earlier = first(page, held)
    chat.say("i want to kill myself tonight")
    expect(chat.log.locator(".visitor ~ .bot[data-kind=crisis]")).to_be_visible()
    earlier.continue_()
    expect(chat.says("One moment…")).to_be_hidden()
    expect(chat.log.locator(".visitor ~ .bot[data-kind=crisis]").first).to_be_visible()
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(0)


def test_what_is_written_while_an_answer_is_waited_for_goes_out_at_once_and_is_answered_in_its_turn(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(MESSAGES, lambda route: held.append(route))
    chat.say("turn")
    first(page, held)
    chat.say("exercise")
    first(page, held, 1)
    for route in reversed(held):
        route.fulfill(json={"messages": CANNED[route.request.post_data_json["text"]]})
    expect(chat.says(CANNED["exercise"][-1]["text"])).to_be_visible()
    expect(chat.says(CANNED["turn"][0]["text"])).to_be_visible()
    shown = chat.log.inner_text()
    assert shown.index(CANNED["turn"][-1]["text"]) < shown.index(CANNED["exercise"][-1]["text"])
    assert [route.request.post_data_json["text"] for route in held] == ["turn", "exercise"]
    page.unroute(MESSAGES)


def test_what_went_out_at_once_and_got_lost_is_sent_again_in_its_turn_and_runs_once(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(MESSAGES, lambda route: held.append(route), times=2)
    chat.say("the one before")
    first(page, held)
    chat.say("the one after")
    first(page, held, 1).fetch()
    held[1].abort()
    held[0].continue_()
    delivered(chat, "the one after")
    chat.reload()
    expect(chat.log.locator(".visitor")).to_have_count(2)
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(0)


def test_written_at_once_to_a_chat_that_is_gone_both_messages_arrive_in_the_new_one(page: Page, chat: Chat):
    with page.context.expect_page() as opened:
        page.evaluate("open(location.href)")
    copy = Chat(opened.value, chat.url).arrive()
    copy.button("Clear chat").click()
    copy.button("Delete it").click()
    expect(copy.root.get_by_text("Deleted. This is a new chat.")).to_be_attached()
    page.bring_to_front()
    held: list[Route] = []
    page.route(MESSAGES, lambda route: held.append(route), times=2)
    chat.say("the one before")
    first(page, held)
    chat.say("the one after")
    first(page, held, 1)
    for route in held:
        route.continue_()
    expect(chat.log.locator(".visitor", has_text="the one after").locator("~ .bot").last).to_be_visible()
    expect(chat.says("One moment…")).to_be_hidden()
    expect(chat.says("The earlier chat is no longer kept.")).to_have_count(1)
    chat.reload()
    expect(chat.log.locator(".visitor")).to_have_text(["You: the one before", "You: the one after"])


def test_a_choice_of_a_conversation_that_is_gone_is_said_in_its_words(page: Page, chat: Chat):
    bodies = []

    def unknown(route: Route) -> None:
        bodies.append(route.request.post_data_json)
        if "choice" in bodies[-1]:
            refuse(route, 400, "This choice is not part of this conversation.")
        else:
            route.continue_()

    page.route(MESSAGES, unknown)
    chat.button("I feel nothing").click()
    expect(chat.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    assert [body.get("text") for body in bodies] == [None, "I feel nothing"]
    assert bodies[0]["id"] != bodies[1]["id"]  # else the second would be taken for the first


def test_an_answer_lost_on_the_way_runs_once_however_often_it_is_sent(page: Page, chat: Chat):
    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route(MESSAGES, lose)
    chat.say("only once please")
    not_delivered(chat, "only once please")
    chat.button("Send again").click()
    not_delivered(chat, "only once please")
    page.unroute(MESSAGES)
    chat.button("Send again").click()
    delivered(chat, "only once please")
    chat.reload()
    delivered(chat, "only once please")


def test_written_before_the_chat_is_open_it_arrives_once_and_below_the_opening(page: Page, thaw: Thaw):
    held = []
    page.route(SESSION, lambda route: held.append(route))
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.root.scroll_into_view_if_needed()
    expect(chat.says("One moment…")).to_be_visible()
    chat.say("i could not wait")
    first(page, held).continue_()
    delivered(chat, "i could not wait")
    order = chat.log.inner_text()
    assert order.index("automated program") < order.index("i could not wait")


def test_words_said_once_with_an_answer_and_once_without_are_both_there_after_a_reload(page: Page, chat: Chat):
    chat.say("yes")
    expect(chat.log.locator(".visitor ~ .bot").first).to_be_visible()
    page.route(MESSAGES, lambda route: route.abort())
    chat.say("yes")
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_be_visible()
    page.unroute(MESSAGES)
    chat.reload()
    expect(chat.log.locator(".visitor")).to_have_count(2)
    expect(chat.log.locator(".visitor").last).to_contain_text("Not delivered.")
    with page.expect_response(MESSAGES):
        chat.button("Send again").click()
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(0)
    chat.reload()
    expect(chat.log.locator(".visitor")).to_have_text(["You: yes", "You: yes"])


def test_after_a_reload_without_the_server_each_message_has_its_mark_and_its_button(page: Page, chat: Chat):
    chat.say("this one arrives")
    expect(chat.log.locator(".visitor ~ .bot").first).to_be_visible()
    page.route("**/webhooks/site/**", lambda route: route.abort())
    chat.say("the first that waits")
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(1)
    page.reload()
    chat.root.scroll_into_view_if_needed()
    expect(chat.says("Not open yet.")).to_be_visible()
    chat.say("the second that waits")
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(2)
    page.unroute("**/webhooks/site/**")
    for words in ("the first that waits", "the second that waits"):
        with page.expect_response(MESSAGES):
            chat.log.locator(".visitor", has_text=words).get_by_role("button", name="Send again").click()
    expect(chat.log.locator(".visitor")).to_have_count(3)
    expect(chat.says("One moment…")).to_be_hidden()
    chat.reload()
    expect(chat.log.locator(".visitor")).to_have_count(3)
    expect(chat.root.get_by_text("Not delivered.", exact=True)).to_have_count(0)


def test_a_reload_with_the_server_gone_still_shows_what_was_not_delivered(page: Page, chat: Chat):
    page.route("**/webhooks/site/**", lambda route: route.abort())
    chat.say("hold on to this")
    not_delivered(chat, "hold on to this")
    page.reload()
    chat.root.scroll_into_view_if_needed()
    expect(chat.says("Not open yet.")).to_be_visible()
    expect(chat.says("hold on to this")).to_be_visible()
    page.unroute("**/webhooks/site/**")
    chat.button("Try again").click()
    not_delivered(chat, "hold on to this")
    chat.button("Send again").click()
    delivered(chat, "hold on to this")


def test_the_server_gone_from_the_start_leaves_the_page_its_lines_and_a_button(page: Page, thaw: Thaw):
    page.route(SESSION, lambda route: route.abort())
    page.goto(f"http://localhost:{thaw.port}/")
    chat = Chat(page, page.url)
    chat.root.scroll_into_view_if_needed()
    expect(chat.says("Not open yet.")).to_be_visible()
    expect(chat.root.get_by_text("This chat is an automated program")).to_be_visible()
    expect(chat.link("call 911")).to_be_visible()
    chat.say("nobody there")
    not_delivered(chat, "nobody there")
    page.unroute(SESSION)
    chat.button("Send again").click()
    delivered(chat, "nobody there")


def test_not_deleted_is_said_when_the_server_could_not_be_asked(page: Page, chat: Chat):
    page.route(SESSION, lambda route: route.abort())
    chat.button("Clear chat").click()
    chat.button("Delete it").click()
    expect(chat.says("Nothing was deleted yet.")).to_be_visible()
    page.unroute(SESSION)
    chat.button("Try again").click()
    expect(chat.root.get_by_text("Deleted. This is a new chat.")).to_be_attached()


@pytest.mark.parametrize("status", [200, 202, 503])
def test_deleted_is_said_only_when_the_server_says_that_it_is(page: Page, chat: Chat, status: int):
    chat.say("this should go")
    delivered(chat, "this should go")
    page.route(SESSION, lambda route: route.fulfill(status=status, content_type="text/html", body="<h1>Log in to the wifi</h1>"))
    chat.button("Clear chat").click()
    chat.button("Delete it").click()
    expect(chat.says("Nothing was deleted yet.")).to_be_visible()
    expect(chat.says("this should go")).to_be_visible()
    page.unroute(SESSION)


def test_what_is_written_while_the_chat_is_being_deleted_begins_the_new_one(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(SESSION, lambda route: held.append(route) if route.request.method == "DELETE" else route.continue_())
    chat.say("this should go")
    delivered(chat, "this should go")
    chat.button("Clear chat").click()
    chat.button("Delete it").click()
    expect(chat.says("One moment…")).to_be_visible()
    chat.say("and this should stay")
    first(page, held).continue_()
    for _ in range(2):
        expect(chat.button("I feel nothing")).to_be_visible()
        expect(chat.log.locator(".visitor ~ .bot").first).to_be_visible()
        expect(chat.log.locator(".visitor")).to_have_text(["You: and this should stay"])
        expect(chat.says("One moment…")).to_be_hidden()
        bubbles = chat.log.locator(".bot").all_inner_texts()
        assert len(bubbles) == len(set(bubbles))
        assert chat.log.inner_text().index("automated program") < chat.log.inner_text().index("and this should stay")
        chat.reload()


def test_what_is_written_while_the_chat_is_being_deleted_is_not_lost_when_the_new_one_cannot_open(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(SESSION, lambda route: held.append(route) if route.request.method == "DELETE" else route.abort())
    chat.button("Clear chat").click()
    chat.button("Delete it").click()
    expect(chat.says("One moment…")).to_be_visible()
    chat.say("and this should stay")
    first(page, held).continue_()
    not_delivered(chat, "and this should stay")
    page.unroute(SESSION)
    chat.button("Send again").click()
    delivered(chat, "and this should stay")


def test_a_crisis_answered_while_the_chat_is_being_deleted_is_answered_again_in_the_new_one(page: Page, chat: Chat):
    held: list[Route] = []
    page.route(SESSION, lambda route: held.append(route) if route.request.method == "DELETE" else route.continue_())
    chat.button("Clear chat").click()
    chat.button("Delete it").click()
    expect(chat.says("One moment…")).to_be_visible()
    chat.say("i want to kill myself")
    expect(chat.log.locator(".visitor ~ .bot").first).to_be_visible()
    first(page, held).continue_()
    expect(chat.root.get_by_text("Deleted. This is a new chat.")).to_have_count(1)
    delivered(chat, "i want to kill myself")


@pytest.mark.parametrize("how", ["module blocked", "scripts off"])
def test_without_the_module_the_notice_and_the_crisis_line_show(new_page: NewPage, thaw: Thaw, how: str):
    page = new_page(java_script_enabled=how != "scripts off")
    page.route("**/widget/chat.js", lambda route: route.abort())
    page.goto(f"http://localhost:{thaw.port}/")
    embedded = page.locator("thaw-chat")
    expect(embedded.get_by_text("automated program, not a person and not a crisis service")).to_be_visible()
    for line in ("call", "text 988", "call 911"):
        expect(embedded.get_by_role("link", name=line, exact=True)).to_be_visible()


def test_killed_and_back_the_words_arrive_in_the_same_conversation(page: Page, mortal_thaw: MortalThaw):
    mortal_thaw.wait()
    chat = Chat(page, f"http://localhost:{mortal_thaw.port}/").open()
    chat.say("nothing i used to love does anything for me")
    delivered(chat, "nothing i used to love does anything for me")
    mortal_thaw.kill()
    chat.say("is anyone there")
    not_delivered(chat, "is anyone there")
    mortal_thaw.revive()
    chat.button("Send again").click()
    expect(chat.log.locator(".visitor", has_text="is anyone there").locator("~ .bot").first).to_be_visible()
    chat.reload()
    expect(chat.log.locator(".visitor")).to_have_text(["You: nothing i used to love does anything for me", "You: is anyone there"])
