"""Which line of the summary a text is about: a correction ("no, two years"), or a line called by its name ("Cost: not a worry")."""

from __future__ import annotations

import re
from typing import NamedTuple, Optional

from thaw.handoff.meaning import SHORT, Reading
from thaw.handoff.words import about, kept, only_a_value

_MARKER = re.compile(
    r"^(?:(?P<no>no+|nope|nah)(?=\s*[,.;:–—-]|\s+(?:wait|sorry|actually|i mean|it'?s|make)|\s+(?:(?:about|around|more like)\s*)?\d)"
    r"|(?P<meant>correction|i mean(?:t)?|make (?:that|it)|change (?:it|that) to)|(?P<back>actually|wait)|sorry|oh|it'?s more like)\b"
    r"[\s,.:;–—-]*",
    re.IGNORECASE,
)
_IT_IS = re.compile(r"^(?:it'?s|it is|that'?s|it should (?:be|say)) (?!been\b)", re.IGNORECASE)
_NEVER_IN_THERAPY = re.compile(
    r"\b(?:never|have ?n[o']?t|not)\b.{0,20}\b(?:been|had|done|tried|gone|seen|saw|did)\b.{0,40}"
    r"\b(?:therap(?:y|ists?)|counsell?(?:ing|ors?)|psych\w+|shrink)\b",
    re.IGNORECASE,
)
_DEFINITE = frozenset({"touches", "wish", "how", "place", "language", "cost"})
"""Questions to which a time, a language, a country or a way to meet is no answer, but one to another question."""
YES_OR_NO = frozenset({"therapy", "cost", "touches"})
_YES_OR_NO = re.compile(r"(?:yes|yeah|yep|no|nope|never|i (?:have|had|did|was|am|do)|i'?ve)\b", re.IGNORECASE)
"""How an answer to such a question begins."""
_TELLS = re.compile(
    r"\b(?:not|never|\w+n[o']?t|my|for|ago|was|were|bad|poor|but|who|someone|somebody|speaks?|i|all|(?<!couple )of|therapy)\b",
    re.IGNORECASE,
)
"""What makes a text more than a bare value: "not for ten years" is no duration."""
_PAST_TENSE = re.compile(r"\b(?:was|were|had|never|not)\b", re.IGNORECASE)
"""What makes "actually …" the beginning of an ordinary answer: "actually it was all online"."""
_LIKELY = {
    "since": re.compile(r"\b(?:since|when i was)\b"),
    "touches": re.compile(
        r"\b(?:kids?|child(?:ren)?|sons?|daughters?|husband|wife|girlfriend|boyfriend|mum|mom|dad|parents?|stud(?:y|ies)|people)\b"
    ),
    "missed": re.compile(r"\b(?:missing|missed|worksheets?|surface|thoughts|homework|listen(?:ed|ing)?|rushed|judged|went wrong)\b"),
    "wish": re.compile(
        r"\b(?:clinician|wish|(?:someone|somebody|person|man|woman|one)"
        r" (?:who|that|with|warm\w*|older|younger|patient|calm|kind|gentle|slow\w*)"
        r"|(?:older|younger) (?:man|woman|person)|a (?:man|woman)|goes? slow\w*|patient)\b|^(?:older|younger|female|male|gentler?"
        r"|slower|warmer)$"
    ),
    "signs": re.compile(r"\b(?:numb\w*|feel(?:ing)?s?|felt|empty|emptiness|flat|hollow|nothing|motions|fun|joy|glass|fog)\b"),
}
"""Words by which a correction's line is found at the receipt, where no question says what a text is about."""
_LINES = {
    "signs": r"what it(?:'?s| is) like|signs?",
    "since": r"since(?: when)?|how long(?: it(?:'?s| has) been)?",
    "touches": r"what it touches|it touches",
    "therapy": r"therapy(?: before)?|(?:earlier|past) therapy",
    "missed": r"what(?:'?s| was| is) (?:wrong|missing)(?: with it)?",
    "wish": r"wished of a clinician|wish|clinician",
    "how": r"online or in person",
    "place": r"country and region|country|region|place",
    "language": r"language",
    "cost": r"costs?",
}
_LED = re.compile(
    r"^(?:(?:no|actually|sorry|wait|please|the|my|line|(?P<change>change|correct|set))[,:]? +)*(?P<name>"
    + "|".join(f"(?P<{field}>{names})" for field, names in _LINES.items())
    + r")(?: *[:=]| +[-–—](?= )| should (?:be|say|read)(?= )|(?(change) to(?= )| +[-–—](?= )))(?P<words>.+)$"
    r"|^(?:(?:no|actually|sorry|wait)[,:]? +)*(?:(?P<signs_>what it(?:'s| is) like)|(?P<touches_>what it touches)"
    r"|(?P<missed_>what(?:'s| was| is) (?:wrong|missing)(?: with it)?)) (?:is|was) (?P<words_>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""A correction that begins with its line's name: "Cost: not a worry"."""


_NOT_THE_OLD = re.compile(
    r"(?:,| and)? (?:not|instead of|rather than) (?:in |for |since |from )?(?P<old>[\w' -]{1,25}?)[\s.!]*$", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|the other(?: one)?|that(?: one)?", re.IGNORECASE)
_LIVES_IN = re.compile(r"^(?:(?:i'?m|i am|i|live|living|based|it'?s|actually) )*(?:in|from) (?=\w)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


class Marked(NamedTuple):
    """A text after the words that mark a correction; which of them were there."""

    rest: str
    no: bool
    meant: bool
    back: bool


def marked(text: str) -> Optional[Marked]:
    """The text after its marks; None if it has none, or nothing after them."""
    rest, found = text.strip(), {"no": False, "meant": False, "back": False}
    while match := _MARKER.match(rest):
        rest = rest[match.end() :]
        found = {name: seen or bool(match.group(name)) for name, seen in found.items()}
    if rest == text.strip():
        return None
    rest = _IT_IS.sub("", rest)
    return Marked(rest, **found) if kept(rest) else None


def without_the_old(text: str) -> str:
    """A text that says what it is and what it isn't ("2 years, not 3"), without the latter."""
    match = _NOT_THE_OLD.search(text)
    if not match:
        return text
    head = text[: match.start()]
    mark = marked(head)
    field = only_a_value(mark.rest if mark else head)
    is_old = field and (only_a_value(match["old"]) == field or _BARE_NUMBER.fullmatch(match["old"]))
    return head if is_old else text


def meant_in_the_end(text: str, last: Optional[str]) -> Optional[Reading]:
    """What the last sentence says was meant, where the one before asks or says it otherwise: "is Canada right? I meant Quebec"."""
    *before, end = _SENTENCES.split(text.strip())
    mark = marked(end) if before else None
    if mark is None or not mark.meant:
        return None
    field = spoken_of(mark.rest) or spoken_of(" ".join(before)) or last
    return Reading("answer_hand_off", field, kept(_as_value(mark.rest, field))) if field else None


def _as_value(words: str, field: Optional[str]) -> str:
    """The words of a correction; of a place only its name."""
    return _LIVES_IN.sub("", words) if field == "place" else words


def correction(text: str, asked: str, last: Optional[str]) -> Optional[Reading]:
    """A text that clearly takes back an earlier answer ("no, two years"), while a question is open.

    In doubt it answers the question: "no, not for ten years" is about therapy if that was asked.
    """
    mark = marked(text)
    if mark is None:
        # Without a mark, only what can be nothing else: "two years" to a question about language.
        stray = only_a_value(text) if asked in _DEFINITE else None
        return Reading("answer_hand_off", stray, kept(text)) if stray and stray != asked else None
    field = only_a_value(mark.rest) or _bare_value(mark.rest)
    of_therapy = (mark.back or mark.meant) and last == "therapy" and asked not in YES_OR_NO and _YES_OR_NO.match(mark.rest)
    if field is None and (of_therapy or _NEVER_IN_THERAPY.search(mark.rest)):
        field = "therapy"
    elif field is None and mark.meant:
        field = spoken_of(mark.rest) or last
    elif field is None and mark.back:
        told = len(mark.rest.split()) > SHORT or _PAST_TENSE.search(mark.rest)
        field = None if told else spoken_of(mark.rest)
    elif field is None and mark.no and asked not in YES_OR_NO and spoken_of(mark.rest) == last:
        field = last
    return Reading("answer_hand_off", field, kept(_as_value(mark.rest, field))) if field and field != asked else None


def _bare_value(text: str) -> Optional[str]:
    """The field that a short text names for certain, if it tells nothing else."""
    return None if len(text.split()) > SHORT or _TELLS.search(text) else about(text)


def spoken_of(text: str) -> Optional[str]:
    """The field that a text is likely about."""
    plain = text.lower().replace("’", "'")
    found = about(text, certain=False)
    return found or next((field for field, pattern in _LIKELY.items() if pattern.search(plain)), None)


def led(text: str) -> Optional[Reading]:
    """A correction that names its line: "Cost: not a worry", "what was missing was warmth"."""
    match = _LED.match(text.strip().replace("’", "'"))
    if match is None:
        return None
    named_by = {name.rstrip("_"): words for name, words in match.groupdict().items() if words}
    field = next(name for name in _LINES if name in named_by)
    return Reading("answer_hand_off", field, kept(named_by["words"])) if kept(named_by["words"]) else None
