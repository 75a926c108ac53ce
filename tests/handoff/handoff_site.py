"""A running Thaw as the matching flow's server sees it."""

from __future__ import annotations

from typing import Any, NamedTuple, Optional

import httpx
from site_client import Thaw

from thaw.handoff.link import Link, new_link
from thaw.settings import Settings, load_settings
from thaw.store import Store

SECRET = "the-matching-flows-present-secret"
PREVIOUS = "the-matching-flows-secret-before"
NOWHERE = "http://127.0.0.1:9/withdrawals"
"""A flow's webhook that does not answer."""
WORDS = "two years maybe, since the job"

FLOW = "http://127.0.0.1:9/matching"
"""Where a flow starts that nobody visits."""

CONFIGURED = {
    "THAW_MATCHING_SECRET": SECRET,
    "THAW_MATCHING_SECRET_PREVIOUS": PREVIOUS,
    "THAW_MATCHING_URL": FLOW,
    "THAW_MATCHING_WITHDRAWAL_URL": NOWHERE,
}


def site_settings(port: int) -> Settings:
    """The settings of a Thaw that was started with `CONFIGURED`."""
    secret = "a-secret-for-tests-that-is-long-enough"
    flow = {"matching_secret": SECRET, "matching_url": FLOW, "matching_withdrawal_url": NOWHERE}
    return load_settings(_env_file=None, secret=secret, port=port, **flow)


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
    database_url: str = ""

    def hand_off(self, conversation_id: str = "anna", **changed: Any) -> Link:
        """A consent of a visitor, recorded; the link they get."""
        if self.store.conversation(conversation_id) is None:
            self.store.start(conversation_id, "site", None, None)
        link = new_link(self.settings.copy(update=changed))
        self.store.hand_offs.record(link.id, conversation_id, payload(link.id), "v1", link.expires)
        return link

    def redeem(self, hand_off_id: str, secret: str = SECRET, key: Optional[str] = None) -> httpx.Response:
        headers = {"Authorization": f"Bearer {secret}", **({"Idempotency-Key": key} if key else {})}
        return httpx.post(f"{self.thaw.url}/webhooks/matching/handoffs/redeem", json={"id": hand_off_id}, headers=headers, timeout=20)
