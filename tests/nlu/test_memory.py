"""What understanding takes of a machine's memory, and that spaCy is whole without its command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from thaw.settings import ROOT

MEASURED = """
def own():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1024
import numpy, onnxruntime, tokenizers, thaw.encoder, thaw.spelling
before = own()
{loaded}
print(own() - before)
"""


def printed(code: str) -> str:
    found = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return found.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(
    ("loaded", "most"),
    [
        ("thaw.spelling.spelling()", 10),  # with SymSpell's index 19
        ("thaw.spelling.spelling(); before = own(); thaw.encoder.encoder().vector('i feel nothing')", 32),  # in one file 45
    ],
)
def test_the_speller_and_the_encoder_stay_small(loaded: str, most: float):
    assert float(printed(MEASURED.format(loaded=loaded))) < most


def test_spacy_comes_without_its_command_line_and_whoever_wants_it_finds_it():
    assert printed("import sys, thaw.english; print('typer' in sys.modules, 'spacy.cli' in sys.modules)") == "False False"
    assert printed("import thaw.english; from spacy.cli import info; print(info.__module__)") == "spacy.cli.info"
