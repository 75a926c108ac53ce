"""How likely each intent is beside what a message's words are near to: by what it names, what was said before, and what the screen saw.

The head reads a message alone. A message that names no medicine is little likely to be about one, unless medicine was spoken of; what
was noticed in the exercise is not told before there was one. `data/likely.yml` says so for the intents that are about one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import (
    AbstractSet,
    Any,
    Collection,
    DefaultDict,
    Dict,
    FrozenSet,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Pattern,
    Sequence,
    Set,
    Tuple,
)

import numpy as np
from pydantic import BaseModel, Extra

from thaw.data import DATA
from thaw.files import read_yaml
from thaw.memory import give_back
from thaw.nlu.bereaved import lost_no_one
from thaw.safety.age import told_age
from thaw.safety.levels import LEVELS
from thaw.spelling import mended, spelling

FILE = DATA / "likely.yml"
LITTLE, MORE, LEAST = 0.05, 4.0, 0.002
"""What the probability of a little likely intent is multiplied with, of one that is named and was spoken of before or that answers what
waits for an answer, and of one that goes back to something that never was or that other words rule out; then all sum to one again."""
_FELT = frozenset({"exercise_felt_something", "exercise_felt_nothing", "exercise_felt_worse"})
_COMMAND = 2
"""Words up to which a text says what to do with the chat itself, whatever was spoken of: "stop", "good night"."""
_ASKS = re.compile(
    r"\?|\b(?:what|whats|wat|wut|wot|why|whys|how|hows|who|whos|whose|where|wheres|when|which|is|are|am|do|does|did|can|could|will|would"
    r"|should|shall|may|might|must|has|have|tell|explain|show|give|any|anything|anyone|wonder\w*|curious|know|need|want|like|got|name|word"
    r"|ask|asking|question|say|idea|sure|help|talk|find|if|whether|u|pls|please|looking|about)\b"
)
_FEEL_LIKE = re.compile(r"\b(?:feel|feels|felt|feeling|since|was|im|its|just) like\b")
"""Where "like" asks for nothing."""
_GUESSES = re.compile(r"\bi (?:guess|suppose)\W*$")
"""How an answer ends, and no question."""
_MINOR = "is_minor"
"""Said by who tells an age under 18 or is a pupil now, and by nobody else."""
_FOREIGN = "non_english"
_LOSS = "numb_after_loss"
"""Little likely of a text that tells no loss of the visitor's own."""
_QUESTION, _WORDS = "ask_", 5
"""Beginning of the intents that are questions; words from which on a text without any word of asking is little likely to be one."""


RESPONSES = 2048
"""Responses of which it is remembered what may follow them: all there are."""
_FIELDS = ("words", "never", "more", "unless")
"""The fields of a condition that are lists of words."""
_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"(\w+)(\*?)")
Named = Tuple[str, str]
"""A field of a condition, and the intent whose condition it is."""
_NOBODY: FrozenSet[str] = frozenset()


class Heard(NamedTuple):
    """A text as the conditions look at it: its number of words, whether any asks, whether it ends as a mere answer, whether it can tell
    no age under 18, whether it is plainly English, whether it tells no loss of their own, and the fields of the conditions of which it
    names something.
    """

    words: int
    asks: bool
    guesses: bool
    tells_no_minor: bool
    is_english: bool
    lost_no_one: bool
    named: AbstractSet[Named]


class Before(NamedTuple):
    """What was said before, as the conditions look at it: whether it is known, and the intents of which one of `after`, or one of
    `not_after`, was said.
    """

    is_known: bool
    after: AbstractSet[str] = _NOBODY
    not_after: AbstractSet[str] = _NOBODY


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
    needed: bool = False

    class Config:
        extra = Extra.forbid


class _File(BaseModel):
    version: int
    intents: Dict[str, Condition]

    class Config:
        extra = Extra.forbid


class Lists:
    """Many lists of words, of which it is asked at once which ones a text names something of.

    A single word is looked up; of what has more than one, or is a part of one, the pattern is tried where its first word stands.
    """

    def __init__(self, lists: Mapping[Named, Sequence[str]]) -> None:
        self.patterns = {key: pattern for key, words in lists.items() if (pattern := _any(words))}
        found: List[DefaultDict[str, List[Named]]] = [defaultdict(list) for _ in range(4)]
        whole, beginning, tried_at, tried_at_beginning = found
        self._always_tried: Set[Named] = set()
        for key, words in lists.items():
            for word in words:
                first = _FIRST.match(word)
                if first is None:
                    self._always_tried.add(key)
                    continue
                is_all, is_beginning = first.end() == len(word), bool(first[2])
                (whole if is_all else tried_at, beginning if is_all else tried_at_beginning)[is_beginning][first[1]].append(key)
        self._whole, self._beginning, self._tried_at, self._tried_at_beginning = (
            {word: tuple(keys) for word, keys in each.items()} for each in found
        )
        self._longest = max(map(len, (*beginning, *tried_at_beginning)), default=0)

    def named_in(self, plain: str) -> AbstractSet[Named]:
        """The lists of which a text in lower case names something."""
        named: Set[Named] = set()
        tried = set(self._always_tried)
        for word in set(_WORD.findall(plain)):
            named.update(self._whole.get(word, ()))
            tried.update(self._tried_at.get(word, ()))
            for end in range(1, min(len(word), self._longest) + 1):
                named.update(self._beginning.get(word[:end], ()))
                tried.update(self._tried_at_beginning.get(word[:end], ()))
        return named | {key for key in tried - named if self.patterns[key].search(plain)}


class Likely:
    """The conditions, ready to be asked."""

    def __init__(self, conditions: Mapping[str, Condition]) -> None:
        self._conditions = conditions
        self.lists = Lists({(field, name): getattr(each, field) for name, each in conditions.items() for field in _FIELDS})
        self._after = {name: tuple(each.after) for name, each in conditions.items() if each.after}
        self._not_after = {name: tuple(each.not_after) for name, each in conditions.items() if each.not_after}
        # Of every response the same each time it was said.
        self._opened_by = lru_cache(maxsize=RESPONSES)(self._look_up)

    def is_little(self, intent: str, text: str, said: Optional[Collection[str]]) -> bool:
        """Whether an intent is little likely of a text.

        Args:
            intent: its name.
            text: the visitor's words.
            said: the responses said before; None where nobody knows.
        """
        return self._is_little(intent, self._heard(text), self._before(said))

    def is_more(self, intent: str, text: str, said: Optional[Collection[str]]) -> bool:
        """Whether an intent is likelier of a text than its words alone make it: it is named, and was spoken of before."""
        heard, before = self._heard(text), self._before(said)
        return not self._is_little(intent, heard, before) and self._is_more(intent, heard, before)

    def names(self, intent: str, text: str) -> bool:
        """Whether a text names an intent outright, in words of `more`."""
        more = self.lists.patterns.get(("more", intent))
        return more is not None and bool(more.search(_plain(text)))

    def _heard(self, text: str) -> Heard:
        plain = _plain(text)
        asks = bool(_ASKS.search(_FEEL_LIKE.sub(" ", plain)))
        tells_no_minor = told_age(text) != "minor"
        is_english = spelling().is_english(plain)
        return Heard(
            len(plain.split()),
            asks,
            bool(_GUESSES.search(plain)),
            tells_no_minor,
            is_english,
            lost_no_one(text),
            self.lists.named_in(plain),
        )

    def _before(self, said: Optional[Collection[str]]) -> Before:
        if said is None:
            return Before(False)
        opened = [self._opened_by(response) for response in said]
        return Before(True, _NOBODY.union(*(after for after, _ in opened)), _NOBODY.union(*(not_after for _, not_after in opened)))

    def _look_up(self, response: str) -> Tuple[FrozenSet[str], FrozenSet[str]]:
        after = frozenset(name for name, beginnings in self._after.items() if response.startswith(beginnings))
        return after, frozenset(name for name, beginnings in self._not_after.items() if response.startswith(beginnings))

    def _is_little(self, intent: str, heard: Heard, before: Before) -> bool:
        condition = self._conditions.get(intent)
        if condition is None:
            return _hardly_asks(intent, heard)
        if ("never", intent) in heard.named or (condition.longest and heard.words > condition.longest):
            return True
        if _is_ruled_out(intent, heard) or (intent == _FOREIGN and heard.is_english):
            return True
        is_named = ("more", intent) in heard.named
        if not is_named and _hardly_asks(intent, heard):
            return True
        if condition.after and (not before.is_known or intent in before.after):
            return False
        if intent in before.not_after:
            return not condition.unless or not (heard.words <= _COMMAND or ("unless", intent) in heard.named)
        return not is_named and bool(condition.words) and ("words", intent) not in heard.named

    def _is_hardly(self, intent: str, heard: Heard) -> bool:
        """Whether an intent that is little likely is hardly thinkable: it goes back to nothing, what
        it needs is not named, or what is told rules it out."""
        condition = self._conditions.get(intent)
        is_unnamed = condition is not None and condition.needed and ("words", intent) not in heard.named
        return is_unnamed or ("never", intent) in heard.named or _is_ruled_out(intent, heard) or self._goes_back(intent)

    def is_waited_for(self, intent: str, metadata: Mapping[str, Any]) -> bool:
        """Whether an intent answers a question that waits: it goes back to what was said, and the last answer offers it."""
        return intent in self._waited_for(metadata)

    def _waited_for(self, metadata: Mapping[str, Any]) -> Set[str]:
        return {each for each in _offered(metadata) if self._goes_back(each)}

    def _goes_back(self, intent: str) -> bool:
        condition = self._conditions.get(intent)
        return condition is not None and condition.goes_back

    def _is_more(self, intent: str, heard: Heard, before: Before) -> bool:
        """Whether an intent that is not little likely is likelier than its words alone make it."""
        return ("more", intent) in heard.named or (intent in before.after and ("words", intent) in heard.named)

    def _weight(self, intent: str, heard: Heard, before: Before, is_safe: bool) -> float:
        if intent not in self._conditions and intent not in LEVELS and not intent.startswith(_QUESTION):
            return 1.0
        # The screen is taught for danger: where it saw none, the head's suspicion counts less.
        if (is_safe and intent in LEVELS) or self._is_little(intent, heard, before):
            return LEAST if self._is_hardly(intent, heard) else LITTLE
        return MORE if self._is_more(intent, heard, before) else 1.0

    def weights(self, intents: Sequence[str], text: str, metadata: Mapping[str, Any]) -> np.ndarray:
        """What each intent's probability is multiplied with, shape (intents,).

        Args:
            intents: their names.
            text: the visitor's words.
            metadata: the message's: `said` are the responses said before, `offered` the choices of the last answer, `safety` what the
                screen made of it.
        """
        heard, before, is_safe = self._heard(text), self._before(metadata.get("said")), saw_none(metadata)
        weights = [self._weight(each, heard, before, is_safe) for each in intents]
        waited_for = self._waited_for(metadata)
        return np.array([MORE if weight == 1.0 and each in waited_for else weight for each, weight in zip(intents, weights, strict=True)])


def _offered(metadata: Mapping[str, Any]) -> Set[str]:
    """The intents that the last answer's own choices stand for; the ways on that stand everywhere are none of them."""
    offered = {str(choice["payload"])[1:].partition("{")[0] for choice in metadata.get("offered") or () if not choice.get("door")}
    # Where a number is asked for, only the worst of what an exercise does is a choice of its own: what it did is waited for all the same.
    return offered | _FELT if offered & _FELT else offered


def saw_none(metadata: Mapping[str, Any]) -> bool:
    """Whether the screen looked at a message and saw no danger."""
    safety = metadata.get("safety")
    return safety is not None and not safety.get("act")


def _hardly_asks(intent: str, heard: Heard) -> bool:
    """Whether an intent is a question and a text asks nothing: it is too long to be a mere keyword, or ends as an answer does."""
    return intent.startswith(_QUESTION) and (heard.guesses or (heard.words >= _WORDS and not heard.asks))


def _is_ruled_out(intent: str, heard: Heard) -> bool:
    """Whether what a text tells rules an intent out: an age, or that the loss is none of theirs."""
    return (intent == _MINOR and heard.tells_no_minor) or (intent == _LOSS and heard.lost_no_one)


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
    loaded = Likely(_File.parse_obj(read_yaml(FILE)).intents)
    give_back()
    return loaded
