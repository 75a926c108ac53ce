"""Word and character terms of a text, weighted by TF-IDF: what the linear classifier reads beside the sentence vector."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import Callable, Mapping, NamedTuple, Sequence

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from thaw.english import english
from thaw.spelling import mended

SPARSE_WEIGHT = 0.5
"""Weight of the terms beside the sentence vector (measured on CLINC150: .980 against .975 without)."""

_tokenizer = english().tokenizer


def words(text: str) -> list[str]:
    """The words of a text as spaCy cuts them, lower case, without white space."""
    return [token.lower_ for token in _tokenizer(text.replace("’", "'")) if not token.is_space]


class Block(NamedTuple):
    """One kind of terms: how a text is cut into them, the column of each, and how rare each is, shape (terms,)."""

    cut: Callable[[str], list[str]]
    known: Mapping[str, int]
    rarity: np.ndarray

    def of(self, read: str) -> tuple[np.ndarray, np.ndarray]:
        """Columns and weights of a text's terms, the weights of length 1 together: what scikit-learn's TF-IDF makes of one text."""
        counts = Counter(self.known[term] for term in self.cut(read) if term in self.known)
        columns = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
        weights = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * self.rarity[columns]
        return columns, weights / max(sqrt(weights @ weights), 1e-12)


class Terms:
    """One or two words in a row, and two to four characters in a row, the most frequent of each; slips are mended first."""

    def __init__(self, words: Block, characters: Block) -> None:
        self._blocks = (words, characters)

    @classmethod
    def taught(cls, texts: Sequence[str], most_words: int, most_characters: int) -> tuple[Terms, sparse.csr_matrix]:
        """Learn which terms there are and how rare each is; returns also the weighted terms of the n texts, shape (n, terms)."""
        read = [mended(text) for text in texts]
        vectorizers = [TfidfVectorizer(**_WORDS, max_features=most_words), TfidfVectorizer(**_CHARACTERS, max_features=most_characters)]
        found = [SPARSE_WEIGHT * vectorizer.fit_transform(read) for vectorizer in vectorizers]
        blocks = [Block(each.build_analyzer(), each.vocabulary_, each.idf_.astype(np.float32)) for each in vectorizers]
        return cls(*blocks), sparse.hstack(found, format="csr", dtype=np.float32)

    @classmethod
    def restored(cls, words: list[str], characters: list[str], word_rarity: np.ndarray, character_rarity: np.ndarray) -> Terms:
        """The terms that `in_order` and `rarities` told of."""
        blocks = [
            Block(TfidfVectorizer(**kind).build_analyzer(), {term: column for column, term in enumerate(terms)}, rarity)
            for kind, terms, rarity in ((_WORDS, words, word_rarity), (_CHARACTERS, characters, character_rarity))
        ]
        return cls(*blocks)

    def in_order(self) -> tuple[list[str], ...]:
        """The terms of each kind in the order of their columns."""
        return tuple(sorted(block.known, key=block.known.__getitem__) for block in self._blocks)

    def rarities(self) -> tuple[np.ndarray, ...]:
        """How rare the terms of each kind are, in the order of their columns."""
        return tuple(block.rarity for block in self._blocks)

    def of(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """Columns and weights of one text's terms: a row of the matrix that `taught` makes, in a fifth of scikit-learn's time."""
        read = mended(text)
        words, characters = (block.of(read) for block in self._blocks)
        columns = np.concatenate([words[0], characters[0] + len(self._blocks[0].known)])
        return columns, SPARSE_WEIGHT * np.concatenate([words[1], characters[1]])


_COMMON = {"sublinear_tf": True, "dtype": np.float32}
_WORDS = {"tokenizer": words, "token_pattern": None, "lowercase": False, "ngram_range": (1, 2), **_COMMON}
_CHARACTERS = {"analyzer": "char_wb", "ngram_range": (2, 4), **_COMMON}
