"""What is asked of the matching for plain reasons: where, with whom, in which form, how soon, for whom. Most of it isn't known in here."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, GREETED, Asked, Talk

_INTENT = "ask_matching"
_TRADES = r"therapists?|psychotherapists?|counsell?ors?|psychologists?|psychiatrists?|clinicians?|providers?"
_ONE = rf"(?:{_TRADES}|anyone|anybody|someone|somebody|people)"
_KIND = (
    r"(?:lgbtq?\w*|gay|queer|trans|black|asian|latin[oax]s?|muslim|christian|jewish|female|male|women|men|woman|older|younger"
    r"|spanish|kink|trauma"
    r"|near me|nearby|local|close by|in my (?:area|city|state|town|country))"
)
_SPEAKS = re.compile(r"\b(?:speaks?|to talk to|talk to|right now|now|tonight|human|real|staff|reading)\b")
_WHOM = re.compile(
    GREETED + rf"(?:(?:do|does|have|can|are there|is there|got|have you got|you have|you got)(?: (?:you|they|the site|this site|it"
    rf"|have|got"
    rf"|any|i|find|some|work with"
    rf"|offer|a|an)){{0,6}} (?:(?:\w+ ){{0,2}}{_ONE}) (?:(?:who|that) (?:is|are) )?(?:in (?!danger|there|here|touch|mind"
    rf"|particular)[a-z]+(?: \w+){{0,3}}|(?:who|that)"
    rf" (?:is|are|works?|knows?|does) \w+(?: \w+){{0,4}}|{_KIND}(?: \w+){{0,2}})"
    rf"|(?:do|does|are there|is there|have)(?: (?:you|they|the site|have|any|got)){{0,6}} (?:uk|us|british|irish|canadian|australian"
    rf"|american|german|european|indian|{_KIND}) {_ONE}"
    rf"|(?:how many|what kinds? of|which) {_ONE} (?:are there|do (?:you|they) have|are on (?:here|the site)|work (?:here|there)))" + END
)
_HOW_MANY = re.compile(GREETED + r"how many(?: (?:are there|do (?:you|they) have|of them(?: are there)?|is it))?" + END)
_HERE = r"(?:the )?(?:(?!danger|trouble|pain|bed|here|there|love)[a-z]+)(?: [a-z]+)?"
_ANYWHERE = re.compile(
    GREETED + rf"(?:(?:(?:im|i am|i live|im living|we are|living|based)(?: \w+)? (?:in|from) {_HERE} (?:and |so |but )?)?"
    r"(?:(?:does|do|will|would|is|can|could|are|r) (?:this|it|that|you|u|i|we|the (?:site|chat|matching|bot))(?: (?:even|still|also"
    r"|actually|all)){0,6}"
    r" (?:works?|use (?:this|it|the (?:site|chat))|available|valid|usable|sign up|be matched|get matched|open to|only|for|just)"
    rf"(?: (?:this|it|here|there|for me|only|just|for|to|also)){{0,6}}(?: ?(?:(?:in|for|from|outside(?: of)?) )?(?:the )?(?:us|usa|uk"
    rf"|america|americans?|canada|australia|europe|{_HERE}))?))" + END
)
_PLACE = re.compile(
    r"\b(?:uk|us|usa|america|americans?|canada|australia|europe|ireland|scotland|wales|england|britain|germany|france|india"
    r"|new zealand|nz|africa|asia|spain|italy"
    r"|texas|ohio|florida|california|new york|state|states|country|abroad|overseas|worldwide|international\w*|here|live in"
    r"|living in|im in|i am in|from|outside)\b"
)
_FORMAT = re.compile(
    GREETED + r"(?:(?:can|could|do|does|is|are|will|would|must|may|should|what if)(?: (?:i|it|they|we|you|therapy|sessions?|the"
    r"|have|to|be"
    r"|do|need|get|there|a|an|done|all|only|just"
    r"|offer|turn|on|my|see|them|use|by|via|over|through|from|at)){0,6}"
    r" (?:video(?: (?:sessions?|calls?|chat))?|zoom|online(?: sessions?)?|in person|face to face|(?:by |over )?(?:the )?phone"
    r"|text(?: therapy)?|camera(?: on)?|home|my (?:couch|bed)|groups?|one on one|1 on 1)"
    r"(?: (?:only|or|and|in person|online|on|off|single|alone|individual|video|phone|therapy|sessions?|from home|instead|on one)){0,6}"
    r"|(?:group|single|individual|online|video|phone|in person|alone)(?: (?:therapy|sessions?))? or (?:in )?(?:a )?(?:group|single"
    r"|individual|online|video|phone|person|alone|one on one)(?: (?:therapy|sessions?))?)" + END
)
_HOW_OFTEN = re.compile(
    GREETED + r"(?:(?:is|are|will|would) (?:it|that|they|therapy|sessions?|the sessions?)(?: be)? (?:weekly|every week|once a week"
    r"|monthly"
    r"|every day)"
    r"|how often(?: (?:is|are|do|does|would|will|it|i|we|you|they|have to|go|the|sessions?|be|meet|see|them|a therapist"
    r"|someone)){0,6})" + END
)
_OF_THERAPY = (
    "utter_ask_therapy",
    "utter_ask_matching",
    "utter_matching_",
    "utter_therapy_",
    "utter_which_therapy",
    "utter_ask_cost",
    "utter_cannot_pay",
    "utter_want_match",
    "utter_only_",
)
_WHEN = re.compile(
    GREETED + r"(?:how (?:fast|soon|quickly|quick|long)(?: (?:can|could|will|would|do|does|until|till|before|is|it|the)){0,6}"
    rf"(?: (?:i|take|takes|to|get|see|be|have|talk to|have to|wait|for|an?|my|first|until|till|before|they|{_ONE}|start|matched"
    rf"|appointment|session|wait(?:ing)?(?: list| time)?|seen|hear back)){{0,6}}"
    r"|(?:is|are) there (?:a |any )?(?:wait(?:ing)?(?: ?lists?| times?)?|waitlist)|whats the wait(?:ing time)?|when (?:can|could"
    r"|will|would) i (?:start|see (?:someone|them|a therapist)|be seen|get an appointment))" + END
)
_OF_WAITING = re.compile(rf"\b(?:wait\w*|appointment|session|seen|see|matched|hear back|{_ONE})\b")
_TEENS = re.compile(
    GREETED + r"(?:(?:do|does|can|is|are|will|could) (?:you|they|this|it|the site|teens?|teenagers?|minors?|kids"
    r"|children)(?: (?:also|even"
    r"|treat|take|work with|help|see|accept|for|match|open to|use|be|get|matched|this"
    r"|it|with|suitable|ok)){0,6}(?: ?(?:teens?|teenagers?|kids|children|minors?|under 18s?|young people|adolescents?"
    r"|people under 18))?|(?:is there )?an? (?:age limit|minimum age))" + END
)
_YOUNG = re.compile(r"\b(?:teens?|teenagers?|kids|children|minors?|under 18s?|young people|adolescents?|age limit|minimum age)\b")
_LICENSED = re.compile(
    GREETED + r"(?:(?:are|is) (?:they|the (?:therapists?|clinicians?|people|counsell?ors?)|these (?:people|therapists?)"
    r"|your (?:therapists?"
    r"|clinicians?))(?: (?:all|even|really|actually|fully|properly)){0,6}"
    r" (?:licen[sc]ed|qualified|certified|accredited|trained|registered|real(?: therapists?| doctors?)?|legit|vetted|psychologists?"
    r"|psychiatrists?|doctors?)"
    r"(?: or (?:what|psych\w+|doctors?|\w+))?|(?:what|which) (?:qualifications?|licen[sc]es?|training|degrees?) do they have"
    r"|who vets them)" + END
)
_WHICH_TRADE = re.compile(
    GREETED + r"(?:psychologists?|psychiatrists?|doctors?|counsell?ors?|coaches)(?: or (?:what|psych\w+|doctors?|coaches|counsell?ors?"
    r"|therapists?|\w+)){1,6}" + END
)
_IN_THE_ROOM = re.compile(
    GREETED + r"(?:what (?:do|will|would) they (?:ask|want to know|do|talk about)(?: (?:me|you|about|there|first)){0,6}"
    r"|(?:do|will|would) (?:i|they|you)(?: (?:have to|get|need to|give|make|me|do)){0,6} (?:homework|exercises))" + END
)

_AN_HOUR = r"(?:therapy|counselling|counseling|sessions?|appointments?)"
_OUT_OF_REACH = re.compile(
    rf"\bi (?:can(?:'?t|not)|could(?:n'?t| not)|don'?t think i (?:can|could)|won'?t be able to|never could)(?: \w+)?"
    rf" (?:get|make it|go|travel|drive|fit in) (?:out )?(?:to )?(?:an? |any |my |the )?(?:(?:weekly|regular) )?(?:{_TRADES}|{_AN_HOUR})\b"
    rf"|\b(?:docs?|doctors?|gps?|clinics?|{_TRADES}|nearest (?:one|town|\w+))(?: (?:is|are|s))?(?: \w+){{0,3}} (?:hours?|hrs?|miles|km)"
    r" (?:away|drive|from here|off)\b"
    rf"|\b(?:no|don'?t have|haven'?t got|without) (?:\w+ )?time (?:for|to go to) (?:a )?(?:{_TRADES}|{_AN_HOUR})\b"
    rf"|\bmy (?:shifts?|hours?|job|work|rota|kids) (?:don'?t|doesn'?t|won'?t) (?:allow|leave|let)(?: \w+){{0,4}} {_AN_HOUR}\b"
)


def of_the_practical(talk: Talk) -> Optional[Asked]:
    """What is asked of place, kind, form, time and age, and the response that says what isn't known in here and where to ask."""
    name = _asked_of(talk)
    return Asked("ask_therapy" if name and name.startswith(("utter_ask_therapy", "utter_therapy_")) else _INTENT, name) if name else None


def _asked_of(talk: Talk) -> Optional[str]:
    words = talk.plain
    of_therapy = talk.was_last(*_OF_THERAPY)
    if _TEENS.match(words) and _YOUNG.search(words):
        return "utter_matching_for_teens"
    if (_WHOM.match(words) and not _SPEAKS.search(words)) or (talk.was_last(_OF_MATCHING) and _HOW_MANY.match(words)):
        return "utter_matching_whom"
    if (
        _ANYWHERE.match(words)
        and _PLACE.search(words)
        and re.search(r"\b(?:work|works|use|available|valid|usable|sign up|matched|open|only|for)\b", words)
    ):
        return "utter_used_from_anywhere"
    if (_LICENSED.match(words) and (of_therapy or not words.endswith("they real"))) or (of_therapy and _WHICH_TRADE.match(words)):
        return "utter_matching_licence"
    if _HOW_OFTEN.match(words) and (of_therapy or re.search(r"\b(?:weekly|session|sessions|therapy|therapist)\b", words)):
        return "utter_therapy_how_long"
    if _WHEN.match(words) and _OF_WAITING.search(words):
        return "utter_matching_when"
    if _OUT_OF_REACH.search(words) and len(words.split()) <= _AT_MOST:
        return "utter_therapy_out_of_reach"
    if _FORMAT.match(words) and (of_therapy or not re.search(r"\bhome\b", words)):
        return "utter_matching_format"
    return "utter_ask_therapy_more" if of_therapy and _IN_THE_ROOM.match(words) else None


_OF_MATCHING = "utter_ask_matching"
_AT_MOST = 16
"""Words up to which being kept from going there is what a message is about."""
