"""How someone lives, told by itself, and what needs no asking back."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("what causes anhedonia", "utter_greet", "utter_ask_why_numb"),
        ("what causes it", "utter_greet", "utter_ask_why_numb"),
        ("how much does therapy cost", "utter_greet", "utter_ask_cost"),
        ("how much is a session", "utter_greet", "utter_ask_cost"),
        ("what now", "utter_greet", "utter_ask_something_to_try"),
        ("sorry", "utter_greet", "utter_no_need_to_be_sorry"),
        ("sorry for rambling", "utter_greet", "utter_no_need_to_be_sorry"),
        ("sorry that was rude", "utter_greet", "utter_no_need_to_be_sorry"),
        ("im sorry for snapping at you", "utter_greet", "utter_no_need_to_be_sorry"),
        ("sorry i feel nothing", "utter_greet", None),
        ("idc about anything", "utter_greet", "utter_feel_nothing"),
        ("i work nights in warehouse", "utter_greet", "utter_how_you_live"),
        ("shift worker truck driver", "utter_greet", "utter_how_you_live"),
        ("im a student", "utter_greet", "utter_how_you_live"),
        ("failing all my classes", "utter_greet", "utter_hard_times"),
        ("my landlord kicked me out", "utter_greet", "utter_hard_times"),
        ("now i sleep in the car", "utter_greet", "utter_hard_times"),
        ("i lost my job in march", "utter_greet", "utter_hard_times"),
        ("i work all the time and i'm drained", "utter_greet", None),
        ("i'm a nurse and i feel nothing", "utter_greet", None),
        ("i'm a paramedic and i hate everyone", "utter_greet", None),
        ("im an old man", "utter_greet", None),
        ("i cant sleep in the car", "utter_greet", None),
        ("would days help do you think", "utter_body_heavy", "utter_should_i"),
        ("would a dog help", "utter_feel_nothing", "utter_should_i"),
        ("would therapy help", "utter_feel_nothing", None),
        ("would it help", "utter_feel_nothing", None),
        ("im in the hospital", "utter_feel_nothing", None),
        ("im at the bar", "utter_feel_nothing", None),
        ("i work and work until i drop dead", "utter_feel_nothing", None),
        ("what now is the point", "utter_feel_nothing", None),
        ("my landlord hit me", "utter_feel_nothing", None),
    ],
)
def test_what_is_plainly_asked_or_told_is_not_asked_back(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
