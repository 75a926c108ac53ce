"""At what hours it is so, and no more than that: "mostly at night"."""

from __future__ import annotations

from typing import Optional

from thaw.how_often import says_when
from thaw.nlu.questions.talk import Asked, Talk

_ELSEWHERE = ("utter_exercise_", "utter_ask_exercise_", "utter_ask_something_to_try", "utter_goodbye", "utter_card_")
"""Answers after which an hour is that of a plan, or of a goodbye."""


def at_what_hours(talk: Talk) -> Optional[Asked]:
    """That it comes at certain hours."""
    return Asked("unsure", "utter_told_the_hours") if says_when(talk.plain) and not talk.was_last(*_ELSEWHERE) else None
