"""The connection to the one database, and what its tables share."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.pool import QueuePool

from thaw.settings import ROOT

Json = dict[str, Any]
SECONDS = 2
"""Seconds that PostgreSQL has to connect and for a statement, and that a free connection is waited for."""
BUSY = 1.5
"""Seconds that another writer of an SQLite file is waited for."""
_READING = "thaw_reading"


def connect(url: str) -> Engine:
    """A pool of connections to the database that `url` names."""
    options: dict[str, Any] = {}
    if url.startswith("sqlite"):
        path = url.partition(":///")[2]
        if path and path != ":memory:":
            # A relative path is relative to the project, wherever it is started from.
            absolute = ROOT / path
            absolute.parent.mkdir(parents=True, exist_ok=True)
            url = f"sqlite:///{absolute}"
        # A file does not hang up: no connection to it is tried before it is used.
        options = {"poolclass": QueuePool, "connect_args": {"check_same_thread": False, "timeout": BUSY}}
    else:
        # Shorter than a turn waits for the store (thaw/channels/outages.py): what was given up is not written behind what came after.
        options = {"pool_pre_ping": True, "connect_args": {"connect_timeout": SECONDS, "tcp_user_timeout": 1000 * SECONDS}}
    # hide_parameters: SQLAlchemy's errors would print what the visitor wrote.
    engine = sa.create_engine(url, future=True, hide_parameters=True, pool_timeout=SECONDS, **options)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    else:
        sa.event.listen(engine, "connect", _prepare_postgresql)
    return engine


def reading(engine: Engine) -> Engine:
    """The same database for transactions that only read: on SQLite they wait for nobody."""
    return engine.execution_options(**{_READING: True})


def now() -> dt.datetime:
    """The present moment, UTC."""
    return dt.datetime.now(dt.timezone.utc)


def utc(moment: dt.datetime) -> dt.datetime:
    """SQLite forgets the zone; all our moments are UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.timezone.utc)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver would begin a transaction at its first write, and what was read before would be held by nobody.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    # What is deleted is overwritten, not only unlinked.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    # Not as an option of the connection: poolers between us and the database refuse those.
    with connection.cursor() as cursor:
        cursor.execute(f"SET statement_timeout = {1000 * SECONDS}")
    connection.commit()


def _begin_sqlite(connection: Any) -> None:
    """SQLite has no row locks: a transaction that writes holds the database from its first statement on."""
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get(_READING) else "BEGIN IMMEDIATE")
