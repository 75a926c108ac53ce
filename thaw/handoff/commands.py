"""What a typed text wants of the hand-off itself: to pass a question, to end them, to stop, only the link, to take it back."""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.asked import asks_what_is_sent, asks_whether_it_went
from thaw.handoff.form import AGAIN, FIELDS
from thaw.handoff.meaning import ASKS, AT_FIRST, BEFORE_A_QUESTION, DIFFERENCE, LIST, SHORT, Listening, Reading, simply
from thaw.handoff.removal import removal
from thaw.handoff.summary import SIGNS
from thaw.handoff.words import named
from thaw.leaving import says_goodbye
from thaw.safety.age import told_age
from thaw.safety.levels import LEVELS
from thaw.safety.menu import bare

SURE = 0.5
"""Confidence from which an intent that interrupts the questions is believed."""

_SKIP = re.compile(
    r"^(?:(?:please |can i |can we |could i |i(?:'ll|'d like to| want to)? )*skip(?: (?:it|this|that|this one|that one|the question))?"
    r"|pass|next(?: one| question)?|later|maybe later|no matter"
    r"|(?:hm+[ ,.]+)*(?:(?:(?:it )?does ?n[o']?t matter|whatever|i ?d ?k|dunno|no (?:idea|clue)|(?:i'?m )?not sure|unsure"
    r"|maybe|perhaps|(?:i )?(?:do ?n[o']?t|can'?t|cannot) (?:really )?(?:remember|recall)"
    r"|who knows|hard to say|(?:i )?(?:do ?n[o']?t|really don'?t) (?:really )?(?:know|care))(?:[ ,.]+|$))+)"
    r"(?: ?(?:sorry|really|yet|please|tbh|honestly))*$"
)
_REFUSE = re.compile(
    r"^(?:i(?:'?d| would)? )?(?:rather|prefer) not(?: to)?(?: (?:say|answer|tell|share|talk)\b.*)?$"
    r"|^no comment$|^(?:that'?s|it'?s) private$|\bnone of your (?:business|concern)\b"
    r"|\b(?:do ?n[o']?t|dont) (?:want|wanna|like) (?:to )?(?:say|answer|tell|share)\b"
)
_ENOUGH = re.compile(
    r"^(?:(?:yes|yeah|ok|okay|now|so|then|please|just|can you|could you|you can|go ahead and)[ ,]+)*(?:send|submit) (?:it|this|that"
    r"|everything"
    r"|all of it|what (?:you|i) have)(?: (?:now|off|already|then|please|like that|as it is))*$"
    r"|^(?:that'?s|thats|that is) (?:enough|all|it)(?: (?:questions|for now|thanks))?$|^(?:enough|no more)(?: questions)?$|^i'?m done$"
    r"|\b(?:do ?n[o']?t|do not) (?:want|wanna|like|feel like)\b.*\b(?:any ?more|more|other|further)"
    r" (?:of )?(?:these |this |your )?questions?\b"
    r"|^(?:(?:can|could) (?:i|we|you)|please|just|ok|okay|let'?s|i(?:'?d)? (?:want|like|would like|wanna)(?: to)?|[ ,])*"
    r"skip (?:all|everything|the (?:rest|lot|others?|questions)|(?:these|them|those)\b|ahead|to the (?:end|link|list|summary))\b.*$"
)
_WITHDRAWAL = re.compile(
    r"^(?:(?:please|can you|could you|can i|i (?:want|'?d like|would like) to|i) )*"
    r"(?:(?:withdraw|revoke)(?: (?:it|that|this|everything|all of it"
    r"|(?:my|the) (?:\w+ ){0,2}(?:summary|consent|data|answers?|yes|words|hand-?off)|what (?:i|you) sent))?"
    r"|take (?:it|that|this|everything|my (?:consent|summary|data|answers?|yes|words)) back)"
    r"(?: (?:again|now|please|after all|immediately))*$"
)
_LINK = re.compile(
    r"^(?:(?:no|ok|okay|but|and|then|please|just|can i|can you|could you|could i|i|i'?d|i (?:would|should)|the|a|only)[ ,]+)*"
    r"(?:(?:\w{3,5} )?(?:give|get|have|want|need|like|show|send|only)\b(?: \w+){0,4} )?(?:plain )?link\b"
    r"(?:,? (?:please|then|only|now|for now|itself|nothing (?:else|more)"
    r"|to (?:the |your )?(?:matching|match|site|page|flow)(?: page| flow| site)?"
    r"|without (?:it|this|that|anything|the \w+)))*$"
)
_FOR_ANOTHER = re.compile(
    r"^(?:(?:no|oh|actually|sorry|wait|well|but|and|hm+|ok|okay)[ ,.]+)*(?:(?:it'?s|its|it is|this is|that'?s"
    r"|i'?m (?:asking|looking|doing this)"
    r"|can you do (?:it|this)|looking|asking|all this is|the therapy is)(?: \w+)? (?:for|about)) (?:my|our|a|the)(?: \w+)?"
    r" (?:husband|wife|partner|girlfriend|boyfriend|fianc[eé]e?|son|daughter|kids?|child|children|mum|mom|mother"
    r"|dad|father|parents|brother|sister"
    r"|friend|flatmate|nephew|niece|grandson|granddaughter|teen|teenager|boy|girl)"
    r"(?=\W*$|[,.;]| (?:who|instead|actually|really|not|please|pls|he|she|they|hes|shes|now)\b)"
)
_MATCH_ME = re.compile(
    r"^(?:(?:no|ok|okay|but|and|please|just|only|simply|can you|could you|i (?:just )?(?:want|need) you to|will you)[ ,]+)*"
    r"(?:(?:find|get|give|show|send|book)(?: me| us)?(?: with)?(?: a| an| the| my| any| some)?"
    r" (?:therapists?|clinicians?|counsell?ors?|psychologists?|match|matches"
    r"|(?:someone|somebody)(?: (?:to|i can) (?:talk|speak)(?: to| with)?(?: about (?:this|it))?(?: regularly| properly| every week)?)?)"
    r"|match me|i (?:just )?(?:want|need) (?:a|the|my) (?:therapist|clinician|counsell?or|match))(?: (?:now|already|please|then))*$"
)
_STOPS = re.compile(
    r"\b(?:please|can we|can you|could you|let'?s|let us|want to|wanna|want you to|need to|would like to|i'?d like to)"
    r" (?:please |just )*stop(?: (?:it|this|here|now|asking|all (?:this|these|of this)|the questions|with)\b|$)"
    r"|^(?:stop|quit) (?:it|this|here|now|asking|the|these|all)\b|\b(?:stop|quit) asking\b|\bquit (?:this|the) (?:questions|chat)\b"
    r"|\bleave me alone\b|\bi (?:do ?n[o']?t|do not) want (?:to (?:do|continue|go on with)|any of) th(?:is|ese)\b"
)
"""A wish to stop that stands for itself, however long the text around it is. "I want it to stop" is none: it may be the numbness."""
_ANOTHER_SUBJECT = re.compile(
    r"^(?:(?:ok|okay|yes|yeah|no|nope|nah|so|but|and|well|hm+|sorry|please|pls|thanks|actually|honestly|right|then|can|could|may|shall"
    r"|should"
    r"|might|we|i|you|u|lets|let|us|just|maybe|rather|want|wanna|would|id|like|prefer|need|to|not this|this is too much|thats too much"
    r"|its too much|this is a lot|thats enough of (?:this|that)|enough of (?:this|that)) )*"
    r"(?:(?:talk|talking|speak|speaking|chat|chatting) (?:about|of) (?:something|anything|sth|smth|some thing) (?:else|different|new)"
    r"|(?:change|switch|move off|leave|drop) (?:the|this) (?:subject|topic)|(?:a )?(?:different|new|another|other) (?:subject|topic)"
    r"|move on to (?:something|another|a different) (?:else|subject|topic|thing)"
    r"|(?:drop|leave|stop) (?:this|that|it) and (?:talk|speak|chat) about (?:something|anything) (?:else|different))"
    r"(?: (?:please|pls|instead|now|for now|for a bit|for a while|today|tonight|then|thanks|if thats ok|ok|entirely|completely))*$"
)
"""Asking to leave what is spoken of, and saying no more than that."""
TIME = re.compile(
    rf"{AT_FIRST}(?:(?:give me|let me have|can i have|i(?:'?ll| will)? need|i'?d like)"
    r" (?:(?:some|a|more|another|few|couple|of|bit|little|to) )*(?:time|days?|weeks?|months?|minutes?|moment|while|think|sleep on it)\b"
    r"|let me (?:think|sleep)\b|(?:can|could|may) i (?:just |maybe )?(?:think|sleep on)\b|(?:i )?(?:need|got|gotta)(?: to)? think\b"
    r"|i(?:'?ll| will| have to| want to| need to) (?:think about|sleep on)\b)"
)
"""A wish for time. Its days and weeks answer nothing."""
_ASKS_PLAINLY = re.compile(
    BEFORE_A_QUESTION + r"(?:(?:what|how|who|where)(?:'?s|'re)\b"
    r"|(?:what|why|how|who|where|which) (?:is|are|was|do|does|did|can|could|will|would|should|happens|if|else|many|much)\b)"
)
_INVERTED = re.compile(BEFORE_A_QUESTION + r"(?:is|are|am|do|does|did|can|could|will|would|should|may|might|has|have) \S+ \S+")
"""How a question begins, whoever it is about: believed where the intent head hears one, too."""
_WHY = re.compile(
    r"^(?:but |and |so |wait |ok )*why(?: (?:tho|though|so|is (?:it|that|this)))?$"
    r"|^(?:but |and |so |wait |ok )*(?:why|what)(?: on earth)?(?: do| would| should| are| is| does)? (?:you|i|they|it|that|this)\b"
    r".*\b(?:ask(?:ing)?|need(?:ed)?|want(?: to know)?|matter|know|for)\b"
    r"|^(?:but |and |so |wait |ok )*(?:do|must|should) i(?: really| even| actually)?(?: have| need)?(?: to)?"
    r" (?:answer|say|tell|fill|share)\b"
    r"|^(?:is|are) (?:this|it|that|these|the|any of) ?(?:questions? |one |of this )*(?:required|mandatory|optional|necessary|needed)\b"
    r"|^what if i (?:do ?n[o']?t|won'?t|can'?t)\b.*\b(?:answer|say|know|tell)\b"
)
_LED_UP = r"^(?:(?:no|stop|wait|ok|okay|please|sorry|oh|hm+|and|but|hang on|actually|can we|can i|could we|could i|let me|let'?s|i)[ ,.]+)*"
_BACK = re.compile(
    _LED_UP + r"(?:(?:go|step|move|jump|take me|(?:want|need|have|would like|'?d like) to go) back"
    r"(?: (?:one|1|once|a (?:step|question)|one (?:step|question)|again|please"
    r"|to (?:the |that )?(?:(?:last|previous) (?:one|question)|one before|question before)))*"
    r"|(?:the )?(?:previous|last) (?:one|question)(?: again| please)*|undo(?: that| it)?)$"
)
"""Asking for the question before the one that is open."""
_MEND = re.compile(
    _LED_UP + r"(?:(?:want|need|have|would like|'?d like|got) to )?(?:fix|change|correct|edit|redo|rephrase|replace)"
    r" (?:my |the |that |an |one )?(?:last |previous |earlier |(?:very )?(?P<place>first|second|third) )?"
    r"(?:answers?|reply|one|question)(?: i gave| again| please| before)*"
    r"(?: (?:about|on|for|to|of) (?P<what>.+))?$"
    r"|" + _LED_UP + r"(?:go back to|back to|redo|change) (?:the |my )?(?P<which>[\w ]+?) (?:question|answer|one|line)$"
    r"|" + _LED_UP + r"(?:(?:want|need|have|would like|'?d like|got) to )?(?:fix|change|correct|edit|redo|go back to)"
    r" (?P<said>(?:how long|since when|when (?:it|this) (?:began|started)|what it (?:touches|is like|'?s like)"
    r"|what i (?:said|wrote|put|answered|gave)) ?.*)$"
)
"""Asking to answer anew, whatever is open."""
_PLACES = {"first": FIELDS[0], "second": FIELDS[1], "third": FIELDS[2]}
"""The questions that are asked of everybody, by their place."""
_SHOWS_LIST = re.compile(
    _LED_UP + r"(?:what(?:'?s| is| will be| goes| have i| did i)?(?: all)? (?:in|on|into|put in)"
    r" (?:the|my|this|that|your) (?:summary|list|receipt|form)(?: so far)?"
    r"|what (?:does|do|did) (?:the|my|this|that|your) (?:summary|list|receipt|form)(?: \w+)?"
    r" (?:say|have|hold|contain|look like)(?: so far)?"
    r"|(?:what(?:'?s| is) (?:in|on) (?:it|there)(?: so far)?)"
    r"|did (?:it|that|this|the .+|my .+) (?:go|get|make it) in(?: there)?"
    r"|(?:can i see|could i see|may i see|see|show me|let me see|(?:want|need|would like|'?d like|wanna)(?: to)? see)"
    r" (?:what (?:you|i|will|is|gets|would|it|they)\b.*|(?:the|my) (?:summary|list|receipt|answers|lines)(?: so far)?)|(?:the "
    r"|my )?(?:summary|list))\W*$"
)
"""Asking what is on the list so far."""
_ON_WITH_THEM = re.compile(
    _LED_UP + r"(?:(?:want|need|would like|'?d like) to |just )*(?:go|get|come|take me)? ?"
    r"(?:(?:back|on|return|continue|carry on|finish|resume|pick up)(?: (?:to|with|on))*)(?: doing)? (?:the|those|these|my|your)"
    r" (?:questions?|matching|match|form|summary|list)(?:(?: for| about| with)\b.*)?(?: (?:please|again|now))*"
    r"(?:,? (?:i|we) (?:was|were)\b.*)?$"
)
"""Asking for the questions that were left."""
_DIFFERENCE = re.compile(
    _LED_UP + r"(?:what(?:'?s| is)(?: the)? difference|how (?:do|are) they (?:differ\w*|different)"
    r"|which (?:one )?(?:is|works) (?:better|best))\b.*$"
)
_COMMANDS = {
    "delete_my_chat": r"delete|erase|remove|clear|wipe",
    "want_human": r"\b(?:talk|speak|chat|call|reach|contact|connect|get|give)\b.*\b(?:human|person|people|someone|somebody|agent|staff)\b"
    r"|^(?:an? )?(?:real |actual |live )*(?:human|person|agent)(?: please)?$",
    "repeat": r"again|repeat|say that|come again|pardon",
    "keep_it_short": r"short(?:er|en)?|brief(?:er|ly)?|tl;?dr|(?:fewer|less|too many|too much) (?:words|text)",
    "frustrated_with_bot": r"you|this|questions?|bot|useless|stupid|annoying",
    "start_exercise": r"exercise|minutes",
    "resume": r"resume|continue|go on|carry on|back to",
    "ask_if_bot": r"bot|robot|ai|program|human|real|person|machine",
    "ask_privacy": r"privacy|private|confidential|who (?:can |else )?(?:see|sees|read|reads)|(?:kept|stored|saved|sent|happens)",
    "greet": r"^(?:hi+|hello|hey+|good (?:morning|afternoon|evening))\b",
    "thanks": r"thanks|thank|thx|cheers|appreciate|bless (?:you|ya|u)",
    "goodbye": r"bye|goodbye|good ?night|see (?:you|ya)|(?:got|have|need) to (?:go|run)|gotta (?:go|run)|take care"
    r"|leaving(?: now)?(?=$|[,.])|brb|afk|be right back|back in (?:a|an|\d+)\b"
    r"|logging off|heading (?:off|out)|(?:i'?m|be) off(?: now)?$|that'?s me (?:for|done)|done for (?:today|tonight)|back later"
    r"|(?:talk|speak) another time",
    "stop": r"stop|quit|cancel|exit|enough|end|done|leave|no more|not now|forget (?:it|this)|never ?mind|go away|drop (?:it|this)"
    r"|let'?s not|do ?n'?t want|dont want|break|later|not (?:tonight|today)",
}
"""What a text must also hold to be one of these, and no answer: "a long time" is no wish for shorter answers."""
_COMMANDED = {intent: re.compile(rf"\b(?:{pattern})\b" if "^" not in pattern else pattern) for intent, pattern in _COMMANDS.items()}
_UNREAD = frozenset({"nlu_fallback", "out_of_scope", "chitchat"})


def wanted(plain: str) -> Optional[Reading]:
    """What a text wants wherever the hand-off stands: an age under 18 closes it, and what was sent can be taken back."""
    if told_age(plain) == "minor":
        return Reading("is_minor")
    if _WITHDRAWAL.match(plain):
        return Reading("withdraw_hand_off")
    return None


def is_for_another(plain: str) -> bool:
    """Whether a text says that the matching is to be for someone else: what they would send is theirs to say."""
    return bool(_FOR_ANOTHER.match(plain))


def wants_to_go_on(plain: str) -> bool:
    """Whether a text asks for the questions that were left."""
    return bool(_ON_WITH_THEM.match(plain))


def wants_the_link(plain: str) -> bool:
    """Whether a text asks for the link and nothing else."""
    return bool(_LINK.match(plain))


def leaves(text: str, intent: str, confidence: float = 1.0) -> bool:
    """Whether a text takes leave: it is heard as a goodbye, and ends as one or is short and has words of one."""
    plain = simply(text)
    is_short = confidence >= SURE and len(plain.split()) <= 2 * SHORT
    return intent == "goodbye" and (says_goodbye(text) or (is_short and bool(_COMMANDED["goodbye"].search(plain))))


def wants_to_stop(plain: str) -> bool:
    """Whether a text says outright that it is to be stopped, however long it is."""
    return bool(_STOPS.search(plain))


def wants_another_subject(plain: str) -> bool:
    """Whether a text asks to speak of something else, and of nothing in particular."""
    return bool(_ANOTHER_SUBJECT.match(re.sub(r"\s+", " ", bare(plain))))


def asks_for_the_list(plain: str) -> bool:
    """Whether a text asks what is on the list so far."""
    return bool(_SHOWS_LIST.match(plain))


def answers_anew(plain: str, listening: Listening) -> Optional[Reading]:
    """What a text asks to go back to: the question before, the answer given last, or one that it names."""
    if _BACK.match(plain):
        return Reading("answer_hand_off", listening.before, AGAIN) if listening.before else None
    mend = _MEND.match(plain)
    if mend is None:
        return None
    what = mend["what"] or mend["which"] or mend["said"]
    place = _PLACES.get(mend["place"] or (what or "").removeprefix("very "))
    field = place or (named(what) if what else listening.last)
    return Reading("answer_hand_off", field, AGAIN) if field else None


def command(plain: str, asked: str, listening: Listening) -> Optional[Reading]:
    """What a text wants of the questions themselves: to pass one, to go back, to end them, to stop, or only the link."""
    of_a_line = answers_anew(plain, listening) or removal(plain, at_receipt=False)
    if of_a_line:
        return of_a_line
    if asks_for_the_list(plain):
        return Reading("answer_hand_off", asked, LIST)
    if asked == "how" and _DIFFERENCE.match(plain):
        return Reading("answer_hand_off", asked, DIFFERENCE)
    if _SKIP.match(plain):
        return Reading("skip_question", asked)
    if _ENOUGH.search(plain):
        return Reading("finish_hand_off")
    if (
        _STOPS.search(plain)
        or is_for_another(plain)
        or wants_another_subject(plain)
        or (TIME.match(plain) and len(plain.split()) <= 2 * SHORT)
    ):
        return Reading("stop")
    if _REFUSE.search(plain):
        return Reading("rather_not_say", asked)
    if _WHY.match(plain):
        return Reading("why_this_question")
    if asks_what_is_sent(plain) or asks_whether_it_went(plain):
        return Reading("ask_what_is_sent")
    if wants_the_link(plain):
        return Reading("plain_link")
    if _MATCH_ME.match(plain):
        # Asked for without more questions: what there is, and the plain link.
        return Reading("finish_hand_off")
    return None


def interrupts(plain: str, intent: str, confidence: float, asked: str) -> bool:
    """Whether a text is no answer to the question asked, but something of its own."""
    count = len(plain.split())
    asks = bool(ASKS.match(plain))
    if intent == "stop" and count <= SHORT and _COMMANDED["stop"].search(plain):
        return True
    if intent in LEVELS:
        # The screen saw no danger, the intent head does: such words are not kept.
        return confidence >= SURE
    if intent == "want_human" and asked == "wish":
        return asks
    if intent.startswith("ask_") and (asks or plain.endswith("?") or (confidence >= SURE and _INVERTED.match(plain))):
        return True
    if intent in _COMMANDED:
        return confidence >= SURE and count <= 2 * SHORT and bool(_COMMANDED[intent].search(plain))
    if _ASKS_PLAINLY.match(plain) and intent not in SIGNS:
        return True
    return intent in _UNREAD and asks and plain.endswith("?")
