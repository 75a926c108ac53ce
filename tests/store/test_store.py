"""The one database, as the channel and the engine use it."""

from __future__ import annotations

import datetime as dt
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from thaw.store import Answer, Choice, Parcel, Store, now, open_store, schema

WORDS = "my sister drowned and I felt nothing"


def begin(store: Store, *names: str) -> None:
    for name in names:
        store.start(name, "site", "GB", "/topics/depression/")


def live_through(store: Store, name: str) -> None:
    """A conversation that has left a row in every table."""
    begin(store, name)
    store.claim(name, "turn-1")
    store.hear(name, WORDS, {"stage": "none"})
    store.add_events(name, [{"event": "user", "text": WORDS}], {"slots": {"keep_short": True}})
    store.hand_offs.record(f"link-of-{name}", name, {"summary": WORDS}, "v1", now() + dt.timedelta(hours=1))
    store.hand_offs.redeem(f"link-of-{name}", "a-key")
    store.say(
        name,
        Answer(
            [{"kind": "text", "text": WORDS}], {f"choice-of-{name}": Choice("/deny", "Not now")}, client_id="turn-1", presence={"used": 60}
        ),
    )
    store.outgoing.put(name, [Parcel("sms", "sealed", name)], numbers={"1": f"choice-of-{name}"})


def rows(store: Store, name: str) -> dict[str, int]:
    """How many rows each table has of a conversation: every table that knows conversations, also one added later."""
    found = {}
    with store._reading.connect() as connection:
        for table in schema.metadata.sorted_tables:
            column = table.c.get("conversation_id", table.c.id if table is schema.conversation else None)
            if column is not None:
                found[table.name] = len(connection.execute(sa.select(table).where(column == name)).all())
    return found


# Once-only answers


def test_the_first_to_send_a_turn_runs_it_and_the_second_gets_its_answer(store: Store) -> None:
    begin(store, "anna")
    assert store.claim("anna", "turn-1") == (True, None)
    store.say("anna", Answer([{"kind": "text", "text": "Hello."}], {}, client_id="turn-1"))
    assert store.claim("anna", "turn-1") == (False, [{"kind": "text", "text": "Hello."}])


def test_a_turn_that_is_still_running_is_neither_run_again_nor_answered(store: Store) -> None:
    begin(store, "anna")
    store.claim("anna", "turn-1")
    assert store.claim("anna", "turn-1") == (False, None)


def test_a_turn_whose_process_was_killed_is_run_by_the_next_one_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/thaw.db"
    killed = open_store(url)
    begin(killed, "anna")
    killed.claim("anna", "turn-1")
    killed.close()
    next_one = open_store(url)
    assert next_one.claim("anna", "turn-1") == (True, None)
    assert next_one.claim("anna", "turn-1") == (False, None)
    next_one.close()


def test_the_same_client_id_in_another_conversation_is_another_turn(store: Store) -> None:
    begin(store, "anna", "ben")
    assert store.claim("anna", "1").mine
    assert store.claim("ben", "1").mine
    assert store.claim("anna", "2").mine


def test_a_turn_whose_process_was_killed_may_run_again_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(store, "anna")
    with monkeypatch.context() as earlier:
        earlier.setattr("thaw.store.claims.now", lambda: now() - dt.timedelta(minutes=5))
        store.claim("anna", "turn-1")
    assert store.claim("anna", "turn-1") == (True, None)
    assert store.claim("anna", "turn-1") == (False, None)


def test_of_many_at_once_one_gets_a_turn_and_one_gets_an_abandoned_turn(url: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(store, "anna")
    other = open_store(url)
    with ThreadPoolExecutor(8) as pool:

        def winners(client_id: str) -> int:
            claims = [pool.submit(each.claim, "anna", client_id) for each in (store, other) * 4]
            return sum(claim.result().mine for claim in claims)

        with monkeypatch.context() as earlier:
            earlier.setattr("thaw.store.claims.now", lambda: now() - dt.timedelta(minutes=5))
            for number in range(10):
                store.claim("anna", f"abandoned-{number}")
        for number in range(10):
            assert winners(f"fresh-{number}") == 1
            assert winners(f"abandoned-{number}") == 1
    other.close()


# Deletion and retention


def test_deletion_takes_every_row_of_every_table_and_leaves_the_neighbours(store: Store) -> None:
    live_through(store, "anna")
    live_through(store, "ben")
    before = rows(store, "anna")
    assert all(before.values()), f"live_through must fill every table: {before}"
    store.delete("anna")
    assert not any(rows(store, "anna").values())
    assert rows(store, "ben") == before
    assert store.conversation("anna") is None
    assert store.history("anna") == []


def test_deletion_overwrites_the_words_in_the_database_file(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/thaw.db")
    live_through(store, "anna")
    store.delete("anna")
    store.close()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert WORDS.encode() not in left
    assert b"conversation" in left, "the file that was searched is not the database"


def test_a_deleted_conversation_takes_no_more_words_events_or_answers(store: Store) -> None:
    live_through(store, "anna")
    store.delete("anna")
    assert not store.hear("anna", WORDS, {})
    assert not store.add_events("anna", [{"event": "user"}], {})
    assert not store.say("anna", Answer([{"kind": "text", "text": WORDS}], {"c": Choice("/deny", "No")}, client_id="turn-1"))
    assert not any(rows(store, "anna").values())


def test_a_page_that_goes_on_sending_after_deletion_leaves_nothing_behind(store: Store) -> None:
    live_through(store, "anna")
    store.delete("anna")
    store.claim("anna", "turn-2")
    store.purge(now() + dt.timedelta(days=1))
    assert not any(rows(store, "anna").values())


def test_an_answer_that_is_being_recorded_during_deletion_does_not_survive_it(url: str, store: Store) -> None:
    begin(store, "anna")
    other = open_store(url)
    answered, deletion_is_at_the_end = threading.Event(), threading.Event()

    def hold_the_answer_back(connection: Any) -> None:
        answered.set()
        deletion_is_at_the_end.wait(0.5)  # SQLite lets the deletion begin only afterwards

    def notice(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if statement.startswith("DELETE FROM conversation"):
            deletion_is_at_the_end.set()

    with ThreadPoolExecutor(1) as pool:
        sa.event.listen(store._writing, "commit", hold_the_answer_back)
        sa.event.listen(other._writing, "before_cursor_execute", notice)
        answer = pool.submit(store.say, "anna", Answer([{"kind": "text", "text": WORDS}], {}))
        assert answered.wait(5)
        other.delete("anna")
        answer.result()
    assert not any(rows(other, "anna").values())
    other.close()


def test_deleting_what_is_not_there_is_no_fault(store: Store) -> None:
    store.delete("nobody")


def test_purge_deletes_by_the_last_message_and_says_how_many(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("thaw.store.store.now", lambda: now() - dt.timedelta(days=31))
        for name in ("old", "older", "old but active"):
            live_through(store, name)
    live_through(store, "new")
    store.hear("old but active", "I am back", {})
    assert store.purge(now() - dt.timedelta(days=30)) == 2
    assert [name for name in ("old", "older", "old but active", "new") if store.conversation(name)] == ["old but active", "new"]
    assert not any(rows(store, "old").values())


def test_purge_deletes_more_conversations_than_one_statement_takes(store: Store) -> None:
    begin(store, *(f"conversation-{number}" for number in range(1101)))
    assert store.purge(now() + dt.timedelta(seconds=1)) == 1101
    assert store.purge(now() + dt.timedelta(seconds=1)) == 0


# What a conversation is


def test_a_choice_is_found_in_its_own_conversation_only(store: Store) -> None:
    begin(store, "anna", "ben")
    store.say("anna", Answer([], {"key": Choice("/want_match", "Find a clinician")}))
    assert store.choice("anna", "key") == Choice("/want_match", "Find a clinician")
    assert store.choice("ben", "key") is None
    assert store.choice("anna", "other") is None


def test_a_choice_stays_valid_after_later_turns(store: Store) -> None:
    begin(store, "anna")
    store.say("anna", Answer([], {"first": Choice("/deny", "Not now")}, offered=[{"title": "Not now"}]))
    store.say("anna", Answer([], {"second": Choice("/affirm", "Yes")}, offered=[]))
    assert store.choice("anna", "first") == Choice("/deny", "Not now")


def test_history_shows_both_sides_in_order_with_their_time(store: Store) -> None:
    begin(store, "anna", "ben")
    before = now()
    store.say("anna", Answer([{"kind": "notice", "text": "A program."}, {"kind": "text", "text": "How is it?"}], {}))
    store.hear("anna", "flat ❄", {})
    store.hear("ben", "other", {})
    store.say("anna", Answer([{"kind": "text", "text": "Flat, then."}], {}))
    history = store.history("anna")
    assert [(each["from"], each["text"]) for each in history] == [
        ("bot", "A program."),
        ("bot", "How is it?"),
        ("visitor", "flat ❄"),
        ("bot", "Flat, then."),
    ]
    for each in history:
        at = dt.datetime.fromisoformat(each["at"])
        assert before <= at <= now()


def test_a_conversation_keeps_country_risk_state_and_what_is_on_offer(store: Store) -> None:
    begin(store, "anna")
    store.hear("anna", WORDS, {"stage": "asked"})
    store.add_events("anna", [], {"slots": {"minor": True}, "active_loop": "exercise_form"})
    store.say("anna", Answer([], {}, offered=[{"title": "Not now", "payload": "/deny"}]))
    found = store.conversation("anna")
    assert found is not None
    assert (found.channel, found.country, found.risk) == ("site", "GB", {"stage": "asked"})
    assert found.state == {"slots": {"minor": True}, "active_loop": "exercise_form"}
    assert found.offered == [{"title": "Not now", "payload": "/deny"}]
    assert now() - found.last_seen < dt.timedelta(minutes=1)


def test_saying_something_without_a_risk_state_keeps_the_risk_that_was_there(store: Store) -> None:
    begin(store, "anna")
    store.hear("anna", WORDS, {"stage": "plan"})
    store.say("anna", Answer([{"kind": "text", "text": "Hello."}], {}))
    found = store.conversation("anna")
    assert found is not None and found.risk == {"stage": "plan"}


def test_an_unknown_conversation_is_none(store: Store) -> None:
    assert store.conversation("nobody") is None
    assert store.recent_events("nobody", 10) == []


# Events


def test_recent_events_are_the_last_ones_oldest_first(store: Store) -> None:
    begin(store, "anna", "ben")
    for turn in range(40):
        store.add_events("anna", [{"number": 3 * turn + part} for part in range(3)], {})
        store.add_events("ben", [{"number": -1}], {})
    assert [event["number"] for event in store.recent_events("anna", 10)] == list(range(110, 120))
    assert len(store.recent_events("anna", 1000)) == 120


# Counters


def test_counters_add_up_by_day_and_name_also_from_several_threads(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(store.count, ["crisis_ask"] * 20))
    store.count("conversations", 3)
    assert store.counters() == [(now().date(), "conversations", 3), (now().date(), "crisis_ask", 20)]


# Faults


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.hear("anna", WORDS, {"said": WORDS}),
        lambda store: store.say("anna", Answer([{"kind": "text", "text": WORDS}], {"key": Choice("/deny", WORDS)})),
        lambda store: store.add_events("anna", [{"event": "user", "text": WORDS}], {"slots": {"own": WORDS}}),
    ],
    ids=["hear", "say", "add_events"],
)
@pytest.mark.parametrize("broken", [("conversation",), ("message", "choice", "event")], ids=["first statement", "later statement"])
def test_the_text_of_a_database_error_holds_no_words(store: Store, act: Any, broken: tuple[str, ...]) -> None:
    begin(store, "anna")
    with store._writing.begin() as connection:
        for name in broken:
            connection.execute(sa.text(f"DROP TABLE {name}"))
    with pytest.raises(SQLAlchemyError) as caught:
        act(store)
    said = "".join(traceback.format_exception(caught.type, caught.value, caught.tb))
    assert WORDS not in said


def test_a_turn_that_fails_half_way_leaves_no_half_of_it(store: Store) -> None:
    begin(store, "anna")
    store.say("anna", Answer([], {"key": Choice("/deny", "Not now")}))
    with pytest.raises(SQLAlchemyError):
        store.say("anna", Answer([{"kind": "text", "text": "Half."}], {"key": Choice("/deny", "Not now")}))
    assert store.history("anna") == []


def test_two_stores_on_one_database_see_and_disturb_each_other_as_two_processes_do(url: str, store: Store) -> None:
    other = open_store(url)
    begin(store, "anna")
    with ThreadPoolExecutor(4) as pool:
        recorded = [pool.submit(each.add_events, "anna", [{"number": n}], {}) for n in range(25) for each in (store, other)]
        assert all(each.result() for each in recorded)
    assert len(store.recent_events("anna", 100)) == 50
    other.delete("anna")
    assert store.conversation("anna") is None
    other.close()


def test_opening_a_database_again_keeps_what_is_in_it(url: str, store: Store) -> None:
    live_through(store, "anna")
    store.close()
    again = open_store(url)
    again.ping()
    assert [each["text"] for each in again.history("anna")] == [WORDS, WORDS]
    again.close()
