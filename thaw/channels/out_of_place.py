"""Which answers would not belong into an open danger: something that keeps to it stands in their place (`stay` in `thaw/safety`).

The understanding reads each message by itself. Right after a danger was told, "by myself" or "he's talking now" goes on with that, and
whatever meaning the words are nearest to among the ordinary ones would be a text on numbness to someone who spoke of dying.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.channels.renderer import Draft
from thaw.nlu.vocabulary import any_of
from thaw.safety import risk
from thaw.safety.normalise import plain
from thaw.safety.told import takes_leave

MISSES = frozenset({"utter_clarify", "utter_clarify_which", "utter_clarify_again", "utter_out_of_scope", "utter_crisis_line_short"})
"""Answers that say the message was not understood: after a question about risk they would be in its way."""
_SMALL_TALK = ("deny", "affirm", "unsure", "goodbye", "stop", "something_else", "thanks", "chitchat")
_LEADS_AWAY = ("ask_exercise", "exercise", "ask_something_to_try", "awake", "numb_since_medication", "ask_medication")
"""In an emergency small talk, and something for later."""
_OF_NUMBNESS = (
    *(
        "feel_nothing",
        "lost_interest",
        "going_through_motions",
        "far_from_people",
        "effort_tax",
        "shame_about_numbness",
        "told_checked_out",
    ),
    *("numb_from_burnout", "numb_after_birth", "numb_after_trauma", "body_heavy", "feels_unreal", "using_substances"),
    *("ask_relationship", "worried_about", "ask_how_common", "ask_why_numb", "therapy_did_not_help", "ask_is_it_depression"),
)
"""Answers to something told of numbness or of two people, and to what is asked of it: a sentence that names nothing of it is as near to one
of them as to another."""
_OF_TWO = ("ask_relationship", "worried_about", "told_checked_out", "card_partner")
"""Texts for two who have grown apart: no answer to who is hurt by the other."""
WHILE = 2
"""Answers that are not about risk, after which whoever writes is taken to have turned to something else."""
_TURNS = re.compile(rf"\b{any_of('of_numbness')}\b")
"""Words by which a message turns to numbness, the exercise or the matching."""
_TO_THE_PROGRAM = re.compile(r"\b(?:you|u|ur|your|yourself|yours|bot|robot|program|weather)\b")
"""Words of who makes conversation: without one the text on that was the nearest to three words about anything."""


def gives_way(after: risk.State, drafts: list[Draft], typed: Optional[str]) -> bool:
    """Whether an answer gives way to one that keeps to the danger.

    Args:
        after: where the visitor stands; the message told no risk by itself.
        drafts: the answer that was found.
        typed: the visitor's words, unless the message is a choice.
    """
    if not drafts:
        return False
    response = drafts[0].response
    name = response.removeprefix("utter_")
    missed = all(each.response in MISSES for each in drafts)
    if after.is_an_emergency:
        return response in MISSES or name in _SMALL_TALK or name.startswith((*_LEADS_AWAY, *_OF_NUMBNESS))
    if after.topic == "danger_from_others" and (missed or (typed is not None and name.startswith(_OF_TWO))):
        return True
    if typed is None or after.quiet > WHILE or not (after.stage in risk.TOLD or after.topic):
        return False
    if after.topic in risk.OF_OTHERS and name.startswith("worried_about"):
        return False
    if missed or name.startswith(_OF_NUMBNESS):
        return not _TURNS.search(plain(typed))
    if name == "goodbye":
        return not takes_leave(typed)
    return name == "chitchat" and not _TO_THE_PROGRAM.search(plain(typed))
