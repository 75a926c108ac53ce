"""Food that tastes of nothing, and no appetite: anhedonia's own sentences, and no eating disorder. By rules alone."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain

_FOOD = r"(?:food|foods|eating|meals?|dinners?|lunch|breakfast|cooking|supper|tea|a meal|anything i eat|what i eat)"
_WITHOUT_JOY = re.compile(
    rf"\b(?:don'?t|do not|can'?t|can not|cannot|no longer|never|not|stopped|hardly|barely) (?:\w+ )?(?:enjoy|enjoying|like|taste|tasting)"
    rf" (?:\w+ ){{0,3}}{_FOOD}\b"
    r"|\beat(?:ing)?\b.{0,30}\b(?:don'?t|do not|can'?t|not|without|no longer) (?:\w+ )?(?:enjoy\w*|taste|tasting|pleasure|joy)\b"
    rf"|\b{_FOOD}\b.{{0,30}}\b(?:no (?:taste|joy|flavou?r|appeal|interest|pleasure)|tasteless|bland|boring|cardboard|sawdust|fuel|a chore"
    r"|(?:doesn'?t|does not|don'?t|nothing) (?:taste|appeal|do anything|tastes?)|pointless|grey|gray)\b"
    r"|\bnothing (?:tastes?|appeals)\b|\btastes? (?:of|like) (?:nothing|cardboard|ash|dust|paper|sawdust)\b"
    r"|\beat(?:ing)? (?:only |just )?because (?:i|you|one) (?:have|has|need|must|ought|should)\b|\bfeels? like a chore to eat\b"
)
_NO_APPETITE = re.compile(
    r"\b(?:no|lost|losing|little|zero|without)(?: \w+){0,2} appetite\b|\bappetite(?:'s| is| has| has been| was)?"
    r"(?: \w+){0,2} (?:gone|vanished|disappeared|lost|zero|low|dead|left|shot)\b|\bloss of appetite\b"
    r"|\b(?:not|never|no longer|\w+n'?t)(?: \w+){0,2} (?:hungry|feel hunger)\b|\b(?:forget|forgot|forgetting|remember)(?:\w*) to eat\b"
    r"|\b(?:force|forcing|make|making) myself (?:to )?eat\b|\b(?:have to|got to|need to) (?:force|remind) myself to eat\b"
    r"|\bno (?:hunger|interest in (?:food|eating))\b|\bbarely eat\w*\b"
    r"|\b(?:skip|skipping) (?:lunch|breakfast|dinner|meals)\b|\blost (?:\w+ ){1,2}(?:pounds|lbs|kilos?|kg|stone|weight)\b"
)
_AT_ODDS = re.compile(
    r"\b(?:calor\w+|thin(?:ner)?|skinny|fat(?:ter)?|bing\w+|purg\w+|throw(?:ing|s)? (?:it )?up|threw (?:it )?up|vomit\w*|sick"
    r"|laxat\w+|starv\w+|fast(?:ing)?|restrict\w*|diet\w*|control\w*|guilt\w*|deserv\w*|disgust\w*|hate|hating|afraid|scared|allowed|rules?"
    r"|mirror|scales?|weigh(?:ing)? myself|secret\w*|hid(?:e|ing)|anorex\w*|bulimi\w*|proud|lighter|punish\w*|full|ugly|body|die|dying|dead"
    r"|kill\w*|worth|earn\w*|days? without|for days|nothing for|in \w+ days|faint\w*|dizzy|collaps\w*|hair|periods?)\b"
)
"""What makes a trouble with food one of its own kind, or the body's."""
_LED = r"^(?:(?:no|nope|nah|but|and|oh|sorry|lol|haha|wait|well|i said|i mean|honestly|just|yes|ok|okay) ){0,8}"
_DENIED = re.compile(
    _LED + r"(?:(?:it'?s|that'?s|this|i'?m|i|am|don'?t|do|have|haven'?t|got|it|is|isn'?t|not|no|an?|really|actually|even) ){0,8}"
    r"(?:eating disorder|disorder|anorexi\w+|bulimi\w+|problems? with (?:food|eating)"
    r"|trying to lose(?: \w+){0,2}|dieting|on a diet|on purpose|deliberate|about (?:my |the )?(?:weight|food|body|control|looks)"
    r"|care about (?:my |the )?weight|like that|what i mean\w*|that)\b"
    rf"|{_LED}(?:i )?(?:do )?eat (?:just |perfectly |really |quite )?(?:fine|well|ok|okay|normal(?:ly)?|enough|plenty|regularly)\b"
    rf"|{_LED}my (?:appetite|eating|weight) is (?:just |perfectly |really )?(?:fine|ok|okay|good|normal)\b"
    r"|^(?:no|nope|nah)\W*$"
)
_DENIES = re.compile(r"\b(?:no|not|nope|nah|don'?t|isn'?t|ain'?t|haven'?t|fine|well|ok|okay|normal\w*|enough|plenty|good|regularly)\b")


def eats_without_joy(text: str) -> bool:
    """Whether a text tells of food that gives nothing, and of no struggle with it."""
    words = plain(text)
    return bool(_WITHOUT_JOY.search(words) or _NO_APPETITE.search(words)) and not _AT_ODDS.search(words)


def has_no_appetite(text: str) -> bool:
    """Whether a text tells that the appetite is gone, or weight with it, and of no struggle with food."""
    words = plain(text)
    return bool(_NO_APPETITE.search(words)) and not _AT_ODDS.search(words)


def denies_disorder(text: str) -> bool:
    """Whether a text says, where an eating disorder was spoken of, that it is none."""
    words = plain(text).replace(",", "")
    told = eats_without_joy(text) and not re.search(r"\blost (?:\w+ ){1,2}(?:pounds|lbs|kilos?|kg|stone|weight)\b", words)
    return (bool(_DENIED.search(words) and _DENIES.search(words)) or told) and not _AT_ODDS.search(words.replace("about control", ""))
