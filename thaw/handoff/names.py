"""The names of people in a visitor's words.

A name is known by how it is told ("this is Mary"), by its title, by whose it is ("my wife, Sarah"), by standing alone, or by the lists in
`assets/names.txt` and its capital. Everyday words are none but where they are told as one: "since April" names nobody, "I'm April" does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Callable, Iterator, NamedTuple, Sequence

from thaw.english import STOP_WORDS
from thaw.spelling import spelling

NAMES_FILE = Path(__file__).parent.parent / "assets" / "names.txt"
"""Given names and the commonest family names of the US census of 1990 (public domain), and given names common elsewhere; `word` and
`family-word` are those that are everyday words or places too."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME_IS = re.compile(
    r"\b(?:my (?:\w+ )?name(?:['’]?s| is|:)?|name(?:['’]s| is|:)|(?:i['’]?m|i am) (?:called|named))[\s:]+(?:just |actually )?",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:(?:you can |please )?call(?:s|ed)? me|(?<!so )called|named|(?:i )?go by|known as"
    r"|(?:thanks|thank you|cheers|regards|best|love|sincerely|yours)[,.!]?(?=\s+\S+\W*$)|[-–—~](?=\s*\S+(?: \S+)?\W*$))\s*",
    re.IGNORECASE,
)
_I_AM = re.compile(r"\b(?:i['’]?m|i am|this is|here is|here['’]s)\s+(?:just |dr\.? )?", re.IGNORECASE)
_IT_IS = re.compile(r"\b(?:it['’]?s|it is)\s+", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:my|our|his|her|their|the|an?)\s+(?:(?:late|ex|old|best|new|former|older|younger|little|big|last|first|own|good)[- ])?"
    r"(?:husband|wife|partner|spouse|fianc[eé]e?|boyfriend|girlfriend|ex|mum|mom|mother|dad|father|brother|sister|son|daughter|kids?|baby|boys?|girls?|twins?|sons|daughters|children"
    r"|child|aunt|uncle|cousin|niece|nephew|gran|nan|grandma|grandpa|grandmother|grandfather|friend|flatmate|roommate|neighbou?r|boss|manager"
    r"|colleague|co-?worker|teacher|therapist|counsell?or|psychologist|psychiatrist|doctor|gp|clinician|coach|dog|cat)"
    r"(?:(?:['’]?s?['’]?)? names?)?(?:,| is| are| was| were| named| called)*\s+",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:mr|mrs|ms|mx|dr|prof)\b\.?\s+|\b(?:miss|doctor|professor|reverend|rabbi|pastor)\s+(?=[A-Z])", re.IGNORECASE)
_HERE = re.compile(r"^(?:(?:hi|hey|hello|well|ok)[,.! ]+)*(?=\S+(?: \S+)? here\b)", re.IGNORECASE)
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "da", "di", "du", "del", "la", "le", "dos", "bin", "ibn", "al", "el", "st", "mac"}
)
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
"""Capitalised, and not in the dictionary."""
_LONGEST = 4
"""Words of a name."""


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    text: str
    start: int
    end: int
    is_capital: bool

    @property
    def plain(self) -> str:
        """As the lists have it."""
        return re.sub(r"['’]s$", "", self.text.lower())


def names(text: str, is_place: bool = False) -> Iterator[tuple[int, int]]:
    """Where a text names someone.

    Args:
        text: the visitor's words.
        is_place: whether they answer where the clinician should be: "Charlotte" is a city then.
    """
    capitals_tell = not text.isupper()
    words = [Word(each.group(), *each.span(), capitals_tell and each.group()[0].isupper()) for each in _WORD.finditer(text)]
    at = {word.start: number for number, word in enumerate(words)}

    def after(pattern: re.Pattern[str], is_one: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
        for match in pattern.finditer(text):
            number = at.get(match.end())
            if number is not None and is_one(number) and words[number].plain not in STOP_WORDS:
                yield _whole(text, words, number)

    def told(number: int) -> bool:
        return _could_be(text, words, number)

    yield from after(_NAME_IS, lambda number: True)
    yield from after(_TITLE, lambda number: words[number].is_capital or words[number].plain in _family() or told(number))
    for pattern in (_CALLED, _I_AM, _WHOSE, _HERE, *(() if is_place else (_IT_IS,))):
        yield from after(pattern, told)
    if is_place:
        return
    if 0 < len(words) <= 3 and re.fullmatch(r"[^\W\d_]+(?:[-'’. ]+[^\W\d_]+)*\W*", text) and _is_name_alone(words):
        yield words[0].start, words[-1].end
    yield from _others_named(text, words)
    for number, word in enumerate(words):
        with_family = _is_family_beside(text, words, number, capital=word.is_capital)
        written_as_one = word.is_capital and not word.text.isupper()
        if (word.plain in _given() and (written_as_one or with_family)) or (_is_listed(word) and with_family):
            yield _whole(text, words, number)


def _others_named(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Names that go on after one that is told: "my boys Ben and Max"."""
    told = {number for match in _WHOSE.finditer(text) for number, word in enumerate(words) if word.start == match.end()}
    for number in told:
        if not (_could_be(text, words, number) or words[number].plain in _given()):
            continue
        while number + 1 < len(words):
            between = text[words[number].end : words[number + 1].start].strip()
            number += 2 if words[number + 1].plain == "and" else 1
            if number >= len(words) or not (between in (",", "&") or words[number - 1].plain == "and"):
                break
            if words[number].plain not in _given() | _given_words() or words[number].plain in STOP_WORDS:
                break
            yield words[number].start, words[number].end


def _could_be(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether the word where a name may stand is one."""
    word = words[number]
    if _is_listed(word) or (word.plain in _given_words() and _is_family_beside(text, words, number, capital=False)):
        return True
    if not word.is_capital or len(word.plain) < 3 or word.text.isupper():
        return False
    is_unknown = word.text.isalpha() and word.plain not in _DAYS and not spelling().knows(word.plain)
    return is_unknown or _is_family_beside(text, words, number)


def _is_name_alone(words: Sequence[Word]) -> bool:
    """Whether words are a name and nothing else."""
    if len(words) == 1:
        return words[0].is_capital and words[0].plain in _given()
    known = _given() | _given_words()
    return words[0].plain in known and all(word.plain in _family() or word.plain in _given() for word in words[1:])


def _is_listed(word: Word) -> bool:
    """Whether a word is a given name: one that is an everyday word too only with a capital."""
    return word.plain in _given() or (word.is_capital and word.plain in _given_words())


def _follows(word: Word) -> bool:
    """Whether a word goes on with a name: a family name, another given name, an initial."""
    plain = word.plain
    if plain in STOP_WORDS and plain not in _PARTICLES:
        return False
    return plain in _family() or plain in _given() or (word.is_capital and plain not in STOP_WORDS)


def _whole(text: str, words: Sequence[Word], number: int) -> tuple[int, int]:
    """Where the name ends that begins at a word."""
    last = number
    for place in range(number + 1, min(number + _LONGEST, len(words))):
        between = text[words[place - 1].end : words[place].start]
        if between not in (" ", ". ") or (between == ". " and len(words[place - 1].text) > 1):
            break
        if words[place].plain in _PARTICLES and place + 1 < len(words) and words[place + 1].is_capital:
            continue
        if not _follows(words[place]):
            break
        last = place
    return words[number].start, words[last].end


def _is_family_beside(text: str, words: Sequence[Word], number: int, capital: bool = True) -> bool:
    """Whether a family name stands right after a word, with a capital if one is asked for."""
    if number + 1 == len(words) or text[words[number].end : words[number + 1].start] != " ":
        return False
    return words[number + 1].plain in _family() and (words[number + 1].is_capital or not capital)


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for line in NAMES_FILE.read_text(encoding="utf-8").splitlines():
        name, kind = line.split()
        kinds.setdefault(kind, set()).add(name)
    return {kind: frozenset(names) for kind, names in kinds.items()}


def _given() -> frozenset[str]:
    return _lists()["given"]


def _given_words() -> frozenset[str]:
    return _lists()["word"]


def _family() -> frozenset[str]:
    return _lists()["family"]
