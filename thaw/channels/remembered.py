"""What this process keeps of the conversations active last, in case the store goes down: risk states and the choices shown."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Mapping, NamedTuple, Optional, Sequence

from thaw.safety import risk
from thaw.store import Choice, Conversation

ACTIVE_CONVERSATIONS = 10_000
"""Conversations kept."""
CHOICES = 200
"""Choices kept of a conversation whose turns the store did not take."""


class Standing(NamedTuple):
    """Where a conversation stands with risk.

    `unanswered` is the client's id of a message that was heard and not answered (it was refused, or its turn broke off), `before` the
    state that it was heard in: sent again, it is heard in that state again and not taken for an answer to itself.
    """

    state: risk.State
    unanswered: Optional[str] = None
    before: Optional[risk.State] = None

    def in_which(self, client_id: Optional[str]) -> risk.State:
        """The state in which the message with this id is heard."""
        return self.before if self.before is not None and self.has_heard(client_id) else self.state

    def has_heard(self, client_id: Optional[str]) -> bool:
        """Whether the message with this id is the one that was heard and not answered."""
        return client_id is not None and client_id == self.unanswered

    def to_json(self) -> dict[str, Any]:
        """For the store: the state, with what is not answered beside it."""
        kept = self.state.to_json()
        if self.unanswered is not None and self.before is not None:
            kept["unanswered"] = {"id": self.unanswered, "before": self.before.to_json()}
        return kept

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Standing:
        """From the store."""
        state = {name: value for name, value in kept.items() if name != "unanswered"}
        open_end = kept.get("unanswered")
        if open_end is None:
            return cls(risk.State.from_json(state))
        return cls(risk.State.from_json(state), open_end["id"], risk.State.from_json(open_end["before"]))


class Remembered:
    """Risk, shown choices and outages by conversation."""

    def __init__(self) -> None:
        self._risk: OrderedDict[str, Standing] = OrderedDict()
        self._shown: OrderedDict[str, Mapping[str, Choice]] = OrderedDict()
        # Those shown while the store was down: it will never know them.
        self._shown_alone: OrderedDict[str, Mapping[str, Choice]] = OrderedDict()
        self._outages: OrderedDict[str, int] = OrderedDict()
        # The client's id of the last turn, if it was one of a card, and the payload that it was read as. In memory only, like the card.
        self._cards: OrderedDict[str, tuple[str, str]] = OrderedDict()
        # What the last turn offered, if it was one of a card, and what the store has of that.
        self._card_offers: OrderedDict[str, tuple[list[Any], list[Any]]] = OrderedDict()
        # Conversations whose last risk state the store did not take: this process knows better.
        self._unkept: set[str] = set()

    def risk_of(self, conversation_id: str, conversation: Optional[Conversation]) -> Standing:
        """The store's, unless it is down or missed the last one."""
        if conversation is None or (conversation_id in self._unkept and conversation_id in self._risk):
            return self._risk.get(conversation_id, Standing(risk.State()))
        return Standing.from_json(conversation.risk)

    def risk(self, conversation_id: str, standing: Standing, stored: bool) -> None:
        """Keep where a conversation stands, and whether the store took it."""
        gone = _put(self._risk, conversation_id, standing)
        self._unkept.discard(gone or "")
        (self._unkept.discard if stored else self._unkept.add)(conversation_id)

    def shown(self, conversation_id: str, choices: Mapping[str, Choice], stored: bool) -> None:
        """Keep the choices shown: of the last turn that the store took, and of all that it did not take."""
        if stored:
            _put(self._shown, conversation_id, choices)
            return
        earlier = self._shown_alone.get(conversation_id, {})
        _put(self._shown_alone, conversation_id, dict([*earlier.items(), *choices.items()][-CHOICES:]))

    def choice(self, conversation_id: str, choice_id: str) -> Optional[Choice]:
        """A choice that was shown."""
        kept = (self._shown.get(conversation_id, {}), self._shown_alone.get(conversation_id, {}))
        return next((choices[choice_id] for choices in kept if choice_id in choices), None)

    def read_as(self, conversation_id: str, client_id: Optional[str], card: Optional[str]) -> None:
        """Keep what the last turn was read as, if it was one of a card."""
        if client_id is None or card is None:
            self._cards.pop(conversation_id, None)
        else:
            _put(self._cards, conversation_id, (client_id, card))

    def card(self, conversation_id: str, client_id: Optional[str]) -> Optional[str]:
        """What the turn with this id was read as, if it was the last one and one of a card."""
        known, card = self._cards.get(conversation_id, (None, None))
        return card if client_id is not None and client_id == known else None

    def offered_card(self, conversation_id: str, offered: Sequence[Any], kept: Sequence[Any]) -> None:
        """Keep what the last turn offered, if it was one of a card: then the store has less of it."""
        if offered == kept:
            self._card_offers.pop(conversation_id, None)
        else:
            _put(self._card_offers, conversation_id, (list(offered), list(kept)))

    def offered(self, conversation_id: str, conversation: Optional[Conversation]) -> list[Any]:
        """What the last turn offered: of a card, as this process showed it, unless another one went on meanwhile."""
        known = conversation.offered if conversation else []
        offered, kept = self._card_offers.get(conversation_id, (None, None))
        return known if offered is None or kept != known else offered

    def outage(self, conversation_id: str) -> int:
        """How often this conversation was told before that something is down: the next wording's number."""
        number = self._outages.get(conversation_id, 0)
        _put(self._outages, conversation_id, number + 1)
        return number

    def forget(self, conversation_id: str) -> None:
        """Drop a conversation."""
        for kept in (self._risk, self._shown, self._shown_alone, self._outages, self._cards, self._card_offers):
            kept.pop(conversation_id, None)
        self._unkept.discard(conversation_id)


def _put(kept: OrderedDict[str, Any], conversation_id: str, value: Any) -> Optional[str]:
    """Keep a value; the conversation that was dropped for it, if any."""
    kept[conversation_id] = value
    kept.move_to_end(conversation_id)
    return kept.popitem(last=False)[0] if len(kept) > ACTIVE_CONVERSATIONS else None
