"""Signs of sorrow and nothing else: what is behind them is asked."""

from __future__ import annotations

import unicodedata
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, Asked, Talk

_SORROW = "💔😔😭😢😞😿🥺😥😓☹🙁😩😫🥀😣😖"
_JOINING = frozenset("\u200d\ufe0f♀♂")


def signs_of_sorrow(talk: Talk) -> Optional[Asked]:
    """That a message shows sorrow by signs alone."""
    signs = [each for each in talk.text if not each.isspace() and each not in _JOINING and unicodedata.category(each) != "Sk"]
    return Asked(CARRIER, "utter_signs_of_sorrow") if signs and all(each in _SORROW for each in signs) else None
