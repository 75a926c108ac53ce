"""What ends no alarm, whatever reader took it for help, company or an end: "they said I'm fine, so I'm going home to do it". By
rules alone.

The readers of such words each know their own kind; what leaves any of them grave is known here, once.
"""

from __future__ import annotations

import re

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard
from thaw.safety.screen import Signal

_CLEARS = frozenset(
    {"help_cleared", "help_answered", "back_inside", "in_care", "means_away", "third_party_secured", "tablets_not_taken", "tablets_kept"}
)
_BELIEVES = frozenset({"in_care", "tablets_not_taken", "tablets_kept"})
"""What is said of oneself; of helpers and of what is put away the classifier knows nothing."""
_COMPANY = frozenset({"with_someone", "company_holds", "someone_coming", "help_called", "reached_out"})
_LEAVES_IT_GRAVE = re.compile(
    r"\b(?:do(?:ing)? it|dead|die|dying|kill\w*|hates?|hated|nobody|lied|lying to|sending me away|hung up|wasting"
    r"|(?:doesn't|don't) care|worthless"
    r"|drove off|driving (?:there|off)|and so is|and left|ignor\w*|stockpil\w*|it ends|ends tonight|know what to do"
    r"|permanent\w*|goodbye|want me gone"
    r"|car park|parking|top floor|on the roof|(?:off|onto) the (?:ledge|chair|stool)|with me in"
    r"|in (?:here|the car) with me|i have (?:a|another) (?:gun|knife|rope|rifle)"
    r"|took (?:his|her|their) (?:\w+ )?(?:gun|rifle|shotgun|pistol|knife)|took (?:forty|thirty|fifty|twenty|\d\d))\b"
)
"""With these nothing is over."""


def stays_grave(text: str, signal: Signal, found: Heard) -> bool:
    """Whether what would end an alarm, or believe that help is there, stands beside words that leave it grave, or the screen is sure."""
    if found.move not in _CLEARS and found.move not in _COMPANY:
        return False
    sure = signal.level == "urgent" and not signal.guessed and signal.intent == "crisis_imminent"
    return (sure and found.move in _BELIEVES) or bool(_LEAVES_IT_GRAVE.search(plain(text).replace(",", "")))
