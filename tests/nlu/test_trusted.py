"""Whom a minor names as someone to turn to."""

from __future__ import annotations

import pytest

from thaw.trusted import names_a_helper


@pytest.mark.parametrize("text", ["a teacher maybe", "i could tell my aunt", "there's a nurse at school", "my coach listens"])
def test_who_could_hear_of_it_is_named(text: str) -> None:
    assert names_a_helper(text)


@pytest.mark.parametrize(
    "text", ["could i get a therapist", "so can i see the doctor without her", "not my dad", "is there a counsellor here"]
)
def test_a_question_or_a_no_names_nobody(text: str) -> None:
    assert not names_a_helper(text)
