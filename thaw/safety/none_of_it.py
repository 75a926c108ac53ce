"""That a danger of another kind than suicide, which is spoken of, is none: harm denied, food that only tastes of nothing, no emergency."""

from __future__ import annotations

from typing import Callable, Mapping, Optional

from thaw.safety.accused import denies_harm
from thaw.safety.at_table import denies_disorder
from thaw.safety.in_the_chest import denies_emergency
from thaw.safety.normalise import plain
from thaw.safety.risk_state import GRAVE, State

_EMERGENCY = "medical_emergency"
_DENIALS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "danger_to_others": ("no_harm", denies_harm),
    "eating_disorder": ("no_disorder", denies_disorder),
    _EMERGENCY: ("no_emergency", denies_emergency),
}


def denial_of(text: str, state: State) -> Optional[str]:
    """The move that a text makes by denying the danger that is spoken of.

    Once something was swallowed it is answered with the call again, and a plan that was told stays what it is. A bare no denies only what
    was guessed: to a danger told in plain words it refuses the call.
    """
    move, denies = _DENIALS.get(state.topic or "", ("", None))
    if denies is None or not denies(text):
        return None
    is_bare = len(plain(text).split()) == 1
    if state.stage in GRAVE:
        return move if state.topic == _EMERGENCY and not is_bare else None
    return None if is_bare and not state.doubted else move
