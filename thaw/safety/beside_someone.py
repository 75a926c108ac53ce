"""What somebody asks and tells who found out that another may be about to die, and hardly knows them: whom to call, where they live, who at
work should know, that they have them on the phone, whether it was right. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.moves import told_move
from thaw.safety.normalise import plain
from thaw.safety.people import PERSON
from thaw.safety.reply import read_reply
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

_THIRD, _ABUSE = "crisis_third_party", "danger_from_others"
_AT_MOST = 25
_HIM = rf"(?:him|her|them|my (?:\w+ )?{PERSON})"
_HE = rf"(?:he|she|they|(?:my|the|our) (?:\w+ )?{PERSON})"
_HIS = r"(?:his|her|their)"
_HELP = r"(?:police|cops|ambulance|911|999|112|000|emergency(?: number| services)?|someone|anyone|family|parents)"
_RIGHT = re.compile(
    r"\b(?:did|have|am|was) i(?: \w+)? (?:do|done|doing|did|act\w*|handle\w*)(?: (?:it|this|that|the|all|everything))* (?:right"
    r"|wrong|enough"
    r"|ok|okay|well|badly)\b|\b(?:was|is) (?:it|that|this) (?:right|wrong|ok|okay|the right (?:thing|call)|too much)(?: (?:to|of"
    r" me|that i|what"
    r" i)\b.*)?\W*$|\b(?:am|was|did) i (?:\w+ )?overreact\w*"
)
_ON_THE_LINE = re.compile(
    rf"\b(?:i|i've|we|we've)(?: have| just| finally| now)* (?:got|have|reached|got hold of|got through to) {_HIM}(?: \w+)?"
    rf" (?:on (?:the|my) (?:phone|line|mobile)|talking)\b|\bi(?:'m| am)(?: \w+)? (?:on the (?:phone|line) (?:with|to)|talking to"
    rf"|texting(?: with)?|speaking (?:to|with)) (?:him|her|them)\b"
    rf"|\b{_HIS} (?:\w+ )?{PERSON}(?:'s| is| are)(?: \w+)? (?:on (?:the|his|her|their) way|going (?:over|there|round)|driving"
    rf" (?:over|there|to)"
    r"|coming|heading (?:over|there)|with (?:him|her|them))\b"
)
_UNREACHED = re.compile(
    r"\b(?:goes|went|going|just goes|only goes|get|got|getting)(?: \w+){0,2}? (?:to )?(?:(?:his|her|their|the) )?(?:voice ?mail|answer\w*"
    rf" (?:machine|phone)|mailbox)\b|\b{_HIS} (?:phone|number|cell|mobile)(?: \w+)? (?:rings out|just rings|keeps ringing|isn't on"
    rf"|is (?:off"
    rf"|dead|switched off|out of service)|rings and rings)\b|\b{_HE} (?:\w+ )?(?:doesn't|won't|isn't|does not|didn't|hasn't|not)"
    r" (?:pick\w* up|answer\w*|repl\w+|respond\w*|read\w* (?:it|my \w+))\b"
)
_WORK = (
    r"(?:my|the|our|his|her|their) (?:\w+ )?(?:boss|manager|supervisor|team ?lead(?:er)?|employer|company|work(?:place)?|foreman)"
    r"|hr|human resources"
)
_TELL_WORK = re.compile(
    rf"\b(?:should|shall|do|can|could|must|may|is it (?:ok|okay|right) to|would it help to)\b(?: [\w']+){{0,4}}? (?:tell|inform"
    rf"|ask|involve|warn"
    rf"|go to|talk to|speak to|contact|let) (?:{_WORK})\b"
)
_PLACE = re.compile(
    rf"\b(?:don't|do not|doesn't|no idea|not sure|haven't|have no|without|never had|idk|no)(?: \w+){{0,4}}? (?:{_HIS} (?:home"
    rf" )?address|address"
    rf"|where {_HE} lives?)\b"
    rf"|\b(?:{_WORK}|payroll|personnel|reception|(?:a|my|another|one) (?:colleague|coworker|co-worker|friend|neighbou?r))"
    rf" (?:has|have|had|knows?|might|would|will|must|should|could)(?: \w+)?(?: (?:it|that|{_HIS} (?:address|number)|where {_HE} lives?))\b"
    rf"|\b{_HE}(?:'s| is| must be| should be| might be)(?: \w+)? (?:at home|home|at (?:his|her|their) (?:place|flat|house|apartment))"
    r"(?: (?:i think|i guess|probably|alone|by (?:him|her|them)sel\w+)| (?:\w+ ){0,2}?(?:called|phoned|rang) in sick)"
    rf"|\b{_HE} (?:\w+ )?(?:called|phoned|rang) in sick\b"
)
_WHOM = re.compile(
    rf"\b(?:should|shall|do|must|can|could|would)(?: i| we)(?: \w+)? (?:call|ring|phone|text|message|contact|write to|go to)(?: \w+)?"
    rf" (?:{_HIM}|{_HELP})\b|\b(?:who|whom) (?:should|do|can|could|shall|would) (?:i|we)(?: \w+)? (?:call|ring|phone|tell|contact)\b"
    rf"|\b(?:barely|hardly|don't really|don't even|do not really) know {_HIM}\b|\bnot (?:that |really |so )?close\b"
    r"|\bnot (?:really )?my (?:place|business)\b"
)
_MOVES = (
    (_TELL_WORK, "third_party_work"),
    (_RIGHT, "third_party_right"),
    (_ON_THE_LINE, "third_party_on_the_line"),
    (_UNREACHED, "third_party_now"),
    (_PLACE, "third_party_place"),
    (_WHOM, "third_party_whom"),
)
_ABOUT_THEM = re.compile(
    rf"\b(?:it's|it is|this is|that's|i'm talking|i mean|i meant|i'm worried)(?: (?:all|not me|only|just|still))* (?:about |for"
    rf" )?{_HIM}\b(?! who)"
    r"|\bnot (?:about )?me\b.{0,20}\b(?:him|her|them)\b"
)
_TO_ME = re.compile(r"\b(?:me|us|myself|my (?:kids?|children|face|arm)|(?:scared|afraid|frightened|terrified) of)\b")
_HARM_DENIED = re.compile(
    r"\b(?:nobody|no ?one|not|n't)\b(?: \w+){0,3}? (?:hurt\w*|hit\w*|harm\w*|abus\w*|threaten\w*) me\b|\bnot (?:about )?me\b"
)


def of_someone_else(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text asks or tells of another who is in danger, once that was told; also where it was taken for the writer's own danger."""
    words = plain(text).replace(",", "").replace(".", "").replace("?", "")
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    if len(words.split()) > _AT_MOST or state.stage in GRAVE or (by_a_rule and signal.intent != _THIRD):
        return None
    said = dict(state.said)
    mistaken = state.topic == _ABUSE or (state.topic == _THIRD and bool(_HARM_DENIED.search(words)))
    if mistaken and "utter_crisis_third_party" in said and _ABOUT_THEM.search(words) and not _harms_me(words):
        return Heard(move="third_party_now" if "utter_crisis_third_party_now" in said else "third_party_unsure")
    if state.topic != _THIRD or (signal.level == "urgent" and by_a_rule):
        return None
    move = next((move for pattern, move in _MOVES if pattern.search(words)), None)
    is_free = state.pending is None and read_reply(text) is None and told_move(text, _THIRD) is None
    if move is None and is_free and signal.intent == _ABUSE and not _harms_me(words):
        # Only the classifier hears a danger to the writer in what goes on about another.
        return Heard(Signal(_THIRD, "support", signal.evidence))
    return Heard(move=move) if move else None


def _harms_me(words: str) -> bool:
    return bool(_TO_ME.search(_HARM_DENIED.sub(" ", words)))
