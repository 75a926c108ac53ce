"""What is left of a conversation once its hand-off was redeemed: the chat, without the lines that were sent.

The shapes are those in which the lines are kept: the hand-off's slot, the engine's events, and receipts as the visitor saw them.
"""

from __future__ import annotations

from typing import Any, Optional, Sequence

import sqlalchemy as sa

from thaw.store import schema
from thaw.store.database import Json
from thaw.store.marks import marked_anew

SLOT = "handoff"
TIMES = "emptied"
"""In the state: how often. A turn that runs meanwhile has read the lines before and writes after; by this it is known."""
LEFT_OUT = "…"
"""Stands in an old receipt where a line's words were."""


def times_emptied(state: Optional[Json]) -> int:
    """How often a conversation was emptied, as its state says."""
    return int((state or {}).get(TIMES, 0))


def emptied_turn(events: Sequence[Json], state: Json, times: int) -> tuple[list[Json], Json]:
    """What a turn that began before the conversation was emptied may still write: its events and its state, without the lines."""
    return [_event(each) for each in events], marked_anew({**_state(state), TIMES: times})


def emptied_messages(messages: Sequence[Json]) -> list[Json]:
    """Messages as the visitor saw them, without the lines."""
    return [_message(each) for each in messages]


def empty(connection: Any, conversation_id: str) -> None:
    """Within the caller's transaction, which holds the conversation: take the lines out of all that keeps them."""
    conversation = schema.conversation.c
    found = connection.execute(sa.select(conversation.state).where(conversation.id == conversation_id)).first()
    before = (found.state if found else None) or {}
    state = marked_anew({**_state(before), TIMES: times_emptied(before) + 1})
    connection.execute(schema.conversation.update().where(conversation.id == conversation_id).values(state=state))
    for table, column, mark, emptied in (
        (schema.event, schema.event.c.body, SLOT, _event),
        (schema.message, schema.message.c.body, "receipt", _message),
        (schema.answer, schema.answer.c.messages, "receipt", emptied_messages),
    ):
        keys = list(table.primary_key.columns)
        some = sa.and_(table.c.conversation_id == conversation_id, sa.cast(column, sa.Text).contains(mark))
        for row in connection.execute(sa.select(*keys, column.label("kept")).where(some)).all():
            changed = emptied(row.kept)
            if changed != row.kept:
                connection.execute(table.update().where(*[key == row[at] for at, key in enumerate(keys)]).values({column: changed}))


def _state(state: Json) -> Json:
    slots = state.get("slots") or {}
    return {**state, "slots": {**slots, SLOT: _slot(slots[SLOT])}} if slots.get(SLOT) else state


def _slot(kept: Json) -> Json:
    """The hand-off's state without words. The receipt's number stays: an old consent button must not fit a new receipt."""
    return {**kept, "answers": {}, "heard": {}, "last": None}


def _event(body: Json) -> Json:
    if body.get("event") == "slot" and body.get("name") == SLOT and body.get("value"):
        return {**body, "value": _slot(body["value"])}
    metadata = body.get("metadata") or {}
    said = metadata.get("metadata") or {}
    if body.get("event") == "bot" and (said.get("handoff") or {}).get("summary"):
        return {**body, "metadata": {**metadata, "metadata": {**said, "handoff": _message(said["handoff"])}}}
    return body


def _message(body: Json) -> Json:
    if not body.get("summary"):
        return body
    return {**body, "summary": [{**line, "value": LEFT_OUT} for line in body["summary"]]}
