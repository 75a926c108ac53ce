"""Whether a text can answer a question of the hand-off that takes only one kind of thing: a time, a place, a language, money."""

from __future__ import annotations

import re
from typing import Sequence

from thaw.english import STOP_WORDS
from thaw.handoff.words import LANGUAGES, about, names_a_country
from thaw.spelling import spelling

OF_ONE_KIND = ("since", "how", "place", "language", "cost")
"""Questions to which only one kind of thing is an answer."""
FREE_TIME = re.compile(
    r"(?:only |just |mostly |in the |on |at |not ){0,8}(?:early |late )?(?:evenings?|weekends?|mornings?|afternoons?|weekdays?|nights?"
    r"|lunch ?times?|after work|after hours|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?: only| please| best)*"
)
"""When someone can meet. It goes with how they can."""
_HOW = re.compile(
    r"\b(?:online|video\w*|remote(?:ly)?|virtual(?:ly)?|zoom|skype|phone|telephone|call|screen|computer|laptop|chat|in[- ]?person|irl"
    r"|real life|face[- ]?(?:to|2)[- ]?face|f2f|ftf|live|room|office|clinic|home|house|come to me|travel|drive|distance|either|both"
    r"|any(?:thing|way)?|whichever|whatever|no preference|mind|matter|equal(?:ly)?|depends|mix(?:ed)?|hybrid)\b"
)
_MONEY = re.compile(
    r"[$£€¥₹]|\b(?:costs?|fees?|insurance|insured|insurer|afford\w*|price[sdy]?|money|cash|sliding scale|cheap\w*|free|expensive|low|budget"
    r"|income|pay\w*|paid|salary|wages?|broke|skint|poor|rich|benefits|unemployed|student|pension\w*|nhs|medicaid|medicare"
    r"|private(?:ly)?|worry"
    r"|worries|worried|tight|dollars?|pounds?|euros?|bucks|hour|session|limit|up front|upfront)\b|\d"
)
_TIME = re.compile(
    r"\b(?:days?|weeks?|months?|years?|yrs?|decades?|hours?|since|after|before|when|while|ages|ever|always|forever|never|long|life"
    r"|recent\w*"
    r"|lately|child\w*|teen\w*|young|kid|born|birth|uni|school|college|start\w*|began|begun|beg[iu]n\w*|came|onset|gradual\w*|slowly"
    r"|sudden\w*|last"
    r"|late|early|mid|today|yesterday|tonight|ago|time|covid|pandemic|lockdown|spring|summer|autumn|fall|winter|christmas|easter|new year"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|week|year|(?:my|the) \w*\d0s"
    r"|at \d+|(?:age|aged) \d+|until|remember|further|back|on and off|off and on)\b|^\W*(?:(?:19|20)\d\d|\d{1,2})\W*$|\b(?:19|20)\d\d\b"
)
_BARE = 4
"""Words up to which an event can stand for its time: "the divorce"."""
_OF_AN_EVENT = "the my a an our this his her of and first last becoming being getting off out to on"
_OF_NO_EVENT = STOP_WORDS - frozenset(_OF_AN_EVENT.split())
"""Words with which a few others tell no event."""
_BRIEF = 8
"""Words up to which a text can speak of money without its name: "it's fine for now"."""
_LEAD = re.compile(
    r"^(?:(?:i'?m|i am|i|we|we'?re|it'?s|somewhere|anywhere|someone|live|living|based|located|staying|moved|to|in|from|near|around|just"
    r"|maybe|the|would be|should be|preferably|ideally|still|currently|outside|over) )*"
)
_OF_A_PLACE = frozenset(
    {
        "in",
        "near",
        "around",
        "of",
        "the",
        "and",
        "or",
        "to",
        "from",
        "by",
        "at",
        "on",
        "upon",
        "off",
        "over",
        "up",
        "down",
        "next",
        "between",
    }
    | {"top", "bottom", "side", "anywhere", "somewhere", "nowhere", "my", "us"}
)
"""Words without content that a place may hold."""
_NO_PLACE = re.compile(
    r"\b(?:therap\w+|clinicians?|counsell?ors?|psycho\w+|doctors?|wom[ae]n|m[ae]n|(?:fe)?male|older|younger|feel\w*|numb\w*|sorry|thanks?"
    r"|please|think|thing|things|know|want|need|like|summary|question|answer|sleep|sad|tired|hello|hi"
    r"|yes|okay)\b"
)
_SHORTENED = frozenset({"t", "re", "ve", "ll", "d", "m"})
"""What stands behind the apostrophe of "don't", "we're"."""
_POLITE = re.compile(r"(?<![ ,])[ ,]+(?:please|pls|thanks|thank you)$")
_OF_THERAPY = re.compile(
    r"^(?:(?:ok|okay|well|so|um|uh|hm+|haha|lol|oh|honestly|tbh|actually|ugh)[ ,.]+)*"
    r"(?:yes+|yeah+|yep|yup|ya|yea|sure|no+|nope|nah|never|none|not|nothing|once|twice|tried|kind ?of|sort ?of|kinda|sorta|briefly"
    r"|several|loads"
    r"|lots|plenty|some|many|too many|a (?:few|couple|bit|little|lot|while|long time)|i (?:have|did|had|do|tried|went|was in|saw|never"
    r"|quit|stopped)"
    r"|i'?ve|i'?m (?:in|seeing|having)|(?:one|two|three|four|five|six|\d+|a few|years|months|weeks|decades)\b)"
    r"|\b(?:therap\w*|counsel\w*|psych\w*|cbt|dbt|emdr|ipt|iapt|nhs|act|analysis|sessions?|shrinks?|hospital|inpatient|outpatient|rehab"
    r"|clinics?"
    r"|groups?|coach\w*|doctors?|gp|pastor|priest|rabbi|imam|help(?:ed|s|ing)?|tried|quit|gave up|treatment|programme?s?|ago|times?"
    r"|school|college|uni"
    r"|university|childhood|kid|teen\w*|betterhelp|talkspace|app|apps|currently|still|waiting list|wait ?list|afford|meds?|medication"
    r"|pills|tablets"
    r"|antidepressants|someone|somebody|worksheets?|diagnos\w*|first time|before|new to|couples?|marriage|family|eap|hypno\w*"
    r"|somatic|aa|samaritans|awful|terrible|useless|pointless|bad|worked|been there|(?:took|made|sent) me|in my \w+)\b"
    r"|^(?:i guess|i suppose|for (?:my|an?|the)\b)"
)
"""How earlier therapy is told: a yes or a no, how often, with whom."""
_ANY_LANGUAGE = re.compile(
    r"\b(?:any|either|both|whatever|whichever|same|mother tongue|native|this one|this language|bilingual|two languages"
    r"|what i(?:'m| am) writing)\b"
)


def fits(text: str, field: str) -> bool:
    """Whether a text can be an answer to the question about a field. Where any words will do, it always is."""
    plain = " ".join(text.lower().replace("’", "'").split()).strip(" .!…?,")
    check = {"since": _is_time, "how": _is_how, "place": _is_place, "language": _is_language, "cost": _is_about_money}.get(field)
    check = _is_of_therapy if field == "therapy" else check
    return check is None or check(plain)


def without_lead(place: str) -> str:
    """A place without the words that lead up to it ("I live in")."""
    return _LEAD.sub("", _POLITE.sub("", place.lower()))


def _is_of_therapy(plain: str) -> bool:
    return bool(_OF_THERAPY.search(plain))


def _is_time(plain: str) -> bool:
    if _TIME.search(plain) or re.search(r"\d", plain):
        return True
    words = re.findall(r"[\w']+", plain)
    tells_an_event = len(words) <= _BARE and not {*words} & _OF_NO_EVENT
    return tells_an_event and about(plain, certain=False) in (None, "since", "touches", "therapy")


def _is_how(plain: str) -> bool:
    return bool(_HOW.search(plain) or FREE_TIME.fullmatch(plain))


def _is_place(plain: str) -> bool:
    if names_a_country(plain):
        return True
    if "," in plain:
        # Whatever stands beside it: what a summary never carries is taken out of it elsewhere.
        return any(_is_place(part.strip()) for part in plain.split(",") if part.strip())
    name = _LEAD.sub("", _POLITE.sub("", plain))
    if not name or about(plain, certain=False) in ("how", "language", "cost", "since") or FREE_TIME.fullmatch(plain):
        return False
    words = re.findall(r"[\w'-]+", name)
    return not _NO_PLACE.search(name) and not any(word in STOP_WORDS - _OF_A_PLACE or _is_shortened(word, words) for word in words)


def _is_shortened(word: str, words: Sequence[str]) -> bool:
    """Whether an apostrophe stands for letters left out ("it's", "don't"), and not for whose it is, as in "King's Lynn"."""
    stem, apostrophe, end = word.partition("'")
    if end == "s":
        return stem in STOP_WORDS or "my" in words
    return bool(apostrophe) and end in _SHORTENED


def _is_language(plain: str) -> bool:
    if LANGUAGES.search(plain) or _ANY_LANGUAGE.search(plain) or any(letter.isalpha() and not letter.isascii() for letter in plain):
        return True
    # A language of which the list knows nothing is a word that no English dictionary has.
    words = re.findall(r"[a-z]+", plain)
    return 0 < len(words) <= 2 and not names_a_country(plain) and not any(spelling().knows(word) for word in words)


def _is_about_money(plain: str) -> bool:
    if _MONEY.search(plain):
        return True
    return len(plain.split()) <= _BRIEF and about(plain) is None and not FREE_TIME.fullmatch(plain)
