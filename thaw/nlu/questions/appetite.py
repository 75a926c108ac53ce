"""An appetite that is gone, food that gives nothing; and harm that is denied where no danger was told."""

from __future__ import annotations

from typing import Optional

from thaw.nlu.questions.talk import CARRIER, Asked, Talk
from thaw.safety.accused import denies_harm
from thaw.safety.at_table import eats_without_joy, has_no_appetite

_AT_MOST = 20
"""Words up to which a message is about food: a longer one tells of more."""


def of_food(talk: Talk) -> Optional[Asked]:
    """That food gives nothing, or that nothing is wanted of it."""
    words = talk.plain.split()
    if len(words) > _AT_MOST or "if" in words:
        # "What if I don't like tea" asks about the exercise.
        return None
    if has_no_appetite(talk.text):
        return Asked(CARRIER, "utter_no_appetite")
    return Asked("lost_interest", "utter_lost_interest") if eats_without_joy(talk.text) else None


def refuses_a_charge(talk: Talk) -> Optional[Asked]:
    """That the writer would never hurt anyone, or does not want to be asked."""
    return Asked(CARRIER, "utter_not_accused") if denies_harm(talk.text) else None
