"""A parent with pictures of harm that they don't want, after these were believed: a knife put away, no sleep, whether one is a monster.
None of it is new danger, and none of it may go unanswered. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

_TO_OTHERS, _BIRTH = "danger_to_others", "birth"
_AT_MOST = 30
_BELIEVED = frozenset({"utter_danger_to_others_would_never", "utter_danger_to_others_misread", "utter_danger_to_others_fear"})
_MONSTER = re.compile(
    r"\b(?:monster|evil|psycho\w*|crazy|insane|sick in the head|bad (?:mother|mum|mom|parent|person|father|dad)|terrible (?:mother|mum"
    r"|mom|parent"
    r"|person|father|dad)|horrible (?:mother|mum|mom|parent|person)|unfit|going mad|losing my mind|what kind of (?:mother|mum|mom|parent"
    r"|person)|what'?s wrong with me|wrong with me)\b"
    r"|\bis (?:this|it|that) (?:just )?(?:postpartum|post ?partum|postnatal|post ?natal|ppd|ppa|ocd|pnd|baby blues|normal|depression"
    r"|an illness)\b"
    r"|\b(?:do|does) (?:other|all|any) (?:mothers|mums|moms|parents|people|women)\b"
)
_PUT_AWAY = re.compile(
    r"\bi(?:'ve| have)?(?: always| even| already| now)? (?:hide|hid|hidden|lock|locked|put away|avoid|don't use|won't use|don't go near"
    r"|stay away from"
    r"|keep away from|moved|put|can't look at)\b.{0,20}\b(?:knife|knives|scissors|stairs|window|balcony|bath|pillow|blades?|them)\b"
)
_SCARED = re.compile(
    r"\b(?:hate|scare|scares|scared|terrif\w+|frighten\w*|disgust\w*|horrif\w*|can't stand)\b.{0,15}\b(?:pictures?|images?|thoughts?"
    r"|them|me|it|of it|by it)\b"
    r"|\b(?:pictures?|images?|thoughts?)\b.{0,25}\b(?:scare|scares|terrif\w+|frighten\w*|disgust\w*|horrif\w*|make me sick|unwanted"
    r"|come back|won't stop)\b"
)
_SLEEPLESS = re.compile(
    r"\b(?:can't|cannot|can not|don't|do not|barely|hardly|haven't) (?:\w+ )?(?:sleep|slept)\b.{0,30}\b(?:baby|she|he|when|even|they)\b"
    r"|\b(?:don't|do not|not|never) (?:hear|see|hearing|seeing)(?: \w+)? (?:things|voices|anything)\b"
)
_WORSE = re.compile(
    r"\b(?:want to|wanted|going to|about to|urge|urges|did|almost|nearly|pushed|shook|hit|hurt (?:her|him|them)|tells? me|telling me"
    r"|voice|voices (?:say"
    r"|tell)|must|have to|myself|die|dead|kill|end it|better off|tempted|like it|might (?:do|hurt|drop|snap|act|lose|harm)|alone with)\b"
)


def of_a_mothers_fear(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text says of the fear of oneself, where it was believed that the pictures are not wanted."""
    believed = bool(_BELIEVED & dict(state.said).keys())
    of_a_child = _BIRTH in (*state.routes, *state.needs)
    if state.topic != _TO_OTHERS or not (believed and of_a_child) or state.last == "utter_danger_to_others_hold_on":
        return None
    words = plain(text).replace(",", "")
    of_her_own = signal.intent in ("crisis_imminent", "crisis_ideation", "crisis_passive") and not signal.guessed
    if signal.evidence not in ((), ("classifier",)) or of_her_own:
        return None
    if len(words.split()) > _AT_MOST or _WORSE.search(words):
        return None
    if _MONSTER.search(words):
        return Heard(move="harm_monster")
    if _PUT_AWAY.search(words):
        return Heard(move="harm_put_away")
    if _SLEEPLESS.search(words):
        return Heard(move="harm_sleepless")
    return Heard(move="would_never") if _SCARED.search(words) else None
