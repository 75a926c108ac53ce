"""What this is: whether it is one of the chat models that people know, or a doctor, and who made it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk
from thaw.nlu.vocabulary import any_of

_INTENT = "ask_if_bot"
_MODEL = rf"(?:gpt(?: ?\d\w*)?|{any_of('language_models')})"
_YOU = r"(?:you|u|ya|this|that|it|the (?:bot|chat|chatbot|site|app|program))"
_KIND_OF = (
    r"(?: (?:just|really|actually|basically|only|even|like|kind of|some|sort of|kind|version of|another|a|an|the|one of|based on|using"
    r"|powered by|made with|made by|from|running on|run by|connected to|built on|talking to|same as|secretly))*"
)
_IS_A_MODEL = re.compile(
    GREETED + rf"(?:(?:is|are|r|were|isnt|arent|wait) {_YOU}{_KIND_OF} {_MODEL}"
    rf"|(?:you|u|youre|ur|its|this is|you are|it is){_KIND_OF} {_MODEL}"
    rf"|(?:do|does) {_YOU} (?:use|run on|work with|work on|talk to){_KIND_OF} {_MODEL}"
    rf"|(?:which|what)(?: kind of)? (?:ai|model|llm|language model|chatbot|bot)(?: model)? (?:are|is|does|do) {_YOU}(?: use| using"
    rf"| run on)?"
    rf")(?: (?:or (?:something|what|not|whatever|anything|similar|a person|real|{_MODEL}|like that)|right|thing|underneath|inside"
    rf"|behind it))*{END}"
)
_TITLE = (
    r"(?:doctors?|dr|gp|physician|therapists?|psychotherapist|psychologists?|psychiatrists?|counsell?ors?|nurses?|clinicians?|shrink"
    r"|professionals?|experts?|specialists?|social worker|medic)"
)
_TRAINED = r"(?:qualified|licen[sc]ed|accredited|trained|registered|a professional|an expert)"
_A_REAL = (
    r"(?: (?:even|really|actually|like|just|some|kind of|sort of|a|an|my|the|any|real|actual|medical|medically|mental health|human|proper"
    r"|licen[sc]ed|qualified|trained|certified|registered|clinical))*"
)
_OR_WHAT = r"(?: (?:or \w+(?: \w+){0,2} ?|at all|here|yourself|in real life|irl))?"
_IS_A_DOCTOR = re.compile(
    GREETED + rf"(?:(?:are|r|is|arent|isnt) {_YOU}{_A_REAL} (?:{_TITLE}|{_TRAINED})"
    r"(?: (?:for (?:this|that|it|any of this)|to (?:help|answer|advise|say|tell|give|treat|diagnose|do|talk)(?: \w+){0,4}))?"
    rf"|(?:am i|is this|are we) (?:talking|speaking|chatting|writing|typing) (?:to|with){_A_REAL} {_TITLE}"
    rf"|(?:do|does) {_YOU} (?:even )?have (?:(?:any|a|some|medical|clinical|psychology|proper|real|actual|formal) )*"
    r"(?:degree|qualifications?|licen[sc]e|training|credentials?|certificat\w+|diploma)"
    r"|(?:what are|whats|what is) your (?:(?:medical|clinical) )?(?:qualifications?|training|credentials?|degree|licen[sc]e))"
    rf"{_OR_WHAT}{END}"
)
_MAKER = re.compile(
    GREETED + r"(?:who|whos|who is|who has|which company|what company)(?: (?:actually|really|even))?"
    r" (?:made|makes|built|builds|created|creates|programmed|programs|coded|developed|designed|invented|owns|runs|operates|behind|set up"
    r"|came up with) (?:you|u|this|it|thaw|this (?:bot|chat|chatbot|thing|site|page|program|app)|the (?:bot|chat|chatbot))" + END
)
_WERE_THEY = re.compile(
    GREETED + rf"(?:(?:was|is|were|are) (?:it|that|they|he|she|those|these|the people|any of them)|by|not by)"
    rf"(?: (?:even|at least|really|actually))?{_A_REAL} {_TITLE}{END}"
)
"""Asked right after it was said who wrote the sentences."""
_SURE = re.compile(
    GREETED + r"(?:(?:are )?(?:you|u) sure|sure|for real|promise|(?:i )?(?:dont|do not) believe (?:you|u|it|that)|seriously|no way|honestly"
    r"|really|you sure|is that true|(?:you|u) (?:sound|seem) (?:real|human|like a (?:person|human)))(?: about (?:that|it|this))?" + END
)
_NO_MODEL, _NO_DOCTOR, _WROTE, _BOT = "utter_no_chat_model", "utter_no_doctor", "utter_who_wrote", "utter_ask_if_bot"


def what_it_is(talk: Talk) -> Optional[Asked]:
    """Whether it is a chat model, a doctor or a therapist, who made it, and whether that is sure."""
    if _IS_A_MODEL.match(talk.plain):
        return Asked(_INTENT, _NO_MODEL)
    if _IS_A_DOCTOR.match(talk.plain):
        return Asked(_INTENT, _NO_DOCTOR)
    if _MAKER.match(talk.plain) or (talk.was_last(_WROTE) and _WERE_THEY.match(talk.plain)):
        return Asked(CARRIER, _WROTE)
    if _SURE.match(talk.plain):
        said = next((each for each in (_NO_MODEL, _NO_DOCTOR, _BOT) if talk.was_last(each)), None)
        return Asked(_INTENT, said) if said else None
    return None
