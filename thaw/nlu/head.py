"""The intent head: our text classifier as a Rasa intent classifier that knows when not to answer."""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, List, Optional, Type

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
from thaw.nlu.likely import likely, saw_none
from thaw.nlu.signs import signs_alone
from thaw.safety.levels import LEVELS
from thaw.safety.taught import look_alikes
from thaw.safety.told import takes_leave

FALLBACK = "nlu_fallback"
SURE = 0.85
"""Confidence from which a message is answered though it is also near to what is out of scope ("how much does therapy cost"): on our
held-out messages 2 in 1,000 fewer are asked back, and no more that is out of scope is answered."""
_POLITE = frozenset({"thanks", "greet", "affirm", "deny", "goodbye"})
"""Intents that a question may begin with: "thank you, and will it pass?"."""
_ALSO = 0.15
"""Confidence from which the question is heard beside such an intent."""
_LAST_WORDS = {
    "thanks": re.compile(r"\b(?:thx|thanks|thank you|ta|cheers|ty|tysm|appreciate it|bless you)\W*$", re.IGNORECASE),
}
"""With what a message ends that takes leave with thanks, whatever it begins with."""
_UNSURE = 0.65
"""Confidence in something else up to which such an end is believed."""
_SEEN = 0.03
"""Confidence that the classifier itself has to have in it."""
_ASIDE = ("chitchat", "out_of_scope")
"""What is about nothing here, one way or the other: nothing is to be asked back."""
TELLING = (
    *("feel_nothing", "lost_interest", "going_through_motions", "far_from_people", "effort_tax"),
    *("shame_about_numbness", "told_checked_out"),
)
"""What numbness is like, told in general."""
GROUNDS = (
    *("numb_from_burnout", "numb_after_loss", "numb_after_birth", "numb_after_trauma", "numb_since_medication"),
    *("using_substances", "body_heavy", "feels_unreal"),
)
"""The same, told with where it comes from."""
LIKELY = 0.55
"""Probability of all of these together from which a doubtful message is taken for one, and of a ground by itself to be answered."""
HALF, NEARLY = 0.55, 0.8
"""Confidence below which one way of telling numbness is not sure to be meant, and the share of it that makes another nearly as likely."""
NAMED = 0.05
"""Confidence from which a doubtful message is taken for what it names outright."""
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
        signs = signs_alone(message.get(TEXT))
        if signs:
            message.set(INTENT, {INTENT_NAME_KEY: signs, "confidence": 1.0}, add_to_output=True)
            message.set("intent_ranking", [{INTENT_NAME_KEY: signs, "confidence": 1.0}], add_to_output=True)
            return
        view = self._classifier.view(INTENTS)
        prior = likely().weights(view.classes, message.get(TEXT), message.get("metadata") or {})
        verdict = view.classify(self._classifier.read(message.get(TEXT), sentence_vector(message)), prior)
        order = verdict.probabilities.argsort()[::-1][:RANKED]
        ranking = [{INTENT_NAME_KEY: view.classes[i], "confidence": float(verdict.probabilities[i])} for i in order]
        leave = taking_leave(message.get(TEXT), ranking)
        best = dict(asked_politely(message.get(TEXT), ranking) or leave or ranking[0])
        # What is recognised as out of scope is told so; to fall back would be to guess at meanings it doesn't have. Who takes leave in so
        # many words is not held back by a question.
        doubtful = verdict.trust < view.threshold and best["confidence"] < SURE and best != leave
        if best[INTENT_NAME_KEY] in LEVELS and saw_none(message.get("metadata") or {}):
            # What is left is shared among the harmless.
            best = self._told(verdict.probabilities, True) or best
        elif best[INTENT_NAME_KEY] != self._classifier.options.outside and doubtful:
            named = (
                dict(each) for each in ranking if each["confidence"] >= NAMED and likely().names(each[INTENT_NAME_KEY], message.get(TEXT))
            )
            best = (
                next(named, {})
                or self._told(verdict.probabilities, saw_none(message.get("metadata") or {}))
                or {INTENT_NAME_KEY: FALLBACK, "confidence": 1.0 - best["confidence"]}
            )
        best = nearest_telling(message.get(TEXT), best, ranking, (message.get("metadata") or {}).get("last") or ())
        message.set(INTENT, best, add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def _told(self, probabilities: np.ndarray, is_safe: bool) -> Optional[Dict[str, Any]]:
        """How numbness is told in a message that is not sure to be any one intent, but likely one of these, or small talk; else None.

        In which of these words it is told matters less than that it was heard: to ask back would be to miss it. Where the screen saw no
        danger, none is among what it may be.
        """
        each = dict(zip(self._classifier.view(INTENTS).classes, probabilities.tolist(), strict=True))
        if is_safe:
            harmless = {name: share for name, share in each.items() if name not in LEVELS}
            each = {name: share / sum(harmless.values()) for name, share in harmless.items()}
        if sum(each.get(name, 0.0) for name in _ASIDE) >= SURE:
            return {INTENT_NAME_KEY: _ASIDE[0], "confidence": each[_ASIDE[0]]}
        if sum(each.get(name, 0.0) for name in (*TELLING, *GROUNDS)) < LIKELY:
            return None
        among = [*TELLING, *(name for name in GROUNDS if each.get(name, 0.0) >= LIKELY)]
        best = max(among, key=lambda name: each.get(name, 0.0))
        return {INTENT_NAME_KEY: best, "confidence": each.get(best, 0.0)}


def nearest_telling(text: str, best: Dict[str, Any], ranking: List[Dict[str, Any]], last: Collection[str]) -> Dict[str, Any]:
    """The way numbness is told, where several are about as likely: the one just spoken of, else "I feel nothing", which fits all."""
    if best[INTENT_NAME_KEY] not in TELLING or best["confidence"] >= HALF or likely().names(best[INTENT_NAME_KEY], text):
        return best
    near = [each for each in ranking if each[INTENT_NAME_KEY] in TELLING and each["confidence"] >= best["confidence"] * NEARLY]
    spoken = [each for each in near if any(said.startswith(f"utter_{each[INTENT_NAME_KEY]}") for said in last)]
    general = [each for each in ranking if each[INTENT_NAME_KEY] == TELLING[0] and each["confidence"] >= best["confidence"] / 2]
    return dict(next(iter([*spoken, *general]), best))


def taking_leave(text: str, ranking: List[Dict[str, Any]]) -> Optional[Dict[str, Any]]:
    """The thanks or goodbye that a message ends with, where nothing else in it is sure; None if there is none."""
    if ranking[0]["confidence"] > _UNSURE or ranking[0][INTENT_NAME_KEY] in LEVELS:
        return None
    ends = [name for name, words in _LAST_WORDS.items() if words.search(text)] + (["goodbye"] if takes_leave(text) else [])
    return next((each for each in ranking if each[INTENT_NAME_KEY] in ends and each["confidence"] >= _SEEN), None)


def asked_politely(text: str, ranking: List[Dict[str, Any]]) -> Optional[Dict[str, Any]]:
    """The question in a message that is likeliest mere politeness and ends with a question mark; None if there is none."""
    if ranking[0][INTENT_NAME_KEY] not in _POLITE or not text.rstrip().endswith("?"):
        return None
    return next((each for each in ranking if each[INTENT_NAME_KEY].startswith("ask_") and each["confidence"] >= _ALSO), None)
