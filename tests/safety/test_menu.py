"""Which offered choice a typed text names."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.menu import picked

OFFERED = [
    {"title": "I am with someone now", "payload": "/first"},
    {"title": "I can't call", "payload": "/second"},
    {"title": "Talk to a person", "payload": "/door", "door": True},
]


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("the second", "/second"),
        ("number two", "/second"),
        ("no. 2", "/second"),
        ("no 1", "/first"),
        ("one", "/first"),
        ("the last one", "/second"),
        ("no one", None),
        ("No one.", None),
        ("no two days are the same", None),
    ],
)
def test_a_place_in_the_list_is_read_and_no_one_is_nobody(text: str, payload: Optional[str]) -> None:
    assert picked(text, OFFERED) == payload
