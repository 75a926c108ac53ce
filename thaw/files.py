"""How files are read: large ones and other packages' without leaving their size in memory, YAML without waiting for it."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

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


def read_yaml(path: Path) -> Any:
    """What a YAML file holds. libyaml reads it in a tenth of the time that Python takes, which is nearly two seconds of the start.

    Raises:
        OSError: it is not there.
        yaml.YAMLError: it is broken; the message says where.
    """
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
