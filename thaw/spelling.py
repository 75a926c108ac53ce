"""Mends slips of the thumb before a message is read: "eveyone in the kithen" is read as "everyone in the kitchen".

Only what the encoder and the classifiers read is mended; what the visitor wrote is what is kept and shown. Measured on our held-out
messages with 15 % of the words mistyped (docs/decisions.md): without mending 10 points of accuracy are lost, with it 2.

Words are looked up in the frequency dictionary that symspellpy carries (82,765 English words) and in `assets/words.txt`, the words of our
own training sentences (tools/words.py), which also say which of two candidates people here are likelier to mean.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Iterable

import numpy as np

from thaw.files import package
from thaw.memory import give_back

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
SEVERAL, ENGLISH = 4, 0.8
"""Words from which a text says what language it is in, and the share of them that is English then: of our sentences in other languages
none has as many."""
FEW = 1
"""Such words that are mended whatever their share."""
MOST = 60
"""Unknown words from which a text is left alone: a slip costs 0.24 ms."""
LETTERS = "abcdefghijklmnopqrstuvwxyz'"
"""What the words of the dictionary are made of."""
LONGEST = 32
"""Letters of a word that could be one; the longest has 28."""
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
    """Whether a slip makes `written` of `meant`: two letters swapped, one dropped, doubled or hit beside, one vowel for another."""
    if len(written) < len(meant):
        return True
    place = next((i for i, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), len(meant))
    if len(written) > len(meant):
        return written[place] in written[place - 1 : place]
    if written[place : place + 2] == meant[place : place + 2][::-1] or written[place] in _NEAR.get(meant[place], ""):
        return True
    return bool(_VOWEL.match(written[place]) and _VOWEL.match(meant[place]))


class Words:
    """The words and how frequent each is, as two sorted arrays: 5 MB and 0.24 ms a slip. SymSpell's index takes 17 MB and as long."""

    def __init__(self, dictionary: Path, more: Iterable[str]) -> None:
        """Read a dictionary of lines `word frequency`, and count each of `more` that is not in it once."""
        kind = np.dtype([("word", f"S{LONGEST}"), ("frequency", np.int64)])
        with dictionary.open(encoding="utf-8-sig") as lines:
            listed = np.fromiter(((word, int(count)) for word, count in map(str.split, lines)), dtype=kind)
        added = np.array([(word, 1) for word in more], dtype=kind)
        both = np.concatenate([listed, added[~np.isin(added["word"], listed["word"])]])
        order = np.argsort(both["word"], kind="stable")
        self._words, self._frequencies = both["word"][order], both["frequency"][order]

    def among(self, texts: Iterable[str]) -> dict[str, int]:
        """Those texts that are words, with their frequencies."""
        asked = np.array([text.encode() for text in texts if len(text) < LONGEST], dtype=self._words.dtype)
        places = np.minimum(np.searchsorted(self._words, asked), len(self._words) - 1)
        places = places[self._words[places] == asked]
        return dict(zip(self._words[places].astype(str).tolist(), self._frequencies[places].tolist(), strict=True))

    def near(self, word: str) -> dict[str, int]:
        """The words that one slip makes `word` of: a letter dropped, added, replaced, or two swapped; with their frequencies."""
        cut = [(word[:place], word[place:]) for place in range(len(word) + 1)]
        slips = {head + tail[1:] for head, tail in cut[:-1]}
        slips.update(head + tail[1] + tail[0] + tail[2:] for head, tail in cut[:-2])
        slips.update(head + letter + tail[over:] for head, tail in cut for letter in LETTERS for over in (0, 1))
        return self.among(sorted(slips))


class Spelling:
    """Knows words and mends those it doesn't know by one slip: a letter dropped, doubled, replaced, or two swapped."""

    def __init__(self, words_file: Path = WORDS_FILE) -> None:
        self._own: dict[str, int] = {}
        for line in words_file.read_text(encoding="utf-8").splitlines():
            word, count = line.split()
            self._own[word] = int(count)
        self._words = Words(package("symspellpy") / "frequency_dictionary_en_82_765.txt", self._own)

    def knows(self, word: str) -> bool:
        """Whether a lower-case word without apostrophes is a word."""
        return word in self._own or bool(self._words.among([word]))

    def is_english(self, text: str) -> bool:
        """Whether a text of several words is of English words, but for a name or a slip."""
        words = [match[1].lower() for match in _WORD.finditer(text)]
        return len(words) >= SEVERAL and sum(map(self.knows, words)) >= ENGLISH * len(words)

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
        weighed = {each: self._weight(lower, each, frequency) for each, frequency in self._words.near(lower).items()}
        best = max(weighed, key=lambda each: weighed[each], default=word)
        return best if weighed.get(best) else word

    def _is_plain_slip(self, written: str, meant: str) -> bool:
        return self._own.get(meant, 0) >= PLAIN and likely_slip(written, meant)

    def _weight(self, written: str, meant: str, frequency: int) -> float:
        """How likely `meant` is what `written` was to be; 0 if that should not be assumed."""
        own, likely = self._own.get(meant, 0), likely_slip(written, meant)
        abbreviated = len(written) <= SHORT or not _VOWEL.search(written)
        if abbreviated and not (likely and own >= COMMON):
            return 0.0
        return (own + 0.5) * float(frequency) ** 0.25 * (1.0 if likely else UNLIKELY)


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """The spelling of this process, loaded once (0.1 s)."""
    loaded = Spelling()
    give_back()
    return loaded


@lru_cache(maxsize=REMEMBERED)
def mended(text: str) -> str:
    """The text as it is read: slips put right."""
    return spelling().mend(text)


def forget() -> None:
    """Drop every remembered text."""
    mended.cache_clear()
