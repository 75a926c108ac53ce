"""What a text tells of how the exercise went: whether something came of it, or it is worse; of the thing, or of oneself."""

from __future__ import annotations

import re

from thaw.exercise.scale import spelled_out

_HELPED = re.compile(
    r"\b(?:did|kinda|kind of|sort of|sorta|actually|really|it) (?!not\b|nothing\b|never\b)(?:\w+ )?(?:work|worked|works|help"
    r"|helped|helps)\b"
    r"|\b(?:\d{1,2}(?: percent| per cent)?|a (?:tiny |little |wee )?bit|slightly|a touch|a little|a notch|a hair|marginally|kinda|somewhat)"
    r" (?:less|better|lighter|clearer|warmer|calmer|easier)\b"
)
"""That something came of it, however little: "it kinda did work", "like 4% less"."""
_DID_NOT = re.compile(
    r"\b(?:not|didnt|doesnt|dont|isnt|wasnt|aint|never|hardly|cant|wont|no)\b(?: \w+){0,2} (?:work|worked|works|help|helped"
    r"|helps|less|better)\b"
)
_ASIDE_FIRST = re.compile(r"^(?:no|nope|nah|not really)\b(?! (?:better|less|help|work))")
NO_WORSE = re.compile(r"\b(?:no|not|nah|aint|isnt|wasnt|didnt|doesnt|never|nothing|nor)\b(?: \w+){0,3} worse\b")
OF_ONESELF = re.compile(
    r"\b(?:i|im|ive|id|me|my|myself|worse|panic\w*|scared|afraid|anxi\w*|dizzy|sick|hurts?|cr(?:y|ied|ying)|unreal|cant|ache\w*"
    r"|sad|head|chest"
    r"|heart|body|feels?|feeling|too much|overwhelm\w*|weird|wrong)\b"
)
"""Of which something stands in a text that tells how one is, and not how the thing was."""
OF_THE_THING = re.compile(
    r"\b(?:tastes?|tasted|smells?|smelled|smelt|sounds?|sounded|looks?|looked|bitter|sour|stale|loud|lukewarm|tea|coffee|water"
    r"|drink|song|music"
    r"|soap|cup|mug)\b"
)
SENSED = re.compile(
    r"\b(?:noticed|heard|saw|smelled|smelt|tast(?:ed|es)|smells|looked|sound(?:ed|s)|felt (?:the|warm|cold|cool|soft|rough"
    r"|heavy|wet|smooth))\b"
)


_OF_THE_SENSES = (
    r"(?:hot|warm|warmth|cold|cool|chilly|lukewarm|steam|steaming|steamy|bitter|sweet|sour|salty|minty|strong|weak|milky|soft|softer|smooth"
    r"|rough|fluffy|furry|fuzzy|woolly|wool|silky|wet|damp|dry|loud|quiet|silent|bright|dark|shiny|gre[ye]n?|gray|blue|red|yellow|brown"
    r"|white|black|orange|rain|raining|rainy|rains|wind|windy|sunny|sun|sunlight|snow|snowing|leaves|clouds?|sky|birds?|birdsong|trees?"
    r"|cars?|traffic|train|plane|siren|dogs?|cats?|barking|barks|purring|purrs|meowing|snoring|breathing|humming|hum|hums|buzz|buzzing"
    r"|ticking|ticks|clock|dripping|drips|fridge|fan|boiler|radiator|birds|singing|guitars?|bass|drums?|drumming|piano|violin|vocals?"
    r"|beat|melody|strings|chorus|smells?|smelled|smelt|tastes?|tasted|flowers?|soap|lavender|lemon|mint|coffee|texture|bumpy|scratchy"
    r"|prickly|heavy|light|weight|colou?rs?|shadows?|footsteps|neighbou?rs?|kettle|rustling|crackling|hiss|hissing|whistling|echo)"
)
_OBSERVES = re.compile(
    r"^(?:(?:ok|okay|so|well|hm+|yes|yeah|um|oh|just|only|and|mostly|like|now|right|done|finished|did it|i did it|im done|all done) )*"
    r"(?:(?:its|it is|it was|thats|theyre|they are|s?hes|theres|there is|there are|there was|the|a|an|some|my|this|one|two|three|four|five"
    r"|(?:i |i can |can |i could |could )?(?:see|saw|hear|heard|hearing|seeing|smell|smelled|smelling|taste|tasted|tasting|notice|noticed"
    r"|touch|touched|feel the|felt the|feel my))\b|" + _OF_THE_SENSES + r"\b)"
)
"""How a text begins that tells what there is to be seen, heard or touched."""
_ANY_SENSE = re.compile(rf"\b{_OF_THE_SENSES}\b")
_NO_OBSERVATION = re.compile(
    r"\b(?:no|not|nothing|none|never|nobody|without|cant|cannot|dont|doesnt|didnt|isnt|wasnt|aint|why|what|how|should|stop|leave|quit"
    r"|voices|point|worse|help|fault|gone|died|dead|dying|die|kill\w*|blood|knife|pills|scar\w*|panic\w*|hurts?|pain\w*|numb|empty|mood"
    r"|thoughts?|place|inside|everything|all)\b"
)
"""In what tells anything else than what the senses pick up: "it's dark in my head" is none, nor "the dog died"."""
_JUST_COOL = re.compile(
    r"^(?:(?:ok|okay|oh|so|yeah|yes|well|thats|its|very|pretty|nice|great|thanks|thank you|ty|cool|sweet|lol)(?: |$))+$"
)
"""An "ok" in which "cool" tells no temperature."""
OBSERVED = 16
"""Words up to which a text can tell what is noticed, and no more."""


def observes(plain: str) -> bool:
    """Whether a bare text only tells what there is to be seen, heard, smelled, tasted or touched: "its hot", "a dog barking outside"."""
    if _JUST_COOL.match(plain) or len(plain.split()) > OBSERVED or not _OBSERVES.match(plain) or not _ANY_SENSE.search(plain):
        return False
    return not (_NO_OBSERVATION.search(plain) or OF_ONESELF.search(re.sub(r"\b(?:i|ive|my|feels?)\b", " ", plain)))


_TEARS = re.compile(
    r"\b(?:cried|crying|cry|teared up|tearing up|tears|welled up|wept|weepy|teary|sobbed)\b(?! (?:for help|all (?:day|night)|every))"
)
_NOT_ONLY_TEARS = re.compile(
    r"\b(?:too much|worse|panic\w*|scared|afraid|unbearable|cant (?:stop|breathe|take)|couldnt (?:stop|breathe)|wont stop|hate|hurts?|awful"
    r"|horrible|terrible|overwhelm\w*|dark|die|dying|dead|kill\w*|no|not|never|didnt|cant cry|couldnt cry|dont|nothing"
    r"|shak\w*|flashback\w*)\b"
)


def only_tears(plain: str) -> bool:
    """Whether a bare text tells that tears came, and not that it was too much."""
    return bool(_TEARS.search(plain)) and not _NOT_ONLY_TEARS.search(plain.replace("no idea", " ").replace("dont know", " "))


def nods(plain: str) -> bool:
    """Whether a bare text only goes along with what was said."""
    return bool(_JUST_COOL.match(plain))


def takes_back_worse(text: str) -> bool:
    """Whether a text says that it is not worse."""
    return bool(NO_WORSE.search(spelled_out(text)))


def helped(plain: str) -> bool:
    """Whether a bare text says that something came of it."""
    rest = _ASIDE_FIRST.sub("", plain)
    return bool(_HELPED.search(rest)) and not _DID_NOT.search(rest)
