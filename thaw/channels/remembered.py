"""What this process keeps of the conversations active last, in case the store goes down: risk states and the choices shown."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Mapping, Optional

from thaw.safety import risk
from thaw.store import Choice, Conversation

ACTIVE_CONVERSATIONS = 10_000
"""Conversations kept."""


class Remembered:
    """Risk states and shown choices by conversation."""

    def __init__(self) -> None:
        self._risk: OrderedDict[str, risk.State] = OrderedDict()
        self._shown: OrderedDict[str, Mapping[str, Choice]] = OrderedDict()
        # Conversations whose last risk state the store did not take: this process knows better.
        self._unkept: set[str] = set()

    def risk_of(self, conversation_id: str, conversation: Optional[Conversation]) -> risk.State:
        """The risk state: the store's, unless it is down or missed the last one."""
        if conversation is None or conversation_id in self._unkept:
            return self._risk.get(conversation_id, risk.State())
        return risk.State.from_json(conversation.risk)

    def risk(self, conversation_id: str, state: risk.State) -> None:
        """Keep a risk state."""
        _put(self._risk, conversation_id, state)

    def shown(self, conversation_id: str, choices: Mapping[str, Choice], stored: bool) -> None:
        """Keep the choices shown, and whether the store took the turn."""
        _put(self._shown, conversation_id, choices)
        if stored:
            self._unkept.discard(conversation_id)
        else:
            self._unkept.add(conversation_id)

    def choice(self, conversation_id: str, choice_id: str) -> Optional[Choice]:
        """A choice shown last."""
        return self._shown.get(conversation_id, {}).get(choice_id)

    def forget(self, conversation_id: str) -> None:
        """Drop a conversation."""
        self._risk.pop(conversation_id, None)
        self._shown.pop(conversation_id, None)
        self._unkept.discard(conversation_id)


def _put(kept: OrderedDict[str, Any], conversation_id: str, value: Any) -> None:
    kept[conversation_id] = value
    kept.move_to_end(conversation_id)
    if len(kept) > ACTIVE_CONVERSATIONS:
        kept.popitem(last=False)
