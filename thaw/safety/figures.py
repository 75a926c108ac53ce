"""Everyday talk that only the classifier takes for a danger: a figure of speech, an ordinary dose, help that is feared, what is only asked.
By rules alone.
"""

from __future__ import annotations

import re

from thaw.safety.no_harm import HARMS
from thaw.safety.normalise import plain

_FIGURE = re.compile(
    r"\b(?:tak(?:e|es|ing)|took) a bullet for\b|\bjump(?:s|ed|ing)? out of (?:my|his|her|their) skin\b"
    r"|\bvets?\b.{0,30}\bput(?:ting)? (?:him|her|it|them|my \w+|our \w+) (?:to sleep|down)\b"
    r"|\bput(?:ting)? (?:my|our|the) (?:old |poor |little )?(?:dog|cat|horse|rabbit|pet|hamster|puppy|kitten)\w* (?:to sleep|down)\b"
    r"|\bthrow(?:ing)? in the towel\b|\bkill me if i (?:don'?t|do not) \w+ (?:a |my |the )?(?:therap\w+|counsel\w+|doctor|appointment)\b"
)
_PLACE = (
    r"(?:in |at )?(?:this|the|my|our) (?:\w+ )?(?:town|city|job|house|flat|apartment|country|school|state|village|office|company"
    r"|place|street|uni"
    r"|college|dorm|area|region|island|neighbou?rhood)"
)
_HERE_IS = re.compile(rf"[,.;(]* ?\b(?:by |with )?here[,]? (?:i mean|i meant|as in|meaning|is|being) {_PLACE}\b")
_OF_DYING = re.compile(r"\b(?:alive|liv(?:e|ing)|life|exist\w*|die|dying|dead|kill\w*|suicid\w*|end (?:it|things)|anyone|planet|earth)\b")
_EXASPERATED = re.compile(r"\b(?:driv\w+|send\w+) me (?:up the wall|mad|crazy|nuts|insane|round the bend|bananas)\b|\b(?:lol|haha+|lmao)\b")
_COULD = re.compile(
    r"\bcould (?:(?:honestly|just|literally|happily|cheerfully) )?(?:strangle|throttle|murder|kill) (?:them|him|her|the lot)\b"
)
_MEANT = re.compile(
    r"\b(?:baby|newborn|infant|scared|afraid|voices?|alone|really|urge|want to|going to|hit(?:ting)?"
    r"|shake|shook|hurt|grab\w*|squeez\w*|rage"
    r"|ashamed|lose it|lost it|snap\w*)\b"
)
_FEARS_HELP = re.compile(
    r"^(?:(?:no|but|and|i|i'?m|am|just|so|really|too|honestly|well) )*(?:scared|afraid|frightened"
    r"|terrified|worried) (?:of |about |that )?"
    r"(?:the |a |an )?(?:police|cops?|ambulance|paramedics?|social workers?)(?: (?:will|would|might|to|being|coming|comes?|turn\w*|up"
    r"|round|here|called|involved|at|my|the|door))*$"
)
_DOSE = re.compile(
    r"\b(?:took|taken|swallowed|had) (?:(?:a|one|two|1|2|some|a couple of) )?(?:pills?|tablets?|paracetamols?|ibuprofens?|tylenols?"
    r"|aspirins?|painkillers?) for (?:a|my|the) (?:\w+ )?(?:head|headache|migraine|back|period|cramps"
    r"|tooth\w*|knee|pain|hangover|cold|fever)\b"
    r"|\b(?:took|taken|swallowed|had) my (?:morning |daily |usual )?(?:pills?|tablets?|meds|medication|vitamins?)"
    r" (?:with (?:my )?(?:breakfast|lunch|dinner|food)|as (?:usual|prescribed|always|normal))\b"
)
_ON_TREATMENT = re.compile(r"\bon (?:home )?(?:oxygen|dialysis|chemo\w*|a drip|a ventilator|blood thinners|insulin)\b")
_STOPPED = re.compile(
    r"\b(?:stopped|quit|gave up|given up|came off|off) (?:(?:the|all|my) )?(?:drinking|alcohol|booze"
    r"|drink|smoking|weed|vaping|nicotine|coffee)\b"
)
_SYMPTOM = re.compile(
    r"\b(?:chest|breath\w*|heart|faint\w*|pass(?:ed|ing) out|collaps\w*|seiz\w*|shak\w*|sweat\w*|tremb\w*|tremor\w*|twitch\w*|confus\w*"
    r"|halluc\w*|see(?:ing)? things|hear(?:ing)? things|bugs|vomit\w*|throw(?:ing)? up|threw up|blood|fever|blue|lips|unconscious"
    r"|wake (?:him|her|them)|won'?t wake|overdos\w*|xanax|benzos?|valium|ghb|heroin|fentanyl|methadone|opioids?|too many|more than"
    r"|all (?:of )?(?:my|the|them))\b"
)
_TIGHT = re.compile(
    r"\b(?:my |the )?chest(?: (?:just|always|often|sometimes|usually))? (?:goes|gets|tightens)\b"
    r"|\bchest (?:feels|is) (?:\w+ )?tight\b.{0,20}\b(?:when|whenever|before|at night|every time"
    r"|if)\b|\btight(?:ness in my)? chest (?:when|whenever|before|at night)\b"
)
_OF_THE_HEART = re.compile(
    r"\b(?:pains?|painful|hurts?|arm|jaw|shoulder|can'?t breathe|can not breathe|breath\w*|sweat\w*"
    r"|faint\w*|crush\w*|heart attack|collaps\w*|now|suddenly|hours?"
    r"|minutes|worse|stairs|walk\w*|climb\w*|exert\w*|vomit\w*|blue)\b"
)
_ASKS = re.compile(
    r"^(?:(?:so|and|but|ok|hey|hi|just|wondering|is it true(?: that)?|if) )*(?:does|do|can|could|would|will|is|why do(?:es)?)\b"
)
_SELF_HARM = re.compile(r"\b(?:cutting|self[- ]?harm\w*|self[- ]?injur\w*|burning)\b")
_OWN = re.compile(r"\b(?:i|i'?m|i'?ve|i'?d|i'?ll|me|my|mine|myself)\b")
_BLANK_TO_STOP = re.compile(
    r"\bwant (?:it|this|all this|it all) (?:all )?to (?:stop|end|go away|lift)\W+(?:the|this"
    r"|all the) (?:blank\w*|numb\w*|empt\w*|nothing\w*|fog\w*"
    r"|flat\w*|grey\w*|gray\w*|dull\w*|void)\W*$"
)


def speaks_in_figures(text: str) -> bool:
    """Whether a text holds a figure of speech about harm, or the groan of who looks after children, and names no harm beside it."""
    words = plain(text)
    if _FIGURE.search(words) and not HARMS.search(_FIGURE.sub(" ", words)):
        return True
    rest = _COULD.sub(" ", words)
    return rest != words and bool(_EXASPERATED.search(words)) and not (HARMS.search(rest) or _MEANT.search(rest))


def fears_help(text: str) -> bool:
    """Whether a text only says that it is the police, or whoever helps, that is feared."""
    return bool(_FEARS_HELP.match(re.sub(r"[^\w\s']", "", plain(text)).strip()))


def is_no_emergency(text: str) -> bool:
    """Whether a text tells of an ordinary dose, a standing treatment or a habit given up, and of nothing that goes wrong with the body."""
    words = plain(text)
    known = _DOSE.search(words) or _ON_TREATMENT.search(words) or _STOPPED.search(words)
    return bool(known) and not _SYMPTOM.search(words)


def tightens_at_times(text: str) -> bool:
    """Whether a text tells of a chest that tightens on and off, as a sign one knows, and of nothing else that the heart does."""
    words = plain(text)
    return bool(_TIGHT.search(words)) and not _OF_THE_HEART.search(words)


def asks_of_self_harm(text: str) -> bool:
    """Whether a text asks about self-harm as such, and tells nothing of the writer."""
    words = plain(text)
    return bool(_ASKS.match(words) and _SELF_HARM.search(words)) and not _OWN.search(words)


def wants_the_numbness_over(text: str) -> bool:
    """Whether what is wanted to stop is named at once: the blankness, the fog."""
    return bool(_BLANK_TO_STOP.search(plain(text)))


def is_a_place(text: str) -> bool:
    """Whether a text that would rather not be here says that here is a town, a job, a house, and speaks of no dying beside it."""
    words = plain(text)
    return bool(_HERE_IS.search(words)) and not _OF_DYING.search(words)
