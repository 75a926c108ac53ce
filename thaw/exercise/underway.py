"""What a typed message means while the exercise is shown: it is got ready, it goes on, it is over, something of it was noticed."""

from __future__ import annotations

import re
from typing import List, Optional

from thaw.exercise.naming import NEGATED, SHORT, hindrances, named, only_named
from thaw.exercise.noticing import NO_WORSE, OF_ONESELF, OF_THE_THING, SENSED, helped, observes, only_tears, takes_back_worse
from thaw.exercise.payloads import (
    AGAIN,
    CHOOSE,
    DONE,
    HINDERED,
    LATER,
    NOTHING,
    NUMBER,
    OTHER,
    OUTCOME,
    POSTPONED,
    RATE,
    UNDONE,
    WHAT_NUMBER,
    payload,
)
from thaw.exercise.scale import number
from thaw.safety.menu import bare

_BEFORE = "before"
"""How the choices of the first number begin."""
_LED = r"^(?:(?:ok|okay|k|kk|sure|right|alright|all right|fine|well|so|and|then|but|sorry|wait|yes|yeah|yep|hm+|oh|um|now|just) )*"
_TRAILED = r"(?: (?:now|then|again|please|pls|thanks|ok|yet|already|rn|right now|first|here|though|tho|so far|and|lol|haha))*$"
_LATER = re.compile(
    r"^(?:(?:ok|okay|k|sure|alright|all right|fine|right|ready|im ready|starting|start|started|lets go|here goes|go|wait|hang on|hold on"
    r"|(?:(?:give me|gimme|just|need|i need) )?(?:one|a|an?other|1|two|2|a few|few|5 more|five more) (?:more )?"
    r"(?:secs?|seconds?|mins?|minutes?|moments?|mo|ticks?)|brb|cool|nice|sweet"
    r"|(?:ill|i will|let me|lemme|will) (?:try|do|give it a (?:go|try))(?: (?:it|that|this))?|got it|got (?:my|the|some|a) \w+"
    r"|doing it|im doing it|on it|trying|not yet|havent (?:done it|started|begun)(?: yet)|still (?:going|doing it|listening|at it)|back"
    r"|im back) ?)+"
    r"(?:now|then|please|thanks|lol)?$"
)
_MADE = r"(?:on|playing|boiling|brewing|ready|running|poured|made|steeping|boiled|filling)"
_OF_IT = r"(?:it|one|some|this|that|the|a|an|my|on|up|out|for|to|of|cup|mug|tap|water|tea|coffee|music)"
_AT_IT = re.compile(
    rf"{_LED}(?:(?:(?:its|it is|theyre|theres|ive got|i have|got|the|my|a|some) )*(?:\w+ ){{0,3}}(?:is |are |s )?{_MADE}"
    r"|(?:(?:i|im|ill|i am|i will|lemme|let me|gonna|going to|about to|off to) (?:just )*)*"
    r"(?:making|make|boiling|boil|pouring|pour|getting|get|fetching|fetch|putting|put|playing|play|finding|find|starting|start|listening"
    r"|listen|holding|hold|drinking|drink|sipping|sip|doing|do|brewing|warming|warm|running|run|filling|fill|lighting|light|opening|open"
    r"|walking|stroking|petting|picking|pick|trying|try)"
    rf" (?:{_OF_IT}\w*|(?:{_OF_IT}+ )+\w*)"
    r"|(?:(?:im|i am|outside|walking|listening|drinking|sipping|playing|holding it|headphones in) ?)+)" + _TRAILED
)
"""That it is got ready, or is going on: "kettle's on", "making it now"."""
_FIVE = r"(?:(?:the |my |all )?(?:5|five) ?(?:mins?|minutes?|m)?|time|the time)"
_PART = (
    r"(?:i )?(?:only |just |like )?(?:did |managed |got )?(?:about |like )?half(?: of)?(?: it| that)?"
    r"|(?:i )?(?:stopped|quit|gave up|got bored) (?:after|at|about|around|half ?way)(?: (?:about|like|around|only))*"
    r"(?: (?:a|one|two|three|four|half a|\d|a few|a couple of|some|through) ?(?:mins?|minutes?|secs?|seconds?|song|sip|line)?)?"
    r"|(?:i )?(?:only |just )?(?:did|managed|lasted|made it) (?:only |like |about |maybe )*(?:a|one|two|three|four|\d|\d or \d)"
    r" (?:mins?|minutes?)"
)
"""That it was done in part, which counts as well."""
_OVER = re.compile(
    rf"{_LED}(?:(?:done|finished|i did it|did it|ive done it|i have done it|done it|done that|did that|i finished|finished it|im done"
    rf"|i am done|all done|that was it|thats it|thats that|its done|its over|over|(?:its|it has|thats|that was) (?:been )?{_FIVE}"
    r"|(?:i )?(?:did|finished|tried|listened to|drank|had|went for|took) (?:the|my|a|some|that) (?:music|song|tea|coffee|water|drink|walk"
    rf"|thing|exercise|window|sounds?|smell|picture|page|pen|plant|socks)|{_PART}"
    rf"|(?:that|it|this) (?:killed|took|filled|was) (?:like|about|around)? ?{_FIVE}"
    rf"|been {_FIVE}|{_FIVE} (?:is |are |has |have )?(?:up|over|done|passed|gone)|times up) ?)+" + _TRAILED
)
"""That the time is over, or the thing done, and no more."""
_ASKS_AGAIN = re.compile(
    rf"{_LED}(?:what (?:do|am|should|shall|would|was|must) i (?:(?:do|supposed|meant|have|need|to|again|doing) ?)+"
    r"|what (?:was|is) it(?: i do)?"
    r"|what (?:were|are) the steps|remind me|say (?:it|that) again|how (?:do|does) (?:i|it|this) (?:do (?:it|this)|work|go|start|begin)"
    r"|how do i (?:start|begin)|what next|whats next|what now|now what|whats the exercise|what exercise|instructions?|the steps"
    r"|what do you want me to do|i (?:forgot|forget)(?: what (?:to do|it was|i do))?|i dont (?:get it|understand)(?: what to do)?)"
    + _TRAILED
)
"""What to do, asked again."""
_YES = re.compile(r"^(?:yes|yeah|yep|yup|ya)(?: (?:ok|sure))?$")
_INSTEAD = re.compile(r"\b(?:instead|rather (?!not|watch (?:paint|grass))|swap|switch to|change to)\b")
"""How another activity is chosen once one was shown: "no headphones here. tea instead"."""
_DID_NOTHING = re.compile(
    r"^(?:(?:well|ok|lol|nope|no|honestly|tbh|yeah|so) )*(?:that|it|this) (?:(?:just|really|honestly|literally) )*"
    r"(?:(?:did|does|didnt do|gave me) (?:nothing|anything|zilch|jack|a thing|sod all|nada)|was (?:pointless|boring|a waste(?: of time)?"
    r"|useless|nothing))\b(?!.*\b(?:worse|but)\b)"
)
"""That nothing came of it, whatever is joked beside it."""
_ONLY = re.compile(r"^(?:it|that|they|this) (?:was|were|is) (?:just|only|nothing but) |^just (?:a |the |some )?\w+$")
"""How nothing is told of what was done: "it was just hot water"."""
_UNREAD = frozenset(
    {"nlu_fallback", "out_of_scope", "chitchat", "told_checked_out", "far_from_people", "going_through_motions", "lost_interest"}
)
"""Intents of what was noticed where no word of it is known."""
_TELLS_WHERE = re.compile(
    r"^(?:(?:but|sorry|no|wait|ok|well|actually) )*(?:im|i am|i use|ive got a|i have a|my (?:legs?|feet|foot|back|knees?|hips?)"
    r"|i cant|cant|i have no|theres|there are|people|not alone|no privacy|in bed"
    r"|at work|deaf|blind|too)\b"
)
"""How what is in the way is told once an activity was shown: there a text mostly tells what was noticed."""
DOING = re.compile(
    r"^(?:(?:i|im|id|ill|was|be|maybe|just|like|could|can|its|it is|my own|of my own) )*"
    r"(?!(?:nothing|anything|everything|something|cutting|hurting|harming|losing|missing|hating|killing|ending|leaving|wasting|seeing|hearing|feeling|noticing|doing"
    r"|being|having)\b)"
    r"\w{2,}ing (?:the|my|our|a|an|some|his|her|their|up|with) \w+(?: \w+){0,2} ?$"
)
"""A thing that is done, as the answer to which one it is: "feeding the cat"."""


_POSTPONES = re.compile(
    rf"{_LED}(?:(?:is|would) (?:it|that) (?:ok|okay|fine|alright|all right|possible|bad)(?: (?:if|to))? (?:i )?|can i|could i|may i"
    r"|ill|i will|i can|im going to|im gonna|id rather|maybe|i might|i could|let me)? ?"
    r"(?:(?:just )?(?:do|try|start|have|save|leave|make) (?:it|this|that|the \w+) )?"
    r"(?:later(?: on| today| tonight)?|tomorrow|tonight|another (?:time|day)|some other time|for later|for tomorrow|after work"
    r"|in the morning|in a (?:bit|while)|in an hour)" + _TRAILED
)
"""That it is done later, or whether it may be."""
_UNDONE = re.compile(
    rf"{_LED}(?:(?:no|i mean|lol|nah|actually|honestly|tbh) )*(?:i )?(?:(?:didnt|did not|havent|have not|never|forgot to|couldnt|could not)"
    r" (?:(?:actually|really|even|just|get to|get around to|manage to|end up) ?)*(?:(?:do|did|done|doing|try|tried|start|started|begin"
    r"|bother|bothered|play|make|drink)(?: (?:it|that|this|anything|any of it|the \w+))?)"
    r"|(?:just )?(?:fell|fall|dozed|drifted) (?:asleep|off)|forgot(?: about it| all about it)?|slept(?: through it)?)" + _TRAILED
)
"""That it was not done."""
_THINGS = (
    r"(?:kettle|tea|tea ?bags?|coffee|milk|cups?|mugs?|headphones?|earphones?|earbuds|airpods|speakers?|phone|radio|spotify|stereo|music"
    r"|songs?|hands?|plants?|pens?|pencils?|paper|books?|soap|blanket|ball|socks|wifi|internet|data|battery|shoes|garden|shower"
    r"|tap|taps)"
)
_MISSING = re.compile(
    rf"{_LED}(?:(?:the|my|our) {_THINGS}(?:s|es| is| are)? (?:\w+ )?(?:broken|broke|dead|empty|out|gone|missing|flat|busted|off|dirty"
    r"|full|leaking)"
    rf"|(?:the|my|our) {_THINGS} (?:broke|died|isnt working|isnt charged|wont work|wont turn on|doesnt work)"
    rf"|(?:(?:i|we) (?:dont|do not|havent) (?:have|got|own|drink|like)|(?:i|we)(?:ve| have)? (?:got )?no|(?:im|were|i am|we are|ran|i ran)"
    rf" out of|theres no|there is no|no) (?:any |a |an |my |the |free )?{_THINGS}(?: (?:free|left|here|on me|at home|with me|right now))*"
    r"|my hands are (?:full|busy|wet|dirty))(?:$| (?:and|but|so|im|i am|because|cause|cos|lol|haha|tho|though|right now|atm)\b.*)"
)
"""That a thing is missing which an activity needs: others are shown."""
_OUTSIDE = re.compile(
    r"^(?:(?:its|it is|but|way|far|much|no|sorry|lol) )*too (?:cold|hot|dark|wet|icy|windy|late)"
    r" (?:out|outside|out there|to (?:go|walk|be out)\w*)\b"
)
"""That it is no weather, or no hour, for what is done outside."""
_SWITCH = re.compile(
    r"^(?:(?:ok|oh|hm+|um+|no) )*(?:(?:wait|actually|sorry|hold on|i mean|scratch that|changed my mind|on second thought) )+"
)
"""How another activity is named in place of the one shown: "no wait, walk"."""
_MY_NUMBER = re.compile(
    rf"{_LED}(?:(?:what|which|whats|show|see|remind|tell|can|could|where|did)\b(?: \w+){{0,5}} (?:numbers?|score|rating)"
    r"|what did i (?:say|put|give|pick|rate it)(?: (?:before|first|at first|at the start))?)"
    r"(?: (?:was|again|before|did i (?:say|give|put|pick|have)|i (?:gave|said|put|picked|had)|from before|earlier|at the start|then"
    r"|please))*$"
)
_WHAT_NUMBER = re.compile(
    rf"{_LED}(?:(?:what|which|whats|why|how|do|does|must|should|is|explain|(?:i )?(?:dont|do not|no) (?:get|understand)|not sure)\b"
    rf"(?: \w+){{0,6}}? (?:numbers?|scale|rating|score|0|zero|4|four)\b(?: \w+){{0,4}}"
    r"|(?:what|which(?: one)?) (?:(?:do|should|must|shall|am|to) ?)(?:i )?(?:must |have to |supposed to )?(?:put|choose|pick|say|write"
    r"|answer|type|press)(?: (?:here|there|in|now))*)" + _TRAILED
)
"""What the number is, asked before one is given."""
_STILL_NUMB = re.compile(
    r"^(?:nothing|nope|nada|zero|none|zilch)(?: at all)? (?:(?:still|just|same|im|i am|i|feel|totally|completely|as|like) )*"
    r"(?:dead|numb|flat|empty|blank|hollow|nothing|always|usual|ever|before)(?: inside)?(?: (?:as|like) (?:always|ever|before|usual))?$"
)
"""A nothing, and that it is as ever: the dead one is nobody else."""


_MAY_BE_LATER = re.compile(r"^(?:(?:is|would) (?:it|that) (?:ok|okay|fine|alright|all right)|can i|could i|may i)\b.* later\b")


def may_be_later(plain: str) -> bool:
    """Whether a bare text asks if it can be done later."""
    return bool(_MAY_BE_LATER.match(plain) and _POSTPONES.match(plain))


def is_over(plain: str) -> bool:
    """Whether a bare text only says that the thing is done, or the time over."""
    return bool(_OVER.match(plain))


def is_missing(plain: str) -> bool:
    """Whether a bare text says that a thing is missing which an activity needs: "the kettle is broken", "no hands free"."""
    return bool(_MISSING.match(plain))


def is_undone(plain: str) -> bool:
    """Whether a bare text says that it was not done."""
    return bool(_UNDONE.match(plain))


def _beside_the_outcome(plain: str) -> Optional[str]:
    """The payload of what is no outcome yet, or never will be: it is put off or was not done, a thing is missing, a number is asked for."""
    switched = _SWITCH.sub("", plain)
    name = only_named(switched, switched) if switched != plain else None
    if name:
        return payload(CHOOSE, exercise_activity=name)
    kinds = ((_POSTPONES, POSTPONED), (_UNDONE, UNDONE), (_MISSING, OTHER), (_MY_NUMBER, NUMBER), (_STILL_NUMB, NOTHING))
    return next((each for pattern, each in kinds if pattern.match(plain)), None)


def under_way(text: str, plain: str, intent: str, payloads: List[str]) -> Optional[str]:
    """The payload that a text means while an activity is shown, or None if it means none of the exercise's.

    Args:
        text: the visitor's words.
        plain: the same, spelled out.
        intent: what the intent head made of them.
        payloads: what was offered.
    """
    felt = intent.startswith("exercise_felt_")
    instead = next((each for each in re.split(r"[.,;!?\n]", text) if _INSTEAD.search(bare(each))), None)
    name = named(instead) if instead else None
    if name:
        return payload(CHOOSE, exercise_activity=name)
    if _OUTSIDE.search(plain):
        return OTHER
    if any(f'"{_BEFORE} ' in each for each in payloads) and _WHAT_NUMBER.match(plain) and not _MY_NUMBER.match(plain):
        return WHAT_NUMBER
    beside = _beside_the_outcome(plain)
    if beside:
        return beside
    if _ASKS_AGAIN.match(plain):
        return AGAIN
    if _OVER.match(plain):
        return DONE
    rated = any(each.startswith(RATE) for each in payloads)
    value = number(text)
    if value is not None and not rated:
        # Of the scale that was shown before: no place in the list.
        return OUTCOME if value else NOTHING
    if _DID_NOTHING.match(plain):
        return NOTHING
    if helped(plain) or only_tears(plain):
        return OUTCOME
    of_the_thing = bool(OF_THE_THING.search(plain)) and not OF_ONESELF.search(NO_WORSE.sub("", plain))
    if takes_back_worse(text) or (intent == "exercise_felt_worse" and of_the_thing):
        return OUTCOME if of_the_thing else NOTHING
    if _AT_IT.match(plain) or _LATER.match(plain) or (rated and _YES.match(plain)):
        return LATER
    # In several sentences one may tell what there was, and the rest what is made of it.
    parts = [bare(part) for part in re.split(r"[.!?;\n]", text)] if intent != "exercise_felt_worse" else []
    if observes(plain) or any(map(observes, parts)) or (intent in _UNREAD and SENSED.search(plain) and not NEGATED.search(plain)):
        return OUTCOME
    if not felt and DOING.match(plain):
        return LATER
    if not felt and OUTCOME in payloads and _ONLY.match(plain):
        return NOTHING
    return None if felt or len(plain.split()) > SHORT or not _TELLS_WHERE.match(plain) else hindered(plain)


def hindered(plain: str) -> Optional[str]:
    """The payload of what a text tells to be in the way, or None."""
    found = hindrances(plain)
    return payload(HINDERED, in_the_way=" ".join(found)) if found else None
