"""The learned half of the screen: the ten safety intents against everything else, on the shared sentence vector.

Taught on our own sentences: `data/nlu/safety.yml` against all other intents' and `data/safety/negatives.yml` (numb but safe, idioms,
third person, long past). Trained by `thaw.train`; the rules work without it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, Mapping, Optional

import numpy as np
import yaml
from pydantic import BaseModel, Extra, Field

from thaw.data import DATA
from thaw.encoder import encoder
from thaw.linear import LinearClassifier, Options, load_examples
from thaw.safety.levels import LEVELS, Level, Suspicion

NEGATIVES_FILE = DATA / "safety" / "negatives.yml"
SAFE = "safe"
"""The class of everything that is no danger."""
SUICIDE = ("crisis_imminent", "crisis_ideation", "crisis_passive", "self_harm")
NEGATIVE_WEIGHT = 2.0
"""Weight of a hard negative in training: there are few of them for the many ways of being numb and safe."""
OPTIONS = Options(regularisation=10.0, word_features=8000, character_features=12000, iterations=60)

LONG = 20
"""Words from which a message is also read sentence by sentence."""
FEWEST, MOST = 3, 16
"""Words of a sentence worth reading alone, and how many sentences are read: 3 ms each."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")

SURE = 0.5
"""Mass of the safety classes from which the classifier alone gives the intent's own level."""
UNSURE = 0.25
"""Mass from which it gives `ask`, for the suicidal classes. Both chosen on our own held-out messages: docs/scorecard.md."""


class Group(BaseModel):
    """Hard negatives of one kind."""

    kind: Literal["numb_but_safe", "idiom", "third_person_safe", "resolved_past", "denial", "neighbour", "comment", "distress"]
    examples: list[str] = Field(min_items=1)

    class Config:
        extra = Extra.forbid


class NegativesFile(BaseModel):
    """The whole file."""

    version: Literal[1]
    groups: list[Group]

    class Config:
        extra = Extra.forbid


def negatives() -> NegativesFile:
    """The hard negatives."""
    return NegativesFile.parse_obj(yaml.safe_load(NEGATIVES_FILE.read_text(encoding="utf-8")))


def examples() -> tuple[list[str], list[str], list[float]]:
    """What the classifier is taught: texts, classes, weights."""
    texts, labels, weights = [], [], []
    for text, intent in load_examples((DATA / "nlu").glob("*.yml")):
        texts.append(text)
        labels.append(intent if intent in LEVELS else SAFE)
        weights.append(1.0)
    for group in negatives().groups:
        texts += group.examples
        labels += [SAFE] * len(group.examples)
        weights += [NEGATIVE_WEIGHT] * len(group.examples)
    return texts, labels, weights


def train(folder: Path) -> None:
    """Teach the classifier and write it into `folder`."""
    texts, labels, weights = examples()
    classifier = LinearClassifier(OPTIONS)
    classifier.train(texts, labels, encoder().encode_all(texts), weights)
    classifier.save(folder)


class SafetyClassifier:
    """The trained classifier.

    A message of several sentences is read as a whole and sentence by sentence, and judged by the mean of the whole and the gravest
    sentence: a danger said in passing would drown in the whole, a sentence alone lacks what makes it harmless.
    """

    def __init__(self, folder: Path) -> None:
        self._classifier = LinearClassifier.load(folder)

    def suspect(self, text: str) -> Suspicion:
        """What is suspected of a text. The vector comes from the encoder's cache if the message was read before.

        Raises:
            EncoderUnavailable: the encoder is not loaded.
        """
        whole = self._probabilities(text, encoder().encode(text))
        parts = sentences(text)
        if not parts:
            return judged(whole)
        gravest = min((self._probabilities(part, encoder().vector(part)) for part in parts), key=lambda found: found[SAFE])
        return judged({name: (whole[name] + gravest[name]) / 2 for name in whole})

    def _probabilities(self, text: str, vector: np.ndarray) -> dict[str, float]:
        verdict = self._classifier.classify(text, vector)
        return dict(zip(self._classifier.classes, verdict.probabilities.tolist(), strict=True))


def sentences(text: str) -> list[str]:
    """The sentences of a text of several; none of a text that is short or only one sentence."""
    if len(text.split()) < LONG:
        return []
    found = [part for part in _SENTENCE_END.split(text) if len(part.split()) >= FEWEST]
    return found[:MOST] if len(found) > 1 else []


def judged(probabilities: Mapping[str, float]) -> Suspicion:
    """Level and intent from the class probabilities."""
    mass = 1.0 - probabilities[SAFE]
    intent = max(LEVELS, key=lambda name: probabilities[name])
    if mass >= SURE:
        level: Optional[Level] = LEVELS[intent]
        suicidal = sum(probabilities[name] for name in SUICIDE)
        if level == "urgent" and intent in SUICIDE and probabilities[intent] < 0.5 * suicidal:
            level = "support"
        return Suspicion(intent, level, mass)
    if mass >= UNSURE and intent in SUICIDE:
        return Suspicion("crisis_passive", "ask", mass)
    return Suspicion(intent, None, mass)
