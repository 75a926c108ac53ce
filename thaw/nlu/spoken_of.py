"""What a message means by what was spoken of before, whatever is offered: a bare "why", whom to tell, more of a loss or of someone."""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, Optional, Sequence

from thaw.nlu.bereaved import died, is_small, lost_no_one, nobody_died, of_theirs, only_the_dead
from thaw.nlu.choices import SHORT, TELL_MORE
from thaw.nlu.grief import since_the_loss
from thaw.nlu.head import FALLBACK
from thaw.nlu.numbness import OF_NUMBNESS, TELLING
from thaw.nlu.questions import WHOM_TO_TELL
from thaw.nlu.telling import (
    asks_of_a_group,
    at_a_loss_with_them,
    bids_time,
    for_another,
    how_long,
    is_everywhere,
    is_worn,
    tests_were_fine,
    was_fine_before,
    what_to_leave_out,
    whether_to_go,
)
from thaw.safety.left_behind import lost_to_suicide
from thaw.safety.menu import bare
from thaw.safety.reply import read_reply
from thaw.safety.risk_state import PAST_TOLD
from thaw.safety.told import leaves_a_rest
from thaw.self_check import is_asked
from thaw.trusted import names_a_helper

_TO_THE_DOCTOR_BEGINS = r"\b(?:what|how) (?:do|should|would|could|can) i (?:even |actually )?(?:say|tell|put|ask|word)\b"
_TO_THE_DOCTOR = re.compile(_TO_THE_DOCTOR_BEGINS + r".*\b(?:doc|docs|doctor|gp|prescriber|psychiatrist|pharmacist|nurse)$")
_CARDS = {
    "prescriber": r"(?:prescriber|doctor|doc|gp|psychiatrist|pharmacist)",
    "partner": r"(?:partner|husband|wife|spouse|boyfriend|girlfriend)",
    "session": r"first (?:session|appointment|visit)|therapist",
    "someone": r"(?:someone|somebody) (?:who is |whos )?numb",
}
"""Whom a card of one's own words is for."""
_CARD = re.compile(
    r"^(?:(?:ok|okay|yes|no|please|and|then|so|the|a|an|my|that|your|show me|give me|write me|write|make me|make|open"
    r"|i want|id like|i wanted|(?:can|could|may) (?:i|you) (?:have|get|see|write|make)|where is|wheres) )*"
    r"(?:note|message|words|text|lines?|card|thing) (?:for|to) (?:my |the |a |an )?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _CARDS.items())
    + r")(?: (?:please|pls|then|now|again))*$"
)
"""Asking for a card by what it is called."""
_BARE_CARD = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|no|please|pls|and|then|so|the|a|an|my|that|your|show me|give me|write me|write|ill take|i want|id like"
    r"|can i have|could i have|where is|wheres|lets see|just) )*(?P<what>note|message)(?: (?:please|pls|then|now|again))*$"
)
"""The same, by what it is and not for whom."""
_WRITE_IT = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|please|pls|and|so|then|but|maybe) )*(?:can|could|would|will) (?:you|u|this|it)"
    r"(?: (?:just|please|maybe|help me))*"
    r" (?:write|draft|give me|word|make)(?: (?:me|us|up|a|an|the|something|smth|sth|words?|text|message|note|short|simple|for|to|that|i|can"
    r"|could|send|say|tell|give|show)){1,9} (?:her|him|them|my \w+)(?: (?:please|pls|then|now|instead|maybe))*$"
)
"""Asking for something written that can be sent to whom was spoken of."""
_TO_THEM = re.compile(_TO_THE_DOCTOR_BEGINS + r" (?:(?:it|this|that) )?(?:to )?(?:him|her|them|the (?:new|next|other) one)$")
_MESSAGES = {"told_checked_out": "partner", "ask_relationship_impact": "partner", "worried_about_someone": "someone"}
"""What may have been told, and whom a message is for then."""
DOCTORS_NOTE = '/make_card{"card": "prescriber"}'
_WHO_HELPS = re.compile(
    r"^(?:(?:so|but|and|ok|okay|then|well|yeah|hm+) )*(?:who|whos|who is|wholl|whod)"
    r"(?: (?:is|would|will|could|can|might|going to|gonna|even|ever|really|actually|on earth|out there|there to|wants? to))*"
    r" (?:helps?|treats?|takes? on|looks? after|sorts? out|deals? with|bothers? with|puts? up with)"
    r" (?:(?:me|us|this|that|someone|somebody|people|folk|folks|men|women|the likes of|an?)\b)"
    r"(?!.*\b(?:now|tonight|today|right away|her|him|them|friend|wife|husband|partner|son|daughter|mum|mom|dad|pet|dog|cat)\b)"
)
"""Asking whether anybody is there for the likes of oneself, and not to be put through, nor for another."""
_WHO_THERE_IS = "/ask_matching"
_NAME_WHOM = ("numb_since_medication",)
"""Grounds that are for someone in particular to hear, besides those with an answer of their own to that."""
_UNHEARD_BY_THEM = "utter_doctor_did_not_listen"
_MEDICINE = ("utter_numb_since_medication", "utter_ask_medication_advice")
_WHY = re.compile(
    r"^(?:(?:but|and|so|ok|okay|yes|yeah|no|well|then) )*(?:why|y|how come|what for)(?: (?:tho|though|so|is (?:it|that|this)|then))?$"
)
"""Asking why, and nothing else."""
_ASKS_WHY, _WHY_EXERCISE = "/ask_why_numb", "/ask_why_exercise"
_SCARED = re.compile(
    r"^(?:(?:im|i|am|ive|been|feel|feeling|get|getting|a|bit|little|so|too|very|really|just|kinda|kind|of|honestly|actually|also|and|but|ok|yes|it|is"
    r"|this|that|its|all|now|thats) )*(?:scared|afraid|frightened|terrified|scary|frightening|terrifying|scares|frightens|terrifies)"
    r"(?: (?:me|of|it|this|that|all|now|right|too|tbh|honestly|really|a|bit|lot|to death))*$"
)
"""Telling of fear, and of nothing that it is about."""
SCARED = "/told_fear"
_WORSE = "/exercise_felt_worse"
_CHECK = "/ask_screening"
_LET_BE = re.compile(
    r"\b(?:dont|do not|cant|cannot|wont|not going to|rather not|id rather not) (?:want to |wanna |really want to |feel like )?"
    r"(?:talk|talking|speak) about (?:it|that|this|them|him|her)(?: one)?(?: (?:now|here|tonight|today|yet|please|though|tbh))*$"
)
"""With what a message ends that leaves something untold."""
_NO, _TRAUMA = "/deny", "numb_after_trauma"
_ASKS_OR_WANTS = ("ask_", "want_")
_ASKING_WORDS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|then|well|hm+) )*(?:what|how|why|who|when|where|should|shall|can|could|would|do|does|is|are|will|ought)\b"
)
_OF_THE_EXERCISE = ("utter_exercise_", "utter_ask_exercise_")
PERSON, WHICH_LANGUAGES = "/want_human", "/non_english"
_FOR_THE_YOUNG = ("utter_is_minor", "utter_want_match_minor", "utter_want_human_minor", "utter_helper_named")
"""Answers that tell a minor whom to turn to."""
_LOSS, _NO_LOSS, WORRIED = "numb_after_loss", "utter_lost_no_one", "worried_about_someone"
_BETWEEN_TWO = "told_checked_out"
_UNSURE = "/unsure"
_COMES_BACK = re.compile(
    r"^(?:(?:hi|hey|hello|hiya|ok|okay|right|so|and|well|sorry|yes) )*"
    r"(?:(?:im|i am) back(?: (?:again|now|here|please))*(?: (?:so )?where (?:were we|was i|did (?:we|i) (?:stop|leave off)))?"
    r"|where (?:were we|was i|did (?:we|i) (?:stop|leave off))(?: (?:again|now|then|please))*)$"
)
"""Saying that one has come back, or asking where it was left, and nothing else."""
_RESUME, _DEPRESSION = "/resume", "/ask_is_it_depression"
_OF_DANGER = ("utter_risk_", "utter_crisis_", "utter_self_harm")
_NEAREST_ONLY = frozenset({FALLBACK, "out_of_scope", "chitchat", "frustrated_with_bot", "numb_from_burnout", *TELLING})
"""Intents of messages that may be so read only because nothing in them is known: "her gardening coat", "should I drive up there"."""
_KEPT_INTENTS = frozenset({WORRIED, "delete_my_chat", "want_human", "want_match", "numb_since_medication", "ask_medication_advice"})
"""What is heard though a message also tells how it is since a loss."""
_UNHEARD = frozenset({FALLBACK, "out_of_scope", "chitchat"})
"""What a death told in few words may be taken for: "we had to put our dog down"."""
_STAYS = frozenset({"feel_nothing", "far_from_people", "going_through_motions", FALLBACK})
"""What is told right after an answer to a loss, and stays within it."""
_STAYS_IN = 8
"""Words up to which it does: more may tell something else."""
_BEGINS = (_LOSS, "numb_after_birth", "numb_after_trauma", "numb_since_medication")
"""Grounds that begin on a day: what was not there before goes on about them."""
_DECLINES = re.compile(
    r"^(?:(?:hm+|um+|uh|oh|ah|well|ok|okay) )*(?:no|nope|nah|naw) (?:(?:no|thanks|thank you|i|im|id|its) )*"
    r"(?:not|dont|do not|wont|cant|rather not|never)\b"
)
"""A no that goes on with what is not wanted."""
_WHERE_IT_LIVES = ("ask_burnout_or_depression", "numb_from_burnout")
"""Answers that tell burnout from depression by where the numbness stays behind."""
_BY_THE_WAY = frozenset({"thanks", "greet", "affirm", "deny", "goodbye", "unsure", "repeat", "ask_something_to_try"})
"""Intents that a message of more words may only begin with."""


def beside_the_choices(text: str, intent: Optional[str], said: Collection[str], last: Collection[str]) -> Optional[str]:
    """The payload of a message that answers nothing offered, whatever it looks like: `thaw/dialogue/beside.py` has its answer. None if
    a text is no such message.

    Args:
        text: the visitor's words.
        intent: what the intent head made of them.
        said: the responses said before.
        last: the responses of the last answer.
    """
    asks = str(intent).startswith(_ASKS_OR_WANTS)
    if PAST_TOLD in last and read_reply(text) == "no" and not leaves_a_rest(text):
        return _NO
    if nobody_died(text) and was_said(_LOSS, last) and not asks and intent != WORRIED:
        return _NO
    if for_another(text) and (intent == "want_match" or was_said(WORRIED, said)):
        return f"/{WORRIED}"
    if was_said(_BETWEEN_TWO, last) and at_a_loss_with_them(text):
        return f"/{_BETWEEN_TWO}"
    if _mourns(said) and asks_of_a_group(text):
        return f"/{_LOSS}"
    # After a question about danger it is how long that is ago.
    of_numbness = not any(each.startswith(_OF_DANGER) for each in last)
    told = lost_to_suicide(text) or (intent in _UNHEARD and died(text)) or (intent == WORRIED and only_the_dead(text))
    if of_numbness and told and (intent == WORRIED or not text.rstrip().endswith("?")):
        return f"/{_LOSS}"
    if of_numbness and intent not in _KEPT_INTENTS and _mourns(said) and since_the_loss(text):
        return f"/{_LOSS}"
    if (how_long(text) and of_numbness) or tests_were_fine(text) or (bids_time(text) and not asks):
        return _UNSURE
    return None


def kept_to(text: str, intent: Optional[str], said: Collection[str], last: Collection[str]) -> Optional[str]:
    """The payload of what was told before, where a message goes on about it in words that name nothing: a loss, where it lives, or whom
    they worry about; None if it does not. The arguments are those of `beside_the_choices`.
    """
    asks = text.rstrip().endswith("?") or bool(_ASKING_WORDS.match(bare(text)))
    if not asks and str(intent).startswith("ask_") and was_said(str(intent), last) and _DECLINES.match(bare(text)):
        return _NO  # "no, not a test": what was just offered is named to be declined
    if not (asks or str(intent).startswith(_ASKS_OR_WANTS)):
        begun = _begun(text, said)
        if begun or (is_everywhere(text) and any(was_said(each, last) for each in _WHERE_IT_LIVES)):
            return begun or _DEPRESSION
    if intent in _BY_THE_WAY and not (asks or len(text.split()) > SHORT):
        return None
    if not asks and intent in _STAYS and _mourns(said) and was_said(_LOSS, last) and len(text.split()) <= _STAYS_IN:
        return f"/{_LOSS}"
    may_go_on = intent in _NEAREST_ONLY or intent in _BY_THE_WAY
    if of_a_small_loss(text, said) and intent != "shame_about_numbness" and (may_go_on or intent == "ask_relationship_impact"):
        return f"/{_LOSS}"
    if was_said(WORRIED, said) and not was_said(_BETWEEN_TWO, said):
        near = was_said(WORRIED, last) or was_said("ask_is_it_depression", last)
        asks_on = asks and (near or of_theirs(text)) and (may_go_on or intent == "ask_relationship_impact")
        if asks_on or (near and may_go_on and _goes_on_about_them(text)):
            return f"/{WORRIED}"
    return None


def _begun(text: str, said: Collection[str]) -> Optional[str]:
    """The ground that was told, where a message says that there was nothing before it."""
    if not was_fine_before(text):
        return None
    told = [each for each in _BEGINS if was_said(each, said) and not (each == _LOSS and _NO_LOSS in said)]
    return f"/{told[0]}" if len(told) == 1 else None


def of_a_small_loss(text: str, said: Collection[str]) -> bool:
    """Whether a text tells or asks of some small thing of the one who is gone, where a loss was told."""
    return _mourns(said) and not lost_no_one(text) and is_small(text)


def _mourns(said: Collection[str]) -> bool:
    """Whether a loss was told, and not taken back."""
    return was_said(_LOSS, said) and _NO_LOSS not in said


def _goes_on_about_them(text: str) -> bool:
    return lost_no_one(text) or is_worn(text) or whether_to_go(text) or what_to_leave_out(text)


def was_said(topic: str, said: Collection[str]) -> bool:
    """Whether an answer on a topic was said, in any form, layer or wording."""
    return any(each.startswith(f"utter_{topic}") for each in said)


def leaves_untold(text: str) -> bool:
    """Whether a message ends by saying that something isn't to be talked about."""
    return bool(_LET_BE.search(bare(text)))


def let_be(text: str, said: Collection[str]) -> Optional[str]:
    """What answers who will not talk about something: that it needn't be told, if it may be what was too much; else that it is dropped."""
    if not leaves_untold(text):
        return None
    return f"/{_TRAUMA}" if any(each.startswith(f"utter_{_TRAUMA}") for each in said) else _NO


def bare_question(text: str, offered: Sequence[Dict[str, Any]], last: Collection[str], of_a_form: bool = False) -> Optional[str]:
    """What a bare "why" asks, or what a bare "I'm scared" asks for, by what was spoken of; None if a text is neither.

    Args:
        text: the visitor's words.
        offered: what the last turn offered.
        last: the responses of the last answer.
        of_a_form: whether a form waits for an answer, which has its own words for why it asks.
    """
    plain, asked = bare(text), [str(choice["payload"]) for choice in offered if not choice.get("door")]
    if _SCARED.match(plain):
        return _WORSE if _WORSE in asked else SCARED
    if not _WHY.match(plain):
        return None
    if of_a_form:
        return _CHECK if is_asked(offered) else None
    if any(each.startswith(_OF_THE_EXERCISE) for each in last):
        return _WHY_EXERCISE
    whys = [each for each in asked if each in (_ASKS_WHY, _WHY_EXERCISE)]
    told = any(each.startswith(OF_NUMBNESS) for each in last)
    return whys[0] if whys else TELL_MORE if TELL_MORE in asked and not told else _ASKS_WHY


def card_named(text: str) -> Optional[str]:
    """The card that a text names as the choices do ("note for my prescriber", "the message for my partner"); else None."""
    match = _CARD.match(bare(text))
    return next((f'/make_card{{"card": "{name}"}}' for name in _CARDS if match[name]), None) if match else None


def for_the_doctor(text: str, said: Collection[str], last: Collection[str] = ()) -> Optional[str]:
    """The card for a prescriber, where someone who told of medicine asks what to say to the doctor; else None.

    Whom "him" means is clear right after an answer about medicine, or about a doctor.
    """
    plain = bare(text)
    of_medicine = any(each.startswith(_MEDICINE) for each in said)
    just_now = any(each.startswith((*_MEDICINE, *([_UNHEARD_BY_THEM] if of_medicine else []))) for each in last)
    asks = of_medicine and _TO_THE_DOCTOR.search(plain)
    return DOCTORS_NOTE if asks or (just_now and _TO_THEM.search(plain)) else None


def card_meant(text: str, said: Collection[str]) -> Optional[str]:
    """The card that a text asks for by what it is ("give me that note"), where what was told says for whom; else None."""
    match, written = _BARE_CARD.match(bare(text)), _WRITE_IT.match(bare(text))
    if not (match or written):
        return None
    if match and match["what"] == "note":
        return DOCTORS_NOTE if any(each.startswith(_MEDICINE) for each in said) else None
    return next((f'/make_card{{"card": "{card}"}}' for topic, card in _MESSAGES.items() if was_said(topic, said)), None)


def helper_named(text: str, last: Collection[str]) -> Optional[str]:
    """The way to a person, where a minor who was just told of grown-ups to turn to names one; else None."""
    told = any(each.startswith(_FOR_THE_YOUNG) for each in last)
    return PERSON if told and names_a_helper(text) else None


def whom_to_tell(text: str, said: Collection[str]) -> Optional[str]:
    """The ground that was told, whose answers name who has heard of it before, where someone asks whom to tell; else None."""
    if not WHOM_TO_TELL.search(bare(text)):
        return None
    return next((f"/{name}" for name in _NAME_WHOM if any(each.startswith(f"utter_{name}") for each in said)), None)


def says_they_are_back(text: str) -> Optional[str]:
    """What takes up what was left, where someone says that they are back; else None. Read alone it is near to a goodbye."""
    return _RESUME if _COMES_BACK.match(bare(text)) else None


def who_helps(text: str, said: Collection[str]) -> Optional[str]:
    """What tells of the clinicians, where someone who told of numbness asks who would help the likes of them; else None."""
    told = any(each.startswith(OF_NUMBNESS) for each in said)
    return _WHO_THERE_IS if told and _WHO_HELPS.match(bare(text)) else None
