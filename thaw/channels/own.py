"""The visitors' own channels of a deployment: those whose settings are given."""

from __future__ import annotations

from typing import Any

from thaw.channels.messenger import Messenger
from thaw.settings import Settings


def own_channels(messenger: Messenger, settings: Settings) -> list[Any]:
    """The channels to mount. Imported here: a deployment without them loads none of their libraries."""
    channels: list[Any] = []
    if settings.telegram_token:
        from thaw.channels.telegram import TelegramChannel

        channels.append(TelegramChannel(messenger, settings))
    if settings.twilio_account_sid:
        from thaw.channels.twilio import TwilioChannel

        channels.append(TwilioChannel(messenger, settings))
    if settings.slack_token:
        from thaw.channels.slack import SlackChannel

        channels.append(SlackChannel(messenger, settings))
    return channels
