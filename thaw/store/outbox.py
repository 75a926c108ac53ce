"""The one outbox: what must reach another server, also if this process dies or the other is down.

An entry is written in the transaction of what it tells of. Taking it moves its due time on by a lease; whoever takes it says that it is
done, or when to try again. A taker that dies says nothing, and the entry is due again. So each is delivered at least once.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple, Optional

import sqlalchemy as sa

from thaw.store import schema
from thaw.store.database import Database, Json, now

LEASE = dt.timedelta(seconds=60)
"""How long a taken entry belongs to its taker."""


class Entry(NamedTuple):
    """One entry: what kind of message, its body, and how often it was taken, this time included."""

    number: int
    kind: str
    body: Json
    attempts: int


class Outbox:
    """Access to the outbox. Safe to use from several threads and processes."""

    def __init__(self, database: Database) -> None:
        self._writing, self._reading = database

    def take(self, lease: dt.timedelta = LEASE) -> Optional[Entry]:
        """The entry that is due longest, leased to the caller; None if none is due."""
        columns = schema.outbox.c
        with self._writing.begin() as connection:
            query = sa.select(schema.outbox).where(columns.due <= now()).order_by(columns.due, columns.number).limit(1)
            row = connection.execute(query.with_for_update(skip_locked=True)).first()
            if row is None:
                return None
            taken = schema.outbox.update().where(columns.number == row.number).values(due=now() + lease, attempts=row.attempts + 1)
            connection.execute(taken)
        return Entry(row.number, row.kind, row.body, row.attempts + 1)

    def done(self, number: int) -> None:
        """The entry was delivered: forget it."""
        with self._writing.begin() as connection:
            connection.execute(schema.outbox.delete().where(schema.outbox.c.number == number))

    def again(self, number: int, wait: float) -> None:
        """The entry was not delivered: due again in `wait` seconds."""
        with self._writing.begin() as connection:
            later = now() + dt.timedelta(seconds=wait)
            connection.execute(schema.outbox.update().where(schema.outbox.c.number == number).values(due=later))

    def waiting(self) -> int:
        """How many entries are not delivered yet."""
        with self._reading.connect() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(schema.outbox)).scalar_one())


def put(connection: Any, kind: str, body: Json) -> None:
    """Within the caller's transaction: add an entry, due at once."""
    connection.execute(schema.outbox.insert().values(kind=kind, body=body, due=now(), attempts=0))
