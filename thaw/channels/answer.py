"""From what the dialogue or the risk state machine said to an answer: what risk adds to it, its order, its placeholders."""

from __future__ import annotations

from typing import Optional

from thaw.channels.renderer import Draft, Scene, draft, leaves_room
from thaw.safety import risk
from thaw.settings import Settings
from thaw.store import Conversation

_MISSES = frozenset({"utter_clarify", "utter_clarify_again", "utter_out_of_scope", "utter_crisis_line_short"})
"""Answers that say the message was not understood: after a question about risk they would be in its way."""


def with_safety(after: risk.State, act: Optional[risk.Act], drafts: list[Draft], country: Optional[str]) -> tuple[risk.State, list[Draft]]:
    """The answer with what risk adds to it: a line beside another answer, or the question which country the numbers are for."""
    if act:
        asked = None if country else risk.ask_country(after, act)
        if asked is None:
            return after, drafts
        return asked[0], [*drafts, draft(asked[1].response, asked[1].wording)]
    if after.pending and all(each.response in _MISSES for each in drafts):
        drafts = []
    if any(each.metadata.get("kind") == "crisis" for each in drafts):
        return after, drafts
    added = risk.beside(after, may_ask=leaves_room(drafts))
    if added is None:
        return after, drafts
    return added[0], [*drafts, draft(added[1].response, added[1].wording)]


def scene(country: Optional[str], conversation: Optional[Conversation], after: risk.State, act: Optional[risk.Act]) -> Scene:
    """What the renderer must know of the conversation."""
    slots = conversation.state.get("slots", {}) if conversation else {}
    return Scene(country, after.is_open, bool(slots.get("minor")), act.routes if act else ())


def filled(each: Draft, settings: Settings) -> Draft:
    """The draft with what it names of the settings."""
    text = each.text
    for name, value in settings.placeholders.items():
        text = text.replace("{" + name + "}", value)
    return each._replace(text=text)


def help_before_choices(drafts: list[Draft]) -> list[Draft]:
    """The opening's order: notices, where help is now, then the invitation with its choices."""
    opening, help_now = drafts
    *notices, invitation = opening.text.split("\n\n")
    notice = Draft("\n\n".join(notices), (), opening.metadata)
    return [notice, help_now, Draft(invitation, opening.buttons, {"response": opening.response})]
