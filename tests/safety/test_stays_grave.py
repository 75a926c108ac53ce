"""What sounds like help, company or an end, and leaves it grave, ends no alarm."""

from __future__ import annotations

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import State, step
from thaw.safety.screen import CLEAR, Signal, by_rules

URGED = State("imminent", "call", said=(("utter_crisis_imminent", 1),))
RUNG = State("imminent", None, said=(("utter_help_called", 1),), last="utter_help_called")
ASKED = State("asked", pending="thoughts", ground="wish")
PLAN = State("thoughts", pending="plan")
THEIRS = State(route="crisis_third_party", said=(("utter_crisis_third_party", 1),))
SURE = Signal("crisis_imminent", "urgent", ("classifier",))


@pytest.mark.parametrize(
    "text",
    [
        *("they said i'm fine so i'm going home to do it", "he says i'm fine, he doesn't care", "she said i'll be fine and hung up"),
        *("they want me dead", "he said he hates me", "she said nobody is coming", "they say i'm fine but i lied to them"),
    ],
)
def test_words_about_helpers_that_leave_it_grave_keep_the_call_urged(text: str) -> None:
    after, act = step(RUNG, hear(text, SURE, RUNG, ()))
    assert not after.eased and act is not None and act.level == "urgent"


@pytest.mark.parametrize(
    "text", ["i'm in the hospital car park, top floor", "i stepped off the ledge", "i stepped off the chair", "i got off the phone"]
)
def test_a_place_or_a_step_that_may_be_the_worst_is_no_end_of_it(text: str) -> None:
    assert not step(URGED, hear(text, CLEAR, URGED, ()))[0].eased


@pytest.mark.parametrize(
    "text", ["he put the gun in his truck and drove off", "he took his gun out", "he moved the rifle into his car", "she hid the pills"]
)
def test_who_is_in_danger_puts_nothing_away_for_anybodys_good(text: str) -> None:
    act = step(THEIRS, hear(text, CLEAR, THEIRS, ()))[1]
    assert act is None or act.response != "utter_third_party_secured"


def test_a_doctor_who_knows_ends_no_plan_with_a_day() -> None:
    assert step(PLAN, hear("no plan, my doctor knows, tomorrow it ends", SURE, PLAN, ()))[0].stage == "imminent"


@pytest.mark.parametrize(
    "text",
    [
        "i didn't take one, i took forty",
        "i haven't taken them. i have a gun",
    ],
)
def test_what_was_not_taken_says_nothing_of_what_was(text: str) -> None:
    told = State("thoughts", means=True)
    act = step(told, hear(text, SURE, told, ()))[1]
    assert act is not None and act.level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "no reason to live now, there was one years ago",
            "they were a reason to stay, they're not now",
            "not any more, i decided months ago",
        ),
        *("that was only thoughts, it's not just thoughts now", "i was scared to do it, i'm no longer scared these days"),
        *("a rest. maybe a permanent one", "a long sleep with all my pills", "just to sleep and stay asleep"),
    ],
)
@pytest.mark.parametrize("state", [ASKED, PLAN])
def test_what_only_sounds_like_over_or_like_a_rest_denies_nothing(text: str, state: State) -> None:
    assert step(state, hear(text, by_rules(text), state, ()))[0].is_open


@pytest.mark.parametrize(
    "text", ["is it bad that i thought about it last night and i have the pills", "is it weird that i think about dying and have a plan"]
)
def test_a_plan_in_a_question_is_a_plan(text: str) -> None:
    act = step(PLAN, hear(text, by_rules(text), PLAN, ()))[1]
    assert act is not None and act.level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "i cut my arms at work today",
        "i burn my arm on the stove when i'm numb",
    ],
)
def test_what_a_rule_hears_of_self_harm_is_no_accident_at_work(text: str) -> None:
    assert step(State(), hear(text, by_rules(text), State(), ()))[1] is not None


@pytest.mark.parametrize(
    "text",
    [
        "i'll poison his food",
        "i'm going to set the house alight with them in it",
        "i will run them over",
    ],
)
def test_a_threat_in_a_talk_is_no_anger(text: str) -> None:
    state = State(quiet=2)
    act = step(state, hear(text, Signal("danger_to_others", "urgent", ("classifier",)), state, ()))[1]
    assert act is not None and act.level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "i want to die inside my own bed",
        "there's no way out and i'm not going anywhere",
    ],
)
def test_a_wish_to_die_is_heard_beside_harmless_words(text: str) -> None:
    assert step(State(), hear(text, by_rules(text), State(), ()))[1] is not None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "what's the point of being here on this app",
            "come get me dad, i'm at school",
            "i asked him to let it go",
            "done with my life admin",
        ),
        *("the only reason i'm here is my wife", "nobody will miss me at the party", "i'm going the same way as her to the station"),
        *(
            "feet hanging over the edge of the bed",
            "there's a weight on my family",
            "i'd not be upset if he went",
            "i know what's in the medicine cabinet",
        ),
    ],
)
def test_everyday_words_near_a_wish_are_none(text: str) -> None:
    assert by_rules(text).level is None
