"""Wishes to be gone in words that people use for them, what takes them back, and answers that are neither yes nor no."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import State, step
from thaw.safety.screen import CLEAR, Signal, by_rules

ASKED = State("asked", pending="thoughts", ground="guess")
WISHED = State("asked", pending="thoughts", ground="wish")
PLAN = State("thoughts", pending="plan")
RESOLVED = State("resolved", ground="guess", said=(("utter_risk_misread", 1),))
UNSURE = Signal("crisis_imminent", "support", ("classifier",), sureness="guess")


def said(text: str, state: State, signal: Signal = CLEAR) -> tuple[State, Optional[str]]:
    after, act = step(state, hear(text, signal, state, ()))
    return after, act.response if act else None


@pytest.mark.parametrize(
    "text",
    [
        *("I lie there and say come and get me love", "I wouldn't be sorry if I went in the night", "the Lord can take me home now"),
        *("every night I pray to be let go", "take me in my sleep, that's all I ask", "I'm a weight on my family"),
        *("can't be a burden to them any longer", "only reason I'm still here is the dog", "it would be ok not to wake up"),
        *(
            "I keep thinking about not wanting to live",
            "what's the use of living",
            "tired of this bloody life",
            "no use in living, is there",
        ),
        *("I'm scared they'd section me if I was honest", "I'll go the same way as my dad did", "let it end here, no problem"),
        *("I'd be fine with it if I got cancer", "the roof terrace is never locked", "if I top myself they'd notice by Thursday"),
        *("there's a rafter in the shed and I know my knots", "I've written my notes to everyone"),
    ],
)
def test_a_wish_to_be_gone_is_heard_by_rules_alone_however_it_is_put(text: str) -> None:
    assert by_rules(text).level is not None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "can mum come and get me",
            "I wouldn't be sorry if he sold the boat",
            "the lord of the manor took me to tea",
            "I pray to be picked",
        ),
        *("the kids weigh on my budget", "this hobby is a drain on my time", "only reason I'm late is the dog", "it's ok not to cry"),
        *("I don't care if I live in Leeds or Hull", "the point of living in a city is the buses", "tired of this life insurance salesman"),
        *(
            "a dead man walking into the office at nine",
            "I topped myself up at the shop",
            "the garage roof has a beam of light on it",
            "dead tired",
        ),
        *("I'm dying inside lol", "I've written notes on the chapter"),
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert by_rules(text).level is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(("I'm not sad, I want to die", True), ("I haven't slept. I want to die", True), ("never forgave me, no reason to live", True)),
        *(("I would never, ever kill myself", False), ("I don't want to die", False), ("no, not going to kill myself", False)),
    ],
)
def test_a_no_reaches_no_further_than_its_own_sentence(text: str, told: bool) -> None:
    assert (by_rules(text).level is not None) == told


@pytest.mark.parametrize("text", ["can't do this any more. the job I mean", "some days I can't go on, I don't mean anything by it"])
def test_a_wish_that_is_taken_back_in_the_same_message_is_not_asked_about_at_once(text: str) -> None:
    assert said(text, State(), by_rules(text))[1] is None
    assert said("can't do this any more", State(), by_rules("can't do this any more"))[1] is not None


def test_that_there_is_a_plan_is_asked_about_and_a_time_in_the_answer_is_a_plan_told() -> None:
    asked, _ = said("i have a plan and everything", State(quiet=1), UNSURE)
    assert asked.pending == "thoughts"
    told, response = said("sunday, when my husband is out", asked)
    assert (told.stage, response) == ("imminent", "utter_risk_plan_yes")


@pytest.mark.parametrize("text", ["passive. no intent, no plan", "only passive", "sometimes. no plan", "wouldn't have the guts"])
def test_thoughts_without_a_plan_are_told_and_no_misreading(text: str) -> None:
    after, response = said(text, ASKED)
    assert (after.stage, response) == ("thoughts", "utter_risk_plan_no")


@pytest.mark.parametrize("text", ["not really", "dunno", "idk tbh", "hard to say", "i don't really know"])
def test_who_leaves_it_open_is_asked_once_in_other_words_and_nothing_is_taken_as_told(text: str) -> None:
    again, response = said(text, ASKED)
    assert (again.stage, again.pending, response) == ("asked", "thoughts", "utter_risk_not_sure")
    assert said(text, again)[1] == "utter_crisis_ideation", "the second time it is taken for half a yes"


@pytest.mark.parametrize(
    "text", ["a break from everything i guess", "just sleep maybe", "more like a long rest", "peace and quiet, time off"]
)
def test_who_wants_a_rest_is_believed(text: str) -> None:
    assert not said(text, WISHED)[0].is_open


@pytest.mark.parametrize("text", ["a rest, for ever", "sleep and never wake", "a break from living for good"])
def test_a_rest_that_does_not_end_is_none(text: str) -> None:
    assert said(text, WISHED)[0].stage != "denied"


@pytest.mark.parametrize(
    "text", ["no, it is not so now. it was two years ago", "i used to, i'm not any more", "not these days, that was years ago"]
)
@pytest.mark.parametrize("state", [ASKED, PLAN])
def test_what_was_and_is_no_more_is_believed(text: str, state: State) -> None:
    assert not said(text, state)[0].is_open


@pytest.mark.parametrize("text", ["not now but it was bad two years ago and it's back", "i used to, i'm not any more, except sometimes"])
def test_what_was_and_comes_back_is_not(text: str) -> None:
    assert said(text, ASKED)[0].is_open


@pytest.mark.parametrize("text", ["nah i wouldn't do that to my mum", "no. couldn't do it to the kids"])
def test_a_no_with_a_reason_to_live_is_a_no(text: str) -> None:
    assert not said(text, ASKED)[0].is_open
    assert said("i couldn't do it to the kids", ASKED)[0].is_open, "by itself it is half a yes"


def test_who_fears_what_a_yes_would_bring_is_told_what_follows_and_not_taken_for_beaten() -> None:
    heard = Signal("danger_from_others", "urgent", ("classifier",))
    after, response = said("im afraid if i say yes somebody sends the police and i get locked in", ASKED, heard)
    assert (response, after.pending) == ("utter_risk_what_follows", "thoughts")


def test_after_a_misreading_a_way_or_a_place_is_asked_about_and_another_wish_is_not() -> None:
    way = by_rules("there's a hook in the loft, i know knots")
    assert said("there's a hook in the loft, i know knots", RESOLVED, way._replace(sureness="guess"))[0].pending == "thoughts"
    assert said("i can't be a drain on them", RESOLVED, by_rules("i can't be a drain on them")._replace(sureness="guess"))[1] is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "i've been getting my affairs in order",
            "i gave all my things away",
            "said goodbye to everybody last night",
            "wrote my kids their letters",
        ),
        *("sold the car, gave the cat to my sister", "she'd be fine, she has the life insurance"),
    ],
)
@pytest.mark.parametrize("state", [State(quiet=2), State("denied", said=(("utter_risk_denied", 1),)), RESOLVED])
def test_a_last_thing_done_is_asked_about_in_a_talk_and_after_a_denial(text: str, state: State) -> None:
    assert said(text, state, by_rules(text))[0].pending == "thoughts"
    assert said(text, state, UNSURE if by_rules(text).level is None else by_rules(text))[0].pending == "thoughts", (
        "whatever the classifier makes of it"
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "getting my tax affairs in order",
            "gave my things away to charity",
            "said goodbye to everyone at work, new job monday",
            "sold the car",
        ),
        *("wrote my kids their thank you letters", "gave the cat a treat", "he'd be fine with a smaller car"),
    ],
)
def test_what_is_cleared_up_for_another_reason_is_none(text: str) -> None:
    assert said(text, State(quiet=2), by_rules(text))[1] is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "on my balcony railing, ninth floor, feet dangling",
            "drunk, sitting on the railing of my balcony",
            "ninth floor balcony, wine, looking down",
        ),
        *("sitting on the window ledge with my legs out", "i'm standing on a bridge, it's pretty", "perched on the parapet lol"),
    ],
)
def test_an_edge_is_asked_about_whatever_was_drunk(text: str) -> None:
    assert by_rules(text).level is not None


@pytest.mark.parametrize(
    "text",
    ["we have a balcony on the ninth floor", "the cat sits at the window", "i sat on the edge of my bed", "looking down at my shoes"],
)
def test_a_home_with_a_view_is_not(text: str) -> None:
    assert by_rules(text).level is None


def test_who_has_a_gun_is_asked_once_risk_was_spoken_of_whatever_it_is_for() -> None:
    text = "i have a rifle if that's what you're getting at. for the bears"
    assert said(text, State("denied", said=(("utter_risk_denied", 1),)))[0].pending == "thoughts"
    assert said(text, State())[1] is None


@pytest.mark.parametrize(
    "text",
    ["what if i was", "what if there is", "no more than anybody else", "i couldn't do that to my kids", "not really, i mean, kind of"],
)
def test_half_an_answer_is_half_a_yes(text: str) -> None:
    assert said(text, ASKED)[1] == "utter_crisis_ideation"


def test_who_is_too_much_of_a_coward_for_it_has_thoughts() -> None:
    assert said("no i'm too much of a coward for that", ASKED)[0].stage == "thoughts"


def test_anger_that_names_no_harm_is_no_danger_in_the_middle_of_a_talk() -> None:
    angry = Signal("danger_to_others", "urgent", ("classifier",))
    assert said("i'm mad at the man who ran into him", State(quiet=3), angry)[1] is None
    assert said("i could punch the man who ran into him", State(quiet=3), angry)[1] is not None
