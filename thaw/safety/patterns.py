"""The screen's patterns: `data/safety/patterns.yml`, compiled for spaCy's Matcher."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import AbstractSet, Any, Literal, Sequence

from pydantic import BaseModel, Extra, Field

from thaw.data import DATA
from thaw.english import Language, Matcher, english
from thaw.files import read_yaml
from thaw.safety.levels import Level
from thaw.safety.normalise import plain

PATTERNS_FILE = DATA / "safety" / "patterns.yml"
ANY_WORDS = 3
"""How many words a `~` may stand for."""

MEDICINE = (
    "pills pill tablets tabs meds medication medicine capsules sleepers painkillers antidepressants benzos xanax valium diazepam lorazepam"
    " temazepam zopiclone zolpidem ambien codeine tramadol morphine oxycodone paracetamol paracetamols tylenol ibuprofen sertraline zoloft"
    " citalopram escitalopram lexapro fluoxetine prozac venlafaxine amitriptyline mirtazapine quetiapine seroquel trazodone pregabalin"
    " gabapentin propranolol insulin"
)
"""What can be taken too much of, as a visitor may call it."""

_SPECIAL: dict[str, dict[str, Any]] = {
    "~": {"IS_PUNCT": False, "OP": f"{{0,{ANY_WORDS}}}"},
    "YEAR": {"TEXT": {"REGEX": r"^(19|20)\d\d$"}},
    "MEDICINE": {"LOWER": {"IN": MEDICINE.split()}},
    "AGE": {"TEXT": {"REGEX": r"^[1-9]\d$|^(ten|eleven|twelve|\w+teen|twenty|thirty|forty)$"}},
}
"""Words of the notation that stand for a kind of words."""


class Theme(BaseModel):
    """A group of phrases that mean the same kind of danger."""

    name: str
    intent: str
    level: Level
    topic: bool = False
    unless_negated: bool = False
    phrases: list[str] = Field(min_items=1)

    class Config:
        extra = Extra.forbid


class PatternFile(BaseModel):
    """The whole file."""

    version: Literal[1]
    themes: list[Theme]
    harmless: list[str]
    past: list[str]
    present: list[str]
    joking: list[str]
    negations: list[str]
    no_denial: list[str]

    class Config:
        extra = Extra.forbid


OTHERS_OR_PAST = "someone else, or long ago, or in a figure of speech"
A_WISH = "would rather not be here, a burden, no way out, no future"
"""The rules' theme of a wish to be gone."""
WAYS = frozenset(
    {"a place or a way looked at from near", "knows what it takes", "dark thoughts about oneself"}
    | {"several last things done", "a last thing done", "a gun by the bed"}
)
"""What is heard of how, of last things, and of thoughts named as such."""
HARMLESS, PAST, PRESENT, JOKING = "harmless", "past", "present", "joking"
"""Names of the phrases that say something about a match, and not of a danger."""


class Gate:
    """Knows of most texts, without spaCy's Matcher, that no phrase can be in them: each phrase lacks a word that it can't do without.

    It only looks at which words there are, so that it lets through texts without any phrase, but keeps none with one out.
    """

    def __init__(self, patterns: Sequence[Sequence[dict[str, Any]]]) -> None:
        needed = [[frozenset(token["LOWER"]["IN"]) for token in pattern if "OP" not in token and "LOWER" in token] for pattern in patterns]
        self._always = not all(needed)
        """Whether a phrase needs no word at all."""
        spread = Counter(word for words in needed for word in frozenset().union(*words))
        self._phrases: dict[str, list[list[frozenset[str]]]] = defaultdict(list)
        for words in filter(None, needed):
            # Looked for first: the word of the phrase that fewest other phrases have.
            for word in min(words, key=lambda one: sum(spread[each] for each in one)):
                self._phrases[word].append(words)

    def lets_through(self, words: AbstractSet[str]) -> bool:
        """Whether a text of these words, in lower case, may hold a phrase."""
        if self._always:
            return True
        of_text = (self._phrases[word] for word in words & self._phrases.keys())
        return any(not any(words.isdisjoint(one) for one in phrase) for phrases in of_text for phrase in phrases)


class Rules:
    """The compiled patterns."""

    def __init__(self, content: PatternFile) -> None:
        self.language: Language = english()
        self.themes = content.themes
        self.negations = frozenset(content.negations)
        self.no_denial = frozenset(content.no_denial)
        self._laughter = frozenset(word for phrase in content.joking for word in phrase.split("|"))
        self.matcher = Matcher(self.language.vocab, validate=False)
        of_danger = [[compiled(phrase) for phrase in theme.phrases] for theme in content.themes]
        for number, patterns in enumerate(of_danger):
            self.matcher.add(str(number), patterns)
        for name in (HARMLESS, PAST, PRESENT, JOKING):
            self.matcher.add(name, [compiled(phrase) for phrase in getattr(content, name)])
        self.gate = Gate([pattern for patterns in of_danger for pattern in patterns])
        """What the other phrases say counts only where there is one of danger."""

    def take_as_a_joke(self, text: str, evidence: Sequence[str]) -> bool:
        """Whether a text laughs, and no theme of those that were found is urgent in itself."""
        urgent = any(theme.level == "urgent" for theme in self.themes if theme.name in evidence)
        return not urgent and any(token.lower_ in self._laughter for token in self.language.make_doc(plain(text)))


def compiled(phrase: str) -> list[dict[str, Any]]:
    """One phrase of the file's notation as a Matcher pattern."""
    pattern: list[dict[str, Any]] = []
    for word in phrase.split():
        if word in _SPECIAL:
            pattern.append(_SPECIAL[word])
            continue
        optional = word.endswith("?")
        alternatives = [alternative.rstrip("?") for alternative in word.split("|") if alternative.rstrip("?")]
        token: dict[str, Any] = {"LOWER": {"IN": alternatives}}
        if optional:
            token["OP"] = "?"
        pattern.append(token)
    return pattern


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules of this process, compiled once."""
    return Rules(PatternFile.parse_obj(read_yaml(PATTERNS_FILE)))
