"""Bring a message into the plain form that the screen's rules are written in."""

from __future__ import annotations

import re
import unicodedata

from thaw.once import once

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]")
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "|": "l"})
_LEET_WORD = re.compile(r"(?<!\w)(?=[\w@$!|]*[a-z])(?=[\w@$|]*[0134579@$!|][\w@$])[\w@$!|]*[\w@$]")
_STARRED = re.compile(r"\b([a-z])[*#._-]+([a-z]+)\b")
_SPACED = re.compile(r"\b(?:[a-z][ .\-_]){2,}[a-z]\b")
_LONG_DRAWN = re.compile(r"([a-z])\1{2,}")
_SPELLINGS = {
    "suicde": "suicide",
    "sucide": "suicide",
    "suicid": "suicide",
    "suiside": "suicide",
    "sucidal": "suicidal",
    "suicdal": "suicidal",
    "suicidle": "suicidal",
    "suicial": "suicidal",
    "kil": "kill",
    "kll": "kill",
    "killl": "kill",
    "myslef": "myself",
    "myselff": "myself",
    "mysefl": "myself",
    "mself": "myself",
    "meself": "myself",
    "mysel": "myself",
    "dieing": "dying",
    "dyin": "dying",
    "wanna": "want to",
    "wana": "want to",
    "killmyself": "kill myself",
    "kilmyself": "kill myself",
    "wantodie": "want to die",
    "wanttodie": "want to die",
    "endit": "end it",
    "gonna": "going to",
    "gunna": "going to",
    "tonite": "tonight",
    "2nite": "tonight",
    "2night": "tonight",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tomorow": "tomorrow",
    "wnt": "want",
    "dont": "don't",
    "cant": "can't",
    "wont": "won't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "wouldnt": "wouldn't",
    "couldnt": "couldn't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "wasnt": "wasn't",
    "im": "i'm",
    "ive": "i've",
    "id": "i'd",
    "ill": "i'll",
    "theyre": "they're",
    "hes": "he's",
    "shes": "she's",
    "theres": "there's",
    "cannot": "can not",
    "u": "you",
    "ur": "your",
    "n": "and",
    "k1ll": "kill",
    "d1e": "die",
    "unalived": "unalive",
    "unaliving": "unalive",
    "toniht": "tonight",
    "bettr": "better",
    "burdon": "burden",
    "burdan": "burden",
}
_DRAWN_OUT = frozenset({"die", "dead", "want", "wana", "end", "suicide", "myself", "life"})
_WORD = re.compile(r"[\w']+")


@once
def plain(text: str) -> str:
    """The message in lower case, without invisible characters, leetspeak, spaced-out words and common misspellings."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).lower()
    text = text.replace("’", "'").replace("`", "'").replace("´", "'")
    text = _SPACED.sub(lambda match: re.sub(r"[ .\-_]", "", match.group()), text)
    text = _LEET_WORD.sub(lambda match: match.group().translate(_LEET), text)
    text = _STARRED.sub(lambda match: {"kll": "kill", "de": "die"}.get("".join(match.groups()), "".join(match.groups())), text)
    text = re.sub(r"\bwant 2\b", "want to", text)
    text = _LONG_DRAWN.sub(r"\1\1", text)
    text = _WORD.sub(lambda match: _spelled(match.group()), text)
    return re.sub(r"\s+", " ", text).strip()


def _spelled(word: str) -> str:
    """The word as it is usually spelled; drawn-out endings ("diee", "wannna") are tried with the letter once."""
    once = re.sub(r"([a-z])\1", r"\1", word)
    return _SPELLINGS.get(word) or _SPELLINGS.get(once) or (once if once in _DRAWN_OUT else word)
