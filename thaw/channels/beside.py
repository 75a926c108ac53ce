"""What the channel tells the engine beside a visitor's words: where they stand with risk, what was said, offered and is waited for."""

from __future__ import annotations

from typing import Optional

from thaw import cards
from thaw.channels.answer import slots, told_minor
from thaw.channels.reading import Message
from thaw.channels.renderer import Json
from thaw.handoff.form import waits_for
from thaw.safety import risk
from thaw.store import Conversation


def beside(message: Message, conversation: Optional[Conversation], after: risk.State, act: Optional[risk.Act]) -> Json:
    """The metadata of a message.

    Args:
        message: as it was read.
        conversation: before it, or None while the store is down.
        after: risk after it.
        act: how it is to be answered, where that is the risk state machine's to say.
    """
    safety = {"open": after.is_open, "act": act._asdict() if act else None, "intent": act.intent if act else None}
    if conversation and told_minor(conversation, after):
        safety["minor"] = True
    if message.heard.adult:
        # Said to be grown up: an age under 18 that was heard before is taken back.
        safety.update({"adult": True}, **({"minor": False} if slots(conversation).get("minor") else {}))
    if conversation is None:
        return {"safety": safety, "offered": [], "said": None, "last": None, "hand_off": None}
    return {
        "safety": safety,
        # A card is the channel's: the engine records what it is told.
        "offered": [each for each in conversation.offered if not cards.read(each["payload"])],
        "said": sorted(conversation.state.get("said") or ()),
        "last": conversation.state.get("last"),
        "hand_off": waits_for(conversation.state, conversation.offered),
    }
