"""A line that is to be taken out, whether the receipt is shown or the questions still go on."""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.meaning import Reading
from thaw.handoff.words import named

_LED = (
    r"^(?:(?:yes|yeah|no|ok|okay|sure|fine|but|and|only|just|actually|wait|please|can you|could you|send (?:it|this|that|everything|all))"
    r"[ ,]+)*"
)
_TAKES_OUT = r"(?:remove|take out|take away|leave out|drop|delete|erase|cut(?: out)?|strike|scrap"
_REMOVAL = re.compile(
    _LED + _TAKES_OUT + r"|(?:do ?n[o']?t|do not) (?:send|include|mention|share|put in|say|tell (?:them|him|her|anyone)(?: about| that)?)"
    r"|i (?:do ?n[o']?t|do not) (?:want|wish|like) (?:you |them |anyone |it )?(?:to )?(?:be )?(?:sen[dt]|include[d]?|mention|share[d]?"
    r"|see|know|have|read)"
    r"|(?:leave|keep)(?=.* out\b)"
    r"|without|except(?: for)?|but not|not(?= (?:the|my|where|how|what)\b))\b(.*)$",
    re.IGNORECASE,
)
_BY_NAME = re.compile(_LED + _TAKES_OUT + r"|do ?n[o']?t (?:send|include)|do not (?:send|include))\b(.*)$", re.IGNORECASE)
"""The same while questions go on: there "not the whole day" or "without pushing" answers one."""
A_LINE = (
    r"(?:(?:the|that|this|my|whole|entire|first|second|third|fourth|1st|2nd|3rd|4th|last|bottom) )*"
    r"(?:line|part|bit|thing|sentence|words?|answer|stuff|one)\b"
)
_SHORTLY = re.compile(
    _LED + r"(?:remove|take out|delete|erase|strike|scrap)(?P<words> (?:the |my |that |this )(?!(?:whole |entire )?(?:chat|conversation"
    r"|history|messages?"
    r"|data|account|everything|all|talk)\b)[\w'-]+(?: [\w'-]+){0,2}?)(?: (?:again|please|from (?:it|there|the list)))*$"
)
"""A thing to be taken out, named in few words while the questions go on: the list tells which line holds it."""
_OF_A_LINE = re.compile(rf"(?<!\s)\s*{A_LINE}.*")
_NAMES_NOTHING = re.compile(
    r"(?:(?:the|my|whole|entire|full|chat|chats|conversation|history|messages?|talk|me|you|from here"
    r"|it|this|that|them|any|anything|all|everything|anyone|yet|now|today|tonight|please|just|ever|anymore|so|soon|later|off|out|at)\b"
    r"|[\s,.!])*"
)
_ALL = r"(?:it|this|that|everything|all|it all|all of (?:it|this|that)|the lot)"
_ALONE = re.compile(
    rf"(?:(?:please|ok|no|just|can you|could you) )*(?:(?:delete|remove|erase|clear|take out|leave out|scrap)(?: {_ALL})?"
    rf"|(?:take|leave) {_ALL} out)(?: please)?"
)
"""A wish to delete of which it cannot be told whether it means a line or the whole chat."""


def removal(plain: str, at_receipt: bool) -> Optional[Reading]:
    """What is to be taken out: a field that is named, or a line that the list itself tells; None if a text takes nothing out."""
    shortly = None if at_receipt else _SHORTLY.match(plain)
    if shortly:
        return Reading("remove_field", None, shortly["words"].strip())
    match = (_REMOVAL if at_receipt else _BY_NAME).match(plain)
    of_a_line = match is not None and bool(_OF_A_LINE.fullmatch(match.group(1)))
    field = named(match.group(1)) if match and (at_receipt or of_a_line) else None
    if field:
        return Reading("remove_field", field)
    if at_receipt and _ALONE.fullmatch(plain):
        return Reading("remove_field")
    # Beside a receipt what is to stay out is never passed over: the list itself tells which line it is, or it is asked.
    told = match is not None and (of_a_line or (at_receipt and not _NAMES_NOTHING.fullmatch(match.group(1))))
    return Reading("remove_field", None, match.group(1).strip()) if match and told else None
