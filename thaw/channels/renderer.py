"""From what the dialogue said to the messages of `site-channel.md`: kinds, services, links, choices with opaque ids, doors."""

from __future__ import annotations

import json
import re
import secrets
from typing import Any, Mapping, NamedTuple, Optional, Sequence

from thaw import cards
from thaw.handoff.form import CONSENT
from thaw.responses import DECLINING, Variation, responses
from thaw.safety.levels import SEVERITY, Level
from thaw.safety.services import services_for
from thaw.settings import Settings
from thaw.store import Choice

Json = dict[str, Any]

_SINGLE = frozenset({"exercise", "link", "handoff", "crisis"})
"""Kinds whose whole text is one message, however many paragraphs it has."""
_EXERCISE, _MATCH, _PERSON = "/start_exercise", "/want_match", "/want_human"
_MATCHING = frozenset({_MATCH, "/plain_link", "/ask_matching"})
_FORM_QUESTIONS = ("utter_ask_exercise_", "utter_ask_handoff_", "utter_ask_check_", "utter_card_")
_LAST_QUESTIONS = (*_FORM_QUESTIONS, "utter_hand_off_receipt", "utter_risk_recheck_gently")
"""Questions before which nothing else is asked in the same turn."""
_ASKED_FOR = ("utter_want_match", "utter_ask_handoff_", "utter_hand_off_receipt", "utter_hand_off_empty")
"""Answers to a request for matching: they keep the ways to it, also while risk is open."""
_WAYS_ON = ("/skip_question", "/rather_not_say", "/finish_hand_off", "/plain_link")
"""Payloads of the ways on from a question of the hand-off; shown after the doors, as declining is."""
_OWN_QUESTIONS = frozenset(
    {
        "utter_clarify",
        "utter_clarify_which",
        "utter_clarify_again",
        "utter_delete_my_chat",
        "utter_want_match",
        "utter_want_match_risk",
        "utter_exercise_before",
        "utter_exercise_what_number",
    }
)
_SENTENCE_END = re.compile(r"(?<=[.?:])\s+|(?<=[.?:…][\"”’'])\s+")
_EXERCISE_ASKED_FOR = frozenset({"utter_ask_something_to_try", "utter_ask_why_exercise"})
_NO_EXERCISE_AFTER = ("utter_feels_unreal", "utter_numb_after_trauma", "utter_exercise_felt_worse", "utter_exercise_grounded_")
"""Inward attention can make these worse: the exercise is not offered there, in no layer of them."""
_ALREADY_THERE = {
    "utter_want_human_contact": _PERSON,
    "utter_want_human_no_contact": _PERSON,
    "utter_want_human_minor": _PERSON,
    "utter_want_match_minor_risk": _MATCH,
    "utter_want_match": _MATCH,
    "utter_want_match_minor": _MATCH,
    "utter_want_match_risk": _MATCH,
    "utter_plain_link": _MATCH,
    "utter_hand_off_receipt": _MATCH,
    "utter_hand_off_empty": _MATCH,
    "utter_hand_off_ready": _MATCH,
    "utter_hand_off_withdrawn": _MATCH,
    "utter_hand_off_left": _MATCH,
    "utter_decline_hand_off": _MATCH,
    "utter_stop": _EXERCISE,
    "utter_awake": _EXERCISE,
    "utter_help_sleep": _EXERCISE,
    "utter_exercise_what_number": _EXERCISE,
    "utter_exercise_tears": _EXERCISE,
    "utter_goodbye_night": _EXERCISE,
}
"""Doors not to be offered again right after they were used or declined, or beside one of theirs."""


class Draft(NamedTuple):
    """A message as the dialogue said it: text with blank lines between bubbles, buttons with payloads, metadata."""

    text: str
    buttons: Sequence[Mapping[str, str]] = ()
    metadata: Mapping[str, Any] = {}

    @property
    def response(self) -> str:
        """Name of the response, empty if it has none."""
        return str(self.metadata.get("response", ""))


class Scene(NamedTuple):
    """What the renderer must know of the conversation."""

    country: Optional[str]
    risk_open: bool = False
    minor: bool = False
    routes: tuple[str, ...] = ()
    made_worse: bool = False
    """The exercise made things worse in this conversation: it is offered only to those who ask for it."""


class Rendered(NamedTuple):
    """Messages to send, the choices in them that are to be stored, and what a short answer would now choose from."""

    messages: list[Json]
    choices: dict[str, Choice]
    offered: list[Json]


def draft(response: str, wording: int = 0) -> Draft:
    """A response of `data/responses` as a draft, without the dialogue engine."""
    said = responses().wording(response, wording)
    variation: Variation = said.variation
    metadata = {**variation.metadata.dict(exclude_defaults=True), "response": said.name, "wording": said.number}
    return Draft(variation.text, [button.dict() for button in variation.buttons], metadata)


def raised(drafts: Sequence[Draft], response: str, level: Level) -> list[Draft]:
    """The drafts with a response at a graver level than its own: what is answered in an emergency keeps the emergency number first."""
    return [
        each._replace(metadata={**each.metadata, "level": level})
        if each.response == response and SEVERITY[level] > SEVERITY[each.metadata.get("level")]
        else each
        for each in drafts
    ]


def render(drafts: Sequence[Draft], scene: Scene, settings: Settings) -> Rendered:
    """Turn a bot turn's drafts into messages."""
    messages: list[Json] = []
    for each in _one_question(drafts):
        messages += _messages(_without_promotion(_without_exercise(each, scene), scene), scene, settings)
    _add_doors(messages, drafts, scene)
    return _with_ids(messages)


def leaves_room(drafts: Sequence[Draft]) -> bool:
    """Whether a question may be put after the drafts: they hold none that a form or the visitor's request waits for."""
    asks = (each.response.startswith(_FORM_QUESTIONS) or each.response in _OWN_QUESTIONS or _needs_answer(each) for each in drafts)
    return not any(asks)


def as_text(messages: Sequence[Json]) -> str:
    """Messages with their services as plain text."""
    lines = []
    for message in messages:
        lines.append(message["text"])
        for service in message.get("services", []):
            contacts = ", ".join(f"{contact['label']} ({contact['href']})" for contact in service["contacts"])
            lines.append(f"{service['name']}: {contacts}")
    return "\n".join(lines)


def _one_question(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with one question: where a form asks again after a digression, the digression's answer asks nothing."""
    asking = next((each for each in drafts if each.response.startswith(_LAST_QUESTIONS)), None)
    before = drafts[: drafts.index(asking)] if asking else ()
    if asking is None or not before:
        return list(drafts)
    if any(each.response in _OWN_QUESTIONS or _needs_answer(each) for each in before):
        # What was asked for needs its own answer first; the form waits, and asks again after it.
        return [each for each in drafts if each is not asking]
    answers = [each._replace(text=_statements(each.text), buttons=()) for each in before]
    return [each for each in answers if each.text] + list(drafts[len(before) :])


def _needs_answer(each: Draft) -> bool:
    asks = any(button["payload"].startswith(("/danger_", "/crisis_", "/confirm_")) for button in each.buttons)
    return asks or each.metadata.get("kind") == "handoff"


def _statements(text: str) -> str:
    """The text without the question at its end, and without a bubble that was only a question."""
    *before, end = text.split("\n\n")
    sentences = _SENTENCE_END.split(end.strip())
    while sentences and sentences[-1].endswith("?"):
        sentences.pop()
    return "\n\n".join([*before, " ".join(sentences)] if sentences else before)


def _without_promotion(each: Draft, scene: Scene) -> Draft:
    """The draft without the ways to matching, for a minor or while risk is open; what answers a request for it keeps them."""
    if not (scene.risk_open or scene.minor) or each.response.startswith(_ASKED_FOR):
        return each
    return each._replace(buttons=[button for button in each.buttons if button["payload"] not in _MATCHING])


def _without_exercise(each: Draft, scene: Scene) -> Draft:
    """The draft without an offer of the exercise, where that made things worse; what answers a request for it keeps it."""
    if not scene.made_worse or each.response in _EXERCISE_ASKED_FOR:
        return each
    return each._replace(buttons=[button for button in each.buttons if button["payload"] != _EXERCISE])


def _messages(each: Draft, scene: Scene, settings: Settings) -> list[Json]:
    kind = each.metadata.get("kind", "text")
    if kind in _SINGLE:
        message: Json = {"kind": kind, "text": each.text}
        if kind == "crisis":
            level = each.metadata["level"]
            message.update(level=level, services=services_for(scene.country, level, (*scene.routes, *each.metadata.get("routes", ()))))
        elif kind == "exercise":
            message.update(seconds=settings.exercise_seconds, steps=list(each.metadata["steps"]))
        elif kind == "link":
            message.update(url=settings.topic_link(each.metadata["path"]), label=each.metadata["label"])
        elif kind == "handoff":
            message.update(_hand_off(each.metadata.get("handoff") or {}, settings))
        if each.buttons or kind in ("crisis", "exercise", "handoff"):
            message["choices"] = _once(each.buttons)
        if message.get("stage") == "receipt":
            number = json.dumps({"receipt": str(each.metadata["handoff"]["number"])})
            for choice in message["choices"]:
                choice["payload"] += number if choice["payload"] == CONSENT else ""
        return [message]
    bubbles: list[Json] = [{"kind": kind, "text": bubble} for bubble in each.text.split("\n\n") if bubble.strip()]
    if each.metadata.get("copy") or each.metadata.get("to_copy"):
        bubbles[-1]["copy"] = each.text
    if each.buttons:
        bubbles[-1].update(kind="choices", choices=_once(each.buttons))
    return bubbles


def _once(buttons: Sequence[Mapping[str, str]]) -> list[Json]:
    """Buttons, each payload once: an answer may bring back those of the one before it. A card's are all shown: to skip its last line and to
    have enough of it lead to the same card, and either may be meant.
    """
    first: dict[str, Json] = {}
    for button in buttons:
        first.setdefault(button["title"] if cards.read(button["payload"]) else button["payload"], dict(button))
    return list(first.values())


def _hand_off(content: Mapping[str, Any], settings: Settings) -> Json:
    """The fields of a hand-off message: a receipt, or the link that was agreed to; without content the plain link."""
    if content.get("stage") == "receipt":
        fields = responses().variations("utter_hand_off_fields")[0]
        removals = {button.title: button.payload for button in fields.buttons}
        lines = [
            {**row, "remove": {"title": fields.text.replace("{label}", row["label"]), "payload": removals[row["label"]]}}
            for row in content["summary"]
        ]
        return {"stage": "receipt", "summary": lines}
    # The plain link does not expire: nothing of the conversation travels with it.
    return {"stage": "ready", "url": content.get("url", settings.matching_link), "expires": content.get("expires")}


def _add_doors(messages: list[Json], drafts: Sequence[Draft], scene: Scene) -> None:
    """Put the doors that this turn does not offer on its last message that can carry choices."""
    names = {each.response for each in drafts}
    offered = {choice["payload"] for message in messages for choice in message.get("choices", [])}
    kinds = {message["kind"] for message in messages}
    carriers = [message for message in messages if message["kind"] not in ("crisis", "link", "notice")]
    asking = any(name.startswith(("utter_ask_handoff_", "utter_ask_check_")) for name in names)
    # Beside a direct question, and beside a receipt, nothing else is offered.
    if not carriers or any((m["kind"] == "crisis" and m.get("choices")) or m.get("stage") == "receipt" for m in messages):
        return
    closed = offered | {_ALREADY_THERE[name] for name in names & _ALREADY_THERE.keys()}
    if asking:
        closed |= {_MATCH, _EXERCISE}
    if scene.minor or scene.risk_open or "exercise" in kinds or "utter_is_minor" in names:
        closed.add(_MATCH)
    if "exercise" in kinds or scene.made_worse or any(name.startswith((*_NO_EXERCISE_AFTER, "utter_ask_exercise_")) for name in names):
        closed.add(_EXERCISE)
    doors = [
        {"title": button.title, "payload": button.payload, "door": True}
        for button in responses().variations("utter_doors")[0].buttons
        if button.payload not in closed
    ]
    carrier = carriers[-1]
    choices = list(carrier.get("choices", []))
    if not doors:
        return
    declining = [choice for choice in choices if choice["payload"] in DECLINING or (asking and choice["payload"].startswith(_WAYS_ON))]
    carrier["choices"] = [choice for choice in choices if choice not in declining] + doors + declining
    if carrier["kind"] == "text":
        carrier["kind"] = "choices"


def _with_ids(messages: list[Json]) -> Rendered:
    choices: dict[str, Choice] = {}
    offered: list[Json] = []
    for message in messages:
        shown = []
        for button in message.get("choices", []):
            own = cards.choice_id(button["payload"])
            key = own or secrets.token_urlsafe(9)
            if own is None:
                choices[key] = Choice(button["payload"], button["title"])
            shown.append({"id": key, "label": button["title"], **({"door": True} if button.get("door") else {})})
            offered.append(dict(button))
        if "choices" in message:
            message["choices"] = shown
        for line in message.get("summary", []):
            # Not among what a short answer chooses from: "yes" to a receipt is not a removal.
            key = secrets.token_urlsafe(9)
            choices[key] = Choice(line["remove"]["payload"], line["remove"]["title"])
            line["remove"] = key
    return Rendered(messages, choices, offered)
