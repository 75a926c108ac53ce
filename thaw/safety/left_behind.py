"""Who is left behind by a death: a suicide that is over is a loss, and who would join the dead is asked about it. By rules alone."""

from __future__ import annotations

import re

from thaw.nlu.bereaved import BY_THEIR_OWN_HAND, died
from thaw.safety.normalise import plain
from thaw.safety.screen import Signal

_BY_SUICIDE = re.compile(rf"\b(?:{BY_THEIR_OWN_HAND}|lost .{{1,30}}\bto suicide)\b")
_NOT_OVER = re.compile(
    r"\b(?:tr(?:y|ies|ied|ying)|attempt\w*|almost|nearly|wants?|wanted|will|would|might|(?<!in )(?<!last )(?<!this )may|could|going to"
    r"|gonna|threat\w*|if|maybe"
    r"|i think|worried|afraid|scared|just (?:now|killed|hung|hanged|shot|topped|took)|right now|tonight|today|minutes?|ambulance|hospital"
    r"|alive|survived|half)\b"
)
"""With what a suicide is not over, or not sure."""
_THEM = (
    r"(?:him|her|them|my (?:late )?(?:wife|husband|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|son|daughter|baby"
    r"|brother|sister|twin|mate|friend|nan|gran|grandma|grandad|dog|cat))"
)
_WITH_THEM = re.compile(
    rf"\bi (?:\w+ ){{0,3}}(?:want|wanna|wish|need|would like|'d like|long|hope)(?: (?:to|i could|i can|i was|i were|just|only|so much"
    rf"|badly))*"
    rf" (?:join {_THEM}|(?:be |go )?(?:with {_THEM}|where (?:he|she|they|{_THEM}) (?:is|are|went|'s|'re))|follow {_THEM})\b"
    rf"|\b(?:i'll|i will|i'm going to|gonna|about to) (?:soon )?(?:join|follow|be (?:with|seeing)) {_THEM}\b|\bsoon i(?:'ll"
    rf"| will) be with {_THEM}\b"
    r"|\b(?:should have|should've|shoulda|ought to have|wish it had|wish it) (?:been|was|were) me\b|\b(?:i'm|i am|im) next\b"
    r"|\bmy turn next\b|\bi(?:'ll| will) be along (?:soon|shortly|before long|in a bit)\b"
    rf"|\b(?:wrong|bad|selfish|a sin|normal|weird|silly|mad|crazy) (?:of me )?"
    rf"(?:to (?:want|wish) to |that i (?:want|wish) to )?(?:join|follow|be with) {_THEM}\b"
)

JOINS = Signal("crisis_passive", "ask", ("would be where someone is who died",))


def lost_to_suicide(text: str) -> bool:
    """Whether a text tells that someone took their life, as something that is over."""
    words = plain(text)
    return bool(_BY_SUICIDE.search(words)) and not _NOT_OVER.search(words)


def would_join_the_dead(text: str) -> bool:
    """Whether a text tells of a death and of wishing to be where the dead one is, or to have died instead."""
    return bool(_WITH_THEM.search(plain(text))) and (died(text) is not None or bool(_BY_SUICIDE.search(plain(text))))


def in_mourning(signal: Signal, text: str, mourns: bool) -> Signal:
    """What the screen found in a text of someone who told of a death before: "I just want to be where he is" is asked about then."""
    is_unasked = signal.level is None or signal.faint
    return JOINS if mourns and is_unasked and _WITH_THEM.search(plain(text)) else signal
