"""What is typed at a question of the hand-off and is about something else: a word in passing, a pause, a wish for someone today.

Each is a closed way to say one thing. What it is answered with comes before the question, which stands again.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.meaning import ACCOUNT, HOW_MANY, LEFT_OUT, LIST, MEANS, SHORT, WAIT, WHY, simply

_LED = r"^(?:(?:no|yes|yeah|ok|okay|so|but|and|well|oh|hm+|uh|sorry|please|wait|actually|hey|lol|i mean|like|just|btw)[ ,.!]+)*"
_YES_WORDS = frozenset({"yes", "yeah", "yep", "yup", "ya", "yea", "aye", "sure"})
_FILLER_WORDS = """
ok okay okey k kk lol lmao rofl haha hahaha hah ha heh hehe ugh ughh argh hm hmm hmmm huh wow oh ah aha right sure alright cool nice great
good question one interesting thanks thx ty well so um uh er erm and but the a you ur your that thats that's is its it's it this doctor
robot bot dr mr mister mrs miss sir mate dude buddy bro computer machine program chatbot really seriously true anyway sorry please yikes
omg wtf jeez god gosh sigh eh lo hello hi hey yo see got know i tell smart clever funny very fair enough point ask whatever say go on test
testing asdf hmpf pff pfft tf bruh
"""
_LINK_WORDS = """
question one but and the a you ur your that thats that's is its it's it this i know see got tell go on ask say point very fair
"""
_LINKS = frozenset(_LINK_WORDS.split())
"""Words that are filler only beside such as say nothing."""
_FILLER = _YES_WORDS | frozenset(_FILLER_WORDS.split())
"""Words of a text that says nothing but that somebody is there."""
_EMPTY_REPLY = re.compile(r"^(?:you tell me|you (?:say|ask)|that'?s a good one|go figure|beats me|search me|your guess)\b.{0,25}$")
_ONE_MOMENT = (
    r"(?:hang on|hold on|brb|be right back|bear with me|(?:one|just a|a|give me a|wait a|gimme a|half a)"
    r" (?:sec|second|moment|minute|min|mo)(?: please)?)"
)
_MOMENT = re.compile(_LED + _ONE_MOMENT + r"\b(?P<rest>.*)$")
_THINKS = re.compile(
    _LED + r"(?:let me (?:just |quickly )?(?:think|see)|lemme think|(?:i'?m )?(?:still )?thinking|i(?:'?m)? (?:need|have) to think"
    r"(?: for)? a (?:sec|second|moment|minute|bit)|i need a (?:sec|second|moment|minute))(?: (?:first|please|here|now|hm+))*$"
)
"""Thinking of an answer, and not whether to go on."""
_LATER = re.compile(
    _LED
    + r"(?:can|could|may|will) i (?:just |also |still |maybe )*(?:come back|do (?:this|it|the rest)|finish|go on|continue|carry on|answer)"
    r"(?: to (?:this|it)| this| it| here)*(?: (?:later|tomorrow|another time|some other time|another day|tonight|next week|at any time))+$"
)
_CALLED_AWAY = re.compile(
    r"\b(?:kettle|door ?bell|(?:at|knock\w*(?: on| at)?|get|answer) the door|(?:phone|mobile|alarm|oven|timer)(?:'s| is)? (?:ringing"
    r"|going off)"
    r"|boss(?:'s| is)? (?:is )?(?:walking|coming|here|looking|watching|back)"
    r"|(?:baby|kids?|son|daughter|dog|cat|toddler|little one|husband|wife|mum|mom)(?:'s| is| are) (?:crying|awake|barking|calling|here"
    r"|home|back)"
    r"|(?:someone|somebody|boss|teacher|manager) (?:is |just )?(?:came in|walked in|walking by|walking past|coming)"
    r"|(?:got|have|gotta|need) to (?:take (?:this|a) call|get off (?:the|my) (?:bus|train)|pee|feed the \w+))\b"
)
_LONGEST_CALL = 12
"""Words up to which a text is only that one was called away."""
_MEANS = re.compile(
    _LED + r"(?:what (?:do|did) (?:you|u|they|it|this|that) mean(?: by (?:that|this|it|.{1,20}))?|what does (?:that|this|it|.{1,20}) mean"
    r"|what(?:'s| is| was)? (?:that|this|it) (?:supposed to )?mean|meaning(?: what)?|wdym|how (?:do you|d'?you) mean"
    r"|(?:i )?(?:do ?n[o']?t|dont) (?:understand|get|follow)(?: (?:the|this|that|your|it|what))*(?: (?:question|one|you mean|you want))?"
    r"|(?:in )?what (?:sense|way)|like what|such as|for example|what (?:should|do|can|could) i (?:say|write|put|answer)(?: here| to that)?"
    r"|(?:what|which)(?: sort| kind| kinds)? of (?:thing|answer|answers|things)(?: do you (?:want|mean))?)(?: (?:exactly|please|here))*$"
)
_WHY = re.compile(
    _LED + r"(?:(?:does|do|would|will|should) (?:it|this|that|these) (?:even |really |actually )?(?:matter|make (?:a|any) difference|change"
    r" anything)|is (?:it|this|that) (?:really |even )?(?:important|relevant)|why(?: do| would| does| should)?(?: \w+){1,4} (?:need|ask"
    r"|want|matter)\b.*"
    r"|why (?:this|that|so many)\b.*|what(?:'s| is) (?:that|this|it) (?:got to do|for)\b.*)$"
)
_HOW_MANY = re.compile(
    _LED + r"(?:how (?:many|much)(?: (?:more|longer|else))?(?: of)?(?: (?:questions?|these|those|them|is there|are there))*"
    r"(?: (?:are (?:there|left|still left)|is (?:there|left)|left|do (?:you|i) (?:have|need)|to go|(?:are |is )?(?:still )?to come|now"
    r"|in total|of these))*"
    r"|how (?:much )?long(?:er)? (?:does|will|is|do|until|till|before)(?: (?:this|it|these|the questions|the form|we|i))?"
    r"(?: (?:take|last|go on|going to take|gonna take|be|been|done|finished|are done|end))*"
    r"|(?:is|are|was) (?:this|it|that|we|i) (?:almost|nearly|about|soon|close to|the|all|at the|finally)+ ?"
    r"(?:almost |nearly )?(?:done|there|over|finished|through|end|last(?: one| question)?)(?: (?:yet|now|soon))*"
    r"|(?:is there |are there |there'?s )?(?:many|much|a lot|any|lots) (?:more|left|longer)(?: (?:questions?|of (?:these|this|them)"
    r"|left|to come|to go))*)$"
)
_ANSWERED = re.compile(
    _LED + r"(?:what (?:have|did|had) (?:i|we|you) (?:already )?(?:answer(?:ed)?|sa(?:y|id)|told you|written?|wrote|put|got|noted?|listed?"
    r"|given)"
    r"(?: (?:so far|already|down|here|up to now|until now|till now|before|about me))*"
    r"|(?:do i|will i|did i) (?:lose|lost)\b.*\b(?:answers|so far)|(?:show|list) (?:me )?(?:my |the |all )*answers(?: so far)?)$"
    r"|" + _LED + r"i (?:do ?n[o']?t|dont|do not) want to (?:start|begin|do (?:it|this|that)) (?:all )?(?:over|again|anew|from)\b.*$"
)
_WHERE = re.compile(
    _LED + r"where (?:were|was|are|did) (?:we|i)\b(?: with| at| in| on| stop| leave off| now| again)*"
    r"(?: (?:the|that|this|those|your|my) (?:\w+ ){0,2}(?:thing|questions?|form|list|therap\w+|clinician|match\w*|stuff))?$"
)
_NOW = r"(?:right now|now|today|tonight|this (?:minute|second|evening|afternoon|morning)|straight away|immediately|at once)"
_TODAY = re.compile(
    _LED + r"(?:(?:this|it|that)(?:'?s| is)|its)? ?(?:really |very |quite |pretty |so |kind of )*urgent(?:ly)?\b.{0,40}$"
    rf"|{_LED}(?:i (?:need|want|meant?)(?: to (?:talk|speak) to)? )?(?:(?:some(?:one|body)|(?:a |an |real |actual )+(?:human|person"
    rf"|therapist|clinician)"
    rf"|help|it)[ ,]+)?(?:(?:like|as in|for|by)[ ,]+)*{_NOW}(?:[ ,]+(?:(?:as in|like|not|meaning|i mean) ?)?(?:{_NOW}|some day|next \w+"
    rf"|later))*"
    r"[ ,]*(?:some(?:one|body)(?: human| real)?|(?:a |an |real |actual )*(?:human|person|therapist)|please)*$"
    rf"|{_LED}(?:can|could|may|is it possible) (?:i |we |to )+(?:please )?(?:see|talk to|speak to|speak with|talk with|get|have|meet|reach)"
    rf" (?:some(?:one|body)|(?:a |an |any |the )*(?:therapist|clinician|human|person|one))\b.{{0,15}}\b{_NOW}$"
    r"|.{0,40}\b(?:asap|as soon as possible|same day)\b.{0,10}$"
)
"""That it is to be today. The bare day alone is a time, too."""
_ACCOUNT = re.compile(
    r"\b(?:do|will|would|must|should|can|is|are|have|need)\b.*\b(?:(?:an? |my )?accounts?|sign(?:ing)? up|signup|regist(?:er|ration)"
    r"|log ?in|password)\b"
)
_CONTACT_DETAIL = re.compile(
    _LED
    + r"(?:(?:can|could|will|would) you (?:please )?)?(?:delete|remove|erase|take out|leave out|scrap|forget|do ?n[o']?t (?:send|keep))"
    r" (?:my |the |that |this )*(?:phone|mobile|cell|tele)? ?(?:phone )?(?:number|e-?mail|address|name|handle|birthday"
    r"|date of birth)(?: (?:please|again))*$"
)
_IN_PASSING = re.compile(
    r"^(?!.*\b(?:all the time|always|all day|constantly|never|but)\b)" + _LED[1:] + r"(?:i'?m|im|i am|still) (?:so |really |just |very "
    r"|still |currently )*(?:hungry|thirsty|starving|at work(?!\w| (?:all|most))"
    r"|in a meeting"
    r"|on (?:the|a|my) (?:bus|train|tube|loo|toilet|phone|break|lunch)|eating|cooking|driving|busy|in the (?:car|bath|shower|office"
    r"|kitchen))\b.{0,40}$"
    r"|" + _LED + r"(?:tell|sing|read|show|give) me (?:an? |another |some )?(?:joke|story|song|poem|secret|something)\b.{0,20}$"
)
_MEDICINE = re.compile(
    _LED + r"(?:i'?m|im|i am|i|i'?ve been|they put me|i was) (?:also |still |currently |just |now )*(?:tak(?:e|ing)|on|started|put on"
    r"|prescribed)"
    r" (?:\d+ ?mg |some |an? |the |my |of )*(?:meds?|medication|medicines?|pills?|tablets?|antidepressants?|ssris?|snris?"
    r"|\w+(?:traline|oxetine|alopram|faxine|zapine|azodone|iapine|epam|azolam|triptyline|idone|piprazole)|zoloft|prozac|lexapro|wellbutrin"
    r"|bupropion|lithium|effexor|cymbalta|seroquel|abilify|adderall|ritalin|lamictal)\b.{0,30}$"
)
_SWITCH = (
    _LED + r"(?:(?:i(?:'?d| would)? (?:rather|want to|wanna|like to|prefer to)|can (?:we|i)|could (?:we|i)|let'?s|let me|maybe|instead)"
    r"(?: (?:just|rather|please|first|instead|maybe))* (?:do|take|try|have|start|go to|see)(?: (?:a|an|the|that|your|some|quick|short"
    r"|little|self))* ?"
)
_TO_THE_CHECK = re.compile(
    _SWITCH + r"(?:self[- ]?check|self[- ]?test|check|test|quiz|phq|screening|questionnaire))(?: (?:instead|first|now|please|thing))*$"
)
_TO_THE_EXERCISE = re.compile(
    _SWITCH + r"(?:exercise|five[- ]minute\w*|five minutes|small thing))(?: (?:instead|first|now|please|thing|exercise))*$"
)
_OTHERS_SAY = re.compile(
    r"^(?:\W|\b(?:tbh|honestly|well|but|and|so|idk|lol|because|ok|also|even)\b)*(?:my|the|our) (?:\w+ )?"
    r"(?:husband|wife|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|sister|brother|friends?|boss|doctor|gp|parents|family|kids"
    r"|son|daughter|ex)"
    r" (?:also |just |always |all )*(?:thinks?|says?|said|reckons?|keeps? (?:saying|telling)|tells?|told|wants?|believes?)\b"
)
_ASKS_BACK = re.compile(
    _LED + r"(?:(?:what|how|why|who|where|when|which)(?:'?s|'re)? (?:is|are|was|were|do|does|did|can|could|would|should|will|if|about|else"
    r"|many|much)\b|(?:is|are|was|were|do|does|did|will|would|should|have|has|am) (?:i|you|u|it|this|that|they|there|we|he|she|anyone"
    r"|anybody"
    r"|someone|my|your|people)\b)"
)
_OWN_WORDS_FOR_A_WISH = re.compile(
    r"\b(?:can|could|may|would|is|are|do) (?:i|it|they|we|she|he|there)\b.*\b(?:wom[ae]n|man|male|female|older|younger|someone|somebody"
    r"|one (?:who|that)|evenings?|online|video|in person)\b"
)
"""A wish said as a question."""
OPEN = ("signs", "touches", "therapy", "missed", "wish")
"""Questions to which many things are an answer."""


def said_beside(plain: str) -> Optional[str]:
    """What is said before the question stands again, where a text speaks of the questions or of the moment; "" for the question alone."""
    count = len(plain.split())
    if _CONTACT_DETAIL.match(plain):
        return LEFT_OUT
    if _HOW_MANY.match(plain.rstrip("? ")):
        return HOW_MANY
    if _ANSWERED.match(plain.rstrip("? ")):
        return LIST
    if _MEANS.match(plain.rstrip("? ")):
        return MEANS
    if _WHY.match(plain.rstrip("? ")) and count <= 2 * SHORT:
        return WHY
    if _WHERE.match(plain.rstrip("? ")):
        return ""
    if _ACCOUNT.search(plain) and count <= 2 * SHORT:
        return ACCOUNT
    return WAIT if _is_called_away(plain, count) else None


def wants_someone_today(plain: str, asked: str) -> bool:
    """Whether a text says that it must be today. Where it is asked since when, "today" is a time."""
    plain = plain.rstrip("? ")
    bare_day = asked == "since" and plain in ("today", "tonight", "this morning", "this afternoon", "this evening")
    return bool(_TODAY.match(plain)) and len(plain.split()) <= 2 * SHORT and not bare_day


def goes_elsewhere(plain: str) -> Optional[str]:
    """The intent of what a text would rather begin than go on with the questions: the self-check or the exercise."""
    if _TO_THE_CHECK.match(plain.rstrip("? ")):
        return "start_check"
    return "start_exercise" if _TO_THE_EXERCISE.match(plain.rstrip("? ")) else None


def asks_where_it_stood(plain: str) -> bool:
    """Whether a text asks where the questions were left, and names them."""
    return bool(re.search(r"\b(?:therap\w+|clinician|match\w*|questions?|form)\b", plain) and _WHERE.match(plain.rstrip("? ")))


def is_an_aside(text: str, asked: str) -> bool:
    """Whether a text has nothing in it for the question: filler, small talk, a question back, a moment's state, a medicine."""
    plain = simply(text).strip("?! ")
    if _is_filler(plain) or _EMPTY_REPLY.match(plain) or _IN_PASSING.match(plain):
        return True
    if asked not in OPEN:
        return False
    if asked not in ("therapy", "missed") and _MEDICINE.match(plain):
        return True
    return (asked == "wish" and bool(_OTHERS_SAY.match(plain))) or _ends_in_a_question(text, asked)


def _is_called_away(plain: str, count: int) -> bool:
    """Whether a text says that it takes a moment, and answers nothing beside."""
    if _THINKS.match(plain) or _LATER.match(plain.rstrip("? ")):
        return True
    moment = _MOMENT.match(plain)
    only_a_moment = moment is not None and not re.search(
        r"\w", re.sub(r"\b(?:please|ok|thanks|again|sorry|back|soon)\b", "", moment["rest"])
    )
    return only_a_moment or (count <= _LONGEST_CALL and bool(_CALLED_AWAY.search(plain)))


def _is_filler(plain: str) -> bool:
    words = re.findall(r"[\w']+", plain)
    return bool(words) and all(word in _FILLER for word in words) and bool({*words} - _YES_WORDS - _LINKS)


def _ends_in_a_question(text: str, asked: str) -> bool:
    """Whether a text is a question, or comes to one in its last sentence. A wish may be put as one."""
    last = simply(re.split(r"(?<=[.?!;])\s+", text.strip())[-1])
    return bool(_ASKS_BACK.match(last)) and not (asked == "wish" and _OWN_WORDS_FOR_A_WISH.search(last))
