"""Hand-offs and the outbox in the database: once, in time, withdrawable, and nothing lost in a crash."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from thaw.store import WITHDRAWAL, Answer, Store, now, open_store, schema
from thaw.store.emptied import times_emptied

WORDS = "two years maybe, since the job"
PAYLOAD = {"summary": [{"field": "since", "value": WORDS}]}
HOUR = dt.timedelta(hours=1)
ROOT = Path(__file__).resolve().parents[2]


def consent(store: Store, name: str = "link-1", conversation: str = "anna", lasts: dt.timedelta = HOUR) -> None:
    store.hand_offs.record(name, conversation, PAYLOAD, "v1", now() + lasts)


def begin(store: Store, *names: str) -> None:
    for name in names:
        store.start(name, "site", None, None)


def everything(store: Store) -> str:
    """All that is in the database, as text."""
    with store._reading.connect() as connection:
        return str([connection.execute(sa.select(table)).all() for table in schema.metadata.sorted_tables])


def drain(store: Store) -> list[dict[str, Any]]:
    found = []
    while entry := store.outbox.take():
        found.append(entry.body)
        store.outbox.done(entry.number)
    return found


def test_a_hand_off_is_redeemed_once_and_its_words_are_gone_then(store: Store) -> None:
    begin(store, "anna")
    consent(store)
    assert WORDS in everything(store)
    assert store.hand_offs.redeem("link-1") == PAYLOAD
    assert store.hand_offs.redeem("link-1") is None
    assert WORDS not in everything(store) and "link-1" in everything(store)


def test_of_two_redeemers_at_once_one_gets_it(store: Store) -> None:
    begin(store, "anna")
    for number in range(20):
        consent(store, f"link-{number}")
        with ThreadPoolExecutor(4) as pool:
            got = list(pool.map(store.hand_offs.redeem, [f"link-{number}"] * 4))
        assert sum(each is not None for each in got) == 1


def test_what_nobody_redeemed_in_time_is_gone_with_its_words(store: Store) -> None:
    begin(store, "anna", "ben")
    consent(store, "late", "anna", lasts=dt.timedelta(seconds=-1))
    consent(store, "fresh", "ben")
    assert store.hand_offs.redeem("late") is None
    assert store.hand_offs.forget_expired() == 1
    assert "late" not in everything(store) and store.hand_offs.redeem("fresh")


def test_what_was_redeemed_does_not_expire_it_can_still_be_withdrawn(store: Store) -> None:
    begin(store, "anna")
    consent(store)
    store.hand_offs.redeem("link-1")
    with store._writing.begin() as connection:
        connection.execute(schema.handoff.update().values(expires=now() - HOUR))
    assert store.hand_offs.forget_expired() == 0
    store.hand_offs.withdraw("anna")
    assert [body["id"] for body in drain(store)] == ["link-1"]


def test_deleting_before_it_is_redeemed_leaves_nothing(store: Store) -> None:
    begin(store, "anna")
    consent(store)
    store.delete("anna")
    assert store.hand_offs.redeem("link-1") is None
    assert "link-1" not in everything(store) and store.outbox.waiting() == 0


def test_deleting_after_it_was_redeemed_leaves_the_id_and_the_consent_until_the_notice_is_delivered(store: Store) -> None:
    begin(store, "anna")
    consent(store)
    store.hand_offs.redeem("link-1")
    store.delete("anna")
    left = everything(store)
    assert "link-1" in left and "v1" in left and WORDS not in left and "anna" not in left
    (notice,) = drain(store)
    assert notice["id"] == "link-1" and notice["consent"]["version"] == "v1" and notice["consent"]["at"]
    assert "link-1" not in everything(store)


def counted(store: Store) -> dict[str, int]:
    return {name: count for _, name, count in store.counters()}


def test_a_redeemer_who_lost_the_answer_gets_it_again_with_the_same_key_and_nobody_else_does(store: Store) -> None:
    begin(store, "anna")
    consent(store)
    assert store.hand_offs.redeem("link-1", "a-key") == PAYLOAD
    assert store.hand_offs.redeem("link-1", "a-key") == PAYLOAD
    assert store.hand_offs.redeem("link-1", "another-key") is None
    assert store.hand_offs.redeem("link-1") is None
    assert "a-key" not in everything(store), "only its hash is kept"
    assert counted(store)["handoff_redeemed"] == 1


def test_what_was_redeemed_with_a_key_is_gone_after_some_minutes(store: Store) -> None:
    begin(store, "anna")
    consent(store)
    assert store.hand_offs.redeem("link-1", "a-key")
    with store._writing.begin() as connection:
        connection.execute(schema.redemption.update().values(until=now()))
    assert store.hand_offs.redeem("link-1", "a-key") is None
    store.hand_offs.forget_expired()
    assert WORDS not in everything(store) and "link-1" in everything(store)


@pytest.mark.parametrize("leave", ["withdraw", "delete"])
def test_what_is_withdrawn_meanwhile_is_not_given_again(store: Store, leave: str) -> None:
    begin(store, "anna")
    consent(store)
    assert store.hand_offs.redeem("link-1", "a-key")
    (store.hand_offs.withdraw if leave == "withdraw" else store.delete)("anna")
    assert store.hand_offs.redeem("link-1", "a-key") is None
    assert WORDS not in everything(store) and len(drain(store)) == 1


def test_of_two_processes_that_redeem_at_once_one_gets_it(store: Store, url: str) -> None:
    begin(store, "anna")
    script = (
        "import sys; from thaw.store import open_store; store = open_store(sys.argv[1]); print('ready', flush=True); sys.stdin.readline();"
        "print(sum(store.hand_offs.redeem(f'link-{n}') is not None for n in range(20)))"
    )
    command = [sys.executable, "-c", script, url]
    others = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)]
    for other in others:
        assert other.stdout and other.stdout.readline() == "ready\n"
    for number in range(20):
        begin(store, f"visitor-{number}")
        consent(store, f"link-{number}", f"visitor-{number}")
    got = [int(other.communicate("go\n", timeout=60)[0]) for other in [*others]]
    assert sum(got) == 20


@pytest.mark.parametrize("leave", ["delete", "purge"])
def test_a_consent_while_the_conversation_is_being_deleted_leaves_nothing(store: Store, leave: str) -> None:
    """The deletion begins at the moment at which the consent has seen that the conversation is there."""
    begin(store, "anna")
    deletion = threading.Thread(target=lambda: store.delete("anna") if leave == "delete" else store.purge(now() + HOUR))

    def seen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT conversation") and threading.current_thread() is threading.main_thread() and not deletion.ident:
            deletion.start()
            deletion.join(0.5)  # it has to wait for the consent, or is through

    sa.event.listen(store._writing, "after_cursor_execute", seen)
    try:
        consent(store)
    finally:
        sa.event.remove(store._writing, "after_cursor_execute", seen)
    deletion.join()
    assert store.hand_offs.redeem("link-1") is None
    assert WORDS not in everything(store)


def test_a_locked_database_loses_no_consent_no_redemption_and_no_withdrawal(tmp_path: Path) -> None:
    """Each fails while another process holds the database, changes nothing, and goes through afterwards."""
    url = f"sqlite:///{tmp_path}/thaw.db"
    store = open_store(url)
    begin(store, "anna")
    other = sa.create_engine(url).connect()
    impatient = Store(url)
    sa.event.listen(impatient._writing, "checkout", lambda connection, *_: connection.execute("PRAGMA busy_timeout=10"))
    for step in (
        lambda: impatient.hand_offs.record("link-1", "anna", PAYLOAD, "v1", now() + HOUR),
        lambda: impatient.hand_offs.redeem("link-1", "a-key"),
        lambda: impatient.hand_offs.withdraw("anna"),
    ):
        other.exec_driver_sql("BEGIN IMMEDIATE")
        before = everything(store)
        with pytest.raises(sa.exc.OperationalError) as failed:
            step()
        assert WORDS not in str(failed.value)
        assert everything(store) == before
        other.exec_driver_sql("ROLLBACK")
        assert step()
    assert [body["id"] for body in drain(store)] == ["link-1"]
    store.close()


def test_what_is_redeemed_leaves_the_receipts_and_the_engines_memory_too(store: Store) -> None:
    """The chat stays as the visitor sees it, without the lines that were sent."""
    begin(store, "anna", "ben")
    kept = {"answers": {"since": WORDS}, "heard": {"signs": WORDS}, "refused": ["cost"], "skipped": [], "last": "since", "receipt": 3}
    content = {"stage": "receipt", "number": 3, "summary": [{"field": "since", "label": "Since when", "value": WORDS}]}
    events = [
        {"event": "user", "text": "hello"},
        {"event": "slot", "name": "handoff", "value": kept},
        {"event": "bot", "text": "This is all", "metadata": {"metadata": {"response": "utter_hand_off_receipt", "handoff": content}}},
    ]
    shown = {"kind": "handoff", "stage": "receipt", "text": "This is all", "summary": [{**content["summary"][0], "remove": "x"}]}
    for name in ("anna", "ben"):
        store.add_events(name, events, {"slots": {"handoff": kept, "country": "US"}, "active_loop": None})
        store.claim(name, "turn-1")
        store.say(name, Answer([shown], {}, client_id="turn-1"))
    consent(store)
    assert store.hand_offs.redeem("link-1") == PAYLOAD
    assert store.conversation("anna").state["slots"]["country"] == "US"
    slot = store.conversation("anna").state["slots"]["handoff"]
    assert not slot["answers"] and not slot["heard"] and slot["refused"] == ["cost"] and slot["receipt"] == 3
    assert WORDS not in str([store.conversation("anna"), store.recent_events("anna", 9), store.history("anna")])
    assert WORDS not in str(store.claim("anna", "turn-1"))
    (message,) = store.history("anna")
    assert message["text"] == "This is all" and message["summary"][0]["label"] == "Since when" and message["summary"][0]["remove"] == "x"
    assert WORDS in str(store.history("ben")) and WORDS in str(store.recent_events("ben", 9)), "another's stays as it is"


@pytest.mark.parametrize("taken_back", [False, True])
def test_a_turn_that_runs_while_it_is_redeemed_does_not_bring_its_words_back(store: Store, taken_back: bool) -> None:
    begin(store, "anna")
    state = {"slots": {"handoff": {"answers": {"since": WORDS}, "heard": {}, "last": None, "receipt": 1}}, "active_loop": "handoff_form"}
    receipt = {"kind": "handoff", "summary": [{"field": "since", "label": "Since when", "value": WORDS}], "text": "This is all."}
    slot = {"event": "slot", "name": "handoff", "value": state["slots"]["handoff"]}
    bot = {"event": "bot", "text": "This is all.", "metadata": {"metadata": {"handoff": receipt}}}
    store.add_events("anna", [slot], state)
    consent(store)
    store.claim("anna", "one")
    before = store.conversation("anna")
    assert before is not None and store.hand_offs.redeem("link-1")
    if taken_back:
        store.hand_offs.withdraw("anna")
    for _ in range(2):  # the engine saves more than once in a turn
        assert store.add_events("anna", [slot, bot], {**before.state, "active_loop": None})
    assert store.say("anna", Answer([receipt], {}, client_id="one", emptied=times_emptied(before.state)))
    assert WORDS not in everything(store)
    after = store.conversation("anna")
    assert after is not None and after.state["active_loop"] is None and after.state["slots"]["handoff"]["receipt"] == 1
    assert store.add_events("anna", [], {**after.state, "slots": {"handoff": {**state["slots"]["handoff"], "answers": {"since": "new"}}}})
    assert store.say("anna", Answer([{**receipt, "text": "A new one"}], {}, emptied=times_emptied(after.state)))
    assert "'new'" in everything(store) and WORDS in everything(store), "what is said after it is kept"


def test_the_receiver_and_the_notice_of_a_withdrawal_name_one_moment_of_the_consent(store: Store) -> None:
    begin(store, "anna")
    at = "2026-11-23T10:00:00.123456+00:00"
    store.hand_offs.record("link-1", "anna", {**PAYLOAD, "consent": {"at": at}}, "v1", now() + HOUR)
    assert store.hand_offs.redeem("link-1") is not None and store.hand_offs.withdraw("anna") == 1
    assert [notice["consent"]["at"] for notice in drain(store)] == [at]


def test_each_step_of_the_way_is_counted_once(store: Store) -> None:
    begin(store, "anna", "ben")
    consent(store, "first")
    consent(store, "second")
    assert not store.hand_offs.record("none", "nobody", PAYLOAD, "v1", now() + HOUR)
    store.hand_offs.redeem("second")
    store.hand_offs.redeem("second")
    store.delete("anna")
    consent(store, "his", "ben")
    store.hand_offs.withdraw("ben")
    assert counted(store) == {"handoff_consented": 3, "handoff_redeemed": 1, "handoff_withdrawn": 2}


def test_which_text_was_agreed_to_can_be_looked_up_by_its_version(store: Store) -> None:
    begin(store, "anna", "ben")
    for name in ("anna", "ben"):
        store.hand_offs.record(f"of-{name}", name, PAYLOAD, "v1", now() + HOUR, "It goes to Harbour Match.")
    store.delete("anna")
    ((version, text, _),) = store.hand_offs.consent_texts()
    assert (version, text) == ("v1", "It goes to Harbour Match.")


def test_a_second_consent_leaves_one_that_was_redeemed_to_be_withdrawn(store: Store) -> None:
    begin(store, "anna")
    consent(store, "first")
    assert store.hand_offs.fetched("anna") == 0
    store.hand_offs.redeem("first")
    consent(store, "second")
    assert store.outbox.waiting() == 0, "nobody took it back"
    assert store.hand_offs.fetched("anna") == 1
    store.hand_offs.redeem("second")
    assert store.hand_offs.withdraw("anna") == 2
    assert {body["id"] for body in drain(store)} == {"first", "second"}


def test_a_second_consent_withdraws_a_first_that_nobody_redeemed(store: Store) -> None:
    begin(store, "anna")
    consent(store, "first")
    consent(store, "second")
    assert store.hand_offs.redeem("first") is None
    assert store.hand_offs.redeem("second") == PAYLOAD


def test_a_consent_that_comes_after_the_deletion_leaves_nothing(store: Store) -> None:
    begin(store, "anna")
    store.delete("anna")
    assert not store.hand_offs.record("link-1", "anna", PAYLOAD, "v1", now() + HOUR)
    assert WORDS not in everything(store) and store.hand_offs.redeem("link-1") is None


def test_withdrawing_reaches_only_the_visitors_own(store: Store) -> None:
    begin(store, "anna", "ben")
    consent(store, "hers", "anna")
    consent(store, "his", "ben")
    assert store.hand_offs.withdraw("anna") == 1
    assert store.hand_offs.redeem("hers") is None and store.hand_offs.redeem("his")


def test_time_passing_withdraws_nothing(store: Store) -> None:
    begin(store, "anna")
    consent(store)
    store.hand_offs.redeem("link-1")
    assert store.purge(now() + HOUR) == 1
    assert store.outbox.waiting() == 0 and "link-1" not in everything(store)


# The outbox


def notices(store: Store, *names: str) -> None:
    for name in names:
        begin(store, name)
        consent(store, f"link-of-{name}", name)
        store.hand_offs.redeem(f"link-of-{name}")
        store.delete(name)


def test_an_entry_belongs_to_whoever_took_it(store: Store) -> None:
    notices(store, "anna")
    entry = store.outbox.take()
    assert entry and (entry.kind, entry.attempts) == (WITHDRAWAL, 1)
    assert store.outbox.take() is None


def test_an_entry_whose_taker_died_is_due_again(store: Store) -> None:
    notices(store, "anna")
    taken = store.outbox.take(lease=dt.timedelta(0))
    again = store.outbox.take()
    assert taken and again and (again.number, again.attempts) == (taken.number, 2)


def test_an_entry_that_was_not_delivered_waits_as_long_as_was_said(store: Store) -> None:
    notices(store, "anna")
    entry = store.outbox.take()
    assert entry
    store.outbox.again(entry.number, wait=600)
    assert store.outbox.take() is None and store.outbox.waiting() == 1
    store.outbox.again(entry.number, wait=0)
    assert store.outbox.take()


def test_what_was_delivered_is_forgotten(store: Store) -> None:
    notices(store, "anna", "ben")
    assert {body["id"] for body in drain(store)} == {"link-of-anna", "link-of-ben"}
    assert store.outbox.waiting() == 0


def test_several_workers_never_hold_the_same_entry(store: Store) -> None:
    notices(store, *(f"visitor-{number}" for number in range(12)))

    def work(_: int) -> list[str]:
        return [entry.body["id"] for _ in range(12) if (entry := store.outbox.take())]

    with ThreadPoolExecutor(4) as pool:
        taken = [each for some in pool.map(work, range(4)) for each in some]
    assert len(taken) == len(set(taken)) == 12
