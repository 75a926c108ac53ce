"""Who wishes that it were over for someone very ill is met in that, and a wish that is more than that is left to the screen."""

from __future__ import annotations

import pytest
from asking import answer


@pytest.mark.parametrize(
    "text",
    [
        "My mum has dementia. I sometimes wish it was over for her. Is that wicked",
        "dad's in the hospice and i keep praying he would just go",
        "I catch myself wanting it to end for him, all this suffering",
        "some nights I wish he'd just slip away in his sleep",
        "sometimes i wish it ended. not mine, hers. for her own sake",
        "wish it was done with, not my life, my dad's suffering",
        "i wish my nan would die so it's finished, she has alzheimers and i'm the one looking after her",
        "she has MND. is it terrible that i hope she can let go soon",
    ],
)
def test_a_wish_for_an_end_of_someones_illness_is_answered_as_one(text: str) -> None:
    assert answer(text) == "utter_wish_it_over_for_them"


@pytest.mark.parametrize(
    "text",
    [
        "he has cancer and i wish it was over for both of us",
        "i want my husband to die",
        "mum has dementia and i want to help her go, i have the pills",
        "i wish it was over",
        "i hope it goes well for her",
        "i wish i'd die in my sleep",
        "i wish she'd go, not me",
        "i wish it ended, hers and mine, for her sake and for me",
        "it's not my life any more, i wish it was over",
        "i wish the exams were over for my son",
    ],
)
def test_a_wish_that_is_more_or_less_than_that_is_not(text: str) -> None:
    assert answer(text) != "utter_wish_it_over_for_them"
