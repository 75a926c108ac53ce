"""What a typed message means where the exercise offers something: an activity, what is in the way, a number on the scale.

Only ever called for messages without a safety act. What it does not know it leaves to the reading of short answers.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, List, Mapping, Optional, Sequence, Tuple

from thaw.exercise.state import SCALE, activities
from thaw.safety.menu import bare, picked
from thaw.safety.risk import from_payload

RATE, CHOOSE, OTHER, CANNOT, HINDERED, PLAN = (
    "/rate_noticing",
    "/choose_activity",
    "/other_activities",
    "/cannot_do",
    "/in_the_way",
    "/plan_tomorrow",
)
"""Beginnings of the payloads that the exercise offers."""
OUTCOME, NOTHING = "/exercise_felt_something", "/exercise_felt_nothing"
LATER = RATE + '{"noticing": "later"}'
"""The visitor is still at it, or only says so: what is asked is asked again."""
SKIP = RATE + '{"noticing": "skip"}'
TRY = frozenset({"/start_exercise", "/ask_something_to_try"})
"""Choices that offer the exercise before it is known which activity."""
SHORT, LONG = 8, 14
"""Words up to which a text can name an activity, and can tell what is in the way."""

_HINDRANCES = {
    "in_bed": r"\b(?:in|from|out of|leave|leaving) (?:my |the |our )?bed\b|\bbed ?(?:bound|ridden)\b|\blying down\b|\bwheelchair\b"
    r"|\bcant (?:get up|move|stand|stand up|walk|leave the house)$|\btoo (?:tired|exhausted|weak|heavy) (?:to|for)\b"
    r"|\bno energy\b|^(?:too tired|in bed|bed)$",
    "people": r"\b(?:people|someone|somebody|family|kids?|baby|husband|wife|partner|\w*mates?|everyone|mum|mom|dad)(?:s| is| are)?"
    r" (?:around|here|asleep|sleeping|watching|about|home|in the room|next to me|beside me)\b|\bnot alone\b|\b(?:no|any|have) privacy\b"
    r"|\bon (?:the |a |my )?(?:bus|train|plane|tube|subway|ward)\b|\bin public\b|\bwaiting room\b|\b(?:next to|beside) me\b|^people$",
    "work": r"\b(?:at|in) (?:my |the |an? )?(?:work|desk|office|job|class|school|lecture|meeting|shop|store)\b|\bon (?:a |my )?shift\b"
    r"|\bco ?workers\b|\bcolleagues\b|^work(?:ing)?$",
    "no_hearing": r"\bdeaf\b|\bhard of hearing\b|\bhearing (?:loss|aids?|impaired)\b|^(?:without (?:sounds?|hearing)|hearing|no sounds?)$"
    r"|\bcant hear(?: well| much| properly| at all| anything| music| things| sounds?)?$",
    "no_sight": r"\bblind\b|\b(?:low|poor|bad) (?:vision|sight|eyesight)\b|\bvisually impaired\b"
    r"|\bpartially sighted\b|\bwithout (?:looking|sight)\b"
    r"|\bcant see(?: well| much| properly| at all| anything| things| the screen)?$|^(?:sight|eyes)$",
    "no_appetite": r"\bno appetite\b|\bcant (?:eat|drink|taste|face (?:food|eating))\b|\bnot (?:hungry|eating)\b|^no (?:food|taste)$"
    r"|\b(?:dont|not) want (?:to eat|to drink|food)\b|\bnause(?:a|ous)\b|^appetite$",
    "not_body": r"\b(?:no|not|without|dont|rather not|avoid)\b.*\b(?:body|touch|touching|physical)\b|\bleave (?:my |the )?body out\b|^body$"
    r"|\bhate my body\b|\bmy body (?:isnt|is not|doesnt feel|does not feel) safe\b|\btrauma\b",
}
THING = 4
"""Words up to which a text can name an activity of the visitor's own."""
_NOT_A_THING = frozenset(
    {"i", "im", "ive", "id", "me", "you", "nothing", "none", "no", "not", "nope", "dont", "cant", "wont", "feel", "feeling", "felt"}
    | {"what", "why", "how", "who", "is", "are", "do", "does", "stop", "quit", "leave", "help", "yes", "yeah", "yep", "ok", "okay", "sure"}
    | {"idk", "dunno", "thanks", "thank", "hi", "hello", "hey", "bye", "goodbye", "later", "back", "again"}
)
_BESIDE_THE_START = re.compile(r"[.,;:!?\n]|\bwith\b")
"""What parts the wish to begin from what to begin with: "ok, let's do it. the cat"."""
_A_THING = re.compile(
    r"^(?:(?:maybe|just) )*(?:the|my|our|a|an|some) (?!.*\b(?:exercise|activity|minutes?|five|thing|try|go|moment|end|first)\b)"
)
_SENSES = {
    "hearing": r"sounds?|hear|hearing|listen|listening|ears|audio|noise",
    "sight": r"look at|looking|see|seeing|watch|eyes|visual",
    "touch": r"touch|touching|hands|hold|texture|feel with my hands",
    "smell": r"smell|smelling|scent|nose",
    "taste": r"taste|tasting|drink",
}
_FOR_A_SENSE = (
    r"^(?:(?:is there|have you|got|maybe|can i have|give me|id like) )*(?:something|anything|one|more)(?: \w+){{0,4}} (?:{0})\b|^(?:{0})$"
)
_AROUND_A_NAME = frozenset(
    {"i", "id", "ill", "im", "could", "can", "might", "would", "want", "to", "do", "make", "have", "try", "go", "with", "for", "my", "the"}
    | {"a", "an", "some", "one", "or", "and", "of", "on", "in", "ok", "okay", "yes", "yeah", "then", "maybe", "lets", "just", "please"}
    | {"guess", "think", "something", "hot", "cold", "warm", "cup", "short", "now"}
)
"""What may stand around the name of an activity that is chosen."""
_OTHERS = re.compile(
    r"^(?:(?:can i have|is there|are there|show me|give me|maybe|any|got|have you got|no|what) )*"
    r"(?:something else|anything else|something different|others?|other ones|another(?: one)?|more(?: options| choices| of them)?|what else"
    r"|else|next|different(?: ones?)?|neither|not (?:these|those|that|this|any of (?:these|those|them)))(?: please| then)*$"
)
_CANNOT = re.compile(
    r"\bcant (?:do|manage|try) (?:any|these|those|them|it|this|that|all)\b"
    r"|^none(?: of (?:these|those|them|it|the above))?(?: (?:work|fit|are|is)\b.*)?$"
    r"|^(?:nothing|i cant|cant|impossible|not possible|not possible (?:here|now))$|\b(?:dont|wont) work for me\b"
    r"|^none of (?:these|those|them)\b"
)
_ANY = re.compile(
    r"^(?:(?:(?:i )?(?:dont|do not) (?:care|mind|know)|idk|just|please|ok|dunno|any(?: of them| one)?|anything|whatever|whichever"
    r"|you (?:pick|choose|decide)|(?:its )?up to you|surprise me|no (?:idea|preference)|all the same|(?:i )?cant decide|(?:im )?not sure"
    r"|does(?: no|n)t matter)(?: |$))+$"
)
_OWN = re.compile(r"^(?:what about|how about|could i|can i|i could|i might|maybe|let me|id rather|id like to|i want to) ")
_NEGATED = re.compile(r"\b(?:no|not|never|none|without|nothing|hate|(?:do|does|ca|wo|is|are)nt|cannot)\b")
_ASKS = re.compile(r"^(?:why|how (?!about)|what (?!about)|who|is (?:it|this|that)|are you|do you|does)\b")
_LATER = re.compile(
    r"^(?:(?:ok|okay|k|sure|alright|all right|fine|right|ready|im ready|done|im done|finished|i finished|i did it|did it|that was it"
    r"|starting|start|started|lets go|here goes|go|wait|hang on|hold on|one sec|one second|doing it|im doing it|on it|trying"
    r"|give me a (?:minute|sec|second|moment)|not yet|still (?:going|doing it|listening|at it)|back|im back|later) ?)+"
    r"(?:now|then|please|thanks)?$"
)
_YES = re.compile(r"^(?:yes|yeah|yep|yup|ya)(?: (?:ok|sure))?$")
_INSTEAD = re.compile(r"\b(?:instead|rather (?!not)|swap|switch to|change to)\b")
"""How another activity is chosen once one was shown: "no headphones here. tea instead"."""
_ONLY = re.compile(r"^(?:it|that|they|this) (?:was|were|is) (?:just|only|nothing but) |^just (?:a |the |some )?\w+$")
"""How nothing is told of what was done: "it was just hot water"."""
_AROUND = re.compile(
    r"^(?:(?:ok|yes|please|lets|ill|the|do|try|maybe|just|can i|i could) )*(?:look(?:ing)? (?:around|out)|grounding|eyes open)\b.{0,20}$"
)
_GROUNDING = CHOOSE + '{"exercise_activity": "grounding"}'
_TOMORROW = re.compile(
    r"^(?:(?:ok|yes|please|can you|can we|could we|id like|i want|lets|make|do|give me|me|to) )*(?:a |the |my )?(?:line|plan) for tomorrow$"
)
_HELPED = re.compile(
    r"\b(?:did|kinda|kind of|sort of|sorta|actually|really|it) (?!not\b|nothing\b|never\b)(?:\w+ )?(?:work|worked|works|help"
    r"|helped|helps)\b"
    r"|\b(?:\d{1,2}(?: percent| per cent)?|a (?:tiny |little |wee )?bit|slightly|a touch|a little|a notch|a hair|marginally|kinda|somewhat)"
    r" (?:less|better|lighter|clearer|warmer|calmer|easier)\b"
)
"""That something came of it, however little: "it kinda did work", "like 4% less"."""
_DID_NOT = re.compile(
    r"\b(?:not|didnt|doesnt|dont|isnt|wasnt|aint|never|hardly|cant|wont|no)\b(?: \w+){0,2} (?:work|worked|works|help|helped"
    r"|helps|less|better)\b"
)
_ASIDE_FIRST = re.compile(r"^(?:no|nope|nah|not really)\b(?! (?:better|less|help|work))")
_NO_WORSE = re.compile(r"\b(?:no|not|nah|aint|isnt|wasnt|didnt|doesnt|never|nothing|nor)\b(?: \w+){0,3} worse\b")
_OF_ONESELF = re.compile(
    r"\b(?:i|im|ive|id|me|my|myself|worse|panic\w*|scared|afraid|anxi\w*|dizzy|sick|hurts?|cr(?:y|ied|ying)|unreal|cant|ache\w*"
    r"|sad|head|chest"
    r"|heart|body|feels?|feeling|too much|overwhelm\w*|weird|wrong)\b"
)
"""Of which something stands in a text that tells how one is, and not how the thing was."""
_OF_THE_THING = re.compile(
    r"\b(?:tastes?|tasted|smells?|smelled|smelt|sounds?|sounded|looks?|looked|bitter|sour|stale|loud|lukewarm|tea|coffee|water"
    r"|drink|song|music"
    r"|soap|cup|mug)\b"
)
_SENSED = re.compile(
    r"\b(?:noticed|heard|saw|smelled|smelt|tast(?:ed|es)|smells|looked|sound(?:ed|s)|felt (?:the|warm|cold|cool|soft|rough"
    r"|heavy|wet|smooth))\b"
)
_UNREAD = frozenset(
    {"nlu_fallback", "out_of_scope", "chitchat", "told_checked_out", "far_from_people", "going_through_motions", "lost_interest"}
)
"""Intents of what was noticed where no word of it is known."""
_DOING = re.compile(
    r"^(?:(?:i|im|id|ill|was|be|maybe|just|like|could|can|its|it is|my own|of my own) )*"
    r"(?!(?:cutting|hurting|harming|losing|missing|hating|killing|ending|leaving|wasting|seeing|hearing|feeling|noticing|doing"
    r"|being|having)\b)"
    r"\w{2,}ing (?:the|my|our|a|an|some|his|her|their|up|with) (?:\w+ ?){1,3}$"
)
"""A thing that is done, as the answer to which one it is: "feeding the cat"."""
_WHAT_NOW = re.compile(
    r"^(?:(?:so|ok|okay|and|right|well|then) )*(?:whats next|what next|what now|now what|and now|next|what do i do now)(?: then)?$"
)
_OUTCOMES = ("utter_exercise_felt_", "utter_exercise_grounded_", "utter_exercise_noticed_")
_TELLS_WHERE = re.compile(
    r"^(?:(?:but|sorry|no|wait|ok|well|actually) )*(?:im|i am|i cant|cant|i have no|theres|there are|people|not alone|no privacy|in bed"
    r"|at work|deaf|blind|too)\b"
)
"""How what is in the way is told once an activity was shown: there a text mostly tells what was noticed."""
_SKIPS = re.compile(
    r"^(?:(?:please )?skip(?: (?:it|this|that|the number|the scale))?|pass|no(?: number| numbers| thanks| thank you)?|nope|nah|no score"
    r"|(?:id |i would )?rather not(?: say)?|idk|dunno|(?:i )?(?:dont|do not) know|no idea|not sure|im not sure|cant say|hard to say)$"
)
_LED = (
    r"^(?:(?:its|it is|id say|i would say|id|say|maybe|about|around|probably|like|i guess|a|an|give it|i notice|i noticed|noticed|now"
    r"|just|only|at|more like|im at|im|so|well|hm+|ok|still|perhaps|honestly|was|it was) )*"
)
_TRAILED = r"(?: (?:now|i guess|maybe|probably|id say|right now|please|at most|at best|if that|today|really|tbh|honestly|i think))*$"
_NUMBERS = {"zero": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4}
_NUMBER = re.compile(
    _LED + r"(?P<number>\d{1,2}|100(?= percent)|zero|nought|one|two|three|four)(?:ish)?(?P<share> percent)?"
    r"(?: or (?:\d|\w+))?(?: (?:out )?of (?P<of>4|four|10|ten))?" + _TRAILED
)
_AFTERWARDS = re.compile(r"\b(?:was|noticed|after|afterwards)\b")
"""How a number is told once the exercise is done: it is none from before."""
_AMOUNTS = (
    r"nothing|nothing at all|none|not at all|not a thing|nada|zilch|nil|nowt|no",
    r"(?:barely|hardly|scarcely) (?:anything|at all|a thing|any|much)|barely|hardly|almost nothing|next to nothing|(?:very |only a )?little"
    r"|not (?:very )?much|not a lot|a (?:tiny|little|wee) ?bit|a little|slightly|a touch|almost none",
    r"some|something|some things|a bit|somewhat|a few(?: things)?|so so|medium|half|halfway|in the middle|middling|average",
    r"quite (?:a bit|a lot|some)|a fair bit|a fair amount|a good bit|fairly much|more than usual|a good deal",
    r"a lot|lots|loads|everything|very much|a great deal|plenty|a ton|tons|heaps",
)
_AMOUNT = [re.compile(_LED + rf"(?:{words})" + _TRAILED) for words in _AMOUNTS]
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
    plain = _plain(text)
    if _TOMORROW.match(plain):
        return PLAN
    if _AROUND.match(plain) and _GROUNDING in payloads:
        return _GROUNDING
    if any(each.startswith(RATE) for each in payloads):
        found = _rating(text, plain, offered, payloads)
        if found:
            return found
    if OUTCOME in payloads or any(each.startswith(RATE) for each in payloads):
        return _under_way(text, plain, str(intent), payloads)
    if any(each.startswith(HINDERED) for each in payloads):
        return _picked(text, offered) or _hindered(plain)
    if OTHER in payloads:
        return _picked(text, offered) or _picked_first(text, offered) or _choosing(plain, payloads)
    if any(each.startswith(PLAN + "{") for each in payloads):
        return _picked(text, offered) or _planning(plain, payloads)
    is_offered = any(choice["payload"] in TRY and not choice.get("door") for choice in offered)
    name = _only_named(text, plain) if is_offered else None
    return _payload(CHOOSE, exercise_activity=name) if name else None


def _picked(text: str, offered: Choices) -> Optional[str]:
    """The choice that a text names. What a crisis menu means is settled before the engine, and no business of the exercise."""
    payload = picked(text, offered)
    return None if payload is None or from_payload(payload).is_about_risk else payload


def _picked_first(text: str, offered: Choices) -> Optional[str]:
    """The activity whose label one part of a text is: "something of my own. feeding the cat"."""
    parts = {bare(part) for part in re.split(r"[.,:;!?\n]| [-–] ", text)}
    return next(
        (str(each["payload"]) for each in offered if bare(each["title"]) in parts and str(each["payload"]).startswith(CHOOSE)), None
    )


def corrected(text: str, last: Collection[str]) -> Optional[str]:
    """What a text puts right that was answered to an outcome, or asks after it; None if it does neither.

    Args:
        text: the visitor's words.
        last: the responses of the last answer.
    """
    told = next((each for each in last if each.startswith(_OUTCOMES)), None)
    if told is None:
        return None
    plain, worse = _plain(text), told.endswith("_worse")
    if worse and takes_back_worse(text):
        return OUTCOME if _OF_THE_THING.search(plain) else NOTHING
    if not worse and _WHAT_NOW.match(plain):
        return PLAN
    return OUTCOME if "_nothing" in told and _helped(plain) else None


def takes_back_worse(text: str) -> bool:
    """Whether a text says that it is not worse."""
    return bool(_NO_WORSE.search(_plain(text)))


def _helped(plain: str) -> bool:
    rest = _ASIDE_FIRST.sub("", plain)
    return bool(_HELPED.search(rest)) and not _DID_NOT.search(rest)


def hindrances(text: str) -> Tuple[str, ...]:
    """What a text tells to be in the way."""
    plain = _plain(text)
    if len(plain.split()) > LONG:
        return ()
    return tuple(name for name, words in _HINDRANCES.items() if re.search(words, plain))


def named(text: str, most: int = SHORT) -> Optional[str]:
    """The activity that a text of so many words at most names, or None; of several the one it says most of, else the first."""
    plain = f" {_plain(text)} "
    if len(plain.split()) > most or _NEGATED.search(plain):
        return None
    found: List[Tuple[int, int, str]] = []
    for each in activities():
        places = [plain.find(f" {word} ") for word in each.words]
        hits = [place for place in places if place >= 0]
        if hits:
            found.append((-len(hits), min(hits), each.name))
    return min(found)[2] if found else None


def _only_named(text: str, plain: str) -> Optional[str]:
    """The activity that a text names and says nothing else: "tea", "i could do music i guess"."""
    name = named(text)
    words = {word for each in activities() if each.name == name for phrase in each.words for word in phrase.split()}
    return name if {*plain.split()} <= {*words, *_AROUND_A_NAME} else None


def names_a_thing(plain: str) -> bool:
    """Whether a bare text is only a thing, as an answer to "which one?" is: "knitting", "feeding the cat"."""
    words = plain.split()
    return 0 < len(words) <= THING and not set(words) & _NOT_A_THING


def starts_with_own(text: str) -> bool:
    """Whether a text that asks for the exercise goes on to name a thing of the visitor's own: "ok, let's do it. the cat"."""
    parts = [_plain(part) for part in _BESIDE_THE_START.split(text)[1:]]
    return any(names_a_thing(part) and _A_THING.match(part) for part in parts)


def names_an_activity(text: str, offered: Choices) -> bool:
    """Whether a text only names an activity, where activities are offered: "water on my hands" is then no hint at anything else."""
    chosen = any(str(choice["payload"]).startswith(CHOOSE) for choice in offered)
    return chosen and _only_named(text, _plain(text)) is not None


def sense(text: str) -> Optional[str]:
    """The sense that a text asks something for ("something with sound"), or None."""
    plain = _plain(text)
    return next((name for name, words in _SENSES.items() if re.search(_FOR_A_SENSE.format(words), plain)), None)


def number(text: str) -> Optional[int]:
    """How much a text says is noticed, on the scale from 0 to 4; None if it says no such thing. "7" and "7/10" are of ten."""
    plain = _plain(text)
    match = _NUMBER.match(plain)
    if match:
        value = _NUMBERS.get(match["number"])
        value = int(match["number"]) if value is None else value
        if match["share"]:
            return round(value * SCALE[-1] / 100)
        # Just past the end of the scale, and not a count of ten.
        if value == SCALE[-1] + 1 and not match["of"]:
            return SCALE[-1]
        if match["of"] in ("10", "ten") or value > SCALE[-1]:
            return round(value * SCALE[-1] / 10) if value <= 10 else None
        return value
    return next((value for value, words in enumerate(_AMOUNT) if words.match(plain)), None)


def _plain(text: str) -> str:
    """The text bare, with what parts two numbers, and a share's sign, kept as words."""
    text = text.replace("%", " percent ")
    return " ".join(
        bare(re.sub(r"(?<=\d)\s*/\s*(?=\d)", " of ", re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", " or ", text)).replace("'", "")).split()
    )


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


def _under_way(text: str, plain: str, intent: str, payloads: List[str]) -> Optional[str]:
    felt = intent.startswith("exercise_felt_")
    instead = next((each for each in re.split(r"[.,;!?\n]", text) if _INSTEAD.search(bare(each))), None)
    name = named(instead) if instead else None
    if name:
        return _payload(CHOOSE, exercise_activity=name)
    if _helped(plain):
        return OUTCOME
    of_the_thing = bool(_OF_THE_THING.search(plain)) and not _OF_ONESELF.search(_NO_WORSE.sub("", plain))
    if takes_back_worse(text) or (intent == "exercise_felt_worse" and of_the_thing):
        return OUTCOME if of_the_thing else NOTHING
    if intent in _UNREAD and _SENSED.search(plain) and not _NEGATED.search(plain):
        return OUTCOME
    rated = any(each.startswith(RATE) for each in payloads)
    if not felt and _DOING.match(plain):
        return LATER
    if _LATER.match(plain) or (rated and _YES.match(plain)):
        return LATER
    if not felt and OUTCOME in payloads and _ONLY.match(plain):
        return NOTHING
    return None if felt or len(plain.split()) > SHORT or not _TELLS_WHERE.match(plain) else _hindered(plain)


def _hindered(plain: str) -> Optional[str]:
    found = hindrances(plain)
    return _payload(HINDERED, in_the_way=" ".join(found)) if found else None


def _choosing(plain: str, payloads: List[str]) -> Optional[str]:
    in_the_way = _hindered(plain)
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
        return _payload(OTHER, sense=wished)
    if _ASKS.match(plain):
        return None
    name = named(plain)
    if name:
        return _payload(CHOOSE, exercise_activity=name)
    negated = _NEGATED.search(plain)
    if negated and len(plain.split()) <= SHORT // 2 and named(_NEGATED.sub("", plain)):
        return OTHER
    if (_OWN.match(plain) or _DOING.match(plain)) and not negated and len(plain.split()) <= SHORT:
        return next((each for each in payloads if '"own"' in each), None)
    return None


def _planning(plain: str, payloads: List[str]) -> Optional[str]:
    if re.search(r"\b(?:enough|stop)\b", plain):
        return None
    at = next((name for name, words in _WHEN.items() if re.search(words, plain)), None)
    for end in (at, named(plain)):
        found = next((each for each in payloads if end and re.search(rf'[" ]{end}"}}$', each)), None)
        if found:
            return found
    return None


def _payload(intent: str, **values: str) -> str:
    entities: Dict[str, str] = values
    inside = ", ".join(f'"{name}": "{value}"' for name, value in entities.items())
    return f"{intent}{{{inside}}}"
