"""The tracker store: a flat cost, no lost slot, nothing twice, and deletion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Optional

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from thaw.dialogue import tracker_store as module
from thaw.dialogue.tracker_store import BoundedTrackerStore, said_before
from thaw.store import Answer, Store, open_store
from thaw.store.emptied import empty
from thaw.store.in_turn import InTurn, begin

DOMAIN = Domain.from_dict(
    {
        "intents": ["feel_nothing", "start_exercise"],
        "slots": {
            name: {"type": kind, "influence_conversation": False, "mappings": [{"type": "custom"}]}
            for name, kind in {
                "exercise_activity": "text",
                "handoff": "any",
                "keep_short": "bool",
                "minor": "bool",
                "paused": "text",
            }.items()
        },
        "forms": {"exercise_form": {"required_slots": ["exercise_activity"]}},
        "responses": {"utter_feel_nothing": [{"text": "Flat."}]},
    }
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path}/thaw.db")
    store.start("anna", "site", None, None)
    yield store
    store.close()


@pytest.fixture
def trackers(database: Store, monkeypatch: pytest.MonkeyPatch) -> BoundedTrackerStore:
    monkeypatch.setattr(module, "the_store", lambda: database)
    return BoundedTrackerStore(DOMAIN)


async def turn(trackers: BoundedTrackerStore, *more: Event) -> DialogueStateTracker:
    """One turn as Rasa runs it: load, append what happened, save. Returns the tracker that was loaded."""
    tracker: Optional[DialogueStateTracker] = await trackers.retrieve("anna")
    if tracker is None:
        tracker = DialogueStateTracker("anna", DOMAIN.slots)
        tracker.update_with_events([ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")], DOMAIN)
    loaded = len(tracker.events)
    happened = [
        UserUttered("I feel nothing", {"name": "feel_nothing", "confidence": 1.0}),
        *more,
        ActionExecuted("utter_feel_nothing"),
        BotUttered("Flat.", metadata={"metadata": {"response": "utter_feel_nothing", "wording": 0}}),
        ActionExecuted("action_listen"),
    ]
    tracker.update_with_events(happened, DOMAIN)
    await trackers.save(tracker)
    tracker.loaded = loaded
    return tracker


async def loaded(trackers: BoundedTrackerStore) -> DialogueStateTracker:
    tracker = await trackers.retrieve("anna")
    assert tracker is not None
    return tracker


async def test_turn_400_loads_as_many_events_as_turn_20(trackers: BoundedTrackerStore) -> None:
    counts = {}
    for number in range(1, 401):
        tracker = await turn(trackers)
        counts[number] = tracker.loaded
    assert counts[400] == counts[20] <= module.RECENT_EVENTS


async def test_everything_that_was_said_is_kept_though_little_of_it_is_loaded(trackers: BoundedTrackerStore, database: Store) -> None:
    for _ in range(50):
        await turn(trackers)
    assert len(database.recent_events("anna", 10_000)) == 3 + 50 * 4


async def test_which_wording_was_said_many_turns_ago_is_still_known(trackers: BoundedTrackerStore) -> None:
    said = BotUttered("Gray.", metadata={"metadata": {"response": "utter_lost_interest", "wording": 1}})
    await turn(trackers, said)
    for _ in range(50):
        await turn(trackers)
    tracker = await loaded(trackers)
    assert "Gray." not in [event.text for event in tracker.events if isinstance(event, BotUttered)]
    assert said_before(tracker, "utter_lost_interest") == 1
    assert said_before(tracker, "utter_ask_signs") is None


async def test_slots_and_the_form_under_way_survive_a_long_conversation(trackers: BoundedTrackerStore) -> None:
    await turn(trackers, SlotSet("exercise_activity", "tea"), SlotSet("minor", True))
    await turn(trackers, ActiveLoop("exercise_form"), SlotSet("requested_slot", "exercise_outcome"))
    for _ in range(50):
        await turn(trackers)
    tracker = await loaded(trackers)
    assert tracker.get_slot("exercise_activity") == "tea"
    assert tracker.get_slot("minor") is True
    assert tracker.active_loop_name == "exercise_form"
    assert tracker.get_slot("requested_slot") == "exercise_outcome"


async def test_what_was_ended_or_forgotten_does_not_come_back(trackers: BoundedTrackerStore) -> None:
    await turn(trackers, SlotSet("exercise_activity", "tea"), ActiveLoop("exercise_form"))
    await turn(trackers, SlotSet("exercise_activity", None), ActiveLoop(None))
    for _ in range(30):
        tracker = await loaded(trackers)
        assert tracker.get_slot("exercise_activity") is None
        assert tracker.active_loop_name is None
        await turn(trackers)


async def test_the_last_value_of_a_slot_counts(trackers: BoundedTrackerStore) -> None:
    for activity in ("tea", "music", "walk"):
        await turn(trackers, SlotSet("exercise_activity", activity))
        assert (await loaded(trackers)).get_slot("exercise_activity") == activity


async def test_what_was_fetched_during_a_turn_is_not_remembered_after_it(trackers: BoundedTrackerStore, database: Store) -> None:
    words = {"answers": {"since": "two years, since the job"}, "heard": {}, "last": None, "receipt": 1}
    await turn(trackers, SlotSet("handoff", words))
    hour = dt.timedelta(hours=1)
    assert database.hand_offs.record("link", "anna", {"summary": []}, "v1", dt.datetime.now(dt.timezone.utc) + hour)
    running = await loaded(trackers)
    assert database.hand_offs.redeem("link") is not None
    running.update_with_events([UserUttered("hm"), SlotSet("handoff", {**words, "receipt": 2}), ActionExecuted("action_listen")], DOMAIN)
    await trackers.save(running)
    again = await loaded(trackers)
    assert again.get_slot("handoff") == {"answers": {}, "heard": {}, "last": None, "receipt": 2}
    await turn(trackers, SlotSet("handoff", words))
    assert (await loaded(trackers)).get_slot("handoff") == words, "what is said after it is kept"


async def test_nothing_is_saved_twice(trackers: BoundedTrackerStore, database: Store) -> None:
    tracker = await turn(trackers)
    for _ in range(3):
        await trackers.save(tracker)
    await trackers.save(await loaded(trackers))
    assert len(database.recent_events("anna", 100)) == 3 + 4
    for _ in range(40):
        tracker = await turn(trackers, SlotSet("minor", True))
        await trackers.save(tracker)
    assert len(database.recent_events("anna", 1000)) == 3 + 4 + 40 * 5


async def test_the_bounded_history_begins_at_a_turn_and_ends_with_the_last_event(trackers: BoundedTrackerStore) -> None:
    for _ in range(50):
        await turn(trackers)
    events = [event for event in (await loaded(trackers)).events if not isinstance(event, SlotSet)]
    assert isinstance(events[0], ActionExecuted) and events[0].action_name == "action_listen"
    assert isinstance(events[-1], ActionExecuted) and events[-1].action_name == "action_listen"


async def test_the_last_wordings_are_known_from_the_bounded_history(trackers: BoundedTrackerStore) -> None:
    for _ in range(50):
        await turn(trackers)
    said = [event for event in (await loaded(trackers)).events if isinstance(event, BotUttered)]
    assert said[-1].metadata["metadata"] == {"response": "utter_feel_nothing", "wording": 0}


async def test_a_conversation_without_a_turn_or_without_a_row_is_none(trackers: BoundedTrackerStore) -> None:
    assert await trackers.retrieve("anna") is None
    assert await trackers.retrieve("nobody") is None


async def test_a_deleted_conversation_is_none_and_stays_so(trackers: BoundedTrackerStore) -> None:
    tracker = await turn(trackers)
    await trackers.delete("anna")
    assert await trackers.retrieve("anna") is None
    await trackers.save(tracker)
    assert await trackers.retrieve("anna") is None


async def test_a_turn_fails_while_the_database_is_down_and_does_not_begin_a_new_conversation(
    trackers: BoundedTrackerStore, database: Store
) -> None:
    await turn(trackers)
    with database._writing.begin() as connection:
        connection.execute(sa.text("ALTER TABLE event RENAME TO event_away"))
    with pytest.raises(SQLAlchemyError):
        await trackers.retrieve("anna")
    with database._writing.begin() as connection:
        connection.execute(sa.text("ALTER TABLE event_away RENAME TO event"))
    assert [event.text for event in (await loaded(trackers)).events if isinstance(event, UserUttered)] == ["I feel nothing"]


async def test_nobody_lists_conversations_through_the_engine(trackers: BoundedTrackerStore) -> None:
    await turn(trackers)
    assert list(await trackers.keys()) == []


async def test_two_conversations_do_not_mix(trackers: BoundedTrackerStore, database: Store) -> None:
    database.start("ben", "site", None, None)
    await turn(trackers, SlotSet("minor", True))
    ben = DialogueStateTracker("ben", DOMAIN.slots)
    ben.update_with_events([ActionExecuted("action_listen"), UserUttered("hello")], DOMAIN)
    await trackers.save(ben)
    found = await trackers.retrieve("ben")
    assert found is not None
    assert found.get_slot("minor") is None
    assert [event.text for event in found.events if isinstance(event, UserUttered)] == ["hello"]


def in_turn(database: Store) -> InTurn:
    opened = database.open_turn("anna", None, module.RECENT_EVENTS)
    assert opened.conversation is not None
    return InTurn(opened.conversation, opened.events)


async def test_what_the_engine_records_in_a_turn_is_written_with_the_answer_or_not_at_all(
    trackers: BoundedTrackerStore, database: Store
) -> None:
    await turn(trackers)
    before = database.recent_events("anna", 100)
    running = in_turn(database)
    begin(running)
    await turn(trackers, SlotSet("keep_short", True))
    assert database.recent_events("anna", 100) == before
    unwritten = running.end()
    assert unwritten is not None
    database.say("anna", Answer([{"kind": "text", "text": "Flat."}], unwritten=unwritten))
    assert len(database.recent_events("anna", 100)) == len(before) + 5
    assert (await loaded(trackers)).get_slot("keep_short") is True


async def test_an_engine_that_is_later_than_its_turn_still_records_what_it_did(trackers: BoundedTrackerStore, database: Store) -> None:
    await turn(trackers)
    running = in_turn(database)
    begin(running)
    running.end()
    await turn(trackers, SlotSet("keep_short", True))
    begin(None)
    assert (await loaded(trackers)).get_slot("keep_short") is True


async def test_another_conversation_is_not_read_from_the_turn_that_runs(trackers: BoundedTrackerStore, database: Store) -> None:
    database.start("ben", "site", None, None)
    await turn(trackers)
    begin(in_turn(database))
    assert await trackers.retrieve("ben") is None


async def test_words_of_a_hand_off_redeemed_during_the_turn_are_left_out_when_the_turn_is_written(
    trackers: BoundedTrackerStore, database: Store
) -> None:
    words = {"answers": {"since": "since the funeral"}, "heard": {}, "last": None}
    await turn(trackers, SlotSet("handoff", words))
    running = in_turn(database)
    begin(running)
    with database._writing.begin() as connection:
        empty(connection, "anna")
    await turn(trackers, SlotSet("handoff", words))
    unwritten = running.end()
    assert unwritten is not None
    database.say("anna", Answer([], unwritten=unwritten))
    assert "funeral" not in str(database.recent_events("anna", 100)) + str(database.conversation("anna"))
