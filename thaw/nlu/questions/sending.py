"""Who says to send something where nothing is there to be sent."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, LEAD, Asked, Talk

_SEND = re.compile(
    LEAD + r"(?:(?:you can|can you|could you|u can|can u|go ahead and|lets|let us|go on and|go|i agree|agreed|do) )*"
    r"(?:send|submit|forward|share|hand over) (?:it|this|that|them|everything|all of it|the (?:summary|list|form|answers)"
    r"|my (?:summary|list|answers|form))"
    r"(?: (?:off|now|over|on|through|then|please|pls|thanks|to them|to the (?:therapist|clinician|matching|site)"
    r"|to a (?:therapist|clinician)))*$"
)
_SENT = ("utter_hand_off_ready", "utter_hand_off_receipt", "utter_card_")
"""After these there is something that may be sent, or was."""


def send_what(talk: Talk) -> Optional[Asked]:
    """That something be sent, where no summary was ever shown and no card made: nothing was sent, and what could be."""
    nothing = not talk.was_said(*_SENT)
    return Asked(CARRIER, "utter_nothing_to_send") if nothing and _SEND.match(talk.plain) else None
