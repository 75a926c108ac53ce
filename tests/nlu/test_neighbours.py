"""Comparing a message with the training sentences: as good in whole numbers and few directions as in fractions and all."""

from __future__ import annotations

import numpy as np
import pytest

from thaw.neighbours import CANDIDATES, Comparison, Neighbours


def of_length_one(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def known() -> np.ndarray:
    return of_length_one(np.random.default_rng(1).normal(size=(200, 384)))


def test_cosines_are_those_of_the_exact_vectors_but_for_rounding(known: np.ndarray):
    asked = known[0] * 0.8 + known[3] * 0.6
    found = Neighbours.of(known).compare(asked)
    assert found.cosines == pytest.approx(known[found.nearest] @ asked, abs=0.005)
    assert found.with_others(np.array([7, 100])) == pytest.approx(known[[7, 100]] @ asked, abs=0.005)


def test_a_text_without_words_is_near_to_nothing(known: np.ndarray):
    assert not Neighbours.of(known).compare(np.zeros(384, dtype=np.float32)).cosines.any()


def test_what_was_saved_compares_the_same(known: np.ndarray):
    kept = Neighbours.of(known)
    before, after = kept.compare(known[0]), Neighbours.restored(kept.arrays()).compare(known[0])
    assert (after.nearest == before.nearest).all()
    assert (after.cosines == before.cosines).all()


def test_the_nearest_of_many_are_found_though_all_are_compared_in_few_directions():
    # Like sentences: they differ much in some directions, and a little in all.
    drawn = np.random.default_rng(2)
    turned, _ = np.linalg.qr(drawn.normal(size=(384, 384)))
    several = of_length_one(drawn.normal(size=(20_050, 384)) * np.exp(-np.arange(384) / 60) @ turned)
    known, asked = several[:20_000], several[20_000:]
    neighbours = Neighbours.of(known)
    exact = [set(np.argsort(-(known @ each))[:20].tolist()) for each in asked]
    found = [set(neighbours.compare(each).nearest[:20].tolist()) for each in asked]
    assert sum(len(one & other) for one, other in zip(exact, found, strict=True)) >= 0.95 * 20 * len(asked)


@pytest.mark.parametrize("count", [1, 7, 600, 20_000])
def test_of_the_nearest_none_is_left_out_and_the_nearest_is_first(count: int):
    cosines = np.random.default_rng(count).normal(size=count)
    found = Comparison.of_all(cosines).nearest
    assert found.tolist() == np.argsort(-cosines)[: len(found)].tolist()
    assert 1 <= len(found) <= 2 * CANDIDATES
    assert len(found) >= CANDIDATES // 2 or count < 10 * CANDIDATES
