"""What is in a receipt, and what of it is sent: exactly the same lines."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Any, Iterable, Mapping, Optional

from thaw.handoff.form import State, summary
from thaw.handoff.words import MAX_WORDS
from thaw.responses import responses
from thaw.settings import Settings
from thaw.store import now

Json = dict[str, Any]
SCHEMA = "thaw.handoff.v1"
"""The payload's form: `docs/handoff.v1.schema.json`."""
RECEIPT = "utter_hand_off_receipt"
SIGNS = (
    "feel_nothing",
    "lost_interest",
    "going_through_motions",
    "told_checked_out",
    "far_from_people",
    "effort_tax",
    "shame_about_numbness",
    "body_heavy",
    "feels_unreal",
    "numb_since_medication",
    "numb_from_burnout",
    "numb_after_loss",
)
"""Intents that count as signs recognised. Trauma, birth and substances are for the visitor to bring up, if at all."""
_TAKES_BACK = frozenset({"deny", "frustrated_with_bot"})
"""Intents that, right after a sign was answered, say that it is none."""
_DENIES = re.compile(
    r"(?:no+|nope|nah)\b(?=\W*$|\s*[,.!]|\s+(?:i|it'?s|that'?s|not|he|she|you)\b)|(?:it'?s|that'?s|this is|i'?m|i am|not) not\b"
    r"|i (?:did ?n['’]?t|never) (?:say|said|mean)|not (?:that|this)\b",
    re.IGNORECASE,
)
"""How a message begins that says so in other words."""


def signs_heard(events: Iterable[Mapping[str, Any]]) -> str:
    """The signs a visitor named before, in plain labels, each once; "" if none. Nothing said while risk was open counts.

    Args:
        events: the dialogue engine's events, oldest first.
    """
    found: dict[str, str] = {}
    last: Optional[str] = None
    for event in events:
        safety = (event.get("metadata") or {}).get("safety") or {}
        if event.get("event") != "user" or safety.get("open") or safety.get("act"):
            continue
        intent = ((event.get("parse_data") or {}).get("intent") or {}).get("name")
        denied = last if intent in _TAKES_BACK or _DENIES.match(str(event.get("text") or "")) else None
        if denied:
            # "No, not that" to an answer about a sign: it was understood wrongly, and so is the same sign in the words that say so.
            found.pop(denied, None)
        last = intent if intent in SIGNS and intent != denied else None
        if last:
            found[last] = responses().labels[last]
    words = ""
    for label in found.values():
        longer = f"{words}; {label}" if words else label
        words = longer if len(longer) <= MAX_WORDS else words
    return words


def rows(state: State) -> list[Json]:
    """The receipt's lines: field, label, and the visitor's words."""
    return [{"field": field, "label": labels()[field], "value": words} for field, words in summary(state)]


def payload(state: State, hand_off_id: str, settings: Settings) -> Json:
    """What the matching flow gets: the lines of the receipt, and the consent to them."""
    return {
        "schema": SCHEMA,
        "id": hand_off_id,
        "consent": {"version": consent_version(state, settings), "at": now().isoformat(), "recipient": settings.matching_name},
        "summary": rows(state),
    }


def wording(state: State) -> int:
    """Which wording a receipt is shown in: its own, as often as it is shown."""
    return state.receipt % len(responses().variations(RECEIPT))


def consent_text(state: State, settings: Settings) -> str:
    """What the receipt says of consent, as the visitor reads it: with the receiver's name and the minutes filled in."""
    text = responses().variations(RECEIPT)[wording(state)].text
    for name, value in settings.placeholders.items():
        text = text.replace("{" + name + "}", value)
    return text


def consent_version(state: State, settings: Settings) -> str:
    """The version of the text that the receipt asks consent with: another text, another receiver or other minutes are another version."""
    return f"{SCHEMA}-{hashlib.sha256(consent_text(state, settings).encode()).hexdigest()[:12]}"


@lru_cache(maxsize=1)
def labels() -> Mapping[str, str]:
    """What each field is called."""
    buttons = responses().variations("utter_hand_off_fields")[0].buttons
    return {button.payload.split('"')[3]: button.title for button in buttons}
