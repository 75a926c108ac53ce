"""That a call is not safe, that one can't leave, or isn't safe, where somebody at home is the danger. Read by a word alone, "I'm not
safe to phone" is somebody safe, and "I can't leave" somebody who leaves the chat. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, GRAVE, Heard, State
from thaw.safety.screen import Signal

UNHEARD = "can't call unseen by somebody at home"
_ABUSE = "danger_from_others"
_AT_MOST = 30
_PARTNER = r"(?:he|she|my (?:\w+ )?(?:husband|hubby|wife|partner|boyfriend|girlfriend|bf|gf|fianc\w+|ex))"
_PHONE = r"(?:phone|call|ring|make (?:a |any )?(?:phone )?calls?|use (?:the|my) phone|(?:talk|speak)(?: out loud| on the phone| aloud))"
_NOT_THE_LINE = r"(?! (?:in sick|him|her|my|you|me|myself|it|that|this|a spade|the (?:shots|school|landlord|bank))\b)"
_CANNOT_PHONE = re.compile(
    rf"(?:\bnot|n't|\bnever|\bun)(?: (?:\w+ )?| ?)safe (?:for me )?to {_PHONE}\b{_NOT_THE_LINE}"
    r"|\b(?:can't|cannot|can not|couldn't|could not|daren't|dare not|mustn't|must not|unable to|not able to|not allowed to)"
    rf"(?: (?:safely|just|even|really|ever|possibly))? {_PHONE}\b{_NOT_THE_LINE}"
)
_SEEN = re.compile(
    rf"\b{_PARTNER}(?:'ll|'d| will| would| can| could| might|'s| is)?(?: \w+)? (?:sees?|check(?:s|ing)?|reads?|gets?|hears?"
    rf"|listen(?:s|ing)?"
    r"|looks?|goes|monitors?|tracks?|pays?)(?: \w+){0,3}? (?:bills?|statements?|log|history|phone|calls?|numbers?|everything|me|in|word)\b"
    rf"|\b(?:bills?|statements?)\b(?: \w+){{0,3}}? (?:goes|go|comes|come|is|are) (?:to|in) (?:him|her|his|my (?:husband|wife|partner))\b"
)
_THERE = re.compile(
    rf"\b{_PARTNER}(?:'s| is)(?: (?:right|just|always|only|still|sitting|asleep|sleeping))*"
    r" (?:in the (?:(?:next|other|same|living|bed) ?room|room|kitchen|house|bath ?room|hall\w*)|next door|here|home|downstairs|upstairs"
    r"|(?:outside|behind) the door|listening|next to me|beside me)\b"
)
_FEARS_THEM = re.compile(
    r"\bmy (?:\w+ )?(?:husband|hubby|wife|partner|boyfriend|girlfriend|bf|gf|fianc\w+)\b.{0,60}\b(?:scared|afraid|terrified|frightened) of"
    r" (?:him|her)\b(?! (?:leaving|dying|losing|being|doing|going|not|killing|hurting|harming|getting|finding|driving|drinking|ending|never"
    r"|or|death))"
)
_NO_FEAR = re.compile(r"(?:\bnot|n't|\bnever)(?: \w+){0,3} (?:scared|afraid|terrified|frightened)\b|\bused to be\b")
_NOT_SAFE = re.compile(
    r"\b(?:i'm|i am|we're|we are|it's|it is|it isn't|we aren't|i don't feel|i do not feel|we don't feel)(?: (?:really|still|just))*"
    r"(?: (?:not|never|no longer))?(?: (?:really|actually|very|so|always|feeling))* (?:un)?safe"
    r"(?: (?:here|now|tonight|today|at the moment|right now|at home|with him|with her|at all|any ?more|any longer))*\W*$"
)
_DENIED = re.compile(r"\bnot\b|n't\b|\bnever\b|\bno longer\b|\bunsafe\b")
_BOUND = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|could not|not able to|unable to|no way to|impossible to|not allowed to|too (?:scared|afraid) to)"
    r"(?: (?:just|really|ever|simply|even|actually))* (?:leave|go anywhere|get (?:out|away)|move out|walk out|run)\b"
    r"(?! (?:a|this|the) (?:page|chat|window|review|message)\b| my body| it (?:here|there)\b)"
    r"|\b(?:my|no|own|a|the|his|lose|without) (?:visa|residence permit|work permit|green card|immigration \w+|legal status|residency)\b"
    r"|\b(?:deport\w*|he (?:has|took|keeps|hides|holds) my (?:passport|papers|documents)|nowhere (?:else )?to go)\b"
)
_ELSEWHERE = re.compile(r"\b(?:kids?|child|children|baby|son|daughter|love|loves|kill\w*|die|dead)\b")
"""With these, what is told has an answer of its own."""
_OTHER_DANGERS = frozenset({"crisis_imminent", "crisis_ideation", "medical_emergency", "self_harm", "crisis_third_party"})


def of_no_safe_call(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of a call or a way out that somebody at home bars, for the first time or further."""
    words = plain(text).replace(",", "").replace(".", "")
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    if len(words.split()) > _AT_MOST or state.stage in GRAVE or (by_a_rule and signal.intent in _OTHER_DANGERS):
        return None
    # With its comma: "call, my husband" is not "call my husband".
    no_call = bool(_CANNOT_PHONE.search(plain(text)))
    if state.topic == _ABUSE:
        return _further(words, no_call, by_a_rule)
    if state.topic or state.stage not in CLOSED or state.pending or (signal.level == "urgent" and by_a_rule):
        return None
    if no_call and (_SEEN.search(words) or _THERE.search(words)):
        return Heard(Signal(_ABUSE, "urgent", (UNHEARD,)))
    if _FEARS_THEM.search(words) and not _NO_FEAR.search(words):
        return Heard(Signal(_ABUSE, "urgent", ("is afraid of who they live with",)))
    return None


def _further(words: str, no_call: bool, by_a_rule: bool) -> Optional[Heard]:
    if no_call or (_SEEN.search(words) and re.search(r"\b(?:bills?|statements?|log|calls)\b", words)):
        return Heard(move="cannot_call")
    if _NOT_SAFE.search(words) and _DENIED.search(words):
        return Heard(Signal(_ABUSE, "urgent", ("is not safe there",)))
    if _BOUND.search(words) and not _ELSEWHERE.search(words) and not by_a_rule:
        return Heard(move="abuse_bound")
    return None
