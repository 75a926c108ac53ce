"""What a crisis answer invited to without asking about risk: the lines of the safety plan, how steadying went. By rules alone."""

from __future__ import annotations

import re
from typing import Mapping, Optional

from thaw.safety.barriers import is_another_matter
from thaw.safety.moves import told_move
from thaw.safety.normalise import plain
from thaw.safety.plans import names_means, told_plan
from thaw.safety.routes import compiled
from thaw.safety.screen import Signal
from thaw.safety.told import agrees, dismisses

LINES = ("plan_line_first", "plan_line_second", "plan_line_third")
AWAITED: Mapping[str, int] = {"utter_safety_plan": 0, "utter_plan_line_first": 1, "utter_plan_line_second": 2}
"""Answers after which a line of the plan is awaited, and which."""
_HOW = re.compile(
    r"^(?:(?:ok|but|and|so|sorry|i) ){0,3}(?:like what|for example|what (?:do|should|can|could|would) i (?:even )?(?:write|put"
    r"|say|fill)\b.*"
    r"|what (?:do you|does that|does it) mean|what (?:counts|kind of (?:sign|thing|place)|sign)\b.*|which line|what(?:'s"
    r"| is) (?:a|the) (?:sign"
    r"|first|second|third|next)\b.*|(?:any|an) examples?|how do i (?:fill|do|start|write) (?:it|this|that)\b.*)[?.!]*$"
)
_STEADYING = frozenset({"utter_steady_me", "utter_steadied_done"})
_NO_LINE = re.compile(
    r"^(?:(?:ok|okay|no|oh|well|please|sorry|i|i'm|just) ){0,3}(?:no|nope|stop|cancel|quit|not now|leave it|forget it|never ?mind"
    r"|don't want (?:to|this|it)|(?:can't|won't) do (?:this|that|it)|yes|yeah|sure)[.!]*$"
)
_DANGER = re.compile(
    r"\b(?:i (?:do )?have (?:a|the) plan|my plan is to (?:die|kill|end)|now|tonight|took|taken|swallowed|goodbye|good bye)\b"
)
"""With what a text is more than a line of the plan, if the screen hears something in it or it is a plan of another kind."""
_BODILY = re.compile(r"\b(?:breath\w*|chest|heart|hands?|shak\w+|tight\w*|sweat\w*|dizz\w+|sick|stomach|throat|numb\w*)\b")
_BARE_PLAN = re.compile(
    r"^(?:(?:ok|yes|yeah|well|fine|actually|but|and|no|i|do|there|is|have|'ve|got|already|made) ){0,6}(?:i've got )?(?:a|the) plan\b"
)
_STEADIED = compiled(
    (
        "steadied_not",
        r"\b(?:didn't|did not|doesn't|does not|isn't|not|hasn't|won't) (?:really |even )?(?:work\w*|help\w*|do (?:anything|much"
        r"|a thing)|change\w*|better"
        r"|really)\b|\bno (?:change|difference|use|better|effect|help)\b|^(?:ok |it's |its |feels |feel |i'm |i feel |still "
        r"|just |much |even ){0,4}(?:no|nope|nah"
        r"|nothing|the same|same|worse|useless|pointless|as before|bad|not really)(?: (?:as before|really|at all|changed"
        r"|happened)){0,2}[.!]*$"
        r"|\bmade it worse\b|\b(?:nothing|still) (?:changed|happened|the same|bad|here|numb)\b|\bcan't (?:do|focus|concentrate)\b",
    ),
    (
        "steadied_some",
        r"^(?:(?:ok|yes|yeah|it|that|i|i'm|well|maybe|think|it's|feel|actually|kind of|kinda|sort of|did|a|bit|little|only"
        r"|just) ){0,6}(?:help\w*|work\w*"
        r"|a (?:bit|little)|better|calmer|less|somewhat|slightly|quieter|a tiny bit|some|yes|yeah|bit)"
        r"(?: (?:a|bit|little|better|calmer|less|i think|i guess|maybe|for a (?:moment|minute|second)|but|now|tiny|though"
        r"|thanks)){0,5}[.!]*$",
    ),
    (
        "steadied_done",
        r"^(?:(?:ok|okay|yes|yeah|right|well|alright|i|i've|just|so|have|all|it's|that's) ){0,5}(?:did|done|tried|finished"
        r"|looked|do|doing)"
        r"(?: (?:that|it|this|them|all|both|the|it all|done|now|that one|blue|thing|things|water|what next|and now)){0,4}[.!]*$",
    ),
)


def line_told(text: str, signal: Signal, last: Optional[str]) -> Optional[str]:
    """The line of the plan that a text is, as a move, or None. Several lines at once count as so many.

    Args:
        text: the visitor's words.
        signal: what the screen found in them: a sign of what comes, a place and a person may sound like danger by themselves.
        last: what risk answered last.
    """
    place = AWAITED.get(last or "")
    if place is None:
        return None
    words = plain(text).replace(",", "")
    if _HOW.search(words) and signal.level is None:
        return "plan_line_how"
    if is_another_matter(text) or agrees(text) or dismisses(text) or _NO_LINE.search(words) or _asks_for_more(text):
        return None
    if _BARE_PLAN.search(words) or (names_means(text) and told_plan(text) == "soon") or not _is_known(signal, words, place):
        return None
    told = place + sum(1 for each in text.strip().splitlines() if each.strip()) - 1
    return LINES[min(told, len(LINES) - 1)]


def _asks_for_more(text: str) -> bool:
    return told_move(text) in ("steady_me", "safety_plan", "safe_for_now", "barrier_police", "means_away")


def _is_known(signal: Signal, words: str, place: int) -> bool:
    """Whether what the screen hears in a line is what the line asks for: the first how it begins, and thoughts of it were told."""
    if signal.level is None:
        return True
    if _DANGER.search(words):
        return False
    if place == 0 and signal.intent == "medical_emergency":
        return signal.evidence == ("classifier",) or bool(_BODILY.search(words))
    if signal.level == "urgent":
        return signal.evidence == ("classifier",) and signal.intent in ("danger_from_others", "crisis_third_party")
    return place == 0 or signal.evidence == ("classifier",)


def steadied(text: str, signal: Signal, last: Optional[str]) -> Optional[str]:
    """How steadying went, said right after it, as a move; or None."""
    words = plain(text).replace(",", "")
    if last not in _STEADYING or (signal.level and signal.evidence != ("classifier",)) or signal.level == "urgent":
        return None
    return next((move for move, pattern in _STEADIED if pattern.search(words)), None)
