"""Tells Rasa our training sentences, and the names of our responses and nothing of their words: changing a sentence of an answer trains
nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import get_text_hash

from thaw.data import load_examples
from thaw.responses import responses


class Sentence(Message):
    """A training sentence. Rasa copies and hashes all of them each time it merges its sources, which takes longer than to read them: these
    are never changed but for their features, and told apart by their words and their intent.
    """

    def fingerprint(self) -> str:
        """By words and intent alone. With features it would tell Rasa's cache of trained parts more, which is off (`thaw/train.py`)."""
        return get_text_hash(f"{self.get(INTENT)}\n{self.get(TEXT)}")

    def __deepcopy__(self, memo: dict[int, Any]) -> Sentence:
        """The same one."""
        return self


class ThawImporter(RasaFileImporter):
    """Rasa's file importer, with the names of `data/responses` in the domain, and plain sentences read in a tenth of its time."""

    def get_domain(self) -> Domain:
        """The domain of `domain.yml` and a stand-in for each response."""
        stand_ins = {"responses": {name: [{"text": name}] for name in responses().names}}
        return super().get_domain().merge(Domain.from_dict(stand_ins))

    def get_nlu_data(self, language: Optional[str] = "en") -> TrainingData:
        """The sentences of the given files, which hold intents and examples and nothing else (`tools/validate.py`)."""
        pairs = load_examples(Path(each) for each in self._nlu_files)
        return TrainingData([Sentence({TEXT: text, INTENT: intent}) for text, intent in pairs])
