"""The optional self-check: the two questions of the PHQ-2, a screening that doctors use. Pure: no Rasa, no network, no database.

It is never a diagnosis. Two answers give a sum of 0 to 6; any sum is answered with the same respect, one of `REACHED` or more with the
doors to a doctor and a therapist. The PHQ-2 is in the public domain.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Mapping, NamedTuple, Optional, Sequence

from thaw.responses import responses
from thaw.taken_back import settled

FORM, SLOT = "check_form", "self_check"
"""The dialogue engine's names for the questions, and for where their state is kept."""
QUESTIONS = ("utter_ask_check_interest", "utter_ask_check_mood")
"""The responses that ask, in order. Their first choices are the standard answers, worth 0 to 3."""
REACHED = 3
"""Sum from which doctors ask further."""
HIGHEST = 3
"""What the last of the standard answers is worth."""

CHOICE = "/answer_check"
"""What stands behind an answer's button, before its question and worth. Alone it means: answered, and no frequency in it."""

_ANSWERED = re.compile(r'": "(\w+):')
"""The question within an answer's payload."""
_WORDS = 8
"""Words up to which a text can be an answer to how often. More is something told."""
_BARE = 2
"""Words up to which a frequency is an answer, whatever else the words may mean."""
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
_PLACE = re.compile(r"^(?:the |number |option )?(\w+)(?: one)?$")
_FREQUENCIES: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (worth, re.compile(rf"\b(?:{words})(?!\w)"))
    for worth, words in (
        (1, r"not (?:nearly |quite )?(?:every ?day|all the time|always|daily|(?:that |very |so )?(?:often|much|many)|most days)"),
        (2, r"half|majority|mostly|usually|a lot|(?:very |quite |pretty |really )?often"),
        (2, r"most (?:of the )?(?:days|time|nights|mornings)|more (?:days|often) than not"),
        (3, r"(?:every|each) ?(?:single )?(?:day|night|morning)|daily|all (?:the time|day|of it)"),
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
_OF_DAYS = re.compile(r"\b(?:days?|nights?|times?|out of|of (?:the )?(?:14|fourteen))\b")
_ASKS = re.compile(r"\?$|^(?:what|why|how|who|where|which|when|is|are|do|does|can|could|will|should)\b")
_WHICH = re.compile(
    r" (?:for|to|on|at|about) (?:the |that )?(?P<which>first|second|last|other|previous|earlier)?(?: ?(?:one|question|before))*$"
)
"""With what a correction says which question it is about."""
_OR = re.compile(r"^or\b")
_HOW_LONG = re.compile(r"^(?:(?:but|and|so|ok|okay|wait|sorry) )*how (?:long|many)\b.*\b(?:this|it|take|takes|questions?|more|left)\b")
ABOUT_IT = "/ask_screening"
"""What says how long it takes, and what it is for."""
_OUTCOMES = ("utter_check_below", "utter_check_reached")
_LEAVES = frozenset({"stop", "goodbye", "delete_my_chat", "want_human", "frustrated_with_bot", "want_match"})
"""Intents that a word for a frequency in a longer text does not outweigh."""
_VAGUE = frozenset({"affirm", "unsure", "nlu_fallback", "out_of_scope", "chitchat"})


class State(NamedTuple):
    """The answers so far, each what it is worth."""

    answers: tuple[int, ...] = ()

    @property
    def question(self) -> Optional[str]:
        """The response that asks next, or None if both are answered."""
        return QUESTIONS[len(self.answers)] if len(self.answers) < len(QUESTIONS) else None

    @property
    def sum(self) -> int:
        """What the answers add up to."""
        return sum(self.answers)

    def to_json(self) -> dict[str, Any]:
        """For a slot."""
        return {"answers": list(self.answers)}

    @classmethod
    def from_json(cls, kept: Optional[Mapping[str, Any]]) -> State:
        """From a slot; nothing there is the state at the start."""
        return cls(tuple(kept["answers"])) if kept else cls()


def answer(state: State, question: Optional[str], worth: Optional[int]) -> State:
    """The state after an answer. An old button of a question answered before corrects it; what is no answer changes nothing."""
    if worth is None or not 0 <= worth <= HIGHEST or question not in QUESTIONS:
        return state
    place = QUESTIONS.index(question)
    if place > len(state.answers):
        return state
    return State((*state.answers[:place], worth, *state.answers[place + 1 :]))


def outcome(state: State, minor: bool) -> str:
    """The response to the sum."""
    if state.sum < REACHED:
        return "utter_check_below"
    return "utter_check_reached_minor" if minor else "utter_check_reached"


def meant(text: str, intent: Optional[str], offered: Sequence[Mapping[str, Any]]) -> Optional[str]:
    """The payload that a text means where a question of the check waits, or None: it means nothing to it.

    Args:
        text: the visitor's words.
        intent: what the intent head made of them.
        offered: what the bot's last turn offered.
    """
    ways = [str(choice["payload"]) for choice in offered if is_asked([choice])]
    label = next((str(c["payload"]) for c in offered if is_asked([c]) and _plain(c["title"]) == _plain(text)), None)
    if label or not ways:
        return label
    plain = _plain(text)
    if _HOW_LONG.search(plain):
        return ABOUT_IT
    corrected = correction(text, QUESTIONS.index(_question(ways[0])))
    if corrected:
        return corrected
    if _OR.match(plain) and how_often(plain) is not None:
        # Another answer to this question, or to the one before: it is asked.
        return CHOICE
    plain = _WHICH.sub("", _plain(settled(text).text))
    worth = None if _ASKS.search(plain) else how_often(plain)
    # A bare answer ("2") may look like anything to the intent head.
    if worth is not None and (intent not in _LEAVES or len(plain.split()) <= _BARE):
        return ways[worth] if worth < len(ways) else None
    # "Yes" says that it was so, and not how often: to take it for the first choice would turn it around.
    return CHOICE if intent in _VAGUE and not _ASKS.search(plain) else None


def correction(text: str, asked: int) -> Optional[str]:
    """The payload of an answer that takes back an earlier one ("sorry, i meant nearly every day for the first"), or None.

    Args:
        text: the visitor's words.
        asked: how many questions were answered before the one that is open.
    """
    said = settled(text)
    plain = _plain(said.text)
    which = _WHICH.search(plain)
    worth = how_often(_WHICH.sub("", plain))
    if not (said.of_before and asked) or worth is None or _ASKS.search(plain):
        return None
    place = {"first": 0, "second": 1}.get(str(which["which"]) if which else "", asked - 1)
    return f'{CHOICE}{{"check_answer": "{QUESTIONS[place].rpartition("_")[2]}:{worth}"}}'


def was_counted(last: Collection[str]) -> bool:
    """Whether the last answer said what both answers come to."""
    return any(response.startswith(_OUTCOMES) for response in last)


def is_asked(offered: Sequence[Mapping[str, Any]]) -> bool:
    """Whether what was offered are the answers to a question of the check."""
    return any(str(choice["payload"]).startswith(CHOICE + "{") for choice in offered)


def how_often(plain: str) -> Optional[int]:
    """What words for a frequency are worth, from 0 (not at all) to 3 (nearly every day); None if they name none.

    A bare 1 to 4 is the place of a choice, as everywhere in the chat; any other number counts the fourteen days.
    """
    if not plain or len(plain.split()) > _WORDS or _UNSURE.search(plain):
        return None
    place = _PLACE.match(plain)
    if place and place[1] in _PLACES:
        return _PLACES[place[1]]
    count = _COUNT.search(plain)
    if count and (plain == count[1] or _OF_DAYS.search(plain)):
        return _of_days(_NUMBERS.get(count[1]) or int(count[1]))
    return next((worth for worth, words in _FREQUENCIES if words.search(plain)), None)


def ordinal(question: str) -> str:
    """Which of the two a question is, in words."""
    return ("first", "second")[QUESTIONS.index(question)]


def label(question: str, worth: Optional[int]) -> str:
    """The standard answer that is worth so much."""
    return responses().variations(question)[0].buttons[worth or 0].title


def told(values: Mapping[str, Any]) -> tuple[Optional[str], Optional[int]]:
    """The question and the worth that the values of a choice hold; None for what is not there."""
    question, _, worth = str(values.get("check_answer") or "").partition(":")
    return (f"utter_ask_check_{question}" if question else None), int(worth) if worth.isdigit() else None


def _question(payload: str) -> str:
    """The question that an answer's button belongs to."""
    return f"utter_ask_check_{_ANSWERED.split(payload)[1]}"


def _of_days(days: int) -> Optional[int]:
    """What a count of the fourteen days is worth."""
    if days > _DAYS:
        return None
    return 0 if days == 0 else 1 if days < _DAYS / 2 else 2 if days < _DAYS - 2 else HIGHEST


def _plain(text: str) -> str:
    """The text in lower case, without punctuation but a question mark at its end."""
    words = re.sub(r"[^\w\s?]", " ", text.lower().replace("’", "'").replace("'", ""))
    return re.sub(r"\s+", " ", words).strip()
