"""The learned half of reading an answer to a question about risk: what the rules (`reply.py`) can't read is compared with answers that
people gave in their own words.

It only adds: what the rules read stands, and without the encoder they go on alone. A yes of its is a doubt ("sometimes"), which is met as a
yes is; a no of its takes more than a yes, and takes nothing back that was heard of danger in the same words.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal, Mapping, Optional

from pydantic import BaseModel, Extra, Field

from thaw.classifier import Options, TextClassifier, shared
from thaw.data import DATA
from thaw.encoder import encoder
from thaw.files import read_yaml

logger = logging.getLogger(__name__)

FILE = DATA / "safety" / "answers.yml"
OPTIONS = Options(word_features=2000, character_features=4000, iterations=30, in_scope_kept=1.0, outside="")
Learned = Literal["unsure", "no", "perhaps"]
"""What is read: a "perhaps" is half a yes of which it is not sure."""
AsksFor = Literal["thoughts", "plan"]
QUESTIONS: Mapping[str, AsksFor] = {"thoughts": "thoughts", "now": "thoughts", "plan": "plan"}
"""Which question the answers were given to, by what waits for one."""
PERHAPS, SURE_OF_YES, SURE_OF_NO = 0.4, 0.65, 0.85
"""Probabilities from which an answer is read. Of 1,592 answers that were not taught, in five parts: of those that mean yes 64 in 100 are
read so and 0.7 as a no, of those that mean no 46 are read so and 2.9 as a yes, of those that mean neither 6 as one of both."""


class Answers(BaseModel):
    """What people answer to one question, by what it means."""

    yes: list[str] = Field(min_items=1)
    no: list[str] = Field(min_items=1)
    neither: list[str] = Field(min_items=1)

    class Config:
        extra = Extra.forbid


class AnswerFile(BaseModel):
    """The whole file."""

    version: Literal[1]
    thoughts: Answers
    plan: Answers

    class Config:
        extra = Extra.forbid


def examples(file: Path = FILE) -> list[tuple[str, str]]:
    """What is taught, with the classes: the question and what the answer means, as in "plan_no"."""
    whole = AnswerFile.parse_obj(read_yaml(file))
    return [
        (text, f"{question}_{meant}")
        for question, answers in (("thoughts", whole.thoughts), ("plan", whole.plan))
        for meant, texts in answers.dict().items()
        for text in texts
    ]


def train(folder: Path, taught: Optional[list[tuple[str, str]]] = None) -> None:
    """Fit on the answers, and keep what was learned in `folder`."""
    texts, labels = zip(*(taught or examples()), strict=True)
    classifier = TextClassifier(OPTIONS)
    views = {question: sorted({label for label in labels if label.startswith(question)}) for question in ("thoughts", "plan")}
    classifier.train(texts, labels, encoder().encode_all(list(texts)), views)
    classifier.save(folder)


class LearnedReply:
    """Reads answers once it was taught; until then, and where that fails, it reads none."""

    def __init__(self, folder: Optional[Path] = None) -> None:
        self._classifier: Optional[TextClassifier] = shared(folder) if folder else None

    def attach(self, folder: Path) -> None:
        """Go by what `train` kept in `folder`."""
        self._classifier = shared(folder)

    @property
    def degraded(self) -> bool:
        """Whether nothing was learned: the rules read answers alone."""
        return self._classifier is None

    def __call__(self, text: str, pending: Optional[str]) -> Optional[Learned]:
        """What a text answers to the question that waits, or None. Never raises on any text."""
        question = QUESTIONS.get(pending or "")
        if question is None or self._classifier is None:
            return None
        try:
            found = self.probabilities(text, question)
        except Exception as error:  # the rules' reading must not be lost with it
            logger.error("An answer could not be compared with those that were taught; the rules go on alone.", exc_info=error)
            return None
        if found["yes"] >= SURE_OF_YES:
            return "unsure"
        if found["no"] >= SURE_OF_NO:
            return "no"
        return "perhaps" if found["yes"] >= PERHAPS else None

    def probabilities(self, text: str, question: AsksFor) -> dict[str, float]:
        """How likely it is a yes, a no, or neither."""
        assert self._classifier
        view = self._classifier.view(question)
        reading = self._classifier.read(text, encoder().encode(text))
        named = zip(view.classes, view.probabilities(reading).tolist(), strict=True)
        return {name.partition("_")[2]: probability for name, probability in named}


def reads_none(text: str, pending: Optional[str]) -> Optional[Learned]:
    """Where nothing was learned."""
    return None
