"""What the place of a deployment asks: how often it is said that this is a program, minors, naming, crisis duties, language.

`data/places.yml` holds the places, `data/spelling.yml` the words. The crisis services of a country are not here: `thaw.safety.services`.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Literal, Mapping, Optional

import pycountry
from pydantic import BaseModel, Extra, Field, ValidationError, root_validator

from thaw.data import DATA
from thaw.files import read_yaml
from thaw.settings import settings

PLACES_FILE = DATA / "places.yml"
SPELLING_FILE = DATA / "spelling.yml"

Language = Literal["american", "british", "canadian"]
Duty = Literal["disclosure", "hourly_for_minors", "protocol", "count", "naming", "privacy", "titles"]


class PlacesError(Exception):
    """The file of places is broken; the message names the place."""


class _Strict(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True


class Cadence(_Strict):
    """When a visitor is told that this is an automated program."""

    at_start: bool
    """Before the first exchange."""
    on_asking: bool
    days_away: int = Field(gt=0)
    """Again when the visitor comes back after so many days."""
    hours_of_use: int = Field(gt=0)
    """Again after so many hours of use."""
    hours_of_use_minor: int = Field(gt=0)
    """The same for someone who said that they are a minor."""


class Minors(_Strict):
    """Who is a minor, and what a minor is not offered."""

    age: int = Field(gt=0)
    """A minor is younger than this."""
    not_offered: list[Literal["matching"]]


class Exercise(_Strict):
    """How the exercise is named: where the law says so it is `never` called therapy, elsewhere that is `avoided` all the same."""

    named_therapy: Literal["never", "avoided"]


class Crisis(_Strict):
    """What the operator publishes: `needed` by law, or `kept` because Thaw does it anyway."""

    published_protocol: Literal["needed", "kept"]
    yearly_count: Literal["needed", "kept"]


class Law(_Strict):
    """A law and what it asks of a program like this."""

    name: str
    asks: list[Duty] = Field(min_items=1)
    since: Optional[dt.date] = None
    """In force from then on; it is kept before."""
    evidence: Literal["V", "K"]


class Place(_Strict):
    """What holds where Thaw is deployed."""

    name: str
    countries: list[str] = []
    """The countries of a place that is several."""
    language: Language
    cadence: Cadence
    minors: Minors
    exercise: Exercise
    crisis: Crisis
    laws: list[Law] = []

    @root_validator(skip_on_failure=True)
    def _keeps_its_laws(cls, values: dict[str, Any]) -> dict[str, Any]:
        cadence, crisis = values["cadence"], values["crisis"]
        told = cadence.at_start and cadence.on_asking and cadence.days_away <= 7 and cadence.hours_of_use <= 3
        kept = {
            "disclosure": told,
            "hourly_for_minors": cadence.hours_of_use_minor <= 1,
            "protocol": crisis.published_protocol == "needed",
            "count": crisis.yearly_count == "needed",
            "naming": values["exercise"].named_therapy == "never",
        }
        for law in values["laws"]:
            broken = [duty for duty in law.asks if not kept.get(duty, True)]
            if broken:
                raise ValueError(f"does not keep what {law.name} asks: {', '.join(broken)}")
        return values


class Places(_Strict):
    """The whole file, every place written out."""

    version: Literal[1]
    check_by: dt.date
    anywhere: Place
    places: dict[str, Place]


@lru_cache(maxsize=1)
def places() -> Places:
    """The places, read once.

    Raises:
        PlacesError: the file is broken.
    """
    content = read_yaml(PLACES_FILE)
    strictest, written = content["anywhere"], content["places"]
    found = {}
    for code, own in written.items():
        above = _under(written.get(code.partition("-")[0], {}), strictest) if "-" in code else strictest
        try:
            found[code] = Place.parse_obj(_under(own, above))
        except ValidationError as error:
            raise PlacesError(f"{PLACES_FILE.name}, {code}: {error}") from None
    try:
        return Places.parse_obj({**content, "places": found})
    except ValidationError as error:
        raise PlacesError(f"{PLACES_FILE.name}: {error}") from None


def _under(own: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """A place with what it takes from the one above it: section by section, and the laws of both."""
    merged = {**above, **own}
    for section in ("cadence", "minors", "exercise", "crisis"):
        merged[section] = {**above[section], **own.get(section, {})}
    merged["laws"] = [*above.get("laws", []), *own.get("laws", [])]
    return merged


def code_of(place: str) -> Optional[str]:
    """The code of the row for a place: its own, its country's, or the EU's for a member; None if no row is for it."""
    code = place.strip().upper()
    country = code.partition("-")[0]
    if "-" in code and pycountry.subdivisions.get(code=code) is None:
        return None
    rows = places().places
    union = next((key for key, row in rows.items() if country in row.countries), None)
    return next((key for key in (code, country, union) if key in rows), None)


def place_of(place: Optional[str], country: Optional[str] = None) -> Place:
    """What holds in a place; without one, in the site's country; and where neither has a row, the strictest of all."""
    code = code_of(place or country or "")
    return places().places[code] if code else places().anywhere


def is_in(place: str, country: str) -> bool:
    """Whether a place lies in a country, or is a union that has it."""
    return place.partition("-")[0] == country or country in place_of(place if place in places().places else None).countries


@lru_cache(maxsize=1)
def here() -> Place:
    """What holds where this process is deployed."""
    return place_of(settings().place, settings().country)


def spelled(text: str, language: Language, copied: bool = False) -> str:
    """The text as the language writes it.

    Args:
        text: words of ours, American. Not a visitor's, and not an operator's: names stay as they are.
        language: the place's.
        copied: what stands in quotation marks is there to be copied, and stays.
    """
    words, pattern = _table(language)
    if pattern is None:
        return text

    def respelled(found: re.Match[str]) -> str:
        word = words[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() else word

    if copied:
        parts = re.split(r'("[^"]*")', text)
        return "".join(part if part.startswith('"') else pattern.sub(respelled, part) for part in parts)
    return pattern.sub(respelled, text)


@lru_cache(maxsize=3)
def _table(language: Language) -> tuple[Mapping[str, str], Optional[re.Pattern[str]]]:
    content = read_yaml(SPELLING_FILE)
    british: dict[str, str] = content["british"]
    words = {"american": {}, "british": british, "canadian": {word: british[word] for row in content["canadian"] for word in row}}[language]
    longest_first = sorted(words, key=len, reverse=True)
    return words, re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE) if words else None
