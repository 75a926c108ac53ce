"""Large files and other packages' files, read without leaving their size in memory."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

BLOCK = 1 << 18
"""Bytes read at once. Once a block of many megabytes was freed, the C library keeps as much for the next: 30 MB of nothing."""


def digest_of(*paths: Path) -> str:
    """SHA-256 of the files' contents, one after the other.

    Raises:
        OSError: one is not there.
    """
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb", buffering=0) as opened:
            while block := opened.read(BLOCK):
                digest.update(block)
    return digest.hexdigest()


def package(name: str) -> Path:
    """The folder of an installed package whose files are used, found without importing it."""
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed. Run 'make setup'.")
    return Path(found.origin).parent
