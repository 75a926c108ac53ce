"""Write `thaw/assets/words.txt`, the words of our training sentences and how often they occur: `python -m tools.words`.

For maintainers, after the sentences have changed much. A word that the dictionary doesn't hold is taken when people here use it often,
or use it and no much commoner word is one slip away: so "dont" and "sertraline" are words, and "anythign" is none.
"""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

from symspellpy import SymSpell, Verbosity

from thaw.data import DATA, load_examples
from thaw.safety.taught import negatives
from thaw.spelling import WORDS_FILE, likely_slip

OFTEN = 8
"""Occurrences from which a word is a word, whatever it resembles."""
COMMONER = 5
"""How many times as common a neighbour must be for a rare word to be its slip."""


def words() -> dict[str, int]:
    """The words and their number of occurrences."""
    lookup = SymSpell(max_dictionary_edit_distance=1)
    lookup.load_dictionary(str(files("symspellpy") / "frequency_dictionary_en_82_765.txt"), 0, 1, encoding="utf-8-sig")
    pairs = load_examples((DATA / "nlu").glob("*.yml"))
    texts = [text for text, intent in pairs if intent != "non_english"]
    texts += [text for group in negatives() for text in group.examples]
    counts = Counter(word for text in texts for word in re.findall(r"[a-z]+", re.sub("['’]", "", text.lower())))

    def is_word(word: str, count: int) -> bool:
        if word in lookup.words or count >= OFTEN:
            return True
        found = lookup.lookup(word, Verbosity.ALL, max_edit_distance=1)
        near = [counts[each.term] for each in found if likely_slip(word, each.term)]
        return count > 1 and max(near, default=0) < COMMONER * count

    return {word: count for word, count in counts.items() if count > 1 and is_word(word, count)}


if __name__ == "__main__":
    ordered = sorted(words().items(), key=lambda item: (-item[1], item[0]))
    WORDS_FILE.write_text("".join(f"{word} {count}\n" for word, count in ordered), encoding="utf-8")
    print(f"{len(ordered)} words written to {WORDS_FILE.name}")
