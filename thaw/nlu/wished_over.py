"""Who looks after someone very ill and wishes that it were over for them: it is met as that, and neither as guilt alone nor as a danger."""

from __future__ import annotations

import re

from thaw.safety.menu import bare

_THEM = r"(?:him|her|them|mum|mom|mam|dad|nan|gran|my \w+|our \w+)"
_THEY = r"(?:he|she|they|mum|mom|mam|dad|nan|gran|it|my \w+|our \w+)"
_WISHES = r"\b(?:wish|wishes|wished|wishing|hope|hoped|hoping|pray|prayed|praying|want|wanted|wanting|long|longed)\b"
_OVER_FOR_THEM = re.compile(
    rf"{_WISHES}(?: \w+){{0,3}} (?:was|were|be|is|over|end|ended|stop|stopped|finished)\b(?: \w+){{0,2}} for {_THEM}\b"
    r"|\bit to (?:just )?(?:be over|end|stop) for " + _THEM
)
_WOULD_GO = re.compile(
    rf"{_WISHES} (?:that )?(?:{_THEY} (?:would |could |can |to |will )|(?:shed|hed|theyd|itd) )(?:just |finally |please )?"
    r"(?:go|die|let go|pass|slip away|fall asleep|be over|end|be allowed to go)\b"
)
_IN_SLEEP = re.compile(
    rf"{_WISHES} (?:that )?(?:{_THEY} (?:would |could |can |will )|(?:shed|hed|theyd) )(?:just |finally |please )?"
    r"(?:go|die|pass|pass away|slip away|drift off|slip off) (?:peacefully|in (?:her|his|their) sleep)\b"
)
"""A gentle death is wished to nobody out of hate, and a carer need not name the illness again."""
_NOT_MINE = re.compile(r"\bnot (?:my|my own) (?:life|suffering|death|end|pain)\b|\bnot (?:mine|for me|about me|me)\b")
_BUT_THEIRS = re.compile(
    r"\b(?:for (?:her|his|their) (?:own )?(?:sake|good)|(?:her|his|their|mums|moms|dads|my \w+s) (?:suffering|pain|illness"
    r"|struggle|dementia"
    r"|cancer|dying))\b"
)
_THEIR_LIFE = re.compile(r"\b(?:hers|his|theirs|(?:her|his|their|my \w+s) life|mums|moms|dads)\b")
_VERY_ILL = re.compile(
    r"\b(?:dementia|alzheimers?|parkinsons?|cancer|tumou?r|hospice|palliative|stroke|mnd|als|ill|sick|illness|coma|ventilator|dying"
    r"|end of life|care home|nursing home|bedridden|suffers?|suffering|in (?:so much |such )?pain|doesnt know me|caring for|carer"
    r"|look(?:ing)? after)\b"
)
"""Without this it may be an exam that is to be over."""
_FOR_ME_TOO = re.compile(
    r"\b(?:both|us|we|(?:and|for|kill|end) (?:me|myself)|me too|with (?:him|her|them)|kill\w*|pillow|pills"
    r"|help (?:him|her|them) (?:die|go))\b"
)
"""With what it is no mere wish, or none for the other alone: the screen's to read."""


_BY_ME = re.compile(r"\b(?:i ?ll|i will|i m going to|im going to|gonna|do it)\b")
_SPOUSE = re.compile(r"\b(?:husband|wife|boyfriend|girlfriend|partner|ex|boss|neighbou?r)\b")


def wishes_it_over_for_them(text: str) -> bool:
    """Whether a text wishes that it were over for someone who is very ill, and for nobody else."""
    plain = re.sub(r"\s+", " ", bare(text))
    not_mine = _NOT_MINE.search(plain)
    if _BY_ME.search(plain) or (_SPOUSE.search(plain) and not _VERY_ILL.search(plain)):
        return False
    if _FOR_ME_TOO.search(plain if not not_mine else plain.replace(not_mine[0], " ")):
        return False
    if _IN_SLEEP.search(plain) or (not_mine and (_BUT_THEIRS.search(plain) or (_THEIR_LIFE.search(plain) and _VERY_ILL.search(plain)))):
        return True
    return bool(_VERY_ILL.search(plain) and (_OVER_FOR_THEM.search(plain) or _WOULD_GO.search(plain)))
