"""Which training sentences the encoder's fine-tuning never saw: they calibrate what is built on it."""

from __future__ import annotations

import hashlib

ONE_IN = 8
"""One sentence in this many is held out."""


def is_held_out(text: str) -> bool:
    """Whether a sentence is held out; decided by its own hash, so that it stays so when others are added."""
    return hashlib.sha256(text.encode()).digest()[0] % ONE_IN == 0
