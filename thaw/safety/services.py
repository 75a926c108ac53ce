"""Crisis services by country, from `data/safety/services.yml`."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Literal, Optional

import pycountry
import yaml
from pydantic import BaseModel, Extra, Field

from thaw.data import DATA

SERVICES_FILE = DATA / "safety" / "services.yml"

Route = Literal["abuse", "birth", "child", "veteran", "substances"]


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


class Directory(_Strict):
    """The whole file."""

    version: Literal[1]
    check_by: dt.date
    places: dict[str, Place]
    elsewhere: Place


@lru_cache(maxsize=1)
def directory() -> Directory:
    """The crisis services, read once."""
    return Directory.parse_obj(yaml.safe_load(SERVICES_FILE.read_text(encoding="utf-8")))


def is_country(code: object) -> bool:
    """Whether `code` is an ISO 3166-1 alpha-2 country code, in either case."""
    return isinstance(code, str) and len(code) == 2 and code.isalpha() and _is_listed(code.upper())


@lru_cache(maxsize=512)
def _is_listed(code: str) -> bool:
    return pycountry.countries.get(alpha_2=code) is not None


_AROUND = re.compile(
    r"^(?:(?:i'?m|i am|im|we'?re|i live|living|based|from|in|it'?s|the|here in|over)\s+)+|\s*(?:here|actually|right now|now)?[.,!\s]*$"
)


def named_country(text: str) -> Optional[str]:
    """The country that an answer to "which country are you in?" names ("ireland", "I'm in the UK"), ISO 3166-1 alpha-2, or None."""
    plain = _AROUND.sub("", text.strip().lower().replace("’", "'"))
    return _country_names().get(plain)


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
    return names


def services_for(country: Optional[str], level: str, routes: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The services to show, in the form of `site-channel.md`.

    Args:
        country: ISO 3166-1 alpha-2, or None if it is not known (then the international row).
        level: `ask`, `support` or `urgent`; `urgent` puts the emergency number first.
        routes: what the visitor's trouble is besides suicidal thoughts: services for it come before the others.
    """
    place = directory().places.get((country or "").upper(), directory().elsewhere)
    # A line for some of the young does not come before the one for everybody.
    special = [service for service in place.services if set(service.routes) & set(routes) - {"child"}]
    general = [service for service in place.services if not service.routes]
    young = [service for service in place.services if "child" in service.routes and "child" in routes]
    general = [*general[:1], *young, *general[1:]]
    shown = [
        {
            "name": service.name,
            "hours": service.hours,
            "contacts": [contact.dict() for contact in service.contacts],
        }
        for service in special + general
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
    return [emergency, *shown] if level == "urgent" else [*shown, emergency]
