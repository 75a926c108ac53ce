"""Everyday matters that were named in a talk: later "it" and "him" may mean these, and no danger, and "4 instead of 1" tablets."""

from __future__ import annotations

import re
from typing import Mapping

from thaw.safety.normalise import plain

MEDICINE = (
    r"(?:pills?|tablets?|tabs|meds|medications?|medicines?|capsules|doses?|sleepers|painkillers|antidepressants?|beta ?blockers?|statins?"
    r"|sertraline|zoloft|citalopram|escitalopram|lexapro|fluoxetine|prozac|paroxetine|venlafaxine|effexor|duloxetine|cymbalta|bupropion"
    r"|wellbutrin|mirtazapine|amitriptyline|trazodone|quetiapine|seroquel|olanzapine|lithium|lamotrigine|pregabalin|gabapentin"
    r"|propranolol|metoprolol|lorazepam|diazepam|xanax|valium|zopiclone|zolpidem|ambien|insulin|metformin|warfarin|codeine|tramadol"
    r"|ibuprofens?|paracetamols?|tylenols?)"
)
"""What is taken by the number, as people call it."""

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
    "medicine": re.compile(rf"\b{MEDICINE}\b"),
    # Whom "him" means where somebody is afraid of their own hands.
    "child": re.compile(
        r"\b(?:my|our) (?:[\w-]+ ){0,2}?(?:son|daughter|kids?|child|children|boys?|girls?|baby|toddler|twins|little one)\b"
    ),
    "work": re.compile(r"\b(?:job|work|boss|office|meetings?|colleagues?|shift|machine|robot|forklift)\b"),
}


def matters_named(text: str) -> tuple[str, ...]:
    """Which everyday matters a text names."""
    words = plain(text)
    return tuple(name for name, pattern in _MATTERS.items() if pattern.search(words))
