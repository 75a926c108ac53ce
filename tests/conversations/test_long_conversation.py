"""A long conversation costs no more than a short one, and forgets nothing that matters."""

import uuid
from pathlib import Path

import pytest

from thaw.channels.site import CollectedDrafts
from thaw.dialogue import engine, tracker_store
from thaw.store import Store, open_store

TURNS = 400
SAID = ["i feel nothing", "why does it happen", "flurble wug zant", "will it get better", "thanks", "how common is it"]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    kept = open_store(f"sqlite:///{tmp_path}/thaw.db")
    monkeypatch.setattr(tracker_store, "the_store", lambda: kept)
    return kept


async def test_turn_400_loads_as_many_events_as_turn_20_and_keeps_the_slots(trained: Path, store: Store, monkeypatch):
    from rasa.core.channels.channel import UserMessage

    agent = engine.load_agent(trained)
    loaded: list[int] = []
    retrieve = agent.tracker_store.retrieve

    async def counted(sender_id: str):
        tracker = await retrieve(sender_id)
        loaded.append(len(tracker.events) if tracker else 0)
        return tracker

    monkeypatch.setattr(agent.tracker_store, "retrieve", counted)
    conversation = uuid.uuid4().hex
    store.start(conversation, "site", "US", None)

    async def say(text: str) -> list[str]:
        collected = CollectedDrafts()
        await agent.handle_message(UserMessage(text, collected, conversation, input_channel="site", metadata={}))
        return [each.response for each in collected.drafts]

    await say("im 16")
    await say("/start_exercise")
    await say('/choose_activity{"exercise_activity": "music"}')
    for turn in range(TURNS):
        assert await say(SAID[turn % len(SAID)]), f"turn {turn} was answered with nothing"

    assert loaded[-1] <= max(loaded[10:30])
    tracker = await agent.tracker_store.retrieve(conversation)
    assert tracker.get_slot("minor") is True
    assert tracker.active_loop_name == "exercise_form"
    assert await say("/exercise_felt_nothing") == ["utter_exercise_felt_nothing"]
