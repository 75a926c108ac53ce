"""A refusal or a change of mind at a question of the hand-off. It is never an answer to it: the questions stop, or it is asked.

What refuses the whole (consent, a therapist, going on) stops them; what may mean only this question is asked about.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.meaning import PASS_OR_STOP, Reading

_LED = (
    r"(?:(?:no+|nope|nah|actually|sorry|wait|stop|lol|haha|h+m+|ok|okay|oh|uh+|um+|please|pls|but|well|and|so|honestly|tbh|look|hey|hang on"
    r"|hold on|you know what|i think|i mean)[ ,.;!-]+){0,4}"
)
_DO_NOT = r"(?:do ?n[o']?t|do not|did ?n[o']?t|did not|never|no longer|can ?n?[o']?t|cannot|won'?t|will not|would ?n[o']?t)"
_THIS = (
    r"(?:this|that|it|these|any(?:thing)?(?: of (?:this|that|it|these))?|all (?:of )?(?:this|that|it)|the (?:form|list|questions|matching))"
)
_TOGETHER = r"(?: (?:really|actually|even|ever|want to|wanna|to|just))*"
_HELPER = r"(?:therap(?:y|ists?)|clinicians?|counsell?(?:ing|ors?)|psychologists?|psychiatrists?|shrinks?|match(?:ing|es)?)"
_TAIL = r"(?: (?:any ?more|now|yet|after all|tonight|today|please|pls|thanks|sorry|tbh|lol|really|at all|right now|here|then|ok|okay))*"
_REFUSES = re.compile(
    _LED
    + r"(?:"
    # Consent.
    + rf"i {_DO_NOT}{_TOGETHER} (?:agreed?|consent(?:ed)?)"
    + rf"(?: (?:to|with) (?:{_THIS}|(?:you|my|sharing|sending|giving|having|being)\b.{{0,40}}))?"
    + r"|(?:no|not my|without (?:my )?) ?consent(?: (?:given|from me|here|to this|to that|to anything))?|consent (?:denied|refused"
    r"|withdrawn)"
    + r"|(?:you|u) (?:do ?n[o']?t|do not) have my (?:consent|permission|agreement|ok|okay)(?: (?:to|for) .{0,30})?"
    + rf"|i {_DO_NOT} give (?:you |u )?(?:my |any )?(?:consent|permission).{{0,30}}"
    + r"|i (?:refuse|decline|object|opt out)(?: (?:to (?:do|go on|take part|this|that|it|all)|all)\b.{0,20})?|opt(?:ing)? (?:me )?out"
    # What is to be sent.
    + rf"|i {_DO_NOT} want (?:you|them|anyone|anybody|the site)(?: guys)? to (?:send|share|pass|forward|store|save|keep|record|see|read"
    + r"|have|know)\b.{0,40}"
    + rf"|i {_DO_NOT} want {_THIS} (?:to be )?(?:sent|shared|passed on|stored|saved|kept|forwarded|recorded|seen|read)\b.{{0,30}}"
    + rf"|(?:do ?n[o']?t|do not) (?:you dare )?(?:send|share|forward|pass on|record) (?:{_THIS}|my (?:data|answers?|info\w*|stuff|words))"
    + r"(?: (?:to|with) (?:anyone|anybody|them|anything|nobody))?"
    # A change of mind.
    + r"|(?:i'?ve |i have |i just |i )?(?:changed|changing|change) my mind(?: (?:about|on|with)"
    + rf" (?:{_THIS}|{_HELPER}|doing (?:this|that|it)|sharing|being matched))?"
    + r"|(?:i'?m |i am |i )?having second thoughts|on second thoughts?(?:[ ,]+(?:no|nah|never ?mind|i'?d rather not|not now"
    r"|i won'?t|let'?s not))?"
    + r"|(?:i )?(?:want|wanna be|need) out|i'?m out|count me out|i want no part (?:of|in) (?:this|it)"
    + r"|(?:i'?d |i would )?rather not (?:do|go on|continue|go through|be matched|carry on|start|fill)\b.{0,25}"
    # No wish for a clinician.
    + r"|i (?:do ?n[o']?t|do not|never|did ?n[o']?t|did not|was ?n[o']?t) (?:even |really |actually )?(?:want(?:ed)?|need(?:ed)?"
    + rf"|ask(?:ed)?(?: for)?|looking for) (?:an? |any |to be |to see an? |another |your |the )?(?:{_HELPER}|matched)\b.{{0,40}}"
    + rf"|not (?:an? |any )?(?:{_HELPER})(?:[ ,.]+i(?:'?m| am)? (?:just |only ).{{0,40}})?|no {_HELPER}"
    + r"|i (?:never|did ?n[o']?t|did not) ask(?:ed)? for (?:this|that|it|these|any of (?:this|it)).{0,20}"
    + r"|(?:i (?:was|am|'m) |i'm |it was |im )?(?:just|only) (?:asking|wondering|curious|looking(?: around)?|browsing|a question|testing)"
    + r"|(?:i )?(?:just|only) (?:want(?:ed)?|meant|came) to (?:know|understand|ask|look|look around|read|see)"
    + r"(?: (?:this|it|more|about (?:this|it)|what (?:this|it) (?:is|was|means)|how (?:it|this|that) works|the (?:price|cost)))*"
    + r")"
    + _TAIL
)
_HAS_ONE = re.compile(
    rf"{_LED}(?:but )?(?:i(?:'?ve| have)? (?:already |still |currently )*(?:have|got|see|seeing)|i(?:'?m| am) (?:already |still "
    rf"|currently )*"
    rf"(?:seeing|in|having|with)) (?:an? |my |the )?(?:own |good |great )?{_HELPER}(?: (?:already|now|thanks|for (?:this|that|it)|weekly"
    r"|every week))*"
)
"""Who has a clinician. Asked about therapy it is the answer; elsewhere it says that none is looked for."""
_UNEASY = re.compile(
    _LED
    + r"(?:"
    + rf"(?:i(?:'?m| am)? )?(?:(?:{_DO_NOT} (?:really )?feel|not(?: (?:really|very|so))?) (?:comfortable|at ease)|uncomfortable|uneasy"
    + rf"|(?:{_DO_NOT} (?:really )?feel|not) (?:safe|happy|good|right|ok|okay)(?= (?:with|about|sharing|saying|telling|giving|answering)))"
    + r"(?: (?:with|about|sharing|saying|telling|giving|answering|doing))*"
    + rf"(?: (?:{_THIS}|that much|so much|with you|you|(?:this|that|these) (?:question|questions|stuff|here|info\w*)))?"
    + rf"|i(?:'?m)? (?:do ?n[o']?t|do not|not sure i) trust (?:{_THIS}|you|u|bots?|chat ?bots?|(?:this|the|your) (?:site|website|bot|chat"
    + r"|program|thing|page))(?: with .{0,20})?"
    + r"|actually[ ,]+(?:no+|nah|nope)|(?:lol|haha|hm+|wait)[ ,]+(?:no+|nah|nope)|(?:no+|nah|nope)(?:[ ,]+(?:no+|nah|nope))+"
    + r"|(?:this|that|it)(?:'?s| is| feels) (?:too|very|so|a bit|a little) (?:personal|private|nosy|intrusive|invasive)"
    + r"|(?:i'?d |i would )?rather keep (?:this|that|it) (?:to myself|private)"
    + r")"
    + _TAIL
)
_TOO_MANY = re.compile(
    _LED + r"(?:(?:that'?s |this is |these are |there are |it'?s |way )*too many(?: of (?:these|your))? ?(?:questions|of them)?"
    r"|(?:so|how) many questions)" + _TAIL
)
_ABOUT_EARLIER = ("therapy", "missed")
"""Questions about the therapy there was."""


def refused(plain: str, asked: str) -> Optional[Reading]:
    """What becomes of the questions where a text refuses them; None if it refuses nothing.

    Args:
        plain: the visitor's words in lower case.
        asked: the field of the question that is open.
    """
    words = plain.rstrip("? ")
    if _REFUSES.fullmatch(words) or (asked not in _ABOUT_EARLIER and _HAS_ONE.fullmatch(words)):
        return Reading("stop")
    if _TOO_MANY.fullmatch(words):
        return Reading("finish_hand_off")
    if asked == "therapy" and re.fullmatch(r"\W*(?:no+|nah|nope|actually|wait|lol|haha|h+m+|[ ,.!])+", words):
        # "Actually no" is the answer to whether there was one.
        return None
    return Reading("answer_hand_off", asked, PASS_OR_STOP) if _UNEASY.fullmatch(words) else None
