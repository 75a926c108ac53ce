"""A visitor's message as it is read: what they see as theirs, what the engine gets, and what it says about risk."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from functools import partial
from typing import Any, Callable, Collection, NamedTuple, Optional, Sequence

from thaw import cards
from thaw.at_once import is_read_at_once
from thaw.channels.outages import Asks
from thaw.channels.remembered import Remembered
from thaw.exercise.state import FORM as EXERCISE
from thaw.handoff.form import FORM as HAND_OFF
from thaw.nlu.mentions import DIED
from thaw.safety import quitting, risk, worried_for
from thaw.safety.hearing import hear
from thaw.safety.learned_reply import Learned as Answer
from thaw.safety.learned_reply import reads_none
from thaw.safety.left_behind import in_mourning
from thaw.safety.plans import hints_in_passing
from thaw.safety.screen import Signal
from thaw.safety.services import country_after_notice
from thaw.store import Choice, Conversation, Store

_COMMAND = re.compile(r"^[\s/\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1f]+")


MAX_TEXT = 2000
"""Characters of a message."""


Learned = Callable[[str, Optional[str]], Optional[Answer]]
"""What a text answers to the question about risk that waits, by what was learned."""


class Incoming(NamedTuple):
    """What a visitor sent: text, or the id of a choice; and the client's own id for the turn."""

    text: Optional[str] = None
    choice: Optional[str] = None
    client_id: Optional[str] = None


IN_PASSING = Signal("crisis_passive", "ask", ("named in passing",), sureness="guess")
"""Where anything may be typed, what people hurt themselves with is asked about however short it is said."""


class UnknownChoice(Exception):
    """The choice is not one of this conversation."""


class Message(NamedTuple):
    """A message read: what the visitor sees as theirs, what the engine gets, what it says about risk."""

    shown: str
    engine_text: str
    heard: risk.Heard

    @property
    def card(self) -> Optional[cards.Card]:
        """The card under way that the message goes on with. Such a turn is not recorded."""
        return cards.read(self.engine_text)


class Reader:
    """Reads messages by what was offered, what is remembered, the screen, and what was learned of answers about risk."""

    def __init__(
        self, store: Store, asks: Asks, remembered: Remembered, screen: Callable[[str], Signal], learned: Learned = reads_none
    ) -> None:
        self._store = store
        self._asks = asks
        self._remembered = remembered
        self._screen = screen
        self._learned = learned

    async def read(self, conversation_id: str, conversation: Optional[Conversation], before: risk.State, incoming: Incoming) -> Message:
        """Read one message.

        Raises:
            UnknownChoice: it is a choice, and not one of this conversation.
        """
        if incoming.choice is not None:
            known = await self.choice(conversation_id, incoming.choice)
            return Message(known.label, known.payload, risk.from_payload(known.payload))
        text = incoming.text or ""
        offered = self._remembered.offered(conversation_id, conversation)
        # What is typed in the hand-off may be passed on: however faint, it is asked about first.
        form = conversation.state.get("active_loop") if conversation else None
        last = conversation.state.get("last") or () if conversation else ()
        mourns = bool(conversation and conversation.state.get("slots", {}).get(DIED))
        look = partial(self._look, text, before, offered, form, last, mourns)
        signal, heard = look() if is_read_at_once(text) else await asyncio.to_thread(look)
        picked = None
        if not (signal.level or before.pending):
            # Sent again, it is not about the line that is shown by now.
            picked = self._remembered.card(conversation_id, incoming.client_id) or cards.typed(text, heard.reply, offered)
        if picked:
            return Message(text, picked, risk.from_payload(picked))
        return Message(text, without_commands(text), heard)

    def _look(
        self, text: str, before: risk.State, offered: Sequence[Any], form: Optional[str], last: Collection[str], mourns: bool
    ) -> tuple[Signal, risk.Heard]:
        signal = in_mourning(quitting.in_its_light(self._screen(text), text, last), text, mourns)
        signal = worried_for.in_its_light(signal, text, last)
        if form == HAND_OFF and signal.faint:
            signal = signal._replace(sureness="guess")
        if form in (HAND_OFF, EXERCISE) and not signal.level and hints_in_passing(text):
            signal = IN_PASSING
        heard = hear(text, signal, before, offered, partial(self._learned, text, before.pending))
        if form == HAND_OFF and not before.country_asked:
            # Where they are is an answer to its questions then.
            heard = heard._replace(country=None)
        return signal, heard._replace(place=heard.place or country_after_notice(text, last))

    async def choice(self, conversation_id: str, choice_id: str) -> Choice:
        """What stands behind a choice: in the store, or shown while it was down.

        Raises:
            UnknownChoice: it is not one of this conversation.
        """
        of_a_card = cards.behind(choice_id)
        if of_a_card:
            return Choice(of_a_card, "")
        known: Optional[Choice] = await self._asks.or_none(self._store.choice, conversation_id, choice_id)
        known = known or self._remembered.choice(conversation_id, choice_id)
        if known is None:
            raise UnknownChoice
        return known


def storable(text: object) -> str:
    """A text as every database takes it, empty if it is none: half a surrogate pair is valid JSON and no valid text."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "") if isinstance(text, str) else ""


def is_visible(text: str) -> bool:
    """Whether there is anything to see in a text besides spaces, controls and marks of direction and joining."""
    return any(not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf") for character in text)


def without_commands(text: str) -> str:
    """The text as the engine may read it: no leading slash, with which Rasa would take it for a command."""
    # Rasa strips Unicode space before it looks for the slash; invisible characters would hide one from a plain strip.
    return _COMMAND.sub("", text) or "…"
