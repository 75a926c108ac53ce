"""Hand-offs: what a visitor agreed to send, kept until it is redeemed once, expires or is withdrawn.

A row holds the visitor's words only while it can be redeemed. Consent is recorded in it, with the version of its text and its time.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Optional, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from thaw.store import schema
from thaw.store.database import Json, now, utc
from thaw.store.outbox import put

WITHDRAWAL = "withdrawal"
"""The outbox's kind of a notice that a redeemed hand-off is withdrawn."""


class HandOffs:
    """Access to the table of hand-offs. Safe to use from several threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def record(self, hand_off_id: str, conversation_id: str, payload: Json, consent_version: str, expires: dt.datetime) -> bool:
        """Record a consent and what it covers. An earlier hand-off of the conversation is withdrawn by it.

        Returns False, and records nothing, if the conversation is gone.
        """
        conversation = schema.conversation.c
        with self._engine.begin() as connection:
            # Held: a deletion that runs at the same time finds this hand-off, or is found here.
            if connection.execute(sa.select(conversation.id).where(conversation.id == conversation_id).with_for_update()).first() is None:
                return False
            withdraw_of(connection, [conversation_id])
            connection.execute(
                schema.handoff.insert().values(
                    id=hand_off_id,
                    conversation_id=conversation_id,
                    payload=payload,
                    consent_version=consent_version,
                    consented=now(),
                    expires=expires,
                )
            )
        return True

    def redeem(self, hand_off_id: str) -> Optional[Json]:
        """What was agreed to, once: then its words are gone here. None: there is nothing (any more) to redeem."""
        columns = schema.handoff.c
        open_one = sa.and_(columns.id == hand_off_id, columns.redeemed.is_(None), columns.expires > now())
        with self._engine.begin() as connection:
            row = connection.execute(sa.select(columns.payload).where(open_one).with_for_update()).first()
            if row is None:
                return None
            # SQLite locks no row for reading: of two at once only one finds it open here.
            mine = connection.execute(schema.handoff.update().where(open_one).values(redeemed=now(), payload=None))
        return row.payload if mine.rowcount == 1 else None

    def withdraw(self, conversation_id: str) -> int:
        """Take back the hand-offs of a conversation, also redeemed ones: their notice goes to the outbox. Returns how many."""
        with self._engine.begin() as connection:
            return withdraw_of(connection, [conversation_id])

    def forget_expired(self) -> int:
        """Delete the hand-offs that nobody redeemed in time; return how many."""
        columns = schema.handoff.c
        with self._engine.begin() as connection:
            gone = connection.execute(schema.handoff.delete().where(columns.redeemed.is_(None), columns.expires <= now()))
        return int(gone.rowcount)


def withdraw_of(connection: Any, conversation_ids: Sequence[str]) -> int:
    """Within a transaction: delete the hand-offs of conversations; of redeemed ones the notice stays, without words, until delivered."""
    columns = schema.handoff.c
    mine = columns.conversation_id.in_(conversation_ids)
    query = sa.select(columns.id, columns.consent_version, columns.consented, columns.redeemed).where(mine).with_for_update()
    rows = connection.execute(query).all()
    for row in rows:
        # Conditional: what is redeemed between reading and deleting must not be lost without a notice.
        unused = connection.execute(schema.handoff.delete().where(columns.id == row.id, columns.redeemed.is_(None)))
        if unused.rowcount == 0:
            gone = connection.execute(schema.handoff.delete().where(columns.id == row.id))
            if gone.rowcount:
                consent = {"version": row.consent_version, "at": _iso(row.consented)}
                put(connection, WITHDRAWAL, {"id": row.id, "consent": consent, "withdrawn": _iso(now())})
    return len(rows)


def _iso(moment: dt.datetime) -> str:
    return utc(moment).isoformat()
