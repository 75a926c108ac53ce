"""Whole turns of phrase about everyday things that sound like a danger to oneself: a text without them (`data/safety/figures.yml`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import yaml
from pydantic import BaseModel, Extra, Field

from thaw.data import DATA
from thaw.english import Matcher, english
from thaw.safety.normalise import plain
from thaw.safety.patterns import Gate, compiled
from thaw.safety.plans import names_means

FIGURES_FILE = DATA / "safety" / "figures.yml"
FIGURES = "figures"
LONGEST = 300
"""Characters up to which a text is looked through: in a longer one a turn of phrase is only a part of it."""


class FiguresFile(BaseModel):
    """The whole file."""

    version: Literal[1]
    figures: list[str] = Field(min_items=1)
    unless: list[str]

    class Config:
        extra = Extra.forbid


@lru_cache(maxsize=1)
def _content() -> FiguresFile:
    return FiguresFile.parse_obj(yaml.safe_load(FIGURES_FILE.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def _compiled() -> tuple[Matcher, Gate]:
    patterns = [compiled(phrase) for phrase in _content().figures]
    matcher = Matcher(english().vocab, validate=False)
    matcher.add(FIGURES, patterns)
    return matcher, Gate(patterns)


def without_figures(text: str) -> str:
    """What is left of a text, in its plain form, without such turns of phrase; the text itself if it has none, or names means beside."""
    if len(text) > LONGEST:
        return text
    doc = english().make_doc(plain(text))
    matcher, gate = _compiled()
    if not gate.lets_through({token.lower_ for token in doc}):
        return text
    taken = {place for _, start, end in matcher(doc) for place in range(start, end)}
    beside = {token.lower_ for token in doc if token.i not in taken}
    if not taken or names_means(text) or not beside.isdisjoint(_content().unless):
        return text
    return "".join("" if token.i in taken else token.text_with_ws for token in doc).strip()
