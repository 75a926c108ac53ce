"""Pausing the exercise for something that outranks it, and taking it up again."""

from __future__ import annotations

from typing import Any, Optional

from rasa_sdk import Tracker

from thaw.dialogue.pausing import PAUSED, last_choices, pause, resume


def conversation(form: Optional[str] = None, **slots: Any) -> Tracker:
    return Tracker("anna", slots, {}, [], False, None, {"name": form} if form else {}, "action_listen")


def after(tracker: Tracker, events: list[dict[str, Any]]) -> Tracker:
    """The conversation after events, as Rasa applies them."""
    slots, form = dict(tracker.slots), tracker.active_loop.get("name")
    for event in events:
        if event["event"] == "slot":
            slots[event["name"]] = event["value"]
        elif event["event"] == "active_loop":
            form = event["name"]
    return conversation(form, **slots)


def paused(tracker: Tracker) -> Tracker:
    return after(tracker, pause(tracker))


def test_a_paused_exercise_asks_nothing_and_keeps_what_was_chosen() -> None:
    stopped = paused(conversation("exercise_form", exercise_activity="tea", requested_slot="exercise_outcome"))
    assert not stopped.active_loop.get("name")
    assert stopped.get_slot("requested_slot") is None
    assert stopped.get_slot("exercise_activity") == "tea"


def test_it_is_taken_up_where_it_was_left_and_once_only() -> None:
    stopped = paused(conversation("exercise_form", exercise_activity="tea"))
    events = resume(stopped)
    again = after(stopped, events)
    assert again.active_loop["name"] == "exercise_form"
    assert again.get_slot("exercise_activity") == "tea"
    assert [event["name"] for event in events if event["event"] == "followup"] == ["exercise_form"]
    assert resume(again) == []


def test_a_second_crisis_message_does_not_forget_what_was_paused() -> None:
    stopped = paused(conversation("exercise_form"))
    still = paused(stopped)
    assert still.get_slot(PAUSED) == "exercise_form"
    assert resume(still)


def test_where_nothing_is_under_way_nothing_is_paused_or_taken_up() -> None:
    assert pause(conversation()) == []
    assert resume(conversation()) == []


def said(response: str, *titles: str, kind: Optional[str] = None) -> dict[str, Any]:
    """A bot's message among the events, as Rasa keeps it."""
    buttons = [{"title": title, "payload": f"/{title}"} for title in titles]
    return {
        "event": "bot",
        "data": {"buttons": buttons},
        "metadata": {"metadata": {"response": response, **({"kind": kind} if kind else {})}},
    }


def test_what_the_last_answer_about_a_topic_offered_is_found_behind_the_crisis_answers() -> None:
    events = [said("utter_ask_anhedonia", "ask_signs"), said("utter_crisis_passive", "yes", kind="crisis"), said("utter_clarify", "x")]
    tracker = Tracker("anna", {}, {}, events, False, None, {}, "action_listen")
    assert [choice["title"] for choice in last_choices(tracker)] == ["ask_signs"]


def test_where_no_topic_was_spoken_of_nothing_is_offered_again() -> None:
    tracker = Tracker("anna", {}, {}, [said("utter_crisis_passive", "yes", kind="crisis")], False, None, {}, "action_listen")
    assert last_choices(tracker) == []


def test_what_waits_stays_paused_while_another_form_asks() -> None:
    asking = conversation("exercise_form", paused="handoff_form")
    assert resume(asking) == []
    assert asking.get_slot(PAUSED) == "handoff_form"
