"""The intent head: our text classifier as a Rasa intent classifier that knows when not to answer."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Optional, Type

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
from thaw.leaving import says_goodbye
from thaw.nlu import repairs
from thaw.nlu.featurizer import SentenceEncoderFeaturizer, is_payload, sentence_vector
from thaw.nlu.likely import LEAST, likely, saw_none
from thaw.nlu.numbness import GOES_ON, GROUNDS, HALF, LIKELY, OF_NUMBNESS, TELLING, likeliest_telling, nearest_telling
from thaw.nlu.polite import LED, UNSURE, after_the_first_word, asked_politely, taking_leave
from thaw.nlu.questions.visiting import after_the_trade
from thaw.nlu.signs import signs_alone
from thaw.safety.levels import LEVELS
from thaw.safety.taught import look_alikes
from thaw.view import Reading, Verdict

FALLBACK = "nlu_fallback"
SURE = 0.85
"""Confidence from which a message is answered though it is also near to what is out of scope ("how much does therapy cost"): on our
held-out messages 2 in 1,000 fewer are asked back, and no more that is out of scope is answered."""
_FAREWELL = 8
"""Words up to which a message can be a leave-taking as a whole."""
_CLAUSES = re.compile(r"[.,;:!?\n]+")
_UNWANTED = ("want_human", "want_match", "numb_after_loss")
"""What a message is not about that only says that it isn't so."""
_MEDICINE = ("ask_medication_advice", "numb_since_medication")
_OF_MEDICINE = tuple(f"utter_{name}" for name in _MEDICINE)
WORRIED = "worried_about_someone"
_WITH_OTHERS = (WORRIED, "told_checked_out")
"""What is told of the visitor and one other person, of which there is more to say."""
_OF_THERAPY = ("therapy_did_not_help", "ask_therapy", "want_match", "ask_matching")
"""What the word alone is read as where a therapist tells of themselves."""
_LEAVES = ("goodbye", "thanks", "stop")
_SMALL_TALK = ("chitchat", "greet")
"""What a few words of something else ("in texas", "sam") are read as, unsure, for want of anything nearer: then they are asked back."""
_ASIDE = ("chitchat", "out_of_scope")
"""What is about nothing here, one way or the other: nothing is to be asked back."""
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
        text, metadata = message.get(TEXT), message.get("metadata") or {}
        verdict = self._verdict(text, self._classifier.read(text, sentence_vector(message)), metadata)
        ranking = self._ranking(verdict)
        leave = taking_leave(text, ranking, saw_none(metadata))
        best = dict(asked_politely(text, ranking) or leave or ranking[0])
        # What is recognised as out of scope is told so; to fall back would be to guess at meanings it doesn't have. Who takes leave in so
        # many words is not held back by a question.
        waited_for = likely().is_waited_for(best[INTENT_NAME_KEY], metadata)
        doubtful = verdict.trust < view.threshold and best["confidence"] < SURE and best != leave and not waited_for
        doubtful = doubtful or (best[INTENT_NAME_KEY] in _SMALL_TALK and best["confidence"] < HALF)
        enough = GOES_ON if any(each.startswith(OF_NUMBNESS) for each in metadata.get("said") or ()) else LIKELY
        if best[INTENT_NAME_KEY] in LEVELS and saw_none(metadata):
            # What is left is shared among the harmless.
            best = self._told(verdict.probabilities, True, enough) or best
        elif best[INTENT_NAME_KEY] != self._classifier.options.outside and doubtful:
            named = (dict(each) for each in ranking if each["confidence"] >= NAMED and likely().names(each[INTENT_NAME_KEY], text))
            best = (
                next(named, {})
                or self._told(verdict.probabilities, saw_none(metadata), enough)
                or {INTENT_NAME_KEY: FALLBACK, "confidence": 1.0 - best["confidence"]}
            )
        best = nearest_telling(text, best, ranking, metadata.get("last") or ())
        best = self._gone_on(message, ranking) or best
        meant = self._meant(text, best, metadata)
        if meant:
            # What it only seemed to be is offered to nobody.
            ranking = [each for each in ranking if each[INTENT_NAME_KEY] != best[INTENT_NAME_KEY]]
            best = meant
        message.set(INTENT, best, add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def _verdict(self, text: str, reading: Reading, metadata: Dict[str, Any]) -> Verdict:
        view = self._classifier.view(INTENTS)
        return view.classify(reading, likely().weights(view.classes, text, metadata))

    def _ranking(self, verdict: Verdict) -> List[Dict[str, Any]]:
        classes = self._classifier.view(INTENTS).classes
        order = verdict.probabilities.argsort()[::-1][:RANKED]
        return [{INTENT_NAME_KEY: classes[i], "confidence": float(verdict.probabilities[i])} for i in order]

    def _gone_on(self, message: Message, ranking: List[Dict[str, Any]]) -> Optional[Dict[str, Any]]:
        """What a message tells or asks after a yes, a no, a greeting or the visitor's trade, where that is sure; None if there is no more
        in it."""
        metadata = message.get("metadata") or {}
        of_therapy = ranking[0][INTENT_NAME_KEY] in _OF_THERAPY
        by_trade = after_the_trade(message.get(TEXT)) if of_therapy else None
        rest = by_trade or after_the_first_word(message.get(TEXT), ranking, metadata.get("offered") or ())
        if rest is None:
            return None
        # Read as a part of a message, which nothing keeps.
        [reading] = self._classifier.read_all([rest], encoder().vector(rest)[None])
        verdict = self._verdict(rest, reading, metadata)
        best = self._ranking(verdict)[0]
        tells = best[INTENT_NAME_KEY] in (*TELLING, *GROUNDS, WORRIED) or best[INTENT_NAME_KEY].startswith("ask_")
        # A greeting has nothing to lose by what comes after it, nor has a trade that was taken for what is wanted.
        enough = GOES_ON if by_trade or ranking[0][INTENT_NAME_KEY] == "greet" else UNSURE
        is_sure = best["confidence"] >= enough and verdict.trust >= self._classifier.view(INTENTS).threshold
        return best if tells and is_sure else None

    def _meant(self, text: str, best: Dict[str, Any], metadata: Dict[str, Any]) -> Optional[Dict[str, Any]]:
        """What is meant by a correction, or by more words than a mere no, a stop or a goodbye has; None if a message is as it was read.

        A correction in which nothing else can be read is heard as one. A stop where nothing is under way that is no stop is asked back.
        """
        if metadata.get("said") is None or best[INTENT_NAME_KEY] in LEVELS:
            return None
        repair, seems = repairs.correction(text, metadata.get("last")), best[INTENT_NAME_KEY]
        if repair:
            sure = best["confidence"] >= SURE and seems != FALLBACK and not repairs.rules_out(seems, repair)
            read = self._of_others(repair.rest, metadata) or self._sure_of(repair.rest, metadata, repair)
            if sure and read is None:
                return None
            missed = WORRIED if repairs.is_of_others(repair.rest) else repairs.MISSED
            return read or {INTENT_NAME_KEY: missed, "confidence": best["confidence"]}
        if seems in _UNWANTED and seems in repairs.not_about(text):
            unwanted = repairs.Repair(text, frozenset({seems}))
            read = self._of_others(text, metadata) or self._sure_of(text, metadata, unwanted)
            return read or {INTENT_NAME_KEY: "deny", "confidence": best["confidence"]}
        if seems == "stop" and not repairs.is_under_way(metadata) and not repairs.is_wholly_stop(text):
            other = "deny" if LED.match(text) or repairs.goes_on_with_it(text) else FALLBACK
        elif seems == "deny" and not repairs.is_bare_no(text):
            other = "deny"
        elif seems == "goodbye" and best["confidence"] < SURE and len(text.split()) > _FAREWELL and not self._leaves(text, metadata):
            other = FALLBACK
        else:
            return None
        # That something is to be quit or stopped says of no medicine that it is one.
        unspoken = frozenset() if any(each.startswith(_OF_MEDICINE) for each in metadata["said"]) else frozenset(_MEDICINE)
        after = LED.sub("", text)
        read = self._of_others(after, metadata) or self._sure_of(after, metadata, repairs.Repair(after, unspoken))
        return read or {INTENT_NAME_KEY: other, "confidence": best["confidence"]}

    @staticmethod
    def _of_others(text: str, metadata: Dict[str, Any]) -> Optional[Dict[str, Any]]:
        """What is spoken of with another person in it, if a message is about that one: "I just want him to stop asking"."""
        topic = next((name for name in _WITH_OTHERS if any(each.startswith(f"utter_{name}") for each in metadata.get("last") or ())), None)
        return {INTENT_NAME_KEY: topic, "confidence": UNSURE} if topic and repairs.names_another(text) else None

    def _sure_of(self, text: str, metadata: Dict[str, Any], repair: Optional[repairs.Repair] = None) -> Optional[Dict[str, Any]]:
        """The harmless thing that words mean for sure, other than a no, a stop or what a correction rules out."""
        # What was meant, one word can say: "I meant therapy".
        if not (repairs.goes_on(text) or (repair and text)):
            return None
        view = self._classifier.view(INTENTS)
        [reading] = self._classifier.read_all([text], encoder().vector(text)[None])
        ruled_out = [LEAST if repairs.rules_out(name, repair) else 1.0 for name in view.classes]
        verdict = view.classify(reading, likely().weights(view.classes, text, metadata) * np.array(ruled_out))
        best = self._ranking(verdict)[0]
        is_other = best[INTENT_NAME_KEY] not in LEVELS and not repairs.rules_out(best[INTENT_NAME_KEY], repair)
        return best if is_other and best["confidence"] >= UNSURE else None

    def _leaves(self, text: str, metadata: Dict[str, Any]) -> bool:
        """Whether a message, or its last clause by itself, takes leave."""
        last = _CLAUSES.split(text.strip(" .!?,;\n"))[-1]
        [reading] = self._classifier.read_all([last], encoder().vector(last)[None])
        return says_goodbye(text) or self._ranking(self._verdict(last, reading, metadata))[0][INTENT_NAME_KEY] in _LEAVES

    def _told(self, probabilities: np.ndarray, is_safe: bool, enough: float) -> Optional[Dict[str, Any]]:
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
        if sum(each.get(name, 0.0) for name in (*TELLING, *GROUNDS)) < enough:
            return None
        best = likeliest_telling(each)
        return {INTENT_NAME_KEY: best, "confidence": each.get(best, 0.0)}
