"""What is told of a death: whose it was, that there was none, and the small things of the one who is gone. No Rasa here.

Who told of a death once is spoken to as bereaved until they say that nobody died; nobody is who lost no one of their own: of a
patient's death or a film's nothing is kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import List, NamedTuple, Optional, Pattern, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from thaw.data import DATA
from thaw.files import read_yaml
from thaw.once import once

UNNAMED = "them"
"""Who died, where no message named them."""
PARTNERS = frozenset({"wife", "husband", "hubby", "partner", "spouse", "girlfriend", "boyfriend", "fiancée", "fiancee", "fiancé", "fiance"})
_DEAD = (
    r"dead(?=\W*$|[^\w\s'-]| (?:and|but|now|already|since|for|because|cos|so|too|these|from|of|at|in|as|when|while|or|long|almost|nearly"
    r"|about|over|an?|one|two|three|four|five|six|seven|eight|nine|ten|many|some|years|months|weeks|days|\d+)\b)"
)
"""Not the "dead" of "dead inside", "dead to me", "dead set"."""
_DIED = r"died(?! (?:inside|laughing|of (?:laughter|embarrassment|shame|boredom))\b)"
BY_THEIR_OWN_HAND = (
    r"(?:(?:killed|hung|hanged|shot|topped|gassed) (?:himself|herself|themsel\w+)|(?:took|ended) (?:his|her|their) (?:own )?li(?:fe|ves)"
    r"|committed suicide|died (?:by|of|from) suicide)"
)
_GONE = (
    rf"(?:{_DIED}|passed away|passed on(?! (?:the(?! \d)|an?|his|her|their|my|it|this|that|to|some|what)\b)"
    r"|passed(?! (?:his|her|their|the|my|an?|me|it|by|on|out|him|them|this|that|up|over|through|with|all|every)\b)"
    rf"|{BY_THEIR_OWN_HAND}|was killed|got killed|(?:is|been) {_DEAD}|(?:is )?no longer (?:alive|with us)|was murdered"
    rf"|drowned(?! (?:his|her|their|out)\b))"
)
_BEFORE_GONE = r"(?:(?:has|had|have|just|suddenly|recently|finally|then|also|both|all) )*"
_BETWEEN = (
    r"(?:,? (?!(?:{people}|i|he|she|they|it|we|you|who|that|this|said|says|say|told|tells|thinks?|thought|knows?|knew|nearly|almost|never"
    r"|not|hardly|would|could|might|if|when|since|because|and|but|or|is|was|has|had|\w+nt|\w+n't)\b)[\w'-]+){{0,3}},?"
)
"""What may stand between someone and that they died: a name, "of forty years"."""
_NOT_MINE = r"(?<!his )(?<!her )(?<!their )(?<!your )(?<!s )"
_LEFT = frozenset({"friend", "mate", "bestie", "girlfriend", "boyfriend", "partner", "roommate", "flatmate", "housemate"})
"""Of whom "I lost my …" may tell a parting."""
_WIDOWED = re.compile(
    r"\b(?:i am|im|i'm|i was|ive been|i've been|being|as) (?:(?:a|an|now|just|newly|recently) )*(?:widow|widower|widowed)\b"
)
_PRONOUN_DIED = re.compile(
    rf"\b(?:he|she|they) {_BEFORE_GONE}{_GONE}(?: (?:in|on|at|last|this|of|from|when|two|three|a"
    rf"|suddenly)\b|\W|$)"
)
_DENIED = (
    r"\b(?:passed(?: away)?|died|dead|death|gone|lost|grief|loss)\s{0,3}\?{1,3}\s{0,3}(?:oh|god|lord|christ|haha|lol)?,? ?"
    r"(?:no+|nope|nah|never|not at all)\b"
)
_ASKED_AND_DENIED = (
    rf"{_DENIED}"
    r"|\b(?:he|she|they)(?:'?s| is|'?re| are) (?:fine|well|ok|okay|alright|here|right here|in the (?:kitchen|garden|next room|other room"
    r"|same room|living room)|next door|downstairs|upstairs|at work|asleep)\b"
)
"""A death that is asked back and denied: "passed? no, she's fine"."""
_NOBODY = re.compile(
    r"\b(?:nobody|no one|noone|no (?:person|human|relative|family)|none of (?:them|us|my \w+)|not (?:a single )?(?:one|anyone|anybody))"
    r"(?: (?:that|who|i|we|my|our|love|loved|loves|know|knew|care|cared|about|close|to|me|in|of|family|friends?|life|here|real|actually"
    r"|really|else|even|has|have|had|is|was|ever|mine))*"
    r" (?:died|dead|passed|passed away|lost|dying|got killed|was killed)\b"
    r"|\b(?:didnt|didn't|hasnt|hasn't|havent|haven't|not|isnt|isn't|never|wasnt|wasn't) (?:(?:actually|really|even|a) )*"
    r"(?:died?|dead|death|bereaved|grieving|in mourning|(?:los[te]|lose|losing) (?:any ?(?:one|body)|some ?(?:one|body)"
    r"|no ?(?:one|body)))\b"
    r"|\b(?:he|she|they|he's|hes|she's|shes|they're|theyre)(?: (?:is|are))?(?: (?:still|very much|perfectly))* alive\b"
    rf"|{_ASKED_AND_DENIED}"
)
"""That nobody died, or that someone is alive."""
_OF_WORK_OR_FICTION = re.compile(
    r"\b(?:patients?|clients?|residents?|customers?|films?|movies?|novels?|series|episodes?|characters?|heroes|hero|actors?|cartoons?"
    r"|tv|netflix|games?|battery|phone|laptop|computer|engine|car|plants?)\b"
)
"""Whose death or loss is no bereavement: those one works for, and what was made up."""
_ANOTHERS = (
    r"\b(?:he|she|they|(?:my|our) (?:{people}))(?: (?:has|had|just|recently|also))* (?:lost|loses|is losing|losing) (?:his|her"
    r"|their|a|the)\b"
)
_FEELS = re.compile(
    r"\b(?:feel\w*|felt|numb\w*|nothing(?! (?:of (?:that|the) (?:sort|kind)|like that)\b)"
    r"|empty|emptiness|flat|blank|cry|cried|crying|tears?|hollow|dead inside|therap\w*"
    r"|depress\w*|normal|wrong with me)\b"
)
"""Of which something stands where a message tells the numbness itself."""
_THING_OF_THEIRS = re.compile(r"\b(?:his|her|their) (?!death\b|passing\b|funeral\b|own\b)([a-z]+)")
_BARE_PERSON = re.compile(
    r"^(?:(?:it was|it is|it's|its|was|well|yes|yeah|um|uh|mine|just),? )*(?:my|our) (?:(?:old|little|best|own|dear|late|great|big|baby"
    r"|step) )*[\w-]+$"
)
_WHEN_THEY = re.compile(r"\bwhen (?:he|she|they) (?!died\b|passed\b|was\b|were\b|left\b)[a-z]+")
_STILL_WAITS = re.compile(
    r"^(?:(?:and|but|even|yeah|well|now) ){0,3}(?:the|our) (?:(?:old|little|poor) )?(?:dog|cat|puppy|kids|grandkids|grandchildren|children"
    r"|garden|chair|bed|house|phone|radio|kitchen|car|clock) (?:still|keeps?|always|just|hasn'?t|looks?|waits?|sits?)\b"
)
"""What is left, and goes on as if they were there."""
_THEIRS = re.compile(r"\b(?:his|her|hers|their|theirs|he|she|him|the two of us)\b")

_BABY = re.compile(
    r"(?<!fear of )(?<!scared of )(?<!afraid of )(?<!risk of )\b(?:still ?born|still ?births?|born (?:still|sleeping|asleep)"
    r"|miscarr(?:ied|iages?|ying)(?! of justice)"
    r"|(?:the|our|my) bab(?:y|ies) (?:had )?died (?:in (?:the womb|utero)|inside|before (?:birth|\w+ (?:was|were) born))"
    r"|(?:was|is|found|showed|had|theres) no heartbeat"
    r"|(?:lost|losing) (?:(?:the|a|our|my|him|her|them|it|little|baby|first|only|son|daughter|boy|girl|child|twins) ){1,5}at (?:\w+ )?"
    r"(?:\d\d?|full|twenty|thirty)(?:[- ]\w+)? ?(?:weeks?|wks|months pregnant|term)\b|lost (?:(?:the|a|another|both|our|my|two"
    r"|three|\d) )+(?:little )?(?:baby|babies"
    r"|bab|pregnancy|pregnancies|twins))\b"
)
"""A baby that died before or at birth."""
_OWN_BABY = re.compile(
    r"\b(?:my|our) (?:(?:little|first|only|baby|sweet|beautiful|second|third|youngest) )*(?:son|daughter|boy|girl|child|twins"
    r"|baby|babies)"
    r" (?:was|were|is|had been|came)(?: (?:both|a|all))? (?:still ?born|still ?birth|born (?:still|sleeping|asleep))\b"
)
"""A child of the visitor's own, that was born dead."""
_ANOTHERS_BABY = re.compile(
    r"\b(?:friend|mate|sister|cousin|aunt|neighbou?r|colleague|daughter|niece|boss|coworker|brother|character|patient|mum|mom|mother)s?\b"
    r"(?: \w+){0,4} (?:still ?born|still ?births?|miscarr\w+|lost (?:the|a|her|their) bab\w+)\b"
    r"|\b(?:if|worr\w+|might|could|afraid|scared|nearly|almost|not|never)\b(?: \w+){0,4} (?:still ?born|still ?births?|miscarr\w+)\b"
)
"""One that was not the visitor's, or of which it is feared."""
_BY_THE_VET = re.compile(
    r"\b(?:vets? (?:(?:had to|has|had|then) )*put (?:(?:him|her|them|it) )?(?:to sleep|down)"
    r"|had to (?:have|get) (?:him|her|them|it) put (?:to sleep|down))\b(?! on)"
)
"""An animal that was put to sleep, where only "him" or "her" is said."""


class _Words(NamedTuple):
    """Patterns made of the people and pets of `data/mentions.yml`."""

    mentioned: Pattern[str]
    people: Pattern[str]
    died: Sequence[Pattern[str]]
    anothers: Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    kept = read_yaml(DATA / "mentions.yml")
    pets = _any(kept["pets"])
    people, everyone = _any(kept["people"]), _any([*kept["people"], *kept["pets"]])
    between = _BETWEEN.format(people=everyone)
    who = rf"(?P<who>{everyone})"
    died = (
        rf"{_NOT_MINE}\b{who}{between} {_BEFORE_GONE}{_GONE}\b",
        rf"{_NOT_MINE}\b{who}'?s (?:{_DEAD}|{_DIED}|passed away|no longer (?:alive|with us))\b",
        rf"{_NOT_MINE}\b{who}(?:'?s)? (?:funeral|death|passing|grave|ashes|wake|headstone)\b",
        rf"\b(?P<how>lost|losing|buried|burying|cremated|(?:death|loss|funeral|passing) of|mourning|grieving|grieving for|widow of"
        rf"|widower of) (?:my|our) (?:(?:late|dear|darling|little|old|best|only) )*{who}\b(?!'s|s')",
        rf"\b(?:lost|losing) (?:my|our) (?:(?:best|oldest|older|younger|little|big|dear|only) )*{who} to (?:suicide|cancer"
        rf"|an overdose)\b",
        rf"\b(?:my|our) late {who}\b",
        rf"\b(?:put|putting) (?:my|our|the) (?:\w+ )?(?P<who>{pets}) (?:down|to sleep)\b",
        rf"\b(?:my|our|the) (?:\w+ )?(?P<who>{pets})(?: \w+)? (?:was|got|had to be|is being|being|has been|had been|be) "
        r"(?:put down|put to sleep|euthani[sz]ed)\b",
    )
    return _Words(
        re.compile(
            rf"\b(?:my|our|the) (?:(?:best|oldest|older|younger|eldest|little|big|dear|grown|adult|teenage|only|\d+ ?(?:yo"
            rf"|year old)) )*{who}\b"
        ),
        re.compile(
            rf"\b(?:my|our) (?:(?:best|oldest|older|younger|eldest|little|big|dear|grown|adult|teenage|only|\d+ ?(?:yo"
            rf"|year old)) )*(?P<who>{people})\b"
        ),
        [re.compile(each) for each in died],
        re.compile(_ANOTHERS.format(people=people)),
    )


@once
def died(text: str) -> Optional[str]:
    """Who a text tells to have died, in its own word; `UNNAMED` if it names nobody; None if it tells no death of their own."""
    plain, words = _plain(text), _words()
    if lost_before_birth(plain):
        return "baby"
    if re.search(_ASKED_AND_DENIED, plain):
        return None
    for pattern in words.died:
        for match in pattern.finditer(plain):
            how, who = match.groupdict().get("how"), match["who"]
            if not (how in ("lost", "losing") and who in _LEFT):
                return who
    if _WIDOWED.search(plain):
        return "partner"
    if _BY_THE_VET.search(plain):
        return UNNAMED
    pronoun = None if _NOBODY.search(plain) or _OF_WORK_OR_FICTION.search(plain) else _PRONOUN_DIED.search(plain)
    if not pronoun:
        return None
    before: List[str] = [match["who"] for match in words.mentioned.finditer(plain[: pronoun.start()])]
    return before[-1] if before else UNNAMED


def lost_before_birth(text: str) -> bool:
    """Whether a text tells of a baby of the visitor's own that died before or at birth."""
    plain = _plain(text)
    if _OWN_BABY.search(plain):
        return True
    return bool(_BABY.search(plain)) and not (_ANOTHERS_BABY.search(plain) or _OF_WORK_OR_FICTION.search(plain))


def put_to_sleep(text: str) -> bool:
    """Whether a text tells of an animal that a vet put to sleep, and of nobody else that it could be."""
    return bool(_BY_THE_VET.search(_plain(text)))


def nobody_died(text: str) -> bool:
    """Whether a text says that nobody died, and tells of no death."""
    return bool(_NOBODY.search(_plain(text))) and died(text) is None


def asked_and_denied(text: str) -> bool:
    """Whether a text asks a death back in order to deny it: "passed? no, she's in the kitchen"."""
    return bool(re.search(_DENIED, _plain(text))) and died(text) is None


def lost_no_one(text: str) -> bool:
    """Whether a text tells no loss of the visitor's own: nobody died, or a patient did, or one in a film; or another lost something."""
    plain = _plain(text)
    tells = _NOBODY.search(plain) or _OF_WORK_OR_FICTION.search(plain) or _words().anothers.search(plain)
    return bool(tells) and died(text) is None


def someone(text: str, but: Optional[str] = None) -> Optional[str]:
    """The person of their life whom a text names first ("my son"), other than `but`, in its own word; else None."""
    named = (match["who"] for match in _words().people.finditer(_plain(text)))
    return next((who for who in named if who != but), None)


def only_the_dead(text: str) -> bool:
    """Whether a text tells of a death and names nobody else of their life."""
    dead = died(text)
    return dead is not None and someone(text, but=dead) is None


def names_only_someone(text: str) -> bool:
    """Whether a text is no more than who it is: "my nan", "it was my dad"."""
    return bool(_BARE_PERSON.match(_plain(text).rstrip(".!? "))) and someone(text) is not None


def of_theirs(text: str) -> bool:
    """Whether a text speaks of the one who is gone or of what was theirs: "her coat", "he sang in the kitchen"."""
    return bool(_THEIRS.search(_plain(text)))


def is_small(text: str) -> bool:
    """Whether a text tells some small thing of the one who is gone, and no feeling: "her gardening coat", "when she put the kettle on"."""
    plain = _plain(text)
    things = (match[1] for match in _THING_OF_THEIRS.finditer(plain))
    return (
        any(thing not in STOP_WORDS for thing in things) or bool(_WHEN_THEY.search(plain) or _STILL_WAITS.match(plain))
    ) and not _FEELS.search(plain)


@once
def _plain(text: str) -> str:
    """The text in lower case, in one line, with plain apostrophes."""
    return re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip()


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
