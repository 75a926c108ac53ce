"""Answers to the question about thoughts of suicide in other words than yes or no. By rules alone.

A no that goes on may make it graver ("no, I mean everything, my life"), deny the plan and leave the thoughts ("no, just the thought"), or
only sound like a no. In doubt none of them closes the question.
"""

from __future__ import annotations

import re
from typing import Literal, Optional

from thaw.safety.normalise import plain
from thaw.safety.reply import turns
from thaw.safety.routes import SOMEBODY

Meant = Literal["yes", "no", "unsure", "unsaid", "only_thoughts"]

_BEGINS_WITH_NO = re.compile(r"^(?:(?:lol|haha|jk|ok|okay|well|but|actually|sorry|wait|and|oh) )*(?:no|nope|nah)\b(?: no\b)*")
_GRAVER = re.compile(
    r"\b(?:i'm|i am|being|kinda|kind of|dead|really) (?:\w+ ){0,2}serious\b|\bmean it\b|^(?:for real|fr|seriously|serious|really)\b"
    r"|\bmean (?:it )?for real\b|\bmean everything\b"
    r"|\b(?:like |just |i mean |rest |gone )?(?:for ?ever|for always|permanently)\W*$|^(?:i mean )?for good\W*$"
    r"|\b(?:not the feeling|i mean|gone|out|away|finish(?:ed)?|done|over|tired|end) (?:\w+ ){0,3}life\W*$"
    r"|\bmeans? (?:\w+ )?(?:dead|death|die|to die|dying|kill\w*|suicide)\b|\bi mean (?:\w+ )?(?:dead|death|dying)\b"
    r"|\bi want (?:to )?(?:be )?(?:finish(?:ed)?|end|dead|gone)\b"
    r"|\b(?:won't|will not|not going to|not gonna|don't want to) be (?:here|there|around|alive)\b"
    r"|\b(?:mean|am|i'm) (?:really |actually )?not (?:being )?(?:around|alive)\b"
    r"|^(?:it'?s |much |way |even )*worse\W*$|\bthe other way\b|\bbecause there (?:isn't|is no|is not|won't be)\b"
    r"|\b(?:not|wasn't|isn't) (?:really |actually |even )?(?:joking|kidding|a joke)\b"
)
_MILDER = re.compile(
    r"\b(?:don't|do not|didn't|did not|not|never) mean\b|\bnot (?:that )?serious\b|\b(?:life|it) back\b|\b(?:emotional\w*|mentally"
    r"|spiritually|inside|socially|figurative\w*|metaphor\w*|literally)\b|\bi'm (?:(?:really|totally|just|honestly|quite) )?(?:fine"
    r"|ok|okay|alright|all right|good|safe)\b"
    r"|\bin my life\b|\bliving?\b"
    r"|\b(?:love|work|sex|social|family|married|home|school|college) life\b|\b(?:don't|do not|never|not) want(?:ed)? to (?:die|be dead)\b"
    r"|\b(?:week|day|exam|job|shift|uni|game|show|film|movie|course|semester|term|relationship|marriage)\b"
)
"""What a no that seems to insist still denies, or is about."""

_THOUGHT = r"(?:(?:a|the|some|dark|passing|intrusive) )*(?:thoughts?|thinking|ideas?)"
_ONLY_THOUGHTS = re.compile(
    r"^(?:(?:no|nah|nope|well|yes|yeah|it'?s|they're|that'?s|lol|haha|but|i have|i just have|there's|not really|i mean|sometimes|maybe"
    r"|now and then|a bit|passive|ideation|(?:no|without|zero) intent(?:ion)?s?)\b[.! ]*)*"
    rf"(?:(?:just|only) {_THOUGHT}(?: (?:about it|that comes?|sometimes|now and then|so far|in my head|right now|of it))*\W*$"
    r"|(?:no|not an?|without an?|not any|haven't an?|don't have an?) (?:real |actual |concrete |proper )?(?:plans?|method|date)"
    r"(?! (?:to|of|for|out|forward|back|in hell|no)\b)\b"
    r"|passive(?:ly)?\W*$|(?:just|only) passive(?:ly)?\b|(?<=passive )(?:thoughts?|only|si)\b|(?<=ideation )(?:only)?\W*$"
    r"|would(?:n't| not) have the (?:guts|courage|nerve|balls|energy)\b|not (?:actively|seriously|planning (?:it|anything))\b"
    r"|nothing (?:that )?(?:i'd|i would|i'll|concrete|specific|definite|fixed"
    r"|firm|in particular)\b"
    r"|(?:just |only |really |mostly )*(?:vague|fuzzy|hazy) (?:ideas?|thoughts?|notions?)\b"
    r"|(?:i'd|i would|i) (?:would )?never (?:have|had|get|find) the (?:guts|courage|nerve|balls|energy)\b"
    r"|(?:i'm )?too (?:scared|much of a coward|chicken|cowardly|tired)"
    r" (?:to(?: (?:do|try|go))?|for (?:it|that|this))\b|(?:i'm )?(?:not brave enough|a coward)\b)"
)
_NO_THOUGHTS = re.compile(r"\b(?:no|not|never|don't|without|haven't)(?: (?!just|only)\w+){0,3} (?:thoughts?|suicid\w+)\b")
_UNSAID = re.compile(
    r"^(?:\w+ )?(?:no comment|mind your (?:own )?\w+|would it matter|does it matter|next question|i'd (?:say|tell you) no either way"
    r"|you'd like to know|not telling)\b"
)
_HALF_SAID = re.compile(
    r"^(?:\w+ ){0,2}(?:only|just|mostly|mainly)? ?(?:when|if) (?:i'm|i am|i|i've been|i'd) (?:\w+ )?(?:drunk|drink\w*|high|stoned"
    r"|alone|tired"
    r"|smok\w+)\b|^(?:only|just|mostly|mainly) (?:at night|on (?:bad|the bad) (?:days|nights)|late at night|(?:in )?the (?:evenings?"
    r"|nights?))"
    r"|\b(?:my|the|our) (?:\w+ )?(?:kids?|child|children|boys?|girls?|daughters?|sons?|baby|dogs?|cats?|mum|mom|mother|dad|family|wife"
    r"|husband|partner|sister|brother|faith|god) (?:are |is )?(?:(?:the )?only (?:reason|thing) )?(?:keeps?|keeping|stops?|stopping"
    r"|holds?|need"
    r"|needs)\b|^(?:\w+ )?because of my (?:kids?|children|dog|cat|mum|mom|dad|family|wife|husband|daughter|son)\b"
    r"|\b(?:couldn't|can't|wouldn't) do (?:that|it) to (?:my|the|them|her|him)\b"
    r"|^(?:\w+ )?not (?:to )?kill(?:ing)?(?: myself)? (?:\w+ )?(?:just|only|more) (?:not|gone|dead|disappear\w*|vanish\w*|away)\b"
    r"|\b(?:more like|rather|just|only) (?:just )?not (?:exist\w*|be(?:ing)? (?:here|around|there)|waking|living)\b"
    r"|^(?:not kill\w* )?just not (?:exist\w*"
    r"|be(?:ing)? here|here)\b"
    r"|\bhave thought how\b"
    r"|^(?:(?:and|but|so|well|ok) )*what if (?:i (?:was|am|were|did|do|have|had)|it (?:is|was)|it's|there (?:is|are|was|were))\W*$"
)
_SURELY_NOT = re.compile(
    r"^(?:god |oh |hell )?never(?: ever)?(?: (?:i (?:have|love)|i've|in (?:a|my)|not|because|with|my (?:kids|family))\b.*)?\W*$"
    r"|^not (?:really|exactly) (?:i'm |i |it's )?(?:just|only)\b(?!.*\b(?:die|dead|dying|gone|here|alive|end|ends|over|stop|live|life"
    r"|care if)\b)"
    r"|\bso no(?: can do| way)?\W*$|^(?:no )?not any ?more\W*$"
)
_NEVER_WOULD = re.compile(
    r"^(?:(?:oh|god|lol|haha|jesus|christ|lord|honestly) )*(?:no+|nah|nope|never)[.! ]+(?:no )?(?:i |id |i'd )?"
    r"(?:would never|wouldn't|wouldnt|couldn't|couldnt|could never|can't|never would|never could)"
    r" (?:ever )?(?:do|put|leave) (?:that|it|this|them|my|him|her)\b"
)
_NOT_ABOUT_ME = re.compile(
    r"^(?:(?:no|nah|lol|haha|oh|sorry|it'?s|it was|was|i'm|i was|not me|that'?s|and|just|only|really|honestly) )*"
    r"(?:not (?:about )?me|in general|(?:just|only) (?:asking|wondering|curious|testing(?: you| this| it)?|interested)|curious"
    r"|hypothetical(?:ly)?"
    r"|i read (?:it|that)(?: \w+){0,3}|read (?:it|that) somewhere|(?:it'?s |its )?for (?:a|an|my) (?:book|story|essay|class|paper"
    r"|course|friend's essay)"
    r"|testing(?: you| this| it)?)(?: (?:lol|haha|in general|sorry|really|that'?s all|is all|though|tho))*\W*$"
)
_WHAT_FOLLOWS = re.compile(
    r"^(?:(?:and|but|so|ok|well|wait|hm+|idk) )*(?:what (?:happens|will happen|would happen|would you do|do you do|will you do|then)"
    r" (?:if|when) i (?:say|said|answer|tell|told|write|press|tap|click|put)\b|what if i (?:say|said|answer|press) yes\b"
    r"|(?:will|would|do|does|can|are) (?:you|this|it|anyone|somebody|someone)(?: (?:going|gonna|allowed|to|have|get))*"
    r" (?:report|call|ring|tell|inform|contact|alert|send|told|notified)\b"
    r"|if i (?:say|tell|told|answer|write|admit|type)(?: \w+){0,3}? "
    r"(?:will|would|do|does|are|is|can) (?:you|this|it|anyone|somebody|someone|the)\b"
    r"|.*\b(?:if|when) i (?:say|said|tell|told|answer|write|type|admit)\b.{0,30}"
    r"\b(?:police|cops|someone|somebody|they|people|ambulance)\b.{0,30}"
    r"\b(?:send\w*|come\w*|calls?|lock\w*|take\w*|section\w*|report\w*|hospital|door)\b"
    r"|who (?:will|would|do|does|gets?) (?:you |it |this )?(?:tell|told|know|find out|see)\b|who gets (?:told|called)\b)"
)
_WHAT_COUNTS = re.compile(
    r"^(?:(?:and|but|so|ok|well|wait|hm+|idk) )*(?:define (?:suicid\w+|thoughts?|that|killing)|what (?:counts|do you (?:mean|call)|is meant"
    r"|does that mean|would count|qualifies)\b|how do you (?:mean|define)\b|in what (?:way|sense)\b)"
)


_NO_JOKE = re.compile(
    r"^(?:(?:ok|okay|no|well|but|actually|tbh|honestly) )*(?:i )?(?:(?:wasn't|was not|not|'m not|i'm not)(?: (?:really|actually|even))* "
    r"(?:joking|kidding|a joke)(?! (?:about|with|around))|(?:do )?mean it|scratch that|i'm (?:being |kinda |dead )?serious)\b"
)
_NOT_SAFE = re.compile(r"^(?:(?:ok|well|but|sorry) )*actually (?:no )?i'm not(?: (?:safe|ok|okay|fine|alright))?\W*$")


_OF_ANOTHER = re.compile(
    r"^(?:(?:no|sorry|wait|oh|ok|but|well|listen|and) )*(?:(?:it'?s|this is|that'?s|i'm|i am) )?not (?:about |for )?me\b.*"
    rf"\b{SOMEBODY}\b"
    r"|^(?:(?:no|sorry|wait|oh|ok|but|well|listen|and) )+(?:it'?s|this is|that'?s|i meant|i mean) (?:about |for )?"
    rf"{SOMEBODY}\W*$"
)
_ANOTHERS_GOODBYE = re.compile(
    rf"\b{SOMEBODY}(?: has| have|'s|'ve)?(?: just)? (?:posted|wrote|written|sent|texted|messaged|said|left|put)\b[^.!]{{0,40}}"
    r"\b(?:goodbye|bye|farewell|note|last message)\b"
)
_TOOK_MINE = re.compile(
    r"\b(?:took|taken|takes|hid|hides|hidden|locked|locks|keeps|keeping|has|holds) (?:away |up |all )*my (?:\w+ )?"
    r"(?:knife|knives|rope|pills|tablets|meds|medication|razors?|blades?|gun|rifle)\b"
)
_FOR_A_REASON = re.compile(r"\b(?:away|hospital|scared|worried|afraid|safe|hid|hides|hidden|locked|in case|so i (?:can't|don't|won't))\b")
_OWN_TOO = re.compile(r"\b(?:i want|i wanna|i'll|i will|i'm going|i am going|me too|follow|join|with (?:him|her|them)|i can't|i have)\b")
_ME_TOO = re.compile(r"\b(?:too|also|alone|both of us|i do too|as well|not only|not just)\b")


def _words(text: str) -> str:
    return plain(text).replace(",", "").replace("?", "").strip()


def insists(text: str) -> bool:
    """Whether a no takes back a harmless reading of what was said before: "no, I'm serious", "no not the feeling, life"."""
    words = _words(text)
    begun = _BEGINS_WITH_NO.match(words)
    rest = words[begun.end() :].strip(" .!") if begun else ""
    return bool(rest) and bool(_GRAVER.search(rest)) and not _MILDER.search(rest)


def means_it(text: str) -> bool:
    """Whether a text says that what was taken for a joke, or for safe, is neither: heard only where a denial stands."""
    words = _words(text)
    return insists(text) or bool(_NO_JOKE.match(words) or _NOT_SAFE.match(words))


def meant(text: str) -> Optional[Meant]:
    """What an answer to the question about thoughts means that is neither a plain yes nor a plain no; None if it is none of these."""
    words = _words(text)
    if insists(text):
        return "yes"
    if _UNSAID.search(words):
        return "unsaid"
    if only_thoughts(text):
        return "only_thoughts"
    if _NEVER_WOULD.match(words) and not turns(text):
        return "no"
    if _HALF_SAID.search(words):
        return "unsure"
    if _SURELY_NOT.search(words) and not turns(text):
        return "no"
    return None


def is_of_another(text: str) -> bool:
    """Whether a text says that what was taken for the writer's danger is someone else's: "not me, my wife"."""
    words = _words(text)
    return bool(_OF_ANOTHER.match(words)) and not _ME_TOO.search(words)


def says_anothers_goodbye(text: str) -> bool:
    """Whether the farewell in a text is one that someone else wrote or said: "my brother posted goodbye everyone"."""
    words = _words(text)
    return bool(_ANOTHERS_GOODBYE.search(words)) and not _OWN_TOO.search(words)


def took_mine_away(text: str) -> bool:
    """Whether a text tells that someone took away from the writer what one can hurt oneself with: the danger is the writer's."""
    words = _words(text)
    return bool(_TOOK_MINE.search(words)) and bool(_FOR_A_REASON.search(words))


def only_thoughts(text: str) -> bool:
    """Whether an answer denies the plan and leaves the thoughts: "no plan", "just the thought", "not actively"."""
    words = _words(text)
    return bool(_ONLY_THOUGHTS.search(words)) and not _NO_THOUGHTS.search(words)


def is_not_about_them(text: str) -> bool:
    """Whether an answer says that it was asked in general, to try the program, or for something that is being written."""
    return bool(_NOT_ABOUT_ME.match(_words(text)))


def asks_what_follows(text: str) -> bool:
    """Whether it is asked back what a yes would lead to, or who would be told."""
    return bool(_WHAT_FOLLOWS.match(_words(text)))


def asks_what_counts(text: str) -> bool:
    """Whether it is asked back what such thoughts are."""
    return bool(_WHAT_COUNTS.match(_words(text)))
