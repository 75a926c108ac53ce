"""What the engine is told at training."""

from __future__ import annotations

from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT

from thaw.data import DATA, load_examples
from thaw.settings import ROOT


def test_every_training_sentence_reaches_the_engine_with_its_intent_and_nothing_else_does() -> None:
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(DATA / "nlu"), str(DATA / "rules")]
    )
    told = [(each.get(TEXT), each.get(INTENT)) for each in importer.get_nlu_data().nlu_examples]
    assert sorted(told) == sorted(set(load_examples((DATA / "nlu").glob("*.yml"))))
