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
)
_NO = re.compile(r"^(?:no+|nope|nah|not really|none|never|no thanks|not at all)$")
_YES = re.compile(r"^(?:yes+|yeah|yep|yup|ya|sure|ok|okay|right|correct|i do|i have)$")
_MARKER = re.compile(
    r"^(?:(?P<no>no+|nope|nah)(?=\s*[,.;:–—-]|\s+(?:wait|sorry|actually|i mean|it'?s|make)|\s+(?:about|around|more like)?\s*\d)"
    r"|(?P<sure>actually|wait|sorry|oh|correction|i mean(?:t)?|make (?:that|it)|change (?:it|that) to|it'?s more like))\b[\s,.:;–—-]*",
    re.IGNORECASE,
)
_REMOVAL = re.compile(
    r"^(?:please |can you |could you )*(?:remove|take out|take away|leave out|drop|do ?n[o']?t send|dont send|without)\b(.*)$",
    re.IGNORECASE,
)
_WITHDRAWAL = re.compile(
    r"^(?:please |can you |could you |i (?:want|'?d like) to )*(?:withdraw|revoke|take (?:it|that|this|my \w+) back)\b.{0,40}$"
)
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
    plain = re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip(" .!…,")
    if _WITHDRAWAL.match(plain):
        return Reading("withdraw_hand_off")
    asked = listening.asked
    if asked is None:
        return _at_the_receipt(text, plain, intent, listening) if listening.receipt else None
    if _SKIP.match(plain):
        return Reading("skip_question", asked)
    if _REFUSE.search(plain):
        return Reading("rather_not_say", asked)
    if _WHY.match(plain):
        return Reading("why_this_question")
    if _ENOUGH.match(plain):
        return Reading("finish_hand_off")
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
    return Reading("answer_hand_off", asked, kept(text))


def _interrupts(plain: str, intent: str, confidence: float, asked: str) -> bool:
    """Whether a text is no answer to the question asked, but something of its own."""
    count = len(plain.split())
    asks = bool(_ASKS.match(plain))
    if intent == "stop" and count <= SHORT and _COMMANDED["stop"].search(plain):
        return True
    if intent == "is_minor":
        return not _PAST_AGE.search(plain)
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


def _correction(text: str, asked: Optional[str], last: Optional[str]) -> Optional[Reading]:
    """A text that takes back an earlier answer ("no, two years"): its field by what it says, else the one answered last."""
    rest, sure = text.strip(), False
    while match := _MARKER.match(rest):
        rest, sure = rest[match.end() :], sure or bool(match.group("sure"))
    if rest == text.strip() or not kept(rest):
        return None
    field = about(rest, certain=not sure)
    if field == asked or (field is None and not sure and asked in _YES_OR_NO):
        return None
    field = field or last
    return Reading("answer_hand_off", field, kept(rest)) if field else None


def _at_the_receipt(text: str, plain: str, intent: str, listening: Listening) -> Optional[Reading]:
    if intent in ("stop", "is_minor", "delete_my_chat") and not _REMOVAL.match(plain):
        return None
    removal = _REMOVAL.match(plain)
    field = named(removal.group(1)) if removal else None
    if field:
        return Reading("remove_field", field)
    if _ASKS.match(plain) or plain.endswith("?"):
        return None
    corrected = _correction(text, None, listening.last)
    if corrected:
        return corrected
    field = about(text)
    if field in CERTAIN and len(plain.split()) <= SHORT:
        return Reading("answer_hand_off", field, kept(text))
    return None
