"""Messages of signs alone."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.nlu.signs import signs_alone


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("👍", "affirm"),
        ("👍🏽 👍🏽", "affirm"),
        ("🤷\u200d♀️", "unsure"),
        ("❤️", "thanks"),
        ("👎", "deny"),
        ("😴", "goodbye"),
        ("🔪", None),
        ("👍🔪", None),
        ("⚰️", None),
        ("👍 ok", None),
        ("...", None),
        ("", None),
    ],
)
def test_a_nod_a_shrug_and_a_heart_are_read_and_what_may_be_a_danger_is_not(text: str, intent: Optional[str]) -> None:
    assert signs_alone(text) == intent
