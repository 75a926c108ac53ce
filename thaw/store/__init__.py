"""The one database. Knows nothing of Rasa."""

from thaw.store.claims import Claim
from thaw.store.conversations import Choice, Conversation
from thaw.store.database import now
from thaw.store.handoffs import WITHDRAWAL, HandOffs
from thaw.store.outbox import Entry, Outbox
from thaw.store.outgoing import Outgoing, Parcel
from thaw.store.store import Opened, Store, open_store, the_store
from thaw.store.writing import Answer, Unwritten

__all__ = [
    "WITHDRAWAL",
    "Answer",
    "Choice",
    "Claim",
    "Conversation",
    "Entry",
    "HandOffs",
    "Opened",
    "Outbox",
    "Outgoing",
    "Parcel",
    "Store",
    "Unwritten",
    "now",
    "open_store",
    "the_store",
]
