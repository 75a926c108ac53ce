"""How likely each intent is beside what a message's words are near to: by what it names, what was said before, and what the screen saw.

The head reads a message alone. A message that names no medicine is little likely to be about one, unless medicine was spoken of; what
was noticed in the exercise is not told before there was one. `data/likely.yml` says so for the intents that are about one thing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Collection, Dict, List, Mapping, NamedTuple, Optional, Pattern, Sequence

import numpy as np
import yaml
from pydantic import BaseModel, Extra

from thaw.data import DATA
from thaw.memory import give_back
from thaw.safety.levels import LEVELS
from thaw.spelling import mended

FILE = DATA / "likely.yml"
LITTLE, MORE, LEAST = 0.05, 4.0, 0.002
"""What the probability of a little likely intent is multiplied with, of one that is named and was spoken of before, and of one that goes
back to something that never was; then all are made to sum to one."""
_COMMAND = 2
"""Words up to which a text says what to do with the chat itself, whatever was spoken of: "stop", "good night"."""
_ASKS = re.compile(
    r"\?|\b(?:what|whats|wat|wut|wot|why|whys|how|hows|who|whos|whose|where|wheres|when|which|is|are|am|do|does|did|can|could|will|would"
    r"|should|shall|may|might|must|has|have|tell|explain|show|give|any|anything|anyone|wonder\w*|curious|know|need|want|like|got|name|word"
    r"|ask|asking|question|say|idea|sure|help|talk|find|if|whether|u|pls|please|looking|about)\b"
)
_FEEL_LIKE = re.compile(r"\b(?:feel|feels|felt|feeling|since|was|im|its|just) like\b")
"""Where "like" asks for nothing."""
_MINOR, _GROWN = (
    "is_minor",
    re.compile(r"\b(?:im|i am|i just turned|i turned|age|aged) (?:a |an |only |just |about |nearly |almost )*(?:1[89]|[2-9]\d)\b"),
)
"""Who says to be grown up is no minor."""
_QUESTION, _WORDS = "ask_", 5
"""Beginning of the intents that are questions; words from which on a text without any word of asking is little likely to be one."""


class Heard(NamedTuple):
    """A text as the conditions look at it: plain, its number of words, whether any of them asks."""

    plain: str
    words: int
    asks: bool

    @classmethod
    def of(cls, text: str) -> Heard:
        """Look at a text."""
        plain = _plain(text)
        return cls(plain, len(plain.split()), bool(_ASKS.search(_FEEL_LIKE.sub(" ", plain))))


class Condition(BaseModel):
    """When an intent is little likely, as `data/likely.yml` explains."""

    words: List[str] = []
    never: List[str] = []
    longest: Optional[int] = None
    after: List[str] = []
    more: List[str] = []
    not_after: List[str] = []
    unless: List[str] = []
    goes_back: bool = False

    class Config:
        extra = Extra.forbid


class _File(BaseModel):
    version: int
    intents: Dict[str, Condition]

    class Config:
        extra = Extra.forbid


class Likely:
    """The conditions, ready to be asked."""

    def __init__(self, conditions: Mapping[str, Condition]) -> None:
        self._conditions = conditions
        self._words = {name: _any(each.words) for name, each in conditions.items()}
        self._never = {name: _any(each.never) for name, each in conditions.items()}
        self._more = {name: _any(each.more) for name, each in conditions.items()}
        self._unless = {name: _any(each.unless) for name, each in conditions.items()}

    def is_little(self, intent: str, text: str, said: Optional[Collection[str]]) -> bool:
        """Whether an intent is little likely of a text.

        Args:
            intent: its name.
            text: the visitor's words.
            said: the responses said before; None where nobody knows.
        """
        return self._is_little(intent, Heard.of(text), said)

    def names(self, intent: str, text: str) -> bool:
        """Whether a text names an intent outright, in words of `more`."""
        more = self._more.get(intent)
        return more is not None and bool(more.search(_plain(text)))

    def _is_little(self, intent: str, heard: Heard, said: Optional[Collection[str]]) -> bool:
        condition, plain = self._conditions.get(intent), heard.plain
        if condition is None:
            return _hardly_asks(intent, heard)
        never, words, more = self._never[intent], self._words[intent], self._more[intent]
        if (never and never.search(plain)) or (condition.longest and heard.words > condition.longest):
            return True
        if intent == _MINOR and _GROWN.search(plain):
            return True
        named = more is not None and bool(more.search(plain))
        if not named and _hardly_asks(intent, heard):
            return True
        before = tuple(said or ())
        if condition.after and (said is None or any(each.startswith(tuple(condition.after)) for each in before)):
            return False
        if condition.not_after and any(each.startswith(tuple(condition.not_after)) for each in before):
            unless = self._unless[intent]
            return unless is None or not (heard.words <= _COMMAND or unless.search(plain))
        return not named and words is not None and not words.search(plain)

    def _is_hardly(self, intent: str, heard: Heard) -> bool:
        """Whether an intent that is little likely is hardly thinkable: it goes back to nothing, or an age is told that rules it out."""
        condition = self._conditions.get(intent)
        return (condition is not None and condition.goes_back) or (intent == _MINOR and bool(_GROWN.search(heard.plain)))

    def is_more(self, intent: str, text: str, said: Optional[Collection[str]]) -> bool:
        """Whether an intent is likelier of a text than its words alone make it: it is named, and was spoken of before."""
        return self._is_more(intent, Heard.of(text), said)

    def _is_more(self, intent: str, heard: Heard, said: Optional[Collection[str]]) -> bool:
        condition, plain = self._conditions.get(intent), heard.plain
        words, more = self._words.get(intent), self._more.get(intent)
        if condition is None or self._is_little(intent, heard, said):
            return False
        spoken_of = bool(condition.after) and any(each.startswith(tuple(condition.after)) for each in said or ())
        return (spoken_of and words is not None and bool(words.search(plain))) or (more is not None and bool(more.search(plain)))

    def weights(self, intents: Sequence[str], text: str, metadata: Mapping[str, Any]) -> np.ndarray:
        """What each intent's probability is multiplied with, shape (intents,).

        Args:
            intents: their names.
            text: the visitor's words.
            metadata: the message's: `said` are the responses said before, `safety` what the screen made of it.
        """
        said = metadata.get("said")
        # The screen is taught for danger: where it saw none, the head's suspicion counts less.
        is_safe = saw_none(metadata)
        heard = Heard.of(text)
        little = [(is_safe and each in LEVELS) or self._is_little(each, heard, said) for each in intents]
        more = [self._is_more(each, heard, said) for each in intents]
        least = [is_little and self._is_hardly(each, heard) for each, is_little in zip(intents, little, strict=True)]
        return np.where(least, LEAST, np.where(little, LITTLE, np.where(more, MORE, 1.0)))


def saw_none(metadata: Mapping[str, Any]) -> bool:
    """Whether the screen looked at a message and saw no danger."""
    safety = metadata.get("safety")
    return safety is not None and not safety.get("act")


def _hardly_asks(intent: str, heard: Heard) -> bool:
    """Whether an intent is a question and a text, too long to be a mere keyword, asks nothing."""
    return intent.startswith(_QUESTION) and heard.words >= _WORDS and not heard.asks


def _any(words: Sequence[str]) -> Optional[Pattern[str]]:
    beginnings = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{beginnings})\b") if words else None


def _plain(text: str) -> str:
    """The text as it was written and with its slips put right, in lower case, without apostrophes."""
    both = text if mended(text) == text else f"{text} {mended(text)}"
    return re.sub(r"\s+", " ", re.sub(r"['’]", "", both.lower()))


@lru_cache(maxsize=1)
def likely() -> Likely:
    """The conditions of `data/likely.yml`, read once."""
    loaded = Likely(_File.parse_obj(yaml.safe_load(FILE.read_text(encoding="utf-8"))).intents)
    give_back()
    return loaded
