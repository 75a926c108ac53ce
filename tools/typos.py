"""Mistyping as thumbs do it: neighbouring keys, swapped, dropped and doubled letters."""

from __future__ import annotations

from random import Random
from types import ModuleType

_NEIGHBOURS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "ol",
    "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l": "kop",
    "z": "asx", "x": "zsdc", "c": "xdfv", "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip


def mistyped(text: str, share: float, chance: Random | ModuleType) -> str:
    """The text with about `share` of its words mistyped by one slip each (words of one or two letters are left)."""
    return " ".join(_slip(word, chance) if len(word) > 2 and chance.random() < share else word for word in text.split(" "))


def _slip(word: str, chance: Random | ModuleType) -> str:
    place = chance.randrange(len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == 1:
        return word[:place] + word[place + 1 :]
    if kind == 2:
        return word[:place] + word[place] + word[place:]
    near = _NEIGHBOURS.get(word[place].lower())
    return word[:place] + chance.choice(near) + word[place + 1 :] if near else word
