"""What is put on record of a conversation, within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from typing import Any, Mapping, NamedTuple, Optional, Sequence

import sqlalchemy as sa

from thaw.store import conversations, schema
from thaw.store.conversations import Choice
from thaw.store.database import Json
from thaw.store.emptied import emptied_messages, emptied_turn, times_emptied
from thaw.store.marks import mark_of, marked_anew

# Built once: building a statement, and finding again what it was compiled to, costs as much as running it.
_OF, _KEY = sa.bindparam("of"), sa.bindparam("key")
_IS_IT = schema.conversation.c.id == _OF
HELD = sa.select(schema.conversation.c.id, schema.conversation.c.risk, schema.conversation.c.state).where(_IS_IT).with_for_update()
"""Holds a conversation until the transaction ends."""
CHANGE = schema.conversation.update().where(_IS_IT)
_ANSWER = schema.answer.update().where(schema.answer.c.conversation_id == _OF, schema.answer.c.client_id == _KEY)
_PRESENCE = schema.presence.update().where(schema.presence.c.conversation_id == _OF)
_FIRST_PRESENCE = schema.presence.insert()
_MESSAGE, _EVENT, _CHOICE = schema.message.insert(), schema.event.insert(), schema.choice.insert()


class Unwritten(NamedTuple):
    """New events of the engine, its state after them, and the mark of the state that they follow."""

    events: Sequence[Json]
    state: Json
    after: Optional[str] = None


class Answer(NamedTuple):
    """What is recorded with an answer.

    `messages` of the bot, and the `choices` behind their keys; what is now `offered` (None: as before); the once-only answer to
    `client_id`; the `risk` after it, if the one on record is still the `known_risk` (None: whatever it is); the visitor's `presence`; how
    often the conversation was `emptied` when the turn read it; what the visitor `told`, if it is not on record; what the engine left
    `unwritten`.
    """

    messages: Sequence[Json]
    choices: Mapping[str, Choice] = {}
    offered: Optional[Sequence[Json]] = None
    client_id: Optional[str] = None
    risk: Optional[Json] = None
    known_risk: Optional[Json] = None
    presence: Optional[Json] = None
    emptied: int = 0
    told: Optional[str] = None
    unwritten: Optional[Unwritten] = None


def write_answer(connection: Any, conversation_id: str, answer: Answer, moment: dt.datetime) -> bool:
    """Record an answer.

    If its `known_risk` is not the risk on record, a later message was answered meanwhile: risk and offer stay that message's.
    If the conversation was emptied more often than the answer knows, a hand-off was redeemed meanwhile: receipts are kept without its
    words. False, and nothing is recorded: the conversation is gone.
    """
    row = connection.execute(HELD, {"of": conversation_id}).first()
    if row is None:
        return False
    messages = answer.messages if times_emptied(row.state) == answer.emptied else emptied_messages(answer.messages)
    values: Json = {"last_seen": moment}
    if answer.known_risk is None or answer.known_risk == (row.risk or {}):
        values.update({} if answer.offered is None else {"offered": list(answer.offered)})
        values.update({} if answer.risk is None else {"risk": answer.risk})
    if answer.unwritten:
        values.update(write_events(connection, conversation_id, row.state, answer.unwritten))
    connection.execute(CHANGE, {"of": conversation_id, **values})
    write_presence(connection, conversation_id, answer.presence)
    before = told(connection, conversation_id, answer.told, answer.client_id)
    write_messages(connection, conversation_id, moment, [*before, *(said(each) for each in messages)], answer.choices)
    if answer.client_id is not None:
        connection.execute(_ANSWER, {"of": conversation_id, "key": answer.client_id, "messages": list(messages)})
    return True


def write_messages(
    connection: Any, conversation_id: str, moment: dt.datetime, messages: Sequence[Json], choices: Mapping[str, Choice]
) -> None:
    """Record messages, and what stands behind their choices."""
    if messages:
        connection.execute(_MESSAGE, [{"conversation_id": conversation_id, "at": moment, "body": body} for body in messages])
    if choices:
        behind = [{"id": key, "payload": choice.payload, "label": choice.label} for key, choice in choices.items()]
        connection.execute(_CHOICE, [{"conversation_id": conversation_id, **each} for each in behind])


def write_presence(connection: Any, conversation_id: str, presence: Optional[Json]) -> None:
    """Keep the visitor's times, if there are any."""
    if presence is None:
        return
    if connection.execute(_PRESENCE, {"of": conversation_id, "body": presence}).rowcount == 0:
        connection.execute(_FIRST_PRESENCE, {"conversation_id": conversation_id, "body": presence})


def write_events(connection: Any, conversation_id: str, standing: Optional[Json], unwritten: Unwritten) -> Json:
    """Add events to a conversation that is held, whose state is `standing`; returns what changes of it.

    Where a hand-off was redeemed since the turn read the state, its words are left out.
    """
    events, state, after = unwritten
    if mark_of(state) is None or mark_of(standing) != after:
        # Someone else wrote meanwhile: what the writer holds is not all that is here.
        state = marked_anew(state)
    if times_emptied(standing) != times_emptied(state):
        events, state = emptied_turn(events, state, times_emptied(standing))
    if events:
        connection.execute(_EVENT, [{"conversation_id": conversation_id, "body": body} for body in events])
    return {"state": state}


def said(message: Json) -> Json:
    """A message of the bot, as it is recorded."""
    return {"from": "bot", **message}


def told(connection: Any, conversation_id: str, text: Optional[str], client_id: Optional[str]) -> list[Json]:
    """The visitor's message as it is recorded, if there is one and it is not on record: a turn may have broken off, and run again."""
    if text is None or (client_id is not None and conversations.heard(connection, conversation_id, client_id) is not None):
        return []
    return [{"from": "visitor", "kind": "text", "text": text, **({} if client_id is None else {"id": client_id})}]
