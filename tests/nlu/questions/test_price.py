"""What help costs, in every wording; and that it can't be paid."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("how much does it cost", "utter_feel_nothing", "utter_ask_cost"),
        ("do students get a discount", "utter_feel_nothing", "utter_ask_cost"),
        ("i feel numb and i need to know how much a therapist is", "utter_feel_nothing", "utter_ask_cost"),
        ("how much is therapy and will it help", "utter_feel_nothing", "utter_ask_cost"),
        ("whats the price per session", "utter_feel_nothing", "utter_ask_cost"),
        ("can i pay with hsa", "utter_feel_nothing", "utter_insurance_named"),
        ("do you have anyone in florida who takes medicaid", "utter_feel_nothing", "utter_insurance_named"),
        ("kaiser", "utter_ask_cost", "utter_insurance_named"),
        ("why is there no price", "utter_ask_cost", "utter_no_price_here"),
        ("how much does it cost", "utter_want_human_no_contact", None),
        ("how much does therapy help", "utter_feel_nothing", None),
        ("it cost me my marriage", "utter_feel_nothing", None),
        ("how much time does it take", "utter_feel_nothing", None),
    ],
)
def test_the_price_is_told_in_every_wording_and_beside_another_meaning(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("i feel numb and cant afford a therapist", "utter_feel_nothing"),
        ("i feel nothing and i dont have money, what can i do", "utter_feel_nothing"),
        ("i dont have money for a therapist", "utter_feel_nothing"),
        ("im broke and i need help", "utter_feel_nothing"),
        ("too much for me", "utter_ask_cost"),
        ("then i'm out of options", "utter_ask_cost"),
        ("so theres nothing for me", "utter_cannot_pay"),
        ("so i get no help then", "utter_cannot_pay"),
        ("im unemployed and no insurance", "utter_cannot_pay"),
        ("what else is there", "utter_cannot_pay"),
    ],
)
def test_who_cannot_pay_is_told_what_there_is(text: str, last: str) -> None:
    assert answer(text, last) == "utter_cannot_pay"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("i cant afford to feel anything", "utter_feel_nothing"),
        ("i cant afford rent and i feel numb", "utter_feel_nothing"),
        ("so theres nothing for me", "utter_feel_nothing"),
        ("i feel nothing", "utter_ask_cost"),
        ("nothing", "utter_ask_cost"),
    ],
)
def test_who_says_something_else_is_not_told_of_fees(text: str, last: str) -> None:
    assert answer(text, last) is None
