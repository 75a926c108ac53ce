"""A visitor's words as they go into a summary, and what a text is about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Optional, Pattern

import pycountry

from thaw.handoff.form import MAX_WORDS
from thaw.handoff.private import without

_INVISIBLE = re.compile(r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1f]+")
POOR_ENGLISH = re.compile(r"\b(?:my|bad|poor|broken) english\b|\benglish (?:is )?(?:not|isn'?t)\b")

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|few|couple(?: of)?|several|some|many|half an?)"
)
_WHEN = (
    r"(?:about |around |maybe |like )?(?:early |late |last |this |the )*(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|autumn|fall|winter|christmas|new year|easter|year|month|week)"
)
_DURATION = rf"{_NUMBER}\s+(?:or (?:so )?|to |and a half )?(?:{_NUMBER}\s+)?(?:days?|weeks?|months?|years?|yrs?|decades?)(?: and a half)?"
TIME_SPAN = re.compile(
    rf"\b(?:for|since|these|it'?s been|been|(?:for )?the (?:last|past)) (?:about |around |over |almost |nearly |like |maybe |more than )*"
    rf"(?P<span>{_DURATION})\b|\b(?P<now>{_DURATION}) now\b|\b(?P<since>since {_WHEN}(?: (?:19|20)\d\d)?)\b"
)
"""How long something has been so, within a longer text."""
_SPOKEN = (
    r"english|spanish|espanol|español|french|german|italian|portuguese|polish|russian|ukrainian|arabic|farsi|persian"
    r"|turkish|hindi|urdu|bengali|punjabi|tamil|mandarin|cantonese|chinese|japanese|korean|vietnamese|tagalog|dutch|swedish"
    r"|greek|hebrew|sign language|asl"
)
LANGUAGES = re.compile(
    rf"\b(?:{_SPOKEN}|romanian|czech|slovak|hungarian|danish|norwegian|finnish|icelandic|bulgarian|serbian|croatian|bosnian|slovenian"
    r"|albanian|macedonian|lithuanian|latvian|estonian|welsh|irish|gaelic|catalan|basque|galician|armenian|georgian|azerbaijani|kazakh|uzbek"
    r"|mongolian|thai|lao|khmer|burmese|indonesian|malay|filipino|swahili|somali|amharic|tigrinya|hausa|yoruba|igbo|zulu|xhosa|afrikaans"
    r"|pashto|dari|kurdish|nepali|sinhala|gujarati|marathi|telugu|malayalam|kannada|creole|yiddish|bsl|auslan|deutsch|anglais|francais|polski"
    r"|italiano|castellano|spanglish|inglese?|ingles)\b"
)
"""Names of languages; some of them also say where someone is from, so that only the question about the language takes all of them."""
_ABOUT: dict[str, Pattern[str]] = {
    "since": re.compile(
        rf"\b{_NUMBER}\s+(?:or\s+{_NUMBER}\s+)?(?:day|week|month|year|yr|decade)s?\b|\b(?:day|week|month|year|decade)s\b"
        rf"|\bsince {_WHEN}\b|\b(?:as long as i can remember|all my life|my whole life|since (?:childhood|forever))\b"
    ),
    "how": re.compile(r"\b(?:online|video|remote(?:ly)?|virtual(?:ly)?|zoom|in[- ]person|face[- ]to[- ]face)\b"),
    "language": re.compile(rf"\b(?:{_SPOKEN})\b"),
    "cost": re.compile(r"\b(?:costs?|fees?|insurance|afford|price|money|sliding scale|cheap(?:er)?|expensive)\b"),
    "therapy": re.compile(r"\b(?:therap(?:y|ist|ists)|counsell?(?:or|ing)|cbt|psychologist|psychiatrist)\b"),
    "touches": re.compile(r"\b(?:work|job|school|relationships?|marriage|partner|friends?|family|body|sleep|energy)\b"),
}
_NAMED = {
    **_ABOUT,
    "touches": re.compile(rf"\bit touches\b|{_ABOUT['touches'].pattern}"),
    "signs": re.compile(r"\b(?:signs?|fits|numb(?!er)\w*|feel(?:ing)?s?|what it(?:'?s| is) like)\b"),
    "since": re.compile(rf"\b(?:since|long|when|time|years?|dates?)\b|{_ABOUT['since'].pattern}"),
    "how": re.compile(rf"\bmeet\w*\b|{_ABOUT['how'].pattern}"),
    "place": re.compile(r"\b(?:country|region|city|state|place|where|location)\b"),
    "language": re.compile(rf"\blanguage\b|{_ABOUT['language'].pattern}"),
    "missed": re.compile(r"\b(?:missing|missed|wrong)\b"),
    "wish": re.compile(r"\b(?:wish|clinician|looking for)\b"),
}
_ONLY = {
    "since": re.compile(
        r"^(?:it'?s been |it(?:'?s| is| was) )?(?:only |just |about |around |over |almost |nearly |more like |maybe |probably |like |for )*"
        rf"(?:{_DURATION}|since {_WHEN}(?: (?:19|20)\d\d)?)(?: now| ago| or so| maybe| already)*"
    ),
    "how": re.compile(
        r"^(?:i'?d (?:like|prefer|rather)(?: to meet)? |prefer(?:ably)? |rather |maybe |probably |just |over |by |via |on )*"
        rf"{_ABOUT['how'].pattern}(?:(?:,| or| and| but)+(?: also| maybe)? {_ABOUT['how'].pattern})*"
    ),
    "language": re.compile(
        rf"^(?:in |i speak |speaking |prefer(?:ably)? )*{_ABOUT['language'].pattern}"
        rf"(?:(?:,| or| and)+ {_ABOUT['language'].pattern})*(?: speaking)?"
    ),
    "touches": re.compile(
        r"^(?:mostly |mainly |it'?s |just |my |the |at |about )*(?:work|job|relationships?|marriage|friend(?:ship)?s|family|kids|body"
        r"|sleep)(?: (?:mostly|mainly|most|too))*"
    ),
}
"""What a value of a field looks like when there is nothing else in the text."""
_TAIL = re.compile(
    r"(?:,? (?:please|only|obviously|of course|naturally|ideally|definitely|i guess|i suppose|if possible"
    r"|is (?:fine|best|better)|would be (?:good|best|better)))+$"
)
CERTAIN = ("since", "how", "language", "place")
"""Fields that a text names by its content alone."""


def kept(text: str, field: Optional[str] = None) -> str:
    """The visitor's words, trimmed; without what a summary never carries (`thaw/handoff/private.py`).

    Args:
        text: the words.
        field: the question they answer, if that is known by now: until then a name by itself may be that of a city.
    """
    words = without(trimmed(text), is_place=field in (None, "place"))
    if len(words) > MAX_WORDS:
        words = words[: MAX_WORDS - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
    return words if words.strip("….,;:!?-– ") else ""


def trimmed(text: str) -> str:
    """A text in one line, without what can't be seen."""
    return " ".join(_INVISIBLE.sub(" ", text).split())


def about(text: str, certain: bool = True) -> Optional[str]:
    """The field that a text answers by what it says; only the certain ones, or also by a likely word."""
    plain = text.lower()
    for field, pattern in _ABOUT.items():
        if (field in CERTAIN or not certain) and pattern.search(plain):
            return field
    return "place" if names_a_country(plain) else None


def only_a_value(text: str) -> Optional[str]:
    """The field of which a text is a value and nothing more: "about two years", "online please", "Spanish", "the UK"."""
    plain = text.lower().replace("’", "'").strip(" .!…,?")
    plain = _TAIL.sub("", plain)
    for field, pattern in _ONLY.items():
        if pattern.fullmatch(plain):
            return field
    place = _countries().fullmatch(re.sub(r"^(?:i'?m |i live |live |somewhere )*(?:in |from )?(?:the )?(?!us$)", "", plain))
    return "place" if place else None


def named(text: str) -> Optional[str]:
    """The field that a text speaks of ("take out the part about work")."""
    plain = text.lower()
    return next((field for field, pattern in _NAMED.items() if pattern.search(plain)), "place" if names_a_country(plain) else None)


def names_a_country(text: str) -> bool:
    """Whether a text holds a country's name or one of the short forms people use."""
    return bool(_countries().search(text.lower()))


def country_name(code: Optional[str]) -> Optional[str]:
    """A country's name for people, given its two letters."""
    found = pycountry.countries.get(alpha_2=code) if code else None
    return str(getattr(found, "common_name", found.name)) if found else None


@lru_cache(maxsize=1)
def _countries() -> Pattern[str]:
    known = {name.lower() for each in pycountry.countries for name in (each.name, getattr(each, "common_name", each.name))}
    # "Jordan" and "Georgia" are also people and a state: a place is what the question asks for anyway.
    known |= {"usa", "the us", "u.s.", "america", "uk", "england", "scotland", "wales", "northern ireland", "russia", "turkey"}
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True)) + r")(?!\w)")
