"""The longest text that is taken, of whatever it is made, keeps nobody waiting."""

from __future__ import annotations

import time
from typing import Callable

import pytest

from thaw.channels.reading import MAX_TEXT
from thaw.handoff.several import several
from thaw.nlu.questions import asked
from thaw.nlu.telling import declines_therapy
from thaw.taken_back import settled
from thaw.trusted import names_a_helper

LONGEST = 0.02
"""Seconds of the processor; each of them takes a tenth of that."""


@pytest.mark.parametrize(
    ("reads", "piece"),
    [
        (settled, " "),
        (settled, " . "),
        (lambda text: several(text, "touches", ("how", "place")), " "),
        (names_a_helper, "i've "),
        (declines_therapy, "shrink isnt "),
        (lambda text: asked(text, (), ()), "still awake now 3 "),
    ],
    ids=["spaces", "full stops", "spaces in an answer", "someone who could hear of it", "no therapy", "awake"],
)
def test_a_text_of_one_thing_again_and_again_is_read_at_once(reads: Callable[[str], object], piece: str) -> None:
    text = "a" + piece * ((MAX_TEXT - 2) // len(piece)) + "b"

    def taken() -> float:
        begun = time.thread_time()
        reads(text)
        return time.thread_time() - begun

    reads("warm up")
    assert min(taken() for _ in range(3)) < LONGEST
