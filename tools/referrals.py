"""Crisis referrals by month and level, as CSV: `python -m tools.referrals`. Nothing in it points to a visitor."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from typing import Iterable, TextIO

from thaw.store.store import the_store

LEVELS = ("ask", "support", "urgent")


def write(counters: Iterable[tuple], target: TextIO) -> None:
    """Write the table.

    Args:
        counters: day, name, count, as the store keeps them; `crisis_<level>` are the referrals.
        target: where to.
    """
    months: dict[str, Counter[str]] = {}
    for day, name, count in counters:
        prefix, _, level = name.partition("_")
        if prefix == "crisis" and level in LEVELS:
            months.setdefault(f"{day:%Y-%m}", Counter())[level] += count
    table = csv.writer(target)
    table.writerow(["month", *LEVELS])
    table.writerows([month, *[counts[level] for level in LEVELS]] for month, counts in sorted(months.items()))


if __name__ == "__main__":
    write(the_store().counters(), sys.stdout)
