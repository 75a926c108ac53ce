"""Short answers ("yeah", "not really", "the second one") read as the choice that they mean, of what was just offered."""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, Optional, Sequence

from thaw.english import STOP_WORDS
from thaw.exercise import reading as exercise
from thaw.exercise.naming import names_a_thing
from thaw.handoff.commands import wants_another_subject, wants_the_link
from thaw.handoff.form import CONSENT
from thaw.handoff.meaning import simply
from thaw.handoff.reading import is_plain_yes
from thaw.nlu.repairs import is_bare_no
from thaw.responses import DECLINING
from thaw.safety.link_taken import takes_the_link
from thaw.safety.menu import bare, picked
from thaw.safety.risk import from_payload
from thaw.self_check import BEGIN, is_asked, meant
from thaw.spelling import mended

SHORT = 6
"""Words up to which a message can be a short answer that names a choice."""
_ASKING = ("ask_", "want_", "stop", "repeat", "delete", "keep_", "greet", "goodbye", "thanks", "frustrated", "affirm", "deny", "unsure")
UNREAD = frozenset({"nlu_fallback", "out_of_scope"})
_VAGUE = UNREAD | {"affirm", "start_exercise", "chitchat", "unsure", "ask_something_to_try"}
"""Intents of messages that may only be naming a choice ("the tea one")."""
_EMPTY = STOP_WORDS | {
    "whats",
    "wheres",
    "hows",
    "whos",
    "whys",
    "lets",
    "come",
    "try",
    "yes",
    "sure",
    "ill",
    "im",
    "id",
    "dont",
    "like",
    "right",
    "know",
    "thing",
}
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
KEEP, _DELETE = "/cancel_delete", "/confirm_delete"
_FOR_GOOD = (CONSENT, "/delete_my_chat")
"""Choices that begin what cannot be taken back."""
_KEEPS = re.compile(
    r"^(?:(?:no|nope|nah|wait|actually|ok|please) )*(?:keep|leave|dont delete|do not delete|cancel)\b"
    r"|^(?:no|nope|nah|wait)(?: wait| no)*$"
)
"""A no to the question whether to delete the chat."""
_DELETES = re.compile(
    r"^(?:(?:yes|yeah|yea|yep|yup|ok|okay|sure|please|pls|just|now|then|go ahead and|i want you to|do) )*"
    r"(?:(?:delete|wipe|erase|clear|remove|scrap|trash|bin|destroy|get rid of|throw away)"
    r"(?: (?:it|all|this|that|everything|them|all of it|the lot|the (?:whole )?(?:chat|conversation|thing)|my (?:data|chat|words)))*"
    r"|confirm(?:ed)?|i confirm|make it (?:gone|go away))(?: (?:please|pls|now|then|completely|for good|forever|thanks|thank you))*$"
)
"""A yes to that question in other words than its button's."""
_NO_PLAIN_YES = re.compile(
    r"\b(?:but|what|how|when|who|which|if|first|before|unless|except|until|not|dont(?! keep)|cant|wait|why(?! not))\b"
)
"""What makes a yes to it more than a yes: nothing is deleted on a condition, or before a question is answered."""
_NODDED = re.compile(r"^(?!.*\b(?:yes|yeah|yep|yup)\b)(?:(?:ok|okay|k|kk|right|alright|all right|fine|fair|fair enough|i see)\b ?)+")
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
_DO_IT = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|yep|sure|fine|right|alright|all right|well|then|and|please|so) )*"
    r"(?:lets|let us|can we|could we|we can|i want to|id like to|ill|i will) (?:just )?"
    r"(?:do|try|begin|start|go for) (?:it|this|that|them|those)(?: (?:again|now|then|please|after all))*$"
)
"""A yes that says what it is for: what was offered last."""
_BEGINS = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|sure|fine|right|alright|well|then|and|please|so|im|i am|lets|let us|now) )*"
    r"(?:start|begin|ready|go|go ahead|go on|go for it|do it)(?: (?:now|then|please|it|this|ahead))*$"
)
"""The word to begin, where the two questions are offered first."""
_ANOTHER = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|sure|fine|right|alright|all right|well|then|and|please|just|lets|try|do|give me|ill try|ill do|go on) )*"
    r"(?:another(?: one)?|one more|a different one)(?: (?:then|please|now|again|after all))*$"
)
"""Asking for an exercise once more, where one is offered."""
WHICH = "utter_clarify"
"""How the answers begin that ask which meaning was meant, and how a yes sounds that leaves that open."""
_YES_WORDS = """
yes yeah yea yep yup yh ye ya aye y ok okay k kk sure fine alright right please pls mhm hm i guess suppose so think it is that does
"""
_BARE_YES = frozenset(_YES_WORDS.split())
_EXERCISE, STOP = "/start_exercise", "/stop"


def picks_none(text: str, offered: Sequence[Dict[str, Any]], last: Collection[str]) -> bool:
    """Whether a text is a bare yes to a question which of several meanings was meant: it says of none that it is the one.

    Args:
        text: the visitor's words.
        offered: as for `chosen`.
        last: the responses of the last answer.
    """
    words = bare(text).split()
    several = len([choice for choice in offered if not choice.get("door")]) > 1
    return several and any(each.startswith(WHICH) for each in last) and bool(words) and all(word in _BARE_YES for word in words)


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
    if any(choice["payload"].startswith(_DELETE) for choice in offered):
        if _DELETES.match(bare(text)):
            return _DELETE
        if "?" in text or _NO_PLAIN_YES.search(bare(text)):
            return None
    if wants_the_link(simply(mended(text))) or takes_the_link(text):
        return PLAIN_LINK
    if is_asked(offered) and wants_another_subject(text):
        return STOP
    if is_asked(offered):
        return meant(text, intent, offered) or _of_its_ways(text, offered)
    of_the_exercise = exercise.meant(text, intent, offered)
    if of_the_exercise:
        return of_the_exercise
    if _DO_IT.match(bare(text)) and (offer := _to_be_done(offered)):
        return offer
    if _BEGINS.match(bare(text)) and _first_offer(offered) == BEGIN:
        return BEGIN
    if _ANOTHER.match(bare(text)) and _first_offer(offered) == _EXERCISE:
        return _EXERCISE
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


def _to_be_done(offered: Sequence[Dict[str, Any]]) -> Optional[str]:
    """What "let's do it" goes for: the exercise where what comes first is only to be read, else what comes first."""
    first = _first_offer(offered)
    own = [str(choice["payload"]) for choice in offered if not choice.get("door")]
    return _EXERCISE if _EXERCISE in own and first == TELL_MORE else first


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
    if own and names_a_thing(plain) and not str(intent).startswith(_ASKING):
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
