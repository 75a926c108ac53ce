"""The optional self-check: the two questions of the PHQ-2, a screening that doctors use. Pure: no Rasa, no network, no database.

It is never a diagnosis. Two answers give a sum of 0 to 6; any sum is answered with the same respect, one of `REACHED` or more with the
doors to a doctor and a therapist. The PHQ-2 is in the public domain.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Mapping, NamedTuple, Optional, Sequence

from thaw.check_talk import answered_by, asks_the_sum, echoes_a_number, goes_back, which, without_echo
from thaw.how_often import HIGHEST, how_often, says_when
from thaw.responses import responses
from thaw.spelling import mended
from thaw.taken_back import settled

FORM, SLOT = "check_form", "self_check"
"""The dialogue engine's names for the questions, and for where their state is kept."""
QUESTIONS = ("utter_ask_check_interest", "utter_ask_check_mood")
"""The responses that ask, in order. Their first choices are the standard answers, worth 0 to 3."""
REACHED = 3
"""Sum from which doctors ask further."""

CHOICE = "/answer_check"
"""What stands behind an answer's button, before its question and worth. Alone it means: answered, and no frequency in it."""

_ANSWERED = re.compile(r'": "(\w+):')
"""The question within an answer's payload."""
_BARE = 3
"""Words up to which a frequency is an answer, whatever else the words may mean."""
_ASKS = re.compile(r"\?$|^(?:what|why|how|who|where|which|when|is|are|do|does|can|could|will|should)\b")
_WHICH = re.compile(
    r" (?:for|to|on|at|about) (?:the |that )?(?P<which>first|second|last|other|previous|earlier)?(?: ?(?:one|question|before))*$"
)
"""With what a correction says which question it is about."""
_OR = re.compile(r"^or\b")
_ACTUALLY = re.compile(
    r"^(?:(?:oh|hm+|um+|well|no|sorry|wait|ok) )*actually (?:(?:its|it is|it was|more like|id say|i think|make it|no) )*"
)
"""How an answer begins that may be about the question before, or only a second thought on this one."""
_HOW_LONG = re.compile(r"^(?:(?:but|and|so|ok|okay|wait|sorry) )*how (?:long|many)\b.*\b(?:this|it|take|takes|questions?|more|left)\b")
_IS_BAD = re.compile(
    r"^(?:(?:but|and|so|ok|okay|wait|oh|hm+) )*(?:(?:is|isnt) (?:that|this|it)|how|should i be|am i) "
    r"(?:(?:a|very|really|so|that|too|quite|pretty|even) )*"
    r"(?:bad|serious|severe|high|worrying|worried|concerning|concerned|normal|a lot|wrong|ok|okay|good)"
    r"(?: (?:is|sign|thing|answer|that|this|it|or not|or good|or bad|then|though|tho))*\??$"
)
ABOUT_IT = "/ask_screening"
"""What says how long it takes, and what it is for."""
OFFERED, BEGIN = "utter_ask_screening", "/start_check"
_NAMES_DAYS = re.compile(r"\b(?:\w*days?|nights?|evenings?|mornings?|weeks?|daily|always|constantly|all the time)\b")
_OTHER_TIME = re.compile(r"\b(?:ago|since|for|one ?day|some ?day|another|next|today|tonight|in (?:a|some|two|three))\b")
_EARLY, _BACK = "early", "back"
"""What stands in an answer's place in a payload where it was given before it was asked for, and where a question is to be asked again."""
SUM = CHOICE + '{"check_answer": "sum"}'
"""What the answers came to is asked for once more."""
OUTCOMES = ("utter_check_below", "utter_check_reached")
EXPLAINED = ("utter_check_meaning", "utter_check_serious", "utter_check_what_now")
"""What is said of the sum once it was told."""
_ASKED_AGAIN = ("utter_check_which_days", "utter_check_how_often")
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
    plain, asked = _plain(text), QUESTIONS.index(_question(ways[0]))
    back = _gone_back(plain, asked)
    if back:
        return back
    if _HOW_LONG.search(plain) or asks_if_bad(text) or asks_the_sum(plain) or answered_by(plain):
        return ABOUT_IT
    corrected = correction(text, asked)
    if corrected:
        return corrected
    if says_when(plain) or (_OR.match(plain) and how_often(plain) is not None):
        # At what hour says nothing of on how many days; "or" may be about this question or about the one before.
        return CHOICE
    plain = _WHICH.sub("", without_echo(_plain(settled(mended(text)).text)))
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
    said, doubtful = settled(text), _ACTUALLY.match(_plain(text))
    plain = _plain(text)[doubtful.end() :] if doubtful else _plain(said.text)
    which = _WHICH.search(plain)
    worth = how_often(_WHICH.sub("", plain))
    if not ((said.of_before or doubtful) and asked) or worth is None or _ASKS.search(plain):
        return None
    place = {"first": 0, "second": 1}.get(str(which["which"]) if which else "", asked - 1)
    # With a mere "actually" the answer before is taken back only if it was another one.
    otherwise = f":{_name(QUESTIONS[asked])}" if doubtful and not which and asked < len(QUESTIONS) else ""
    return f'{CHOICE}{{"check_answer": "{_name(QUESTIONS[place])}:{worth}{otherwise}"}}'


def counts_only(text: str, offered: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a text, where a question of the check waits, only says words of that question and a number: "hopeless? i guess 2"."""
    return is_asked(offered) and echoes_a_number(_plain(text))


def _gone_back(plain: str, asked: int) -> Optional[str]:
    """The payload that asks a question again, where someone goes back to it; else None."""
    place = {"first": 0, "second": asked, "last": asked}.get(str(which(plain)), max(asked - 1, 0))
    return f'{CHOICE}{{"check_answer": "{_BACK}:{_name(QUESTIONS[place])}"}}' if goes_back(plain) else None


def asked_after(text: str, said: Collection[str], last: Collection[str]) -> Optional[str]:
    """The payload of what is asked once both answers were counted: the sum once more, or the questions anew; else None."""
    if any(each.startswith(OUTCOMES) for each in said) and asks_the_sum(_plain(text)):
        return SUM
    return BEGIN if was_counted(last) and goes_back(_plain(text)) else None


def reopened(value: str, state: State) -> Optional[State]:
    """The state in which a question is asked again, where the value of a choice says so; the answers from it on are dropped."""
    word, _, question = value.partition(":")
    names = [_name(each) for each in QUESTIONS]
    return State(state.answers[: names.index(question)]) if word == _BACK and question in names else None


def taken_early(value: str) -> Optional[int]:
    """What an answer is worth that was given before the first question was asked; None if the value of a choice is no such answer."""
    word, _, worth = value.partition(":")
    return int(worth) if word == _EARLY and worth.isdigit() else None


def asks_if_bad(text: str) -> bool:
    """Whether a text asks if an answer, or what it tells of, is bad."""
    return bool(_IS_BAD.match(_plain(text)))


def was_counted(last: Collection[str]) -> bool:
    """Whether the last answer said what both answers come to, or what that means."""
    return any(response.startswith((*OUTCOMES, *EXPLAINED)) for response in last)


def of_this_question(text: str, last: Collection[str]) -> str:
    """The text without the "actually" with which it begins, where it was just asked again: then no answer is taken back by it."""
    again = any(response in _ASKED_AGAIN for response in last)
    return _ACTUALLY.sub("", text.lower()) if again else text


def is_asked(offered: Sequence[Mapping[str, Any]]) -> bool:
    """Whether what was offered are the answers to a question of the check."""
    return any(str(choice["payload"]).startswith(CHOICE + "{") for choice in offered)


def begun_by(text: str, last: Collection[str]) -> Optional[str]:
    """What a text means that answers the check where it was just offered, before it was asked: "most days"; else None."""
    plain = _plain(mended(text))
    of_days = _NAMES_DAYS.search(plain) and not (_ASKS.search(plain) or _OTHER_TIME.search(plain))
    if OFFERED not in last or not of_days:
        return None
    worth = how_often(plain)
    return f'{CHOICE}{{"check_answer": "{_EARLY}:{worth}"}}' if worth else BEGIN if says_when(plain) else None


def unread(text: str) -> str:
    """The response to an answer that holds no frequency."""
    return "utter_check_which_days" if says_when(_plain(text)) else "utter_check_how_often"


def ordinal(question: str) -> str:
    """Which of the two a question is, in words."""
    return ("first", "second")[QUESTIONS.index(question)]


def label(question: str, worth: Optional[int]) -> str:
    """The standard answer that is worth so much."""
    return responses().variations(question)[0].buttons[worth or 0].title


def is_own_words(text: str, question: str, worth: int) -> bool:
    """Whether an answer was typed in other words than the standard answer's: then it is said how it was taken."""
    return bool(text) and not text.startswith("/") and _plain(text) != _plain(label(question, worth))


def told(values: Mapping[str, Any], state: State) -> tuple[Optional[str], Optional[int]]:
    """The question and the worth that the values of a choice hold; None for what is not there.

    A choice may name a second question: that is the one it answers if the first was answered just so.
    """
    question, worth, otherwise = [*str(values.get("check_answer") or "").split(":"), "", ""][:3]
    if not (question and worth.isdigit()):
        return (f"utter_ask_check_{question}" if question else None), None
    name = f"utter_ask_check_{question}"
    stands = otherwise and answer(state, name, int(worth)) == state
    return (f"utter_ask_check_{otherwise}" if stands else name), int(worth)


def _question(payload: str) -> str:
    """The question that an answer's button belongs to."""
    return f"utter_ask_check_{_ANSWERED.split(payload)[1]}"


def _name(question: str) -> str:
    """What a question is called in a payload."""
    return question.rpartition("_")[2]


def _plain(text: str) -> str:
    """The text in lower case, without punctuation but a question mark at its end."""
    words = re.sub(r"[^\w\s?]", " ", text.lower().replace("’", "'").replace("'", ""))
    return re.sub(r"\s+", " ", words).strip()
