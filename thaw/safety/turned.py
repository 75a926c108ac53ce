"""What turns while a danger of one's own is open: the wish lets go, the means are put away. By rules alone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.moves import told_move
from thaw.safety.normalise import plain
from thaw.safety.people import PERSON
from thaw.safety.plans import MEANS, SHORT
from thaw.safety.reply import turns
from thaw.safety.risk_state import GRAVE, OPEN, State
from thaw.safety.routes_others import HOSPITAL, SHAKEN, of_own_means
from thaw.safety.screen import Signal

_NOT_SO = re.compile(
    r"\b(?:haven't|hasn't|didn't|not|never|won't|can't|wouldn't)(?: \w+)? (?:chang\w+|thr[eo]w\w*"
    r"|put|come|came|giv\w+|gave|got|get)\b|\b(?:should i|if i|i could|i might)\b"
)
_TO_SOMEONE = re.compile(
    r"\bi(?:'ve| have)?(?: just| already)? (?:gave|given|handed|passed) (?:it|them|everything"
    rf"|all of it|(?:the|my) (?:\w+ )?(?:{MEANS}|key|keys|box|bottle))(?: all| over| back| away)?"
    r" to\b"
)
_PUT_AWAY = re.compile(
    r"\bi(?:'ve| have)?(?: just| already)? (?:threw|thrown|put|poured|flushed|locked|tossed|binned"
    r"|chucked|dumped|hid|hidden|emptied)(?: (?!my|off)[\w']+){0,4}?"
    r" (?:away|out|down|up|back|bin|trash|toilet|sink|river|car|drawer|garden|window)\b|\bi(?:'ve"
    r"| have)?(?: just)? (?:got rid of|flushed|binned) (?:it|them|the|my|all)\b|^it'?s gone(?:"
    r" now)?[.!]*$"
)
_CAME_DOWN = re.compile(
    r"\b(?:i|i've|i'm)(?: have| just| already| now)* (?:came|come|climbed|got|gotten|walked|stepped"
    r"|went|gone|moved)(?: back)? (?:down|off|away|inside|indoors|home|back)(?: (?:from|off|of))?"
    r"(?: (?:the|that|it))?(?: (?:roof|bridge|ledge|edge|tracks|platform|balcony|railings?|cliff"
    r"|chair|water|river|it))?(?: (?:now|again))*[.!]*$|\bi'm (?:off|away from|down from) the"
    r" \w+"
)
_CHANGED = re.compile(
    r"\bchanged my mind\b|\bsecond thoughts\b|\bdon't want to(?: do (?:it|this|that)| die| kill"
    r" myself| be dead)?(?: any ?more| now| after all)[.!]*$"
    r"|\b(?:not going to|won't)(?: do (?:it|this|that))? (?:any ?more|after all)\b|\bi(?:'m|"
    r" am) not doing (?:it|this)\b|\bi (?:want to|wanna) (?:live|stay alive)\b|\bi (?:couldn't"
    r" (?:do it|go through)|stopped myself)\b"
)
_CALMER = re.compile(
    r"^(?:i'm|i am|i feel|feeling|yes|ok)(?: (?:i'm|a bit|a little|much|bit|so|slightly|now|feel"
    r"|feeling))* (?:calmer|safer|steadier|quieter)(?: (?:now|a bit|already|than before))*[.!]*$"
    r"|^it(?:'s| is| has)(?: (?:a bit|a little|much|now))* (?:quieter|passed|passing|easier|easing|eased)(?: (?:now|a bit|off))*[.!]*$"
)
_CALLS = re.compile(
    rf"^(?:(?:my|the|our) (?:\w+ )?{PERSON}|someone|he|she)(?:'s| is) (?:calling|ringing|phoning)(?:"
    r" (?:them|911|999|112|an ambulance|the ambulance|help|for me|now|it in))*[.!]*$"
)
_EASED = frozenset(
    {"utter_turned_back", "utter_means_put_away", "utter_means_away", "utter_with_someone", "utter_reached_out", "utter_going_to_hospital"}
)


def turned(text: str, signal: Signal, state: State) -> Optional[str]:
    """The move that a text makes by which a danger of one's own turns; None if it makes none, or a rule heard another danger in it."""
    if state.stage not in OPEN or (signal.level and signal.evidence != ("classifier",)):
        return None
    words = plain(text).replace(",", "")
    if len(words.split()) > 2 * SHORT or turns(text):
        return None
    if (told_move(text) == "means_away" or _TO_SOMEONE.search(words)) and not _NOT_SO.search(words):
        return "means_away"
    if of_own_means(words):
        return "own_means"
    if state.stage not in GRAVE:
        return None
    if HOSPITAL.search(words):
        return "to_hospital"
    if _CALLS.match(words):
        return "with_someone" if state.topic == "medical_emergency" else "reached_out"
    if _NOT_SO.search(words) or state.topic == "medical_emergency":
        return None
    if _PUT_AWAY.search(words):
        return "means_put_away"
    if _CHANGED.search(words) or _CAME_DOWN.search(words):
        return "turned_back"
    if _CALMER.match(words):
        return "safe_for_now"
    return "steady_me" if SHAKEN.search(words) and _EASED & dict(state.said).keys() else None
