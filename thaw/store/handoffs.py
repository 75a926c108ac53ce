"""Hand-offs: what a visitor agreed to send, kept until it is redeemed once, expires or is withdrawn.

A row holds the visitor's words only while it can be redeemed. Consent is recorded in it, with the version of its text and its time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any, Optional, Sequence

import sqlalchemy as sa

from thaw.store import counters, schema
from thaw.store.database import Database, Json, now, utc
from thaw.store.emptied import empty
from thaw.store.outbox import put

WITHDRAWAL = "withdrawal"
"""The outbox's kind of a notice that a redeemed hand-off is withdrawn."""
REPEATABLE = dt.timedelta(minutes=10)
"""How long who redeemed with a key gets the answer again with it, in case it was lost on its way."""
CONSENTED, REDEEMED, WITHDRAWN = "handoff_consented", "handoff_redeemed", "handoff_withdrawn"
"""Counters."""


class HandOffs:
    """Access to the table of hand-offs. Safe to use from several threads and processes."""

    def __init__(self, database: Database) -> None:
        self._writing, self._reading = database

    def record(
        self, hand_off_id: str, conversation_id: str, payload: Json, consent_version: str, expires: dt.datetime, consent_text: str = ""
    ) -> bool:
        """Record a consent and what it covers. An earlier hand-off of the conversation that nobody redeemed is replaced by it.

        Returns False, and records nothing, if the conversation is gone.
        """
        columns = schema.handoff.c
        with self._writing.begin() as connection:
            # Held: a deletion that runs at the same time finds this hand-off, or is found here.
            if not _hold(connection, conversation_id):
                return False
            connection.execute(schema.handoff.delete().where(columns.conversation_id == conversation_id, columns.redeemed.is_(None)))
            connection.execute(
                schema.handoff.insert().values(
                    id=hand_off_id,
                    conversation_id=conversation_id,
                    payload=payload,
                    consent_version=consent_version,
                    consented=_consented(payload),
                    expires=expires,
                )
            )
            text = counters.INSERT[connection.dialect.name](schema.consent_text)
            connection.execute(text.values(version=consent_version, text=consent_text, first=now()).on_conflict_do_nothing())
            counters.add(connection, CONSENTED)
        return True

    def consent_texts(self) -> list[tuple[str, str, dt.datetime]]:
        """Every text that was agreed to: its version, the text as visitors read it, and when it was agreed to first."""
        columns = schema.consent_text.c
        with self._reading.connect() as connection:
            rows = connection.execute(sa.select(columns.version, columns.text, columns.first).order_by(columns.first)).all()
        return [(row.version, row.text, utc(row.first)) for row in rows]

    def redeem(self, hand_off_id: str, key: Optional[str] = None) -> Optional[Json]:
        """What was agreed to, once: then its words are gone here. None: there is nothing (any more) to redeem.

        Args:
            hand_off_id: what the link carries.
            key: of the redeemer's own making. With it the answer is kept for `REPEATABLE`, and given again to who shows it again.
        """
        columns = schema.handoff.c
        open_one = sa.and_(columns.id == hand_off_id, columns.redeemed.is_(None), columns.expires > now())
        with self._writing.begin() as connection:
            owner = connection.execute(sa.select(columns.conversation_id).where(columns.id == hand_off_id)).scalar()
            # In the order of a deletion: the conversation first, then its hand-off.
            if owner is None or not _hold(connection, owner):
                return None
            row = connection.execute(sa.select(columns.payload).where(open_one).with_for_update()).first()
            if row is None:
                return _again(connection, hand_off_id, key) if key else None
            connection.execute(schema.handoff.update().where(open_one).values(redeemed=now(), payload=None))
            if key:
                connection.execute(
                    schema.redemption.insert().values(
                        handoff_id=hand_off_id, conversation_id=owner, key=_hash(key), payload=row.payload, until=now() + REPEATABLE
                    )
                )
            empty(connection, owner)
            counters.add(connection, REDEEMED)
        payload: Json = row.payload
        return payload

    def fetched(self, conversation_id: str) -> int:
        """How many hand-offs of a conversation were redeemed, and not taken back."""
        columns = schema.handoff.c
        query = sa.select(sa.func.count()).where(columns.conversation_id == conversation_id, columns.redeemed.is_not(None))
        with self._reading.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def withdraw(self, conversation_id: str) -> int:
        """Take back the hand-offs of a conversation, also redeemed ones: their notice goes to the outbox. Returns how many."""
        with self._writing.begin() as connection:
            found = withdraw_of(connection, [conversation_id])
            counters.add(connection, WITHDRAWN, found)
        return found

    def forget_expired(self) -> int:
        """Delete the hand-offs that nobody redeemed in time, and the answers that nobody asked for again; return how many of the first."""
        columns = schema.handoff.c
        with self._writing.begin() as connection:
            connection.execute(schema.redemption.delete().where(schema.redemption.c.until <= now()))
            gone = connection.execute(schema.handoff.delete().where(columns.redeemed.is_(None), columns.expires <= now()))
        return int(gone.rowcount)


def withdraw_of(connection: Any, conversation_ids: Sequence[str]) -> int:
    """Within a transaction: delete the hand-offs of conversations; of redeemed ones the notice stays, without words, until delivered."""
    columns = schema.handoff.c
    mine = columns.conversation_id.in_(conversation_ids)
    query = sa.select(columns.id, columns.consent_version, columns.consented, columns.redeemed).where(mine).with_for_update()
    rows = connection.execute(query).all()
    connection.execute(schema.redemption.delete().where(schema.redemption.c.conversation_id.in_(conversation_ids)))
    for row in rows:
        # Conditional: what is redeemed between reading and deleting must not be lost without a notice.
        unused = connection.execute(schema.handoff.delete().where(columns.id == row.id, columns.redeemed.is_(None)))
        if unused.rowcount == 0:
            gone = connection.execute(schema.handoff.delete().where(columns.id == row.id))
            if gone.rowcount:
                consent = {"version": row.consent_version, "at": _iso(row.consented)}
                put(connection, WITHDRAWAL, {"id": row.id, "consent": consent, "withdrawn": _iso(now())})
    return len(rows)


def _hold(connection: Any, conversation_id: str) -> bool:
    """Whether the conversation is there; keeps it as it is until the transaction ends."""
    columns = schema.conversation.c
    return connection.execute(sa.select(columns.id).where(columns.id == conversation_id).with_for_update()).first() is not None


def _again(connection: Any, hand_off_id: str, key: str) -> Optional[Json]:
    columns = schema.redemption.c
    mine = sa.and_(columns.handoff_id == hand_off_id, columns.key == _hash(key), columns.until > now())
    payload: Optional[Json] = connection.execute(sa.select(columns.payload).where(mine)).scalar()
    return payload


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _consented(payload: Json) -> dt.datetime:
    """When it was consented to, as the payload says: the receiver and a later notice name one moment."""
    at = (payload.get("consent") or {}).get("at")
    return dt.datetime.fromisoformat(at) if at else now()


def _iso(moment: dt.datetime) -> str:
    return utc(moment).isoformat()
