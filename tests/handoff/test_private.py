"""What a summary never carries, in the ways people tell it; and what looks like it and is none."""

from __future__ import annotations

import time

import pytest

from thaw.handoff.private import without
from thaw.handoff.words import kept


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("i'm John Smith and it is flat", "i'm … and it is flat"),
        ("im john and i feel flat", "im … and i feel flat"),
        ("i'm mark smith, numb", "i'm …, numb"),
        ("I'm Mark, two years", "I'm …, two years"),
        ("i'm Zbigniew, numb", "i'm …, numb"),
        ("this is Mary, flat for years", "this is …, flat for years"),
        ("this is mary, flat for years", "this is …, flat for years"),
        ("Hi, I'm Siobhan O'Brien and it is flat", "Hi, I'm … and it is flat"),
        ("my name is khaleesi and it is flat", "my name is … and it is flat"),
        ("MY NAME IS JOHN SMITH AND I FEEL NOTHING", "MY NAME IS … AND I FEEL NOTHING"),
        ("you can call me Bob, it is flat", "you can call me …, it is flat"),
        ("Mary here, flat for years", "… here, flat for years"),
        ("two years. Thanks, Mary", "two years. Thanks, …"),
        ("two years - Mary", "two years - …"),
        ("my wife, Sarah, says i'm checked out", "my wife, …, says i'm checked out"),
        ("my husband tom left", "my husband … left"),
        ("my therapist sarah miller was cold", "my therapist … was cold"),
        ("Dr Klein was all about thoughts", "Dr … was all about thoughts"),
        ("dr. patel did cbt with me", "dr. … did cbt with me"),
        ("i saw sarah miller for a year", "i saw … for a year"),
        ("since Anna died", "since … died"),
    ],
)
def test_names_are_left_out_however_they_are_told(told: str, left: str) -> None:
    assert kept(told, "signs") == left


@pytest.mark.parametrize(
    "told", ["John Smith", "john smith", "JOHN SMITH", "Anna", "i'm John Smith", "This is Mary.", "my name's Anna Smith"]
)
def test_of_an_answer_that_is_a_name_nothing_is_left(told: str) -> None:
    assert kept(told, "wish") == ""


@pytest.mark.parametrize(
    "told",
    [
        "I'm Canadian",
        "I'm Christian and would like a Christian clinician",
        "I'm Black, and someone Black would be good",
        "I'm Irish and it is flat",
        "I'm Numb",
        "This is Hell",
        "i'm frank about it",
        "My name is not important",
        "call me crazy, but two years",
        "i need someone called a trauma therapist",
        "since April",
        "last May",
        "May 2020",
        "April or May",
        "Grace",
        "hope",
        "English",
        "it's grey",
        "a Dr in London",
        "Someone who knows EMDR or ACT",
        "Zoloft since June",
        "like a robot at work, then home, then sleep",
        "I feel nothing since the divorce",
        "the worst days - Monday",
        "Well, this is I'd say flat",
        "a TED talk helped a bit",
    ],
)
@pytest.mark.parametrize("field", ["signs", "since", "place"])
def test_what_is_no_name_stays(told: str, field: str) -> None:
    assert kept(told, field) == told


@pytest.mark.parametrize(
    "told", ["Charlotte, NC", "Austin, Texas", "Victoria BC", "Sydney", "near Florence", "St. Louis", "Jackson", "Adelaide"]
)
def test_a_city_that_is_called_like_someone_stays_where_a_place_is_asked_for(told: str) -> None:
    assert kept(told, "place") == told


def test_a_name_is_left_out_also_where_a_place_is_asked_for() -> None:
    assert kept("I'm Anna, in Leeds", "place") == "I'm …, in Leeds"


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("two years, write to jo@example.org", "two years, write to …"),
        ("jo at example dot com, flat", "…, flat"),
        ("jo(at)example.com, flat", "…, flat"),
        ("insta: johnny99, flat", "insta: … flat"),
        ("flat, see www.example.org/jo", "flat, see …"),
        ("flat, ring 555-0100", "flat, ring …"),
        ("flat, 07700 900123", "flat, …"),
        ("flat, (415) 555-0100", "flat, …"),
        ("flat, @johnny99", "flat, …"),
    ],
)
def test_ways_to_reach_someone_are_left_out(told: str, left: str) -> None:
    assert kept(told, "signs") == left


@pytest.mark.parametrize(
    "told",
    ["since 2019, or 2020", "2018 2019 2020", "2019-2021", "at work. me too", "facebook is dull", "3 or 4 years", "since 3 May 2021"],
)
def test_years_and_ordinary_words_are_no_way_to_reach_someone_and_no_date_of_birth(told: str) -> None:
    assert kept(told, "since") == told


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("flat, born in 1990", "flat, born in …"),
        ("flat, dob 3/5/90", "flat, dob …"),
        ("flat, D.O.B.: 3/5/1990", "flat, D.O.B.:…"),
        ("flat, my birthday is May 3rd", "flat, my birthday …"),
        ("flat, 12/03/1990", "flat, …"),
        ("flat, 3rd of May 1990", "flat, …"),
        ("flat, 1990-05-03", "flat, …"),
        ("born 12/03/1990", ""),
    ],
)
def test_dates_of_birth_are_left_out(told: str, left: str) -> None:
    assert kept(told, "since") == left


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("i was diagnosed with depression in 2019", "… in 2019"),
        ("I have bipolar and it's flat", "… and it's flat"),
        ("they said it's BPD", "they said it's …"),
        ("diagnosed with Hashimoto's, two years", "…, two years"),
        ("my diagnosis is major depressive disorder, flat", "…, flat"),
        ("autistic, so groups are hard", "…, so groups are hard"),
        ("yes, cbt for depression", "yes, cbt for …"),
        ("complex ptsd from work", "… from work"),
        ("flat, F32.1", "flat, …"),
        ("i have DID", ""),
        ("i have depression", ""),
        ("I've got ADHD", ""),
        ("Generalised anxiety disorder", ""),
        ("clinically depressed", ""),
        ("PTSD", ""),
    ],
)
def test_diagnoses_are_left_out(told: str, left: str) -> None:
    assert kept(told, "therapy") == left


@pytest.mark.parametrize(
    "told",
    [
        "anhedonia",
        "I'm depressed and flat",
        "my anxiety at work",
        "i was SAD all day",
        "I did it for ME",
        "a sense of disorder",
        "burnt out",
        "I DID try",
    ],
)
def test_words_for_how_it_feels_are_no_diagnosis(told: str) -> None:
    assert kept(told, "signs") == told


@pytest.mark.parametrize(
    "piece", ["i have ", "diagnosed with ", "my name is ", "a at b dot ", "Anna ", "born on ", "severe ", "1 ", "i'm "]
)
def test_a_long_text_is_read_in_no_time(piece: str) -> None:
    kept("flat")
    begun = time.perf_counter()
    kept((piece * 2000)[:2000], "signs")
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("home, 12 oak street, it all feels dead there", "home, …, it all feels dead there"),
        ("flat, i live at 44 Elm Ave apt 3", "flat, i live at …"),
        ("i live at 7 willow close", "i live at …"),
        ("my kids names are tom and lily", "my kids names are … and …"),
        ("my wife Sarah and my boys Ben and Max", "my wife … and my boys … and …"),
    ],
)
def test_an_address_and_each_of_several_names_stay_out(words: str, left: str) -> None:
    assert without(words) == left


@pytest.mark.parametrize(
    "words",
    ["i worked 3 years on the road", "2 kids drive me mad", "5 years, close to nothing", "15 minutes walk", "after 2 car road accidents"],
)
def test_numbers_beside_a_road_are_no_address(words: str) -> None:
    assert without(words) == words
