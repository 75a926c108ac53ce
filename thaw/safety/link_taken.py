"""The way to the matching taken, in the words of its choice ("show me the way"), also some answers after it was offered. By rules alone.

The choice is gone from the menu by then, and its "yes" would be read as one to whatever was asked of suicide before.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

_TAKES = re.compile(
    r"^(?:(?:yes|yeah|yep|ok|okay|sure|fine|please|pls|then|and|now|so|but|well|right|alright|can you|could you|just|still|no|actually"
    r"|i'd like that|i do|i want it) ){0,5}(?:show me the way|show me (?:the|that|your) link"
    r"|i(?:'d| would|'ll)?(?: still)? (?:like|want|take|have) (?:the|that|your) (?:link|way)"
    r"|the (?:link|way) you (?:offered|mentioned|spoke of))"
    r"(?: (?:please|pls|then|now|thanks|thank you|there|to (?:it|them|the matching|the clinicians?|a (?:therapist|clinician)))){0,3}$"
)


def takes_the_link(text: str) -> bool:
    """Whether a text takes the link that was offered, and says nothing else."""
    return bool(_TAKES.match(re.sub(r"[^\w\s']", "", plain(text)).strip()))


def of_the_link(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """The link taken: about no danger, whatever was asked of one before."""
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    return Heard() if takes_the_link(text) and not by_a_rule else None
