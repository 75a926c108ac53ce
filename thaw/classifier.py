"""The one text classifier: a linear one over the sentence vector and word and character TF-IDF, and a vote of the nearest training
sentences, half and half, with calibrated confidence.

A text is read once, and looked at in several views: the safety screen (`thaw/safety`) asks which of all classes it is, the intent head
(`thaw/nlu`) which of the intents. Kept as one `.npz` and one `.json`, no pickle.
"""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import Mapping, NamedTuple, Optional, Sequence

import numpy as np

from thaw.files import digest_of
from thaw.holdout import is_held_out
from thaw.linear import Features, fit
from thaw.memory import give_back
from thaw.neighbours import Neighbours
from thaw.terms import Terms
from thaw.view import Calibration, Reading, View

logger = logging.getLogger(__name__)

LARGE = 300
"""Sentences of a class from which each counts less in training."""

INTENTS, ALL = "intents", "all"
"""The views: of the intent head, and of the safety screen."""
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
