"""Keep nothing of a message where it was read, once it is answered."""

from __future__ import annotations

from typing import Optional

from thaw import classifier, encoder, once, spelling
from thaw.safety.classifier import sentences
from thaw.safety.screen import said_apart


def forget(*texts: Optional[str]) -> None:
    """Drop some texts, and the sentences of them that were read alone, from every cache."""
    read = {part: None for text in texts if text for part in (text, *said_apart(text), *sentences(text))}
    encoder.forget(*read)
    classifier.forget(*read)
    spelling.forget()
    once.forget()
