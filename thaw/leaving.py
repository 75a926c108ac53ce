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


def says_goodbye(text: str) -> bool:
    """Whether a text ends with a goodbye."""
    return takes_leave(text) or bool(_IN_TALK.search(text))
