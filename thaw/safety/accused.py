"""A parent, or anyone, who denies wanting to harm somebody, or protests at being asked. By rules alone.

Believed only as a whole: every clause must be a denial, a protest or an aside. "I would never hurt her, but I keep seeing it" is none.
"""

from __future__ import annotations

import re

from thaw.safety.normalise import plain


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_CLAUSE = re.compile(r"[.,;:!?()\n]+|\s[-–]\s|\b(?:and|so)\b")
_HARM = _words("hurt hurting harm harming harmed kill killing hit hitting shake shaking smother smothering abuse abusing")
_NOT = _words("no not never don't won't wouldn't haven't didn't couldn't ain't")
_PROTEST = _words(
    "why stop quit enough everyone everybody keep keeps ask asks asking asked say saying accuse accusing assume assuming suggest",
    "suggesting imply implying mention mentioning bring bringing go going warn warning",
)
_TO_OTHERS = _words(
    "her him them it anyone anybody someone somebody people baby babies child children kid kids son daughter boy girl little one",
    "newborn infant toddler twins wife husband person soul fly babys mother mum mom dad",
)
_BESIDE = _words(
    "i i'd i'm i've i'll am would will could have had been do did does is are there any a an the my our own this that these such ever",
    "even really honestly actually going to of about on at all in with for thought thoughts think thinking plan plans planning",
    "intention intentions intend idea urge urges before after you you're u they they're me up it's that's what how course obviously",
    "please now single god oh hey ok okay no yes well look listen jesus christ wtf omg hell lord seriously excuse dare rude insulting",
    "offensive insulted offended ridiculous disgusting awful horrible sick mad angry stupid again already once told said love loves",
    "adore safe fine happy healthy loved cared fed she she's he he's so very quite bit people every everyone time times always",
    "everywhere tired being be getting keeps keep question questions thing things like someone monster",
)
_KNOWN = _HARM | _NOT | _PROTEST | _TO_OTHERS | _BESIDE
_SPEAKS = _words("ask asks asking asked say saying accuse accusing mention mentioning bring bringing why keep keeps suggest imply")
_GOES_ON = re.compile(r"\bgo(?:ing)? on about\b|^enough about\b")
_REPORTED = re.compile(
    r"\b(?:ask|asks|asking|say|saying|think|thinking|suggesting|assuming)(?: me)?(?: if| whether| that)? i(?:'d| would| might| could"
    r"|'ll| will) "
)
"""What others are said to ask or think of the writer."""
_ASKED_BY_YOU = re.compile(
    r"^(?:(?:please|now|just|ok|so|no) )*(?:stop|quit|enough|don't|no more)\b|\b(?:you|you're|everyone|everybody|they|people)\b"
)
_ASKED_BY_ONESELF = re.compile(
    r"\b(?:do|did|am|would|could|should|will|have) i\b|\bi (?:keep|think|thought)\b|\bme to\b|\bmy\b.*\b(?:asks?|asking|says?)\b"
    r"|\bi(?:'m| am|'ve| have)? (?:been )?(?:hurt|harm|kill|hit|shak|shook|smother|abus)\w*"
)
"""Who asks whether they would hurt someone asks themselves; that is a fear, and no protest."""
_OF_ONESELF = re.compile(r"\b(?:hurt|harm|kill|hit|shak|smother|abus)\w* (?:me|my ?self)\b|\bmyself\b")
_ONLY_SO_FAR = re.compile(
    r"\b(?:yet|again|anymore|any more|today|tonight|sure|can't|just|only|want|wanted|but|if|unless|until|scared|afraid)\b"
)
"""With what a denial is none, or is one of this time."""


def denies_harm(text: str) -> bool:
    """Whether a text only denies wanting to harm someone, or only protests at being asked about it."""
    words = plain(text)
    if _OF_ONESELF.search(words):
        return False
    clauses = [each.split() for each in _CLAUSE.split(words) if each.strip()]
    return bool(clauses) and any(map(_answers_a_charge, clauses)) and all(_answers_a_charge(each) or _is_aside(each) for each in clauses)


def _answers_a_charge(clause: list[str]) -> bool:
    said = _REPORTED.sub("ask ", " ".join(clause))
    words = set(said.split())
    if not (words & _HARM and words & _TO_OTHERS and words <= _KNOWN) or _ONLY_SO_FAR.search(said):
        return False
    if words & _SPEAKS or _GOES_ON.search(said):
        return bool(_ASKED_BY_YOU.search(said)) and not _ASKED_BY_ONESELF.search(said)
    return len([each for each in said.split() if each in _NOT]) == 1


def _is_aside(clause: list[str]) -> bool:
    return not set(clause) & _HARM and set(clause) <= _KNOWN
