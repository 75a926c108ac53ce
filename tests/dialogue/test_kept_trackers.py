"""What a process keeps of a conversation from one turn to the next: it saves reading the events, and changes nothing that is said."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Optional

import pytest
from databases import DATABASES, empty_database, postgres_url
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError

from bench.visitors import TALK
from thaw.channels import views
from thaw.channels.reading import Incoming
from thaw.channels.site import RasaEngine
from thaw.channels.turn import Turns
from thaw.dialogue import tracker_store
from thaw.dialogue.engine import ThawAgent, load_agent
from thaw.dialogue.rules import _LatePast
from thaw.dialogue.tracker import ThawTracker
from thaw.safety.screen import Screen
from thaw.settings import settings
from thaw.store import Answer, Opened, Store, now, open_store
from thaw.store.emptied import empty
from thaw.store.in_turn import InTurn, begin

__all__ = ["postgres_url"]

FORMS = ("I'd like to try something small", "music", "no", "try five minutes", "find me a therapist", "about two years", "she/her", "skip")
"""What begins forms, answers them and leaves them."""
WORDS = "since the accident on the lake"


class Process:
    """One process: its store, its agent, its turns."""

    def __init__(self, url: str, trained: Path) -> None:
        self.store = open_store(url)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(tracker_store, "the_store", lambda: self.store)
            self.agent: ThawAgent = load_agent(trained)
        self.moment = now()
        self.read: list[bool] = []
        self.begin()

    def begin(self) -> None:
        """As if it had just been started."""
        self.turns = Turns(self.store, lambda: self.engine, Screen(), settings(), clock=lambda: self.moment)
        self.engine = RasaEngine(self.agent.handle_message)
        self.read = []

    async def say(self, conversation: str, text: str, client_id: Optional[str] = None) -> list[Optional[str]]:
        messages = await self.turns.handle(conversation, None, Incoming(text=text, client_id=client_id))
        return [message["text"] for message in messages]

    @property
    def trackers(self) -> tracker_store.BoundedTrackerStore:
        return self.agent.tracker_store  # type: ignore[return-value]

    async def held(self, conversation: str) -> Optional[ThawTracker]:
        """The tracker with which the next turn begins, if it need not be made of the events."""
        place = self.turns._views._places.get(conversation)
        kept = self.store.conversation(conversation)
        turn = InTurn(kept, None, place.view if place else None) if kept else None
        if turn is None or turn.view() is None:
            return None
        begin(turn)
        try:
            return await self.trackers.retrieve(conversation)  # type: ignore[return-value]
        finally:
            begin(None)


@pytest.fixture(scope="module", params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    return empty_database(request.param, request, tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def processes(url: str, trained: Path) -> Iterator[tuple[Process, Process]]:
    both = Process(url, trained), Process(url, trained)
    yield both
    for process in both:
        process.store.close()


@pytest.fixture
def one(processes: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch) -> Process:
    return counted(processes[0], monkeypatch)


@pytest.fixture
def other(processes: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch) -> Process:
    return counted(processes[1], monkeypatch)


def counted(process: Process, monkeypatch: pytest.MonkeyPatch) -> Process:
    process.begin()
    opens: Callable[..., Opened] = Store.open_turn

    def open_turn(*arguments: Any) -> Opened:
        opened = opens(process.store, *arguments)
        process.read.append(opened.events is not None)
        return opened

    monkeypatch.setattr(process.store, "open_turn", open_turn)
    return process


@pytest.fixture
def named(request: pytest.FixtureRequest) -> str:
    return request.node.name[:60]


def described(tracker: DialogueStateTracker, process: Process) -> dict[str, Any]:
    """All that a turn may look at."""
    events = [{**event.as_dict(), "timestamp": None} for event in tracker.events]
    assert process.agent.processor and tracker.latest_message and tracker.latest_bot_utterance
    return {
        "events": events,
        "slots": tracker.current_slot_values(),
        "heard": {**tracker.latest_message.as_dict()},
        "said": tracker.latest_bot_utterance.as_dict(),
        "action": tracker.latest_action,
        "form": dataclasses.asdict(tracker.active_loop)["name"] if tracker.active_loop else None,
        "next": tracker.followup_action,
        "paused": tracker.is_paused(),
        "rejected": (tracker.is_active_loop_rejected, tracker.is_active_loop_interrupted),
        "states": _LatePast(tracker, 4).past_states(process.agent.processor.domain),
    }


async def test_what_is_kept_is_what_would_be_read_from_the_store(one: Process, named: str) -> None:
    one.store.start(named, "site", None, None)
    compared = 0
    for text in (*TALK, *FORMS, *TALK[:12]):
        await one.say(named, text)
        kept = await one.held(named)
        assert kept is not None
        read = await one.trackers.retrieve(named)
        assert read is not None and read is not kept
        assert described(kept, one) == described(read, one), text
        compared += kept.moments() is not None
    assert len(read.events) < 80
    assert compared > 20, "moments were remembered"


async def test_the_events_are_read_once_and_then_no_more(one: Process, named: str) -> None:
    one.store.start(named, "site", None, None)
    for number, text in enumerate(TALK[:5]):
        await one.say(named, text, f"turn {number}")
    assert one.read == [True, False, False, False, False]


async def test_processes_that_take_turns_say_what_one_would_say_that_keeps_nothing(one: Process, other: Process, named: str) -> None:
    texts = (*TALK[:10], *FORMS, *TALK[10:])
    alone, among = f"{named} alone"[-60:], f"{named} among"[-60:]
    for conversation in (alone, among):
        one.store.start(conversation, "site", None, None)
    expected = []
    for text in texts:
        one.begin()
        expected.append(await one.say(alone, text))
    one.begin()
    said = [await (other if number % 3 == 2 else one).say(among, text) for number, text in enumerate(texts)]
    assert said == expected
    assert one.read.count(False) >= 8, "what nobody else wrote behind was kept"
    assert all(other.read), "what another process wrote behind was not"


async def test_what_another_process_wrote_meanwhile_is_not_missed(one: Process, other: Process, named: str) -> None:
    """Both answer at once, as when a crisis is let past a turn that does not end."""
    one.store.start(named, "site", None, None)
    await one.say(named, TALK[0])
    await other.say(named, TALK[1])
    say = one.store.say

    def late(*arguments: Any) -> bool:
        one.store.say = say  # type: ignore[method-assign]
        opened = other.store.open_turn(named, None, 60)
        assert opened.conversation
        turn = InTurn(opened.conversation, opened.events)
        turn.leave([{"event": "slot", "name": "keep_short", "value": True, "timestamp": 1.0}], {**opened.conversation.state})
        assert other.store.say(named, Answer([], unwritten=turn.end()))
        return say(*arguments)

    one.store.say = late  # type: ignore[method-assign]
    await one.say(named, TALK[2])
    one.read.clear()
    await one.say(named, TALK[3])
    assert one.read == [True]
    kept = await one.held(named)
    assert kept and [event for event in kept.events if event.as_dict().get("name") == "keep_short"], "its event is among those read"


async def test_a_turn_that_could_not_be_written_leaves_nothing(one: Process, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one.store.start(named, "site", None, None)
    await one.say(named, "I feel nothing at all lately")

    def down(*_: Any) -> bool:
        raise OperationalError("INSERT", {}, Exception("gone"))

    with monkeypatch.context() as outage:
        outage.setattr(one.store, "say", down)
        await one.say(named, f"it is like this {WORDS}")
    assert await one.held(named) is None
    await one.say(named, "why am I so numb")
    kept = await one.held(named)
    assert kept is not None and WORDS not in str([event.as_dict() for event in kept.events])
    assert one.read == [True, False, True]


async def test_a_deleted_conversation_is_dropped_at_once_also_by_the_turn_that_runs(one: Process, named: str) -> None:
    one.store.start(named, "site", None, None)
    await one.say(named, f"it is like this {WORDS}")
    assert await one.held(named)
    await one.turns.delete(named)
    assert named not in one.turns._views._places
    view, place = one.turns._views.take(named)
    assert view is None
    one.turns._views.drop(named)
    one.turns._views.keep(place, view)
    assert named not in one.turns._views._places


async def test_a_conversation_in_which_nobody_writes_is_dropped_after_minutes(one: Process, named: str) -> None:
    one.store.start(named, "site", None, None)
    await one.say(named, "I feel nothing at all lately")
    one.moment += views.IDLE - dt.timedelta(seconds=1)
    one.turns.forget_idle()
    assert named in one.turns._views._places
    one.moment += dt.timedelta(seconds=1)
    await one.say(named, "why am I so numb")
    assert one.read == [True, True], "too old to be used, though nothing has dropped it yet"
    one.moment += views.IDLE
    one.turns.forget_idle()
    assert named not in one.turns._views._places


async def test_words_of_a_hand_off_that_was_redeemed_are_not_answered_from_memory(one: Process, named: str) -> None:
    one.store.start(named, "site", None, None)
    await one.say(named, "I feel nothing at all lately")
    with one.store._writing.begin() as connection:
        empty(connection, named)
    await one.say(named, "why am I so numb")
    assert one.read == [True, True]


async def test_only_so_many_conversations_are_kept(one: Process, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "CONVERSATIONS", 2)
    for number in range(3):
        one.store.start(f"{number} {named}"[:60], "site", None, None)
        await one.say(f"{number} {named}"[:60], "I feel nothing at all lately")
    assert list(one.turns._views._places) == [f"{number} {named}"[:60] for number in (1, 2)]


async def test_of_a_message_is_kept_what_later_turns_look_at_and_no_more(one: Process, named: str) -> None:
    one.store.start(named, "site", None, None)
    for text in TALK[:4]:
        await one.say(named, text)
    stored = [event for event in one.store.recent_events(named, 60) if event["event"] == "user"]
    kept = await one.held(named)
    assert kept is not None
    for message in [*stored, *(event.as_dict() for event in kept.events if event.type_name == "user")]:
        assert message["metadata"]["safety"] and message["parse_data"]["intent"]["name"], "where they were, and the signs they named"
        assert not {"offered", "said"} & {*message["metadata"], *message["parse_data"].get("metadata", {})}
        assert "intent_ranking" not in message["parse_data"]
    assert len(str(stored[-1])) < 1000
