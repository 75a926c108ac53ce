"""Coming back and staying long: what is due when, and what is never put before an answer to a crisis."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import pytest

from thaw.cadence import Cadence
from thaw.channels.reading import Incoming
from thaw.channels.renderer import Draft, draft
from thaw.channels.returning import Presence, arrive, place, welcome
from thaw.channels.turn import Turns
from thaw.safety.risk_state import State
from thaw.safety.screen import Screen
from thaw.settings import Settings
from thaw.store import Store, open_store
from thaw.store.database import now

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


def names(drafts: list[Draft]) -> list[str]:
    return [each.response for each in drafts]


def heard(intent: str, **safety: Any) -> dict[str, Any]:
    return {"event": "user", "parse_data": {"intent": {"name": intent}}, "metadata": {"safety": safety}}


def after(*gaps: dt.timedelta, minor: bool = False, cadence: Optional[Cadence] = None) -> list[str]:
    """What was said before the answers of turns with these gaps before them."""
    presence, said = Presence(), []
    for gap in gaps:
        arrival = arrive(presence, gap, minor, cadence or Cadence())
        presence, drafts = welcome(arrival, draft("utter_back"), [draft("utter_feel_nothing")])
        said += names(drafts)[:-1]
    return said


def test_a_short_pause_is_no_absence():
    assert after(5 * MINUTE, 29 * MINUTE) == []


def test_after_half_an_hour_the_visitor_is_told_where_they_were():
    assert after(30 * MINUTE) == ["utter_back"]


def test_after_seven_days_it_is_said_again_what_this_is_and_before_that_not():
    assert after(6 * DAY) == ["utter_back"]
    assert after(7 * DAY) == ["utter_disclosure_again", "utter_back"]


def test_every_three_hours_of_use_a_reminder_comes_and_hours_away_are_no_use():
    assert after(*[20 * MINUTE] * 8) == []
    assert after(*[20 * MINUTE] * 9) == ["utter_take_a_break"]
    assert after(*[20 * MINUTE] * 18) == ["utter_take_a_break"] * 2
    assert after(*[5 * HOUR] * 3) == ["utter_back"] * 3


def test_a_known_minor_is_reminded_every_hour():
    assert after(*[20 * MINUTE] * 6, minor=True) == ["utter_take_a_break"] * 2


def test_the_times_can_be_those_of_another_place():
    assert after(10 * MINUTE, cadence=Cadence(away=5 * MINUTE)) == ["utter_back"]
    assert after(2 * DAY, cadence=Cadence(disclosure=DAY)) == ["utter_disclosure_again", "utter_back"]


def test_the_next_time_it_is_said_in_other_words():
    presence, texts = Presence(), []
    for _ in range(2):
        presence, drafts = welcome(arrive(presence, 8 * DAY, False, Cadence()), draft("utter_back", presence.said), [])
        texts.append([each.text for each in drafts])
    assert not set(texts[0]) & set(texts[1])


def test_a_clock_that_went_back_takes_no_time_away():
    assert arrive(Presence(used=60), -5 * MINUTE, False, Cadence()).presence.used == 60


def test_the_place_is_the_last_topic_in_the_visitors_own_words():
    found = place({}, [heard("ask_why_numb"), heard("thanks")], 0)
    assert found and '"Why do I feel numb?"' in found.text
    assert [each["payload"] for each in found.buttons] == ["/ask_why_numb", "/start_fresh"]


def test_nothing_said_around_a_danger_is_a_place_to_come_back_to():
    found = place({}, [heard("feel_nothing"), heard("shame_about_numbness", open=True)], 0)
    assert found and "I feel nothing" in found.text
    only = place({}, [heard("crisis_ideation", act={"response": "x"}), heard("numb_after_trauma")], 0)
    assert only and only.response == "utter_back"


def test_who_has_said_nothing_yet_is_told_of_no_place():
    assert place({}, [], 0) is None


@pytest.mark.parametrize(
    ("form", "said"),
    [("exercise_form", "utter_back_exercise"), ("handoff_form", "utter_back_hand_off"), ("check_form", "utter_back_check")],
)
def test_what_was_left_open_is_named_and_can_be_picked_up_once(form, said):
    paused = place({"slots": {"paused": form}}, [heard("stop")], 0)
    asking = place({"active_loop": form}, [heard("stop")], 0)
    assert paused and asking and paused.response == asking.response == said
    assert [each["payload"] for each in paused.buttons] == ["/resume", "/start_fresh"]
    assert [each["payload"] for each in asking.buttons] == ["/start_fresh"], "it asks again by itself"


class Engine:
    """Answers as if about numbness, or with the crisis answer it is given."""

    async def respond(self, conversation_id: str, text: str, metadata: dict[str, Any]) -> list[Draft]:
        act = metadata["safety"]["act"]
        usual = draft("utter_ask_anhedonia" if "called" in text else "utter_feel_nothing")
        return [draft(act["response"], act["wording"]) if act else usual]


class Visitor:
    """A visitor whose clock can be put forward."""

    def __init__(self, store: Store) -> None:
        self.store, self.ahead, self.name = store, dt.timedelta(), "anna"
        self.turns = Turns(store, Engine, Screen(None), Settings(), clock=lambda: now() + self.ahead)

    async def open(self) -> Visitor:
        await self.turns.open(self.name, None, None, "site")
        return self

    async def say(self, text: str, later: dt.timedelta = MINUTE) -> list[dict[str, Any]]:
        self.ahead = later
        return await self.turns.handle(self.name, None, Incoming(text=text))

    def tell_engine(self, *intents: str) -> None:
        """As the tracker store records a turn."""
        self.store.add_events(self.name, [heard(each) for each in intents], {})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/thaw.db")
    yield opened
    opened.close()


def kinds(messages: list[dict[str, Any]]) -> list[str]:
    return [each["kind"] for each in messages]


def test_the_line_comes_before_the_answer_and_the_fresh_start_with_its_choices(store):
    async def run() -> None:
        they = await Visitor(store).open()
        await they.say("i feel nothing")
        they.tell_engine("ask_why_numb")
        came = await they.say("hello", later=2 * HOUR)
        assert "Why do I feel numb?" in came[0]["text"] and came[0]["kind"] == "text"
        labels = [choice["label"] for choice in came[-1]["choices"]]
        assert "Start fresh" in labels and labels[0] != "Start fresh"
        assert "Why do I feel numb?" not in (await they.say("and now"))[0]["text"]

    asyncio.run(run())


def test_after_a_week_the_disclosure_comes_first_as_a_notice_and_is_in_the_history(store):
    async def run() -> None:
        they = await Visitor(store).open()
        await they.say("i feel nothing")
        they.tell_engine("feel_nothing")
        came = await they.say("hello", later=8 * DAY)
        assert came[0]["kind"] == "notice" and "automated program" in came[0]["text"]
        assert "30 days" in came[1]["text"] and "{" not in str([each["text"] for each in came])
        assert came[0]["text"] in [each["text"] for each in store.history(they.name)]

    asyncio.run(run())


def test_nothing_stands_before_a_crisis_answer_and_the_disclosure_is_made_up_for_when_it_is_over(store):
    async def run() -> None:
        they = await Visitor(store).open()
        await they.say("i feel nothing")
        came = await they.say("i want to kill myself", later=8 * DAY)
        assert kinds(came)[0] == "crisis" and "notice" not in kinds(came)
        assert "automated program" not in str(came)
        assert "automated program" not in str(await they.say("yes"))
        calm = [await they.say("no, i am safe and i have no thoughts of it") for _ in range(3)]
        later = [await they.say("what is this called") for _ in range(8)]
        assert "automated program" in str([*calm, *later]) or store.conversation(they.name).presence["owed"]

    asyncio.run(run())


@pytest.mark.parametrize(("away", "times"), [(8 * DAY, 1), (25 * MINUTE, 10)])
def test_what_is_owed_comes_with_the_first_answer_that_asks_nothing_about_risk_though_risk_stays_open(store, away, times):
    async def run() -> None:
        they = await Visitor(store).open()
        for _ in range(times):
            came = await they.say("i want to kill myself tonight", later=away)
            assert "notice" not in kinds(came)
        said = []
        while not any("notice" in kinds(each) for each in said) and len(said) < 5:
            said.append(await they.say("what is this called"))
        assert "program" in said[-1][0]["text"]
        assert kinds(said[-1])[0] == "notice" and "crisis" in kinds(said[-1])
        assert State.from_json(store.conversation(they.name).risk).is_open
        assert "notice" not in kinds(await they.say("what is this called"))

    asyncio.run(run())


@pytest.mark.parametrize(
    ("text", "seen_since"),
    [("hello", dt.timedelta()), ("i'm from ireland and 34, i feel nothing", dt.timedelta()), ("i'm 15", 8 * DAY)],
    ids=["a greeting", "a calm message", "a message that is recorded at once, and with it that they are here"],
)
def test_a_turn_that_breaks_off_after_a_week_away_still_owes_the_disclosure_when_it_is_sent_again(store, monkeypatch, text, seen_since):
    async def run() -> None:
        they = await Visitor(store).open()
        await they.say("i feel nothing")
        with monkeypatch.context() as broken:
            broken.setattr("thaw.channels.one_turn.render", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                await they.say(text, later=8 * DAY)
        came = await they.say(text, later=8 * DAY - seen_since)
        assert came[0]["kind"] == "notice" and "automated program" in came[0]["text"]

    asyncio.run(run())


def test_use_is_counted_over_turns_by_the_store_and_gone_with_the_conversation(store):
    async def run() -> None:
        they = await Visitor(store).open()
        said = [await they.say(f"and {number}", later=25 * MINUTE) for number in range(8)]
        assert [messages[0]["kind"] == "notice" for messages in said] == [False] * 7 + [True]
        assert store.conversation(they.name).presence["used"] == 0
        store.delete(they.name)
        assert store.conversation(they.name) is None

    asyncio.run(run())
