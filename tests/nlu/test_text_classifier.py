"""The text classifier: learns, keeps itself without pickle, and knows how far it may be trusted."""

import numpy as np
import pytest

from thaw.classifier import ALL, Options, TextClassifier, shared
from thaw.encoder import encoder
from thaw.terms import Terms

SENTENCES = {
    "tea": [
        "a cup of tea please",
        "put the kettle on",
        "earl grey with milk",
        "i would like some tea",
        "green tea, no sugar",
        "brew me a tea",
    ],
    "train": ["when is the next train", "the train to york is late", "a return ticket to leeds", "which platform for the express"],
    "dog": ["my dog chewed the sofa", "walk the dog at six", "the puppy will not stop barking", "is chocolate bad for dogs"],
}
TEXTS = [f"{text}{end}" for texts in SENTENCES.values() for text in texts for end in ("", " today", " thanks a lot", " for my mum")]
LABELS = [label for label, texts in SENTENCES.items() for _ in texts for _ in range(4)]


@pytest.fixture(scope="module")
def taught() -> TextClassifier:
    classifier = TextClassifier(Options(word_features=200, character_features=500))
    classifier.train(TEXTS, LABELS, encoder().encode_all(TEXTS), {ALL: sorted(SENTENCES), "moving": ["dog", "train"]})
    return classifier


def read(classifier: TextClassifier, text: str, name: str = ALL) -> tuple[str, float]:
    view = classifier.view(name)
    verdict = view.classify(classifier.read(text, encoder().encode(text)))
    return view.classes[int(verdict.probabilities.argmax())], verdict.trust


@pytest.mark.parametrize(
    ("text", "label"), [("a mug of tea would be nice", "tea"), ("has the train gone", "train"), ("the dog is asleep", "dog")]
)
def test_what_was_not_in_the_training_is_understood(taught, text, label):
    assert read(taught, text)[0] == label


def test_what_resembles_nothing_taught_is_trusted_less(taught):
    assert read(taught, "quarterly bond yields fell")[1] < read(taught, "some tea please")[1]


def test_it_reads_the_same_after_being_kept_and_loaded_and_no_pickle_is_written(taught, tmp_path):
    taught.save(tmp_path)
    loaded = TextClassifier.load(tmp_path)
    for text in ("a mug of tea", "is the train late", "zzz"):
        vector = encoder().encode(text)
        for view in (ALL, "moving"):
            before, after = (each.view(view).classify(each.read(text, vector)) for each in (taught, loaded))
            assert np.allclose(before.probabilities, after.probabilities, atol=0.01)
            assert taught.view(view).calibration == loaded.view(view).calibration
    assert {path.suffix for path in tmp_path.iterdir()} == {".npz", ".json"}
    np.load(tmp_path / "classifier.npz", allow_pickle=False)


def test_a_view_knows_only_its_own_classes(taught):
    assert read(taught, "a mug of tea would be nice")[0] == "tea"
    assert read(taught, "a mug of tea would be nice", "moving")[0] in ("dog", "train")
    assert read(taught, "the dog is asleep", "moving")[0] == "dog"


def test_a_text_is_read_once_and_nothing_of_it_is_kept_when_it_is_forgotten(taught):
    vector = encoder().encode("a pot of tea")
    first = taught.read("a pot of tea", vector)
    assert taught.read(" a pot of tea\n", vector) is first
    taught.forget(" a pot of tea")
    assert taught.read("a pot of tea", vector) is not first


def test_the_same_classifier_kept_in_two_places_is_loaded_once(taught, tmp_path):
    for name in ("one", "two"):
        taught.save(tmp_path / name)
    assert shared(tmp_path / "one") is shared(tmp_path / "two")


def test_a_text_that_is_near_nothing_taught_is_not_decided_by_a_vote(taught, monkeypatch):
    [nothing] = taught.read_all([""], np.zeros((1, 384), dtype=np.float32))
    found = taught.view(ALL).probabilities(nothing)
    monkeypatch.setattr("thaw.view.VOTE_SHARE", 0.0)
    assert found == pytest.approx(taught.view(ALL).probabilities(nothing), abs=1e-6)


def test_one_text_has_the_terms_that_it_has_among_many():
    terms, matrix = Terms.taught(TEXTS, 200, 500)
    for row, text in enumerate(TEXTS):
        columns, weights = terms.of(text)
        alone = np.zeros(matrix.shape[1])
        alone[columns] = weights
        assert alone == pytest.approx(matrix[row].toarray()[0], abs=1e-6)


def test_several_texts_at_once_are_read_as_each_alone(taught):
    texts = ["a mug of tea", "is the train late", "zzz"]
    vectors = np.vstack([encoder().encode(text) for text in texts])
    for text, vector, together in zip(texts, vectors, taught.read_all(texts, vectors), strict=True):
        alone = taught.read(text, vector)
        assert together.logits == pytest.approx(alone.logits, abs=1e-5)
        assert together.compared.cosines == pytest.approx(alone.compared.cosines, abs=1e-6)


def test_of_a_class_far_from_a_text_the_nearest_are_found_all_the_same(taught):
    view = taught.view(ALL)
    reading = taught.read_all(["a mug of tea"], encoder().encode("a mug of tea")[None])[0]
    compared = reading.compared
    short = reading._replace(compared=compared._replace(nearest=compared.nearest[:1], cosines=compared.cosines[:1]))
    for name in view.classes:
        assert view.nearness(short, (name,)) == pytest.approx(view.nearness(reading, (name,)))
