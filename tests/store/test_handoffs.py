"""Hand-offs and the outbox in the database: once, in time, withdrawable, and nothing lost in a crash."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa

from thaw.store import WITHDRAWAL, Store, now, schema

WORDS = "two years maybe, since the job"
PAYLOAD = {"summary": [{"field": "since", "value": WORDS}]}
HOUR = dt.timedelta(hours=1)


def consent(store: Store, name: str = "link-1", conversation: str = "anna", lasts: dt.timedelta = HOUR) -> None:
    store.hand_offs.record(name, conversation, PAYLOAD, "v1", now() + lasts)


def begin(store: Store, *names: str) -> None:
    for name in names:
        store.start(name, "site", None, None)


def everything(store: Store) -> str:
    """All that is in the database, as text."""
    with store._engine.connect() as connection:
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
    with store._engine.begin() as connection:
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


def test_a_second_consent_withdraws_the_first(store: Store) -> None:
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
