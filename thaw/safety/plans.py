"""What words tell of a plan: its means, whether they are within reach, a time. By rules alone.

A plan is read only as an answer to the question about it.
"""

from __future__ import annotations

import re
from typing import Literal, Optional

from thaw.safety.normalise import plain

Plan = Literal["told", "soon"]
MEANS_THEME = "tablets put by"
"""The rules' theme of means that were put by."""
TOO_MANY_THEME = "asks how many tablets are too many"
GUN_THEME = "a gun by the bed"
SHORT = 8
"""Words up to which a text is only an answer."""
_MEDICINE = (
    r"(pills?|tablets?|tabs|capsules|xanax|valium|diazepam|lorazepam|temazepam|zopiclone|zolpidem|codeine|tramadol|morphine|oxycodone"
    r"|paracetamol|tylenol|painkillers|sleepers|antidepressants)"
)
MEANS = (
    rf"({_MEDICINE}|overdos\w*|od|gun|handgun|firearm|revolver|rifle|shotgun|pistol|rope|noose|belt|blade|razors?|knife|knives|bridge|train|tracks|rooftop|roof|cliff"
    r"|exhaust|helium|drown(ing)?|hang(ing)?|shoot(ing)?|jump(ing)?( off| from| in front)?|wrists?|poison|bleach|insulin|balcony|traffic"
    r"|rafters?|beams?|limb|branch|ledge|river|canal|weir|quay|pier"
    r"|(all|enough|saved( up)?|take|taking|on) (of )?(my|the) (meds|medication|medicine))"
)
NAMES_MEANS = re.compile(rf"\b{MEANS}\b")
_AMOUNT = (
    r"(\d{2,3}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|dozens|loads|boxes|enough|plenty)"
    r"(?! (mg|mcg|ml|milligrams|years?|months?|weeks?|days?|minutes?|hours?|times)\b)"
)
_COUNTED = re.compile(
    rf"\b{_AMOUNT}( \w+){{0,2}} {_MEDICINE}\b(?! (a|every|each|per) )"
    rf"|\b{_MEDICINE}\b[^?]*\b(about|around|roughly|like) {_AMOUNT}( of them)?\W*$"
)
_IN_PASSING = re.compile(r"\bmy (\w+ )?(wrists?|thighs|forearms|inner arms?)\b|\b(noose|razors?|razor ?blades?)\b")
_PUT_AWAY = re.compile(rf"\b(no|not|\w*n't( have)?( any| a)?|never|without|got rid of|gave away|threw (out|away))( \w+){{0,2}}? {MEANS}\b")
_SOON = re.compile(
    r"\b(tonight|today|right now|now|this (evening|afternoon|morning|minute|hour)|any minute|in (a few|an|one|\d+) (minutes?|hours?)|asap"
    r"|(when|while|once) (they|everyone|everybody|he|she|(my|the) \w+)('s|'re)? (\w+ )?"
    r"(out|away|asleep|gone|at work|off|left|leaves?|goes|go)"
    r"|when (they|everyone|everybody|he|she) \w+)\b"
)
_WHEN = re.compile(
    r"\b(tomorrow|(mon|tues|wednes|thurs|fri|satur|sun)days?|weekend|next (week|month)|this (week|month)|on my birthday|christmas|new year"
    r"|(in|by|until|till|up|after|before|come) (january|february|march|april|june|july|august|september|october|november|december|spring"
    r"|summer|autumn|winter)"
    r"|anniversary|in the morning|at night|after (work|school|class|exams?|the)|once (i|the|my)|\d{1,2} ?(am|pm))\b"
)
_AT_HAND = re.compile(
    r"\b(here|in (my|the|our|a) (hand|hands|room|house|garage|car|drawer|closet|bag|kitchen|bathroom"
    r"|cabinet|nightstand|night stand|safe|truck|wardrobe|pocket|bed\w*|shed|attic|basement)"
    r"|next to me|beside me|in front of me|with me|at home|under my|ready|loaded|within reach|(got"
    r"|have|bought|saved) (it|them|one|some|up))\b"
)
_TIME_WORD = (
    r"(?:on|by|at|this|next|maybe|probably|it's|in|the|a|an|for|around|very|pretty|quite|really|i think|i guess|yes|no later than"
    r"|before|few"
    r"|couple of|of)"
)
_ONLY_A_TIME = re.compile(
    rf"^(?:{_TIME_WORD} ){{0,4}}(?:soon|tonight|today|right now|now|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|week|month"
    r"|my birthday|christmas|new year|(?:days?|weeks?|hours?|minutes?))(?: (?:night|evening|morning|afternoon|week|maybe|probably|i think"
    r"|i guess|time)){0,2}\W*$"
)
_IS_SOON = re.compile(r"^(?:(?:very|pretty|quite|really|real|it's|yes|maybe) ){0,3}soon\W*$")
_IN_POSSESSION = re.compile(rf"\b(i'?ve got|i got|i have|i bought|i saved|holding) (\w+ ){{0,3}}{MEANS}\b")
_HAS_A_GUN = re.compile(
    r"\bi(?:'ve| have)? (?:(?:do|still|always|also|only|just) )?(?:got|have|own|keep|bought) (?:a|my|the|one) (?:\w+ )?"
    r"(?:gun|handgun|rifle|shotgun|pistol|revolver)\b"
)
_PLAN_SPOKEN_OF = re.compile(r"\b(my plan|i'?ve planned|i (have )?planned|(have|got|made) (a|the) plan|it all planned)\b")
_ONLY_NOT_YET = re.compile(r"^(no |nah |well )*not (yet|tonight|today|now|right now|this \w+)\b")
_OTHERWISE = re.compile(
    r"\b(sleep|slept|bed|shift|ta|cheers|work|tired|fine|okay|ok|safe|call(ed|ing)?|talk|appointment|therapist|doctor"
    r"|cr(y|ied)|feel|felt|thank|better)\b|\bi'm not\b"
)
_NO_PLAN = re.compile(
    r"\b(no|not a|no real|not really a|\w*n't (really )?(have|got)( a| any)?|never had a) (real |actual )?plans?\b(?! yet)"
)
_TAKEN = re.compile(r"\b(took|taken|swallowed|overdosed|downed|necked|popped|ate|eat|eaten|emptied|finished)\b")


def told_plan(text: str) -> Optional[Plan]:
    """What a text tells of a plan, as an answer to the question about one: means or a time (`told`), or that it is near (`soon`)."""
    words = plain(text).replace(",", "")
    means = are_named(words)
    if means and (_AT_HAND.search(words) or _SOON.search(words) or _IN_POSSESSION.search(words)):
        return "soon"
    if means or _PLAN_SPOKEN_OF.search(words):
        return "told"
    if _ONLY_NOT_YET.match(words):
        # "No, not tonight" names neither: how far it goes is asked, and no plan taken as told.
        return "told" if _WHEN.search(words) else None
    if len(words.split()) > SHORT or _OTHERWISE.search(words):
        return None
    if _SOON.search(words) or _IS_SOON.match(words):
        return "soon"
    return "told" if _WHEN.search(words) else None


def is_only_a_time(words: str) -> bool:
    """Whether words in their plain form say nothing but when."""
    return bool(_ONLY_A_TIME.match(words))


def names_means(text: str) -> bool:
    """Whether a text names what a life can be ended with, and not that it is gone."""
    return are_named(plain(text).replace(",", ""))


def are_named(words: str) -> bool:
    """Whether words in their plain form name means, and not that they are gone."""
    return bool(NAMES_MEANS.search(_PUT_AWAY.sub(" ", words)))


def has_a_gun(text: str) -> bool:
    """Whether a text says that its writer has a gun, whatever for: a danger where risk was spoken of."""
    return bool(_HAS_A_GUN.search(plain(text).replace(",", "")))


def counts_tablets(text: str) -> bool:
    """Whether a text tells of many tablets: a danger where risk was spoken of."""
    return bool(_COUNTED.search(_PUT_AWAY.sub(" ", text.lower().replace(",", ""))))


def hints_in_passing(text: str) -> bool:
    """Whether a short answer names where or with what people hurt themselves, in a place where anything may be written."""
    return len(text.split()) <= SHORT and bool(_IN_PASSING.search(plain(text)))


def is_at_hand(text: str) -> bool:
    """Whether a text says that something is within reach."""
    words = plain(text)
    return bool(_AT_HAND.search(words)) and not re.search(r"\b(not|\w+n't|aint|arent|no|never)\b", words)


def denies_plan(text: str) -> bool:
    """Whether a text says outright that there is no plan."""
    return bool(_NO_PLAN.search(plain(text)))


def took_something(text: str) -> bool:
    """Whether a text says that something was taken: feeling fine after it means nothing."""
    return bool(_TAKEN.search(plain(text)))
