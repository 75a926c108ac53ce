"""What is told of harm that is done to someone else, by who stands beside it: a teacher, a neighbour, a sister. By rules alone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.people import SOMEONE, YOUNG
from thaw.safety.screen import Signal

CHILD_HARMED = Signal("danger_from_others", "support", ("a child is harmed, told by someone beside it",))
OTHER_HARMED = Signal("danger_from_others", "support", ("someone else is harmed",))

_BY = (
    r"(?:dad|father|mum|mom|mam|mother|stepdad|step-?father|stepmum|stepmom|uncle|aunt|brother"
    r"|parents|grandad|grandfather|grandpa|nan|gran|cousin|coach|carer|foster \w+"
    r"|husband|wife|boyfriend|girlfriend|bf|gf|partner|fianc\w+|ex|mum's boyfriend|mom's boyfriend|family|teacher)"
)
_HARM = (
    r"(?:hits?|hitting|beats?|beating|beat|hurts?|hurting|punch\w*|slap\w*|kick\w*|burn\w*|chok\w*"
    r"|strangl\w*|whips?|belts|batters|smacks|thrash\w*|abus\w*|rapes?|raped|molest\w*"
    r"|touch(?:es|ed|ing)|gropes?|threaten\w*|starves?|locks?|throws|threw|pushes|shoves|grabs|knocks)"
)
_THEM = (
    r"(?:him|her|them|the (?:kids?|children|baby|boy|girl)|(?:my|his|her|their|our) (?:\w+ )?(?:wife"
    r"|girlfriend|kids?|children|mum|mom|mother|sister|brother|son|daughter|baby|partner))"
)
_A_CHILD = rf"(?:(?:my|our|the|an?|one of (?:my|our|the)|this|his|her|their) (?:[\w'-]+ ){{0,2}}?(?:{YOUNG}))"
_OF_A_CHILD = re.compile(rf"\b{_A_CHILD}\b|\b(?:in|from) my class\b")
_DONE_TO_THEM = re.compile(
    rf"\b(?:his|her|their|the|{SOMEONE}(?:'s|s'))(?: [\w'-]+){{0,2}}? {_BY}(?:'s| is| has| keeps?"
    rf"| always| sometimes| often)* {_HARM} {_THEM}\b"
    rf"|\b{SOMEONE}(?:'s| is| has| keeps?| always| sometimes| often)* {_HARM} (?:(?:his|her|their)"
    r" (?:\w+ )?(?:wife|girlfriend|partner|husband|kids?|children|son|daughter|baby|boy|girl"
    r"|mum|mom|mother)|(?:my|our) (?:\w+ )?(?:mum|mom|mam|mother|sister|brother|nan|gran|friend"
    r"|daughter|son|kids?|children|niece|nephew))\b"
    rf"|\b{SOMEONE}(?:'s| is| are| gets?| has been| was| being| keeps? getting)+ (?:being |getting"
    r" |been )?(?:abused|beaten|beaten up|hit|raped|molested|hurt|battered|assaulted)(?: up)?"
    r" (?:by|at home|from)\b"
    r"|\bi (?:can |could |often |always |keep |just )*(?:hear|heard|hearing|see|saw|seen)(?:"
    rf" [\w']+){{0,4}}? (?:hitting|beating|slapping|hurting|kicking) (?:{_THEM}|(?:a|the|their)"
    r" (?:kid|child|dog|wife))\b"
)
_MARKS = re.compile(
    rf"\b{_A_CHILD}(?: [\w']+){{0,7}}? (?:bruis\w+|burn marks?|burns|welts|black eyes?|belt marks"
    rf"|handprints?)\b(?!.{{0,20}}\b(?:from|football|playing|fell|falling|rugby|bike)\b)"
)
_TO_ME = re.compile(rf"\b{_HARM} (?:me|us|my (?:face|arm|head|hair))\b|\b(?:i hit|i beat|i hurt|i slap\w*|i'm (?:being|getting))\b")
_AT_HOME = re.compile(
    r"\b(?:my|our) (?:(?:mum|mom|mam|mother|dad|father|parent)'?s? )?(?:dad|father|mum|mom|mam"
    r"|mother|stepdad|step-?father|stepmum|stepmom|husband|wife|partner|boyfriend|girlfriend"
    rf"|parents)(?:'s| is| has| keeps?| always| sometimes| often)* {_HARM} "
)
"""Who lives with the one who does it is told in danger from them, whoever is hit."""
_NO_HARM = re.compile(
    r"\b(?:feelings?|at (?:chess|\w+ball|fifa|cards|games|tennis|everything)|high five|the road"
    r"|the gym|rock bottom|milestone|record|in the (?:final|game|match)|heart)\b"
)


def harmed(words: str, signal: Signal) -> Optional[Signal]:
    """Who is harmed, in a text of plain words and given what the screen found; None if nobody else is."""
    if _TO_ME.search(words) or _AT_HOME.search(words) or _NO_HARM.search(words) or signal.intent in ("crisis_imminent", "crisis_ideation"):
        return None
    if _MARKS.search(words):
        return CHILD_HARMED
    if _DONE_TO_THEM.search(words):
        return CHILD_HARMED if _OF_A_CHILD.search(words) else OTHER_HARMED
    return None
