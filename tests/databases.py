"""The databases the store must work on: SQLite always, PostgreSQL if THAW_TEST_POSTGRES_URL names one or it is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import pytest
import sqlalchemy as sa

POSTGRES_URL = os.environ.get("THAW_TEST_POSTGRES_URL")
PROGRAMS = next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)
DATABASES = ["sqlite", *(["postgresql"] if POSTGRES_URL or PROGRAMS else [])]


def _not_root() -> Optional[str]:
    """PostgreSQL refuses to run as root: the user to run it as then."""
    if os.geteuid():
        return None
    return "postgres" if "postgres" in {entry.pw_name for entry in pwd.getpwall()} else "nobody"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server for this test run, on a socket of its own."""
    if POSTGRES_URL:
        yield POSTGRES_URL
        return
    assert PROGRAMS
    user = _not_root()
    folder = Path(tempfile.mkdtemp(prefix="thaw-pg-"))
    if user:
        shutil.chown(folder, user)
    quiet: dict[str, Any] = {"user": user, "check": True, "cwd": folder, "stdout": subprocess.DEVNULL}
    data = folder / "data"
    subprocess.run([PROGRAMS / "initdb", "-D", data, "-U", "thaw", "-A", "trust", "-E", "UTF8", "--no-sync"], **quiet)
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    subprocess.run([PROGRAMS / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start"], **quiet)
    yield f"postgresql://thaw@/postgres?host={folder}"
    subprocess.run([PROGRAMS / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], **quiet)
    shutil.rmtree(folder, ignore_errors=True)


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
