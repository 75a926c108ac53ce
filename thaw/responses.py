"""The sentences a visitor reads: `data/responses`, read and checked at start. No Rasa here: the crisis path uses it alone.

A response has several wordings (variations). Blank lines inside a text part it into bubbles.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any, Collection, Literal, Mapping, NamedTuple, Optional, Union

import yaml
from pydantic import BaseModel, Extra, Field, ValidationError, conint, constr, root_validator

from thaw.data import DATA
from thaw.files import read_yaml
from thaw.places import here, spelled
from thaw.safety.services import Route

FOLDER = DATA / "responses"
DECLINING = ("/stop", "/deny", "/cancel_delete", "/decline_hand_off")
"""Payloads of choices that decline; shown last."""

LAYERS = ("", "_more", "_deep")
"""What the names of an answer's layers end with, the short answer first."""

INSTEAD = ("died", "someone")
"""Mentions whose wordings, where there are two of them, are said in place of the others: to the bereaved, and to who worries about
someone, what is written for a couple or for the numb one is wrong."""

_PAYLOAD = r"^/[a-z_]+(\{.+\})?$"
_CLAIM = r"^[a-z0-9]+(-[a-z0-9]+)*$"


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
    routes: list[Route] = []
    steps: list[str] = []
    path: Optional[str] = Field(default=None, regex=r"^/[\w/.-]*$")
    label: Optional[str] = Field(default=None, max_length=60)
    to_copy: bool = False

    @root_validator(skip_on_failure=True)
    def _kind_has_what_it_needs(cls, values: dict[str, Any]) -> dict[str, Any]:
        for kind, needed in (("crisis", "level"), ("exercise", "steps"), ("link", "path")):
            if values["kind"] == kind and not values[needed]:
                raise ValueError(f"a message of kind {kind} needs {needed}")
        return values


class Variation(_Strict):
    """One wording of a response; `short` is the number of the bubble that stays for who wants it short, or "whole": what has a medical
    line, a limit or a warning in it stays as it is. In the layers of such an answer that line stands in the bubble that short keeps.

    One with `when` is for those who mentioned that (`data/mentions.yml`)."""

    text: str = Field(min_length=1)
    short: Union[conint(ge=1, le=3), Literal["whole"], None] = None  # type: ignore[valid-type]
    when: Optional[str] = Field(default=None, regex=r"^[a-z]+$")
    claims: list[constr(regex=_CLAIM)] = []  # type: ignore[valid-type]
    """The facts that the text states, by their ids in `docs/claims.yml`. For those who check; no visitor gets them."""
    buttons: list[Button] = []
    metadata: Metadata = Metadata()


class Wording(NamedTuple):
    """The wording chosen, with its number among the response's variations."""

    name: str
    number: int
    variation: Variation


class Responses:
    """All responses by name, and the labels of the intents in a visitor's words."""

    def __init__(
        self, variations: Mapping[str, list[Variation]], labels: Mapping[str, str], files: Optional[Mapping[str, str]] = None
    ) -> None:
        self._variations = variations
        self.labels = labels
        self._files = files or {}

    @cached_property
    def names(self) -> list[str]:
        """Names of all responses, sorted."""
        return sorted(self._variations)

    def __contains__(self, name: str) -> bool:
        """Whether there is a response of this name."""
        return name in self._variations

    def variations(self, name: str) -> list[Variation]:
        """All wordings of a response.

        Raises:
            KeyError: there is no such response.
        """
        return self._variations[name]

    def file_of(self, name: str) -> str:
        """The name of the file in which a response is written, for messages to its writers."""
        return self._files.get(name, "data/responses")

    def wording(self, name: str, number: int) -> Wording:
        """A wording by its number, counted round and round."""
        variations = self._variations[name]
        return Wording(name=name, number=number % len(variations), variation=variations[number % len(variations)])

    @cached_property
    def layered(self) -> frozenset[str]:
        """Names of the responses that are layers of an answer with more than one."""
        return frozenset(name for name in self._variations if below(name, self) or name.endswith(LAYERS[1:]))

    def say(self, name: str, last: Optional[int] = None, mentioned: Collection[str] = ()) -> Wording:
        """The wording after the one used `last` (its number), so that none comes twice in a row.

        Wordings for those who mentioned something are said to them first, and to nobody else.
        """
        variations = self._variations[name]
        fitting = [number for number, each in enumerate(variations) if each.when is None or each.when in mentioned]
        for name_of in INSTEAD:
            own = [number for number in fitting if variations[number].when == name_of]
            fitting = own if len(own) > 1 else fitting
        if last is None:
            number = next((number for number in fitting if variations[number].when), fitting[0])
        else:
            number = next((number for number in fitting if number > last), fitting[0])
        return self.wording(name, number)


def below(name: str, among: Optional[Responses] = None) -> Optional[str]:
    """The name of the layer under a response, or None if there is none."""
    here = next(layer for layer in reversed(LAYERS) if name.endswith(layer))
    deeper = LAYERS[LAYERS.index(here) + 1 :]
    found = name.removesuffix(here) + deeper[0] if deeper else None
    return found if found and found in (among or responses()) else None


def _as_written_here(each: Variation) -> Variation:
    """A wording in the place's spelling: before anything is filled in, so that no visitor's or operator's word is touched."""
    language, metadata = here().language, each.metadata
    own = metadata.copy(
        update={
            "steps": [spelled(step, language) for step in metadata.steps],
            "label": spelled(metadata.label, language) if metadata.label else None,
        }
    )
    return each.copy(
        update={
            "text": spelled(each.text, language, copied=metadata.kind == "crisis"),
            "buttons": [button.copy(update={"title": spelled(button.title, language)}) for button in each.buttons],
            "metadata": own,
        }
    )


@lru_cache(maxsize=1)
def responses() -> Responses:
    """The responses of this process in the spelling of its place, read once.

    Raises:
        ResponsesError: a file is broken.
    """
    found: dict[str, list[Variation]] = {}
    files: dict[str, str] = {}
    labels: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        try:
            content: dict[str, Any] = read_yaml(path)
        except yaml.YAMLError as error:
            raise ResponsesError(f"{path.name} is not YAML: {error}") from None
        if not isinstance(content, dict):
            raise ResponsesError(f"{path.name} is empty.")
        labels.update({name: spelled(label, here().language) for name, label in (content.get("labels") or {}).items()})
        for name, variations in (content.get("responses") or {}).items():
            if name in found:
                raise ResponsesError(f"{path.name} writes {name} a second time.")
            if not variations:
                raise ResponsesError(f"{path.name}, {name}: it has no wording.")
            try:
                found[name] = [_as_written_here(Variation.parse_obj(variation)) for variation in variations]
                files[name] = path.name
            except ValidationError as error:
                raise ResponsesError(f"{path.name}, {name}: {error}") from None
    return Responses(found, labels, files)
