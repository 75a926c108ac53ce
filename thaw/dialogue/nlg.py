"""The NLG: reads `data/responses` at run time, never says a wording twice in a row."""

from __future__ import annotations

from typing import Any, Dict, Optional, Tuple

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from thaw.dialogue.forms import form_of, last_wording
from thaw.nlu.bereaved import PARTNERS, UNNAMED
from thaw.nlu.mentions import NOTICED
from thaw.nlu.repairs import MISSED, correction
from thaw.responses import Variation, Wording, responses
from thaw.safety.levels import LEVELS
from thaw.settings import settings

MENTIONS = ("partner", "enjoyed", "died", "someone")
"""Slots of what a visitor mentioned (`data/mentions.yml`), which answers take up."""
SECOND_MEANING = 0.2
"""Confidence from which a message's second meaning is offered beside the answer to the first."""


class ResponseFilesNLG(NaturalLanguageGenerator):
    """Says a response of `data/responses`, each time in the wording after the last one."""

    def __init__(self, endpoint_config: Optional[EndpointConfig] = None, domain: Optional[Domain] = None) -> None:
        self._responses = responses()
        self._metadata: Dict[Tuple[str, int], Dict[str, Any]] = {}

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Optional[Dict[str, Any]]:
        """The message for `utter_action`, or None if there is no such response.

        Keyword arguments fill the text's placeholders; `wording` (a number) picks the wording.
        """
        if utter_action not in self._responses.names:
            return None
        wording = kwargs.get("wording")
        mentioned = _mentioned(tracker)
        heard_as = utter_action
        if wording is None:
            utter_action = form_of(utter_action, tracker, mentioned)
            said = self._responses.say(utter_action, last_wording(tracker, utter_action), mentioned)
        else:
            said = self._responses.wording(utter_action, int(wording))
        text = said.variation.text
        if tracker.get_slot("keep_short") and can_be_short(said.variation):
            text = shortened(said.variation)
        elif wording is None and said.variation.metadata.kind == "text" and _takes_up_a_correction(tracker, heard_as):
            text = f"{self._taken_wrong(tracker)}\n\n{text}"
        buttons = [dict(button) for button in said.variation.buttons]
        return {
            "text": filled(text, {**mentioned, **kwargs}),
            "buttons": [*buttons[:1], *self._second_meaning(tracker, utter_action, buttons), *buttons[1:]] if buttons else [],
            "metadata": {
                **self._metadata_of(said),
                "response": said.name,
                "wording": said.number,
                # What a receipt or its link holds travels beside the words.
                **({"handoff": kwargs["handoff"]} if kwargs.get("handoff") else {}),
            },
        }

    def _metadata_of(self, said: Wording) -> Dict[str, Any]:
        """A wording's metadata as a mapping, made once."""
        known = self._metadata.get((said.name, said.number))
        if known is None:
            known = self._metadata[said.name, said.number] = said.variation.metadata.dict(exclude_defaults=True)
        return known

    def _taken_wrong(self, tracker: DialogueStateTracker) -> str:
        """The line that takes a miss on this side, in another wording than it was said in before."""
        lines = _owning()
        said = " ".join(event.text or "" for event in tracker.events if type(event) is BotUttered)
        return next((line for line in lines if line not in said), lines[0])

    def _second_meaning(self, tracker: DialogueStateTracker, said: str, buttons: list[dict[str, str]]) -> list[dict[str, str]]:
        """A choice for what the message may have meant beside what is answered, if it was nearly as likely."""
        heard = tracker.latest_message
        ranking = (heard.parse_data.get("intent_ranking") or []) if heard else []
        if heard is None or said != f"utter_{heard.intent.get('name')}":
            return []
        # What was taken by the label of a choice was not in doubt.
        if all(entry["name"] != heard.intent.get("name") for entry in ranking):
            return []
        for entry in ranking[:2]:
            name, payload = entry["name"], f"/{entry['name']}"
            fits = name not in LEVELS and not name.startswith("exercise_felt_")
            if name == heard.intent.get("name") or not fits or entry["confidence"] < SECOND_MEANING:
                continue
            label = self._responses.labels.get(name)
            if label and all(button["payload"] != payload for button in buttons):
                return [{"title": label, "payload": payload}]
        return []


def _takes_up_a_correction(tracker: DialogueStateTracker, response: str) -> bool:
    """Whether `response` answers what a message means that says that the answer before took it wrong."""
    heard = tracker.latest_message
    if heard is None or (heard.text or "/").startswith("/") or response != f"utter_{heard.intent.get('name')}":
        return False
    if response in (f"utter_{MISSED}", "utter_deny") or correction(heard.text or "", heard.metadata.get("last")) is None:
        return False
    # Said again, it is answered without another line of that.
    before = next((event.text or "" for event in reversed(tracker.events) if type(event) is BotUttered), "")
    return not before.startswith(tuple(_owning()))


def _owning() -> list[str]:
    """The lines that take a miss on this side."""
    return [each.text for each in responses().variations("utter_taken_wrong")]


def can_be_short(variation: Variation) -> bool:
    """Whether a wording may be cut: never what keeps someone safe."""
    return variation.short != "whole" and variation.metadata.kind not in ("crisis", "handoff")


def shortened(variation: Variation) -> str:
    """The one bubble for who wants it short: the one named in the data, else the last where it asks or offers something, else the first."""
    bubbles = variation.text.split("\n\n")
    if isinstance(variation.short, int):
        return bubbles[variation.short - 1]
    return bubbles[-1 if variation.buttons else 0]


def filled(text: str, values: Dict[str, Any]) -> str:
    """The text with its placeholders filled; those that name a setting always are."""
    known = {**settings().placeholders, **values}
    for name, value in known.items():
        if isinstance(value, (str, int)):
            text = text.replace("{" + name + "}", str(value))
    return text


def _mentioned(tracker: DialogueStateTracker) -> Dict[str, Any]:
    """What the visitor mentioned, by its name; a partner who died is none any more, whatever is said of them later."""
    mentioned = {name: value for name in MENTIONS if (value := _slot(tracker, name))}
    if mentioned.get("died") in {*PARTNERS, UNNAMED}:
        mentioned.pop("partner", None)
    if mentioned.get("died") == mentioned.get("someone"):
        mentioned.pop("someone", None)
    # What was noticed is of this message only.
    entities = tracker.latest_message.entities if tracker.latest_message else []
    noticed = next((each["value"] for each in entities if each["entity"] == NOTICED), None)
    return {**mentioned, NOTICED: noticed} if noticed else mentioned


def _slot(tracker: DialogueStateTracker, name: str) -> Any:
    return tracker.get_slot(name) if name in tracker.slots else None
