"""Who a visitor is on their own channel: kept as keyed hashes only, and encrypted where an address is needed to write to them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any, Mapping

from cryptography.fernet import Fernet, InvalidToken


class Unreadable(Exception):
    """What was sealed can't be opened: it was sealed with another secret, or was changed."""


class Seal:
    """Hashes and encryption with keys made of the deployment's secret. Without it, neither says anything."""

    def __init__(self, secret: str) -> None:
        self._hashing = _derived(secret, "thaw.channel.hash")
        self._fernet = Fernet(base64.urlsafe_b64encode(_derived(secret, "thaw.channel.outgoing")))

    def hash(self, *parts: str) -> str:
        """The keyed hash of a platform's ids, 43 characters long: always the same, and the way back is closed."""
        # With their lengths, so that no two lists of parts look alike.
        message = "".join(f"{len(part)}:{part}" for part in parts)
        digest = hmac.new(self._hashing, message.encode("utf-8", "replace"), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")

    def close(self, content: Mapping[str, Any]) -> str:
        """An address and what is to be written to it, encrypted."""
        return self._fernet.encrypt(json.dumps(content).encode()).decode("ascii")

    def open(self, sealed: str) -> dict[str, Any]:
        """What was encrypted.

        Raises:
            Unreadable.
        """
        try:
            content: dict[str, Any] = json.loads(self._fernet.decrypt(sealed.encode("ascii", "replace")))
        except InvalidToken:
            raise Unreadable from None
        return content


def _derived(secret: str, use: str) -> bytes:
    """A key of its own for each use."""
    return hmac.new(secret.encode(), use.encode(), hashlib.sha256).digest()
