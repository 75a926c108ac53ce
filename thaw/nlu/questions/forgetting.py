"""Who forgets, or would like to forget. A wish to have the chat deleted names the chat, or what was written in it."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, Asked, Talk

_LED = GREETED + r"(?:(?:lately|recently|these days|i feel numb|and) ){0,4}"
_THINGS = (
    r"(?:everything|things|stuff|names?|words|appointments|birthdays|conversations|dates|faces|anything|what (?:i|people|they|we|day|they)"
    r"|whole|why i|where i|how to|half of|most (?:things|of)|basic|simple|the (?:simplest|smallest|whole|last (?:few|year|months)))"
)
_FORGETS = re.compile(
    _LED + r"(?:i(?:m| am|ve| have)?(?: (?:just|also|always|keep|kept|constantly|really|even|been|started|so|very|became|become|getting))*"
    r" (?:forgetful|forgetting(?! (?:him|her|them|you))|(?:forget|lose|cant remember|cannot remember|dont remember|never remember)"
    rf" {_THINGS})"
    r"|my (?:short term )?memory(?: (?:is|has|s|feels|has been|got|keeps|getting|seems))*"
    r" (?:gone|shot|terrible|bad|awful|worse|worst|failing|foggy|fog|blank|hopeless|trash|crap|shit|rubbish|useless|like a sieve)"
    r"|(?:memory|short term memory) (?:loss|problems?|issues|trouble|gaps|lapses))"
    r"(?! (?:i (?:said|wrote|told|asked|typed)|(?:from|of|about) last night))\b.{0,60}$"
)
_ABOUT_THE_CHAT = re.compile(
    r"\b(?:chats?|conversations?|messages?|data|history|records?|account|summary|list|i (?:said|wrote|told|typed|sent|asked|entered)"
    r"|you (?:know|kept|have|stored|saved)|(?:said|written|typed|wrote) here|talk|session|logs?|file|info\w*|answers)\b"
)
_WISH = (
    r"(?:(?:i|id|i would|ill)(?: (?:just|only|really|so|sometimes|often))* (?:want|wanna|wish|like|love|need|try|have|rather)"
    r"(?: (?:to|i could|i can|it were possible to|there was a way to|just|simply|so bad(?:ly)?))*|(?:how )?(?:can|could|do) (?:i|you)"
    r"(?: just)?|if only i could)"
)
_TO_FORGET = re.compile(
    rf"{_LED}{_WISH}(?: (?:just|simply|completely|finally))* (?:forget\b(?! to\b|(?: about)? (?:it|this|that)$).{{1,60}}"
    r"|(?:erase|wipe|delete|remove|clear|scrub|cut|get rid of|unsee|undo|block out)\b"
    r"(?=.{0,50}\b(?:memor(?:y|ies)|minds?|brain|head|past|life|childhood|him|her|ex|years?|months?|night|what happened|what (?:he|she"
    rf"|they) did)\b).{{1,70}}){END}"
)


def forgets(talk: Talk) -> Optional[Asked]:
    """That one forgets, or wishes to; None if it is the chat that is to be forgotten."""
    if _ABOUT_THE_CHAT.search(talk.plain):
        return None
    if _TO_FORGET.match(talk.plain):
        return Asked(CARRIER, "utter_wish_to_forget")
    return Asked(CARRIER, "utter_memory") if _FORGETS.match(talk.plain) else None
