"""What was said is said again as it was: with what was filled in and with every choice."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation import ActionRepeat


def repeated(response: str, text: str, buttons: list[dict[str, str]]) -> dict[str, Any]:
    """The message that follows the lead-in when this was the last answer."""
    metadata = {"metadata": {"response": response, "wording": 0}}
    events = [
        {"event": "user"},
        {"event": "bot", "text": text, "data": {"buttons": buttons}, "metadata": metadata},
        {"event": "user"},
    ]
    dispatcher = CollectingDispatcher()
    ActionRepeat().run(dispatcher, Tracker("anna", {}, {}, events, False, None, {}, "action_listen"), {})
    return dispatcher.messages[-1]


def test_a_filled_in_contact_is_said_again_and_no_placeholder() -> None:
    assert repeated("utter_want_human_contact", "Write to hello@example.org", [])["text"] == "Write to hello@example.org"


def test_choices_that_came_with_an_answer_come_again_once() -> None:
    options = [
        {"title": "Is this depression?", "payload": "/ask_is_it_depression"},
        {"title": "I feel nothing", "payload": "/feel_nothing"},
    ]
    assert repeated("utter_clarify", "Which is closer?", options)["buttons"] == options
    own = {"title": "How does matching work?", "payload": "/ask_matching"}
    assert repeated("utter_want_human_contact", "…", [own])["buttons"] == []


def test_what_a_notice_stood_after_is_said_again_and_not_the_notice() -> None:
    said = [("utter_ask_why_numb", "You know a thing should matter"), ("utter_keep_it_short", "Short from here on.")]
    events: list[dict[str, Any]] = []
    for response, text in said:
        events += [
            {"event": "user"},
            {"event": "bot", "text": text, "data": {}, "metadata": {"metadata": {"response": response, "wording": 0}}},
        ]
    dispatcher = CollectingDispatcher()
    ActionRepeat().run(dispatcher, Tracker("anna", {}, {}, [*events, {"event": "user"}], False, None, {}, "action_listen"), {})
    assert dispatcher.messages[-1]["response"] == "utter_ask_why_numb"
