"""What is asked of therapy in particular: which kind, how long, whether one may switch, whom one may bring."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, GREETED, Asked, Talk
from thaw.nlu.vocabulary import any_of

_INTENT = "ask_therapy"
_OF_THERAPY = ("utter_ask_therapy", "utter_which_therapy", "utter_therapy_", "utter_other_treatment", "utter_word_therapies")
_THREE = r"(?:cbt|ba|ipt|behaviou?ral activation|cognitive (?:behaviou?ral )?therapy|interpersonal(?: therapy)?)"
_OTHER = any_of("other_treatments")
_WORKS = r"(?:works?|helps?|do anything|any good|worth (?:it|trying|a try)|effective|good|better|safe|an option|legit|proven)"
_THERAPY = r"(?: (?:therapy|treatment|sessions?))?"
_OTHER_ONE = re.compile(
    GREETED + rf"(?:(?:does|do|is|are|would|could|can|will|has) {_OTHER}{_THERAPY}(?: (?:really|actually|even|be|ever|been))* {_WORKS}"
    rf"(?: (?:for (?:this|it|that|me|numbness|anhedonia|depression)|with (?:this|it|that|numbness|anhedonia)|me|you|people|at all))*"
    rf"|{_OTHER}{_THERAPY} (?:(?:does|do|would|will|is|can) (?:it|that|this|they) )?{_WORKS}"
    rf"|(?:what is|whats|what about|how about|how does|how is|tell me about|what does|heard of|have you heard of|should i try"
    rf"|can i (?:try|get)"
    rf"|do (?:you|they) (?:do|offer|have)) (?:an? )?{_OTHER}{_THERAPY}(?: (?:like|then|work|do|about))*)" + END
)
_AMONG = (
    rf"(?: (?:{_THREE}|or|and|vs|versus|than|the|them|these|those|three|two|kinds?|types?|ones?|between|of"
    r"|(?<!interpersonal )therapy|therapies|all|both))*"
)
_WHICH = re.compile(
    GREETED + rf"(?:which(?: (?:one|kind|type|of (?:them|these|those)|therapy|sort))* (?:is|are|would|works?|helps?|should|do"
    rf"|fits?|suits?)"
    r"(?: (?:be|the|it|i|you|most|more|best|better|right|good|recommend|suggest|choose|pick|try|go for|take|for|me|this|numbness"
    r"|anhedonia|numb"
    rf"|people|fit|suit|need))*(?! the ){_AMONG}"
    rf"|(?:what is|whats) (?:the )?(?:best|better|right)(?: (?:one|kind|therapy|type))?(?: for (?:me|this|numbness|anhedonia))?{_AMONG}"
    rf"|(?:what is|whats|explain|tell me|is there an?) (?:the )?(?:difference|diff)(?: between)? {_THREE}{_AMONG}"
    rf"|how (?:is|are|does|do) {_THREE}{_AMONG} (?:differ\w*|compare)(?: (?:from|to|with))?{_AMONG}"
    rf"|is {_THREE} (?:better|best|different)(?: (?:than|from))?{_AMONG}|{_THREE} (?:or|vs|versus) {_THREE}{_AMONG})" + END
)
_BARE_WHICH = re.compile(
    GREETED + r"(?:which (?:one|is better|is best|is right|works best|would be better|kind|helps|is that)(?: for me)?|which|whats better"
    r"|whats the difference)" + END
)
_HAVE_TO_TALK = re.compile(
    GREETED
    + r"(?:(?:do|will|would|must|am) i (?:(?:really|even|always|need|have|going|got|to|supposed) )*(?:talk|speak|tell them|cry|open up"
    r"|go into|say)|(?:will|do|would) they (?:make|force|want) me (?:to )?(?:talk|tell|cry|open up|go into|speak)|can i (?:skip|leave out"
    r"|not talk about|avoid))"
    r"(?: (?:about|to|into|of|my|the|a|all|everything|anything|it|that|past|childhood|parents?|mum|mom|dad|mother|father|family|trauma|ex"
    r"|sex|sex life|feelings"
    r"|emotions|work|marriage|in|there|therapy|sessions?|with|them|stuff|things|details|what happened))*" + END
)
_SWITCH = re.compile(
    GREETED + r"(?:(?:can|could|may|is it (?:ok|okay|possible) to|am i allowed to|do i get to|how do i|should i|what if i (?:want"
    r"|need) to)(?: (?:i|just|always|also|easily))*"
    r" (?:switch|change|swap|leave|drop|stop seeing|quit|get (?:a )?(?:new|another|different)|ask for (?:a )?(?:new|another|different)"
    r"|try (?:a )?(?:new|another|different))"
    r"(?: (?:my|the|a|new|another|different))* ?(?:therap\w+|counsel\w+|clinicians?|psych\w+|one|them|him|her|someone else)"
    r"|what (?:if|happens if) (?:i|we) (?:(?:do not|dont|didnt|cant|hate|really|wont|not|just) )+(?:like|get on with|get along with"
    r"|click with|gel with|trust|connect with|stand|hate)?"
    r" ?(?:my |the |a )?(?:therap\w+|counsel\w+|clinician|psych\w+))"
    r"(?: (?:if|when|later|after|because|it|i|we|he|she|they|dont|do not|doesnt|didnt|isnt|arent|not|like|get|on|with|click|them|him|her"
    r"|work|works|working|out"
    r"|fit|a|good|the|first|one|session|sessions|my|therapist|half|way|through|easily|right|for|me))*" + END
)
_NAMES_ONE = re.compile(r"\b(?:therap\w+|counsel\w+|clinicians?|psych\w+)\b")
"""Whom one may leave as one likes: "him" alone is far more often someone of one's life."""
_LEAVE_IT = re.compile(
    GREETED + r"(?:can|could|may|am i allowed to|is it (?:ok|okay) (?:to|if i)|do i have to|what if i) ?(?:i )?(?:just )?(?:leave|stop"
    r"|quit|stay|go on|drop out|walk out)"
    r"(?: (?:it|therapy|early|any ?time|again))?(?: (?:if|when|because) (?:i|it|its|im)(?: \w+){0,6})?" + END
)
_HOW_LONG = re.compile(
    GREETED
    + r"(?:how (?:many|much) (?:sessions?|appointments?|visits?|hours)\b.*|how (?:long|many (?:weeks|months|years))(?: (?:does|do|will"
    r"|would|should|is|am|are))?"
    r"(?: (?:it|i|you|people|a|the|be|have|need|to|go|course|of|in))* ?(?:therapy|counsel\w+|treatment)\b.*)$"
)
_AT_ALL = re.compile(GREETED + r"(?:what|how) about (?:therapy|counsell?ing|a therapist|seeing someone)" + END)
_OF_MONEY = re.compile(r"\b(?:cost\w*|pric\w*|pay\w*|afford\w*|free|cover\w*|insur\w*|wait\w*|exercise)\b")
_BRING = re.compile(
    GREETED
    + r"(?:can|could|may|should|is it ok(?:ay)? (?:to|if i)|am i allowed to|would it be ok to)(?: i| we)? (?:bring|take|have|come with"
    r"|go with|go together with)"
    r" (?:my |a |the )?(?:wife|husband|partner|boyfriend|girlfriend|fianc\w+|spouse|mum|mom|mother|dad|father|parents?|sister|brother"
    r"|friend|best friend|daughter|son|someone|somebody|dog|kids?|child(?:ren)?|baby)"
    r"(?: (?:with me|along|there|too|in|to|into|at))+(?:(?: (?:the|a|my|first|therapy))* (?:sessions?|therapy|appointments?|visit|hour"
    r"|room))?" + END
)
_DOCTOR_OR = re.compile(
    r"\b(?:gp|doctor|dr|psychiatrist|doctors) or (?:a |an |the |to a |see a )*(?:therapist|counsell?or|psychologist|therapy|psychiatrist"
    r"|shrink)\b"
    r"|\b(?:therapist|counsell?or|psychologist|therapy|psychiatrist) or (?:a |an |the |to a |my |see a )*(?:gp|doctor|dr|psychiatrist"
    r"|doctors)\b"
)
_ASKS = re.compile(r"\b(?:should|do i|shall|better|which|who|need|see|go|first|would|what)\b")
_WAITING = re.compile(
    r"\b(?:on (?:a|the|this|an|their|nhs|some)(?: \w+){0,3} (?:waiting|wait) ?lists?|on (?:a|the)(?: \w+)? waitlist|waiting (?:list"
    r"|time) (?:is|was|for)"
    r"|wait ?listed|(?:still )?waiting (?:for|on) (?:(?:a|an|my|the|some|nhs) )*(?:therap\w+|counsel\w+|camhs|referral|assessment"
    r"|appointment))\b"
)
_TELLS_MORE = re.compile(
    r"\b(?:wife|husband|partner|mum|mom|dad|son|daughter|friend|brother|sister|he|she|housing|house|surgery|operation|kidney|what is"
    r"|whats|how long|how do)\b"
)
_LONGEST = 24


def of_therapy(talk: Talk) -> Optional[Asked]:
    """What is asked of therapy in particular, or told of waiting for it."""
    name = _asked_of(talk)
    return Asked(_INTENT, name) if name else None


def _asked_of(talk: Talk) -> Optional[str]:
    plain = talk.plain
    if len(plain.split()) > _LONGEST:
        return None
    if _DOCTOR_OR.search(plain) and _ASKS.search(plain):
        return "utter_whom_to_ring"
    if _AT_ALL.match(plain):
        return "utter_ask_therapy"
    if _OTHER_ONE.match(plain):
        return "utter_other_treatment"
    if _WHICH.match(plain) or (talk.was_last(*_OF_THERAPY) and _BARE_WHICH.match(plain)):
        # Where nothing of therapy was said, "which is better" may be about anything.
        of_it = re.search(rf"\b(?:{_THREE}|therap\w+)\b", plain) or talk.was_last(*_OF_THERAPY)
        return "utter_which_therapy" if of_it else None
    if _HOW_LONG.match(plain) and not _OF_MONEY.search(plain):
        return "utter_therapy_how_long"
    if _SWITCH.match(plain) and (talk.was_last(*_OF_THERAPY) or _NAMES_ONE.search(plain)):
        return "utter_therapy_switch"
    if talk.was_last("utter_ask_therapy", "utter_which_therapy", "utter_therapy_") and _LEAVE_IT.match(plain):
        return "utter_therapy_switch"
    if _BRING.match(plain):
        return "utter_therapy_bring_someone"
    if _HAVE_TO_TALK.match(plain) and not re.search(r"\b(?:here|you|u|bot)\b", plain):
        return "utter_therapy_yours_to_say"
    return "utter_on_a_waiting_list" if _WAITING.search(plain) and not _TELLS_MORE.search(plain) else None
