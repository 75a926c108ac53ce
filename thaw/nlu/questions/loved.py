"""What is asked about the people one loves: what to say to them, and whether it means that one doesn't love them."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, LEAD, Asked, Talk

_OTHERS = (
    r"(?:mum|mom|mam|mother|dad|father|parents|folks|family|sister|brother|sis|bro|siblings|son|daughter|kids|children|friends?|best friend"
    r"|mates?|nan|gran|grandma|cousins?|flatmates?|roommates?|people|everyone|them)"
)
_TO_THEM = re.compile(
    LEAD + r"(?:(?:i (?:dont|do not) know|no idea|any idea) )?(?:(?:what|how) (?:do|should|could|can|would|shall) i|what to|how to)"
    r" (?:even |best |ever )?(?:tell|say|text|write|explain|put|bring)(?: (?:this|it|that|all this|anything|up|to|with|about))*"
    rf" (?:(?:my|the|our) )?{_OTHERS}(?: (?:about|why|when|that|how)\b.*)?" + END
)
"""Asking what to say to somebody of the family or to friends; a partner has words of their own."""
_LOVE = re.compile(
    LEAD + r"(?:(?:does|do|would) (?:it|that|this) (?:even |all )?mean (?:that )?)?(?:(?:do|dont) i|i|am i)(?: (?:even|just|really|still))*"
    r" (?:(?:dont|do not|cant|not|never) )*(?:love|loving|bonded with|able to love)(?: (?:my|our|the))?"
    r" (?:him|her|them|it|baby|son|daughter|little one|own (?:baby|child|son|daughter))" + END
)
_ASKS_IT = re.compile(LEAD + r"(?:does|do|would|dont|am)\b")


def of_loved_ones(talk: Talk) -> Optional[Asked]:
    """What to say to family or friends; and, once numbness after a birth was told, whether it is no love."""
    if _LOVE.match(talk.plain) and _ASKS_IT.match(talk.plain) and talk.was_said("utter_numb_after_birth"):
        return Asked("numb_after_birth", "utter_numb_after_birth_love")
    if not _TO_THEM.match(talk.plain) or talk.was_said("utter_worried_about_someone", "utter_crisis_third_party", "utter_third_party_"):
        return None
    return Asked("ask_relationship_impact", "utter_what_to_tell_them")
