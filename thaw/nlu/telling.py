"""What a message tells or asks beside any intent: how long it has been, that tests were fine, that it wants time. No Rasa here.

Each is a closed way to say one thing. What is done with it is decided in `thaw/nlu/context.py` and `thaw/dialogue/beside.py`.
"""

from __future__ import annotations

import re

from thaw.in_order import in_order
from thaw.nlu.bereaved import someone
from thaw.safety.menu import bare

_NUMBER = (
    r"(?:\d+(?: \d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|few|couple(?: of)?"
    r"|several|many|some|half an?)"
)
_UNIT = r"(?:days?|weeks?|wks?|months?|mths?|years?|yrs?|decades?)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec"
    r"|spring|summer|autumn|fall|winter|christmas|easter|new year|\d{4}|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_ROUGHLY = (
    r"(?:(?:about|around|roughly|maybe|over|nearly|almost|like|probably|at least|more than|the last|the past|last|a|good|going on|on) )*"
)
_HOW_LONG = re.compile(
    r"^(?:(?:well|hm+|and|oh|so|its|it is|it has|this has|ive|i have|has|have|been|going on|been like it|like (?:this|that)"
    r"|felt this way|feeling this way|this way|gone on|lasted|for|now|must be|i think|id say|dunno|idk) )*"
    rf"{_ROUGHLY}(?:{_NUMBER} (?:more )?{_UNIT}|{_UNIT}|(?:an? |quite a )?(?:long |little )?while"
    rf"|on and off|off and on|ages|forever|since (?:about |around |last |the |early |late |like |maybe )*{_MONTH})"
    r"(?: (?:or so|maybe|now|already|ago|at least|i think|i guess|id say|like this|and counting|probably|on and off"
    r"|of (?:it|this|that|feeling this way|being like this|the same)|straight|on end|in total|all told"
    r"|or (?:\w+) \w+|and a half|(?:maybe|probably|or|perhaps|could be|might be)?(?: a (?:bit|little))? ?(?:more|longer))){0,8}$"
)
"""A message that is only a time."""
_SINCE_WHAT = re.compile(
    r"^(?:(?:like|basically|probably|about|right|ever|around|maybe|just) ){0,3}(?:since|after|when|around) (?:i|the|my|we|school"
    r"|college|uni|work|covid|lockdown)\b(?!.*\b(?:died|death|passed|funeral|birth|born|baby|pills?|meds?|tablets?|medication|attempt"
    r"|assault\w*|rape\w*|accident|drink\w*|diagnos\w*)\b)(?: \w+){0,5}$"
)
"""What comes after a time that is guessed ("a year? since I moved") and tells no ground with words of its own."""
_THINKS_IT_OVER = re.compile(
    r"\b(?:ill|i will|i shall|let me|lemme|i need to|i want to|i have to|ive got to|im going to|im gonna|i might|id like to"
    r"|gotta|got to|will|shall)"
    r" (?:(?:have to|need to|just|first|maybe|go and|have a|take some time to) )*"
    r"(?:think (?:about|on|over|it|this|that)|think$|sleep on|mull|ponder|consider|thought about|reflect|let (?:it|that|this) (?:sit|sink))"
)
_TESTED = re.compile(
    r"\b(?:bloods?|blood ?works?|blood tests?|labs?|tests?|test results?|results?|thyroid|tsh|iron|ferritin|vitamin d|b12"
    r"|scans?|mri|ecg|ekg"
    r"|check ?ups?|hormones?)\b"
)
_FINE = re.compile(
    r"\b(?:fine|normal|ok|okay|clear|good|alright|all right|negative|perfect|nothing wrong|(?:found|showed|show|find) nothing"
    r"|in range|came back clean)\b"
)
_NOT_FINE = re.compile(
    r"\b(?:not|isnt|wasnt|werent|arent|never|no longer|low|high|off|abnormal|waiting|havent|hasnt|should|would|if|can|could)\b"
)
_UNWISHED = re.compile(
    r"\b(?:dont|do not|didnt|wont|will not|cant|cannot|not|never|no|hate|rather not|wouldnt|wary|sceptical|skeptical|scared|afraid)\b"
)
_THERAPY = re.compile(r"\b(?:therap\w*|counsel\w*|shrinks?)\b")
_OF_THERAPY = re.compile(rf"{_THERAPY.pattern}|\b(?:psych\w*|talking to (?:a )?strangers?)\b")
_NOT = re.compile(r"\b(?:isnt|is not|not|never|no|aint)\b")
_FOR_ME = re.compile(r"\b(?:me|us|people like|thing|interested|want|keen)\b")
_WENT = re.compile(
    r"\b(?:tried|went|been (?:to|in|through|there)|had|did(?! not care)|done|saw|seen|helped|help|last|used to|years of"
    r"|sessions?|was|were|weeks? of|months? of"
    r"|work(?:ed|ing)?|useless|waste|quit|stopped|after|again)\b"
)
_SEEKS = r"(?:therap\w*|counsel\w*|clinicians?|psych\w*|doctors?|shrink|someone|somebody|anyone|help|match\w*)"
_THEM = r"(?:him|her|them|he|she|they)"
_FOR_ANOTHER = re.compile(
    rf"\b{_SEEKS}(?: \w+){{0,3}} for {_THEM}\b"
    rf"|\b(?:get|find|match|send|take|bring|sign|make|persuade|convince) {_THEM}(?: up)?(?: (?:a|an|to|with|some|into|go|see"
    rf"|for))* {_SEEKS}\b"
    rf"|\b{_THEM} (?:really |badly |also |just )?(?:needs?|wants?|could do with|could use|should (?:see|have)|is looking for)"
    rf" (?:to see |to talk to |a |an |some |the |good |proper )*{_SEEKS}\b"
    rf"|\b(?:can|could|should|would) {_THEM} (?:see|talk to|speak to|get|have|find|use) (?:a |an |some )*{_SEEKS}\b"
)
_AGED = re.compile(r"\b\d+[- ]?(?:years?|yrs?|yo)[- ]?(?:olds? )?", re.IGNORECASE)
"""How old someone is, between "my" and who they are."""
_GO = re.compile(
    r"\b(?:should|shall|do|can|could|ought|must|would it help if) i (?:to |just |maybe |better |even |really |try and |try to )*"
    r"(?:go|drive|come|visit|travel|fly|turn up|show up|pop|call in|head|get on|take (?:a|the) (?:train|bus|plane))\b(?! (?:on"
    r"|back to|crazy|mad|insane)\b)"
)
_LEAVE_OUT = re.compile(
    r"\b(?:what|which|anything|things?)\b.*\b(?:not to|shouldnt|should (?:i|you|we) (?:rather |better |maybe )?(?:not|never"
    r"|avoid)|mustnt|avoid|leave out"
    r"|better not)\b"
)
_WORN = re.compile(
    r"\b(?:im|i am|i feel|ive got|ive been|it makes me|leaves me|it leaves me)(?: \w+){0,2} (?:tired|exhausted|worn|worn out"
    r"|drained|lonely|alone|spent|fed up"
    r"|at the end|on my own|burned out|burnt out|done in)\b"
    r"|\b(?:carrying|carry|holding|doing)(?: \w+){0,2} (?:both of us|two|it all|everything|it alone|for both)\b"
    r"|\bwho (?:helps|looks after|takes care of|is there for|do i) (?:me|talk to)\b|\bi(?: have|ve)?(?: got)? (?:nobody|no one|noone) to\b"
    r"|\b(?:lose|losing|lost) myself\b|\bwhat about me\b"
)
_EXAMPLE = re.compile(
    r"(?:(?:so|and|yeah|yes|well|i mean|i dunno|idk) )*(?:like (?:when|if|how|my|our|the|last|yesterday|today|even|i|we|he|she|they)"
    r"|for (?:example|instance)|eg|take (?:my|the|last|yesterday|today))\b"
)

_THEY = r"(?:(?:s?he|they)s?|(?:my|the) (?:\w+ )?\w+)"
_AT_A_LOSS = re.compile(
    r"^(?:(?:but|and|so|well|yeah|tbh|honestly|just|i|really|even|also|sorry|it is true though) )*"
    r"(?:dunno|idk|(?:do ?nt|do not) (?:(?:really|even|actually) )?know|no (?:idea|clue)|not sure|unsure"
    r"|have(?: ?nt| not| no)(?: a| any)? (?:idea|clue))"
    rf" what(?: it is)?(?: that)? {_THEY} (?:(?:actually|really|even|now) )*(?:wants?|expects?|needs?)"
    r"(?: (?:me|us))?(?: (?:of|from) (?:me|us))?"
    r"(?: to (?:do|say|be|feel|change|answer))?(?: (?:about|with|for) (?:it|this|that|them|him|her|us|all this))?"
    r"(?: (?:then|tbh|now|though|any ?more|at all|really))*$"
)
"""Not knowing what someone wants of one, and nothing that they did."""
_FOOD = re.compile(r"\b(?:eat|eating|foods?|diet|diets|meals?|vitamins?|supplements?)\b")
_ASKS_OF_IT = re.compile(
    r"^(?:(?:so|and|but|ok|okay|then|also|well|would it help if i|tell me) )*"
    r"(?:should|would|could|can|do|does|did|is|are|what|which|how|will|might|shall|if|whether|any)\b"
)
_AT_ODDS_WITH_FOOD = re.compile(
    r"\b(?:less|lose|losing|lost|gain\w*|weigh\w*|fat|thin|skinn\w*|calor\w*|stop\w*|starv\w*|bing\w*|purg\w*|throw\w*|threw|vomit\w*|sick"
    r"|fast|fasting|skip\w*|restrict\w*|control\w*|guilt\w*|afraid|scared|hate|hating|deserve\w*|allowed"
    r"|never|nothing|only|without|kilos?|pounds?"
    r"|body|mirror|laxatives?|not|no|cannot|(?:do|does|did|ca|wo|is|was|are|would|could|should|have|has)nt"
    r"|hungry|hunger|forc\w*|secret\w*|hid\w*|disorder\w*|anorex\w*|bulimi\w*|days?|avoid\w*|die|kill)\b"
)
"""What makes a question about food one of its own kind."""

_GROUP = re.compile(
    r"\b(?:(?:bereavement|grief|grieving|support|self ?help|widows?|widowers?|loss) (?:\w+ )?(?:groups?|meetings?|circles?|counsel\w+)"
    r"|groups? for (?:\w+ )?(?:widow\w*|bereav\w*|griev\w*|grief|loss|people like me)"
    r"|groups? for (?:that|this|people (?:who|like)|those (?:who|left)))\b"
)
_WENT_TO_ONE = re.compile(r"\b(?:went|tried|been|was|were|had|joined|quit|stopped|left|did|go every|goes)\b")
_EVERYWHERE = re.compile(
    r"\b(?:everywhere|wherever i (?:go|am)|at home (?:too|as well|also)"
    r"|(?:home|weekends?|holidays?|vacations?|days? off) (?:too|as well|also)"
    r"|(?:follows?|followed|comes|came|goes|went) (?:me )?(?:home|with me|along|everywhere)"
    r"|not (?:just|only) (?:(?:at|on|in|about|the|my|a) )*\w+$"
    r"|(?:not )?even (?:on|at|in|when im (?:on|at)|when i am (?:on|at)) (?:(?:my|the|a) )?(?:holidays?|vacations?|leave|weekends?"
    r"|days? off|home|bed)"
    r"|(?:weekends?|holidays?|vacations?|days? off|time off|leave|home|sundays?) (?:(?:is|are|was|were|its|feels?|just) )*"
    r"(?:the same|same|no different|no better|just as (?:bad|flat|empty|numb))"
    r"|(?:it|that) (?:doesnt|does not|never|didnt|wont) (?:really |ever )?lift(?:s|ed)?|never lifts|nothing lifts"
    r"|i (?:cant|cannot|can never|never) (?:ever |really )?(?:get|got) away from it)\b"
)
_FINE_BEFORE = re.compile(
    r"\b(?:i|it|things?|everything|all|we) (?:was|were|felt|had been) (?:(?:perfectly|totally|quite|always|really|all) )*"
    r"(?:fine|ok|okay|alright|right|normal|good|well|happy|myself) (?:before|until then|till then|up to then)\b"
    r"|\b(?:wasnt|werent|(?:was|were) (?:not|never)|(?:never|not) been)"
    r"(?: (?:there|here|like (?:this|that)|numb|this way|that way))* before\b"
)


def is_everywhere(text: str) -> bool:
    """Whether a message says that the numbness is not kept to one place: "on my days off too"."""
    return bool(_EVERYWHERE.search(bare(text)))


def was_fine_before(text: str) -> bool:
    """Whether a message says that there was none of it before what was told."""
    return bool(_FINE_BEFORE.search(bare(text)))


def how_long(text: str) -> bool:
    """Whether a message is only how long it has been: "about a year", "since September"."""
    first, _, rest = text.partition("?")
    told = first if _SINCE_WHAT.match(bare(rest)) else text
    return bool(_HOW_LONG.match(bare(re.sub(r"[-–/]", " ", told))))


def bids_time(text: str) -> bool:
    """Whether a message says that something is to be thought over."""
    return bool(_THINKS_IT_OVER.search(bare(text)))


def tests_were_fine(text: str) -> bool:
    """Whether a message tells that a doctor's tests found nothing."""
    plain = bare(text)
    return bool(_TESTED.search(plain) and _FINE.search(plain)) and not _NOT_FINE.search(plain) and not text.rstrip().endswith("?")


def declines_therapy(text: str) -> bool:
    """Whether a message says that therapy is not wanted, and not that it was tried."""
    plain = bare(text)
    declined = in_order(plain, _UNWISHED, _OF_THERAPY) or in_order(plain, _THERAPY, _NOT, _FOR_ME)
    return declined and not _WENT.search(plain)


def for_another(text: str) -> bool:
    """Whether a message seeks help for someone else: "is there a therapist for him"."""
    text = _AGED.sub("", text)
    plain, named = bare(text), someone(text)
    return bool(_FOR_ANOTHER.search(re.sub(rf"\b(?:my|our) (?:\w+ )?{re.escape(named)}\b", "them", plain) if named else plain))


def whether_to_go(text: str) -> bool:
    """Whether a message asks if one should go to someone: "should I drive up there"."""
    return bool(_GO.search(bare(text)))


def what_to_leave_out(text: str) -> bool:
    """Whether a message asks what is better not said or done."""
    return bool(_LEAVE_OUT.search(bare(text)))


def is_worn(text: str) -> bool:
    """Whether a message tells how it is for who cares for another, and not for the other."""
    return bool(_WORN.search(bare(text)))


def at_a_loss_with_them(text: str) -> bool:
    """Whether a message says that one does not know what someone wants of one, and nothing else."""
    return bool(_AT_A_LOSS.match(bare(text)))


def what_to_eat(text: str) -> bool:
    """Whether a message asks if food makes a difference, and nothing in it is at odds with food."""
    plain = bare(text)
    return bool(_FOOD.search(plain) and (_ASKS_OF_IT.match(plain) or text.rstrip().endswith("?"))) and not _AT_ODDS_WITH_FOOD.search(plain)


def asks_of_a_group(text: str) -> bool:
    """Whether a message asks for a group or counselling for the bereaved, and tells of none that was tried."""
    plain = bare(re.sub(r"-", " ", text))
    return bool(_GROUP.search(plain) and (_ASKS_OF_IT.match(plain) or text.rstrip().endswith("?"))) and not _WENT_TO_ONE.search(plain)


def is_example(text: str) -> bool:
    """Whether a message begins as an example of what was just told: "like when", "for instance"."""
    return bool(_EXAMPLE.match(bare(text)))
