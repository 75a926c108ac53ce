"""Short questions about the last answer: whether it is true, what is meant, which part, for example."""

from __future__ import annotations

import re
from typing import Dict, Optional

from thaw.nlu.questions.sources import SOURCES
from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk
from thaw.nlu.questions.words import SIMPLE
from thaw.responses import below, responses

_IS_TRUE = re.compile(
    GREETED + r"(?:(?:is|was) (?:that|this|it)(?: (?:really|actually|even|all))* (?:true|so|right|correct|a fact|proven|for real|real)"
    r"|(?:are )?(?:you|u) sure|how (?:do|can|would|could) (?:you|u) (?:even |possibly )?(?:know|tell|be (?:so )?sure)|how sure (?:are you"
    r"|is that)"
    r"|says who|who says(?: so| that)?|according to (?:who|whom|what)|(?:is|are) (?:that|those|these|you) (?:facts?|reliable|accurate)"
    r"|do you (?:actually |really )?know (?:that|this))(?: (?:about (?:that|this|it)|that|this|it|any of (?:this|that)|so|for sure))*" + END
)
_MEANS = re.compile(
    GREETED + r"(?:what (?:do|does|did) (?:you|u|that|this|it) (?:even |actually )?mean|whats that mean|meaning|wdym"
    r"|(?:i )?(?:dont|do not|didnt|cant|still dont|dont really) (?:really |quite )?(?:get|understand|follow)(?: (?:it|that|this|you"
    r"|what you mean))?"
    r"|in what (?:way|sense)|what is that supposed to mean|makes no sense(?: to me)?|that makes no sense)(?: (?:by|with) (?:that|this|it))?"
    + END
)
_MORE = re.compile(
    GREETED + r"(?:(?:can|could|would|will) (?:you|u) )?(?:(?:please|pls) )?"
    r"(?:explain|elaborate|go deeper|expand|more detail|in (?:more )?detail|explain (?:it|that|this|more|further|yourself|that more"
    r"|a bit more)"
    r"|like what|such as(?: what)?|for (?:example|instance)|eg|e g|any examples?|give me an example|an example|what for example|how so"
    r"|for example what"
    r"|(?:why|how) is (?:it|that|this)(?: so)?|how does (?:it|that|this) work)(?: (?:on (?:that|this|it)))?" + END
)
_WHICH_PART = re.compile(
    GREETED + r"(?:which|what) (?:part|area|bit|region|system)(?: (?:of (?:it|the brain|my brain)|is (?:it|that)|exactly))*" + END
)
_TO_TRY = ("utter_ask_something_to_try", "utter_exercise_activities")
_ALSO_REWORDED: Dict[str, str] = {
    "utter_could_it_be": "ask_is_it_depression",
    "utter_numb_since_medication_other": "numb_since_medication",
    "utter_ask_medication_advice": "ask_medication_advice",
    "utter_which_therapy": "ask_therapy",
}
"""Answers without layers that have a second wording to say the same in, and the intent as which that is heard."""
_ONLY_OF_THE_EXERCISE = "small-experiment"
"""A claim that stands beside many answers as an offer."""
_OF_MEDICINE = ("utter_ask_medication_advice", "utter_numb_since_medication")
"""After these a bare "why" asks about the medicine, and not why one is numb."""
_WHY = re.compile(GREETED + r"(?:why|how come|why not)" + END)


def about_the_last_answer(talk: Talk) -> Optional[Asked]:
    """A short question that means what was just said."""
    explained = next((name for name in talk.last if name in responses().layered or name in _ALSO_REWORDED), None)
    if explained is None:
        return _to_try(talk)
    if _IS_TRUE.match(talk.plain):
        return Asked(CARRIER, _source_of(explained))
    if _WHICH_PART.match(talk.plain) and talk.was_last("utter_ask_why_numb"):
        return Asked(CARRIER, "utter_word_reward_system")
    asks_why = _WHY.match(talk.plain) and explained.startswith(_OF_MEDICINE)
    if _MEANS.match(talk.plain):
        return _otherwise(explained)
    return (_to_try(talk) or _deeper(explained)) if asks_why or _MORE.match(talk.plain) else None


def _source_of(explained: str) -> str:
    """Where it is from: of a figure that each of its wordings holds, the source of that; of others all there are; else who wrote it."""
    held = [frozenset(each.claims) for each in responses().variations(explained)]
    always = next((response for claim, response in SOURCES.items() if held and all(claim in each for each in held)), None)
    sometimes = any(claim in each for claim in SOURCES if claim != _ONLY_OF_THE_EXERCISE for each in held)
    return always or ("utter_sources" if sometimes else "utter_who_wrote")


def _to_try(talk: Talk) -> Optional[Asked]:
    """Which things there are to try, asked of what to try."""
    return Asked("start_exercise", "utter_exercise_activities") if talk.was_last(*_TO_TRY) and _MORE.match(talk.plain) else None


def _otherwise(explained: str) -> Asked:
    """The same in the shortest words, or in its other wording."""
    topic = next((name for name in SIMPLE if explained == f"utter_{name}"), None)
    if topic:
        return Asked(topic, SIMPLE[topic])
    return Asked(_ALSO_REWORDED.get(explained, CARRIER), explained)


def _deeper(explained: str) -> Asked:
    """The layer under it, or its other wording."""
    return Asked("tell_me_more", "utter_no_more") if below(explained) else _otherwise(explained)
