"""Lists of words that the patterns of questions are made of: medicines, conditions, trades. They stand in `data/words.yml`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Dict, List, Mapping, Sequence

from pydantic import BaseModel, Extra, ValidationError, validator

from thaw.data import DATA
from thaw.files import read_yaml

FILE = DATA / "words.yml"
_ENTRY = re.compile(r"\*?[a-z0-9]+(?: [a-z0-9]+)*\*?")
"""An entry that can be found: messages are read in lower case and without punctuation."""


class WordsError(Exception):
    """The file of words is broken; the message names the list and the entry."""


class _File(BaseModel):
    version: int
    lists: Dict[str, List[str]]

    class Config:
        extra = Extra.forbid

    @validator("lists")
    def _can_be_found(cls, lists: Dict[str, List[str]]) -> Dict[str, List[str]]:
        """Each list with entries, each entry as a message is read: of an empty list the pattern would fit everything."""
        for name, words in lists.items():
            if not words:
                raise ValueError(f"{name} is empty")
            for word in words:
                if not _ENTRY.fullmatch(word):
                    raise ValueError(f"{name}: '{word}' is found nowhere: lower case, digits, single spaces, * at an end, no punctuation")
        return lists


@lru_cache(maxsize=1)
def lists() -> Mapping[str, Sequence[str]]:
    """The lists of `data/words.yml`, read once.

    Raises:
        WordsError: the file is broken.
    """
    try:
        return _File.parse_obj(read_yaml(FILE)).lists
    except ValidationError as error:
        raise WordsError(f"{FILE.name}: {error}") from None


def any_of(name: str) -> str:
    """A pattern for any entry of a list, in a group that is not kept, the longest first: "birth control pill" before "birth control".

    Raises:
        WordsError: there is no such list, or the file is broken.
    """
    if name not in lists():
        raise WordsError(f"{FILE.name} has no list '{name}'")
    longest_first = sorted(lists()[name], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest_first) + ")"
