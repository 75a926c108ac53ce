"""Counters by day, without identifiers. Counted within the transaction of what they count, so that neither is kept without the other."""

from __future__ import annotations

import datetime as dt
from typing import Any, Optional

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Engine

from thaw.store import schema
from thaw.store.database import now

INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""The inserts that know what to do with a row that is there already."""


def add(connection: Any, name: Optional[str], by: int = 1) -> None:
    """Within the caller's transaction, as its last step: add to today's counter `name`, if there is one."""
    if name is None or by <= 0:
        return
    insert = INSERT[connection.dialect.name](schema.counter).values(day=now().date(), name=name, count=by)
    added = schema.counter.c.count + insert.excluded["count"]
    connection.execute(insert.on_conflict_do_update(index_elements=["day", "name"], set_={"count": added}))


def read(engine: Engine) -> list[tuple[dt.date, str, int]]:
    """All counters: day (UTC), name, count."""
    query = sa.select(schema.counter.c.day, schema.counter.c.name, schema.counter.c.count)
    with engine.connect() as connection:
        return [(row.day, row.name, row.count) for row in connection.execute(query.order_by("day", "name"))]
