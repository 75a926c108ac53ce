"""Whether someone names a person who could hear of it: "my school has a counsellor", "maybe my aunt"."""

from __future__ import annotations

import re

from thaw.in_order import in_order

_WHO = (
    r"(?:counsell?ors?|therapist|psychologist|teachers?|tutor|coach|nurse|doctor|gp|social worker|youth worker|chaplain"
    r"|pastor|imam|rabbi|priest"
    r"|mum|mom|mam|mother|dad|father|step-?(?:mum|mom|dad)|parents?|aunt(?:ie|y)?|uncle|gran(?:ny|dma|dad|dpa|ma)?|nan|grandparents?"
    r"|sister|brother|cousin|godmother|godfather|head of year|form tutor|neighbou?r)"
)
_WITHIN_REACH = re.compile(
    r"\b(?:has|have|'ve|got|there'?s|there is|could|can|might|maybe|perhaps|would|i'?ll|will|like|trust"
    r"|talk to|tell|ask|try|know)\b"
)
"""What stands somewhere before the one who could hear of it."""
_SOMEONE = re.compile(rf"\b{_WHO}\b")
_HOW_THEY_ARE = re.compile(r"\b(?:is (?:nice|kind|ok|okay|good|cool|alright)|listens?|would|might|could|maybe|knows?)\b")
"""What stands somewhere behind them."""
_NAMED = re.compile(
    rf"^(?:(?:ok|okay|um+|well|maybe|perhaps|i guess|probably|my|the|a|our|school|favou?rite|old|family) )*"
    rf"{_WHO}(?: (?:maybe|i guess|then|probably))*$"
)
_NOT = re.compile(
    r"\b(?:no|not|never|nobody|without|hate\w*|scared|afraid|worse|but|wants?|need|says?|said|hits?|hurts?|find|get me)\b|n't\b|\?"
    r"|\b(?:ca|do|wo|did|does|is|have|has|could|would|should)nt\b"
)
"""What makes it something else: a no, a fear, what they said, or a request."""
_ASKS = re.compile(
    r"^(?:(?:ok|okay|so|but|and|then|well|um+) )*(?:can|could|will|would|do|does|is|are|should|may|how|what|who|where)"
    r" (?:i|you|u|we|they|there|it)\b"
)


def names_a_helper(text: str) -> bool:
    """Whether a text names someone to turn to, and neither asks for one nor turns away from them."""
    plain = re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip(" .!,")
    if text.startswith("/") or _NOT.search(plain) or _ASKS.match(plain):
        return False
    return in_order(plain, _WITHIN_REACH, _SOMEONE) or in_order(plain, _SOMEONE, _HOW_THEY_ARE) or bool(_NAMED.match(plain))
