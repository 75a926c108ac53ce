"""The classifier asked which of some classes a text is, as though there were no others: its scores, a vote of the nearest training
sentences, half and half, and how far the answer may be trusted.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple, Optional, Sequence

import numpy as np

from thaw.linear import softmax
from thaw.neighbours import Comparison

NEIGHBOURS = 3
"""Nearest training sentences whose mean cosine enters the trust in an answer."""

VOTERS = 20
"""Nearest training sentences that vote on the class."""
VOTE_TEMPERATURE = 0.05
"""Difference of cosines by which a voter counts e times less."""
VOTE_SHARE = 0.5
"""Weight of the vote beside the linear classifier (measured on held-out messages of a third hand: right intent .765 without, .810 the
vote alone, .830 both)."""
FAINT = 1e-6
"""Sum of votes below which nothing taught is near at all (cosines under about .3), and the linear classifier stands alone."""
EVEN_SIZE = 150
"""Sentences of a class beyond which its votes count less, by the square root: large classes would have a voter near everything."""
CALIBRATED = 1000
"""About how many held-out texts set the threshold of trust: one of a few hundred would do."""


class Reading(NamedTuple):
    """A text read: its scores by class, shape (classes,), and how near it is to the training sentences."""

    logits: np.ndarray
    compared: Comparison


class Verdict(NamedTuple):
    """What a view says of a text: probabilities by class, and how far it may be trusted (about -1 to 2)."""

    probabilities: np.ndarray
    trust: float


class Calibration(NamedTuple):
    """What is set on held-out sentences: the temperature of the probabilities, and the trust below which an answer should not be
    acted on.
    """

    temperature: float
    threshold: float


class View:
    """The classifier asked which of some classes a text is, as though there were no others."""

    def __init__(self, classes: Sequence[str], every: Sequence[str], target: np.ndarray, outside: str) -> None:
        """Look at `classes` of `every` class; `target` is the class of each training sentence, as a number."""
        self.classes = list(classes)
        self._columns = np.array([every.index(name) for name in classes])
        renamed = np.full(len(every), -1, dtype=np.int16)
        renamed[self._columns] = np.arange(len(classes))
        self._target = renamed[target]
        """The class of each training sentence in this view, -1 for those that it does not know."""
        self._every = _Among(self._target >= 0)
        sizes = np.bincount(self._target[self._target >= 0], minlength=len(classes))
        self._of_a_vote = np.sqrt(EVEN_SIZE / np.maximum(sizes, 1))
        self._outside = self.classes.index(outside) if outside in self.classes else None
        self._groups: dict[tuple[str, ...], _Among] = {}
        self.calibration = Calibration(1.0, 0.0)

    @property
    def threshold(self) -> float:
        """Trust below which an answer should not be acted on."""
        return self.calibration.threshold

    def classify(self, reading: Reading, prior: Optional[np.ndarray] = None) -> Verdict:
        """What the text is.

        Args:
            reading: of the text.
            prior: how likely each class is beside what the text says, shape (classes,): the probabilities are multiplied with it.
        """
        probabilities = self.probabilities(reading)
        if prior is not None:
            probabilities = probabilities * prior / (probabilities @ prior)
        return Verdict(probabilities, self._trust(probabilities, reading))

    def probabilities(self, reading: Reading) -> np.ndarray:
        """Probabilities by class, shape (classes,)."""
        linear = softmax(reading.logits[self._columns] / self.calibration.temperature)
        return self._with_votes(linear, reading)

    def nearness(self, reading: Reading, *groups: tuple[str, ...]) -> list[float]:
        """Mean cosine of a text and the `NEIGHBOURS` nearest training sentences, for each group of classes."""
        return [self._near(reading, group) for group in groups]

    def calibrate(self, logits: np.ndarray, cosines: np.ndarray, labels: np.ndarray, in_scope_kept: float) -> None:
        """Set temperature and threshold.

        Args:
            logits: of n held-out texts, shape (n, every class).
            cosines: theirs with every training sentence, shape (n, sentences).
            labels: the class of each, by its number among every class; those of other classes are left out.
            in_scope_kept: share of the texts of known classes that the threshold lets through.
        """
        among = np.flatnonzero(np.isin(labels, self._columns))
        right = np.searchsorted(self._columns, labels[among])
        inner = logits[np.ix_(among, self._columns)]
        temperatures = np.linspace(0.3, 3.0, 55)
        losses = [-np.log(softmax(inner / each)[np.arange(len(among)), right] + 1e-9).mean() for each in temperatures]
        self.calibration = Calibration(float(temperatures[int(np.argmin(losses))]), 0.0)
        inside = np.flatnonzero(right != (-1 if self._outside is None else self._outside))
        some = inside[:: max(1, len(inside) // CALIBRATED)]
        trusts = [self.classify(Reading(logits[row], Comparison.of_all(cosines[row]))).trust for row in among[some]]
        self.calibration = self.calibration._replace(threshold=float(np.quantile(trusts, 1 - in_scope_kept)))

    def _with_votes(self, linear: np.ndarray, reading: Reading) -> np.ndarray:
        """The linear probabilities and the votes of the nearest training sentences."""
        voters, cosines = self._every.nearest(reading.compared, VOTERS)
        voted = self._target[voters]
        counted = np.exp((cosines - 1) / VOTE_TEMPERATURE) * self._of_a_vote[voted]
        votes = np.bincount(voted, counted, minlength=len(linear))
        total = votes.sum()
        share = VOTE_SHARE if total > FAINT else 0.0
        return np.asarray((1 - share) * linear + share * votes / max(total, FAINT))

    def _trust(self, probabilities: np.ndarray, reading: Reading) -> float:
        """How far the answer may be trusted: the probability of not being outside, plus how much nearer the text is to sentences of
        the class found than to those outside. Without a class `outside`: the probability found, plus that nearness.
        """
        found = int(probabilities.argmax())
        near = self._near(reading, (self.classes[found],))
        if self._outside is None:
            return float(probabilities[found] + near)
        return float(1 - probabilities[self._outside] + near - self._near(reading, (self.classes[self._outside],)))

    def _near(self, reading: Reading, group: tuple[str, ...]) -> float:
        """Mean cosine of a text and the `NEIGHBOURS` nearest training sentences of some classes."""
        if group not in self._groups:
            self._groups[group] = _Among(np.isin(self._target, [self.classes.index(name) for name in group]))
        _, cosines = self._groups[group].nearest(reading.compared, NEIGHBOURS)
        return float(cosines.sum()) / len(cosines) if len(cosines) else 0.0


class _Among:
    """Some of the training sentences: `is_in` marks them, shape (sentences,)."""

    def __init__(self, is_in: np.ndarray) -> None:
        self._is_in = is_in

    @cached_property
    def _places(self) -> np.ndarray:
        return np.flatnonzero(self._is_in).astype(np.int32)

    def nearest(self, compared: Comparison, count: int) -> tuple[np.ndarray, np.ndarray]:
        """The places of the `count` of them that are nearest to a text, and their cosines with it."""
        found = np.flatnonzero(self._is_in[compared.nearest])[:count]
        if len(found) == count or not len(self._places):
            return compared.nearest[found], compared.cosines[found]
        # Hardly any of them is among the nearest.
        cosines = compared.with_others(self._places)
        near = np.argpartition(cosines, -min(count, len(cosines)))[-count:]
        return self._places[near], cosines[near]
