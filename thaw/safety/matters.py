"""Everyday matters that were named in a talk: later "it" and "him" may mean these, and no danger. By rules alone."""

from __future__ import annotations

import re
from typing import Mapping

from thaw.safety.normalise import plain

_MATTERS: Mapping[str, re.Pattern[str]] = {
    "pastime": re.compile(
        r"\b(?:(?:video ?)?gam(?:e|es|ing)|playstation|xbox|console|fortnite|minecraft|telly|tv|television|netflix|youtube|tiktok|instagram"
        r"|reels|phone|scroll\w*|radio|podcasts?|music|series|binge[- ]?watch\w*|knit\w*|puzzles?|jigsaw|crosswords?|run(?:ning)?|gym"
        r"|bak(?:e|ing)|read(?:ing)?)\b"
    ),
    "parting": re.compile(
        r"\b(?:leav(?:e|es|ing)|mov(?:e|es|ing) out|divorc\w*|break(?:s|ing)? up|broke up|split(?:ting)? up|separat\w+|end(?:s|ing)? things"
        r"|walk(?:s|ing)? out)\b"
    ),
    "work": re.compile(r"\b(?:job|work|boss|office|meetings?|colleagues?|shift|machine|robot|forklift)\b"),
}


def matters_named(text: str) -> tuple[str, ...]:
    """Which everyday matters a text names."""
    words = plain(text)
    return tuple(name for name, pattern in _MATTERS.items() if pattern.search(words))
