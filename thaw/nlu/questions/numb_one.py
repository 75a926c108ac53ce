"""Who the numb one is: the writer, whose partner or child is only named; or the one who is spoken of, whose words are passed on."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import died
from thaw.nlu.numbness import OF_NUMBNESS
from thaw.nlu.questions.bereft import mourned
from thaw.nlu.questions.talk import CARRIER, END, GREETED, LEAD, Asked, Talk

_WORRIED, _SAID = "worried_about_someone", "utter_worried_about_someone"
_THIRD = ("utter_third_party_", "utter_crisis_third_party")
_PARTNER = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc\w+|spouse|gf|bf|hubby|missus|other half)"
_FRIENDS = (
    r"(?:friend|best friend|mate|buddy|bestie|pal|brother|sister|cousin|son|daughter|mum|mom|mam|mother|dad|father|colleague|coworker"
    r"|flatmate|roommate|neighbou?r|nephew|niece|aunt|uncle|kid|teenager)"
)
_ANYONE = rf"(?:{_PARTNER}|{_FRIENDS}|family|kids|children|parents|friends)"
_FLAT = (
    r"(?:numb|nothing|flat|empty|hollow|blank|dead inside|dead|robot|a robot|like a robot|zombie|a zombie|switched off|gr[ae]y"
    r"|no (?:joy|feelings?"
    r"|emotions?)|emotionless)"
)
_I_AM_NUMB = re.compile(
    rf"\b(?:i|im|i am|ive|ive been|i have) (?:(?:just|still|so|really|completely|totally|feel|felt|feeling|been|gone|am|always"
    rf"|mostly|all|went|pretty"
    rf"|like|honestly|have) ){{0,4}}{_FLAT}\b"
)
_THEY_ARE_NUMB = re.compile(
    rf"\b(?:he|she|they|(?:my|our) (?:\w+ )?{_ANYONE})(?:s|re)?(?: (?:is|are|has|have|had|just|so|feels?|felt|seems?|says|said"
    rf"|he|she|they|hes|shes|gone|went"
    rf"|been|completely|also|too|all|looks|goes)){{0,5}} {_FLAT}\b"
)
_FOR_THEM = re.compile(
    rf"\b(?:i )?(?:feel|felt) (?:\w+ )?nothing (?:for|towards?|about|with|when i (?:see|hold|hug|look at)) (?:him|her|them"
    rf"|(?:my|our) (?:\w+ )?{_ANYONE})\b"
)
_ONLY_BESIDE = re.compile(
    rf"\b(?:my|the) (?:\w+ )?(?P<who>{_ANYONE})(?:s|re)?(?: (?:is|are|has|just|so|very|really|getting|starting to|gets?|now"
    rf"|been|keeps?|says|said)){{0,4}}"
    r" (?:worried|worries|patient|kind|supportive|understanding|great|lovely|sweet|upset|hurt|angry|annoyed|crying|cries"
    r"|noticed|notices|asking|asks"
    r"|scared|fed up|sad|wants? to (?:leave|help|divorce|break up)|leaving|about to leave|threaten\w* to leave|going to leave"
    r"|good|amazing|wonderful"
    r"|confused|noticing|concerned)\b"
)
"""Someone who stands beside the numb writer, and is none themselves."""
_STOP_LEAVING = re.compile(
    LEAD + r"(?:how (?:do|can|could|would) i|can i|what (?:can|do) i do to) (?:\w+ )?(?:stop|keep|hold|convince|get) (?:him|her|them)"
    r"(?: (?:from|to))?(?: (?:going|leaving|leave|go|stay|walking out))?" + END
)
_EXPLAIN = re.compile(
    GREETED + rf"(?:how|what) (?:(?:do|can|could|should|would|to|i|best) )+(?:(?:help|make|get|let) (?:him|her|them"
    rf"|my (?:\w+ )?{_PARTNER})"
    rf" (?:to )?(?:understand|get it|see|know)|(?:explain|describe|show)(?: (?:it|this|that))?(?: to)? (?:him|her|them"
    rf"|my (?:\w+ )?{_PARTNER}))"
    r"(?: (?:this|it|that|me|what (?:it|this) is like|how i feel|what i feel|why)){0,6}" + END
)
_TELL_THEM = re.compile(
    LEAD + r"(?:should|shall|do|must|ought) i (?:(?:just|really|even|have to|to) ){0,6}(?:tell|say it to|talk to|show) (?:him|her|them)"
    r"(?: (?:about (?:it|this|that)|how i feel|this|that|it))?" + END
)
_PASSED_ON = re.compile(
    rf"^(?:(?:hi|hello|hey|so|well|ok) ){{0,6}}(?:my|our) (?:(?:best|close|old|good|little|big|older|younger|\d+|year|yr"
    rf"|yo) ){{0,6}}(?P<who>{_FRIENDS}|{_PARTNER})"
    r" (?:(?:just|keeps|always|recently|yesterday|has) ){0,6}(?:says?|said|saying|told me|tells me|mentioned|texted me|admitted"
    r"|thinks|describes)(?: (?:that|how))?"
    rf" (?:(?:he|she|they)(?:s|re)?\b|(?:nothing|everything|life|it) (?:is|s|feels|all|just|gives|makes))(?P<what>.*)$"
)
_OF_ONESELF = re.compile(r"\b(?:i|im|ive|id|me|us|we|you|u)\b")
_NUMB_WORDS = re.compile(
    rf"\b{_FLAT}\b|\b(?:cant feel|doesnt feel|doesnt enjoy|cant enjoy|not (?:fun|enjoying)|no (?:fun|interest)|isnt fun"
    rf"|lost interest|dont care"
    r"|doesnt care|unreal|far away|pointless|fun any ?more|tastes of nothing|motions|autopilot|like a ghost|cant cry)\b"
)
_DANGER = re.compile(
    r"\b(?:die|dying|dead(?! inside)|kill\w*|suicid\w*|end it|not be here|better off|gun|knife|cut\w*|harm\w*|hurt\w*|alive"
    r"|live|voices|hit\w*|goodbye)\b"
)
_THEY_SAY_OF_ME = re.compile(
    rf"{LEAD}(?:(?:and|but|then|now) ){{0,6}}(?:he|she|they|(?:my|our) (?:\w+ )?{_ANYONE})(?: (?:just|always|keeps?|even|then"
    rf"|also)){{0,6}} (?:says?|saying|thinks?|tells me|told me|said"
    r"|calls me|complains|accuses me)\b.*\b(?:i|im|me|ill|id)\b"
)
_SAYS_NUMB = re.compile(
    r"\b(?:im|i am|i seem|i look|i feel|me) (?:\w+ ){0,2}(?:cold|distant|checked out|absent|far away"
    r"|not (?:there|here)|gone|changed)\b"
)
"""What is said of who is numb: it turns the tale to the writer."""
_MISSES_THEM = re.compile(
    rf"{LEAD}(?:(?:i|just|really|so|do|still|god) ){{0,6}}miss (?:him|her|them|my (?:\w+ )?{_ANYONE}|us|the (?:old|way|man|woman"
    rf"|person) ?\w*)\b"
)
_GIVES_UP = re.compile(
    LEAD + r"(?:(?:should|shall|do|can|could|must|would it be better if|is it ok if|is it better to|maybe|ought) (?:i |to )?)"
    r"(?:(?:just|maybe|better|even|to|now|finally) ){0,6}(?:stop|quit|give up|let (?:him|her|them|it) be|leave (?:him|her"
    r"|them) (?:be|alone|in peace)|back off|wait)"
    r"(?: (?:trying|asking|talking|on (?:him|her|them)|pushing|bothering|reaching out|to|it|him|her|them|caring)){0,6}" + END
)
_HOW_AM_I = re.compile(
    LEAD + r"(?:how am i|me|myself|and me|for me)\b(?: (?:well|im|i am|just|so|honestly|mostly|its|i feel|feel|really|then)){0,6}"
    r" (?:tired|exhausted|drained|lonely|worn out|sad|lost|alone|scared|shattered|knackered|done|empty handed|helpless|angry"
    r"|not great|bad|so so|rough)\b"
)


def numb_one(talk: Talk) -> Optional[Asked]:
    """What is told of two people, kept to the one of them who is numb."""
    found = _kept_to(talk)
    # Whether someone died is asked last: it takes the longest.
    return None if found and (died(talk.text) or mourned(talk) or _DANGER.search(talk.plain)) else found


def _kept_to(talk: Talk) -> Optional[Asked]:
    if talk.was_said(_SAID, *_THIRD) and not talk.was_said("utter_told_checked_out"):
        return _they_are(talk) if talk.was_last(_SAID) else None
    return _passed_on(talk) or _i_am(talk)


def _passed_on(talk: Talk) -> Optional[Asked]:
    """What a friend said of how it is for them, at first."""
    told = _PASSED_ON.match(talk.plain)
    what = re.sub(r"\bwhat (?:should|can|do|could) i (?:say|tell|do)\b.*|\bhow (?:do|can) i help\b.*", "", told["what"]) if told else ""
    if not told or _OF_ONESELF.search(what) or not _NUMB_WORDS.search(talk.plain):
        return None
    return Asked(_WORRIED, _SAID)


def _i_am(talk: Talk) -> Optional[Asked]:
    """What the numb writer tells or asks of the one beside them."""
    plain, short = talk.plain, len(talk.plain.split()) <= _LONGEST
    was_numb = talk.was_said(*OF_NUMBNESS, "utter_partner_beside_you")
    if _FOR_THEM.search(plain) and short and not re.search(r"\b(?:bab(?:y|ies)|newborn|weeks?|months?|birth)\b", plain):
        return Asked("far_from_people", "utter_far_from_people")
    of_self = _I_AM_NUMB.search(plain) and not _THEY_ARE_NUMB.search(plain)
    beside = _ONLY_BESIDE.search(plain)
    if short and beside and (of_self or (was_numb and len(plain.split()) <= _SHORT and not re.search(r"\b(?:i|im|ive)\b", plain))):
        return Asked("told_checked_out", "utter_partner_beside_you")
    if _EXPLAIN.match(plain):
        return Asked("told_checked_out", "utter_explain_it_to_them")
    of_them = talk.was_last("utter_partner_beside_you", "utter_told_checked_out", "utter_explain_it_to_them")
    asks = of_them and (_STOP_LEAVING.match(plain) or _TELL_THEM.match(plain))
    return Asked("told_checked_out", "utter_explain_it_to_them") if asks else None


def _they_are(talk: Talk) -> Optional[Asked]:
    """What is told or asked of the writer, where it is the other one who is numb."""
    plain = talk.plain
    if len(plain.split()) > _LONGEST or _I_AM_NUMB.search(plain):
        return None
    if _GIVES_UP.match(plain):
        return Asked(CARRIER, "utter_worried_about_someone_stop")
    if _HOW_AM_I.match(plain):
        return Asked(CARRIER, "utter_worried_about_someone_worn")
    if _MISSES_THEM.match(plain):
        return Asked(CARRIER, "utter_worried_about_someone_missed")
    says = _THEY_SAY_OF_ME.match(plain) and not _SAYS_NUMB.search(plain) and not talk.text.rstrip().endswith("?")
    return Asked(CARRIER, "utter_worried_about_someone_blamed") if says else None


_LONGEST, _SHORT = 18, 8
"""Words up to which a message is about that; and up to which it only tells of the one beside."""
