"""Stopping, said where drink, drugs or a medicine were just spoken of: it is about those. The classifier, which reads a message alone,
hears a wish for an end in it, and the intent head a wish to stop chatting. By rules alone.
"""

from __future__ import annotations

import re
from typing import Collection

from thaw.safety.menu import bare
from thaw.safety.screen import CLEAR, Signal

ABOUT = "/using_substances"
_SPOKEN_OF = "utter_using_substances"
_OF_MEDICINE = (
    *("utter_numb_since_medication", "utter_ask_medication_advice", "utter_medication_changed", "utter_should_i_take_it"),
    "utter_medicine_and_sex",
)
_OWN = frozenset({"crisis_passive", "crisis_ideation", "crisis_imminent"})
_MODAL = (
    r"(?:could|can|might|may|should|shall|will|would|cant|cannot|couldnt|wont|wouldnt|shouldnt|must|ill|id|gonna|going to|need to|have to"
    r"|ought to|had better|better|try to|tried to|trying to)"
)
_WHAT = (
    r"(?:it|that|this|them|drinking|smoking|using|vaping|taking (?:it|them)|(?:the|my) (?:\w+ )?"
    r"(?:drink|drinking|booze|wine|beer|gin|vodka|whiske?y|weed|smoking|stuff|pills|bottle|cans|glass))"
)
_QUIT = (
    rf"(?:(?:stop|quit)(?: {_WHAT})?|give (?:{_WHAT} up|up {_WHAT})|pack {_WHAT} in|knock {_WHAT} on the head|kick {_WHAT}|drop {_WHAT}"
    rf"|cut (?:(?:back|down)(?: on {_WHAT})?|{_WHAT} (?:out|down))|leave {_WHAT} (?:alone|off|be)|do without(?: {_WHAT})?|come off {_WHAT}"
    r"|go (?:dry|sober|clean|cold turkey|without))"
)
_BEFORE = (
    r"(?:well|so|and|but|then|or|ok|okay|yeah|yes|no|right|maybe|perhaps|honestly|tbh|like|guess|suppose|think|thinking|what|if|i|im|ive|we"
    r"|am|was|just|always|of|course)"
)
_BETWEEN = r"(?:just|probably|easily|always|also|maybe|simply|really|totally|even|honestly|definitely|not|never)"
_AFTER = (
    r"(?:like|tomorrow|today|tonight|now|right|straight|away|from|on|this|next|every|day|week|month|year|weekend|morning|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|january|lent|at|once|all|overnight|altogether|completely|entirely|cold|turkey|any|time"
    r"|anytime|whenever|if|when|i|want|wanted|to|liked|had|it|came|after|for|a|an|the|one|two|few|bit|while|though|tho|then|guess|suppose"
    r"|think|just|that|thats|easy|easily|no|problem|probably|maybe|really|so|you|know|lol|haha|whatever|anyway|couldnt|cant|could|can)"
)
_QUITS = re.compile(rf"^(?:{_BEFORE} )*{_MODAL} (?:{_BETWEEN} )*{_QUIT}(?: {_AFTER})*")
"""A message that says only that one would stop, perhaps what, and when: whatever else stands in it may be what is to end."""

_KEEPS_TAKING = re.compile(
    r"\b(?:dont|do not|didnt|wouldnt|would not|wont|not|never|scared|afraid|hate|rather not|no way|nor)"
    r"(?: (?:want|wanna|wanting|like|going|gonna|planning|trying|thinking|really|even|just|to|of|about|i|ill|should|the idea|think)){0,5}"
    r" (?:stop|quit|come off|coming off|stopping|quitting|give up)(?: (?:taking|on))?"
    r" (?:them|it|those|these|(?:my|the) (?:meds?|medication|medicine|tablets?|pills?|dose))\b"
)
_DARK = re.compile(
    r"\b(?:die|dying|dead|death|kill\w*|suicid\w*|alive|live|living|life|exist\w*|end\w*|here|wake|hurt\w*|overdos\w*|all of"
    r"|stash\w*|sav(?:e|ed|ing)|hoard\w*|enough of|goodbye|better off|worth|point|anymore|any more|thoughts?)\b"
)
_NAMES_IT = re.compile(r"\b(?:cold turkey|taking|pills|(?:my|the) (?:meds?|medication|tablets))\b")
"""After a medicine, "I can't stop it" may be of anything; this is of the medicine."""
_A_FEW = 20
"""Words up to which a message is about keeping a medicine and no more."""


def keeps_taking(text: str, last: Collection[str]) -> bool:
    """Whether a message says that a medicine that was just spoken of is not to be stopped, and nothing dark besides."""
    words = re.sub(r"\s+", " ", bare(text))
    if not any(each.startswith(_OF_MEDICINE) for each in last) or len(words.split()) > _A_FEW:
        return False
    return bool(_KEEPS_TAKING.search(words)) and not _DARK.search(words)


def only_quits(text: str) -> bool:
    """Whether a message says that something is to be stopped, and no more."""
    return bool(_QUITS.fullmatch(re.sub(r"\s+", " ", bare(text))))


def quits(text: str, last: Collection[str]) -> bool:
    """Whether a message is only about stopping what was just spoken of.

    Args:
        text: the visitor's words.
        last: the responses of the last answer.
    """
    just_spoken_of = any(each.startswith(_SPOKEN_OF) for each in last)
    return just_spoken_of and only_quits(text)


def in_its_light(signal: Signal, text: str, last: Collection[str]) -> Signal:
    """What the screen found, where stopping is about drink or drugs: a guess is a faint one, for which the services are shown and nothing
    is asked; a medicine that is to be kept is no danger. What a rule or the classifier is sure of stays.
    """
    if signal.evidence != ("classifier",) or signal.intent not in _OWN or not signal.guessed:
        return signal
    if keeps_taking(text, last):
        return CLEAR
    of_medicine = any(each.startswith(_OF_MEDICINE) for each in last) and bool(_NAMES_IT.search(bare(text))) and only_quits(text)
    return signal._replace(sureness="faint") if of_medicine or quits(text, last) else signal
