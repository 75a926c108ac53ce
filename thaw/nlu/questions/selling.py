"""Who suspects that something is to be sold here."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

_SALE = r"(?:marketing|advert\w*|an? ad|ads?|sales pitch|sales|scam|propaganda|promotion|business|money grab|funnel)"
_SELLING = re.compile(
    LEAD + rf"(?:(?:(?:is|are|isnt) )?(?:this|that|it|you|u)(?:s| is| are|re)? ?(?:just |all |only |a bit )*"
    rf"(?:sounds?|looks?|feels?|seems?)? ?"
    rf"(?:just |all |only |a bit |like |kind of |kinda |pretty |very |to be |a |an |some )*{_SALE}"
    rf"|(?:sounds?|looks?|feels?|seems?|smells?) (?:a bit |kind of |kinda |just |very )*(?:like |of )(?:a |an |some |pure )*{_SALE})"
    r"(?: (?:for|to|by|of) (?:your|the|this|some|get|make|sell)\b.*)?" + END
)
_PAID = re.compile(
    LEAD + r"(?:(?:do|does|will|are|is) (?:you|u|this site|the site|this|it|they|someone|somebody|anyone|anybody)"
    r" (?:get(?:s|ting)?|earn(?:s|ing)?|make|makes|making|take|takes)"
    r" (?:paid|money|anything|something|a (?:cut|commission|fee)|commission)|(?:whats|what is) in it for (?:you|u|them|the site)"
    r"|how do (?:you|u|they) make (?:your |their )?money"
    r"|(?:are|r) (?:you|u) (?:just )?(?:trying to |here to )?sell(?:ing)?(?: me)?(?: (?:something|anything|therapy|stuff))?)\b.*$"
)


def suspects_a_sale(talk: Talk) -> Optional[Asked]:
    """That it sounds like marketing, or whether somebody is paid."""
    return Asked(CARRIER, "utter_is_it_a_sale") if _SELLING.match(talk.plain) or _PAID.match(talk.plain) else None
