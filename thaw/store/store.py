"""The one database: conversations, turns, once-only answers, risk, counters, retention. Synchronous, safe from several threads."""

from __future__ import annotations

import datetime as dt
import time
from functools import lru_cache
from typing import Any, Mapping, NamedTuple, Optional, Sequence

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from thaw.settings import settings
from thaw.store import claims, conversations, counters, schema, writing
from thaw.store.claims import Claim
from thaw.store.conversations import Choice, Conversation
from thaw.store.database import Json, connect, now, utc, writes
from thaw.store.handoffs import WITHDRAWN, HandOffs, withdraw_of
from thaw.store.outbox import Outbox
from thaw.store.outgoing import Outgoing
from thaw.store.writing import Answer, Unwritten

_START = schema.conversation.insert()


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
        self.has_one_writer = url.startswith("sqlite")
        """Whether its transactions that write come one after the other, whatever they write to."""
        # SQLite is the database of one process: what was claimed before this one opened it, nobody works on any more.
        self._alone_since = now() if self.has_one_writer else None
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

    @writes
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
            writing.write_messages(connection, conversation_id, moment, [writing.said(each) for each in messages], choices or {})
            counters.add(connection, counted)

    def conversation(self, conversation_id: str) -> Optional[Conversation]:
        """The conversation, or None if there is none (any more)."""
        with self._reading.connect() as connection:
            return conversations.found(connection, conversation_id)

    @writes
    def delete(self, conversation_id: str) -> None:
        """Delete a conversation and everything of it. For a redeemed hand-off a withdrawal notice goes to the outbox."""
        self._delete_where(schema.conversation.c.id == conversation_id, withdraw=True)

    @writes
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

    @writes
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
                    claims.first(connection, conversation_id, client_id)
                return Opened(Claim(True, None), *opened)
        except IntegrityError:
            with self._writing.begin() as connection:
                claim = claims.again(connection, conversation_id, str(client_id), self._alone_since)
        with self._reading.connect() as connection:
            return Opened(claim, *conversations.found_anew(connection, conversation_id, most, known))

    @writes
    def claim(self, conversation_id: str, client_id: str) -> Claim:
        """Claim a turn, and read nothing."""
        return self.open_turn(conversation_id, client_id, 0).claim

    def is_claimed(self, conversation_id: str, client_id: str) -> bool:
        """Whether the turn was claimed: it runs, or is answered."""
        with self._reading.connect() as connection:
            return claims.is_there(connection, conversation_id, client_id)

    @writes
    def release(self, conversation_id: str, client_id: str) -> None:
        """Give back a claim whose turn was refused, so that it is refused again and not waited for."""
        with self._writing.begin() as connection:
            claims.release(connection, conversation_id, client_id)

    @writes
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
            known = connection.execute(writing.CHANGE, {"of": conversation_id, "last_seen": moment, "risk": risk})
            if known.rowcount == 0:
                return False
            writing.write_presence(connection, conversation_id, presence)
            told = writing.told(connection, conversation_id, text, client_id)
            writing.write_messages(connection, conversation_id, moment, told, {})
            counters.add(connection, counted)
        return True

    def heard(self, conversation_id: str, client_id: str) -> Optional[str]:
        """The visitor's words in the turn with this id, if it was among the last ones."""
        with self._reading.connect() as connection:
            return conversations.heard(connection, conversation_id, client_id)

    @writes
    def record_words(self, conversation_id: str, text: str, client_id: Optional[str]) -> bool:
        """Record the visitor's message alone, once for a client id: others may be answered since. False: the conversation is gone."""
        with self._writing.begin() as connection:
            if connection.execute(writing.HELD, {"of": conversation_id}).first() is None:
                return False
            writing.write_messages(connection, conversation_id, now(), writing.told(connection, conversation_id, text, client_id), {})
        return True

    @writes
    def record_risk(self, conversation_id: str, risk: Json, counted: Optional[str] = None) -> bool:
        """Record the risk state after a message that was refused and is not kept, and count its answer. False: the conversation is gone."""
        with self._writing.begin() as connection:
            known = connection.execute(writing.CHANGE, {"of": conversation_id, "risk": risk})
            counters.add(connection, counted)
        return bool(known.rowcount)

    @writes
    def say(self, conversation_id: str, answer: Answer) -> bool:
        """Record an answer and what belongs to it, as `thaw.store.writing` says. False: the conversation is gone."""
        with self._writing.begin() as connection:
            return writing.write_answer(connection, conversation_id, answer, now())

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

    @writes
    def add_events(self, conversation_id: str, events: Sequence[Json], state: Json) -> bool:
        """Record new events of the engine and its state after them. False: the conversation is gone."""
        with self._writing.begin() as connection:
            row = connection.execute(writing.HELD, {"of": conversation_id}).first()
            if row is None:
                return False
            changed = writing.write_events(connection, conversation_id, row.state, Unwritten(events, state))
            connection.execute(writing.CHANGE, {"of": conversation_id, "last_seen": now(), **changed})
        return True

    # Counters

    def count(self, name: str, by: int = 1) -> None:
        """Add to today's counter `name`. Counters carry no identifier."""
        with self._writing.begin() as connection:
            counters.add(connection, name, by)

    def counters(self) -> list[tuple[dt.date, str, int]]:
        """All counters: day (UTC), name, count."""
        return counters.read(self._reading)


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
