"""What the safety screen finds in each line: `python -m evaluation.screen --in F.jsonl --out P.jsonl`."""

from __future__ import annotations

from evaluation import files
from evaluation.models import load_screen


def main() -> None:
    """Read `{"id", "text"}` lines, write `{"id", "level", "intent", "flagged"}` lines."""
    source, target = files.arguments("What the safety screen finds.")
    screen = load_screen()
    found = ((key, screen(text)) for key, text in files.texts(files.read(source)))
    files.write(
        target,
        ({"id": key, "level": signal.level, "intent": signal.intent, "flagged": signal.level is not None} for key, signal in found),
    )


if __name__ == "__main__":
    main()
