"""Voices that order harm. Not wanting it settles nothing: what is said next stays with it, and no partner or friend is meant by "he"."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.routes import IS, SOMEBODY
from thaw.safety.screen import Signal

VOICES = "voices"
"""The route of it."""
ORDERED = "is ordered to do harm by what others don't hear"
_AT_MOST = 16
"""Words up to which a text goes on with it."""
_FEW = 8
"""Words up to which a text right after it does, whatever it says."""
_HEARD = (
    r"\bvoices?\b|\b(?:hear|heard|hearing)(?: (?:an?|the|some|this|that|another|his|her|their|old|dead)){0,3} "
    r"(?:man|men|woman|women|people|god|devil|satan|demons?|angels?|him|her|them|someone|somebody|something|it|whispers?|things"
    r"|child|girl"
    r"|boy|grand\w+)\b|\b(?:tv|television|radio|lamp|walls?|god|devil|satan|demons?|angels?|spirits?|aliens?)\b"
)
_THINGS = re.compile(_HEARD)
_ORDERS = r"(?:tell|say|order|command|want|ask|forc|mak|urg|whisper|shout|scream|need)\w*"
_HARM = (
    r"(?:hurt|kill|harm|jump|die|dying|death|cut|stab|burn|hang|drown|end it|end my|roof|bridge|knife|pills|strangle|attack|do it"
    r"|do (?:bad |terrible |awful )?things)\b"
)
_ORDERED = re.compile(
    rf"\b{_ORDERS}(?: to)? (?:me|i)\b.{{0,40}}?\b{_HARM}|\b(?:messages?|signs?|orders?)\b.{{0,20}}?\b{_HARM}"
    rf"|\b(?:say|says|said|saying) (?:to )?{_HARM}"
)
_HARMLESS = re.compile(
    r"\b(?:games?|songs?|movie|film|show|series|podcast|gps|sat ?nav|coach|trainer|instructor|lyrics?|news|therapist\w*|doctor\w*"
    r"|voice ?(?:mail|note|message|over|actor)\w*)\b|\bstop (?:hurt|cut|harm|kill|burn)"
)
"""What else is heard, and orders no harm."""
_IT = r"(?:he|she|it|they|the voices?|the man|the woman|something)"
_QUIET = re.compile(
    rf"\b{_IT}(?:'s|'re|'ve| is| are| has| have| was| were)? (?:\w+ )?(?:stopped|quiet(?:er)?|gone|silent|went (?:quiet|away)|left)\b"
)
_OF_IT = re.compile(rf"\b{_IT}(?:'s|'re|'ll|'d|'ve| \w+)|\b(?:louder|nonstop|all the time|right now)\b")
_REAL = re.compile(
    r"\breal\b|\bi'?m not (?:crazy|mad|insane|imagining|making|sick|ill)\b|\bi know what i\b|\breally (?:there"
    r"|happen\w*)\b"
)
_UNWILLING = re.compile(
    r"\bi (?:don'?t|do not|won'?t|will not|would never|would not|wouldn'?t|am not going to|never)\b|\bi'?m not (?:going to|suicidal)\b"
    r"|\bnot me\b"
)
_SOMEONE = re.compile(
    rf"\b{SOMEBODY}(?:{IS}| (?:just )?(?:came|got)) (?:\w+ ){{0,2}}(?:here|home|in|asleep|upstairs|downstairs|next door|up|back)\b"
)
_CALM = re.compile(r"^(?:ok(?:ay)?|thanks?|thank you|thx|ty|bye|good ?night|yes|yeah|no|nope|sure|y|n)\b(?: \w+)?\W*$")
_CALLS = re.compile(r"\b(?:call|calling|phone|ring|911|999|112|ambulance|hospital|doctor|police)\b")


def of_voices(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of a voice that orders harm: for the first time, or going on with it."""
    words = plain(text).replace(",", "")
    heard_before = state.topic == "psychosis_or_mania" and re.search(rf"\b{_IT}\b", words)
    if state.topic != VOICES and not (_THINGS.search(words) or heard_before):
        return None
    if _ORDERED.search(words) and not _HARMLESS.search(words):
        return _ordered()
    if state.topic != VOICES:
        return None
    return _going_on(words, signal, state)


def _going_on(words: str, signal: Signal, state: State) -> Optional[Heard]:
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    own = by_a_rule and signal.intent in ("crisis_imminent", "crisis_ideation", "medical_emergency", "self_harm")
    length = len(words.split())
    if own or length > _AT_MOST or _CALM.match(words) or _CALLS.search(words):
        return None
    if _SOMEONE.search(words):
        return Heard(move="voices_someone")
    if _QUIET.search(words):
        return Heard(move="voices_quiet")
    if _REAL.search(words):
        return Heard(move="voices_real")
    if _UNWILLING.search(words):
        return Heard(move="voices_unwilling")
    by_ear = signal.level is not None and not by_a_rule
    return _ordered() if _OF_IT.search(words) or by_ear or (state.quiet == 0 and length <= _FEW and "?" not in words) else None


def _ordered() -> Heard:
    return Heard(Signal("psychosis_or_mania", "urgent", (ORDERED,)))
