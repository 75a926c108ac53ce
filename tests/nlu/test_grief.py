"""How it is since a death that was told before, and a pet's death told in few words."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.nlu.bereaved import died
from thaw.nlu.grief import since_the_loss


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i didnt cry at the funeral", "utter_numb_after_loss_tearless"),
        ("I haven't cried once.", "utter_numb_after_loss_tearless"),
        ("i cant cry", "utter_numb_after_loss_tearless"),
        ("i should have answered the phone", "utter_numb_after_loss_guilt"),
        ("If only I'd gone round that night.", "utter_numb_after_loss_guilt"),
        ("i never said goodbye", "utter_numb_after_loss_guilt"),
        ("everyone else is sad and im not", "utter_numb_after_loss_tearless"),
        ("my sister cries all day and i dont", "utter_numb_after_loss_tearless"),
        ("my children say i am cold", "utter_numb_after_loss_tearless"),
        ("everyone else is sad and im just making lists", "utter_numb_after_loss_busy"),
        ("i just organised everything", "utter_numb_after_loss_busy"),
        ("people say im so strong", "utter_numb_after_loss_busy"),
        ("im back at work", "utter_numb_after_loss_busy"),
        ("its been 3 months", "utter_numb_after_loss_since"),
        ("a year? maybe more", "utter_numb_after_loss_since"),
        ("everyone says its just a dog", "utter_numb_after_loss_just_a_pet"),
        ("I make the tea for two every morning, still.", "utter_numb_after_loss_small"),
        ("why cant i cry", None),
        ("should i go back to work", None),
        ("the music was sad", None),
        ("i take sertraline since may and it makes me numb", None),
    ],
)
def test_how_it_is_since_a_loss_has_an_answer_within_the_loss(text: str, response: Optional[str]) -> None:
    assert since_the_loss(text) == response


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("we had to put our dog down last week", "dog"),
        ("my old cat had to be put to sleep", "cat"),
        ("i put the baby to sleep", None),
        ("i put my son down for a nap", None),
        ("he puts me down all the time", None),
    ],
)
def test_a_pet_that_was_put_down_has_died(text: str, who: Optional[str]) -> None:
    assert died(text) == who
