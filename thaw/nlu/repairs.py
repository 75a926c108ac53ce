"""What goes against the answer before, or says more than the no or the stop that it seems to be.

"No, I asked about his job" is no refusal: the answer that missed is not given again, and what is meant is read in the rest of the words.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, FrozenSet, Mapping, NamedTuple, Optional, Tuple

from thaw.handoff.commands import wants_to_stop
from thaw.once import once
from thaw.self_check import is_asked

MISSED = "frustrated_with_bot"
"""The intent as which a correction is heard in which nothing else can be read."""
_MISREAD = re.compile(
    r"(?<!like )(?<!as )\b(?:what )?i (?:(?:only|just|already|actually|clearly|did|have|ve) )*(?:told you|(?:said|wrote|meant)"
    r"(?! (?:to|yes|yeah|no|sorry|goodbye|bye|hi|hello|hey|ok|nothing)\b)|asked(?! (?:him|her|them|my|the|a|everyone|people)\b))"
    r"(?: (?:about|for|if|that))?\b"
    r"|\b(?:i was|im|i am) (?:only |just )?(?:asking|talking|speaking) (?:about|of)\b"
    r"|\bi (?:didnt|did not|never|wasnt) (?:say|mean|ask|said|asked|meant|asking|saying|talking about)"
    r"(?: (?:about|for))?(?: (?:that|it|this))?\b"
    r"|\b(?:thats|that is|this is|its) not (?:at all )?(?:what|the question|the thing|an answer)(?: (?:i|my))?\b|\bnot what i\b"
    r"|\b(?:you|u)(?:ve| have)? (?:(?:just|totally|completely|clearly) )*(?:misread|misunderstood|misheard|mistook)(?: (?:me|that|it))*\b"
    r"|\b(?:you|u)(?:ve| have)? (?:got|took|take|get|read|heard)(?: (?:me|it|that|this))* (?:wrong|the wrong way)\b"
    r"|\b(?:that|this|it|you|u) (?:didnt|doesnt|dont|did not|does not|never|havent|hasnt) (?:even )?(?:answer(?:ed)?|gave|give|given)"
    r"(?: (?:me|my question|the question|that|it))*\b"
    r"|\bi beg your pardon\b|\bthats wrong\b"
)
"""That the answer before took something wrong; what stands around it may say what was meant."""
_AFTER_A_NO = re.compile(r"\bi mean\b|\b(?:its )?more (?:like|of a)\b")
"""The same, where a no stands before it: elsewhere it is a filler."""
_ASKS_BACK = re.compile(r"(?:\?|\bright|\bthen)\W*$")
"""With what a message ends that asks whether it isn't so."""
_ASKS = re.compile(
    r"^(?:(?:so|then|but|and|ok|okay|well|hm+) )*(?:why|what|how|who|when|where|which|is|are|am|do|does|did|can|could|would|should)\b"
)
"""How a question begins: what it denies, it asks about ("then why, if it's not the pills")."""
_NOT_SO = re.compile(r"^\W*(?:(?:no|its|im|it is|i am|thats) )*not \w+(?: \w+){0,2} ?$")
"""A clause that only says what it is not."""
_SAYS_IT = re.compile(
    r"\bi (?:(?:only|just|already|actually|clearly|did|have|ve) )*(?:said|wrote|meant|mean|asked)\b(?! (?:no|not|nothing|yes)\b)"
    r"|\b(?:i was|im|i am) (?:only |just )?(?:asking|talking|speaking) (?:about|of)\b"
)
"""A clause that says what was meant, beside which one that only denies is left out."""
_DENIES = re.compile(
    r"^\W*(?:(?:no|and|but|so) )*(?:i (?:do|did|am|was|have|ve)? ?(?:not|nt|dont|didnt|wasnt|havent|never)"
    r"|im not|i know what|its not|thats not)\b"
)
_NO = re.compile(r"^\W*(?:no+|nope|nah|not|wait|hm+|what|huh|oh|sorry)\b")
_NEGATED = (
    r"(?:(?:no ?one|nobody)s?|none|no|not|never|nothing|without|\w+nt|do not|did not|am not|is not)"
    r"(?: (?:a|an|any|the|my|our|about|been|being|to|of|on|in|really|actually|even|have|having|has|had"
    r"|is|s|are|was|one|person|anyone|talking|all|that|because))*"
)
_TOPICS: Dict[str, str] = {
    "numb_after_loss": r"die|died|dies|dead|death|dying|lose|losing|lost|loss|grief|grieving|griev\w+|bereav\w+|gone",
    "numb_after_birth": r"bab(?:y|ies)|birth|pregnant|newborn",
    "numb_since_medication": r"pills?|meds?|medicines?|medication|tablets?|antidepressants?|drugs?",
    "using_substances": r"drink|drinking|drunk|drinker|alcohol|drugs?|weed|smoke|smoking|high",
    "numb_from_burnout": r"work(?! (?:anymore|any more|for me|out)\b)|jobs?|boss|burnout|burn out|burned out|burnt out|stress|overworked",
    "numb_after_trauma": r"trauma|attack\w*|assault\w*|abus\w+",
}
"""What takes back that a message is about something, where a negation stands right before it."""
_NOT_WANTED: Dict[str, str] = {
    "want_human": r"person|human|people|someone|somebody|anyone|anybody",
    "want_match": r"therapists?|therapy|clinicians?|counsell?ors?|matching",
}
"""The same of what is asked for, where the wish for it is negated: who has nobody to talk to takes nothing back."""
_NO_WISH = (
    r"(?:dont|do not|didnt|did not|never|not) (?:even |really |actually )?"
    r"(?:want|wanna|need|wanted|wanting|asking for|ask for|asked for|looking for)"
    r"(?: (?:a|an|any|to|talk|speak|see|with|real|the|another|your))*"
)
_TAKEN_BACK = {
    **{intent: re.compile(rf"\b{_NEGATED} (?:{words})\b") for intent, words in _TOPICS.items()},
    **{intent: re.compile(rf"\b{_NO_WISH} (?:{words})\b") for intent, words in _NOT_WANTED.items()},
}
_CLAUSES = re.compile(r"[.,;:!?\n]+|\b(?:but|and)\b")
_NOT_HEARD = frozenset(
    {"deny", "stop", "goodbye", "thanks", "greet", "affirm", "unsure", "chitchat", "out_of_scope", "repeat", "resume", MISSED}
)
"""What a rest of words is not: they would be what it seemed to be."""

_NO_WORDS = """
no noo nooo nope nah naw nay na n not never none neither negative dont wont cant do will can i id im ill am it that this thats
them one those these either any anything of to really actually quite exactly particularly especially think thinking so want wanna
like feel need would rather pass for me now right today tonight yet just at all the moment later maybe thanks thank you thx ta ty
cheers please pls sorry lol haha mate ok okay well good fine skip interested way chance hardly wrong false incorrect absolutely
definitely sure yes yeah nowt nothing here there isnt doesnt aint didnt wouldnt bother bothered going gonna had done be is but and
fair though talk about say speak discuss
honestly tbh guess suppose see uh hm hmm erm nein nae a very much lets let us leave in mood
"""
_STOP_WORDS = """
stop stopping quit quitting enough cancel exit end over drop forget mind nevermind nvm away go more out break pause give up finish
finished abort halt close shut time another some other we could should may chat talking talk questions exercise thing things stuff
try doing about tired too off on hate alone put down bit day anymore
"""
_BARE_NO = frozenset(_NO_WORDS.split())
"""The words of a message that is a no, and no more than that."""
_BARE_STOP = _BARE_NO | frozenset(_STOP_WORDS.split())
_DONE_WITH = re.compile(
    r"\b(?:done|finished|through) (?:with (?:you|(?:this|that|these|the)(?: (?:chat|questions?|exercise|bot|form|thing))?)$"
    r"|here\b|for (?:now|today|tonight|the day)\b)"
)
_NOT_STOPPED = re.compile(r"\b(?:not|never|dont|wont|wouldnt|isnt|aint) (?:\w+ ){0,2}(?:stop|stopping|quit|quitting)\b")
_OF_OTHERS = re.compile(
    r"\b(?:him|her|them|he|she|they|his|their)\b|^(?:(?:so|but|and|ok|well) )*(?:should|shall|did|do|does|would|is|are|am) i\b"
)
_SOMEBODY = re.compile(r"\b(?:he|she|hes|shes|him|her|his|hers|they|theyre|them|their)\b")
_DOES = re.compile(r"\b(?:he|she|hes|shes|they|theyre)\b")
_GOES_ON_BY_ITSELF = re.compile(r"^(?:i|im|ive|it|its|he|she|they|we|because|cos)\b(?: \w+){2}")
"""How what stands after something taken back begins, without a stop between, where it tells something."""
_GOES_ON = 2
"""Words from which what stands beside a no or a correction is read by itself."""
_UNDER_WAY = ("/exercise_felt_", "/choose_activity", "/other_activities", "/rate_noticing", "/cannot_do", "/in_the_way", "/plan_tomorrow")
_UNDER_WAY_SAID = ("utter_card_", "utter_exercise_", "utter_ask_exercise_", "utter_ask_handoff_", "utter_ask_check_", "utter_hand_off_")


class Repair(NamedTuple):
    """What a correction leaves to be read, and the intents that it rules out."""

    rest: str
    not_meant: FrozenSet[str]


@once
def plain(text: str) -> str:
    """The text in lower case, without apostrophes, with its other marks."""
    return re.sub(r"\s+", " ", re.sub(r"['’]", "", text.lower())).strip()


def correction(text: str, last: Optional[Collection[str]]) -> Optional[Repair]:
    """What is left of a message that says that the last answer took it wrong; None if it doesn't, or nothing was answered yet.

    Args:
        text: the visitor's words.
        last: the responses of the last answer.
    """
    return _correction(text, tuple(last)) if last else None


@once
def _correction(text: str, last: Tuple[str, ...]) -> Optional[Repair]:
    words = plain(text)
    topics = frozenset(name for name in _TAKEN_BACK if any(each.startswith(f"utter_{name}") for each in last))
    denied = frozenset(name for name in not_about(text) if name in topics)
    spoken = _MISREAD.search(words) or (_AFTER_A_NO.search(words) and _NO.match(words))
    if not (spoken or (denied and not (_ASKS_BACK.search(words) or _ASKS.match(words)))):
        return None
    answered = frozenset(each.removeprefix("utter_").removesuffix("_more").removesuffix("_deep") for each in last)
    clauses = _CLAUSES.split(words)
    if any(_SAYS_IT.search(clause) for clause in clauses):
        clauses = [clause for clause in clauses if not _DENIES.match(clause)]
    rest = [_without_topics(_AFTER_A_NO.sub(" ", _MISREAD.sub(" ", clause))) for clause in clauses]
    kept = [each for each in rest if each and not _NOT_SO.match(each)]
    return Repair(re.sub(r"\s+", " ", ", ".join(each for each in (_without_no(clause) for clause in kept) if each)), answered | denied)


def _without_topics(clause: str) -> str:
    """A clause without what it takes back; nothing of it where what is left tells nothing: "it's not grief, I wanted the divorce"."""
    taken = next((found for each in _TAKEN_BACK.values() if (found := each.search(clause))), None)
    if taken is None:
        return clause
    after = clause[taken.end() :].strip()
    return after if _GOES_ON_BY_ITSELF.match(after) else ""


def not_about(text: str) -> FrozenSet[str]:
    """The intents about one thing of which a message says that it isn't so: "nobody died", "I don't want a person"."""
    words = plain(text)
    return frozenset(name for name, taken_back in _TAKEN_BACK.items() if taken_back.search(words))


def _without_no(clause: str) -> str:
    return re.sub(
        r"^(?:\W*\b(?:no+|nope|nah|yes|yeah|lol|sorry|wait|huh|oh|its|it is|about|for|if|that|like)\b)+", " ", f" {clause.strip()}"
    ).strip()


def denies_the_ground(text: str, repair: Repair) -> bool:
    """Whether a correction says of what was answered that it isn't what is behind it: "it's not grief"."""
    return any(name in _TOPICS and name in repair.not_meant for name in not_about(text))


def names_another(text: str) -> bool:
    """Whether a message speaks of somebody else."""
    return bool(_SOMEBODY.search(plain(text)))


def is_of_others(text: str) -> bool:
    """Whether words are about somebody else alone."""
    return bool(_DOES.search(plain(text))) and not re.search(r"\b(?:i|im|ive|id|ill|me|my|mine|myself)\b", plain(text))


def rules_out(name: str, repair: Optional[Repair]) -> bool:
    """Whether a rest of words is not read as an intent."""
    return name in _NOT_HEARD or (repair is not None and name in repair.not_meant)


def is_bare_no(text: str) -> bool:
    """Whether a message is a no and nothing else, or one of its clauses is: "not now, I'm in the office", and no mere "no" before more."""
    clauses = [_words(clause) for clause in _CLAUSES.split(plain(text))]
    are_no = [all(word in _BARE_NO for word in words) for words in clauses]
    return all(are_no) or any(is_no and len(words) >= _GOES_ON for is_no, words in zip(are_no, clauses, strict=True))


def is_wholly_stop(text: str) -> bool:
    """Whether a message is a wish to stop and nothing else, or says so outright however long it is."""
    words = plain(text)
    if _OF_OTHERS.search(words):
        return False
    clauses = [_words(clause) for clause in _CLAUSES.split(words)]
    is_clause = any(len(clause) >= _GOES_ON and all(word in _BARE_STOP for word in clause) for clause in clauses)
    return wants_to_stop(words) or bool(_DONE_WITH.search(words)) or is_clause or all(word in _BARE_STOP for word in _words(text))


def goes_on_with_it(text: str) -> bool:
    """Whether a message says that something is not stopped: "I'm not stopping them"."""
    return bool(_NOT_STOPPED.search(plain(text)))


def is_under_way(metadata: Mapping[str, Any]) -> bool:
    """Whether something is under way that can be stopped: questions, an exercise, a card."""
    offered = metadata.get("offered") or ()
    if (metadata.get("hand_off") or {}).get("asked") or is_asked(offered):
        return True
    return any(str(each["payload"]).startswith(_UNDER_WAY) for each in offered) or any(
        each.startswith(_UNDER_WAY_SAID) for each in metadata.get("last") or ()
    )


def goes_on(text: str) -> bool:
    """Whether there are words enough to be read by themselves."""
    return len(text.split()) >= _GOES_ON


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text))
