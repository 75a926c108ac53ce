"""Messages that are refused, for their rate or their length: the crisis message they get, and what is kept of them."""

from __future__ import annotations

import asyncio
import logging
from typing import Optional

from thaw.channels.order import Order
from thaw.channels.outages import Asks
from thaw.channels.remembered import Remembered, Standing
from thaw.channels.renderer import Json, Scene, draft, render
from thaw.safety import risk
from thaw.safety.reply import read_reply
from thaw.safety.screen import Signal, by_rules_in_pieces
from thaw.settings import Settings
from thaw.store import Store

logger = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that the crisis message waits for the risk to be recorded, which then goes on behind it."""
LONG = 200
"""Characters of a message up to which a yes or a no is looked for in it."""

Outcome = tuple[risk.State, Optional[risk.Act]]


async def heard_by_rules(text: str) -> risk.Heard:
    """What the rules alone find in a text of any length."""
    return risk.Heard(await asyncio.to_thread(by_rules_in_pieces, text), read_reply(text) if len(text) <= LONG else None)


class Alarms:
    """Answers refused messages, and records the risk in them."""

    def __init__(self, store: Store, asks: Asks, order: Order, remembered: Remembered, settings: Settings) -> None:
        self._store = store
        self._asks = asks
        self._order = order
        self._remembered = remembered
        self._settings = settings
        self._recording: set[asyncio.Task[Outcome]] = set()

    async def __call__(self, conversation_id: str, country: Optional[str], heard: risk.Heard, client_id: Optional[str]) -> list[Json]:
        """The crisis message. It does not wait for a turn that is running; the risk is recorded after that turn."""
        recording = asyncio.ensure_future(self._record(conversation_id, heard, client_id))
        self._recording.add(recording)
        recording.add_done_callback(self._recorded)
        await asyncio.wait({recording}, timeout=PATIENCE)
        if recording.done() and not recording.exception():
            state, act = recording.result()
        else:
            state = self._remembered.risk_of(conversation_id, None).in_which(client_id)
            act = risk.step(state, heard)[1]
        static = draft("utter_static_crisis", self._remembered.outage(conversation_id))
        static = static._replace(metadata={**static.metadata, "level": "urgent" if act and act.level == "urgent" else "support"})
        return render([static], Scene(state.country or country or self._settings.country), self._settings).messages

    async def _record(self, conversation_id: str, heard: risk.Heard, client_id: Optional[str]) -> Outcome:
        """The state after a refused message, recorded in its turn, and the act that it would be answered with."""
        async with self._order.turn(conversation_id):
            conversation = await self._asks.or_none(self._store.conversation, conversation_id)
            standing = self._remembered.risk_of(conversation_id, conversation)
            before = standing.in_which(client_id)
            act = risk.step(before, heard)[1]
            if act is None:
                return before, None
            told = raised(before, heard.signal)
            if (
                standing.has_heard(client_id)
                and standing.state.at_least(told.stage) == standing.state.stage
                and told.route == standing.state.route
            ):
                # On record already, perhaps with the question that a turn which is running asks.
                return standing.state, act
            after = Standing(told, client_id, before)
            counted = None if standing.has_heard(client_id) else f"crisis_{act.level}"
            stored = await self._asks.or_none(self._store.record_risk, conversation_id, after.to_json(), counted)
            self._remembered.risk(conversation_id, after, stored is not None)
            return after.state, act

    def _recorded(self, recording: asyncio.Task[Outcome]) -> None:
        self._recording.discard(recording)
        if not recording.cancelled() and recording.exception():
            logger.error("The risk in a refused message was not recorded.", exc_info=recording.exception())


def raised(state: risk.State, signal: Signal) -> risk.State:
    """The state after a refused message's own signal: the message answers no question, and none was asked of it."""
    if not signal.level:
        return state
    alarmed = risk.step(state, risk.Heard(signal))[0]
    told = state._replace(
        stage=alarmed.stage,
        quiet=alarmed.quiet,
        eased=alarmed.eased,
        looked_back=alarmed.looked_back,
        route=alarmed.route,
        routes=alarmed.routes,
        ground=alarmed.ground,
    )
    if told.stage == state.stage:
        return told
    # A "no" to the question before would take back what was said since; to the question about a plan, it does not.
    return told._replace(pending="plan" if state.pending == "plan" else None, unread=0)
