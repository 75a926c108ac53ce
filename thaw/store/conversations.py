"""What is read of a conversation, each within the caller's transaction."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple, Optional

import sqlalchemy as sa

from thaw.store import schema
from thaw.store.database import Json, utc
from thaw.store.marks import MARK

LATELY = 50
"""Messages among which one that is recorded already is looked for."""


# Built once: building a statement, and finding again what it was compiled to, costs as much as running it.
_OF, _MOST, _KEY = sa.bindparam("of"), sa.bindparam("most"), sa.bindparam("key")
_IS_IT = schema.conversation.c.id == _OF
_CONVERSATION = (
    sa.select(
        schema.conversation.c.id,
        schema.conversation.c.channel,
        schema.conversation.c.country,
        schema.conversation.c.last_seen,
        schema.conversation.c.state,
        schema.conversation.c.risk,
        schema.conversation.c.offered,
        schema.presence.c.body.label("presence"),
    )
    .select_from(schema.conversation.outerjoin(schema.presence, schema.presence.c.conversation_id == schema.conversation.c.id))
    .where(_IS_IT)
)
# Held: the conversation is not deleted before the transaction ends.
_HELD = _CONVERSATION.with_for_update(of=schema.conversation)
# Looked for by the database: fifty messages need not be read for an id that none of them has.
_LATE = (
    sa.select(schema.message.c.body).where(schema.message.c.conversation_id == _OF).order_by(schema.message.c.number.desc()).limit(LATELY)
).subquery()
_HEARD = sa.select(_LATE.c.body).where(_LATE.c.body["id"].as_string() == _KEY)
_LATE_EVENTS = (
    sa.select(schema.event.c.body).where(schema.event.c.conversation_id == _OF).order_by(schema.event.c.number.desc()).limit(_MOST)
)
_BEHIND = sa.select(schema.choice.c.payload, schema.choice.c.label).where(
    schema.choice.c.id == _KEY, schema.choice.c.conversation_id == _OF
)


class Conversation(NamedTuple):
    """One row of the conversation table."""

    id: str
    channel: str
    country: Optional[str]
    last_seen: dt.datetime
    state: Json
    risk: Json
    offered: list[Json]
    presence: Optional[Json] = None
    mark: Optional[str] = None


class Choice(NamedTuple):
    """What stands behind a choice's opaque id."""

    payload: str
    label: str


def found(connection: Any, conversation_id: str, held: bool = False) -> Optional[Conversation]:
    """The conversation, or None if there is none (any more); `held` against deletion until the transaction ends."""
    row = connection.execute(_HELD if held else _CONVERSATION, {"of": conversation_id}).first()
    if row is None:
        return None
    state = row.state or {}
    mark = state.pop(MARK, None)
    return Conversation(row.id, row.channel, row.country, utc(row.last_seen), state, row.risk or {}, row.offered or [], row.presence, mark)


def late_events(connection: Any, conversation_id: str, limit: int) -> list[Json]:
    """The last `limit` events of the engine, oldest first."""
    return [row.body for row in connection.execute(_LATE_EVENTS, {"of": conversation_id, "most": limit})][::-1] if limit else []


def found_anew(
    connection: Any, conversation_id: str, limit: int, known: Optional[str], held: bool = False
) -> tuple[Optional[Conversation], Optional[list[Json]]]:
    """The conversation and the engine's last events: None if it bears the mark that is `known`, as nothing was written since."""
    conversation = found(connection, conversation_id, held)
    if known is not None and conversation and conversation.mark == known:
        return conversation, None
    return conversation, late_events(connection, conversation_id, limit)


def heard(connection: Any, conversation_id: str, client_id: str) -> Optional[str]:
    """The visitor's words in the turn with this id, if it was among the last ones."""
    row = connection.execute(_HEARD, {"of": conversation_id, "key": client_id}).first()
    return row.body["text"] if row else None


def choice(connection: Any, conversation_id: str, choice_id: str) -> Optional[Choice]:
    """What stands behind a choice of this conversation, or None."""
    row = connection.execute(_BEHIND, {"of": conversation_id, "key": choice_id}).first()
    return Choice(row.payload, row.label) if row else None
