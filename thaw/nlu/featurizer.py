"""Sentence vectors of our encoder as a Rasa dense featurizer."""

from __future__ import annotations

from typing import Any, Dict, List, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thaw.encoder import Encoder, encoder

NAME = "sentence_encoder"


def is_payload(message: Message) -> bool:
    """Whether the message is a choice's payload (`/intent{…}`), which is not read as language."""
    return str(message.get(TEXT) or "").startswith("/")


def sentence_vector(message: Message) -> np.ndarray:
    """The sentence vector that the featurizer left on the message, shape (384,)."""
    for features in message.features:
        if features.origin == NAME:
            return np.asarray(features.features)[0]
    raise ValueError("The message has no sentence vector: SentenceEncoderFeaturizer must come before this component.")


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=False)
class SentenceEncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds a sentence vector, shape (1, 384), to every message that is language."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """None: the encoder cuts the text itself."""
        return []

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """No settings."""
        return {"alias": NAME}

    def __init__(self, config: Dict[str, Any], sentence_encoder: Encoder) -> None:
        super().__init__(NAME, config)
        self._encoder = sentence_encoder

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        """Make the component with the encoder of this process."""
        return cls(config, encoder())

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the vectors."""
        for message in messages:
            if message.get(TEXT) and not is_payload(message):
                _add(message, self._encoder.encode(message.get(TEXT)))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to the training examples."""
        readable = [e for e in training_data.training_examples if e.get(TEXT) and not is_payload(e)]
        for message, vector in zip(readable, self._encoder.encode_all([e.get(TEXT) for e in readable]), strict=True):
            _add(message, vector)
        return training_data

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing to check."""


def _add(message: Message, vector: np.ndarray) -> None:
    message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, NAME))
