"""Words with which people wrap up a chat and go on with their day: the page is kept for later, the bus is there, dinner is on the table.

The classifier takes some for a farewell, as last things are told in such words, too. What someone keeps for later speaks of a later, and
nothing dark may stand beside it. A battery at three per cent, a bath that runs and the school run are no such words: people in danger name
them as well. By rules alone.
"""

from __future__ import annotations

import re

from thaw.safety.no_harm import HARMS
from thaw.safety.normalise import plain

_MOST = 30
"""Words of a message that does nothing else."""
_PAGE = r"(?:(?:this|the|that|your) )?(?:whole )?(?:page|site|website|link|chat|thread|tab|article|exercise|steps?)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_LATER = (
    rf"(?:later(?! life)|tomorrow|another (?:day|time)|(?:on |this |next )?{_DAY}|(?:at |over )?the weekend|next week|in the morning|soon"
    r"|again|after (?:work|tea|dinner|lunch|school|supper|prayers?|class|the school run|(?:my |the )?(?:shift|nap|match|game))"
    r"|when i(?:'m| am| get| have)(?: \w+){1,3})"
)
_KEPT = re.compile(
    r"\b(?:saved|bookmarked|printed|screenshot(?:ted|ed)?|pinned|emailed|copied|wrote down|written down|put|added) (?:out )?"
    rf"{_PAGE}\b"
    rf"|\b{_PAGE} (?:is|'s|are) (?:saved|bookmarked|printed|pinned|in my (?:favourites|favorites|bookmarks))\b"
    rf"|\b(?:read|open|find|look at|try|use|come back to|go back to|return to|carry on with|pick up) (?:{_PAGE}|this|the rest)"
    rf"(?: bit| up| of it)? {_LATER}\b"
    r"|\b(?:i'll|i will|will|gonna|going to|shall) (?:be back|come back|pick this up|look in|pop back|carry on here|chat|talk|read on)"
    rf"(?: here| to (?:this|you|it))? {_LATER}\b"
    rf"|\b(?:back|talk|chat|more) (?:here )?(?:later|tomorrow|on {_DAY}|after work)\W*$"
)
_RIDE = r"(?:bus|tram|taxi|uber|lift|ride)"
_CALLED_AWAY = re.compile(
    rf"\b(?:that's|thats|here's|heres|there's|theres) (?:my|the|our) (?:{_RIDE}|doorbell|delivery|kettle|oven)\b"
    rf"|\b{_RIDE}(?: is|'s| has| just) (?:just )?(?:here|come|coming|came|arriving|arrived|pulling in|pulled up)\b"
    r"|\b(?:hubby|husband|wife|missus|partner|mum|mom|dad|son|daughter|boss|customers?|visitors?)(?:'s| is| has|'ve| have)?"
    r"(?: just)? (?:pulled up|walked in|waiting|calling (?:me|us) (?:for|in)"
    r"|wants? (?:the|his|her|their) (?:tea|phone|dinner|supper|laptop))\b"
    r"|\b(?:dinner|tea|lunch|supper|breakfast|rice|toast|pasta)(?:'s| is) (?:ready|on the table|burning|boiling over|going cold)\b"
)
_DARK = re.compile(
    r"\b(?:die|dies|dying|dead|death|kill\w*|suicid\w*|end|ended|ending|ends|alive|forever|never|goodbyes|good-?byes|farewell|note|notes"
    r"|letter|letters|pills?|tablets?|meds|rope|noose|gun|knife|blade|razor|bridge|cliff|roof|tracks?|rails?|train|river|sea|lake|heaven|god"
    r"|jesus|lord|hell|funeral|grave|ashes|peace|forgive|sorry|burden|without me|world|(?:any|no) ?more|no one|nobody|everyone|everybody"
    r"|last (?:time|night|day|chat|talk|goodbye|thing i)|find me|found me|miss me|remember me|look after|take care of|gone|won't be"
    r"|will not be|not be|not coming|not going to be|wake|instead|if i|what's left|over me|freedom|free|at last|finally|hurt\w*|pain|blood"
    r"|drunk|drink\w*|vodka|whisk\w*|overdos\w*|hang\w*|jump\w*|drown\w*|can't go on|give up|giving up)\b"
)


def wraps_up(text: str) -> bool:
    """Whether a text keeps the page for later, or tells what calls its writer away, and holds nothing graver."""
    words = plain(text).replace(",", "")
    if len(words.split()) > _MOST or HARMS.search(words) or _DARK.search(words):
        return False
    return bool(_KEPT.search(words) or _CALLED_AWAY.search(words))
