"""What is near to a danger by its words alone: it alarms nobody, a denial ends it, and the danger beside it is still heard."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.accused import denies_harm
from thaw.safety.at_table import eats_without_joy
from thaw.safety.corrected import says_what_was_meant
from thaw.safety.elsewhere import hoped_it_would_help, wishes_for_elsewhere, wishes_it_forgotten, would_be_gladder
from thaw.safety.hearing import hear
from thaw.safety.in_the_chest import chest_is_a_feeling
from thaw.safety.levels import LEVELS
from thaw.safety.parting import announces_a_parting, told_to_rest
from thaw.safety.plain_facts import states_a_fact
from thaw.safety.risk import State, step
from thaw.safety.risk_state import Act
from thaw.safety.screen import CLEAR, Signal, by_rules

ASKED = State("asked", pending="thoughts", ground="guess")
WISHED = State("asked", pending="thoughts", ground="wish")
TOLD = State("thoughts", pending="plan")
EMERGENCY = State(pending="call", route="medical_emergency", doubted=True)
CHEST_PAIN = State(pending="call", route="medical_emergency")
SWALLOWED = State("imminent", pending="call", route="medical_emergency")
EATING = State(route="eating_disorder", doubted=True)
PURGING = State(route="eating_disorder")
HARMING = State(pending="call", route="danger_to_others", doubted=True)


def said(text: str, state: State, intent: Optional[str] = None, sureness: str = "sure") -> tuple[State, Optional[Act]]:
    signal = Signal(intent, LEVELS[intent], ("classifier",), sureness=sureness) if intent else CLEAR  # type: ignore[arg-type]
    return step(state, hear(text, signal, state, ()))


def response(text: str, state: State, intent: Optional[str] = None) -> Optional[str]:
    act = said(text, state, intent)[1]
    return act.response if act else None


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("danger_to_others", "stop asking me about hurting her"),
        ("danger_to_others", "why do you keep going on about harming the baby"),
        ("danger_to_others", "stop asking if I'd hurt my baby"),
        ("danger_to_others", "why does everyone think I would hurt my baby"),
        ("danger_to_others", "i'd like to erase him from my memory"),
        ("danger_to_others", "i'd like to wipe her out of my head"),
        ("eating_disorder", "I don't enjoy eating like I used to"),
        ("eating_disorder", "food has no taste, i eat because i have to"),
        ("eating_disorder", "my appetite is gone since the divorce"),
        ("eating_disorder", "i havent been hungry in weeks"),
        ("eating_disorder", "nothing tastes of anything so i skip lunch"),
        ("medical_emergency", "my chest feels empty and heavy"),
        ("medical_emergency", "my chest goes tight before meetings"),
        ("medical_emergency", "I've been having chest tightness whenever I think about work"),
        ("medical_emergency", "my chest has been tight for months, doctor says it's anxiety"),
        ("danger_from_others", "partner says i'm checked out and he will move out"),
        ("danger_from_others", "my boss says i'm checked out and he will fire me"),
        ("crisis_third_party", "how do i stop him from going"),
        ("psychosis_or_mania", "my father is a doctor, he says I need only sleep"),
        ("crisis_ideation", "I bought a motorbike last month hoping that'd do it. didn't"),
        ("crisis_ideation", "bought a dog thinking that'd do the trick, nope"),
        ("crisis_passive", "wish I could go somewhere nobody knows me, a cabin, no phone"),
        ("crisis_passive", "I just want to be left alone with my telly"),
        ("crisis_passive", "i wish i could delete the last year"),
        ("crisis_passive", "everyone would be happier if i could just laugh again"),
    ],
)
def test_what_only_sounds_like_a_danger_alarms_nobody(intent: str, text: str) -> None:
    after, act = said(text, State(), intent)
    assert act is None and (after.stage, after.route, after.hints) == ("none", None, 0)


@pytest.mark.parametrize(
    "text",
    [
        "I wish I could just disappear to a beach for a fortnight",
        "I want to disappear into a good book but the words don't stick",
        "id like to disappear to an island",
        "I can't go on like this with my hair, my stylist says",
    ],
)
def test_a_wish_to_be_away_with_its_place_or_thing_is_asked_about_by_nobody(text: str) -> None:
    found = by_rules(text)
    assert step(State(), hear(text, found._replace(sureness="guess") if found.level else found, State(), ()))[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "had bloods done, all fine",
        "my results came back clear",
        "The surgeon said everything's grand",
        "I suppose I am bored to death",
        "long covid made me like this",
        "was i born like this",
        "can i do it while driving",
        "i dont want to talk about the accident",
        "it's like someone put a wet blanket over my whole life",
    ],
)
def test_a_plain_fact_is_met_with_no_invitation_to_speak_of_dying(text: str) -> None:
    signal = Signal("crisis_passive", "ask", ("classifier",), sureness="faint")
    assert step(State(), hear(text, signal, State(), ()))[0].hints == 0


@pytest.mark.parametrize(
    ("reads", "text"),
    [
        (denies_harm, "I would never hurt her but i keep seeing it"),
        (denies_harm, "stop asking me about hurting her, i can't stop thinking of it"),
        (denies_harm, "no thoughts of harming her, just of harming me"),
        (denies_harm, "why do i keep thinking about hurting her"),
        (denies_harm, "my head keeps asking me to hurt her"),
        (denies_harm, "i won't hurt her if she stops crying"),
        (denies_harm, "i'm not hurting anyone yet"),
        (denies_harm, "people say i hurt her"),
        (denies_harm, "i don't want to hurt her"),
        (eats_without_joy, "i don't enjoy food unless i throw it up after"),
        (eats_without_joy, "i skip lunch to be thinner"),
        (eats_without_joy, "i forget to eat and i keep fainting"),
        (eats_without_joy, "not hungry, i don't deserve food"),
        (chest_is_a_feeling, "my chest is tight and my left arm hurts"),
        (chest_is_a_feeling, "chest feels heavy since i took the pills"),
        (chest_is_a_feeling, "heavy chest when i think of work, it started an hour ago"),
        (chest_is_a_feeling, "my chest feels tight and empty and i can't breathe"),
        (announces_a_parting, "he says he will kill me if i move out"),
        (announces_a_parting, "he says he will leave me dead in a ditch"),
        (announces_a_parting, "he says he will leave and i'm scared of him"),
        (announces_a_parting, "my boss says he will fire me if i don't sleep with him"),
        (announces_a_parting, "how do i stop him from going to the bridge"),
        (told_to_rest, "my father says i need only sleep but the voices say otherwise"),
        (wishes_it_forgotten, "i want to erase him from this earth"),
        (wishes_it_forgotten, "i want to erase myself"),
        (wishes_it_forgotten, "i wish i could delete my life"),
        (wishes_for_elsewhere, "i want to disappear to a beach and never come back"),
        (wishes_for_elsewhere, "i want to go somewhere nobody knows me and end it"),
        (wishes_for_elsewhere, "i want to be left alone with my gun"),
        (wishes_for_elsewhere, "i wish i could disappear"),
        (hoped_it_would_help, "i bought a rope hoping that would do it"),
        (hoped_it_would_help, "bought helium hoping that'd do it"),
        (hoped_it_would_help, "i got drunk and drove fast hoping that would do it"),
        (would_be_gladder, "everyone would be happier if i was gone"),
        (states_a_fact, "my results came back clear, i was hoping they'd be bad"),
        (states_a_fact, "i don't miss anyone and i don't want to live"),
    ],
)
def test_the_danger_beside_it_is_not_taken_for_harmless(reads, text: str) -> None:  # type: ignore[no-untyped-def]
    assert not reads(text)


@pytest.mark.parametrize("state", [ASKED, WISHED])
@pytest.mark.parametrize(
    "text",
    [
        "not that way. I mean by the wife",
        "I meant by my wife",
        "by the missus i mean, christ",
        "I'm talking about my job",
        "huh? i'm talking about playstation",
        "wrong end of the stick mate",
        "it's a bike. a Triumph",
        "i mean a better version of me",
        "NO. god. i mean the game",
    ],
)
def test_who_says_what_was_meant_is_asked_no_more(text: str, state: State) -> None:
    after, act = said(text, state)
    assert act and act.response == "utter_risk_misread" and after.stage == "resolved"


@pytest.mark.parametrize(
    "text",
    [
        "i mean it",
        "i mean by my own hand",
        "i'm talking about ending it",
        "it's about my life",
        "not what I meant. I meant I can't do this",
        "i mean with a rope",
        "i mean everything",
    ],
)
def test_what_makes_it_graver_corrects_nothing(text: str) -> None:
    assert not says_what_was_meant(text) and said(text, ASKED)[0].stage != "resolved"


def test_after_thoughts_were_told_a_correction_closes_nothing() -> None:
    assert said("i'm talking about my job", TOLD)[0].stage == "thoughts"


@pytest.mark.parametrize("state", [ASKED, WISHED, State("asked", said=(("utter_self_harm", 1),))])
@pytest.mark.parametrize("text", ["What do I tell her?", "what do i say to my wife", "what do i say to the samaritans"])
def test_nobody_is_given_words_of_suicide_before_a_yes(text: str, state: State) -> None:
    assert response(text, state) in (None, "utter_first_words_open")


def test_after_a_yes_the_words_are_there() -> None:
    assert response("what would i even say", TOLD) == "utter_first_words"


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "no im ok its emotional",
        "its just stress its been like that for months",
        "had it checked, its anxiety",
        "its not physical",
        "thats not what i meant",
    ],
)
def test_an_emergency_that_was_only_guessed_ends_with_a_denial(text: str) -> None:
    after, act = said(text, EMERGENCY)
    assert act and act.response == "utter_medical_emergency_misread" and not after.is_open


@pytest.mark.parametrize("text", ["no i can't call", "no phone", "no its my heart, the pain is worse", "its just stress but my arm hurts"])
def test_who_cannot_call_or_tells_of_the_body_is_still_in_an_emergency(text: str) -> None:
    after, act = said(text, EMERGENCY)
    assert after.route == "medical_emergency" and (act is None or act.response != "utter_medical_emergency_misread")


def test_chest_pain_told_plainly_is_held_once_against_a_denial() -> None:
    assert response("no", CHEST_PAIN) == "utter_medical_emergency_cannot_call"
    after, act = said("it's just anxiety", CHEST_PAIN)
    assert act and act.response == "utter_medical_emergency_known" and after.route_in_view
    assert response("it's not an emergency", after) == "utter_medical_emergency_misread"


@pytest.mark.parametrize("text", ["it's not an emergency", "its just stress"])
def test_once_something_was_swallowed_nothing_settles_it(text: str) -> None:
    after, act = said(text, SWALLOWED)
    assert act and act.level == "urgent" and after.route == "medical_emergency"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("no its not an eating disorder", None),
        ("im not trying to lose weight", None),
        ("i have no problem with food", None),
        ("its not on purpose", "self_harm"),
        ("i dont care about my weight", "eating_disorder"),
        ("no i eat fine, it just doesnt taste of anything", "eating_disorder"),
        ("i said my appetite is fine", None),
        ("no", None),
    ],
)
def test_a_denial_about_food_is_believed(text: str, intent: Optional[str]) -> None:
    after, act = said(text, EATING, intent)
    assert act and act.response == "utter_eating_disorder_misread" and after.topic is None


def test_purging_told_plainly_needs_no_name_and_still_a_doctor() -> None:
    assert response("its not an eating disorder", PURGING) == "utter_eating_disorder_unnamed"
    assert response("i like the number going down", EATING) == "utter_eating_disorder_on"


def test_who_was_taken_for_a_danger_to_others_and_denies_it_is_not_sent_away() -> None:
    after, act = said("no!! I am not hurting anyone", HARMING)
    assert act and act.response == "utter_danger_to_others_misread" and not after.is_open
    assert response("I would never hurt her", State(route="danger_to_others")) == "utter_danger_to_others_would_never"


@pytest.mark.parametrize(
    ("before", "text", "intent"),
    [
        ("been playing the same game for six months", "i just do it because otherwise its silence", "self_harm"),
        ("I leave the telly on all day", "I only do it because it's too quiet otherwise", "self_harm"),
        ("I scroll all night", "i just do it so there's some noise in my head", "self_harm"),
        ("i'm the numb one and my partner is about to leave", "how do i stop him", "crisis_third_party"),
    ],
)
def test_it_and_him_mean_what_was_named_before(before: str, text: str, intent: str) -> None:
    state, _ = said(before, State())
    assert said(text, state, intent)[1] is None and said(text, state, intent)[0].hints == 0
    fresh, act = said(text, State(), intent)
    assert act is not None or fresh.hints == 1


@pytest.mark.parametrize("text", ["i cut because otherwise it's silence", "i do it for the blood, it's too quiet otherwise"])
def test_a_wound_is_no_pastime(text: str) -> None:
    assert said(text, State(matters=("pastime",)), "self_harm")[1] is not None
