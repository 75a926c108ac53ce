"""The one database: conversations, turns, once-only answers, risk, counters, retention. Synchronous, safe from several threads."""

from __future__ import annotations

import datetime as dt
import time
from functools import lru_cache
from typing import Any, Mapping, NamedTuple, Optional, Sequence

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from thaw.settings import settings
from thaw.store import conversations, counters, schema
from thaw.store.conversations import Choice, Conversation
from thaw.store.database import Json, connect, now, utc
from thaw.store.emptied import emptied_messages, emptied_turn, times_emptied
from thaw.store.handoffs import WITHDRAWN, HandOffs, withdraw_of
from thaw.store.marks import mark_of, marked_anew
from thaw.store.outbox import Outbox
from thaw.store.outgoing import Outgoing

ABANDONED_AFTER = 30.0
"""Seconds after which a claimed turn without an answer counts as dead (its process was killed) and may run again."""
# Built once: building a statement, and finding again what it was compiled to, costs as much as running it.
_OF, _KEY = sa.bindparam("of"), sa.bindparam("key")
_IS_IT = schema.conversation.c.id == _OF
_HELD = sa.select(schema.conversation.c.id, schema.conversation.c.risk, schema.conversation.c.state).where(_IS_IT).with_for_update()
_START = schema.conversation.insert()
_CHANGE = schema.conversation.update().where(_IS_IT)
_CLAIM = schema.answer.insert()
_ANSWER = schema.answer.update().where(schema.answer.c.conversation_id == _OF, schema.answer.c.client_id == _KEY)
_PRESENCE = schema.presence.update().where(schema.presence.c.conversation_id == _OF)
_FIRST_PRESENCE = schema.presence.insert()
_MESSAGE, _EVENT, _CHOICE = schema.message.insert(), schema.event.insert(), schema.choice.insert()


class Claim(NamedTuple):
    """What became of asking for a turn's client id: `mine` to run it, else `messages` (None: it runs elsewhere)."""

    mine: bool
    messages: Optional[list[Json]]


class Opened(NamedTuple):
    """What a turn begins with: its claim, the conversation (None: there is none any more), and the engine's last events, oldest first.

    The events are None if the conversation bears the mark that was known: nothing was written since.
    """

    claim: Claim
    conversation: Optional[Conversation]
    events: Optional[list[Json]]


class Store:
    """Access to the database. Methods raise `sqlalchemy.exc.SQLAlchemyError`, never with a visitor's words in it."""

    def __init__(self, url: str) -> None:
        self._database = connect(url)
        self._writing, self._reading = self._database
        # SQLite is the database of one process: what was claimed before this one opened it, nobody works on any more.
        self._alone_since = now() if url.startswith("sqlite") else None
        self.hand_offs = HandOffs(self._database)
        self.outbox = Outbox(self._database)
        self.outgoing = Outgoing(self._database)

    def create_tables(self) -> None:
        """Make the tables that are missing."""
        schema.metadata.create_all(self._writing)

    def close(self) -> None:
        """Give back all connections."""
        self._database.close()

    def ping(self) -> None:
        """Raise if the database does not answer."""
        with self._reading.connect() as connection:
            connection.execute(sa.select(schema.conversation.c.id).limit(1)).first()

    # Conversations

    def start(
        self,
        conversation_id: str,
        channel: str,
        country: Optional[str],
        page: Optional[str],
        messages: Sequence[Json] = (),
        choices: Optional[Mapping[str, Choice]] = None,
        offered: Sequence[Json] = (),
        counted: Optional[str] = None,
    ) -> None:
        """Make a conversation with its first messages, their choices and what they offer, and count it."""
        moment = now()
        with self._writing.begin() as connection:
            begun = {"country": country, "page": page, "started": moment, "last_seen": moment, "offered": list(offered)}
            connection.execute(_START, {"id": conversation_id, "channel": channel, **begun})
            self._show(connection, conversation_id, moment, [_said(each) for each in messages], choices or {})
            counters.add(connection, counted)

    def conversation(self, conversation_id: str) -> Optional[Conversation]:
        """The conversation, or None if there is none (any more)."""
        with self._reading.connect() as connection:
            return conversations.found(connection, conversation_id)

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation and everything of it. For a redeemed hand-off a withdrawal notice goes to the outbox."""
        self._delete_where(schema.conversation.c.id == conversation_id, withdraw=True)

    def withdraw(self, conversation_id: str) -> int:
        """Take back the hand-offs of a conversation; return how many there were."""
        return self.hand_offs.withdraw(conversation_id)

    def purge(self, older_than: dt.datetime) -> int:
        """Delete the conversations whose last message is older; return how many. Time passing withdraws nothing."""
        return self._delete_where(schema.conversation.c.last_seen < older_than)

    def _delete_where(self, condition: Any, withdraw: bool = False) -> int:
        with self._writing.begin() as connection:
            # Locked: what is being written to a conversation is waited for, and goes with it.
            query = sa.select(schema.conversation.c.id).where(condition).with_for_update()
            ids = [row.id for row in connection.execute(query)]
            withdrawn = 0
            for start in range(0, len(ids), 500):
                some = ids[start : start + 500]
                if withdraw:
                    withdrawn += withdraw_of(connection, some)
                for table in schema.OF_A_CONVERSATION:
                    connection.execute(table.delete().where(table.c.conversation_id.in_(some)))
                connection.execute(schema.conversation.delete().where(schema.conversation.c.id.in_(some)))
            counters.add(connection, WITHDRAWN, withdrawn)
        return len(ids)

    # Turns, as the visitor sees them

    def open_turn(self, conversation_id: str, client_id: Optional[str], most: int, known: Optional[str] = None) -> Opened:
        """Claim the turn that the client calls `client_id`, so that it runs once however often it arrives, and read what it needs.

        Args:
            conversation_id: the conversation.
            client_id: the client's id of the turn; without one there is nothing to claim.
            most: how many of the engine's events.
            known: the mark of the conversation as the caller knows it.
        """
        try:
            with self._writing.begin() as connection:
                opened = conversations.found_anew(connection, conversation_id, most, known, held=client_id is not None)
                if client_id is not None and opened[0]:
                    connection.execute(_CLAIM, {"conversation_id": conversation_id, "client_id": client_id, "claimed": now()})
                return Opened(Claim(True, None), *opened)
        except IntegrityError:
            claim = self._claimed_again(conversation_id, str(client_id))
        with self._reading.connect() as connection:
            return Opened(claim, *conversations.found_anew(connection, conversation_id, most, known))

    def claim(self, conversation_id: str, client_id: str) -> Claim:
        """Claim a turn, and read nothing."""
        return self.open_turn(conversation_id, client_id, 0).claim

    def _claimed_again(self, conversation_id: str, client_id: str) -> Claim:
        """What becomes of a claim where there is one."""
        columns = schema.answer.c
        mine = sa.and_(columns.conversation_id == conversation_id, columns.client_id == client_id)
        with self._writing.begin() as connection:
            row = connection.execute(sa.select(columns.messages, columns.claimed).where(mine)).first()
            if row is None or row.messages is not None:
                return Claim(False, row.messages if row else None)
            abandoned = now() - dt.timedelta(seconds=ABANDONED_AFTER)
            if utc(row.claimed) > max(abandoned, self._alone_since or abandoned):
                return Claim(False, None)
            retaken = connection.execute(
                schema.answer.update().where(mine, columns.messages.is_(None), columns.claimed == row.claimed).values(claimed=now())
            )
            return Claim(retaken.rowcount == 1, None)

    def is_claimed(self, conversation_id: str, client_id: str) -> bool:
        """Whether the turn was claimed: it runs, or is answered."""
        columns = schema.answer.c
        query = sa.select(columns.claimed).where(columns.conversation_id == conversation_id, columns.client_id == client_id)
        with self._reading.connect() as connection:
            return connection.execute(query).first() is not None

    def release(self, conversation_id: str, client_id: str) -> None:
        """Give back a claim whose turn was refused, so that it is refused again and not waited for."""
        columns = schema.answer.c
        with self._writing.begin() as connection:
            connection.execute(
                schema.answer.delete().where(
                    columns.conversation_id == conversation_id, columns.client_id == client_id, columns.messages.is_(None)
                )
            )

    def hear(
        self,
        conversation_id: str,
        text: str,
        risk: Json,
        client_id: Optional[str] = None,
        presence: Optional[Json] = None,
        counted: Optional[str] = None,
    ) -> bool:
        """Record the visitor's message, once for a client id, the risk state after it and their times, and count what is said in answer.

        False: the conversation is gone.
        """
        moment = now()
        with self._writing.begin() as connection:
            known = connection.execute(_CHANGE, {"of": conversation_id, "last_seen": moment, "risk": risk})
            if known.rowcount == 0:
                return False
            self._keep_presence(connection, conversation_id, presence)
            self._show(connection, conversation_id, moment, _told(connection, conversation_id, text, client_id), {})
            counters.add(connection, counted)
        return True

    def _keep_presence(self, connection: Any, conversation_id: str, presence: Optional[Json]) -> None:
        """Keep the visitor's times, if there are any."""
        if presence is None:
            return
        if connection.execute(_PRESENCE, {"of": conversation_id, "body": presence}).rowcount == 0:
            connection.execute(_FIRST_PRESENCE, {"conversation_id": conversation_id, "body": presence})

    def heard(self, conversation_id: str, client_id: str) -> Optional[str]:
        """The visitor's words in the turn with this id, if it was among the last ones."""
        with self._reading.connect() as connection:
            return conversations.heard(connection, conversation_id, client_id)

    def record_words(self, conversation_id: str, text: str, client_id: Optional[str]) -> bool:
        """Record the visitor's message alone, once for a client id: others may be answered since. False: the conversation is gone."""
        with self._writing.begin() as connection:
            if connection.execute(_HELD, {"of": conversation_id}).first() is None:
                return False
            self._show(connection, conversation_id, now(), _told(connection, conversation_id, text, client_id), {})
        return True

    def record_risk(self, conversation_id: str, risk: Json, counted: Optional[str] = None) -> bool:
        """Record the risk state after a message that was refused and is not kept, and count its answer. False: the conversation is gone."""
        with self._writing.begin() as connection:
            known = connection.execute(_CHANGE, {"of": conversation_id, "risk": risk})
            counters.add(connection, counted)
        return bool(known.rowcount)

    def say(
        self,
        conversation_id: str,
        messages: Sequence[Json],
        choices: Mapping[str, Choice],
        offered: Optional[Sequence[Json]] = None,
        client_id: Optional[str] = None,
        risk: Optional[Json] = None,
        known_risk: Optional[Json] = None,
        presence: Optional[Json] = None,
        emptied: int = 0,
        told: Optional[str] = None,
        events: Sequence[Json] = (),
        state: Optional[Json] = None,
        after: Optional[str] = None,
    ) -> bool:
        """Record the bot's messages, their choices, what is now on offer, the risk and the visitor's times, the once-only answer, and
        the engine's new events with its state after them, which follow the state with the mark `after`. Before them comes what the
        visitor `told`, if it is not on record.

        If `known_risk` is not the risk on record, a later message was answered meanwhile: risk and offer stay that message's.
        If it was emptied more often than `emptied` says, a hand-off was redeemed meanwhile: receipts are kept without its words.
        Returns False, and records nothing, if the conversation is gone.
        """
        moment = now()
        with self._writing.begin() as connection:
            row = connection.execute(_HELD, {"of": conversation_id}).first()
            if row is None:
                return False
            if times_emptied(row.state) != emptied:
                messages = emptied_messages(messages)
            values: Json = {"last_seen": moment}
            if known_risk is None or known_risk == (row.risk or {}):
                values.update({} if offered is None else {"offered": list(offered)}, **({} if risk is None else {"risk": risk}))
            values.update(self._add_events(connection, conversation_id, row.state, events, state, after))
            connection.execute(_CHANGE, {"of": conversation_id, **values})
            self._keep_presence(connection, conversation_id, presence)
            before = _told(connection, conversation_id, told, client_id)
            self._show(connection, conversation_id, moment, [*before, *(_said(each) for each in messages)], choices)
            if client_id is not None:
                connection.execute(_ANSWER, {"of": conversation_id, "key": client_id, "messages": list(messages)})
        return True

    def _show(
        self, connection: Any, conversation_id: str, moment: dt.datetime, messages: Sequence[Json], choices: Mapping[str, Choice]
    ) -> None:
        """Within the caller's transaction: record messages, and what stands behind their choices."""
        if messages:
            connection.execute(_MESSAGE, [{"conversation_id": conversation_id, "at": moment, "body": body} for body in messages])
        if choices:
            behind = [{"id": key, "payload": choice.payload, "label": choice.label} for key, choice in choices.items()]
            connection.execute(_CHOICE, [{"conversation_id": conversation_id, **each} for each in behind])

    def choice(self, conversation_id: str, choice_id: str) -> Optional[Choice]:
        """What stands behind a choice of this conversation, or None."""
        with self._reading.connect() as connection:
            return conversations.choice(connection, conversation_id, choice_id)

    def history(self, conversation_id: str) -> list[Json]:
        """The conversation so far, both sides, as the visitor saw it; what they wrote has the id their client gave it."""
        columns = schema.message.c
        query = sa.select(columns.at, columns.body).where(columns.conversation_id == conversation_id).order_by(columns.number)
        with self._reading.connect() as connection:
            return [{**row.body, "at": utc(row.at).isoformat()} for row in connection.execute(query)]

    # Turns, as the dialogue engine sees them

    def recent_events(self, conversation_id: str, limit: int) -> list[Json]:
        """The last `limit` events of the engine, oldest first."""
        with self._reading.connect() as connection:
            return conversations.late_events(connection, conversation_id, limit)

    def add_events(self, conversation_id: str, events: Sequence[Json], state: Json) -> bool:
        """Record new events of the engine and its state after them. False: the conversation is gone.

        Where a hand-off was redeemed since the turn read the state, its words are left out.
        """
        with self._writing.begin() as connection:
            row = connection.execute(_HELD, {"of": conversation_id}).first()
            if row is None:
                return False
            changed = self._add_events(connection, conversation_id, row.state, events, state)
            connection.execute(_CHANGE, {"of": conversation_id, "last_seen": now(), **changed})
        return True

    def _add_events(
        self,
        connection: Any,
        conversation_id: str,
        standing: Optional[Json],
        events: Sequence[Json],
        state: Optional[Json],
        after: Optional[str] = None,
    ) -> Json:
        """Within the caller's transaction, which holds the conversation: add events; returns what changes of the conversation."""
        if state is None:
            return {}
        if mark_of(state) is None or mark_of(standing) != after:
            # Someone else wrote meanwhile: what the writer holds is not all that is here.
            state = marked_anew(state)
        if times_emptied(standing) != times_emptied(state):
            events, state = emptied_turn(events, state, times_emptied(standing))
        if events:
            connection.execute(_EVENT, [{"conversation_id": conversation_id, "body": body} for body in events])
        return {"state": state}

    # Counters

    def count(self, name: str, by: int = 1) -> None:
        """Add to today's counter `name`. Counters carry no identifier."""
        with self._writing.begin() as connection:
            counters.add(connection, name, by)

    def counters(self) -> list[tuple[dt.date, str, int]]:
        """All counters: day (UTC), name, count."""
        return counters.read(self._reading)


def _said(message: Json) -> Json:
    """A message of the bot, as it is recorded."""
    return {"from": "bot", **message}


def _told(connection: Any, conversation_id: str, text: Optional[str], client_id: Optional[str]) -> list[Json]:
    """The visitor's message as it is recorded, if there is one and it is not on record: a turn may have broken off, and run again."""
    if text is None or (client_id is not None and conversations.heard(connection, conversation_id, client_id) is not None):
        return []
    return [{"from": "visitor", "kind": "text", "text": text, **({} if client_id is None else {"id": client_id})}]


def open_store(url: str, patience: float = 0.0) -> Store:
    """Open the database and make its tables, trying again for `patience` seconds while it does not answer."""
    deadline = time.monotonic() + patience
    while True:
        try:
            store = Store(url)
            store.create_tables()
            return store
        except sa.exc.OperationalError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.2)


@lru_cache(maxsize=1)
def the_store() -> Store:
    """The store of this process."""
    return open_store(settings().database_url)
