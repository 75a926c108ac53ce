"""What is said around the two questions of the self-check: to go back to one, what the sum was, why only two, whether it diagnoses."""

from __future__ import annotations

import re
from typing import Optional

_LED = r"^(?:(?:ok|okay|so|but|and|well|wait|oh|oops|hm+|um+|no|sorry|actually|please|then|yeah|lol|hey) )*"
_ENDS = r"(?: (?:again|please|pls|then|now|back|over|lol|ok|for a (?:sec|second|moment)))*\??$"
_WHICH = re.compile(r"\b(first|second|last)\b")
_THE_ONE = r"(?:it|that|this|(?:(?:my|the|that) )?(?:(?:first|second|last|previous|other|earlier) )?(?:one|question|answers?))"
_MAY_I = r"(?:(?:can|could|may|should) i|can we|let me|lemme|id like to|i want to|i need to|i wanna|how do i|is it possible to)"
_GOES_BACK = re.compile(
    rf"{_LED}(?:{_MAY_I} )?(?:just )?"
    rf"(?:go back(?: (?:to|one|a step))*(?: {_THE_ONE})?|start (?:it |this )?(?:over|again)|try again"
    rf"|(?:redo|undo|change|fix|correct|retake|retry|edit|switch|re ?answer) {_THE_ONE}"
    r"|(?:do|take) (?:it|this|them|the test|the check) (?:again|over))" + _ENDS + "|"
    # What the question was, or that the answer to it was a slip.
    rf"{_LED}(?:what|whats|remind me what)(?: (?:was|is|did))? (?:the |my )?(?:first|second|last|previous|other) (?:question|one)"
    rf"(?: (?:was|say|ask|about))*{_ENDS}|"
    rf"{_LED}(?:(?:i|that was|it was|this was) )?(?:(?:made|was|is) )?(?:a |my )?"
    r"(?:(?:mistake|accident|typo|error)\b|by (?:mistake|accident)\b"
    r"|(?:mis ?clicked|mistyped|misread|mis ?pressed)\b|(?:(?:clicked|pressed|hit|tapped|picked|chose|gave|typed) )?(?:the )?wrong"
    r" (?:one|answer|button|number|thing|question)\b)"
)
_MY_SCORE = re.compile(
    rf"{_LED}(?:(?:what|whats|where|wheres|tell me|show me|remind me|can i (?:see|get|have)|do i get)\b(?: (?:was|is|did|of|me|what))* )?"
    rf"(?:my|the) (?:final |total )?(?:score|results?|sum|total)(?: (?:was|is|be))?{_ENDS}|{_LED}what did i (?:get|score){_ENDS}"
)
_WHY_TWO = re.compile(
    rf"{_LED}(?:why|how come|is it|is that|are there|just|only)\b(?: \w+){{0,4}} (?:two|2)"
    r"(?: (?:questions?|qs|only|short|it|all|there|is|enough|of them))*\??$"
    rf"|{_LED}how can (?:just |only )?(?:two|2) questions\b.*$"
)
_DIAGNOSES = re.compile(
    rf"{_LED}(?:(?:is|are|will|does|do|can|could|would|wont) )?(?:this|it|that|you|they|these|the (?:check|test|questions|quiz))?"
    r"(?: (?:going to|gonna|actually|really|even|be|just|like))*(?: (?:a|an|my|official|real|medical|proper))*"
    rf" ?(?:diagnose(?: me| it| that| depression)?|diagnosis|diagnostic){_ENDS}"
)
_COUNTS = re.compile(
    rf"{_LED}(?:do|does|should|would|will|what|which)(?: i| you)? ?(?:(?:it|that|this|they|days?|weekends?|the weekend|holidays?|sick days?"
    r"|half days?|days off) )*(?:still |even |also )?counts?\b.*$"
    rf"|{_LED}what if (?:i was|i am|im|ive been|i were) (?:on|off|away|sick|ill|busy|at)\b.*$"
)
_ECHO = re.compile(
    r"^(?:(?:feeling|being|little|no|interest|pleasure|in|doing|things|or|and|down|depressed|hopeless|bothered|by)[ ?]+)+(?=\S)"
)
_HEDGED = re.compile(r"^(?:(?:i guess|i think|i suppose|maybe|probably|perhaps|like|id say|say|a|um+|hm+|so|well|ok|its) )+")
_AFTER = re.compile(r"(?: (?:i guess|i think|i suppose|maybe|probably|tbh|honestly|lol))+\??$")
DAYS = "utter_check_what_counts"
ABOUT = {"utter_check_why_two": _WHY_TWO, "utter_check_no_diagnosis": _DIAGNOSES, DAYS: _COUNTS}
"""What is asked about the check, by the response that answers it."""


def answered_by(plain: str) -> Optional[str]:
    """The response that answers what a bare text asks about the check, or None."""
    return next((response for response, asks in ABOUT.items() if asks.match(plain)), None)


def goes_back(plain: str) -> bool:
    """Whether a bare text goes back to a question: to change the answer, to read it again, or because the answer was a slip."""
    return bool(_GOES_BACK.match(plain))


def which(plain: str) -> Optional[str]:
    """Which question a bare text names by its place."""
    found = _WHICH.search(plain)
    return found[1] if found else None


def asks_the_sum(plain: str) -> bool:
    """Whether a bare text asks what the answers came to."""
    return bool(_MY_SCORE.match(plain))


def without_echo(plain: str) -> str:
    """An answer without the words of our own question before it, and without a "maybe" around a number."""
    rest = _ECHO.sub("", plain)
    return _AFTER.sub("", _HEDGED.sub("", rest)) if re.search(r"\d", rest) else rest


def echoes_a_number(plain: str) -> bool:
    """Whether a bare text only says words of our own question and a number: "hopeless? i guess 2"."""
    return bool(_ECHO.match(plain)) and bool(re.fullmatch(r"\d", without_echo(plain)))
