"""That the worst is over, told after a call was urged: back inside, somebody up and there, and what they do. To urge the call again would
be not to listen. By rules alone, and only in words that leave nothing open: "she woke up, so I have to be quick" is no company.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.people import PERSON
from thaw.safety.plans import names_means
from thaw.safety.risk_state import GRAVE, OF_OTHERS, Heard, State
from thaw.safety.screen import Signal

BACK, THERE, HOLDS = "back_inside", "with_someone", "company_holds"
_AT_MOST, _FEW = 20, 12
_GOES_ON_FOR = 2
"""Answers after which what somebody does is still told of the one who is there."""
_OTHER_DANGERS = frozenset(OF_OTHERS) | {"medical_emergency", "voices", "psychosis_or_mania", "danger_from_others", "danger_to_others"}
"""Of these company or a door says nothing by itself, or each has its own answer to it."""
_WITH_THEM = frozenset({"utter_with_someone", "utter_company_holds", "utter_means_away", "utter_someone_coming", "utter_help_called"})

_START = r"(?:^|[.;!] *|\b(?:and|so|ok|okay|now|well|then|but) )"
_BACK_IN = re.compile(
    rf"{_START}(?:(?:i|i've|i'm|im|we|just|have|ok|so|now|actually) )*"
    r"(?:climbed|came|come|crawled|stepped|walked|went|got|gone|moved|backed)(?: back)? "
    r"(?:inside|indoors|back in|in again|back down"
    r"|off (?:it|the (?:roof|bridge|railings?|rail|wall|tracks|edge|balcony|parapet))|away from the (?:edge|ledge|water|tracks"
    r"|bridge|window|roof|rail\w*))\b"
    rf"|{_START}(?:i'm|i am|we're|im)(?: (?:now|safely|just|ok and|fully))* (?:back|inside|indoors)(?: now| again)?"
    r" ?(?:inside|indoors|in|on the (?:ground|pavement|path|safe side)|in (?:the|my) (?:house|flat|room|kitchen|car|bed))?"
    r"(?=\W*$|[.;!]| and\b| now\b| again\b| sorry\b)"
)
_A_ROOM = re.compile(
    r"\b(?:in (?:the|my) (?:kitchen|living room|lounge|sitting room|bed|bedroom|room|hall|hallway|house|flat)|on the (?:sofa|couch|settee"
    r"|floor)|in bed|downstairs|at home|home)\b"
)
_BEHIND = re.compile(
    r"\bsorry (?:for|about|that i|if i)(?: \w+)? ?(?:scar\w+|worr\w+|frighten\w*|freak\w*|alarm\w*|upset\w*|before|earlier|all that)\b"
    r"|\b(?:panic over|crisis over|scared myself|it's over now|that was (?:scary|close)|don't know what (?:that was|came over me))\b"
)
"""Who speaks like this looks back at it. A room alone says only where they are."""
_WHO = rf"(?:(?:my|our|the) (?:[\w-]+ ){{0,2}}?{PERSON}|mum|mom|mam|dad|he|she|they|someone|somebody)"
_IS = r"(?:'s|'re|s| is| are)?"
_HAS = r"(?:'s|'ve| has| have)?"
_ME = r"(?:me|us)"
_CLOSE = rf"(?:with|beside|next to|by|near) {_ME}"
_COMPANY = re.compile(
    rf"\b{_WHO}{_HAS}(?: just| now)* (?:woke|woken|got|gotten|came|come)(?: (?:up|down|out|in|over|round|back|home))+"
    rf"(?=\W*$|[.;!]| and\b| now\b| to (?:me|sit|be|my)\b| i'm\b| we\b)"
    rf"|\b{_WHO}{_IS} (?:up|awake|out of bed)(?: now| too)?(?=\W*$|[.;!]| and\b| with\b| we\b)"
    rf"|\b{_WHO}{_IS}(?: just| now| here| and| going to| gonna)* (?:sits?|sat|sitting|lies|lying|stays?|staying|stayed|up)"
    rf"(?: (?:down|up|here|awake|right))* {_CLOSE}\b"
    rf"|\b{_WHO}(?:'ll|{_IS}(?: going to| gonna)?) (?:stays?|staying|sleeps?|sleeping|kips?|kipping)"
    r" (?:(?:over|here|round) ?)?(?:the night|tonight|over|here|with (?:me|us)|at mine|(?:in|on) my (?:floor|sofa|couch|room)"
    r"|(?:till|until) (?:the )?(?:morning|tomorrow))"
    r"|\b(?:we're|we are)(?: just| now| both)* (?:sitting|sat|talking|watching|in (?:the|my)|on the (?:sofa|couch)|having (?:a )?(?:tea"
    r"|cuppa|something))\b"
)
_DOES = re.compile(
    rf"\b(?:{_WHO}|we){_IS}{_HAS}(?: just| now)* "
    r"(?:(?:mak(?:es|ing)|made) (?:me |us )?(?:a |some )?(?:tea|coffee|food|dinner|soup|toast|sandwich|cuppa|breakfast)"
    r"|brought|bringing|got me|gave me|cook\w+|put(?:ting)? the kettle"
    r"|hold(?:s|ing)|held|hugg?(?:s|ed|ing)|talk(?:s|ed|ing)|listen(?:s|ed|ing)|watch(?:es|ing)|cr(?:ied|ying) with)\b"
    r"|\b(?:i )?(?:feel|feeling|i'm)(?: (?:a|bit|little|lot|much|tiny|already|so|not)){0,5} (?:less (?:alone|lonely)"
    r"|not so alone|warmer)\b"
    r"|\b(?:it's|its|it is|that's) (?:good|nice|ok|okay|better|easier) (?:that|having|to have|with) (?:he|she|they|him|her|them|someone)\b"
)
_OPEN = re.compile(
    r"\b(?:quick|quickly|hurry|hide|hiding|hid|wait|waiting|until (?:he|she|they)|till (?:he|she|they)|when (?:he|she|they)"
    r"|before|if|unless"
    r"|asleep|go to sleep|gone to bed|went (?:back )?to (?:bed|sleep)|leav\w+|left|later|again (?:soon|tomorrow|later)|mad|angry|furious"
    r"|yell\w*|shout\w*|scream\w*|hits?|hitting|drunk"
    r"|not|never|nobody|no ?one|\w+n't|cannot|lie|lied|pretend\w*|goodbye|bye|last|door(?: is|'s)? locked|lock(?:ed)? the|still (?:want"
    r"|going|gonna|think\w*|there)|do(?:ing)? it|get(?:ting)? (?:the|it|my)|die|dead|kill\w*|end|jump\w*|over with|want to|want it"
    r"|wish|note|letter|bath|blood|bleed\w*|took|taken|take|swallow\w*|should i|alone now|worse|yesterday|dream\w*)\b"
)
"""With these it is not over, or nothing is said of it."""
_HARMLESS_NOT = re.compile(r"\b(?:don't know what (?:that was|came over me)|not so alone|so not alone)\b")


def of_danger_passed(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of it, as the move that it makes."""
    if state.stage not in GRAVE or state.pending not in ("call", "near", None) or state.topic in _OTHER_DANGERS:
        return None
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    words = plain(text).replace(",", "")
    if by_a_rule or "?" in text or names_means(_BACK_IN.sub(" ", words)):
        return None
    if len(words.split()) > _AT_MOST or _OPEN.search(_HARMLESS_NOT.sub(" ", words)):
        return None
    if signal.level == "urgent" and not signal.guessed and len(words.split()) > _FEW:
        # In a sentence of some length the classifier is believed.
        return None
    if _COMPANY.search(words):
        return Heard(move=HOLDS if state.quiet == 0 and state.last in ("utter_with_someone", "utter_company_holds") else THERE)
    if _BACK_IN.search(words) or (_A_ROOM.search(words) and _BEHIND.search(words)):
        return Heard(move=BACK)
    goes_on = state.eased and state.quiet <= _GOES_ON_FOR and bool(_WITH_THEM & dict(state.said).keys())
    return Heard(move=HOLDS) if goes_on and _DOES.search(words) else None
