"""The wordings of `data/responses`, one by one, for the tools that check them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from thaw.responses import Responses, Variation

_QUOTED = re.compile(r'"[^"]*"')
_SENTENCE_END = re.compile(r'(?<=[.?!…])\s+|(?<=[.?!…]["”])\s+|\n\n')
_PLACEHOLDER = re.compile(r"\{\w+\}")


class Spot(NamedTuple):
    """One wording and where it stands."""

    file: str
    response: str
    number: int
    variation: Variation

    def says(self, problem: str) -> str:
        """A problem with the wording, as its writer reads it."""
        return f"{self.file}, {self.response}, wording {self.number + 1}: {problem}"

    @property
    def text(self) -> str:
        """What is said and done: the text, and the steps of an exercise."""
        return "\n\n".join([self.variation.text, *self.variation.metadata.steps])

    @property
    def own_words(self) -> str:
        """The text without what it quotes: lines for the visitor to say to someone."""
        return _QUOTED.sub('""', self.text)

    @property
    def titles(self) -> list[str]:
        """The titles of its buttons."""
        return [button.title for button in self.variation.buttons]

    @property
    def everything(self) -> str:
        """All that a visitor can read of it, in lower case and with straight apostrophes."""
        return "\n".join([self.text, *self.titles, self.variation.metadata.label or ""]).lower().replace("’", "'")

    @property
    def bubbles(self) -> list[str]:
        """The bubbles of the text."""
        return self.variation.text.split("\n\n")


def spots(among: Responses) -> Iterator[Spot]:
    """Every wording of every response."""
    for name in among.names:
        for number, variation in enumerate(among.variations(name)):
            yield Spot(among.file_of(name), name, number, variation)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a bubble's end ends one too."""
    parts = (re.sub(r"\s+", " ", part).strip() for part in _SENTENCE_END.split(text))
    return [part for part in parts if re.search(r"\w", part)]


def without_placeholders(text: str) -> str:
    """The text without the names in braces, which something else fills."""
    return _PLACEHOLDER.sub("", text)
