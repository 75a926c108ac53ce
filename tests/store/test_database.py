"""How long the database may take."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from thaw.store import open_store
from thaw.store.database import connect


def test_a_statement_that_does_not_end_is_given_up(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("SQLite answers or waits for another writer")
    database = connect(url)
    with database.reading.connect() as connection, pytest.raises(OperationalError, match="statement timeout"):
        connection.execute(sa.text("SELECT pg_sleep(30)"))
    database.close()


def test_a_writer_that_does_not_end_is_given_up(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/thaw.db")
    other = sqlite3.connect(tmp_path / "thaw.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        store.start("anna", "site", None, None)
    other.close()
    store.close()


def test_writers_of_one_process_wait_in_line_and_not_for_luck(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/thaw.db")
    for engine in store._database:
        # SQLite itself waits for nobody: whoever asks for the file while another writes is refused.
        sa.event.listen(engine, "checkout", lambda connection, *_: connection.execute("PRAGMA busy_timeout=0"))
    with ThreadPoolExecutor(8) as threads:
        with store._writing.begin():
            writing = [threads.submit(store.start, f"anna {number}", "site", None, None) for number in range(8)]
            assert store.conversation("anna 0") is None, "reading waits for nobody"
            assert not wait(writing, timeout=0.3).done
        for each in writing:
            each.result()
    store.close()
