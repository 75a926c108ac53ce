"""How often a visitor is told again what this is, and when they count as having been away."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from thaw.places import Place


class Cadence(NamedTuple):
    """The times of a place. Those of the strictest laws known serve everywhere."""

    away: dt.timedelta = dt.timedelta(minutes=30)
    """A pause after which the visitor is told where they were."""
    disclosure: dt.timedelta = dt.timedelta(days=7)
    """An absence after which it is said again what this is."""
    reminder: dt.timedelta = dt.timedelta(hours=3)
    """Use after which it is said that this is a program, and that breaks are good."""
    reminder_of_a_minor: dt.timedelta = dt.timedelta(hours=1)
    """The same for someone known to be under 18."""

    @classmethod
    def of(cls, place: Place) -> Cadence:
        """What the law of a place asks."""
        asked = place.cadence
        return cls(
            disclosure=dt.timedelta(days=asked.days_away),
            reminder=dt.timedelta(hours=asked.hours_of_use),
            reminder_of_a_minor=dt.timedelta(hours=asked.hours_of_use_minor),
        )


CADENCE = Cadence()
"""The strictest."""
