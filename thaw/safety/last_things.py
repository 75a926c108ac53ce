"""Last things done, several at once: bills paid, letters written, the dog given away. By rules alone."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain
from thaw.safety.screen import Signal

_OWN = r"(?:all |some |most of |off |away |down |up |out ){0,2}(?:of )?(?:my|the|our|all)"
_PET = r"(?:dogs?|cats?|pets?|horse|rabbits?|parrot|budgie)"
_GIVES = r"(?:giv(?:e|en|ing)|gave|rehom\w+|handed over|found (?:a )?(?:new )?(?:home|family|owner) for)"
_EVERYDAY = (
    re.compile(
        rf"\b(?:paid|paying|settled|sorted)(?: off)? {_OWN} (?:\w+ )?(?:bills?|debts?|loans?|rent|mortgage)\b|\b(?:bills"
        rf"|debts) (?:are )?paid\b"
    ),
    re.compile(
        rf"\b(?:clean\w*|tid(?:y|ied|ying)|clear(?:ed|ing)|emptied|packed)(?: out| up)? {_OWN} (?:flat|apartment|house|room|place"
        rf"|fridge|desk)\b"
    ),
)
"""By themselves nothing but a day's work."""
_LAST = (
    re.compile(
        rf"\b(?:wrote|written|writing|finished) {_OWN} (?:\w+ )?(?:letters?|notes?|goodbyes?)\b|\b(?:wrote|written"
        rf"|writing) (?:\w+ ){{0,2}}?letters? (?:to|for) (?:everyone|everybody|all|each|my|the|our)\b|\bletters? (?:are |is )?written\b"
    ),
    re.compile(
        r"\b(?:have|made|wrote|written|updated|signed|finished) (?:a|my|the) (?:last )?will\b|\b(?:my |the )?will (?:is )?(?:made"
        r"|done|signed|written)\b"
    ),
    re.compile(r"\baffairs (?:are )?(?:all )?(?:in order|sorted|settled)\b|\b(?:paid|arranged|planned) (?:for )?my (?:own )?funeral\b"),
    re.compile(rf"\b{_GIVES} (?:away )?(?:my|the|our) {_PET}\b|\b{_PET} (?:is |has been |was )?(?:given away|rehomed)\b"),
    re.compile(
        rf"\b{_GIVES} (?:away )?{_OWN} (?:\w+ )?(?:things|stuff|books|records|clothes|guitars?|collection|possessions|belongings"
        rf"|jewell?ery|savings)\b"
    ),
    re.compile(
        rf"\b(?:delet\w+|clos(?:e|ed|ing)|shut(?:ting)? down) {_OWN} (?:\w+ ){{0,2}}(?:accounts?|socials|profiles)\b"
        rf"|\baccounts? (?:are )?deleted\b"
    ),
    re.compile(r"\b(?:left|wrote down|written down|listed) (?:\w+ ){0,3}passwords?\b|\bsaid (?:\w+ ){0,2}(?:goodbyes?|bye to)\b"),
)
_STRONG = (
    re.compile(r"\b(?:my|all my|personal) affairs (?:are )?(?:all )?(?:in order|sorted|settled)\b|\bput my affairs\b"),
    re.compile(rf"\b{_GIVES} (?:away )?(?:all )?(?:of )?(?:my|all the) (?:things|stuff|possessions|belongings)(?: away)?\b"),
    re.compile(
        r"\bsaid (?:my |all my )?(?:goodbyes?|bye) to (?:every(?:one|body)|all of them|them all|my (?:family|kids|children|friends))\b"
    ),
    re.compile(
        r"\b(?:wrote|written|writing) (?:every(?:one|body)|them all|each of them|my (?:family|kids|children))"
        r" (?:a |their )?(?:letters?|notes?)\b"
    ),
)
"""What is asked about by itself: it is hardly done but at an end."""
_SOLD = re.compile(
    r"\b(?:sold|selling) (?:off )?(?:my|the|our) (?:\w+ )?(?:boat|car|van|bike|motorbike|guitar|piano|tools|caravan|horse|camera|house)\b"
)
_AT_WORK = re.compile(r"\b(?:at work|at the office|retire\w*|leaving do|new job|end of term|airport|before (?:the|my) flight)\b")
_FOR_A_REASON = re.compile(
    r"\b(?:mov(?:e|ed|ing)|landlord|abroad|charity|declutter\w*|minimal\w*|spring|allerg\w*|divorce\w*|years? ago|months ago|last year"
    r"|new (?:job|flat|place|start)|detox|privacy|spam|hacked|for work|newsletter|thank you letters?)\b"
)
SEVERAL = 2
SEVERAL_DONE, ONE_DONE = "several last things done", "a last thing done"
"""What is heard, as evidence."""
_IS_GIVING = re.compile(rf"\b(?:giving|give|rehoming) (?:away )?my {_PET}\b|\bmy {_PET} (?:is )?given away\b")


def put_in_order(text: str, signal: Signal) -> Signal:
    """The signal; where nothing surer was heard, that several last things are done is asked about, and a pet given away is a faint hint."""
    words = plain(text).replace(",", "")
    only_half = signal.guessed and signal.evidence == ("classifier",)
    if (signal.level is not None and not only_half) or _FOR_A_REASON.search(words) or _AT_WORK.search(words):
        return signal
    last = sum(bool(one.search(words)) for one in _LAST)
    if last and last + sum(bool(one.search(words)) for one in (*_EVERYDAY, _SOLD)) >= SEVERAL:
        return Signal("crisis_passive", "ask", (SEVERAL_DONE,))
    if any(one.search(words) for one in _STRONG):
        return Signal("crisis_passive", "ask", (ONE_DONE,))
    if signal.level is None and _IS_GIVING.search(words):
        return Signal("crisis_passive", "ask", ("gives a pet away",), sureness="faint")
    return signal
