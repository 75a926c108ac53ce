"""One turn: a visitor's message in, the bot's messages out. The one way through, for every channel.

The order matters: screen, risk state machine, then the dialogue engine. With the engine or the store down the visitor still gets the
crisis answer that the message asks for, else an honest notice with the crisis services.
"""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any, Callable, NamedTuple, Optional, Protocol, Sequence
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError

from thaw import cards, encoder, spelling
from thaw.channels.remembered import Remembered
from thaw.channels.renderer import Draft, Json, Rendered, Scene, draft, leaves_room, render
from thaw.handoff.form import waits_for
from thaw.safety import risk
from thaw.safety.reply import read_reply
from thaw.safety.screen import Signal, by_rules_in_pieces
from thaw.safety.services import named_country
from thaw.settings import Settings
from thaw.store import Choice, Conversation, Store

logger = logging.getLogger(__name__)

_COMMAND = re.compile(r"^[\s/\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x1f]+")
DELETED = "utter_deleted"
LONG = 200
"""Characters of a message from which it is screened in a thread."""
_SAFETY_PAYLOADS = ("/danger_from_others", "/crisis_")
_MISSES = frozenset({"utter_clarify", "utter_clarify_again", "utter_out_of_scope", "utter_crisis_line_short"})
"""Answers that say the message was not understood: after a question about risk they would be in its way."""


class Incoming(NamedTuple):
    """What a visitor sent: text, or the id of a choice; and the client's own id for the turn."""

    text: Optional[str] = None
    choice: Optional[str] = None
    client_id: Optional[str] = None


class UnknownChoice(Exception):
    """The choice is not one of this conversation."""


class UnknownConversation(Exception):
    """The conversation was deleted."""


class StillRunning(Exception):
    """The same turn is running elsewhere and has not ended in time."""


class Engine(Protocol):
    """The dialogue engine, as the channel sees it."""

    async def respond(self, conversation_id: str, text: str, metadata: Json) -> Sequence[Draft]:
        """The drafts for one message. Raises on failure."""


class _Message(NamedTuple):
    """A message read: what the visitor sees as theirs, what the engine gets, what it says about risk."""

    shown: str
    engine_text: str
    heard: risk.Heard

    @property
    def card(self) -> Optional[cards.Card]:
        """The card under way that the message goes on with. Such a turn is not recorded."""
        return cards.read(self.engine_text)


class Turns:
    """Runs turns: in order within a conversation, once for each client id."""

    def __init__(self, store: Store, engine: Callable[[], Optional[Engine]], screen: Callable[[str], Signal], settings: Settings) -> None:
        self._store = store
        self._engine = engine
        self._screen = screen
        self._settings = settings
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._remembered = Remembered()

    async def handle(self, conversation_id: str, country: Optional[str], incoming: Incoming) -> list[Json]:
        """The answer to one message.

        Raises:
            UnknownChoice, UnknownConversation, StillRunning.
        """
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        async with lock:
            if incoming.client_id is None:
                return await self._run(conversation_id, country, incoming)
            return await self._once(conversation_id, country, incoming, incoming.client_id)

    async def _once(self, conversation_id: str, country: Optional[str], incoming: Incoming, client_id: str) -> list[Json]:
        for _ in range(100):
            claim = await self._stored(self._store.claim, conversation_id, client_id)
            if claim is None or claim.mine:
                try:
                    return await self._run(conversation_id, country, incoming)
                except (UnknownChoice, UnknownConversation):
                    await self._stored(self._store.release, conversation_id, client_id)
                    raise
            if claim.messages is not None:
                return list(claim.messages)
            await asyncio.sleep(0.1)
        raise StillRunning

    async def _run(self, conversation_id: str, country: Optional[str], incoming: Incoming) -> list[Json]:
        conversation = await self._conversation(conversation_id)
        before = self._remembered.risk_of(conversation_id, conversation)
        message = await self._read(conversation_id, conversation, before, incoming)
        after, act = risk.step(before, message.heard)
        self._remembered.risk(conversation_id, after)
        if message.card is None:
            await self._stored(self._store.hear, conversation_id, message.shown, after.to_json())
        if act:
            await self._stored(self._store.count, f"crisis_{act.level}")

        drafts = await self._drafts(conversation_id, conversation, message, after, act)
        deleted = any(each.response == DELETED for each in drafts)
        country = after.country or (conversation.country if conversation else None) or country or self._settings.country
        if not deleted:
            after, drafts = _with_safety(after, act, drafts, country)
            self._remembered.risk(conversation_id, after)
        rendered = render(drafts, _scene(country, conversation, after, act), self._settings)
        _forget(incoming.text)
        if deleted:
            await self.delete(conversation_id)
            return [{**each, "ended": True} for each in rendered.messages]
        if message.card:
            await self._keep_nothing_said(conversation_id, rendered, incoming.client_id, after)
        else:
            await self._keep(conversation_id, rendered, incoming.client_id, after)
        return rendered.messages

    async def open(self, conversation_id: str, country: Optional[str], page: Optional[str], channel: str) -> list[Json]:
        """Begin a conversation: what the bot is, where help is now, privacy, an invitation."""
        drafts = [draft("utter_opening"), draft("utter_where_help_is_now")]
        scene = Scene(country or self._settings.country)
        rendered = render([_filled(each, self._settings) for each in _help_before_choices(drafts)], scene, self._settings)
        await asyncio.to_thread(self._store.start, conversation_id, channel, country, page)
        await asyncio.to_thread(self._store.say, conversation_id, rendered.messages, rendered.choices, rendered.offered)
        return rendered.messages

    async def delete(self, conversation_id: str) -> None:
        """Delete the conversation and everything of it, in the store and in this process."""
        self._remembered.forget(conversation_id)
        await asyncio.to_thread(self._store.delete, conversation_id)

    async def alarm(self, conversation_id: str, country: Optional[str], refused: Incoming) -> list[Json]:
        """The crisis message for a message that is refused: at the level that the rules alone find in it, which is recorded."""
        conversation = await self._stored(self._store.conversation, conversation_id)
        before = self._remembered.risk_of(conversation_id, conversation)
        after, act = risk.step(before, await self._refused(conversation_id, refused))
        if act:
            self._remembered.risk(conversation_id, after)
            await self._stored(self._store.record_risk, conversation_id, after.to_json())
        static = draft("utter_static_crisis")
        static = static._replace(metadata={**static.metadata, "level": "urgent" if act and act.level == "urgent" else "support"})
        return render([static], Scene(after.country or country or self._settings.country), self._settings).messages

    async def _refused(self, conversation_id: str, refused: Incoming) -> risk.Heard:
        if refused.choice is not None:
            try:
                return risk.from_payload((await self._choice(conversation_id, refused.choice)).payload)
            except UnknownChoice:
                return risk.Heard()
        text = refused.text or ""
        return risk.Heard(await asyncio.to_thread(by_rules_in_pieces, text), read_reply(text) if len(text) <= LONG else None)

    def static(self, country: Optional[str]) -> list[Json]:
        """The static crisis message that goes with every error."""
        return render([draft("utter_static_crisis")], Scene(country or self._settings.country), self._settings).messages

    async def _drafts(
        self,
        conversation_id: str,
        conversation: Optional[Conversation],
        message: _Message,
        after: risk.State,
        act: Optional[risk.Act],
    ) -> list[Draft]:
        """What to say: from the engine, or without it."""
        if message.card:
            return [_filled(_card_draft(said), self._settings) for said in cards.say(message.card)]
        # What was picked for a card is in its choices, and the engine records what it is told.
        offered = [each for each in conversation.offered if not cards.read(each["payload"])] if conversation else []
        metadata = {
            "safety": {
                "open": after.is_open,
                "act": act._asdict() if act else None,
                "intent": act.intent if act else None,
            },
            "offered": offered,
            "hand_off": waits_for(conversation.state, conversation.offered) if conversation else None,
        }
        engine = self._engine()
        if engine is not None:
            try:
                answer = engine.respond(conversation_id, message.engine_text, metadata)
                drafts = list(await asyncio.wait_for(answer, self._settings.engine_timeout))
                if drafts:
                    return [_filled(each, self._settings) for each in drafts]
                logger.error("The dialogue engine answered nothing.")
            except Exception as error:  # whatever the engine does, the visitor gets an answer
                logger.error("The dialogue engine failed.", exc_info=error)
        if act:
            return [draft(act.response, act.wording)]
        return [draft("utter_engine_down"), draft("utter_static_crisis")]

    async def _read(self, conversation_id: str, conversation: Optional[Conversation], before: risk.State, incoming: Incoming) -> _Message:
        if incoming.choice is not None:
            known = await self._choice(conversation_id, incoming.choice)
            heard = risk.from_payload(known.payload)
            return _Message(known.label, known.payload, heard)
        text = incoming.text or ""
        offered = conversation.offered if conversation else []
        reply = read_reply(text)
        # A long text is read sentence by sentence: beside the event loop.
        signal = await asyncio.to_thread(self._screen, text) if len(text) > LONG else self._screen(text)
        if reply == "yes" and not signal.level and offered and offered[0]["payload"].startswith(_SAFETY_PAYLOADS):
            return _Message(text, offered[0]["payload"], risk.from_payload(offered[0]["payload"]))
        picked = cards.typed(text, reply, offered) if not (signal.level or before.pending) else None
        if picked:
            return _Message(text, picked, risk.from_payload(picked))
        country = named_country(text) if before.country_asked else None
        return _Message(text, without_commands(text), risk.Heard(signal, reply, country=country))

    async def _choice(self, conversation_id: str, choice_id: str) -> Choice:
        """What stands behind a choice; with the store down, behind those shown last.

        Raises:
            UnknownChoice: it is not one of this conversation.
        """
        of_a_card = cards.behind(choice_id)
        if of_a_card:
            return Choice(of_a_card, "")
        try:
            known = await asyncio.to_thread(self._store.choice, conversation_id, choice_id)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            known = self._remembered.choice(conversation_id, choice_id)
        if known is None:
            raise UnknownChoice
        return known

    async def _conversation(self, conversation_id: str) -> Optional[Conversation]:
        """The conversation, or None if the store is down."""
        try:
            found = await asyncio.to_thread(self._store.conversation, conversation_id)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            return None
        if found is None:
            raise UnknownConversation
        return found

    async def _keep(self, conversation_id: str, rendered: Rendered, client_id: Optional[str], after: risk.State) -> None:
        kept = await self._stored(
            self._store.say,
            conversation_id,
            rendered.messages,
            rendered.choices,
            rendered.offered,
            client_id,
            after.to_json(),
        )
        self._remembered.shown(conversation_id, rendered.choices, stored=kept is not None)

    async def _keep_nothing_said(self, conversation_id: str, rendered: Rendered, client_id: Optional[str], after: risk.State) -> None:
        """Keep what the next turn needs, and no message: sent again, the turn of a card runs again and says the same."""
        await self._keep(conversation_id, rendered._replace(messages=[]), None, after)
        if client_id is not None:
            await self._stored(self._store.release, conversation_id, client_id)

    async def _stored(self, method: Callable[..., Any], *arguments: Any) -> Any:
        """Call the store in a thread; a store that is down costs the record, never the answer."""
        try:
            return await asyncio.to_thread(method, *arguments)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            return None


def _with_safety(after: risk.State, act: Optional[risk.Act], drafts: list[Draft], country: Optional[str]) -> tuple[risk.State, list[Draft]]:
    """The answer with what risk adds to it: a line beside another answer, or the question which country the numbers are for."""
    if act:
        asked = None if country else risk.ask_country(after, act)
        if asked is None:
            return after, drafts
        return asked[0], [*drafts, draft(asked[1].response, asked[1].wording)]
    if after.pending and all(each.response in _MISSES for each in drafts):
        drafts = []
    if any(each.metadata.get("kind") == "crisis" for each in drafts):
        return after, drafts
    added = risk.beside(after, may_ask=leaves_room(drafts))
    if added is None:
        return after, drafts
    return added[0], [*drafts, draft(added[1].response, added[1].wording)]


def _scene(country: Optional[str], conversation: Optional[Conversation], after: risk.State, act: Optional[risk.Act]) -> Scene:
    slots = conversation.state.get("slots", {}) if conversation else {}
    return Scene(country, after.is_open, bool(slots.get("minor")), act.routes if act else ())


def _card_draft(said: cards.Said) -> Draft:
    if said.card:
        return Draft(said.card, (), {"copy": True})
    each = draft(said.response, said.wording)
    return each._replace(text=each.text.replace("{line}", said.line), buttons=[*said.buttons, *each.buttons])


def _forget(text: Optional[str]) -> None:
    """Keep nothing of a message in the encoder's and the speller's memory once it is answered."""
    if text and encoder.is_available():
        encoder.encoder().forget(text)
    spelling.forget()


def without_commands(text: str) -> str:
    """The text as the engine may read it: no leading slash, with which Rasa would take it for a command."""
    # Rasa strips Unicode space before it looks for the slash; invisible characters would hide one from a plain strip.
    return _COMMAND.sub("", text) or "…"


def _filled(each: Draft, settings: Settings) -> Draft:
    text = each.text
    for name, value in settings.placeholders.items():
        text = text.replace("{" + name + "}", value)
    return each._replace(text=text)


def _help_before_choices(drafts: list[Draft]) -> list[Draft]:
    """The opening's order: notices, where help is now, then the invitation with its choices."""
    opening, help_now = drafts
    *notices, invitation = opening.text.split("\n\n")
    notice = Draft("\n\n".join(notices), (), opening.metadata)
    return [notice, help_now, Draft(invitation, opening.buttons, {"response": opening.response})]
