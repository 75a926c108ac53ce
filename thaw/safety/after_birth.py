"""A mother who is not in her right mind after a birth, told by who lives with her: she does not sleep, takes the baby for another, hears
what is not there, is locked in with the child. It is an emergency at once, and nothing is asked first. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

MIND = "a mother after a birth, not in her right mind"
SIGNAL = Signal("crisis_third_party", "urgent", (MIND,))
ANSWER = "utter_third_party_mother"
_BIRTH = "birth"
_AT_MOST = 45
_HER = re.compile(
    r"\b(?:she|she's|her|(?:my|our|his) (?:\w+ )?(?:wife|girlfriend|gf|partner|fianc\w+|sister(?:[- ]in[- ]law)?|daughter(?:[- ]in[- ]law)?"
    r"|cousin|friend|bestie|neighbou?r|mum|mom|mother))\b"
)
_CHILD = r"(?:baby|babies|newborn|infant|bub|twins?|son|daughter|child|little one|boy|girl)"
_OF_A_BIRTH = re.compile(
    r"\b(?:baby|newborn|infant|twins|postpartum|post partum|postnatal|deliver(?:y|ed)|gave birth|giving birth|since (?:the |giving )?birth"
    r"|after (?:the |giving )?birth|breastfe\w+|had (?:a|our|the|her) (?:baby|child|son|daughter)|c[- ]section|maternity"
    r"|(?:weeks?|months?|days?) old|(?:first|second|third) (?:child|baby))\b"
)
_NOT_HERS = re.compile(
    rf"\b(?:{_CHILD}|he|she|it)(?:'s| is| was|s)? (?:not|isn't|wasn't|n't)(?: really| actually| even| the)* (?:ours?|hers?|mine|her own"
    rf"|our own|(?:our|her|my|the|a)(?: own| real| right| actual| same)? {_CHILD}|human|real|from us)\b(?! to\b)"
    rf"|\b(?:not|isn't) (?:our|her|my|his)(?: own| real| actual)? {_CHILD}\b"
    rf"|\b{_CHILD}(?:'s| is| was| has been| got| must have been)? (?:\w+ )?(?:swapped|switched|exchanged|replaced|changed by|possessed|evil"
    r"|cursed|(?:an?|the) (?:demon|devil|changeling|doll|spirit|ghost)|satan)\b"
    rf"|\b(?:swapped|switched|exchanged|replaced|stole) (?:it|him|(?:the|our|her|my) (?:\w+ )?{_CHILD})\b"
)
_SAYS = re.compile(
    r"\b(?:say|says|said|saying|thinks?|thinking|believes?|believing|convinced|tell|tells|telling|told|insists?|sure|claims?|keeps)\b"
)
_NOT_THERE = (
    r"(?:(?:who|that|which) )?(?:(?:are|is|were|was)(?:n'?t| not)|not)(?: even| really)? (?:there|real|here|in the (?:room"
    r"|house))"
    r"|(?:that |which )?(?:nobody|no one|no-one|none of us|only she|i (?:don't|can't))"
)
_BEINGS = r"(?:god|devil|satan|demons?|spirits?|angels?|ghosts?|her (?:dead|late) \w+|voices?)"
_HEARS = re.compile(
    rf"\b(?:hears?|hearing|heard|sees?|seeing|(?:talk|speak|answer)(?:s|ing)? to|(?:talk|speak)(?:s|ing)? with)(?: \w+){{0,3}}? "
    rf"(?:{_BEINGS}|whispers?|(?:people|someone|somebody|things|a (?:man|woman|child)) (?:{_NOT_THERE}))\b"
    r"|\bvoices?\b.{0,25}\b(?:not there|nobody|no one|isn't there|aren't there|only she|in her head|tell\w* her|but)\b"
    rf"|\b{_BEINGS} (?:tells?|told|says?|said|speaks?|talks?|orders?|wants?)(?: to)? her\b"
    r"|\bshe(?:'s| is|s)?(?: (?:so|very|really|completely|totally|now|getting|been|becoming|also))* (?:not making (?:any )?sense"
    r"|makes no sense"
    r"|talk(?:s|ing) nonsense|paranoid|delusional|hallucinat\w*|psychotic|manic|being (?:watched|followed|filmed|poisoned))\b"
    r"|\b(?:postpartum|post partum|postnatal) psychosis\b|\b(?:sent|chosen) by god\b"
)
_SLEEPLESS = re.compile(
    r"\b(?:not|n't|hasn't|isn't|no|never|barely|hardly|without)(?: \w+){0,3}? (?:sleep\w*|slept)\b.{0,25}\b(?:\d+|two|three|four|five|six"
    r"|many|several|few) (?:days?|nights?)\b"
    r"|\b(?:\d+|two|three|four|five|six|many|several) (?:days?|nights?)\b.{0,20}\b(?:no|without|not|n't) (?:\w+ )?(?:sleep\w*|slept)\b"
    r"|\b(?:awake|up)(?: for)? (?:\d+|two|three|four|five|six) (?:days?|nights?)\b"
)
_OF_THE_BABY = re.compile(
    rf"\b{_CHILD}(?:'s|s)?(?: is| has| does| was| just){{0,2}} ?(?:not|n't|hasn't|isn't|doesn't|never|barely|hardly) (?:\w+ )?sle"
)
_RACING = re.compile(
    r"\b(?:talks? (?:non ?stop|fast|so fast)|talking (?:non ?stop|fast)|full of energy|cleaning all night|high|racing|strange|weird|odd"
    r"|not herself|not like herself|not making sense|confused|frightened of|scared of|screaming|laughing)\b"
)
_WITH_THE_BABY = re.compile(
    rf"\b(?:locked|shut|barricaded|alone|gone|left|ran|took|taken|won't (?:open|come out|give)|disappeared|holding)\b.{{0,40}}\b(?:the"
    rf"|our|her|with)"
    rf" (?:\w+ )?{_CHILD}\b|\b(?:won't|doesn't|not|refuses to) (?:open|unlock|come out|let (?:me|us|anyone) (?:in|near|hold))\b"
)
_LOCKED_IN = re.compile(
    rf"\bshe(?:'s| is| has|s)?(?: \w+){{0,3}}? (?:locked|shut|barricaded)\b.{{0,30}}\bwith (?:the |our |her |my )?(?:\w+ )?{_CHILD}\b"
)
_GOES_ON = re.compile(
    r"\b(?:doctor|hospital|clinic|ambulance)s? (?:is |are )?(?:too |so |very )?far\b|\b(?:which|what|any|give|some"
    r"|name of)\b.{0,20}\b(?:medicine"
    r"|medication|tablets?|pills?|drug)\b|\b(?:sleeping|sleep) (?:pills?|tablets?|medicine)\b|\b(?:only|just) (?:tired|hormones"
    r"|baby blues)\b"
    r"|\b(?:wait|waiting) (?:till|until|for) (?:tomorrow|morning|monday)\b"
)
_OWN = re.compile(
    r"\b(?:i|i'm|i've)(?: \w+){0,2}? (?:hear|hearing|heard|haven't slept|have not slept|not slept|can't sleep|gave birth|had a baby"
    r"|delivered)\b"
)
"""Told by the mother herself: that is heard elsewhere."""
_NOT_SO = re.compile(
    r"\b(?:dna|paternity|affair|cheat\w*|adopt\w+|years? ago|used to|film|movie|series|book|dog|cat|joking|jokes?|kidding|lol)\b"
)


def of_a_mothers_mind(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of a mother after a birth, by who is worried about her: for the first time, or going on with it."""
    words = plain(text).replace(",", "")
    if len(words.split()) > _AT_MOST or _OWN.search(words) or _NOT_SO.search(words) or not _is_free(signal):
        return None
    known = ANSWER in dict(state.said) and state.topic == "crisis_third_party"
    if known and any(each.search(words) for each in (_GOES_ON, _NOT_HERS, _HEARS, _SLEEPLESS, _WITH_THE_BABY)):
        return Heard(SIGNAL)
    of_her = bool(_HER.search(words)) or (state.topic == "crisis_third_party" and bool(re.search(r"\bshe\b", words)))
    of_a_birth = bool(_OF_A_BIRTH.search(words)) or _BIRTH in state.needs or (state.topic == "crisis_third_party" and "baby" in words)
    if not (of_her and of_a_birth):
        return None
    takes_for_another = bool(_NOT_HERS.search(words) and _SAYS.search(words))
    sleepless = _SLEEPLESS.search(words) and not _OF_THE_BABY.search(words)
    sleepless_and = sleepless and (_RACING.search(words) or _HEARS.search(words) or _WITH_THE_BABY.search(words))
    locked_in = state.topic == "crisis_third_party" and _LOCKED_IN.search(words)
    if takes_for_another or _HEARS.search(words) or sleepless_and or locked_in:
        return Heard(SIGNAL)
    return None


def _is_free(signal: Signal) -> bool:
    """Whether what the screen found is nothing, a guess of the classifier, or the same kind of danger in plainer words."""
    by_ear = signal.evidence in ((), ("classifier",))
    return by_ear or signal.intent in ("crisis_third_party", "psychosis_or_mania", "medical_emergency", "danger_to_others")
