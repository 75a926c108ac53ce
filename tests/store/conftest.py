"""The databases the store must work on: SQLite always, PostgreSQL if THAW_TEST_POSTGRES_URL names one or it is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import pytest
import sqlalchemy as sa

from thaw.store import Store, open_store, schema

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


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/thaw.db"
    address: str = request.getfixturevalue("postgres_url")
    engine = sa.create_engine(address)
    schema.metadata.drop_all(engine)
    engine.dispose()
    return address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(url)
    yield opened
    opened.close()
