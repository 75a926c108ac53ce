"""What is to be written to visitors on their own channel: the outbox's messages that belong to a conversation, and go with it.

A message waits for those before it in its lane, so that a conversation arrives in its order whatever fails meanwhile. Otherwise it is
as in the outbox: taking a message leases it, and one whose taker dies is due again.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Mapping, NamedTuple, Optional, Sequence

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from thaw.store import schema
from thaw.store.counters import INSERT
from thaw.store.database import Database, now, utc, writes
from thaw.store.outbox import Entry

LEASE = dt.timedelta(seconds=25)
"""How long a taken message belongs to its taker: longer than a platform has to answer twice, and no longer than someone may wait."""


class Parcel(NamedTuple):
    """A message to be put: its channel, its sealed body, in which lane of the conversation, and in how many seconds."""

    channel: str
    body: str
    lane: Optional[str] = None
    """Messages of one lane arrive in their order; one without a lane waits for none, and replaces the one that was put before it."""
    wait: float = 0.0


class Outgoing:
    """Access to the messages that wait. Safe to use from several threads and processes."""

    def __init__(self, database: Database) -> None:
        self._writing, self._reading = database

    @writes
    def put(
        self,
        conversation_id: str,
        parcels: Sequence[Parcel],
        once: Optional[str] = None,
        numbers: Optional[Mapping[str, str]] = None,
    ) -> bool:
        """Add messages, and keep which choices the numbers in them stand for.

        With `once`, the hash of what they answer, only the first time. False: they were added before.
        """
        moment = now()
        rows = []
        for parcel in parcels:
            due = moment + dt.timedelta(seconds=parcel.wait)
            rows.append(
                {
                    "conversation_id": conversation_id,
                    "channel": parcel.channel,
                    "lane": parcel.lane,
                    "body": parcel.body,
                    "first_due": due,
                    "due": due,
                    "attempts": 0,
                }
            )
        try:
            with self._writing.begin() as connection:
                if once is not None:
                    connection.execute(schema.received.insert().values(key=once, at=moment))
                if any(parcel.lane is None for parcel in parcels):
                    # What is due later takes the place of what was: two exercises have one end.
                    columns = schema.outgoing.c
                    before = sa.and_(columns.conversation_id == conversation_id, columns.lane.is_(None))
                    connection.execute(schema.outgoing.delete().where(before))
                if rows:
                    connection.execute(schema.outgoing.insert(), rows)
                if numbers is not None:
                    listed = INSERT[connection.dialect.name](schema.numbers).values(conversation_id=conversation_id, body=dict(numbers))
                    connection.execute(listed.on_conflict_do_update(index_elements=["conversation_id"], set_={"body": dict(numbers)}))
        except IntegrityError:
            return False
        return True

    def numbers(self, conversation_id: str) -> dict[str, str]:
        """The ids of the choices that the numbers of the last list stand for."""
        query = sa.select(schema.numbers.c.body).where(schema.numbers.c.conversation_id == conversation_id)
        with self._reading.connect() as connection:
            row = connection.execute(query).first()
        return dict(row.body) if row else {}

    def take(self, conversation_id: Optional[str] = None, lease: dt.timedelta = LEASE) -> Optional[Entry]:
        """The message that is due longest, of a conversation or of all, leased to the caller; None if none is due.

        Its kind is its channel; its body has the conversation, what was sealed, and how many seconds ago it was due first.
        """
        columns, before = schema.outgoing.c, schema.outgoing.alias()
        is_behind = sa.exists().where(before.c.lane == columns.lane, before.c.number < columns.number)
        query = sa.select(schema.outgoing).where(columns.due <= now(), sa.or_(columns.lane.is_(None), ~is_behind))
        if conversation_id is not None:
            query = query.where(columns.conversation_id == conversation_id)
        query = query.order_by(columns.due, columns.number).limit(1)
        with self._writing.begin() as connection:
            row = connection.execute(query.with_for_update(skip_locked=True, of=schema.outgoing)).first()
            if row is None:
                return None
            taken = schema.outgoing.update().where(columns.number == row.number)
            connection.execute(taken.values(due=now() + lease, attempts=row.attempts + 1))
        late = (now() - utc(row.first_due)).total_seconds()
        body = {"channel": row.channel, "conversation": row.conversation_id, "sealed": row.body, "late": late}
        return Entry(row.number, row.channel, body, row.attempts + 1)

    def done(self, number: int) -> None:
        """The message arrived, or never will: forget it."""
        with self._writing.begin() as connection:
            connection.execute(schema.outgoing.delete().where(schema.outgoing.c.number == number))

    def again(self, number: int, wait: float) -> None:
        """The message did not arrive: due again in `wait` seconds."""
        with self._writing.begin() as connection:
            later = now() + dt.timedelta(seconds=wait)
            connection.execute(schema.outgoing.update().where(schema.outgoing.c.number == number).values(due=later))

    @writes
    def drop(self, conversation_id: str) -> None:
        """Forget all that waits for a conversation."""
        with self._writing.begin() as connection:
            connection.execute(schema.outgoing.delete().where(schema.outgoing.c.conversation_id == conversation_id))

    def forget_late(self, due_before: dt.datetime) -> None:
        """Forget what was due before a moment and did not arrive, whether or not anyone still tries to send it."""
        with self._writing.begin() as connection:
            connection.execute(schema.outgoing.delete().where(schema.outgoing.c.first_due < due_before))

    def waiting(self) -> int:
        """How many messages have not arrived yet."""
        with self._reading.connect() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(schema.outgoing)).scalar_one())

    def is_received(self, key: str) -> bool:
        """Whether what the hash stands for was answered before."""
        with self._reading.connect() as connection:
            return connection.execute(sa.select(schema.received.c.key).where(schema.received.c.key == key)).first() is not None

    def forget_received(self, older_than: dt.datetime) -> None:
        """Forget which messages were answered before a moment."""
        with self._writing.begin() as connection:
            connection.execute(schema.received.delete().where(schema.received.c.at < older_than))

    @writes
    def quiet(self, conversation_id: str, wanted: bool) -> None:
        """Keep that someone wants no messages, or wants them again. It outlives their conversation."""
        mine: Any = schema.quiet.c.id == conversation_id
        with self._writing.begin() as connection:
            known = connection.execute(sa.select(schema.quiet.c.id).where(mine)).first() is not None
            if wanted and not known:
                connection.execute(schema.quiet.insert().values(id=conversation_id, since=now()))
            elif known and not wanted:
                connection.execute(schema.quiet.delete().where(mine))

    def is_quiet(self, conversation_id: str) -> bool:
        """Whether someone wants no messages."""
        with self._reading.connect() as connection:
            return connection.execute(sa.select(schema.quiet.c.id).where(schema.quiet.c.id == conversation_id)).first() is not None
