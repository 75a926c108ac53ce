"""Someone else who starves or throws up, told by who worries about them: they are answered as a relative, and not as the one who is ill."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.routes import SOMEBODY, compiled
from thaw.safety.screen import Signal

EATS_NOT, PASSED_OUT = "someone else starves or throws up", "someone else who starves passed out"
OF_ANOTHER = "eating_of_another"
"""The route of it."""
_AT_MOST = 30
_WHOSE = re.compile(rf"\b(?:{SOMEBODY}|my (?:\w+ )?(?:gf|bf|ex|kid|child|teen\w*|boy|girl|niece|nephew|mate|student|fianc\w+))\b")
_THEIRS = r"(?:he|she|they|\w+)(?:'s|'re| is| are| has| have)?"
_ILL = re.compile(
    r"\b(?:anorex\w+|bulimi\w+|eating disorder)\b"
    r"|\b(?:won'?t|refuses to|barely|hardly|doesn'?t|does not|isn'?t|stopped|never|not) (?:eat|eats"
    r"|eating)\b(?!.{0,12}\b(?:meat|vegetables|veg|with"
    r"|out|breakfast|together|fish|my)\b)"
    r"|\b(?:throws?|throwing|threw) up (?:after|everything|her|his|their|every|what)\b|\bmakes? (?:her|him|them)sel\w+ (?:sick"
    r"|throw|vomit|puke)\b"
    r"|\b(?:starv\w+|purg\w+)\b|\bskin and bones?\b|\bweighs? (?:only |just )?\d\d ?(?:kilos?|kgs?)\b|\b\d\d (?:kilos|kg)\b|\blaxatives\b"
)
_MINE = re.compile(
    r"\bmy eating\b|\bi (?:have|had|'ve got) (?:an?|my) \w+|\bi(?:'m| am|'ve| have)? (?:\w+ )?(?:anorexic|bulimic|starv\w+"
    r"|purg\w+|throw\w*|threw|eat|ate|weigh|make myself"
    r"|stopped eating)\b|\bmyself\b"
)
_SMALL = re.compile(r"\b(?:baby|newborn|infant|toddler|cat|dog|puppy|kitten|bug|flu|virus|chemo|pregnan\w+)\b")
_MOVES = compiled(
    (
        "eating_of_another_refuses",
        r"\b(?:says? no|refuses?|won'?t|doesn'?t want|denies|angry|hides?|lies|lying|no (?:hospital|doctor|help))\b",
    ),
    (
        "eating_of_another_now",
        r"\b(?:hospital|er|a ?&? ?e|ambulance|doctor|emergency)\b|\b(?:how (?:dangerous|bad)|could (?:she|he|they) die"
        r"|is it dangerous)\b",
    ),
    (
        "eating_of_another_words",
        r"\b(?:what|how) (?:do|should|can|could|would|to) (?:i )?(?:\w+ )?(?:say|ask|talk|tell|help|do|bring)\b|\bwhat (?:to"
        r"|not to) say\b|\bhow (?:do|can) i\b",
    ),
)
_EATS_LITTLE = re.compile(r"\b(?:won'?t|barely|hardly|doesn'?t|does not|isn'?t|stopped|never|not) (?:even |really )?(?:eat|eats|eating)\b")
_ALSO = re.compile(
    r"\b(?:blank|numb|flat|empty|dull|depress\w+|withdrawn|zombie|ghost|shell of|gone quiet|lost interest|hopeless|just (?:sits?|sitting"
    r"|lies"
    r"|lays|stares?|sleeps?)|(?:stares?|staring|lies|lays) (?:at|in bed|there)|in bed all day)\b"
    r"|\b(?:won'?t|barely|hardly|doesn'?t|does not|isn'?t|stopped|never|not|or|nor|no) (?:even |really )?(?:laugh\w*|talk\w*|speak\w*"
    r"|smil\w*"
    r"|sleep\w*|shower\w*|wash\w*|leav\w+ (?:the|his|her|bed)|get(?:ting)? (?:up|out of bed)|react\w*|answer\w*|go(?:ing)? out)\b"
)
"""With these, eating little is one sign of many of somebody who has gone numb, and no trouble of its own."""
_GRAVER = frozenset({"crisis_third_party", "danger_from_others", "danger_to_others"})
_OUT = re.compile(
    r"\b(?:passed out|passes out|fainted|faints|fainting|collapsed|unconscious|blacked out|chest|heart|can'?t stand|not waking)\b"
)


def of_their_eating(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of someone else's eating, for the first time or further."""
    words = plain(text).replace(",", "")
    other = signal.evidence not in ((), ("classifier",)) and signal.intent not in ("eating_disorder", "medical_emergency")
    if other or len(words.split()) > _AT_MOST:
        return None
    if signal.intent in _GRAVER and not _OUT.search(words):
        # What they may do, or have at hand, comes before what they eat.
        return None
    if state.topic == OF_ANOTHER and not re.search(r"\bi (?:passed|fainted|collapsed|eat|starve)\b", words):
        if _OUT.search(words):
            return Heard(Signal("medical_emergency", "urgent", (PASSED_OUT,)))
        move = next((name for name, pattern in _MOVES if pattern.search(words)), None)
        if move:
            return Heard(move=move)
    if _is_one_sign_of_many(words):
        return None
    if _WHOSE.search(words) and _ILL.search(words) and not (_MINE.search(words) or _SMALL.search(words)):
        return Heard(Signal("eating_disorder", "support", (EATS_NOT,)))
    return None


def _is_one_sign_of_many(words: str) -> bool:
    """Whether eating little is told beside other signs of somebody numb, and nothing else of food."""
    return bool(_EATS_LITTLE.search(words) and _ALSO.search(words)) and not _ILL.search(_EATS_LITTLE.sub(" ", words))
