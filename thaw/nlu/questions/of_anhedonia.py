"""What is asked about anhedonia and is more than what the word means: whether it lasts, what is done for it, what it is beside."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, Asked, Talk

_IT = r"(?:anhedonia|emotional blunting|emotional numbness|depression numbness)"
_NAMED = re.compile(rf"\b{_IT}\b")
_LONGEST = 14
_ASKS = re.compile(r"\b(?:is|are|does|do|can|could|will|how|what|whats|which|who|vs|versus|difference|different|same|or)\b")
_TELLS = re.compile(
    r"\b(?:i|ive|im|my|me) (?:\w+ ){0,2}(?:have|had|got|think|feel|been|was|am|suffer\w*|diagnosed|paper|essay|thesis|writing)\b"
)
_LASTS = re.compile(
    r"\b(?:permanent|forever|for life|life ?long|curable|cured?|revers\w+|go(?:es)? away|recover\w*|get(?:s)? better|temporary"
    r"|incurable|chronic|heal\w*|come back|end|pass)\b"
)
_TREATED = re.compile(
    r"\b(?:treat\w*|therap(?:y|ies)|fix\w*|get rid of|help\w* with|helps|what works|deal with|overcome|beat|manage|cope)\b"
)
_DIAGNOSED = re.compile(
    r"\b(?:diagnos\w+|test(?:s|ed)?(?: for)?|measur\w+|screen\w*|assess\w*|know if (?:i|its|it is)|tell if (?:i|its|it is))\b"
)
_DEPRESSION = re.compile(r"\bdepress(?:ion|ed)\b")
_BESIDE = re.compile(
    r"\b(?:vs|versus|difference|different|differ\w*|same|compared|or|without|mean|sign of|part of|type of|kind of|form of|symptom)\b"
)
_ILLNESS = re.compile(
    r"\b(?:(?:mental |a |an |real ){0,6}(?:illness|disorder|disease|condition|diagnosis|dsm|disability|mental health \w+)|real|a thing"
    r"|made up|serious)\b"
)
_OTHER_WORD = re.compile(
    r"\b(?:apathy|avolition|blunted affect|flat affect|alexithymia|dissociat\w+|depersonal\w+|dereali\w+|dysthymia|boredom|laziness"
    r"|asexual\w*|schizoid|melancholi\w+|abulia)\b"
)
_PRONOUNCED = re.compile(r"\b(?:pronounce\w*|pronunciation|how do you say (?:it|that|the word|anhedonia)|say the word)\b")
_OF_IT = ("utter_ask_anhedonia",)
_WITHOUT = re.compile(
    r"^(?:(?:so|and|ok|but|then|wait) ){0,6}(?:(?:can|could) (?:you|i|someone|people|one) have (?:one|it|that|this|either"
    r"|anhedonia) without (?:the other|depression|being depressed)"
    r"|and the (?:opposite|other way(?: a?round)?)|(?:and )?(?:is it|isnt it|isnt that|is that)(?: just| the same as| only"
    r"| basically){0,6} depression)$"
)
_HOW_MANY_RECOVER = re.compile(
    r"\b(?:what|which) (?:percent\w*|share|proportion|number|fraction)(?: \w+){0,3} (?:gets?|recovers?|heals?|improves?)\b"
    r"|\bhow many(?: \w+){0,2} (?:recover|get better|get well|heal|improve|get over (?:it|this))\b"
)
_OFFLINE = re.compile(
    r"\btemporarily offline\b|\bbrains? (?:is |goes |being )?offline\b|\breward system (?:is |goes |being )?(?:temporarily )?off ?line\b"
)


def of_anhedonia(talk: Talk) -> Optional[Asked]:
    """Each to the answer that there is to it."""
    words = talk.plain
    if _OFFLINE.search(words):
        return Asked(CARRIER, "utter_word_reward_system")
    if _HOW_MANY_RECOVER.search(words):
        return Asked("ask_will_it_get_better", "utter_ask_will_it_get_better_deep")
    if talk.was_last(*_OF_IT) and _WITHOUT.match(words):
        return Asked("ask_is_it_depression", "utter_anhedonia_and_depression")
    if _PRONOUNCED.search(words) and (_NAMED.search(words) or talk.was_last(*_OF_IT)):
        return Asked("ask_anhedonia", "utter_anhedonia_pronounced")
    if not _NAMED.search(words) or len(words.split()) > _LONGEST or _TELLS.search(words) or not _ASKS.search(words):
        return None
    return _named(words)


def _named(words: str) -> Optional[Asked]:
    if re.match(r"^(?:so |and |ok ){0,6}(?:what is|whats|what does) " + _IT + r" and\b", words):
        # The word itself is asked for first.
        return None
    if _OTHER_WORD.search(words):
        return Asked("ask_anhedonia", "utter_anhedonia_or_another")
    if _DEPRESSION.search(_NAMED.sub(" ", words)) and _BESIDE.search(words):
        return Asked("ask_is_it_depression", "utter_anhedonia_and_depression")
    if _DIAGNOSED.search(words):
        return Asked("ask_screening", "utter_ask_screening")
    if _LASTS.search(words):
        return Asked("ask_will_it_get_better", "utter_ask_will_it_get_better")
    if _TREATED.search(words):
        return Asked("ask_therapy", "utter_ask_therapy")
    return Asked("ask_is_it_depression", "utter_anhedonia_and_depression") if _ILLNESS.search(words) else None
