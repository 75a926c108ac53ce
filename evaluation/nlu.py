"""What the bot understands of each line: `python -m evaluation.nlu --in F.jsonl --out P.jsonl`."""

from __future__ import annotations

from evaluation import files
from evaluation.models import Understanding


def main() -> None:
    """Read `{"id", "text"}` lines, write `{"id", "intent", "confidence", "ranking", "fallback"}` lines."""
    source, target = files.arguments("What the trained model understands, as the bot would use it, safety included.")
    rows = files.read(source)
    understanding = Understanding()
    files.write(target, ({"id": key, **understanding.read(text)} for key, text in files.texts(rows)))


if __name__ == "__main__":
    main()
