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


Sureness = Literal["sure", "guess", "faint"]
"""How sure it is that a message holds thoughts of suicide. A guess: its words may hold them as well as not, and they are asked about
before they are answered as told. A faint one: as common from people who are only numb as from those in danger.
"""


class Suspicion(NamedTuple):
    """What a classifier suspects: the likeliest safety intent, at which level (None: no danger), the mass of all dangers (0 to 1), and how
    sure it is.
    """

    intent: str
    level: Optional[Level]
    mass: float
    sureness: Sureness = "sure"
