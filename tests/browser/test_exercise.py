"""The five minutes: the timer starts, pauses, stops, and is still right after a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect
from site_client import Thaw

from bench.in_browser import MESSAGES, Chat


def five_minutes(route: Route) -> None:
    """Thaw's own answer, with the five minutes that the tests' Thaw cuts to two seconds."""
    answer = route.fetch()
    body = answer.json()
    for message in body["messages"]:
        if message["kind"] == "exercise":
            message["seconds"] = 300
    route.fulfill(response=answer, json=body)


@pytest.fixture
def chat(page: Page, thaw: Thaw) -> Chat:
    """The exercise, chosen, not begun."""
    page.clock.install()
    page.route(MESSAGES, five_minutes)
    chat = Chat(page, f"http://localhost:{thaw.port}/").open()
    chat.button("Try five minutes").click()
    chat.button("Music").click()
    expect(chat.button("Start the timer")).to_be_visible()
    return chat


def clock(chat: Chat) -> int:
    """Seconds that the newest timer shows."""
    minutes, _, seconds = chat.root.get_by_role("timer").last.inner_text().partition(":")
    return int(minutes) * 60 + int(seconds)


def test_nothing_runs_before_the_visitor_starts_it(page: Page, chat: Chat):
    page.clock.fast_forward("02:00")
    assert clock(chat) == 300


def test_the_timer_runs_its_five_minutes_and_says_so(page: Page, chat: Chat):
    chat.button("Start the timer").click()
    page.clock.fast_forward("04:00")
    expect(chat.root.get_by_text("1 minute left.")).to_be_attached()  # for a screen reader
    assert 50 <= clock(chat) <= 60
    page.clock.fast_forward("01:00")
    expect(chat.says("The time is over.")).to_be_visible()
    expect(chat.button("Start again")).to_be_visible()


def test_paused_the_time_stands_still_and_goes_on_where_it_was(page: Page, chat: Chat):
    chat.button("Start the timer").click()
    page.clock.fast_forward("01:00")
    chat.button("Pause").click()
    left = clock(chat)
    assert 230 <= left <= 240
    page.clock.fast_forward("10:00")
    assert clock(chat) == left
    chat.button("Go on").click()
    page.clock.fast_forward("01:00")
    assert left - 70 <= clock(chat) <= left - 60


def test_done_early_is_fine_and_nothing_runs_on(page: Page, chat: Chat):
    chat.button("Start the timer").click()
    page.clock.fast_forward("01:00")
    chat.button("Done early").click()
    expect(chat.says("Stopped here. That is fine.")).to_be_visible()
    page.clock.fast_forward("10:00")
    expect(chat.says("The time is over.")).to_have_count(0)
    expect(chat.button("I noticed something")).to_be_enabled()


def test_an_answer_stops_the_timer(page: Page, chat: Chat):
    chat.button("Start the timer").click()
    chat.button("It feels worse").click()
    expect(chat.root.get_by_role("button", name="It feels worse", pressed=True)).to_be_visible()
    expect(chat.button("Pause")).to_have_count(0)
    page.clock.fast_forward("10:00")
    expect(chat.says("The time is over.")).to_have_count(0)


@pytest.mark.parametrize("words", ["it feels worse", "i want to kill myself", "try five minutes"])
def test_typed_words_stop_the_timer_which_says_nothing_more(page: Page, chat: Chat, words: str):
    chat.button("Start the timer").click()
    page.clock.fast_forward("01:00")
    chat.say(words)
    expect(chat.button("Pause")).to_have_count(0)
    left = chat.root.get_by_role("timer").first.inner_text()
    page.clock.fast_forward("10:00")
    assert chat.root.get_by_role("timer").first.inner_text() == left
    expect(chat.says("The time is over.")).to_have_count(0)
    expect(chat.button("Go on")).to_be_visible()


def test_a_reload_in_mid_exercise_loses_no_time_and_gives_none_back(page: Page, chat: Chat):
    chat.button("Start the timer").click()
    page.clock.fast_forward("02:00")
    page.reload()
    chat.arrive()
    expect(chat.button("Pause")).to_be_visible()
    assert 165 <= clock(chat) <= 180
    chat.button("Pause").click()
    left = clock(chat)
    page.reload()
    chat.arrive()
    expect(chat.button("Go on")).to_be_visible()
    assert clock(chat) == left
    chat.button("Go on").click()
    page.clock.fast_forward("03:00")
    expect(chat.says("The time is over.")).to_be_visible()


def test_the_time_runs_out_during_a_reload(page: Page, chat: Chat):
    chat.button("Start the timer").click()
    page.goto(f"{chat.url}matching/")
    page.clock.fast_forward("06:00")
    chat.open()
    expect(chat.says("The time is over.")).to_be_visible()
    chat.button("Nothing").click()
    expect(chat.root.get_by_role("button", name="Nothing", exact=True, pressed=True)).to_be_visible()
