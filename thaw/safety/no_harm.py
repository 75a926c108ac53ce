"""What is told of a family and sounds like danger to them only to the classifier: the fear that a child is taken away, and who won't be
helped.
"""

from __future__ import annotations

import re

from thaw.nlu.bereaved import put_to_sleep
from thaw.safety.normalise import plain

HARMS = re.compile(r"\b(hurt|harm|kill|shak|smother|drop|stab|strangl|hit|drown|chok)\w*\b")
_CHILD = r"(?:the |my |our )?(?:baby|babies|bab|child|children|kids?|son|daughter|little one|twins|him|her|them|it|boy|girl)"
_TAKEN = re.compile(
    rf"\b(?:take|takes|taking|taken|took|remove|removed) {_CHILD} (?:away|off me|off us|from me|from us|into care)\b"
    r"|\b(?:lose|losing|take|taking) custody\b|\blos(?:e|ing) (?:the|my|our) (?:baby|kids?|children|child)\b"
    r"|\b(?:ring|rings|call|calls|calling|tell|tells|involve|involved) (?:social services|cps)\b|\bsocial services (?:get|getting|be)\b"
)
_TAKE = re.compile(
    r"\b(?:they|they'?ll|social (?:services|workers?)|cps|someone|somebody|anyone|doctors?|nurses?|midwives|midwife|health visitors?"
    rf"|(?:the )?courts?|you)\b(?: \w+){{0,3}} (?:take|takes|taking|remove|removes|removing) {_CHILD}\b"
)
_FEARS = re.compile(
    r"\b(?:will|would|could|can|do|does|might|gonna|going to|scared|afraid|frightened|worried|fear|what if|if i|they'?ll|can'?t tell)\b"
)
"""What a parent may fear that follows once they say it."""
_WONT_SEE = re.compile(
    r"^(?:(?:but|and|so|well|he|she|they|my \w+|still|just) )*(?:won'?t|will not|wouldn'?t|refuses? to|refused to|doesn'?t want to"
    r"|does not want to|don'?t want to|isn'?t going to|is not going to) (?:ever |even )?"
    r"(?:see|go to|go and see|talk to|speak to|ring|call|get help from|let in)"
    r" (?:anyone|anybody|any one|someone|somebody|(?:a|the|any|his|her|their|another) (?:doctor|gp|therapist|counsell?or|professional|dr"
    r"|psychiatrist|psychologist))(?: (?:about (?:it|this)|at all|though|tho|yet|else))*$"
)

_NUMB_AT_TOUCH = re.compile(
    r"\b(?:numb|nothing|flat|dead|empty|blank|wooden|like (?:a )?(?:stone|wood|plastic|cardboard))\b.{0,20}\b(?:when|if|while|whenever"
    r"|even when)"
    r" (?:he|she|they|(?:my|the) (?:husband|wife|partner|boyfriend|girlfriend|bf|gf|fianc\w+|other half))"
    r"(?: (?:even|just|only|tries to|wants to))? (?:touch|hug|kiss|hold|cuddle|stroke)(?:e?s|ing)?\b"
    r"|\b(?:when|if|while|whenever|even when) (?:he|she|they|(?:my|the) (?:husband|wife|partner|boyfriend|girlfriend|bf|gf|fianc\w+"
    r"|other half))"
    r"(?: (?:even|just|only|tries to|wants to))? (?:touch|hug|kiss|hold|cuddle|stroke)(?:e?s|ing)?\b.{0,20}\b(?:numb|nothing|flat|dead"
    r"|empty|blank)\b"
)
_AGAINST_A_WILL = re.compile(
    r"\b(?:scared|afraid|fear|frightened|grab\w*|forc\w*|mak(?:e|es|ing) me|drunk|won'?t stop|doesn'?t stop|say no|said no"
    r"|without asking|hurts?|hit\w*|chok\w*"
    r"|freez\w*|froze|flinch\w*|asleep|don'?t want|didn'?t want|kid|child|little)\b"
)


def is_numb_at_a_touch(text: str) -> bool:
    """Whether a text tells of feeling nothing when a partner touches the writer, and of nothing done against their will."""
    words = _bare(text)
    return bool(_NUMB_AT_TOUCH.search(words)) and not _AGAINST_A_WILL.search(words)


def fears_custody(text: str) -> bool:
    """Whether a text tells or asks of a child being taken away, and names no harm."""
    words = _bare(text)
    fears = _TAKEN.search(words) or (_TAKE.search(words) and _FEARS.search(words))
    return bool(fears) and not HARMS.search(words)


def tells_of_no_harm(text: str) -> bool:
    """Whether a text only fears for a child, says that another won't be helped, or tells that a vet put an animal to sleep."""
    return fears_custody(text) or put_to_sleep(text) or bool(_WONT_SEE.match(_bare(text)))


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s']", " ", plain(text))).strip()
