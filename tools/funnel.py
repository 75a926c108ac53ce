"""How many visitors went how far, by day, as CSV: `python -m tools.funnel`. Nothing in it points to a visitor."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from typing import Iterable, TextIO

from thaw.store.store import the_store

STEPS = (
    "conversations",
    "exercise_started",
    "exercise_finished",
    "handoff_offered",
    "handoff_consented",
    "handoff_fields_removed",
    "handoff_redeemed",
    "handoff_withdrawn",
)


def write(counters: Iterable[tuple], target: TextIO) -> None:
    """Write the table.

    Args:
        counters: day, name, count, as the store keeps them.
        target: where to.
    """
    days: dict[str, Counter[str]] = {}
    for day, name, count in counters:
        if name in STEPS:
            days.setdefault(f"{day:%Y-%m-%d}", Counter())[name] += count
    table = csv.writer(target)
    table.writerow(["day", *STEPS])
    table.writerows([day, *[counts[step] for step in STEPS]] for day, counts in sorted(days.items()))


if __name__ == "__main__":
    write(the_store().counters(), sys.stdout)
