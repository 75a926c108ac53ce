"""An urge to hurt oneself that comes back, without a wish to die: met as what it is. By rules alone.

Read where hurting oneself was spoken of, or where the message itself says that it is not about dying; knives that draw the eye are asked
about.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.people import PERSON
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

URGE = "an urge to hurt themselves"
_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive"})
_MEETS_IT, _AWAY = "self_harm_urge", "means_away"
_AT_MOST = 20
_FEW = 8
_BLADES = r"(?:knives|knife|razors?|razor ?blades?|blades?|scissors|sharps|box ?cutters?|stanley knife|lighters?)"
_URGE = re.compile(
    r"\b(?:the|this|that|my|these|such|same|strong) urges?\b(?! (?:to|for) (?!cut|hurt|harm|burn|scratch|do (?:it|that)|self)\w+)"
    r"|\burges? to (?:cut|hurt|burn|scratch|do (?:it|that)|self|harm myself)|(?<!n't )(?<!not )\b(?:want|need|itching"
    r"|aching|craving|about) to "
    r"(?:cut|scratch|burn (?:myself|my)|hurt myself|harm myself|do (?:it|that) (?:now|again|right|so bad))\b"
)
_GET_THROUGH = re.compile(
    r"\bget through (?:tonight|today|the (?:night|evening|hour|urge|next \w+))\b"
    r"|\bhow (?:do|can|could) i (?:stop|resist|fight|ride out|get rid of)(?: (?:it|this|that|the urge|these urges"
    r"|myself|cutting|hurting myself"
    r"|scratching|doing (?:it|this|that)|wanting (?:it|to)))?\W*$|\bhow to (?:stop|resist|survive) (?:it|this|the urge)\b"
)
_OF_DYING = re.compile(r"\b(?:die|dying|dead|death|kill\w*|end (?:it|my|things)|suicid\w*|for good|gone|overdos\w*|bridge|roof|train)\b")
_NOT_TO_DIE = re.compile(
    r"\b(?:don'?t|do not|not|never|no)(?: (?:even|really|actually|ever|want|wanting|trying|planning|going|it's"
    r"|thinking))* (?:to|about) (?:die|dying|kill myself|end (?:it|my life))\b"
    r"|\bnot suicidal\b|\bno (?:wish|intention) to die\b"
)
_DRAWN = re.compile(
    r"\b(?:keep|kept|keeps|can'?t stop|can'?t help|always|been|just)(?: \w+)? "
    rf"(?:looking|staring|glancing|thinking|going back|walking) (?:at|about|of|to|over to)"
    r" (?:(?:the|my|that|those|all|kitchen|our|drawer|with|block|of|where|are|kept|keep|i|we)"
    rf" ){{0,7}}{_BLADES}\b"
    rf"|\bmy eyes keep going to (?:\w+ ){{0,4}}{_BLADES}\b"
)
_WHERE_THEY_ARE = re.compile(rf"^(?:(?:it's|the|that|my|one|yes|kitchen) ){{0,4}}(?:drawer|block|rack|box)\b(?: \w+){{0,4}} {_BLADES}\W*$")
_TO_COOK = re.compile(
    r"\b(?:buy\w*|bought|shop\w*|online|amazon|ebay|chefs?|cook\w*|gift|set|sale|japanese|collect\w*|sharpen\w*|wedding|present|recipe"
    r"|carv\w*|workshop|whittl\w*|baby|kids?|child(?:ren)?|him|her|them)\b"
)
_PUT_AWAY = re.compile(
    rf"\b(?:my (?:\w+ )?{PERSON}|he|she|they|mum|mom|dad|someone)(?:'s|'ve| has| have)?(?: \w+){{0,4}}? "
    rf"(?:put|took|taken|locked|moved|hid|hidden|thrown|threw|got rid of) (?:(?:the|my|all|of|away|up|every|kitchen) ){{0,4}}{_BLADES}\b"
    r"(?! (?:to|at|against) (?:my|me|his|her))"
)
_ON_THEM = re.compile(r"\b(?:out|to|at|against|on) (?:my|me|his|her|himself|herself|him)\b|\bcut (?:himself|herself)\b")


def of_an_urge(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a message says of an urge to hurt oneself, of the knives that draw the eye, or of somebody who put them away."""
    words = plain(text).replace(",", "")
    denies_dying = bool(_NOT_TO_DIE.search(words)) and not re.search(r"\bbut\b", words)
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",) and signal.intent != "self_harm"
    if (
        len(words.split()) > _AT_MOST
        or (by_a_rule and not denies_dying)
        or state.stage in GRAVE
        or state.pending in ("plan", "near", "theirs")
    ):
        return None
    if not _may_be_an_urge(words, signal, state, denies_dying):
        return None
    known = state.topic == "self_harm"
    if known and _PUT_AWAY.search(words) and not _ON_THEM.search(words):
        return Heard(move=_AWAY)
    if _URGE.search(words) and (known or (denies_dying and re.search(r"\burges?\b", words))):
        return _met(state, denies_dying)
    if known and _GET_THROUGH.search(words) and state.pending != "thoughts":
        return _met(state, denies_dying)
    draws = _DRAWN.search(words) or (state.hints and len(words.split()) <= _FEW and _WHERE_THEY_ARE.match(words))
    if draws and not known and not _TO_COOK.search(words) and state.topic is None and not denies_dying:
        return Heard(Signal("self_harm", "support", (URGE,)))
    return None


def _may_be_an_urge(words: str, signal: Signal, state: State, denies_dying: bool) -> bool:
    """Whether nothing graver is in it: of dying nothing is said but that it is not wanted, and what the classifier alone takes for
    thoughts of suicide goes on with a no to them, given right before.
    """
    if _OF_DYING.search(words) and not denies_dying:
        return False
    if signal.intent in (None, "self_harm"):
        return True
    if signal.intent == "crisis_third_party":
        return bool(_PUT_AWAY.search(words))
    return signal.intent in _OWN and (denies_dying or (state.stage in ("denied", "resolved") and state.quiet == 0))


def _met(state: State, denies_dying: bool) -> Heard:
    """What helps until it drops. A question about thoughts that waits goes on waiting, unless the message answers it."""
    if state.pending == "thoughts":
        return Heard(reply="no") if denies_dying else Heard(Signal("self_harm", "support", (URGE,)))
    return Heard(move=_MEETS_IT)
