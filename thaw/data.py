"""Where the data lives, and how training sentences are read."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable

from thaw.files import read_yaml
from thaw.settings import ROOT

DATA = ROOT / "data"


def load_examples(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """Read (text, intent) pairs from Rasa NLU YAML files."""
    pairs = []
    for path in sorted(paths):
        for block in read_yaml(path)["nlu"]:
            for line in block["examples"].splitlines():
                if line.startswith("- "):
                    pairs.append((line[2:].strip(), block["intent"]))
    return pairs
