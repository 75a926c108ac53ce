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
    return bool(_OF_WHAT_WAS_SENT.match(plain) or (READY in last and _RIGHT_AFTER.match(plain)))
