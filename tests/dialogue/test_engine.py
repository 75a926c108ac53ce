"""The engine as we use it: an outage fails a turn, the graph runs in order, actions read the events they look at."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from typing import Any, Optional

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from thaw import classifier, encoder
from thaw.channels.site import CollectedDrafts
from thaw.dialogue import tracker_store
from thaw.dialogue.engine import ThawAgent, load_agent
from thaw.dialogue.processor import Told, event_of
from thaw.dialogue.rules import ThawRulePolicy
from thaw.dialogue.runner import InOrder
from thaw.dialogue.tracker import ThawTracker
from thaw.forget import forget
from thaw.safety.classifier import SafetyClassifier
from thaw.safety.screen import Screen
from thaw.store import Store, open_store
from thaw.train import screen_folder


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_store(f"sqlite:///{tmp_path_factory.mktemp('engine')}/thaw.db")


@pytest.fixture(scope="module")
def agent(trained: Path, database: Store) -> ThawAgent:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tracker_store, "the_store", lambda: database)
        return load_agent(trained)


async def said(agent: ThawAgent, text: str, conversation_id: str) -> list[str]:
    heard = CollectedDrafts()
    await agent.handle_message(UserMessage(text, heard, conversation_id, input_channel="site", metadata={}))
    return [draft.metadata["response"] for draft in heard.drafts]


async def test_a_turn_fails_while_the_store_is_down_and_begins_no_new_conversation(
    agent: ThawAgent, database: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: Any) -> None:
        raise SQLAlchemyError

    database.start("anna", "site", None, None)
    assert await said(agent, "/feel_nothing", "anna") == ["utter_feel_nothing"]
    with monkeypatch.context() as outage:
        outage.setattr(database, "recent_events", down)
        outage.setattr(database, "engine_view", down, raising=False)
        with pytest.raises(SQLAlchemyError):
            await said(agent, "/feel_nothing", "anna")


async def test_every_component_runs_once_a_message_and_after_those_it_needs(agent: ThawAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    assert agent.processor
    runner: Any = agent.processor.graph_runner
    assert isinstance(runner, InOrder)
    ran: Counter[str] = Counter()
    for name, node in list(runner._nodes.items()):
        monkeypatch.setitem(runner._nodes, name, lambda *inputs, node=node, name=name: (ran.update([name]), node(*inputs))[1])
    parsed = await agent.processor.parse_message(UserMessage("I feel nothing", sender_id="ben"))
    assert parsed["intent"]["name"] == "feel_nothing"
    assert len(ran) >= 6, "the message's way through the pipeline"
    assert set(ran.values()) == {1}


LONG = "Yes. My wife booked our favourite restaurant for Friday and I'd have been just as happy in the car park, and who knows since when."


async def test_a_longer_message_is_understood_beside_the_event_loop(agent: ThawAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    assert agent.processor
    runner: Any = agent.processor.graph_runner
    ran: set[threading.Thread] = set()
    for name, node in list(runner._nodes.items()):
        monkeypatch.setitem(runner._nodes, name, lambda *inputs, node=node: (ran.add(threading.current_thread()), node(*inputs))[1])
    parsed = await agent.processor.parse_message(UserMessage(LONG, sender_id="bea"))
    assert parsed["intent"]["name"]
    assert threading.current_thread() not in ran, "nobody else is answered while the loop reads"


def test_an_action_reads_the_events_as_an_action_server_would() -> None:
    class Counted(SlotSet):
        written = 0

        def as_dict(self) -> dict[str, Any]:
            Counted.written += 1
            return super().as_dict()

    events: list[Event] = [ActionExecuted("action_listen"), UserUttered("hello"), Counted("keep_short", True)]
    told = Told(events)
    assert len(told) == 3
    assert Counted.written == 0, "what is not looked at is not written out"
    assert [each["event"] for each in reversed(told)] == ["slot", "user", "action"]
    assert told[-1]["name"] == "keep_short"
    assert [each["event"] for each in told[:2]] == ["action", "user"]


@pytest.mark.parametrize("event", [ActionExecuted("action_listen"), UserUttered("hello"), SlotSet("keep_short", True)])
def test_an_event_is_read_back_as_it_was_written(event: Event) -> None:
    read: Optional[Event] = event_of(event.as_dict())
    assert read == event
    assert event_of({"event": "topic"}) is None, "an event of a kind that is no more"


async def test_the_rules_predict_what_rasas_rule_policy_predicts(agent: ThawAgent) -> None:
    assert agent.processor
    domain = agent.processor.domain
    runner: Any = agent.processor.graph_runner
    policy = next(node._component for node in runner._nodes.values() if isinstance(node._component, ThawRulePolicy))
    befores: list[list[Event]] = [
        [],
        [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")],
        *([SessionStarted(), ActiveLoop(form), ActionExecuted(form), ActionExecuted("action_listen")] for form in domain.form_names),
    ]
    compared = remembered = 0

    def compare(tracker: DialogueStateTracker, intent: str) -> str:
        nonlocal compared, remembered
        remembered += isinstance(tracker, ThawTracker) and tracker.moments() is not None
        ours = policy.predict_action_probabilities(tracker, domain)
        kept, policy._sorted = policy._sorted, None
        rasas = policy.predict_action_probabilities(tracker, domain)
        policy._sorted = kept
        assert (ours.probabilities, ours.is_no_user_prediction, ours.events) == (
            rasas.probabilities,
            rasas.is_no_user_prediction,
            rasas.events,
        ), intent
        compared += max(ours.probabilities) > 0
        return str(domain.action_names_or_texts[ours.max_confidence_index])

    for before in befores:
        for intent in domain.intents:
            tracker = DialogueStateTracker.from_events("carl", before, domain.slots)
            tracker.update(UserUttered("words", {"name": intent, "confidence": 1.0}), domain)
            for _ in range(3):
                tracker.update(ActionExecuted(compare(tracker, intent)), domain)
    assert compared > 500

    # A tracker that is kept remembers its moments from one prediction, and from one turn, to the next.
    for before in befores:
        tracker = ThawTracker.from_events("carl", before, domain.slots)
        for number, intent in enumerate(domain.intents):
            if number % 40 == 39:
                tracker.update_with_events(
                    [ActionExecuted("exercise_form"), ActiveLoop("exercise_form"), ActionExecuted("action_listen")], domain
                )
            if number % 40 == 9:
                tracker.update(ActiveLoop(None), domain)
            tracker.update(UserUttered("words", {"name": intent, "confidence": 1.0}), domain)
            for _ in range(3):
                action = compare(tracker, intent)
                refused = action in domain.form_names and tracker.latest_action_name == "action_listen"
                tracker.update(ActionExecutionRejected(action) if refused else ActionExecuted(action), domain)
            tracker.update(ActionExecuted("action_listen"), domain)
            recent = list(tracker.events)[tracker.handed_back :][-40:]
            loop = [ActiveLoop(tracker.active_loop_name)] if tracker.active_loop_name else []
            tracker.begin_again([SlotSet("minor", True), *loop], recent)
    assert remembered > 500


async def test_listening_without_asking_the_policies_is_what_they_would_say(agent: ThawAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    assert agent.processor
    processor: Any = agent.processor
    domain = processor.domain
    unasked = processor._can_only_listen
    asked: list[bool] = []
    spared: set[tuple[str, bool]] = set()
    monkeypatch.setattr(processor, "_can_only_listen", lambda *_: asked.append(unasked(*_)))
    befores: list[list[Event]] = [[], *([ActiveLoop(form), ActionExecuted(form)] for form in domain.form_names)]
    for before in befores:
        for intent in domain.intents:
            tracker = ThawTracker.from_events("greta", [*before, ActionExecuted("action_listen")], domain.slots)
            tracker.update(UserUttered("words", {"name": intent, "confidence": 1.0}), domain)
            asked.clear()
            await processor._run_prediction_loop(CollectedDrafts(), tracker)
            first = next((place for place, sure in enumerate(asked) if sure), None)
            if first is not None:
                executed = [event for event in tracker.events if isinstance(event, ActionExecuted)][len(before[1:]) + 1 :]
                told, next_one = executed[first], executed[first + 1]
                assert next_one.action_name == "action_listen", intent
                assert (next_one.policy, next_one.confidence) == (told.policy, told.confidence)
                assert next_one.hide_rule_turn == told.hide_rule_turn
                spared.add((intent, bool(before)))
    assert len(spared) > len(domain.intents) / 2


async def test_screen_and_understanding_read_a_message_once_and_nothing_of_it_is_kept(
    agent: ThawAgent, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert agent.processor
    read: list[str] = []
    vector = encoder.Encoder.vector
    monkeypatch.setattr(encoder.Encoder, "vector", lambda self, text: (read.append(text), vector(self, text))[1])
    compared: list[str] = []
    read_all = classifier.TextClassifier.read_all
    monkeypatch.setattr(
        classifier.TextClassifier, "read_all", lambda self, texts, vectors: (compared.extend(texts), read_all(self, texts, vectors))[1]
    )
    text = "  it is like the sound was switched off \n"
    Screen(SafetyClassifier(screen_folder()))(text)
    await agent.processor.parse_message(UserMessage(text, sender_id="dora"))
    assert len(read) == len(compared) == 1
    several = "It was switched off a year ago. Somebody has switched off the rest since then."
    long = f"{several} Nobody calls. Is it me, or is it the long winter that we had up here, which never came to an end?"
    Screen(SafetyClassifier(screen_folder()))(several)
    Screen(SafetyClassifier(screen_folder()))(long)
    assert len(read) == len(set(read)) and len(compared) == len(set(compared)), "no sentence is read twice"
    forget(text, several, long)
    kept = [*encoder.encoder()._cache, *(known for each in classifier._loaded.values() for known in each._read)]
    assert not any("switched off" in known or "the long winter" in known for known in kept), "neither the whole nor a sentence read alone"


async def test_slots_are_filled_as_rasas_action_fills_them(agent: ThawAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    assert agent.processor
    processor: Any = agent.processor
    domain = processor.domain
    ran = 0
    for intent in domain.intents:
        for entities in ([], [{"entity": "partner", "value": "wife"}]):
            filled = []
            for filling in (processor._filling_intents, None):
                monkeypatch.setattr(processor, "_filling_intents", filling)
                tracker = DialogueStateTracker.from_events("erik", [ActionExecuted("action_listen")], domain.slots)
                tracker.update(UserUttered("words", {"name": intent, "confidence": 1.0}, entities), domain)
                await processor.run_action_extract_slots(CollectedDrafts(), tracker)
                filled.append(tracker.current_slot_values())
                monkeypatch.undo()
            assert filled[0] == filled[1], intent
            ran += any(value is not None for value in filled[0].values())
    assert ran > len(domain.intents), "some intents fill a slot, and the entity always does"


async def test_what_came_beside_the_first_message_is_not_kept_for_the_whole_conversation(agent: ThawAgent, database: Store) -> None:
    database.start("frida", "site", None, None)
    await said(agent, "/feel_nothing", "frida")
    kept = database.conversation("frida")
    assert kept and kept.state["slots"] == {}
