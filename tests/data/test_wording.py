"""The sentences a visitor reads: their form, and what they never say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from thaw import responses as module
from thaw.responses import ResponsesError, responses

ONCE_IN_A_CONVERSATION = {
    "utter_opening",
    "utter_where_help_is_now",
    "utter_doors",  # its buttons are used, its text is not said
    "utter_link_burnout",
    "utter_link_relationships",
    "utter_static_crisis",
}
WORDINGS = [(name, number, each) for name in responses().names for number, each in enumerate(responses().variations(name))]
IDS = [f"{name}-{number}" for name, number, _ in WORDINGS]
every_wording = pytest.mark.parametrize("wording", [each for _, _, each in WORDINGS], ids=IDS)
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


@every_wording
def test_a_bubble_is_no_longer_than_320_characters(wording: Any) -> None:
    assert [bubble for bubble in wording.text.split("\n\n") if len(bubble) > 320] == []


@every_wording
def test_a_turn_is_three_bubbles_at_most_and_none_is_empty(wording: Any) -> None:
    bubbles = wording.text.split("\n\n")
    assert len(bubbles) <= 3
    assert all(bubble == bubble.strip() and bubble for bubble in bubbles)


@every_wording
def test_one_question_at_most_is_asked_and_it_comes_last(wording: Any) -> None:
    text = own_words(wording.text)
    assert text.count("?") <= 1
    assert "?" not in text or text.rstrip().endswith("?") or wording.metadata.kind == "crisis"


@every_wording
def test_button_titles_fit_and_differ(wording: Any) -> None:
    titles = [button.title for button in wording.buttons]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(title) <= 40 for title in titles)


@every_wording
def test_there_is_a_way_forward_from_every_answer(wording: Any) -> None:
    """A single choice that declines is no way forward."""
    assert [button.payload for button in wording.buttons] not in (["/stop"], ["/deny"])


@every_wording
def test_text_is_plain_and_without_cheer(wording: Any) -> None:
    said = everything_said(wording)
    assert "!" not in said
    assert not re.search(r"[\U0001F000-\U0001FAFF\u2600-\u27BF]", said), "an emoji"
    assert not re.search(r"</?\w+>|\*\*|__|\[.+\]\(|https?://", said), "markup or a bare address"
    assert not re.search(r"\{(?!retention_days\}|contact\})", said), "a placeholder that nobody fills"


NEVER_SAID = {
    "claims to feel or to understand": r"i understand how you feel|i know how (you|it|that) feels?|i('m| am) (so |very |really )?sorry|i feel (for|with) you|i care",
    "claims to be a person or a professional": r"as (a|your) (therapist|counsel|doctor|friend)|our session|i'm here for you|i am here for you",
    "diagnoses": r"you (have|are suffering from|suffer from) (depression|anhedonia|ptsd|bipolar|an? \w* ?disorder)",
    "promises": r"you will (get|feel) better|i promise|we promise|guaranteed\b|will cure|rebuilds?|rewire",
    "compares": r"others have it worse|it could be worse|at least you|cheer up(?!\")|look on the bright side(?!,)|stay positive",
    "speaks of suicide as a crime or a success": r"commit(s|ted|ting)? suicide|(un)?successful (suicide|attempt)|failed attempt",
    "names a method": r"\b(hang|hanging|noose|gun|bullet|jump(ing)? off|razor|carbon monoxide|bleach)\b",
    "asks for a contract": r"promise (me|that you|not to)|no[- ]suicide contract",
    "uses page claims that its evidence does not carry": r"up to 70|j(ournal)? clin|neural pathway|temporarily offline",
    "praises weight loss": r"lost weight|losing weight|you look (good|great)",
}


@pytest.mark.parametrize("pattern", NEVER_SAID.values(), ids=NEVER_SAID.keys())
def test_the_program_never(pattern: str) -> None:
    assert [key for key, (_, _, wording) in zip(IDS, WORDINGS) if re.search(pattern, everything_said(wording))] == []


# Crisis answers


@pytest.mark.parametrize(("name", "wording"), CRISIS)
def test_a_crisis_answer_carries_a_level_and_the_same_in_every_wording(name: str, wording: Any) -> None:
    assert wording.metadata.level in ("ask", "support", "urgent")
    assert wording.metadata.level == responses().variations(name)[0].metadata.level


def test_only_crisis_answers_carry_a_level() -> None:
    assert [name for name, _, each in WORDINGS if each.metadata.level and each.metadata.kind != "crisis"] == []


@pytest.mark.parametrize(("name", "wording"), [(name, each) for name, each in CRISIS if each.metadata.level == "urgent"])
def test_an_urgent_answer_names_the_emergency_number_or_another_way_to_reach_it(name: str, wording: Any) -> None:
    if name == "utter_cannot_call":
        assert re.search(r"text|door|show|hold up|call for", wording.text)
    else:
        assert "emergency number" in wording.text.lower()


@pytest.mark.parametrize(("name", "wording"), CRISIS)
def test_no_number_stands_in_a_crisis_answer_but_comes_with_the_country(name: str, wording: Any) -> None:
    if name == "utter_non_english":  # names the country it speaks of
        return
    assert not re.search(r"\b\d{3,}\b", wording.text)


@pytest.mark.parametrize("name", ["utter_crisis_passive", "utter_risk_ask", "utter_risk_recheck", "utter_self_harm"])
def test_the_direct_question_is_asked_with_the_word_and_without_a_leading_denial(name: str) -> None:
    for variation in responses().variations(name):
        question = re.split(r"(?<=[.:,]) ", variation.text.split("\n\n")[-1])[-1]
        assert re.search(r"killing yourself|suicide", variation.text.split("\n\n")[-1])
        assert not re.search(r"n't|\bnot\b|\bno\b", question)
        assert [button.title for button in variation.buttons] == ["Yes", "Sometimes", "I'd rather not say", "No"]


def test_crisis_answers_never_say_that_they_can_not_talk_about_it() -> None:
    pattern = r"can('t|not) (talk|help|discuss)( with you)? (about )?(this|that|it)\b|conversation (is over|has ended)|chat (is|has been) (closed|locked)"
    assert [name for name, each in CRISIS if re.search(pattern, each.text.lower())] == []


# Other kinds


def test_every_exercise_has_steps_can_be_stopped_and_promises_no_feeling() -> None:
    exercises = [(name, each) for name, _, each in WORDINGS if each.metadata.kind == "exercise"]
    assert len({name for name, _ in exercises}) == 6
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
    with pytest.raises(ResponsesError, match="broken.yml") as caught:
        module.responses.__wrapped__()
    assert named in str(caught.value)


def test_a_response_written_in_two_files_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one.yml", "two.yml"):
        (tmp_path / name).write_text(yaml.safe_dump({"responses": {"utter_x": [{"text": "Hi."}]}}), encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(ResponsesError, match=r"two\.yml.*utter_x"):
        module.responses.__wrapped__()
