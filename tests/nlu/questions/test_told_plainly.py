"""What is plainly told is kept to: a baby that died, a parent without a baby, what was stopped, who is numb, what is over."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

from thaw.dialogue.beside import beside
from thaw.nlu.bereaved import asked_and_denied, died, lost_before_birth, lost_no_one

WORRIED, LOST = "utter_worried_about_someone", "utter_numb_after_loss_baby"


@pytest.mark.parametrize(
    ("text", "is_lost"),
    [
        ("Our daughter was stillborn in May. I feel nothing", True),
        ("Lost our son at 38 weeks in spring", True),
        ("we lost her at 24 weeks", True),
        ("my son was born sleeping", True),
        ("my daughter had a stillbirth", False),
        ("my sister lost her baby at 20 weeks", False),
        ("I lost 10 pounds in 12 weeks", False),
        ("I lost my job at 38", False),
    ],
)
def test_a_child_that_died_before_it_was_born_is_heard(text: str, is_lost: bool) -> None:
    assert lost_before_birth(text) is is_lost


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("Is it different from postnatal depression", f"{LOST}_postnatal"),
        ("could it be postpartum depression?", f"{LOST}_postnatal"),
        ("could this be ppd", f"{LOST}_postnatal"),
        ("My breasts still made milk. Nobody tells you", f"{LOST}_body"),
        ("will I love the next baby", f"{LOST}_next"),
        ("I'm pregnant again and feel nothing about it", f"{LOST}_next"),
        ("i have a newborn now and feel nothing", None),
    ],
)
def test_who_lost_a_baby_is_answered_as_someone_who_did(text: str, response: Optional[str]) -> None:
    assert answer(text, LOST) == response
    assert answer(text, "utter_keep_it_short", LOST) == response
    assert not str(answer(text)).startswith(LOST)


def test_no_answer_about_a_baby_at_home_is_given_to_who_lost_one() -> None:
    for told, said in (({"died": "baby"}, set()), ({}, {LOST})):
        assert beside("utter_numb_after_birth", "i feel so blank", told, said.__contains__) == "utter_numb_after_loss_more"
        assert beside("utter_numb_after_birth", "is it postnatal", told, said.__contains__) == f"{LOST}_postnatal"
        assert beside("utter_numb_after_birth", "my newborn cries", told, said.__contains__) == "utter_numb_after_birth"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("I'm a dad and I'm numb", "utter_numb_parent"),
        ("I'm a father of three and I'm numb", "utter_numb_parent"),
        ("dad of a teenager, feel numb", "utter_numb_parent"),
        ("I'm a mum of two teenagers and numb", "utter_numb_parent"),
        ("im a single mom and i feel empty", "utter_numb_parent"),
        ("i regret becoming a mother", "utter_regrets_children"),
        ("i regret having kids", "utter_regrets_children"),
        ("im a new dad and numb", None),
        ("mum of a 6 week old and numb", None),
        ("my dad is numb", None),
        ("my mother died and i feel nothing", None),
    ],
)
def test_a_parent_is_not_taken_for_a_new_one(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


@pytest.mark.parametrize(
    "text", ["my kids are 7 and 9", "theyre 7 and 9", "he is 12", "they are teenagers", "there is no baby", "not a new mum"]
)
def test_after_an_answer_about_a_baby_grown_children_are_heard(text: str) -> None:
    assert answer(text, "utter_numb_after_birth") == "utter_numb_parent"


@pytest.mark.parametrize(
    ("text", "has_stopped"),
    [
        ("Quit drinking 8 months ago and everyone said the colours would come back", True),
        ("I'm two years sober and still feel nothing", True),
        ("I stopped drinking last year. still grey", True),
        ("I gave up weed in spring and I'm still numb", True),
        ("clean from opioids 1 year, nothing feels good", True),
        ("8 months sober, I'm proud of that on paper", True),
        ("i've been clean for six months and the world is grey", True),
        ("one year off weed. flat", True),
        ("it started after i stopped drinking", True),
        ("i went numb after I quit weed", True),
        ("nothing since i gave up the wine", True),
        ("it started after i started drinking", False),
        ("it started yesterday, after i stopped drinking", False),
        ("i started shaking after i quit drinking", False),
        ("i stopped drinking two days ago", False),
        ("i quit drinking yesterday and im shaking", False),
        ("i relapsed after 2 years sober", False),
        ("i want to quit drinking", False),
        ("my husband is sober 2 years and numb", False),
        ("i used to be sober, now i drink every night", False),
        ("i stopped eating and drinking", False),
        ("i quit my job", False),
        ("i came off sertraline last year", False),
    ],
)
def test_who_stopped_is_not_warned_of_stopping(text: str, has_stopped: bool) -> None:
    assert (answer(text) == "utter_stopped_using") is has_stopped


@pytest.mark.parametrize(
    ("text", "misses"),
    [
        ("i miss being drunk honestly", True),
        ("I miss drinking", True),
        ("still miss the buzz", True),
        ("i really miss getting high", True),
        ("i miss my friends", False),
        ("i miss drinking and im going to tonight", False),
        ("i miss being drunk so i started again", False),
    ],
)
def test_who_stopped_and_misses_it_is_not_praised_once_more(text: str, misses: bool) -> None:
    assert (answer(text, "utter_stopped_using") == "utter_misses_using") is misses


@pytest.mark.parametrize(
    "text", ["I don't drink any more. I said I quit", "i said i dont drink", "i haven't had a drink in years", "im sober"]
)
def test_that_one_does_not_drink_is_taken_as_said(text: str) -> None:
    assert answer(text, "utter_using_substances") == "utter_stopped_using"
    assert beside("utter_using_substances", "no drink here", {}, {"utter_stopped_using"}.__contains__) == "utter_stopped_using"
    assert beside("utter_using_substances", "i miss the buzz", {}, {"utter_stopped_using"}.__contains__) == "utter_misses_using"
    assert beside("utter_using_substances", "i drink again", {}, {"utter_stopped_using"}.__contains__) == "utter_using_substances"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("should i leave him", "utter_leave_the_numb_one"),
        ("is it ok to leave him", "utter_leave_the_numb_one"),
        ("would you leave him", "utter_leave_the_numb_one"),
        ("do i stay or go", "utter_leave_the_numb_one"),
        ("should we get divorced", "utter_leave_the_numb_one"),
        ("is it wrong of me to leave my husband", "utter_leave_the_numb_one"),
        ("is it my fault", f"{WORRIED}_fault"),
        ("is it because of me", f"{WORRIED}_fault"),
        ("did i do something wrong", f"{WORRIED}_fault"),
        ("am i the reason", f"{WORRIED}_fault"),
        ("should I stop trying", f"{WORRIED}_stop"),
        ("should I just stop", f"{WORRIED}_stop"),
        ("I miss her. She's in the same room", f"{WORRIED}_missed"),
        ("he says I don't understand", f"{WORRIED}_blamed"),
        ("He says I'm nagging", f"{WORRIED}_blamed"),
        ("How am I? Tired", f"{WORRIED}_worn"),
        ("i feel numb too now", None),
        ("should i leave him behind in this world", None),
        ("he says i should die", None),
    ],
)
def test_beside_someone_numb_it_stays_about_that_one(text: str, response: Optional[str]) -> None:
    assert answer(text, WORRIED) == response


@pytest.mark.parametrize("text", ["should i leave him", "is it ok to leave her", "can i leave him", "should i quit him", "change her"])
def test_only_a_therapist_is_left_with_a_plain_yes(text: str) -> None:
    assert answer(text, "utter_told_checked_out") != "utter_therapy_switch"
    assert answer("can i leave my therapist") == "utter_therapy_switch"
    assert answer("can i leave if i dont like it", "utter_ask_therapy") == "utter_therapy_switch"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("I feel numb and my wife is worried", "utter_partner_beside_you"),
        ("i'm numb and my girlfriend wants to leave", "utter_partner_beside_you"),
        ("my daughter is 22 and i feel nothing for her", "utter_far_from_people"),
        ("how do i help my wife understand", "utter_explain_it_to_them"),
        ("my friend says he feels like a robot", WORRIED),
        ("my buddy says nothing is fun anymore", WORRIED),
        ("my brother says he's dead inside", WORRIED),
        ("my wife says i feel like a robot", None),
        ("my friend says he wants to die", None),
        ("my brother says he is numb and wants to kill himself", None),
    ],
)
def test_who_is_the_numb_one_of_two_is_heard(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


@pytest.mark.parametrize("text", ["31 years married", "25 years together", "we've been married for 12 years"])
def test_years_of_marriage_are_no_death(text: str) -> None:
    assert answer(text, "utter_told_checked_out") in ("utter_together_for_long", None)
    assert died(text) is None


def test_a_death_that_is_denied_in_the_same_breath_is_none() -> None:
    denied = "wife passed? no she's fine. she's in the kitchen"
    assert died(denied) is None and lost_no_one(denied) and asked_and_denied(denied)
    assert died("my wife passed in may") == "wife" and not asked_and_denied("my wife died. why? no idea")


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("my abusive ex is gone for 3 years, im safe now, but i never came back to life", "utter_numb_after_trauma_over"),
        ("it was years ago and its over, still numb", "utter_numb_after_trauma_over"),
        ("i was raped at 19, im 40 now, still feel nothing", "utter_numb_after_trauma_over"),
        ("no trauma. childhood was fine. still numb since i was 12", "utter_nothing_happened"),
        ("i was abused, its over but he still comes by", "utter_numb_after_trauma"),
        ("i was raped and i am not safe", "utter_numb_after_trauma"),
        ("i was attacked", "utter_numb_after_trauma"),
    ],
)
def test_what_is_over_is_not_asked_about(text: str, response: str) -> None:
    assert beside("utter_numb_after_trauma", text, {}, set().__contains__) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("numb tongue", "utter_numb_skin"),
        ("my fingers go numb at night", "utter_numb_skin"),
        ("numb hands when i type", "utter_numb_skin"),
        ("numb since the dentist yesterday", "utter_numb_skin"),
        ("my hands feel numb when he touches me and i feel nothing", None),
        ("my face went numb suddenly", None),
        ("my heart is numb", None),
        ("i can't sleep and feel nothing", "utter_sleeps_badly"),
        ("i sleep fine", "utter_sleeps_well"),
        ("my sleep is ok actually", "utter_sleeps_well"),
        ("i sleep like a log", "utter_sleeps_well"),
        ("i wake up at 4am every day for no reason", "utter_sleeps_badly"),
        ("i get like 3 hours a night", "utter_sleeps_badly"),
        ("what can i do about the sleep", "utter_sleeps_badly"),
        ("i haven't slept for days and my mind races", None),
        ("I'm 55 and numb", "utter_feel_nothing"),
        ("I'm flat, I'm 44", "utter_feel_nothing"),
    ],
)
def test_skin_and_sleep_are_heard_for_what_they_are(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_greet") == response


@pytest.mark.parametrize("text", ["no not 988", "i dont like phones", "can i text someone", "i hate calling people", "no calls please"])
def test_who_asked_for_a_person_need_not_phone(text: str) -> None:
    assert answer(text, "utter_want_human_no_contact") == "utter_person_in_writing"
    assert answer(text) is None


@pytest.mark.parametrize("text", ["haha fair", "fair enough haha", "ha ok", "fair enough", "ok fair"])
def test_what_the_program_says_of_itself_may_be_accepted(text: str) -> None:
    assert answer(text, "utter_ask_if_bot") == "utter_fair_enough"
    assert answer(text) is None
