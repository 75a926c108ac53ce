"""What is asked or told by who stands beside someone numb: it stays about that one until the writer says "I" of themselves."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import died
from thaw.nlu.questions.bereft import mourned
from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk
from thaw.nlu.telling import for_another
from thaw.nlu.vocabulary import any_of
from thaw.nlu.wished_over import wishes_it_over_for_them

_WORRIED, _SAID = "worried_about_someone", "utter_worried_about_someone"
_THIRD = ("utter_third_party_", "utter_crisis_third_party")
_THEM = r"(?:him|her|them|my \w+|our \w+)"
_THEY = r"(?:he|she|they|(?:my|our) (?:\w+ )?\w+)"
_PEOPLE = any_of("people_near")
_ASKS = re.compile(LEAD + r"(?:what|how|why|who|when|where|should|shall|can|could|would|do|does|did|is|are|will|might|any)\b")
_NOT_SAID = re.compile(
    rf"\b{_THEY}(?:s|ve| is| has| have| had| was)?(?: (?:just|actually|really|honestly))?"
    r" (?:never|not|isnt|aint|hasnt|havent|didnt|doesnt|dont|wasnt|wouldnt)\b(?: \w+){0,4}"
    r" (?:said|say|says|saying|mention\w*|talk\w*|spoken|spoke|told|hint\w*|suicidal|thinking|thought|plan|plans|dying|die|danger)\b"
    rf"|\b(?:i|ive|we)(?: have| already| just)? asked {_THEM}\b.*\b(?:no|not|never|nope|isnt|wasnt|laughed|daft|silly|nothing|denied)\b"
    r"|^(?:no|nope|nah)?(?: (?:theres|there is|there has|there hasnt|been|has))*"
    r" ?(?:nothing like (?:that|this)|no(?:ne| talk)? (?:of (?:that|it|dying|suicide)|about dying))" + END
)
"""Saying that there was no talk of dying, or that they were asked and said no."""
_TELLS_MORE = re.compile(
    r"\b(?:but|except|though|although|however|cut|cuts|cutting|hurt\w*|harm\w*|pills|tablets|scared|afraid|terrified|gave away|giving away"
    r"|goodbye|note|letter|used to|before|once|attempt\w*|tried|overdos\w*|gun|rope|knife|bridge|joked?|if|unless|until|missing"
    r"|answer\w*)\b"
)
"""With what a no is not all."""
_GET_THEM = re.compile(
    rf"\bhow (?:do|can|could|would|to|should)(?: (?:i|we|you))?(?: \w+)? (?:get|make|persuade|convince|talk|bring|encourage) {_THEM}"
    r"(?: (?:to|into|round to))? (?:talk|talking|see|seeing|go|going|speak|get|getting|try|trying|accept|open up|call|ring|admit)\b"
    rf"|\b{_THEY} (?:just )?(?:wont|will not|refuses? to|doesnt want to|does not want to|hates|isnt willing to) "
    r"(?:even |ever )?(?:(?:see|go to|go and see|get|accept|try|hear of|have|talk to|speak to|look for|take) (?:\w+ ){0,2}?"
    r"(?:help|doctors?|gp|dr|anyone|anybody|someone|therap\w*|counsel\w*|professional)|open up|talk|talk about (?:it|anything))" + END
)
_WAIT = re.compile(
    r"\bhow long (?:do|should|can|must|will|would)(?: i| we)?(?: \w+)? (?:wait|give|leave|put up|go on|keep)\b"
    r"|\bwhen (?:do|should|would) (?:i|we) (?:step in|do something|say something|worry|get help|call (?:someone|a doctor))\b"
    r"|\bshould i (?:just )?wait\b"
)
_HELP_THEM = re.compile(
    r"\b(?:how|what)(?: (?:do|can|should|could|would|to|i|we|else|even|best|actually))* (?:help|helps|support|be there for|do for"
    r"|look after|reach"
    rf"|comfort|cheer up|get through to) (?:{_THEM})\b"
)
_BOOK = re.compile(
    rf"\b(?:book|sign|apply|arrange|fill (?:it|this|that) in|make an appointment|do (?:it|this|that))(?: \w+){{0,3}} (?:for"
    rf"|on behalf of) {_THEM}\b"
    r"|\b(?:can|could|would|should|may|does) (?:he|she|they)(?: \w+)? (?:use|try|talk to|chat with|come on|go on|do|read)"
    r" (?:this|it|the)(?: (?:site|page|chat|bot|exercise|thing))?\b"
)
_COSTS_ME = re.compile(
    r"\b(?:cant|cannot|dont|barely|hardly|not) (?:really )?sleep\w*(?: (?:with|for|from|because of|over))? ?(?:the |all the )?(?:worry"
    r"|worrying|stress)\b"
    r"|\b(?:im|i am|i feel|i get|feeling|that i(?: am)?|i|to(?: feel| be)?)(?: \w+){0,3} (?:resent\w*|worried sick|fed up|impatient"
    r"|jealous|frustrated"
    r"|annoyed)\b"
    r"|\bwhat (?:can|should|do|could|about) (?:i )?(?:do )?(?:for )?(?:me|myself)"
    + END
    + r"|\bhow do i (?:look after|take care of) (?:me|myself)\b"
)
_LEAVES = re.compile(
    LEAD + r"(?:(?:i|ive|im|i am|i have|think|just|finally|now|honestly) )*(?:decided (?:to|im|that im)|going to|gonna|want to|wanna"
    r"|thinking of"
    r"|thinking about|will|have to|need to|about to)? ?(?:leav(?:e|ing)|divorc(?:e|ing)|break(?:ing)? up with|end(?:ing)? it with"
    r"|splitt?(?:ing)? (?:up )?(?:with|from))"
    rf" (?:him|her|them|my (?:{_PEOPLE}))(?: (?:now|soon|today|tomorrow|after all|in the end|for good))*" + END
)
_I = re.compile(r"\b(?:i|im|ive|id|ill|myself)\b(?! (?:think|guess|suppose|know|asked|worry|noticed|saw|see)\b)")
_ME = re.compile(r"\b(?:me|us)\b")
_REPORTS = re.compile(
    LEAD + r"(?:he|she|they) (?:\w+ )?(?:says?|said|told me|tells me|describes? it|described it|calls it|called it|thinks|thought)\b"
)
"""A beginning that passes on how it is for them."""
_OPENS = re.compile(
    LEAD + r"(?:(?:hi|hello|hey|hiya|its|it is|i think|i guess|also|because|since|yesterday|today|last night|sometimes|mostly|both) )*"
    rf"(?:he|she|they|hes|shes|theyre|theyve|his|her|their|(?:my|our) (?:\w+ ){{0,2}}?{_PEOPLE})\b"
)
"""A beginning that speaks of someone else."""
_ANOTHER_IS = re.compile(rf"\b(?:my|our) {_PEOPLE}(?:s| is| has| seems| looks| feels| went| acts)\b")
_DANGER = re.compile(
    r"\b(?:hit\w*|hurt\w*|harm\w*|abus\w*|scared|afraid|threat\w*|dy?ing|dies?|dead|died|kill\w*|suicid\w*|gun|knife|forc\w*|violen\w*"
    r"|rap\w+"
    r"|cut\w*|overdos\w*|voices|missing|police|ambulance|shouts?|screams?|pushe[sd]|throws?|eats?|eaten|eating|ate|starv\w*|alive"
    r"|better off"
    r"|goodbye"
    r"|gone|end it|no point|disappear\w*|burden|note|letter|be here|live|life|hopeless\w*|worthless\w*|jump\w*|bridge|razor|peace|will"
    r"|funeral|heaven|chest|breath\w*|stroke)\b"
)
"""Of which nothing is to be passed over."""
_OTHER_WISH = re.compile(
    r"\b(?:match\w*|human|person|delete|exercise|privat\w*|chat|site|page|you|your|lov(?:e|es|ed|ing)|leav\w*|checked out|cheat\w*"
    r"|affair|left)\b"
)
_MEDICINE = re.compile(
    r"\b(?:meds?|medic(?:ine|ines|ation|ations)|tablets?|pills?|antidepressants?|ssris?|dose|prescri\w+|on \w+(?:ine|ole|pam|lol|am)"
    rf"|{any_of('medicines_of_others')})\b"
)
_STOP_IT = re.compile(
    rf"\b(?:should|can|could|does|would|must|shall|ought|may|if) {_THEY}(?: \w+){{0,2}} (?:stop|come off|quit|skip|halve|lower|reduce"
    rf"|change|drop|take less)\b"
)
_BIRTH = re.compile(
    r"\b(?:had (?:a|the|her|their|our) (?:\w+ )?(?:baby|babies|twins|little one)|gave birth|(?:since|after) (?:the|a|giving) (?:birth"
    r"|baby\w*)|newborn"
    r"|post ?(?:natal|partum)|pnd|ppd|baby (?:thing|blues)|new (?:mum|mom|mother|dad|father)"
    r"|(?:baby|twins|newborn)(?: \w+){0,2} (?:days?|weeks?|months?) old)\b"
)
_NUMB = re.compile(
    r"\b(?:numb|flat|blank|empty|ghost|robot|zombie|quiet|distant|withdrawn|checked out|not (?:her|him)self|isnt (?:her|him)self"
    r"|feels? nothing|switched off"
    r"|gone|shell|lifeless|far away|doesnt (?:smile|talk|care|laugh|feel|bond|want)|no (?:feelings?|joy|interest)|lost interest)\b"
)
_DOES_NOT_KNOW_ME = re.compile(
    r"\b(?:doesnt|does not|dont|no longer|never|hardly|barely|stopped|cant) (?:know\w*|recogni[sz]\w*|remember\w*) (?:who (?:i am|im"
    r"|we are)|me|us|my name)\b"
)
_DEMENTIA = re.compile(r"\b(?:dementia|alzheimers?|alzheimer)\b")
_WHATS_WRONG = re.compile(
    LEAD + r"(?:(?:what|whats|what is) (?:then |even )?(?:is )?(?:wrong|up|going on|the matter|happening) with (?:him|her|them)|what (?:has"
    r"|have|does) (?:he|she|they) (?:got|have)"
    r"|why (?:is|are) (?:he|she|they) (?:like (?:this|that)|so \w+))(?: then)?" + END
)


def not_said(talk: Talk) -> Optional[Asked]:
    """The answer, with a no, to Thaw's own line that talk of dying be written here; and what is asked right after it."""
    after_danger = talk.was_said(*_THIRD)
    if not (talk.was_last(_SAID, *_THIRD) or (after_danger and talk.was_last("utter_clarify"))):
        return None
    if _WHATS_WRONG.match(talk.plain):
        return Asked(CARRIER, "utter_worried_about_someone_cause")
    if not _NOT_SAID.search(talk.plain) or _TELLS_MORE.search(talk.plain) or talk.text.rstrip().endswith("?"):
        return None
    return Asked(CARRIER, "utter_worried_about_someone_asked" if after_danger else "utter_worried_about_someone_not_said")


def beside_them(talk: Talk) -> Optional[Asked]:
    """What is asked or told about the one who is numb, or about the writer beside them."""
    if wishes_it_over_for_them(talk.text):
        return Asked(CARRIER, "utter_wish_it_over_for_them")
    if _LEAVES.match(talk.plain):
        return Asked(CARRIER, "utter_leaving_them")
    if _DEMENTIA.search(talk.plain) and _DOES_NOT_KNOW_ME.search(talk.plain):
        return _said(talk, "utter_worried_about_someone_worn")
    if not talk.was_said(_SAID, *_THIRD):
        return _at_first(talk)
    if talk.was_said("utter_told_checked_out") or (mourned(talk) and not talk.was_last(_SAID)):
        return None
    asked = next((name for form, name in _FORMS if form.search(talk.plain)), None)
    if asked:
        return Asked(CARRIER, asked)
    if _BOOK.search(talk.plain):
        return Asked(_WORRIED if not talk.was_said(_SAID) else CARRIER, "utter_match_for_another")
    return _told_of_them(talk)


_FORMS = (
    (_GET_THEM, "utter_worried_about_someone_deep"),
    (_WAIT, "utter_worried_about_someone_wait"),
    (_COSTS_ME, "utter_worried_about_someone_worn"),
    (_HELP_THEM, "utter_worried_about_someone_more"),
    (_STOP_IT, "utter_worried_about_someone_medicine"),
)
"""What is asked of them, and the response that answers it."""


def _at_first(talk: Talk) -> Optional[Asked]:
    """What tells in one breath of someone who has gone quiet, and what may be behind it."""
    opens = _OPENS.match(talk.plain) or _ANOTHER_IS.search(talk.plain)
    told = opens and _NUMB.search(talk.plain) and not (_I.search(talk.plain) or _ME.search(talk.plain))
    if not told or died(talk.text) or for_another(talk.text):
        return None
    if _BIRTH.search(talk.plain):
        return _said(talk, "utter_worried_about_someone_birth")
    return _said(talk, "utter_worried_about_someone_medicine") if _MEDICINE.search(talk.plain) else None


def _told_of_them(talk: Talk) -> Optional[Asked]:
    """More of the one who was spoken of last."""
    if not talk.was_last(_SAID, "utter_ask_is_it_depression", "utter_ask_medication_advice"):
        return None
    of_self = _I.search(talk.plain) or (_ME.search(talk.plain) and not _REPORTS.match(talk.plain))
    of_birth = _BIRTH.search(talk.plain)
    if of_birth and not re.search(r"\bmy (?:birth|baby|newborn)\b|\bi (?:had|gave)\b", talk.plain):
        return _said(talk, "utter_worried_about_someone_birth")
    if of_self or for_another(talk.text) or _DANGER.search(talk.plain) or _OTHER_WISH.search(talk.plain):
        return None
    is_of_medicine = _MEDICINE.search(talk.plain)
    if is_of_medicine and (_OPENS.match(talk.plain) or _ASKS.match(talk.plain)):
        return _said(talk, "utter_worried_about_someone_medicine")
    if not _OPENS.match(talk.plain) or _ASKS.match(talk.plain) or talk.text.rstrip().endswith("?"):
        return None
    return _said(talk, "utter_worried_about_someone_heard") if len(talk.plain.split()) > _SHORTEST else None


_SHORTEST = 2
"""Words up to which a message says too little to be taken for more of someone."""


def _said(talk: Talk, response: str) -> Asked:
    """A response, heard as the worry itself if it is the first answer to one."""
    return Asked(CARRIER if talk.was_said(_SAID) else _WORRIED, response)
