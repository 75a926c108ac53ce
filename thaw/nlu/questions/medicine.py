"""Medicines: one that is no antidepressant, one that was changed already, and whether to take something that is none."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, GREETED, Asked, Talk
from thaw.nlu.vocabulary import any_of
from thaw.safety.quitting import only_quits

ANTIDEPRESSANT = any_of("antidepressants")
_KIND = r"(?:tablets?|pills?|meds?|medicines?|medications?|capsules?|drugs?|inhalers?|injections?|shots?|jabs?|patch(?:es)?|cream)"
OTHER = (
    r"(?:the (?:mini |combined )?pill(?!s)|(?:the|my) (?:implant|coil|patch|depo)"
    rf"|{any_of('ailments')} {_KIND}|{any_of('other_medicines')})"
)
_NAMES_OTHER, _NAMES_ANTIDEPRESSANT = re.compile(rf"\b{OTHER}\b"), re.compile(rf"\b{ANTIDEPRESSANT}\b")
_IS_IT = (
    r"(?:\b(?:could|can|might|may|would|is|was|isnt|does|wonder\w*|think|guess|maybe|what if) (?:it|this|that|if|its|that its)\b"
    r"|\b(?:caus\w+|do(?:es|ing)? (?:it|this|that)|mak(?:e|es|ing) (?:me|you|people|it)|numb\w*|flat\w*|anhedonia|dead inside|nothing"
    r"|the reason|what about|because of|due to|its|down to)\b)"
)
_SINCE = (
    r"\b(?:since|after|started|starting|began|beginning|went on|gone on|going on|been on|put me on|got put on|switched to|im on|i am on"
    r"|i take|ive been taking|i was on)\b"
)
_ASKS_OR_TELLS = re.compile(rf"{_IS_IT}|{_SINCE}")
_ANOTHER_MATTER = re.compile(
    r"\b(?:all (?:of )?(?:my|the|them|it)|whole (?:pack\w*|bottle|box)|overdos\w*|too many|double\w*|extra|how (?:many|much)"
    r"|what if i take|can i (?:take|have|drink)|alcohol|drink\w*|drunk|wine|beers?|vodka|whisk\w+|gin|booze|weed|coke|to numb"
    r"|stop\w*|quit\w*|come off|coming off|came off|get off|halv\w*|skip\w*|miss\w*|forgot\w*|ran out|mix\w*|together with|morning after"
    r"|abortion|baby|pregnan\w*|birth of|gave birth|not (?:the|my|on)|help\w* (?:with|me|it|this|you)|would \w+ help|isnt the|blood test"
    r"|he|she|his|her|him|they|husband|wife|partner|mum|mom|dad|friend|boyfriend|girlfriend|son|daughter)\b"
)
"""What is asked or told of a medicine that is not whether it makes one numb, or of somebody else's."""
_LONGEST = 30
_OF_MEDICINE = ("utter_numb_since_medication", "utter_ask_medication_advice", "utter_medication_changed", "utter_medicine_and_sex")
_SPOKEN_OF = "utter_numb_since_medication_other"
_BY_NAME = re.compile(GREETED + rf"(?:(?:its|it is|called|the name is|im on|i take|for|my|the) )*{OTHER}(?: \d+ ?mg)?{END}")
_IS_IT_THAT = re.compile(
    r"\b(?:(?:is|could|can|might|may|would)(?: it| that| this)(?: be)?(?: (?:that|it|this|the reason|why|because of (?:it|that|them)))+"
    r"|(?:is|are|could|can|might|do|does) (?:it|they|that|my (?:meds?|medication|tablets?|pills?|antidepressants?)) (?:be )?(?:doing"
    r"|caus\w+|do|making|make)"
    r" (?:it|this|that|me)\b.*"
    r"|(?:is|could|might) (?:it|this) (?:be )?(?:(?:because of|from|due to|just) )*(?:my|the) (?:meds?|medication|medicine|tablets|pills"
    rf"|antidepressants?|ssri|{ANTIDEPRESSANT}))$"
)
"""Whether it is what one takes, asked of it as told before, or by name."""
_ON = re.compile(
    rf"\b(?:on|taking|take|started|takes|with)(?: \w+){{0,2}} {ANTIDEPRESSANT}\b|\bmy (?:meds?|medication|medicine|tablets|pills)\b"
)
_HOW_LIKELY = re.compile(r"\b(?:odds|chances?|likel\w+|probab\w+|percent\w*)\b")
_NAMED = rf"(?:(?:my|the|those|these|all my|taking(?: my| the)?) )?(?:{_KIND}|{ANTIDEPRESSANT}|{OTHER})"
_CHANGED = (
    r"\b(?:i|ive|just)(?: (?:already|just|also|kind of|kinda|sort of|did|have|had|went and|recently|actually|basically|even"
    r"|then|been)){0,8}"
)
_STOPPED = (
    r"(?:quit|stopped|stoped|halved|halving|cut|skipped|skipping|dropped|reduced|lowered|doubled|tripled|came off|come off|got off|went off"
    r"|gone off|weaned(?: myself)? off|ditched|chucked|binned|threw(?: away)?|flushed|(?:went|gone) cold turkey (?:on|off|from)"
    r"|tapered(?: off)?)"
)
_CHANGED_NAMED = re.compile(rf"{_CHANGED} {_STOPPED}(?: (?:taking|using|down on|back on|in half|the dose of))? {_NAMED}\b")
_CHANGED_IT = re.compile(
    rf"{GREETED}.{{0,40}}?{_CHANGED} {_STOPPED}(?: (?:taking|using|down|back|on))* (?:it|them|that|those|these|the dose|my dose|one|a dose"
    r"|a few(?: days| doses)?|a (?:week|day)|half|cold turkey)\b"
)
_HALVED_IT = re.compile(rf"{GREETED}(?:{_CHANGED}) (?:halved|halving|doubled) (?:it|them|the dose|my dose)\b(?: \w+){{0,4}}$")
"""Halving is said of a dose."""
_WITH_A_DOCTOR = re.compile(
    r"\b(?:doctor|gp|psych\w*|prescriber|told (?:me )?to|years?|year|decades?|\d{4}|drinking|smoking|alcohol|weed|job|therapy|coffee"
    r"|because i"
    r" was fine)\b"
)
"""Changed by who is to change it, or long past; or it is something else that was stopped."""
_ASKS_FIRST = re.compile(r"\b(?:can|could|should|shall|may|might|would|what (?:if|happens)|if|when|do) i\b")
"""Asked before it is done: "can I just come off them"."""
_COMES_OFF = re.compile(
    r"^(?:(?:i|ive|im|i am|was|been|have been|so|and|but|well|yeah|ok|just|only|kind of|kinda|also|actually|honestly) )*"
    r"(?:thinking|considering|planning|wondering|tempted)(?: (?:about|of|on|to|whether to|if i should))*"
    r" (?:com(?:e|ing) off|get(?:ting)? off|go(?:ing)? off|wean(?:ing)? off|stop(?:ping)?|quit(?:ting)?|halv(?:e|ing)|reduc(?:e|ing)"
    r"|cut(?:ting)? down)"
    r"(?: taking)? (?:it|them|(?:my|the|those|these) (?:meds?|medication|medicine|tablets?|pills?|dose|antidepressants?))"
    r"(?: (?:altogether|soon|myself|by myself|on my own|completely|slowly|for a while|though|tho|now|anyway|again))*"
)
"""Thinking of coming off a medicine, and nothing else: "this" is no medicine, and what is to end is none either."""
_TAKE = re.compile(
    GREETED
    + r"(?:should|shall|can|could|do|would it help to|is it worth|does it help to|will it help to|ought)(?: i| we)?(?: (?:need|just|be"
    r"|also|to|try|start))* (?:tak(?:e|ing)|try(?:ing)?|get(?:ting)?|buy(?:ing)?|using|use|have)(?: (?:some|a|more|my|the|any))*"
    rf" (?:vitamins?(?: \w+)?|supplements?(?: \w+)?|{any_of('supplements')})"
    r"(?: (?:for (?:it|this|that)|or (?:not|something)|help|supplements?|tablets?))*" + END
)
_HOW_MUCH = re.compile(
    GREETED + r"(?:how (?:much|many)|what (?:dose|amount))(?: (?:of it|should i (?:take|have)|is (?:ok|safe|good)|a day|then))*" + END
)
_SEX = re.compile(
    r"\b(?:libido|sex ?drive|sex(?: life)?|sexual(?:ly)?|orgasms?|orgasming|cum|horny|erections?|hard on|get (?:it up|hard|wet|turned on)"
    r"|arous\w*"
    r"|turned on|in (?:the )?bed(?:room)?)\b"
)
_DOES_IT = re.compile(
    r"\b(?:kill\w*|mess\w*|affect\w*|do(?:es)?|caus\w*|lower\w*|ruin\w*|take away|took|lost|lose|losing|gone|dead|zero|no|less|nothing"
    r"|side effects?|cant|isnt|why|since|because|from|numb\w*|hit)\b"
)
_OF_SEX_ELSE = re.compile(
    r"\b(?:he|she|him|husband|wife|forc\w*|made me|rape\w*|assault\w*|abus\w*|pregnan\w*|unsafe|condom|after sex|without asking"
    r"|kid|child)\b"
)
"""What is told of sex that no medicine does."""
_TAKE_IT = "utter_should_i_take_it"


def of_medicine(talk: Talk) -> Optional[Asked]:
    """What is asked of a medicine, or told of one that was changed: figures of antidepressants are for those alone."""
    return _and_sex(talk) or _comes_off(talk) or _changed(talk) or _other(talk) or _whether_it_is(talk) or _take(talk)


def _and_sex(talk: Talk) -> Optional[Asked]:
    """Whether an antidepressant takes the wish for sex, named with it or spoken of just now."""
    if (
        not (_SEX.search(talk.plain) and _DOES_IT.search(talk.plain))
        or _OF_SEX_ELSE.search(talk.plain)
        or len(talk.plain.split()) > _LONGEST
    ):
        return None
    of_it = _NAMES_ANTIDEPRESSANT.search(talk.plain) or re.search(r"\bmy (?:meds?|medication|tablets|pills)\b", talk.plain)
    return Asked("ask_medication_advice", "utter_medicine_and_sex") if of_it or talk.was_last(*_OF_MEDICINE) else None


def _changed(talk: Talk) -> Optional[Asked]:
    named = _CHANGED_NAMED.search(talk.plain) or _HALVED_IT.match(talk.plain)
    changed = named or (talk.was_said(*_OF_MEDICINE) and _CHANGED_IT.search(talk.plain))
    if not changed or _WITH_A_DOCTOR.search(talk.plain) or _ASKS_FIRST.search(talk.plain):
        return None
    return Asked("ask_medication_advice", "utter_medication_changed")


def _comes_off(talk: Talk) -> Optional[Asked]:
    spoken_of = talk.was_last(*_OF_MEDICINE) or (talk.was_said(*_OF_MEDICINE) and "cold turkey" in talk.plain)
    quits = not talk.was_last("utter_using_substances") and only_quits(talk.text)
    off_it = spoken_of and (_COMES_OFF.fullmatch(talk.plain) or quits)
    return Asked("ask_medication_advice", "utter_ask_medication_advice") if off_it else None


def _other(talk: Talk) -> Optional[Asked]:
    words = talk.plain
    if _NAMES_ANTIDEPRESSANT.search(words) or _ANOTHER_MATTER.search(words) or len(words.split()) > _LONGEST:
        return None
    named = talk.was_last(*_OF_MEDICINE) and _BY_NAME.match(words)
    told = _NAMES_OTHER.search(words) and _ASKS_OR_TELLS.search(words)
    return Asked("numb_since_medication", _SPOKEN_OF) if named or told else None


def _whether_it_is(talk: Talk) -> Optional[Asked]:
    """Whether it is an antidepressant, or a medicine that isn't named."""
    if _ANOTHER_MATTER.search(talk.plain) or _HOW_LIKELY.search(talk.plain):
        return None
    takes = _ON.search(talk.plain) or _NAMES_ANTIDEPRESSANT.search(talk.plain)
    return Asked("numb_since_medication", "utter_numb_since_medication") if takes and _IS_IT_THAT.search(talk.plain) else None


def _take(talk: Talk) -> Optional[Asked]:
    asks = _TAKE.match(talk.plain) or (talk.was_last(_TAKE_IT) and _HOW_MUCH.match(talk.plain))
    return Asked("ask_medication_advice", _TAKE_IT) if asks else None
