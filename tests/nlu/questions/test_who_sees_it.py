"""Who sees it: the employer, the family, the insurer."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("can my boss see it? its a work laptop", "utter_ask_privacy_work"),
        ("Does my employer see this?", "utter_ask_privacy_work"),
        ("could HR at my company read what i write", "utter_ask_privacy_work"),
        ("can my husband see this on our ipad", "utter_ask_privacy_home"),
        ("will my parents find out", "utter_ask_privacy_home"),
        ("does my insurance find out", "utter_ask_privacy_insurer"),
        ("would the university be told", "utter_ask_privacy_others"),
        ("Is it sold to anyone?", "utter_ask_privacy_sold"),
        ("do you sell my answers to advertisers", "utter_ask_privacy_sold"),
        ("What happens to my input, is it used for training?", "utter_ask_privacy_sold"),
        ("will u tell my mum", "utter_ask_privacy_home"),
        ("are you going to tell my parents?", "utter_ask_privacy_home"),
        ("please don't tell my dad", "utter_ask_privacy_home"),
        ("you wont let my mom know, right", "utter_ask_privacy_home"),
        ("do you tell my doctor", "utter_ask_privacy_others"),
        ("are u gonna tell school about this", "utter_ask_privacy_others"),
        ("would you tell my boss", "utter_ask_privacy_work"),
        ("how do i tell my mum", "utter_what_to_tell_them"),
        ("can i tell my doctor", None),
        ("i dont tell my wife anything", None),
        ("do i tell my parents", None),
        ("my boss sees that i'm numb", None),
        ("does my wife see that i'm trying", None),
        ("we sold the house last year", None),
    ],
)
def test_who_asks_whether_one_in_particular_sees_it_is_told_that_first(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


def test_a_device_of_the_company_is_heard_after_an_answer_about_privacy_and_nowhere_else() -> None:
    assert answer("that's no answer. the laptop belongs to my company", "utter_ask_privacy") == "utter_ask_privacy_work"
    assert answer("i stare at my work laptop all day") is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("do the police see this", "utter_ask_privacy_report"),
        ("will they tell my employer", "utter_ask_privacy_work"),
        ("can my boss see this im on my work laptop", "utter_ask_privacy_work"),
        ("is this encrypted", "utter_ask_privacy_secure"),
        ("are you hipaa compliant", "utter_ask_privacy_secure"),
        ("do they have to report what i say", "utter_ask_privacy_report"),
        ("can they section me", "utter_ask_privacy_report"),
        ("will you call the police", "utter_ask_privacy_report"),
        ("i called the police on my neighbour", None),
        ("the police came after the crash", None),
        ("i stare at my work laptop all day", None),
        ("can my boss see that i'm numb", None),
        ("is the roof leaking", None),
        ("my work phone is always on and i can see it ruining me", None),
    ],
)
def test_who_has_to_pass_it_on_and_how_safe_it_is_are_answered_with_what_is_not_known(text: str, response: Optional[str]) -> None:
    assert answer(text) == response
