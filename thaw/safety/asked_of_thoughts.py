"""What is asked about thoughts of dying once they were spoken of: whether they count, whether it is odd to have them, what a therapist does
who is told. By rules alone.

Who asks such a thing is owed an answer before any question of ours.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.plans import told_plan
from thaw.safety.reply import Reply
from thaw.safety.risk_state import State
from thaw.safety.screen import Signal

SOON = 2
"""Answers for which "that" may still mean what was told."""
_LEAD = r"^(?:(?:and|but|so|ok|okay|well|wait|hm+|idk|like|honestly|i mean|sorry|then|no|yeah|yes) )*"
_IT = r"(?:that|it|this|these|they|those|what i (?:said|have|feel)|(?:just |only )?(?:thinking|having|wishing|wanting)(?: \w+){0,3})"
_COUNTS = re.compile(
    rf"{_LEAD}(?:does|do|would|will) {_IT}(?: \w+){{0,2}}? (?:count|qualify|make me|mean (?:i'm|i am|that i|im))\b"
    rf"|{_LEAD}what (?:do|would) you call (?:that|it|this)\W*$"
)
_SUICIDAL = re.compile(rf"{_LEAD}(?:(?:is|are|would|does|do) {_IT}|am i)(?: \w+){{0,4}}? (?:suicidal|suicide|ideation)\b")
_ODD = re.compile(
    r"\b(?:is it|is that|is this|am i|isn't it|isn't that|does it make me|it's) (?:\w+ ){0,2}"
    r"(?:weird|normal|strange|odd|crazy|wrong|bad|mad|sick|insane|broken|abnormal|evil|a sin|sinful|messed up|fucked up)"
    r"(?: (?:person|one))? (?:that|to|if|when|for|because) "
    r".*\b(?:think|thinks|thinking|thought|thoughts|have (?:it|them|this|these)|wish)\b"
)
_OF_IT = re.compile(
    r"\b(?:think|thinks|thinking|thought|thoughts|wish)(?: \w+){0,2}? "
    r"(?:it|that|this|them|so|death|dying|die|suicide|killing|not (?:being|existing)"
    r"|(?:and|but)(?: i)? (?:don't|do not|never|would never|wouldn't|not))\b|\b(?:these|those|such|dark|the) thoughts\b"
)
_WHO = r"(?:therap(?:y|ists?)|counsell?ors?|psychologists?|psychiatrists?|clinicians?|doctors?|gp|shrinks?)"
_ACTS = (
    r"(?:(?:lock|section|commit|hospitali[sz]e|report|detain|arrest)(?:ed|ing)?(?: me| it| this| that| up)?"
    r"|lock(?:ed)? (?:me )?(?:up|away|in)"
    r"|tell (?:someone|somebody|anyone|anybody|others|people|on me|my|the)|call(?:ed|ing)? (?:someone|somebody|anyone|the (?:police|cops)"
    r"|an ambulance|911|999|112|my)|put me (?:away|in|on)|send me|take (?:me|away|my (?:kids|children|son|daughter|gun|job|licen[cs]e)))"
)
_TOLD_A_THERAPIST = re.compile(
    rf"\b(?:would|will|could|can|do|does|might|must|has to|have to|if|won't|are|is)\b.*\b{_WHO}\b.*\b{_ACTS}\b"
    rf"|\b(?:do|should|must) i (?:(?:really|even|actually) )?(?:(?:have|need) to )?tell (?:a|my|the|any) {_WHO}\b"
    rf"|\b(?:if|when) i (?:\w+ ){{0,3}}(?:a|my|the|any|to a|to my) {_WHO}\b.*\b{_ACTS}\b"
    rf"|\b{_ACTS}\b.*\b(?:if|when) i (?:\w+ ){{0,3}}(?:a|my|the|any|to a|to my) {_WHO}\b"
)


_TELLS_MORE = re.compile(
    r"\b(?:tried|attempt\w*|(?:have|got|with|made) (?:a|the|my) (?:plan|way|date)|last night|tonight|tomorrow|did it|took)\b"
)
"""Who says so is not only asking."""
_WHY_ALWAYS = re.compile(
    r"\b(?:what(?:'s| is) (?:it )?with|why (?:do|does|is|are)|how come) (?:you|u|all|every\w*|these|this|people|it always|bots?)\b.*"
    r"\b(?:suicid\w*|kill\w*|dying|death|ask\w*|think\w* i)\b"
)


def asked_of_thoughts(text: str, reply: Optional[Reply], signal: Signal, state: State) -> Optional[str]:
    """The move that answers such a question, or None: it is none, or no thoughts were spoken of lately."""
    if (state.stage == "none" and not state.hints) or state.quiet > SOON or signal.level == "urgent" or state.topic:
        return None
    words = plain(text).replace(",", "").replace("?", "").strip()
    if told_plan(text) or _TELLS_MORE.search(words):
        return None
    if state.pending in ("thoughts", "now") and _WHY_ALWAYS.search(words):
        return "why_asked"
    if _TOLD_A_THERAPIST.search(words) and not state.is_urged:
        return "therapist_told"
    if _ODD.search(words) and _OF_IT.search(words):
        return "thought_unwanted"
    if reply != "yes" and (_SUICIDAL.search(words) or (_COUNTS.search(words) and (state.quiet == 0 or state.pending))):
        return "what_counts" if state.pending in ("thoughts", "now") else "is_it_suicidal"
    return None
