"""A question asked after an answer."""

from __future__ import annotations

from typing import Optional

from thaw.nlu.questions import asked


def answer(text: str, last: str = "utter_feel_nothing", *said: str) -> Optional[str]:
    """The name of the response that a question gets after `last`, and after `said` before it; None if it is no question of these."""
    found = asked(text, [last, *said], [last])
    return found.response if found else None
