"""One turn: a message in, messages out, whatever is down meanwhile."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Optional, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from thaw import cards
from thaw.channels.reading import Incoming, UnknownChoice, without_commands
from thaw.channels.renderer import Draft, draft
from thaw.channels.turn import StillRunning, Turns, UnknownConversation
from thaw.encoder import encoder
from thaw.responses import responses
from thaw.safety.risk_state import State
from thaw.safety.screen import Screen, Signal
from thaw.settings import Settings
from thaw.store import Store, now, open_store

Json = dict[str, Any]
WORDS = "my sister drowned and I felt nothing"
PLAN = "I'm going to kill myself tonight"
THOUGHTS = "I want to kill myself"


class Engine:
    """A dialogue engine that says what it is told to say; without that, the crisis answer it is given or one about numbness."""

    def __init__(self, *answer: Draft, fails: Optional[BaseException] = None, hangs: bool = False, silent: bool = False) -> None:
        self.answer: Sequence[Draft] = answer
        self.fails, self.hangs, self.silent = fails, hangs, silent
        self.heard: list[tuple[str, Json]] = []
        self.release = asyncio.Event()

    async def respond(self, conversation_id: str, text: str, metadata: Json) -> Sequence[Draft]:
        self.heard.append((text, metadata))
        if self.hangs:
            await self.release.wait()
        if self.fails:
            raise self.fails
        if self.silent:
            return []
        act = metadata["safety"]["act"]
        usual = draft("utter_ask_anhedonia" if "anhedonia" in text else "utter_feel_nothing")
        return self.answer or [draft(act["response"], act["wording"]) if act else usual]


class Unreliable:
    """A store that can go down, or hang, and come back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.down = False
        self.down_for: set[str] = set()
        self.calls: list[str] = []
        self._goes_on = threading.Event()
        self._goes_on.set()

    def hang(self) -> None:
        """Answer nothing until it goes on."""
        self._goes_on.clear()

    def go_on(self) -> None:
        self._goes_on.set()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            assert self._goes_on.wait(30)
            if self.down or name in self.down_for:
                raise OperationalError(f"INSERT {WORDS}", {}, Exception("the database is gone"))
            return getattr(self._store, name)(*arguments)

        return call


class Chat:
    """One visitor's conversation."""

    def __init__(self, turns: Turns, country: Optional[str] = None, name: str = "anna") -> None:
        self.turns, self.country, self.name = turns, country, name
        self.last: list[Json] = []

    async def open(self) -> Chat:
        self.last = await self.turns.open(self.name, self.country, None, "site")
        return self

    async def say(self, text: str, client_id: Optional[str] = None) -> list[Json]:
        self.last = await self.turns.handle(self.name, self.country, Incoming(text=text, client_id=client_id))
        return self.last

    def key(self, label: str) -> str:
        return next(str(c["id"]) for message in self.last for c in message.get("choices", []) if c["label"] == label)

    async def choose(self, label: str) -> list[Json]:
        self.last = await self.turns.handle(self.name, self.country, Incoming(choice=self.key(label)))
        return self.last


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Unreliable]:
    opened = open_store(f"sqlite:///{tmp_path}/thaw.db")
    unreliable = Unreliable(opened)
    yield unreliable
    unreliable.go_on()
    opened.close()


@pytest.fixture
def turns(store: Unreliable, config: Settings) -> Callable[..., Turns]:
    """Makes one process's turns over an engine (or none)."""
    return lambda engine=None, **changed: Turns(store, lambda: engine, Screen(), config.copy(update=changed))  # type: ignore[arg-type]


def crisis(messages: list[Json]) -> Json:
    found = [message for message in messages if message["kind"] == "crisis"]
    assert len(found) == 1, [message["text"] for message in messages]
    return found[0]


def text_of(messages: list[Json]) -> str:
    return "\n\n".join(message["text"] for message in messages)


def is_said(messages: list[Json], response: str) -> bool:
    return any(variation.text in text_of(messages) for variation in responses().variations(response))


# With everything up


async def test_a_conversation_opens_with_what_this_is_then_help_then_choices(turns: Callable[..., Turns]) -> None:
    opening = (await Chat(turns(Engine()), "GB").open()).last
    assert [message["kind"] for message in opening] == ["notice", "notice", "crisis", "choices"]
    assert "automated program" in opening[0]["text"]
    assert "14 days" in opening[1]["text"] and "{" not in text_of(opening)
    assert opening[2]["services"][0]["name"] == "Samaritans"


async def test_a_message_reaches_the_engine_and_its_answer_the_visitor_and_both_the_history(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    engine = Engine(Draft("Flat, then."))
    chat = await Chat(turns(engine)).open()
    messages = await chat.say("everything is flat")
    assert [text for text, _ in engine.heard] == ["everything is flat"]
    assert text_of(messages) == "Flat, then."
    assert [(each["from"], each["text"]) for each in store.history("anna")[-2:]] == [
        ("visitor", "everything is flat"),
        ("bot", "Flat, then."),
    ]


async def test_a_choice_reaches_the_engine_as_what_it_means_and_the_history_as_its_label(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    await chat.choose("I go through the motions")
    assert engine.heard[-1][0] == "/going_through_motions"
    assert [each["text"] for each in store.history("anna") if each["from"] == "visitor"] == ["I go through the motions"]


async def test_choices_of_the_last_turn_are_passed_to_read_a_short_answer_by(turns: Callable[..., Turns]) -> None:
    engine = Engine(draft("utter_lost_interest"))
    chat = await Chat(turns(engine)).open()
    await chat.say("music is nothing")
    await chat.say("the first one")
    offered = engine.heard[-1][1]["offered"]
    assert [choice["title"] for choice in offered][:2] == ["Try the five minutes", "How would that help?"]


async def test_a_choice_of_an_older_bubble_still_counts_after_a_restart(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    key = chat.key("I feel nothing")
    await chat.say("hello")
    engine = Engine()
    await turns(engine).handle("anna", None, Incoming(choice=key))
    assert engine.heard[-1][0] == "/feel_nothing"


async def test_the_country_given_at_the_start_decides_the_services(turns: Callable[..., Turns], config: Settings) -> None:
    for country, first in (("GB", "Samaritans"), (None, "988 Suicide & Crisis Lifeline"), ("JP", "Find A Helpline")):
        chat = await Chat(turns(Engine()), country, name=f"from {country}").open()
        assert crisis(await chat.say(THOUGHTS))["services"][0]["name"] == first


# Risk


async def test_the_way_through_a_risk_question_and_back_to_the_dialogue(turns: Callable[..., Turns]) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    assert crisis(await chat.say("they'd be better off without me"))["level"] == "ask"
    assert is_said(await chat.say("no"), "utter_risk_denied")
    assert is_said(await chat.say("music does nothing for me"), "utter_crisis_line_short")
    assert engine.heard[-1][1]["safety"] == {"open": False, "act": None, "intent": None}


async def test_some_answers_after_a_denial_it_is_looked_back_at_once_and_then_left_in_peace(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say("they'd be better off without me")
    await chat.say("no")
    said = [await chat.say("what is anhedonia?") for _ in range(8)]
    looked_back = [is_said(messages, "utter_risk_recheck_gently") for messages in said]
    assert looked_back.count(True) == 1
    after = said[looked_back.index(True) + 1 :]
    assert after and not any(message["kind"] == "crisis" for messages in after for message in messages)


async def test_a_text_that_answers_no_suspicion_gets_its_own_answer_and_the_open_question_beside_it(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine(draft("utter_ask_anhedonia")))).open()
    await chat.say("they'd be better off without me")
    messages = await chat.say("what is anhedonia?")
    assert messages[0]["kind"] != "crisis" and is_said(messages, "utter_risk_unclear")


async def test_a_text_not_understood_after_a_suspicion_gets_the_open_question_and_no_guessing(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine(draft("utter_clarify"), draft("utter_crisis_line_short")))).open()
    await chat.say("they'd be better off without me")
    messages = await chat.say("hm well you know")
    assert len(messages) == 1 and is_said(messages, "utter_risk_unclear")


async def test_the_line_that_an_answer_brings_by_itself_is_not_the_one_that_was_said_last(turns: Callable[..., Turns]) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    await chat.say(THOUGHTS)
    await chat.say("no")
    lines = []
    for answer in ([draft("utter_ask_anhedonia")], [draft("utter_clarify"), draft("utter_crisis_line_short")]) * 2:
        engine.answer = answer
        lines.append(crisis(await chat.say("what is anhedonia?"))["text"])
    assert len(set(lines)) == 4


async def test_where_the_country_is_unknown_it_is_asked_and_the_services_are_then_that_countrys(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine(), country=None)).open()
    await chat.say(THOUGHTS)
    assert is_said(await chat.say("no"), "utter_which_country")
    messages = await chat.say("I'm in Ireland")
    assert is_said(messages, "utter_country_noted")
    assert "tel:116123" in str(crisis(messages)["services"])
    assert "tel:116123" in str(crisis(await chat.say("what is anhedonia?"))["services"])


async def test_an_answer_to_the_risk_question_that_is_refused_for_its_haste_counts_all_the_same(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    assert crisis(await chat.turns.alarm("anna", "GB", Incoming(text="yes")))["level"] == "urgent"
    chat = await Chat(turns(Engine()), name="bertha").open()
    await chat.say(THOUGHTS)
    assert crisis(await chat.turns.alarm("bertha", "GB", Incoming(choice=chat.key("Yes"))))["level"] == "urgent"


async def test_while_risk_is_open_every_answer_carries_the_crisis_line_and_no_way_to_matching(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    await chat.say("no")
    for _ in range(3):
        messages = await chat.say("what is anhedonia?")
        assert crisis(messages)["level"] == "support"
        assert not any(choice["label"] == "Find a clinician" for message in messages for choice in message.get("choices", []))


async def test_the_crisis_line_is_worded_differently_each_time(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    await chat.say("no")
    lines = [crisis(await chat.say("what is anhedonia?"))["text"] for _ in range(4)]
    assert all(line != after for line, after in pairwise(lines))


async def test_risk_outlives_a_restart(turns: Callable[..., Turns]) -> None:
    await (await Chat(turns(Engine())).open()).say(THOUGHTS)
    assert crisis(await Chat(turns(Engine())).say("yes"))["level"] == "urgent"


async def test_a_yes_to_whether_it_is_still_dangerous_is_answered_as_danger(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine(draft("utter_numb_after_trauma")))).open()
    await chat.say("something happened to me")
    chat.turns = turns(Engine())
    assert is_said(await chat.say("yes"), "utter_danger_from_others")


async def test_what_is_said_beside_a_yes_is_screened_too(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine(draft("utter_numb_after_trauma")))).open()
    await chat.say("something happened to me")
    chat.turns = turns(Engine())
    assert is_said(await chat.say(f"yes and {PLAN}"), "utter_crisis_imminent")


async def test_a_crisis_answer_is_counted_by_its_level_without_saying_whose(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(PLAN)
    await chat.say("hello")
    assert [(name, count) for _, name, count in store.counters() if name.startswith("crisis")] == [("crisis_urgent", 1)]


async def test_danger_in_a_refused_message_is_shown_at_its_level_and_remembered(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    assert crisis(await chat.turns.alarm("anna", "GB", Incoming(text=f"{WORDS} {PLAN}")))["level"] == "urgent"
    messages = await chat.say("what is anhedonia?")
    assert crisis(messages)["level"] == "urgent", "the alarm was told: the line stays in view, and as grave"


@pytest.mark.parametrize("text", ["", "hello", "I feel nothing"])
async def test_a_refused_message_without_danger_still_comes_with_support(turns: Callable[..., Turns], text: str) -> None:
    message = crisis(await turns(Engine()).alarm("anna", "GB", Incoming(text=text)))
    assert message["level"] == "support"
    assert message["services"][0]["name"] == "Samaritans"


# Refused messages


def stage(store: Unreliable) -> str:
    return str(store.conversation("anna").risk["stage"])


def asks_for_a_plan(messages: list[Json]) -> bool:
    return is_said(messages, "utter_crisis_ideation")


async def test_danger_in_a_message_refused_during_a_turn_is_not_overwritten_by_that_turn(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=20)).open()
    running = asyncio.ensure_future(chat.say("everything is flat"))
    while not engine.heard:
        await asyncio.sleep(0)
    alarm = asyncio.ensure_future(chat.turns.alarm("anna", "GB", Incoming(text=PLAN)))
    await asyncio.wait({alarm}, timeout=5)
    assert alarm.done() and crisis(alarm.result())["level"] == "urgent", "it does not wait for the turn"
    engine.release.set()
    await running
    engine.hangs = False
    assert is_said(await chat.say("what is anhedonia?"), "utter_crisis_line_urgent")
    assert stage(store) == "imminent"


async def test_danger_in_a_message_refused_while_the_store_is_down_is_not_forgotten(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    store.down_for = {"record_risk"}
    await chat.turns.alarm("anna", "GB", Incoming(text=PLAN))
    store.down_for = set()
    assert is_said(await chat.say("what is anhedonia?"), "utter_crisis_line_urgent")
    assert stage(store) == "imminent"


async def test_a_yes_that_was_refused_and_is_sent_again_is_one_yes(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say("they'd be better off without me")
    for _ in range(2):
        assert crisis(await chat.turns.alarm("anna", "GB", Incoming(text="yes", client_id="7")))["level"] == "support"
    assert asks_for_a_plan(await chat.say("yes", client_id="7"))


async def test_a_yes_that_was_refused_and_is_followed_by_another_is_no_yes_to_a_plan(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say("they'd be better off without me")
    await chat.turns.alarm("anna", "GB", Incoming(text="yes"))
    assert asks_for_a_plan(await chat.say("yes"))


@pytest.mark.parametrize(
    ("text", "response"),
    [("they'd be better off without me", "utter_crisis_passive"), (THOUGHTS, "utter_crisis_ideation"), (PLAN, "utter_crisis_imminent")],
)
async def test_a_refused_message_that_is_sent_again_is_answered_as_if_it_were_new(
    turns: Callable[..., Turns], text: str, response: str
) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.turns.alarm("anna", "GB", Incoming(text=text, client_id="7"))
    assert is_said(await chat.say(text, client_id="7"), response)


async def test_a_refused_message_sent_again_to_another_process_is_answered_as_if_it_were_new(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.turns.alarm("anna", "GB", Incoming(text="they'd be better off without me", client_id="7"))
    chat.turns = turns(Engine())
    assert is_said(await chat.say("they'd be better off without me", client_id="7"), "utter_crisis_passive")


async def test_a_no_after_refused_danger_does_not_take_it_back(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say("they'd be better off without me")
    await chat.turns.alarm("anna", "GB", Incoming(text=PLAN))
    await chat.say("no")
    assert stage(store) == "imminent"


async def test_danger_refused_after_a_long_quiet_talk_is_not_looked_back_at_as_if_it_were_long_ago(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    for _ in range(9):
        await chat.say("what is anhedonia?")
    await chat.turns.alarm("anna", "GB", Incoming(text=PLAN))
    assert is_said(await chat.say("what is anhedonia?"), "utter_crisis_line_urgent")


async def test_danger_refused_after_it_was_said_to_be_over_is_danger_again(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(PLAN)
    await chat.choose("I am safe for now")
    await chat.turns.alarm("anna", "GB", Incoming(text=PLAN))
    assert is_said(await chat.say("what is anhedonia?"), "utter_crisis_line_urgent")


async def test_the_services_for_another_danger_in_a_refused_message_stay_in_view(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine()), "US").open()
    alarm = crisis(await chat.turns.alarm("anna", "US", Incoming(text="my boyfriend is choking me and says he will kill me")))
    assert alarm["level"] == "urgent"
    assert "Domestic Violence" in str(crisis(await chat.say("what is anhedonia?"))["services"])


async def test_a_refused_crisis_message_is_counted_once_also_when_it_is_sent_again(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    for heard in (chat.turns.alarm, chat.turns.alarm, chat.turns.handle):
        await heard("anna", "GB", Incoming(text=PLAN, client_id="7"))
        assert [(name, count) for _, name, count in store.counters() if name.startswith("crisis")] == [("crisis_urgent", 1)]


# With the engine down


ENGINES = {
    "raises": lambda: Engine(fails=RuntimeError(WORDS)),
    "is cancelled from inside": lambda: Engine(fails=asyncio.TimeoutError()),
    "hangs": lambda: Engine(hangs=True),
    "answers nothing": lambda: Engine(silent=True),
    "is not loaded": lambda: None,
}


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())
async def test_when_the_engine_fails_the_visitor_is_told_so_and_shown_the_crisis_services(turns: Callable[..., Turns], engine: Any) -> None:
    chat = await Chat(turns(engine()), "GB").open()
    messages = await chat.say("I feel nothing")
    assert messages[0]["kind"] == "notice"
    assert is_said(messages[:2], "utter_engine_down")
    assert crisis(messages)["services"][0]["name"] == "Samaritans"


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())
async def test_when_the_engine_fails_a_crisis_gets_its_own_answer_all_the_way(turns: Callable[..., Turns], engine: Any) -> None:
    chat = await Chat(turns(engine())).open()
    assert is_said(await chat.say("they'd be better off without me"), "utter_crisis_passive")
    assert is_said(await chat.choose("Yes"), "utter_crisis_ideation")
    messages = await chat.say("yes, tonight")
    assert is_said(messages, "utter_risk_plan_yes")
    assert crisis(messages)["level"] == "urgent"
    assert crisis(messages)["services"][0]["name"] == "Emergency services"
    assert not any(message["kind"] == "notice" for message in messages)
    assert is_said(await chat.choose("I can't call"), "utter_cannot_call")


async def test_when_the_engine_fails_with_risk_open_the_services_are_shown_once(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns()).open()
    await chat.say(THOUGHTS)
    await chat.say("no")
    crisis(await chat.say("what is anhedonia?"))


async def test_the_engine_is_used_again_as_soon_as_it_is_back(turns: Callable[..., Turns]) -> None:
    engine = Engine(fails=RuntimeError())
    chat = await Chat(turns(engine)).open()
    await chat.say("I feel nothing")
    engine.fails = None
    assert is_said(await chat.say("I feel nothing"), "utter_feel_nothing")


async def test_a_crisis_is_answered_without_waiting_long_for_an_engine_that_hangs(
    turns: Callable[..., Turns], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaw.channels.outages.ENGINE_PATIENCE", 0.05)
    monkeypatch.setattr("thaw.channels.one_turn.ENGINE_PATIENCE", 0.05)
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=60)).open()
    answer = asyncio.ensure_future(chat.say(PLAN))
    await asyncio.wait({answer}, timeout=10)
    assert answer.done() and is_said(answer.result(), "utter_crisis_imminent")


async def test_an_engine_that_hangs_even_when_it_is_cancelled_does_not_hold_up_the_answer(turns: Callable[..., Turns]) -> None:
    class Stubborn(Engine):
        async def respond(self, conversation_id: str, text: str, metadata: Json) -> Sequence[Draft]:
            try:
                await self.release.wait()
            except asyncio.CancelledError:
                await self.release.wait()
            return []

    engine = Stubborn()
    chat = await Chat(turns(engine)).open()
    answer = asyncio.ensure_future(chat.say(PLAN))
    await asyncio.wait({answer}, timeout=10)
    in_time = answer.done()
    engine.release.set()
    assert in_time and is_said(await answer, "utter_crisis_imminent")


async def test_a_crisis_that_the_engine_answers_with_something_else_gets_its_own_answer(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine(draft("utter_feel_nothing")))).open()
    messages = await chat.say(PLAN)
    assert is_said(messages, "utter_crisis_imminent") and not is_said(messages, "utter_feel_nothing")


async def test_an_outage_that_lasts_is_worded_differently_each_time(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns()).open()
    said = [await chat.say("I feel nothing") for _ in range(4)]
    for messages, after in pairwise(said):
        assert messages[0]["text"] != after[0]["text"]
        assert crisis(messages)["text"] != crisis(after)["text"]


async def test_refusals_and_errors_are_worded_differently_each_time(turns: Callable[..., Turns]) -> None:
    process = turns(Engine())
    refusals = [crisis(await process.alarm("anna", "GB", Incoming(text="hello")))["text"] for _ in range(4)]
    errors = [crisis(process.static("GB"))["text"] for _ in range(4)]
    assert all(text != after for text, after in [*pairwise(refusals), *pairwise(errors)])


# With the store down


async def test_a_crisis_is_answered_without_a_database(turns: Callable[..., Turns], store: Unreliable) -> None:
    store.down = True
    for engine in (Engine(), None):
        chat = Chat(turns(engine), "GB")
        assert is_said(await chat.say("they'd be better off without me"), "utter_crisis_passive")
        assert is_said(await chat.say("yes", client_id="2"), "utter_crisis_ideation")
        messages = await chat.say("yes")
        assert is_said(messages, "utter_risk_plan_near")
        assert [service["name"] for service in crisis(messages)["services"][:2]] == ["Emergency services", "Samaritans"]


async def test_ordinary_talk_goes_on_without_a_database(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    store.down = True
    assert is_said(await chat.say("I feel nothing", client_id="1"), "utter_feel_nothing")


async def test_risk_spoken_of_before_the_database_went_down_is_not_forgotten(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    store.down = True
    assert is_said(await chat.say("yes"), "utter_risk_plan_near")


async def test_risk_spoken_of_while_the_database_was_down_is_not_forgotten(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    store.down = True
    await chat.say(THOUGHTS)
    store.down = False
    assert is_said(await chat.say("yes"), "utter_risk_plan_near")


async def test_a_choice_of_the_crisis_menus_is_answered_without_a_database(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    store.down = True
    assert is_said(await chat.choose("Yes"), "utter_risk_plan_near")


async def test_a_choice_shown_while_the_database_was_down_still_counts_when_it_is_back(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    store.down = True
    await chat.say("I feel nothing")
    first = chat.last
    await chat.say("I feel nothing")
    store.down = False
    for messages in (first, chat.last):
        chat.last = messages
        label = next(choice["label"] for message in messages for choice in message.get("choices", []))
        await chat.choose(label)
        assert engine.heard[-1][0].startswith("/")


@pytest.fixture
def hang(store: Unreliable, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the store hang; from then on it has a moment only."""

    def now() -> None:
        monkeypatch.setattr("thaw.channels.outages.PATIENCE", 0.1)
        store.hang()

    return now


async def within(seconds: float, answer: Any) -> Any:
    """The answer, which must be there in time."""
    waited = asyncio.ensure_future(answer)
    await asyncio.wait({waited}, timeout=seconds)
    assert waited.done(), "it hangs"
    return waited.result()


async def test_a_crisis_is_answered_with_a_database_that_hangs(
    turns: Callable[..., Turns], store: Unreliable, hang: Callable[[], None]
) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    hang()
    assert is_said(await within(10, chat.say("yes", client_id="7")), "utter_risk_plan_near")
    assert crisis(await within(10, chat.turns.alarm("anna", "GB", Incoming(text=PLAN))))["level"] == "urgent"


async def test_a_database_that_hangs_is_waited_for_once_and_not_at_every_step(
    turns: Callable[..., Turns], store: Unreliable, hang: Callable[[], None]
) -> None:
    chat = await Chat(turns(Engine())).open()
    hang()
    store.calls.clear()
    await within(10, chat.say(THOUGHTS, client_id="7"))
    await within(10, chat.say(THOUGHTS, client_id="8"))
    assert len(store.calls) == 1


async def test_a_database_that_hangs_takes_no_thread_from_the_screen(
    turns: Callable[..., Turns], store: Unreliable, hang: Callable[[], None]
) -> None:
    process = turns(Engine())
    chats = [await Chat(process, name=f"visitor {number}").open() for number in range(40)]
    hang()
    long = f"{'I sat there. ' * 30}{PLAN}"
    for messages in await within(20, asyncio.gather(*(chat.say(long) for chat in chats))):
        assert is_said(messages, "utter_crisis_imminent")


async def test_risk_spoken_of_while_the_database_hung_is_not_forgotten(
    turns: Callable[..., Turns], store: Unreliable, hang: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaw.channels.outages.PAUSE", 0.0)
    chat = await Chat(turns(Engine())).open()
    hang()
    await within(10, chat.say(THOUGHTS))
    store.go_on()
    monkeypatch.setattr("thaw.channels.outages.PATIENCE", 10.0)
    assert is_said(await within(10, chat.say("yes")), "utter_risk_plan_near")


async def test_deletion_is_never_claimed_when_the_database_is_down(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine(draft("utter_deleted")))).open()
    store.down = True
    with pytest.raises(OperationalError):
        await chat.say("delete everything")


SEVERAL = "Food tastes of nothing. I go to work and I come home. My friends stopped calling and I did not mind. Is that bad?"


@pytest.mark.parametrize("slow", [SEVERAL, "numb" * 30])
async def test_others_are_answered_while_a_message_of_several_sentences_or_many_letters_is_read(
    slow: str, store: Unreliable, config: Settings
) -> None:
    answered, screen = threading.Event(), Screen()

    def reads(text: str) -> Signal:
        assert text != slow or answered.wait(10), "the other visitor waits"
        return screen(text)

    process = Turns(store, Engine, reads, config)  # type: ignore[arg-type]
    slow_one, other = await Chat(process).open(), await Chat(process, name="ben").open()
    reading = asyncio.ensure_future(slow_one.say(slow))
    await asyncio.sleep(0)
    assert is_said(await other.say("I feel nothing"), "utter_feel_nothing")
    answered.set()
    assert is_said(await within(10, reading), "utter_feel_nothing")


# Once only, and in order


async def test_the_same_id_sent_twice_runs_once_and_answers_the_same(turns: Callable[..., Turns], store: Unreliable) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    first = await chat.say("I feel nothing", client_id="turn-1")
    assert await chat.say("I feel nothing", client_id="turn-1") == first
    assert len(engine.heard) == 1
    assert [each["text"] for each in store.history("anna") if each["from"] == "visitor"] == ["I feel nothing"]


@pytest.mark.parametrize("processes", [1, 2])
async def test_the_same_id_arriving_at_once_runs_once_also_in_two_processes(turns: Callable[..., Turns], processes: int) -> None:
    engines = [Engine(), Engine()]
    first = await Chat(turns(engines[0])).open()
    second = Chat(turns(engines[1])) if processes == 2 else Chat(first.turns)
    answers = await asyncio.gather(*(each.say("I feel nothing", client_id="turn-1") for each in (first, second, first)))
    assert answers[0] == answers[1] == answers[2]
    assert sum(len(engine.heard) for engine in engines) == 1


async def test_what_a_minor_agreed_to_and_the_store_would_not_take_back_is_taken_back_at_their_next_words(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    chat = await Chat(turns(Engine())).open()
    hand_offs = store._store.hand_offs
    hand_offs.record("link-of-anna", "anna", {"summary": []}, "v1", now() + dt.timedelta(hours=1))
    store.down_for = {"withdraw"}
    await chat.say("im 15 years old")
    store._store.add_events("anna", [], {"slots": {"minor": True}})  # as the engine has heard it
    store.down_for = set()
    await chat.say("ok")
    assert hand_offs.redeem("link-of-anna") is None


async def test_a_typed_answer_to_a_line_of_a_card_sent_again_is_about_that_line(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine(Draft("Make one.", [{"title": "Put together", "payload": cards.begun("session").payload}])))).open()
    await chat.say("a card please")
    line = await chat.choose("Put together")
    first = await chat.say("yes", client_id="7")
    assert text_of(first) != text_of(line)
    for _ in range(2):
        assert text_of(await chat.say("yes", client_id="7")) == text_of(first)
    assert text_of(await chat.say("yes", client_id="8")) != text_of(first)


async def test_a_typed_answer_to_a_line_of_a_card_that_another_process_showed_begins_the_card_anew(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    begun = Draft("Make one.", [{"title": "Put together", "payload": cards.begun("session").payload}])
    here, there = await Chat(turns(Engine(begun))).open(), Chat(turns(Engine()))
    await here.say("a card please")
    first = await here.choose("Put together")
    await here.choose("Put it in")
    assert "session.1" not in str(store.conversation("anna").offered)
    assert text_of(await there.say("yes")) == text_of(first)
    assert text_of(await there.say("put it in")) != text_of(first), "from then on that process knows"
    assert text_of(await here.say("yes")) == text_of(first), "and what the one before knew is about another line"


@pytest.mark.parametrize("text", [PLAN, THOUGHTS])
async def test_a_crisis_under_the_id_of_an_answered_message_comes_with_its_services(
    turns: Callable[..., Turns], store: Unreliable, text: str
) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    first = await chat.say("I feel nothing", client_id="7")
    for _ in range(2):
        again = await chat.say(text, client_id="7")
        assert again[: len(first)] == first
        assert crisis(again)["level"] == ("urgent" if text == PLAN else "support")
    assert await chat.say("I feel nothing", client_id="7") == first
    assert len(engine.heard) == 1
    assert State.from_json(store.conversation("anna").risk).is_open
    assert sum(number for _, name, number in store.counters() if name.startswith("crisis_")) == 1


async def test_a_crisis_sent_again_is_answered_as_it_was_and_no_more(turns: Callable[..., Turns]) -> None:
    chat = await Chat(turns(Engine())).open()
    first = await chat.say(PLAN, client_id="7")
    assert await chat.say(PLAN, client_id="7") == first
    assert await chat.say(THOUGHTS, client_id="7") == first


async def test_another_id_or_none_is_another_turn(turns: Callable[..., Turns]) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    for client_id in ("1", "2", None, None):
        await chat.say("I feel nothing", client_id=client_id)
    assert len(engine.heard) == 4


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits in a turn waits no time."""
    sleep = asyncio.sleep
    monkeypatch.setattr("thaw.channels.turn.asyncio.sleep", lambda seconds: sleep(0))


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crisis waits a moment only."""
    monkeypatch.setattr("thaw.channels.order.CRISIS_WAIT", 0.02)
    monkeypatch.setattr("thaw.channels.one_turn.ENGINE_PATIENCE", 0.02)


async def test_a_turn_that_another_process_never_ends_is_refused_and_not_run(
    turns: Callable[..., Turns], store: Unreliable, no_waiting: None
) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    store.claim("anna", "turn-1")
    with pytest.raises(StillRunning):
        await chat.say("I feel nothing", client_id="turn-1")
    assert engine.heard == []


async def test_a_turn_that_another_process_has_heard_and_not_ended_keeps_its_question_open_when_it_is_sent_again_meanwhile(
    turns: Callable[..., Turns], no_waiting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaw.channels.one_turn.ENGINE_PATIENCE", 20.0)
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=20.0)).open()
    elsewhere = Chat(turns(Engine()))
    running = asyncio.ensure_future(chat.say(THOUGHTS, client_id="7"))
    while not engine.heard:
        await asyncio.sleep(0)
    again = Incoming(text=THOUGHTS, client_id="7")
    with pytest.raises(StillRunning):
        await elsewhere.turns.handle("anna", None, again)
    assert crisis(await elsewhere.turns.alarm("anna", None, again))["level"] == "support"
    engine.release.set()
    assert asks_for_a_plan(await running)
    assert is_said(await elsewhere.say("no"), "utter_risk_plan_no")


async def test_messages_that_arrive_together_are_answered_one_after_the_other(turns: Callable[..., Turns]) -> None:
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=5)).open()
    together = [asyncio.ensure_future(chat.say(f"message {number}")) for number in range(3)]
    await asyncio.wait(together, timeout=0.1)
    assert len(engine.heard) == 1, "the others wait for the first"
    engine.release.set()
    await asyncio.gather(*together)
    assert sorted(text for text, _ in engine.heard) == ["message 0", "message 1", "message 2"]


async def running(chat: Chat, engine: Engine, text: str, client_id: Optional[str] = None) -> asyncio.Task[list[Json]]:
    """A turn that has reached an engine which hangs."""
    turn = asyncio.ensure_future(chat.say(text, client_id))
    while text not in [heard for heard, _ in engine.heard]:
        await asyncio.sleep(0)
    return turn


async def test_a_message_is_on_record_once_before_an_answer_that_is_long_in_coming_and_when_its_turn_breaks_off(
    turns: Callable[..., Turns], store: Unreliable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_record() -> list[str]:
        return [each["text"] for each in store.history("anna") if each["from"] == "visitor"]

    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=60)).open()
    broken_off = await running(chat, engine, "everything is flat", "1")
    assert on_record() == [], "a quick answer is recorded with it"
    broken_off.cancel()
    await asyncio.wait({broken_off})
    assert on_record() == ["everything is flat"]

    monkeypatch.setattr("thaw.channels.outages.LONG", 0.0)
    slow = asyncio.ensure_future(chat.say("music is nothing", "2"))

    async def both() -> None:
        while len(on_record()) < 2:
            await asyncio.sleep(0)

    await within(5, both())
    assert not slow.done()
    engine.release.set()
    await slow
    await chat.say("everything is flat", "1")
    assert on_record() == ["everything is flat", "music is nothing"], "sent again, it is not recorded again"


async def test_a_crisis_does_not_wait_for_the_turns_before_it_and_all_are_kept_in_order(
    turns: Callable[..., Turns], store: Unreliable, no_patience: None
) -> None:
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=60)).open()
    first = await running(chat, engine, "everything is flat", "1")
    second = asyncio.ensure_future(chat.say("music is nothing", "2"))
    assert is_said(await within(5, chat.say(PLAN, "3")), "utter_crisis_imminent")
    for before in (first, second):
        assert is_said((await within(1, before))[:2], "utter_engine_down")
    said = store.history("anna")
    assert [each["text"] for each in said if each["from"] == "visitor"] == ["everything is flat", "music is nothing", PLAN]
    assert crisis(said[-1:])["level"] == "urgent" and stage(store) == "imminent"
    assert await chat.say("everything is flat", "1") == first.result(), "once only, also when it was cut short"
    engine.release.set()
    assert is_said(await chat.say("what is anhedonia?"), "utter_crisis_line_urgent")


async def test_a_yes_to_the_question_about_danger_does_not_wait_for_the_turn_before_it(
    turns: Callable[..., Turns], no_patience: None
) -> None:
    engine = Engine()
    chat = await Chat(turns(engine, engine_timeout=60)).open()
    await chat.say("they'd be better off without me")
    yes = chat.key("Yes")
    engine.hangs = True
    await running(chat, engine, "what is anhedonia?")
    messages = await within(5, chat.turns.handle("anna", None, Incoming(choice=yes)))
    assert asks_for_a_plan(messages)


async def test_what_is_no_crisis_waits_and_cuts_nobody_short(turns: Callable[..., Turns], no_patience: None) -> None:
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=60)).open()
    first = await running(chat, engine, "everything is flat")
    second = asyncio.ensure_future(chat.say("music is nothing"))
    unknown = asyncio.ensure_future(chat.turns.handle("anna", None, Incoming(choice="nonsense")))
    await asyncio.wait({first, second, unknown}, timeout=0.2)
    assert not (first.done() or second.done() or unknown.done())
    engine.release.set()
    for turn in (first, second):
        assert is_said(await turn, "utter_feel_nothing")
    with pytest.raises(UnknownChoice):
        await unknown


async def test_a_turn_that_is_answered_as_usual_is_not_cut_short_by_a_crisis(turns: Callable[..., Turns]) -> None:
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=60)).open()
    first = await running(chat, engine, "everything is flat")
    alarm = asyncio.ensure_future(chat.say(PLAN))
    await asyncio.wait({alarm}, timeout=0.05)
    engine.release.set()
    assert is_said(await first, "utter_feel_nothing")
    assert is_said(await alarm, "utter_crisis_imminent")


async def test_a_crisis_does_not_wait_for_another_processs_turn_which_does_not_take_it_back(
    turns: Callable[..., Turns], store: Unreliable, no_patience: None
) -> None:
    engine = Engine(hangs=True)
    one, other = (turns(each, engine_timeout=60, database_url="postgresql://") for each in (engine, Engine()))
    chat = await Chat(one).open()
    first = await running(chat, engine, "everything is flat", "1")
    assert is_said(await within(5, Chat(other).say(PLAN, "2")), "utter_crisis_imminent")
    engine.release.set()
    assert is_said(await within(5, first), "utter_feel_nothing")
    assert stage(store) == "imminent"
    assert "cannot_call" in str(store.conversation("anna").offered), "what is on offer is the crisis answer's"
    assert is_said(await within(5, chat.say("what is anhedonia?")), "utter_crisis_line_urgent")


async def test_nothing_of_a_message_whose_turn_broke_off_is_kept_where_it_was_read(
    store: Unreliable, config: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reads(text: str) -> Signal:
        encoder().encode(text)
        return Signal(None, None)

    chat = await Chat(Turns(store, Engine, reads, config)).open()  # type: ignore[arg-type]
    monkeypatch.setattr("thaw.channels.one_turn.render", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        await chat.say("the sound is switched off")
    assert not any("switched off" in known for known in encoder()._cache)


@pytest.mark.parametrize("ending", ["long in coming", "broken off"])
async def test_a_message_that_is_recorded_late_takes_back_no_crisis_that_another_process_heard_meanwhile(
    turns: Callable[..., Turns], store: Unreliable, no_patience: None, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr("thaw.channels.outages.LONG", 0.5)
    engine = Engine(hangs=True)
    one, other = (turns(each, engine_timeout=60, database_url="postgresql://") for each in (engine, Engine()))
    chat = await Chat(one).open()
    first = await running(chat, engine, "everything is flat", "1")
    assert is_said(await within(5, Chat(other).say(PLAN, "2")), "utter_crisis_imminent")
    if ending == "broken off":
        first.cancel()
        await asyncio.wait({first})

    async def recorded() -> None:
        while "everything is flat" not in [each["text"] for each in store.history("anna")]:
            await asyncio.sleep(0)

    await within(5, recorded())
    engine.release.set()
    await asyncio.wait({first})
    assert stage(store) == "imminent"
    assert "cannot_call" in str(store.conversation("anna").offered), "what is on offer is the crisis answer's"
    assert is_said(await within(5, chat.say("what is anhedonia?", "3")), "utter_crisis_line_urgent")


async def test_what_a_calm_message_changes_about_the_services_is_on_record_before_its_answer(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    engine = Engine(hangs=True)
    chat = await Chat(turns(engine, engine_timeout=60)).open()
    turn = await running(chat, engine, "I'm 15 and I feel nothing", "1")
    assert store.conversation("anna").risk["minor"]
    engine.release.set()
    await turn


async def test_a_crisis_does_not_wait_for_an_earlier_message_that_waits_for_another_process(
    turns: Callable[..., Turns], store: Unreliable, no_patience: None
) -> None:
    chat = await Chat(turns(Engine(), engine_timeout=60, database_url="postgresql://")).open()
    store.claim("anna", "")  # a turn of another process
    store.claim("anna", "1")
    again = asyncio.ensure_future(chat.say("everything is flat", "1"))
    await asyncio.wait({again}, timeout=0.1)
    assert is_said(await within(5, chat.say(PLAN, "2")), "utter_crisis_imminent")
    with pytest.raises(StillRunning):
        await again


async def test_messages_of_one_conversation_in_two_processes_are_answered_one_after_the_other(turns: Callable[..., Turns]) -> None:
    engine = Engine(hangs=True)
    one, other = (turns(engine, engine_timeout=5, database_url="postgresql://") for _ in range(2))
    first, second = await Chat(one).open(), Chat(other)
    together = [asyncio.ensure_future(each.say(f"message {number}")) for number, each in enumerate((first, second))]
    await asyncio.wait(together, timeout=0.3)
    assert len(engine.heard) == 1, "the other process waits for the first"
    engine.release.set()
    await asyncio.gather(*together)
    assert sorted(text for text, _ in engine.heard) == ["message 0", "message 1"]


async def test_a_process_that_ended_in_the_middle_of_a_turn_holds_a_conversation_up_for_seconds_only(
    turns: Callable[..., Turns], store: Unreliable, no_waiting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaw.channels.order.SLACK", 0.1)
    chat = await Chat(turns(Engine(), database_url="postgresql://")).open()
    store.claim("anna", "")
    assert is_said(await chat.say(PLAN), "utter_crisis_imminent")


async def test_a_turn_that_breaks_off_can_be_sent_again_at_once_and_its_words_are_kept_once(
    turns: Callable[..., Turns], store: Unreliable, no_waiting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    with monkeypatch.context() as broken:
        broken.setattr("thaw.channels.one_turn.render", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await chat.say("no", client_id="7")
    for _ in range(2):
        assert is_said(await chat.say("no", client_id="7"), "utter_risk_plan_no")
    said = store.history("anna")
    assert [each["text"] for each in said if each["from"] == "visitor"] == [THOUGHTS, "no"]
    assert [each["id"] for each in said if "id" in each] == ["7"]


async def test_an_answer_to_a_risk_question_whose_turn_was_killed_is_one_answer(
    turns: Callable[..., Turns], store: Unreliable, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say("they'd be better off without me")
    store.down_for = {"release"}
    monkeypatch.setattr("thaw.store.claims.ABANDONED_AFTER", 0.0)
    with monkeypatch.context() as broken:
        broken.setattr("thaw.channels.one_turn.render", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await chat.say("yes", client_id="7")
    chat.turns = turns(Engine())
    assert asks_for_a_plan(await chat.say("yes", client_id="7"))
    assert [each["text"] for each in store.history("anna") if each["from"] == "visitor"][1:] == ["yes"]


# What is refused


@pytest.mark.parametrize("times", [1, 2])
async def test_an_unknown_choice_is_refused_also_when_it_is_sent_again(turns: Callable[..., Turns], no_waiting: None, times: int) -> None:
    chat = await Chat(turns(Engine())).open()
    for _ in range(times):
        with pytest.raises(UnknownChoice):
            await chat.turns.handle("anna", None, Incoming(choice="nonsense", client_id="turn-1"))


async def test_a_choice_of_another_visitor_is_refused(turns: Callable[..., Turns]) -> None:
    process = turns(Engine())
    anna = await Chat(process).open()
    await Chat(process, name="ben").open()
    with pytest.raises(UnknownChoice):
        await process.handle("ben", None, Incoming(choice=anna.key("I feel nothing")))


async def test_a_deleted_conversation_answers_nobody(turns: Callable[..., Turns]) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    await chat.turns.delete("anna")
    with pytest.raises(UnknownConversation):
        await chat.say("hello")
    assert engine.heard == []


async def test_deletion_in_the_chat_says_its_last_word_and_leaves_nothing(turns: Callable[..., Turns], store: Unreliable) -> None:
    chat = await Chat(turns(Engine(draft("utter_deleted")))).open()
    messages = await chat.say("delete it all", client_id="last")
    assert is_said(messages, "utter_deleted")
    assert all(message["ended"] for message in messages)
    assert store.conversation("anna") is None
    assert store.history("anna") == []


async def test_risk_does_not_pass_from_a_deleted_conversation_to_a_new_one_with_the_database_down(
    turns: Callable[..., Turns], store: Unreliable
) -> None:
    chat = await Chat(turns(Engine())).open()
    await chat.say(THOUGHTS)
    await chat.turns.delete("anna")
    store.down = True
    assert not any(message["kind"] == "crisis" for message in await chat.say("hello"))


# Commands


@pytest.mark.parametrize(
    "text", ["/want_match", "//want_match", " /want_match", "\u200b/want_match", "/ /want_match", "\ufeff\n\t/want_match"]
)
async def test_a_typed_command_reaches_the_engine_as_words(turns: Callable[..., Turns], store: Unreliable, text: str) -> None:
    engine = Engine()
    chat = await Chat(turns(engine)).open()
    await chat.say(text)
    assert engine.heard[-1][0] == "want_match"
    assert text in [each["text"] for each in store.history("anna")], "the visitor reads their own words again as they typed them"


SPACE = " \t\r\n\x0b\x0c\x1c\x1f\x85\u00a0\u1680\u2003\u2028\u202f\u3000"
INVISIBLE = "\u200b\u200c\u200d\u200e\u2060\ufeff\u00ad"


@given(st.text(st.sampled_from("/" + SPACE + INVISIBLE), max_size=6))
@example("\u2003/")
@example("\u200e/")
def test_nothing_typed_before_a_slash_makes_a_command(blank: str) -> None:
    """Rasa strips a text before it looks for the slash."""
    text = without_commands(f"{blank}/want_match")
    assert not text.strip().startswith("/")
    assert "want_match" in text


def test_a_message_of_slashes_alone_is_not_empty_for_the_engine() -> None:
    assert without_commands("///").strip()


@pytest.mark.parametrize("text", ["and/or", "9/10 days", "I feel nothing / grey"])
def test_a_slash_inside_a_message_stays(text: str) -> None:
    assert without_commands(text) == text


# A visitor under 18


@pytest.mark.parametrize("engine", [Engine(), Engine(fails=RuntimeError("no")), None], ids=["engine up", "engine fails", "no engine"])
@pytest.mark.parametrize("told", ["im 15 and i wanna die", "im 15 btw"])
async def test_an_age_under_eighteen_takes_back_what_waits_to_be_fetched_whoever_answers(
    turns: Callable[..., Turns], tmp_path: Path, told: str, engine: Optional[Engine]
) -> None:
    chat = await Chat(turns(engine)).open()
    hand_offs = open_store(f"sqlite:///{tmp_path}/thaw.db").hand_offs
    assert hand_offs.record("link", "anna", {"summary": []}, "v1", dt.datetime.now(dt.timezone.utc) + dt.timedelta(hours=1))
    await chat.say(told)
    assert hand_offs.redeem("link") is None
