"""The mark of what the store has of the engine: another one with each write of its events, so that a process knows its view is the last.

It stands in the conversation's state, which every turn reads and writes.
"""

from __future__ import annotations

import uuid
from typing import Optional

from thaw.store.database import Json

MARK = "mark"


def mark_of(state: Optional[Json]) -> Optional[str]:
    """The mark that a state bears, if it has one."""
    return (state or {}).get(MARK)


def marked_anew(state: Json) -> Json:
    """The state under a mark that nobody knows."""
    return {**state, MARK: uuid.uuid4().hex}
