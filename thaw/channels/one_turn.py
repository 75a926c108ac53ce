"""One message answered: read, recorded, said and kept. `turn.py` says when its turn has come."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Callable, NamedTuple, Optional

from thaw import cards
from thaw.cadence import Cadence
from thaw.channels import another
from thaw.channels.answer import card_draft, filled, is_minor, scene, with_safety
from thaw.channels.beside import beside
from thaw.channels.outages import ENGINE_PATIENCE, Asks, Engine, engines_answer
from thaw.channels.reading import Incoming, Message, Reader
from thaw.channels.recording import Heard, Recording
from thaw.channels.remembered import Remembered, Standing
from thaw.channels.renderer import Draft, Json, Rendered, draft, raised, render
from thaw.channels.returning import Arrival, Presence, arrive, place, welcome
from thaw.channels.views import Views
from thaw.safety import risk
from thaw.safety.told import takes_leave
from thaw.settings import Settings
from thaw.store import Answer, Opened, Store, Unwritten
from thaw.store.emptied import times_emptied
from thaw.store.in_turn import RECENT_EVENTS, InTurn, begin

DELETED = "utter_deleted"
DELETION_PATIENCE = 10.0
"""Seconds that the store has for a deletion, which waits for what is being written."""
_OUTAGE = "utter_engine_down"


class Means(NamedTuple):
    """What every turn of this process works with."""

    store: Store
    asks: Asks
    """How the store is asked, by the channel too: within bounds."""
    remembered: Remembered
    views: Views
    reader: Reader
    engine: Callable[[], Optional[Engine]]
    settings: Settings
    clock: Callable[[], dt.datetime]
    cadence: Cadence

    async def delete(self, conversation_id: str) -> None:
        """Delete a conversation and everything of it, in the store and in this process."""
        self.remembered.forget(conversation_id)
        self.views.drop(conversation_id)
        await self.asks(self.store.delete, conversation_id, patience=DELETION_PATIENCE)


class _Kept(NamedTuple):
    """What is kept with an answer: where the visitor stands after it and what the store is known to have of that, their times, what the
    engine left to be written, and their words if they are not on record.
    """

    after: risk.State
    known: Optional[Json]
    presence: Optional[Presence]
    unwritten: Optional[Unwritten]
    told: Optional[str] = None


class OneTurn:
    """The turn of one message."""

    def __init__(self, means: Means, conversation_id: str, incoming: Incoming, opened: Optional[Opened]) -> None:
        """Begin with what the store had of the conversation; `opened` is None while it is down."""
        self._means = means
        self._id = conversation_id
        self._incoming = incoming
        self._opened = opened
        self._conversation = opened.conversation if opened else None

    async def answer(self, country: Optional[str], crisis_waits: asyncio.Event) -> list[Json]:
        """What is answered.

        Args:
            country: of the visitor, if the channel knows it.
            crisis_waits: set once a message about a danger waits behind this one.

        Raises:
            UnknownChoice.
        """
        means, conversation, opened, client_id = self._means, self._conversation, self._opened, self._incoming.client_id
        view, for_the_next = means.views.take(self._id)
        in_turn = InTurn(conversation, opened.events, view) if opened and conversation else None
        standing = means.remembered.risk_of(self._id, conversation)
        before = standing.in_which(client_id)
        message = await means.reader.read(self._id, conversation, before, self._incoming)
        after, act = risk.step(before, message.heard)
        unanswered = Standing(after, client_id, before)
        adult = message.heard.adult
        minor = is_minor(conversation, after, adult)
        arrival, was_at = await self._arrival(before.is_open or act is not None, minor)
        presence = arrival.presence if arrival else None
        counted = f"crisis_{act.level}" if act and not standing.has_heard(client_id) else None
        heard = Heard(message.shown, unanswered, client_id, presence, counted)
        recording = Recording(means.store, means.asks, self._id, None if message.card else heard)
        async with recording:
            # Every calm answer is counted as quiet; whatever else changes, the turns beside this one have to know.
            if act or before.is_open or after._replace(quiet=before.quiet) != before:
                await self._let_know(recording, unanswered)
            if minor:
                # Here, as the engine may be down or busy with a crisis; each time, as the store may have been: no minor's summary stays
                # behind a link.
                await means.asks.or_none(means.store.withdraw, self._id)
                in_turn = None  # what was read is no longer so
            begin(in_turn)
            drafts = await self._drafts(message, after, act, crisis_waits, recording)
            if act:
                drafts = raised(drafts, act.response, act.level)
            unwritten = in_turn.end() if in_turn else None
            deleted = any(each.response == DELETED for each in drafts)
            country = after.country or (conversation.country if conversation else None) or country or means.settings.country
            if not deleted:
                text = self._incoming.text or ""
                typed = None if message.heard.is_choice else self._incoming.text
                after, drafts = with_safety(after, act, drafts, country, takes_leave(text), typed)
                # Risk may stay open for good: only an answer that is a crisis's own, or asks about one, has nothing put before it.
                waits = act or after.pending or message.card or any(each.response == _OUTAGE for each in drafts)
                if arrival and not waits:
                    presence, drafts = self._welcomed(arrival, was_at, after, drafts)
            means.remembered.read_as(self._id, client_id, message.engine_text if message.card else None)
            rendered = render(drafts, scene(country, conversation, after, act, adult), means.settings)
        if deleted:
            await means.delete(self._id)
            return [{**each, "ended": True} for each in rendered.messages]
        known = conversation.risk if conversation else None
        if recording.stands:
            known, presence = unanswered.to_json(), None if presence == heard.presence else presence
        is_kept = await self._end(message, rendered, _Kept(after, known, presence, unwritten, recording.unrecorded))
        means.views.keep(for_the_next, in_turn.view() if in_turn and is_kept else None)
        return rendered.messages

    async def _let_know(self, recording: Recording, unanswered: Standing) -> None:
        """Let the turns beside this one know where the visitor stands with risk, in the store too."""
        self._means.remembered.risk(self._id, unanswered, stored=False)
        await recording.at_once()
        self._means.remembered.risk(self._id, unanswered, stored=recording.stands)

    async def _end(self, message: Message, rendered: Rendered, kept: _Kept) -> bool:
        """Keep the answer; False: it could not be kept, or is of a card. Of a card no message is kept: sent again, its turn runs again and
        says the same.
        """
        client_id = self._incoming.client_id
        if message.card is None:
            return await self._keep(rendered, client_id, kept)
        await self._keep(rendered._replace(messages=[]), None, kept)
        if client_id is not None:
            await self._means.asks.or_none(self._means.store.release, self._id, client_id)
        return False

    async def _drafts(
        self, message: Message, after: risk.State, act: Optional[risk.Act], crisis_waits: asyncio.Event, recording: Recording
    ) -> list[Draft]:
        """What to say: from the engine, or without it."""
        settings = self._means.settings
        if message.card:
            return [filled(card_draft(said), settings) for said in cards.say(message.card)]
        metadata = beside(message, self._conversation, after, act)
        engine = self._means.engine()
        timeout = min(settings.engine_timeout, ENGINE_PATIENCE) if act else settings.engine_timeout
        answering = engine.respond(self._id, message.engine_text, metadata) if engine else None
        drafts = await engines_answer(answering, timeout, crisis_waits, recording.late) if answering else ()
        if act and not any(each.response == act.response for each in drafts):
            return [draft(act.response, act.wording)]
        if drafts:
            return [filled(each, settings) for each in drafts]
        outage = self._means.remembered.outage(self._id)
        return [draft(_OUTAGE, outage), draft("utter_static_crisis", outage)]

    async def _arrival(self, at_risk: bool, minor: bool) -> tuple[Optional[Arrival], Optional[Draft]]:
        """What is due to someone who was away or has been here for hours, and where they were. None while the store is down."""
        conversation, means = self._conversation, self._means
        if conversation is None:
            return None, None
        away = means.clock() - conversation.last_seen
        arrival = arrive(Presence.from_json(conversation.presence or {}), away, minor, means.cadence)
        # What was spoken of around a danger is not brought up again.
        if not arrival.was_away or at_risk:
            return arrival, None
        events = self._opened.events if self._opened else []
        if events is None:
            events = await means.asks.or_none(means.store.recent_events, conversation.id, RECENT_EVENTS)
        return arrival, place(conversation.state, events or [], arrival.presence.said)

    def _welcomed(self, arrival: Arrival, was_at: Optional[Draft], after: risk.State, drafts: list[Draft]) -> tuple[Presence, list[Draft]]:
        """The answer with what is due to someone who was away or has been here for hours, and their times after it."""
        if self._conversation and not after.is_open:
            presence, drafts = another.offer(arrival.presence, self._conversation.state, drafts)
            arrival = arrival._replace(presence=presence)
        presence, drafts = welcome(arrival, was_at, drafts)
        return presence, [filled(each, self._means.settings) for each in drafts]

    async def _keep(self, rendered: Rendered, client_id: Optional[str], kept: _Kept) -> bool:
        """Keep an answer and what goes with it. False: it could not be kept.

        The state is not kept if the store has another than the one known: another turn went on meanwhile.
        """
        offered = cards.without_picks(rendered.offered)
        answer = Answer(
            rendered.messages,
            rendered.choices,
            offered,
            client_id,
            risk=kept.after.to_json(),
            known_risk=kept.known,
            presence=kept.presence.to_json() if kept.presence else None,
            emptied=times_emptied(self._conversation.state if self._conversation else None),
            told=kept.told,
            unwritten=kept.unwritten,
        )
        said = await self._means.asks.or_none(self._means.store.say, self._id, answer)
        remembered = self._means.remembered
        remembered.risk(self._id, Standing(kept.after), stored=said is not None)
        remembered.shown(self._id, rendered.choices, stored=said is not None)
        remembered.offered_card(self._id, rendered.offered, offered)
        return bool(said)
