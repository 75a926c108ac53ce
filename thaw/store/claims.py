"""The claims on turns, within the caller's transaction: so that each runs once, however often its message arrives."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple, Optional

import sqlalchemy as sa

from thaw.store import schema
from thaw.store.database import Json, now, utc

ABANDONED_AFTER = 30.0
"""Seconds after which a claimed turn without an answer counts as dead (its process was killed) and may run again."""
_COLUMNS = schema.answer.c
_CLAIM = schema.answer.insert()


class Claim(NamedTuple):
    """What became of asking for a turn's client id: `mine` to run it, else `messages` (None: it runs elsewhere)."""

    mine: bool
    messages: Optional[list[Json]]


def first(connection: Any, conversation_id: str, client_id: str) -> None:
    """Claim a turn.

    Raises:
        sqlalchemy.exc.IntegrityError: it was claimed before.
    """
    connection.execute(_CLAIM, {"conversation_id": conversation_id, "client_id": client_id, "claimed": now()})


def again(connection: Any, conversation_id: str, client_id: str, alone_since: Optional[dt.datetime]) -> Claim:
    """What becomes of a claim where there is one.

    `alone_since`: when the database's only process began; what was claimed before, nobody works on any more.
    """
    row = connection.execute(sa.select(_COLUMNS.messages, _COLUMNS.claimed).where(_is(conversation_id, client_id))).first()
    if row is None or row.messages is not None:
        return Claim(False, row.messages if row else None)
    abandoned = now() - dt.timedelta(seconds=ABANDONED_AFTER)
    if utc(row.claimed) > max(abandoned, alone_since or abandoned):
        return Claim(False, None)
    unanswered = _is(conversation_id, client_id), _COLUMNS.messages.is_(None), _COLUMNS.claimed == row.claimed
    retaken = connection.execute(schema.answer.update().where(*unanswered).values(claimed=now()))
    return Claim(retaken.rowcount == 1, None)


def is_there(connection: Any, conversation_id: str, client_id: str) -> bool:
    """Whether the turn was claimed: it runs, or is answered."""
    return connection.execute(sa.select(_COLUMNS.claimed).where(_is(conversation_id, client_id))).first() is not None


def release(connection: Any, conversation_id: str, client_id: str) -> None:
    """Give back a claim whose turn was refused, so that it is refused again and not waited for."""
    connection.execute(schema.answer.delete().where(_is(conversation_id, client_id), _COLUMNS.messages.is_(None)))


def _is(conversation_id: str, client_id: str) -> sa.ColumnElement[bool]:
    return sa.and_(_COLUMNS.conversation_id == conversation_id, _COLUMNS.client_id == client_id)
