"""Medicines: which one it is, one that was changed, and what to take."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("can the pill cause it", "utter_feel_nothing", "utter_numb_since_medication_other"),
        (
            "i started the pill 3 months ago and feel dead inside could it be that",
            "utter_feel_nothing",
            "utter_numb_since_medication_other",
        ),
        ("could it be my blood pressure tablets", "utter_feel_nothing", "utter_numb_since_medication_other"),
        ("since i started birth control i feel nothing", "utter_feel_nothing", "utter_numb_since_medication_other"),
        ("is it accutane", "utter_feel_nothing", "utter_numb_since_medication_other"),
        ("i'm on propranolol for anxiety", "utter_feel_nothing", "utter_numb_since_medication_other"),
        ("numb since i got the implant", "utter_feel_nothing", "utter_numb_since_medication_other"),
        ("could it be the beta blockers", "utter_feel_nothing", "utter_numb_since_medication_other"),
        ("my antidepressants make me numb", "utter_feel_nothing", None),
        ("im on sertraline is it that", "utter_feel_nothing", "utter_numb_since_medication"),
        ("is it my meds", "utter_feel_nothing", "utter_numb_since_medication"),
        ("i'm on lexapro, could it be that", "utter_feel_nothing", "utter_numb_since_medication"),
        ("numb since i started the pills", "utter_feel_nothing", None),
        ("i took all my blood pressure tablets", "utter_feel_nothing", None),
        ("i forgot to take the pill", "utter_feel_nothing", None),
        ("my wife is on the pill", "utter_feel_nothing", None),
        ("can i take ibuprofen with the pill", "utter_feel_nothing", None),
        ("should i take vitamin d", "utter_feel_nothing", "utter_should_i_take_it"),
        ("should i try magnesium for this", "utter_feel_nothing", "utter_should_i_take_it"),
        ("should i take a walk", "utter_feel_nothing", None),
        ("should i take iron tablets", "utter_feel_nothing", "utter_should_i_take_it"),
        ("i already halved it last week", "utter_feel_nothing", "utter_medication_changed"),
        ("i quit lexapro cold turkey 2 weeks ago and get brain zaps", "utter_feel_nothing", "utter_medication_changed"),
        ("i stopped taking my meds", "utter_feel_nothing", "utter_medication_changed"),
        ("i came off sertraline last month", "utter_feel_nothing", "utter_medication_changed"),
        ("i came off prozac five years ago", "utter_feel_nothing", None),
        ("my doctor took me off sertraline", "utter_feel_nothing", None),
        ("i stopped drinking", "utter_feel_nothing", None),
        ("i quit my job", "utter_feel_nothing", None),
        ("should i stop my meds", "utter_feel_nothing", None),
        ("can i stop taking sertraline", "utter_feel_nothing", None),
        ("i want to stop my tablets", "utter_feel_nothing", None),
        ("i already halved it last week", "utter_numb_since_medication", "utter_medication_changed"),
        ("ive stopped taking it", "utter_numb_since_medication", "utter_medication_changed"),
        ("i just stopped them", "utter_numb_since_medication", "utter_medication_changed"),
        ("can i just come off them this weekend", "utter_numb_since_medication", None),
        ("what if i just stopped them", "utter_numb_since_medication", None),
        ("atenolol", "utter_numb_since_medication", "utter_numb_since_medication_other"),
        ("its propranolol", "utter_numb_since_medication", "utter_numb_since_medication_other"),
        ("the pill", "utter_numb_since_medication", "utter_numb_since_medication_other"),
        ("sertraline", "utter_numb_since_medication", None),
        ("i was thinking about coming off it", "utter_numb_since_medication", "utter_ask_medication_advice"),
        ("guess i'll just quit it cold turkey", "utter_numb_since_medication", "utter_ask_medication_advice"),
        ("i might just stop taking them, whatever", "utter_medicine_and_sex", "utter_ask_medication_advice"),
        ("guess i'll just quit it", "utter_using_substances", None),
        ("does it kill your sex drive too", "utter_numb_since_medication", "utter_medicine_and_sex"),
        ("is no libido from sertraline", "utter_feel_nothing", "utter_medicine_and_sex"),
        ("can prozac mess with sex", "utter_feel_nothing", "utter_medicine_and_sex"),
        ("my libido is gone", "utter_feel_nothing", None),
        ("he forced me to have sex, i'm on lexapro", "utter_feel_nothing", None),
        ("should i stop it", "utter_numb_since_medication", None),
        ("how do i stop it", "utter_numb_since_medication", None),
        ("i was thinking about coming off this life", "utter_numb_since_medication", None),
        ("im tempted to stop taking them", "utter_numb_since_medication", "utter_ask_medication_advice"),
        ("why", "utter_numb_since_medication", "utter_no_more"),
        ("i halved the recipe", "utter_feel_nothing", None),
        ("how likely is it the pill", "utter_feel_nothing", "utter_numb_since_medication_other"),
        ("i was thinking about coming off it", "utter_feel_nothing", None),
        ("i take sleeping pills and whiskey", "utter_feel_nothing", None),
    ],
)
def test_figures_of_antidepressants_are_told_of_those_alone_and_who_changed_a_dose_is_sent_to_ask_today(
    text: str, last: str, response: Optional[str]
) -> None:
    assert answer(text, last) == response
