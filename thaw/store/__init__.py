"""The one database. Knows nothing of Rasa."""

from thaw.store.store import Choice, Claim, Conversation, Store, now, open_store, the_store

__all__ = ["Choice", "Claim", "Conversation", "Store", "now", "open_store", "the_store"]
