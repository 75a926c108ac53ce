"""From what the dialogue or the risk state machine said to an answer: what risk adds to it, its order, its placeholders."""

from __future__ import annotations

from typing import Any, Mapping, Optional

from thaw import cards
from thaw.channels.out_of_place import MISSES, gives_way
from thaw.channels.renderer import Draft, Scene, draft, leaves_room
from thaw.exercise.state import FORM, SLOT, State
from thaw.safety import risk
from thaw.settings import Settings
from thaw.store import Conversation

_SMALL_TALK = frozenset(f"utter_{name}" for name in ("deny", "affirm", "unsure", "goodbye", "stop", "something_else", "thanks", "chitchat"))
"""Answers to a yes, a no or a leave-taking: right after a call was urged they would miss what was meant."""
_FAREWELLS = frozenset({"utter_goodbye", "utter_goodbye_night"})
"""Who says good night is not held back by a look back; it waits for the next answer."""
_TO_MATCHING = ("utter_want_match", "utter_plain_link", "utter_hand_off_ready")
"""Answers that lead to the matching flow: while risk is open the crisis services stand beside them."""


def with_safety(
    after: risk.State,
    act: Optional[risk.Act],
    drafts: list[Draft],
    country: Optional[str],
    leaves: bool = False,
    typed: Optional[str] = None,
) -> tuple[risk.State, list[Draft]]:
    """The answer with what risk adds to it: a line beside another answer, or the question which country the numbers are for.

    `leaves`: the message takes leave, whatever it is answered with. `typed`: its words, unless it is a choice.
    """
    if act:
        asked = None if country else risk.ask_country(after, act)
        if asked is None:
            return after, drafts
        return asked[0], [*drafts, draft(asked[1].response, asked[1].wording)]
    if gives_way(after, drafts, typed) and (kept := risk.stay(after)):
        return kept[0], [draft(kept[1].response, kept[1].wording)]
    # Nor has a goodbye its place right under a question about suicide: "good place to stop".
    unread = MISSES | (_SMALL_TALK if after.pending == "call" else _FAREWELLS)
    if after.pending and all(each.response in unread for each in drafts):
        # What was not understood may wait, if what stands in its place leads on: a line alone would be a dead end.
        instead = risk.beside(after, may_ask=True)
        if instead and (line := draft(instead[1].response, instead[1].wording)).buttons:
            return instead[0], [line]
    if any(each.metadata.get("kind") == "crisis" for each in drafts):
        return _with_the_next_line(after, drafts)
    asks = leaves_room(drafts) and not leaves and not any(each.response in _FAREWELLS for each in drafts)
    added = risk.beside(after, asks, must_show=any(each.response.startswith(_TO_MATCHING) for each in drafts))
    if added is None:
        return after, drafts
    return added[0], [*drafts, draft(added[1].response, added[1].wording)]


def _with_the_next_line(after: risk.State, drafts: list[Draft]) -> tuple[risk.State, list[Draft]]:
    """The drafts with the crisis line in the wording after the last one: the dialogue knows only of the lines that it said itself."""
    said = list(drafts)
    for place, each in enumerate(drafts):
        if each.response == risk.LINE:
            after, act = risk.line(after)
            said[place] = draft(act.response, act.wording)
    return after, said


def slots(conversation: Optional[Conversation]) -> dict[str, Any]:
    """What the dialogue knows of the visitor; nothing while the store is down."""
    return dict(conversation.state.get("slots", {})) if conversation else {}


def told_minor(conversation: Optional[Conversation], after: risk.State) -> bool:
    """Whether an age under 18 was told that the dialogue does not know of yet."""
    return after.minor and not slots(conversation).get("minor")


def is_minor(conversation: Optional[Conversation], after: risk.State, adult: bool) -> bool:
    """Whether the visitor is under 18, as the channel or the dialogue knows; `adult`: they say now that they are not."""
    return after.minor or (bool(slots(conversation).get("minor")) and not adult)


def scene(
    country: Optional[str], conversation: Optional[Conversation], after: risk.State, act: Optional[risk.Act], adult: bool = False
) -> Scene:
    """What the renderer must know of the conversation. `adult`: the message says that the visitor is 18 or over."""
    minor = is_minor(conversation, after, adult)
    routes = act.routes if act else (*(after.routes if after.route_in_view else ()), *after.asked_for)
    made_worse = bool((slots(conversation).get(SLOT) or {}).get("worse"))
    return Scene(country, after.is_open, minor, (*routes, "child") if minor else routes, made_worse)


def card_draft(said: cards.Said) -> Draft:
    """A step of a card of the visitor's own words, or the card, to copy."""
    if said.card:
        return Draft(said.card, (), {"copy": True})
    each = draft(said.response, said.wording)
    return each._replace(text=each.text.replace("{line}", said.line), buttons=[*said.buttons, *each.buttons])


def time_is_up(state: Mapping[str, Any]) -> list[Draft]:
    """What is said when the exercise's time is over, given the engine's state; nothing if nobody waits for it any more."""
    exercise = State.from_json((state.get("slots") or {}).get(SLOT))
    if state.get("active_loop") != FORM or not exercise.is_shown:
        return []
    rated = exercise.before is not None
    asked = draft("utter_ask_exercise_noticing" if rated else "utter_ask_exercise_outcome")
    return [draft("utter_channel_time_is_up", 2 * len(exercise.done) + rated)._replace(buttons=asked.buttons)]


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
