"""Whom to ring or to tell, and what not to say to them."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk
from thaw.safety.no_harm import fears_custody

_HELPER = r"gp|doctor|doctors|dr|health visitor|midwife|111|811|nurse|nurse line|pharmacist|psychiatrist"
_RING = re.compile(
    r"\b(?:who|whom|whos|who is)(?: \w+){0,5} (?:ring|call|phone|telephone)\b"
    r"|\bwho(?:m)? (?:do|should|can|could|would) (?:i|we) (?:even |actually )?(?:see|go and see|go to see)\b"
    rf"|\b(?:{_HELPER}) or (?:(?:a|an|the|my|call|ring) )*(?:{_HELPER})\b"
)
_TO_TALK = re.compile(r"\b(?:talk|talking|speak|speaking|chat|listen|human|tonight)\b")
_OF_A_BIRTH = re.compile(r"\b(?:health visitor|midwife)\b")


WHOM_TO_TELL = re.compile(
    r"^(?:(?:so|but|and|ok|okay|then) )*(?:who|whom) (?:do|would|should|could|can) i (?:even |actually |really )?"
    r"(?:tell|say (?:it|that|this) to|bring (?:it|this) up with|go to|turn to)\b"
)
"""Asking who could be told of it."""
_WHETHER_TO_TELL = re.compile(
    LEAD + rf"(?:should|shall|can|could|do|must|would it help to|is it ok to)(?: i)?(?: (?:really|even|just|have to|need to|better))*"
    rf" (?:tell|say (?:it|this|that) to|talk to|speak to|ask|mention (?:it|this|that) to) (?:(?:the|my|a|our) )?(?:{_HELPER}|doctor)"
    r"(?: (?:about|that) .*)?" + END
)
"""Asking whether one of those who look after parents and babies should hear it."""


_IN_TROUBLE = re.compile(
    LEAD + r"(?:can|could|will|would|do|might) (?:i|you|u|one|we|they) (?:even )?"
    r"(?:get in(?:to)? trouble|report (?:me|it|this)|be reported|get reported)\b.*$"
)

_HIDES_IN = 16
"""Words up to which hiding it is what a message tells, and no more."""
_IF_TOLD = re.compile(
    LEAD + r"what (?:(?:will|would|could|might|does|do|is going to) )?(?:happens?|they do|she do|he do|be done|comes? of it)"
    r"(?: to me| to us| to her| to him| then| next)? (?:if|when|once) i (?:(?:just|do|ever|actually) )?"
    r"(?:tell|told|say|said|admit|answer|am honest|be honest)"
    r"(?: (?:them|her|him|it|the truth|the (?:midwife|doctor|gp|nurse|health visitor)|truthfully|honestly|everything|this|that|so|to"
    r"|about|yes)){0,5}" + END
)
_ASKING = r"(?:midwife|midwives|health visitor|doctor|gp|nurse|questionnaire|form)"
_HID_IT = re.compile(
    rf"\b(?:{_ASKING}|they ask(?:ed)?)\b.{{0,40}}\bi (?:just )?(?:lied|didnt say|kept quiet|smiled|nodded|pretended|ticked"
    r"|said (?:i was |im |i am |it was |all |everything (?:was|is) )?(?:fine|ok|okay|good|great|no))"
    rf"|\bi (?:lied|pretended|hid it)(?: \w+){{0,3}} {_ASKING}\b"
)


def after_birth(talk: Talk) -> Optional[Asked]:
    """What a parent fears or asks once numbness after a birth was spoken of."""
    if not talk.was_said("utter_numb_after_birth"):
        return None
    if _HID_IT.search(talk.plain) and len(talk.plain.split()) <= _HIDES_IN:
        return Asked("numb_after_birth", "utter_numb_after_birth_hidden")
    if fears_custody(talk.plain) or _IN_TROUBLE.match(talk.plain) or _IF_TOLD.match(talk.plain):
        return Asked("numb_after_birth", "utter_numb_after_birth_custody")
    whom = WHOM_TO_TELL.search(talk.plain) or _WHETHER_TO_TELL.match(talk.plain)
    return Asked("numb_after_birth", "utter_numb_after_birth_whom") if whom else None


def whom_to_ring(talk: Talk) -> Optional[Asked]:
    """Whom to ring about it."""
    if not _RING.search(talk.plain) or _TO_TALK.search(talk.plain):
        return None
    after_birth = talk.was_said("utter_numb_after_birth") or _OF_A_BIRTH.search(talk.plain)
    return Asked(CARRIER, "utter_whom_to_ring_after_birth" if after_birth else "utter_whom_to_ring")


_NOT_SAY = re.compile(
    LEAD + r"what (?:(?:(?:should|must|do|can|could|would) i (?:not|never)|(?:shouldnt|mustnt|cant) i|not to|to (?:not|avoid))"
    r" ?(?:say|saying|tell \w+)?"
    r"|(?:should|must) i avoid(?: saying)?|is better left unsaid)" + END
)


def what_not_to_say(talk: Talk) -> Optional[Asked]:
    """What is better left unsaid, to someone else or about oneself."""
    if not _NOT_SAY.match(talk.plain):
        return None
    if talk.was_said("utter_worried_about_someone", "utter_crisis_third_party", "utter_third_party_"):
        return Asked("worried_about_someone", "utter_worried_about_someone_unsaid")
    of_two = talk.was_said("utter_told_checked_out", "utter_ask_relationship_impact")
    return Asked("told_checked_out", "utter_what_not_to_say_oneself") if of_two else None
