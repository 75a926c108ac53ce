"""Wishes that are about a place, a while or a thing, and not about being gone; and what was bought in the hope that it would help.

By rules alone. Each needs its object: "I wish I could disappear" has none.
"""

from __future__ import annotations

import re

from thaw.safety.no_harm import HARMS
from thaw.safety.normalise import plain
from thaw.safety.plans import are_named

_PLACE = (
    r"(?:beach|island|cabin|cottage|hut|caravan|spain|greece|italy|bali|thailand|countryside|seaside|hotel|spa|monastery|retreat|cottage"
    r"|desert island|somewhere (?:nobody|no one|noone) knows me|somewhere (?:warm|sunny|quiet|hot|new)|mountains|highlands|farm"
    r"|another (?:city|town|country)|abroad)"
)
_THING = (
    r"(?:book|novel|film|movie|game|sofa|couch|duvet|blanket|crowd|music|telly|tv|show|series|phone|xbox|playstation|dog|cat|garden|shed"
    r"|coffee|tea|radio|headphones)"
)
_WHILE = (
    r"(?:for|just for) (?:an?|the|one|two|three|a few|a couple of)? ?(?:fortnight|weeks?|months?|weekends?|hours?|days?|summer|holiday)\b"
)
_GONE = r"(?:disappear|vanish|evaporate|escape|run away|go away|go|be)"
_WISHES = re.compile(
    rf"\b{_GONE}\b (?:\w+ ){{0,3}}?(?:to|into|in|on|under|off to) (?:\w+ ){{0,2}}{_PLACE}\b|\b{_GONE} {_PLACE}\b"
    rf"|\b(?:disappear|vanish|evaporate|escape|run away|go away|get away) (?:\w+ ){{0,4}}{_WHILE}"
    rf"|\b(?:disappear|vanish) (?:in)?to (?:\w+ ){{0,2}}{_THING}\b"
    rf"|\b(?:left alone|left in peace|be alone) with (?:\w+ ){{0,2}}{_THING}\b"
    r"|\b(?:left alone|left in peace|in peace) (?:by (?:my|the|her|him|them|people|everyone)\b|at (?:work|parties|home|lunch|the)\b)"
)
_ALONE = re.compile(
    r"\b(?:left|leave me) (?:alone|in peace)\b|^(?:\W|well|honestly|but|so)*(?:nobody|no one)(?: would|'d)(?: even)? notice\W*$"
)
_NO_PLANS = re.compile(
    r"\bno (?:\w+ )?plans\b.{0,20}\b(?:future|drift\w*|nothing (?:i )?(?:want|excites|interests)|weekend|summer)\b|\bno future plans\b"
)
_FORGOTTEN = re.compile(
    r"\b(?:eras(?:e|ing)|wip(?:e|ing)|delet(?:e|ing)|forget|get|remove|rid of|block(?:ing)?)\b (?:\w+ ){0,4}?(?:(?:from|out of"
    r"|off) (?:my )?"
    r"(?:memory|memories|mind|head|brain|heart|past|life)|memory|memories)\b"
    r"|\b(?:eras(?:e|ing)|wip(?:e|ing)|delet(?:e|ing)|skip|undo) (?:\w+ )?(?:the |this |that |these |those )?(?:last |past )?"
    r"(?:\w+ )?(?:years?|months?|weeks?|night|day|summer|relationship|marriage|divorce)\b"
)
_HOPED = re.compile(
    r"\b(?:bought|booked|got (?:an?|the|my|promoted|married|engaged)|adopted|joined|tried|started|took up|signed up|moved|changed"
    r"|ordered|rented|planned|went on|dyed|cut)\b"
    r"[^.!?]{0,60}\b(?:hop(?:ed|ing)|think(?:ing)?|thought|figured|expect(?:ed|ing)) (?:(?:maybe )?(?:that|it|this) ?)?(?:would|'d"
    r"|will|might)"
    r" (?:finally |just )?(?:do (?:it|the (?:trick|job))|help|work|fix (?:it|me)|be it)\b"
    r"|\b(?:hop(?:ed|ing)|think(?:ing)?|thought|figured|expect(?:ed|ing)) (?:that|it|this)(?: would|'d) do the (?:trick|job)\b"
)
_NO_CHEER = re.compile(
    r"\b(?:something|stuff|some|them|things|one[- ]way|gas|helium|nitrogen|charcoal|hose|belt|cord|cable|wire|drugs?|drink\w*|drank|vodka"
    r"|whisky|alcohol|meds|medicine|medication|weed|height|high|tree|car into|wall|drunk|drove|driv\w+|fast|speed\w*|crash\w*|lake"
    r"|sea|water|tracks)\b"
)
_GLADDER = re.compile(
    r"\b(?:happier|better|easier|glad|relieved)\b.{0,25}\bif i (?:could |was able to |would |can )?(?:just |only |finally |even )*"
    r"(?:laugh\w*|smil\w*|feel\w*|felt|cr(?:y|ied)|talk\w*|enjoy\w*|join\w*|cheer\w*|relax\w*|open\w*|care\w*)\b"
)
_FILLS_THE_QUIET = re.compile(
    r"\bdo(?:ing)? (?:it|this|that)\b.{0,25}\b(?:silen(?:ce|t)|quiet|noise|background|company|bored|boredom|pass the time|kill time"
    r"|kill the (?:time|silence)|something to do)\b"
)
_GRAVE = re.compile(
    r"\b(?:die|dying|dead|death|suicid\w*|forever|for good|never (?:come|wake|be)|not (?:come|wake) (?:back|up)|gone for|end it"
    r"|this (?:world|earth|planet|life)|wake up|without me|myself|bleed\w*|blood|pain|scar\w*|burn\w*|exist\w*|heaven|grave|alive|tonight"
    r"|live anymore|living)\b"
)


def wishes_for_elsewhere(text: str) -> bool:
    """Whether a text wishes to be somewhere, for a while or with something, and names nothing graver."""
    return _says(text, _WISHES)


def wishes_for_quiet(text: str) -> bool:
    """Whether a text wants to be left in peace, has no plans, or says that nobody would notice: more often numb than in danger."""
    return _says(text, _ALONE) or _says(text, _NO_PLANS)


def wishes_it_forgotten(text: str) -> bool:
    """Whether it is a memory, a time or a person's place in the mind that a text wants gone."""
    return _says(text, _FORGOTTEN)


def hoped_it_would_help(text: str) -> bool:
    """Whether something harmless was bought or begun in the hope that it would do the trick."""
    return _says(text, _HOPED) and not _NO_CHEER.search(plain(text))


def would_be_gladder(text: str) -> bool:
    """Whether others would be happier if the writer could laugh, or feel."""
    return _says(text, _GLADDER)


def fills_the_quiet(text: str) -> bool:
    """Whether "it" is done against the silence, or to pass the time."""
    return _says(text, _FILLS_THE_QUIET)


def _says(text: str, pattern: re.Pattern[str]) -> bool:
    words = plain(text)
    found = pattern.search(words)
    rest = words.replace("kill the silence", "").replace("kill time", "").replace("kill the time", "")
    return bool(found) and not (_GRAVE.search(rest) or HARMS.search(rest) or are_named(words))
