"""A wrong one did and felt nothing at, guilt, and whether one is heartless."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

_GUILT = "shame_about_numbness"
_DID = (
    r"\b(?:i|ive) (?:have |had |just |also |even |once )*(?:cheat(?:ed|ing)?|been (?:cheating|unfaithful|lying)|(?:had|having) an affair"
    r"|slept with (?:someone|somebody|another)|lied to|betrayed|ghosted|stole from|abandoned)\b"
)
_FELT_NOTHING = (
    r"(?:(?:feel|felt|feeling) (?:absolutely |literally |just )?nothing|(?:dont|didnt|cant|couldnt|do not|did not) (?:even |really )?"
    r"(?:feel|care)\b|no (?:guilt|remorse|shame|regret)\b|(?:without|zero) (?:guilt|remorse|feeling))"
)
_DID_WRONG = re.compile(rf"{_DID}.*\b{_FELT_NOTHING}|\b{_FELT_NOTHING}.*{_DID}")
_IS_HEARTLESS = re.compile(
    LEAD
    + r"(?:(?:am i|could i be|maybe im|do you think im|does (?:it|that|this) (?:make|mean) me|does (?:it|that|this) mean im|i must be|im)"
    r" (?:(?:just|some(?: kind of)?|a|an|becoming|turning into|secretly|actually|basically) )*"
    r"(?:psycho(?:path)?|sociopath|narcissist|heartless|cold hearted|a psycho|psychopathic|sociopathic|narcissistic|inhuman)"
    r"|is (?:it|this|that) (?:psychopathy|sociopathy|narcissism)|do i have (?:no (?:heart|conscience|empathy)|aspd))"
    r"(?: (?:or (?:something|what|not)|for (?:that|this|it|feeling nothing|not caring|not crying)|if i(?: \w+){1,6}"
    r"|because(?: \w+){1,8}|cos(?: \w+){1,8})){0,4}(?: for not feeling(?: \w+)*)?" + END
)
_FEELS_GUILT = re.compile(
    LEAD + r"i (?:(?:do|still|just|also|really|now) )*feel (?:(?:so|really|pretty|very|just) )*"
    r"(?:like (?:shit|crap|dirt)|guilty|bad|awful|terrible|horrible|rotten|ashamed)"
    r" (?:about (?:her|him|them)|(?:about|for) (?:it|this|that|what i did|all of it)|for not (?:feeling|caring)(?: \w+){0,4})" + END
)


def heartless(talk: Talk) -> Optional[Asked]:
    """A wrong that was felt nothing at, told; guilt about it; or the question whether that is psychopathy."""
    if _IS_HEARTLESS.match(talk.plain):
        return Asked(CARRIER, "utter_am_i_heartless")
    if _FEELS_GUILT.match(talk.plain):
        return Asked(_GUILT, f"utter_{_GUILT}")
    return Asked(CARRIER, "utter_did_wrong") if _DID_WRONG.search(talk.plain) else None
