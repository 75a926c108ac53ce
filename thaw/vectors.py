"""The vectors of our training sentences, read beforehand by the encoder: they come with the repository.

To read 39,000 sentences takes two minutes of two cores, more than all the rest of the training, and comes out the same each time. A
sentence that is new, or an encoder that is, is read at training as before; `python -m tools.vectors` writes the file anew.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterable, Mapping

import numpy as np

from thaw.neighbours import Whole
from thaw.settings import ROOT
from thaw.spelling import mended

VECTORS_FILE = ROOT / "thaw" / "assets" / "vectors.npz"


def _key(text: str) -> int:
    """By what the encoder reads: a change of the spelling that mends a sentence otherwise makes it a new one."""
    return int.from_bytes(hashlib.sha256(mended(text).encode()).digest()[:8], "big")


def known(texts: Iterable[str], encoder: str, file: Path = VECTORS_FILE) -> dict[str, np.ndarray]:
    """Those of the texts that were read beforehand, with their vectors, shape (384,), float32; as whole numbers move a cosine by 0.003
    at most.

    Args:
        texts: of training sentences.
        encoder: hash of the encoder's file. What another one read is not used.
        file: where the vectors are kept; nothing is known if it is not there.
    """
    if not file.exists():
        return {}
    arrays = np.load(file, allow_pickle=False)
    if str(arrays["encoder"]) != encoder:
        return {}
    rows = {key: row for row, key in enumerate(arrays["keys"].tolist())}
    found = {text: row for text in texts if (row := rows.get(_key(text))) is not None}
    some = Whole(arrays["numbers"], arrays["steps"]).some(np.array(list(found.values()), dtype=np.int64))
    return dict(zip(found, some.vectors(), strict=True))


def keep(vectors: Mapping[str, np.ndarray], encoder: str, file: Path = VECTORS_FILE) -> None:
    """Write the vectors of some texts, each of shape (384,), and the hash of the encoder that read them."""
    by_key = {_key(text): vector for text, vector in vectors.items()}
    by_key = {key: by_key[key] for key in sorted(by_key)}
    whole = Whole.of(np.vstack(list(by_key.values())))
    np.savez(file, encoder=encoder, keys=np.array(list(by_key), dtype=np.uint64), numbers=whole.numbers, steps=whole.step)
