"""What is kept for good is out of the garbage collector's sight."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from thaw.memory import keep_for_good


@pytest.fixture
def in_sight_again() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_was_loaded_is_not_gone_through_again_and_what_comes_after_is(in_sight_again: None) -> None:
    loaded: list[list[int]] = [[]]
    keep_for_good()
    later: list[list[int]] = [[]]
    in_sight = {id(each) for each in gc.get_objects()}
    assert id(loaded) not in in_sight and id(later) in in_sight
