"""Where a figure is from, and who stands behind the words."""

from __future__ import annotations

import re
from typing import Dict, Optional

from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk
from thaw.responses import responses

SOURCES: Dict[str, str] = {
    "blunting-share": "utter_source_of_blunting",
    "anhedonia-share": "utter_source_of_share",
    "slow-recovery": "utter_source_of_recovery",
    "newer-therapies": "utter_source_of_newer",
    "small-experiment": "utter_source_of_exercise",
}
"""The claims of `docs/claims.yml` with figures behind them, and the response that says where those are from."""
_SOURCE = r"(?:sources?|citations?|references?|papers?|evidence|stud(?:y|ies)|research|trials?|proof)"
_ASKS_FOR_SOURCES = re.compile(
    LEAD + rf"(?:(?:your|the|any) )?{_SOURCE}(?: (?:please|and|or|{_SOURCE}|for (?:that|this|it)|on (?:that|this|it)))*$"
    r"|\b(?:any|what|which|is there(?: any| a)?|are there(?: any)?|where(?:s| is| are)|whats|ask(?:ed|ing)? for|cite|name|show me|give me"
    r"|have you|do you have|based on)"
    rf"(?: (?:the|a|an|any|some|your|good|real|actual|randomi[sz]ed|clinical|controlled|scientific))* {_SOURCE}\b"
    rf"|{LEAD}(?:the )?{_SOURCE} (?:for|on|of|behind) (?:the |that |this |your )?(?:\w+ )?(?:claim|number|figure|percent\w*"
    r"|statistic|stat)s?\b"
    r"|\b(?:that|this|those|these|the|your) (?:number|figure|percentage|statistic|stat|claim)s? (?:\w+ )?(?:from|comes?|based)\b"
    rf"|{LEAD}(?:can you |you cant |you should )?prove (?:it|that|this|any of (?:it|this))\b(?: \w+){{0,3}}$"
    r"|\bwhere\b(?:(?! \d+\b).)* \d+\b.*\bfrom\b"
    r"|\byou (?:said|say|wrote|mentioned|quoted)\b.* \d+"
)
_WHERE_FROM = re.compile(
    LEAD + r"where (?:(?:is|was|are) (?:that|this|it|those)(?: \w+)? from"
    r"|(?:did|do) you (?:get|have|take|know) (?:that|this|it|those)(?: from)?)" + END
)
_BY_WHOM = re.compile(
    r"\bwho(?:s| is)? (?:(?:has|have|actually|else|all) )*(?:wrote|writes|written|reviewed|reviews|checked|checks|approved|verified"
    r"|stands behind|behind (?:this|it))\b"
    r"|\bdid (?:a|an|any|some|real) (?:\w+ )?(?:doctors?|clinicians?|professionals?|psychologists?|psychiatrists?|experts?)"
    r" (?:check|review|approve|write|make|see) (?:this|it|that|any|these|the)\b"
    r"|\b(?:is|are|was|were|has|have) (?:this|it|that|you|these|those|any of (?:this|it)|the (?:text|page|chat|answers?|content|site))"
    r" (?:been )?(?:\w+ )?(?:approved|reviewed|checked|verified|written|made|certified)\b(?!.*\bai\b)"
)


def of_sources(talk: Talk) -> Optional[Asked]:
    """Where what was stated is from, and who wrote it."""
    if _BY_WHOM.search(talk.plain):
        return Asked(CARRIER, "utter_who_wrote")
    stated = {claim for name in talk.last if name in responses() for each in responses().variations(name) for claim in each.claims}
    told = talk.was_last("utter_sources", *SOURCES.values())
    named = None if told else next((response for claim, response in SOURCES.items() if claim in stated), None)
    if _ASKS_FOR_SOURCES.search(talk.plain):
        return Asked(CARRIER, named or "utter_sources")
    # Where the numbness is from is another question: only what stated a figure is asked for its source so.
    return Asked(CARRIER, named) if named and _WHERE_FROM.match(talk.plain) else None
