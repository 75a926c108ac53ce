"""A death is heard as one, whoever else is spoken of; and who is worried about stays who it is about."""

import pytest
from script import crisis_of, named
from site_client import text_of


@pytest.mark.parametrize(
    "text",
    [
        *(
            "our baby was stillborn in march. i go to work like nothing happened. how do i talk to my wife",
            "our son died last year. any advice?",
        ),
        *(
            "my daughter passed away in june. what can i do",
            "we had a stillbirth, how do i help my wife",
            "my dad died. how do i talk to my mum",
        ),
        *("i had a miscarriage in june and i feel nothing. everyone says try again. is that normal", "we lost the baby at 20 weeks"),
    ],
)
def test_the_dead_are_never_taken_for_someone_who_has_gone_quiet(visitor, text):
    answer = visitor(country="US").say(text)
    assert any(name.startswith("utter_numb_after_loss") for name in named(answer)) and crisis_of(answer) == "none"
    assert "gone quiet" not in text_of(answer)


def test_who_asks_if_it_is_normal_when_someone_dies_can_say_who_it_was(visitor):
    they = visitor(country="US")
    assert "utter_numb_after_loss_plain" in named(they.say("is it normal to feel nothing when someone dies"))
    assert "utter_numb_after_loss" in named(they.say("my nan"))
    they.say("last week")
    answer = they.say("is that depression")
    assert "utter_numb_after_loss_more" in named(answer) and "grief" in text_of(answer).lower()


def test_an_animal_that_the_vet_put_to_sleep_is_a_loss_and_no_danger(visitor):
    they = visitor(country="US")
    they.say("my dog died in june and i haven't cried once")
    answer = they.say("vet put him to sleep, i held him")
    assert any(name.startswith("utter_numb_after_loss") for name in named(answer)) and crisis_of(answer) == "none"
    assert crisis_of(visitor(country="US").say("i want to put my baby to sleep forever")) != "none"


@pytest.mark.parametrize(
    ("first", "no"),
    [
        ("my wife has gone numb", "no she's never said anything about dying"),
        ("my partner lost her mum in april and shes like a robot now", "no she isnt suicidal i asked her"),
    ],
)
def test_a_no_to_talk_of_dying_is_heard_and_leads_back_to_the_one_they_worry_about(visitor, first, no):
    they = visitor(country="US")
    assert "utter_worried_about_someone" in named(they.say(first))
    answer = they.say(no)
    assert "utter_worried_about_someone_not_said" in named(answer) and crisis_of(answer) == "none"


def test_after_words_that_sounded_like_danger_a_no_keeps_the_door_and_the_line_open(visitor):
    they = visitor(country="US")
    they.say("my dad is 78 and since he retired he just sits there. he said he'd be better off gone")
    they.choose("I can't tell")
    answer = they.say("i asked him and he said no dont be daft")
    assert "utter_worried_about_someone_asked" in named(answer) and crisis_of(answer) != "none"
    assert "utter_worried_about_someone_cause" in named(they.say("so whats wrong with him then"))


def test_the_one_who_is_worried_about_stays_so_until_the_writer_speaks_of_themselves(visitor):
    they = visitor(country="US")
    they.say("my girlfriend seems checked out all the time")
    assert "utter_worried_about_someone_heard" in named(they.say("she sees a grief counsellor on thursdays"))
    assert "utter_worried_about_someone_worn" in named(they.say("is it normal that i feel a bit resentful"))
    assert "utter_feel_nothing" in named(they.say("i feel nothing myself"))


def test_danger_told_of_the_other_is_heard_as_danger(visitor):
    for text in ("she hit me last night", "she said she doesn't want to be here any more", "she took all her pills"):
        they = visitor(country="US")
        they.say("my wife has gone numb")
        assert crisis_of(they.say(text)) != "none", text


def test_anothers_medicine_and_anothers_baby_are_not_the_writers(visitor):
    they = visitor(country="US")
    answer = they.say("hi. my dad has parkinsons and hes gone flat, could be the meds. hes 80")
    assert "utter_worried_about_someone_medicine" in named(answer)
    assert "you're taking" not in text_of(they.say("hes on ropinirole and mirtazapine"))
    assert "prescri" in text_of(they.say("should he stop it"))
    they = visitor(country="US")
    they.say("my friend had a baby in march and shes like a ghost")
    answer = they.say("its the baby thing im worried about, is it postnatal depression")
    assert "utter_worried_about_someone_birth" in named(answer) and "bad parent" not in text_of(answer)


def test_the_bereaved_can_say_something_about_who_died(visitor):
    they = visitor(country="US")
    they.say("my brother died in march and i feel nothing")
    assert "utter_numb_after_loss_remembered" in named(they.say("yes. he was called danny and he was funny"))
    assert "utter_numb_after_loss_together" in named(they.say("my mum cant talk about him"))
    assert "utter_numb_after_loss_guilt" in named(they.say("i keep thinking i should have known"))
    assert "utter_numb_after_loss_mixed" in named(they.say("is it normal to be angry with him"))
    assert crisis_of(they.say("i just want to be where he is")) != "none"


def test_who_feels_nothing_for_a_baby_hears_of_that_and_then_whom_to_tell(visitor):
    they = visitor(country="US")
    assert "utter_numb_after_birth" in named(they.say("i dont feel anything for my baby is that anhedonia"))
    assert "utter_numb_after_birth_custody" in named(they.say("will social services take her"))
    they.say("no id never hurt her")
    assert "utter_numb_after_birth_whom" in named(they.say("who do i tell"))
