"""Crisis services by country, from `data/safety/services.yml`."""

from __future__ import annotations

import datetime as dt
import gettext
import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import Any, Collection, Iterable, Literal, Optional

import pycountry
from pydantic import BaseModel, Extra, Field, root_validator

from thaw.data import DATA
from thaw.files import read_yaml
from thaw.languages import NOTICES
from thaw.safety.normalise import plain

SERVICES_FILE = DATA / "safety" / "services.yml"

Route = Literal["abuse", "birth", "child", "eating", "lgbtq", "spanish", "substances", "text", "veteran"]
_AFTER_THE_FIRST = frozenset({"child", "text"})
"""Routes whose services do not come before the one for everybody."""


class _Strict(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True


class Contact(_Strict):
    """One way to reach a service."""

    type: Literal["call", "text", "chat", "web"]
    label: str = Field(max_length=60)
    href: str = Field(regex=r"^(tel:\+?\d+|sms:\+?\d+(\?body=\w+)?|https://\S+)$")


class Service(_Strict):
    """A crisis service, with where its row was read and when."""

    name: str
    hours: str
    contacts: list[Contact] = Field(min_items=1)
    routes: list[Route] = []
    lists_topics: bool = False
    """Whether it leads to services by topic, of every country."""
    source: str
    checked: dt.date
    evidence: Literal["V", "S", "K"]


class Emergency(_Strict):
    """The emergency number of a place."""

    number: str = Field(regex=r"^\d{2,5}$")
    label: Optional[str]
    evidence: Literal["V", "S", "K"]


class Place(_Strict):
    """The services of one country, or of everywhere else."""

    name: str
    also: list[str] = []
    """Other names that people give it, in lower case."""
    emergency: Emergency
    services: list[Service] = Field(min_items=1)


class Need(_Strict):
    """What a service can be for: the words that ask for it, and its topic in the international list."""

    topic: Optional[str] = Field(max_length=40)
    asked_by: list[str] = []


class Directory(_Strict):
    """The whole file."""

    version: Literal[1]
    check_by: dt.date
    routes: dict[Route, Need]
    places: dict[str, Place]
    elsewhere: Place

    @root_validator(skip_on_failure=True)
    def _every_topic_is_listed_somewhere(cls, values: dict[str, Any]) -> dict[str, Any]:
        if not any(service.lists_topics for service in values["elsewhere"].services):
            raise ValueError("no service of elsewhere lists the topics")
        return values


@lru_cache(maxsize=1)
def directory() -> Directory:
    """The crisis services, read once."""
    return Directory.parse_obj(read_yaml(SERVICES_FILE))


def is_country(code: object) -> bool:
    """Whether `code` is an ISO 3166-1 alpha-2 country code, in either case."""
    return isinstance(code, str) and len(code) == 2 and code.isalpha() and _is_listed(code.upper())


@lru_cache(maxsize=512)
def _is_listed(code: str) -> bool:
    return pycountry.countries.get(alpha_2=code) is not None


_LIVES_ABROAD = (
    r"(?:(?:yo )?(?:estoy|vivo|resido) en|je suis (?:en|au|aux)|j'?habite (?:en|au|aux)|ich (?:bin|wohne|lebe) in"
    r"|(?:eu )?(?:estou|moro|vivo) (?:em|no|na|nos)|(?:sono|vivo|abito) (?:in|nel|negli))"
)
"""How someone says in another language where they are."""
_ABROAD = rf"{_LIVES_ABROAD}(?: (?:los|las|el|la|le|les|den|der|die|o|os|gli))?"
"""The same, with a country's article."""
_AROUND = re.compile(
    rf"^(?:(?:i'?m|i am|we'?re|i live|living|based|from|in|it'?s|the|here in|over"
    rf"|{_LIVES_ABROAD}(?: (?:el|la|le|die|o|os|gli))?|soy de|desde|en|au|aux|aus|em|der|den|los|las|les)\s+)+"
    r"|(?:(?<!\s)\s+)?(?:here|actually|right now|now)[.,!\s]*$|(?:(?<![.,!\s])|(?<=\s)(?!\s))[.,!\s]*$"
)


def named_country(text: str) -> Optional[str]:
    """The country that an answer to "which country are you in?" names ("ireland", "I'm in the UK"), ISO 3166-1 alpha-2, or None."""
    plain = _AROUND.sub("", text.strip().lower().replace("’", "'"))
    return _country_names().get(plain) or country_of_town(text)


def country_after_notice(text: str, last: Collection[str]) -> Optional[str]:
    """The country that a text names where the last answer said, in the visitor's language, that only English is read; else None."""
    return named_country(text) if any(notice in last for notice in NOTICES.values()) else None


_NO_TOWN = r"(?!.*\b(?:my|our|his|her|their|your|i|me|you|he|she|they|we|like|love|not|a|an|this|that)\b)"
_A_TOWN = rf"{_NO_TOWN}[^\W\d][\w'.-]*(?: [^\W\d][\w'.-]*){{0,3}}"
_TOWN = re.compile(rf"^{_A_TOWN}, ?(?:in )?(?:the )?(.+)")


def country_of_town(text: str) -> Optional[str]:
    """The country of a message that is a town's name and a country's ("lyon, france"), or None."""
    match = _TOWN.fullmatch(_AROUND.sub("", text.strip().lower().replace("’", "'")))
    return _unmistakable(match[1]) if match else None


_I_AM_IN = re.compile(r"\b(?:i'?m|i am|we'?re|i live|i'?m living|living|based|here) in (?:the )?([a-z][a-z .]{1,40})")
_I_AM_IN_A_TOWN = re.compile(
    r"\b(?:i'?m|i am|we'?re|i live|i'?m living|living|based|here) in ([\w'. -]{2,40}, ?[\w .]{2,40}?)(?= and\b|[.,;!?\n]|$)"
)
_I_AM_ABROAD = re.compile(rf"\b{_ABROAD} ([^\W\d][\w .'-]{{1,40}})")
_ALSO_SOMETHING_ELSE = frozenset({"georgia", "jersey", "us", "chad", "guinea", "oz", "island", "grenade", "suede", "reunion"})
"""Names that in the middle of a sentence may be another place, a person or a pronoun."""


def told_country(text: str) -> Optional[str]:
    """The country in which a text says its writer is ("I'm in Ireland and ..."), or None. Nothing is guessed from anything else."""
    lower = text.lower().replace("’", "'")
    for match in chain(_I_AM_IN.finditer(lower), _I_AM_ABROAD.finditer(lower)):
        words = match.group(1).split()
        for length in range(min(4, len(words)), 0, -1):
            country = _unmistakable(" ".join(words[:length]).rstrip(". "))
            if country:
                return country
    towns = (country_of_town(match.group(1)) for match in _I_AM_IN_A_TOWN.finditer(lower))
    return next(filter(None, towns), None)


def _unmistakable(name: str) -> Optional[str]:
    """The country of a name that can hardly be anything else."""
    is_one = name not in _ALSO_SOMETHING_ELSE and (len(name) > 3 or name in ("uk", "usa"))
    return _country_names().get(name) if is_one else None


def has_own_services(country: str) -> bool:
    """Whether the file has services of the country."""
    return country in directory().places


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    names = {}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)):
            if name:
                names[name.lower()] = country.alpha_2
        names[country.alpha_3.lower()] = country.alpha_2
    for code, place in directory().places.items():
        names.update({name: code for name in (place.name.lower(), *place.also)})
    return {**_names_abroad(), **names}


def _names_abroad() -> dict[str, str]:
    """The countries' names in the languages that a notice is written in, with and without their accents."""
    names = {}
    for language in NOTICES:
        translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True).gettext
        for country in pycountry.countries:
            for name in {translated(country.name).lower(), translated(getattr(country, "common_name", country.name)).lower()}:
                without = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
                names.update({name: country.alpha_2, without: country.alpha_2})
    return names


def needs_told(text: str) -> tuple[Route, ...]:
    """The routes that a visitor's words ask for ("I'm a veteran"), in the file's order."""
    words = plain(text)
    return tuple(route for route, pattern in _asking() if pattern.search(words))


@lru_cache(maxsize=1)
def _asking() -> tuple[tuple[Route, re.Pattern[str]], ...]:
    asked = ((route, need.asked_by) for route, need in directory().routes.items() if need.asked_by)
    return tuple((route, re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")) for route, words in asked)


def services_for(country: Optional[str], level: str, routes: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The services to show, in the form of `site-channel.md`.

    Args:
        country: ISO 3166-1 alpha-2, or None if it is not known (then the international row).
        level: `ask`, `support` or `urgent`; `urgent` puts the emergency number first.
        routes: what the visitor's trouble is besides suicidal thoughts: services for it come before the others. Where the country has
            none for it here, the international list is shown with its topic.
    """
    place = directory().places.get((country or "").upper(), directory().elsewhere)
    asked = tuple(dict.fromkeys(routes))
    general = [service for service in place.services if not service.routes]
    own = [service for service in place.services if set(service.routes) & set(asked) - _AFTER_THE_FIRST]
    after_first = [service for service in place.services if set(service.routes) & set(asked) and service not in own]
    topics = _topics_missing(place, asked)
    finder = next(service for service in directory().elsewhere.services if service.lists_topics)
    if topics and finder not in general:
        (own if set(asked) - _AFTER_THE_FIRST else after_first).append(finder)
    found = [
        {
            "name": service.name,
            "hours": f"Lines by country and topic: {', '.join(topics)}" if topics and service == finder else service.hours,
            "contacts": [contact.dict() for contact in service.contacts],
        }
        for service in (*own, *general[:1], *after_first, *general[1:])
    ]
    emergency = {
        "name": "Emergency services",
        "hours": "24 hours, every day",
        "contacts": [
            {
                "type": "call",
                "label": place.emergency.label or f"Call {place.emergency.number}",
                "href": f"tel:{place.emergency.number}",
            }
        ],
    }
    return [emergency, *found] if level == "urgent" else [*found, emergency]


def _topics_missing(place: Place, asked: Iterable[str]) -> list[str]:
    """Topics of the international list for which the place has no service of its own here."""
    served = {route for service in place.services for route in service.routes}
    if any(contact.type in ("text", "chat") for service in place.services if not service.routes for contact in service.contacts):
        served.add("text")
    return [need.topic for route, need in directory().routes.items() if need.topic and route in asked and route not in served]
