"""Taking leave in talk. Of these ways the safety screen knows only the plainest (`thaw/safety/told.py`): to who was just asked about
suicide, "see you soon" or "going to sleep" may be no goodbye for now.
"""

from __future__ import annotations

import re

from thaw.safety.told import takes_leave

_IN_TALK = re.compile(
    r"(?:\b(?:bye now|(?:see|catch) (?:you|ya) (?:soon|tomorrow|around)|cya|gtg|(?:speak|talk) (?:soon|later|tomorrow)"
    r"|(?:gotta|got to|have to|must) (?:go now|run(?: now)?)"
    r"|(?:gotta|got to|have to|need to|must) (?:go|run|dash)(?: (?:and|to))? (?:pick up|get|fetch|collect|feed|walk|cook|make|put)"
    r" (?:the|my|our|some)(?: \w+){1,3}"
    r"|that['’]?s (?:enough|all|it|me)(?: done)? for (?:today|tonight))"
    r"|(?:^|[.,;!] ?)(?:(?:ok|okay|right|well|so|thanks) )?(?:i['’]?m |i am |i['’]?ll )?"
    r"(?:off|going|heading|go) to (?:bed|sleep)(?: now)?)\W*$",
    re.IGNORECASE,
)


_TO_BED = re.compile(
    r"\b(?:good ?night|nighty? night|g ?night|gn|sleep (?:well|tight)|sweet dreams)\b|^\W*(?:(?:ok|okay|right|well|thanks|thank you|thx|ty"
    r"|bye|and)\W+)*(?:(?:night|nite|nn)\W*)+$|\b(?:to|for|in|into|hit the) (?:bed|sleep|hay|sack)\b",
    re.IGNORECASE,
)


def goes_to_bed(text: str) -> bool:
    """Whether a goodbye is one for the night."""
    return bool(_TO_BED.search(text))


def says_goodbye(text: str) -> bool:
    """Whether a text ends with a goodbye."""
    return takes_leave(text) or bool(_IN_TALK.search(text))


_STAYS = re.compile(
    r"^(?:(?:ok|okay|oh|no|actually|sorry|hey|hm+|um+|and|but|well|also)\W+)*"
    r"(?:(?:wait|hold on|hang on|one (?:more|last) (?:thing|question)|(?:just )?(?:a|one|another) (?:thing|question)|before i go"
    r"|i(?:['’]?m| am) (?:still here|not done)|i (?:have|had|ve got) (?:one|a|another)(?: more| last)? (?:thing|question)"
    r"|not yet|actually|one sec|come back|dont go|don['’]t go|there['’]?s (?:one|something)(?: more)?(?: thing| else)?)\W*)+$",
    re.IGNORECASE,
)
"""How someone stays who has just said goodbye, before they say for what."""
_ONLY_LEAVES = re.compile(
    r"^(?:(?:ok|okay|k|right|alright|well|so|thanks|thank you|thx|ty|cool|great|nice|anyway|lol|then)\W+)*"
    r"(?:(?:bye+|goodbye|cya+|cu|see (?:ya|you|u)(?: (?:soon|around|tomorrow))?|laters?|ttyl|gtg|g2g|ta ?ra|cheerio|peace out"
    r"|good ?night|night night|gn)\W*)+(?:(?:now|then|thanks|all|everyone|tomorrow|lol)\W*)*$",
    re.IGNORECASE,
)


def stays_after_all(text: str) -> bool:
    """Whether a text after a goodbye says no more than that there is something else."""
    return bool(_STAYS.match(text.strip()))


def only_leaves(text: str) -> bool:
    """Whether a text is a goodbye and nothing else."""
    return bool(_ONLY_LEAVES.match(text.strip()))
