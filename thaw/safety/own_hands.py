"""A parent who is afraid of their own hands, or has hurt a child already, told by themselves: who hears only the words takes them for
somebody who is hurt, or who saw it. And who was hit as a child and has sworn not to hit: nobody hurts them today. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal
from thaw.safety.told import told_newborn

HURT, SHAKEN = "has hurt a child", "has shaken a child"
_FEARS = "is afraid of what they may do to a child"
_ABUSE, _TO_OTHERS, _BIRTH, CHILD = "danger_from_others", "danger_to_others", "birth", "child"
_AT_MOST = 40
_KID = (
    r"(?:son|daughter|kids?|child|children|boys?|girls?|baby|babies|toddler|newborn|infant|twins?|little (?:one|boy|girl|man|guy)|lads?"
    r"|stepson|stepdaughter|stepkids?)"
)
_A_CHILD = rf"(?:(?:my|our|the) (?:[\w-]+ ){{0,2}}?{_KID})"
_NAMES_A_CHILD = re.compile(rf"\b{_A_CHILD}\b")
_ONE = rf"(?:him|her|them|{_A_CHILD})"
_AFRAID = r"(?:scared|afraid|terrified|frightened)"
_HANDS = re.compile(
    rf"\b{_AFRAID}(?: of)? (?:my (?:own )?(?:hands?|fists?|strength|temper|anger|rage)|what my (?:own )?(?:hands?|fists?|temper|anger"
    r"|rage))\b|\bmy (?:own )?(?:hands|temper|anger|rage) (?:scares?|frightens?|terrif(?:y|ies)) me\b"
    rf"|\b(?:i'm|i am|it's|it is)(?: (?:me|actually|really|just))* (?:the )?(?:one|person)(?: (?:that|who|whom))? i(?:'m| am)(?: \w+)?"
    rf" {_AFRAID} of\b|\b(?:it's|it is) (?:me|myself)(?: that)? i(?:'m| am)(?: \w+)? {_AFRAID} of\b"
)
_NEAR_THEM = re.compile(
    rf"\b{_AFRAID} of (?:myself|me|what i(?:'ll|'d| might| could| may| would| will| can)?(?: \w+)? do)(?: (?:\w+ ){{0,2}}?)? ?"
    rf"(?:around|near|with|toward|towards|to|when|while|if|alone with) (?:i'm (?:with|around|near|alone with) )?{_A_CHILD}\b"
)
_NEARLY = re.compile(
    rf"\bi(?:'ve| have)?(?: just)? (?:almost|nearly|was about to|came close to|came this close to)"
    rf" (?:hit|hitting|slap\w*|smack\w*|sh[oa]k\w*|hurt|hurting|thr[eo]w\w*|grab\w*|punch\w*) {_ONE}\b(?! (?:with|by) (?:my|the) car)"
)
_I_HAVE = r"\bi(?:'ve| have)?(?: (?:just|really|also|even|only|then))*"
_STRUCK = re.compile(
    rf"{_I_HAVE} (?:hit|slapped|smacked|punched|kicked|choked|burned|burnt) {_ONE}(?! (?:up|with (?:the|a) (?:news|question|bill)))\b"
)
_HANDLED = re.compile(
    rf"{_I_HAVE} (?:hit|grabbed|shoved|pushed|threw|thrown|yanked|pulled|squeezed|hurt|dragged|pinned|held|spanked|handled|beat) {_ONE}\b"
)
_TOO_HARD = re.compile(
    r"\b(?:(?:too|so|really) (?:hard|rough|roughly|tight|tightly)|bruis\w*|handprints?|(?:red |finger )?marks?|black eye|welts?|bleeding"
    r"|against the|across the (?:room|face)|to the (?:floor|ground)|in the face|down the stairs)\b"
)
_LEFT_A_MARK = re.compile(
    r"\bi(?:'ve| have)?(?: just)? (?:left|gave|given|put)(?: (?:him|her|them|my \w+))?(?: (?:a|an|the|some|big|red|finger|bad|his|her))*"
    r" (?:bruis\w*|marks?|handprints?|black eye|welts?)\b"
)
_SHOOK = re.compile(
    rf"{_I_HAVE} (?:shook|shaken|shaked|was shaking|started shaking|ended up shaking) (?:{_ONE}|it)\b"
    r"(?! (?:awake|up\b|off|gently|lightly|by the hand|hand)|'s hand)"
)
_NO_HARM = re.compile(
    r"\b(?:years? ago|by (?:accident|mistake)|accidentally|on the swing|at (?:chess|cards|fifa|football|tennis|mario|minecraft"
    r"|wrestling|games?)|(?:birthday|party|ball|game|match|playing|pillow fight|tickl\w*|snowball)|feelings|to wake (?:him|her|them)"
    r"|(?:out of|from|off) the (?:road|street|way|water|car|fire|stove)|dream\w*|imagin\w*)\b"
    r"|\bi(?:'ve| have| would|'d| could)? never (?:hit|slap\w*|smack\w*|shook|shaken?|hurt|grab\w*)"
)
_PARENT = r"(?:dad|father|old man|mum|mom|mam|mother|stepdad|stepfather|stepmum|stepmom|parents|uncle|grandad|grandfather)"
_WAS_HIT = re.compile(
    rf"\bmy (?:own |\w+ )?{_PARENT}(?: (?:always|used to|would|did|and \w+))* (?:hit|beat|slapped?|belted|whipped|smacked|thrashed|hurt)"
    r" (?:me|us)\b(?! back)"
)
_NEVER_HIT = re.compile(
    rf"\bi(?:'ve| have| would|'d)?(?: have)? never(?: \w+)? (?:hit|hurt|touch(?:ed)?|beat|slap(?:ped)?) {_ONE}\b(?! back)"
)
_VOWED = re.compile(
    r"\bi (?:swore|vowed|promised myself)\b(?! (?:at|not to tell|i'd (?:leave|kill)))"
    rf"|\b(?:like|into|becom\w+) (?:him|her|my (?:own )?{_PARENT}|them)\b|\b(?:won't|never|don't want to) (?:do (?:that|it)|pass"
    rf" (?:it|that) on)"
)
_TODAY = re.compile(
    r"\b(?:yesterday|today|tonight|last (?:night|week|time)|again|still|now|this (?:morning|week)|every (?:day|night|time))\b"
)
_BACK_THEN = re.compile(
    r"^(?:(?:no|but|and|well|sorry|all|wait|look|he|she|they|it|that|this|that's|it's|is|was|were|did|happened|hit|me|only|just|a|long) )*"
    r"(?:when i was (?:an? )?(?:\w+ )?(?:kid|child|little|small|young|boy|girl|teenager)|(?:in|during) my childhood|as an? (?:kid|child)"
    r"|growing up|(?:\w+ ){0,2}(?:years?|decades) ago|long ago)"
    r"(?: (?:ago|only|not now|not any ?more|he's dead(?: now)?|she's dead(?: now)?|back then|long (?:ago|gone)|it's over|that's all))*\W*$"
)
_THE_ANGRY_ONE = re.compile(
    r"\b(?:i'm|i am|it's me|it is me|i was)(?: (?:actually|really|the|who|that|is|always))*"
    r" (?:(?:angry|violent|dangerous|aggressive|scary|bad|abusive) (?:one|person|parent|dad|father|mum|mom|mother)|abuser|bully"
    r"|one (?:who|that)(?:'s|'m| is| am)? (?:\w+ )?(?:angry|shouts?|yells?|screams?|loses? it|hits?|snaps?|explodes?|rag(?:es|ing)"
    r"|violent))\b"
)
_OF_ONES_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive", "self_harm"})


def of_own_hands(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of a child, by who may hurt it or did; and of blows that lie in a childhood."""
    words = plain(text).replace(",", "").replace(".", "")
    own = signal.intent in _OF_ONES_OWN and signal.level is not None
    if len(words.split()) > _AT_MOST or state.stage in GRAVE or (own and signal.evidence != ("classifier",)):
        return None
    named = bool(_NAMES_A_CHILD.search(words))
    known = named or (not own and (CHILD in state.matters or state.topic == _TO_OTHERS))
    if known and (told := _to_a_child(words, text, named, state)):
        return Heard(Signal(_TO_OTHERS, "urgent", (told,)))
    if state.topic == _ABUSE and not state.minor and _BACK_THEN.match(words):
        return Heard(move="abuse_past")
    if state.last == "utter_danger_to_others_own_anger" and _BACK_THEN.match(words):
        return Heard(move="harm_own_anger")
    if state.minor or _TODAY.search(words):
        return None
    if state.topic == _ABUSE and _HANDS.search(words):
        return Heard(Signal(_TO_OTHERS, "urgent", (_FEARS,)))
    if state.topic in (_ABUSE, _TO_OTHERS) and _THE_ANGRY_ONE.search(words):
        return Heard(move="harm_own_anger")
    return Heard(move="harm_own_anger") if _has_sworn(words, known) else None


def _to_a_child(words: str, text: str, named: bool, state: State) -> Optional[str]:
    """What a text tells of what was done to a child, or may be."""
    if _HANDS.search(words) or _NEAR_THEM.search(words) or _NEARLY.search(words):
        return _FEARS
    if _NO_HARM.search(words):
        return None
    if _SHOOK.search(words):
        small = told_newborn(text) or _BIRTH in (*state.needs, *state.routes) or not named
        return SHAKEN if small else HURT
    done = _STRUCK.search(words) or (_HANDLED.search(words) and _TOO_HARD.search(words)) or _LEFT_A_MARK.search(words)
    return HURT if done else None


def _has_sworn(words: str, of_a_child: bool) -> bool:
    """Whether somebody was hit once and does not hit: who says "I never hit him" first means no parent by it."""
    was, never = _WAS_HIT.search(words), _NEVER_HIT.search(words)
    if not was:
        return False
    return bool(never and (of_a_child or never.start() < was.start())) or (of_a_child and bool(_VOWED.search(words)))
