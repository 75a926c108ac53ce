"""The screen's patterns: `data/safety/patterns.yml`, compiled for spaCy's Matcher."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

import yaml
from pydantic import BaseModel, Extra, Field

from thaw.data import DATA
from thaw.english import Language, Matcher, english
from thaw.safety.levels import Level

PATTERNS_FILE = DATA / "safety" / "patterns.yml"
ANY_WORDS = 3
"""How many words a `~` may stand for."""


_SPECIAL: dict[str, dict[str, Any]] = {
    "~": {"IS_PUNCT": False, "OP": f"{{0,{ANY_WORDS}}}"},
    "YEAR": {"TEXT": {"REGEX": r"^(19|20)\d\d$"}},
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


HARMLESS, PAST, PRESENT, JOKING = "harmless", "past", "present", "joking"
"""Names of the phrases that say something about a match, and not of a danger."""


class Rules:
    """The compiled patterns."""

    def __init__(self, content: PatternFile) -> None:
        self.language: Language = english()
        self.themes = content.themes
        self.negations = frozenset(content.negations)
        self.no_denial = frozenset(content.no_denial)
        self.matcher = Matcher(self.language.vocab, validate=False)
        for number, theme in enumerate(content.themes):
            self.matcher.add(str(number), [compiled(phrase) for phrase in theme.phrases])
        for name in (HARMLESS, PAST, PRESENT, JOKING):
            self.matcher.add(name, [compiled(phrase) for phrase in getattr(content, name)])


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
    return Rules(PatternFile.parse_obj(yaml.safe_load(PATTERNS_FILE.read_text(encoding="utf-8"))))
