"""A walk through the whole dialogue over the site channel: which responses are shown, and where nothing leads on."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import sqlalchemy as sa
from site_client import Thaw, Visitor, labels
from test_coming_back import pass_time

from thaw import cards
from thaw.data import DATA, load_examples
from thaw.responses import responses
from thaw.store import schema

Message = dict[str, Any]
Steps = tuple[str, ...]
"""What a visitor does: a text is typed; `#` presses the choice of the last turn whose label begins so, `/` one of any turn by what stands
behind it; `+` lets so many hours pass; and the words below."""
FROM_NOWHERE, BEHIND_A_PROXY, REFUSED = "(from nowhere)", "(behind a proxy that nobody set up)", "(a choice that was not offered)"

ONLY_CHOICES = frozenset(
    f"utter_{name}" for name in ("doors", "card_ways", "exercise_activities", "exercise_ways", "hand_off_ways", "hand_off_fields")
)
"""Responses whose choices are shown and whose text is not."""
_LAST = "/confirm_delete"
"""The choice after which there is no conversation."""
_MORE = "/tell_me_more"
"""The choice that means another thing after each answer."""
_TURNING = tuple(
    f"utter_{name}" for name in ("ask_exercise_", "ask_handoff_", "ask_check_", "card_", "exercise_plan", "is_minor", "delete_my_chat")
)
"""Beginnings of the answers after which the choices of older bubbles are answered otherwise. A crisis answer is one too."""
_SHORT = 6
"""Words up to which a bubble may come again."""
_THE_SAME = ("utter_card_", "utter_hand_off_receipt", "utter_hand_off_empty")
"""Beginnings of what may come again as it was: of a card nothing is kept, and a receipt is what is agreed to."""


class Walk:
    """Walks of many visitors, and what was seen on them."""

    def __init__(self, thaw: Thaw) -> None:
        self.thaw = thaw
        self._database = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db", future=True)
        self.said: set[str] = set()
        """Names of the responses shown."""
        self.dead_ends: list[str] = []
        self.repeated: list[str] = []
        self.turns = 0
        self.first_choices: set[tuple[str, str]] = set()
        """Bubbles, each with the payload of its first choice, doors not counted."""
        self._labels: set[str] = set()
        self._lines: set[str] = set()

    def visitor(self, first: str = "") -> Walker:
        """Someone new, from nowhere if that is their first step."""
        return Walker(self, self.thaw.url, **({} if first == FROM_NOWHERE else {"country": "US"}))

    def taking(self, steps: Steps) -> Walker:
        """Someone new who took these steps, as far as they were offered them."""
        they = self.visitor(*steps[:1])
        for step in steps:
            they.go(*[step] if not step.startswith("/") or step in they.shown else [])
        return they

    def note(self, messages: list[Message]) -> None:
        """Keep what a bot turn shows."""
        self.turns += 1
        self.said |= named(messages)
        self._labels |= {*labels(messages), *(row["label"] for message in messages for row in message.get("summary", []))}
        self._lines |= {message["text"] for message in messages if '"' in message["text"]}

    def payloads(self, messages: list[Message]) -> dict[str, str]:
        """The ids of the choices shown, by their payload."""
        keys = [choice["id"] for message in messages for choice in message.get("choices", [])]
        keys += [row["remove"] for message in messages for row in message.get("summary", [])]
        with self._database.connect() as connection:
            found = connection.execute(sa.select(schema.choice.c.id, schema.choice.c.payload).where(schema.choice.c.id.in_(keys)))
            kept = {key: payload for key, payload in found}
        return {kept.get(key) or str(cards.behind(key)): key for key in keys}

    def never_shown(self) -> list[str]:
        """Names of the responses that nobody was shown, but for those of other channels than the site's."""
        return [name for name in responses().names if not name.startswith("utter_channel_") and not self._is_shown(name)]

    def _is_shown(self, name: str) -> bool:
        if name in ONLY_CHOICES:
            return {button.title for button in responses().variations(name)[0].buttons} <= self._labels
        if name in self.said:
            return True
        # A line of a card is quoted.
        return name.startswith("utter_card_") and any(each.text in line for each in responses().variations(name) for line in self._lines)


class Walker(Visitor):
    """A visitor of whose turns note is taken."""

    def __init__(self, walk: Walk, url: str, **session: Any) -> None:
        super().__init__(url, **session)
        self._walk = walk
        self.steps: Steps = ()
        self.has_turned = False
        """Whether the choices of older bubbles may be answered otherwise by now."""
        self._texts: dict[str, set[str]] = {}
        self.shown: dict[str, str] = {}
        """The ids of all choices shown so far, by their payload."""
        self.offered: dict[str, str] = {}
        """Those of the last turn."""
        self._look(self.opening)

    def go(self, *steps: str) -> Walker:
        """Take steps, as they are described at `Steps`."""
        for step in steps:
            self.steps = (*self.steps, step)
            if step.startswith("/"):
                self._heard(self.post({"choice": self.shown[step]}))
            elif step.startswith("#"):
                self.choose(step[1:])
            elif step.startswith("+"):
                pass_time(self._walk.thaw, hours=float(step[1:]))
            elif step == REFUSED:
                self._look(self.post({"choice": "unknown"}).json()["messages"])
            elif step == BEHIND_A_PROXY:
                self._client.headers["X-Forwarded-For"] = "203.0.113.7"
            elif step != FROM_NOWHERE:
                self.say(step)
        return self

    def _heard(self, answer: Any) -> list[Message]:
        messages = super()._heard(answer)
        self._look(messages)
        return messages

    def _look(self, messages: list[Message]) -> None:
        self._walk.note(messages)
        self.offered = self._walk.payloads(messages)
        self.shown |= self.offered
        for message in messages:
            own = [choice["id"] for choice in message.get("choices", []) if not choice.get("door")]
            self._walk.first_choices |= {(message["text"], payload) for payload, key in self.offered.items() if [key] == own[:1]}
        names, came_by = named(messages), " > ".join(self.steps[-5:])
        turned = any(name.startswith(_TURNING) for name in names) or any(each["kind"] == "crisis" for each in messages)
        self.has_turned = self.has_turned or (bool(self.steps) and turned)
        if not leads_on(messages):
            self._walk.dead_ends.append(f"{sorted(names)} after {came_by}")
        for name in names:
            texts = {message["text"] for message in messages if name in named([message])}
            again = name.startswith(_THE_SAME) or "utter_repeat" in names
            if not again and any(len(text.split()) > _SHORT for text in texts & self._texts.get(name, set())):
                self._walk.repeated.append(f"{name} after {came_by}")
            self._texts[name] = texts


class Way(NamedTuple):
    """A choice to be pressed: what stands behind it, the shortest steps to it, and those that the visitor had taken who was shown it."""

    payload: str
    shortest: Steps
    taken: Steps
    has_turned: bool


def follow_every_choice(walk: Walk, seeds: Iterable[Steps]) -> None:
    """Press each choice that is offered anywhere, once, breadth first from the opening; then from the seeds, step by step.

    Where nothing stands in the way the same visitor goes on, by the choices of older bubbles; else a new one takes the shortest way.
    After the seeds a sentence of each intent is typed that no choice has led to.
    """
    sentences = {f"/{intent}": text for text, intent in reversed(load_examples((DATA / "nlu").glob("*.yml")))}
    known: set[object] = set()
    waiting: deque[Way] = deque()

    def look(they: Walker, here: Steps) -> None:
        # Beside a form's question or a crisis answer a topic's own choices are left out: it is taken up elsewhere.
        offered = [each for each in they.offered if each != _LAST and not (they.has_turned and each in sentences)]
        for kind, payload in reversed([(_kind(each, they.last), each) for each in offered]):
            if kind not in known:
                known.add(kind)
                way = Way(payload, here, they.steps, they.has_turned)
                (waiting.appendleft if payload == _MORE or they.has_turned else waiting.append)(way)

    def follow(they: Walker, here: Steps) -> None:
        while waiting:
            way = waiting.popleft()
            if not _can_go_on(they, here, way):
                they = walk.taking(way.shortest)
                if way.payload not in they.shown:
                    they = walk.taking(way.taken)
            here = (*way.shortest, way.payload)
            look(they.go(way.payload), here)

    for seed in chain([()], seeds, ((text,) for intent, text in sentences.items() if intent not in known)):
        they = walk.visitor(*seed[:1])
        look(they, ())
        for place, step in enumerate(seed, 1):
            look(they.go(step), seed[:place])
        follow(they, seed)


def _kind(payload: str, messages: list[Message]) -> object:
    """What tells one choice from another: more of another answer is another choice, that of other picks of a card is not."""
    card = cards.read(payload)
    if card:
        offered = [choice for message in messages for choice in message.get("choices", [])]
        place = next(place for place, choice in enumerate(offered) if cards.behind(choice["id"]) == payload)
        return offered[place]["label"] if place else (card.name, len(card.picks))
    if payload == "/other_activities":
        return tuple(labels(messages))
    # Another receipt's consent is no other choice.
    return (payload, *sorted(named(messages))) if payload == _MORE else payload.partition('{"receipt"')[0]


def _can_go_on(they: Walker, here: Steps, way: Way) -> bool:
    if way.payload == _MORE:
        return here == way.shortest
    return way.payload in they.shown and (not they.has_turned or (way.has_turned and they.steps[: len(way.taken)] == way.taken))


def leads_on(messages: list[Message]) -> bool:
    """Whether a visitor has a way on: a choice, a question, a link, a service to turn to; or the chat was ended by their own yes."""
    return any(
        message.get("choices") or message.get("url") or message.get("services") or message.get("ended") or message["text"].endswith("?")
        for message in messages
    )


def named(messages: list[Message]) -> set[str]:
    """The names of the responses that messages were made of."""
    return {name for message in messages for name in _names_of(message["text"])}


@cache
def _names_of(text: str) -> frozenset[str]:
    exact, patterns = _bubbles()
    return frozenset(exact[text] or {name for pattern, name in patterns if pattern.fullmatch(text)})


@cache
def _bubbles() -> tuple[defaultdict[str, set[str]], list[tuple[re.Pattern[str], str]]]:
    """How the bubbles of each response read, and how those do that have placeholders."""
    exact, patterns = defaultdict(set), []
    for name in set(responses().names) - ONLY_CHOICES:
        for each in responses().variations(name):
            for bubble in {each.text.strip(), *each.text.strip().split("\n\n")}:
                # The question at its end is left out where a form's own follows.
                for words in {bubble, re.sub(r"\s+[^.:…]*\?$", "", bubble)}:
                    exact[words].add(name)
                    if "{" in words:
                        patterns.append((re.compile(".+".join(map(re.escape, re.split(r"\{\w+\}", words))), re.DOTALL), name))
    return exact, patterns
