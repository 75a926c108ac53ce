"""The one text classifier: a linear one over the sentence vector and word and character TF-IDF, and a vote of the nearest training
sentences, half and half, with calibrated confidence.

A text is read once, and looked at in several views: the safety screen (`thaw/safety`) asks which of all classes it is, the intent head
(`thaw/nlu`) which of the intents. Kept as one `.npz` and one `.json`, no pickle.
"""

from __future__ import annotations

import json
import logging
import threading
from functools import cached_property
from pathlib import Path
from typing import Mapping, NamedTuple, Optional, Sequence

import numpy as np

from thaw.files import digest_of
from thaw.holdout import is_held_out
from thaw.linear import Features, fit, softmax
from thaw.memory import give_back
from thaw.neighbours import Comparison, Neighbours
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
LARGE = 300
"""Sentences of a class from which each counts less in training."""

INTENTS, ALL = "intents", "all"
"""The views: of the intent head, and of the safety screen."""
CALIBRATED = 1000
"""About how many held-out texts set the threshold of trust: one of a few hundred would do."""
READ = 64
"""Texts whose reading is remembered, 20 KB each: the screen reads a message, and the intent head finds it read."""


FILES = ("classifier.npz", "classifier.json")
"""What a classifier is kept in."""


class Options(NamedTuple):
    """What can be set of a classifier.

    `outside` is the class of texts that are about none of the others (there need not be one), `in_scope_kept` the share of the other
    texts that the threshold of trust lets through.
    """

    regularisation: float = 10.0
    word_features: int = 8000
    character_features: int = 12000
    iterations: int = 15
    in_scope_kept: float = 0.925
    outside: str = "out_of_scope"


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


class TextClassifier:
    """Logistic regression over [sentence vector, 0.5 × TF-IDF of words and characters], and the training sentences' vectors."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.classes: list[str] = []
        self._views: dict[str, View] = {}
        self._read: dict[str, Reading] = {}

    def train(self, texts: Sequence[str], labels: Sequence[str], vectors: np.ndarray, views: Mapping[str, Sequence[str]]) -> None:
        """Fit.

        Args:
            texts: n texts.
            labels: their classes.
            vectors: their sentence vectors, shape (n, 384).
            views: classes of each view, by the view's name.
        """
        self.classes = sorted(set(labels))
        self._target = np.array([self.classes.index(label) for label in labels], dtype=np.int16)
        sizes = np.bincount(self._target)
        weights = np.sqrt(np.minimum(1.0, LARGE / sizes[self._target]))
        self._terms, terms = Terms.taught(texts, self.options.word_features, self.options.character_features)
        features = Features(vectors.astype(np.float32), terms)
        unseen = np.array([is_held_out(text) for text in texts])
        kept, held = np.flatnonzero(~unseen), np.flatnonzero(unseen)
        logger.info("Fitting on %d sentences of %d classes, calibrating on %d.", len(kept), len(self.classes), len(held))
        options = self.options
        first = fit(features.rows(kept), self._target[kept], weights[kept], options.regularisation, options.iterations)
        self._calibrate(views, features, first, kept, held)
        logger.info("Fitting on all %d sentences.", len(texts))
        # From a fit on most of the sentences, a third of the iterations does.
        self._keep(fit(features, self._target, weights, options.regularisation, options.iterations // 3, first), vectors.shape[1])
        self._known = Neighbours.of(vectors)

    def view(self, name: str) -> View:
        """A view, by the name it was given at training."""
        return self._views[name]

    def read(self, text: str, vector: np.ndarray) -> Reading:
        """Read a text, given its sentence vector of shape (384,); remembered until it is forgotten."""
        key = text.strip()
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = self.read_all([text], vector[None, :])[0]
            if len(self._read) > READ:
                # The oldest; another thread may have been quicker.
                self._read.pop(next(iter(self._read), ""), None)
        return found

    def read_all(self, texts: Sequence[str], vectors: np.ndarray) -> list[Reading]:
        """Read k texts, given their sentence vectors of shape (k, 384), and remember none."""
        logits = vectors @ self._of_vector + self._of_terms[-1].astype(np.float32)
        for row, text in enumerate(texts):
            columns, weights = self._terms.of(text)
            logits[row] += weights @ self._of_terms[columns].astype(np.float32)
        return [Reading(scores, self._known.compare(vector)) for scores, vector in zip(logits, vectors, strict=True)]

    def forget(self, text: str) -> None:
        """Keep nothing of a text."""
        self._read.pop(text.strip(), None)

    def save(self, folder: Path) -> None:
        """Write the classifier into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        known_words, known_characters = self._terms.in_order()
        word_rarity, character_rarity = self._terms.rarities()
        np.savez(
            folder / FILES[0],
            coefficients=np.vstack([self._of_vector.astype(np.float16), self._of_terms]),
            **self._known.arrays(),
            target=self._target,
            word_rarity=word_rarity,
            character_rarity=character_rarity,
        )
        described = {
            "options": self.options._asdict(),
            "classes": self.classes,
            "views": {name: {"classes": view.classes, **view.calibration._asdict()} for name, view in self._views.items()},
            "words": known_words,
            "characters": known_characters,
        }
        (folder / FILES[1]).write_text(json.dumps(described), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> TextClassifier:
        """Read a classifier that `save` wrote."""
        described = json.loads((folder / FILES[1]).read_text(encoding="utf-8"))
        arrays = np.load(folder / FILES[0], allow_pickle=False)
        self = cls(Options(**described["options"]))
        self.classes = described["classes"]
        self._keep(arrays["coefficients"], arrays["directions"].shape[0])
        self._known = Neighbours.restored(arrays)
        self._target = arrays["target"]
        self._terms = Terms.restored(described["words"], described["characters"], arrays["word_rarity"], arrays["character_rarity"])
        for name, view in described["views"].items():
            self._views[name] = View(view["classes"], self.classes, self._target, self.options.outside)
            self._views[name].calibration = Calibration(view["temperature"], view["threshold"])
        return self

    def _keep(self, coefficients: np.ndarray, width: int) -> None:
        """Keep the coefficients: those of the terms in half precision, as few of them are looked at for a text."""
        halves = coefficients.astype(np.float16)
        self._of_vector, self._of_terms = halves[:width].astype(np.float32), halves[width:].copy()

    def _calibrate(
        self, views: Mapping[str, Sequence[str]], features: Features, fitted: np.ndarray, kept: np.ndarray, held: np.ndarray
    ) -> None:
        """Set each view's temperature and threshold on the sentences that neither this fit nor the encoder's fine-tuning has seen."""
        logits = features.rows(held).logits(fitted)
        cosines = features.dense[held] @ features.dense[kept].T
        for name, classes in views.items():
            among_kept = View(sorted(classes), self.classes, self._target[kept], self.options.outside)
            among_kept.calibrate(logits, cosines, self._target[held], self.options.in_scope_kept)
            self._views[name] = View(sorted(classes), self.classes, self._target, self.options.outside)
            self._views[name].calibration = among_kept.calibration


_loading = threading.Lock()
_loaded: dict[str, TextClassifier] = {}


def shared(folder: Path) -> TextClassifier:
    """The classifier kept in `folder`: loaded once in this process, wherever else the same one is kept.

    Raises:
        OSError: it is not there.
        ValueError: it is not whole.
    """
    digest = digest_of(*(folder / name for name in FILES))
    with _loading:
        if digest not in _loaded:
            _loaded[digest] = TextClassifier.load(folder)
            give_back()
        return _loaded[digest]


def forget(*texts: Optional[str]) -> None:
    """Keep nothing of some texts."""
    for classifier in list(_loaded.values()):
        for text in texts:
            classifier.forget(text or "")
