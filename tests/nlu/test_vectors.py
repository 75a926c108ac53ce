"""Vectors that come with the repository: what they spare the training, and when they are not used."""

from __future__ import annotations

import numpy as np
import pytest

from thaw import vectors
from thaw.encoder import MODEL_SHA256, Encoder, encoder
from thaw.safety.taught import examples

ENOUGH = 0.9
"""Share of the sentences that are taught of which the vectors are there."""


@pytest.fixture(scope="module")
def taught() -> list[str]:
    return [text for text, _ in examples()]


def test_a_training_has_few_sentences_to_read(taught: list[str]) -> None:
    known = vectors.known(taught, MODEL_SHA256)
    assert len(known) >= ENOUGH * len(set(taught)), "Many sentences are new: run 'python -m tools.vectors'."


def test_a_vector_that_comes_with_the_repository_is_what_the_encoder_makes_of_the_sentence(taught: list[str]) -> None:
    known = vectors.known(taught[::400], MODEL_SHA256)
    cosines = [float(vector @ encoder().vector(text)) for text, vector in known.items()]
    assert min(cosines) > 0.93
    assert np.mean(cosines) > 0.985


def test_a_sentence_that_is_new_is_read_as_one_that_is_known(taught: list[str]) -> None:
    new = "the kettle has been my whole conversation since tuesday lunchtime"
    read = Encoder().encode_all([taught[0], new, taught[1]])
    assert read.shape == (3, 384)
    assert np.allclose(np.linalg.norm(read, axis=1), 1.0, atol=0.01)
    assert float(read[1] @ encoder().vector(new)) > 0.98


def test_what_another_encoder_read_is_not_used(taught: list[str]) -> None:
    assert vectors.known(taught[:50], "another encoder") == {}


def test_without_the_file_all_sentences_are_read_at_training(taught: list[str], tmp_path) -> None:
    assert vectors.known(taught[:50], MODEL_SHA256, tmp_path / "none.npz") == {}


def test_what_is_kept_is_found_again(tmp_path) -> None:
    file = tmp_path / "vectors.npz"
    made = np.random.default_rng(1).normal(size=(3, 384)).astype(np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    vectors.keep(dict(zip(["one", "two", "three"], made, strict=True)), "this", file)
    found = vectors.known(["three", "four", "one"], "this", file)
    assert list(found) == ["three", "one"]
    assert float(found["one"] @ made[0]) > 0.999
    assert float(found["three"] @ made[2]) > 0.999
