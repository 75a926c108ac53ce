"""The sentence encoder: checked before it is loaded, reads long messages whole, shares one run."""

import numpy as np
import pytest

from thaw.encoder import DIMENSIONS, MODEL_FILE, PARTS, Encoder, EncoderUnavailable, encoder


def test_a_file_that_is_not_the_expected_one_is_not_loaded_and_the_message_says_what_to_do(tmp_path):
    wrong = tmp_path / "encoder.onnx"
    for part in PARTS:
        wrong.with_suffix(part).write_bytes(b"something else")
    with pytest.raises(EncoderUnavailable, match="Check it out again"):
        Encoder(wrong)
    with pytest.raises(EncoderUnavailable, match="missing"):
        Encoder(tmp_path / "nowhere.onnx")


@pytest.mark.parametrize("changed", PARTS)
def test_a_change_in_any_of_its_files_is_noticed(tmp_path, changed):
    for part in PARTS:
        content = MODEL_FILE.with_suffix(part).read_bytes()
        (tmp_path / f"encoder{part}").write_bytes(content + b"x" if part == changed else content)
    with pytest.raises(EncoderUnavailable, match="Check it out again"):
        Encoder(tmp_path / "encoder.onnx")


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
