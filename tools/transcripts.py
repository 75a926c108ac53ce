"""Write twenty of the tests' conversations as they are answered now, to be read aloud: `make transcripts`, into docs/transcripts/."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "conversations")]

from script import Script, scripts  # noqa: E402
from site_client import Thaw, Visitor  # noqa: E402

FOLDER = ROOT / "docs" / "transcripts"


def transcript(visitor: Visitor, script: Script) -> str:
    """One conversation as Markdown."""
    lines = [f"# {script.title}", "", f"{script.who[:1].upper()}{script.who[1:]}." if script.who else "", ""]
    lines += _said(visitor.opening)
    for turn in script.turns:
        lines += [f"> {turn.say}" if turn.say else f"> *taps* {turn.tap}", ""]
        lines += _said(visitor.say(turn.say) if turn.say else visitor.choose(str(turn.tap)))
    return "\n".join(lines).rstrip() + "\n"


def _said(messages: list[dict[str, Any]]) -> list[str]:
    lines = []
    for message in messages:
        lines += [message["text"], ""]
        lines += [f"{number}. {step}" for number, step in enumerate(message.get("steps", []), 1)]
        lines += [f"- {line['label']}: {line['value']}" for line in message.get("summary", [])]
        services = [f"{service['name']} ({', '.join(c['label'] for c in service['contacts'])})" for service in message.get("services", [])]
        lines += [f"*{'; '.join(services)}*", ""] if services else []
        choices = [choice["label"] for choice in message.get("choices", [])]
        lines += ["", " · ".join(f"[{label}]" for label in choices), ""] if choices else []
    return lines


def main() -> None:
    """Talk through what is marked `publish`, and write it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        thaw = Thaw(Path(folder)).wait()
        try:
            for _, script in scripts():
                if script.publish:
                    name = re.sub(r"\W+", "-", script.title.lower()).strip("-")[:60]
                    visitor = Visitor(thaw.url, **({"country": script.country} if script.country else {}))
                    (FOLDER / f"{name}.md").write_text(transcript(visitor, script), encoding="utf-8")
        finally:
            thaw.stop()
    print(f"{len(list(FOLDER.glob('*.md')))} transcripts in {FOLDER.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
