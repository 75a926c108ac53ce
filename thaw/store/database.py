"""The connection to the one database, and what its tables share."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any, Callable, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.pool import QueuePool

from thaw.settings import ROOT

Json = dict[str, Any]
SECONDS = 2
"""Seconds that PostgreSQL has to connect and for a statement, and that a free connection is waited for."""
BUSY = 1.1
"""Seconds that an SQLite file which another process writes to is waited for. Twice that, for a writer before and oneself, is less than a
turn waits for the store: such a store is not to count as one that hangs."""
LINE = 5.0
"""Seconds that the writers of this process wait for the connection that writes. Turns are in one line before it; what is written beside
them (outbox, retention) finds it free between two of theirs, but on a busy server not at once."""
Method = TypeVar("Method", bound=Callable[..., Any])


class Database(NamedTuple):
    """One database, for transactions that write and for those that only read. On SQLite, reading waits for nobody."""

    writing: Engine
    reading: Engine

    def close(self) -> None:
        """Give back all connections."""
        self.writing.dispose()
        self.reading.dispose()


def connect(url: str) -> Database:
    """The database that `url` names."""
    return _sqlite(url) if url.startswith("sqlite") else _postgresql(url)


def writes(method: Method) -> Method:
    """Mark a method that writes: where there is one writer, those of the turns wait for it in one line (`thaw/channels/outages.py`)."""
    method.writes = True  # type: ignore[attr-defined]
    return method


def _sqlite(url: str) -> Database:
    # A relative path is relative to the project, wherever it is started from.
    path = ROOT / url.partition(":///")[2]
    path.parent.mkdir(parents=True, exist_ok=True)
    # A file does not hang up: no connection to it is tried before it is used.
    options: dict[str, Any] = {"poolclass": QueuePool, "connect_args": {"check_same_thread": False, "timeout": BUSY}}
    # Writers of this process wait for their one connection. SQLite itself lets a writer look again after a tenth of a second, and
    # again, while others come and go: with 80 messages a second one in a thousand found it locked for all of its time.
    writing = _engine(f"sqlite:///{path}", pool_size=1, max_overflow=0, pool_timeout=LINE, **options)
    read = _engine(f"sqlite:///{path}", pool_timeout=SECONDS, **options)
    for engine, begin in ((writing, "BEGIN IMMEDIATE"), (read, "BEGIN")):
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", partial(_begin_sqlite, begin))
    return Database(writing, read)


def _postgresql(url: str) -> Database:
    # Shorter than a turn waits for the store (thaw/channels/outages.py): what was given up is not written behind what came after.
    patience = {"connect_timeout": SECONDS, "tcp_user_timeout": 1000 * SECONDS}
    engine = _engine(url, pool_timeout=SECONDS, pool_pre_ping=True, connect_args=patience)
    sa.event.listen(engine, "connect", _prepare_postgresql)
    return Database(engine, engine)


def _engine(url: str, **options: Any) -> Engine:
    # hide_parameters: SQLAlchemy's errors would print what the visitor wrote.
    return sa.create_engine(url, future=True, hide_parameters=True, **options)


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


def _begin_sqlite(begin: str, connection: Any) -> None:
    """SQLite has no row locks: a transaction that writes holds the database from its first statement on."""
    connection.exec_driver_sql(begin)
