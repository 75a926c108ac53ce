"""What a typed message means to the hand-off: an answer, a skip, a correction, a removal - or nothing of it, and the dialogue answers.

Only ever called for messages without a safety act. In doubt a text that asks is a digression, and a text that tells is an answer.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.asides import OPEN, asks_where_it_stood, goes_elsewhere, is_an_aside, said_beside, wants_someone_today
from thaw.handoff.asked import asks_of_a_clinician
from thaw.handoff.at_receipt import at_the_receipt, is_plain_yes
from thaw.handoff.commands import SURE, command, interrupts, leaves, wanted, wants_the_link, wants_to_go_on
from thaw.handoff.corrections import YES_OR_NO, correction, meant_in_the_end, without_the_old
from thaw.handoff.fits import FREE_TIME, fits
from thaw.handoff.form import ALSO
from thaw.handoff.meaning import ASKS, HARM, THEIRS, TODAY, UNFIT, WAIT, WHY, Listening, Reading, simply
from thaw.handoff.private import found
from thaw.handoff.refusals import refused
from thaw.handoff.several import answered, several
from thaw.handoff.told import told
from thaw.handoff.words import POOR_ENGLISH, kept
from thaw.safety.levels import LEVELS
from thaw.spelling import mended
from thaw.taken_back import settled

__all__ = ["Listening", "Reading", "is_plain_yes", "read"]

_NO = re.compile(r"^(?:no+|nope|nah|not really|none|never|no thanks|not at all)$")
_TOUCHES_NOTHING = re.compile(r"^(?:no+|nope|nah|none|nothing|not anything|not really|nowhere)(?: (?:really|much|in particular|special))*$")
"""An answer to what it touches that names nothing."""
_SAYS_NOTHING = re.compile(
    r"^(?:(?:ok|okay|so|hi|hey|sorry)[ ,]+)*(?:(?:i'?m )?back(?: again| now)?|hang on|hold on|wait|brb|lol|haha+|hm+"
    r"|u[hm]+|er+m*|well|so|(?:one|a|just a|give me a) (?:sec|second|moment|minute|min))$"
)
_SAYS_LITTLE = frozenset({"affirm", "deny", "unsure", "chitchat", "out_of_scope", "nlu_fallback", "want_match", "is_minor"})
"""Intents to which the dialogue has no answer of use while a question is open; an age that is told is heard before."""
_AS_SAID = re.compile(r"(?<![ ,])[ ,]+(?:like|as) i (?:said|told you|wrote|mentioned)(?: before| already| earlier)?\W*$", re.IGNORECASE)
_ADDS = re.compile(
    r"^(?:(?:and|oh|ok|okay|please|can you|so|wait)[ ,]+)*(?:also|plus|add(?: in)?(?: that)?|and also)[ ,:]+(?P<more>.+?)(?: (?:too"
    r"|as well|please))*$",
    re.IGNORECASE,
)
"""How something is added to what was said before."""
_SENTENCES = re.compile(r"(?<=[.!?;,])\s+")
_ALL_YES = re.compile(r"(?:(?:yes+|yeah|yep|yup|ya|sure|ok|okay|right|correct|i do|i have|it does|that fits|exactly)[ ,]*)+")
_YES = re.compile(r"^(?:yes+|yeah|yep|yup|ya|sure|ok|okay|right|correct|i do|i have)$")


def read(text: str, intent: str, confidence: float, listening: Listening) -> Optional[Reading]:
    """What the text means to the hand-off, or None: it means nothing to it.

    Args:
        text: the visitor's words.
        intent: what the intent head made of them.
        confidence: how sure it is (0 to 1).
        listening: what the hand-off waits for.
    """
    asked = listening.asked
    if asked is not None:
        # Beside the receipt "yes, like I said" stays more than a yes.
        text = _AS_SAID.sub("", text)
    text = without_the_old(text)
    plain = simply(text)
    more = _added(text, asked) if asked is not None or listening.receipt else None
    if more:
        return more
    if asked is not None and wants_the_link(simply(mended(text))):
        return Reading("plain_link")
    if asked is None:
        if not listening.receipt and (wants_to_go_on(plain) or asks_where_it_stood(plain)):
            return wanted(plain) or Reading("want_match")
        return wanted(plain) or (at_the_receipt(text, plain, intent, listening) if listening.receipt else None)
    first = wanted(plain) or _told_first(plain, asked, intent, confidence) or refused(plain, asked)
    if first:
        return first
    if leaves(text, intent, confidence):
        # What they are asked waits, and a goodbye stands in no summary.
        return None
    in_the_end = meant_in_the_end(text, listening.last)
    if in_the_end:
        return in_the_end
    of_its_own = _beside(plain, asked, intent, confidence) or command(plain, asked, listening)
    if of_its_own:
        return of_its_own
    if interrupts(plain, intent, confidence, asked) or (asked == "signs" and listening.heard and _ALL_YES.fullmatch(plain)):
        # A yes to what was heard is the first choice.
        return None
    if asks_of_a_clinician(plain):
        return Reading("answer_hand_off", asked, THEIRS)
    answer = correction(text, asked, listening.last) or _with_a_question(text, asked, listening.later)
    answer = answer or _answer(settled(text).text, plain, asked, listening.later)
    if answer.field == asked and answer.value and not answer.also and _is_no_answer(text, answer.value, asked):
        # It may be something that the dialogue has an answer to; else it is said that it isn't taken.
        return None if intent not in _SAYS_LITTLE and confidence >= SURE else Reading("answer_hand_off", asked, UNFIT)
    return answer


def _told_first(plain: str, asked: str, intent: str, confidence: float) -> Optional[Reading]:
    """What is heard before any question: that someone was hurt or died, or that it must be today."""
    heard = told(plain, asked)
    if intent in LEVELS and confidence >= SURE and heard != HARM:
        # The screen saw no danger, the intent head does: the dialogue answers.
        return None
    if heard:
        return Reading("answer_hand_off", asked, heard)
    return Reading("answer_hand_off", asked, TODAY) if wants_someone_today(plain, asked) else None


def _beside(plain: str, asked: str, intent: str, confidence: float) -> Optional[Reading]:
    """What a text wants beside the question: a moment, what is meant, what is still to come."""
    if (intent in LEVELS and confidence >= SURE) or _SAYS_NOTHING.match(plain):
        return None
    elsewhere = goes_elsewhere(plain)
    if elsewhere:
        return Reading(elsewhere)
    said = said_beside(plain)
    if said == WAIT and not ASKS.match(plain) and interrupts(plain, intent, confidence, asked):
        # "The baby is awake, thank you": their thanks are answered.
        return None
    if said == WHY:
        return Reading("why_this_question")
    return None if said is None else Reading("answer_hand_off", asked, said)


def _with_a_question(text: str, asked: str, later: tuple[str, ...]) -> Optional[Reading]:
    """An answer that goes on to ask what it is needed for: both are heard."""
    *before, last = _SENTENCES.split(text.strip())
    rest = " ".join(before)
    if not before or said_beside(simply(last)) != WHY or _is_no_answer(rest, rest, asked):
        return None
    answer = _answer(settled(rest).text, simply(rest), asked, later)
    return answer._replace(also=(*answer.also, (asked, WHY))) if answer.intent == "answer_hand_off" else answer


def _is_no_answer(text: str, value: str, asked: str) -> bool:
    """Whether a text has nothing in it for the question."""
    if asked in OPEN and found(text):
        # What no list carries is left out where it is kept, and that is said.
        return False
    return is_an_aside(text, asked) or (not fits(value, asked) and not fits(text, asked))


def _added(text: str, asked: Optional[str]) -> Optional[Reading]:
    """What a text adds to an answer given before: "also saturdays"; None if it adds nothing, or answers the question that is open."""
    match = _ADDS.match(text.strip())
    if not match:
        return None
    more = match["more"].strip(" .!")
    field = "how" if FREE_TIME.fullmatch(simply(more)) else answered(more)
    return Reading("answer_hand_off", field, ALSO + kept(more)) if field and field != asked else None


def _answer(text: str, plain: str, asked: str, later: tuple[str, ...]) -> Reading:
    """An answer to the question that is open; what says nothing has it asked again."""
    if (_NO.match(plain) and asked not in YES_OR_NO) or (asked == "touches" and _TOUCHES_NOTHING.match(plain)):
        return Reading("skip_question", asked)
    if _YES.match(plain) and asked not in YES_OR_NO:
        return Reading("answer_hand_off", asked, "")
    if _SAYS_NOTHING.match(plain) or (asked != "language" and POOR_ENGLISH.search(plain)):
        return Reading("answer_hand_off", asked, "")
    return several(text, asked, later) or Reading("answer_hand_off", asked, kept(text))
