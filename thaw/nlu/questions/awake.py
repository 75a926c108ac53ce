"""Who can't sleep and came here, and says no more than that; and who asks for help with sleeping."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk

_AWAKE = re.compile(
    r"\b(?:(?:cant|cannot|can not|couldnt|could not|not able to|unable to) (?:(?:get|go|fall)(?: back)?(?: to)? )?(?:a?sleep)"
    r"|awake|woke(?: up)?(?: again)? at [1-5](?: ?am)?|not sleeping|didnt sleep|dont sleep|havent slept|no sleep|sleepless|insomnia"
    r"|up (?:again|still)|still up|sleep (?:isnt|wont|doesnt|is not) (?:coming|come|happening|happen))\b"
)
_NIGHT = re.compile(r"\b[1-5] ?am again\b")
_CAME = re.compile(
    r"\b(?:(?:i )?(?:came|come|ended up|landed|found|opened|clicked on|thought id try|thought i would try) (?:on )?"
    r"(?:here|this|it)(?: (?:page|site|chat|thing))?|here i am|im here)\b"
)
_WORDS = """
i im ive its it is been am pm a m and so but well hi hey hello ok yeah ugh sorry just still again now here at since almost nearly about
around past like gone only half in the of this that thats why hour late very really wide lying lie laying always kept keep all night
tonight middle morning oclock back to bed lol one two three four five
"""
_OF_THE_HOUR = frozenset(_WORDS.split())
"""Words that tell only when, and that it is so again."""
_SLEEP = (
    r"(?:(?:to |go to |get to |get some |get any |fall |back to |me |with |my |a bit of ){0,4}(?:sleep(?:ing)?|asleep|insomnia)"
    r"(?: (?:better|well|through|at night|tonight|properly|problems?|issues?|again|more|longer|at all)){0,3})"
)
_ASKS_FOR_SLEEP = re.compile(
    GREETED + r"(?:(?:can|could|will|would|do) (?:you|u|this|it|thaw)(?: please)?|i need|i want|i could use|any|got any|is there"
    r"|do you have|whats?|how (?:do|can|could|should) i|what (?:can|should|could) i do|i just want|need|please)?"
    r"(?: (?:some|any|anything|something|a|to|help|helps|tips?|advice|tricks?|for|that|do|good|me|i|can|with|make|get)){0,6}"
    rf" {_SLEEP}{END}"
)
_ASKS = re.compile(r"\b(?:help|helps|tips?|advice|tricks?|how|what|whats|make|can you|can u|could you|good for)\b")


def help_sleeping(talk: Talk) -> Optional[Asked]:
    """That help with sleeping is asked for, and nothing besides."""
    asks = _ASKS.search(talk.plain) and _ASKS_FOR_SLEEP.match(talk.plain)
    return Asked(CARRIER, "utter_help_sleep") if asks else None


def awake(talk: Talk) -> Optional[Asked]:
    """That someone lies awake and came here: a message that tells more is read for what else it tells."""
    if not (_AWAKE.search(talk.plain) or _NIGHT.search(talk.plain)):
        return None
    rest = _CAME.sub(" ", _AWAKE.sub(" ", talk.plain)).split()
    only_that = all(word in _OF_THE_HOUR or re.fullmatch(r"\d{1,4}(?:am|pm)?", word) for word in rest)
    return Asked(CARRIER, "utter_awake") if only_that else None
