"""Session tokens: signed, expiring, and all that says whose conversation it is."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import secrets
import tempfile
import time
from functools import lru_cache
from pathlib import Path
from typing import Callable, NamedTuple, Optional

from itsdangerous import BadData, URLSafeTimedSerializer
from itsdangerous.encoding import base64_decode, base64_encode

from thaw.settings import ROOT, Settings

KEY_FILE = ROOT / "var" / "secret.key"
MIN_KEY = 32
"""Characters of a signing key."""
REMEMBERED = 1024
"""Tokens that need not be verified again: a visitor shows the same one with each message."""


class Session(NamedTuple):
    """What a token says: the conversation's id and the country given at the start."""

    conversation_id: str
    country: Optional[str]


class InvalidToken(Exception):
    """The token is missing, forged or expired; of one that expired, the country is known."""

    def __init__(self, country: Optional[str] = None) -> None:
        super().__init__()
        self.country = country


class Tokens:
    """Makes and reads session tokens."""

    def __init__(self, key: str, days: int) -> None:
        self._serializer = URLSafeTimedSerializer(key, salt="thaw.site.session")
        self._seconds = days * 86400
        # What is not a token of ours raises, and is not remembered.
        self._verified = lru_cache(maxsize=REMEMBERED)(self._verify)

    def make(self, country: Optional[str]) -> tuple[str, Session, dt.datetime]:
        """A new session: its token, what it says, and when it expires."""
        session = Session(secrets.token_urlsafe(18), country)
        expires = dt.datetime.now(dt.timezone.utc) + dt.timedelta(seconds=self._seconds)
        return str(self._serializer.dumps([session.conversation_id, session.country])), session, expires

    def read(self, token: str, even_expired: bool = False) -> Session:
        """What a token says.

        Raises:
            InvalidToken: it was not made here, or has expired and `even_expired` was not asked for.
        """
        session, since = self._verified(token)
        if not (even_expired or 0 <= time.time() - since < self._seconds + 1):
            raise InvalidToken(session.country)
        return session

    def _verify(self, token: str) -> tuple[Session, float]:
        """What a token says, and the second in which it was made.

        Raises:
            InvalidToken: it was not made here.
        """
        signature = token.rpartition(".")[2]
        try:
            # Decoding forgives what encoding never writes: one session would have many tokens.
            if base64_encode(base64_decode(signature)).decode() != signature:
                raise InvalidToken
            (conversation_id, country), made = self._serializer.loads(token, return_timestamp=True)
        except (BadData, ValueError, TypeError) as error:
            raise InvalidToken from error
        return Session(conversation_id, country), made.timestamp()


def signing_key(settings: Settings) -> str:
    """The deployment's signing key: from the settings, else made at the first start and kept in `var/`."""
    if settings.secret:
        return settings.secret
    return kept_key(KEY_FILE)


def kept_key(path: Path) -> str:
    """The key in the file, made first if there is none. Written beside and linked into place: no one reads half a key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    put_in_place: Callable[[str, Path], None]
    try:
        key = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        put_in_place = os.link  # fails if another process was first
    else:
        if len(key) >= MIN_KEY:
            return key
        put_in_place = os.replace  # left empty by a crash: nothing was ever signed with it
    handle, partial = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    with contextlib.suppress(FileExistsError):
        put_in_place(partial, path)
    Path(partial).unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()
