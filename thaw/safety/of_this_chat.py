"""What somebody asks of this chat itself while a call is urged: to stay, to be typed to, what it does now. By rules alone.

Who asks it may hope that somebody is on the way. What the program can and can't do is said plainly, with the number that can send someone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain

_AT_MOST = 14
_LEAD = r"^(?:(?:ok|okay|please|but|and|so|no|well|just|can't|i|then|maybe|yes),? )*"
_STAYS = re.compile(
    rf"{_LEAD}(?:(?:can|could|will|would|won't|please) )?(?:(?:you|u) )?(?:(?:please|just|at least) )*"
    r"(?:stay|sit|be here|talk|keep (?:talking|writing|typing)|keep me company) (?:here )?(?:with|to) me"
    r"(?: (?:a bit|a while|for a (?:bit|while|moment)|tonight|please|instead|until \w+|here|then|now|longer|a little))*\W*$"
    rf"|{_LEAD}(?:please )?(?:don't|do not|dont) (?:leave|go|go away|leave me|stop (?:talking|writing|answering))"
    r"(?: (?:me|alone|now|yet|please))*\W*$"
    rf"|{_LEAD}(?:are |r )?(?:you|u) (?:still )?(?:there|here|staying|going to stay|leaving)(?: (?:still|with me|for me))*\W*$"
    rf"|{_LEAD}(?:i )?(?:(?:would|'d|will|'ll) )?(?:(?:much|want to|wanna|would|could i|can i|may i|i'd|i'll|let me|rather|only|prefer to"
    r"|just) )+"
    r"(?:stay|type|typing|write|writing|talk|keep (?:typing|writing|talking)|chat)"
    r"(?: and (?:type|write|talk|chat))?(?: (?:here|to you|with you|to u|with u|in here|on here))+"
    r"(?: and (?:type|write|talk|chat))?(?: (?:instead|please|a bit|for a (?:bit|while)|tonight|then))*\W*$"
)
_WHAT_NOW = re.compile(
    rf"{_LEAD}what(?:'s| is| will| are| do| does)? (?:(?:happens?|happening|going to happen|gonna happen|happen)(?: to me| here)?"
    r"|(?:you|u|this chat|the chat|it) (?:going to |gonna |doing )?(?:do|doing)?)(?: (?:now|next|then|about it|about me"
    r"|with (?:this|that)))*\W*$"
    rf"|{_LEAD}(?:are|have|did|will|do|would|can|could) (?:you|u|they)(?: (?:going to|gonna|already|just|now|even|please))*"
    r" (?:send|sending|sent|call|calling|called|ring|phone|alert\w*|report\w*|tell|told|come|coming|get|trace|track|know where)"
    r"(?: (?:someone|somebody|anyone|the police|an ambulance|the ambulance|help|911|999|112|them|me|here|i am|to me|for me"
    r"|my (?:mum|mom|dad|parents|family|wife|husband)|on me|now))*\W*$"
    rf"|{_LEAD}is (?:someone|somebody|anyone|help|an ambulance|the police)(?: (?:now|really|already))? (?:coming|on (?:the"
    rf"|their) way|reading"
    r" this|watching)\b"
)


def asked_of_this_chat(text: str) -> Optional[str]:
    """The move that a text makes by what it asks of this chat, or None."""
    words = plain(text).replace(",", "")
    if len(words.split()) > _AT_MOST:
        return None
    if _STAYS.search(words):
        return "urged_stay"
    return "urged_what_now" if _WHAT_NOW.search(words) else None
