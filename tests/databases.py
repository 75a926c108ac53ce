"""The databases the store must work on: SQLite always, PostgreSQL if THAW_TEST_POSTGRES_URL names one or it is installed."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bench.postgres import PROGRAMS, postgres

POSTGRES_URL = os.environ.get("THAW_TEST_POSTGRES_URL")
DATABASES = ["sqlite", *(["postgresql"] if POSTGRES_URL or PROGRAMS else [])]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server for this test run, on a socket of its own."""
    if POSTGRES_URL:
        yield POSTGRES_URL
        return
    with postgres() as folder:
        yield f"postgresql://thaw@/postgres?host={folder}"


def empty_database(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """The address of an empty database of one of `DATABASES`, that nothing else uses as long as the fixture lives."""
    if kind == "sqlite":
        return f"sqlite:///{folder}/thaw.db"
    server = sa.engine.make_url(request.getfixturevalue("postgres_url"))
    name = f"thaw_{uuid.uuid4().hex}"
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")

    def drop() -> None:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()

    request.addfinalizer(drop)
    return server.set(database=name).render_as_string(hide_password=False)
