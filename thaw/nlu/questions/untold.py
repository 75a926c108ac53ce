"""That nobody knows of it yet, and what somebody would do if they did."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

_NOBODY = r"(?:nobody|no one|noone|not a soul|no one else|nobody else|none of them)"
_OF_IT = (
    r"(?: (?:(?:how|that|what|the way) i(?:m)? (?:\w+ ){0,3}\w+|(?:about )?(?:it|this|that|me|any of (?:it|this)|anything)|yet|irl"
    r"|in my life"
    r"|at (?:all|home|work|school))){0,6}"
)
_NOBODY_KNOWS = re.compile(
    LEAD + rf"(?:{_NOBODY} (?:really |actually |even |else )*(?:knows|has (?:any|an|a) (?:idea|clue)|has noticed|noticed)"
    rf"|i (?:have not|havent|ve not|ve never|never|didnt|dont) (?:really |ever |even )*(?:told|tell) (?:anyone|anybody|a soul|no one"
    rf"|nobody)"
    rf"|i ?(?:ve)? (?:not )?told (?:no one|nobody)|(?:youre|you are|ur) the (?:first|only) (?:one|person|thing) i(?:ve| have)? told"
    rf"){_OF_IT}" + END
)
_MAY_I_TELL = re.compile(
    LEAD
    + r"(?:(?:can|could|may) i (?:just )?(?:tell|say|share|confess|admit)(?: (?:you|u|to you))? (?:something|sth|smth|a secret|one thing)"
    r"|(?:i (?:have|want|need|got|wanna|gotta)|ive got|id like|i would like) (?:to )?(?:tell|say|confess|admit|share)(?: (?:you|u))?"
    r" (?:something|sth|smth)(?: (?:to )?(?:you|u))?"
    r"|(?:i have|ive got|i got) (?:something|sth|smth) (?:to|i (?:need|want|have) to) (?:tell|say|confess|admit|share)(?: (?:you|u))?"
    r"|(?:theres|there is) (?:something|sth|one thing|a thing)(?: else)?(?: that)? i(?: (?:havent|have not|have never|never|didnt"
    r"|dont)|ve never)"
    r"(?: \w+)? (?:told|tell|said|say|mentioned|mention|talk|talked)(?: (?:to|about))?(?: (?:you|u|anyone|anybody|to anyone"
    r"|a soul|yet|before|about|it))*"
    r"|(?:theres|there is) (?:something|sth) (?:i (?:need|want|have) to (?:tell|say)|else)(?: (?:you|u))?)"
    r"(?: (?:weird|bad|dark|stupid|personal|hard|embarrassing|private))?(?: (?:about (?:it|me|this)|first))?" + END
)
_THEM = (
    r"(?:(?:my|our) (?:\w+ )?(?:mum|mom|mam|mother|dad|father|parents|wife|husband|partner|boyfriend|girlfriend|family|sister|brother"
    r"|friends?"
    r"|kids|son|daughter|teacher|boss|gran|nan|aunt|uncle)|he|she|they|everyone|people)"
)
_WOULD_TAKE_IT_BADLY = re.compile(
    LEAD + rf"(?:{_THEM} (?:would|will|might|is going to|are going to)|(?:she|he|they)(?:d|ll))"
    r"(?: just| only| totally| probably| definitely| so| never)*"
    r" (?:freak(?: out)?|panic|lose it|worry|cry|laugh|flip(?: out)?|go (?:mad|mental|crazy|spare|ballistic)|overreact"
    r"|make it (?:about \w+|worse)"
    r"|be (?:so |really |very )?(?:mad|angry|upset|disappointed|worried|hurt|devastated|scared|furious|ashamed)|blame (?:me|themselves"
    r"|herself"
    r"|himself)|(?:not |never )?(?:get|understand|believe) (?:it|me|this)|understand|think (?:im|i am|its)(?: \w+){1,5})"
    r"(?: (?:if (?:i|they|she|he) (?:\w+ ){0,4}\w+|at me|with me|about it|anyway|and (?:\w+ ){0,4}\w+)){0,5}" + END
)
_TO_TELL = (
    "utter_is_minor",
    "utter_want_human_minor",
    "utter_want_match_minor",
    "utter_helper_named",
    "utter_nobody_knows",
    "utter_afraid_to_tell",
    "utter_ask_relationship_impact",
    "utter_told_checked_out",
    "utter_shame_about_numbness",
)
"""Answers after which it is said of being told, and of nothing else."""


def may_i_tell(talk: Talk) -> Optional[Asked]:
    """That there is something to tell, and not yet what."""
    return Asked(CARRIER, "utter_go_on") if _MAY_I_TELL.match(talk.plain) else None


def nobody_knows(talk: Talk) -> Optional[Asked]:
    """That nobody was told."""
    return Asked(CARRIER, "utter_nobody_knows") if _NOBODY_KNOWS.match(talk.plain) else None


def afraid_to_tell(talk: Talk) -> Optional[Asked]:
    """How somebody would take it, where telling was spoken of."""
    fears = talk.was_last(*_TO_TELL) and _WOULD_TAKE_IT_BADLY.match(talk.plain)
    return Asked(CARRIER, "utter_afraid_to_tell") if fears else None
