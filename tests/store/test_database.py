"""How long the database may take."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from thaw.store import open_store
from thaw.store.database import connect


def test_a_statement_that_does_not_end_is_given_up(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("SQLite answers or waits for another writer")
    engine = connect(url)
    with engine.connect() as connection, pytest.raises(OperationalError, match="statement timeout"):
        connection.execute(sa.text("SELECT pg_sleep(30)"))
    engine.dispose()


def test_a_writer_that_does_not_end_is_given_up(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/thaw.db")
    other = sqlite3.connect(tmp_path / "thaw.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        store.start("anna", "site", None, None)
    other.close()
    store.close()
