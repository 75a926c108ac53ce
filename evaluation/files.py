"""JSONL in, JSONL out."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Iterable, Iterator


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file, empty lines left out."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows as JSONL."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def arguments(description: str) -> tuple[Path, Path]:
    """The files named on the command line by `--in` and `--out`."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--in", dest="source", type=Path, required=True, help='JSONL with lines {"id", "text"}')
    parser.add_argument("--out", dest="target", type=Path, required=True, help="JSONL to write")
    given = parser.parse_args()
    return given.source, given.target


def texts(rows: list[dict[str, Any]]) -> Iterator[tuple[Any, str]]:
    """Id and text of each row."""
    for row in rows:
        yield row["id"], str(row["text"])
