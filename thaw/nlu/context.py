"""Short answers ("yeah", "not really", "the second one") read in the light of what was just offered.

The channel passes what the bot's last turn offered, in the order shown, as message metadata `offered`.
"""

from __future__ import annotations

import json
import re
from typing import Any, Collection, Dict, List, Optional, Sequence

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from thaw.english import STOP_WORDS
from thaw.exercise import reading as exercise
from thaw.handoff.commands import wants_the_link
from thaw.handoff.form import CONSENT
from thaw.handoff.meaning import simply
from thaw.handoff.reading import is_plain_yes
from thaw.languages import asks_for_a_language
from thaw.nlu.bereaved import is_small, lost_no_one, nobody_died, of_theirs
from thaw.nlu.featurizer import is_payload
from thaw.nlu.head import FALLBACK, OF_NUMBNESS, TELLING
from thaw.nlu.mentions import DIED, NOTICED, SOMEONE
from thaw.nlu.questions import CARRIER, asked_in, decides
from thaw.nlu.repairs import is_bare_no
from thaw.nlu.stateless import Stateless
from thaw.nlu.telling import bids_time, for_another, how_long, is_worn, tests_were_fine, what_to_leave_out, whether_to_go
from thaw.responses import DECLINING
from thaw.safety.menu import bare, picked
from thaw.safety.risk import from_payload
from thaw.self_check import QUESTIONS as CHECK
from thaw.self_check import correction, is_asked, meant, was_counted
from thaw.spelling import mended
from thaw.trusted import names_a_helper

SHORT = 6
"""Words up to which a message can be a short answer that names a choice."""
_ASKING = ("ask_", "want_", "stop", "repeat", "delete", "keep_", "greet", "goodbye", "thanks", "frustrated", "affirm", "deny", "unsure")
_UNREAD = frozenset({"nlu_fallback", "out_of_scope"})
_UNDECIDED = _UNREAD | {"stop", "chitchat", "numb_from_burnout", "ask_burnout_or_depression"}
"""What a question about a step in one's life is heard as that has no answer of its own."""
_VAGUE = _UNREAD | {"affirm", "start_exercise", "chitchat", "unsure", "ask_something_to_try"}
"""Intents of messages that may only be naming a choice ("the tea one")."""
_EMPTY = STOP_WORDS | {"lets", "come", "try", "yes", "sure", "ill", "im", "id", "dont", "like", "right", "know", "thing"}
"""Words that name no choice."""
_MORE = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|and|please|pls|can you|could you|i want to|id like to) )*"
    r"(?:(?:tell|explain|say|know|hear|learn)(?: me)?(?: (?:a bit|a little|some))? more(?: (?:about|on|of) (?:it|this|that))?"
    r"|more(?: on (?:it|this|that))?|what else|elaborate|"
    r"(?P<else>what else (?:is there|helps|works|exists)(?: (?:besides|beside|apart from|other than) .*)?)|"
    r"(?P<on>go (?:on|deeper)|keep going|carry on|continue"
    r"|(?:so |then |but )?(?:what (?:would |could |can |might )?helps?|what (?:else )?(?:could|can|might) (?:it|this|that) be"
    r"|what do (?:the )?studies say|does (?:it|that) (?:really |even )?work"
    r"|how (?:do|can|would) (?:i|you) tell(?: (?:it|them|which)(?: apart| is which)?| the difference)?)))"
    r"(?: (?:please|pls|then|about (?:it|this|that)|what (?:do )?(?:the )?studies say))*$"
)
"""Asking for more of what was just answered; "go on" and what deeper layers answer do so only where there is more."""
TELL_MORE = "/tell_me_more"
_FIND = re.compile(
    r"\b(?:find|get|match|pair|set|connect|hook) (?:me|us)\b"
    r"(?!.*\b(?:now|today|tonight|phone|call|ring|human|real|bot|staff|team|agent|not)\b)"
)
"""Asks that someone be looked for, and not to be put through to a person at this moment."""
_LOOKED_FOR = ("find", "match", "pair")
MATCH = "/want_match"
_MATCHING = (MATCH, "/plain_link")
_GROUNDS = re.compile(
    r"^(?:(?:so|but|and|ok|okay|then) )*where (?:else )?(?:might|may|could|does|did|would|can)"
    r" (?:all )?(?:it|this|that|the numbness) come from$"
)
"""Asking for the possible grounds, by the label of that choice, also where it isn't on offer."""
GROUNDS = "/numbness_map"
_YES_AND_NO = {"affirm": "yes", "deny": "no"}
"""What the choice begins with that answers a question as these do ("No, it's over"); before the first and the declining one."""
_ANNOUNCED = re.compile(
    r"\b(?:ill|i will|im going to|im gonna|gonna|i can) "
    r"(?!(?:try|do (?:it|that|this)|take|read|give it|go (?:with|for)|have|see)\b)\w+|\b\w+ first$"
)
"""What the visitor is going to do elsewhere."""
_TO_THE_DOCTOR = re.compile(
    r"\b(?:what|how) (?:do|should|would|could|can) i (?:even |actually )?(?:say|tell|put|ask|word)\b.*"
    r"\b(?:doc|docs|doctor|gp|prescriber|psychiatrist|pharmacist|nurse)$"
)
_CARDS = {
    "prescriber": r"(?:prescriber|doctor|doc|gp|psychiatrist|pharmacist)",
    "partner": r"(?:partner|husband|wife|spouse|boyfriend|girlfriend)",
    "session": r"first (?:session|appointment|visit)|therapist",
    "someone": r"(?:someone|somebody) (?:who is |whos )?numb",
}
"""Whom a card of one's own words is for."""
_CARD = re.compile(
    r"^(?:(?:ok|okay|yes|no|please|and|then|so|the|a|an|my|that|your|show me|give me|write me|write|make me|make|open"
    r"|i want|id like|i wanted|can i have|could i have|can you write|could you write|can you make|where is|wheres) )*"
    r"(?:note|message|words|text|lines?|card|thing) (?:for|to) (?:my |the |a |an )?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _CARDS.items())
    + r")(?: (?:please|pls|then|now|again))*$"
)
"""Asking for a card by what it is called."""
DOCTORS_NOTE = '/make_card{"card": "prescriber"}'
KEEP, _DELETE = "/cancel_delete", "/confirm_delete"
_FOR_GOOD = (CONSENT, "/delete_my_chat")
"""Choices that begin what cannot be taken back."""
_KEEPS = re.compile(
    r"^(?:(?:no|nope|nah|wait|actually|ok|please) )*(?:keep|leave|dont delete|do not delete|cancel)\b"
    r"|^(?:no|nope|nah|wait)(?: wait| no)*$"
)
"""A no to the question whether to delete the chat."""
_WHOM = re.compile(
    r"^(?:(?:so|but|and|ok|okay|then) )*(?:who|whom) (?:do|would|should|could|can) i (?:even |actually |really )?"
    r"(?:tell|say (?:it|that|this) to|bring (?:it|this) up with|go to|turn to)\b"
)
"""Asking who could be told of it."""
_NAME_WHOM = ("numb_after_birth", "numb_since_medication")
"""Grounds that are for someone in particular to hear."""
_MEDICINE = ("utter_numb_since_medication", "utter_ask_medication_advice")
_NODDED = re.compile(r"^(?:(?:ok|okay|k|kk|right|alright|all right|fine|fair|fair enough|i see)\b ?)+(?!.*\b(?:yes|yeah|yep|yup)\b)")
_TOLD = ("/numb_", "/therapy_did_not_help")
"""Choices that tell something of the visitor."""
_FRESH = re.compile(
    r"^(?:(?:ok|okay|no|lets|let us|please|pls|can we|can you|could we|can i|could i|i want to|id like to|id rather|just) )*"
    r"(?:start|begin) (?:over|fresh|again|anew|afresh|from (?:the )?(?:start|beginning|scratch|zero))(?: (?:please|pls|again|then|now))*$"
)
"""Asking to begin anew."""
START_FRESH = "/start_fresh"
_LONGER = re.compile(
    r"^(?:(?:ok|okay|no|now|please|pls|actually|could you|can you|you can|you could|you may|i want|id like|give me|go back to) )*"
    r"(?:(?:write|answer|explain|reply|make it|make them) )?(?:(?:the|your|a bit|a little) )?"
    r"(?:longer(?: (?:answers|texts|replies|messages|ones|version))?(?: again)?"
    r"(?: (?:is|are|would be|was) (?:ok|okay|fine|good|better|nice))?|in full(?: again)?"
    r"|(?:the )?(?:full|whole) answers?(?: again)?|(?:dont|no need to|you dont have to|stop) keep(?:ing)? (?:it|them) (?:so )?short"
    r"(?: (?:any ?more|now))?)"
    r"(?: (?:please|pls|now|then))*$"
)
"""Taking back that answers be short."""
WRITE_LONGER = "/write_longer"
PLAIN_LINK = "/plain_link"
_NEGATED = re.compile(
    r"\b(?:no|not|never|none|nothing|neither|without|cannot|unsure"
    r"|(?:do|does|did|is|are|was|were|wo|would|could|should|ca|have|has|had|must|need)nt)\b"
)
"""What turns the words around it: "please do not send it yet" names the choice that it rejects."""


_THEIR_DANGER = "/crisis_third_party"
_NOT_THAT = re.compile(
    r"\b(?:never|not|hasnt|havent|didnt|doesnt|isnt|dont|no)\b.*\b(?:dying|die|dead|death|suicid\w*|hurt\w*|danger|harm\w*|their life)\b"
)
"""That nobody spoke of dying."""
_A_YES = re.compile(
    r"(?:yes|yeah|yea|yep|yup|yh|ye|aye|ok|okay|k|sure|fine|alright|all right|right|please|why not|go on|go ahead|lets|let us|let me|well"
    r"|that|it|this|sounds|works|i guess|i suppose|guess|might as well|could|can|definitely|absolutely|of course|happy|good|great|do|ready"
    r"|mhm|hm|i|id|ill|im|tell|show|thanks|thank you)\b"
)
"""How a yes of many words begins."""
_WHY = re.compile(
    r"^(?:(?:but|and|so|ok|okay|yes|yeah|no|well|then) )*(?:why|y|how come|what for)(?: (?:tho|though|so|is (?:it|that|this)|then))?$"
)
"""Asking why, and nothing else."""
_DO_IT = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|yep|sure|fine|right|alright|all right|well|then|and|please|so) )*"
    r"(?:lets|let us|can we|could we|we can|i want to|id like to|ill|i will) (?:just )?"
    r"(?:do|try|begin|start|go for) (?:it|this|that|them|those)(?: (?:again|now|then|please|after all))*$"
)
"""A yes that says what it is for: what was offered last."""
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
_KEPT = frozenset({NOTICED, DIED, SOMEONE})
"""Mentions that stand, whatever the message is taken for."""
_ASKS_OR_WANTS = ("ask_", "want_")
_ASKING_WORDS = re.compile(
    r"^(?:(?:and|but|so|ok|okay|then|well|hm+) )*(?:what|how|why|who|when|where|should|shall|can|could|would|do|does|is|are|will|ought)\b"
)
_OF_THE_EXERCISE = ("utter_exercise_", "utter_ask_exercise_")
PERSON, WHICH_LANGUAGES = "/want_human", "/non_english"
_FOR_THE_YOUNG = ("utter_is_minor", "utter_want_match_minor", "utter_want_human_minor", "utter_helper_named")
"""Answers that tell a minor whom to turn to."""

_LOSS, _NO_LOSS, _WORRIED = "numb_after_loss", "utter_lost_no_one", "worried_about_someone"
_UNSURE = "/unsure"
_NEAREST_ONLY = frozenset({FALLBACK, "out_of_scope", "chitchat", "frustrated_with_bot", "numb_from_burnout", *TELLING})
"""Intents of messages that may be so read only because nothing in them is known: "her gardening coat", "should I drive up there"."""
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
    if nobody_died(text) and _was_said(_LOSS, last) and not asks and intent != _WORRIED:
        return _NO
    if for_another(text) and (intent == "want_match" or _was_said(_WORRIED, said)):
        return f"/{_WORRIED}"
    if how_long(text) or tests_were_fine(text) or (bids_time(text) and not asks):
        return _UNSURE
    return None


def kept_to(text: str, intent: Optional[str], said: Collection[str], last: Collection[str]) -> Optional[str]:
    """The payload of what was told before, where a message goes on about it in words that name nothing: a loss, or whom they worry
    about; None if it does not. The arguments are those of `beside_the_choices`.
    """
    asks = text.rstrip().endswith("?") or bool(_ASKING_WORDS.match(bare(text)))
    if intent in _BY_THE_WAY and not (asks or len(text.split()) > SHORT):
        return None
    may_go_on = intent in _NEAREST_ONLY or intent in _BY_THE_WAY
    of_a_loss = _was_said(_LOSS, said) and _NO_LOSS not in said and not lost_no_one(text)
    if of_a_loss and is_small(text) and intent != "shame_about_numbness" and (may_go_on or intent == "ask_relationship_impact"):
        return f"/{_LOSS}"
    if _was_said(_WORRIED, said) and not _was_said("told_checked_out", said):
        near = _was_said(_WORRIED, last) or _was_said("ask_is_it_depression", last)
        asks_on = asks and (near or of_theirs(text)) and (may_go_on or intent == "ask_relationship_impact")
        if asks_on or (near and may_go_on and _goes_on_about_them(text)):
            return f"/{_WORRIED}"
    return None


def _goes_on_about_them(text: str) -> bool:
    return lost_no_one(text) or is_worn(text) or whether_to_go(text) or what_to_leave_out(text)


def _was_said(topic: str, said: Collection[str]) -> bool:
    return any(each.startswith(f"utter_{topic}") for each in said)


def let_be(text: str, said: Collection[str]) -> Optional[str]:
    """What answers who will not talk about something: that it needn't be told, if it may be what was too much; else that it is dropped."""
    if not _LET_BE.search(bare(text)):
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


def for_the_doctor(text: str, said: Collection[str]) -> Optional[str]:
    """The card for a prescriber, where someone who told of medicine asks what to say to the doctor; else None."""
    of_medicine = any(each.startswith(_MEDICINE) for each in said)
    return DOCTORS_NOTE if of_medicine and _TO_THE_DOCTOR.search(bare(text)) else None


def helper_named(text: str, last: Collection[str]) -> Optional[str]:
    """The way to a person, where a minor who was just told of grown-ups to turn to names one; else None."""
    told = any(each.startswith(_FOR_THE_YOUNG) for each in last)
    return PERSON if told and names_a_helper(text) else None


def whom_to_tell(text: str, said: Collection[str]) -> Optional[str]:
    """The ground that was told, whose answers name who has heard of it before, where someone asks whom to tell; else None."""
    if not _WHOM.search(bare(text)):
        return None
    return next((f"/{name}" for name in _NAME_WHOM if any(each.startswith(f"utter_{name}") for each in said)), None)


def chosen(text: str, intent: Optional[str], offered: Sequence[Dict[str, Any]]) -> Optional[str]:
    """The payload that a short answer means, or None if it means none of what was offered.

    Args:
        text: the visitor's words.
        intent: what the intent head made of them.
        offered: `{"title", "payload", "door"}` in the order shown; the way forward is first, a declining choice last.
    """
    if _FRESH.match(bare(text)):
        return START_FRESH
    if _LONGER.match(bare(re.split(r"[,.;!]", text)[0])):
        return WRITE_LONGER
    if any(choice["payload"].startswith(_DELETE) for choice in offered) and _KEEPS.search(bare(text)):
        return KEEP
    if wants_the_link(simply(mended(text))):
        return PLAIN_LINK
    if is_asked(offered):
        return meant(text, intent, offered) or _of_its_ways(text, offered)
    of_the_exercise = exercise.meant(text, intent, offered)
    if of_the_exercise:
        return of_the_exercise
    if _DO_IT.match(bare(text)) and (offer := _first_offer(offered)):
        return offer
    payload = picked(text, offered)
    more = _MORE.match(bare(text))
    if payload is None and more and (not (more["on"] or more["else"]) or TELL_MORE in (choice["payload"] for choice in offered)):
        return TELL_MORE
    if payload is None and _GROUNDS.match(bare(text)):
        return GROUNDS
    if payload is None or (payload.startswith(CONSENT) and not _is_label(text, offered)):
        payload = _meant(bare(text), intent, offered)
        # What is sent cannot be unsent: at a receipt a doubt, a condition or a place in the list is never the yes. And an "ok" to what
        # happens with one's words does not ask to delete them.
        if payload and payload.startswith(_FOR_GOOD) and not is_plain_yes(text):
            return None
    # What a crisis menu means was settled before the engine: here it would have no answer.
    return None if payload is None or from_payload(payload).is_about_risk else payload


def _first_offer(offered: Sequence[Dict[str, Any]]) -> Optional[str]:
    """What was offered first, if a yes to it can be taken back and tells nothing of oneself."""
    payload = next((str(choice["payload"]) for choice in offered if not choice.get("door")), "")
    can_be = payload and payload not in DECLINING and not payload.startswith((*_FOR_GOOD, *_TOLD, "/make_card{"))
    return payload if can_be and not from_payload(payload).is_about_risk else None


def _of_its_ways(text: str, offered: Sequence[Dict[str, Any]]) -> Optional[str]:
    """The payload of the choice beside the answers whose label was typed ("Leave it")."""
    return next((str(choice["payload"]) for choice in offered if bare(choice["title"]) == bare(text)), None)


def _is_label(text: str, offered: Sequence[Dict[str, Any]]) -> bool:
    return bare(text) in (bare(choice["title"]) for choice in offered)


def _meant(plain: str, intent: Optional[str], offered: Sequence[Dict[str, Any]]) -> Optional[str]:
    asked = [choice for choice in offered if not choice.get("door")]
    if not asked:
        return None
    if intent in _VAGUE and len(plain.split()) <= SHORT and not _NEGATED.search(plain):
        named = [choice for choice in asked if _content(plain) & _content(bare(choice["title"]))]
        if len(named) == 1:
            return str(named[0]["payload"])
    own = [choice["payload"] for choice in asked if '"own"' in choice["payload"]]
    if own and exercise.names_a_thing(plain) and not str(intent).startswith(_ASKING):
        return str(own[0])
    if intent == "want_human" and (found := _FIND.search(plain)):
        # Matching was just offered, or looking is all that is asked for. The door to a person stays beside the answer.
        unoffered = MATCH if found.group().startswith(_LOOKED_FOR) else None
        return next((str(choice["payload"]) for choice in asked if choice["payload"] in _MATCHING), unoffered)
    if intent == "affirm" and (_ANNOUNCED.search(plain) or (_NODDED.match(plain) and asked[0]["payload"].startswith(_TOLD))):
        # "Right, I'll go and tell her" goes along with what was said, and chooses nothing; an "ok" tells nothing of oneself.
        return None
    if intent == "affirm" and len(plain.split()) > SHORT and not _A_YES.match(plain):
        # "My doctor checked my thyroid, all fine" tells something.
        return None
    of_another = asked[0]["payload"] == TELL_MORE and any(choice["payload"] == _THEIR_DANGER for choice in asked)
    if of_another and intent == "deny" and _NOT_THAT.search(plain):
        # Asked whether someone is in danger or else what to say to them: it is not danger.
        return str(asked[0]["payload"])
    if intent in _YES_AND_NO:
        begin = [choice for choice in asked if bare(choice["title"]).split()[:1] == [_YES_AND_NO[intent]]]
        if len(begin) == 1:
            return str(begin[0]["payload"])
    if intent == "affirm":
        return str(asked[0]["payload"])
    if intent == "deny" and asked[-1]["payload"] in DECLINING and is_bare_no(plain):
        return str(asked[-1]["payload"])
    return None


def _content(text: str) -> set[str]:
    return {word for word in text.split() if word not in _EMPTY}


def in_its_form(text: str, intent: Optional[str], metadata: Dict[str, Any]) -> Optional[str]:
    """The payload that a plain question means by its form, or None."""
    question = asked_in(text, metadata)
    if question:
        return f"/{question.intent}"
    at_risk = (metadata.get("safety") or {}).get("open")
    return f"/{CARRIER}" if intent in _UNDECIDED and not at_risk and decides(text) else None


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class ShortAnswerResolver(Stateless):
    """Replaces a short answer's intent and entities by those of the choice it means."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Resolve the messages that are short answers."""
        for message in messages:
            offered = (message.get("metadata") or {}).get("offered") or []
            if not message.get(TEXT) or is_payload(message):
                continue
            metadata = message.get("metadata") or {}
            said, last, text = metadata.get("said") or (), metadata.get("last") or (), message.get(TEXT)
            intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            safety = metadata.get("safety") or {}
            # Why a form asks is a question of its own.
            waits_for = (metadata.get("hand_off") or {}).get("asked")
            of_a_form = is_asked(offered) or bool(waits_for)
            free = not (of_a_form or safety.get("act") or safety.get("open"))
            in_its_light = (
                (correction(text, len(CHECK)) if was_counted(last) else None)
                or for_the_doctor(text, said)
                or whom_to_tell(text, said)
                or helper_named(text, last)
                or (WHICH_LANGUAGES if waits_for != "language" and asks_for_a_language(text) else None)
                or (None if of_a_form else let_be(text, said))
                or bare_question(text, offered, last, of_a_form)
                or (exercise.corrected(text, last) if free else None)
                or (beside_the_choices(text, intent, said, last) if free else None)
                or chosen(text, intent, offered)
                or (kept_to(text, intent, said, last) if free else None)
                if offered
                else None
            )
            # Whether to go to the one they worry about is no step in a life of one's own.
            of_another = free and whether_to_go(text) and _was_said(_WORRIED, said)
            in_form = None if of_a_form or of_another else in_its_form(text, intent, metadata)
            payload = card_named(text) or in_form or in_its_light
            if payload:
                name, _, entities = payload[1:].partition("{")
                message.set(INTENT, {INTENT_NAME_KEY: name, "confidence": 1.0}, add_to_output=True)
                values = json.loads("{" + entities) if entities else {}
                found = [
                    {"entity": key, "value": value, "start": 0, "end": 0, "extractor": type(self).__name__} for key, value in values.items()
                ]
                kept = [each for each in message.get(ENTITIES) or () if each["entity"] in _KEPT]
                message.set(ENTITIES, [*found, *kept], add_to_output=True)
        return messages
