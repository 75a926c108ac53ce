"""A call for help and nothing else: what kind is meant is asked, with the services in view; in an open danger it is that which is meant."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

_ASK = r"(?:please|pls|plz|plss|god|hey|hi|hello|ok|someone|somebody|anyone|just|i|really|so)"
_HELP = re.compile(
    rf"^(?:{_ASK} )*(?:hel+p+(?: me| us)?|need (?:some )?help|sos|mayday)"
    rf"(?: (?:please|pls|plz|plss|me|now|help|sos|badly|so bad|asap|someone|anyone|but not (?:therapy|a therapist)))*$"
)
_SIGN = "🆘"
_DANGERS = frozenset({"danger_from_others", "danger_to_others", "medical_emergency"})


def of_a_call_for_help(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """Whether a text calls for help and says nothing else."""
    if signal.level is not None and signal.evidence != ("classifier",):
        return None
    words = re.sub(r"[^\w ]", " ", plain(text.replace(_SIGN, " sos ")))
    if not _HELP.match(" ".join(words.split())):
        return None
    if state.stage in GRAVE:
        return Heard(move="alone")
    if state.pending:
        # As an answer it is at least half a yes.
        return Heard(reply="unsure")
    if state.topic in _DANGERS:
        return Heard(Signal(state.topic, "urgent", ("calls for help",)))
    if state.topic == "crisis_third_party":
        return Heard(move="third_party_words")
    return Heard(move="plain_help")
