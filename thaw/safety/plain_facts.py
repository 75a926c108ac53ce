"""Plain facts in which the classifier faintly suspects something: good news from a doctor, an idiom, a cause. By rules alone."""

from __future__ import annotations

import re

from thaw.nlu.telling import tests_were_fine
from thaw.safety.no_harm import HARMS
from thaw.safety.normalise import plain

_FACTS = re.compile(
    r"\b(?:surgeon|doctor|consultant|dentist|gp|specialist|nurse|vet|cardiologist|midwife)\b.{0,25}\b(?:everything|all|it|it'?s|i'?m|that)"
    r"(?:'s| is|'re| was|s)? ?(?:all |just )?(?:grand|fine|good|clear|well|great|healed|ok|okay|normal|perfect)\b"
    r"|\b(?:bored|scared|worried|tickled|frozen|starved) (?:me )?to death\b"
    r"|\b(?:like|as if) (?:\w+ ){0,4}(?:blanket|fog|glass|cotton wool|bubble|veil|film|lid|filter|dimmer)\b"
    r"|\b(?:covid|flu|menopause|chemo|surgery|an accident|the accident|burnout|lockdown|the pandemic|stress|work|school|the army|grief)"
    r" (?:has |have )?(?:made|left|turned) me (?:like this|this way|numb|flat)\b"
    r"|^(?:\w+ )?(?:was|were|am) i (?:just |always )?(?:born|made) (?:like this|this way|numb|flat)\W*$"
    r"|^(?:can|could|may|do|should) i (?:\w+ )?do (?:it|this|that|the \w+) (?:\w+ )?(?:while|when|in|at|on|with|during) (?!bed\b)\w+"
    r"(?: \w+){0,3}\W*$"
    r"|^(?:\w+ ){0,2}(?:don'?t|do not) miss (?:anyone|anybody|people|him|her|them|it|the \w+)(?: (?:to be|fair|honest|really|at all"
    r"|though|tho))*\W*$"
    r"|^(?:\w+ ){0,2}(?:don'?t|do not|rather not) (?:want to )?(?:talk|speak) about (?:the|my) (?:accident|divorce|war|army|funeral|past"
    r"|childhood|job|work|ex|family|surgery|operation)\W*$"
)
_GRAVE = re.compile(
    r"\b(?:die|dying|dead|suicid\w*|end|ending|alive|live|living|exist\w*|gone|goodbye|anymore|any more|tonight|pills?|bad news|not"
    r"|hopeless)\b"
)


def states_a_fact(text: str) -> bool:
    """Whether a text is such a fact, and holds nothing graver."""
    words = plain(text).replace(",", "")
    if tests_were_fine(text):
        return not (HARMS.search(words) or re.search(r"\b(?:die|dying|dead|suicid\w*|wish|hoped|hoping|disappointed)\b", words))
    found = _FACTS.search(words)
    rest = words[: found.start()] + words[found.end() :] if found else ""
    return bool(found) and not (HARMS.search(rest) or _GRAVE.search(rest))
