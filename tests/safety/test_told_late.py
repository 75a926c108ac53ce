"""A plan told, a no taken back, a call refused: read as told, whatever has come between."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import State, step
from thaw.safety.risk_state import Act
from thaw.safety.screen import CLEAR, Signal, by_rules

LAPSED = State("thoughts", said=(("utter_crisis_ideation", 1), ("utter_risk_unread", 1)), quiet=2)
LET_GO = State("asked", ground="wish", said=(("utter_crisis_passive", 1),), quiet=2)
UNSAID = State("thoughts", said=(("utter_risk_unsaid", 1),), quiet=1)
NO_PLAN = State("thoughts", said=(("utter_risk_plan_no", 1),))
DENIED = State("denied", said=(("utter_risk_denied", 1),))
BELIEVED = State("resolved", ground="guess", said=(("utter_risk_misread", 1),))
IMMINENT = State("imminent", pending="call", ground="end", said=(("utter_crisis_imminent", 1),))
REFUSED = IMMINENT._replace(said=(("utter_crisis_imminent", 1), ("utter_cannot_call", 1)))
EXERCISE = ({"title": "Tea", "payload": '/exercise_pick{"activity": "tea"}', "door": False},)


def typed(text: str, state: State, signal: Signal = CLEAR, offered: tuple = ()) -> tuple[State, Optional[Act]]:  # type: ignore[type-arg]
    return step(state, hear(text, signal, state, offered))


PLANS = [
    "yeah I know how I'd do it",
    "ok. i've got a plan",
    "yes there is a plan",
    "yes I have a plan",
    "i have a way",
    "well... actually there is a way",
    "alright. there's more. I do have a plan",
    "i've worked out how",
    "ok there's a method i picked and everything",
    "I've already picked a day",
    "I know exactly how",
    "it's all planned",
    "i have everything i need",
]


@pytest.mark.parametrize("text", PLANS)
@pytest.mark.parametrize("state", [LAPSED, UNSAID, LET_GO, NO_PLAN, DENIED, BELIEVED])
def test_a_plan_is_heard_long_after_its_question(text: str, state: State) -> None:
    after, act = typed(text, state)
    assert act and act.level == "urgent" and act.response == "utter_risk_plan_near" and after.pending == "near"


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_answers_the_question_about_thoughts_too(text: str) -> None:
    after, act = typed(text, State("asked", pending="thoughts", ground="guess"))
    assert act and act.level == "urgent" and after.stage == "plan"


@pytest.mark.parametrize(
    "text", ["the bridge by school", "pills", "the train", "friday", "on sunday night", "soon", "rope", "next week maybe"]
)
def test_a_way_or_a_day_by_itself_is_heard_after_thoughts_were_told(text: str) -> None:
    _, act = typed(text, LAPSED)
    assert act and act.level == "urgent"


def test_a_day_after_the_plan_is_not_asked_about_again() -> None:
    after, act = typed("friday", State("plan", pending="near"))
    assert act and act.response == "utter_risk_plan_yes" and after.stage == "imminent"


@pytest.mark.parametrize(
    "text",
    [
        "I have a plan for tomorrow, going to see my doctor",
        "I don't have a plan",
        "I don't think I have a plan",
        "there is no plan",
        "I wish I had a plan",
        "i know how to do that",
        "I know how you feel",
        "there is a way to get better",
        "i've got it figured out, i'm switching therapists",
        "I'm on the train home",
        "the view from the bridge was nice",
        "tonight i'll watch a film",
        "see you on friday",
    ],
)
@pytest.mark.parametrize("state", [LAPSED, DENIED, BELIEVED])
def test_plans_of_other_kinds_are_none(text: str, state: State) -> None:
    _, act = typed(text, state)
    assert act is None or act.level != "urgent"


@pytest.mark.parametrize("text", ["i have a plan", "pills", "friday", "there is a way"])
def test_where_nothing_was_asked_the_words_mean_anything(text: str) -> None:
    assert typed(text, State())[1] is None


def test_a_day_that_the_exercise_asks_for_is_no_plan() -> None:
    assert typed("friday", LAPSED, offered=EXERCISE)[1] is None


@pytest.mark.parametrize("text", ["fine. yes i thought about it", "I've thought about it", "i did think about it, the other night"])
def test_having_thought_of_it_is_a_late_yes(text: str) -> None:
    assert typed(text, LAPSED)[1].level == "urgent"  # type: ignore[union-attr]
    assert typed(text, LET_GO)[1].response == "utter_crisis_ideation"  # type: ignore[union-attr]
    assert typed(text, State("asked", pending="thoughts", ground="guess"))[0].stage == "thoughts"
    assert typed(text, State("none", hints=1))[0].stage == "asked"
    assert typed(text, State())[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "ok actually yes",
        "actually yes",
        "I do",
        "i do actually",
        "wait. yes",
        "no wait, yes",
        "fine, yes I think about it",
        "ok actually kind of yes",
        "well there are",
        "truth is I do",
        "scratch that, yes",
    ],
)
def test_a_yes_right_after_the_no_takes_it_back_and_is_not_asked_again(text: str) -> None:
    assert typed(text, DENIED)[1].response == "utter_crisis_ideation"  # type: ignore[union-attr]
    assert typed(text, BELIEVED)[1].response == "utter_crisis_ideation"  # type: ignore[union-attr]
    assert typed(text, NO_PLAN)[1].response == "utter_risk_plan_some"  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["actually that was a lie", "I lied. I'm not fine", "that was a lie", "ok i lied", "it was bullshit"])
@pytest.mark.parametrize("state", [DENIED, NO_PLAN, UNSAID])
def test_a_no_that_was_a_lie_is_asked_straight(text: str, state: State) -> None:
    assert typed(text, state)[1].response.startswith("utter_risk_taken_back")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["ok yes", "yes please", "no really I'm fine", "actually yes i'd like to try the exercise", "that's not true", "ok"]
)
def test_what_goes_along_with_something_else_takes_no_denial_back(text: str) -> None:
    act = typed(text, DENIED)[1]
    assert act is None or not act.response.startswith(("utter_risk_taken_back", "utter_crisis_ideation", "utter_risk_plan"))


@pytest.mark.parametrize("text", ["no", "No.", "nope", "nah"])
def test_a_no_after_a_refusal_refuses_again_and_the_emergency_stays(text: str) -> None:
    after, act = typed(text, REFUSED)
    assert act and act.level == "urgent" and after.stage == "imminent"
    assert typed(text, IMMINENT)[1].response == "utter_crisis_guessed"  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["no I'm not calling", "no, no hotline", "nope not phoning anyone"])
def test_a_no_to_the_call_denies_nothing(text: str) -> None:
    after, act = typed(text, IMMINENT)
    assert act and act.level == "urgent" and after.stage == "imminent"


def test_a_way_with_a_time_is_told_even_if_only_the_classifier_raised_the_alarm() -> None:
    after, _ = typed("im going to jump tonight", State(), Signal("crisis_imminent", "urgent", ("classifier",)))
    assert after.ground is None
    assert typed("no", after)[1].level == "urgent"  # type: ignore[union-attr]


PASSIVE = [
    "I'm not suicidal but I wouldn't mind not waking up",
    "not suicidal but i wouldnt care about not being here anymore",
    "I'm not depressed but I wouldn't mind if I didn't wake up",
    "I'm 83 and I've had enough",
    "Old man here. My doctor gave me six months. What's the use.",
    "I keep the .45 in my nightstand",
    "my gun is in the nightstand",
    "loaded 9mm beside my bed. 79, wife gone",
    "i sleep with a pistol under my pillow",
]


@pytest.mark.parametrize("text", PASSIVE)
def test_a_wish_denied_in_half_and_a_gun_by_the_bed_are_asked_about(text: str) -> None:
    signal = by_rules(text)
    assert (signal.intent, signal.level) == ("crisis_passive", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "I keep a gun in the nightstand for protection",
        "i keep the remote in my nightstand",
        "I'm 75 and I've had enough of this boiler",
        "my doctor gave me six months of sertraline",
        "I would never kill myself",
        "I wouldn't mind not going to work",
    ],
)
def test_their_neighbours_are_not(text: str) -> None:
    assert by_rules(text).level is None


@pytest.mark.parametrize("text", ["I sleep with the revolver under my pillow", "my gun is by my bed"])
def test_a_gun_by_the_own_bed_is_no_danger_to_others(text: str) -> None:
    found = by_rules(text)
    signal = Signal("danger_to_others", "urgent", (*found.evidence, "classifier"))
    after, act = typed(text, State(), signal)
    assert act and act.response == "utter_crisis_passive" and after.means


def test_no_set_time_leaves_the_plan_open() -> None:
    assert typed("no set time", State("thoughts", pending="plan"))[1].response == "utter_risk_plan_some"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "i cleaned my flat, paid the bills, wrote the letters",
        "im deleting all my accounts, giving my dog away",
        "I have a will, wrote letters to everyone, gave my cat away",
        "closed my bank accounts and gave away my books, letters are written",
        "my affairs are in order and i rehomed my dog",
        "made my will. paid off the debts.",
        "gave all my records away, said my goodbyes",
        "wrote down my passwords and paid the bills",
    ],
)
def test_several_last_things_done_are_asked_about(text: str) -> None:
    after, act = typed(text, State())
    assert act and act.response == "utter_crisis_passive" and after.pending == "thoughts"


@pytest.mark.parametrize(
    "text",
    [
        "I paid the bills and cleaned the flat and felt nothing",
        "moving abroad, so i'm giving my dog away and closed my accounts",
        "i wrote letters for work and cleaned the house",
        "deleted my accounts for a digital detox and gave my clothes to charity",
        "paid my rent",
    ],
)
def test_a_days_work_or_a_move_is_not(text: str) -> None:
    assert typed(text, State())[1] is None and typed(text, State())[0].hints == 0


def test_a_pet_given_away_is_met_with_an_invitation_and_no_question() -> None:
    after, act = typed("I'm giving my dog away", State())
    assert act is None and after.hints == 1


@pytest.mark.parametrize(
    "text",
    [
        "i tried to kill myself two years ago",
        "tried to end it when I was 17",
        "when i was 15 i tried to hang myself",
        "i tried to take my own life as a teenager",
        "my suicide attempt was ten years ago",
    ],
)
@pytest.mark.parametrize(
    "then", ["what if it comes back tonight", "sometimes it comes back", "the thoughts are back", "it's creeping back"]
)
def test_a_past_attempt_is_asked_about_straight_and_what_comes_back_is_no_no(text: str, then: str) -> None:
    told, act = typed(text, State())
    assert act and act.response == "utter_risk_attempted" and told.pending == "thoughts"
    after, act = typed(then, told)
    assert act and act.level in ("ask", "support") and after.stage not in ("none", "denied", "resolved")


def test_thoughts_told_as_past_are_remembered_without_a_word() -> None:
    told, act = typed("I used to be suicidal, a year ago", State())
    assert act is None and told.past
    assert typed("what if it comes back", told)[0].stage == "asked"
    assert typed("what if it comes back", State())[1] is None
    assert typed("my appetite came back", told)[1] is None


@pytest.mark.parametrize(
    "text", ["my brother tried to kill himself", "i tried to end it with my boyfriend", "my first attempt at baking", "i attempted a run"]
)
def test_no_attempt_of_ones_own_is_none(text: str) -> None:
    after, _ = typed(text, State())
    assert not after.past


@pytest.mark.parametrize(
    "text", ["no i mean emotionally dead", "no i mean dead inside", "no, I mean emotionally dead", "no, metaphorically dead i mean"]
)
def test_dead_in_feeling_is_no_yes(text: str) -> None:
    _, act = typed(text, State("asked", pending="thoughts", ground="guess"))
    assert act and act.response in ("utter_risk_misread", "utter_risk_denied_but")


@pytest.mark.parametrize(
    "text",
    [
        "nothing specific",
        "just vague ideas, nothing specific",
        "nothing definite",
        "only hazy thoughts",
        "not really a plan no. just if a car hit me id be fine with it",
        "not exactly a plan. just if a truck hit me",
        "not really, no",
        "no particular plan",
    ],
)
def test_no_plan_in_other_words_is_a_no_to_the_plan(text: str) -> None:
    assert typed(text, State("thoughts", pending="plan"))[1].response == "utter_risk_plan_no"  # type: ignore[union-attr]


def test_not_really_a_plan_that_names_a_way_is_one() -> None:
    assert typed("not really a plan, just pills", State("thoughts", pending="plan"))[1].level == "urgent"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["i dont want to be here anymore, by here i mean this town", "i don't want to be here anymore, here as in this job"]
)
def test_a_here_that_is_a_town_or_a_job_is_at_most_an_invitation(text: str) -> None:
    after, act = typed(text, State(), by_rules(text))
    assert act is None and after.hints == 1
    dying = "i don't want to be here anymore, here as in this life. i want to die in this town"
    assert typed(dying, State(), by_rules(dying))[1] is not None
