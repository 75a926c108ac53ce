"""Harm to someone grown that goes on after it was told: meant, with something in hand, where they are; or it was only anger."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.plans import are_named
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal
from thaw.safety.told import told_baby

GOES_ON = "means to hurt someone, and more of it"
_SOON, _AT_MOST = 3, 16
_BIRTH = "birth"
_ONLY_ANGRY = re.compile(
    r"\b(?:just|only|so)(?: so| really| very| being)* (?:angry|furious|mad|pissed|venting|frustrated|fed up|raging|dramatic"
    r"|joking|kidding)\b"
    r"|^(?:no |nah |god |lol |well |of course )*(?:not really(?! going)|not (?:literally|seriously|for real))\b"
    r"|\b(?:figure of speech|exaggerat\w+|blowing off steam|letting off steam)\b"
    r"|\b(?:didn'?t|don'?t|did not|do not) (?:really |actually )?mean (?:it|that)\b"
)
_MEANT = re.compile(
    r"\bnot (?:joking|kidding|a joke)\b|\b(?:dead |deadly )?serious\b|\bi (?:really |do |actually )*mean it\b|\bfor real\b"
    r"|\bi(?:'ll| will|'m going to| am going to)(?: \w+){0,2} (?:do|kill|hurt|stab|shoot|beat|get|find|end|finish|show)\b"
    r"|^(?:\w+ ){0,2}(?:tonight|right now|today)\W*$|\bcan'?t stop (?:myself|thinking)\b"
)
_WEAPON = re.compile(r"\b(?:weapons?|bats?|hammer|axe|machete|crowbar|petrol|gasoline|crossbow|bullets|ammo|gloves)\b")
_PLACE = re.compile(
    r"\b(?:he|she|they)(?:'s|'re| is| are)(?: \w+){0,2} (?:home|inside|here|there|next door|alone|outside|asleep|downstairs"
    r"|upstairs|back|house)\b"
    r"|\bi(?:'m| am) (?:\w+ )?(?:outside|at (?:his|her|their)|on my way|in the car|parked|driving|waiting|following)\b|\bi know where\b"
)
_AT_EASE = re.compile(
    r"\b(?:asleep|sleeping)\b|\bin (?:the|her|his|their) (?:crib|cot|bed)\b|\b(?:husband|partner|wife|mother|mum|mom"
    r"|sister)(?:'s| is) (?:\w+ )?(?:here|home)\b"
)


def of_harm_to_another(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text says further where somebody told of thoughts of hurting someone."""
    words = plain(text).replace(",", "")
    if state.topic != "danger_to_others" or state.quiet > _SOON or len(words.split()) > _AT_MOST:
        return None
    if _BIRTH in (*state.routes, *state.needs) or told_baby(text):
        # Who was told a moment ago to lay the baby down answers that.
        believed = "utter_danger_to_others_would_never" in dict(state.said) and state.last != "utter_danger_to_others_hold_on"
        return Heard(move="harm_at_ease") if believed and _AT_EASE.search(words) and signal.evidence in ((), ("classifier",)) else None
    if signal.level == "urgent" and signal.evidence != ("classifier",) and signal.intent != "danger_to_others":
        return None
    if _ONLY_ANGRY.search(words) and not (are_named(words) or re.search(r"\bbut\b", words)):
        return Heard(move="only_angry")
    if are_named(words) or any(pattern.search(words) for pattern in (_MEANT, _WEAPON, _PLACE)):
        return Heard(Signal("danger_to_others", "urgent", (GOES_ON,)))
    return None
