"""A Thaw that hands off, without its dialogue engine: what the matching flow calls needs none. On each kind of database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import DATABASES, empty_database, postgres_url
from handoff_site import CONFIGURED, Site, site_settings
from site_client import Thaw

from thaw.store import open_store

__all__ = ["postgres_url"]


@pytest.fixture(scope="session", params=DATABASES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    database = empty_database(request.param, request, folder)
    running = Thaw(folder, THAW_MODEL=str(folder / "none.tar.gz"), THAW_DATABASE_URL=database, **CONFIGURED).wait()
    clean = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("THAW_")}
    settings = site_settings(running.port)
    os.environ.update(clean)
    store = open_store(database)
    yield Site(running, store, settings, database)
    store.close()
    running.stop()


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of its own."""
    return empty_database(request.param, request, tmp_path)
