"""Messages that wait to be written to visitors: leased, in their lane's order, once for what they answer, gone with the conversation."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

from thaw.store import Parcel, Store, now

NONE = dt.timedelta(0)


def bodies(store: Store, *which: str) -> list[str]:
    """What can be taken now, in order, each delivered at once."""
    found = []
    while entry := store.outgoing.take(*which):
        found.append(entry.body["sealed"])
        store.outgoing.done(entry.number)
    return found


def parcel(body: str, lane: str | None = "anna", wait: float = 0.0) -> Parcel:
    return Parcel("sms", body, lane, wait)


def test_messages_of_a_lane_come_in_their_order(store: Store) -> None:
    store.outgoing.put("anna", [parcel("1"), parcel("2")])
    store.outgoing.put("anna", [parcel("3")])
    assert bodies(store) == ["1", "2", "3"]


def test_a_message_waits_for_the_one_before_it_while_that_is_being_sent_or_waits_itself(store: Store) -> None:
    store.outgoing.put("anna", [parcel("1"), parcel("2")])
    store.outgoing.put("bea", [parcel("3", "bea")])
    first = store.outgoing.take()
    assert first and bodies(store) == ["3"]
    store.outgoing.again(first.number, 60)
    assert bodies(store) == []
    store.outgoing.again(first.number, 0)
    assert bodies(store) == ["1", "2"]


def test_a_message_without_a_lane_waits_for_none_and_holds_up_none(store: Store) -> None:
    store.outgoing.put("anna", [parcel("later", None, 60), parcel("1")])
    assert bodies(store) == ["1"]
    assert store.outgoing.waiting() == 1


def test_what_is_due_later_takes_the_place_of_what_was_in_its_conversation_only(store: Store) -> None:
    store.outgoing.put("anna", [parcel("1"), parcel("sooner", None, 60)])
    store.outgoing.put("bea", [parcel("hers", None, 60)])
    store.outgoing.put("anna", [parcel("later", None, 90)])
    assert store.outgoing.waiting() == 3


def test_the_messages_of_one_conversation_can_be_taken_alone(store: Store) -> None:
    store.outgoing.put("anna", [parcel("1")])
    store.outgoing.put("bea", [parcel("2", "bea")])
    assert bodies(store, "bea") == ["2"]


def test_what_its_taker_never_spoke_of_is_due_again(store: Store) -> None:
    store.outgoing.put("anna", [parcel("1")])
    taken = store.outgoing.take(None, NONE)
    again = store.outgoing.take()
    assert taken and again and taken.number == again.number and (taken.attempts, again.attempts) == (1, 2)
    assert store.outgoing.take() is None


def test_several_takers_never_have_the_same_message(store: Store) -> None:
    store.outgoing.put("anna", [parcel(str(number), None) for number in range(20)])
    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(lambda _: store.outgoing.take(), range(20)))
    numbers = [entry.number for entry in taken if entry]
    assert len(set(numbers)) == len(numbers)


def test_what_answers_a_message_is_put_once(store: Store) -> None:
    assert store.outgoing.put("anna", [parcel("1")], "hash")
    assert not store.outgoing.put("anna", [parcel("1")], "hash")
    assert store.outgoing.is_received("hash") and not store.outgoing.is_received("other")
    assert bodies(store) == ["1"]


def test_it_is_forgotten_which_messages_were_answered_long_ago(store: Store) -> None:
    store.outgoing.put("anna", [], "hash")
    store.outgoing.forget_received(now() - dt.timedelta(days=1))
    assert store.outgoing.is_received("hash")
    store.outgoing.forget_received(now())
    assert not store.outgoing.is_received("hash")


def test_the_numbers_of_the_last_list_are_kept_and_go_with_the_conversation(store: Store) -> None:
    store.start("anna", "sms", None, None)
    store.outgoing.put("anna", [], numbers={"1": "a"})
    store.outgoing.put("anna", [parcel("1")], numbers={"1": "b", "remove 1": "c"})
    store.outgoing.put("anna", [])
    assert store.outgoing.numbers("anna") == {"1": "b", "remove 1": "c"}
    store.delete("anna")
    assert store.outgoing.numbers("anna") == {} and store.outgoing.waiting() == 0


def test_who_wants_no_messages_is_kept_until_they_want_them_again(store: Store) -> None:
    assert not store.outgoing.is_quiet("anna")
    store.outgoing.quiet("anna", True)
    store.outgoing.quiet("anna", True)
    store.delete("anna")
    assert store.outgoing.is_quiet("anna")
    store.outgoing.quiet("anna", False)
    assert not store.outgoing.is_quiet("anna")


def test_what_nobody_could_deliver_is_forgotten_whatever_became_of_its_channel(store: Store) -> None:
    store.outgoing.put("anna", [parcel("1"), parcel("in an hour", None, 3600)])
    store.outgoing.forget_late(now() - dt.timedelta(hours=1))
    assert store.outgoing.waiting() == 2
    store.outgoing.forget_late(now())
    assert store.outgoing.waiting() == 1, "what is not due yet is not late"
