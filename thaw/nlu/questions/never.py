"""What if it never comes back, asked in whatever words."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, Asked, Talk

_NEVER = re.compile(
    r"^(?:(?:but|and|so|ok|yeah|idk|well) )*(?:(?:what|wht) if|im (?:so |really )?(?:scared|afraid|worried)(?: that)?|i worry(?: that)?)"
    r" (?:(?:it|this|that|they|he|the (?:feelings?|tears|grief|numbness|crying)|my feelings?|things)"
    r" (?:never|doesnt|dont|wont|will never|is never going to|does not|do not|will not)(?: (?:ever|even|really))?"
    r" (?:comes?|go(?:es)?|ends?|stops?|lifts?|chang(?:e|es)|pass(?:es)?|return|returns|get|gets|heals?)\b"
    r"|i (?:never|dont|wont|will never|cant ever)(?: ever)? (?:feel|cry|love|laugh|get|come|heal|recover)\b)(?: \w+){0,4}" + END
)
_INTENT = "ask_will_it_get_better"


def what_if_never(talk: Talk) -> Optional[Asked]:
    """Whether it will ever be otherwise, asked as a fear."""
    return Asked(_INTENT, f"utter_{_INTENT}") if _NEVER.match(talk.plain) else None
