"""From the classifier's probabilities to a level of danger, and what it is taught."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.safety.classifier import SAFE, examples, judged, negatives
from thaw.safety.levels import LEVELS


def probabilities(**given: float) -> dict[str, float]:
    """What is given, and the rest to `safe`."""
    return {**dict.fromkeys(LEVELS, 0.0), **given, SAFE: 1.0 - sum(given.values())}


@pytest.mark.parametrize(
    ("given", "intent", "level"),
    [
        # sure: each danger at its own level
        *(({name: 0.9}, name, level) for name, level in LEVELS.items()),
        # sure of danger, but the urgent class holds less than half of the suicidal mass
        ({"crisis_imminent": 0.3, "crisis_ideation": 0.25, "crisis_passive": 0.2}, "crisis_imminent", "support"),
        ({"crisis_imminent": 0.4, "crisis_ideation": 0.3}, "crisis_imminent", "urgent"),
        # an urgent danger of another kind stays urgent however the rest is spread
        ({"danger_from_others": 0.3, "crisis_passive": 0.25, "self_harm": 0.2}, "danger_from_others", "urgent"),
        # passive and explicit: the explicit thoughts are answered, unless the wish to be gone clearly outweighs them
        ({"crisis_passive": 0.3, "crisis_ideation": 0.25}, "crisis_ideation", "support"),
        ({"crisis_passive": 0.45, "crisis_ideation": 0.1}, "crisis_passive", "ask"),
        # unsure: the suicidal ones are asked about, whatever their own level
        ({"crisis_imminent": 0.3}, "crisis_passive", "ask"),
        ({"crisis_ideation": 0.3}, "crisis_passive", "ask"),
        ({"self_harm": 0.3}, "crisis_passive", "ask"),
        ({"crisis_passive": 0.2, "crisis_ideation": 0.1}, "crisis_passive", "ask"),
        # unsure of another danger, and safe
        ({"eating_disorder": 0.3}, "eating_disorder", None),
        ({"medical_emergency": 0.3}, "medical_emergency", None),
        ({"crisis_ideation": 0.1}, "crisis_ideation", None),
    ],
)
def test_a_probability_gives_the_level_that_a_visitor_is_answered_at(given: dict[str, float], intent: str, level: Optional[str]) -> None:
    suspicion = judged(probabilities(**given))
    assert (suspicion.intent, suspicion.level) == (intent, level)
    assert suspicion.mass == pytest.approx(sum(given.values()))


def test_a_faint_suspicion_is_dropped_when_harmless_sentences_are_much_nearer() -> None:
    assert judged(probabilities(crisis_passive=0.3), nearer=-0.2).level is None
    assert judged(probabilities(crisis_passive=0.6), nearer=-0.2).level == "ask"


def test_a_safe_message_is_no_danger() -> None:
    assert judged(probabilities()).level is None


def test_the_classifier_is_taught_every_danger_and_what_is_none() -> None:
    texts, labels, weights = examples()
    assert len(texts) == len(labels) == len(weights)
    assert set(labels) == {SAFE, *LEVELS}
    hard = {text for group in negatives().groups for text in group.examples}
    assert all(label == SAFE for text, label in zip(texts, labels, strict=True) if text in hard)


def test_no_sentence_is_taught_as_danger_and_as_harmless_at_once() -> None:
    texts, labels, _ = examples()
    folded = [(text.casefold().strip(" .!?"), label == SAFE) for text, label in zip(texts, labels, strict=True)]
    safe = {text for text, is_safe in folded if is_safe}
    assert sorted({text for text, is_safe in folded if not is_safe} & safe) == []


def test_hard_negatives_cover_every_kind_and_say_nothing_twice() -> None:
    groups = negatives().groups
    assert {group.kind for group in groups} == {
        "numb_but_safe",
        "distress",
        "comment",
        "idiom",
        "third_person_safe",
        "resolved_past",
        "denial",
        "neighbour",
    }
    said = [text.casefold() for group in groups for text in group.examples]
    assert sorted({text for text in said if said.count(text) > 1}) == []
