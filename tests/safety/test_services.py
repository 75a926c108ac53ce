"""The crisis services: the one place where a number stands."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import yaml
from pydantic import ValidationError

from thaw.safety.risk_signals import ROUTES
from thaw.safety.services import SERVICES_FILE, Directory, directory, is_country, named_country, needs_told, services_for, told_country

HOTLINES = {
    "US": ("911", {"988", "741741"}),
    "CA": ("911", {"988"}),
    "GB": ("999", {"116123", "85258"}),
    "IE": ("112", {"116123", "1800247247", "50808"}),
    "AU": ("000", {"131114", "0477131114"}),
    "NZ": ("111", {"1737", "0508828865"}),
    "IN": ("112", {"14416", "18008914416"}),
    "DE": ("112", {"08001110111", "08001110222", "116123"}),
    "FR": ("15", {"3114"}),
    "ES": ("112", {"024"}),
    "NL": ("112", {"113", "08000113"}),
    "BR": ("192", {"188"}),
    "ZA": ("112", {"0800567567"}),
}
"""Emergency number and lines of each country, as checked for the project."""


def numbers(services: list[dict]) -> list[str]:
    """The numbers to call or text, in the order shown."""
    hrefs = [contact["href"] for service in services for contact in service["contacts"]]
    return [re.sub(r"^(tel|sms):\+?|\?.*", "", href) for href in hrefs if not href.startswith("https:")]


def test_the_numbers_were_checked_and_are_not_past_their_date() -> None:
    """When this fails: check every row of services.yml at its source, then move check_by on."""
    assert dt.date.today() <= directory().check_by


def test_no_row_was_checked_in_the_future_or_after_the_files_date() -> None:
    places = [*directory().places.values(), directory().elsewhere]
    assert all(service.checked <= directory().check_by for place in places for service in place.services)


@pytest.mark.parametrize("country", sorted(directory().places))
def test_every_place_is_a_country_that_was_checked_with_its_lines_and_emergency_number(country: str) -> None:
    assert is_country(country)
    emergency, lines = HOTLINES[country]
    shown = numbers(services_for(country, "support"))
    assert lines <= set(shown)
    assert shown[-1] == emergency


def test_no_checked_country_is_missing() -> None:
    assert set(HOTLINES) == set(directory().places)


@pytest.mark.parametrize("country", [*HOTLINES, None])
@pytest.mark.parametrize("routes", [(), ("abuse",), ("birth", "child")])
def test_the_emergency_number_comes_first_when_it_is_urgent_and_is_never_left_out(country: str | None, routes: tuple[str, ...]) -> None:
    names = {level: [service["name"] for service in services_for(country, level, routes)] for level in ("ask", "support", "urgent")}
    assert names["urgent"][0] == "Emergency services"
    for level in ("ask", "support"):
        assert names[level][-1] == "Emergency services"
        assert len(names[level]) >= 2
    assert sorted(names["urgent"]) == sorted(names["support"])


@pytest.mark.parametrize("country", [None, "", "JP", "XX"])
def test_where_the_country_is_not_known_the_international_row_is_shown_and_no_countrys_number(country: str | None) -> None:
    services = services_for(country, "support")
    assert [service["name"] for service in services[:2]] == ["Find A Helpline", "International Association for Suicide Prevention"]
    assert numbers(services) == ["112"]
    assert "local emergency number" in services[-1]["contacts"][0]["label"]


def test_the_country_is_read_in_either_case() -> None:
    assert services_for("gb", "support") == services_for("GB", "support")


@pytest.mark.parametrize(("route", "first"), [("abuse", "Domestic Violence"), ("birth", "Maternal"), ("substances", "SAMHSA")])
def test_the_service_for_the_visitors_trouble_comes_first_and_only_then(route: str, first: str) -> None:
    assert first in services_for("US", "support", (route,))[0]["name"]
    assert not any(first in service["name"] for service in services_for("US", "support"))


def test_a_minor_has_the_line_for_everybody_first_and_the_one_for_some_of_the_young_after_it() -> None:
    names = [service["name"] for service in services_for("US", "support", ("child",))]
    assert names[0].startswith("988") and "Trevor" in names[1]
    assert not any("Trevor" in service["name"] for service in services_for("US", "support"))


def test_a_card_of_the_united_states_shows_the_two_lines_that_fit_everybody_and_no_other() -> None:
    names = [service["name"] for service in services_for("US", "support")]
    assert names == ["988 Suicide & Crisis Lifeline", "Crisis Text Line", "Emergency services"]
    contacts = [contact["type"] for service in services_for("US", "support") for contact in service["contacts"]]
    assert {"call", "text"} <= set(contacts)


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("im a veteran and i want to die", "Call 988, then 1"),
        ("I'm a vet, two tours", "Call 988, then 1"),
        ("nothing since Iraq", "Text 838255"),
        ("can i talk in spanish", "Call 988, then 2"),
        ("quiero morir", "Call 988, then 2"),
        ("im gay and they don't know", "Text START to 678-678"),
        ("i'm trans and 19", "Text START to 678-678"),
        ("since the baby was born", "Call 1-800-944-4773"),
        ("i relapsed last night", "Call 1-800-662-4357"),
    ],
)
def test_a_special_line_of_the_united_states_comes_first_where_the_visitors_words_ask_for_it(told: str, label: str) -> None:
    first = services_for("US", "support", needs_told(told))[0]
    others = services_for("US", "support", needs_told("i want to die"))
    assert label in str(first) or label in str(services_for("US", "support", needs_told(told))[1])
    assert label not in str(others)


@pytest.mark.parametrize(
    "text", ["i feel nothing", "my vet said the dog is fine", "the game was the best", "transport was late", "they say i am checked out"]
)
def test_words_that_ask_for_nothing_change_no_card(text: str) -> None:
    assert needs_told(text) == ()


US_NUMBERS = set(numbers(services_for("US", "support", directory().routes))) - {"911", "988"}
EVERY_COUNTRY_BUT_THE_US = [*(country for country in HOTLINES if country != "US"), None, "JP", "KE"]


@pytest.mark.parametrize("country", EVERY_COUNTRY_BUT_THE_US)
@pytest.mark.parametrize("level", ["support", "urgent"])
def test_no_number_of_the_united_states_is_shown_elsewhere_whatever_the_trouble(country: str | None, level: str) -> None:
    shown = services_for(country, level, directory().routes)
    assert not US_NUMBERS & set(numbers(shown))
    assert country == "CA" or not {"911", "988"} & set(numbers(shown))


@pytest.mark.parametrize("country", EVERY_COUNTRY_BUT_THE_US)
@pytest.mark.parametrize(
    ("route", "topic"),
    [
        ("abuse", "domestic abuse"),
        ("child", "children and young people"),
        ("eating", "eating"),
        ("birth", "new parents"),
        ("lgbtq", "gender"),
    ],
)
def test_where_a_country_has_no_line_for_the_trouble_the_international_list_is_shown_with_its_topic(
    country: str | None, route: str, topic: str
) -> None:
    shown = services_for(country, "urgent", (route,))
    finder = [service for service in shown if service["name"] == "Find A Helpline"]
    assert len(finder) == 1 and topic in finder[0]["hours"]
    assert shown[0]["name"] == "Emergency services" and finder[0] in shown[1:3]


def test_the_united_states_need_no_international_list_for_what_they_have_a_line_for() -> None:
    names = [service["name"] for service in services_for("US", "support", ("abuse", "birth", "child", "veteran", "spanish", "text"))]
    assert "Find A Helpline" not in names


def test_where_no_line_is_written_to_who_cannot_phone_is_led_to_one() -> None:
    assert "text and chat" in str(services_for("DE", "support", ("text",)))
    assert services_for("GB", "support", ("text",)) == services_for("GB", "support")


def test_every_route_of_the_risk_machine_is_served_somewhere_or_listed_by_its_topic() -> None:
    served = {route for place in directory().places.values() for service in place.services for route in service.routes}
    listed = {route for route, need in directory().routes.items() if need.topic}
    assert {route for routes in ROUTES.values() for route in routes} <= served | listed
    assert set(directory().routes) <= served | listed


@pytest.mark.parametrize("country", [*HOTLINES, None])
def test_a_service_is_shown_with_what_the_contract_says_and_nothing_else(country: str | None) -> None:
    for service in services_for(country, "urgent", ("abuse", "birth", "child", "substances")):
        assert set(service) == {"name", "hours", "contacts"}
        for contact in service["contacts"]:
            assert set(contact) == {"type", "label", "href"}
            scheme = {"call": "tel:", "text": "sms:", "chat": "https:", "web": "https:"}[contact["type"]]
            assert contact["href"].startswith(scheme)
            dialled = re.sub(r"\D", "", contact["href"].partition("?")[0])
            if scheme == "tel:" and not contact["label"].startswith("Call your local"):
                assert dialled.endswith(re.sub(r"\D", "", contact["label"].partition(", then")[0])), (
                    "the number shown is not the number dialled"
                )


@pytest.mark.parametrize(
    "breakage",
    [
        {"check_by": "some day"},
        {"elsewhere": {"name": "elsewhere", "services": []}},
        {"places": {"US": {"name": "US", "emergency": {"number": "nine", "evidence": "V"}, "services": []}}},
        {"numbers": []},
        {"routes": {"the weather": {"topic": "rain"}}},
    ],
)
def test_a_broken_file_is_refused(breakage: dict) -> None:
    content = yaml.safe_load(SERVICES_FILE.read_text(encoding="utf-8"))
    Directory.parse_obj(content)
    with pytest.raises(ValidationError):
        Directory.parse_obj({**content, **breakage})


@pytest.mark.parametrize("href", ["988", "tel:988 press 3", "http://988lifeline.org", "javascript:alert(1)", "tel:"])
def test_an_address_that_a_browser_would_not_dial_is_refused(href: str) -> None:
    content = yaml.safe_load(SERVICES_FILE.read_text(encoding="utf-8"))
    content["places"]["US"]["services"][0]["contacts"][0]["href"] = href
    with pytest.raises(ValidationError):
        Directory.parse_obj(content)


@pytest.mark.parametrize("code", ["US", "us", "GB", "Nl"])
def test_a_country_code_is_known_in_either_case(code: str) -> None:
    assert is_country(code)


@pytest.mark.parametrize("code", ["", "U", "USA", "XX", "U1", " U", None, 1, ["U", "S"], "ß", "ŪŠ"])
def test_what_is_no_country_code_is_refused(code: object) -> None:
    assert not is_country(code)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Turin, Italy", "IT"),
        ("saint-malo, france", "FR"),
        ("i'm in swansea, wales", "GB"),
        ("new orleans, usa", "US"),
        ("atlanta, georgia", None),
        ("my brother, jordan", None),
        ("tired, sad", None),
    ],
)
def test_a_town_and_its_country_name_the_country(text: str, country: str | None) -> None:
    assert named_country(text) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Estados Unidos", "US"),
        ("en España", "ES"),
        ("estoy en los estados unidos", "US"),
        ("Mexico", "MX"),
        ("méxico", "MX"),
        ("aux États-Unis", "US"),
        ("je suis en Allemagne", "DE"),
        ("in der Schweiz", "CH"),
        ("ich wohne in Österreich", "AT"),
        ("moro no Brasil", "BR"),
        ("Stati Uniti", "US"),
        ("nada", None),
        ("no lo sé", None),
    ],
)
def test_a_country_is_known_by_its_name_in_the_languages_of_the_notices(text: str, country: str | None) -> None:
    assert named_country(text) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("quiero morir. estoy en los Estados Unidos y no puedo más", "US"),
        ("je suis en France, je n'en peux plus", "FR"),
        ("I'm in island mode, far from everyone", None),
        ("estoy en la mierda", None),
    ],
)
def test_who_says_in_another_language_where_they_are_is_believed(text: str, country: str | None) -> None:
    assert told_country(text) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [("I live in Cork, Ireland and it never gets better", "IE"), ("i'm in a mess, jordan left me", None), ("i was in paris, france", None)],
)
def test_who_says_to_be_in_a_town_says_to_be_in_its_country(text: str, country: str | None) -> None:
    assert told_country(text) == country
