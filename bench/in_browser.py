"""The widget in a browser: a visitor's hands on it, canned answers of every kind, and every state one after the other.

For the figures of `bench.widget` and for the browser tests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

Json = dict[str, Any]

MESSAGES = "**/webhooks/site/messages"
"""Where the widget sends what is written, as Playwright's routes name it."""


class Chat:
    """The widget on a page of Thaw's own site."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.root = page.locator("thaw-chat")
        self.log = self.root.get_by_role("log")
        self.field = self.root.get_by_role("textbox")

    def open(self) -> Chat:
        """Go to the page, scroll to the chat and wait for the opening."""
        self.page.goto(self.url)
        return self.arrive()

    def reload(self) -> Chat:
        """Reload the page and wait for the conversation so far."""
        self.page.reload()
        return self.arrive()

    def arrive(self) -> Chat:
        """Bring the chat into view and wait for its opening."""
        self.root.scroll_into_view_if_needed()
        expect(self.button("I feel nothing")).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        """The newest button of that name."""
        return self.root.get_by_role("button", name=name, exact=True).last

    def link(self, name: str) -> Locator:
        """The newest link of that name."""
        return self.root.get_by_role("link", name=name, exact=True).last

    def says(self, text: str) -> Locator:
        """The newest place in the log with that text."""
        return self.log.get_by_text(text).last

    def say(self, text: str) -> None:
        """Write a message and send it with Enter."""
        self.field.fill(text)
        self.field.press("Enter")

    def ask_for(self, kind: str) -> Json:
        """Write the name of a canned answer and wait for its last message, which is given back."""
        self.say(kind)
        last = CANNED[kind][-1]
        expect(self.log.locator(".bot").last).to_contain_text(last["text"].split("\n")[0])
        return last

    def focused(self) -> str:
        """What has the focus: its id, or its text."""
        return str(
            self.page.evaluate(
                """() => {
                  let active = document.activeElement;
                  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
                  return active.id || active.textContent.trim();
                }"""
            )
        )


def _choices(kind: str, *labels: str) -> list[Json]:
    return [{"id": f"{kind}-{number}", "label": label} for number, label in enumerate(labels)]


EMERGENCY: Json = {
    "name": "Emergency services",
    "hours": "24 hours, every day",
    "contacts": [{"type": "call", "label": "Call 911", "href": "tel:911"}],
}
LIFELINE: Json = {
    "name": "988 Suicide & Crisis Lifeline",
    "hours": "24 hours, every day",
    "contacts": [
        {"type": "call", "label": "Call 988", "href": "tel:988"},
        {"type": "text", "label": "Text 988", "href": "sms:988"},
        {"type": "chat", "label": "Chat at 988lifeline.org", "href": "https://988lifeline.org/chat/"},
        {"type": "web", "label": "988lifeline.org", "href": "https://988lifeline.org/"},
    ],
}

CANNED: dict[str, list[Json]] = {
    "turn": [
        {"kind": "text", "text": "It is more like the sound has been switched off."},
        {"kind": "text", "text": "That has a name, and it says nothing bad about you."},
        {
            "kind": "choices",
            "text": "What went quiet for you first?",
            "choices": [
                *_choices("turn", "Things I used to love", "The people I love"),
                {"id": "turn-door", "label": "Try five minutes", "door": True},
                *_choices("turn-last", "Not now"),
            ],
        },
    ],
    "exercise": [
        {
            "kind": "exercise",
            "text": "Hold a warm cup for five minutes.",
            "seconds": 300,
            "steps": ["Hold the cup. Notice its weight.", "Take one small sip."],
            "choices": _choices("exercise", "I noticed something", "Nothing", "It feels worse", "Stop here"),
        }
    ],
    "link": [
        {"kind": "link", "text": "There is a page on burnout.", "url": "/topics/depression/depression-vs-burnout/", "label": "Burnout"}
    ],
    "receipt": [
        {
            "kind": "handoff",
            "stage": "receipt",
            "text": "This is what would go along. Nothing else does.",
            "summary": [
                {"field": "feeling", "label": "What it is like", "value": "Numb, nothing lands", "remove": "remove-feeling"},
                {"field": "since", "label": "For how long", "value": "About a year", "remove": "remove-since"},
                {
                    "field": "tried",
                    "label": "Tried before",
                    "value": "Therapy, twice; it aimed at positive thinking",
                    "remove": "remove-tried",
                },
            ],
            "choices": _choices("receipt", "Send this and open the link", "Only the plain link", "Not now"),
        }
    ],
    "ready": [
        {
            "kind": "handoff",
            "stage": "ready",
            "text": "This link opens the matching with what you agreed to.",
            "url": "/matching/?handoff=abc",
            "expires": "2030-01-01T12:00:00+00:00",
            "choices": [],
        }
    ],
    "ask": [
        {
            "kind": "crisis",
            "level": "ask",
            "text": "Are you thinking about killing yourself?",
            "services": [LIFELINE, EMERGENCY],
            "choices": _choices("ask", "Yes", "Sometimes", "I'd rather not say", "No"),
        }
    ],
    "support": [
        {
            "kind": "crisis",
            "level": "support",
            "text": "No one has to hear you on a text line. A first text to copy: \"I'm having a hard night and can't talk out loud.\"",
            "services": [LIFELINE, EMERGENCY],
            "choices": _choices("support", "Something to steady me"),
        }
    ],
    "urgent": [
        {
            "kind": "crisis",
            "level": "urgent",
            "text": 'Please call the emergency number now. You can say: "I\'m going to hurt myself and I need someone here."',
            "services": [EMERGENCY, LIFELINE],
            "choices": _choices("urgent", "I can't call", "I am safe for now"),
        }
    ],
    "ended": [{"kind": "notice", "text": "Deleted. What you wrote and what was answered is gone.", "ended": True}],
}
"""An answer of each kind, by what a visitor writes to get it."""

REFUSED: dict[str, tuple[int, str]] = {
    "too fast": (429, "That was a lot at once. Wait 30 seconds, then send it again."),
    "busy": (503, "This message is still being worked on. Try again in a moment."),
    "too long": (413, "The message is longer than 2000 characters. Send it in parts."),
}
"""What is refused, by what a visitor writes: the status and the sentence that the channel has for it."""


def refuse(route: Route, status: int, message: str) -> None:
    """Refuse as the channel does when it finds a plan to die in what it refuses."""
    body = {"error": {"code": "refused", "message": message}, "messages": CANNED["urgent"]}
    route.fulfill(status=status, headers={"Retry-After": "30"}, json=body)


def can(page: Page, **more: list[Json]) -> None:
    """From now on answer what is named in `CANNED`, `REFUSED` or `more` without the server, and lose "lost"; anything else goes through."""
    known = {**CANNED, **more}

    def answer(route: Route) -> None:
        text = json.loads(route.request.post_data or "{}").get("text")
        if text == "lost":
            route.abort()
        elif text in REFUSED:
            refuse(route, *REFUSED[text])
        elif text in known:
            route.fulfill(json={"messages": known[text]})
        else:
            route.continue_()

    page.route(MESSAGES, answer)


def float_it(page: Page) -> None:
    """From now on the demo page has the widget as a floating panel."""

    def answer(route: Route) -> None:
        page_as_served = route.fetch()
        route.fulfill(response=page_as_served, body=page_as_served.text().replace("<thaw-chat ", "<thaw-chat floating "))

    page.route("**/", answer)


def states(page: Page, url: str) -> Iterator[str]:
    """Bring the widget into one state after another, telling each one's name."""
    chat = Chat(page, url)
    can(page)
    chat.open()
    yield "opening"
    chat.ask_for("turn")
    chat.field.fill("x" * 1900)
    yield "turn, and a long message being written"
    chat.say("lost")
    expect(chat.button("Send again")).to_be_visible()
    yield "not delivered"
    for text in REFUSED:
        chat.say(text)
        expect(chat.says(REFUSED[text][1])).to_be_visible()
        yield f"refused, {text}"
    chat.field.fill("")
    chat.ask_for("exercise")
    yield "exercise, not begun"
    chat.button("Start the timer").click()
    yield "exercise running"
    chat.button("Pause").click()
    yield "exercise paused"
    chat.button("Done early").click()
    yield "exercise done"
    for kind in ("link", "receipt", "ready", "ask", "support", "urgent"):
        chat.ask_for(kind)
        yield kind
    chat.button("Clear chat").click()
    yield "asked whether to delete"
    chat.button("Keep it").click()
    chat.ask_for("ended")
    yield "deleted"
    chat.button("Start a new chat").click()
    expect(chat.button("I feel nothing")).to_be_visible()
    chat.button("I feel nothing").click()
    expect(chat.root.get_by_role("button", name="I feel nothing", pressed=True)).to_be_visible()
    yield "a choice chosen"
    page.route("**/webhooks/site/**", lambda route: route.abort())
    page.reload()
    chat.root.scroll_into_view_if_needed()
    expect(chat.button("Try again")).to_be_visible()
    yield "not opened"
    page.unroute("**/webhooks/site/**")
    float_it(page)
    page.goto(url)
    expect(chat.button("Write about it")).to_be_visible()
    yield "floating, closed"
    chat.button("Write about it").click()
    expect(chat.button("Close")).to_be_visible()
    yield "floating, open"


def violations(page: Page) -> list[str]:
    """What axe finds in the widget with the rules of WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices."""
    from axe_playwright_python.sync_playwright import Axe

    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, context="thaw-chat", options={"runOnly": rules, "resultTypes": ["violations"]})
    return [f"{each['id']}: {node['target']}" for each in found.response["violations"] for node in each["nodes"]]
