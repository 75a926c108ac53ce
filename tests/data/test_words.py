"""The lists of `data/words.yml`: each is read, sorted and explained, and a broken one is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from thaw.nlu import vocabulary
from thaw.nlu.vocabulary import FILE, WordsError, any_of, lists
from thaw.settings import ROOT

TEXT = FILE.read_text(encoding="utf-8")
READ = set(re.findall(r"any_of\([\"'](\w+)[\"']\)", "".join(path.read_text(encoding="utf-8") for path in (ROOT / "thaw").rglob("*.py"))))


def test_every_list_is_read_and_every_list_that_is_read_is_there() -> None:
    assert set(lists()) == READ


@pytest.mark.parametrize("name", sorted(READ))
def test_a_list_is_sorted_says_what_it_is_for_and_has_nothing_twice(name: str) -> None:
    words = list(lists()[name])
    assert words == sorted(set(words))
    assert re.search(rf"^  # .+\n  {name}: ", TEXT, re.MULTILINE), "a comment above it says what it is for"
    begun = tuple(word[:-1] for word in words if word.endswith("*"))
    assert not [word for word in words if word.startswith(begun) and not word.endswith("*")], "heard by an entry with a * already"


@pytest.mark.parametrize("name", sorted(READ))
def test_every_word_of_a_list_is_found_as_a_whole(name: str) -> None:
    pattern = re.compile(rf"\b{any_of(name)}\b")
    for word in lists()[name]:
        found = pattern.search(f"is it {word.replace('*', 'ab')} now")
        assert found and found[0] == word.replace("*", "ab"), word


@pytest.fixture
def reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Reads a file of words of its own, and gives the pattern of its list `pets`."""
    monkeypatch.setattr(vocabulary, "FILE", tmp_path / "words.yml")
    monkeypatch.setattr(vocabulary, "lists", vocabulary.lists.__wrapped__)

    def read(content: str) -> str:
        (tmp_path / "words.yml").write_text(content, encoding="utf-8")
        return any_of("pets")

    return read


def test_the_longest_is_tried_first_and_a_star_stands_for_letters(reads: Callable[[str], str]) -> None:
    pattern = re.compile(reads('version: 1\nlists:\n  pets: [cat, cat flap, pup*, "*hound"]\n'))
    assert [found[0] for found in pattern.finditer("cat flap, cat, puppies, greyhound, pup")] == [
        "cat flap",
        "cat",
        "puppies",
        "greyhound",
        "pup",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("version: 1\nlists:\n  pets: [cat, Dog]\n", "pets: 'Dog' is found nowhere"),
        ('version: 1\nlists:\n  pets: [cat, "cat\'s"]\n', "pets: 'cat's' is found nowhere"),
        ("version: 1\nlists:\n  pets: [cat, (dog|]\n", "pets: '(dog|' is found nowhere"),
        ("version: 1\nlists:\n  pets: [cat, no]\n", "pets: 'False' is found nowhere"),
        ('version: 1\nlists:\n  pets: [cat, "*"]\n', "pets: '*' is found nowhere"),
        ("version: 1\nlists:\n  pets: []\n", "pets is empty"),
        ("version: 1\nlists:\n  pets: cat\n", "lists -> pets"),
        ("version: 1\nlists:\n  cats: [cat]\n", "no list 'pets'"),
        ("version: 1\nlists:\n  pets: [cat]\npest: [rat]\n", "pest"),
    ],
)
def test_what_is_broken_is_named(reads: Callable[[str], str], content: str, told: str) -> None:
    with pytest.raises(WordsError, match=re.escape(told)):
        reads(content)
