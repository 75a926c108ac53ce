"""spaCy comes without its command line, and is whole all the same."""

from __future__ import annotations

import subprocess
import sys

from thaw.settings import ROOT


def printed(code: str) -> str:
    found = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return found.stdout.strip()


def test_spacy_comes_without_its_command_line_and_whoever_wants_it_finds_it() -> None:
    assert printed("import sys, thaw.english; print('typer' in sys.modules, 'spacy.cli' in sys.modules)") == "False False"
    assert printed("import thaw.english; from spacy.cli import info; print(info.__module__)") == "spacy.cli.info"
