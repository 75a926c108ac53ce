"""Mends slips of the thumb before a message is read: "eveyone in the kithen" is read as "everyone in the kitchen".

Only what the encoder and the classifiers read is mended; what the visitor wrote is what is kept and shown. Measured on our held-out
messages with 15 % of the words mistyped (docs/decisions.md): without mending 10 points of accuracy are lost, with it 2.

Words are looked up in the frequency dictionary that symspellpy carries (82,765 English words) and in `assets/words.txt`, the words of our
own training sentences (tools/words.py), which also say which of two candidates people here are likelier to mean.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from symspellpy import SymSpell, Verbosity

WORDS_FILE = Path(__file__).parent / "assets" / "words.txt"
SHORTEST = 4
"""Letters from which an unknown word is mended. Shorter ones are abbreviations as often as slips; only swapped letters are put right."""
FOREIGN = 0.5
"""Share of unknown words above which a text is left alone: it is another language, or no language."""
FEW = 2
"""Unknown words that are mended whatever their share."""
PREFIX = 4
"""Letters of a word that SymSpell indexes: 17 MB and 0.4 ms a lookup; 7 would be 48 MB and 0.1 ms."""
REMEMBERED = 512
"""Texts whose mended form is kept."""

_WORD = re.compile(r"([A-Za-z]+)((?:['’](?:s|t|re|ve|ll|d|m)\b)?)")
_VOWEL = re.compile(r"[aeiouy]")


class Spelling:
    """Knows words and mends those it doesn't know by one slip: a letter dropped, doubled, replaced, or two swapped."""

    def __init__(self, words_file: Path = WORDS_FILE) -> None:
        self._lookup = SymSpell(max_dictionary_edit_distance=1, prefix_length=PREFIX)
        self._lookup.load_dictionary(str(files("symspellpy") / "frequency_dictionary_en_82_765.txt"), 0, 1, encoding="utf-8-sig")
        self._own: dict[str, int] = {}
        for line in words_file.read_text(encoding="utf-8").splitlines():
            word, count = line.split()
            self._own[word] = int(count)
            if word not in self._lookup.words:
                self._lookup.create_dictionary_entry(word, 1)

    def knows(self, word: str) -> bool:
        """Whether a lower-case word without apostrophes is a word."""
        return word in self._lookup.words

    def mend(self, text: str) -> str:
        """The text with its slips put right; the same text where nothing is to be mended or it is not English."""
        found = list(_WORD.finditer(text))
        unknown = [match for match in found if not self._stands(match, text)]
        if not unknown or (len(unknown) > FEW and len(unknown) > FOREIGN * len(found)):
            return text
        places = {match.start() for match in unknown}
        return _WORD.sub(lambda match: self._word(match[1]) + match[2] if match.start() in places else match[0], text)

    def _stands(self, match: re.Match[str], text: str) -> bool:
        """Whether a word is left as it is: known, a name inside a sentence, or an abbreviation."""
        word = match[1].lower()
        if self.knows(word) or self.knows(word + match[2][1:].lower()):
            return True
        if len(word) < 3 or not _VOWEL.search(word):
            return True
        plural = word.endswith("s") and self.knows(word[:-1])
        name = match[1][0].isupper() and not text.isupper() and match.start() > 0 and text[: match.start()].rstrip()[-1:] not in ".!?\n"
        return plural or name

    def _word(self, word: str) -> str:
        candidates = [each.term for each in self._lookup.lookup(word.lower(), Verbosity.ALL, max_edit_distance=1)]
        if len(word) < SHORTEST:
            candidates = [each for each in candidates if sorted(each) == sorted(word.lower())]
        return max(candidates, key=self._likelihood, default=word)

    def _likelihood(self, word: str) -> float:
        return (self._own.get(word, 0) + 0.5) * float(self._lookup.words[word]) ** 0.25


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """The spelling of this process, loaded once (0.6 s)."""
    return Spelling()


@lru_cache(maxsize=REMEMBERED)
def mended(text: str) -> str:
    """The text as it is read: slips put right."""
    return spelling().mend(text)


def forget() -> None:
    """Drop every remembered text."""
    mended.cache_clear()
