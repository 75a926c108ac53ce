"""The tables of the one database. Everything that belongs to a conversation carries its id, so that deletion is one loop."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

conversation = sa.Table(
    "conversation",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("country", sa.String(2), nullable=True),
    sa.Column("page", sa.String(200), nullable=True),
    sa.Column("started", sa.DateTime(timezone=True), nullable=False),
    sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False, index=True),
    # What the dialogue engine needs besides the last events: {"slots": {…}, "active_loop": name or null}.
    sa.Column("state", sa.JSON, nullable=True),
    # The risk state machine's state.
    sa.Column("risk", sa.JSON, nullable=True),
    # What the bot's last turn offered: short answers are read in its light.
    sa.Column("offered", sa.JSON, nullable=True),
)

presence = sa.Table(
    "presence",
    metadata,
    sa.Column("conversation_id", sa.String(64), primary_key=True),
    # Seconds of use and what is owed of disclosure (thaw/channels/returning.py). No moment of it is kept here.
    sa.Column("body", sa.JSON, nullable=False),
)

event = sa.Table(
    "event",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("conversation_id", sa.String(64), nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("event_of_conversation", "conversation_id", "number"),
)

message = sa.Table(
    "message",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("conversation_id", sa.String(64), nullable=False),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    # As the visitor saw it: {"from": "bot" or "visitor", "kind": …, "text": …, …}.
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("message_of_conversation", "conversation_id", "number"),
)

choice = sa.Table(
    "choice",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("conversation_id", sa.String(64), nullable=False, index=True),
    sa.Column("payload", sa.String(200), nullable=False),
    sa.Column("label", sa.String(200), nullable=False),
)

answer = sa.Table(
    "answer",
    metadata,
    sa.Column("conversation_id", sa.String(64), primary_key=True),
    sa.Column("client_id", sa.String(64), primary_key=True),
    sa.Column("claimed", sa.DateTime(timezone=True), nullable=False),
    # Null while the turn is running.
    sa.Column("messages", sa.JSON(none_as_null=True), nullable=True),
)

counter = sa.Table(
    "counter",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)

handoff = sa.Table(
    "handoff",
    metadata,
    sa.Column("id", sa.String(96), primary_key=True),
    sa.Column("conversation_id", sa.String(64), nullable=False, index=True),
    # What the visitor agreed to send; null once it was redeemed.
    sa.Column("payload", sa.JSON(none_as_null=True), nullable=True),
    # The consent: which text, and when.
    sa.Column("consent_version", sa.String(40), nullable=False),
    sa.Column("consented", sa.DateTime(timezone=True), nullable=False),
    sa.Column("expires", sa.DateTime(timezone=True), nullable=False, index=True),
    sa.Column("redeemed", sa.DateTime(timezone=True), nullable=True),
)

redemption = sa.Table(
    "redemption",
    metadata,
    sa.Column("handoff_id", sa.String(96), primary_key=True),
    sa.Column("conversation_id", sa.String(64), nullable=False, index=True),
    # The hash of the key with which it was redeemed: who shows the key again lost the answer, and gets it again.
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("until", sa.DateTime(timezone=True), nullable=False, index=True),
)

consent_text = sa.Table(
    "consent_text",
    metadata,
    sa.Column("version", sa.String(40), primary_key=True),
    # As visitors read it. Nothing of theirs is in it, and it stays as long as the consents it explains may be asked about.
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("first", sa.DateTime(timezone=True), nullable=False),
)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.String(32), nullable=False),
    # Never a visitor's words about themselves: an entry outlives the conversation it tells of.
    sa.Column("body", sa.JSON, nullable=False),
    sa.Column("due", sa.DateTime(timezone=True), nullable=False, index=True),
    sa.Column("attempts", sa.Integer, nullable=False),
)

outgoing = sa.Table(
    "outgoing",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("conversation_id", sa.String(64), nullable=False, index=True),
    sa.Column("channel", sa.String(16), nullable=False),
    # Messages of one lane arrive in their order; null: it waits for none.
    sa.Column("lane", sa.String(80), nullable=True, index=True),
    # Address and message, encrypted (thaw/channels/sealed.py).
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("first_due", sa.DateTime(timezone=True), nullable=False),
    sa.Column("due", sa.DateTime(timezone=True), nullable=False, index=True),
    sa.Column("attempts", sa.Integer, nullable=False),
)

numbers = sa.Table(
    "numbers",
    metadata,
    sa.Column("conversation_id", sa.String(64), primary_key=True),
    # On channels without buttons: the ids of the choices that the numbers of the last list stand for.
    sa.Column("body", sa.JSON, nullable=False),
)

received = sa.Table(
    "received",
    metadata,
    # The keyed hash of a platform's message id: it says nothing of whose it was, and outlives the conversation, so that a message which
    # comes again after a deletion is not answered anew.
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False, index=True),
)

quiet = sa.Table(
    "quiet",
    metadata,
    # Who wrote STOP. Kept until they write START: the law asks for it, and so it is no part of the conversation.
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("since", sa.DateTime(timezone=True), nullable=False),
)

OF_A_CONVERSATION = (presence, event, message, choice, answer, handoff, redemption, outgoing, numbers)
"""Tables whose rows belong to a conversation and go with it."""
