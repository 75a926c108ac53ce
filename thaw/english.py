"""spaCy's English, as it cuts a text into words: one for the whole process, without spaCy's command line.

Every part that needs spaCy imports it from here.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def _without_command_line() -> None:
    """Import spaCy. With it would come its commands for training, packaging and downloading: 4.5 MB, for one name that nobody calls."""
    stood_in = {} if "spacy" in sys.modules else {name: ModuleType(name) for name in _COMMAND_LINE}
    for module in stood_in.values():
        module.__dict__.update(info=None, __path__=[])
    sys.modules.update(stood_in)
    try:
        import spacy  # noqa: F401
    finally:
        # Whoever wants them after all finds the real ones.
        for name in stood_in:
            del sys.modules[name]


_without_command_line()

import spacy  # noqa: E402
from spacy.lang.en.stop_words import STOP_WORDS  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.matcher import Matcher, PhraseMatcher  # noqa: E402

__all__ = ["STOP_WORDS", "Language", "Matcher", "PhraseMatcher", "english"]


@lru_cache(maxsize=1)
def english() -> Language:
    """Tokeniser and vocabulary; made once, 2 MB."""
    return spacy.blank("en")
