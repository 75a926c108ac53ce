"""The sentences a visitor reads: `data/responses`, read and checked at start. No Rasa here: the crisis path uses it alone.

A response has several wordings (variations). Blank lines inside a text part it into bubbles.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, Mapping, Optional

import yaml
from pydantic import BaseModel, Extra, Field, ValidationError, root_validator

from thaw.data import DATA

FOLDER = DATA / "responses"
DECLINING = ("/stop", "/deny", "/cancel_delete", "/decline_hand_off")
"""Payloads of choices that decline; shown last."""

_PAYLOAD = r"^/[a-z_]+(\{.+\})?$"


class ResponsesError(Exception):
    """A response file is broken; the message names the file and the place."""


class _Strict(BaseModel):
    class Config:
        extra = Extra.forbid


class Button(_Strict):
    """A choice: what the visitor reads, and the intent it stands for."""

    title: str = Field(max_length=40)
    payload: str = Field(regex=_PAYLOAD)


class Metadata(_Strict):
    """What kind of message a response is, and what that kind needs."""

    kind: Literal["text", "notice", "choices", "exercise", "link", "handoff", "crisis"] = "text"
    level: Optional[Literal["ask", "support", "urgent"]] = None
    routes: list[Literal["abuse", "birth", "child", "substances"]] = []
    steps: list[str] = []
    path: Optional[str] = Field(default=None, regex=r"^/[\w/.-]*$")
    label: Optional[str] = Field(default=None, max_length=60)

    @root_validator(skip_on_failure=True)
    def _kind_has_what_it_needs(cls, values: dict[str, Any]) -> dict[str, Any]:
        for kind, needed in (("crisis", "level"), ("exercise", "steps"), ("link", "path")):
            if values["kind"] == kind and not values[needed]:
                raise ValueError(f"a message of kind {kind} needs {needed}")
        return values


class Variation(_Strict):
    """One wording of a response."""

    text: str = Field(min_length=1)
    buttons: list[Button] = []
    metadata: Metadata = Metadata()


class Wording(BaseModel):
    """The wording chosen, with its number among the response's variations."""

    name: str
    number: int
    variation: Variation


class Responses:
    """All responses by name, and the labels of the intents in a visitor's words."""

    def __init__(self, variations: Mapping[str, list[Variation]], labels: Mapping[str, str]) -> None:
        self._variations = variations
        self.labels = labels

    @property
    def names(self) -> list[str]:
        """Names of all responses, sorted."""
        return sorted(self._variations)

    def variations(self, name: str) -> list[Variation]:
        """All wordings of a response.

        Raises:
            KeyError: there is no such response.
        """
        return self._variations[name]

    def say(self, name: str, last: Optional[int] = None) -> Wording:
        """The wording after the one used `last` (its number), so that none comes twice in a row."""
        variations = self._variations[name]
        number = 0 if last is None else (last + 1) % len(variations)
        return Wording(name=name, number=number, variation=variations[number])


@lru_cache(maxsize=1)
def responses() -> Responses:
    """The responses of this process, read once.

    Raises:
        ResponsesError: a file is broken.
    """
    found: dict[str, list[Variation]] = {}
    labels: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        try:
            content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            raise ResponsesError(f"{path.name} is not YAML: {error}") from None
        if not isinstance(content, dict):
            raise ResponsesError(f"{path.name} is empty.")
        labels.update(content.get("labels") or {})
        for name, variations in (content.get("responses") or {}).items():
            if name in found:
                raise ResponsesError(f"{path.name} writes {name} a second time.")
            if not variations:
                raise ResponsesError(f"{path.name}, {name}: it has no wording.")
            try:
                found[name] = [Variation.parse_obj(variation) for variation in variations]
            except ValidationError as error:
                raise ResponsesError(f"{path.name}, {name}: {error}") from None
    return Responses(found, labels)
