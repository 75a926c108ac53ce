"""Those around the visitor: whom to tell, who loves them, a baby."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

from thaw.nlu.bereaved import is_small
from thaw.responses import responses


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("who do i tell. my dad would panic", "utter_numb_after_birth_whom"),
        ("so who would i even say it to?", "utter_numb_after_birth_whom"),
        ("would they take my daughter off me for this", "utter_numb_after_birth_custody"),
        ("does the midwife ring social services then", "utter_numb_after_birth_custody"),
        ("could i lose custody", "utter_numb_after_birth_custody"),
        ("i dont want them to take the baby away", "utter_numb_after_birth_custody"),
        ("i cant tell the midwife, theyll take him", "utter_numb_after_birth_custody"),
        ("will they take her away if i tell", "utter_numb_after_birth_custody"),
        ("im scared theyll take my baby", "utter_numb_after_birth_custody"),
        ("what happens if i tell the truth", "utter_numb_after_birth_custody"),
        ("what would they do if i said so", "utter_numb_after_birth_custody"),
        ("my health visitor asked and i lied", "utter_numb_after_birth_hidden"),
        ("they asked at the six week check and i said im fine", "utter_numb_after_birth_hidden"),
        ("my husband asked and i lied", None),
        ("i'll tell my sister", None),
        ("they take him to the park on sundays and i feel nothing", None),
        ("my mum takes her on fridays", None),
    ],
)
def test_a_parent_of_a_baby_hears_whom_to_tell_and_what_may_follow(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_feel_nothing", "utter_numb_after_birth") == response
    assert answer(text) is None


@pytest.mark.parametrize(
    ("text", "said", "response"),
    [
        ("who should i ring, my gp or 111, its not an emergency", [], "utter_whom_to_ring"),
        ("...whos best to call first", [], "utter_whom_to_ring"),
        ("doctor or pharmacist?", [], "utter_whom_to_ring"),
        ("and who could i see about it", [], "utter_whom_to_ring"),
        ("gp or health visitor? im in leeds", [], "utter_whom_to_ring_after_birth"),
        ("just who do i phone", ["utter_numb_after_birth"], "utter_whom_to_ring_after_birth"),
        ("who can i call to talk tonight", [], None),
        ("i ring my gp every week", [], None),
    ],
)
def test_who_asks_whom_to_ring_is_told_whom(text: str, said: list[str], response: Optional[str]) -> None:
    assert answer(text, "utter_feel_nothing", *said) == response


@pytest.mark.parametrize(
    "text",
    [
        *(
            "how do i explain it to my mum",
            "i dont know how to explain this to my friends",
            "what should i text them",
            "what do i tell my sister",
        ),
        *("what do i say to my kids about why im like this", "ok but how do i bring it up with my parents"),
    ],
)
def test_what_to_say_to_family_and_friends_has_words_of_its_own_unless_they_are_the_numb_ones(text: str) -> None:
    assert answer(text, "utter_told_checked_out") == "utter_what_to_tell_them"
    assert answer(text, "utter_worried_about_someone") is None


@pytest.mark.parametrize(
    "text", ["what do i tell my husband", "what do i tell my doctor", "how do i explain why im like this", "they told my mum"]
)
def test_what_to_say_to_a_partner_or_a_doctor_is_another_question(text: str) -> None:
    assert answer(text, "utter_told_checked_out") is None


@pytest.mark.parametrize(
    "text", ["does it mean i dont love her", "does that mean i dont love him", "do i even love him", "am i not able to love my baby"]
)
def test_whether_it_is_no_love_is_answered_to_a_parent_of_a_baby(text: str) -> None:
    assert answer(text, "utter_numb_after_birth") == "utter_numb_after_birth_love"
    assert answer(text, "utter_told_checked_out") is None
    assert answer("i dont love her", "utter_numb_after_birth") is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i cant be happy for my sister, shes having a baby", "utter_glad_for_them"),
        ("my best friend had a baby and i feel nothing", "utter_glad_for_them"),
        ("i couldn't feel happy for them", "utter_glad_for_them"),
        ("im just not happy for my brother", "utter_glad_for_them"),
        ("i had my baby and my sister had a baby too and i feel nothing", None),
        ("i cant be happy for my baby", None),
        ("my sister is pregnant", None),
        ("my wife is pregnant and i feel nothing", None),
        ("my sister had a baby who died, i feel nothing", None),
    ],
)
def test_a_baby_that_is_another_ones_is_no_birth_of_the_visitors(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


def test_a_baby_said_not_to_be_theirs_is_heard_so() -> None:
    assert answer("its not my baby", "utter_numb_after_birth") == "utter_glad_for_them"
    assert answer("not my baby", "utter_feel_nothing") is None


@pytest.mark.parametrize("text", ["do you think she still loves me", "does he even love me anymore", "does my wife still love me?"])
def test_whether_somebody_loves_them_nobody_here_claims_to_know(text: str) -> None:
    assert answer(text, "utter_told_checked_out") == "utter_love_not_known"
    assert answer(text, "utter_worried_about_someone") == "utter_love_of_the_numb"
    for name in ("utter_love_not_known", "utter_love_of_the_numb"):
        assert all(
            "this chat" in each.text.lower() or "no program" in each.text or "from here" in each.text
            for each in responses().variations(name)
        )


@pytest.mark.parametrize("text", ["he loves me", "nobody loves me", "i dont love her", "would anyone care about me if i died"])
def test_what_asks_nothing_of_their_love_is_not_answered_so(text: str) -> None:
    assert answer(text, "utter_told_checked_out") not in ("utter_love_not_known", "utter_love_of_the_numb")


def test_what_about_me_is_about_the_one_who_asks() -> None:
    assert answer("and what about me", "utter_told_checked_out") == "utter_and_about_oneself"
    assert answer("and me?", "utter_worried_about_someone") == "utter_worried_about_someone_worn"
    assert answer("and what about me") is None


def test_a_parent_who_asks_whether_to_tell_the_health_visitor_hears_that_they_can() -> None:
    assert answer("should i tell the health visitor", "utter_numb_after_birth") == "utter_numb_after_birth_whom"
    assert answer("should i tell the health visitor") is None


@pytest.mark.parametrize("text", ["shes 7 weeks and i dont feel anything for her", "i cant feel anything for my son"])
def test_feeling_nothing_for_a_child_of_ones_own_is_no_missing_gladness(text: str) -> None:
    assert answer(text) != "utter_glad_for_them"


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("nobody knows", "utter_feel_nothing", "utter_nobody_knows"),
        ("no one knows about this", "utter_numb_after_trauma", "utter_nobody_knows"),
        ("i havent told anyone", "utter_feel_nothing", "utter_nobody_knows"),
        ("nobody knows how i feel", "utter_feel_nothing", "utter_nobody_knows"),
        ("you're the first one ive told", "utter_feel_nothing", "utter_nobody_knows"),
        ("nobody knows what causes it", "utter_ask_why_numb", None),
        ("who knows", "utter_feel_nothing", None),
        ("my mum would freak out", "utter_is_minor", "utter_afraid_to_tell"),
        ("she'd be so disappointed", "utter_nobody_knows", "utter_afraid_to_tell"),
        ("they would just make it worse", "utter_helper_named", "utter_afraid_to_tell"),
        ("my wife would think im weak", "utter_nobody_knows", "utter_afraid_to_tell"),
        ("my mum would freak out", "utter_ask_cost", None),
        ("he would hurt me", "utter_nobody_knows", None),
    ],
)
def test_who_told_nobody_and_who_fears_how_it_would_be_taken_is_answered_about_that(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("i mean she's not wrong", "utter_told_checked_out", "utter_they_are_right"),
        ("and he has a point tbh", "utter_told_checked_out_more", "utter_they_are_right"),
        ("can't blame her", "utter_ask_relationship_impact", "utter_they_are_right"),
        ("my wife's right", "utter_told_checked_out", "utter_they_are_right"),
        ("she's wrong", "utter_told_checked_out", None),
        ("he isn't right about that", "utter_told_checked_out", None),
        ("she's right here, she can read this", "utter_told_checked_out", None),
        ("she's not wrong", "utter_ask_cost", None),
        ("is this a thing guys get", "utter_feel_nothing", "utter_ask_how_common_plain"),
        ("is that something other new moms go through?", "utter_feel_nothing", "utter_ask_how_common_plain"),
        ("is this a thing", "utter_feel_nothing", None),
    ],
)
def test_what_is_granted_to_them_or_asked_of_others_like_oneself_is_heard(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


def test_what_to_tell_a_partner_is_answered_in_other_words_once_the_first_were_said() -> None:
    assert answer("what would i even tell her", "utter_told_checked_out_more") == "utter_what_to_tell_them"
    assert answer("what would i even tell her", "utter_told_checked_out") is None


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("the dog still waits at the door", True),
        ("his coat on the hook", True),
        ("our phone hasn't rung since", True),
        ("the doctor still has not called", False),
        ("the house feels empty", False),
    ],
)
def test_what_goes_on_as_if_they_were_there_is_a_small_thing_of_the_dead(text: str, small: bool) -> None:
    assert is_small(text) is small
