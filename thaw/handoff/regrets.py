"""Taking back what was sent, in the words that people have for it once a link is there."""

from __future__ import annotations

import re
from typing import Collection

READY = "utter_hand_off_ready"
"""The answer that gives the link: after it there is something to take back."""
_LED = (
    r"^(?:(?:please|ok|okay|no|wait|actually|sorry|oh|hm+|can you|could you|can i|i|just|i want to|i'?d like to|i wanna|i need to"
    r"|let'?s)[ ,.]+)*"
)
_WHAT = (
    r"(?:(?:what|all) (?:i|you|was|you'?ve|i'?ve)(?: just| already)? (?:sent|gave|shared|passed on)(?: them)?"
    r"|the (?:summary|link|list|hand-?off)"
    r"|my (?:summary|answers|words|yes|consent|data|details))"
)
_OF_WHAT_WAS_SENT = re.compile(
    _LED + rf"(?:(?:delete|remove|erase|cancel|undo|take back|withdraw|revoke|recall|unsend) {_WHAT}(?: back| again| now| please)*"
    r"|(?:do ?n[o']?t|do not) send (?:it|that|this|them)(?: after all| now| please| anymore| any more)*|unsend(?: it| that| this)?"
    r"|i (?:regret|take back)(?: (?:it|that|this|sending it|sending that))?)[.! ]*$"
)
_IT = (
    r"(?:it|that|this|them|everything|all of it|yes|the (?:summary|list|thing)|my (?:\w+ )?(?:summary|list|answers|words|info\w*"
    r"|data|details|stuff))"
)
_THEY = r"(?:them|they|the (?:matching|clinicians?|therapists?|site|service)|whoever (?:has|got) it)"
_REGRETS = re.compile(
    _LED
    + rf"(?:(?:i )?(?:want|need|would like|'?d like|have|get|give|pull|call|bring|send)(?: me| to have| to get| to take)? {_IT} back"
    + r"|(?:i )?(?:really |already |kind of |kinda |so )?regret(?: (?:it|that|this|sending|agreeing|saying yes)\b.{0,20})?"
    + r"|i (?:should ?n[o']?t|should not|should never|never should|wish i had ?n[o']?t|wish i had not|wish i did ?n[o']?t"
    r"|wish i never) (?:have )?"
    + rf"(?:sent|shared|agreed|said|done|given|told|clicked|pressed|do|send|share|agree|say)(?: {_IT})?(?: (?:yes|that|them"
    rf"|to (?:it|that|them)))?"
    + rf"|(?:tell|ask|make|get|have) {_THEY} (?:to )?(?:please )?(?:delete|remove|erase|destroy|forget|bin|trash|not (?:read|open"
    rf"|look at|use"
    + rf"|keep))(?: {_IT})?"
    + rf"|(?:{_THEY}|nobody) (?:should|must|can|need to|have to)(?:n'?t)? (?:delete|erase|destroy|remove|not read|not see) {_IT}"
    + rf"|i (?:do ?n[o']?t|do not|no longer) want {_THEY} (?:to )?(?:have|having|see|seeing|read|reading|get|getting|keep|keeping"
    rf"|know|knowing)"
    + rf"(?: {_IT})?"
    + r"|(?:that|it|this|sending (?:it|that)) was (?:a |by )(?:mistake|accident)|(?:i )?(?:sent|shared|agreed to|pressed) (?:it"
    r"|that|this) by"
    + r" (?:mistake|accident)|(?:by|that was an?) (?:mistake|accident)|wrong button|i accidentally (?:sent|agreed|pressed|clicked)\b.{0,20}"
    + r"|i (?:did ?n[o']?t|did not) mean to (?:send|agree|share|say yes|press|click)\b.{0,20}"
    + r"|i (?:do ?n[o']?t|do not|no longer|never|did ?n[o']?t) (?:agree|consent)(?: (?:to|with) (?:it|that|this|sending"
    r"|anything)\b.{0,20})?"
    + rf"|(?:undo|reverse|cancel|recall|revert|stop|unsend) (?:the )?(?:sending|{_IT}) (?:back|going|being sent))"
    + r"(?:[ ,]+(?:now|please|pls|again|after all|tbh|actually|sorry|already|honestly|any ?more))*[.! ]*$"
)
"""The same in other words. They say of themselves that it is what was sent: nothing else was ever given to anyone."""
_CLAUSE = re.compile(r"[,.;!]+\s*|\s+(?:and|but|so|please)\s+")
_LONGEST = 16
"""Words of a regret. More is something told."""
WITHDRAWN = "utter_hand_off_withdrawn"
_RIGHT_AFTER = re.compile(
    _LED + r"(?:cancel|undo|abort|stop|reverse)(?: (?:it|that|this|everything|all of it))?(?: (?:please|now|again))*[.! ]*$"
    r"|" + _LED + r"(?:changed my mind|i'?ve changed my mind|i have changed my mind|never ?mind|nvm)"
    r"(?:[ ,.]+(?:delete|cancel|undo|remove) (?:it|that))?"
    r"(?:[ ,.]+(?:i )?(?:do ?n[o']?t|do not) want (?:this|it|that)(?: any ?more)?)?[.! ]*$"
    r"|"
    + _LED
    + r"(?:do ?n[o']?t|do not) want (?:this|it|that)(?: any ?more| after all| now)*[.! ]*$|^(?:actually|wait|oh|hm+)[ ,.]+no+[.! ]*$"
)
"""The same, where the link was the last answer: elsewhere it may be anything that is meant."""


def takes_it_back(text: str, said: Collection[str], last: Collection[str]) -> bool:
    """Whether a text takes back what was sent.

    Args:
        text: the visitor's words.
        said: the responses said so far.
        last: those of the last answer.
    """
    plain = " ".join(text.lower().replace("’", "'").split())
    if READY not in said:
        return False
    if _OF_WHAT_WAS_SENT.match(plain) or (READY in last and _RIGHT_AFTER.match(plain)):
        return True
    # Once it was taken back, "it was a mistake" may be about anything.
    is_out = WITHDRAWN not in said and len(plain.split()) <= _LONGEST
    return is_out and any(_REGRETS.match(clause) for clause in (plain, *_CLAUSE.split(plain)) if clause)
