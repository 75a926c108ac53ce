"""What a summary never carries, found in a visitor's words: ways to reach them, names, dates of birth, diagnoses.

Nothing is guessed by a model. In doubt more is found than less: the visitor reads that something is out, and sees what is left.
"""

from __future__ import annotations

import re
from typing import Iterator

from thaw.handoff.addresses import addresses
from thaw.handoff.names import names
from thaw.store import now

LEFT_OUT = "…"
"""Stands where something was."""
OF_AGE = 16
"""Years that a full date lies back from which on it may be one of birth."""

_CONTACT = re.compile(
    r"\S+@\S+\.\S+"
    r"|\b[\w.+-]+(?: ?(?:\(at\)|\[at\]) ?| at )[\w-]+(?:\.| ?(?:\(dot\)|\[dot\]) ?| dot )(?:com|org|net|edu|io|me|info|co|uk|de|ca|au)\b"
    r"|(?<!\w)@[\w.]{3,}|\b(?:https?://|www\.)\S+"
    r"|\b(?:insta(?:gram)?|snap(?:chat)?|telegram|discord|skype|signal|facebook|fb|tiktok|twitter|whatsapp)"
    r"(?: (?:name|handle|id|user))?\s*:\s*(?P<handle>\S+)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d(?:[\s().-]{0,2}\d){8,}(?!\w)|(?<![\w.-])\d{3}[-. ]\d{4}(?![\w-])")
_YEARS = re.compile(r"(?:(?:19|20)\d\d[\s-]*)+")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?P<y1>\d{4}|\d\d)|(?P<y2>\d{4})-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},?(?: (?P<y3>\d{{4}}))?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d),?(?: (?P<y4>\d{{4}}))?)"
)
_DATE = re.compile(rf"(?<![\w/.-]){_DAY}(?![\w/-])", re.IGNORECASE)
_BORN = re.compile(
    r"\b(?:born(?: on| in)?|date of birth|birth ?date|d\.?o\.?b\.?|(?:my )?b(?:irth|-)?day(?:'s)?)"
    rf"(?P<told>(?::*(?: is| was))*(?::*(?: on| in))?[ :]+(?:{_DAY}|(?:{_MONTH} )?(?:19|20)\d\d|'\d\d)\b)",
    re.IGNORECASE,
)

_ILLNESS = (
    r"(?:(?:(?:major|clinical|severe|chronic|manic|bipolar|recurrent|persistent|seasonal|psychotic|atypical|resistant"
    r"|treatment[- ]resistant|high[- ]functioning|post[- ]?(?:natal|partum)|ante[- ]?natal|peri[- ]?natal) )*"
    r"depress(?:ion|ive(?: (?:disorder|episodes?|illness))?)"
    r"|bipolar(?: (?:affective )?disorder)?(?: (?:type )?(?:1|2|i{1,2}|one|two))?|(?:hypo)?mania|cyclothymi\w+|dysthymi\w+"
    r"|borderline(?: personality)?(?: disorder)?|(?:emotionally unstable )?(?:\w+ )?personality disorder|schizo\w+|psychosis"
    r"|(?:c-?|complex )?ptsd|post[- ]?traumatic stress(?: disorder)?|ocd|obsessive[- ]compulsive(?: disorder)?"
    r"|adhd|attention deficit(?: (?:hyperactivity )?disorder)?|autis(?:m|tic)(?: spectrum)?(?: (?:disorder|condition))?|asperger'?s?"
    r"|(?:generali[sz]ed |social )?anxiety disorder|social anxiety|social phobia|agoraphobia|anorexi[ac]|bulimi[ac]"
    r"|(?:binge[- ]?eating|eating|panic|adjustment|mood|substance use|alcohol use|conduct|sleep|tic|somatic|conversion) disorders?"
    r"|dissociative(?: identity)? disorder|dpdr|dp/dr|(?:depersonali[sz]ation|dereali[sz]ation)(?:[ /-]+dereali[sz]ation)? disorder"
    r"|(?!(?:of|in|a|the|this|that|any|some|no|my|total|complete|utter|or|and)\b)[\w-]+ (?:disorder|syndrome)"
    r"|clinically depressed|(?:icd|dsm)[- ]?(?:\d+|iv|v)?[- :]*[a-z]?\d\d(?:\.\d+)?|f[2-9]\d(?:\.\d+)?)"
)
_SHORT_FORMS = r"(?:MDD|PDD|GAD|BPD|EUPD|NPD|ASPD|ADD|ASD|CFS|OCPD|AvPD|(?<=\bhave )(?:DID|SAD|MS|ME)|(?<=\bwith )(?:DID|SAD|MS|ME))"
"""Only in capitals, as some are words; and those that are shouted as words too only where one is said to have them."""
_TOLD = r"(?:(?:i|i'?ve|i'?m|they|he|she|was|am|have|had|has|got|been|being|just|recently|officially|also|finally) ){0,8}"
_DIAGNOSED = re.compile(
    rf"\b{_TOLD}(?:mis|re)?diagnosed(?: me)?(?: (?:with|as|for))?(?: (?:having|a|an|the|mild|moderate))*"
    rf"(?: (?!(?:and|in|at|when|by|since|last|two|but|so|for|a|it|the|as|years?|ago|with)\b)[\w'/-]+){{0,4}}"
    r"|\b(?:my |the |a |an )?(?:official |formal )?diagnos[ie]s(?: (?:is|was|of|:))+"
    r"(?: (?!(?:and|in|at|when|since|but|so)\b)[\w'/-]+){1,4}",
    re.IGNORECASE,
)
_NAMED_ILLNESS = re.compile(
    r"\b(?:(?:i|i'?ve|i'?m|i am) (?:(?:have|had|got|been|am|also|just|an?|on the|living with|suffering from|suffer from) ?)*)?"
    rf"\b{_ILLNESS}(?!\w)",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(rf"(?<![\w'-]){_SHORT_FORMS}(?![\w'-])")

_TELLING = re.compile(
    r"(?:\W|\b(?:hi|hey|hello|i|i['’]?m|am|i['’]ve|my|full|first|last|name|name['’]s|is|was|it['’]?s|it|this|the|a|an|and|or|have|got|been|with"
    r"|called|call|me|named|here|thanks|thank|you|born|on|in|date|of|birth|birthday|dob|mr|mrs|ms|dr|diagnosis"
    r"|phone|mobile|cell|tel|telephone|number|e-?mail|mail|address|contact|reach|text|ring|write|to|at|by|via|can|could|please"
    r"|insta|instagram"
    r"|snap|snapchat|telegram|discord|skype|signal|facebook|fb|whatsapp|handle|user|u|just|heres|here['’]s|if|want|need)\b)*",
    re.IGNORECASE,
)
"""What only leads to what is left out."""


def found(text: str, is_place: bool = False) -> list[tuple[int, int]]:
    """Where a text tells what a summary never carries, in order.

    Args:
        text: the visitor's words.
        is_place: whether they answer where the clinician should be: "Charlotte" is a city then.
    """
    spans = sorted([*_contacts(text), *addresses(text), *_births(text), *names(text, is_place), *_diagnoses(text)])
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def without(text: str, is_place: bool = False) -> str:
    """A text without that; empty if nothing but how it was told is left ("my name is …")."""
    left, end_before = "", 0
    for start, end in found(text, is_place):
        left, end_before = f"{left}{text[end_before:start]}{LEFT_OUT}", end
    left += text[end_before:]
    return "" if end_before and _TELLING.fullmatch(left) else left


def _contacts(text: str) -> Iterator[tuple[int, int]]:
    for match in _CONTACT.finditer(text):
        yield match.span("handle") if match["handle"] else match.span()
    for match in _PHONE.finditer(text):
        if not _YEARS.fullmatch(match.group().strip()):
            yield match.span()


def _births(text: str) -> Iterator[tuple[int, int]]:
    for match in _BORN.finditer(text):
        yield match.start("told") + 1, match.end("told")
    for match in _DATE.finditer(text):
        year = next((each for each in match.group("y1", "y2", "y3", "y4") if each), None)
        if year and len(year) == 4 and int(year) <= now().year - OF_AGE:
            yield match.span()


def _diagnoses(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_DIAGNOSED, _NAMED_ILLNESS):
        yield from (match.span() for match in pattern.finditer(text))
    if not text.isupper():
        yield from (match.span() for match in _IN_CAPITALS.finditer(text))
