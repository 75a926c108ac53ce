"""What the classifier is taught for the screen's sake: the dangers, and what looks like them.

Every intent of `data/nlu` and every kind of hard negative in `data/safety/negatives` (numb but safe, idioms, third person, long past) is a
class of its own, so that each way of being harmless has a place to fall.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Extra, Field

from thaw.data import DATA, load_examples
from thaw.files import read_yaml

NEGATIVES = DATA / "safety" / "negatives"


class Negatives(BaseModel):
    """Hard negatives of one kind: a file."""

    version: Literal[1]
    kind: Literal[
        "numb_but_safe",
        "idiom",
        "third_person_safe",
        "worried_safe",
        "resolved_past",
        "denial",
        "neighbour",
        "comment",
        "distress",
        "reply",
        "observing",
        "telling",
        "arranging",
        "aside",
    ]
    examples: list[str] = Field(min_items=1)

    class Config:
        extra = Extra.forbid


def negatives() -> list[Negatives]:
    """The hard negatives, kind by kind."""
    return [Negatives.parse_obj(read_yaml(path)) for path in sorted(NEGATIVES.glob("*.yml"))]


def look_alikes() -> list[tuple[str, str]]:
    """The hard negatives with their classes: what is no danger is taught by its kind, not as one class."""
    return [(text, f"safe_{group.kind}") for group in negatives() for text in group.examples]


def examples() -> list[tuple[str, str]]:
    """What the classifier is taught, with the classes."""
    return load_examples((DATA / "nlu").glob("*.yml")) + look_alikes()
