"""Who looks at the chat by trade, and not for themselves."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, Asked, Talk

_TRADE = (
    r"(?:(?:psycho)?therapists?|psychologists?|psychiatrists?|counsell?ors?|clinicians?|social worker|nurse|doctor|gp|psychology student"
    r"|trainee|researcher|journalist|reviewer|tester|developer|designer)"
)
_BY_TRADE = re.compile(
    r"\b(?:(?:im|i am|as|being) (?:(?:just|actually|also|only) )*(?:an?|the|your) (?:(?:licensed|clinical|qualified|registered|family"
    rf"|school|mental health|trainee|retired) )*{_TRADE}|{_TRADE} (?:here|by trade))\b"
)
"""That the visitor is of a trade: who looks for a therapist is none."""
_FIRST = re.compile(
    rf"^(?:(?:hi|hey|hello|so|well|ok|yeah|tbh|honestly)\W+)*{_BY_TRADE.pattern}\W*(?:(?:myself|here|and|but|so|who|yet|also)\b\W*)*"
)
"""The same, with which a message begins that goes on about something else."""
_OF_THERAPY = re.compile(r"\b(?:psycho)?(?:therapists?|psychologists?|psychiatrists?|counsell?ors?|clinicians?)\b")
_LOOKS = re.compile(
    r"\b(?:checking|check|testing|test|(?:trying|try)(?= (?:out|this|it|the|you)\b)|reviewing|review|evaluating|evaluate"
    r"|assessing|exploring|browsing"
    r"|looking (?:around|at|into|over|through)|having a (?:look|go|nose|poke)(?: around| round)?|playing (?:with|around)|poking around"
    r"|seeing (?:what|how|if|whether)|curious (?:what|how|about|if)|wanted to see|want to see)\b"
)
_WORDS = """
i im am ive a an the and so but well hi hey hello ok just only here myself by trade as who being actually btw fyi lol this it that out you
your bot chat chatbot site page website thing tool app program product for my our me clients client patients patient before recommending
recommend i can could to see how works work what it does do if whether is any good on with today now one quickly bit around little thanks
really not user real
"""
_OF_A_VISIT = frozenset(_WORDS.split())
"""Words that tell nothing of how somebody is."""


def after_the_trade(text: str) -> Optional[str]:
    """What a message goes on with that begins with the visitor's trade: "I'm a therapist and I feel nothing". None if it doesn't."""
    words = re.sub(r"['’]", "", text.lower()).strip()
    begins = _FIRST.match(words)
    return words[begins.end() :] or None if begins else None


def looks_around(talk: Talk) -> Optional[Asked]:
    """That somebody of a trade looks at the chat, or only that they treat people: what it is, and no way to a therapist."""
    plain = talk.plain
    if not (_BY_TRADE.search(plain) and (_LOOKS.search(plain) or _OF_THERAPY.search(plain))):
        return None
    rest = _LOOKS.sub(" ", _BY_TRADE.sub(" ", plain)).split()
    return Asked(CARRIER, "utter_ask_capabilities") if all(word in _OF_A_VISIT for word in rest) else None
