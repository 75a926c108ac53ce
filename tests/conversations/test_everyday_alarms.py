"""What people say of partners, babies, jobs and the dead in an ordinary talk: nobody is asked about suicide or violence for it."""

import pytest
from script import crisis_of, named
from site_client import text_of

TALKS = [
    ["my girlfriend is numb", "she wont see anyone", "what can i do then"],
    ["had a baby, feel nothing", "i dont want them to take the baby away", "does it mean i dont love her", "i just do the feeds"],
    ["my wife passed away in february", "We were married 41 years.", "I still set the table for two.", "I don't want a stranger"],
    ["im on prozac and numb", "what are the odds its the pills"],
    [
        "i'm a nurse and this job has drained me, nothing left",
        "not even on holiday",
        "cant quit, mortgage",
        "cant stop, theres nobody else",
    ],
    ["my friend got promoted and i cant feel happy for her", "what do i tell my mum about it", "nothing happened really thats the thing"],
]


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk[0])
def test_nobody_is_alarmed_by_an_ordinary_life(visitor, talk):
    they = visitor(country="US")
    heard = [crisis_of(they.say(text)) for text in talk]
    assert set(heard) <= {"none", "line"}


@pytest.mark.parametrize(
    ("talk", "response"),
    [
        (["had a baby and feel nothing", "i cant tell the midwife, theyll take him"], "utter_numb_after_birth_custody"),
        (["had a baby and feel nothing", "does that mean i dont love him"], "utter_numb_after_birth_love"),
        (["my sister says im distant", "what do i tell my sister"], "utter_what_to_tell_them"),
        (["why am i so numb", "nothing bad happened to me"], "utter_nothing_happened"),
        (["im on sertraline and feel nothing", "how likely is it the sertraline"], "utter_numb_since_medication_odds"),
        (["this job has burnt me out, im empty", "cant stop, theres nobody else"], "utter_cannot_stop"),
    ],
)
def test_what_is_asked_or_told_next_has_its_own_answer(visitor, talk, response):
    they = visitor(country="US")
    *before, last = talk
    for text in before:
        they.say(text)
    assert response in named(they.say(last))


def test_a_death_that_is_told_comes_before_the_question_whether_something_is_wrong(visitor):
    answer = visitor(country="US").say("My wife passed away in February. I have not cried once. Is there something wrong with me?")
    assert any(name.startswith("utter_numb_after_loss") for name in named(answer))


@pytest.mark.parametrize("text", ["i'm scared im going to shake her", "they should take the baby before i hurt him"])
def test_fear_of_harming_a_baby_is_still_heard(visitor, text):
    they = visitor(country="US")
    they.say("had a baby and feel nothing")
    answer = they.say(text)
    assert crisis_of(answer) in ("support", "urgent") and "emergency" in text_of(answer)
