"""The intent head: our text classifier as a Rasa intent classifier that knows when not to answer."""

from __future__ import annotations

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

from thaw.classifier import ALL, INTENTS, Options, TextClassifier, shared
from thaw.encoder import encoder
from thaw.nlu.featurizer import SentenceEncoderFeaturizer, is_payload, sentence_vector
from thaw.safety.taught import look_alikes

FALLBACK = "nlu_fallback"
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
        """The options of `thaw.classifier.Options`, and whether the hard negatives of the safety screen are taught besides."""
        return {**Options()._asdict(), "look_alikes": True}

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, classifier: TextClassifier) -> None:
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
        return cls(config, model_storage, resource, TextClassifier(options))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the classifier on the intents' examples and the screen's look-alikes, and keep it for both."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT) and not is_payload(e)]
        texts, labels = [e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples]
        vectors = np.vstack([sentence_vector(e) for e in examples])
        intents = set(labels)
        if self._config["look_alikes"]:
            others = look_alikes()
            texts += [text for text, _ in others]
            labels += [label for _, label in others]
            vectors = np.vstack([vectors, encoder().encode_all([text for text, _ in others])])
        self._classifier.train(texts, labels, vectors, {INTENTS: sorted(intents), ALL: sorted(set(labels))})
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
            return cls(config, model_storage, resource, shared(folder))

    def process(self, messages: List[Message]) -> List[Message]:
        """Classify the messages."""
        for message in messages:
            if message.get(TEXT) and not is_payload(message):
                self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        view = self._classifier.view(INTENTS)
        verdict = view.classify(self._classifier.read(message.get(TEXT), sentence_vector(message)))
        order = verdict.probabilities.argsort()[::-1][:RANKED]
        ranking = [{INTENT_NAME_KEY: view.classes[i], "confidence": float(verdict.probabilities[i])} for i in order]
        best = dict(ranking[0])
        # What is recognised as out of scope is told so; to fall back would be to guess at meanings it doesn't have.
        doubtful = verdict.trust < view.threshold and best["confidence"] < SURE
        if best[INTENT_NAME_KEY] != self._classifier.options.outside and doubtful:
            best = {INTENT_NAME_KEY: FALLBACK, "confidence": 1.0 - best["confidence"]}
        message.set(INTENT, best, add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
