"""Deployments by place: what the laws of the safety sheet ask, kept as data; and the words as each place writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from thaw import places as module
from thaw import responses as words
from thaw.channels.renderer import Scene, draft, render
from thaw.handoff.form import State
from thaw.handoff.summary import consent_text
from thaw.places import PLACES_FILE, Language, Place, PlacesError, code_of, place_of, places, spelled
from thaw.responses import Responses, responses
from thaw.settings import ROOT, SettingsError, load_settings

STATES = ["US-CA", "US-UT", "US-NY", "US-IL", "US-NV", "US-TN", "US-ME", "US-OR", "US-WA"]
EVERYWHERE = [*STATES, "US", "EU", "GB", "CA", "AU", None]
NO_THERAPY = ["US-IL", "US-NV", "US-TN", "US-ME"]


def laws(place: str) -> dict[str, Any]:
    return {law.name: law for law in place_of(place).laws}


# The table of the safety sheet


def test_the_places_were_looked_at_in_time() -> None:
    """When this fails: have the laws of data/places.yml looked at again, then move check_by on."""
    assert dt.date.today() <= places().check_by


@pytest.mark.parametrize("place", EVERYWHERE)
def test_everywhere_it_is_said_at_the_start_on_asking_after_seven_days_and_every_three_hours(place: str | None) -> None:
    cadence = place_of(place).cadence
    assert cadence.at_start and cadence.on_asking
    assert (cadence.days_away, cadence.hours_of_use) == (7, 3)


@pytest.mark.parametrize(
    ("place", "law"),
    [("EU", "EU AI Act 50(1)"), ("US-CA", "CA SB 243"), ("US-UT", "UT HB 452"), ("US-NY", "NY GBL 47"), ("US-WA", "WA HB 2225")],
)
def test_the_disclosure_is_asked_by(place: str, law: str) -> None:
    assert "disclosure" in laws(place)[law].asks


def test_a_known_minor_hears_it_every_hour_in_washington_and_where_the_place_is_not_known() -> None:
    assert laws("US-WA")["WA HB 2225"].since == dt.date(2027, 1, 1)
    hourly = [place for place in EVERYWHERE if place_of(place).cadence.hours_of_use_minor == 1]
    assert hourly == ["US-WA", "US", None]
    assert {place_of(place).cadence.hours_of_use_minor for place in EVERYWHERE} == {1, 3}


@pytest.mark.parametrize(("place", "law", "since"), [("US-CA", "CA SB 243", None), ("US-OR", "OR SB 1546", dt.date(2027, 1, 1))])
def test_a_published_protocol_and_a_count_are_needed(place: str, law: str, since: dt.date | None) -> None:
    assert {"protocol", "count"} <= set(laws(place)[law].asks)
    assert laws(place)[law].since == since
    assert place_of(place).crisis.published_protocol == place_of(place).crisis.yearly_count == "needed"


def test_the_protocol_and_the_count_that_a_place_needs_are_there() -> None:
    assert "# Crisis protocol" in (ROOT / "docs" / "crisis-protocol.md").read_text(encoding="utf-8")
    assert "tools.referrals" in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize(("place", "law"), [("US-IL", "IL WOPR"), ("US-NV", "NV AB 406"), ("US-TN", "TN SB 1580"), ("US-ME", "ME HP 1397")])
def test_the_exercise_is_never_named_therapy(place: str, law: str) -> None:
    assert laws(place)[law].asks == ["naming"]
    assert place_of(place).exercise.named_therapy == "never"


def test_no_choice_that_leads_to_the_exercise_and_none_of_its_texts_names_therapy() -> None:
    """Where the idea comes from is told once, to those who ask how it would help (`utter_ask_why_exercise`)."""
    for name in responses().names:
        for wording in responses().variations(name):
            leading = [button.title for button in wording.buttons if button.payload in ("/start_exercise", "/ask_something_to_try")]
            said = "\n".join([*leading, *wording.metadata.steps, wording.text if wording.metadata.kind == "exercise" else ""])
            assert not re.search(r"therap|treatment|session|behavio", said, re.IGNORECASE), name


@pytest.mark.parametrize(
    ("place", "law"), [("US-UT", "UT HB 452"), ("US-WA", "WA MHMDA"), ("US", "FTC v. BetterHelp"), ("EU", "GDPR art. 9")]
)
def test_no_sale_and_no_third_party_is_asked_by(place: str, law: str) -> None:
    assert "privacy" in laws(place)[law].asks


def test_what_holds_in_the_whole_country_holds_in_each_state() -> None:
    assert all("FTC v. BetterHelp" in laws(state) for state in STATES)
    assert "titles" in laws("US-CA")["CA AB 489"].asks


@pytest.mark.parametrize("place", EVERYWHERE)
def test_a_minor_is_under_18_and_is_not_offered_the_matching(place: str | None) -> None:
    minors = place_of(place).minors
    assert (minors.age, minors.not_offered) == (18, ["matching"])
    rendered = render([draft("utter_ask_therapy", 1)], Scene(None, minor=True), load_settings(_env_file=None))
    assert not {"/ask_matching", "/want_match", "/plain_link"} & {choice.payload for choice in rendered.choices.values()}


@pytest.mark.parametrize(
    ("place", "language"),
    [("US-CA", "american"), (None, "american"), ("GB", "british"), ("EU", "british"), ("AU", "british"), ("CA", "canadian")],
)
def test_the_language_is_that_of_the_place(place: str | None, language: str) -> None:
    assert place_of(place).language == language


# Which place it is


@pytest.mark.parametrize(
    ("written", "code"),
    [("us-ca", "US-CA"), ("US-TX", "US"), ("CA-ON", "CA"), ("AU-NSW", "AU"), ("DE", "EU"), ("eu", "EU"), ("NZ", None), ("US-XX", None)],
)
def test_a_place_is_its_own_row_else_its_countrys_else_its_unions(written: str, code: str | None) -> None:
    assert code_of(written) == code


def test_without_a_place_the_country_decides_and_without_both_the_strictest_holds() -> None:
    assert place_of(None, "GB").name == "United Kingdom"
    assert place_of("US-WA", "US").name == "Washington"
    assert place_of(None, "NZ") == place_of(None) == places().anywhere


def test_nobody_is_stricter_than_where_the_place_is_not_known() -> None:
    strictest = places().anywhere
    for each in places().places.values():
        assert each.cadence.hours_of_use_minor >= strictest.cadence.hours_of_use_minor
    assert strictest.exercise.named_therapy == "never"
    assert strictest.crisis.published_protocol == strictest.crisis.yearly_count == "needed"


@pytest.mark.parametrize(
    ("given", "expected"),
    [({"place": " us-ca "}, "US-CA"), ({"place": "EU", "country": "DE"}, "EU"), ({"place": "DE", "country": "DE"}, "DE")],
)
def test_the_setting_takes_a_place(given: dict[str, str], expected: str) -> None:
    assert load_settings(_env_file=None, **given).place == expected


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"place": "Narnia"}, "must be a place of data/places.yml"),
        ({"place": "US-XX"}, "US-WA"),
        ({"place": "US-CA", "country": "GB"}, "THAW_COUNTRY is GB"),
        ({"place": "EU", "country": "US"}, "THAW_COUNTRY is US"),
    ],
)
def test_a_place_that_is_not_known_or_in_another_country_stops_the_start(given: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match="THAW_PLACE") as caught:
        load_settings(_env_file=None, **given)
    assert named in str(caught.value)


# The file


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Writes the file of places with a change to one of them, and reads it."""
    content = yaml.safe_load(PLACES_FILE.read_text(encoding="utf-8"))
    monkeypatch.setattr(module, "PLACES_FILE", tmp_path / "places.yml")

    def change(code: str, **own: Any) -> Place:
        content["places"][code].update(own)
        (tmp_path / "places.yml").write_text(yaml.safe_dump(content), encoding="utf-8")
        return places.__wrapped__().places[code]

    yield change


@pytest.mark.parametrize(
    ("code", "own", "named"),
    [
        ("US-WA", {"cadence": {"hours_of_use_minor": 3}}, "WA HB 2225"),
        ("US-CA", {"crisis": {"yearly_count": "kept"}}, "count"),
        ("US-IL", {"exercise": {"named_therapy": "avoided"}}, "naming"),
        ("US-NY", {"cadence": {"days_away": 30}}, "NY GBL 47"),
        ("GB", {"language": "klingon"}, "language"),
        ("GB", {"hotline": "116 123"}, "hotline"),
    ],
)
def test_a_place_that_breaks_its_own_law_or_the_schema_is_named(changed: Any, code: str, own: dict[str, Any], named: str) -> None:
    with pytest.raises(PlacesError, match=code) as caught:
        changed(code, **own)
    assert named in str(caught.value)


# The words


@pytest.mark.parametrize(
    ("american", "british", "canadian"),
    [
        ("Gray, all of it.", "Grey, all of it.", "Grey, all of it."),
        ("Three colors, one color.", "Three colours, one colour.", "Three colours, one colour."),
        ("Toward the door, and afterward home.", "Towards the door, and afterwards home.", "Toward the door, and afterward home."),
        ("Your mom, or a neighbor.", "Your mum, or a neighbour.", "Your mom, or a neighbour."),
        ("Behavioral Activation", "Behavioural Activation", "Behavioural Activation"),
        ("This program was momentary.", "This program was momentary.", "This program was momentary."),
    ],
)
def test_words_are_written_as_the_place_writes_them(american: str, british: str, canadian: str) -> None:
    assert spelled(american, "american") == american
    assert spelled(american, "british") == british
    assert spelled(american, "canadian") == canadian


def test_what_is_there_to_be_copied_in_a_crisis_stays_as_it_is() -> None:
    text = "Go to a neighbor. You can write: \"I'm at my neighbor's, toward the park.\""
    assert spelled(text, "british", copied=True) == "Go to a neighbour. You can write: \"I'm at my neighbor's, toward the park.\""


def in_language(language: Language, monkeypatch: pytest.MonkeyPatch) -> Responses:
    """The responses as a process in such a place reads them."""
    monkeypatch.setattr(words, "here", lambda: place_of({"british": "GB", "canadian": "CA", "american": "US"}[language]))
    return responses.__wrapped__()


def test_a_crisis_answer_keeps_its_quotation_in_britain_and_another_answer_does_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = {"text": 'To a neighbor: "Come toward the door."'}
    written = {"utter_a": [{**said, "metadata": {"kind": "crisis", "level": "support"}}], "utter_b": [said]}
    (tmp_path / "topic.yml").write_text(yaml.safe_dump({"responses": written}), encoding="utf-8")
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    among = in_language("british", monkeypatch)
    assert among.variations("utter_a")[0].text == 'To a neighbour: "Come toward the door."'
    assert among.variations("utter_b")[0].text == 'To a neighbour: "Come towards the door."'


def readable(among: Responses) -> list[str]:
    return [
        part
        for name in among.names
        for each in among.variations(name)
        for part in (each.text, *each.metadata.steps, each.metadata.label or "", *(button.title for button in each.buttons))
    ] + list(among.labels.values())


AMERICAN = re.compile(
    r"\b(gray\w*|mom|moms|toward|afterward|gotten|anemi\w+|pediatric\w*|\w*(?:col|fav|flav|hon|hum|lab|neighb|od|rum|behavi)or(?!ate)\w*"
    r"|(?!(?:size|prize|seize|capsize)d?\b)[a-z]{2,}[iy]z(?:e|es|ed|ing)|(?:travel|cancel|label|counsel)(?:ed|ing|or|ors)|center\w*|theater\w*|judgment"
    r"|pajamas|cozy|skeptic\w*|fulfill)\b",
    re.IGNORECASE,
)


def test_no_american_word_is_left_in_britain(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [found[0] for text in readable(in_language("american", monkeypatch)) if (found := AMERICAN.search(text))]
    assert [found[0] for text in readable(in_language("british", monkeypatch)) if (found := AMERICAN.search(text))] == []


def test_nothing_but_the_spelling_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    american, british = in_language("american", monkeypatch), in_language("british", monkeypatch)
    assert american.names == british.names
    for name in american.names:
        for one, other in zip(american.variations(name), british.variations(name), strict=True):
            assert [button.payload for button in one.buttons] == [button.payload for button in other.buttons]
            assert [len(part.split()) for part in one.text.split("\n\n")] == [len(part.split()) for part in other.text.split("\n\n")]
            assert re.findall(r"\{\w+\}", one.text) == re.findall(r"\{\w+\}", other.text)
            assert (one.when, one.claims, one.metadata.kind, one.metadata.path) == (
                other.when,
                other.claims,
                other.metadata.kind,
                other.metadata.path,
            )


def test_titles_still_fit_on_their_buttons_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("british", "canadian"):
        among = in_language(language, monkeypatch)  # type: ignore[arg-type]
        titles = [button.title for name in among.names for each in among.variations(name) for button in each.buttons]
        assert max(map(len, [*titles, *among.labels.values()])) <= 40


def test_names_that_the_operator_gives_are_not_respelled() -> None:
    """The spelling is done before anything is filled in."""
    settings = load_settings(_env_file=None, place="GB", matching_name="Gray Center for Behavioral Health")
    assert "Gray Center for Behavioral Health" in consent_text(State(), settings)


def test_the_united_states_read_the_words_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    written = {}
    for path in sorted((ROOT / "data" / "responses").glob("*.yml")):
        written.update(yaml.safe_load(path.read_text(encoding="utf-8")).get("responses") or {})
    among = in_language("american", monkeypatch)
    assert all(each.text == raw["text"] for name in among.names for each, raw in zip(among.variations(name), written[name], strict=True))
