"""The engine as we use it: an outage fails a turn, the graph runs in order, actions read the events they look at."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Optional

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from thaw import classifier, encoder
from thaw.channels.site import CollectedDrafts
from thaw.dialogue import tracker_store
from thaw.dialogue.engine import ThawAgent, load_agent
from thaw.dialogue.processor import Told, event_of
from thaw.dialogue.rules import ThawRulePolicy
from thaw.dialogue.runner import InOrder
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
    compared = 0
    for before in befores:
        for intent in domain.intents:
            tracker = DialogueStateTracker.from_events("carl", before, domain.slots)
            tracker.update(UserUttered("words", {"name": intent, "confidence": 1.0}), domain)
            for _ in range(3):
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
                tracker.update(ActionExecuted(domain.action_names_or_texts[ours.max_confidence_index]), domain)
    assert compared > 500


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
    encoder.forget(text)
    classifier.forget(text)
    kept = [*encoder.encoder()._cache, *(known for each in classifier._loaded.values() for known in each._read)]
    assert not any("switched off" in known for known in kept)
