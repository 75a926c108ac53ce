"""Yes, no, thanks, greetings and goodbyes around what a message is about: what else is in it."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Optional, Sequence

from rasa.shared.nlu.constants import INTENT_NAME_KEY

from thaw.leaving import says_goodbye
from thaw.safety.levels import LEVELS
from thaw.safety.menu import bare

_POLITE = frozenset({"thanks", "greet", "affirm", "deny", "goodbye"})
"""Intents that a question may begin with: "thank you, and will it pass?"."""
_ALSO = 0.15
"""Confidence from which the question is heard beside such an intent."""
_LAST_WORDS = {"thanks": re.compile(r"\b(?:thx|thanks|thank you|ta|cheers|ty|tysm|appreciate it|bless you)\W*$", re.IGNORECASE)}
"""With what a message ends that takes leave with thanks, whatever it begins with."""
UNSURE = 0.65
"""Confidence in something else up to which such an end is believed."""
_SEEN = 0.03
"""Confidence that the classifier itself has to have in it."""
LED = re.compile(
    r"^\W*(?:(?:no+|nope|nah|not really|yes|yeah|yep|yh|ok|okay|thanks|thank you|thx|ta|cheers|hi|hello|hey|well|true|right|oh)\b\W*)+"
    r"(?:(?:but|and|so|(?:its |it's )?just)\b\W*)?",
    re.IGNORECASE,
)
"""A yes, a no, thanks or a greeting that a message begins with, before what it goes on with."""
_BUT = re.compile(r"(?<!\W)\W+but\b\W*", re.IGNORECASE)
_JUST = re.compile(r"\bjust\W*$", re.IGNORECASE)
_GOES_ON = 3
"""Words that tell more than a yes or a no by itself."""
_AFTER_HELLO = 2
"""The same after a greeting: "hi im numb"."""
_YES_OR_NO = (["yes"], ["no"])


def after_the_first_word(text: str, ranking: List[Dict[str, Any]], offered: Sequence[Dict[str, Any]]) -> Optional[str]:
    """What a message goes on with that begins with a yes, a no, thanks or a greeting, and is likeliest no more than that.

    None if there is nothing more, if it is likelier something else, or if a yes or no was asked for.
    """
    best, begins = ranking[0], LED.match(text)
    if begins is None or any(bare(choice["title"]).split()[:1] in _YES_OR_NO for choice in offered if not choice.get("door")):
        return None
    if best[INTENT_NAME_KEY] in LEVELS or (best[INTENT_NAME_KEY] not in _POLITE and best["confidence"] > UNSURE):
        return None
    rest = _BUT.split(text[begins.end() :], maxsplit=1)[-1]
    rest = rest[begins.end() if (begins := LED.match(rest)) else 0 :]
    # "No. Just blank" tells in one word.
    fewest = _AFTER_HELLO if best[INTENT_NAME_KEY] == "greet" else _GOES_ON
    fewest = 1 if _JUST.search(text[: len(text) - len(rest)]) else fewest
    return rest if len(rest.split()) >= fewest else None


def taking_leave(text: str, ranking: List[Dict[str, Any]], is_safe: bool = False) -> Optional[Dict[str, Any]]:
    """The thanks or goodbye that a message ends with, where nothing else in it is sure; None if there is none. Thanks that end with a
    goodbye ("thanks, night") are one.

    `is_safe`: the screen looked at it and saw no danger, so that the head's suspicion holds nobody back.
    """
    if ranking[0][INTENT_NAME_KEY] == "thanks" and says_goodbye(text):
        return {INTENT_NAME_KEY: "goodbye", "confidence": ranking[0]["confidence"]}
    if ranking[0]["confidence"] > UNSURE or (ranking[0][INTENT_NAME_KEY] in LEVELS and not is_safe):
        return None
    ends = [name for name, words in _LAST_WORDS.items() if words.search(text)] + (["goodbye"] if says_goodbye(text) else [])
    return next((each for each in ranking if each[INTENT_NAME_KEY] in ends and each["confidence"] >= _SEEN), None)


def asked_politely(text: str, ranking: List[Dict[str, Any]]) -> Optional[Dict[str, Any]]:
    """The question in a message that is likeliest mere politeness and ends with a question mark; None if there is none."""
    if ranking[0][INTENT_NAME_KEY] not in _POLITE or not text.rstrip().endswith("?"):
        return None
    return next((each for each in ranking if each[INTENT_NAME_KEY].startswith("ask_") and each["confidence"] >= _ALSO), None)
