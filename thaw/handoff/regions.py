"""Regions and cities that are known by name: whether one lies in a country, and whether words tell a region."""

from __future__ import annotations

import re
from functools import lru_cache

import pycountry
import pytz  # type: ignore[import-untyped]

_NEAR = ("US", "CA", "GB", "IE", "AU", "NZ")
"""Countries whose regions are known as such without their country's name."""
_LARGE = frozenset({"State", "Province", "Territory", "Country", "District"})
_IN = re.compile(
    r"^(?:(?:i'?m|i am|i|we|we'?re|live|living|based|located|currently|down|up|over|here) )*in (?P<place>[a-z][a-z' .-]{1,30})$"
)


def is_told(part: str) -> bool:
    """Whether a part of a text says in which region somebody is: "im in oregon", "in austin texas"."""
    match = _IN.match(part.lower().replace("’", "'").strip(" .!,"))
    words = match["place"].split() if match else []
    return any(" ".join(words[start:]) in _regions() for start in range(min(len(words), 3)))


def is_elsewhere(words: str, country: str) -> bool:
    """Whether a place is known by its name in other countries, and not in the one that is named: "london" for the United States."""
    here = pycountry.countries.get(name=country) or pycountry.countries.get(common_name=country)
    parts = [part.strip(" .!") for part in words.lower().split(",")]
    found = [_known().get(part, frozenset()) for part in parts]
    # "Charlotte, NC" has a part that tells more than this knows.
    return here is not None and all(codes and here.alpha_2 not in codes for codes in found)


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    found = (each for code in _NEAR for each in pycountry.subdivisions.get(country_code=code))
    return frozenset(each.name.lower() for each in found if each.type in _LARGE)


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    """The countries in which a name is that of a region, or of a city after which a time zone is called."""
    known: dict[str, set[str]] = {}
    for each in pycountry.subdivisions:
        known.setdefault(each.name.lower(), set()).add(each.country_code)
    for code, zones in pytz.country_timezones.items():
        for zone in zones:
            known.setdefault(zone.rpartition("/")[2].replace("_", " ").lower(), set()).add(code)
    return {name: frozenset(codes) for name, codes in known.items()}
