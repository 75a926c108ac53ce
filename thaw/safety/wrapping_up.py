"""Words with which people wrap up a chat and go on with their day: the page is kept for later, the bus is there, dinner is on the table.

The classifier takes some for a farewell, as last things are told in such words, too. So each clause of the message has to be one of these
or politeness, and nothing else may stand beside it, no sign either: what comes after "saved the page" may change what it means. A chat
that is saved may be a note left behind, and a site not this one. By rules alone.
"""

from __future__ import annotations

import re

from thaw.safety.normalise import plain

_PAGE = r"(?:(?:this|the|your) )?(?:whole )?(?:page|site|website|link|article|exercise|tips?)"
_TO_TRY = r"(?:(?:this|the|that|your) )?(?:exercise|tips?|five minutes)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_AFTER = r"after (?:work|tea|dinner|lunch|school|supper|prayers?|class|(?:my |the )?(?:shift|nap|match|game))"
_HOME = r"when i(?:'m| am| get) (?:home|back|back home|off work|on my break)"
_LATER = (
    rf"(?: (?:later|later on|tomorrow|tonight|soon|again|properly|another (?:day|time)|(?:on |this |next )?{_DAY}"
    rf"|(?:at |over )?the weekend|next week|in the morning|{_AFTER}|{_HOME})){{1,3}}"
)
_WHERE = (
    r"(?: (?:to|in|on|under) (?:my|the|our) (?:home screen|phone|favou?rites|bookmarks?|notes?|notes app|photos|reading list|tablet"
    r"|laptop|fridge|notebook|diary|planner))"
)
_FOR = rf"(?: (?:for later|for tomorrow|for the (?:morning|weekend|fridge)|so i can (?:find|read|open|see) it{_LATER}))"
_KEPT = (
    rf"(?:i've |i have |i )?(?:just )?(?:saved|bookmarked|printed|screenshot(?:ted|ed)?|pinned|copied|wrote down|written down) (?:out )?"
    rf"{_PAGE}{_WHERE}?{_FOR}?"
    rf"|{_PAGE}(?: is|'s|s)? (?:saved|bookmarked|printed|pinned|in my (?:favou?rites|bookmarks)){_FOR}?"
    rf"|(?:i'll |i will |will |gonna |going to )?(?:read|look at|come back to|go back to|return to|carry on with)"
    rf" (?:{_PAGE}|the rest(?: of it)?){_LATER}"
    rf"|(?:i'll |i will |will |gonna |going to )?try {_TO_TRY}{_LATER}"
    rf"|(?:i'll |i will |will )(?:be back|come back|pick this up|look in|pop back|carry on here|read on)(?: here| to this)?{_LATER}"
    rf"|(?:back|chat|more) (?:here )?(?:later|tomorrow|on {_DAY}|{_AFTER})"
)
_RIDE = r"(?:bus|tram|taxi|uber|cab)"
_FAMILY = r"(?:hubby|(?:my |the )?(?:husband|wife|missus|partner|mum|mom|mam|dad|gran|nan|boss|kids?|son|daughter))"
_MEAL = r"(?:(?:my |the )?(?:dinner|tea|lunch|supper|breakfast|rice|toast|pasta|kettle))"
_CALLED_AWAY = (
    rf"(?:that's|thats|here's|heres|there's|theres) (?:my|our) (?:{_RIDE}|doorbell|delivery|kettle)(?: now)?"
    rf"|(?:my|our) {_RIDE}(?: is|'s|s| has) (?:just )?(?:here|come|coming|arriving|arrived|pulling in)(?: now)?"
    rf"|(?:the )?(?:taxi|uber|cab)(?: is|'s|s| has) (?:just )?(?:here|come|arrived)(?: now)?"
    rf"|{_FAMILY}(?: is|'s|s| has)? (?:just )?(?:pulled up|walked in|home|calling me for (?:dinner|tea|lunch|supper)"
    r"|wants? (?:the|his|her|their) (?:tea|phone|dinner|supper|laptop))(?: now)?"
    rf"|{_MEAL}(?: is|'s|s) (?:ready|on the table|burning|boiling over|going cold|getting cold)(?: now)?"
)
_THANKS = (
    r"(?:(?:many )?thanks|thank you|thankyou|thx|ty|ta|cheers)(?: (?:you|all|so much|a lot|a million|very much|again|kindly|love|mate|pal"
    r"|pet|hun|bot|lovely)){0,3}"
    r"(?: for (?:(?:the|your|all|this|that) ){0,2}(?:help|chat|talk|info|information|listening|advice|time|tips?))?"
)
_POLITE = (
    rf"{_THANKS}|(?:bye|bye bye|see you|see ya|cya|ttyl|night|night night|good ?night|cheerio|ciao|take care)"
    r"(?: (?:now|love|mate|all|later)){0,2}"
    r"|(?:right|righto|ok|okay|well|so|anyway|lovely|great|perfect|brilliant|good|nice|grand|oh|and|but)"
    r"|(?:i )?(?:got to|gotta|have to|must|need to|better|best|should) (?:go|dash|run|head off|get off|be off)(?: now)?"
    r"|(?:that's|thats) me (?:done )?for (?:today|tonight|now)|(?:will|i'll) leave it there(?: for (?:today|tonight|now))?"
)
_BEFORE = r"(?:(?:right|righto|ok|okay|well|so|anyway|oh|and|but|cool|great|lovely) ){0,3}"
_WRAPS = re.compile(rf"{_BEFORE}(?:{_KEPT}|{_CALLED_AWAY})(?: (?:{_POLITE})){{0,4}}")
_ASIDE = re.compile(rf"{_BEFORE}(?:{_POLITE})(?: (?:{_POLITE})){{0,4}}")
_CLAUSES = re.compile(r"[.,;:!?()\n]+|\s[-–]\s|\band\b|\bso(?! i can| much)\b")
_KIND_SIGNS = "👍🙏😊🙂😀😄☕❤️🚌🚕🚋"
_SIGN = re.compile(rf"[^\w\s'’.,;:!?()\-–\"{_KIND_SIGNS}]")
"""A sign that says more than the words: a pill, a blade, a bridge, a dove."""


def wraps_up(text: str) -> bool:
    """Whether a text keeps the page for later, or tells what calls its writer away, and does nothing else but be polite."""
    if _SIGN.search(text):
        return False
    clauses = [" ".join(re.sub(r"[^\w' ]", " ", each).split()) for each in _CLAUSES.split(plain(text))]
    wraps = [bool(_WRAPS.fullmatch(each)) for each in clauses if each]
    return any(wraps) and all(is_one or _ASIDE.fullmatch(each) for is_one, each in zip(wraps, filter(None, clauses), strict=True))
