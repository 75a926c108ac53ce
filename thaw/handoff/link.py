"""The link into the matching flow. It carries an opaque id and nothing else; the words stay here until the flow's server asks for them.

An id is random and signed: of an id that the database no longer knows it can still be said whether it was ever given out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from itsdangerous import BadSignature, Signer

from thaw.channels.tokens import kept_key, signing_key
from thaw.settings import ROOT, Settings
from thaw.store import now

PARAMETER = "handoff"
"""The link's parameter that holds the id."""
DEMO_SECRET_FILE = ROOT / "var" / "matching-demo.key"


class Link(NamedTuple):
    """A link that can be used once."""

    id: str
    url: str
    expires: dt.datetime


def new_link(settings: Settings) -> Link:
    """A link with a new id, as long-lived as the settings say."""
    hand_off_id = _signer(settings).sign(secrets.token_urlsafe(18)).decode("ascii")
    parts = urlsplit(settings.matching_link)
    query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), (PARAMETER, hand_off_id)])
    expires = now() + dt.timedelta(minutes=settings.handoff_minutes)
    return Link(hand_off_id, urlunsplit(parts._replace(query=query)), expires)


def was_given_out(hand_off_id: str, settings: Settings) -> bool:
    """Whether an id is one of ours, used up or not."""
    try:
        _signer(settings).unsign(hand_off_id)
    except (BadSignature, UnicodeError):
        return False
    return True


def flow_secrets(settings: Settings) -> tuple[str, ...]:
    """The secrets that the matching flow may show: the present one first, the previous one during a rotation."""
    if settings.is_demo:
        return (kept_key(DEMO_SECRET_FILE),)
    return tuple(secret for secret in (settings.matching_secret, settings.matching_secret_previous) if secret)


def _signer(settings: Settings) -> Signer:
    return Signer(signing_key(settings), salt="thaw.handoff", digest_method=hashlib.sha256)
