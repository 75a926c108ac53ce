"""Check the training sentences: `python -m tools.validate`. Refuses duplicates, near-duplicates, templates, a sentence in two intents."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from math import ceil
from pathlib import Path

import yaml

from thaw.data import DATA, load_examples
from thaw.files import read_yaml

NEAR = 0.8
"""Overlap of the word sets from which two sentences of an intent count as the same."""
SHORT = 4
"""Sentences of fewer words are compared as a whole only: there are few ways to say yes."""
FRAME = 5
"""Sentences of an intent that may share their first three words; in a large intent 4 % of them."""
MIN_EXAMPLES = 10


def problems() -> list[str]:
    """One sentence for each thing wrong with the training data."""
    found = [problem for path in sorted((DATA / "nlu").glob("*.yml")) for problem in _misshapen(path)]
    if found:
        return found
    where: dict[str, str] = {}
    by_intent: dict[str, list[str]] = defaultdict(list)
    for text, intent in load_examples((DATA / "nlu").glob("*.yml")):
        plain = _plain(text)
        if plain in where:
            found.append(f"{intent}: '{text}' stands in {where[plain]} already")
        where[plain] = intent
        by_intent[intent].append(plain)
    for intent, sentences in by_intent.items():
        if len(sentences) < MIN_EXAMPLES:
            found.append(f"{intent}: only {len(sentences)} sentences")
        found += [f"{intent}: '{one}' and '{other}' are nearly the same" for one, other in _near(sentences)]
        frames = Counter(" ".join(sentence.split()[:3]) for sentence in sentences if len(sentence.split()) > SHORT)
        found += [
            f"{intent}: {count} sentences begin '{frame}'" for frame, count in frames.items() if count > max(FRAME, len(sentences) // 25)
        ]
    return found


def _misshapen(path: Path) -> list[str]:
    """What is not as `thaw.data.load_examples` reads it: a list of intents, each with lines of sentences, and nothing else."""
    try:
        blocks = read_yaml(path)["nlu"]
        unlike = [str(each.get("intent", each)) for each in blocks if set(each) != {"intent", "examples"}]
        lines = [line for each in blocks for line in each.get("examples", "").splitlines() if not line.startswith("- ")]
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        return [f"{path.name} is not a list of intents under 'nlu:': {error}"]
    return [f"{path.name}: '{each}' needs 'intent' and 'examples', and nothing else" for each in unlike] + [
        f"{path.name}: the line '{line}' does not begin with '- '" for line in lines
    ]


def _plain(text: str) -> str:
    return re.sub(r"[^\w\s]", "", text.lower()).strip() or text


def _near(sentences: list[str]) -> list[tuple[str, str]]:
    """Pairs of sentences whose word sets overlap by `NEAR` or more.

    Such a pair shares one of the few rarest words of each: only sentences that do are compared.
    """
    long = [(sentence, set(sentence.split())) for sentence in sentences if len(sentence.split()) >= SHORT]
    often = Counter(word for _, words in long for word in words)
    by_word: dict[str, list[int]] = defaultdict(list)
    pairs = set()
    for place, (_, words) in enumerate(long):
        rarest = sorted(words, key=lambda word: (often[word], word))[: len(words) - ceil(NEAR * len(words)) + 1]
        for other in {other for word in rarest for other in by_word[word]}:
            others = long[other][1]
            if len(words & others) / len(words | others) >= NEAR:
                pairs.add((other, place))
        for word in rarest:
            by_word[word].append(place)
    return [(long[one][0], long[other][0]) for one, other in sorted(pairs)]


if __name__ == "__main__":
    wrong = problems()
    print("\n".join(wrong) or "training sentences: no duplicate, near-duplicate or template found")
    sys.exit(1 if wrong else 0)
