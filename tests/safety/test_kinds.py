"""Dangers of a kind: voices, an overdose, wounds, harm to others, a relative who starves, attempts that are over, a bare "help"."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk import step
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR, Signal, by_rules


def talk(*texts: str, state: Optional[State] = None) -> tuple[State, list[Optional[str]], list[Optional[str]]]:
    """The state after messages in a row as the rules alone hear them, the crisis responses to them and their levels."""
    state, said, levels = state or State(), [], []
    for text in texts:
        state, act = step(state, hear(text, by_rules(text), state, ()))
        said.append(act and act.response)
        levels.append(act and act.level)
    return state, said, levels


def by_ear(text: str, intent: str, level: str, state: State, sureness: str = "sure") -> Optional[str]:
    """The response to what only the classifier takes for a danger."""
    heard = hear(text, Signal(intent, level, ("classifier",), sureness=sureness), state, ())  # type: ignore[arg-type]
    _, act = step(state, heard)
    return act and act.response


@pytest.mark.parametrize(
    "text",
    [
        "i been hearing a man telling me to hurt myself",
        "I am hearing a voice that tells me to kill myself",
        "the TV has been sending me messages about dying",
        "the voices say I have to hurt my mother",
        "there's a voice that says i should stab my roommate",
        "i hear voices. they say jump",
        "god tells me to burn the house down",
    ],
)
def test_a_voice_that_orders_harm_is_an_emergency_of_its_own(text: str) -> None:
    state, said, levels = talk(text)
    assert said == ["utter_voices"] and levels == ["urgent"] and state.topic == "voices"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("no i dont want to die. he wants it", "utter_voices_unwilling"),
        ("I don't want to", "utter_voices_unwilling"),
        ("no they're real", "utter_voices_real"),
        ("im not crazy", "utter_voices_real"),
        ("my mom is home", "utter_voices_someone"),
        ("he's talking now", "utter_voices"),
        ("they won't stop", "utter_voices"),
        ("they're getting louder", "utter_voices"),
        ("it stopped for now", "utter_voices_quiet"),
    ],
)
def test_what_is_said_after_a_voice_stays_with_it_and_not_wanting_it_closes_nothing(text: str, response: str) -> None:
    state, said, _ = talk("the voices are telling me to kill myself", text)
    assert said[-1] == response and state.topic == "voices"


@pytest.mark.parametrize(
    "text", ["he says i have to do it with the knife", "they say i have to go to the roof at midnight", "he says use the knife"]
)
def test_a_voice_is_no_partner_who_threatens(text: str) -> None:
    state, *_ = talk("i hear voices telling me to hurt myself")
    assert by_ear(text, "danger_from_others", "urgent", state) == "utter_voices"


@pytest.mark.parametrize(
    "text",
    [
        "the voices in the game tell me to jump",
        "the voice in my head says im worthless",
        "he tells me to die my hair",
        "i hear my mum saying do it",
    ],
)
def test_other_voices_order_no_harm(text: str) -> None:
    assert "utter_voices" not in talk(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        *("is it my fault", "was it my fault because I'm numb and never want to", "I deserved it tho", "did i do something wrong"),
        *("i probably provoked him", "maybe i led him on", "i made him do it", "did i make him do it", "i should have said no"),
    ],
)
def test_whose_fault_it_was_is_answered_after_harm_by_another(text: str) -> None:
    assert talk("my husband rapes me", text)[1][-1] == "utter_danger_from_others_fault"
    assert talk("im 13 and my uncle touches me", text)[1][-1] == "utter_danger_from_others_minor_fault"


@pytest.mark.parametrize("text", ["i love him", "i still love him", "he's sorry after"])
def test_love_for_who_hurts_is_not_taken_for_numbness(text: str) -> None:
    assert talk("he hit me", text)[1][-1] == "utter_danger_from_others_love"


def test_a_child_who_tells_an_age_after_harm_is_named_the_line_for_the_young() -> None:
    assert talk("my dad hits me", "im 12")[1][-1] == "utter_danger_from_others_minor"


def test_without_harm_told_a_question_of_fault_is_no_danger() -> None:
    assert talk("is it my fault", "i deserved it")[1] == [None, None]


@pytest.mark.parametrize(
    "text", ["on my legs, last night", "with scissors", "mostly my arms", "with a lighter, last week", "its the only thing i can feel"]
)
def test_a_detail_of_self_harm_is_no_yes_to_suicide(text: str) -> None:
    state, said, _ = talk("I cut myself", text)
    assert said[-1] == "utter_self_harm_detail" and state.stage == "asked" and state.pending == "thoughts"


@pytest.mark.parametrize("text", ["its not to die", "i dont do it to die", "it's not about dying"])
def test_self_harm_that_is_not_to_die_is_believed(text: str) -> None:
    assert talk("I cut myself", "on my legs", text)[1][-1] == "utter_self_harm_not_suicide"


def test_a_yes_after_self_harm_stays_a_yes() -> None:
    assert talk("I cut myself", "yes, with a razor")[0].stage != "asked"


@pytest.mark.parametrize(
    "text", ["i cut myself and it won't stop bleeding", "i can't stop the bleeding", "the blood is everywhere", "it's bleeding a lot"]
)
def test_a_wound_that_does_not_stop_bleeding_is_a_medical_emergency(text: str) -> None:
    _, said, levels = talk(text, "its dripping on the floor")
    assert said == ["utter_bleeding"] * 2 and levels == ["urgent"] * 2


@pytest.mark.parametrize("text", ["my nose won't stop bleeding", "bleeding money every month", "my heart won't stop bleeding for her"])
def test_other_bleeding_is_none(text: str) -> None:
    assert talk(text)[1] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "can you help me i took a load of paracetamol about an hour ago",
        "i took 30 paracetamol an hour ago",
        "I just swallowed all my pills",
        "I took all my sertraline",
        "I took too many of my tablets by accident this morning",
        "took them all 💊",
    ],
)
def test_too_much_taken_gets_the_medical_answer_first(text: str) -> None:
    state, said, levels = talk(text)
    assert said == ["utter_overdose_taken"] and levels == ["urgent"] and state.stage == "imminent"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i feel fine tho", "utter_overdose_feels_fine"),
        ("nothing is happening", "utter_overdose_feels_fine"),
        ("will it hurt my liver", "utter_overdose_asked"),
        ("do I need to see someone", "utter_overdose_asked"),
        ("should i throw up", "utter_overdose_asked"),
        ("no it was a mistake, I mixed up the days", "utter_overdose_by_mistake"),
        ("by accident", "utter_overdose_by_mistake"),
    ],
)
def test_what_is_said_after_too_much_was_taken_keeps_the_emergency_number(text: str, response: str) -> None:
    _, said, levels = talk("i took 30 paracetamol an hour ago", text)
    assert said[-1] == response and levels[-1] == "urgent"


@pytest.mark.parametrize(
    "text",
    ["not joking", "i mean it", "I have a knife in the car", "got a gun in the truck", "she's inside right now", "im outside his house"],
)
def test_a_danger_to_others_goes_on(text: str) -> None:
    _, said, levels = talk("i want to stab my boss", text)
    assert said[-1] == "utter_danger_to_others_near" and levels[-1] == "urgent"


@pytest.mark.parametrize("text", ["not really, im just furious", "no i was just venting", "figure of speech", "i didn't mean it"])
def test_a_danger_to_others_that_was_only_anger_is_let_go(text: str) -> None:
    state, said, _ = talk("i want to stab my boss", text)
    assert said[-1] == "utter_danger_to_others_angry" and not state.is_open


def test_a_baby_asleep_and_a_husband_there_raise_no_alarm_once_the_pictures_were_believed() -> None:
    _, said, levels = talk(
        "i have thoughts of dropping my baby", "i would never, its just pictures", "she is asleep in the crib. husband is here"
    )
    assert said[-1] == "utter_danger_to_others_at_ease" and levels[-1] == "support"


@pytest.mark.parametrize(
    "text",
    [
        "I think he'd be better with another mother",
        "she deserves a better mother than me, I should leave",
        "I've been looking at the baby and thinking he'd be fine if I was gone",
        "my son's 3 weeks old, I think he'd be better off with another mum",
        "my baby needs another mother",
    ],
)
def test_the_wish_that_a_child_had_another_mother_is_her_own_risk(text: str) -> None:
    state, said, _ = talk(text, state=State(needs=("birth",)))
    assert said == ["utter_risk_another_mother"] and state.pending == "thoughts"
    assert by_ear(text, "danger_to_others", "urgent", State(needs=("birth",))) == "utter_risk_another_mother"


@pytest.mark.parametrize(
    "text", ["he deserves a better wife", "my kids would be fine without me for a weekend", "he is better off with his mother"]
)
def test_other_comparisons_are_no_wish_for_another_mother(text: str) -> None:
    assert talk(text)[1] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "i think my gf is anorexic, she weighs 40 kilos",
        "my daughter won't eat, she's 15 and 38 kilos",
        "my sister throws up after dinner every night",
    ],
)
def test_a_relative_of_someone_who_starves_is_answered_as_one(text: str) -> None:
    _, said, levels = talk(
        text, "what should I say to her", "she says no hospital", "she passed out in the shower", "should I take her to hospital"
    )
    assert said == [
        "utter_eating_of_another",
        "utter_eating_of_another_words",
        "utter_eating_of_another_refuses",
        *["utter_eating_of_another_now"] * 2,
    ]
    assert levels[-2:] == ["urgent", "urgent"]


@pytest.mark.parametrize(
    "text", ["i am anorexic, my mum knows", "my cat stopped eating", "my daughter doesn't eat with us anymore", "im starving myself"]
)
def test_ones_own_eating_or_a_cats_is_not_a_relatives(text: str) -> None:
    assert "utter_eating_of_another" not in talk(text)[1]


@pytest.mark.parametrize(
    "text", ["whats the lowest i can go", "how little can i eat", "how many calories is safe", "what's a low enough goal"]
)
def test_the_lowest_number_is_refused(text: str) -> None:
    assert talk("im starving myself", text)[1][-1] == "utter_eating_disorder_lowest"


@pytest.mark.parametrize(
    ("text", "response", "yes", "told"),
    [
        ("quiero morir", "utter_crisis_es", "sí", "utter_crisis_told_es"),
        ("no quiero vivir", "utter_crisis_es", "si", "utter_crisis_told_es"),
        ("ich will nicht mehr leben", "utter_crisis_de", "ja", "utter_crisis_told_de"),
        ("je veux mourir", "utter_crisis_fr", "oui", "utter_crisis_told_fr"),
        ("eu quero morrer", "utter_crisis_pt", "sim", "utter_crisis_told_pt"),
        ("voglio morire", "utter_crisis_it", "sì", "utter_crisis_told_it"),
    ],
)
def test_wanting_to_die_in_another_language_is_asked_about_in_it(text: str, response: str, yes: str, told: str) -> None:
    assert talk(text, yes)[1] == [response, told]
    assert talk(text, "nein" if "de" in response else "no")[0].stage == "denied"


@pytest.mark.parametrize(
    "text", ["no quiero morir, solo estoy triste", "ich will nicht sterben", "mi amigo quiere morir", "no siento nada"]
)
def test_other_words_in_another_language_are_no_wish_to_die(text: str) -> None:
    assert talk(text)[1] == [None]


@pytest.mark.parametrize(
    "text",
    [
        *("im going to sleep and not waking up", "going to sleep and not waking up", "im going to sleep and i wont wake up"),
        *("gonna sleep forever. bye", "going to bed and never waking up", "gonna sleep for good this time", "goodbye everyone"),
    ],
)
def test_a_sleep_without_waking_is_asked_about_and_not_wished_a_good_night(text: str) -> None:
    assert talk(text)[1] == ["utter_crisis_passive"]


@pytest.mark.parametrize(
    "text",
    [
        *("im going to sleep and not waking up until noon", "i go to bed and dont wake up rested", "i could sleep forever"),
        *("i take a pill to sleep so i dont wake up at 3am", "goodbye everyone, thanks for the help", "goodbye everyone. thanks"),
        *("thanks for the help, goodbye everyone", "good bye all, thanks!"),
    ],
)
def test_a_late_morning_and_a_polite_goodbye_are_nothing(text: str) -> None:
    assert talk(text)[1] == [None]
    assert by_ear(text, "crisis_imminent", "support", State(), "guess") is None or "forever" in text or "rested" in text


@pytest.mark.parametrize("text", ["goodbye everyone, thanks for everything", "goodbye world", "goodbye forever"])
def test_a_darker_goodbye_is_never_let_pass(text: str) -> None:
    assert talk(text)[1] != [None]


@pytest.mark.parametrize(
    "text",
    [
        *("i od'd last year and didnt tell anyone", "i tried to od a year ago", "i attempted last year", "since i tried to od last year"),
        *(
            "every day since my od",
            "since i tried to end it",
            "been numb ever since i overdosed in 2021",
            "i od'd in march",
            "since i attempted",
        ),
        *(
            "i survived an od two years ago and since then im numb",
            "after my attempt i feel nothing",
            "i overdosed in march and nobody knows",
        ),
        *("tried to end it when I was 17, i tried to end it", "i attempted twice before"),
    ],
)
def test_an_attempt_told_as_over_is_asked_about_once(text: str) -> None:
    state, said, _ = talk(text, "no not now")
    assert said == ["utter_risk_attempted", "utter_risk_denied"] and state.stage == "denied"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "i od'd on netflix last night",
            "i tried to end it with my boyfriend last year",
            "since my attempt to learn guitar i feel nothing",
        ),
        *("i attempted a marathon last year", "my brother od'd last year", "i attempted therapy last year and it failed"),
    ],
)
def test_other_attempts_are_none(text: str) -> None:
    assert "utter_risk_attempted" not in talk(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "i tried to hang myself last night",
        "tried to end it an hour ago",
        "i tried to kill myself yesterday",
        "i just tried to end my life today",
    ],
)
def test_an_attempt_of_today_is_an_emergency(text: str) -> None:
    state, said, levels = talk(text)
    assert said == ["utter_crisis_imminent"] and levels == ["urgent"] and state.stage == "imminent"


@pytest.mark.parametrize(
    "text",
    [
        "i tried to end it with him last night",
        "i tried to end things last night, the relationship i mean",
        "i never tried to kill myself today",
        "i dreamed i tried to kill myself last night",
        "she tried to end it an hour ago",
    ],
)
def test_what_else_was_tried_today_is_none_of_ones_own(text: str) -> None:
    assert "utter_crisis_imminent" not in talk(text)[1]


def test_an_overdose_an_hour_ago_is_none_that_is_over() -> None:
    assert talk("i overdosed an hour ago")[1] == ["utter_overdose_taken"]


@pytest.mark.parametrize(
    "text",
    ["help", "HELP", "help me", "please help", "help pls", "sos", "🆘", "i need help", "i need help but not therapy", "someone help me"],
)
def test_a_bare_call_for_help_is_asked_what_kind_is_meant(text: str) -> None:
    assert talk(text)[1] == ["utter_help_of_what_kind"]


def test_in_an_open_danger_a_call_for_help_is_about_that() -> None:
    assert talk("i'm going to kill myself tonight", "help me")[1][-1] in ("utter_risk_stay", "utter_urged_alone")
    assert talk("he hit me", "HELP")[1][-1] == "utter_danger_from_others"
    assert talk("i would rather not wake up", "help")[0].stage == "thoughts"


@pytest.mark.parametrize("text", ["help me understand anhedonia", "i need help with the form", "help my son"])
def test_help_with_something_is_no_bare_call(text: str) -> None:
    assert talk(text)[1] == [None]


@pytest.mark.parametrize("text", ["🔫", "💊💊💊", "🔪🩸", "⚰️", "⚰️😔", "i want to 🔪 myself"])
def test_pictures_of_means_are_asked_about(text: str) -> None:
    state, said, _ = talk(text)
    assert said == ["utter_risk_pictured"] and state.pending == "thoughts"


@pytest.mark.parametrize("text", ["making soup 🔪🥕", "💀", "took my meds 💊", "😔", "💔"])
def test_other_pictures_are_no_danger(text: str) -> None:
    assert talk(text)[1] == [None] and CLEAR.level is None
