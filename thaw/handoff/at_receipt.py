"""What a typed text means beside the receipt. Only a plain yes consents; a doubt or a condition never does."""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.asked import asks_what_is_sent, asks_whether_it_went
from thaw.handoff.commands import TIME, answers_anew, asks_for_the_list, leaves, wants_the_link
from thaw.handoff.corrections import led, marked, spoken_of
from thaw.handoff.form import AGAIN, ALSO
from thaw.handoff.meaning import (
    ASKS,
    AT_FIRST,
    BEFORE_A_QUESTION,
    LINE,
    NEED_NOT,
    NO_NAME,
    ONCE_MORE,
    SHORT,
    TO,
    UNSENT,
    WAIT,
    WHY_A_YES,
    Listening,
    Reading,
    simply,
)
from thaw.handoff.removal import A_LINE, removal
from thaw.handoff.several import answered
from thaw.handoff.upfront import is_a_place
from thaw.handoff.words import CERTAIN, POOR_ENGLISH, about, kept, named

_CONSENTS = re.compile(
    r"(?:please )?(?:(?:yes+|yeah|yep|yup|y|sure|absolutely|definitely)"
    r"(?:(?: please)? (?:i agree|i do|go ahead|do it|send(?: (?:it|this|that))?))?"
    r"|i agree|agreed|(?:ok(?:ay)? )?(?:go ahead|do it|go on and (?:do|send) it|send(?: (?:it|this|that))?))(?: (?:please|thanks|thank you"
    r"|now))?"
)
_HALF_YES = re.compile(
    r"^(?:yes+|yeah|yep|yup|sure|ok|okay|k|fine|all ?right|go ahead|send (?:it|this|that)|i (?:agree|guess|suppose)|maybe|perhaps)\b"
)
_WISHES = re.compile(r"^(?:(?:ok|okay)[ ,]+)?(?:yes+|yeah|yep|yup|sure|go ahead|(?:please )?send|i agree)\b")
"""How a goodbye begins that may believe it is sent now: the receipt, which waits for a plain yes, says that it is not."""
_CHANGES = re.compile(
    rf"{AT_FIRST}(?:(?:i )?(?:want|need|would like|'?d like) to |let me |can i |could i )?(?:change|fix|edit|correct|rephrase|redo|reword)"
    rf" (?P<line>{A_LINE}.*)$"
)
_WRONG = re.compile(
    rf"{AT_FIRST}(?P<line>(?:(?:the|that|this|my) )*\w.*?)"
    r" (?:(?:is|was|are)(?: quite| all)? (?:wrong|incorrect|not right|not true|off)|(?:isn'?t|is not)(?: quite| all)? (?:right|true))"
    r"(?:\W+(?:i (?:said|meant|wrote)|it (?:should|must) (?:be|say)|it'?s|make it|should be|that)?\s*(?P<words>.+))?$"
)
"""A line that is said to be wrong, and what it should be."""
_NOT_YET = re.compile(
    rf"{AT_FIRST}(?:(?:in|after) (?:(?:a|an|the|some|few|couple|of) )*(?:days?|weeks?|months?|while|bit)\b"
    r"|not (?:yet|now|today)\b|later\b|(?:some|an)other time|tomorrow\b|next (?:week|month|year)\b)"
)
_DOUBTS = re.compile(
    r"\b(?:not sure|unsure|not certain|not ready|not yet|not now|do ?n[o']?t know|do not know|hesita\w+|think about|think it over"
    r"|have to think|sleep on it|another time)\b"
    r"|(?:\bnot|n't|\bdont|\bnever|\bcannot|\bcant)\b"
    r".*\b(?:send|sent|share|shared|agree|want|like this|comfortable|go (?:out|along|there))\b"
)


_ON_A_CONDITION = re.compile(r"\b(?:but|only|except|unless|if|as long as|provided|just the)\b")
"""What makes a half yes one that leaves something out: what, is asked, and not passed over."""
_APPROVES = re.compile(
    r"^(?!(?:thanks|ok thanks|now|go)\W*$)(?:(?:yes|yeah|ok|okay|all|it|that|this|everything|that'?s|it'?s|looks?|sounds?"
    r"|is|are|good|right|correct|fine|perfect|great|true|exactly|y|go|👍|seems|now|thanks)[ ,.!]*)+$"
)
"""Approval of the list, which is no yes to sending it."""
_REPLACES = re.compile(
    rf"{AT_FIRST}(?:(?:i )?(?:want|need|would like|'?d like) to |let me |can i |could i |can we )?(?:change|replace|swap|switch|make)"
    r" (?:the |my |that |this )?(?P<old>(?!(?:it|that|this) (?:to|with)\b).+?) (?:to|with|for|by|into) (?P<new>.+)$"
)
"""One thing of the list that is to be another."""
_SOMEWHERE_ELSE = re.compile(
    r"^(?:(?P<led>no|sorry|actually|wait|oh)[ ,]+)*(?:(?:it'?s|i'?m|make it|rather)[ ,]+)*(?:in|near)"
    r" (?P<place>[a-z][a-z' -]{2,30}?)(?P<late>(?:[ ,]+(?:actually|instead|now|sorry))*)$"
)
"""Another place, said as a correction."""
_NOT_BUT = re.compile(
    rf"{AT_FIRST}(?:(?:it'?s|its|it is|that'?s|i(?:'?m| am)) )?not (?:about |in |for )?(?P<old>(?!sure|send|now|yet|ready|going"
    rf"|that|this|right)"
    r"[\w' -]{2,30}?)(?:[,.;]+ ?(?:but |rather )?(?:(?:it'?s|its|it is|that'?s|i(?:'?m| am)|more) )?| (?:but|it'?s|its"
    r"|rather) (?:it'?s |its )?)"
    r"(?P<new>(?!not|no\b|do|don|just|i\b|thanks|please|can|send)[\w' -]{2,40}?)(?:[ ,]+(?:actually|instead|really|sorry|please|now))*$"
)
"""What a line has wrong, and what is right."""
_TOO = re.compile(
    rf"{AT_FIRST}(?:(?:it'?s|its|it is|and|also|i) (?P<too>[\w' ,-]{{2,60}}?),? (?:too|as well|also)|(?:can you |could you |please )?add"
    r"(?: in)?(?: that)?[ :,-]+(?P<more>.{2,80}?)|(?P<that>[\w' ,-]{2,60}?),? (?:(?:can|could) you )?(?:please )?add (?:that|this"
    r"|it)(?: too"
    r"| as well| please)*)$"
)
"""What is to be added."""
_DO_IT = re.compile(r"\b(?:do it|go ahead)\b|^(?:(?:ok|okay|please|yes) )*(?:y|send)$")
_BARE_YES = re.compile(r"(?:(?:please|yes+|y|yeah|yep|yup|sure|absolutely|definitely|thanks|thank you|now|do it|go ahead|ok|okay)[ ,]*)+")
"""A yes that doesn't say what it is to."""
_AND_ALSO = re.compile(
    r"^(?:(?:yes+|yeah|yep|yup|sure|ok|okay|fine|please|send (?:it|this|that)|looks? good|all right|alright)[ ,.]+)+"
    r"(?:(?:and|but|also|only|just|plus|please|then|can you|could you|would you|make (?:it|that)|make sure (?:it'?s|that it'?s|i get"
    r"|to add)"
    r"|add(?: that)?|i(?:'?d| would)? (?:like|want|need|prefer)|it should be|it has to be|with)[ ,]+)+(?P<more>.+)$"
)
"""A yes that goes on to add something: "yes, and make it a woman"."""
_LINE_IS = re.compile(
    rf"{AT_FIRST}(?:(?:correct|change|fix|edit|set|make|replace) )?(?P<line>(?:the )?(?:(?:line|number|no\.?) ?|#)(?:\d|one|two|three|four)"
    r"|(?:the )?(?:first|second|third|fourth|last|bottom|1st|2nd|3rd|4th) line)(?: *[:=] *| (?:to|into|should (?:be|say|read)"
    r"|as) )(?P<words>.+)$",
    re.IGNORECASE,
)
"""A line by its number, and what it is to hold: "line 2: since spring"."""
_THINKS = re.compile(
    rf"{AT_FIRST}(?:(?:can|could|may) i (?:just |please )?(?:have (?:a )?(?:moment|minute|bit|time|second)|think|read (?:it|this|that))"
    r"|i(?:'?ll| will|'?d like to| want to| need to| have to)? (?:read (?:it|this|that)|look (?:it|this) over) (?:first|again))\b.{0,30}$"
)
"""A wish to think or to read before anything goes."""
_WHY_A_YES = re.compile(
    rf"{BEFORE_A_QUESTION}(?:why (?:do|must|should|would) (?:i|you|u|it) (?:have to |need to |must |even |always |need |want "
    rf"|ask (?:for )?)*"
    r"(?:say (?:yes|so)|agree|consent|confirm|(?:my |a |another )?(?:permission|consent|yes|agreement|ok|okay)"
    r"|give (?:you )?(?:my )?(?:permission|consent)|ask (?:me )?(?:again|first))\b.{0,30}"
    r"|why (?:is|are) (?:my |a )?(?:consent|permission|yes) (?:needed|required|necessary))\W*$"
)
"""Asking what the yes is for."""
_MUST_IT = re.compile(
    r"^(?:(?:but|and|so|wait|ok|okay|hm+|sorry)[ ,]+)*(?:(?:do|must|should) (?:i|we)(?: really| even| actually)?(?: (?:have|need"
    r"|got))?(?: to)?"
    r" (?:send|agree|share|say yes|do (?:it|this|that)|submit)\b.*"
    r"|(?:is|are) (?:it|this|that|sending(?: it)?|the (?:list|summary)|any of (?:it|this)) (?:required|mandatory|obligatory|necessary"
    r"|needed|optional)"
    r"|(?:what if|can) i (?:do ?n[o']?t|don'?t|rather not|not) (?:send|agree|want)\b.*|can i (?:not|skip) send(?:ing)?\b.*)\W*$"
)
"""Asking whether it must be sent."""
_MY_NAME = re.compile(
    r"^(?!.*\b(?:chat|you)\b)(?:(?:but|and|so|wait|ok|okay|hm+|sorry)[ ,]+)*(?:(?:can|could|will|would|do|does|is"
    r"|are) .*\b(?:my (?:\w+ )?name|who i am|it'?s me"
    r"|it is me|my (?:e-?mail|number|address)|identif\w+)\b.*|is (?:it|this|that) anonymous|am i anonymous)\W*$"
)
"""Asking whether they learn who it is."""
_SAID_PLAINLY = ("cost", "wish")
"""Fields besides the certain ones that a short text can be about beyond doubt: "it has to be cheap"."""


def is_plain_yes(text: str) -> bool:
    """Whether a text is a yes and nothing else: no doubt, no condition, no "ok" that may only mean that it was read."""
    return bool(_CONSENTS.fullmatch(re.sub(r"[^\w\s]", "", simply(text)).strip()))


def at_the_receipt(text: str, plain: str, intent: str, listening: Listening) -> Optional[Reading]:
    """What a text means beside a receipt. Only a plain yes consents (`thaw/nlu/context.py`); here everything else is read."""
    taken_out = removal(plain, at_receipt=True)
    if taken_out:
        return taken_out
    edit = (
        _by_its_number(text)
        or _yes_and_more(plain)
        or _replaced(plain)
        or _not_but(plain)
        or _added(plain)
        or answers_anew(plain, listening)
        or _edited(plain)
    )
    if edit:
        return edit
    if intent == "stop":
        return None
    if asks_whether_it_went(plain):
        return Reading("answer_hand_off", "signs", UNSENT)
    if _WHY_A_YES.match(plain):
        return Reading("answer_hand_off", "signs", WHY_A_YES)
    if _THINKS.match(plain):
        return Reading("answer_hand_off", "signs", WAIT)
    if asks_for_the_list(plain):
        return Reading("finish_hand_off")
    if wants_the_link(plain):
        return Reading("plain_link")
    if _MUST_IT.match(plain):
        return Reading("answer_hand_off", "signs", NEED_NOT)
    if _MY_NAME.match(plain):
        return Reading("answer_hand_off", "signs", NO_NAME)
    if asks_what_is_sent(plain):
        return Reading("ask_what_is_sent")
    if intent == "delete_my_chat":
        return None
    named_line = None if plain.endswith("?") else led(text)
    if named_line:
        return named_line
    # "Ok do it" begins as a question does.
    if (ASKS.match(plain) and not is_plain_yes(text)) or plain.endswith("?") or POOR_ENGLISH.search(plain):
        return None
    elsewhere = _SOMEWHERE_ELSE.match(plain)
    if elsewhere and (elsewhere["led"] or elsewhere["late"]) and is_a_place(elsewhere["place"]):
        return Reading("answer_hand_off", "place", kept(elsewhere["place"]))
    mark = marked(text)
    if TIME.match(plain) or _NOT_YET.match(plain) or (_DOUBTS.search(plain) and not (mark and mark.meant)):
        return Reading("decline_hand_off")
    if leaves(text, intent) and not _WISHES.match(plain):
        return None
    if mark:
        field = spoken_of(mark.rest)
        if field:
            return Reading("answer_hand_off", field, kept(mark.rest))
        # Of a line that cannot be told: which one is asked. "No, thanks" corrects nothing.
        return Reading("answer_hand_off") if mark.meant or mark.back else None
    field = about(text)
    if field in CERTAIN and len(plain.split()) <= SHORT:
        return Reading("answer_hand_off", field, kept(text))
    field = answered(text)
    if field in _SAID_PLAINLY:
        return Reading("answer_hand_off", field, kept(text))
    if is_plain_yes(text):
        if listening.detour and _BARE_YES.fullmatch(plain):
            return Reading("answer_hand_off", "signs", ONCE_MORE)
        return Reading("affirm") if _DO_IT.search(plain) else None
    if _HALF_YES.match(plain) and _ON_A_CONDITION.search(plain):
        return Reading("answer_hand_off")
    if _HALF_YES.match(plain) or _APPROVES.match(plain):
        # No consent yet: it is said how one is given, and the receipt is shown again.
        return Reading("answer_hand_off", "signs", UNSENT)
    return None


def _by_its_number(text: str) -> Optional[Reading]:
    """A line by its number, with the words that it is to hold."""
    match = _LINE_IS.match(text.strip())
    return Reading("answer_hand_off", None, f"{LINE}{match['line']}{TO}{kept(match['words'])}") if match and kept(match["words"]) else None


def _yes_and_more(plain: str) -> Optional[Reading]:
    """What a yes goes on to add or change. It is no yes to the list as it stands."""
    match = _AND_ALSO.match(plain)
    if match is None or len(match["more"].split()) > SHORT:
        return None
    field = answered(match["more"]) or spoken_of(match["more"])
    adds = ALSO if field not in CERTAIN else ""
    return Reading("answer_hand_off", field, adds + kept(match["more"])) if field else None


def _replaced(plain: str) -> Optional[Reading]:
    """One thing of the list in the place of another: "change online to in person"."""
    match = _REPLACES.match(plain)
    if not match or re.fullmatch(A_LINE + ".*", match["old"]):
        return None
    field = named(match["old"]) or about(match["old"], certain=False)
    return Reading("answer_hand_off", field, kept(match["new"])) if field else Reading("answer_hand_off", None, LINE + match["old"])


def _not_but(plain: str) -> Optional[Reading]:
    """One thing of the list that isn't so, and what is: "it's not my marriage, it's my job"."""
    match = _NOT_BUT.match(plain)
    new = kept(match["new"]) if match else ""
    if match is None or not new or len(match["new"].split()) > SHORT:
        return None
    field = about(match["old"], certain=False) or named(match["old"])
    return Reading("answer_hand_off", field, new) if field else Reading("answer_hand_off", None, LINE + match["old"] + TO + new)


def _added(plain: str) -> Optional[Reading]:
    """What is to stand on the list too: "its my job too", "add: money is tight"."""
    match = _TOO.match(plain)
    more = kept((match["too"] or match["more"] or match["that"]).strip(" ,.")) if match else ""
    field = (answered(more) or spoken_of(more)) if more else None
    return Reading("answer_hand_off", field, ALSO + more) if field else None


def _edited(plain: str) -> Optional[Reading]:
    """A wish to change a line, or what is wrong with one; which line it is, the receipt's own lines tell."""
    change = _CHANGES.match(plain)
    if change:
        return Reading("answer_hand_off", None, LINE + change["line"])
    wrong = _WRONG.match(plain)
    field = named(wrong["line"]) if wrong else None
    if wrong is None or (field is None and not re.match(A_LINE, wrong["line"])):
        return None
    if field is None:
        new = kept(wrong["words"] or "")
        return Reading("answer_hand_off", None, LINE + wrong["line"] + (TO + new if new else ""))
    return Reading("answer_hand_off", field, kept(wrong["words"]) if wrong["words"] else AGAIN)
