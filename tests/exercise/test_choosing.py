"""Which activities are offered to whom, as a pure function of what was said."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from thaw.exercise import state
from thaw.exercise.state import GROUNDING, OWN, Activity, State, activities
from thaw.responses import responses

HINDRANCES = ("in_bed", "people", "work", "no_hearing", "no_sight", "no_appetite", "not_body", "eyes_open")
BY_NAME = {each.name: each for each in activities()}
ENJOYED = ("music", "food", "reading", "walks", "games", "sport", "friends", "making things", "animals", "films", "gardens", "traveling")


NEW = State()


def three(now: State = NEW, enjoyed: str | None = None, *needs: str) -> tuple[str, ...]:
    return state.offer(now, enjoyed, needs).offered


def did(*names: str) -> State:
    now = State()
    for name in names:
        now = state.finish(state.show(state.choose(now, name)))
    return now


def test_three_are_offered_to_someone_of_whom_nothing_is_known() -> None:
    assert three() == ("music", "tea", "walk")


@pytest.mark.parametrize("enjoyed", ENJOYED)
def test_the_first_suits_what_was_once_enjoyed(enjoyed: str) -> None:
    assert enjoyed in BY_NAME[three(State(), enjoyed)[0]].suits


def test_something_enjoyed_that_no_activity_suits_changes_nothing() -> None:
    assert three(State(), "stamps") == three()


@pytest.mark.parametrize("hindrance", HINDRANCES)
def test_whatever_is_in_the_way_three_fit(hindrance: str) -> None:
    offered = three(state.hinder(State(), [hindrance]))
    assert len(offered) == 3 and all(hindrance in BY_NAME[name].fits for name in offered)


@pytest.mark.parametrize("pair", list(combinations(HINDRANCES, 2)))
def test_two_things_in_the_way_leave_something(pair: tuple[str, str]) -> None:
    assert three(state.hinder(State(), pair))


def test_what_was_in_the_way_once_stays_so() -> None:
    now = state.hinder(state.hinder(State(), ["in_bed"]), ["no_hearing"])
    assert set(now.hindrances) == {"in_bed", "no_hearing"}
    assert all({"in_bed", "no_hearing"} <= set(BY_NAME[name].fits) for name in three(now))


def test_what_nobody_knows_to_be_in_the_way_is_ignored() -> None:
    assert state.hinder(State(), ["dragons"]).hindrances == ()


def test_something_else_shows_all_of_them_before_the_first_comes_again() -> None:
    now, seen = state.offer(State()), []
    for _ in range(5):
        seen += now.offered
        now = state.offer(state.pass_over(now))
    assert len(set(seen)) == len(seen) == len(activities())
    assert now.offered == three()


def test_a_sense_asked_for_is_all_that_is_offered() -> None:
    offered = state.offer(state.pass_over(State(), "hearing")).offered
    assert offered and all("hearing" in BY_NAME[name].senses for name in offered)


def test_a_sense_asked_for_is_first_what_has_most_of_it() -> None:
    assert state.offer(state.pass_over(State(), "smell")).offered == ("smell", "tea")


def test_a_sense_that_what_is_in_the_way_rules_out_is_not_insisted_on() -> None:
    now = state.hinder(State(), ["no_hearing"])
    assert all("no_hearing" in BY_NAME[name].fits for name in state.offer(state.pass_over(now, "hearing")).offered)


@pytest.mark.parametrize("name", [each.name for each in activities()])
def test_what_was_done_is_not_offered_first_again(name: str) -> None:
    suits = BY_NAME[name].suits
    assert three(did(name), suits[0] if suits else None)[0] != name


def test_once_all_were_done_the_last_one_is_still_not_the_first() -> None:
    names = [each.name for each in activities()]
    assert three(did(*names))[0] == names[0] != names[-1]


def test_after_worse_only_what_looks_outward_is_offered() -> None:
    assert all("eyes_open" in BY_NAME[name].fits for name in three(State(worse=True), None, "eyes_open"))


def test_a_choice_that_is_no_activity_is_something_of_their_own() -> None:
    assert state.choose(State(), "skydiving").activity == OWN


def test_where_one_stands_survives_being_kept() -> None:
    now = state.rate(state.show(state.choose(did("tea"), "walk")), 2)._replace(passed=("music",))
    assert State.from_json(now.to_json()) == now
    assert State.from_json(None) == State()


@pytest.mark.parametrize(("before", "after", "expected"), [(0, 1, "more"), (3, 3, "same"), (4, 0, "less")])
def test_the_difference_of_two_numbers_has_a_name(before: int, after: int, expected: str) -> None:
    assert state.difference(before, after) == expected


def test_the_scale_left_alone_once_is_not_shown_again_and_one_used_is() -> None:
    assert state.rates(State())
    assert not state.rates(did("tea"))
    assert state.rates(state.finish(state.rate(state.show(state.choose(State(), "tea")), 1)))


def test_no_number_is_asked_for_where_only_looking_out_is() -> None:
    assert not state.rates(state.choose(State(), GROUNDING))


# The file


@pytest.mark.parametrize("name", [*BY_NAME, OWN, GROUNDING])
def test_every_activity_has_its_words_twice_and_a_title(name: str) -> None:
    assert len(responses().variations(f"utter_exercise_{name}")) >= 2
    payloads = [button.payload for button in responses().variations("utter_exercise_activities")[0].buttons]
    assert f'/choose_activity{{"exercise_activity": "{name}"}}' in payloads


def test_every_title_is_of_an_activity() -> None:
    payloads = [button.payload for button in responses().variations("utter_exercise_activities")[0].buttons]
    assert {yaml.safe_load(payload.partition("{")[2][:-1])["exercise_activity"] for payload in payloads} == {*BY_NAME, OWN, GROUNDING}


WORDS_OF = {
    "no_hearing": r"\b(sounds?|hear|listen|loud|song|noise)\b",
    "no_sight": r"\b(look|see|colors?|light|watch)\b",
    "not_body": r"\b(your (hands?|skin|fingertips|palms?|soles|tongue)|swallow)",
    "no_appetite": r"\b(sip|taste|drink|eat|food)\b",
}


@pytest.mark.parametrize("hindrance", WORDS_OF)
def test_no_activity_asks_for_what_it_says_it_can_do_without(hindrance: str) -> None:
    asks = []
    for each in activities():
        for wording in responses().variations(f"utter_exercise_{each.name}"):
            said = " ".join([wording.text, *wording.metadata.steps]).lower()
            if hindrance in each.fits and re.search(WORDS_OF[hindrance], said):
                asks.append(each.name)
    assert asks == []


def test_no_activity_could_harm() -> None:
    harm = r"candle|flame|alcohol|\bice\b|breath(e|ing)\b|hold your breath|\bhot\b|\beat\b|\bfood\b|close your eyes|needle|knife"
    for each in [*BY_NAME, OWN, GROUNDING]:
        for wording in responses().variations(f"utter_exercise_{each}"):
            said = " ".join([wording.text, *wording.metadata.steps]).lower().replace("not hot", "").replace("not too hot", "")
            said = said.replace("isn't too hot", "")
            assert not re.search(harm, said), (each, re.search(harm, said))


@pytest.mark.parametrize(
    "change", [{"fits": ["no_hearing"]}, {"fits": ["in_space"]}, {"senses": []}, {"senses": ["humor"]}, {"words": []}, {"color": "red"}]
)
def test_a_broken_activity_is_refused(change: dict[str, Any]) -> None:
    good: dict[str, Any] = {"name": "bell", "senses": ["hearing"], "fits": ["in_bed"], "suits": [], "words": ["bell"]}
    Activity.parse_obj(good)
    with pytest.raises(ValidationError):
        Activity.parse_obj({**good, **change})
