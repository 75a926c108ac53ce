"""The levels of danger, and the level of each safety intent."""

from __future__ import annotations

from typing import Literal, Mapping, NamedTuple, Optional

Level = Literal["ask", "support", "urgent"]

SEVERITY: Mapping[Optional[Level], int] = {None: 0, "ask": 1, "support": 2, "urgent": 3}

LEVELS: Mapping[str, Level] = {
    "crisis_imminent": "urgent",
    "crisis_ideation": "support",
    "crisis_passive": "ask",
    "self_harm": "support",
    "danger_from_others": "urgent",
    "danger_to_others": "urgent",
    "medical_emergency": "urgent",
    "eating_disorder": "support",
    "psychosis_or_mania": "support",
    "crisis_third_party": "support",
}


class Suspicion(NamedTuple):
    """What a classifier suspects: the likeliest safety intent, at which level (None: no danger), and how sure (0 to 1).

    `guessed`: thoughts of suicide that the words may hold as well as not. They are asked about before they are answered as told. `faint`:
    the least of guesses, as common from people who are only numb as from those in danger.
    """

    intent: str
    level: Optional[Level]
    mass: float
    guessed: bool = False
    faint: bool = False
