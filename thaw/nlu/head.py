"""The intent head: our linear classifier as a Rasa intent classifier that knows when not to answer."""

from __future__ import annotations

from collections import Counter
from typing import Any, Dict, List, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from thaw.linear import LinearClassifier, Options
from thaw.nlu.featurizer import SentenceEncoderFeaturizer, is_payload, sentence_vector

FALLBACK = "nlu_fallback"
TYPICAL_SIZE = 150
"""Sentences of an intent from which on each counts less."""
SURE = 0.85
"""Confidence from which a message is answered though it is also near to what is out of scope ("how much does therapy cost"): on our
held-out messages 2 in 1,000 fewer are asked back, and no more that is out of scope is answered."""
RANKED = 5
"""How many intents the ranking holds."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class IntentHead(GraphComponent, IntentClassifier):
    """Sets `intent` and `intent_ranking`; the intent is `nlu_fallback` where the answer should not be acted on.

    The ranking is the classifier's also then, for a clarification in the visitor's terms.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        """The sentence vectors."""
        return [SentenceEncoderFeaturizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """The options of `thaw.linear.Options`."""
        return dict(Options()._asdict())

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, classifier: LinearClassifier) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._classifier = classifier

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentHead:
        """Make an untrained head."""
        options = Options(**{key: config[key] for key in Options._fields if key in config})
        return cls(config, model_storage, resource, LinearClassifier(options))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the classifier on the intent examples and keep it."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT) and not is_payload(e)]
        intents = [e.get(INTENT) for e in examples]
        sizes = Counter(intents)
        # The out-of-scope class holds as many sentences as a dozen others; unweighted it would draw their short messages in.
        weights = [min(1.0, TYPICAL_SIZE / sizes[intent]) ** 0.5 for intent in intents]
        vectors = np.vstack([sentence_vector(e) for e in examples])
        self._classifier.train([e.get(TEXT) for e in examples], intents, vectors, weights)
        with self._model_storage.write_to(self._resource) as folder:
            self._classifier.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentHead:
        """Read the head that `train` kept."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearClassifier.load(folder))

    def process(self, messages: List[Message]) -> List[Message]:
        """Classify the messages."""
        for message in messages:
            if message.get(TEXT) and not is_payload(message):
                self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        verdict = self._classifier.classify(message.get(TEXT), sentence_vector(message))
        order = verdict.probabilities.argsort()[::-1][:RANKED]
        ranking = [{INTENT_NAME_KEY: self._classifier.classes[i], "confidence": float(verdict.probabilities[i])} for i in order]
        best = dict(ranking[0])
        # What is recognised as out of scope is told so; to fall back would be to guess at meanings it doesn't have.
        doubtful = verdict.trust < self._classifier.threshold and best["confidence"] < SURE
        if best[INTENT_NAME_KEY] != self._classifier.options.outside and doubtful:
            best = {INTENT_NAME_KEY: FALLBACK, "confidence": 1.0 - best["confidence"]}
        message.set(INTENT, best, add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
