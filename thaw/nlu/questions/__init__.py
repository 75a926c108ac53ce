"""Plain questions and requests, read by their form: yes or no, who sees it, whom to ring, where it is from, what a word means.

The head reads what a message is about, and loses in what form it is asked: "is that a yes" is about nothing, and "can my boss see it" is
about privacy as a whole. Here the form decides, and the last answer says what "that" is. What is found has an answer of its own.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Mapping, Optional, Tuple

from thaw.nlu.questions.advised import advised_by_others
from thaw.nlu.questions.appetite import of_food, refuses_a_charge
from thaw.nlu.questions.arriving import arriving
from thaw.nlu.questions.awake import awake, help_sleeping
from thaw.nlu.questions.away import away_from_the_load
from thaw.nlu.questions.bereft import bereft, which_signs
from thaw.nlu.questions.beside_them import beside_them, not_said
from thaw.nlu.questions.bodily import of_the_body
from thaw.nlu.questions.by_phone import not_by_phone
from thaw.nlu.questions.cause import of_its_cause
from thaw.nlu.questions.close_to import deceived, of_a_baby, on_ones_own, since_childhood
from thaw.nlu.questions.coming_back import may_come_back
from thaw.nlu.questions.could_it_be import could_it_be
from thaw.nlu.questions.doctor import not_heard_by_a_doctor
from thaw.nlu.questions.doubt import doubts_it
from thaw.nlu.questions.exercising import of_the_five_minutes
from thaw.nlu.questions.follow_up import about_the_last_answer
from thaw.nlu.questions.forgetting import forgets
from thaw.nlu.questions.gladness import not_glad_for_them
from thaw.nlu.questions.heartless import heartless
from thaw.nlu.questions.helping import gets_through, what_would_help
from thaw.nlu.questions.hours import at_what_hours
from thaw.nlu.questions.identity import what_it_is
from thaw.nlu.questions.living import how_they_live, plainly_asked
from thaw.nlu.questions.lost_baby import of_a_lost_baby
from thaw.nlu.questions.loved import of_loved_ones, of_their_love, they_are_right
from thaw.nlu.questions.medicine import of_medicine
from thaw.nlu.questions.not_work import not_the_work, of_what_is_taken
from thaw.nlu.questions.numb_one import numb_one
from thaw.nlu.questions.of_anhedonia import of_anhedonia
from thaw.nlu.questions.of_therapy import of_therapy
from thaw.nlu.questions.parents import of_parents
from thaw.nlu.questions.practical import of_the_practical
from thaw.nlu.questions.price import of_the_price
from thaw.nlu.questions.privacy import of_privacy
from thaw.nlu.questions.purpose import is_theirs_to_decide, what_for
from thaw.nlu.questions.score import of_the_score
from thaw.nlu.questions.scraps import finds_themselves, only_begun
from thaw.nlu.questions.seeking import seeks_none
from thaw.nlu.questions.selling import suspects_a_sale
from thaw.nlu.questions.sending import send_what, whether_it_went
from thaw.nlu.questions.sorrow import signs_of_sorrow
from thaw.nlu.questions.sources import SOURCES, of_sources
from thaw.nlu.questions.staying import staying, whose_fault
from thaw.nlu.questions.stopped import of_what_was_stopped
from thaw.nlu.questions.subject import another_subject
from thaw.nlu.questions.taken import taken_as_said
from thaw.nlu.questions.talk import CARRIER, Asked, Talk
from thaw.nlu.questions.untold import afraid_to_tell, may_i_tell, nobody_knows
from thaw.nlu.questions.visiting import looks_around
from thaw.nlu.questions.whom import WHOM_TO_TELL, after_birth, what_not_to_say, whom_to_ring
from thaw.nlu.questions.whose_doing import of_another_matter
from thaw.nlu.questions.words import SIMPLE, WORDS, of_a_word, simpler
from thaw.nlu.questions.worry import is_it_a_thing, is_it_bad, is_it_what_i_take, no_point, what_if_never
from thaw.nlu.questions.yes_or_no import PLAIN, yes_or_no
from thaw.nlu.repairs import Repair, correction
from thaw.once import once
from thaw.safety.menu import bare

__all__ = ["CARRIER", "PLAIN", "SIMPLE", "SOURCES", "WHOM_TO_TELL", "WORDS", "Asked", "asked", "asked_in", "decides"]

_FIRST = (whether_it_went,)
"""Before what a chat keeps in general: a list that is out."""
_ALWAYS = (
    *(of_a_word, simpler, of_privacy, what_it_is, of_sources, another_subject, looks_around),
    *(awake, help_sleeping, not_said, signs_of_sorrow, may_i_tell),
)
_OUT_OF_RISK = (
    *(only_begun, finds_themselves),
    *(of_a_lost_baby, staying, whose_fault, numb_one, of_parents, of_what_was_stopped, of_the_body, taken_as_said),
    *(not_the_work, of_what_is_taken, not_by_phone),
    *(bereft, beside_them, of_a_baby, deceived, since_childhood, on_ones_own, which_signs),
    of_the_price,
    *(of_medicine, away_from_the_load),
    *(of_food, refuses_a_charge),
    *(what_would_help, of_another_matter, of_anhedonia),
    *(of_the_five_minutes, arriving, forgets),
    may_come_back,
    advised_by_others,
    suspects_a_sale,
    *(nobody_knows, afraid_to_tell, heartless, what_if_never, no_point, is_it_what_i_take),
    *(of_the_score, after_birth, whom_to_ring, yes_or_no, what_for, what_not_to_say),
    *(of_loved_ones, of_their_love, they_are_right, of_its_cause),
    *(send_what, not_heard_by_a_doctor, not_glad_for_them, at_what_hours, is_it_bad, is_it_a_thing, seeks_none),
    *(of_therapy, could_it_be, about_the_last_answer, plainly_asked, how_they_live),
    *(of_the_practical, doubts_it, gets_through),
)
"""What is asked in another sense while risk is open: the answers are written for those who are safe."""
_AS_A_WHOLE = frozenset({of_medicine, what_it_is, could_it_be, of_therapy, about_the_last_answer, plainly_asked, how_they_live})
_ABOUT, _NOUN = "what about {}", 5
"""How a bare word for what was meant is asked about, and the words up to which it is one."""
_AT_MOST = 40
"""What a message says as a whole or not at all, and the words up to which it can: a long one tells something besides."""


def asked(text: str, said: Optional[Collection[str]], last: Optional[Collection[str]], at_risk: bool = False) -> Optional[Asked]:
    """What a message asks for by its form, or None.

    Args:
        text: the visitor's words.
        said: the responses said before.
        last: those of the last answer.
        at_risk: whether risk is open.
    """
    return _asked(text, tuple(said or ()), tuple(last or ()), at_risk)


@once
def _asked(text: str, said: Tuple[str, ...], last: Tuple[str, ...], at_risk: bool) -> Optional[Asked]:
    first = re.split(r"[.?!\n]", text.strip(), maxsplit=1)[0]
    talk = Talk(_in_line(text), _in_line(first), said, last, text)
    readers = _ALWAYS if at_risk else (*_FIRST, *_ALWAYS, *_OUT_OF_RISK)
    is_long = len(talk.plain.split()) > _AT_MOST
    return next((found for read in readers if not (is_long and read in _AS_A_WHOLE) and (found := read(talk))), None)


def asked_in(text: str, metadata: Mapping[str, Any]) -> Optional[Asked]:
    """The same, of a message with what the channel said beside it; of one that goes against the last answer, what is left of it."""
    at_risk = bool((metadata.get("safety") or {}).get("open"))
    said, last = metadata.get("said"), metadata.get("last")
    repair = correction(text, last)
    if repair is None:
        return asked(text, said, last, at_risk)
    # "No, I meant the gym" asks about the gym as "what about the gym" does.
    readings = (text, repair.rest, _ABOUT.format(repair.rest) if repair.rest and len(repair.rest.split()) <= _NOUN else "")
    found = (asked(each, said, last, at_risk) for each in readings if each)
    return next((each for each in found if each and not _is_refused(each.response, last or (), repair)), None)


def _is_refused(response: str, last: Collection[str], repair: Repair) -> bool:
    """Whether a response is what was just said and goes against what the visitor meant."""
    return response in last or response.removeprefix("utter_").removesuffix("_more").removesuffix("_deep") in repair.not_meant


def decides(text: str) -> bool:
    """Whether a message asks what to do in the visitor's own life: no program should say."""
    return is_theirs_to_decide(_in_line(text))


def _in_line(text: str) -> str:
    return re.sub(r"\s+", " ", bare(text))
