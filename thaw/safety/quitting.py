"""Stopping, said where drink or drugs were just spoken of: it is about those. The classifier, which reads a message alone, hears a wish for
an end in it, and the intent head a wish to stop chatting. By rules alone.
"""

from __future__ import annotations

import re
from typing import Collection

from thaw.safety.menu import bare
from thaw.safety.screen import Signal

ABOUT = "/using_substances"
_SPOKEN_OF = "utter_using_substances"
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
    r"|think|just|that|thats|easy|easily|no|problem|probably|maybe|really|so|you|know|lol|haha|couldnt|cant|could|can)"
)
_QUITS = re.compile(rf"^(?:{_BEFORE} )*{_MODAL} (?:{_BETWEEN} )*{_QUIT}(?: {_AFTER})*")
"""A message that says only that one would stop, perhaps what, and when: whatever else stands in it may be what is to end."""


def quits(text: str, last: Collection[str]) -> bool:
    """Whether a message is only about stopping what was just spoken of.

    Args:
        text: the visitor's words.
        last: the responses of the last answer.
    """
    just_spoken_of = any(each.startswith(_SPOKEN_OF) for each in last)
    return just_spoken_of and bool(_QUITS.fullmatch(re.sub(r"\s+", " ", bare(text))))


def in_its_light(signal: Signal, text: str, last: Collection[str]) -> Signal:
    """What the screen found, where stopping is about drink or drugs: a guess is a faint one, for which the services are shown and nothing
    is asked. What a rule or the classifier is sure of stays.
    """
    only_guessed = signal.evidence == ("classifier",) and signal.guessed and signal.intent in _OWN
    return signal._replace(sureness="faint") if only_guessed and quits(text, last) else signal
