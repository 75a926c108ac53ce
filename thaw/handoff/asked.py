"""What is asked about the hand-off itself: what is sent and to whom, whether it has gone, what only a clinician knows. By rules alone."""

from __future__ import annotations

import re

from thaw.handoff.upfront import PLAN

_ABOUT_SENDING = re.compile(
    r"^(?:(?:but|and|so|wait|ok|okay|hm+|sorry)[ ,]+)*(?:"
    r"(?:who|whom)(?: else)?(?: is| are| will| can| does)?(?: going to)?"
    r" (?:get|gets|getting|see|sees|receives?|this|it|that|ha(?:s|ve)(?= (?:this|it|that|the list|the summary|my answers)))\b"
    r"(?!.*\bchat\b).*"
    r"|what(?: exactly| all)? (?:(?:gets|is|are|will be|would be|goes|do you|do they|will you|are you|you)(?: going to)?(?: be)?"
    r" (?:sent|send|sending|shared?|sharing|pass(?:ed|ing)? on)\b|goes (?:out|along|to them)\b).*"
    r"|where (?:does|do|will|is|are) (?:this|it|that|these|they|my answers|the list|the summary)\b.*\b(?:go|going|end up|sent|land)\b.*"
    r"|what (?:happens|will happen|do they do|will they do|is going to happen)"
    r"(?: (?:if|when|after|once|with|to|then|next)\b(?!.*\b(?:chat|therapy|matching|data)\b).*)?"
    r"|(?:can|could|may|will) i (?:still |always |also |then )*(?:(?:take|get|pull) (?:it|this|that|them) back|undo|withdraw|revoke|cancel"
    r"|change (?:it|this|that|my mind|things|something)|(?:delete|remove|erase) (?:it|this|that)(?= (?:later|after\w*|again|then)))\b.*"
    r"|how long (?:is|are|do|will|does) (?:it|this|they|these|my answers|the list)\b.*\b(?:keep|kept|stay|stored|have|hold|there)\b.*"
    r")$"
)
"""A question about the summary itself, and not about the chat or matching in general."""
_HAS_GONE = re.compile(
    r"^(?:(?:but|and|so|wait|ok|okay|hm+|sorry|hey)[ ,]+)*(?:(?:did|has|have|is|was|are|do|does)(?:n'?t)? (?:you|u|it|that|this|they"
    r"|everything"
    r"|the (?:list|summary)|my (?:list|summary|answers|stuff))"
    r"(?: (?:just|already|actually|even|now|really|all|been|get|got))*"
    r" (?:sen[dt]|go|gone|go (?:through|out|off)|gone (?:through|out|off)|through|arrived?|received?|get (?:it|that|this|sent)"
    r"|got (?:it|that|this)"
    r"|went|worked|submitted|done|have (?:it|my \w+))"
    r"|(?:it|that|this) (?:went|got|has gone) (?:through|out|off|sent))"
    r"(?: (?:it|that|this|already|yet|now|ok|okay|through|off|out|to them|anything|my (?:answers|list|summary|stuff)))*$"
)
"""Asking whether the summary has gone."""
_OF_A_CLINICIAN = re.compile(
    rf"^(?=.*\b(?:zoom|video|online|in person|phone|insur\w+|{PLAN}|sliding"
    r"|speaks?|evenings?|weekends?|couples|prescri\w+|openings?|waiting list)\b)"
    r"(?:(?:but|and|so|wait|ok|okay|hm+|sorry|also|just wondering|question)[ ,]+)*"
    r"(?:(?:do|does|can|could|will|would|are|is)(?:n'?t)? (?:they|you guys|you|u|she|he|it|any of them|any of you|one|someone"
    r"|the (?:therapists?|clinicians?"
    r"|people|sessions?)|(?:a |your |these )?(?:therapists?|clinicians?))(?: (?:all|also|even|ever|usually|actually|only|be|do (?:it"
    r"|this|that)?|done|held))*"
    r" (?:take|takes|accept|cover|covered|speak|speaks|offer|see|meet|do|over|on|by|via|through|in|online|available|work|have|charge"
    r"|prescribe)\b.*"
    r"|(?:is|are) (?:it|this|that|they|sessions?) (?:over|on|by|via|through|in|online|free|covered)\b.*"
    r")$"
)
"""Asking what only a clinician or the matching knows: what they take, speak and offer."""


def asks_what_is_sent(plain: str) -> bool:
    """Whether a text asks who gets the summary, what a yes does, or whether it can be undone."""
    return any(_ABOUT_SENDING.search(clause) for clause in (plain, *re.split(r"\s*[,.;!]+\s*", plain)[1:]))


def asks_whether_it_went(plain: str) -> bool:
    """Whether a text asks if the summary has gone."""
    return bool(_HAS_GONE.match(plain.rstrip("? ")))


def asks_of_a_clinician(plain: str) -> bool:
    """Whether a text asks what only a clinician or the matching knows."""
    return bool(_OF_A_CLINICIAN.match(plain))
