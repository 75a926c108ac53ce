"""Keep nothing of a message where it was read, once it is answered."""

from __future__ import annotations

from typing import Optional

from thaw import classifier, encoder, spelling
from thaw.safety import normalise
from thaw.safety.figures import without_figures
from thaw.safety.screen import said_apart


def forget(*texts: Optional[str]) -> None:
    """Drop some texts, what of them was read without its figures of speech, and the sentences that were read alone, from every cache."""
    whole = {each: None for text in texts if text for each in (text, without_figures(text))}
    read = {part: None for text in whole for part in (text, *said_apart(text))}
    encoder.forget(*read)
    classifier.forget(*read)
    spelling.forget()
    normalise.forget()
