"""What a typed message means to the hand-off: an answer, a skip, a correction, a removal - or nothing of it, and the dialogue answers.

Only ever called for messages without a safety act. In doubt a text that asks is a digression, and a text that tells is an answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Optional

from thaw.handoff.words import CERTAIN, about, kept, named
from thaw.safety.levels import LEVELS

SURE = 0.5
"""Confidence from which an intent that interrupts the questions is believed."""
SHORT = 6
"""Words up to which a text can be a bare command or a bare value."""

_SKIP = re.compile(
    r"^(?:(?:please )?skip(?: (?:it|this|that|this one|that one|the question))?|pass|next(?: one| question)?|later|maybe later|no matter"
    r"|(?:it )?(?:does ?n[o']?t|doesnt) matter|whatever|i ?d ?k|dunno|no (?:idea|clue)|(?:i'?m )?not sure|unsure"
    r"|i (?:do ?n[o']?t|dont|really don'?t) know)(?: (?:sorry|really|yet|please))?$"
)
_REFUSE = re.compile(
    r"^(?:i(?:'?d| would)? )?(?:rather|prefer) not(?: to)?(?: (?:say|answer|tell|share|talk)\b.*)?$"
    r"|^no comment$|^(?:that'?s|it'?s) private$|\bnone of your (?:business|concern)\b"
    r"|\b(?:do ?n[o']?t|dont) (?:want|wanna|like) (?:to )?(?:say|answer|tell|share)\b"
)
_ENOUGH = re.compile(
    r"^(?:that'?s|thats|that is) (?:enough|all|it)(?: (?:questions|for now|thanks))?$|^(?:enough|no more)(?: questions)?$|^i'?m done$"
    r"|\b(?:do ?n[o']?t|do not) (?:want|wanna|like|feel like)\b.*\b(?:any ?more|more|other|further)"
    r" (?:of )?(?:these |this |your )?questions?\b"
)
_NO = re.compile(r"^(?:no+|nope|nah|not really|none|never|no thanks|not at all)$")
_YES = re.compile(r"^(?:yes+|yeah|yep|yup|ya|sure|ok|okay|right|correct|i do|i have)$")
_CONSENTS = re.compile(
    r"(?:please )?(?:(?:yes+|yeah|yep|yup|sure|absolutely|definitely)"
    r"(?:(?: please)? (?:i agree|i do|go ahead|do it|send (?:it|this|that)))?"
    r"|i agree|agreed|go ahead|(?:ok )?send (?:it|this|that))(?: (?:please|thanks|thank you|now))?"
)
_HALF_YES = re.compile(
    r"^(?:yes+|yeah|yep|yup|sure|ok|okay|k|fine|all ?right|go ahead|send (?:it|this|that)|i (?:agree|guess|suppose)|maybe|perhaps)\b"
)
_MARKER = re.compile(
    r"^(?:(?P<no>no+|nope|nah)(?=\s*[,.;:–—-]|\s+(?:wait|sorry|actually|i mean|it'?s|make)|\s+(?:about|around|more like)?\s*\d)"
    r"|(?P<meant>correction|i mean(?:t)?|make (?:that|it)|change (?:it|that) to)|(?P<back>actually|wait)|sorry|oh|it'?s more like)\b"
    r"[\s,.:;–—-]*",
    re.IGNORECASE,
)
_IT_IS = re.compile(r"^(?:it'?s|it is|that'?s|it should (?:be|say)) (?!been\b)", re.IGNORECASE)
_REMOVAL = re.compile(
    r"^(?:(?:yes|yeah|ok|okay|sure|fine|but|and|only|just|please|can you|could you|send (?:it|this|that|everything|all))[ ,]+)*"
    r"(?:remove|take out|take away|leave out|drop|delete|do ?n[o']?t (?:send|include|mention)|do not (?:send|include|mention)"
    r"|without|except(?: for)?|but not|not(?= (?:the|my|where|how|what)\b))\b(.*)$",
    re.IGNORECASE,
)
_WITHDRAWAL = re.compile(
    r"^(?:(?:please|can you|could you|can i|i (?:want|'?d like|would like) to|i) )*"
    r"(?:(?:withdraw|revoke)(?: (?:it|that|this|everything|all of it"
    r"|(?:my|the) (?:\w+ ){0,2}(?:summary|consent|data|answers?|yes|words|hand-?off)|what (?:i|you) sent))?"
    r"|take (?:it|that|this|everything|my (?:consent|summary|data|answers?|yes|words)) back)"
    r"(?: (?:again|now|please|after all|immediately))*$"
)
_LINK = re.compile(
    r"^(?:the |a |only |just )*(?:plain )?link(?: please)?$"
    r"|^(?:(?:no|ok|okay|but|and|then|please|just|can i|can you|could you|could i|i|i'?d|i would)[ ,]+)*"
    r"(?:give|get|have|want|need|like|show|send|only)\b(?: \w+){0,4} link\b"
    r"(?: (?:please|only|now|itself|without (?:it|this|that|anything|the \w+)))*$"
)
_MATCH_ME = re.compile(
    r"^(?:(?:no|ok|okay|but|and|please|just|only|simply|can you|could you|i (?:just )?(?:want|need) you to|will you)[ ,]+)*"
    r"(?:(?:find|get|give|show|send|book)(?: me| us)?(?: with)?(?: a| an| the| my| any| some)?"
    r" (?:therapists?|clinicians?|counsell?ors?|psychologists?|match|matches|someone|somebody)"
    r"|match me|i (?:just )?(?:want|need) (?:a|the|my) (?:therapist|clinician|counsell?or|match))(?: (?:now|already|please|then))*$"
)
_STOPS = re.compile(
    r"\b(?:please|can we|can you|could you|let'?s|let us|want to|wanna|want you to|need to|would like to|i'?d like to)"
    r" (?:please |just )*stop(?: (?:it|this|here|now|asking|all (?:this|these|of this)|the questions|with)\b|$)"
    r"|^(?:stop|quit) (?:it|this|here|now|asking|the|these|all)\b|\b(?:stop|quit) asking\b|\bquit (?:this|the) (?:questions|chat)\b"
    r"|\bleave me alone\b|\bi (?:do ?n[o']?t|do not) want (?:to (?:do|continue|go on with)|any of) th(?:is|ese)\b"
)
"""A wish to stop that stands for itself, however long the text around it is. "I want it to stop" is none: it may be the numbness."""
_AT_FIRST = r"^(?:(?:please|maybe|perhaps|can you|could you|ok|okay|hm+|no|well|sorry)[ ,]+)*"
_TIME = re.compile(
    rf"{_AT_FIRST}(?:(?:give me|let me have|can i have|i(?:'?ll| will)? need|i'?d like)"
    r" (?:(?:some|a|more|another|few|couple|of|bit|little|to) )*(?:time|days?|weeks?|months?|minutes?|moment|while|think|sleep on it)\b"
    r"|let me (?:think|sleep)\b|i(?:'?ll| will| have to| want to| need to) (?:think about|sleep on)\b)"
)
"""A wish for time. Its days and weeks answer nothing."""
_NOT_YET = re.compile(
    rf"{_AT_FIRST}(?:(?:in|after) (?:(?:a|an|the|some|few|couple|of) )*(?:days?|weeks?|months?|while|bit)\b"
    r"|not (?:yet|now|today)\b|later\b|(?:some|an)other time|tomorrow\b|next (?:week|month|year)\b)"
)
_DOUBTS = re.compile(
    r"\b(?:not sure|unsure|not certain|not ready|not yet|not now|do ?n[o']?t know|do not know|hesita\w+|think about|think it over"
    r"|have to think|sleep on it|another time)\b"
    r"|(?:\bnot|n't|\bdont|\bnever|\bcannot|\bcant)\b"
    r".*\b(?:send|sent|share|shared|agree|want|like this|comfortable|go (?:out|along|there))\b"
)
_POOR_ENGLISH = re.compile(r"\b(?:my|bad|poor|broken) english\b|\benglish (?:is )?(?:not|isn'?t)\b")
_ASKS = re.compile(
    r"^(?:(?:but|and|so|wait|ok|okay|hm+|sorry),? )*(?:(?:what|whats|what's|why|how|who|whom|whose|where|which)\b"
    r"|(?:is|are|am|do|does|did|can|could|will|would|should|may) (?:i|you|it|this|that|they|there|the|we|he|she|anyone|someone|my|your)\b"
    r"|(?:tell me|explain|show me)\b)"
)
_ASKS_PLAINLY = re.compile(
    r"^(?:(?:but|and|so),? )*(?:what|why|how|who|where|which) (?:is|are|was|do|does|did|can|could|will|would|should"
    r"|happens|if|else|many|much)\b"
)
_PAST_AGE = re.compile(r"\b(?:since|when|from|at) (?:i was|age|the age)\b|\bi was (?:about |around |like )?\d")
_UNDER_AGE = re.compile(
    r"(?<!like )(?<!if )(?<!when )(?<!though )(?<!since )\b(?:i'?m|i am|am|im)"
    r" (?:(?:only|just|still|actually|currently|now|turning|almost|nearly|a|an) )*(?:"
    r"(?:[89]|1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b(?![\w.,:/%-]*\d|[/%])"
    # "15 years in", "8 months pregnant", "10 out of 10": no age.
    r"(?![ -]?(?:(?:years?|yrs?)\b(?![ -]old|\s*(?:$|[.,;!]))|(?:months?|weeks?|days?|hours?|hrs?|minutes?|mins?|percent|stone|kg|kilos?"
    r"|lbs?|pounds|out|of|on|times|miles|km|steps|sessions|again|inside)\b))"
    r"|(?:under ?age|minor|under (?:18|eighteen)|teenager)\b(?! in)|not (?:yet |even )?(?:18|eighteen)\b(?! months| weeks| days)"
    r"|in (?:\d+(?:th|st|nd|rd) grade|middle school|high ?school)\b)"
    r"|^(?:[89]|1[0-7]) ?(?:yo|y/o|years? old)(?: here| now| btw)?$"
    r"|\b(?:i'?m|i am|im) (?:almost|nearly|turning|about to turn) (?:18|eighteen)\b"
)
"""A present age under 18, whatever else the text tells of the past."""
_WHY = re.compile(
    r"^(?:but |and |so |wait |ok )*(?:why|what)(?: on earth)?(?: do| would| should| are| is| does)? (?:you|i|they|it|that|this)\b"
    r".*\b(?:ask(?:ing)?|need(?:ed)?|want(?: to know)?|matter|know|for)\b"
)
_COMMANDS = {
    "delete_my_chat": r"delete|erase|remove|clear|wipe",
    "want_human": r"\b(?:talk|speak|chat|call|reach|contact|connect|get|give)\b.*\b(?:human|person|people|someone|somebody|agent|staff)\b"
    r"|^(?:an? )?(?:real |actual |live )*(?:human|person|agent)(?: please)?$",
    "repeat": r"again|repeat|say that|come again|pardon",
    "keep_it_short": r"short(?:er|en)?|brief(?:er|ly)?|tl;?dr|(?:fewer|less|too many|too much) (?:words|text)",
    "frustrated_with_bot": r"you|this|questions?|bot|useless|stupid|annoying",
    "start_exercise": r"exercise|minutes",
    "resume": r"resume|continue|go on|carry on|back to",
    "ask_if_bot": r"bot|robot|ai|program|human|real|person|machine",
    "ask_privacy": r"privacy|private|confidential|who (?:can |else )?(?:see|sees|read|reads)|(?:kept|stored|saved|sent|happens)",
    "greet": r"^(?:hi+|hello|hey+|good (?:morning|afternoon|evening))\b",
    "thanks": r"thanks|thank|thx|cheers|appreciate",
    "goodbye": r"bye|goodbye|good ?night|see (?:you|ya)|(?:got|have|need) to go|gotta go|take care|leaving",
    "stop": r"stop|quit|cancel|exit|enough|end|done|leave|no more|not now|forget (?:it|this)|never ?mind|go away|drop (?:it|this)"
    r"|let'?s not|do ?n'?t want|dont want|break|later",
}
"""What a text must also hold to be one of these, and no answer: "a long time" is no wish for shorter answers."""
_COMMANDED = {intent: re.compile(rf"\b(?:{pattern})\b" if "^" not in pattern else pattern) for intent, pattern in _COMMANDS.items()}
_YES_OR_NO = frozenset({"therapy", "cost", "touches"})
_UNREAD = frozenset({"nlu_fallback", "out_of_scope", "chitchat"})


_TELLS = re.compile(
    r"\b(?:not|never|\w+n[o']?t|my|for|ago|was|were|bad|poor|but|who|someone|somebody|speaks?|i|all|(?<!couple )of|therapy)\b",
    re.IGNORECASE,
)
"""What makes a text more than a bare value: "not for ten years" is no duration."""
_PAST_TENSE = re.compile(r"\b(?:was|were|had|never|not)\b", re.IGNORECASE)
"""What makes "actually …" the beginning of an ordinary answer: "actually it was all online"."""
_LIKELY = {
    "since": re.compile(r"\b(?:since|when i was)\b"),
    "touches": re.compile(
        r"\b(?:kids?|child(?:ren)?|sons?|daughters?|husband|wife|girlfriend|boyfriend|mum|mom|dad|parents?|stud(?:y|ies)|people)\b"
    ),
    "missed": re.compile(r"\b(?:missing|missed|worksheets?|surface|thoughts|homework|listen(?:ed|ing)?|rushed|judged|went wrong)\b"),
    "wish": re.compile(
        r"\b(?:clinician|wish|(?:someone|somebody|person|man|woman|one)"
        r" (?:who|that|with|warm\w*|older|younger|patient|calm|kind|gentle|slow\w*)"
        r"|(?:older|younger) (?:man|woman|person)|a (?:man|woman)|goes? slow\w*|patient)\b"
    ),
    "signs": re.compile(r"\b(?:numb\w*|feel(?:ing)?s?|felt|empty|emptiness|flat|hollow|nothing|motions|fun|joy|glass|fog)\b"),
}
"""Words by which a correction's line is found at the receipt, where no question says what a text is about."""
_LINES = {
    "signs": r"what it(?:'?s| is) like|signs?",
    "since": r"since(?: when)?|how long(?: it(?:'?s| has) been)?",
    "touches": r"what it touches|it touches",
    "therapy": r"therapy(?: before)?|(?:earlier|past) therapy",
    "missed": r"what(?:'?s| was| is) (?:wrong|missing)(?: with it)?",
    "wish": r"wished of a clinician|wish|clinician",
    "how": r"online or in person",
    "place": r"country and region|country|region|place",
    "language": r"language",
    "cost": r"costs?",
}
_LED = re.compile(
    r"^(?:(?:no|actually|sorry|wait|please|the|my|line|(?P<change>change|correct|set))[,:]? +)*(?P<name>"
    + "|".join(f"(?P<{field}>{names})" for field, names in _LINES.items())
    + r")(?: *[:=]| +[-–—](?= )| should (?:be|say|read)(?= )|(?(change) to(?= )| +[-–—](?= )))(?P<words>.+)$"
    r"|^(?:(?:no|actually|sorry|wait)[,:]? +)*(?:(?P<signs_>what it(?:'s| is) like)|(?P<touches_>what it touches)"
    r"|(?P<missed_>what(?:'s| was| is) (?:wrong|missing)(?: with it)?)) (?:is|was) (?P<words_>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""A correction that begins with its line's name: "Cost: not a worry"."""


class Reading(NamedTuple):
    """The intent that a message has within the hand-off, the field it is about, and the words that answer it."""

    intent: str
    field: Optional[str] = None
    value: Optional[str] = None


class Listening(NamedTuple):
    """What the hand-off waits for: the field asked for, or a word on the receipt that is shown; and the field answered last."""

    asked: Optional[str] = None
    last: Optional[str] = None
    receipt: bool = False


def read(text: str, intent: str, confidence: float, listening: Listening) -> Optional[Reading]:
    """What the text means to the hand-off, or None: it means nothing to it.

    Args:
        text: the visitor's words.
        intent: what the intent head made of them.
        confidence: how sure it is (0 to 1).
        listening: what the hand-off waits for.
    """
    plain = _plain(text)
    if _is_under_age(plain, intent):
        return Reading("is_minor")
    if _WITHDRAWAL.match(plain):
        return Reading("withdraw_hand_off")
    asked = listening.asked
    if asked is None:
        return _at_the_receipt(text, plain, intent) if listening.receipt else None
    command = _command(plain, intent, confidence, asked)
    if command:
        return command
    if _interrupts(plain, intent, confidence, asked):
        return None
    corrected = _correction(text, asked, listening.last)
    if corrected:
        return corrected
    if _NO.match(plain) and asked not in _YES_OR_NO:
        return Reading("skip_question", asked)
    if _YES.match(plain) and asked not in _YES_OR_NO:
        # To signs it is the first choice; to other questions it says nothing, and they are asked again.
        return None if asked == "signs" else Reading("answer_hand_off", asked, "")
    if asked != "language" and _POOR_ENGLISH.search(plain):
        return Reading("answer_hand_off", asked, "")
    return Reading("answer_hand_off", asked, kept(text))


def is_plain_yes(text: str) -> bool:
    """Whether a text is a yes and nothing else: no doubt, no condition, no "ok" that may only mean that it was read."""
    return bool(_CONSENTS.fullmatch(re.sub(r"[^\w\s]", "", _plain(text)).strip()))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip(" .!…,")


def _is_under_age(plain: str, intent: str) -> bool:
    return bool(_UNDER_AGE.search(plain)) or (intent == "is_minor" and not _PAST_AGE.search(plain))


def _command(plain: str, intent: str, confidence: float, asked: str) -> Optional[Reading]:
    """What a text wants of the questions themselves: to pass one, to end them, to stop, or only the link."""
    if _SKIP.match(plain):
        return Reading("skip_question", asked)
    if _ENOUGH.search(plain):
        return Reading("finish_hand_off")
    if _STOPS.search(plain) or (_TIME.match(plain) and len(plain.split()) <= 2 * SHORT):
        return Reading("stop")
    if _REFUSE.search(plain):
        return Reading("rather_not_say", asked)
    if _WHY.match(plain):
        return Reading("why_this_question")
    if _LINK.match(plain):
        return Reading("plain_link")
    if _MATCH_ME.match(plain):
        # Asked for without more questions: what there is, and the plain link.
        return Reading("finish_hand_off")
    return None


def _interrupts(plain: str, intent: str, confidence: float, asked: str) -> bool:
    """Whether a text is no answer to the question asked, but something of its own."""
    count = len(plain.split())
    asks = bool(_ASKS.match(plain))
    if intent == "stop" and count <= SHORT and _COMMANDED["stop"].search(plain):
        return True
    if intent in LEVELS:
        # The screen saw no danger, the intent head does: such words are not kept.
        return confidence >= SURE
    if intent == "want_human" and asked == "wish":
        return asks
    if intent in _COMMANDED:
        return confidence >= SURE and count <= 2 * SHORT and bool(_COMMANDED[intent].search(plain))
    if intent.startswith("ask_"):
        return asks or plain.endswith("?")
    return intent in _UNREAD and (bool(_ASKS_PLAINLY.match(plain)) or (asks and plain.endswith("?")))


class _Marked(NamedTuple):
    """A text after the words that mark a correction; which of them were there."""

    rest: str
    no: bool
    meant: bool
    back: bool


def _marked(text: str) -> Optional[_Marked]:
    rest, found = text.strip(), {"no": False, "meant": False, "back": False}
    while match := _MARKER.match(rest):
        rest = rest[match.end() :]
        found = {name: seen or bool(match.group(name)) for name, seen in found.items()}
    if rest == text.strip():
        return None
    rest = _IT_IS.sub("", rest)
    return _Marked(rest, **found) if kept(rest) else None


def _correction(text: str, asked: str, last: Optional[str]) -> Optional[Reading]:
    """A text that clearly takes back an earlier answer ("no, two years"), while a question is open.

    In doubt it answers the question: "no, not for ten years" is about therapy if that was asked.
    """
    marked = _marked(text)
    if marked is None:
        return None
    field = _bare_value(marked.rest)
    if field is None and marked.meant:
        field = _spoken_of(marked.rest) or last
    elif field is None and marked.back:
        spoken_of = _spoken_of(marked.rest)
        told = len(marked.rest.split()) > SHORT or _PAST_TENSE.search(marked.rest)
        field = None if told else spoken_of
    elif field is None and marked.no and asked not in _YES_OR_NO and _spoken_of(marked.rest) == last:
        field = last
    return Reading("answer_hand_off", field, kept(marked.rest)) if field and field != asked else None


def _bare_value(text: str) -> Optional[str]:
    """The field of which a text is a value and nothing more ("two years", "online"), if it names one for certain."""
    return None if len(text.split()) > SHORT or _TELLS.search(text) else about(text)


def _spoken_of(text: str) -> Optional[str]:
    """The field that a text is likely about."""
    plain = text.lower().replace("’", "'")
    found = about(text, certain=False)
    return found or next((field for field, pattern in _LIKELY.items() if pattern.search(plain)), None)


def _led(text: str) -> Optional[Reading]:
    """A correction that names its line: "Cost: not a worry", "what was missing was warmth"."""
    match = _LED.match(text.strip().replace("’", "'"))
    if match is None:
        return None
    named_by = {name.rstrip("_"): words for name, words in match.groupdict().items() if words}
    field = next(name for name in _LINES if name in named_by)
    return Reading("answer_hand_off", field, kept(named_by["words"])) if kept(named_by["words"]) else None


def _at_the_receipt(text: str, plain: str, intent: str) -> Optional[Reading]:
    """What a text means beside a receipt. Only a plain yes consents (`thaw/nlu/context.py`); here everything else is read."""
    removal = _REMOVAL.match(plain)
    field = named(removal.group(1)) if removal else None
    if field:
        return Reading("remove_field", field)
    if intent in ("stop", "delete_my_chat"):
        return None
    if _LINK.match(plain):
        return Reading("plain_link")
    led = None if plain.endswith("?") else _led(text)
    if led:
        return led
    if _ASKS.match(plain) or plain.endswith("?") or _POOR_ENGLISH.search(plain):
        return None
    marked = _marked(text)
    if _TIME.match(plain) or _NOT_YET.match(plain) or (_DOUBTS.search(plain) and not (marked and marked.meant)):
        return Reading("decline_hand_off")
    if marked:
        field = _spoken_of(marked.rest)
        if field:
            return Reading("answer_hand_off", field, kept(marked.rest))
        # Of a line that cannot be told: which one is asked. "No, thanks" corrects nothing.
        return Reading("answer_hand_off") if marked.meant or marked.back else None
    field = about(text)
    if field in CERTAIN and len(plain.split()) <= SHORT:
        return Reading("answer_hand_off", field, kept(text))
    if _HALF_YES.match(plain) and not is_plain_yes(text):
        # No consent yet: the receipt is shown again.
        return Reading("finish_hand_off")
    return None
