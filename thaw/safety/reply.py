"""Reading an answer to a question about risk: yes, no, sometimes, rather not say. By rules alone: it must not need a classifier.

In doubt it is a yes or a doubt, never a no: a no is read only where the words can hardly mean anything else.
"""

from __future__ import annotations

import re
from typing import Literal, Optional

from thaw.safety.normalise import plain

Reply = Literal["yes", "no", "unsure", "unsaid", "none"]
"""`none`: no such thoughts at all, whatever was asked about them."""

_LETTERS: dict[str, Reply] = {"y": "yes", "n": "no"}
"""Before normalisation, which takes an "n" for an "and"."""
_UNSAID = re.compile(
    r"\b(rather not|prefer not( to)?)( (say|answer|talk|tell|go into|discuss|share)\b|[.,!]*$)"
    r"|\b(don'?t want to (say|answer|talk|tell|discuss)|not going to (say|answer|tell)|none of your|can'?t say|won'?t (say|answer|tell))\b"
    r"|^(i'?ll |i )?(pass|skip)( on)?( this| that| it)?( one| question)?[.,!]*$"
    r"|\b(talk|speak|chat)(ing)? about (something|anything) (else|different)\b|\b(change|drop|leave) the (subject|topic)\b"
)
_UNSURE = re.compile(
    # "What kind of mother" doubts nothing.
    r"\b(sometimes|(?<!what )(?<!which )(?<!any )(?<!some )(?<!same )(?<!this )(?<!the )(?<!another )"
    r"(kind|sort) ?of|kinda|sorta|not sure|unsure|i suppose|possibly|probably|a (bit|little)|i think so|might be|could be"
    r"|now and then|on and off|once in a while|at times|some ?days|not really|not exactly|no idea|no clue|idk|dunno|depends|hard to say"
    r"|i (don'?t|do not) (really )?know)\b"
    r"|\b(maybe|perhaps|i guess)\b(?! (i|we|you|it) (should|could|can|need|will|'ll|might)\b)(?! (i'll|we'll|try|later)\b)"
    # "Not tonight" leaves every other night.
    r"|\bnot (yet|tonight|today|now|right now|at the moment|this (week|second|minute))\b"
)
_NO = re.compile(
    r"^((well|um+|oh|god|hell|whoa|woah|wait|what|wtf|omg|jesus|christ|hey|huh|lol|haha|ach|ah|actually"
    r"|honestly|like|sorry|nothing)[.!]* )*("
    r"no\b(?! (one|body|point|reason|hope|future|more|longer|use|matter|idea|clue|way (out|forward|back|to|through)|end)\b)"
    r"|nope\b|nah\b|naw\b|na$|not at all\b|not me\b|nothing like that\b|(definitely|absolutely|of course|certainly) not\b"
    r"|never( ever| once| thought\b.*| have\b.*| would\b.*| had\b.*)?[.!]*$|none( at all| really)?[.!]*$"
    r"|i (don'?t|do not)( think so| have (any|a plan|one|plans|thoughts)\b.*| want to (die|kill"
    r"|hurt)\b.*| think (about|of) (it|that|suicide"
    r"|dying|killing)\b.*| plan\b.*)?[.!]*$"
    r"|i('ve| have)( not| never| no)( plans?\b.*| thoughts?\b.*| intentions?\b.*| such\b.*| any\b.*"
    r"| had\b.*| considered\b.*| thought\b.*)?[.!]*$"
    r"|i haven'?t[.!]*$"
    r"|(i'm|i am) not[.!]*$"
    r"|not (suicidal|thinking|planning|like that|in that way)\b|not that[.! ]*($|(just|only|more|i'?m|it'?s|i mean)\b)"
    r")"
)
_NO_ANYWHERE = re.compile(
    r"\b(i'm|i am) (not (suicidal|thinking (of|about) (it|that|suicide|killing|dying)|planning"
    r"|going to (do (it|that|anything)|kill|hurt|act))"
    r"|(quite |totally |perfectly |really )?(safe|okay|ok|fine))\b(?! (with|if|when|about|dying|either))"
    r"|\bnot suicidal\b|\bno (plan|plans|thoughts)\b(?! yet)"
    r"|\b(would never|i'd never|wouldn'?t)( ever)?( do (it|that|this|anything|something)\b.*| hurt\b.*| kill\b.*| act\b.*"
    r"| go that far)?[.!]*$"
)
_YES_WORD = r"yes|yess|yeah|yeh|yh|yep|yup|ya|ye|yea|yuh|yas|aye|si|sí|uh ?huh|mhm|mm ?hm+"
_OFTEN = r"always|often|all the time|every ?(day|night)|constantly|a lot|most (days|nights)|daily|nonstop"
_YES = re.compile(
    rf"^(honestly |well |um+ |i mean )*({_YES_WORD})\b"
    rf"|^(it'?s |pretty much |almost |nearly |honestly )*({_OFTEN})( now| lately| really)?[.!]*$"
    r"|^(honestly )?(i (do|am|have|did|have been|think i (do|am))|i'?ve been)( (it|that|about|of|so|honestly|often|a lot|lately|now|tonight"
    r"|every (day|night)|all the time|still|too|think(ing)?|thought|yes))*[.!]*$"
    r"|^(that'?s )?(correct|true|right|of course|definitely|absolutely|for sure)[.!]*$"
)
_YES_ANYWHERE = re.compile(
    r"\b(yes|yeah|yep|yup|i have been thinking|i do think|(think|thinking|thought) (about|of) (it|that|suicide|dying|killing|death)"
    rf"( (pretty much|almost|nearly))? ({_OFTEN})"
    # A wish to be dead, however politely put.
    r"|rather (not (be|wake|exist|live|go on)|be (dead|gone)|die)|(want|like|ready) to (pass away|die)"
    r"|unsafe|(not|\w+n't|aint|arent) (be |feel )?safe)\b"
)
_DENIED_WISH = re.compile(r"\b(don'?t|do not|never|not) (really |actually )?(want|like|ready|think|thinking|thought)\b")
_TURN = re.compile(
    r"\b(but|except|yet|although|though)\b(?! (thanks?( you)?|ty|thx|cheers|ta|i appreciate|(good|kind|nice) of you"
    r"|it'?s (nice|kind|good)"
    r"|bless you)\b)"
)
_GIVEN_UP = re.compile(
    r"\b(done|had enough|can'?t (do|take|go|keep|stand)|(okay|ok|fine) with|what'?s the point|give up|given up|don'?t see (a|any|another)"
    r"|(not|\w+n't|aint|arent) (okay|ok|alright|(be |feel )?safe|going to (be|make)))\b"
)
"""Words after which a no is no longer clear."""

_OVER = re.compile(r"\b(it'?s|that'?s|it is|that is|it was|this is) ((all|long|well|quite|now|been) )*(over|past|ended|behind (me|us))\b")


def says_it_is_over(text: str) -> bool:
    """Whether a text says that something is over, whatever yes stands beside it."""
    return bool(_OVER.search(plain(text)))


def turns(text: str) -> bool:
    """Whether a text goes on after what it says first ("no, but …"), or sounds given up: then no no in it is clear."""
    words = plain(text)
    return bool(_TURN.search(words) or _GIVEN_UP.search(words))


def read_reply(text: str) -> Optional[Reply]:
    """What a free text answers to "are you having thoughts of …": yes, no, unsure, unsaid, or None if it answers nothing."""
    letter = _LETTERS.get(text.strip().lower().rstrip(".!"))
    if letter:
        return letter
    words = plain(text).replace(",", "").replace("?", "")
    said_yes = bool(_YES.search(words))
    if _UNSAID.search(words) and not said_yes:
        return "unsaid"
    wish = _YES_ANYWHERE.search(words)
    if wish and not _DENIED_WISH.search(words) and not _UNSURE.search(words):
        return "yes"
    denied = _NO.search(words) or _NO_ANYWHERE.search(words)
    if _UNSURE.search(words):
        return "yes" if said_yes else "unsure"
    if denied:
        return "unsure" if _TURN.search(words) or _GIVEN_UP.search(words) else "no"
    return "yes" if said_yes else None
