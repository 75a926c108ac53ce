"""What is told in the middle of the questions and is no answer to them: that someone was hurt, or that someone died.

It is heard as what it is, and never put on a list by itself: what answers the question in its own way ("since my mum died") does.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.meaning import HARM, LOSS

_DONE_TO_ME = (
    r"(?:raped?|molested|abused?|assaulted|groomed|trafficked|beaten(?: up)?|beat(?: up)?|attacked|mugged|stabbed|strangled|choked|tortured"
    r"|kidnapped|drugged|stalked|threatened|violated|exploited|hit|battered|spiked|held (?:hostage|captive|down))"
)
_SOMEONE = (
    r"(?:he|she|they|(?:my|a|the|his|her|our|some) (?:\w+[- ]){0,2}(?:man|men|guys?|boys?|ex|husband|wife|partner|boyfriend|girlfriend"
    r"|dad|father"
    r"|mum|mom|mother|stepdad|step ?father|step ?mother|parents?|brother|sister|uncle|aunt|cousin|grand\w+|teacher|coach|priest|boss|family"
    r"|neighbou?r|stranger|therapist|doctor)|dad|mum|mom|someone|somebody|people|strangers)"
)
_HARM = re.compile(
    rf"\b(?:i|i'?ve|we|i'?m) (?:was|were|got|been|have been|had been|being|am being|get|am|keep getting)"
    rf" ?(?:\w+ly |being |once |almost |gang |also )*{_DONE_TO_ME}\b(?! (?:by )?(?:it|rock|hard|an? (?:car"
    rf"|bus|truck|lorry|van|train|bike|wave|low|point|wall)|the (?:wall|news)))"
    rf"|\b{_SOMEONE} (?:used to |would |once |always |also |has |had |have |keeps? |tried to |still |just )*"
    r"(?:raped?|raping|molest\w*|abus\w+|assault\w*|beat(?:s|ing)?|hit(?:s|ting)?|hurts?|hurting|chok\w+|strangl\w+|touch(?:ed|es|ing)"
    r"|groom\w*"
    r"|forc(?:ed|es|ing)|kick\w*|punch\w*|slap\w*|threaten\w*|stalk\w*|drugg\w+|attack\w*) (?:me|us|my (?:kids?|son|daughter|sister"
    r"|brother|mum|mom|mother))\b"
    r"|\b(?:survivor of|survived) (?:a |an |the |my |sexual |domestic |childhood |child )*(?:rape|abuse|incest|assault|violence|attack"
    r"|trafficking)\b"
    r"|\b(?:sexual(?:ly)?|domestic(?:ally)?|child(?:hood)?|physical(?:ly)?|emotional(?:ly)?) (?:abused?|assault(?:ed)?|violence)\b"
    r"|\bincest\b"
    r"|\bmy (?:rape|abuser|rapist|attacker)\b"
)
"""That someone was hurt by someone."""
_WHOM = (
    r"(?:mum|mom|mother|mam|dad|father|wife|husband|partner|fianc[eé]e?|girlfriend|boyfriend|son|daughter|child|kid|baby|babies|twins?"
    r"|brother"
    r"|sister|nan|gran\w*|grand\w+|friend|best friend|uncle|aunt|cousin|nephew|niece|dog|cat|pet|horse|parents?|colleague|boss|ex"
    r"|pregnancy)"
)
_LOSS = re.compile(
    rf"\b{_WHOM}(?:'s| is| was| has| had|,)? (?:just |recently |suddenly |also |only )*(?:died|dead|passed(?: away| on)?|gone(?= (?:now"
    rf"|since|last|this|forever))"
    r"|was (?:put (?:down|to sleep)|stillborn|killed)|dying|has died|had died)\b"
    rf"|\b(?:i|we|i'?ve|we'?ve|just|have|had) (?:just |recently |also |have )*(?:lost|buried) (?:my|our|the|a|an|his"
    rf"|her) (?:\w+ ){{0,2}}{_WHOM}\b"
    r"|\bmiscarr\w+|\bstill ?(?:birth|born)\b|\bectopic\b|\b(?:had|after) (?:an? |the |my )(?:abortion|termination)\b|\b(?:he|she"
    r"|they) (?:just )?(?:died|passed away)\b"
)
"""That someone died, or a pregnancy was lost."""
_OF_A_TIME = re.compile(r"\b(?:since|after|when|ever since|(?:it )?(?:start|beg[au]n|came)\w*|from)\b")
_OF_EARLIER_HELP = re.compile(
    r"^(?:yes|yeah|yep|no|never|once|twice)\b|\b(?:therap\w+|counsel\w+|sessions?|psych\w+|groups?|helped|support)\b"
)
_OF_ITS_FAULTS = re.compile(
    r"\b(?:therapist|she|he|they|therapy|we|it) (?:\w+ )?(?:said|told|asked|wanted|made|kept|pushed|blamed|thought|never|only|did ?n'?t"
    r"|would ?n'?t)\b|\bbeliev\w+"
)
_OF_A_WISH = re.compile(
    r"\b(?:wom[ae]n|man|male|female|someone|somebody|one who|clinician|therapist|experience|special\w+|knows?|understands?|trained)\b"
)
_OF_FEELING = re.compile(r"\b(?:numb\w*|feel\w*|felt|empty|emptiness|flat|hollow|nothing|motions|joy|glass|fog|sad|cr(?:y|ied|ying))\b")
_ANSWERS = {
    "signs": _OF_FEELING,
    "since": _OF_A_TIME,
    "touches": re.compile(r"^\W*\w.*\b(?:since|after|because)\b"),
    "therapy": _OF_EARLIER_HELP,
    "missed": _OF_ITS_FAULTS,
    "wish": _OF_A_WISH,
}
"""With what a text that tells of it answers the question all the same."""


def told(plain: str, asked: str) -> Optional[str]:
    """What a text tells that is to be heard before any question; None if it tells no such thing, or tells it as an answer.

    Args:
        plain: the visitor's words in lower case.
        asked: the field of the question that is open.
    """
    found = HARM if _HARM.search(plain) else LOSS if _LOSS.search(plain) else None
    own = _ANSWERS.get(asked)
    if found is None or (own is not None and own.search(plain)):
        return None
    # Where only one kind of thing is an answer, the dialogue has more to say of a loss than fits before a question.
    return found if found == HARM or own is not None else None
