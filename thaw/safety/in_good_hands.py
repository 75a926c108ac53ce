"""A doctor who knows of the thoughts, and doctors who are held to be in on it. By rules alone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.plans import denies_plan, names_means
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

_AT_MOST = 25
_WHO = (
    r"(?:doctors?|gp|psychiatrist|psychologist|therapist|counsell?or|crisis team|cpn|care team|nurse|case ?worker|care coordinator"
    r"|clinician|mental health team|psych|specialist|clinic)"
)
_IN_CARE = re.compile(
    rf"\b(?:my|the|our) (?:\w+ )?{_WHO}(?: (?:already|also|both|all|and|my|the|{_WHO})){{0,4}} "
    r"(?:knows?|is aware|are aware|is on it|has been told|was told)\b"
    rf"|\b(?:i've|i have|i) (?:already )?(?:told|talked to|spoke to|spoken to) (?:my|a|the) (?:\w+ )?{_WHO}"
    r"(?: (?:about (?:it|this|that|them)|already|too|everything|all (?:of )?(?:it|this)|last week|this week"
    r"|yesterday))*(?=\W*$|[.;!]| and\b)"
    rf"|\bi(?:'m| am)? (?:see|seeing|work with) (?:my|a|the) (?:\w+ )?{_WHO}\b"
    r"|\b(?:have|got|made|wrote|with|use|follow|is|there's) (?:a|my|the|our)(?: \w+)? (?:safety|crisis|coping) plan\b"
    r"|\bi'?(?:m| am) (?:\w+ )?(?:in|under|getting|having|receiving) (?:treatment|care|therapy|professional)\b|\bin treatment\b"
)
_UNHELPED = re.compile(
    r"\b(?:but|useless|last time|tonight|any ?way|going to|do(?:ing)? it|good ?bye|bye|never (?!had|have)|no longer"
    r"|tomorrow|tonight|ends?|ignor\w*|stockpil\w*|anyway|any ?more|stopped|quit|used to|doesn'?t|didn'?t|don'?t|won'?t|hate"
    r"|scared|afraid|lied|if|need|want"
    r"|help me|how|should)\b"
)
_NO_PLAN = re.compile(r"\b(?:i )?(?:don'?t|do not) have (?:a|any) plans?\b")
_ALL = r"(?:they|doctors?|the (?:doctors?|nurses?|police|hospital)|nurses?|gp|my \w+|everyone|everybody|you|u|he|she|all)"
_IN_ON_IT = re.compile(
    rf"\bin on (?:it|this|that|everything)\b|\b{_ALL}(?:'re|'s|s| is| are)?(?: (?:all|both|probably|too|just|also))* "
    r"(?:part of (?:it|this|the (?:plan|plot|thing|system|network))|one of them|with them|against me|on their side)\b"
    r"|\b(?:working|work|works) (?:for|with) (?:them|the (?:government|police|cia|fbi))\b"
    r"|\b(?:doctors?|hospitals?|nurses?|they|pills|meds)\b.{0,20}\b(?:poison\w*|drug(?:ging)? me|spy\w*|chip(?:ped|s)?"
    r"|report (?:to|back)|implant\w*)\b"
)
"""That whoever could help belongs to what is feared."""
_KNOWS_OF_IT = re.compile(
    rf"\b(?:my|the) (?:\w+ )?{_WHO}(?: already)? (?:knows?|is aware) (?:all )?(?:about|of) (?:it|this|that|them|those)\b"
)
"""What answers the question about thoughts by half: there is something to know of."""
_PSYCHOSIS = "psychosis_or_mania"
_HEARD_IN_IT = frozenset({None, _PSYCHOSIS, "crisis_ideation", "crisis_passive", "medical_emergency"})
"""What the classifier may take such words for."""


def of_their_care(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """That somebody who treats the visitor knows, once thoughts were told and no plan is; or that such people are held to be part of it."""
    words = plain(text).replace(",", "")
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    if by_a_rule or len(words.split()) > _AT_MOST:
        return None
    has_no_plan = state.pending == "plan" and denies_plan(text)
    if not has_no_plan and signal.intent not in _HEARD_IN_IT:
        return None
    if state.topic == _PSYCHOSIS and _IN_ON_IT.search(words):
        return Heard(move="suspected_helpers")
    if names_means(text) or not _IN_CARE.search(words) or _UNHELPED.search(_NO_PLAN.sub(" ", words)):
        return None
    if state.stage == "asked" and state.pending == "thoughts" and _KNOWS_OF_IT.search(words):
        return Heard(move="in_care")
    is_heard = has_no_plan or (state.stage == "thoughts" and state.pending is None)
    return Heard(move="in_care", no_plan=has_no_plan) if is_heard else None
