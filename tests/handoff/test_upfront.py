"""What the message that asks for a clinician says already, and what only looks like it."""

from __future__ import annotations

import pytest

from thaw.handoff.upfront import said_before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("im in austin, i need a therapist who takes aetna, evenings work", {"place": "austin", "cost": "takes aetna", "how": "evenings"}),
        ("I'm looking for a female therapist in Leeds, online is fine", {"wish": "a female therapist", "how": "online", "place": "leeds"}),
        ("can you find me someone in person in berlin who speaks german", {"how": "in person", "language": "german"}),
        ("i want to find a spanish speaking therapist in texas", {"language": "spanish", "place": "texas"}),
        ("get me a therapist, i cant afford much", {"cost": "cant afford much"}),
    ],
)
def test_what_is_said_up_front_is_not_asked_again(text: str, said: dict[str, str]) -> None:
    assert said_before(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "find me a therapist",
        "/want_match",
        "i'm in pain, find me a therapist",
        "im in a dark place and need a therapist",
        "i'm in therapy already but want another therapist",
        "i feel numb in the evenings only and i need a therapist",
        "im in my forties and want a therapist",
        "my work takes it out of me, i need someone",
    ],
)
def test_what_only_looks_like_an_answer_is_put_on_no_list(text: str) -> None:
    assert said_before(text) == {}
