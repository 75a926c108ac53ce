"""The sentence encoder: checked before it is loaded, reads long messages whole, shares one run."""

import json
from pathlib import Path

import numpy as np
import pytest

from thaw.encoder import DIMENSIONS, Encoder, EncoderUnavailable, encoder


def test_a_file_that_is_not_the_expected_one_is_not_loaded_and_the_message_says_what_to_do(tmp_path):
    wrong = tmp_path / "encoder.onnx"
    wrong.write_bytes(b"something else")
    with pytest.raises(EncoderUnavailable, match="Check it out again"):
        Encoder(wrong)
    with pytest.raises(EncoderUnavailable, match="missing"):
        Encoder(tmp_path / "nowhere.onnx")


def test_what_stands_at_the_end_of_a_long_message_counts():
    rambling = "the bus was late and the shop had no milk so i walked home past the school " * 14
    plain, ending = encoder().encode(rambling), encoder().encode(rambling + "and honestly i feel nothing when i see my children " * 8)
    assert float(plain @ ending) < 0.98


@pytest.mark.parametrize("text", ["", " ", "🙃", "\x00\x07", "a", "你好", "x" * 2000, "Ω≈ç√" * 400])
def test_any_text_has_a_vector(text):
    vector = encoder().encode(text)
    assert vector.shape == (DIMENSIONS,) and np.isfinite(vector).all()


def test_the_same_message_is_encoded_once(monkeypatch):
    runs = []
    run = Encoder.vector
    monkeypatch.setattr(Encoder, "vector", lambda self, text: runs.append(text) or run(self, text))
    first = encoder().encode("a sentence nobody has encoded yet")
    second = encoder().encode("a sentence nobody has encoded yet")
    assert len(runs) == 1 and first is second


def test_a_vector_is_the_same_on_every_processor():
    kept = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
    near = [float(encoder().vector(text) @ np.array(vector)) for text, vector in kept.items()]
    # Where bytes overflow, .989 on average.
    assert np.mean(near) > 0.996, near
