"""Conversations written as data: what a visitor says, turn by turn, and what a fair reader would demand of each answer.

One file of `scripts/` is one failure mode. Beside what a turn demands, every turn of every conversation is held to the same:
something is said, there is a way forward, no bubble stands there a second time word for word, at most three bubbles and one crisis
card, and no crisis answer where none was expected.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Optional

import yaml
from pydantic import BaseModel, Extra, Field, root_validator
from site_client import Visitor, labels, text_of

from thaw.responses import responses

SCRIPTS = Path(__file__).parent / "scripts"
Expected = Literal["none", "line", "ask", "support", "urgent"]


class _Strict(BaseModel):
    class Config:
        extra = Extra.forbid


class Turn(_Strict):
    """One message and what is demanded of its answer.

    `say` is typed, `tap` presses the choice whose label begins so. `answers` names responses (without `utter_`), of which one at least
    must be said; `mentions` words of which one at least must stand there, `never` words of which none may; `kinds` and `offers` (parts of
    labels) must all come. `crisis` is the level of the crisis answer expected, or a list of those that are fine: "none", and "line" for
    a crisis line beside another answer, among them. Without it either of these two is. Each may be one value or a list.
    """

    say: Optional[str]
    tap: Optional[str]
    answers: list[str] = []
    mentions: list[str] = []
    never: list[str] = []
    kinds: list[str] = []
    offers: list[str] = []
    crisis: list[Expected] = []
    again: bool = Field(False, description="the visitor asks for the same words, or taps the same exercise: bubbles may come again")

    @root_validator(pre=True)
    def _one_or_many(cls, values: dict[str, Any]) -> dict[str, Any]:
        return {
            key: [value] if key in ("answers", "mentions", "never", "kinds", "offers", "crisis") and isinstance(value, str) else value
            for key, value in values.items()
        }

    @root_validator(skip_on_failure=True)
    def _one_of_two(cls, values: dict[str, Any]) -> dict[str, Any]:
        if bool(values["say"]) == bool(values["tap"]):
            raise ValueError("a turn has either say or tap")
        return values


class Script(_Strict):
    """One conversation: its title says what it shows, `who` is for the writer and the reader alone, `falls_short` what goes wrong yet."""

    title: str
    who: str = ""
    country: Optional[str] = "US"
    falls_short: Optional[str]
    publish: bool = False
    turns: list[Turn] = Field(min_items=6, max_items=25)


class ScriptsFile(_Strict):
    """The conversations of one failure mode, and what crisis answers are fine where a turn says nothing of it."""

    mode: str
    crisis: list[Expected] = ["none", "line"]
    conversations: list[Script]


def scripts() -> list[tuple[str, Script]]:
    """All conversations, each with its failure mode."""
    found = []
    for path in sorted(SCRIPTS.glob("*.yml")):
        file = ScriptsFile.parse_obj(yaml.safe_load(path.read_text(encoding="utf-8")))
        for script in file.conversations:
            for turn in script.turns:
                turn.crisis = turn.crisis or file.crisis
            found.append((path.stem, script))
    return found


def faults(visitor: Visitor, script: Script) -> list[str]:
    """What a fair reader finds wrong with the conversation; empty if nothing."""
    found: list[str] = []
    said: set[str] = {bubble for message in visitor.opening for bubble in [message["text"]]}
    for number, turn in enumerate(script.turns, 1):
        try:
            answer = visitor.say(turn.say) if turn.say else visitor.choose(str(turn.tap))
        except AssertionError as error:
            return [*found, f"turn {number} ({turn.say or turn.tap}): {error}"]
        found += [f"turn {number} ({turn.say or turn.tap}): {fault}" for fault in _faults(turn, answer, said)]
        said |= {message["text"] for message in answer}
    return found


def asked_about_suicide(visitor: Visitor, script: Script) -> int:
    """How often a conversation is asked about suicide, or alarmed: crisis answers that come after none, or after a line alone."""
    times, before = 0, "none"
    for turn in script.turns:
        try:
            answer = visitor.say(turn.say) if turn.say else visitor.choose(str(turn.tap))
        except AssertionError:  # a choice that is not there, because another answer came
            continue
        level = crisis_of(answer)
        times += level not in ("none", "line") and before in ("none", "line")
        before = level
    return times


def _faults(turn: Turn, answer: list[dict[str, Any]], said: set[str]) -> list[str]:
    text, names = text_of(answer), named(answer)
    # A good night is a goodbye.
    names |= {"utter_goodbye"} if "utter_goodbye_night" in names else set()
    found = []
    if turn.answers and not {f"utter_{name}" for name in turn.answers} & names:
        found.append(f"answered with {sorted(names)} and not with one of {turn.answers}: {text!r}")
    if turn.mentions and not any(word.lower() in text.lower() for word in turn.mentions):
        found.append(f"mentions none of {turn.mentions}: {text!r}")
    found += [f"says {word!r}: {text!r}" for word in turn.never if word.lower() in text.lower()]
    kinds = [message["kind"] for message in answer]
    found += [f"no message of kind {kind}, only {kinds}" for kind in turn.kinds if kind not in kinds]
    offered = labels(answer)
    found += [
        f"does not offer {each!r}, only {offered}" for each in turn.offers if not any(each.lower() in label.lower() for label in offered)
    ]
    level = crisis_of(answer)
    if level not in turn.crisis:
        found.append(f"crisis {level} where {turn.crisis} was expected: {text!r}")
    if not (offered or "?" in answer[-1]["text"] or answer[-1].get("ended")):
        found.append(f"a dead end: {text!r}")
    if len([kind for kind in kinds if kind != "crisis"]) > 4:
        found.append(f"{len(kinds)} bubbles at once")
    if not turn.again:
        found += [
            f"said before, word for word: {message['text']!r}" for message in answer if message["text"] in said and _is_wordy(message)
        ]
    return found


def crisis_of(answer: list[dict[str, Any]]) -> str:
    """The level of an answer's crisis message; "line" if it is only the line beside another answer; "none" if there is none."""
    cards = [message for message in answer if message["kind"] == "crisis"]
    if not cards:
        return "none"
    levels = [message["level"] for message in cards if not named([message]) & _LINES]
    return max(levels, key=("ask", "support", "urgent").index) if levels else "line"


def _is_wordy(message: dict[str, Any]) -> bool:
    """A bubble of so many words that its return is noticed; a crisis line is to return."""
    return len(message["text"].split()) > 6 and not named([message]) & _LINES


def named(answer: list[dict[str, Any]]) -> set[str]:
    """The names of the responses that an answer was made of."""
    names = {name for message in answer for name in _names().get(_key(message["text"]), ())}
    return names | {_FORM.sub("", name) for name in names}


_FORM = re.compile(r"_(?:plain|fr|de|pt|it)$")
"""With what the name of a response ends that answers the same question with a plain yes or no, or in the visitor's language. One side of
it (`ask_privacy_work`) is a question of its own, and named by itself."""


@lru_cache(maxsize=1)
def _names() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in responses().names:
        for variation in responses().variations(name):
            for bubble in variation.text.split("\n\n"):
                if _key(bubble):  # one that begins with what a placeholder fills names nobody
                    found.setdefault(_key(bubble), set()).add(name)
    return found


def _key(text: str) -> str:
    """A bubble's first words, up to what a placeholder would fill."""
    words = re.split(r"\{\w+\}", text.strip())[0].split()
    return " ".join(words[:4]).lower()


_LINES = frozenset(
    f"utter_{name}"
    for name in (*("crisis_hinted", "crisis_line_short", "crisis_line_urgent", "static_crisis", "line_for_the_young", "where_help_is_now"),)
)
"""What keeps the crisis services in view beside another answer."""
