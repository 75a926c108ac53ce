"""Several answers in one message ("numb for two years, mostly my marriage, never had therapy"): each goes to its own question.

Only what can hardly mean anything else is taken out of an answer; the rest stays with the question that was asked.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.fits import FREE_TIME, OF_ONE_KIND, fits
from thaw.handoff.form import ALSO
from thaw.handoff.meaning import Reading, simply
from thaw.handoff.regions import is_told
from thaw.handoff.words import TIME_SPAN, kept, names_a_country, only_a_value

_PARTS = re.compile(r"(?:(?<!\s)\s+)?(?:[,;\n]+|\.(?=\s)|\s(?:and|but|plus)\s)\s*(?:and |but |also )*", re.IGNORECASE)
_THERAPY = r"(?:therap(?:y|ists?)|counsell?(?:ing|ors?)|psychologists?|psychiatrists?|cbt)"
_TOUCHED = r"(?:work|job|school|stud(?:y|ies)|relationships?|marriage|partner|wife|husband|friends?|family|kids?|body|sleep|energy)"
_WHO = (
    r"(?:black|asian|latin[aox]|hispanic|muslim|christian|catholic|jewish|hindu|buddhist|sikh|african(?:[- ]american)?|indian|native|arab"
    r"|gay|queer|lesbian|trans|non[- ]?binary|bipoc|poc|of colou?r|lgbtq?\+?|older|younger|fe?male|religious|secular)"
)
_ANSWERS = {
    "touches": r"(?:it'?s |it )?(?:mostly|mainly|especially|affects?|touches|hits|hitting|affecting)(?: (?:at|with|in))?(?: my| the)*"
    rf" {_TOUCHED}\b.*",
    "therapy": r"(?:i(?:'?ve)? |have )*(?:never|no|not|have ?n[o']?t|had|been|tried|did|done|saw|seen)\b(?:(?!want|need|look).)*"
    rf"\b{_THERAPY}\b.*",
    "wish": r"(?:someone|somebody) (?:in (?:his|her|their) \w+|(?:who|with|that|older|younger|warm|patient|kind|gentle|calm)\b.*)"
    r"|(?:i(?:'?d| would)? ?|someone )?(?:like|want|prefer(?:ably)?|need|rather have) (?:a|an|some\w+|to (?:see|have) an?)\b"
    r".*\b(?:wom[ae]n|m[ae]n|(?:fe)?male|older|younger|patient|gentle|calm|warm|who)\b.*"
    rf"|(?:ideally |preferably |rather |maybe |a |an |someone )*{_WHO}(?:,? (?:or|and|/) {_WHO})?"
    r"(?: (?:therapist|clinician|counsell?or|psychologist|psychiatrist|one|person|provider)s?"
    r"|(?=,? (?:would be|please|pls|if|preferred|ideally|preferably)\b))"
    r"(?:,? (?:please|pls|plz|only|ideally|preferably|preferred|if (?:possible|poss|i can|that'?s ok|you have one|there is one)"
    r"|would be (?:good|great|nice|best|better|ideal|perfect|lovely|helpful|cool|ok)))*"
    r"|(?:someone |a |an |must be |has to be |should be )*(?:gay|lgbtq?\+?|queer|trans|poly|kink|neurodivergent|autism|adhd|faith)[- ]?"
    r"(?:friendly|affirming|positive)(?: \w+)?(?:,? (?:please|pls|only|ideally|if possible|would be (?:good|great|nice)))*"
    r"|(?:ideally |preferably |rather |maybe |a |an )*(?:(?:older|younger|black|asian|muslim|christian|jewish|gay|queer|lesbian|trans) )*"
    r"(?:wom[ae]n|lady|man|(?:fe)?male|somebody older|someone older|someone gentle|somebody gentle)(?: (?:therapist|clinician|counsellor"
    r"|counselor|one))?(?:,? (?:please|pls|plz|only|ideally|preferably|if (?:possible|poss|i can|thats ok|that's ok|that'?s allowed"
    r"|you have one|there is one)))*",
    "how": r"(?:i(?:'?d| would)? ?)?(?:want|prefer|like|need|rather)?(?: (?:to (?:do|have)|have|do))? ?(?:it )?(?:online|video|remote"
    r"|virtual|in[- ]person|zoom|phone) (?:sessions?|calls?|appointments?|therapy|meetings?|only)(?: (?:please|only|ideally|if possible))*",
    "place": r"(?:i(?:'?m)? )?(?:live|living|based|located) (?:in|near) (?!fear|hell|pain|an? |my |the (?!uk|us))\w.*",
    "cost": r"(?:money|cash)(?:'?s| is) (?:tight|short|a (?:worry|problem|issue))|.*\b(?:can'?t|cannot) afford\b.*"
    r"|(?:it )?(?:has|needs) to be cheap.*"
    r"|(?:a |on a )?(?:low fee|low cost|sliding scale|budget|low income)\b.*|(?:through|with|on|i have|i'?ve got) (?:my )?insurance\b.*",
}
_ANSWERED = {field: re.compile(rf"^(?:{pattern})") for field, pattern in _ANSWERS.items()}
"""Each of a whole part, from its beginning."""
_ASIDE = re.compile(r"(?:(?:if (?:possible|poss|i can|thats ok|that's (?:ok|allowed|okay)|you can)|please|pls|thanks|thank you|ta)[ ,]*)+")
"""A part that answers nothing, and only asks nicely for what another part says."""
_LONGEST = 9
"""Words of a part that can be an answer to a question that was not asked."""


def several(text: str, asked: str, later: tuple[str, ...]) -> Optional[Reading]:
    """The answers in a text to the question asked and to later ones; None if it holds none to those.

    Args:
        text: the visitor's words.
        asked: the field of the question that is open.
        later: fields that are still to be asked for.
    """
    rest: list[str] = []
    found: dict[str, str] = {}
    parts = [part for part in _PARTS.split(text.strip()) if not _ASIDE.fullmatch(simply(part))]
    # When someone can meet, beside how, or what they look for: by itself it may be when it is worst.
    of_meeting = [answered(each) in ("how", "wish", "place", "cost") for each in parts]
    may_be_when = any(of_meeting) and (asked in OF_ONE_KIND or "how" in later)
    for part in parts:
        field = answered(part)
        if field is None and may_be_when and FREE_TIME.fullmatch(simply(part)):
            field = "how"
        goes_there = field in later or (asked in OF_ONE_KIND and field not in (None, asked, "since", "therapy"))
        if field and goes_there and kept(part) and (field not in found or field in ("how", "touches")):
            found[field] = f"{found[field]}, {kept(part)}" if field in found else kept(part)
        else:
            rest.append(part)
    if not rest and len(found) == 1:
        found = {field: kept(text) for field in found}
    found = {field: words if field in later or field in OF_ONE_KIND else ALSO + words for field, words in found.items()}
    if asked == "signs" and "since" in later and "since" not in found:
        # "Numb for two years" tells both: the part stays, and the time is taken over.
        span = next(
            (match for part in rest for match in [TIME_SPAN.search(part.lower())] if match and not re.search(_THERAPY, part.lower())), None
        )
        if span:
            found["since"] = kept(span["span"] or span["now"] or span["since"])
    if not found:
        return None
    own = kept(text if len(rest) == len(parts) else ", ".join(rest))
    own = own if fits(own, asked) else ""
    (field, words), *also = ([(asked, own)] if own else []) + list(found.items())
    return Reading("answer_hand_off", field, words, tuple(also))


def answered(part: str) -> Optional[str]:
    """The field that a part of a text answers beyond doubt."""
    plain = part.lower().replace("’", "'").strip(" .!…?")
    if len(plain.split()) > _LONGEST:
        return None
    found = only_a_value(plain) or next((field for field, pattern in _ANSWERED.items() if pattern.fullmatch(plain)), None)
    if found is None and (is_told(plain) or (len(plain.split()) <= 4 and names_a_country(plain))):
        return "place"
    return found
