"""A scrap as the first message ("ok", "so?", "?"), and that somebody finds themselves in what was written."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, Asked, Talk

_BEGUN = re.compile(
    r"^(?:(?:ok|okay|k|kk|cool|fine|sure|hm+|huh|so|and|well|right|alright|really|what|wat|wut|eh|um+|uh+|lol|haha+|lmao|test"
    r"|testing|oh|ah|nice|wow"
    r"|then|now what|so what|hm ok|just looking|just browsing|looking around|im bored|bored|whatever)(?: |$)){1,5}$"
)
_WORDLESS = re.compile(r"^(?:ug+h+|sigh+|meh+|argh+|ah+h|oof+|blah+|bleh+|pff+t?)(?: (?:ug+h+|sigh+|meh+|again|idk)){0,6}$")
_FACES = re.compile(r"^[\s:;=('’\-/\\|<>_.]{2,6}$")
_SAD_FACE = re.compile(r"[:;=]['’]?-?[(/\\|<]")
_IT = r"(?:this|it|that|all (?:of )?this|every word(?: of (?:it|this))?)"
_WOW = (
    r"(?:(?:wow|omg|oh my god|oh my|oh|holy (?:shit|crap)|shit|damn|jesus|god|yes|yep|yeah|ok|okay|lol|haha|hi|hey|wait|man|wtf"
    r"|literally|honestly) ){0,6}"
)
_SO = r"(?:(?:is|s|was|so|literally|exactly|totally|just|really|basically|pretty much|100|completely|all|kinda|kind of|so much) ){0,6}"
_IS_ME = re.compile(
    rf"^{_WOW}(?:(?:{_IT}|its|thats) {_SO}(?:me|my life|how i feel|how it feels|what i have|what i feel)"
    r"(?: (?:exactly|to a t|rn|right now|so much|every day|lol|wow|too|omg|totally|100|all over|100 percent|to the letter)){0,6}"
    rf"|(?:so )?(?:very |extremely |super )?relatable|i (?:can )?(?:so |totally |really )?relate(?: to (?:this|that|it))?"
    rf"|i feel (?:so )?seen|feeling seen"
    rf"|(?:this|that|it) (?:really |so |just )?(?:describes|is describing|hits|speaks to|sounds like|fits) (?:me|home"
    rf"|my life)(?: (?:exactly|perfectly|so well|to a t|hard)){{0,6}})$"
)


def only_begun(talk: Talk) -> Optional[Asked]:
    """A scrap before anything was said: nothing follows from it yet."""
    if any(not each.startswith(("utter_opening", "utter_doors")) for each in talk.last):
        return None
    if _WORDLESS.match(talk.plain) or (_FACES.match(talk.text) and _SAD_FACE.search(talk.text)):
        return Asked(CARRIER, "utter_wordless")
    is_mark = bool(talk.text.strip()) and set(talk.text.strip()) <= set("?.!… ")
    return Asked(CARRIER, "utter_only_begun") if is_mark or _BEGUN.match(talk.plain) else None


def finds_themselves(talk: Talk) -> Optional[Asked]:
    """That what was written is how it is for them: it was a hit, and no complaint."""
    is_asked = talk.text.rstrip().endswith("?")
    is_me = not is_asked and talk.plain != "its me" and _IS_ME.match(talk.plain)
    return (
        Asked(CARRIER, "utter_recognised") if is_me and not talk.was_last("utter_exercise_", "utter_check_", "utter_ask_check_") else None
    )
