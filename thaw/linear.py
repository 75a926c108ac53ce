"""A text classifier: a linear one over the sentence vector and word and character TF-IDF, and a vote of the nearest training sentences,
half and half, with calibrated confidence.

Shared by the intent head (`thaw/nlu`) and the safety screen (`thaw/safety`). Kept as one `.npz` and one `.json`, no pickle.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import NamedTuple, Optional, Sequence

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from thaw.holdout import is_held_out
from thaw.neighbours import Neighbours
from thaw.terms import Terms

logger = logging.getLogger(__name__)

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

CHUNK = 256
"""Sentences compared with all others at once in training."""


class Options(NamedTuple):
    """What can be set of a classifier.

    `outside` is the class of texts that are about none of the others (there need not be one), `in_scope_kept` the share of the other
    texts that the threshold of trust lets through.
    """

    regularisation: float = 10.0
    word_features: int = 8000
    character_features: int = 12000
    iterations: int = 40
    in_scope_kept: float = 0.925
    outside: str = "out_of_scope"


class Features(NamedTuple):
    """What is read of n texts: sentence vectors, shape (n, 384), and weighted TF-IDF terms, shape (n, terms), sparse."""

    dense: np.ndarray
    terms: sparse.csr_matrix

    def rows(self, index: np.ndarray) -> Features:
        """Some of the rows."""
        return Features(self.dense[index], self.terms[index])

    def logits(self, coefficients: np.ndarray) -> np.ndarray:
        """Scores by class, shape (n, classes)."""
        width = self.dense.shape[1]
        return np.asarray(self.dense @ coefficients[:width] + self.terms @ coefficients[width:-1] + coefficients[-1])


class Verdict(NamedTuple):
    """What the classifier says of a text: probabilities by class, and how far it may be trusted (about -1 to 2)."""

    probabilities: np.ndarray
    trust: float


class LinearClassifier:
    """Logistic regression over [sentence vector, 0.5 × TF-IDF of words and characters]."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.classes: list[str] = []
        self._rows: dict[tuple[str, ...], np.ndarray] = {}
        self.threshold = 0.0
        """Trust below which an answer should not be acted on; set on held-out sentences at training."""

    def train(self, texts: Sequence[str], labels: Sequence[str], vectors: np.ndarray, weights: Sequence[float] | None = None) -> None:
        """Fit.

        Args:
            texts: n texts.
            labels: their classes.
            vectors: their sentence vectors, shape (n, 384).
            weights: weight of each text, 1 by default.
        """
        self.classes = sorted(set(labels))
        target = np.array([self.classes.index(label) for label in labels])
        sample_weight = np.ones(len(texts)) if weights is None else np.asarray(weights, dtype=float)
        self._terms, terms = Terms.taught(texts, self.options.word_features, self.options.character_features)
        features = Features(vectors.astype(np.float32), terms)
        start = self._calibrate(texts, features, target, vectors, sample_weight)
        logger.info("Fitting on all %d sentences of %d classes.", len(texts), len(self.classes))
        self._coefficients = self._fit(features, target, sample_weight, start, self.options.iterations // 3)
        self._known, self._target = Neighbours.of(vectors), target

    def classify(self, text: str, vector: np.ndarray) -> Verdict:
        """Classify one text, given its sentence vector of shape (384,)."""
        cosines = self.cosines(vector[None, :])
        probabilities = self.probabilities([text], vector[None, :], cosines)
        found = self.classes[int(probabilities[0].argmax())]
        asked = [(found,)] + ([(self.options.outside,)] if self.options.outside in self.classes else [])
        near = np.array(self.nearness(cosines[0], *asked))[:, None]
        return Verdict(probabilities[0], float(self._trust(probabilities, *near)[0]))

    def cosines(self, vectors: np.ndarray) -> np.ndarray:
        """Cosines of k vectors, shape (k, 384), and every training sentence, shape (k, sentences)."""
        return self._known.cosines(vectors)

    def probabilities(self, texts: Sequence[str], vectors: np.ndarray, cosines: np.ndarray) -> np.ndarray:
        """Probabilities by class of k texts, shape (k, classes), given their sentence vectors and `cosines`."""
        width = vectors.shape[1]
        logits = vectors @ self._coefficients[:width] + self._coefficients[-1]
        for row, text in enumerate(texts):
            columns, weights = self._terms.of(text)
            logits[row] += weights @ self._coefficients[width + columns]
        return self._with_votes(softmax(logits / self._temperature), cosines, self._target)

    def nearness(self, cosines: np.ndarray, *groups: tuple[str, ...]) -> list[float]:
        """Mean cosine of a text and the `NEIGHBOURS` nearest training sentences, for each group of classes, given its `cosines`."""
        near = []
        for group in groups:
            of_group = cosines[self._rows_of(group)]
            count = min(NEIGHBOURS, len(of_group))
            near.append(float(np.partition(of_group, -count)[-count:].mean()))
        return near

    def _with_votes(self, linear: np.ndarray, cosines: np.ndarray, known_target: np.ndarray) -> np.ndarray:
        """The linear probabilities, shape (n, classes), and the votes of the nearest known sentences, cosines of shape (n, known)."""
        count = min(VOTERS, cosines.shape[1])
        nearest = np.argpartition(cosines, -count, axis=1)[:, -count:]
        voted = known_target[nearest]
        sizes = np.bincount(known_target, minlength=len(self.classes))
        counted = np.exp((np.take_along_axis(cosines, nearest, axis=1) - 1) / VOTE_TEMPERATURE) / np.sqrt(sizes[voted] / EVEN_SIZE)
        votes = np.zeros_like(linear)
        np.add.at(votes, (np.arange(len(linear))[:, None], voted), counted)
        total = votes.sum(axis=1, keepdims=True)
        share = np.where(total > FAINT, VOTE_SHARE, 0.0)
        return (1 - share) * linear + share * votes / np.maximum(total, FAINT)

    def _rows_of(self, group: tuple[str, ...]) -> np.ndarray:
        """Which training sentences are of the classes of `group`; remembered."""
        if group not in self._rows:
            self._rows[group] = np.flatnonzero(np.isin(self._target, [self.classes.index(name) for name in group]))
        return self._rows[group]

    def save(self, folder: Path) -> None:
        """Write the classifier into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        known_words, known_characters = self._terms.in_order()
        word_rarity, character_rarity = self._terms.rarities()
        np.savez_compressed(
            folder / "classifier.npz",
            coefficients=self._coefficients.astype(np.float16),
            **self._known.arrays(),
            target=self._target,
            word_rarity=word_rarity,
            character_rarity=character_rarity,
        )
        described = {
            "options": self.options._asdict(),
            "classes": self.classes,
            "threshold": self.threshold,
            "temperature": self._temperature,
            "words": known_words,
            "characters": known_characters,
        }
        (folder / "classifier.json").write_text(json.dumps(described), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LinearClassifier:
        """Read a classifier that `save` wrote."""
        described = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
        arrays = np.load(folder / "classifier.npz", allow_pickle=False)
        self = cls(Options(**described["options"]))
        self.classes = described["classes"]
        self.threshold = described["threshold"]
        self._temperature = described["temperature"]
        self._coefficients = arrays["coefficients"].astype(np.float32)
        self._known = Neighbours.restored(arrays)
        self._target = arrays["target"]
        self._terms = Terms.restored(described["words"], described["characters"], arrays["word_rarity"], arrays["character_rarity"])
        return self

    def _fit(
        self,
        features: Features,
        target: np.ndarray,
        weights: np.ndarray,
        start: Optional[np.ndarray] = None,
        iterations: Optional[int] = None,
    ) -> np.ndarray:
        """Multinomial logistic regression by L-BFGS; returns coefficients, shape (384 + terms + 1, classes), the last row the intercept.

        From the coefficients `start`, where those of a fit on most of the texts are known, a third of the iterations does.

        scikit-learn's takes 25 s here against 10: it turns the dense block into a sparse one.
        """
        rows, classes = len(target), len(self.classes)
        width = features.dense.shape[1]
        shape = (width + features.terms.shape[1] + 1, classes)
        transposed = features.terms.T.tocsr()
        truth = np.zeros((rows, classes), dtype=np.float32)
        truth[np.arange(rows), target] = 1.0
        weight = weights.astype(np.float32)[:, None]
        penalty = np.float32(1.0 / self.options.regularisation)

        def loss_and_gradient(flat: np.ndarray) -> tuple[float, np.ndarray]:
            now = flat.reshape(shape).astype(np.float32)
            probabilities = softmax(features.logits(now))
            loss = -(weight[:, 0] * np.log(probabilities[np.arange(rows), target] + 1e-12)).sum()
            loss += 0.5 * penalty * float((now[:-1] ** 2).sum())
            wrong = (probabilities - truth) * weight
            gradient = np.vstack([features.dense.T @ wrong, transposed @ wrong, wrong.sum(axis=0, keepdims=True)])
            gradient[:-1] += penalty * now[:-1]
            return float(loss), gradient.ravel().astype(np.float64)

        options = {"maxiter": iterations or self.options.iterations, "maxcor": 6}
        first = np.zeros(shape[0] * classes) if start is None else start.ravel().astype(np.float64)
        found = minimize(loss_and_gradient, first, jac=True, method="L-BFGS-B", options=options)
        return np.asarray(found.x, dtype=np.float32).reshape(shape)

    def _calibrate(
        self, texts: Sequence[str], features: Features, target: np.ndarray, vectors: np.ndarray, weights: np.ndarray
    ) -> np.ndarray:
        """Set temperature and threshold on the sentences that neither this fit nor the encoder's fine-tuning has seen; returns the fit."""
        unseen = np.array([is_held_out(text) for text in texts])
        kept, held = np.flatnonzero(~unseen), np.flatnonzero(unseen)
        logger.info("Calibrating on %d sentences held out of %d.", len(held), len(texts))
        fitted = self._fit(features.rows(kept), target[kept], weights[kept])
        logits = features.rows(held).logits(fitted)
        rows = np.arange(len(held))
        temperatures = np.linspace(0.3, 3.0, 55)
        losses = [-np.log(softmax(logits / t)[rows, target[held]] + 1e-9).mean() for t in temperatures]
        self._temperature = float(temperatures[int(np.argmin(losses))])
        probabilities = softmax(logits / self._temperature)
        trust = np.zeros(len(held))
        outside = self.classes.index(self.options.outside) if self.options.outside in self.classes else None
        for start in range(0, len(held), CHUNK):
            part = slice(start, start + CHUNK)
            cosines = vectors[held[part]] @ vectors[kept].T
            probabilities[part] = self._with_votes(probabilities[part], cosines, target[kept])
            found = probabilities[part].argmax(axis=1)
            asked = [found] if outside is None else [found, np.full_like(found, outside)]
            trust[part] = self._trust(probabilities[part], *(_nearness(cosines, target[kept], labels) for labels in asked))
        self.held_out_accuracy = float((probabilities.argmax(axis=1) == target[held]).mean())
        inside = np.array([self.classes[label] != self.options.outside for label in target[held]])
        self.threshold = float(np.quantile(trust[inside], 1 - self.options.in_scope_kept))
        return fitted

    def _trust(self, probabilities: np.ndarray, near: np.ndarray, near_outside: Optional[np.ndarray] = None) -> np.ndarray:
        """How far each answer may be trusted: the probability of not being outside, plus how much nearer the text is to sentences of
        the class found than to those outside. Without a class `outside`: the probability found, plus that nearness.
        """
        if near_outside is None:
            return np.asarray(probabilities.max(axis=1) + near)
        return np.asarray(1 - probabilities[:, self.classes.index(self.options.outside)] + near - near_outside)


def _nearness(cosines: np.ndarray, known_target: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Mean cosine of the `NEIGHBOURS` nearest known sentences of a class, for each row of cosines and its class."""
    near = np.zeros(len(cosines))
    for each in set(labels.tolist()):
        rows = labels == each
        of_class = cosines[np.ix_(rows, known_target == each)]
        count = min(NEIGHBOURS, of_class.shape[1])
        near[rows] = np.partition(of_class, -count, axis=1)[:, -count:].mean(axis=1) if count else 0.0
    return near


def softmax(logits: np.ndarray) -> np.ndarray:
    """Probabilities from logits, row by row."""
    exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))
