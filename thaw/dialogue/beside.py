"""Answers that have no intent of their own: said in place of an intent's answer to a message that tells something beside it.

`thaw/nlu/context.py` leads such a message to the intent; which answer it gets is decided here, by the message and what was mentioned.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Mapping, Optional

from thaw.exercise.noticing import only_tears
from thaw.leaving import goes_to_bed
from thaw.nlu.bereaved import PARTNERS, UNNAMED, died, is_small, nobody_died
from thaw.nlu.grief import since_the_loss
from thaw.nlu.over import is_over, never_was
from thaw.nlu.questions.lost_baby import LOST, has_a_living_baby, of_postnatal_depression
from thaw.nlu.questions.parents import PARENT, of_no_baby
from thaw.nlu.questions.stopped import MISSED, STOPPED, misses_it
from thaw.nlu.spoken_of import leaves_untold
from thaw.nlu.telling import (
    asks_of_a_group,
    bids_time,
    declines_therapy,
    for_another,
    how_long,
    is_worn,
    tests_were_fine,
    was_fine_before,
    what_to_leave_out,
    whether_to_go,
)
from thaw.safety.left_behind import lost_to_suicide
from thaw.safety.menu import bare

_LOSS, _WORRIED = "utter_numb_after_loss", "utter_worried_about_someone"
_TO_SUICIDE = "utter_numb_after_loss_suicide"
_BEGUN = frozenset({_LOSS, "utter_numb_after_birth", "utter_numb_after_trauma", "utter_numb_since_medication"})
"""Answers to a ground that begins on a day."""
_TRAUMA = "utter_numb_after_trauma"
_TAKES_AGAIN = re.compile(
    r"\b(?:again|relaps\w*|slip\w*|tonight|every (?:day|night)|most (?:days|nights)|now i (?:drink|smoke|use|take)|started)\b"
)
"""What says that who stopped has not stopped."""
_WHAT_TO_SAY = re.compile(r"\b(?:say|tell|talk|bring|word|words|put|ask|text|write|call|ring|approach|reach)\b")


def beside(response: str, text: str, mentioned: Mapping[str, Any], was_said: Callable[[str], bool]) -> str:
    """The response to say for `response`.

    Args:
        response: the intent's answer.
        text: the message; a tapped choice begins with a slash.
        mentioned: what the visitor mentioned, by its name.
        was_said: whether a response was said before.
    """
    if text.startswith("/") or not re.search(r"\w", text):
        return response
    kept = _kept_from(response, text, mentioned, was_said)
    if kept:
        return kept
    if response == "utter_ask_relationship_impact" and mentioned.get("died") in {*PARTNERS, UNNAMED} and not mentioned.get("partner"):
        # Nothing is said of a couple to who lost the other one.
        return f"{_LOSS}_more"
    if response.startswith("utter_exercise_felt_something") and only_tears(bare(text)):
        return "utter_exercise_tears"
    if response == "utter_goodbye" and goes_to_bed(text):
        return "utter_goodbye_night"
    if response == "utter_deny" and nobody_died(text):
        return "utter_lost_no_one"
    if response == _LOSS and lost_to_suicide(text):
        return _TO_SUICIDE
    mourns = response == _LOSS and (was_said(_LOSS) or was_said(_TO_SUICIDE))
    if mourns and asks_of_a_group(text):
        return "utter_numb_after_loss_group"
    if mourns and is_small(text) and died(text) is None:
        return "utter_numb_after_loss_small"
    if mourns and died(text) is None and (since := since_the_loss(text)):
        return since
    if response in _BEGUN and was_fine_before(text):
        # Whether it was there before is what the first words may ask.
        return f"{response}_more"
    if response == _WORRIED:
        return _of_another(text, was_said)
    if response == "utter_therapy_did_not_help" and declines_therapy(text):
        return "utter_therapy_not_for_me"
    if response == "utter_unsure":
        found = ((bids_time, "utter_bids_time"), (tests_were_fine, "utter_tests_were_fine"), (how_long, "utter_told_how_long"))
        return next((name for tells, name in found if tells(text)), response)
    return response


def _kept_from(response: str, text: str, mentioned: Mapping[str, Any], was_said: Callable[[str], bool]) -> Optional[str]:
    """What is said in place of an answer that what was told rules out: of a baby to who lost one, of stopping to who stopped."""
    plain = bare(text)
    if response.startswith("utter_numb_after_birth") and not has_a_living_baby(plain):
        if was_said(LOST) or mentioned.get("died") == "baby":
            return f"{LOST}_postnatal" if of_postnatal_depression(plain) else f"{_LOSS}_more"
        if was_said(PARENT) and of_no_baby(plain):
            return PARENT
    if response == "utter_using_substances" and was_said(STOPPED) and not _TAKES_AGAIN.search(plain):
        return MISSED if misses_it(text) else STOPPED
    if response != _TRAUMA:
        return None
    if never_was(text):
        return "utter_nothing_happened"
    if leaves_untold(text):
        return "utter_numb_after_trauma_untold" if was_said(_TRAUMA) else None
    return "utter_numb_after_trauma_over" if is_over(text) else None


def _of_another(text: str, was_said: Callable[[str], bool]) -> str:
    """The answer to who worries, and goes on about it."""
    if for_another(text):
        return "utter_match_for_another"
    if not was_said(_WORRIED):
        return _WORRIED
    found = (
        (whether_to_go, "utter_worried_about_someone_going"),
        (what_to_leave_out, "utter_worried_about_someone_unsaid"),
        (is_worn, "utter_worried_about_someone_worn"),
    )
    more = f"{_WORRIED}_more"
    asks_words = not was_said(more) and _WHAT_TO_SAY.search(text.lower())
    return next((name for asks, name in found if asks(text)), more if asks_words else _WORRIED)
