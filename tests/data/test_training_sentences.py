"""The training sentences: nothing stands there twice, or nearly."""

from __future__ import annotations

from itertools import combinations

from tools import validate


def test_no_sentence_stands_there_twice_or_nearly_and_none_is_made_by_a_template():
    assert validate.problems() == []


def test_every_nearly_same_pair_is_found():
    sentences = [text for text, intent in validate.load_examples((validate.DATA / "nlu").glob("*.yml")) if intent == "ask_cost"]
    sentences = [" ".join(words) for text in sentences for words in (text.split(), ["and", *text.split()], text.split()[1:])]
    long = [set(text.split()) for text in sentences if len(text.split()) >= validate.SHORT]
    near = sum(len(one & other) / len(one | other) >= validate.NEAR for one, other in combinations(long, 2))
    assert near and len(validate._near(sentences)) == near
