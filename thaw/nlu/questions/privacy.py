"""Who gets to see what is written here, and what becomes of it."""

from __future__ import annotations

import re
from typing import Dict, Optional, Pattern

from thaw.nlu.questions.talk import END, LEAD, Asked, Talk

_AT_WORK = r"boss|employers?|company|work|manager|supervisor|hr|colleagues?|co ?workers?|it department|job"
_AT_HOME = (
    r"husband|wife|partner|boyfriend|girlfriend|fianc\w+|mum|mom|mam|mother|dad|father|parents?|family|kids|children|son|daughter"
    r"|brother|sister|roommate|flatmate|housemate"
)
_INSURER = r"insur\w+|health plan"
_OTHERS = r"school|university|uni|college|doctor|doctors|gp|therapist|landlord|government"
_GETS_TO_KNOW = (
    r"(?:(?:see|sees|read|reads|access|open|monitor|track|get|gets|hear about|know about|find|spy on) (?:any of )?"
    r"(?:(?:this|it|that|these)(?! (?:i|im|ive|he|she)\b)|what (?:i|ive)|the chat"
    r"|my (?:chat|chats|messages|words|answers))|(?:find|finds) out|be told|get told)"
)

_TELLS = (
    r"(?:promise (?:me )?)?(?:"
    r"(?:will|would|do|does|did|can|could|are|r|wont|dont|gonna) (?:you|u|ya|they|this|it|the (?:bot|chat|site|page)|anyone here)"
    r"(?: (?:going|gonna|to|have|need|ever|even|just|not|be|allowed|secretly|also))*"
    r"|(?:you|u|ya)(?: (?:will|would|wont|dont|arent|are|cant|not|going|gonna|to|have|ever|just|better))*"
    r"|(?:(?:please|pls) )?(?:dont|do not|never)(?: ever)?"
    r") (?:tell|telling|inform|informing|notify|notifying|contact|contacting|let)"
)
"""How it is asked whether this program tells somebody, or that it doesn't: what visitors tell themselves is another matter."""
_OF_WHAT = r"(?: (?:about|of|that|what|i|im|ive|this|it|anything|know|how|if|when|any|right|all|me|will you|will u)\b.*)?"


def _gets_to_know(who: str) -> Pattern[str]:
    told = rf"{LEAD}{_TELLS} (?:(?:my|the|a) )?(?:{who}){_OF_WHAT}{END}"
    return re.compile(rf"{told}|\b(?:can|could|does|do|will|would|might|is|are)(?: \w+){{0,2}} (?:{who})(?: \w+){{0,3}}? {_GETS_TO_KNOW}\b")


_SEEN_BY: Dict[str, Pattern[str]] = {
    "utter_ask_privacy_work": _gets_to_know(_AT_WORK),
    "utter_ask_privacy_home": _gets_to_know(_AT_HOME),
    "utter_ask_privacy_insurer": _gets_to_know(_INSURER),
    "utter_ask_privacy_others": _gets_to_know(_OTHERS),
}
_WORK_DEVICE = re.compile(
    r"\b(?:work|office|company|companys|employers|firms|school) (?:laptop|phone|computer|pc|tablet|ipad|device|network|wifi|machine)\b"
    r"|\b(?:laptop|phone|computer|pc|device|machine)s? (?:belongs to|is from|is owned by) (?:my |the )?"
    r"(?:work|company|employer|boss|job|office|firm)\b"
)
_SEES = re.compile(
    r"\b(?:(?:can|could|does|do|will|would|might)(?: (?:my|the|our))? (?!i\b)\w+(?: \w+)? (?:see|read|know|find|track|watch|monitor)"
    r"|(?:is|are) (?:this|it|that|my messages)(?: \w+)? (?:private|safe|seen|read|monitored|tracked|watched|recorded))\b"
)
"""Whether anything is seen, asked where a device of the company is named."""
_BY_LAW = re.compile(
    r"\b(?:(?:do|does|will|would|can|could|is|are|did|have|has|must)(?: \w+){0,4} (?:police|cops|feds|authorities|social services|cps"
    r"|the state|law enforcement)"
    r"(?: \w+){0,3}? (?:see|sees|read|reads|get|gets|know|find out|be told|called|involved|come|access|this|it|informed|contacted)\b"
    r"|(?:have|has|going|gonna|required|obliged|need|needs|legally|allowed) (?:to )?report (?:what|this|it|me|that|anything|everything"
    r"|to)\b|(?:will|would|do|does|can|could) (?:you|they|u|this|it|the therapist|a therapist|my therapist)(?: \w+){0,2} (?:report"
    r"|call (?:the )?(?:police|cops)"
    r"|tell (?:the )?(?:police|cops|authorities)|section|commit|admit|lock up|hospitali[sz]e|institutionali[sz]e)\b"
    r"|(?:can|could|will|would|do) (?:i|you) (?:be|get|get me) (?:sectioned|committed|institutionali[sz]ed|reported)\b|mandated reporters?)"
)
"""Whether anybody has to pass it on, or acts on it."""
_SECURE = re.compile(
    r"\b(?:encrypt\w*|encripted|hipaa|hippa|gdpr|https|ssl|data protection|cyber ?security|end to end|hack(?:ed|ers?|able)?|leak(?:ed)?"
    r"|data breach)\b"
)
_OF_THIS = re.compile(r"\b(?:is|are|does|do|can|could|will|was|follow|comply|compliant|this|it|you|secure|what about|chat|site|data)\b")
_SOLD = re.compile(
    r"\b(?:is|are|do|does|will|would|can|could|gets?)\b(?: \w+){0,5} (?:sell|sells|selling|sold|advertis\w+|ads|marketing)\b"
    r"|\b(?:is|are|do|does|will|would)\b(?: \w+){0,4} (?:used (?:for|as|in) training|train(?:ed)? (?:on|with) (?:this|it|that|my|what))\b"
)


_A_THERAPIST = r"(?:therap(?:y|ists?)|counsell?(?:ors?|ing)|psychologists?|clinicians?|shrinks?)"
_KEPT_BY_A_THERAPIST = re.compile(
    rf"\b(?:would|will|could|can|do|does|might|is|are|must)\b[^.]{{0,20}}\b{_A_THERAPIST}\b[^.]{{0,40}}\b(?:tell|tells|repeat|repeats|share|pass"
    r"|gossip|keep|keeps|confidential\w*|private|secret)\b(?! (?:me|us|if|whether|the difference)\b)"
    rf"|\b(?:confidential\w*|private|secret)\b[^.]{{0,30}}\b(?:with|by|in|for) (?:a |the |my )?{_A_THERAPIST}\b"
)
"""Whether a therapist passes on what they hear: that is not about this chat."""
_LONGEST = 16
"""Words up to which the police, the law or a leak stands for a question about this chat: more tell something besides."""


def of_privacy(talk: Talk) -> Optional[Asked]:
    """Who could see it, and whether it is sold."""
    found = next((response for response, who in _SEEN_BY.items() if who.search(talk.plain)), None)
    if _WORK_DEVICE.search(talk.plain) and (found or _SEES.search(talk.plain) or talk.was_last("utter_ask_privacy")):
        found = "utter_ask_privacy_work"
    if found is None and len(talk.plain.split()) <= _LONGEST and _KEPT_BY_A_THERAPIST.search(talk.plain):
        return Asked("ask_therapy", "utter_therapist_keeps")
    if found is None and _SOLD.search(talk.plain) and not re.search(r"\b(?:i|we|house|car|home|sell(?:ing)? me)\b", talk.plain):
        found = "utter_ask_privacy_sold"
    if found is None and len(talk.plain.split()) <= _LONGEST:
        found = "utter_ask_privacy_report" if _BY_LAW.search(talk.plain) else None
        found = found or ("utter_ask_privacy_secure" if _SECURE.search(talk.plain) and _OF_THIS.search(talk.plain) else None)
    return Asked("ask_privacy", found) if found else None
