"""What a plain question is read in: its words, and what was said before it."""

from __future__ import annotations

from typing import Collection, NamedTuple

CARRIER = "ask_capabilities"
"""The intent as which a question about the program's own words is heard: it is one about what it can tell."""
LEAD = r"^(?:(?:ok|okay|yes|yeah|no|nope|so|but|and|well|then|just|please|pls|sorry|hm|hmm|right|thanks|oh|wait|lol) )*"
GREETED = LEAD.replace(
    "(?:ok|", "(?:hi|hey|hello|hiya|um|uh|erm|also|actually|really|idk|honestly|tbh|sure|huh|like|cause|cos|because|ok|", 1
)
"""The same after a greeting, or after a word that only gets one going."""
END = r"(?: (?:please|pls|then|though|tho|now|again|exactly|to me|ok|right|lol))*$"


class Asked(NamedTuple):
    """What a message asks for: the intent as which it is heard, and the response that answers it in place of the intent's own."""

    intent: str
    response: str


class Talk(NamedTuple):
    """A message without punctuation, its first sentence, what was said before: by now, and in the last answer; and as it was typed."""

    plain: str
    first: str
    said: Collection[str]
    last: Collection[str]
    text: str = ""

    def was_said(self, *beginnings: str) -> bool:
        """Whether a response that begins so was ever said."""
        return any(each.startswith(beginnings) for each in self.said)

    def was_last(self, *beginnings: str) -> bool:
        """Whether the last answer was made of one that begins so."""
        return any(each.startswith(beginnings) for each in self.last)
