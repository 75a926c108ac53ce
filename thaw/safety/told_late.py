"""What is told of a plan, or taken back of a no, when no question waits for it any more. By rules alone.

A question about a plan lapses after two texts that answer nothing, and the answer may still come: it is read as told, whatever stood
between.
"""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional, Sequence

from thaw.safety.normalise import plain
from thaw.safety.plans import SHORT, Plan, are_named, is_only_a_time
from thaw.safety.reply import Reply, turns
from thaw.safety.risk_state import OPEN, TOLD, State
from thaw.safety.screen import Signal

_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive", "self_harm"})
_DO = r"(?: (?:do|did|really|actually|already|still|even|kind of|sort of|kinda|also|just|now|always|think i|guess i)){0,3}"
_ENDS = (
    r"(?=$|[.;!?]| (?:and|now|already|though|tho|actually|lol|yes|too|ready|anyway|if you must know|in (?:mind|place|my head)"
    r"|to (?:do it|end|die|kill|go through)|for (?:it|that|how|when|tonight|dying))\b)"
)
_DONE = r"(?:planned|worked out|figured out|thought out|mapped out|sorted|prepared|set up|picked|chosen|decided)"
_TELLS = re.compile(
    rf"\b(?:i|i've|i have|i'm){_DO} (?:have |got |made |having |found |know ){{1,2}}"
    rf"(?:a|the|my|some kind of|some sort of|half a)(?: \w+)? (?:plan|way|method)\b{_ENDS}"
    rf"|\b(?:i|i've|i have) a (?:plan|way|method)\b{_ENDS}|\bi(?: do)? have one{_ENDS}"
    rf"|\bthere(?:'s| is| was always| has always been|'s always been){_DO} (?:a|my|one|some kind of a?) ?(?:\w+ )?(?:plan|way"
    rf"|method|date)\b{_ENDS}"
    rf"|\bi{_DO} know(?: exactly| already| just)? (?:how|where|what|when|the way"
    rf"|(?:which|what) (?:night|day|date|evening|time|bridge|place|spot|way))"
    rf"(?: (?:(?:i'd|i would|i'll|i will|i'm going to) (?:do|use|take|end)(?: (?:it|that))?|to (?:do|end) it|i'd|i will|i'll"
    rf"|and \w+))?{_ENDS}"
    rf"|\b(?:i've|i have|i|it's|it is)(?: (?:already|got|it|all|how|had|a|been|even|know)){{0,4}} {_DONE}"
    rf"(?: (?:it|how|when|where|out|a|the|my|day|date|place|spot|way|all)){{0,4}}{_ENDS}"
    rf"|\bi(?:'ve| have)?(?: got)? (?:everything|all|what) i need(?: for it)?{_ENDS}"
    rf"|\bi(?:'ve| have)?{_DO} (?:thought|been thinking) (?:about|of|through) (?:how|where|when)(?: exactly)?"
    r" (?:i'd|i would|i could|i'll|to)"
    r" (?:do|end) (?:it|that)\b"
)
"""A plan, or how it would be done, in so many words."""
_IN_DOUBT = re.compile(
    r"\b(?:not|never|no|without|wish|if|unless|until|till|need|\w+n't) (?:\w+ ){0,3}?(?:i|i've|there|it's)\b"
    r"|\b(?:therapist|doctor|gp|counsellor|holiday|trip|work|dinner|weekend|appointment|recipe|exam|better|cope|stay|calm|help|survive)\b"
)
"""With what it is no plan to die, or none that is there."""
_ELSEWHERE = re.compile(
    r"\b(?:walk\w*|home|tea|coffee|book|music|song|songs|watch\w*|view|garden|ride|riding|bus|commut\w*|late|delayed|missed|jam|seats?|set"
    r"|kitchen|cook\w*|bread|dinner|shopping|dog|of my tongue|station|boat|fish\w*|swim\w*|rain|sun|sky|sounds?|smell\w*|see|hear\w*"
    r"|touch\w*)\b"
)
"""What else is done with what could be used, or seen of it."""
_AT_LENGTH = 6
"""Words up to which means by themselves are an answer."""
_ELSE_ASKED = ("/exercise", "/start_exercise", "/plan_tomorrow", "/handoff", "/hand_off", "/self_check", "/inform", "/how_often", "/card")
"""What asks for a time or for things, and is no crisis."""
_LEAD = (
    r"^(?:(?:no|wait|hm+|um+|uh|well|ok|okay|k|fine|alright|all right|right|sorry|but|so|and|lol|haha|honestly|tbh|look|hey|yes|yeah|or)\b"
    r"[.! ]*){0,6}"
)
_THOUGHT_OF_IT = re.compile(
    rf"{_LEAD}(?:(?:i|i've|i'd|i'm|have|did|do|had|was|am|been|just|also|sometimes|often|really|actually|even|always|kind of"
    rf"|already) ){{0,5}}"
    r"(?:thought|think|thinking) (?:about|of|on) (?:it|that|doing it|doing that|using it|ending it)"
    r"(?: (?:a lot|often|sometimes|before|lately|yes|too|again|once|twice|now and then|every (?:day|night)|a (?:few"
    r"|couple of) times|many times|(?:the other|last|this) (?:night|day"
    r"|week|month)|at night|more than once|already|though|tho|lol|all the time|most (?:days|nights)|actually|now)){0,3}\W*$"
)
_AFTER_ALL = re.compile(
    rf"{_LEAD}(?:actually|scratch that|in fact|(?:the )?truth is|to be honest|if i'm honest|honestly|tbh|wait|i lied|fine|alright|well)\b"
    r"[.! ]*(?:(?:ok|well|no|it's|maybe|kind of|kinda|sort of|a bit|i think|i guess|that's a|it was a|the answer is|make that a)[ .]*){0,3}"
    r"(?:yes|yeah|yep|yup|i do|i am|i have|i did|there is|there are|they are)\b"
)
"""A yes that takes a no back."""
_I_DO = re.compile(
    rf"{_LEAD}(?:i do|i am|i have been|there (?:is|are|was)|they are|it's there|maybe i (?:do|am)|i think i (?:do|am)|i might)"
    r"(?: (?:actually|really|sometimes|a bit|a lot|though|tho|too|them|some|want to|there|have|thoughts|yes|suicidal|think|about|of|it|that"
    r"|it's|just|hard|to|say)){0,5}\W*$"
)
_ABOUT_MORE = re.compile(r"\b(?:exercise|try|tea|five|minutes?|match\w*|therap\w*|clinician|help|link|talk|go on|back|numb\w*|tired)\b")
"""What a yes may go along with instead."""


def tells_a_plan_late(
    text: str, plan: Optional[Plan], reply: Optional[Reply], signal: Signal, state: State, offered: Sequence[Mapping[str, Any]]
) -> bool:
    """Whether a text tells of a plan of one's own where the question about it does not wait, or is only the one about thoughts."""
    if state.stage == "none" or state.pending in ("near", "theirs") or (state.stage not in TOLD and state.topic not in (None, "self_harm")):
        return False
    if signal.level and signal.evidence != ("classifier",) and signal.intent not in _OWN:
        return False
    if says_a_plan(text):
        return state.pending != "call"
    if plan is None or reply in ("no", "none") or state.pending or state.stage not in TOLD or turns(text):
        return False
    words = plain(text).replace(",", "")
    asks_else = any(str(each["payload"]).startswith(_ELSE_ASKED) and not each.get("door") for each in offered)
    if _ELSEWHERE.search(words) or asks_else:
        return False
    return is_only_a_time(words) or (are_named(words) and len(words.split()) <= _AT_LENGTH)


def says_a_plan(text: str) -> bool:
    """Whether a text says in so many words that there is a plan, or that its writer knows how."""
    words = plain(text).replace(",", "")
    return len(words.split()) <= 3 * SHORT and bool(_TELLS.search(words)) and not _IN_DOUBT.search(words)


def has_thought_of_it(text: str) -> bool:
    """Whether a text says that its writer has thought of "it", and nothing else."""
    return bool(_THOUGHT_OF_IT.match(plain(text).replace(",", "")))


def says_yes_after_all(text: str, state: State) -> bool:
    """Whether a text, where a no stands, is a yes that takes it back: "actually yes", and right after it also "I do"."""
    words = plain(text).replace(",", "").replace("?", "")
    if state.pending or state.quiet > 1 or len(words.split()) > 2 * SHORT or _ABOUT_MORE.search(words):
        return False
    return bool(_AFTER_ALL.match(words)) or (state.quiet == 0 and bool(_I_DO.match(words)))


def is_spoken_of(state: State) -> bool:
    """Whether danger was hinted at, or asked about, so that "it" may mean it."""
    return state.stage in OPEN or state.stage in ("denied", "rechecked") or state.hints > 0
