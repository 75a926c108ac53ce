"""From the classifier's probabilities to a level of danger, and what it is taught."""

from __future__ import annotations

from collections import Counter
from typing import Optional

import pytest

from thaw.safety.classifier import SUICIDE, Evidence, judged
from thaw.safety.levels import LEVELS
from thaw.safety.taught import examples, negatives


def evidence(nearer: float = 0.0, gravest: Optional[float] = None, **given: float) -> Evidence:
    """What is given of the dangers, and the rest to what is none; a message of one sentence unless `gravest` is given."""
    whole = sum(given.get(name, 0.0) for name in SUICIDE)
    return Evidence({**dict.fromkeys(LEVELS, 0.0), **given}, whole, whole if gravest is None else gravest, nearer, nearer)


@pytest.mark.parametrize(
    ("given", "intent", "level"),
    [
        # sure: each danger at its own level
        *(({name: 0.95}, name, level) for name, level in LEVELS.items()),
        # sure of danger, but the urgent class holds less than half of the suicidal mass
        ({"crisis_imminent": 0.4, "crisis_ideation": 0.3, "crisis_passive": 0.25}, "crisis_imminent", "support"),
        ({"crisis_imminent": 0.6, "crisis_ideation": 0.35}, "crisis_imminent", "urgent"),
        # an urgent danger of another kind stays urgent however the rest is spread
        ({"danger_from_others": 0.3, "crisis_passive": 0.25, "self_harm": 0.2}, "danger_from_others", "urgent"),
        # passive and explicit: the explicit thoughts are answered, unless the wish to be gone clearly outweighs them
        ({"crisis_passive": 0.5, "crisis_ideation": 0.45}, "crisis_ideation", "support"),
        ({"crisis_passive": 0.9, "crisis_ideation": 0.08}, "crisis_passive", "ask"),
        # unsure of another danger, and safe
        ({"eating_disorder": 0.3}, "eating_disorder", None),
        ({"medical_emergency": 0.3}, "medical_emergency", None),
        ({"crisis_ideation": 0.01}, "crisis_ideation", None),
    ],
)
def test_a_probability_gives_the_level_that_a_visitor_is_answered_at(given: dict[str, float], intent: str, level: Optional[str]) -> None:
    suspicion = judged(evidence(**given))
    assert (suspicion.intent, suspicion.level) == (intent, level)
    assert suspicion.mass == pytest.approx(sum(given.values()))


@pytest.mark.parametrize("danger", ["crisis_imminent", "crisis_ideation", "self_harm", "crisis_passive"])
def test_an_unsure_suspicion_of_a_suicidal_kind_is_asked_about_whatever_its_own_level(danger: str) -> None:
    suspicion = judged(evidence(nearer=-0.07, **{danger: 0.5}))
    assert (suspicion.intent, suspicion.level) == ("crisis_passive", "ask")


def test_a_faint_suspicion_is_dropped_when_harmless_sentences_are_much_nearer() -> None:
    assert judged(evidence(crisis_passive=0.3, nearer=-0.25)).level is None
    assert judged(evidence(crisis_passive=0.9, nearer=-0.2)).level == "ask"


def test_a_danger_told_in_one_sentence_of_many_is_found() -> None:
    assert judged(evidence(nearer=-0.3, crisis_ideation=0.2)).level is None
    assert judged(evidence(nearer=-0.1, crisis_ideation=0.2, gravest=0.99)).level is not None


def test_a_safe_message_is_no_danger() -> None:
    assert judged(evidence()).level is None


def test_the_classifier_is_taught_every_danger_and_every_way_of_being_none() -> None:
    assert set(LEVELS) <= {label for _, label in examples()}
    hard = {text for group in negatives() for text in group.examples}
    assert all(label not in LEVELS for text, label in examples() if text in hard)


def test_no_sentence_is_taught_as_danger_and_as_harmless_at_once() -> None:
    folded = [(text.casefold().strip(" .!?"), label not in LEVELS) for text, label in examples()]
    safe = {text for text, is_safe in folded if is_safe}
    assert sorted({text for text, is_safe in folded if not is_safe} & safe) == []


def test_hard_negatives_cover_every_kind_and_say_nothing_twice() -> None:
    groups = negatives()
    assert {group.kind for group in groups} == {
        "numb_but_safe",
        "distress",
        "comment",
        "idiom",
        "third_person_safe",
        "resolved_past",
        "denial",
        "neighbour",
        "worried_safe",
        "reply",
        "observing",
        "telling",
        "arranging",
        "aside",
    }
    said = Counter(text.casefold() for group in groups for text in group.examples)
    assert [text for text, times in said.items() if times > 1] == []
