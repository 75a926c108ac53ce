"""Comparing a message with the training sentences: as good in whole numbers as in fractions."""

from __future__ import annotations

import numpy as np
import pytest

from thaw.neighbours import FIRST, Neighbours, nearest_first


@pytest.fixture
def known() -> np.ndarray:
    vectors = np.random.default_rng(1).normal(size=(200, 384)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_cosines_are_those_of_the_exact_vectors_but_for_rounding(known: np.ndarray):
    asked = known[:3] * 0.8 + known[3:6] * 0.6
    assert Neighbours.of(known).cosines(asked) == pytest.approx(asked @ known.T, abs=0.005)


def test_a_text_without_words_is_near_to_nothing(known: np.ndarray):
    assert not Neighbours.of(known).cosines(np.zeros((1, 384), dtype=np.float32)).any()


def test_what_was_saved_compares_the_same(known: np.ndarray):
    kept = Neighbours.of(known)
    assert (Neighbours.restored(kept.arrays()).cosines(known[:2]) == kept.cosines(known[:2])).all()


@pytest.mark.parametrize("count", [1, 7, 600, 20_000])
def test_of_the_nearest_none_is_left_out_and_the_nearest_is_first(count: int):
    cosines = np.random.default_rng(count).normal(size=count)
    found = nearest_first(cosines)
    assert found.tolist() == np.argsort(-cosines)[: len(found)].tolist()
    assert 1 <= len(found) <= 2 * FIRST
    assert len(found) >= FIRST // 2 or count < 10 * FIRST
