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
SHORT = 3
"""Letters of a word that may be an abbreviation, as one without vowels may: mended only into a word that people here use all the time.
Shorter words are left alone."""
COMMON = 100
"""Occurrences in our training sentences that make such a word."""
UNLIKELY = 0.1
"""Weight of a slip that thumbs rarely make, against 1 for one they do."""
FOREIGN = 0.4
"""Share of words unknown and not plainly a slip above which a text is left alone: it is another language, or no language."""
PLAIN = 10
"""Occurrences of a word in our training sentences that make a slip of it plain."""
FEW = 1
"""Such words that are mended whatever their share."""
MOST = 60
"""Unknown words from which a text is left alone: a slip costs 0.4 ms."""
PREFIX = 4
"""Letters of a word that SymSpell indexes: 17 MB and 0.4 ms a lookup; 7 would be 48 MB and 0.1 ms."""
REMEMBERED = 512
"""Texts whose mended form is kept."""

_WORD = re.compile(r"(?<![\w'’])([A-Za-z]+)((?:['’](?:s|t|re|ve|ll|d|m))?)(?![\w'’])")
_VOWEL = re.compile(r"[aeiouy]")
_NEAR = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "ol",
    "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l": "kop",
    "z": "asx", "x": "zsdc", "c": "xdfv", "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip
"""Keys beside each key."""


def likely_slip(written: str, meant: str) -> bool:
    """Whether thumbs make `written` of `meant`: two letters swapped, one dropped, doubled, or hit beside."""
    if len(written) < len(meant):
        return True
    place = next((i for i, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), len(meant))
    if len(written) > len(meant):
        return written[place] in written[place - 1 : place]
    return written[place : place + 2] == meant[place : place + 2][::-1] or written[place] in _NEAR.get(meant[place], "")


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
        if not unknown or len(unknown) > MOST:
            return text
        words = {match.start(): self._word(match[1]) for match in unknown}
        strange = sum(not self._is_plain_slip(match[1].lower(), words[match.start()]) for match in unknown)
        if strange > FEW and strange > FOREIGN * len(found):
            return text
        return _WORD.sub(lambda match: words.get(match.start(), match[1]) + match[2], text)

    def _stands(self, match: re.Match[str], text: str) -> bool:
        """Whether a word is left as it is: known, a name inside a sentence, or an abbreviation."""
        word = match[1].lower()
        if self.knows(word) or self.knows(word + match[2][1:].lower()):
            return True
        if len(word) < SHORT:
            return True
        plural = word.endswith("s") and self.knows(word[:-1])
        inside = match.start() > 0 and text[: match.start()].rstrip()[-1:] not in ".!?\n"
        name = match[1][0].isupper() and inside and not text.isupper()
        abbreviation = len(word) > 1 and match[1].isupper() and len(word) <= SHORT + 1
        return plural or name or abbreviation

    def _word(self, word: str) -> str:
        lower = word.lower()
        found = {each.term for each in self._lookup.lookup(lower, Verbosity.ALL, max_edit_distance=1)}
        weighed = {each: self._weight(lower, each) for each in found}
        best = max(weighed, key=lambda each: weighed[each], default=word)
        return best if weighed.get(best) else word

    def _is_plain_slip(self, written: str, meant: str) -> bool:
        return self._own.get(meant, 0) >= PLAIN and likely_slip(written, meant)

    def _weight(self, written: str, meant: str) -> float:
        """How likely `meant` is what `written` was to be; 0 if that should not be assumed."""
        own, likely = self._own.get(meant, 0), likely_slip(written, meant)
        abbreviated = len(written) <= SHORT or not _VOWEL.search(written)
        if abbreviated and not (likely and own >= COMMON):
            return 0.0
        return (own + 0.5) * float(self._lookup.words[meant]) ** 0.25 * (1.0 if likely else UNLIKELY)


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
