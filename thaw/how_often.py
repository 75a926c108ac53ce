"""On how many of the fourteen days something was so, read from words for a frequency: "5 days a week", "most nights", "now and then"."""

from __future__ import annotations

import re
from typing import Optional

HIGHEST = 3
"""What the last of the standard answers is worth."""
_WORDS = 8
"""Words up to which a text can be an answer to how often. More is something told."""
_DAYS = 14
_WORDS_FOR_DAYS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS_FOR_DAYS, start=1)}
_PLACES = {
    word: place
    for place, words in enumerate(("1 one first", "2 two second", "3 three third", "4 four fourth last"))
    for word in words.split()
}
"""A choice's place in the list, as everywhere in the chat."""
_ON_THE_SCALE = {"0": 0, "zero": 0, "1": 1, "one": 1, "2": 2, "two": 2, "3": 3, "three": 3}
"""A bare number, as the sheet itself counts: 3 is nearly every day."""
_OFF_THE_SCALE = frozenset({"4", "four"})
"""Neither a number of the sheet nor told to be one of days: the fourth choice, or four days."""
_PLACE = re.compile(r"^(?:the |number |option )?(\w+)(?: one)?$")
_FREQUENCIES: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (worth, re.compile(rf"\b(?:{words})(?!\w)"))
    for worth, words in (
        (1, r"not (?:nearly |quite )?(?:every ?day|all the time|always|daily|(?:that |very |so )?(?:often|much|many)|most days)"),
        (2, r"half|majority|mostly|usually|a lot|(?:very |quite |pretty |really )?often"),
        (2, r"every (?:(?:other|second|2nd) (?:day|night)|(?:2|two) days)|(?:(?:every|most|on) )?(?:week|work(?:ing)?) ?days?"),
        (1, r"every (?:3|three|4|four|5|five|few) days"),
        (1, r"(?:every |most |at |on |only |just )?(?:the )?weekends?$"),
        (2, r"most (?:of the )?(?:days|time|nights|mornings|evenings|week|weeks|fortnight)|more (?:days|often) than not"),
        (3, r"(?:every|each) ?(?:single )?(?:day|night|morning|evening)|daily|nightly|all (?:the time|day|week|of it)"),
        (3, r"(?:times|hours|once|twice) (?:a|per|every) day"),
        (3, r"always|constantly|non ?stop|24 7|the whole time"),
        (1, r"several|some|some ?times?|few|couple|once|twice|occasionally"),
        (1, r"now and (?:then|again)|on and off|off and on|here and there|at times|rarely|hardly(?: ever)?|seldom|a (?:bit|little)"),
        (0, r"^(?:no+|nope|nah|none|zero|nil|never)$|^(?:no+|nope|nah) (?:never|not|i (?:havent|hadnt|wasnt|didnt))|^never (?!mind)\w"),
        (0, r"not (?:at all|once|really|ever|a day)|no days|at no time|i never"),
    )
)
"""From the narrow to the wide; the first that is found counts."""
_UNSURE = re.compile(r"\b(?:no (?:idea|clue)|not sure|unsure|dont know|dunno|idk|hard to (?:say|tell))\b")
_COUNT = re.compile(r"\b(\d{1,2}|" + "|".join(_WORDS_FOR_DAYS) + r")\b")
_OF_DAYS = re.compile(r"\b(?:days?|nights?|evenings?|mornings?|times?|out of|of (?:the )?(?:14|fourteen))\b")
_OF_A_WEEK = re.compile(r"\b(?:(?:a|per|each|every|in a|of the) week|weekly|(?:out )?of (?:the )?(?:7|seven))\b")
"""With what a count is one of seven days: the question is about two weeks."""
_NO_COUNT = re.compile(r"\b(?:a|per|every|each) (?:single )?day\b|\bevery \w+ days\b")
"""With what a number counts no days: "twice a day", "every 2 days"."""
_WHEN_IN_A_DAY = re.compile(
    r"^(?!(?:night|morning|evening|afternoon)$)(?:(?:yeah|yes|well|um|hm+|its|it is|i guess|mostly|mainly|usually|just|only|more|worse"
    r"|worst|really|kinda|like|when its|in|at|during|around|late|later|early|the|first thing|especially) )*"
    r"(?:night ?times?|nights?|mornings?|evenings?|afternoons?|day ?time|dark|bed ?time|midnight|noon)"
    r"(?: (?:mostly|mainly|usually|really|only|tbh|i guess|i think|when im (?:alone|in bed)))*$"
)
"""At what hour it is so, which names no number of days."""
_MOST_OR_ALL = re.compile(r"\b(?:most|every|each|all|half|some|few|several|couple|many)\b(?! (?:often|like)\b)")


def how_often(plain: str) -> Optional[int]:
    """What words for a frequency are worth, from 0 (not at all) to 3 (nearly every day); None if they name none.

    A bare 0 to 3 is the sheet's own number, "the third one" the place of a choice; any number from 5 on counts the fourteen days.
    """
    if not plain or len(plain.split()) > _WORDS or _UNSURE.search(plain):
        return None
    if plain in _ON_THE_SCALE or plain in _OFF_THE_SCALE:
        return _ON_THE_SCALE.get(plain)
    place = _PLACE.match(plain)
    if place and place[1] in _PLACES:
        return _PLACES[place[1]]
    if says_when(plain):
        return None
    count = _COUNT.search(plain)
    if count and not _NO_COUNT.search(plain) and (plain == count[1] or _OF_DAYS.search(plain)):
        number = _NUMBERS.get(count[1]) or int(count[1])
        return _of_days(number * 2 if _OF_A_WEEK.search(plain) else number)
    return next((worth for worth, words in _FREQUENCIES if words.search(plain)), None)


def says_when(plain: str) -> bool:
    """Whether words name the hours at which it is so ("mostly at night"), and not on how many days."""
    return bool(_WHEN_IN_A_DAY.match(plain)) and not _MOST_OR_ALL.search(plain)


def _of_days(days: int) -> Optional[int]:
    """What a count of the fourteen days is worth."""
    if days > _DAYS:
        return None
    return 0 if days == 0 else 1 if days < _DAYS / 2 else 2 if days < _DAYS - 2 else HIGHEST
