"""What a visitor mentions of their life ("my wife", "I used to paint"), kept as entities: answers take it up turns later.

The words stand in `data/mentions.yml`. Nothing is kept of a message that the safety screen answered.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Dict, List, Type

import spacy
import yaml
from pydantic import BaseModel, Extra, Field
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.matcher import PhraseMatcher

from thaw.data import DATA
from thaw.nlu.featurizer import is_payload

FILE = DATA / "mentions.yml"


class Mention(BaseModel):
    """One thing that can be mentioned: the entity, its value as an answer may say it, and the phrases that mean it."""

    entity: str = Field(regex=r"^[a-z]+$")
    value: str
    phrases: List[str] = Field(min_items=1)

    class Config:
        extra = Extra.forbid


class MentionsFile(BaseModel):
    """The whole file. `never` holds phrases around a mention that turn it into none ("my wife died")."""

    version: int
    never: List[str]
    mentions: List[Mention]

    class Config:
        extra = Extra.forbid


class Mentions:
    """Finds mentions in a text by spaCy's PhraseMatcher, whatever their case."""

    def __init__(self, file: MentionsFile) -> None:
        self._language = spacy.blank("en")
        self._mentions = file.mentions
        self._matcher = PhraseMatcher(self._language.vocab, attr="LOWER")
        for number, mention in enumerate(file.mentions):
            self._matcher.add(str(number), [self._language.make_doc(phrase) for phrase in mention.phrases])
        self._matcher.add("never", [self._language.make_doc(phrase) for phrase in file.never])

    def __call__(self, text: str) -> Dict[str, str]:
        """What is mentioned: value by entity, of each the first."""
        doc = self._language.make_doc(text.replace("’", "'"))
        found: Dict[str, str] = {}
        spans = sorted((start, end, doc.vocab.strings[key]) for key, start, end in self._matcher(doc))
        never = [(start, end) for start, end, name in spans if name == "never"]
        for start, end, name in spans:
            if name == "never" or any(start < stop and begin < end for begin, stop in never):
                continue
            mention = self._mentions[int(name)]
            found.setdefault(mention.entity, mention.value)
        return found


@lru_cache(maxsize=1)
def mentions() -> Mentions:
    """The mentions of `data/mentions.yml`, read once."""
    return Mentions(MentionsFile.parse_obj(yaml.safe_load(FILE.read_text(encoding="utf-8"))))


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class MentionExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the mentions of a typed text to its entities."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """None."""
        return []

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """No settings."""
        return {}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MentionExtractor:
        """Make the component."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Read the messages that a visitor typed."""
        for message in messages:
            text = message.get(TEXT)
            if not text or is_payload(message) or ((message.get("metadata") or {}).get("safety") or {}).get("act"):
                continue
            found = [
                {"entity": entity, "value": value, "start": 0, "end": 0, "extractor": type(self).__name__}
                for entity, value in mentions()(text).items()
            ]
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *found], add_to_output=True)
        return messages
