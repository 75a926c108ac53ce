"""A second activity, offered once, later: to whom, when, and which."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from thaw.channels.another import different, offer
from thaw.channels.renderer import draft
from thaw.channels.returning import Presence
from thaw.exercise.state import SLOT, State

DID_MUSIC: dict[str, Any] = {"slots": {SLOT: State(done=("music",)).to_json()}}


def offered(*answers: str, state: dict[str, Any] = DID_MUSIC) -> list[Optional[str]]:
    """What is offered with each of the answers: the payload of the choice, or None."""
    presence, found = Presence(), []
    for answer in answers:
        before = draft(answer)
        presence, drafts = offer(Presence.from_json(presence.to_json()), state, [before])
        new = [each["payload"] for said in drafts for each in said.buttons if each not in before.buttons]
        assert bool(new) == any(each.response == "utter_exercise_later" for each in drafts)
        found.append(new[0] if new else None)
    return found


@pytest.mark.parametrize("ended", ["felt_something", "felt_nothing", "noticed_more", "noticed_same"])
def test_two_turns_after_an_exercise_a_different_one_is_offered_once(ended: str) -> None:
    after = offered(f"utter_exercise_{ended}", "utter_ask_signs", "utter_thanks", "utter_thanks", "utter_no_more")
    assert after == [None, None, '/choose_activity{"exercise_activity": "tea"}', None, None]


def test_it_is_not_offered_at_once_and_waits_for_a_pause() -> None:
    after = offered("utter_exercise_felt_nothing", "utter_thanks", "utter_ask_signs", "utter_ask_why_numb", "utter_thanks")
    assert [bool(each) for each in after] == [False, False, False, False, True]


def test_who_did_no_exercise_or_was_made_worse_by_it_is_offered_none() -> None:
    assert not any(offered("utter_ask_signs", "utter_thanks", "utter_thanks", "utter_thanks"))
    assert not any(offered("utter_exercise_felt_worse", "utter_ask_signs", "utter_thanks", "utter_thanks"))
    worse = {"slots": {SLOT: State(done=("music",), worse=True).to_json()}}
    assert not any(offered("utter_exercise_felt_nothing", "utter_ask_signs", "utter_thanks", state=worse))


@pytest.mark.parametrize("told", [{"unreal": True}, {"paused": "handoff_form"}])
def test_nothing_is_offered_to_whom_all_is_unreal_or_while_something_waits(told: dict[str, Any]) -> None:
    assert different({"slots": {**DID_MUSIC["slots"], **told}}) is None
    assert different({**DID_MUSIC, "active_loop": "exercise_form"}) is None


def test_what_is_offered_fits_what_was_in_the_way_and_what_was_once_enjoyed() -> None:
    slots = {SLOT: State(hindrances=("in_bed", "no_sight"), done=("music",)).to_json(), "enjoyed": "walks"}
    found = different({"slots": slots})
    assert found and found.payload == '/choose_activity{"exercise_activity": "sounds"}'


def test_its_line_names_it_and_comes_before_the_answer_whose_choices_it_joins() -> None:
    answer = draft("utter_thanks")
    _, drafts = offer(Presence(since_exercise=1), DID_MUSIC, [answer])
    assert '"Tea, coffee or water"' in drafts[0].text and not drafts[0].buttons
    assert drafts[1].text == answer.text
    assert {each["title"] for each in drafts[1].buttons} == {*(each["title"] for each in answer.buttons), "Tea, coffee or water"}


def test_after_a_fresh_start_nothing_of_it_is_left() -> None:
    assert not any(offered("utter_exercise_felt_nothing", "utter_ask_signs", "utter_start_fresh", "utter_thanks", "utter_thanks"))
