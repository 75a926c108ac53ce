"""One turn: a visitor's message in, the bot's messages out. The one way through, for every channel.

The order matters: screen, risk state machine, then the dialogue engine. With the engine or the store down the visitor still gets the
crisis answer that the message asks for, else an honest notice with the crisis services.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from functools import partial
from itertools import count
from typing import Callable, Optional, Sequence

from sqlalchemy.exc import SQLAlchemyError

from thaw import cards
from thaw.cadence import CADENCE, Cadence
from thaw.channels import another
from thaw.channels.answer import card_draft, filled, help_before_choices, is_minor, scene, time_is_up, with_safety
from thaw.channels.beside import beside
from thaw.channels.order import Order
from thaw.channels.outages import ENGINE_PATIENCE, Asks, Engine, engines_answer
from thaw.channels.reading import Incoming, Message, Reader, UnknownChoice, without_commands
from thaw.channels.recording import Heard, Recording
from thaw.channels.refused import Alarms, heard_by_rules
from thaw.channels.remembered import Remembered, Standing
from thaw.channels.renderer import Draft, Json, Rendered, Scene, draft, render
from thaw.channels.returning import Arrival, Presence, arrive, place, welcome
from thaw.channels.views import Views
from thaw.forget import forget
from thaw.safety import risk
from thaw.safety.levels import SEVERITY
from thaw.safety.screen import Signal
from thaw.safety.told import takes_leave
from thaw.settings import Settings
from thaw.store import Answer, Conversation, Opened, Store, Unwritten
from thaw.store.database import now
from thaw.store.emptied import times_emptied
from thaw.store.in_turn import RECENT_EVENTS, InTurn, begin

logger = logging.getLogger(__name__)

DELETED = "utter_deleted"
DELETION_PATIENCE = 10.0
"""Seconds that the store has for a deletion, which waits for what is being written."""
_OUTAGE = "utter_engine_down"
BEGUN = "conversations"
"""The counter of conversations that were begun."""


class UnknownConversation(Exception):
    """The conversation was deleted."""


class StillRunning(Exception):
    """The same turn is running elsewhere and has not ended in time."""


class Turns:
    """Runs turns: in order within a conversation, once for each client id."""

    def __init__(
        self,
        store: Store,
        engine: Callable[[], Optional[Engine]],
        screen: Callable[[str], Signal],
        settings: Settings,
        clock: Callable[[], dt.datetime] = now,
        cadence: Cadence = CADENCE,
    ) -> None:
        self._clock = clock
        self._cadence = cadence
        self._store = store
        self._engine = engine
        self._settings = settings
        self.asks = Asks()
        """How the store is asked, by the channel too: within bounds."""
        self._order = Order(store, self.asks, settings)
        self._remembered = Remembered()
        self._views = Views(clock)
        self._reader = Reader(store, self.asks, self._remembered, screen)
        self._running: set[tuple[str, str]] = set()
        self._alarms = Alarms(store, self.asks, self._order, self._remembered, settings)
        self._errors = count()

    async def handle(self, conversation_id: str, country: Optional[str], incoming: Incoming) -> list[Json]:
        """The answer to one message.

        Raises:
            UnknownChoice, UnknownConversation, StillRunning.
        """
        try:
            return await self._handle(conversation_id, country, incoming)
        finally:
            # Answered, refused or broken off: as written, and as the engine read it.
            forget(incoming.text, without_commands(incoming.text or ""))

    async def _handle(self, conversation_id: str, country: Optional[str], incoming: Incoming) -> list[Json]:
        is_crisis = partial(self.is_crisis, conversation_id, incoming)
        if incoming.client_id is None:
            async with self._order.turn(conversation_id, is_crisis) as crisis_waits:
                opened = await self._open(conversation_id, None)
                return await self._run(conversation_id, country, incoming, crisis_waits, opened)
        running = (conversation_id, incoming.client_id)
        self._running.add(running)
        try:
            async with self._order.turn(conversation_id, is_crisis) as crisis_waits:
                messages, is_repeat = await self._once(conversation_id, country, incoming, incoming.client_id, crisis_waits)
        finally:
            self._running.discard(running)
        return [*messages, *await self._missed(conversation_id, country, incoming, messages)] if is_repeat else messages

    async def _missed(self, conversation_id: str, country: Optional[str], again: Incoming, kept: list[Json]) -> list[Json]:
        """The crisis message for a text under the id of another one, if the rules find more in it than that one's answer is about."""
        heard = await heard_by_rules(again.text or "")
        answered = max((SEVERITY[each["level"]] for each in kept if each["kind"] == "crisis"), default=0)
        if SEVERITY[heard.signal.level] <= answered:
            return []
        if again.text == await self.asks.or_none(self._store.heard, conversation_id, again.client_id):
            return []
        return await self._alarms(conversation_id, country, heard, again.client_id)

    async def is_repeat(self, conversation_id: str, client_id: Optional[str]) -> bool:
        """Whether a message with this id was taken before: its turn is running, or answered."""
        if client_id is None:
            return False
        return (conversation_id, client_id) in self._running or bool(
            await self.asks.or_none(self._store.is_claimed, conversation_id, client_id)
        )

    async def is_crisis(self, conversation_id: str, incoming: Incoming) -> bool:
        """Whether the risk state machine has an answer to a message, as things stand while it waits for its turn."""
        try:
            conversation = await self._conversation(conversation_id)
            before = self._remembered.risk_of(conversation_id, conversation).in_which(incoming.client_id)
            message = await self._reader.read(conversation_id, conversation, before, incoming)
        except (UnknownChoice, UnknownConversation):
            return False
        return risk.step(before, message.heard)[1] is not None

    async def _once(
        self, conversation_id: str, country: Optional[str], incoming: Incoming, client_id: str, crisis_waits: asyncio.Event
    ) -> tuple[list[Json], bool]:
        """The answer, and whether it was given before."""
        for _ in range(100):
            opened = await self._open(conversation_id, client_id)
            claim = opened.claim if opened else None
            if claim is None or claim.mine:
                try:
                    return await self._run(conversation_id, country, incoming, crisis_waits, opened), False
                except BaseException:  # whatever broke it off: sent again, it is not waited for
                    await self.asks.or_none(self._store.release, conversation_id, client_id)
                    raise
            if claim.messages is not None:
                return list(claim.messages), True
            if crisis_waits.is_set():
                break
            await asyncio.sleep(0.1)
        raise StillRunning

    async def _open(self, conversation_id: str, client_id: Optional[str]) -> Optional[Opened]:
        """What the turn begins with, or None if the store is down."""
        known = self._views.mark_of(conversation_id)
        opened: Optional[Opened] = await self.asks.or_none(self._store.open_turn, conversation_id, client_id, RECENT_EVENTS, known)
        if opened and opened.claim.mine and opened.conversation is None:
            raise UnknownConversation
        return opened

    async def _run(
        self, conversation_id: str, country: Optional[str], incoming: Incoming, crisis_waits: asyncio.Event, opened: Optional[Opened]
    ) -> list[Json]:
        client_id = incoming.client_id
        conversation = opened.conversation if opened else None
        view, for_the_next = self._views.take(conversation_id)
        in_turn = InTurn(conversation, opened.events, view) if opened and conversation else None
        standing = self._remembered.risk_of(conversation_id, conversation)
        before = standing.in_which(client_id)
        message = await self._reader.read(conversation_id, conversation, before, incoming)
        after, act = risk.step(before, message.heard)
        unanswered = Standing(after, client_id, before)
        adult = message.heard.adult
        minor = is_minor(conversation, after, adult)
        arrival, was_at = await self._arrival(conversation, opened, before.is_open or act is not None, minor)
        presence = arrival.presence if arrival else None
        counted = f"crisis_{act.level}" if act and not standing.has_heard(client_id) else None
        heard = Heard(message.shown, unanswered, client_id, presence, counted)
        recording = Recording(self._store, self.asks, conversation_id, None if message.card else heard)
        async with recording:
            # Every calm answer is counted as quiet; whatever else changes, the turns beside this one have to know.
            if act or before.is_open or after._replace(quiet=before.quiet) != before:
                self._remembered.risk(conversation_id, unanswered, stored=False)
                await recording.at_once()
                self._remembered.risk(conversation_id, unanswered, stored=recording.stands)
            if minor:
                # Here, as the engine may be down or busy with a crisis; each time, as the store may have been: no minor's summary stays
                # behind a link.
                await self.asks.or_none(self._store.withdraw, conversation_id)
                in_turn = None  # what was read is no longer so
            begin(in_turn)
            drafts = await self._drafts(conversation_id, conversation, message, after, act, crisis_waits, recording)
            unwritten = in_turn.end() if in_turn else None
            deleted = any(each.response == DELETED for each in drafts)
            country = after.country or (conversation.country if conversation else None) or country or self._settings.country
            if not deleted:
                after, drafts = with_safety(after, act, drafts, country, takes_leave(incoming.text or ""))
                # Risk may stay open for good: only an answer that is a crisis's own, or asks about one, has nothing put before it.
                waits = act or after.pending or message.card or any(each.response == _OUTAGE for each in drafts)
                if arrival and not waits:
                    presence, drafts = self._welcomed(arrival, was_at, conversation, after, drafts)
            self._remembered.read_as(conversation_id, client_id, message.engine_text if message.card else None)
            rendered = render(drafts, scene(country, conversation, after, act, adult), self._settings)
        known = conversation.risk if conversation else None
        if recording.stands:
            known, presence = unanswered.to_json(), None if presence == heard.presence else presence
        if deleted:
            await self.delete(conversation_id)
            return [{**each, "ended": True} for each in rendered.messages]
        if message.card is None:
            told = recording.unrecorded
            kept = await self._keep(conversation_id, conversation, rendered, client_id, after, known, presence, unwritten, told)
            self._views.keep(for_the_next, in_turn.view() if in_turn and kept else None)
            return rendered.messages
        # Of a card no message is kept: sent again, its turn runs again and says the same.
        await self._keep(conversation_id, conversation, rendered._replace(messages=[]), None, after, known, presence, unwritten)
        if client_id is not None:
            await self.asks.or_none(self._store.release, conversation_id, client_id)
        return rendered.messages

    async def open(self, conversation_id: str, country: Optional[str], page: Optional[str], channel: str) -> list[Json]:
        """Begin a conversation with its opening."""
        opening = self.opening(country)
        await self.begin(conversation_id, country, page, channel, opening)
        return opening.messages

    def opening(self, country: Optional[str], invites: bool = True, also: Sequence[Draft] = ()) -> Rendered:
        """What comes first: what the bot is, privacy, where help is now; and an invitation, unless the visitor began already.

        Args:
            country: of the visitor, if it is known.
            invites: whether to ask what brings them.
            also: notices of the channel.
        """
        drafts = help_before_choices([draft("utter_opening"), draft("utter_where_help_is_now")])
        drafts[1:1] = also
        if not invites:
            drafts.pop()
        scene = Scene(country or self._settings.country)
        return render([filled(each, self._settings) for each in drafts], scene, self._settings)

    async def begin(self, conversation_id: str, country: Optional[str], page: Optional[str], channel: str, opening: Rendered) -> None:
        """Record a conversation and its opening, and count it."""
        shown = (opening.messages, opening.choices, opening.offered)
        await self.asks(self._store.start, conversation_id, channel, country, page, *shown, BEGUN)

    async def time_is_up(self, conversation_id: str) -> list[Json]:
        """Say that the exercise's time is over, and ask what was noticed: unless it has ended or is paused, or risk is open.

        Raises:
            SQLAlchemyError: the store is down.
        """
        async with self._order.turn(conversation_id):
            conversation: Optional[Conversation] = await self.asks(self._store.conversation, conversation_id)
            if conversation is None:
                return []
            after = self._remembered.risk_of(conversation_id, conversation).state
            due = time_is_up(conversation.state)
            if not due or after.is_open or after.pending:
                return []
            rendered = render(due, scene(after.country or conversation.country, conversation, after, None), self._settings)
            await self.asks(self._store.say, conversation_id, Answer(rendered.messages, rendered.choices, rendered.offered))
            self._remembered.shown(conversation_id, rendered.choices, stored=True)
            return rendered.messages

    async def delete(self, conversation_id: str) -> None:
        """Delete the conversation and everything of it, in the store and in this process."""
        self._remembered.forget(conversation_id)
        self._views.drop(conversation_id)
        await self.asks(self._store.delete, conversation_id, patience=DELETION_PATIENCE)

    def forget_idle(self) -> None:
        """Drop what is held in memory of conversations that nobody has written in lately."""
        self._views.drop_idle()

    async def alarm(self, conversation_id: str, country: Optional[str], refused: Incoming) -> list[Json]:
        """The crisis message for a message that is refused, at the level that the rules alone find in it."""
        if refused.choice is None:
            return await self._alarms(conversation_id, country, await heard_by_rules(refused.text or ""), refused.client_id)
        try:
            heard = risk.from_payload((await self._reader.choice(conversation_id, refused.choice)).payload)
        except UnknownChoice:
            heard = risk.Heard(is_choice=True)
        return await self._alarms(conversation_id, country, heard, refused.client_id)

    def static(self, country: Optional[str]) -> list[Json]:
        """The static crisis message that goes with every error."""
        static = draft("utter_static_crisis", next(self._errors))
        return render([static], Scene(country or self._settings.country), self._settings).messages

    async def _drafts(
        self,
        conversation_id: str,
        conversation: Optional[Conversation],
        message: Message,
        after: risk.State,
        act: Optional[risk.Act],
        crisis_waits: asyncio.Event,
        recording: Recording,
    ) -> list[Draft]:
        """What to say: from the engine, or without it."""
        if message.card:
            return [filled(card_draft(said), self._settings) for said in cards.say(message.card)]
        metadata = beside(message, conversation, after, act)
        engine = self._engine()
        timeout = min(self._settings.engine_timeout, ENGINE_PATIENCE) if act else self._settings.engine_timeout
        answering = engine.respond(conversation_id, message.engine_text, metadata) if engine else None
        drafts = await engines_answer(answering, timeout, crisis_waits, recording.late) if answering else ()
        if act and not any(each.response == act.response for each in drafts):
            return [draft(act.response, act.wording)]
        if drafts:
            return [filled(each, self._settings) for each in drafts]
        outage = self._remembered.outage(conversation_id)
        return [draft("utter_engine_down", outage), draft("utter_static_crisis", outage)]

    async def _conversation(self, conversation_id: str) -> Optional[Conversation]:
        """The conversation, or None if the store is down."""
        try:
            found: Optional[Conversation] = await self.asks(self._store.conversation, conversation_id)
        except SQLAlchemyError as error:
            logger.error("The store is down: %s.", type(error).__name__)
            return None
        if found is None:
            raise UnknownConversation
        return found

    async def _arrival(
        self, conversation: Optional[Conversation], opened: Optional[Opened], at_risk: bool, minor: bool
    ) -> tuple[Optional[Arrival], Optional[Draft]]:
        """What is due to someone who was away or has been here for hours, and where they were. None while the store is down."""
        if conversation is None:
            return None, None
        away = self._clock() - conversation.last_seen
        arrival = arrive(Presence.from_json(conversation.presence or {}), away, minor, self._cadence)
        # What was spoken of around a danger is not brought up again.
        if not arrival.was_away or at_risk:
            return arrival, None
        events = opened.events if opened else []
        if events is None:
            events = await self.asks.or_none(self._store.recent_events, conversation.id, RECENT_EVENTS)
        return arrival, place(conversation.state, events or [], arrival.presence.said)

    def _welcomed(
        self, arrival: Arrival, was_at: Optional[Draft], conversation: Optional[Conversation], after: risk.State, drafts: list[Draft]
    ) -> tuple[Presence, list[Draft]]:
        """The answer with what is due to someone who was away or has been here for hours, and their times after it."""
        if conversation and not after.is_open:
            presence, drafts = another.offer(arrival.presence, conversation.state, drafts)
            arrival = arrival._replace(presence=presence)
        presence, drafts = welcome(arrival, was_at, drafts)
        return presence, [filled(each, self._settings) for each in drafts]

    async def _keep(
        self,
        conversation_id: str,
        conversation: Optional[Conversation],
        rendered: Rendered,
        client_id: Optional[str],
        after: risk.State,
        known: Optional[Json],
        presence: Optional[Presence],
        unwritten: Optional[Unwritten],
        told: Optional[str] = None,
    ) -> bool:
        """Keep an answer, what the visitor told if it is not on record, what the engine left to be written with both, and the state after
        it. False: it could not be kept.

        The state is not kept if the store has another than the one known: another turn went on meanwhile.
        """
        offered = cards.without_picks(rendered.offered)
        answer = Answer(
            rendered.messages,
            rendered.choices,
            offered,
            client_id,
            risk=after.to_json(),
            known_risk=known,
            presence=presence.to_json() if presence else None,
            emptied=times_emptied(conversation.state if conversation else None),
            told=told,
            unwritten=unwritten,
        )
        kept = await self.asks.or_none(self._store.say, conversation_id, answer)
        self._remembered.risk(conversation_id, Standing(after), stored=kept is not None)
        self._remembered.shown(conversation_id, rendered.choices, stored=kept is not None)
        self._remembered.offered_card(conversation_id, rendered.offered, offered)
        return bool(kept)
