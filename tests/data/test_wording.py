"""The sentences a visitor reads: their form, and what they never say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

import pytest
import yaml

from thaw import responses as module
from thaw.responses import ResponsesError, responses

ONCE_IN_A_CONVERSATION = {
    "utter_opening",
    "utter_where_help_is_now",
    "utter_doors",  # its buttons are used, its text is not said
    "utter_card_ways",  # the same
    "utter_exercise_activities",  # the same
    "utter_exercise_ways",
    "utter_hand_off_ways",
    "utter_hand_off_fields",
    "utter_link_burnout",
    "utter_link_relationships",
}
WORDINGS = [(name, number, each) for name in responses().names for number, each in enumerate(responses().variations(name))]
IDS = [f"{name}-{number}" for name, number, _ in WORDINGS]
CRISIS = [(name, each) for name, _, each in WORDINGS if each.metadata.kind == "crisis"]


def own_words(text: str) -> str:
    """The text without what it quotes: lines for the visitor to say to someone."""
    return re.sub(r'"[^"]*"', '""', text)


def everything_said(wording: Any) -> str:
    said = [wording.text, *(button.title for button in wording.buttons), *wording.metadata.steps, wording.metadata.label or ""]
    return "\n".join(said).lower().replace("’", "'")


@pytest.mark.parametrize("name", [name for name in responses().names if name not in ONCE_IN_A_CONVERSATION])
def test_what_can_be_said_again_has_two_wordings_that_differ(name: str) -> None:
    texts = [variation.text for variation in responses().variations(name)]
    assert len(set(texts)) == len(texts) >= 2


def offenders(fine: Callable[[Any], bool], kinds: Optional[set[str]] = None) -> list[str]:
    """The wordings that are not as they should be."""
    return [
        key for key, (_, _, each) in zip(IDS, WORDINGS, strict=True) if (kinds is None or each.metadata.kind in kinds) and not fine(each)
    ]


def bubbles(wording: Any) -> list[str]:
    return list(wording.text.split("\n\n"))


def titles(wording: Any) -> list[str]:
    return [button.title for button in wording.buttons]


def test_a_bubble_is_no_longer_than_320_characters() -> None:
    assert offenders(lambda wording: all(len(bubble) <= 320 for bubble in bubbles(wording))) == []


def test_a_turn_is_three_bubbles_at_most_and_none_is_empty() -> None:
    assert (
        offenders(lambda wording: len(bubbles(wording)) <= 3 and all(bubble and bubble == bubble.strip() for bubble in bubbles(wording)))
        == []
    )


def test_one_question_at_most_is_asked() -> None:
    assert offenders(lambda wording: own_words(wording.text).count("?") <= 1) == []


def test_a_question_comes_last() -> None:
    asked = {"text", "choices", "notice", "crisis"}
    assert offenders(lambda wording: "?" not in own_words(wording.text) or wording.text.rstrip().endswith("?"), asked) == []


def test_button_titles_fit_and_differ() -> None:
    assert offenders(lambda wording: len(set(titles(wording))) == len(titles(wording))) == []
    assert offenders(lambda wording: all(0 < len(title) <= 40 for title in titles(wording))) == []


def test_a_single_choice_is_never_one_that_declines() -> None:
    assert offenders(lambda wording: [button.payload for button in wording.buttons] not in (["/stop"], ["/deny"])) == []


PLAIN = {
    "an exclamation mark": "!",
    "an emoji": r"[\U0001F000-\U0001FAFF\u2600-\u27BF]",
    "markup or a bare address": r"</?\w+>|\*\*|__|\[.+\]\(|https?://",
    "a placeholder that nobody fills": r"\{(?!(at|thing)\})"
    r"(?!(retention_days|contact|matching_name|handoff_minutes|partner|enjoyed|heard|line|label)\})",
}


@pytest.mark.parametrize("pattern", PLAIN.values(), ids=PLAIN.keys())
def test_no_sentence_holds(pattern: str) -> None:
    assert offenders(lambda wording: not re.search(pattern, everything_said(wording))) == []


NEVER_SAID = {
    "claims to feel or to understand": r"i understand how|i know how (you|it|that) feels?|i('m| am) (so |very )?sorry|i feel for you",
    "claims to be a person or a professional": r"as (a|your) (therapist|counsel|doctor|friend)|our session|i'm here for you",
    "diagnoses": r"you (have|are suffering from|suffer from) (depression|anhedonia|ptsd|bipolar|an? \w* ?disorder)",
    "promises": r"you will (get|feel) better|i promise|we promise|guaranteed\b|will cure|rebuilds?|rewire",
    "compares": r"others have it worse|it could be worse|at least you|cheer up(?!\")|look on the bright side(?!,)|stay positive",
    "speaks of suicide as a crime or a success": r"commit(s|ted|ting)? suicide|(un)?successful (suicide|attempt)|failed attempt",
    "names a method": r"\bhang(ing)? (myself|yourself)|\b(noose|gun|bullet|jump(ing)? off|razor|carbon monoxide|bleach)\b",
    "asks for a contract": r"promise (me|that you|not to)|no[- ]suicide contract",
    "uses page claims that its evidence does not carry": r"up to 70|j(ournal)? clin|neural pathway|temporarily offline",
    "praises weight loss": r"lost weight|losing weight|you look (good|great)",
}


@pytest.mark.parametrize("pattern", NEVER_SAID.values(), ids=NEVER_SAID.keys())
def test_the_program_never(pattern: str) -> None:
    assert offenders(lambda wording: not re.search(pattern, everything_said(wording))) == []


# Crisis answers


def test_a_crisis_answer_carries_a_level_and_the_same_in_every_wording() -> None:
    assert [name for name, each in CRISIS if each.metadata.level not in ("ask", "support", "urgent")] == []
    assert [name for name, each in CRISIS if each.metadata.level != responses().variations(name)[0].metadata.level] == []


def test_only_crisis_answers_carry_a_level() -> None:
    assert offenders(lambda wording: wording.metadata.level is None or wording.metadata.kind == "crisis") == []


def test_an_urgent_answer_names_the_emergency_number_or_a_way_round_calling() -> None:
    urgent = [(name, each) for name, each in CRISIS if each.metadata.level == "urgent"]
    assert {name for name, each in urgent if "emergency number" not in each.text.lower()} <= {"utter_cannot_call"}
    for each in responses().variations("utter_cannot_call"):
        assert re.search(r"text or chat|door", each.text)


def test_numbers_come_with_the_country_and_do_not_stand_in_the_words() -> None:
    numbers = {name for name, each in CRISIS if re.search(r"\b\d{3,}\b", each.text)}
    assert numbers == {"utter_non_english"}, "which says for which country its number is"


@pytest.mark.parametrize("name", ["utter_crisis_passive", "utter_risk_recheck", "utter_self_harm"])
def test_the_direct_question_is_asked_with_the_word_and_without_a_leading_denial(name: str) -> None:
    for variation in responses().variations(name):
        last = bubbles(variation)[-1]
        question = re.split(r"(?<=[.:,]) ", last)[-1]
        assert re.search(r"killing yourself|suicide", last)
        assert not re.search(r"n't|\bnot\b|\bno\b", question)
        assert titles(variation) == ["Yes", "Sometimes", "I'd rather not say", "No"]


def test_crisis_answers_never_end_the_conversation_or_refuse_to_speak_of_it() -> None:
    pattern = (
        r"can('t|not) (talk about|discuss|help with) (this|that|it)\b|conversation (is over|has ended)|chat (is|has been) (closed|locked)"
    )
    assert [name for name, each in CRISIS if re.search(pattern, each.text.lower())] == []


# Other kinds


def test_every_exercise_has_steps_can_be_stopped_and_promises_no_feeling() -> None:
    exercises = [(name, each) for name, _, each in WORDINGS if each.metadata.kind == "exercise"]
    assert len({name for name, _ in exercises}) >= 10
    for _, exercise in exercises:
        assert len(exercise.metadata.steps) >= 3
        assert re.search(r"stop any time", exercise.text, re.IGNORECASE)
        assert "/stop" in [button.payload for button in exercise.buttons]
        assert "/exercise_felt_nothing" in [button.payload for button in exercise.buttons]


def test_links_lead_to_the_pages_related_topics() -> None:
    links = {each.metadata.path for _, _, each in WORDINGS if each.metadata.kind == "link"}
    assert links == {"/topics/depression/depression-vs-burnout/", "/topics/depression/depression-and-relationships/"}
    assert all(each.metadata.label for _, _, each in WORDINGS if each.metadata.kind == "link")


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
