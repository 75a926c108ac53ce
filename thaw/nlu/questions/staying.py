"""Whether to leave someone or to stay, whether it is one's own fault that they are numb, and how long two have been together."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import asked_and_denied, died
from thaw.nlu.questions.bereft import mourned
from thaw.nlu.questions.talk import CARRIER, END, GREETED, LEAD, Asked, Talk

_WORRIED = ("utter_worried_about_someone", "utter_love_of_the_numb")
_BETWEEN = ("utter_told_checked_out", "utter_ask_relationship_impact", "utter_far_from_people", "utter_love_not_known")
_THERAPY = ("utter_ask_therapy", "utter_which_therapy", "utter_therapy_", "utter_ask_matching", "utter_want_match", "utter_word_therapies")
_PARTNER = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc\w+|spouse|gf|bf|other half|marriage|relationship)"
_WHOM = rf"(?:him|her|them|my (?:\w+ )?{_PARTNER}|(?:this|the|our) (?:marriage|relationship)|each other)"
_ASKS = (
    r"(?:(?:should|shall|do|can|could|would|must|ought|will|may|am) (?:i|we|you)|would (?:you|u)|is it (?:ok|okay|right|wrong"
    r"|bad|better|fair"
    r"|selfish|cruel|time)(?: (?:to|if i|for me to))?|do you think (?:i|we) should|is it time (?:i|we)|when (?:should|do|to)(?: i)?"
    r"|(?:i )?(?:dont|do not) know (?:if|whether) (?:i|to|i should)(?: should)?|am i allowed to|what if i|how do i know (?:if"
    r"|when) i should)"
)
_LEAVES = (
    rf"(?:leave|leaving|divorce|divorcing|dump|break up with|end it with|walk away from|walk out on|split (?:up )?(?:with|from)"
    rf"|separate from"
    rf"|move out on|stay with|stick with|keep) {_WHOM}"
)
_LEAVE_OR_STAY = re.compile(
    GREETED + rf"{_ASKS}(?: (?:just|even|really|to|better|have|be|finally|maybe|ever|go and|i|should|wrong|of me)){{0,4}}"
    rf" (?:{_LEAVES}|(?:get (?:a )?divorced?|break up|split up|separate|divorce)\b|(?:stay or (?:go|leave)|leave or stay|go or stay)\b)"
    r"(?: (?:if|because|cos|when|so|or|over|for|then|even|now|before|like|that|who)\b(?: \w+){0,12})?" + END
)
_STAY_OR_GO = re.compile(GREETED + r"(?:(?:do|should|shall|whether) (?:i |to )?)?(?:stay or (?:go|leave)|leave or stay|go or stay)" + END)
_OF_DANGER = re.compile(
    r"\b(?:hit\w*|hurt\w*|beat\w*|abus\w*|scared|afraid|threat\w*|force[sd]?|violen\w*|rap\w+|chok\w*|kill\w*|suicid\w*|die"
    r"|dead|dying|alive|harm"
    r"|gun|knife|world|behind|alone for good|note)\b"
)
_FAULT = re.compile(
    GREETED
    + r"(?:(?:and|what if|maybe|i think|i feel like|i keep thinking|do you think|could|is|was|are|it|its|this|that|all|really|just|partly"
    r"|because|be|isnt|am|i|did|have|has|do|can|might|im|so|he|she|they|numb|flat|like|then|if) ){0,6}"
    r"(?:because of (?:me|something i (?:did|said))|my (?:own )?fault|(?:something|anything|sth) (?:wrong )?(?:i|that i) (?:did|said)"
    r"|(?:do|did|done|doing|say|said) (?:something|anything|sth)(?: wrong| bad)?|(?:cause|caused|make|made|making"
    r"|causing) (?:it|this|that|him|her|them)"
    r"(?: (?:numb|like this|this way|so|go numb|happen))?|to blame|the (?:reason|cause|problem)(?: (?:for (?:it|this)|why|(?:he"
    r"|she|they)(?:s|re)?"
    r"(?: is| are)? (?:numb|flat|like this|this way)))?)(?: (?:somehow|that (?:he|she|they)(?:s|re)? (?:is |are |feels? |went "
    r"|has |gone )*\w+"
    r"|(?:he|she|they) (?:is|feels?|went|has gone|became|got) \w+(?: this)?|wrong))?" + END
)
"""Asking whether it is one's own doing. What is asked of who is numb oneself is another matter: `beside someone` decides."""
_ASKS_IT = re.compile(r"\?|\b(?:is|was|did|do|am|could|can|have|what if|maybe|think|feel like|are)\b")
_OTHER_IS_NUMB = re.compile(
    rf"\b(?:my|our) (?:\w+ )?(?:{_PARTNER}|son|daughter|mum|mom|dad|mother|father|sister|brother|friend|kid)(?: (?:is|has|s"
    rf"|says (?:he|she) (?:is|feels)"
    r"|feels|seems|went|gone|so|completely|all|goes)){1,4} (?:\w+ )?(?:numb|flat|nothing|empty|distant|cold|blank|checked out"
    r"|quiet|dead inside)\b"
)
_OF_WHOM = re.compile(r" (?:that|if|why) my \w+(?: \w+){0,4}$")
"""With what the question ends that names the numb one."""
_TOGETHER = re.compile(
    LEAD + r"(?:(?:weve|we|have|been|were|are|im|ive|i|its|it is|its been|for|about|nearly|almost|over|married|together|been married"
    r"|been together"
    r"|with (?:him|her|them)) ){0,6}(?:\d+|\w+|twenty \w+|thirty \w+|forty \w+) (?:years?|yrs|months|decades)(?: (?:now|of))?"
    r" ?(?:married|marriage|together|as a couple|with (?:him|her|them)|of (?:marriage|being (?:married|together)))"
    r"(?: (?:now|this (?:year|\w+)|in \w+|and (?:counting|two kids|\w+ kids)|next \w+|last \w+)){0,6}$"
)


def staying(talk: Talk) -> Optional[Asked]:
    """Whether to leave or to stay; whose fault it is; how long they have been together."""
    plain = talk.plain
    asks_to_leave = _LEAVE_OR_STAY.match(plain) or (not talk.was_last(*_THERAPY) and _STAY_OR_GO.match(plain))
    if asks_to_leave and not (_OF_DANGER.search(plain) or mourned(talk)):
        # Right after therapy was spoken of, "him" may be the therapist.
        of_therapy = talk.was_last(*_THERAPY) and not re.search(rf"\b{_PARTNER}\b", plain)
        if not of_therapy:
            of_the_numb = talk.was_said(*_WORRIED) or _OTHER_IS_NUMB.search(plain)
            return Asked(CARRIER, "utter_leave_the_numb_one" if of_the_numb else "utter_leave_or_stay")
    found = _together_or_at_fault(talk)
    # Whether someone died is asked last: it takes the longest.
    return None if found and (died(talk.text) or mourned(talk)) else found


def _together_or_at_fault(talk: Talk) -> Optional[Asked]:
    plain = talk.plain
    if asked_and_denied(talk.text):
        return Asked(CARRIER, "utter_alive_and_well")
    if talk.was_said(*_WORRIED) and not talk.was_said("utter_told_checked_out") and _FAULT.match(plain) and _ASKS_IT.search(plain):
        return Asked(CARRIER, "utter_worried_about_someone_fault")
    if _TOGETHER.match(plain):
        return Asked(CARRIER, "utter_together_for_long") if talk.said else Asked("told_checked_out", "utter_together_for_long")
    return None


def whose_fault(talk: Talk) -> Optional[Asked]:
    """Whether it is one's own fault, asked in the breath that tells of someone numb."""
    if talk.said and talk.was_said(*_WORRIED):
        return None
    clauses = [re.sub(r"[^\w\s]", "", each).strip() for each in re.split(r"[.!?,;\n]", talk.text.lower()) if each.strip()]
    asks = any(_FAULT.match(_OF_WHOM.sub("", each)) for each in clauses)
    told = _OTHER_IS_NUMB.search(talk.plain) and not _OF_DANGER.search(talk.plain) and len(talk.plain.split()) <= _LONGEST
    return Asked("worried_about_someone", "utter_worried_about_someone_fault") if asks and told else None


_LONGEST = 24
"""Words up to which a message says no more than that."""
