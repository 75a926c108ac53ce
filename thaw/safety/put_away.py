"""What somebody could hurt themselves with was put out of their reach: by who helps them, or by the visitor for somebody else. It is a step
to safety, and whoever took the key is no danger. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.people import PERSON
from thaw.safety.risk_state import CLOSED, OF_OTHERS, ROUTE_FOR, TOLD, Heard, State
from thaw.safety.screen import Signal

OUT_OF_REACH = "what could be used was put out of reach"
SECURED = "third_party_secured"
"""The move of who put it out of another's reach."""
_AT_MOST, _FEW = 30, 14
_SPOKE_OF_MEANS = frozenset(
    f"utter_{each}" for each in ("crisis_third_party_now", "third_party_means", "third_party_means_now", "third_party_secured")
)
"""After these, "it" is what could be used."""
_GUN = r"(?:guns?|handguns?|firearms?|revolvers?|rifles?|shotguns?|pistols?|weapons?|ammo|ammunition|bullets)"
_ARMS = rf"(?:{_GUN}|knives|knife|blades?|razors?|ropes?|noose)"
"""What nobody keeps from another to have power over them, as it is done with medicine, and what is not swallowed."""
_MEANS = (
    rf"(?:{_GUN}|pills?|tablets?|meds|medicines?|medication|painkillers|paracetamol|tylenol|insulin|drugs|knives|knife|blades?|razors?"
    r"|razor ?blades?|sharps|scissors|ropes?|belts?|cords?|noose|bleach|poison)"
)
_KEYS = rf"(?:keys?(?: to the (?:{_GUN}|safe|cabinet|cupboard|locker|shed))?)"
_ITS = r"(?:the|my|his|her|their|our|all|all of|those|these|any|every|of|kitchen|old|own|dad's|mum's|mom's|gun|sleeping|both)"
_THING = rf"(?:(?:{_ITS} ){{0,4}}(?:{_MEANS}|{_KEYS})|it|them|everything|that|it all|them all)"
_NAMED = re.compile(rf"\b{_MEANS}\b")
_WHO = rf"(?:i|we|he|she|they|someone|somebody|mum|mom|mam|dad|nan|gran|(?:my|his|her|the|our|a) (?:\w+ )?{PERSON})"
_HAS = r"(?:'s|'ve|s| has| have| just| already| now| also| even| then| went and| been and)*"
_LOCKED = r"(?:lock(?:ed|s)?(?: up| away)?|hid|hides|hidden|removed|confiscated|flushed|binned|got rid of|disposed of|emptied|secured)"
_TOOK = r"(?:put|puts|took|taken|takes|moved|threw|thrown|gave|given|handed|brought|chucked|dropped)"
_OUT = (
    r"(?:away|off (?:of )?(?:me|him|her|them)|from (?:me|him|her|them)|out of (?:the house|reach|here|there|sight)|somewhere safe"
    rf"|to (?:the |a |my |his |her )?(?:police|pharmac\w+|chemist\w*|doctor|gp|work|safe|shop|{PERSON}\w*)"
    rf"|(?:in|into) (?:the |a |my |his |her |their )?(?:\w+ )?(?:truck|car|safe|boot|trunk|garage|cabinet|locker|cupboard|box|shed|attic"
    rf"|bin|loft)|(?:at|with|round) (?:the |a |my |his |her |our )?(?:\w+ )?(?:{PERSON}\w*|police|neighbou?r\w*|{PERSON}'s))"
)
_SECURED = re.compile(
    rf"\b{_WHO}{_HAS} {_LOCKED} {_THING}\b"
    rf"|\b{_WHO}{_HAS} {_TOOK} (?:away |up )?{_THING}(?: and {_THING})?(?: all| right| straight)* {_OUT}"
    rf"|\b{_WHO}{_HAS} (?:took|taken|takes) (?:away )?(?:my|his|her|their) (?:\w+ )?{_ARMS}\b"
    rf"|\b(?:i|we|i've)(?: just| already)? handed {_THING} in\b"
    rf"|\b(?:i|we|i've|{_WHO}'s)(?: have| just)? got {_THING} (?:off|away from|from) (?:him|her|them)\b"
    rf"|\b(?:i|i've)(?: have| just| already)? (?:gave|given|handed)(?: over)? (?:(?:my|his|her|the|a) (?:\w+ )?{PERSON}|him|her"
    rf"|them) {_THING}\b"
    rf"|\b{_WHO}{_HAS} (?:(?:has|have|got|keeps?|is keeping|are keeping|holds?|is holding|looks after) )+(?:on to )?{_THING} "
    r"(?:now|safe|hidden|locked \w+|for (?:me|him|her|them)|off (?:me|him|her|them))\b"
    rf"|\b(?:{_ITS} ){{0,4}}(?:{_MEANS}|{_KEYS})(?:'s|'re| is| are)(?: all| now| safely| already| in a safe)* (?:locked (?:up|away|in)"
    rf"|hidden|out of (?:the house|reach)|gone"
    rf"|(?:at|with|round) (?:the |a |my |his |her |our )?(?:\w+ )?(?:{PERSON}\w*|{PERSON}'s|police|neighbou?r\w*|pharmac\w+|chemist\w*)"
    r")"
)
_NOT_SO = re.compile(
    r"\b(?:at me|on me|point\w*|threat\w*|locked me|lock me|locks me|hits?|hurts?|beats?|won't let|doesn't let|not let"
    r"|so i can't (?:leave|go)"
    r"|passport|phone|money|wallet|still (?:have|got|know|has)|know(?:s)? (?:where|the code|how)|found|find|if|should|can i|could i|how do"
    r"|want\w*|going to|gonna|plan\w*|wish|us(?:e|es|ed|ing)|shoot\w*|kill\w*|die|myself|himself and|tempted|toddlers?|kids?|i will|i'll"
    r"|drink|my time|it will be|goodbye|on the (?:\w+ )?table|child\w*|dog|puppy"
    r"|not|never|no|\w+n't|back|again|years? ago|except|apart from|but|instead|another|other|i have (?:an?|my|some|more|other|pills"
    r"|tablets)|there's|there is|bridge|train"
    r"|jump\w*|hang\w*)\b"
)
"""With these it is a threat, a question, a household, or is not out of reach."""
_LEAD = re.compile(r"^(?:(?:no|nope|nah|not me|yes|yeah|ok|okay|well|so|and)\b[ .!]*){1,3}")
_HERS = re.compile(rf"\b(?:his|her|their) (?:\w+ )?{_MEANS}\b|\b(?:off|from) (?:him|her|them)\b")
_BY_ME = re.compile(rf"\b(?:i|we)(?:'ve)?{_HAS} (?:{_LOCKED}|{_TOOK}|got)\b")
_BY_THEM = re.compile(
    rf"^(?:and |so |but |now )*(?:he|she|they)(?:'ve|'s)?{_HAS} (?:{_LOCKED}|{_TOOK}|got)\b(?!.*\bto (?:me|us|the police)\b)"
)
_NO_LONGER_MINE = re.compile(
    rf"\b(?:gave|given|handed|brought|took|taken) (?:away )?{_THING} to\b|\b(?:gave|given|handed)(?: over)? (?:my|him|her|them)\b"
)
_MINE = re.compile(r"\bmy (?:\w+ )?" + _MEANS + r"\b|\b(?:off|from|for) me\b")
_BY_EAR = frozenset(
    {"danger_from_others", "danger_to_others", "crisis_third_party", "crisis_imminent", "crisis_ideation", "crisis_passive"}
)


def of_means_put_away(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of means that were put out of reach, given who is in danger by what was told before."""
    words = _LEAD.sub("", plain(text).replace(",", ""))
    if len(words.split()) > _AT_MOST or "?" in words or not _SECURED.search(words) or _NOT_SO.search(words):
        return None
    named = bool(_NAMED.search(words))
    goes_on = state.quiet == 0 and len(words.split()) <= _FEW
    if state.topic in OF_OTHERS and state.stage in CLOSED and _BY_THEM.search(words):
        # Whoever is in danger put it where they can get at it.
        return None
    if state.topic in OF_OTHERS and state.stage in CLOSED and not _MINE.search(words):
        return Heard(move=SECURED) if named or (goes_on and _SPOKE_OF_MEANS & dict(state.said).keys()) else None
    if signal.level is not None and signal.evidence != ("classifier",) and signal.intent not in _BY_EAR:
        return None
    if named and state.stage == "none" and state.topic is None:
        return _unasked(words) if signal.evidence == ("classifier",) and signal.level and re.search(rf"\b{_ARMS}\b", words) else None
    if state.pending == "thoughts":
        # Asked about such thoughts, it is half a yes.
        return Heard(Signal("crisis_ideation", "support", (OUT_OF_REACH,))) if named else None
    if _BY_ME.search(words) and not _NO_LONGER_MINE.search(words):
        # "I put the pills in my bag" keeps them.
        return None
    lately = state.quiet <= ROUTE_FOR
    if (
        state.topic != "danger_from_others"
        and lately
        and ((named and state.stage != "none") or (goes_on and state.means and state.stage in TOLD))
    ):
        return Heard(move="means_away", means=False)
    return None


def _unasked(words: str) -> Heard:
    """Told before anything else was, and the classifier hears danger: whose it is, is asked."""
    if (_HERS.search(words) or _BY_ME.search(words)) and not _MINE.search(words):
        return Heard(Signal("crisis_third_party", "support", (OUT_OF_REACH,)))
    return Heard(Signal("crisis_passive", "ask", (OUT_OF_REACH,)))
