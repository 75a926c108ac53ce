"""The learned half of the screen: the ten safety intents against everything else, on the shared sentence vector.

Taught on our own sentences: `data/nlu/safety.yml` against all other intents' and `data/safety/negatives.yml` (numb but safe, idioms,
third person, long past). Trained by `thaw.train`; the rules work without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Mapping, Optional

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

SURE = 0.5
"""Mass of the safety classes from which the classifier alone gives the intent's own level."""
UNSURE = 0.25
"""Mass from which it gives `ask`, for the suicidal classes. Both chosen on our own held-out messages: docs/scorecard.md."""


class Group(BaseModel):
    """Hard negatives of one kind."""

    kind: Literal["numb_but_safe", "idiom", "third_person_safe", "resolved_past", "denial", "neighbour"]
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
    """The trained classifier."""

    def __init__(self, folder: Path) -> None:
        self._classifier = LinearClassifier.load(folder)

    def suspect(self, text: str) -> Suspicion:
        """What is suspected of a text. The vector comes from the encoder's cache if the message was read before.

        Raises:
            EncoderUnavailable: the encoder is not loaded.
        """
        verdict = self._classifier.classify(text, encoder().encode(text))
        return judged(dict(zip(self._classifier.classes, verdict.probabilities, strict=True)))


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
