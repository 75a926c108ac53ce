"""The learned half of the screen: the ten safety intents against everything else, on the shared sentence vector.

Taught on our own sentences: `data/nlu/safety.yml` against all other intents' and `data/safety/negatives.yml` (numb but safe, idioms,
third person, long past). Trained by `thaw.train`; the rules work without it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, Mapping, NamedTuple

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

OBVIOUS, CERTAIN = 0.8, 0.5
"""Mass of the dangers from which explicit thoughts are answered as such, and from which a suicidal message is at least asked about,
whatever it is near to."""
SURE, SURE_OF_ANOTHER = 0.35, 0.45
"""Mass from which the classifier alone gives an intent's own level: a suicidal one (if it is near enough), another danger."""
UNSURE = 0.15
"""Mass from which it gives `ask`, for the suicidal classes, if the message is near enough to sentences of suicide."""
NEAR_EXPLICIT, NEAR = -0.03, -0.05
"""How much nearer to them than to harmless sentences is near enough, for explicit thoughts and for asking (difference of the mean
cosines of three neighbours)."""
EXPLICIT = ("crisis_imminent", "crisis_ideation", "self_harm")
WEIGHT_OF_PASSIVE = 0.6
"""Explicit thoughts are answered as such when they are at least this likely, as against a passive wish to be gone.

These were chosen on our own held-out messages and looked at on the public development half: docs/scorecard.md.
"""


class Reading(NamedTuple):
    """A text read: probabilities by class, and its sentence vector, shape (384,)."""

    probabilities: dict[str, float]
    vector: np.ndarray


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
        readings = [self._read(text, encoder().encode(text))]
        parts = [self._read(part, encoder().vector(part)) for part in sentences(text)]
        if parts:
            readings.append(min(parts, key=lambda reading: reading.probabilities[SAFE]))
        found = {name: sum(each.probabilities[name] for each in readings) / len(readings) for name in readings[0].probabilities}
        if not UNSURE <= 1.0 - found[SAFE] < OBVIOUS:
            return judged(found)
        return judged(found, sum(self._nearer(each.vector) for each in readings) / len(readings))

    def _read(self, text: str, vector: np.ndarray) -> Reading:
        probabilities = self._classifier.probabilities(text, vector)
        return Reading(dict(zip(self._classifier.classes, probabilities.tolist(), strict=True)), vector)

    def _nearer(self, vector: np.ndarray) -> float:
        suicide, safe = self._classifier.nearness(vector, SUICIDE, (SAFE,))
        return suicide - safe


def sentences(text: str) -> list[str]:
    """The sentences of a text of several; none of a text that is short or only one sentence."""
    if len(text.split()) < LONG:
        return []
    found = [part for part in _SENTENCE_END.split(text) if len(part.split()) >= FEWEST]
    return found[:MOST] if len(found) > 1 else []


def judged(probabilities: Mapping[str, float], nearer: float = 0.0) -> Suspicion:
    """Level and intent from the class probabilities.

    Args:
        probabilities: of the ten dangers and of `SAFE`.
        nearer: how much nearer the message is to sentences of suicide than to harmless ones (difference of cosines); asked for
            between `UNSURE` and `OBVIOUS` only.
    """
    mass = 1.0 - probabilities[SAFE]
    intent = max(LEVELS, key=lambda name: probabilities[name])
    if mass >= SURE_OF_ANOTHER and intent not in SUICIDE:
        return Suspicion(intent, LEVELS[intent], mass)
    if intent in SUICIDE:
        explicit = sum(probabilities[name] for name in EXPLICIT)
        is_told = mass >= SURE and explicit >= WEIGHT_OF_PASSIVE * probabilities["crisis_passive"]
        if is_told and (mass >= OBVIOUS or nearer > NEAR_EXPLICIT):
            return _explicit(probabilities, mass)
        if mass >= CERTAIN or (mass >= UNSURE and nearer > NEAR):
            return Suspicion("crisis_passive", "ask", mass)
    return Suspicion(intent, None, mass)


def _explicit(probabilities: Mapping[str, float], mass: float) -> Suspicion:
    intent = max(EXPLICIT, key=lambda name: probabilities[name])
    level: Level = LEVELS[intent]
    if level == "urgent" and probabilities[intent] < 0.5 * sum(probabilities[name] for name in SUICIDE):
        level = "support"
    return Suspicion(intent, level, mass)
