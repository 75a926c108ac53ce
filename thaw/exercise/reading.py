"""What a typed message means where the exercise offers something: an activity, what is in the way, a number on the scale.

Only ever called for messages without a safety act. What it does not know it leaves to the reading of short answers.
"""

from __future__ import annotations

import re
from typing import Any, Collection, List, Mapping, Optional, Sequence

from thaw.exercise.naming import NEGATED, SHORT, named, only_named, sense
from thaw.exercise.noticing import OF_THE_THING, helped, nods, observes, takes_back_worse
from thaw.exercise.payloads import CANNOT, CHOOSE, DONE, HINDERED, NOTHING, OTHER, OUTCOME, PLAN, RATE, SKIP, START, UNDONE, payload
from thaw.exercise.planning import own_time
from thaw.exercise.scale import number, spelled_out
from thaw.exercise.underway import DOING, hindered, is_missing, is_over, is_undone, may_be_later, under_way
from thaw.leaving import says_goodbye
from thaw.safety.menu import bare, picked
from thaw.safety.risk import from_payload

TRY = frozenset({START, "/ask_something_to_try"})
"""Choices that offer the exercise before it is known which activity."""
_OTHERS = re.compile(
    r"^(?:(?:can i have|is there|are there|show me|give me|maybe|any|got|have you got|no|what) )*"
    r"(?:something else|anything else|something different|others?|other ones|another(?: one)?|more(?: options| choices| of them)?"
    r"|what else(?: is there| do you have| have you got)?"
    r"|else|next|different(?: ones?)?|neither|not (?:these|those|that|this|any of (?:these|those|them)))(?: please| then)*$"
)
_ANY_BUT = re.compile(
    r"^(?:(?:ok|okay|well|maybe|just|please|sure|id do|ill do|i can do|can i have) )*"
    r"(?:any ?thing|all(?: of (?:them|it|these))?|every ?thing|whatever|any(?: of (?:them|these))?|any one)(?: \w+)? "
    r"(?:but|except|besides|bar|apart from|other than|save|not)(?: for)? (?:(?:the|a|an|my|some|going for|listening to|drinking) )*\w+"
    r"(?: (?:is|are|would be|s) (?:fine|ok|okay|good))?$"
)
"""One that is left out: it is the last to be begun."""
_CANNOT = re.compile(
    r"\bcant (?:do|manage|try) (?:any|these|those|them|it|this|that|all)\b"
    r"|^none(?: of (?:these|those|them|it|the above))?(?: (?:work|fit|are|is)\b.*)?$"
    r"|^(?:nothing|i cant|cant|impossible|not possible|not possible (?:here|now))$|\b(?:dont|wont) work for me\b"
    r"|^none of (?:these|those|them)\b"
)
_HURTS = re.compile(
    r"\b(?:(?:makes?|made|making|leaves?|gets?) (?:me|it) (?:\w+ )?(?:sad|sadder|cry|upset|worse|anxious|angry|lonely|down|sick|panic\w*)"
    r"|brings? (?:it|everything|things|him|her|them|memories) (?:all )?(?:back|up)|brings? back|reminds? me|hurts|upsets|triggers"
    r"|(?:is|are|its|would be) (?:too|so) (?:much|painful|sad|hard|loud|emotional)|(?:cant|cannot|couldnt) (?:stand|bear|take|face))\b"
)
"""How an activity is named that won't do any good."""
_ANY = re.compile(
    r"^(?:(?:(?:i )?(?:dont|do not) (?:care|mind|know)|idk|just|please|ok|dunno|any(?: of them| one)?|anything|whatever|whichever"
    r"|you (?:pick|choose|decide)|(?:its )?up to you|surprise me|no (?:idea|preference)|all the same|(?:i )?cant decide|(?:im )?not sure"
    r"|does(?: no|n)t matter)(?: |$))+$"
)
_OWN = re.compile(r"^(?:what about|how about|could i|can i|i could|i might|maybe|let me|id rather|id like to|i want to) ")
_ASKS = re.compile(r"^(?:why|how (?!about)|what (?!about)|who|is (?:it|this|that)|are you|do you|does)\b")
_AROUND = re.compile(
    r"^(?:(?:ok|yes|please|lets|ill|the|do|try|maybe|just|can i|i could) )*(?:look(?:ing)? (?:around|out)|grounding|eyes open)\b.{0,20}$"
)
_GROUNDING = CHOOSE + '{"exercise_activity": "grounding"}'
_TOMORROW = re.compile(
    r"^(?:(?:ok|yes|please|can you|can we|could we|id like|i want|lets|make|do|give me|me|to) )*(?:a |the |my )?(?:line|plan) for tomorrow$"
)
_WHAT_NOW = re.compile(
    r"^(?:(?:so|ok|okay|and|right|well|then) )*(?:whats next|what next|what now|now what|and now|next|what do i do now)(?: then)?$"
)
_ONCE_MORE = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|sure|well|so|then|maybe|lets|let us|just|can i|could i|can we|i want to|id like to|i could|do|try|go|have"
    r"|it|the|that|this|exercise|a|one|another) )*"
    r"(?:again|once more|one more time|one more(?: go| try)?|another (?:go|try|round)|same again|repeat it|from the start)"
    r"(?: (?:please|pls|then|now|maybe|ok|lol|i guess))*$"
)
"""The wish to do it again: what is offered then is the exercise, and not the last words."""
_NOT_TO_STOP = re.compile(r"\b(?:not|didnt (?:want|mean)|dont want) to stop\b")
_DIFFERENT = re.compile(r"\b(?:different|another|other) (?:one|thing|exercise)\b|\bsomething (?:else|different)\b")
_OUTCOMES = ("utter_exercise_felt_", "utter_exercise_grounded_", "utter_exercise_noticed_")
_SKIPS = re.compile(
    r"^(?:(?:please )?skip(?: (?:it|this|that|the number|the scale))?|pass|no(?: number| numbers| thanks| thank you)?|nope|nah|no score"
    r"|(?:id |i would )?rather not(?: say)?|idk|dunno|(?:i )?(?:dont|do not) know|no idea|not sure|im not sure|cant say|hard to say)$"
)
_AFTERWARDS = re.compile(r"\b(?:was|noticed|after|afterwards)\b")
"""How a number is told once the exercise is done: it is none from before."""
_WHEN = {
    "morning": r"\b(?:morning|wak\w+|breakfast|get up|first thing)\b",
    "lunch": r"\b(?:lunch|noon|midday|break)\b",
    "work": r"\b(?:after work|afternoon|home)\b",
    "evening": r"\b(?:evening|dinner|night|tonight|bed|bedtime|sleep)\b",
}
Choices = Sequence[Mapping[str, Any]]


def meant(text: str, intent: Optional[str], offered: Choices) -> Optional[str]:
    """The payload that a text means where the exercise offers something, or None if the exercise does not say.

    Args:
        text: the visitor's words.
        intent: what the intent head made of them.
        offered: what the last turn offered, in the order shown.
    """
    payloads = [str(choice["payload"]) for choice in offered]
    plain = spelled_out(text)
    if _TOMORROW.match(plain):
        return PLAN
    if _AROUND.match(plain) and (_GROUNDING in payloads or OTHER in payloads):
        return _GROUNDING
    if any(each.startswith(RATE) for each in payloads):
        found = _rating(text, plain, offered, payloads)
        if found:
            return found
    if OUTCOME in payloads or any(each.startswith(RATE) for each in payloads):
        return under_way(text, plain, str(intent), payloads)
    is_offered = any(choice["payload"] in TRY and not choice.get("door") for choice in offered)
    if (OTHER in payloads or is_offered) and (is_missing(plain) or _ANY_BUT.match(plain)):
        return OTHER if OTHER in payloads else START
    if any(each.startswith(HINDERED) for each in payloads):
        return _picked(text, offered) or hindered(plain)
    if OTHER in payloads:
        return _picked(text, offered) or _picked_first(text, offered) or _choosing(plain, payloads)
    if any(each.startswith(PLAN + "{") for each in payloads):
        if intent == "goodbye" and says_goodbye(text) and len(plain.split()) > 1:
            # "Night" alone says when.
            return None
        return _picked(text, offered) or _planning(text, plain, str(intent), payloads)
    name = only_named(text, plain) if is_offered else None
    return payload(CHOOSE, exercise_activity=name) if name else None


def _picked(text: str, offered: Choices) -> Optional[str]:
    """The choice that a text names. What a crisis menu means is settled before the engine, and no business of the exercise."""
    named_one = picked(text, offered)
    return None if named_one is None or from_payload(named_one).is_about_risk else named_one


def _picked_first(text: str, offered: Choices) -> Optional[str]:
    """The activity whose label one part of a text is: "something of my own. feeding the cat"."""
    parts = {bare(part) for part in re.split(r"[.,:;!?\n]| [-–] ", text)}
    return next(
        (str(each["payload"]) for each in offered if bare(each["title"]) in parts and str(each["payload"]).startswith(CHOOSE)), None
    )


def done_later(text: str, said: Collection[str], last: Collection[str]) -> Optional[str]:
    """The payload of "I did it", where it was put off until later and nothing of it was told since; else None."""
    put_off = "utter_exercise_put_off" in said and not any(each.startswith(_OUTCOMES) for each in said)
    return DONE if put_off and last and is_over(spelled_out(text)) else None


def corrected(text: str, last: Collection[str]) -> Optional[str]:
    """What a text puts right or adds to what was answered to an outcome, or asks after it; None if it does neither.

    Args:
        text: the visitor's words.
        last: the responses of the last answer.
    """
    if any(each.startswith("utter_exercise_plan_made") for each in last):
        own = own_time(text)
        # An "ok" to the line asks for no other one.
        return payload(PLAN, plan=own) if own else "/thanks" if nods(spelled_out(text)) else None
    plain = spelled_out(text)
    if ("utter_exercise_how_it_goes" in last and _OTHERS.match(plain)) or (_NOT_TO_STOP.search(plain) and _DIFFERENT.search(plain)):
        return START
    told = next((each for each in last if each.startswith((*_OUTCOMES, "utter_exercise_not_done"))), None)
    if told is None:
        return None
    worse = told.endswith("_worse")
    if not worse and is_undone(plain):
        return UNDONE
    if not worse and _ONCE_MORE.match(plain):
        return START
    if worse and takes_back_worse(text):
        return OUTCOME if OF_THE_THING.search(plain) else NOTHING
    if not worse and _WHAT_NOW.match(plain):
        return PLAN
    return OUTCOME if observes(plain) or ("_nothing" in told and helped(plain)) else None


def names_an_activity(text: str, offered: Choices) -> bool:
    """Whether a text only names an activity, where activities are offered: "water on my hands" is then no hint at anything else."""
    chosen = any(str(choice["payload"]).startswith(CHOOSE) for choice in offered)
    return chosen and only_named(text, spelled_out(text)) is not None


def asks_for_later(text: str, offered: Choices) -> bool:
    """Whether a text only asks, where an activity is shown, if it can be done later: that is no hint at anything else."""
    return any(str(each["payload"]) == OUTCOME for each in offered) and may_be_later(spelled_out(text))


def _rating(text: str, plain: str, offered: Choices, payloads: List[str]) -> Optional[str]:
    labels = [bare(choice["title"]) for choice in offered if not str(choice["payload"]).startswith(RATE)]
    if plain in labels:
        return None
    if _SKIPS.match(plain):
        return SKIP
    value = number(text)
    if value is not None and _AFTERWARDS.search(plain) and not any('"after ' in each for each in payloads):
        return OUTCOME if value else NOTHING
    return next((each for each in payloads if each.startswith(RATE) and each.endswith(f' {value}"}}')), None)


def _choosing(plain: str, payloads: List[str]) -> Optional[str]:
    in_the_way = hindered(plain)
    if in_the_way:
        return in_the_way
    if _ANY.match(plain):
        return next(each for each in payloads if each.startswith(CHOOSE))
    if _OTHERS.match(plain):
        return OTHER
    if _CANNOT.search(plain):
        return CANNOT
    wished = sense(plain)
    if wished:
        return payload(OTHER, sense=wished)
    if _ASKS.match(plain):
        return None
    name = named(plain)
    if name and _HURTS.search(plain):
        return OTHER
    if name:
        return payload(CHOOSE, exercise_activity=name)
    negated = NEGATED.search(plain)
    if negated and len(plain.split()) <= SHORT // 2 and named(NEGATED.sub("", plain)):
        return OTHER
    if (_OWN.match(plain) or DOING.match(plain)) and not negated and len(plain.split()) <= SHORT:
        return next((each for each in payloads if '"own"' in each), None)
    return None


def _planning(text: str, plain: str, intent: str, payloads: List[str]) -> Optional[str]:
    if re.search(r"\b(?:enough|stop)\b", plain):
        return None
    own = own_time(text)
    if own:
        return payload(PLAN, plan=own)
    at = next((name for name, words in _WHEN.items() if re.search(words, plain)), None)
    asks_when = any(each.endswith('"evening"}') for each in payloads)
    if asks_when and at and len(plain.split()) <= SHORT and (thing := named(plain)):
        return payload(PLAN, plan=f"{at} {thing}")
    for end in (at, named(plain)):
        found = next((each for each in payloads if end and re.search(rf'[" ]{end}"}}$', each)), None)
        if found:
            return found
    # A yes says no time, and none is filled in that was not said.
    return PLAN if asks_when and (intent == "affirm" or _ANY.match(plain)) else None
