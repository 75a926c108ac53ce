"""Every intent of the catalogue has training sentences, a rule and an answer; every button and response leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from sklearn.feature_extraction.text import CountVectorizer

from thaw.data import DATA, load_examples
from thaw.responses import LAYERS, below, responses
from thaw.safety import learned_reply
from thaw.safety.levels import LEVELS
from thaw.safety.risk import from_payload
from thaw.safety.taught import negatives
from thaw.settings import ROOT

SELF = [
    "feel_nothing",
    "lost_interest",
    "going_through_motions",
    "told_checked_out",
    "far_from_people",
    "effort_tax",
    "shame_about_numbness",
    "body_heavy",
    "feels_unreal",
    "numb_since_medication",
    "numb_from_burnout",
    "numb_after_loss",
    "numb_after_birth",
    "numb_after_trauma",
    "using_substances",
    "worried_about_someone",
    "is_minor",
]
QUESTIONS = [
    "ask_anhedonia",
    "ask_why_numb",
    "ask_is_it_depression",
    "ask_signs",
    "ask_how_common",
    "ask_will_it_get_better",
    "ask_burnout_or_depression",
    "ask_relationship_impact",
    "ask_something_to_try",
    "ask_why_exercise",
    "ask_therapy",
    "therapy_did_not_help",
    "ask_matching",
    "ask_cost",
    "ask_medication_advice",
    "ask_screening",
]
TALK = [
    "want_match",
    "want_human",
    "start_exercise",
    "exercise_felt_something",
    "exercise_felt_nothing",
    "exercise_felt_worse",
    "stop",
    "affirm",
    "deny",
    "unsure",
    "greet",
    "goodbye",
    "thanks",
    "ask_if_bot",
    "ask_capabilities",
    "ask_privacy",
    "delete_my_chat",
    "keep_it_short",
    "repeat",
    "frustrated_with_bot",
    "chitchat",
    "non_english",
    "out_of_scope",
    "nlu_fallback",
]
SAFETY = [
    "crisis_imminent",
    "crisis_ideation",
    "crisis_passive",
    "self_harm",
    "danger_from_others",
    "danger_to_others",
    "medical_emergency",
    "eating_disorder",
    "psychosis_or_mania",
    "crisis_third_party",
]
CATALOGUE = SELF + QUESTIONS + TALK + SAFETY
"""The names that evaluation files outside the project refer to."""


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


DOMAIN = read(ROOT / "domain.yml")
INTENTS = [name if isinstance(name, str) else next(iter(name)) for name in DOMAIN["intents"]]
EXAMPLES = load_examples((DATA / "nlu").glob("*.yml"))
RULES = [(path.stem, rule) for path in sorted((DATA / "rules").glob("*.yml")) for rule in read(path)["rules"]]
ACTION_CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "actions").glob("*.py")))


def heard_by_rules() -> Iterator[tuple[str, list[str]]]:
    """Each rule's intent and the actions that answer it."""
    for _, rule in RULES:
        for step in rule["steps"]:
            if "intent" in step:
                yield step["intent"], [step["action"] for step in rule["steps"] if "action" in step]


@pytest.mark.parametrize("intent", CATALOGUE)
def test_every_intent_of_the_catalogue_is_in_the_domain_once(intent: str) -> None:
    assert INTENTS.count(intent) == 1


@pytest.mark.parametrize("intent", [intent for intent in CATALOGUE if intent != "nlu_fallback"])
def test_every_intent_of_the_catalogue_has_ten_training_sentences_or_more(intent: str) -> None:
    sentences = {text.casefold() for text, name in EXAMPLES if name == intent}
    assert len(sentences) >= 10


def test_training_sentences_are_of_intents_in_the_domain_and_none_of_rasas_own() -> None:
    taught = {intent for _, intent in EXAMPLES}
    assert taught <= set(INTENTS)
    assert "nlu_fallback" not in taught


def test_no_training_sentence_stands_under_two_intents() -> None:
    meanings: dict[str, set[str]] = {}
    for text, intent in EXAMPLES:
        meanings.setdefault(re.sub(r"[^\w\s]", "", text.casefold()).strip(), set()).add(intent)
    assert {text: sorted(intents) for text, intents in meanings.items() if len(intents) > 1} == {}


def test_no_training_sentence_is_written_twice() -> None:
    counted = Counter(text.casefold() for text, _ in EXAMPLES)
    assert [text for text, times in counted.items() if times > 1] == []


def test_no_training_sentence_is_a_sentence_of_the_held_out_files() -> None:
    taught, held_out = taught_sentences(), held_out_sentences()
    assert held_out
    assert sorted(set(taught) & set(held_out)) == []


def test_no_training_sentence_is_nearly_one_of_the_held_out_files() -> None:
    """Four in five of the words of both together, in sentences of six words or more."""
    taught = [text for text in taught_sentences() if len(text.split()) >= 6]
    held_out = [text for text in held_out_sentences() if len(text.split()) >= 6]
    vectorizer = CountVectorizer(binary=True, token_pattern=r"\S+", dtype=np.int32)
    ours, theirs = vectorizer.fit_transform(taught), vectorizer.transform(held_out)
    sizes, others = ours.getnnz(axis=1), np.array([len(set(text.split())) for text in held_out])
    shared = (ours @ theirs.T).tocoo()
    alike = shared.data >= 0.8 * (sizes[shared.row] + others[shared.col] - shared.data)
    assert [(taught[row], held_out[column]) for row, column in zip(shared.row[alike], shared.col[alike], strict=True)] == []


def taught_sentences() -> list[str]:
    looks_alike = [_folded(text) for group in negatives() for text in group.examples]
    return [_folded(text) for text, _ in EXAMPLES] + looks_alike + [_folded(text) for text, _ in learned_reply.examples()]


def held_out_sentences() -> list[str]:
    lines = [line for path in (ROOT / "tests" / "heldout").glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    return [_folded(yaml.safe_load(line)["text"]) for line in lines if line.strip()]


def _folded(text: str) -> str:
    """The words alone: neither case nor punctuation makes another sentence."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("'", "").replace("’", "")))


@pytest.mark.parametrize("intent", [intent for intent in CATALOGUE if intent not in LEVELS])
def test_every_intent_is_answered_by_a_rule(intent: str) -> None:
    answers = [actions for heard, actions in heard_by_rules() if heard == intent]
    assert answers and all(answers)


@pytest.mark.parametrize("intent", SAFETY)
def test_every_danger_has_a_level_and_an_answer_of_its_own(intent: str) -> None:
    assert LEVELS[intent]
    assert responses().variations(f"utter_{intent}")[0].metadata.kind == "crisis"


def test_the_levels_are_of_the_catalogues_dangers() -> None:
    assert set(LEVELS) == set(SAFETY)


def test_what_the_rules_say_is_written_and_what_they_do_is_in_the_domain() -> None:
    done = {action for _, rule in RULES for step in rule["steps"] for action in [step.get("action")] if action}
    known = {*responses().names, *DOMAIN["actions"], *DOMAIN["forms"]}
    assert done - known == set()


def test_every_action_of_the_domain_is_programmed_and_every_programmed_one_is_in_the_domain() -> None:
    programmed = set(re.findall(r'return "(action_\w+)"', ACTION_CODE))
    assert programmed == set(DOMAIN["actions"])


def test_every_response_that_the_code_says_is_written() -> None:
    code = ACTION_CODE + "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "thaw").rglob("*.py")))
    said = set(re.findall(r'"(utter_[a-z_]+[a-z])"', code))
    assert said
    assert said - set(responses().names) == set()


def test_every_question_of_a_form_is_written_or_programmed() -> None:
    for form in DOMAIN["forms"].values():
        for slot in form["required_slots"]:
            assert f"utter_ask_{slot}" in responses().names or f"action_ask_{slot}" in DOMAIN["actions"]


def test_every_activity_that_is_offered_has_its_exercise() -> None:
    for button in responses().variations("utter_exercise_activities")[0].buttons:
        match = re.search(r'"exercise_activity": "(\w+)"', button.payload)
        assert match and f"utter_exercise_{match[1]}" in responses().names


def test_every_response_is_said_somewhere() -> None:
    """Nobody should translate or check words that no visitor can read."""
    code = ACTION_CODE + "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "thaw").rglob("*.py")))
    said = {action for _, actions in heard_by_rules() for action in actions}
    said |= {action for _, rule in RULES for step in rule["steps"] for action in [step.get("action")] if action}
    said |= set(re.findall(r"utter_[a-z_]+", code)) | {f"utter_{intent}" for intent in SAFETY}
    said |= {name for name in responses().names if re.match(r"utter_(exercise|barrier|ask_handoff|card)_", name)}
    said |= responses().layered
    said |= {f"utter_ask_{slot}" for form in DOMAIN["forms"].values() for slot in form["required_slots"]}
    assert sorted(set(responses().names) - said) == []


def test_every_layer_has_the_one_above_it_and_each_of_its_wordings_offers_the_one_below() -> None:
    known = responses()
    for name in known.layered:
        if name.endswith(LAYERS[1:]):
            above = name.removesuffix(LAYERS[2]) + LAYERS[1] if name.endswith(LAYERS[2]) else name.removesuffix(LAYERS[1])
            assert below(above) == name, f"{name} lies under nothing"
        offers = [any(button.payload == "/tell_me_more" for button in each.buttons) for each in known.variations(name)]
        assert offers == [below(name) is not None] * len(offers), name


def test_a_wording_names_what_was_mentioned_only_to_those_who_mentioned_it() -> None:
    mentionable = {mention["entity"] for mention in yaml.safe_load((DATA / "mentions.yml").read_text(encoding="utf-8"))["mentions"]}
    mentionable |= {"died", "someone"}
    for name in responses().names:
        variations = responses().variations(name)
        assert any(each.when is None for each in variations), name
        for each in variations:
            assert each.when is None or each.when in mentionable, name
            named = {entity for entity in mentionable if "{" + entity + "}" in each.text}
            assert named <= {each.when}, name


PAYLOADS = sorted({button.payload for name in responses().names for each in responses().variations(name) for button in each.buttons})


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_button_stands_for_an_intent_that_is_answered(payload: str) -> None:
    intent, _, values = payload[1:].partition("{")
    assert intent in INTENTS
    if values:
        assert set(yaml.safe_load("{" + values)) <= set(DOMAIN["entities"])
    heard = from_payload(payload)
    assert heard.move or heard.reply or heard.country or heard.signal.level or any(intent == each for each, _ in heard_by_rules())


def test_labels_for_the_clarification_are_of_intents_and_fit_on_a_button() -> None:
    labels = responses().labels
    assert set(labels) <= set(INTENTS)
    assert [label for label in labels.values() if len(label) > 40] == []
    assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize("intent", SELF + QUESTIONS + SAFETY)
def test_every_meaning_that_a_visitor_may_be_asked_about_has_a_label(intent: str) -> None:
    assert intent in responses().labels


def test_one_topic_is_one_file_of_the_same_name_in_each_folder() -> None:
    topics = {path.stem for path in (DATA / "nlu").glob("*.yml")}
    assert {path.stem for path in (DATA / "rules").glob("*.yml")} <= topics
    assert topics <= {path.stem for path in (DATA / "responses").glob("*.yml")}


def test_no_response_is_written_under_a_name_twice() -> None:
    # YAML keeps the last of two, without a word.
    files = sorted((DATA / "responses").glob("*.yml"))
    names = Counter(name for path in files for name in re.findall(r"^  (utter_\w+):", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert [name for name, times in names.items() if times > 1] == []
