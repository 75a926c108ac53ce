"""The sentences a visitor reads: their form, and what a crisis answer must say. What no sentence may say is in `tools/style.py`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Optional

import pytest
import yaml

from thaw import responses as module
from thaw.responses import ResponsesError, responses
from tools.wordings import Spot, sentences, spots

ONCE_IN_A_CONVERSATION = {
    "utter_opening",
    "utter_channel_pick",  # how a choice is taken: known again each time
    "utter_channel_remove",  # the same
    "utter_channel_timer",
    "utter_where_help_is_now",
    "utter_doors",  # its buttons are used, its text is not said
    "utter_card_ways",  # the same
    "utter_exercise_activities",  # the same
    "utter_exercise_ways",
    "utter_hand_off_ways",
    "utter_hand_off_fields",
    "utter_exercise_later",
}
SPOTS = list(spots(responses()))
CRISIS = [(spot.response, spot.variation) for spot in SPOTS if spot.variation.metadata.kind == "crisis"]


@pytest.mark.parametrize("name", [name for name in responses().names if name not in ONCE_IN_A_CONVERSATION])
def test_what_can_be_said_again_has_two_wordings_that_differ(name: str) -> None:
    texts = [variation.text for variation in responses().variations(name)]
    assert len(set(texts)) == len(texts) >= 2


def offenders(fine: Callable[[Spot], bool], kinds: Optional[set[str]] = None) -> list[str]:
    """The wordings that are not as they should be."""
    return [spot.says("is not") for spot in SPOTS if (kinds is None or spot.variation.metadata.kind in kinds) and not fine(spot)]


def test_one_question_at_most_is_asked() -> None:
    assert offenders(lambda spot: spot.own_words.count("?") <= 1) == []


def test_a_question_comes_last() -> None:
    asked = {"text", "choices", "notice", "crisis"}
    assert offenders(lambda spot: "?" not in spot.own_words or spot.text.rstrip().endswith("?"), asked) == []


def test_nothing_is_said_to_be_unsent_where_an_earlier_yes_may_have_sent_it() -> None:
    unsent = re.compile(
        r"(nothing|none of it) (was|has been) sent(?! by itself)|nothing is on its way|left this chat|in this chat only|and nothing has\.",
        re.IGNORECASE,
    )
    assert offenders(lambda spot: spot.response == "utter_hand_off_nothing_to_withdraw" or not unsent.search(spot.text)) == []


def test_button_titles_fit_and_differ() -> None:
    assert offenders(lambda spot: len(set(spot.titles)) == len(spot.titles)) == []
    assert offenders(lambda spot: all(0 < len(title) <= 40 for title in spot.titles)) == []


def test_a_single_choice_is_never_one_that_declines() -> None:
    assert offenders(lambda spot: [button.payload for button in spot.variation.buttons] not in (["/stop"], ["/deny"])) == []


def test_no_wording_says_a_sentence_of_another_wording_or_layer_of_its_answer() -> None:
    """However short: someone goes down the layers in a minute. Elsewhere a short sentence may come again (`tools/style.py`)."""
    said: dict[tuple[str, str], list[str]] = {}
    for spot in SPOTS:
        if spot.response in responses().layered:
            for sentence in {each.lower() for each in sentences(spot.text)}:
                answer = re.sub("_(more|deep)$", "", spot.response)
                said.setdefault((answer, sentence), []).append(spot.says("says it"))
    assert {sentence: where for (_, sentence), where in said.items() if len(where) > 1} == {}


# Crisis answers


def test_a_crisis_answer_carries_a_level_and_the_same_in_every_wording() -> None:
    assert [name for name, each in CRISIS if each.metadata.level not in ("ask", "support", "urgent")] == []
    assert [name for name, each in CRISIS if each.metadata.level != responses().variations(name)[0].metadata.level] == []


def test_only_crisis_answers_carry_a_level() -> None:
    assert offenders(lambda spot: spot.variation.metadata.level is None or spot.variation.metadata.kind == "crisis") == []


def test_an_urgent_answer_names_the_emergency_number_or_a_way_round_calling() -> None:
    urgent = [(name, each) for name, each in CRISIS if each.metadata.level == "urgent"]
    assert {name for name, each in urgent if "emergency number" not in each.text.lower()} <= {"utter_cannot_call"}
    for each in responses().variations("utter_cannot_call"):
        assert re.search(r"text or chat|door", each.text)


def test_numbers_come_with_the_country_and_do_not_stand_in_the_words() -> None:
    numbers = {name for name, each in CRISIS if re.search(r"\b\d{3,}\b", each.text)}
    assert numbers == set()


@pytest.mark.parametrize("name", ["utter_crisis_passive", "utter_risk_recheck", "utter_self_harm"])
def test_the_direct_question_is_asked_with_the_word_and_without_a_leading_denial(name: str) -> None:
    for variation in responses().variations(name):
        last = variation.text.split("\n\n")[-1]
        question = re.split(r"(?<=[.:,]) ", last)[-1]
        assert re.search(r"killing yourself|suicide", last)
        assert not re.search(r"n't|\bnot\b|\bno\b", question)
        assert [button.title for button in variation.buttons] == ["Yes", "Sometimes", "I'd rather not say", "No"]


def test_crisis_answers_never_end_the_conversation_or_refuse_to_speak_of_it() -> None:
    pattern = (
        r"can('t|not) (talk about|discuss|help with) (this|that|it)\b|conversation (is over|has ended)|chat (is|has been) (closed|locked)"
    )
    assert [name for name, each in CRISIS if re.search(pattern, each.text.lower())] == []


# Other kinds


def test_every_exercise_has_steps_can_be_stopped_and_promises_no_feeling() -> None:
    exercises = [(spot.response, spot.variation) for spot in SPOTS if spot.variation.metadata.kind == "exercise"]
    # Looking around by ear is the same choice.
    assert (
        len({name.removesuffix("_unseen") for name, _ in exercises})
        == len(responses().variations("utter_exercise_activities")[0].buttons)
        >= 10
    )
    for _, exercise in exercises:
        assert len(exercise.metadata.steps) >= 3
        assert re.search(r"stop any time", exercise.text, re.IGNORECASE)
        assert "/stop" in [button.payload for button in exercise.buttons]
        assert "/exercise_felt_nothing" in [button.payload for button in exercise.buttons]


def test_links_lead_to_the_pages_related_topics() -> None:
    every = [spot.variation.metadata for spot in SPOTS if spot.variation.metadata.kind == "link"]
    links = {each.path for each in every}
    assert links == {"/topics/depression/depression-vs-burnout/", "/topics/depression/depression-and-relationships/"}
    assert all(each.label for each in every)


def test_the_opening_says_what_this_is_before_anything_else() -> None:
    first = responses().variations("utter_opening")[0].text.split("\n\n")[0]
    assert "automated program" in first and "AI" in first
    assert "not a person" in first and "not therapy" in first


@pytest.mark.parametrize("name", ["utter_clarify", "utter_clarify_again"])
def test_the_two_misses_in_a_row_are_not_the_same_apology(name: str) -> None:
    assert len({each.text for each in responses().variations(name)}) >= 3


# A broken file


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("responses: [", "broken.yml"),
        ("", "broken.yml"),
        ("responses:\n  utter_x:\n  - text: ''\n", "utter_x"),
        ("responses:\n  utter_x:\n  - text: Hi.\n    metadata: {kind: shout}\n", "utter_x"),
        ("responses:\n  utter_x:\n  - text: Hi.\n    metadata: {kind: crisis, level: high}\n", "utter_x"),
        ("responses:\n  utter_x:\n  - text: Hi.\n    buttons:\n    - {title: Go, payload: go}\n", "utter_x"),
        (f"responses:\n  utter_x:\n  - text: Hi.\n    buttons:\n    - {{title: {'x' * 41}, payload: /go}}\n", "utter_x"),
        ("responses:\n  utter_x:\n  - text: Hi.\n    custom: {}\n", "utter_x"),
        ("responses:\n  utter_x:\n  - text: Hi.\n    metadata: {kind: crisis}\n", "utter_x"),
        ("responses:\n  utter_x:\n  - text: Hi.\n    metadata: {kind: exercise}\n", "utter_x"),
        ("responses:\n  utter_x: []\n", "utter_x"),
    ],
    ids=[
        "no YAML",
        "empty",
        "no text",
        "unknown kind",
        "unknown level",
        "bad payload",
        "long title",
        "unknown field",
        "no level",
        "no steps",
        "no wording",
    ],
)
def test_a_broken_response_file_is_named_at_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, named: str) -> None:
    (tmp_path / "broken.yml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(ResponsesError, match=r"broken\.yml") as caught:
        module.responses.__wrapped__()
    assert named in str(caught.value)


def test_a_response_written_in_two_files_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one.yml", "two.yml"):
        (tmp_path / name).write_text(yaml.safe_dump({"responses": {"utter_x": [{"text": "Hi."}]}}), encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(ResponsesError, match=r"two\.yml.*utter_x"):
        module.responses.__wrapped__()
