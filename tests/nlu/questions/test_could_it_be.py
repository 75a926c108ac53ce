"""Whether it is this or that condition."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("could it be adhd", "utter_feel_nothing", "utter_could_it_be"),
        ("is it perimenopause", "utter_feel_nothing", "utter_could_it_be"),
        ("could it be covid", "utter_feel_nothing", "utter_could_it_be"),
        ("so its long covid?", "utter_feel_nothing", "utter_could_it_be"),
        ("could it be my iron", "utter_feel_nothing", "utter_could_it_be"),
        ("could it be a brain tumour", "utter_feel_nothing", "utter_could_it_be"),
        ("could it be bipolar", "utter_feel_nothing", "utter_could_it_be"),
        ("could it be anaemia", "utter_feel_nothing", "utter_could_it_be"),
        ("what about my thyroid", "utter_feel_nothing", "utter_could_it_be"),
        ("im also maybe autistic", "utter_feel_nothing", "utter_could_it_be"),
        ("is low testosterone a cause", "utter_feel_nothing", "utter_could_it_be"),
        ("is it because of my phone", "utter_feel_nothing", "utter_could_it_be"),
        ("i have adhd could it be that", "utter_feel_nothing", "utter_could_it_be"),
        ("i have adhd", "utter_feel_nothing", "utter_could_it_be"),
        ("is it the menopause", "utter_feel_nothing", "utter_could_it_be"),
        ("my iron is low", "utter_feel_nothing", "utter_could_it_be"),
        ("do you think its my hormones", "utter_feel_nothing", "utter_could_it_be"),
        ("can low iron make you feel numb", "utter_feel_nothing", "utter_could_it_be"),
        ("could this be a vitamin d deficiency or something", "utter_feel_nothing", "utter_could_it_be"),
        ("i think i might be autistic", "utter_feel_nothing", "utter_could_it_be"),
        ("can hormones cause anhedonia", "utter_feel_nothing", "utter_could_it_be"),
        ("is it depression", "utter_feel_nothing", None),
        ("could it be burnout", "utter_feel_nothing", None),
        ("could it be my meds", "utter_feel_nothing", "utter_numb_since_medication"),
        ("could it be grief", "utter_feel_nothing", None),
        ("is it bad", "utter_feel_nothing", "utter_is_that_bad"),
        ("could it be worse", "utter_feel_nothing", None),
        ("is it anxiety", "utter_feel_nothing", "utter_could_it_be"),
        ("my phone is broken", "utter_feel_nothing", None),
        ("i have cancer", "utter_feel_nothing", "utter_could_it_be"),
        ("my mum has dementia", "utter_feel_nothing", None),
        ("my mum has cancer", "utter_feel_nothing", None),
        ("i am diabetic and feel nothing", "utter_feel_nothing", None),
        ("my son is autistic", "utter_feel_nothing", None),
        ("i'm scared of cancer", "utter_feel_nothing", None),
        ("my blood tests were fine, thyroid too", "utter_feel_nothing", None),
        ("can weed cause anhedonia", "utter_feel_nothing", "utter_using_substances_more"),
        ("is it because of the weed", "utter_feel_nothing", "utter_using_substances_more"),
        ("could it be alcohol", "utter_feel_nothing", "utter_using_substances_more"),
        ("i smoke weed every day", "utter_feel_nothing", None),
        ("should i get it checked", "utter_feel_nothing", None),
        ("should i get it checked", "utter_could_it_be", "utter_could_it_be"),
        ("how do i find out", "utter_could_it_be", "utter_could_it_be"),
        ("should i get tested", "utter_could_it_be", "utter_could_it_be"),
        ("what do you mean", "utter_could_it_be", "utter_could_it_be"),
    ],
)
def test_whether_it_is_a_condition_is_for_a_doctor_to_check(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
