"""A Thaw that hands off, without its dialogue engine: what the matching flow calls needs none."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from handoff_site import PREVIOUS, SECRET, Site
from site_client import Thaw

from thaw.settings import load_settings
from thaw.store import open_store


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    secrets = {"THAW_MATCHING_SECRET": SECRET, "THAW_MATCHING_SECRET_PREVIOUS": PREVIOUS}
    running = Thaw(folder, THAW_MODEL=str(folder / "none.tar.gz"), **secrets).wait()
    clean = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("THAW_")}
    settings = load_settings(_env_file=None, secret="a-secret-for-tests-that-is-long-enough", matching_secret=SECRET, port=running.port)
    os.environ.update(clean)
    store = open_store(f"sqlite:///{folder}/thaw.db")
    yield Site(running, store, settings)
    store.close()
    running.stop()
