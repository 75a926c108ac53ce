"""Who lost someone: what they ask in one breath with it, and what they tell of the dead later."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

from thaw.nlu.bereaved import died, lost_before_birth, only_the_dead
from thaw.nlu.questions import asked

LOSS = "utter_numb_after_loss"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("our baby was stillborn in march. i go to work like nothing happened. how do i talk to my wife", f"{LOSS}_together"),
        ("our son died last year. how do i talk to my wife", f"{LOSS}_together"),
        ("we had a stillbirth, how do i help my wife", f"{LOSS}_together"),
        ("my husband died. how do i talk to my kids", f"{LOSS}_together"),
        ("My wife died in May and I don't know what to say to the children", f"{LOSS}_together"),
        ("my mum died in may. my dad has gone numb, how can i help him", f"{LOSS}_together"),
        ("my daughter passed away in june. what can i do", f"{LOSS}_what_now"),
        ("i'm 52 and my wife died in may. what can i do", f"{LOSS}_what_now"),
        ("my mum died on sunday, what now?", f"{LOSS}_what_now"),
        ("My wife died. Is this grief or is it depression?", f"{LOSS}_more"),
        ("i had a miscarriage in june and i feel nothing. everyone says try again. is that normal", f"{LOSS}_baby"),
        ("we lost the baby at 20 weeks", f"{LOSS}_baby"),
        ("I'm 58. My mum died. My friends are all gone. I feel nothing. What are the signs?", f"{LOSS}_signs"),
        ("my dad died and i have to write his eulogy, what do i say", f"{LOSS}_eulogy"),
        ("is it normal to feel nothing when someone dies", f"{LOSS}_plain"),
        ("is it weird to not cry after a funeral", f"{LOSS}_plain"),
        ("is it grief or depression?", f"{LOSS}_more"),
        ("my dad is numb since mum died", "utter_worried_about_someone"),
        ("my wife hasn't smiled since her mother died, she's gone", "utter_worried_about_someone"),
        ("her dad died and now she's numb, my girlfriend", "utter_worried_about_someone"),
        ("i miss my husband", "utter_misses_someone"),
        ("i just miss my nan so much", "utter_misses_someone"),
        ("my brother killed himself. how do i talk to my mum", None),
        ("i had a miscarriage and i need a therapist", None),
        ("my dad died and i feel nothing", None),
        ("i miss my old life", None),
        ("i miss feeling things", None),
        ("i missed my bus", None),
        ("how do i talk to my wife", None),
        ("is it depression or burnout", None),
        ("i feel numb since mum died", None),
    ],
)
def test_what_is_asked_with_a_death_is_answered_as_to_who_is_bereaved(text: str, response: Optional[str]) -> None:
    found = asked(text, [], [])
    assert (found.response if found else None) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("yes. he was called danny and he was funny", f"{LOSS}_remembered"),
        ("she always sang in the car", f"{LOSS}_remembered"),
        ("i miss him", f"{LOSS}_remembered"),
        ("my mum cant talk about him", f"{LOSS}_together"),
        ("nobody says his name", f"{LOSS}_together"),
        ("how do i help my kids", f"{LOSS}_together"),
        ("is it normal to be angry with him", f"{LOSS}_mixed"),
        ("im so angry with her", f"{LOSS}_mixed"),
        ("is it awful that im relieved", f"{LOSS}_mixed"),
        ("what do i say in the eulogy if i cant feel anything", f"{LOSS}_eulogy"),
        ("is that depression", f"{LOSS}_more"),
        ("my nan", LOSS),
        ("it was my dad", LOSS),
        ("he used to hit me", None),
        ("he was murdered", None),
        ("she was in so much pain", None),
        ("he was funny, i want to be with him", None),
        ("they asked me to come in on monday", None),
    ],
)
def test_who_mourns_can_speak_of_the_dead_and_of_those_who_are_left(text: str, response: Optional[str]) -> None:
    assert answer(text, LOSS) == response
    if response and "remembered" in response and "miss" not in text:
        assert answer(text) is None


def test_after_a_baby_that_died_its_name_and_another_try_are_heard_as_that() -> None:
    last = f"{LOSS}_baby"
    assert answer("yes we called her rose", last) == f"{LOSS}_remembered" and answer("no name yet", last) == LOSS
    assert answer("should we try again", LOSS, last) == "utter_should_i" and answer("should we try again", LOSS) is None


@pytest.mark.parametrize("text", ["All four of them, I should think", "all of them", "two of them", "most of those"])
def test_which_signs_are_there_is_no_empty_yes(text: str) -> None:
    assert answer(text, "utter_ask_signs") == "utter_feel_nothing"
    assert answer(text, "utter_ask_signs", LOSS) == f"{LOSS}_more"
    assert answer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("our baby was stillborn", "i had a miscarriage", "i've had 3 miscarriages", "she was born sleeping", "my wife had a miscarriage"),
        *("we lost the twins at 14 weeks", "the baby died in the womb", "the scan showed no heartbeat"),
    ],
)
def test_a_baby_that_died_before_or_at_birth_has_died(text: str) -> None:
    assert lost_before_birth(text) and died(text) == "baby"


@pytest.mark.parametrize(
    "text",
    [
        *("my friend had a miscarriage", "my sister lost her baby", "im scared of a miscarriage", "a miscarriage of justice"),
        *("i worry i might miscarry", "i put the baby to sleep", "he puts me down", "the vet put her on steroids"),
        "i have the baby put to sleep by 7",
    ],
)
def test_anothers_baby_or_one_that_lives_has_not_died(text: str) -> None:
    assert died(text) is None


def test_of_the_dead_alone_nobody_is_left_who_could_have_gone_quiet() -> None:
    assert only_the_dead("my daughter passed away in june. any advice") and only_the_dead("vet put him to sleep")
    assert not only_the_dead("our son died and my wife has gone quiet") and not only_the_dead("my wife has gone quiet")
