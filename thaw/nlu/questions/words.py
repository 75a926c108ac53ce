"""What a word means, and the same in simpler ones."""

from __future__ import annotations

import re
from typing import Dict, Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

WORDS: Dict[str, str] = {
    "utter_word_flat": r"flat|flatness|numb|numbness|muted",
    "utter_word_reward_system": r"reward(?: systems?)?|brains reward system",
    "utter_word_clinician": r"clinicians?",
    "utter_word_therapies": r"ba|cbt|ipt|behaviou?ral activation",
    "utter_word_phq": r"phq ?2?",
}
"""The responses that explain a word of this chat, and the word."""
_OUTRIGHT = "utter_word_reward_system"
"""The word that "what is" asks for as well: of the others that asks for a whole answer."""
_MEANT = (
    r"(?:what (?:does|do|did|is|mean|means|meaning)(?: you mean (?:by|with)| meant by| mean| the meaning of)?|meaning of|define|whats)"
    r"(?: (?:the|this|a|an|your))*(?: (?:word|term|phrase))?"
)

_ASKS_FOR = {
    response: re.compile(rf"{LEAD}{_MEANT} (?:{word})(?: (?:means?|meant|stands? for))?(?: i (?:do ?)?not understand.*)?{END}")
    for response, word in WORDS.items()
}
_SAYS_MEAN = re.compile(r"\b(?:means?|meant|meaning|word|term|define|stands? for)\b")
_FORGOT_THE_WORD = re.compile(
    LEAD + r"what (?:did (?:you|u) call (?:it|that|this)|(?:is|was|were) (?:it|this|that) called"
    r"|(?:is|was|were|did (?:you|u) say) (?:that|the|this) (?:word|term|name)(?: (?:was|is|for (?:it|this|that)|you (?:said|used)))*)" + END
)
"""Asking for the word, which is the one this chat is about."""


def of_a_word(talk: Talk) -> Optional[Asked]:
    """What a word of this chat means, or which word it was."""
    if _FORGOT_THE_WORD.match(talk.plain.replace("whats ", "what is ")):
        return Asked("ask_anhedonia", "utter_ask_anhedonia")
    says_mean = _SAYS_MEAN.search(talk.plain)
    for response, asks in _ASKS_FOR.items():
        if (says_mean or response == _OUTRIGHT) and (asks.search(talk.plain) or asks.search(talk.first)):
            return Asked(CARRIER, response)
    return None


_SIMPLER = re.compile(
    r"\b(?:simpler|simple|easier|easy|plain|plainer|normal|small|shorter) (?:words?|english|language|terms|sentences)\b"
    r"|\b(?:say|explain|put|write)(?: me)? (?:it|that|this)(?: again)? (?:more )?(?:simply|simpler|easier|plainly|clearer)\b"
    r"|\bmore simple\b|\bdumb (?:it|that|this) down\b|\beli5\b"
    r"|\bmy english (?:(?:is|its|it is|isnt) )?(?:(?:not|so|very|too|a bit|no) )*(?:good|bad|poor|weak|little|great|perfect)\b"
    r"|\b(?:bad|poor|little) english\b|\bsorry (?:for|about) my english\b"
)
_LONGEST = 14
"""Words up to which a message asks for that: more tell something besides."""
SIMPLE: Dict[str, str] = {
    "ask_why_numb": "utter_ask_why_numb_simple",
    "ask_anhedonia": "utter_ask_anhedonia_simple",
    "ask_therapy": "utter_ask_therapy_simple",
    "ask_why_exercise": "utter_ask_why_exercise_simple",
}
"""The topics with an answer in the shortest words."""


def simpler(talk: Talk) -> Optional[Asked]:
    """The same in the shortest words."""
    if not _SIMPLER.search(talk.plain) or len(talk.plain.split()) > _LONGEST:
        return None
    topic = next((name for name in SIMPLE if talk.was_last(f"utter_{name}")), None)
    return Asked(topic, SIMPLE[topic]) if topic else Asked(CARRIER, "utter_simple")
