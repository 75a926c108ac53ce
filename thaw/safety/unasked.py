"""A denial of thoughts of suicide that nobody asked for, or that answers the question before it comes. By rules alone."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain
from thaw.safety.plans import SHORT, names_means
from thaw.safety.reply import read_reply, turns
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR, Signal, by_rules
from thaw.safety.told import declines_the_topic, denies_thoughts, wants_an_end

BY_ITSELF = 5
"""Words up to which a denial that nobody asked for is all that a message says."""
_SAID_FIRST = re.compile(
    r"^(?:(?:no|hi|hey|hello|btw|and|but|ok|also) )*(?:i'm |i am )?not suicidal(?: (?:before (?:you|u) ask|btw|by the way|or anything"
    r"|though|tho|just so (?:you|u) know|fyi|lol|at all|myself))*\W*$"
)
"""A denial that nobody asked for, with nothing else in it."""
_BEFORE_ASKED = ("none", "denied", "rechecked", "resolved")
_I_AM = re.compile(r"\b(i'?m|i am|i don'?t|i do not|i have no)\b")
_ASKED = re.compile(
    r"\b(?:(?:before|if|in case|when|is this (?:\w+ )?where|are|will|do|would|should|i suppose|i guess|i bet) )?(?:you|they)"
    r"(?:'re|'ll|'d| are| will| would)?(?: (?:all|always|now|even|just|about to|going to|gonna|want to|have to|need to|supposed to|also))*"
    r" ask(?:ing)?(?: (?:me|everyone|people|us|again))* (?:if|whether|about)\b"
    r".*?(?=[?,;.!:]|\b(?:because|cos|cause|coz|since|but|and|then|well)\b|$)"
)
"""What the program is expected to ask, up to where something else begins."""
_LED = re.compile(r"^(?:[\W_]|\b(?:because|cos|cause|coz|since|and|then|well|so|the answer(?:'s| is)|it'?s|that'?s|a)\b)+")


def denies_unasked(text: str, signal: Signal, state: State) -> bool:
    """Whether a text denies thoughts of suicide in so many words before anyone asked, and only the classifier stumbles at it, unsure;
    or answers no to the question that it expects.
    """
    declined = (signal.level is None or signal.faint) and declines_the_topic(text)
    expected = signal.level != "urgent" and _denies_what_it_expects(text)
    if (declined or expected) and state.stage in _BEFORE_ASKED and not state.pending:
        return True
    if state.past_was_told and signal.level is None and read_reply(text) == "no":
        return True
    if (
        signal.evidence in ((), ("classifier",))
        and signal.level != "urgent"
        and _SAID_FIRST.match(plain(text).replace(",", ""))
        and not turns(text)
    ):
        return state.stage in ("none", "resolved") and not state.pending
    only_guessed = signal.guessed and signal.evidence == ("classifier",)
    if signal == CLEAR:
        # Said by itself it is heard; said beside something else, that is answered.
        only_guessed = len(text.split()) <= BY_ITSELF and "just" not in text.lower() and bool(_I_AM.search(plain(text)))
    return only_guessed and state.stage in ("none", "resolved") and not state.pending and denies_thoughts(text) and not turns(text)


def _denies_what_it_expects(text: str) -> bool:
    """Whether the words of danger are those of the question that a text expects, and all else that it says is a short no to it."""
    words = plain(text)
    asked = _ASKED.search(words)
    if asked is None or by_rules(asked.group()).level is None:
        return False
    before, after = words[: asked.start()], words[asked.end() :]
    answer = _LED.sub("", after) or before
    rest = f"{before} {after}"
    if len(answer.split()) > SHORT or (answer != before and len(before.split()) > BY_ITSELF):
        return False
    return read_reply(answer) == "no" and not (turns(rest) or names_means(rest) or wants_an_end(rest) or by_rules(rest).level)
