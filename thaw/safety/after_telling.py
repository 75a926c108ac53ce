"""Few words that only go on with what was told before: a baby, voices, dark thoughts. By themselves they are near to nothing."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain
from thaw.safety.risk_state import CLOSED, State
from thaw.safety.screen import CLEAR, Signal
from thaw.safety.told import agrees, told_baby

_SO = r"(?:yes|yeah|no|well|like|about|around|maybe|only|just|idk|i think|i took|took|ate|probably|roughly|at least|more than|or|a)"
_AMOUNT = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|handful|few|couple|lots?|loads"
    r"|many|most|all(?: of)? (?:them|it)|half(?: of)?(?: them| it)?|the (?:lot|whole (?:lot|thing|box|bottle|packet|pack)))"
)
_OF_WHAT = r"(?:of|them|it|those|pills?|tablets?|of each|or so|maybe|ish|i think|i guess|probably|mg|at once|in total|more|or \d{1,3})"
_WHEN = (
    r"(?:today|tonight|just now|earlier|this (?:morning|evening|afternoon)|last (?:night|week)|yesterday|now"
    r"|(?:(?:an?|\d+|half an|few|two|three) )?(?:hours?|minutes?|mins?|days?|weeks?) ago)"
)
_HOW_MUCH = re.compile(
    rf"^(?:{_SO} )*(?:{_AMOUNT}(?: {_OF_WHAT})*(?: {_WHEN})*|{_WHEN}(?: {_WHEN})*)[.!?]*$"
    r"|^(?:\w+ )?(?:don'?t know|dunno|not sure|no idea|forgot|can'?t remember|lost count)(?: of)?(?: how (?:many|much))(?: \w+){0,3}[.!?]*$"
)
"""An amount, or a time, and nothing else."""
_AT_ONCE = 1
"""Answers after an emergency in which an amount is taken for one of what was swallowed."""
_WORSE = re.compile(
    r"^(?:(?:i|like|just|yes|yeah|well|really|mostly|have|had|very) )*(?:bad|dark|scary|ugly|horrible"
    r"|awful|nasty|black) (?:ones|thoughts)[.!]*$"
    r"|^(?:(?:like|just|yes|yeah|well|mostly|they'?re|it'?s) )*about (?:me|myself|dying|death|ending (?:it|things))[.!]*$"
)
_ME_TOO = re.compile(
    r"^(?:(?:yes|yeah|and|also|maybe|sometimes|often|mostly|but) )*(?:for|of|about) (?:me|myself)(?: too| as well| also)?[.!]*$"
)
DARK_THEME = "dark thoughts about oneself"
"""The rules' theme of thoughts that may be of suicide, and are named only by how they are."""
_BABY_NEED = "birth"
_EMERGENCY = "medical_emergency"
_PSYCHOSIS = "psychosis_or_mania"
_FEARS_ITSELF = re.compile(
    r"\b(?:scared|afraid|terrified|frightened)\b.{0,12}\balone with (?:her|him|it|them|the|my)\b"
    r"|\bcan'?t be (?:left )?alone with (?:her|him|it|them|the|my)\b"
    r"|\b(?:scared|afraid|terrified|frightened|worried)(?: that| of)? (?:what )?(?:i|i'll|i'd)(?: (?:will|might|could|may|would|do|hurt"
    r"|drop|harm|snap|lose|shake))+\b"
    r"|\b(?:don'?t|do not|can'?t) (?:trust myself|know what i (?:might|could|will|'ll|would) do)\b"
)
_ANOTHER_BABY = re.compile(
    r"\b(?:(?:some(?:body|one)|they|the (?:nurses?|hospital|doctors?)) (?:has |have )?(?:changed|swapped|switched|replaced|took) "
    r"(?:her|him|it|the baby|my baby)(?! (?:nappy|diaper|clothes))|(?:she|he|it)(?:'s| is|s)? (?:not (?:really )?(?:my baby|human|real)"
    r"|an? (?:changeling|imposter|impostor|demon|devil)|evil|possessed))\b"
)
_COMMANDS = re.compile(
    r"\b(?:it|they|he|she|the voices?|voices?|something)(?: (?:just|keeps?|always))*(?:'s| is| are)?(?: (?:just|now))* "
    r"(?:say(?:s|ing)?|tell(?:s|ing)?(?: me)?|order(?:s|ing)?(?: me)?|want(?:s|ing)? me|command(?:s|ing)?(?: me)?)"
    r"(?: (?:me|to|i should|i must|just))* (?:do it|do things|jump|hurt|kill|die|cut|go|end it|burn)\b"
)
_POLICE = re.compile(r"\b(?:police|cops|911|999|112|000|number) (?:on|for|about|to) (?:him|her|them|my \w+)\b")
_IS_REAL = re.compile(
    r"\b(?:it|this|he|she)(?:'s| is|s) (?:so |really |actually |all )?real\b|\b(?:they|these)(?:'re| are) (?:really |actually )?real\b"
    r"|^(?:(?:yes|no|but|and) )*i(?:'?m| am) (?:(?:so|very|really|quite|100%|absolutely) )*(?:sure"
    r"|certain)\b[.!]*$|\bi know what i (?:saw|heard|see|hear)\b"
    r"|\bi'?m not (?:crazy|mad|insane|imagining|making (?:it|this) up|sick|ill)\b|\b(?:it"
    r"|they) really (?:happen(?:s|ed)?|(?:is|are) there)\b"
)


def gone_on_with(text: str, signal: Signal, state: State) -> Signal:
    """The signal, raised where a few words only go on with what was told before, or turned where the classifier named dark thoughts
    something else than what they first of all may be."""
    if signal.evidence[-1:] == ("classifier",) and DARK_THEME in signal.evidence and signal.intent in (_PSYCHOSIS, "self_harm"):
        signal = Signal("crisis_passive", "ask", (DARK_THEME,))
    by_ear = signal.evidence == ("classifier",) and signal.intent == "danger_from_others"
    if by_ear and state.topic == "crisis_third_party" and _POLICE.search(plain(text)):
        # It is the call for someone at risk that is hard.
        return CLEAR
    if state.topic == _EMERGENCY and state.quiet <= _AT_ONCE and _HOW_MUCH.match(plain(text).replace(",", "")):
        return Signal(_EMERGENCY, "urgent", ("how much was taken, or when",))
    if state.topic == _EMERGENCY and state.stage in CLOSED and state.pending == "call" and agrees(text):
        # "OK, I'm calling" is answered with what to say, and here nothing was said of suicide.
        return Signal(_EMERGENCY, "urgent", ("will call",))
    if state.topic == "danger_to_others" and signal.level is None and _ME_TOO.match(plain(text).replace(",", "")):
        return Signal("crisis_ideation", "support", ("thinks of it for itself too",))
    if state.pending == "thoughts" and signal.level != "urgent" and _WORSE.match(plain(text).replace(",", "")):
        # Asked about thoughts of suicide, this is half a yes.
        return Signal("crisis_passive", "ask", (DARK_THEME,))
    if signal.level == "urgent" or state.stage not in CLOSED or state.pending:
        return signal
    words = plain(text).replace(",", "")
    if _BABY_NEED in state.needs or told_baby(text):
        if _FEARS_ITSELF.search(words):
            return Signal("danger_to_others", "urgent", ("fears what it might do to a baby",))
        if _ANOTHER_BABY.search(words):
            return Signal(_PSYCHOSIS, "support", ("takes a baby for another",))
    if state.topic == _PSYCHOSIS:
        if _COMMANDS.search(words):
            return Signal("crisis_imminent", "urgent", ("is told to do it",))
        if _IS_REAL.search(words):
            return Signal(_PSYCHOSIS, "support", ("says that it is real",))
    return signal
