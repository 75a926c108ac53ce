"""Hurting oneself, and other people: a parent who might see it and "would kill me", which is a way of speaking, and a friend who does it
too, which is the friend's danger and not the writer's. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.people import PERSON
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

FRIEND = "a friend hurts themselves"
_SELF_HARM, _ABUSE, _THIRD = "self_harm", "danger_from_others", "crisis_third_party"
_AT_MOST = 30
_PARENT = (
    r"(?:she|he|they|(?:my )?(?:mum|mom|mam|mummy|mommy|mother|dad|father|parents|family|sister|brother|nan|gran|grandma|auntie"
    r"|aunt|uncle))"
)
_MARKS = (
    r"(?:(?:my|the|these|those|them) (?:\w+ )?(?:arms?|legs?|thighs?|wrists?|cuts?|scars?|marks?|scratches|burns?|bandages?|plasters?"
    r"|stomach|hips?|skin)|(?:the |my )?(?:blood|blades?|razors?|compass|pin|plasters))"
)
_SEES = r"(?:see|sees|saw|seen|find|finds|found|notice|notices|noticed|spot|spots|look|looks|looked|catch|catches)"
_SEEN = re.compile(
    rf"\b(?:if|when|what if|before|so that|because|in case|afraid|scared|worried)\b.{{0,20}}\b{_PARENT}(?: \w+){{0,2}}? {_SEES}(?: out"
    rf"| at)? {_MARKS}\b"
    rf"|\b(?:what if|if|afraid|scared)\b.{{0,20}}\b{_PARENT}(?: \w+)? {_SEES}(?: out)?(?: about (?:it|this|the cutting|me))?\W*$"
    r"|\b(?:hide|hiding|cover|covering)(?: up)? my (?:arms?|legs?|scars?|cuts?|wrists?)\b.{0,20}\b(?:from|so)\b"
)
_NAMES_MARKS = re.compile(rf"\b{_MARKS}\b")
_REALLY_HARMED = re.compile(
    r"\b(?:beats?|beaten|beat|hits?|hitting|belts?|slaps?|punch\w*|really will|literally|not joking|threaten\w*|last time|knife|gun"
    r"|bruis\w*)\b"
)
_WAY_OF_SPEAKING = re.compile(
    r"\b(?:way of (?:speaking|talking|saying)|manner of speaking|figure of speech|just an? (?:expression|saying|phrase)"
    r"|just (?:a |how )(?:thing )?(?:we|people|i) (?:say|talk)"
    r"|not (?:really|literally) (?:kill|going to kill)|i (?:meant|mean) (?:she|he|they)(?:'ll| will|'d| would)? (?:just |only "
    r"|be )*(?:upset|angry|mad|sad|cross|furious|disappointed|shout))\b"
)
_STILL_FEARED = re.compile(r"\b(?:sometimes|but|used to|once|only when|scared of|afraid of|he did|she did)\b")
_FRIEND = (
    r"(?:(?:my|a|this|one of my) (?:[\w-]+ ){0,2}?(?:friends?|mates?|bestie|bff|bf|gf|girlfriend|boyfriend|sister|brother|cousin|classmate"
    r"|roommate|flatmate|twin|daughter|son))"
)
_DOES_IT = re.compile(
    rf"\b{_FRIEND}(?:'s|s| is| has| have| also| sometimes| just)*(?: \w+)? (?:does? (?:it|that|this)|doing (?:it|that)"
    r"|cuts?|cutting|self[- ]?harms?|self[- ]?harming|scratch\w*|burns?|hurts? (?:herself|himself|themsel\w+)) ?(?:too|also|as well|\W*$"
    r"|\band\b|herself|himself|themsel\w+|deep\w*|worse|really)"
    rf"|\b{_FRIEND}(?:'s|s| is| has| have| just)* (?:cut|hurt|burned|burnt|scratched) (?:herself|himself|themsel\w+|(?:her|his"
    rf"|their) \w+)\b"
)
_NOT_ME = re.compile(
    rf"^(?:(?:no|sorry|wait|oh|but|well) )*(?:(?:that'?s|it'?s|this is|i'm|i meant?|i was talking) )*not (?:about "
    rf"|for )?me\b.{{0,12}}\bmy (?:\w+ )?{PERSON}\W*$"
    rf"|^(?:(?:no|sorry|wait|oh|but|well) )*(?:it'?s|that'?s|i meant?) (?:about )?my (?:\w+ )?{PERSON}\W*$"
)


def of_who_sees_it(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of others, where the writer hurts themselves, or hides what shows it."""
    words = plain(text).replace(",", "").replace("?", "")
    if len(words.split()) > _AT_MOST:
        return None
    harms_themselves = "utter_self_harm" in dict(state.said)
    if harms_themselves and _WAY_OF_SPEAKING.search(words) and not _STILL_FEARED.search(words):
        if state.topic == _ABUSE:
            return Heard(move="no_abuse")
        if state.last == "utter_self_harm_seen":
            return Heard(move="self_harm_seen")
    if signal.level == "urgent" and signal.evidence != ("classifier",) and signal.intent != _ABUSE:
        return None
    if state.stage in GRAVE or (harms_themselves and _REALLY_HARMED.search(words)):
        return None
    if harms_themselves and state.topic == _THIRD and _NOT_ME.match(words):
        # It is taken so already.
        return Heard(move="third_party_words")
    if harms_themselves and (_DOES_IT.search(words) or _NOT_ME.match(words)):
        return Heard(Signal(_THIRD, "support", (FRIEND,)))
    if _SEEN.search(words) and (harms_themselves or _NAMES_MARKS.search(words)) and not _REALLY_HARMED.search(words):
        return _hides_it(signal, harms_themselves)
    return None


def _hides_it(signal: Signal, told: bool) -> Optional[Heard]:
    if told:
        return Heard(move="self_harm_seen")
    # Not told before: a hidden arm may be hidden for this.
    threatened = signal.intent == _ABUSE
    return Heard(Signal(_SELF_HARM, "support", ("hides what shows it",))) if threatened else None
