"""What words tell beside a yes or a no: a refusal, a joke, that an answer was not true. By rules alone."""

from __future__ import annotations

import re
from typing import Literal, Optional

from thaw.safety.normalise import plain
from thaw.safety.plans import SHORT, are_named

Refusal = Literal["refused", "leaving"]
_LEAVING = re.compile(
    r"\b(too late|good ?bye|bye|farewell|it'?s over|no (point|use)|pointless|what'?s the point|why bother|leave me alone|i'm done|i'm gone"
    r"|nothing (will|can) help|no ?one can help|don'?t care|doesn'?t matter|let me (go|die)|see ya|so long|never mind)\b"
)
_REFUSED = re.compile(
    r"^(no|nope|nah|n)\b|\b(i )?(won'?t|can'?t|can not|refuse|don'?t want to|not going to|not doing (it|that)"
    r"|don'?t want (that|it|help))\b"
    r"|^(stop|later|not now|maybe later|whatever)[.!]*$|\bi don'?t know\b|^(i'd )?rather not\b|\bscared\b|\bafraid\b"
)
_AGREED = re.compile(
    r"^(oh |well )*(ok|okay|k|kk|sure|alright|all right|fine|will do|yes|yeah|yep|y|yes please|please"
    r"|i will|i'll (call|do it|do that|try|text))( then| now| please| thanks)*[.!]*$"
)
_THE_CALL = re.compile(r"\b(call\w*|phon(e|ing)|ring(ing)?|dial(l?ing)?|911|999|112|000|988|hotlines?|helplines?|police|hospital)\b")
_JOKED = re.compile(
    r"^(lol |haha |no |nah |oh |sorry )*(jk|j/k|jks|just kidding|kidding|(i'?m|i was) (just |only )?(joking|kidding)"
    r"|(it'?s |that was |it was |was )?(just |only )?(a joke|jokes|joking))( lol| haha| obviously| dw)*[.!]*$"
)
_NOT_SUICIDAL = re.compile(
    r"\b(not suicidal|(don'?t|do not) want to (die|kill myself|end my life)|no (thoughts|intention) of"
    r"|not (having|had) (any )?(such |suicidal )?thoughts( of| about)?)\b"
)
_NOT = r"(not|never|no|\w+n'?t)"
_NONE_AT_ALL = re.compile(
    rf"\b{_NOT}( (ever|been|even|really|actually|at all|feel|feeling|thinking|about|of|being|be))* suicid(al|e)\b"
    rf"|\b{_NOT}( (ever|even|really|actually))*( (want(ed)?|wish|mean|meant|think(ing)?|thought))?( to| of| about)? (die|dying)\b"
    r"|\b(no|never had|not have|\w+n'?t have|\w+n'?t got|not having|without)( (any|such|dark|those|these|suicidal|real|got))* "
    r"(thoughts?|intentions?)\b"
)
_FIGURE = re.compile(
    r"\b(it'?s|it is|it was|that'?s|that was|just|only|meant as|meant it as)( (just|only|such))?( (a|an|my|some))?( \w+)? "
    r"(figure of speech|turn of phrase|metaphor|idiom|expression|saying|hyperbole|jokes?|sarcasm)\b"
    r"|\b(i'?m|i was|just|only)( (just|only))? (joking|kidding|exaggerating|being dramatic|being sarcastic)\b"
    r"|\b(bad|stupid|silly|dumb|dark|poor) joke[.!]*$|^a? ?(figure of speech|metaphor)\b"
    r"|\b(didn'?t|don'?t|did not|do not|never) mean (it|that|dying|death|suicide)\b"
)
_MEANT_OTHERWISE = re.compile(r"\b(meant|(i|it) mean(s)?|(i|it) was (only |just )?(about|talking about))\b(?! (it|that|to die)\b)")
_WANTS_AN_END = re.compile(r"\b(want|need|wish|tired|sick)\b.*\b(stop|stops|end|ends|over|out|peace|gone|escape|living|life|alive|here)\b")
"""What may be a wish to be gone in other words, beside a no to killing oneself."""
_REST = re.compile(r"\b(just|only)( \w+)+")
_DISMISSED = re.compile(
    r"^([\w']+,? ){0,6}(never ?mind|nvm|(please )?(ignore|forget|drop|scrap|disregard|leave) "
    r"(it|that|this|(what )?i (\w+ )?(said|wrote|asked|told|mentioned)( \w+)*))\b[.!]*( (please|then|now|ok|okay|thanks|sorry|bye|"
    r"good ?night|night|lol))*[.!]*$"
)
_CANNOT_FORGET = re.compile(r"\b(can'?t|can not|couldn'?t|never|not|don'?t|won'?t) (just |ever )?(ignore|forget|drop|leave)\b")
_NOT_NOW = re.compile(
    r"\bnot (tonight|today|right now|now|near|close|at hand|about to|planning to)\b"
    r"|\b(not going to|won'?t|not gonna|don'?t want to|do not want to|not about to) (do|try|act on|go through with) (it|that|this|anything"
    r"|something)\b"
)
_NOT_GOING_TO = re.compile(r"\b(not going to|not gonna|won'?t)( do)?[.!]*$")
_SETTLED = re.compile(r"\b(home|in bed|on (the|my) (sofa|couch)|indoors|inside|downstairs|with (my|the|a) \w+)\b")
_TALKS_OF_IT = re.compile(r"\b(suicid\w*|kill(ing)? myself|dying|ending my life)\b")
_DECLINED = re.compile(
    r"\b(stop|quit|enough|no need to|no more|keep|kept|don'?t|do not|leave|being|been|drop|rude|much)\b.{0,20}"
    r"\b(ask(ing|ed)?|bring(ing)? (it )?up|mention(ing)?|talk(ing)?|go(ing)? on|question(s|ed|ing)?)\b"
)
_ATTEMPT = re.compile(
    r"\bi (\w+ ){0,2}(tried|attempted) to (end (it|my life)|take my (own )?life|kill myself|die|hang myself|overdose|od)\b"
    r"|\b(my|an|a|one|the|suicide) (\w+ )?attempt\b|\b(took|taken|swallowed) (an overdose|too many)\b|\boverdosed\b|\bsuicide attempt\b"
)
_SURVIVED = re.compile(
    r"\b(?<!not )(?<!n't )(?<!never )(glad|grateful|thankful|relieved|happy|lucky)\b.{0,25}"
    r"\b(here|alive|survived|lived|failed|didn'?t work|still around|through)\b"
    r"|\b(behind me|long (over|past|gone|ago)|over and done|recovered|got through it|came through|never (again|since)|not since)\b"
    r"|\bnothing like (that|it) (since|now|any ?more)\b"
)
_NO_ONE_IN_DANGER = re.compile(
    r"\b(nobody|no ?one|none of (us|them))('?s| is| was| are)?( \w+){0,2} (danger|risk|suicidal|dying|hurt)\b"
    r"|\b(he|she|they|\w+)('s|'ve| has| have)? never( \w+){0,5} "
    r"(dying|die|suicide|(killing|hurting) (him|her|them)sel\w+)\b"
    r"|\b(isn'?t|aren'?t|not|wasn'?t)( \w+){0,2} (suicidal|a danger|someone in danger|an emergency)\b"
)

_SPOKE = r"(said|say|says|talk(ed|s)?|mention(ed|s)?|spoke|spoken|wrote|written|hint(ed)?|threaten(ed)?)"
_SAID_NOTHING_LIKE_IT = re.compile(
    rf"\b(has ?n'?t|have ?n'?t|did ?n'?t|does ?n'?t|never|has not|have not|did not)( \w+){{0,3}} {_SPOKE}( \w+){{0,3}}"
    r" (like (that|it)|of (the|that) (kind|sort)|about (dying|death|suicide|that|it)|such)\b"
)

_NOT_MINE = re.compile(
    r"(?<!why )\b(not|never|no|\w+n't) "
    r"((say|saying|said|mean|meant|want|wanting|think|thinking|thoughts?|going|about|i|to|that|of|talking|planning) ){0,4}"
    r"(kill(ing)? myself|suicid\w+|die|dying|be dead)\b"
)
_TAKES_LEAVE = re.compile(
    r"(?:(?<!to say )\b(?:good ?night|gn|(?:good)?bye|laters|(?:see|catch) (?:you|ya)(?: later)?|so long|ttyl"
    r"|(?:gotta|got to|have to|must) go)"
    r"|(?:^|[.,;!] ?)night(?: all| then| now)?)\W*$",
    re.IGNORECASE,
)
"""With what a message ends that takes leave, whatever it begins with: "too wiped for that. catch you later"."""
_WHAT_I_SAID = r"((that|the|my|this) (\w+ )?(no|answer)|what i('ve)? (said|told|wrote|answered|typed)(?! (at|to (my|him|her|them))\b))"
_FALSE = (
    r"(a lie|lies|untrue|false|(not|wasn't|isn't|weren't) (\w+ ){0,2}(true|truth|honest|truthful|right|real)|wrong"
    r"|(not|wasn't|only) (the |a )?(\w+ )?truth|didn't mean)"
)
_TAKEN_BACK = re.compile(
    rf"\b{_WHAT_I_SAID}\b.{{0,25}}?\b{_FALSE}\b"
    rf"|\b((was|is|were) (a lie|lies|untrue|not (\w+ )?true)|(was|is|were)n't (\w+ )?true)\b.{{0,12}}\b{_WHAT_I_SAID}\b"
    rf"|\bi (\w+ )?(said|answered|told you|wrote|put|typed) no\b.{{0,25}}?\b({_FALSE}|i lied|meant yes"
    r"|but it'?s? (is |was )?(a )?(yes|lie))\b"
    r"|\bi (\w+ )?(lied|was lying|fibbed)\b"
    r"(?! (down|in|on|there|awake|around|still|(to|about) (?!you|it|that|this|the (no|question)|being|not|wanting|suicid|killing|dying)))"
    r"(?!.{0,3}it'?s? (is |has )?(been|since|more|about|only))"
    r"|\bi (wasn't|was not|haven't been|have not been|wasn't being|'m not being) (\w+ ){0,2}(honest|truthful|straight|upfront"
    r"|telling (you )?the truth)\b"
    r"(?! (with|to|about) (?!you|it|that|this|the (no|question)|being|wanting|suicid|killing|dying))"
    r"|\bi (didn't|did not|haven't|have not) (tell|told|say|said) (you )?the (\w+ )?truth\b"
    r"|\btak(e|ing) (that|it|this|my|the|what i said)( no| answer)? back\b(?! (to|from|home)\b)"
    r"|\btak(e|ing) back (that|my|the|what)( i| no| answer)\b"
    r"|\b(when|what) you asked\b.{0,30}?\b(wasn't|was not|not|isn't) (\w+ )?(true|truth|truthful|honest)\b"
    r"|\b(wasn't|was not) (\w+ )?(true|the truth|honest|truthful)\b.{0,20}?\b(you asked|earlier|before|just now)\b"
    r"|^(and |but |so |actually |sorry |ok |okay |fine |well |no )*(that|it)"
    r" (wasn't (\w+ )?(true|the truth|honest)|was not (\w+ )?(true|the truth|honest)|was (\w+ )?(a lie|lies|untrue|bullshit"
    r"|bs))( what i \w+)?"
    r"( actually| sorry| really)*\W*$"
    r"|^(and |but |so |actually |ok |okay |fine |well |alright |all right )*there('s| is) (something |a bit )?more\b(?! (than"
    r"|to (it|life|read)))"
)
"""That an answer given before was not true."""
_WITH_A_YES = re.compile(
    r"\b(?:it'?s|it is|it was|meant|the (?:true |real |honest )?answer(?: is|'s)|make (?:that|it)|should (?:have|be)(?: been| said)?"
    r"|i (?:do|did|am))"
    r" (?:a |really |actually )?(?:yes|yeah|have (?:them|thoughts|those)|think (?:about|of) it)\b|\b(?:and|so|but|then) yes\b|\byes\W*$"
)
_BABY = re.compile(
    r"\b(baby|newborn|infant|toddler|my (little )?(son|daughter|child|kids?|children|twins)|postpartum|gave birth|breastfeed\w*)\b"
)

_NEWBORN = re.compile(
    r"\b(?:baby|babies|newborn|infant|toddler|twins|postpartum|gave birth|breastfeed\w*|(?:weeks?|months?) old|(?:week|month)-old)\b"
)
_A_FATHER = re.compile(r"\b(?:i'm|i am|as) (?:an? |the |his |her |their )?(?:\w+ )?(?:dad|father|daddy)\b")


def refusal(text: str) -> Optional[Refusal]:
    """Whether a text refuses the call that was urged, or sounds like taking leave."""
    words = "no" if text.strip().lower() == "n" else plain(text)
    if len(words.split()) > 2 * SHORT:
        return None
    if _LEAVING.search(words):
        return "leaving"
    return "refused" if _REFUSED.search(words) else None


def names_the_call(text: str) -> bool:
    """Whether a text is about the call that was urged: not calling is no denial of what it was urged for."""
    return bool(_THE_CALL.search(plain(text)))


def was_joking(text: str) -> bool:
    """Whether a text only takes what was said back as a joke."""
    return bool(_JOKED.match(plain(text).replace(",", "")))


def denies_thoughts(text: str) -> bool:
    """Whether a text denies thoughts of suicide in so many words, so that it needs no question before it."""
    return bool(_NOT_SUICIDAL.search(plain(text)))


def denies_own(text: str) -> bool:
    """Whether a text says that it is not about suicide, in a talk about another danger: what else it tells counts."""
    return denies_thoughts(text) or bool(_NOT_MINE.search(plain(text)))


def takes_back(text: str) -> bool:
    """Whether a text says that what was answered before was not true: heard only where a denial stands."""
    return bool(_TAKEN_BACK.search(plain(text).replace(",", "")))


def takes_back_with_a_yes(text: str) -> bool:
    """Whether a text that takes an answer back gives the true one along with it: "I wasn't honest. It's yes"."""
    return takes_back(text) and bool(_WITH_A_YES.search(plain(text).replace(",", "")))


def denies_all(text: str, is_no: bool) -> bool:
    """Whether an answer says that there are no such thoughts at all, or that something else was meant by what was taken for them.

    Args:
        text: the visitor's words, after a question about thoughts of suicide.
        is_no: whether they are read as a no.
    """
    words = plain(text)
    if are_named(words) or _WANTS_AN_END.search(words):
        return False
    return bool(_NONE_AT_ALL.search(words) or _FIGURE.search(words) or (is_no and _MEANT_OTHERWISE.search(words)))


def leaves_a_rest(text: str) -> bool:
    """Whether an answer goes on, after a no, with what it is instead: "just worn out"."""
    words = plain(text)
    return bool(_REST.search(words)) and not (_FIGURE.search(words) or _MEANT_OTHERWISE.search(words))


def wants_an_end(text: str) -> bool:
    """Whether a text wants something to be over."""
    return bool(_WANTS_AN_END.search(plain(text)))


def dismisses(text: str) -> bool:
    """Whether an answer only waves off what was asked, or what was said before: "never mind", "forget I said it"."""
    words = plain(text).replace(",", "")
    return bool(_DISMISSED.search(words)) and not _CANNOT_FORGET.search(words)


def is_not_now(text: str) -> bool:
    """Whether a text says that nothing is about to be done, after a call was urged. What it is about the call itself is not."""
    words = plain(text)
    if are_named(words) or re.search(r"\b(call|phone|ring|talk|later|tomorrow|yet|too late|bye|goodbye)\b", words):
        return False
    return bool(_NOT_NOW.search(words) or (_NOT_GOING_TO.search(words) and _SETTLED.search(words)))


def declines_the_topic(text: str) -> bool:
    """Whether a text asks not to be asked about suicide."""
    words = plain(text)
    return bool(_TALKS_OF_IT.search(words) and _DECLINED.search(words))


def tells_survived(text: str) -> bool:
    """Whether a text tells of an attempt that is over, and that the writer lives on gladly."""
    words = plain(text)
    return bool(_ATTEMPT.search(words) and _SURVIVED.search(words)) and not _WANTS_AN_END.search(words)


def denies_theirs(text: str) -> bool:
    """Whether a text says that nobody is in danger, or that nobody ever spoke of dying."""
    words = plain(text)
    return bool(_NO_ONE_IN_DANGER.search(words)) and not re.search(r"\b(now|tonight|today|yet|anymore|any more)\b", words)


def nothing_was_said(text: str) -> bool:
    """Whether an answer says that someone else never spoke of dying; that they said nothing at all is no such answer."""
    return bool(_SAID_NOTHING_LIKE_IT.search(plain(text)))


def takes_leave(text: str) -> bool:
    """Whether a text ends with a goodbye for now."""
    return bool(_TAKES_LEAVE.search(text))


def agrees(text: str) -> bool:
    """Whether a text only goes along with what was said: "ok", "I'll call"."""
    return bool(_AGREED.match(plain(text).replace(",", "")))


def told_baby(text: str) -> bool:
    """Whether a small child is spoken of."""
    return bool(_BABY.search(plain(text)))


def told_newborn(text: str) -> bool:
    """Whether it is a baby that is spoken of: a line for the time after a birth is of no use to the father of a schoolboy."""
    words = plain(text)
    return bool(_NEWBORN.search(words)) and not _A_FATHER.search(words)
