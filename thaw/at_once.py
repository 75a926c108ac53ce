"""Which messages are read on the event loop, and which beside it: nobody else is answered while one is read there."""

from __future__ import annotations

AT_ONCE, WORDS_AT_ONCE = 80, 19
"""Characters and words of a message up to which it is read on the event loop: in one run of the encoder. Of more words each sentence is
read by itself, too (`thaw/safety/classifier.py`).
"""


def is_read_at_once(text: str) -> bool:
    """Whether a message is read fast enough for the event loop."""
    return len(text) <= AT_ONCE and len(text.split()) <= WORDS_AT_ONCE
