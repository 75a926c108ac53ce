"""What every channel of a visitor's own has in common: first contact, once only, the outbox, the rate, what is no text, STOP."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, Optional

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from test_turn import Engine

from thaw import server
from thaw.channels.delivery import STALE
from thaw.channels.limits import Limits
from thaw.channels.messenger import Inbound, Messenger
from thaw.channels.plain import Part
from thaw.channels.reading import Incoming
from thaw.channels.renderer import Draft, draft
from thaw.channels.sealed import Seal, Unreadable
from thaw.channels.turn import Turns
from thaw.outbox import NotDelivered, Undeliverable
from thaw.responses import responses
from thaw.safety.screen import Screen
from thaw.settings import Settings
from thaw.store import Parcel, Store, open_store, schema

SECRET = "a-secret-for-tests-that-is-long-enough"
PHONE = "+15555550123"
WORDS = "my sister drowned and I felt nothing"
PLAN = "I'm going to kill myself tonight"


_IDS = itertools.count(100)


class Phone:
    """A platform, and all that was sent over it."""

    name = "sms"
    longest = 1600
    has_buttons = False
    has_replies = False
    has_keywords = True

    def __init__(self) -> None:
        self.got: list[tuple[str, Part]] = []
        self.fails: list[Exception] = []
        self.down: Optional[Exception] = None
        self.slow: Optional[asyncio.Event] = None
        """What the next message waits for before it arrives."""

    async def send(self, address: str, part: Part) -> None:
        slow, self.slow = self.slow, None
        if slow:
            await slow.wait()
        if self.down:
            raise self.down
        if self.fails:
            raise self.fails.pop(0)
        self.got.append((address, part))

    @property
    def texts(self) -> list[str]:
        return [part.text for _, part in self.got]


class Chat:
    """One person, their phone, and one process of Thaw."""

    def __init__(self, store: Store, config: Settings, engine: Any, phone: Phone, secret: str = SECRET) -> None:
        self.store, self.phone, self.engine = store, phone, engine
        limits = Limits(config)
        self.turns = Turns(store, lambda: engine, Screen(), config)
        self.messenger = Messenger(self.turns, store, limits, Seal(secret), config)
        self.messenger.delivery.add(phone)

    async def receive(self, text: str = "", **more: Any) -> str:
        """Send something; all that came back at once."""
        known = {"sender": PHONE, "address": PHONE, "id": f"MM{next(_IDS)}", "kind": "text", "text": text}
        before = len(self.phone.got)
        await self.messenger.receive(self.phone, Inbound(**{**known, **more}))
        await self.sent()
        return "\n\n".join(self.phone.texts[before:])

    async def sent(self) -> None:
        """Wait until no message is being sent."""
        while self.messenger.delivery._hurrying:
            await asyncio.wait(self.messenger.delivery._hurrying)

    async def retry(self) -> None:
        """As time passes: everything that waits is due."""
        with self.store._writing.begin() as connection:
            connection.execute(schema.outgoing.update().values(due=sa.func.datetime("now", "-1 hour")))
        worker = self.messenger.delivery.worker()
        while await worker.step():
            await self.sent()

    @property
    def conversation(self) -> str:
        return Seal(SECRET).hash("sms", "sender", PHONE)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/thaw.db")
    yield opened
    opened.close()


@pytest.fixture
def chat(store: Store, config: Settings) -> Callable[..., Chat]:
    """Makes one process's chat, over one phone."""
    phone = Phone()

    def make(engine: Any = None, secret: str = SECRET, **changed: Any) -> Chat:
        return Chat(store, config.copy(update={"engine_timeout": 5.0, **changed}), engine or Engine(), phone, secret)

    return make


def is_said(text: str, response: str) -> bool:
    return any(variation.text in text for variation in responses().variations(response))


def waiting(store: Store) -> list[Any]:
    with store._reading.connect() as connection:
        return connection.execute(sa.select(schema.outgoing).order_by(schema.outgoing.c.number)).all()


# First contact


async def test_who_writes_first_reads_what_this_is_before_the_answer(chat: Callable[..., Chat]) -> None:
    said = await chat().receive("I feel nothing")
    assert said.index("automated program") < said.index("30 days" if "30 days" in said else "14 days") < said.index("988")
    assert said.index("messaging service that carries") < said.index(responses().variations("utter_feel_nothing")[0].text.split("\n")[0])
    assert "what does it feel like for you" not in said, "they have begun: nobody asks them to"


async def test_who_only_opens_the_chat_is_invited_and_can_choose(chat: Callable[..., Chat]) -> None:
    one = chat()
    said = await one.receive(kind="begin")
    assert "automated program" in said and "1 I feel nothing" in said
    assert responses().variations("utter_channel_pick")[0].text in said
    await one.receive("1")
    assert one.engine.heard[-1][0] == "/feel_nothing"


async def test_who_begins_again_is_greeted_and_not_told_it_all_again(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive(kind="begin")
    assert "automated program" not in await one.receive(kind="begin")
    assert one.engine.heard[-1][0] == "hello"


async def test_a_crisis_in_the_first_words_is_answered_as_one_right_after_what_this_is(chat: Callable[..., Chat]) -> None:
    said = await chat().receive(PLAN)
    assert said.index("automated program") < said.index("Emergency services (24 hours, every day)\nCall 911")
    assert is_said(said, "utter_crisis_imminent")


async def test_an_answer_does_not_arrive_before_what_this_is(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(Draft("Heard.")))
    one.phone.fails = [NotDelivered("status 503")]
    assert await one.receive("hello") == ""
    await one.retry()
    assert "automated program" in one.phone.texts[0] and one.phone.texts[1].startswith("Heard.")


async def test_two_first_messages_at_once_get_one_opening(chat: Callable[..., Chat]) -> None:
    one = chat()
    await asyncio.gather(one.receive("hi"), one.receive("I feel nothing"))
    await one.sent()
    assert "\n".join(one.phone.texts).count("automated program (AI)") == 1


# Once only


async def test_a_message_that_comes_again_is_not_answered_again(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive("I feel nothing", id="SM1")
    assert await one.receive("I feel nothing", id="SM1") == ""
    assert await chat().receive("I feel nothing", id="SM1") == "", "nor by another process"
    assert len(one.engine.heard) == 1


async def test_a_message_that_comes_twice_at_once_is_answered_once(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive(kind="begin")
    before = len(one.phone.got)
    await asyncio.gather(*(one.receive("I feel nothing", id="SM7") for _ in range(5)))
    assert len(one.engine.heard) == 1 and len(one.phone.got) == before + 1


async def test_the_answer_of_a_process_that_died_before_it_was_sent_is_sent_when_the_message_comes_again(chat: Callable[..., Chat]) -> None:
    first = chat()
    await first.receive(kind="begin")
    key = Seal(SECRET).hash("sms", "message", PHONE, "SM7")
    await first.turns.handle(first.conversation, None, Incoming(text="I feel nothing", client_id=key))
    second, before = chat(), len(first.phone.got)
    await second.receive("I feel nothing", id="SM7")
    assert len(second.phone.got) == before + 1
    assert len(first.engine.heard) == 1 and second.engine.heard == []


async def test_a_message_that_comes_again_after_a_deletion_begins_nothing(chat: Callable[..., Chat], store: Store) -> None:
    one = chat(Engine(draft("utter_deleted")))
    await one.receive("yes, delete it", id="SM7")
    assert await one.receive("yes, delete it", id="SM7") == ""
    assert store.conversation(one.conversation) is None


# What is kept


async def test_nobody_can_tell_from_the_database_who_wrote(chat: Callable[..., Chat], tmp_path: Path) -> None:
    one = chat()
    await one.receive(WORDS)
    one.phone.down = NotDelivered("status 503")
    await one.receive("hello again")
    assert len(waiting(one.store)) == 1
    one.store.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("thaw.db*"))
    assert b"sister drowned" in kept, "it is the right file"
    assert PHONE[1:].encode() not in kept and b"MM1" not in kept


async def test_what_arrived_is_kept_in_no_outbox(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive(WORDS)
    assert waiting(one.store) == []


def test_what_is_sealed_can_be_opened_with_the_same_secret_only() -> None:
    sealed = Seal(SECRET).close({"to": PHONE})
    assert Seal(SECRET).open(sealed) == {"to": PHONE} and PHONE not in sealed
    for other, text in ((Seal("another-secret"), sealed), (Seal(SECRET), sealed[:-4] + "AAA="), (Seal(SECRET), "é")):
        with pytest.raises(Unreadable):
            other.open(text)


def test_a_hash_tells_parts_from_each_other() -> None:
    seal = Seal(SECRET)
    assert seal.hash("a", "bc") != seal.hash("ab", "c") and len(seal.hash("x")) == 43
    assert seal.hash("a") != Seal("another-secret").hash("a")


# The outbox


async def test_while_the_platform_is_down_nothing_is_lost_and_everything_arrives_in_its_order(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(Draft("Heard.")))
    await one.receive(kind="begin")
    one.phone.down = NotDelivered("status 503")
    for number in range(3):
        one.engine.answer = [Draft(f"Answer {number}.")]
        assert await one.receive(f"line {number}") == ""
    one.phone.down = None
    await one.retry()
    answers = [text.partition("\n")[0] for text in one.phone.texts[1:]]
    assert answers == ["Answer 0.", "Answer 1.", "Answer 2."]
    assert waiting(one.store) == []


async def test_an_answer_waits_for_the_one_before_it_that_is_stuck(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(Draft("Heard.")))
    await one.receive(kind="begin")
    one.phone.fails = [NotDelivered("status 429", 30.0)]
    assert await one.receive("one") == ""
    assert await one.receive("two") == "", "it would arrive before its turn"


async def test_a_crisis_answer_to_the_first_words_does_not_overtake_what_this_is_on_its_way(chat: Callable[..., Chat]) -> None:
    one = chat()
    one.phone.slow = asyncio.Event()
    asyncio.get_running_loop().call_later(1.0, one.phone.slow.set)
    said = await one.receive(PLAN)
    assert said.index("automated program") < said.index("Emergency services (24 hours, every day)\nCall 911")


async def test_a_crisis_answer_to_the_first_words_waits_not_long_for_a_platform_that_hangs(
    chat: Callable[..., Chat], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaw.channels.delivery.ON_ITS_WAY", 0.1)
    one = chat()
    one.phone.slow = hangs = asyncio.Event()
    asyncio.get_running_loop().call_later(5.0, hangs.set)
    inbound = Inbound(PHONE, PHONE, "MM1", "text", PLAN)
    await one.messenger.receive(one.phone, inbound)
    while not one.phone.got:
        await asyncio.sleep(0.01)
    assert is_said(one.phone.texts[0], "utter_crisis_imminent")
    hangs.set()
    await one.sent()


async def test_a_turn_that_runs_when_the_process_ends_is_finished_and_sent(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(Draft("Heard.")))
    await one.receive(kind="begin")
    before = len(one.phone.got)
    # As for Slack, which is told that its event arrived while the turn still runs.
    running = asyncio.ensure_future(one.messenger.receive(one.phone, Inbound(PHONE, PHONE, "MM1", "text", "hello")))
    await asyncio.sleep(0)
    await one.messenger.finish()
    assert len(one.phone.got) == before + 1
    await running


async def test_a_crisis_answer_waits_for_nothing_that_is_stuck(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(Draft("Heard.")))
    await one.receive(kind="begin")
    one.phone.fails = [NotDelivered("status 429", 30.0)]
    await one.receive("one")
    one.engine.answer = []
    assert is_said(await one.receive(PLAN), "utter_crisis_imminent")


async def test_the_wait_that_a_platform_asks_for_is_kept(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive(kind="begin")
    one.phone.fails = [NotDelivered("status 429", 300.0)]
    await one.receive("hello")
    (row,) = waiting(one.store)
    assert (row.due - row.first_due).total_seconds() >= 299


async def test_it_is_known_which_platform_does_not_answer(chat: Callable[..., Chat]) -> None:
    one = chat()
    one.phone.fails = [NotDelivered("status 503")]
    await one.receive("hello")
    assert one.messenger.delivery.parts == {"sms": "does not take messages"}
    await one.retry()
    assert one.messenger.delivery.parts == {"sms": "ok"}


async def test_what_can_never_arrive_is_given_up(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive(kind="begin")
    one.phone.fails = [Undeliverable("status 403")]
    await one.receive("hello")
    assert waiting(one.store) == []


async def test_what_waited_arrives_after_a_restart(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive(kind="begin")
    one.phone.fails = [NotDelivered("ServerDisconnectedError")]
    await one.receive("hello")
    second = chat()
    await second.retry()
    assert len(second.phone.got) == 2 and second.phone.got[-1][0] == PHONE


async def test_what_was_sealed_with_another_secret_is_given_up(chat: Callable[..., Chat], store: Store) -> None:
    one = chat()
    store.outgoing.put("x", [Parcel("sms", Seal("the-secret-before").close({"to": PHONE, "text": "Hm.", "buttons": []}))])
    await one.retry()
    assert waiting(store) == [] and one.phone.got == []


async def test_an_answer_is_not_sent_a_day_later(chat: Callable[..., Chat]) -> None:
    one = chat()
    with pytest.raises(Undeliverable):
        body = {"channel": "sms", "conversation": "x", "sealed": Seal(SECRET).close({"to": PHONE}), "late": STALE + 1}
        await one.messenger.delivery.deliver(body)


async def test_what_waits_for_a_channel_that_is_no_longer_set_up_is_gone_after_a_day(
    chat: Callable[..., Chat], store: Store, monkeypatch: pytest.MonkeyPatch, config: Settings
) -> None:
    one = chat()
    one.phone.down = NotDelivered("status 503")
    await one.receive(WORDS, kind="group")
    assert len(waiting(store)) > 0
    with store._writing.begin() as connection:
        connection.execute(schema.outgoing.update().values(first_due=sa.func.datetime("now", "-25 hours")))
    monkeypatch.setattr(server, "the_store", lambda: store)
    forget, is_over = store.outgoing.forget_late, threading.Event()
    monkeypatch.setattr(store.outgoing, "forget_late", lambda moment: (forget(moment), is_over.set()))
    forgetting = asyncio.ensure_future(server.Server(config)._forget_expired())
    await asyncio.to_thread(is_over.wait, 10)
    forgetting.cancel()
    assert waiting(store) == []


# Without the store


class _Gone:
    """A database that does not answer."""

    dialect = None

    def begin(self) -> Any:
        raise OperationalError("INSERT", {}, Exception("gone"))

    connect = begin

    def dispose(self) -> None:
        pass


def lose(store: Store) -> None:
    store.close()
    for each in (store, store.outgoing):
        # Not an engine: whatever is asked of it fails, as with a database that is gone.
        each._writing = each._reading = _Gone()  # type: ignore[assignment, attr-defined]


async def test_a_crisis_is_answered_without_store_and_engine(chat: Callable[..., Chat], store: Store) -> None:
    one = chat(Engine(fails=RuntimeError("down")))
    lose(store)
    said = await one.receive(PLAN)
    assert is_said(said, "utter_crisis_imminent") and "Call 911" in said
    assert said.index("automated program") < said.index("Call 911"), "who is not known is told what this is"
    assert "automated program" not in await one.receive(PLAN)


async def test_a_number_still_chooses_when_the_store_goes_down(chat: Callable[..., Chat], store: Store) -> None:
    one = chat()
    await one.receive("I want to kill myself")
    lose(store)
    said = await one.receive("1")
    assert said.index("Emergency services") < said.index("988"), "1 is the yes to the question about a plan"


async def test_a_crisis_answer_is_sent_when_the_store_goes_down_right_after_it_was_put(
    chat: Callable[..., Chat], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = chat()
    await one.receive(kind="begin")
    gone = OperationalError("UPDATE", {}, Exception("gone"))
    monkeypatch.setattr(store.outgoing, "take", lambda *_: (_ for _ in ()).throw(gone))
    assert await one.receive("hello") == "", "it waits in the outbox"
    assert is_said(await one.receive(PLAN), "utter_crisis_imminent")


async def test_a_store_that_hangs_leaves_threads_to_screen_with(
    chat: Callable[..., Chat], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, goes_on = chat(), threading.Event()
    await one.receive(kind="begin")
    monkeypatch.setattr(store.outgoing, "take", lambda *_: goes_on.wait(30) and None)
    workers = [asyncio.ensure_future(one.messenger.delivery.worker().run()) for _ in range(40)]
    try:
        await asyncio.sleep(0)
        inbound = Inbound(PHONE, PHONE, "MM1", "text", "I have been sitting here for a while. " * 8 + PLAN)
        await asyncio.wait_for(one.messenger.receive(one.phone, inbound), 12)
    finally:
        goes_on.set()
        for worker in workers:
            worker.cancel()


async def test_without_the_store_a_platform_that_fails_is_tried_again(chat: Callable[..., Chat], store: Store) -> None:
    one = chat()
    await one.receive(kind="begin")
    lose(store)
    one.phone.fails = [NotDelivered("status 503", 0.01)]
    assert "911" in await one.receive(PLAN)


# Numbers


async def test_a_number_is_the_choice_that_stood_there_also_among_the_standing_ways(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(draft("utter_lost_interest")))
    said = await one.receive("music is nothing")
    number = next(line.partition(" ")[0] for line in said.split("\n") if line.endswith(" Talk to a person"))
    await one.receive(f"number {number}")
    assert one.engine.heard[-1][0] == "/want_human"


async def test_a_number_stays_its_lists_when_an_answer_without_a_list_comes_after_it(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(draft("utter_lost_interest")))
    await one.receive("music is nothing")
    await one.receive(kind="attachment")
    await one.receive("2")
    assert one.engine.heard[-1][0] == "/ask_why_exercise"


async def test_how_a_number_is_chosen_is_said_beside_the_first_list_only(chat: Callable[..., Chat]) -> None:
    hint = responses().variations("utter_channel_pick")[0].text
    one = chat()
    assert hint in await one.receive("I feel nothing")
    assert hint not in await one.receive("what is anhedonia?")


async def test_where_carriers_ask_for_it_the_opening_names_stop_and_help(chat: Callable[..., Chat]) -> None:
    assert "STOP to get no more, HELP for help" in await chat().receive("hi")


async def test_a_number_is_the_last_lists_and_survives_a_restart(chat: Callable[..., Chat]) -> None:
    await chat(Engine(draft("utter_lost_interest"))).receive("music is nothing")
    second = chat()
    await second.receive("the second")
    assert second.engine.heard[-1][0] == "/ask_why_exercise"


# The rate


async def test_who_writes_too_fast_is_told_so_once_and_danger_is_answered_each_time(chat: Callable[..., Chat]) -> None:
    one = chat(limit_burst=2, limit_session_messages=2)
    await one.receive("hello")
    await one.receive("hello")
    said = await one.receive("hello")
    assert is_said(said, "utter_channel_too_fast") and "988" in said
    assert await one.receive("hello") == ""
    for _ in range(2):
        said = await one.receive(PLAN)
        assert said.index("Emergency services") < said.index("988")
    assert len(one.engine.heard) == 2


async def test_neither_pictures_nor_a_keyword_are_a_way_past_the_rate(chat: Callable[..., Chat]) -> None:
    one = chat(limit_burst=2, limit_session_messages=2)
    said = [await one.receive(kind=kind) for kind in ("attachment", "help", "attachment", "attachment", "help", "help")]
    assert [bool(each) for each in said] == [True, True, True, False, False, False]


async def test_a_message_that_is_too_long_is_screened_whole(chat: Callable[..., Chat]) -> None:
    said = await chat().receive("la " * 700 + PLAN)
    assert is_said(said, "utter_channel_too_long")
    last = said[said.rindex("too long" if "too long" in said else "longer than") :]
    assert last.index("Emergency services") < last.index("988")


# What is no text


async def test_what_is_no_text_gets_a_kind_answer_and_the_crisis_services(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive(kind="begin")
    first, second = await one.receive(kind="attachment"), await one.receive(kind="attachment")
    for said in (first, second):
        assert is_said(said, "utter_channel_not_text") and "988" in said
    assert first.split("\n")[0] != second.split("\n")[0], "not twice in the same words"
    assert one.engine.heard == []


async def test_words_beside_a_picture_are_read_and_it_is_said_that_the_picture_was_not(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(draft("utter_feel_nothing")))
    await one.receive(kind="begin")
    said = await one.receive("everything is flat", kind="attachment")
    assert is_said(said, "utter_channel_only_words")
    assert one.engine.heard[-1][0] == "everything is flat"
    assert is_said(await one.receive(PLAN, kind="attachment"), "utter_crisis_imminent")


async def test_danger_in_an_edited_message_is_shown_at_its_level_and_remembered(chat: Callable[..., Chat], store: Store) -> None:
    one = chat()
    await one.receive("hello")
    said = await one.receive(PLAN, kind="edited")
    assert is_said(said, "utter_channel_edited") and said.index("Emergency services") < said.index("988")
    conversation = store.conversation(one.conversation)
    assert conversation and conversation.risk["stage"] != "none"


async def test_a_group_is_declined_once_a_day_and_nothing_is_recorded_but_danger_is_answered(
    chat: Callable[..., Chat], store: Store
) -> None:
    one = chat()
    said = await one.receive("hello all", kind="group")
    assert is_said(said, "utter_channel_group") and "988" in said
    assert await one.receive("hello?", kind="group") == ""
    assert "988" in await one.receive(PLAN, kind="group")
    assert store.conversation(one.conversation) is None and one.engine.heard == []


async def test_nobody_makes_the_bot_fill_a_group(chat: Callable[..., Chat]) -> None:
    one = chat(limit_burst=2, limit_session_messages=2)
    said = [await one.receive(PLAN, kind="group") for _ in range(5)]
    assert [bool(each) for each in said] == [True, True, False, False, False]


# STOP, START, HELP


async def test_after_stop_nothing_is_written_until_start_but_to_danger(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive("hello")
    said = await one.receive(kind="stop")
    assert is_said(said, "utter_channel_stopped") and "988" in said
    assert await one.receive("hello?") == ""
    assert await chat().receive("hello?", id="SM90") == "", "nor after a restart"
    assert is_said(await one.receive(PLAN), "utter_crisis_imminent")
    assert is_said(await one.receive(kind="start"), "utter_channel_started")
    assert await one.receive("hello again") != ""


@pytest.mark.parametrize("answer", ["1", "I can't call", "the first"])
async def test_after_stop_an_answer_to_what_was_asked_in_danger_is_answered_too(chat: Callable[..., Chat], answer: str) -> None:
    one = chat()
    await one.receive(PLAN)
    await one.receive(kind="stop")
    assert is_said(await one.receive(answer), "utter_cannot_call")
    assert await one.receive("what is anhedonia?") == ""


async def test_what_waited_when_someone_wrote_stop_is_not_sent(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive("hello")
    one.phone.fails = [NotDelivered("status 503")]
    await one.receive("hello")
    await one.receive(kind="stop", is_confirmed=True)
    assert waiting(one.store) == []


async def test_stop_outlives_the_deletion_of_the_chat(chat: Callable[..., Chat]) -> None:
    one = chat(Engine(draft("utter_deleted")))
    await one.receive(kind="stop")
    one.store.delete(one.conversation)
    assert await one.receive("hello") == ""


async def test_where_the_carrier_has_confirmed_a_stop_it_is_not_confirmed_again(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive("hello")
    assert await one.receive(kind="stop", is_confirmed=True) == ""


async def test_help_says_what_this_is_how_to_stop_and_where_help_is(chat: Callable[..., Chat]) -> None:
    said = await chat().receive(kind="help")
    assert "STOP" in said and "program" in said and "988" in said


async def test_start_from_someone_who_never_stopped_begins_the_chat(chat: Callable[..., Chat]) -> None:
    assert "automated program" in await chat().receive(kind="start")


async def test_start_in_a_chat_is_a_word_like_others(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive("hello")
    await one.receive("Start", kind="start")
    assert one.engine.heard[-1][0] == "Start"


# Deleting


async def test_who_deletes_the_chat_reads_what_is_gone_and_what_is_left_and_begins_anew(chat: Callable[..., Chat], store: Store) -> None:
    one = chat()
    await one.receive(WORDS)
    one.engine.answer = [draft("utter_deleted")]
    said = await one.receive("delete my chat")
    assert is_said(said, "utter_channel_deleted") and "browser" not in said
    assert store.conversation(one.conversation) is None
    with store._reading.connect() as connection:
        for table in schema.OF_A_CONVERSATION:
            assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() == 0, table.name
    one.engine.answer = []
    assert "automated program" in await one.receive("hello")


async def test_a_button_of_a_deleted_chat_says_so_and_shows_the_services(chat: Callable[..., Chat]) -> None:
    one = chat()
    await one.receive("hello")
    said = await one.receive(kind="choice", choice="not-one-of-this-chat")
    assert is_said(said, "utter_channel_old_choice") and "988" in said


# The reminder


async def with_exercise(one: Chat) -> None:
    await one.receive(kind="begin")
    one.engine.answer = [draft("utter_exercise_tea")]
    await one.receive("let's do it")
    state = {"slots": {"exercise": {"activity": "tea", "is_shown": True, "done": ["tea"]}}, "active_loop": "exercise_form"}
    one.store.add_events(one.conversation, [], state)


async def test_when_the_time_is_up_a_message_asks_what_was_noticed(chat: Callable[..., Chat]) -> None:
    one = chat(exercise_seconds=300)
    await with_exercise(one)
    (reminder,) = waiting(one.store)
    assert (reminder.due - reminder.first_due).total_seconds() == 0 and reminder.lane is None
    before = len(one.phone.got)
    await one.retry()
    (said,) = one.phone.texts[before:]
    assert is_said(said, "utter_channel_time_is_up")
    assert "1 I noticed something" in said
    await one.receive("1")
    assert one.engine.heard[-1][0] == "/exercise_felt_something"


async def test_to_who_gave_a_number_before_the_time_is_up_with_the_scale(chat: Callable[..., Chat]) -> None:
    one = chat()
    await with_exercise(one)
    state = {"slots": {"exercise": {"activity": "tea", "is_shown": True, "done": ["tea"], "before": 1}}, "active_loop": "exercise_form"}
    one.store.add_events(one.conversation, [], state)
    await one.retry()
    assert "from 0 to 4?" in one.phone.texts[-1] and "0 / 1 / 2 / 3 / 4" in one.phone.texts[-1]
    await one.receive("3")
    assert one.engine.heard[-1][0] == '/rate_noticing{"noticing": "after 3"}'


async def test_who_left_the_exercise_is_not_asked_when_the_time_is_up(chat: Callable[..., Chat]) -> None:
    one = chat()
    await with_exercise(one)
    slots = {"exercise": {"activity": "tea", "is_shown": True, "done": ["tea"]}, "paused": "exercise_form"}
    one.store.add_events(one.conversation, [], {"slots": slots, "active_loop": None})
    before = len(one.phone.got)
    await one.retry()
    assert len(one.phone.got) == before


async def test_the_reminder_is_due_after_the_exercises_time_and_holds_up_nothing(chat: Callable[..., Chat]) -> None:
    one = chat(exercise_seconds=300)
    await with_exercise(one)
    one.engine.answer = [Draft("Anhedonia is a word for it.")]
    assert "Anhedonia" in await one.receive("what is this called?")
    assert not await one.messenger.delivery.worker().step(), "it is not due yet"


async def test_a_second_exercise_has_one_reminder_at_its_own_end(chat: Callable[..., Chat]) -> None:
    one = chat(exercise_seconds=300)
    await with_exercise(one)
    await with_exercise(one)
    assert len(waiting(one.store)) == 1


async def test_the_reminder_survives_a_restart(chat: Callable[..., Chat]) -> None:
    await with_exercise(chat())
    second = chat()
    await second.retry()
    assert is_said(second.phone.texts[-1], "utter_channel_time_is_up")


async def test_a_reminder_that_is_an_hour_late_does_not_come_any_more(chat: Callable[..., Chat], store: Store) -> None:
    one = chat()
    await with_exercise(one)
    with store._writing.begin() as connection:
        connection.execute(schema.outgoing.update().values(first_due=sa.func.datetime("now", "-61 minutes")))
    before = len(one.phone.got)
    await one.retry()
    assert len(one.phone.got) == before and waiting(store) == []


async def test_no_reminder_comes_when_the_exercise_is_over_or_risk_is_open_or_the_chat_is_gone(chat: Callable[..., Chat]) -> None:
    one = chat()
    await with_exercise(one)
    one.store.add_events(one.conversation, [], {"slots": {}, "active_loop": None})
    before = len(one.phone.got)
    await one.retry()
    assert len(one.phone.got) == before
    await with_exercise(one)
    one.engine.answer = []
    await one.receive("I want to kill myself")
    before = len(one.phone.got)
    await one.retry()
    assert len(one.phone.got) == before
    one.store.delete(one.conversation)
    assert waiting(one.store) == []
