"""The questions of the hand-off, and where a visitor stands with them. Pure: a state and what was said give the next state.

Skipping and declining differ: what was skipped is asked again when the hand-off is taken up anew, what the visitor would rather not
say is not.
"""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping, NamedTuple, Optional, Sequence

MAX_WORDS = 200
"""Characters of an answer that are kept."""
FIELDS = ("signs", "since", "touches", "therapy", "missed", "wish", "how", "place", "language", "cost")
"""What may be in a summary, in the order asked."""
FORM, SLOT = "handoff_form", "handoff"
"""The dialogue engine's names for the questions, and for where their state is kept."""
CONSENT = "/agree_hand_off"
"""What stands behind a receipt's consent button, before the receipt's number."""
HEARD = "@heard"
"""An answer that takes over what was already known: the signs recognised, the country of the session."""
AGAIN = "@again"
"""An answer that takes the earlier one out, so that its question is asked again."""
ALSO = "@also "
"""Before words that are added to an answer, and replace none of it."""

_ASKED_FIRST = ("/confirm_delete", "/danger_from_others")
"""Choices of questions that come before those of the hand-off."""

_NO = re.compile(
    r"^(?:(?:actually|well|lol|haha|wait|oh|um|hm+|honestly|tbh)[ ,.]+)*(?:no|not|never|none|nope|nah|i(?:['’]?ve| have)? (?:never"
    r"|not)|i (?:haven['’]?t|never|did ?n[o'’]?t|had none))\b",
    re.IGNORECASE,
)
_HELPED = re.compile(r"^(?!.*(?:\b(?:never|not|nothing|none|hardly|barely|little)\b|n['’]?t\b)).*\bhelped\W*$", re.IGNORECASE | re.DOTALL)
_FAULT = re.compile(
    r"\b(?:too (?:much|many|little|few)|all about|nothing but|useless|pointless|waste of|no (?:use|help|good)"
    r"|(?:did ?n['’]?t|never) (?:really |ever )?(?:help\w*|work\w*|fit|get (?:it|me)))\b",
    re.IGNORECASE,
)
"""What was missing, told with the therapy itself."""
_SAID_ENOUGH = 6
"""Words of an answer about earlier therapy above which it is not asked what was missing."""


class State(NamedTuple):
    """Where a visitor stands. Words are the visitor's own, or the label of the choice they took."""

    answers: Mapping[str, str] = {}
    skipped: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    heard: Mapping[str, str] = {}
    last: Optional[str] = None
    receipt: int = 0
    """Number of the receipt as it stands: each change makes it another, and only its own consent button is good."""
    consent: Optional[str] = None
    """Version of the consent's text in the receipt shown last."""
    again: Optional[str] = None
    """The field that the visitor went back to: it is asked first, whatever else is open."""

    def to_json(self) -> dict[str, Any]:
        """For a slot."""
        return {**self._asdict(), "skipped": list(self.skipped), "refused": list(self.refused)}

    @classmethod
    def from_json(cls, kept: Optional[Mapping[str, Any]]) -> State:
        """From a slot; nothing there is the state at the start."""
        if not kept:
            return cls()
        return cls(**{**kept, "skipped": tuple(kept["skipped"]), "refused": tuple(kept["refused"])})


def waits_for(engine_state: Mapping[str, Any], offered: Sequence[Mapping[str, Any]]) -> Optional[dict[str, Any]]:
    """What the hand-off waits for, given the engine's state and what was offered last; None if there is no hand-off."""
    kept = (engine_state.get("slots") or {}).get(SLOT)
    if not kept:
        return None
    state, active = State.from_json(kept), engine_state.get("active_loop") == FORM
    if any(str(choice["payload"]).startswith(_ASKED_FIRST) for choice in offered):
        # Whether to delete the chat, or whether they are safe, is asked first: a yes or a no to that is none to the hand-off.
        return None
    still_open = list(_open(state)) if active else []
    asked = still_open[0] if still_open else None
    before = _before(state, asked) if active else None
    receipt = active and asked is None
    heard = asked in state.heard
    return {"asked": asked, "last": state.last, "receipt": receipt, "later": still_open[1:], "before": before, "heard": heard}


def begin(state: State, heard: Mapping[str, str]) -> State:
    """The hand-off begins, or is taken up anew: what was skipped is open again."""
    return state._replace(skipped=(), heard=dict(heard))


def question(state: State) -> Optional[str]:
    """The field to ask for next, or None if nothing is open."""
    return next(_open(state), None)


def answer(state: State, field: str, words: str) -> State:
    """The visitor answered, or corrected, a field."""
    if words == HEARD:
        words = state.heard.get(field, "")
    if words == AGAIN:
        return _without_its_faults(state, field)._replace(last=None if state.last == field else state.last, again=field)
    if words.startswith(ALSO):
        words = "; ".join(filter(None, (state.answers.get(field), words[len(ALSO) :])))[:MAX_WORDS]
    if not words:
        return state
    changed = _without(state, field)
    contradicted = _contradicted(changed.answers, field, words)
    answers = {name: kept for name, kept in changed.answers.items() if name != contradicted}
    return changed._replace(answers={**answers, field: words}, last=field)


def skip(state: State, field: str) -> State:
    """The visitor left a field for later."""
    left = _without_its_faults(state, field)
    return left._replace(skipped=(*left.skipped, field))


def refuse(state: State, field: str) -> State:
    """The visitor would rather not say, or took the field out of the receipt."""
    left = _without_its_faults(state, field)
    return left._replace(refused=(*left.refused, field))


def finish(state: State) -> State:
    """Enough questions: what is open is skipped."""
    return state._replace(skipped=(*state.skipped, *_open(state)), receipt=state.receipt + 1)


def summary(state: State) -> list[tuple[str, str]]:
    """What would be sent: field and words, in the order asked."""
    return [(field, state.answers[field]) for field in FIELDS if field in state.answers]


def still_open(state: State) -> list[str]:
    """The fields that are to be asked for, the one that is asked first."""
    return list(_open(state))


def _open(state: State) -> Iterator[str]:
    done = {*state.answers, *state.skipped, *state.refused}
    first = (state.again,) if state.again else ()
    for field in (*first, *(field for field in FIELDS if field not in first)):
        if field not in done and (field != "missed" or _left_something_out(state.answers.get("therapy", ""))):
            yield field


def _before(state: State, asked: Optional[str]) -> Optional[str]:
    """The question that was settled right before the one that is open, or before the receipt."""
    settled = {*state.answers, *state.skipped}
    passed = FIELDS[: FIELDS.index(asked)] if asked else FIELDS
    return next((field for field in reversed(passed) if field in settled), None)


def _left_something_out(therapy: str) -> bool:
    """Whether what was said of earlier therapy leaves open what was wrong with it."""
    return bool(therapy) and not _leaves_no_fault(therapy) and len(therapy.split()) <= _SAID_ENOUGH and not _FAULT.search(therapy)


def _leaves_no_fault(therapy: str) -> bool:
    """Whether, by what was said of it, there was no earlier therapy or none with a fault."""
    return bool(_NO.match(therapy) or _HELPED.match(therapy))


def _contradicted(answers: Mapping[str, str], field: str, words: str) -> Optional[str]:
    """The earlier answer that cannot stand beside a new one: what was wrong with a therapy that never was.

    What was said last counts. Where it takes the answer about therapy away, that is asked again.
    """
    if field == "therapy" and "missed" in answers and _leaves_no_fault(words):
        return "missed"
    if field == "missed" and _leaves_no_fault(answers.get("therapy", "")):
        return "therapy"
    return None


def _without_its_faults(state: State, field: str) -> State:
    """Without a field; and where that is therapy, without what was wrong with it, which said that there had been one."""
    left = _without(state, field)
    return _without(left, "missed") if field == "therapy" and "missed" in left.answers else left


def _without(state: State, field: str) -> State:
    return state._replace(
        answers={name: words for name, words in state.answers.items() if name != field},
        skipped=tuple(name for name in state.skipped if name != field),
        refused=tuple(name for name in state.refused if name != field),
        receipt=state.receipt + 1,
        again=None if state.again == field else state.again,
    )
