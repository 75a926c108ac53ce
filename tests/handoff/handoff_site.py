"""A running Thaw as the matching flow's server sees it."""

from __future__ import annotations

from typing import Any, NamedTuple

import httpx
from site_client import Thaw

from thaw.handoff.link import Link, new_link
from thaw.settings import Settings
from thaw.store import Store

SECRET = "the-matching-flows-present-secret"
PREVIOUS = "the-matching-flows-secret-before"
WORDS = "two years maybe, since the job"


def payload(hand_off_id: str, words: str = WORDS) -> dict[str, Any]:
    return {
        "schema": "thaw.handoff.v1",
        "id": hand_off_id,
        "consent": {"version": "v", "at": "2026-11-23T10:00:00+00:00", "recipient": "them"},
        "summary": [{"field": "since", "label": "Since when", "value": words}],
    }


class Site(NamedTuple):
    """A running Thaw, its database, and its settings."""

    thaw: Thaw
    store: Store
    settings: Settings

    def hand_off(self, conversation_id: str = "anna", **changed: Any) -> Link:
        """A consent of a visitor, recorded; the link they get."""
        if self.store.conversation(conversation_id) is None:
            self.store.start(conversation_id, "site", None, None)
        link = new_link(self.settings.copy(update=changed))
        self.store.hand_offs.record(link.id, conversation_id, payload(link.id), "v1", link.expires)
        return link

    def redeem(self, hand_off_id: str, secret: str = SECRET) -> httpx.Response:
        headers = {"Authorization": f"Bearer {secret}"}
        return httpx.post(f"{self.thaw.url}/webhooks/matching/handoffs/redeem", json={"id": hand_off_id}, headers=headers, timeout=20)
