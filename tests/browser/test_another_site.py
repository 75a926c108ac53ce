"""Another site embeds the widget: from another origin, under its own strict policy."""

from __future__ import annotations

from urllib.parse import urlsplit

from around_the_widget import MortalThaw, NewPage, OtherSite
from playwright.sync_api import expect

from bench.in_browser import Chat


def test_on_another_site_the_chat_works_under_a_policy_without_unsafe_inline(
    new_page: NewPage, other_site: OtherSite, mortal_thaw: MortalThaw
):
    mortal_thaw.wait()
    page = new_page()
    origins = set()
    page.on("request", lambda request: origins.add("{0.scheme}://{0.netloc}".format(urlsplit(request.url))))
    chat = Chat(page, f"{other_site.origin}/").open()  # a violation of its policy fails every test here
    expect(chat.link("Call 999")).to_be_visible()  # the country the page asked for
    chat.say("my partner says i am checked out")
    expect(chat.log.locator(".visitor ~ .bot").first).to_be_visible()
    chat.say("i want to die")
    expect(chat.log.locator(".visitor ~ .bot[data-kind=crisis]").last).to_be_visible()
    chat.reload()
    expect(chat.says("my partner says i am checked out")).to_be_visible()
    chat.button("Clear chat").click()
    chat.button("Delete it").click()
    expect(chat.says("my partner says i am checked out")).to_have_count(0)
    assert origins == {other_site.origin, mortal_thaw.url}


def test_a_site_that_is_not_allowed_keeps_its_own_lines_and_is_told(new_page: NewPage, other_site: OtherSite, mortal_thaw: MortalThaw):
    mortal_thaw.wait()
    page = new_page()
    page.goto(other_site.origin.replace("localhost", "127.0.0.1"))  # another origin, of which Thaw knows nothing
    chat = page.locator("thaw-chat")
    chat.scroll_into_view_if_needed()
    expect(chat.get_by_text("Not open yet.", exact=True)).to_be_visible()
    expect(chat.get_by_role("link", name="999")).to_be_visible()
    expect(chat.get_by_text("This chat is an automated program.")).to_be_visible()
