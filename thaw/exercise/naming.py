"""What a text names where the exercise offers activities: one of them, a thing of the visitor's own, a sense, or what is in the way."""

from __future__ import annotations

import re
from typing import List, Optional, Tuple

from thaw.exercise.scale import spelled_out
from thaw.exercise.state import activities

SHORT, LONG = 8, 14
"""Words up to which a text can name an activity, and can tell what is in the way."""
_HINDRANCES = {
    "in_bed": r"\b(?:in|from|out of|leave|leaving) (?:my |the |our )?bed\b|\bbed ?(?:bound|ridden)\b|\blying down\b|\bwheelchair\b"
    r"|\bon crutches\b"
    r"|\bmy (?:legs?|feet|foot|back|knees?|hips?) (?:dont|doesnt|wont|cant|is|are)"
    r" (?:work|carry|move|bend|broken|bad|gone)\w*|\bbroken (?:leg|ankle|foot|hip)"
    r"|\bcant (?:get up|move|stand|stand up|walk|leave the house)$|\btoo (?:tired|exhausted|weak|heavy) (?:to|for)\b"
    r"|\bno energy\b|^(?:too tired|in bed|bed)$",
    "people": r"\b(?:people|someone|somebody|family|kids?|baby|husband|wife|partner|\w*mates?|everyone|mum|mom|dad)(?:s| is| are)?"
    r" (?:around|here|asleep|sleeping|watching|about|home|in the room|next to me|beside me)\b|\bnot alone\b|\b(?:no|any|have) privacy\b"
    r"|\bon (?:the |a |my )?(?:bus|train|plane|tube|subway|ward)\b|\bin public\b|\bwaiting room\b|\b(?:next to|beside) me\b|^people$",
    "work": r"\b(?:at|in) (?:my |the |an? )?(?:work|desk|office|job|class|school|lecture|meeting|shop|store)\b|\bon (?:a |my )?shift\b"
    r"|\bco ?workers\b|\bcolleagues\b|^work(?:ing)?$",
    "no_hearing": r"\bdeaf\b|\bhard of hearing\b|\bhearing (?:loss|aids?|impaired)\b|^(?:without (?:sounds?|hearing)|hearing|no sounds?)$"
    r"|\bcant hear(?: well| much| properly| at all| anything| music| things| sounds?)?$",
    "no_sight": r"\bblind\b|\b(?:low|poor|bad) (?:vision|sight|eyesight)\b|\bvisually impaired\b"
    r"|\bpartially sighted\b|\bwithout (?:looking|sight)\b"
    r"|\bcant see(?: well| much| properly| at all| anything| things| the screen)?$|^(?:sight|eyes)$",
    "no_appetite": r"\bno appetite\b|\bcant (?:eat|drink|taste|face (?:food|eating))\b|\bnot (?:hungry|eating)\b|^no (?:food|taste)$"
    r"|\b(?:dont|not) want (?:to eat|to drink|food)\b|\bnause(?:a|ous)\b|^appetite$",
    "not_body": r"\b(?:no|not|without|dont|rather not|avoid)\b.*\b(?:body|touch|touching|physical)\b|\bleave (?:my |the )?body out\b|^body$"
    r"|\bhate my body\b|\bmy body (?:isnt|is not|doesnt feel|does not feel) safe\b|\btrauma\b",
}
THING = 4
"""Words up to which a text can name an activity of the visitor's own."""
_NOT_A_THING = frozenset(
    {"i", "im", "ive", "id", "me", "you", "nothing", "none", "no", "not", "nope", "dont", "cant", "wont", "feel", "feeling", "felt"}
    | {"what", "why", "how", "who", "is", "are", "do", "does", "stop", "quit", "leave", "help", "yes", "yeah", "yep", "ok", "okay", "sure"}
    | {"idk", "dunno", "thanks", "thank", "hi", "hello", "hey", "bye", "goodbye", "later", "back", "again"}
)
_BESIDE_THE_START = re.compile(r"[.,;:!?\n]|\bwith\b")
"""What parts the wish to begin from what to begin with: "ok, let's do it. the cat"."""
_A_THING = re.compile(
    r"^(?:(?:maybe|just) )*(?:the|my|our|a|an|some) (?!.*\b(?:exercise|activity|minutes?|five|thing|try|go|moment|end|first)\b)"
)
_SENSES = {
    "hearing": r"sounds?|hear|hearing|listen|listening|ears|audio|noise",
    "sight": r"look at|looking|see|seeing|watch|eyes|visual",
    "touch": r"touch|touching|hands|hold|texture|feel with my hands",
    "smell": r"smell|smelling|scent|nose",
    "taste": r"taste|tasting|drink",
}
_FOR_A_SENSE = (
    r"^(?:(?:is there|have you|got|maybe|can i have|give me|id like) )*(?:something|anything|one|more)(?: \w+){{0,4}} (?:{0})\b|^(?:{0})$"
)
_AROUND_A_NAME = frozenset(
    {"i", "id", "ill", "im", "could", "can", "might", "would", "want", "to", "do", "make", "have", "try", "go", "with", "for", "my", "the"}
    | {"a", "an", "some", "one", "or", "and", "of", "on", "in", "ok", "okay", "yes", "yeah", "then", "maybe", "lets", "just", "please"}
    | {"guess", "think", "something", "hot", "cold", "warm", "cup", "short", "now", "again"}
)
"""What may stand around the name of an activity that is chosen."""
NEGATED = re.compile(r"\b(?:no|not|never|none|without|nothing|hate|(?:do|does|ca|wo|is|are)nt|cannot)\b")


def hindrances(text: str) -> Tuple[str, ...]:
    """What a text tells to be in the way."""
    plain = spelled_out(text)
    if len(plain.split()) > LONG:
        return ()
    return tuple(name for name, words in _HINDRANCES.items() if re.search(words, plain))


def named(text: str, most: int = SHORT) -> Optional[str]:
    """The activity that a text of so many words at most names, or None; of several the one it says most of, else the first."""
    plain = f" {spelled_out(text)} "
    if len(plain.split()) > most or NEGATED.search(plain):
        return None
    found: List[Tuple[int, int, str]] = []
    for each in activities():
        places = [plain.find(f" {word} ") for word in each.words]
        hits = [place for place in places if place >= 0]
        if hits:
            found.append((-len(hits), min(hits), each.name))
    return min(found)[2] if found else None


def only_named(text: str, plain: str) -> Optional[str]:
    """The activity that a text names and says nothing else: "tea", "i could do music i guess"."""
    name = named(text)
    words = {word for each in activities() if each.name == name for phrase in each.words for word in phrase.split()}
    return name if {*plain.split()} <= {*words, *_AROUND_A_NAME} else None


def names_a_thing(plain: str) -> bool:
    """Whether a bare text is only a thing, as an answer to "which one?" is: "knitting", "feeding the cat"."""
    words = plain.split()
    return 0 < len(words) <= THING and not set(words) & _NOT_A_THING


def starts_with_own(text: str) -> bool:
    """Whether a text that asks for the exercise goes on to name a thing of the visitor's own: "ok, let's do it. the cat"."""
    parts = [spelled_out(part) for part in _BESIDE_THE_START.split(text)[1:]]
    return any(names_a_thing(part) and _A_THING.match(part) for part in parts)


def sense(text: str) -> Optional[str]:
    """The sense that a text asks something for ("something with sound"), or None."""
    plain = spelled_out(text)
    return next((name for name, words in _SENSES.items() if re.search(_FOR_A_SENSE.format(words), plain)), None)
