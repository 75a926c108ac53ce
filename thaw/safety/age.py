"""Whether a visitor says to be under 18, or grown up. By rules alone.

Only the writer's own age now counts: not others', not one of long ago, not what goes with school or home. An age in years outweighs
every other word, and one under 18 outweighs one above it.
"""

from __future__ import annotations

import re
from typing import Iterator, Literal, Optional

from thaw.once import once

Age = Literal["minor", "adult"]

OF_AGE, YOUNGEST = 18, 8
_UNITS = {name: number for number, name in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)}
_TEENS = {
    name: number
    for number, name in enumerate(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], 10
    )
}
_TENS = {name: number for number, name in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_NUMBER = rf"(\d\d?|eight|nine|{'|'.join(_TEENS)}|(?:{'|'.join(_TENS)})(?:[ -]?(?:{'|'.join(_UNITS)}))?)"

_NO_AGE = (
    r"(?!\w)(?!\s*(?:%|percent|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|lbs?|kgs?|pounds|stone|grand|seconds|times|miles|km|cm"
    r"|out of|am\b|pm\b"
    r"|k\b|/|\.\d|:|-\d|to \d|years? (?:in|into|sober|clean|married|post|on|out|late|deep|older|younger|of)|years? (?:\w+ )?(?:sober|clean)"
    r"|again\b|fifty\b|\w+s (?:in|into|down|behind|ahead|late|deep|away|over)\b))"
)
"""What may not follow a number that is an age."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\w*"
_COMING = (
    rf"\s+(?:(?:in|til|till|until) (?:{_MONTH}|the (?:spring|summer|autumn|fall|winter)|a (?:week|month|few)|\d+ (?:day|week|month)s?)\b"
    r"(?! (?:19|20)\d\d)"
    rf"|next (?:week|month|year|spring|summer|fall|autumn|winter|\w+day|{_MONTH})\b|tomorrow\b|soon\b|on (?:the|my|\w+day)\b)"
)
"""A birthday ahead."""
_I_AM = r"\b(?:i'?m|i am)"
_ADVERBS = r"(?:just |still |now |like |already |about |around |\w+ly )*"
_OLD = r"(?:[ -]?(?:(?:years?|yrs?)[ -]old|y/?o))"
_TAG = rf"(?:{_NUMBER} ?[fm]\b|\b[fm] ?{_NUMBER}\b)"
_THEIRS = r"(?!,? (?:son|daughter|kid|child|brother|sister|nephew|niece|grand\w+|cat|dog|marriage|relationship|and (?:he|she))\b)"

_STATED = re.compile(
    rf"{_I_AM} {_ADVERBS}{_NUMBER}(?:{_OLD}\b{_THEIRS}|[fm]\b|{_NO_AGE})"
    rf"|{_I_AM} an? {_NUMBER}{_OLD}\b{_THEIRS}"
    rf"|^\W*(?:aged? )?{_NUMBER}{_OLD}\b{_THEIRS}"
    rf"|\b(?:my age(?: is|:)?|age:) {_NUMBER}{_NO_AGE}"
    rf"|(?:^\W*|\b(?:hi|hey|hello|i|me|im|i'm|i am) [(\[]?){_TAG}"
    # "I'm a student nurse, 24"
    rf"|{_I_AM} an? (?:[a-z]+[ -]){{0,3}}[a-z]+, {_NUMBER}(?=\W*$| ?[,.;!)]| and\b)"
    # "17 and numb": the first words are as good as a name for oneself; "9 and flat" may be a number on a scale.
    rf"|^\W*(?!(?:[89]|10|eight|nine|ten)\b){_NUMBER},? (?:and|n|&) (?:(?:just|so|totally|completely|feeling|feel|all) )*"
    r"(?:numb|empty|nothing|dead inside|depressed|hollow|lost)\b"
    # "I turned 16 last week"; not "since I turned 16"
    rf"|\bi(?:'ve| have)?(?: just| only just)? turned {_NUMBER}{_NO_AGE}(?! in (?:19|20)\d\d)(?!.*\byears ago)"
)
_AHEAD = re.compile(
    rf"(?:{_I_AM} (?:only |just )?(?:turning|going on|almost|nearly|about to turn)|^\W*turning"
    r"|\bi(?:'?ll| will)? (?:only |do(?:n'?t| not) )?(?:turn|be))"
    rf" {_NUMBER}{_NO_AGE}"
    rf"|{_I_AM} {_NUMBER}{_COMING}"
)
"""An age that comes with the next birthday."""
_BIRTHDAY = re.compile(rf"(?<![\w-]){_NUMBER}{_COMING}")
"""The same, without who has it."""
_A_BIRTHDAY = re.compile(r"^\W*$|[,.;!(-]\W*$|\b(?:and|but|because|cos|cuz)\W*$")
_NOT_ONESELF_NOW = re.compile(
    r"\b(?:like|thinks?|says?|when(?:ever)?|since|until|till?|before|after|once|as if|as though|inside|pretend|imagine|wish|by the time"
    r"|(?:year|day|time|month|summer|night|age)(?: that)?|(?:told|tell|telling) (?:them|him|her|people|everyone|my \w+)"
    r"|(?:he|she|they|everyone|people|mum|mom|dad|son|daughter|friends?) (?:said|told \w+))\s*$"
)
"""What stands before an age that is only imagined, said by others, past, or still to come."""
_OTHERS = re.compile(r"\b(?:son|daughter|kids?|child|children|brother|sister|twins?|nephew|niece|grand\w+|boy|girl)s?\b")

_SCHOOL = r"(?:middle|high|secondary|grammar|elementary|primary) ?school|junior high|sixth form|(?:lower|upper) sixth"
_CLASS = r"(?:freshman|sophomore|junior|senior|student|pupil)"
_YEAR = (
    r"(?:(?:the )?(?:[4-9]|1[0-2])th grade|(?:the )?(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) grade"
    r"|(?:year|yr|grade) ?(?:[4-9]|1[0-3]|nine|ten|eleven|twelve|thirteen)\b(?! (?:of|at|as|into|in)\b))(?! (?:teacher|class\w*)\b)"
)
_MINOR = re.compile(
    rf"(?:{_I_AM}|^\W*) {{0,1}}{_ADVERBS}(?:"
    r"under ?(?:18|eighteen|age)\b|a minor\b|(?:not|not yet|not even|not quite) (?:18|eighteen)\b(?! any| months| years? \w+ )"
    r"|not an adult\b|not old enough\b|a (?:teen|teenager)\b(?! (?:mum|mom|mother|dad|parent)))"
    rf"|{_I_AM} (?:only|just|still|literally|legally)(?: still)? a (?:kid|child)\b(?! (?:at heart|inside))"
    rf"|(?:{_I_AM}|\bi go) {_ADVERBS}(?:in|at|to) (?:the )?(?:{_SCHOOL})\b(?! (?:teaching|working))|^\W*still (?:in|at) (?:{_SCHOOL})\b"
    rf"|(?:{_I_AM}|^\W*) {{0,1}}{_ADVERBS}in {_YEAR}"
    rf"|(?:{_I_AM} an?|^\W*(?:an? )?) {{0,1}}(?:(?:{_SCHOOL}) {_CLASS}|(?:[4-9]|1[0-2])th grader|{_CLASS} (?:in|at) (?:{_SCHOOL}))\b"
    rf"|{_I_AM} still at school\b(?!.*\b(?:uni\w*|college|grad\w*|phd|master\w*|nurs\w*|law|med\w*|teach\w*)\b)"
    r"|\b(?:doing|taking|sitting|revising for|studying for|starting) my (?:gcses?|a-? ?levels?)\b"
    r"|\b(?:until|till?|when|once|before|after) (?:i'?m|i am|i turn) (?:18|eighteen)\b|\b(?:until|till?) (?:i'?m|i am|i turn) 1[2-7]\b"
    r"|^\W*(?:i|im|i'm|idk|dunno|not sure)\b[^.?!]*\b(?:this|here|it)(?:'s| is|s)? (?:even |ok |okay |open |meant )*(?:for|to)"
    r" (?:teens|teenagers|minors|under 18s?|people my age)\b"
)
"""A minor in other words than years, or a pupil now."""
_ADULT = re.compile(
    rf"(?:{_I_AM}|^\W*(?:(?:no+|nope|yes|yeah|but|what|actually|sorry|wait|and)\W+)*) {{0,1}}(?:well |way |already |so |all |\w+ly )*(?:"
    r"(?:over|above|older than|past) (?:the age of )?(?:18|eighteen|21|[3-9]\d|thirty|forty|fifty|sixty|seventy)\b"
    r"(?! (?:minutes|hours|days|pounds|kg))"
    r"|an adult\b|a grown|grown ?-?up\b|of (?:legal )?age\b|(?:not|no|not even) (?:a )?(?:minor|underage|under (?:18|eighteen|age))\b"
    r"|in my (?:(?:early|mid|late)[ -])*(?:[2-9]0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties))"
)


@once
def told_age(text: str) -> Optional[Age]:
    """Whether the writer says to be under 18 (`minor`) or not (`adult`); None where nothing of their age now is said."""
    words = re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip()
    years = list(_years(words))
    if years:
        return "minor" if min(years) < OF_AGE else "adult"
    if _is_said(_MINOR, words):
        return "minor"
    return "adult" if _is_said(_ADULT, words) else None


def _years(words: str) -> Iterator[int]:
    """The ages that the writer says to have, each less one where its birthday is ahead."""
    ahead = [match for match in _AHEAD.finditer(words) if not _NOT_ONESELF_NOW.search(words[: match.start()])]
    if not _OTHERS.search(words):
        ahead += [
            match for match in _BIRTHDAY.finditer(words) if _A_BIRTHDAY.search(words[: match.start()]) and YOUNGEST <= _int(match) <= OF_AGE
        ]
    yield from (_int(match) - 1 for match in ahead)
    for match in _STATED.finditer(words):
        inside = any(each.start() <= match.start() < each.end() for each in ahead)
        if not inside and _int(match) >= YOUNGEST and not _NOT_ONESELF_NOW.search(words[: match.start()]):
            yield _int(match)


def _int(match: re.Match[str]) -> int:
    """The number that a match holds, in digits or words."""
    said = next(value for value in match.groups() if value)
    if said.isdigit():
        return int(said)
    if said in _TEENS or said in _UNITS:
        return _TEENS.get(said) or _UNITS[said]
    tens = next(name for name in _TENS if said.startswith(name))
    return 10 * _TENS[tens] + _UNITS.get(said[len(tens) :].strip(" -"), 0)


def _is_said(pattern: re.Pattern[str], words: str) -> bool:
    return any(not _NOT_ONESELF_NOW.search(words[: match.start()]) for match in pattern.finditer(words))
